internal import Markup

/// The script of the page for a phone: it keeps the notes, adds rows, and saves what was seen as an inventory in YAML.
///
/// What it writes is read off the form: an element with `data-key` is a field, one with `data-shape` says how its fields
/// are written. Every text is quoted, so that no reader takes it for anything else.
enum PhoneScript {
  static let code = EmbeddedCode(
    #"""
    "use strict";
    (() => {
      const form = document.getElementById("notes");
      const said = document.getElementById("said");
      const store = form.dataset.store;
      const log = [];
      const clicks = () => [...form.querySelectorAll("button[data-add],button[data-remove]")];
      const inputs = () => [...form.querySelectorAll("input,select,textarea")];

      const quote = (text) => {
        let out = "\"";
        for (const char of text) {
          const code = char.codePointAt(0);
          const hidden = code < 32 || (code >= 127 && code < 160) || code === 0x61c || code === 0x200e || code === 0x200f
            || (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code === 0xfeff
            || (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
          if (char === "\"" || char === "\\") out += "\\" + char;
          else if (code >= 0xd800 && code <= 0xdfff) out += "\ufffd";
          else if (!hidden) out += char;
          else if (code < 256) out += "\\x" + code.toString(16).padStart(2, "0");
          else if (code < 65536) out += "\\u" + code.toString(16).padStart(4, "0");
          else out += "\\U" + code.toString(16).padStart(8, "0");
        }
        return out + "\"";
      };

      // The fields of an element: the nearest elements below it that are one.
      const below = (element, attribute) => {
        const found = [];
        const walk = (node) => {
          for (const child of node.children) {
            if (child.tagName === "TEMPLATE") continue;
            if (child.hasAttribute(attribute)) found.push(child);
            else if (!child.hasAttribute("data-shape")) walk(child);
          }
        };
        walk(element);
        return found;
      };
      const choice = (item) => {
        const radio = item.querySelector(":scope > .choice input:checked");
        return radio ? radio.value : item.hasAttribute("data-choice") ? "" : "seen";
      };
      // A sign that is not there is left out, and one taken down that nobody looked for.
      const isLeftOut = (item) => choice(item) === "gone"
        || (choice(item) === "unseen" && item.hasAttribute("data-removed"));
      // A value as lines of YAML; null where nothing is written.
      const value = (element) => {
        switch (element.dataset.shape) {
          case "mapping": {
            const lines = mapping(element);
            return lines.length === 0 && !element.hasAttribute("data-keep") ? null : { lines };
          }
          case "list": {
            const items = below(element, "data-item").filter((item) => !isLeftOut(item));
            if (items.length === 0) return element.hasAttribute("data-keep") ? { text: "[]" } : null;
            const lines = [];
            for (const item of items) {
              const own = mapping(item);
              own.forEach((line, index) => lines.push((index === 0 ? "- " : "  ") + line));
            }
            return { lines };
          }
          case "names": {
            const text = element.value.trim();
            if (text === "") return element.hasAttribute("data-keep") ? { text: "[]" } : null;
            const nobody = element.dataset.nobody;
            const names = text.split(/[、，,；;\n]/).map((name) => name.trim()).filter((name) => name !== "");
            return { text: nobody && names.length === 1 && names[0] === nobody
              ? nobody : "[" + names.map(quote).join(", ") + "]" };
          }
          case "checks": {
            const checked = [...element.querySelectorAll("input:checked")].map((box) => box.value);
            return { text: "[" + checked.join(", ") + "]" };
          }
          case "number": case "date": case "word": {
            const text = element.value.trim();
            return text === "" ? null : { text };
          }
          default: {
            const blank = element.closest("label,div").parentElement.querySelector("input[data-blank]");
            if (element.tagName === "TEXTAREA" && blank && blank.checked) return { text: "\"\"" };
            return element.value.trim() === "" ? null : { text: quote(element.value) };
          }
        }
      };
      const mapping = (element) => {
        const lines = [];
        const isUnseen = element.hasAttribute("data-item") && choice(element) === "unseen";
        for (const field of below(element, "data-key")) {
          if (isUnseen && !field.hasAttribute("data-always")) continue;
          if (field.dataset.only && field.dataset.only !== choice(element)) continue;
          const written = value(field);
          if (written === null) continue;
          if (written.text !== undefined) lines.push(field.dataset.key + ": " + written.text);
          else {
            lines.push(field.dataset.key + ":");
            for (const line of written.lines) lines.push("  " + line);
          }
        }
        if (isUnseen) lines.push(form.dataset.note + ": " + quote(form.dataset.unseen));
        return lines;
      };
      const yaml = () => mapping(form).join("\n") + "\n";

      // What keeps the notes from being saved; nothing where they are whole.
      const problem = () => {
        for (const old of form.querySelectorAll(".wrong")) old.classList.remove("wrong");
        const wrong = (element, word) => {
          element.classList.add("wrong");
          element.scrollIntoView({ block: "center" });
          return form.dataset[word];
        };
        const zones = [...form.querySelectorAll("[data-zone]")].filter((box) => box.checked).map((box) => box.dataset.zone);
        if (zones.length === 0) return wrong(form.querySelector("[data-zone]").closest("fieldset"), "wrongZone");
        const ids = new Set();
        for (const item of form.querySelectorAll("[data-item].sign")) {
          const zone = item.dataset.in;
          if (choice(item) === "" && (!zone || zones.includes(zone))) return wrong(item, "wrongChoice");
          if (isLeftOut(item)) continue;
          const id = item.querySelector("[data-id]");
          const text = id.value.normalize("NFKC").replace(/\s/g, "");
          if (text === "" || ids.has(text)) { item.querySelector("details").open = true; return wrong(id, "wrongId"); }
          ids.add(text);
        }
        const numbers = new Set();
        for (const room of form.querySelectorAll("[data-item].room")) {
          const number = room.querySelector("[data-number]");
          const text = number.value.normalize("NFKC").replace(/\s/g, "");
          if (text === "" || numbers.has(text)) return wrong(number, "wrongRoom");
          numbers.add(text);
        }
        for (const field of form.querySelectorAll("[data-shape=number]")) {
          const text = field.value.trim();
          if (text !== "" && !(/^[0-9]{1,6}(\.[0-9]{1,2})?$/.test(text) && Number(text) > 0)) {
            for (const box of form.querySelectorAll("details")) if (box.contains(field)) box.open = true;
            return wrong(field, "wrongNumber");
          }
        }
        return null;
      };

      // Signs of a part that was not looked at are left out.
      const prepare = () => {
        const zones = [...form.querySelectorAll("[data-zone]")].filter((box) => box.checked).map((box) => box.dataset.zone);
        for (const item of form.querySelectorAll("[data-item].sign")) {
          const isOut = item.dataset.in && !zones.includes(item.dataset.in) && choice(item) === "";
          item.toggleAttribute("data-item", !isOut);
          item.toggleAttribute("data-out", isOut);
        }
      };
      const restoreItems = () => {
        for (const item of form.querySelectorAll("[data-out]")) {
          item.setAttribute("data-item", "");
          item.removeAttribute("data-out");
        }
      };

      const count = () => {
        const items = [...form.querySelectorAll("[data-item].sign")];
        const left = items.filter((item) => choice(item) === "").length;
        document.getElementById("left").textContent = String(left);
      };
      const show = (item) => {
        const now = choice(item);
        const more = item.querySelector(":scope > details");
        if (more && (now === "changed" || now === "again")) more.open = true;
        item.dataset.now = now;
      };
      const keep = () => {
        try {
          const values = inputs().map((input) =>
            input.type === "radio" || input.type === "checkbox" ? (input.checked ? "1" : "0") : input.value);
          localStorage.setItem(store, JSON.stringify({ log, values }));
        } catch (error) { /* A browser that keeps nothing still saves. */ }
      };
      let added = 0;
      const press = (button) => {
        if (button.dataset.remove) {
          button.closest("[data-item]").remove();
          return;
        }
        const template = document.getElementById("new-" + button.dataset.add);
        const copy = template.content.cloneNode(true);
        const item = copy.querySelector("[data-item]");
        added += 1;
        const id = item.querySelector("[data-id]");
        if (id) id.value = "X" + added;
        // What is known of where one stands.
        for (const [name, text] of Object.entries(button.dataset)) {
          const field = name !== "add" && item.querySelector("[data-here=" + name + "]");
          if (field) field.value = text;
        }
        for (const radio of item.querySelectorAll("input[type=radio]")) radio.name = "added-" + added;
        const place = button.closest("[data-adding]") || button;
        place.parentElement.insertBefore(copy, place);
      };

      form.hidden = false;
      form.addEventListener("submit", (event) => event.preventDefault());
      form.addEventListener("click", (event) => {
        const button = event.target.closest("button[data-add],button[data-remove]");
        if (!button) return;
        const index = clicks().indexOf(button);
        log.push(index);
        press(button);
        count();
        keep();
      });
      form.addEventListener("change", (event) => {
        const item = event.target.closest("[data-item].sign");
        if (item) show(item);
        count();
      });
      form.addEventListener("input", keep);
      form.addEventListener("change", keep);
      document.getElementById("save").addEventListener("click", () => {
        const wrong = problem();
        if (wrong) {
          said.textContent = wrong;
          return;
        }
        prepare();
        const text = yaml();
        restoreItems();
        const output = document.getElementById("yaml");
        output.value = text;
        document.getElementById("copy").hidden = false;
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
        link.download = form.dataset.file;
        document.body.append(link);
        link.click();
        link.remove();
        said.textContent = form.dataset.done;
      });
      document.getElementById("forget").addEventListener("click", () => {
        try { localStorage.removeItem(store); } catch (error) { /* Nothing was kept. */ }
        location.reload();
      });

      try {
        const kept = JSON.parse(localStorage.getItem(store) || "null");
        if (kept) {
          for (const index of kept.log) {
            log.push(index);
            press(clicks()[index]);
          }
          inputs().forEach((input, index) => {
            const text = kept.values[index];
            if (text === undefined) return;
            if (input.type === "radio" || input.type === "checkbox") input.checked = text === "1";
            else input.value = text;
          });
        }
      } catch (error) { /* Notes of another version are left alone. */ }
      for (const item of form.querySelectorAll("[data-item].sign")) show(item);
      const date = form.querySelector("[data-today]");
      if (date.value === "") {
        const now = new Date();
        date.value = [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"),
          String(now.getDate()).padStart(2, "0")].join("-");
      }
      count();
    })();

    """#)
}
