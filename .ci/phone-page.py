"""Fills in the page for a phone in Chromium without a network, and compares what it saves with the inventory.

Usage: phone-page.py SIGNAUDIT OUT. Needs playwright and Chromium; exits with 3 where they are not there.
"""

import json
import os
import subprocess
import sys

try:
    from playwright.sync_api import sync_playwright
except ImportError:
    print("phone-page: not checked, no playwright", file=sys.stderr)
    sys.exit(3)

signaudit, out = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
chromium = next((p for p in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if os.path.exists(p)), None)
if chromium is None:
    print("phone-page: not checked, no chromium", file=sys.stderr)
    sys.exit(3)

INVENTORY = r"""
community: {district: 临江区, street: 江畔街道, name: 柳荫社区, code: "990001001001", party_organization: branch}
survey: {date: 2026-05-12, viewpoint: facing-entrance}
facility:
  floors: ["1", "2"]
  rooms:
    - {number: "101", floor: "1", functions: [便民服务站, "a: b #c"]}
    - {number: "0102", floor: "1", functions: []}
    - {number: "201", floor: "2", demanded_by: 某局}
signs:
  - {id: W1, kind: service-center, text: 柳荫社区党员群众服务中心, place: above-entrance, orientation: horizontal,
     lettering: red, prominent: true, size_mm: {width: 2400, height: 600.5}, material: "木\"质\\", demanded_by: none}
  - {id: W2, kind: party-organization, text: 中国共产党临江区江畔街道柳荫社区支部委员会, place: entrance-left, order: 1}
  - {id: W3, kind: residents-committee, text: 临江区江畔街道柳荫社区居民委员会, place: entrance-right}
  - {id: "0104", kind: other, text: "\"\u0301<script>&'{{x}} =1+1", place: facade, demanded_by: [某局, 甲局]}
  - {id: W5, kind: civilization-station, text: "", place: facade, prominent: yes}
  - {id: N1, kind: index-board, text: 索引, place: hall, entries: [{function: 便民服务站, room: "101"},
     {function: 创建, area: 二楼, special: true, approval: {document: 临办〔2026〕3号, date: 2026-03-01}}]}
  - {id: N2, kind: other, text: 牌子, place: room-door, room: "201", approval: {document: 甲, date: 2026-01-02}}
  - {id: R1, kind: pennant, text: 一面锦旗, place: hall-wall, state: removed, since: 2026-03-01}
  - {id: R2, kind: display-panel, text: 展板甲, place: facade, state: removed}
  - {id: R3, kind: display-panel, text: 展板乙, place: side-wall, state: removed, since: 2026-03-02}
"""

failures = []


def expect(what, actual, wanted):
    if actual != wanted:
        failures.append(f"{what}: {actual!r}, not {wanted!r}")


def reconcile(path):
    run = subprocess.run(
        [signaudit, "spot-check", "reconcile", f"{out}/declared.yaml", path, "--format", "json"],
        capture_output=True, text=True)
    if run.returncode not in (0, 1):
        failures.append(f"{path} cannot be read: {run.stderr}")
        return None
    return json.loads(run.stdout)["communities"][0]


os.makedirs(out, exist_ok=True)
with open(f"{out}/declared.yaml", "w", encoding="utf-8") as file:
    file.write(INVENTORY)
for language in ("zh", "en"):
    pages = f"{out}/{language}"
    subprocess.run(
        [signaudit, "spot-check", "sheet", f"{out}/declared.yaml", "--community", "柳荫社区", "--output", pages,
         "--language", language, "--quiet"], check=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 390, "height": 844}, offline=True, accept_downloads=True)
        page = context.new_page()
        said, asked = [], []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"file://{pages}/phone-01.html")

        def sign(name):
            return page.locator(f"article.sign:has([data-id][value='{name}'])")

        def save(name):
            with page.expect_download() as download:
                page.click("#save")
            download.value.save_as(f"{pages}/{name}")
            expect("file name", download.value.suggested_filename, "observed-990001001001.yaml")

        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 844})
            expect(f"overflow at {width}", page.evaluate("document.documentElement.scrollWidth > innerWidth"), False)
        page.set_viewport_size({"width": 390, "height": 844})
        expect("signs left", page.inner_text("#left"), "10")
        page.click("#save")
        expect("refusal", page.locator("article.wrong").count(), 1)
        for radio in page.locator("input[value=same]").all():
            radio.check()
        expect("signs left", page.inner_text("#left"), "3")
        page.click("#save")
        expect("refusal", page.locator("article.wrong[data-removed]").count(), 1)
        for radio in page.locator("input[value=down]").all():
            radio.check()
        page.fill("[data-today]", "2026-06-01")
        expect("signs left", page.inner_text("#left"), "0")
        save("same.yaml")
        same = reconcile(f"{pages}/same.yaml")
        if same:
            expect("found again", len(same["matches"]), 7)
            expect("differences", [d for m in same["matches"] for d in m["differences"] + m["additions"]], [])
            expect("undeclared, absent", same["undeclared"] + same["absent"], [])
            down = [(s["declared"]["id"], s["observed"] and s["observed"]["id"]) for s in same["taken_down"]]
            expect("taken down", down, [("R1", "R1"), ("R2", "R2"), ("R3", "R3")])
            expect("rooms", [d for m in same["rooms"]["matches"] for d in m["differences"] + m["additions"]], [])
            expect("rooms", [len(same["rooms"][key]) for key in ("matches", "undeclared", "absent")], [3, 0, 0])
            with open(f"{pages}/same.yaml", encoding="utf-8") as file:
                expect("since", file.read().count(": 2026-03-0"), 3)
            expect("visited", same["visited"]["date"], "2026-06-01")

        changed = sign("W2")
        changed.locator("input[value=changed]").check()
        changed.locator("textarea").fill("中共临江区江畔街道柳荫社区支部委员会")
        changed.locator("select[data-here=place]").select_option(index=4)
        sign("W3").locator("input[value=gone]").check()
        blank = sign("W5")
        blank.locator("input[value=changed]").check()
        blank.locator("[data-blank]").uncheck()
        blank.locator("textarea").fill('x\u202e\n"\\ 新时代文明实践站')
        sign("N1").locator("input[value=unseen]").check()
        hangs = sign("R1")
        hangs.locator("input[value=again]").check()
        hangs.locator("textarea").fill("一面旧锦旗")
        sign("R3").locator("input[value=unseen]").check()
        room = page.locator(".room:has([data-number][value='201'])")
        room.locator("input[data-shape=names]").first.fill("居民议事厅")
        page.locator(".room:has([data-number][value='0102']) button[data-remove]").click()
        # Signs that nobody declared, at the places where one stands: place, floor and room are there already.
        spelled = {"zh": ("大门左侧", "正面外部", "大厅墙面", "功能室门口"),
                   "en": ("entrance-left", "facade", "hall-wall", "room-door")}[language]
        for number, place in enumerate(spelled):
            button = page.locator(f"button[data-add=sign][data-place={place}]").last
            room, floor = button.get_attribute("data-room"), button.get_attribute("data-floor")
            expect("a room has a door", (room is not None, floor is not None), (number == 3, number == 3))
            button.click()
            added = page.locator("article.sign:not([data-choice])").filter(
                has=page.locator(f"[data-id]")).all()
            added = next(a for a in added if a.locator("textarea").first.input_value() == "")
            expect("preset place", added.locator("[data-here=place]").input_value(), place)
            expect("preset floor", added.locator("[data-here=floor]").input_value(), floor or "")
            expect("preset room", added.locator("[data-here=room]").input_value(), room or "")
            expect("below", added.evaluate("a => a.nextElementSibling.hasAttribute('data-adding')"), True)
            added.locator("textarea").first.fill(f"某某示范点{number}")
        page.reload()
        expect("kept", sign("W3").locator("input[value=gone]").is_checked(), True)
        kept = [a.input_value() for a in page.locator("article.sign:not([data-choice]) [data-here=place]").all()]
        expect("kept", sorted(kept), sorted(spelled))
        save("changed.yaml")
        wall = reconcile(f"{pages}/changed.yaml")
        if wall:
            found = sorted(f"{m['declared']['id']} {d['field']}" for m in wall["matches"] for d in m["differences"])
            expect("differences", found, ["R1 text", "W2 place", "W2 text", "W5 text"])
            expect("hangs again", [m["declared"]["id"] for m in wall["matches"] if m["was_removed"]], ["R1"])
            down = [(s["declared"]["id"], s["observed"] and s["observed"]["id"]) for s in wall["taken_down"]]
            expect("taken down", down, [("R2", "R2"), ("R3", None)])
            expect("rooms that are not there", [r["number"] for r in wall["rooms"]["absent"]], ["0102"])
            added = [(m["declared"]["number"], d["field"]) for m in wall["rooms"]["matches"] for d in m["additions"]]
            expect("rooms", added, [("201", "functions")])
            expect("absent", [s["id"] for s in wall["absent"]], ["W3"])
            undeclared = sorted((s["text"], s["place"], s["floor"], s["room"]) for s in wall["undeclared"])
            expect("undeclared", undeclared, [
                ("某某示范点0", "entrance-left", None, None), ("某某示范点1", "facade", None, None),
                ("某某示范点2", "hall-wall", None, None), ("某某示范点3", "room-door", "2", "201")])
            texts = [m["observed"]["text"] for m in wall["matches"] if m["declared"]["id"] == "W5"]
            expect("a hostile text", texts, ['x\u202e\n"\\ 新时代文明实践站'])
        # Half of the way: what was not looked at is no sign that is missing.
        page.locator("[data-zone=interior]").uncheck()
        save("outside.yaml")
        page.click("#forget")
        page.wait_for_load_state()
        expect("forgotten", page.inner_text("#left"), "10")
        expect("console", said, [])
        expect("requests", [url for url in asked if not url.startswith(("file:", "blob:"))], [])
        browser.close()

for failure in failures:
    print(f"phone-page: {failure}", file=sys.stderr)
sys.exit(1 if failures else 0)
