internal import Markup

/// The script of a street's page: it shows the filters and applies them. The page says everything without it.
enum HTMLScript {
  static let code = EmbeddedCode(
    """
    "use strict";
    (() => {
      const form = document.getElementById("filter");
      const shown = document.getElementById("shown");
      const fields = ["rule", "kind", "state"].map((name) => document.getElementById("by-" + name));
      const articles = [...document.querySelectorAll("article")];
      const blocks = [...document.querySelectorAll(".rule"), ...document.querySelectorAll(".clause")];
      const apply = () => {
        const [rule, kind, state] = fields.map((field) => field.value);
        const keeps = (item) =>
          (!rule || item.dataset.rule === rule) && (!kind || item.dataset.kind === kind);
        let count = 0;
        for (const article of articles) {
          const inState = !state || article.dataset.state === state;
          let own = 0;
          for (const item of article.querySelectorAll(".finding")) {
            const kept = inState && keeps(item);
            item.hidden = !kept;
            if (kept) own += 1;
          }
          count += own;
          article.hidden = !inState || ((rule || kind) && own === 0);
        }
        for (const item of document.querySelectorAll(".rule li")) {
          item.hidden = !(keeps(item) && (!state || item.dataset.state === state));
        }
        for (const block of blocks) block.hidden = !block.querySelector("li:not([hidden])");
        shown.textContent = String(count);
      };
      form.hidden = false;
      form.addEventListener("change", apply);
      form.addEventListener("reset", () => setTimeout(apply));
      form.addEventListener("submit", (event) => event.preventDefault());
      apply();
    })();

    """)
}
