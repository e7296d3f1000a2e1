"""xlsx, opened by openpyxl and by LibreOffice."""

import openpyxl
import tools
from check_csv import plan_rows, rows

PLAN_SHEETS = ["整改清单", "制作清单", "待核实清单", "编制说明"]
SHEETS = ["按街道汇总", "问题清单", "待核实", "部门统计", "整改台账", "核查说明"]


A3, A4 = 8, 9


def opened(path, names, kept, papers):
    """The workbook, whose sheets are set up for offices; `kept` is where each is frozen, `papers` the sizes it may have."""
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == names
    assert str(book.properties.created) == "2026-05-20 00:00:00"
    for sheet in book:
        assert sheet.freeze_panes == kept.get(sheet.title, "A2") and sheet.auto_filter.ref
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape" and int(sheet.page_setup.paperSize) in papers
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n"), cell.value
                assert not isinstance(cell.value, str) or len(cell.value) <= 32767
    return book


def same(sheet, written):
    """That a sheet says what the rows of CSV say."""
    table = list(sheet.iter_rows(min_row=2, values_only=True))
    assert len(table) == len(written)
    for row, other in zip(table, written):
        for cell, text in zip(row, other):
            # What looks like an escape of Excel's is escaped; openpyxl leaves that to others.
            cell = "" if cell is None else str(cell).replace("_x005F_", "_")
            guarded = text[1:] if text.startswith("'") else text
            assert cell in (text, guarded) or len(text) > 32767, (cell[:80], text[:80])


def kept_by_libreoffice(case, path, book):
    """That LibreOffice prints the file, and that what it saves is what it read."""
    pages = case.directory / "pages"
    profile = f"-env:UserInstallation=file://{case.directory}/profile"
    for kind in ("pdf", "xlsx"):
        tools.run("soffice", profile, "--headless", "--convert-to", kind, "--outdir", pages, path)
    assert (pages / path.with_suffix(".pdf").name).read_bytes().startswith(b"%PDF")
    again = openpyxl.load_workbook(pages / path.name)
    assert again.sheetnames == book.sheetnames
    for sheet, other in zip(book, again):
        assert sheet.max_row == other.max_row, sheet.title
        for row, read in zip(sheet.iter_rows(values_only=True), other.iter_rows(values_only=True)):
            for cell, value in zip(row, read):
                assert (cell or "") == (value or ""), (cell, value)


def check(case):
    book = opened(case.path("xlsx"), SHEETS, {}, (A3, A4))
    yield "openpyxl reads six sheets of texts and numbers"

    written = rows(case)
    same(book["整改台账"], written)
    yield f"its ledger is the one of CSV, {len(written)} rows"

    summary = case.report["summary"]
    total = [cell.value for cell in book["按街道汇总"][book["按街道汇总"].max_row]]
    states = ["communities", "compliant", "noncompliant", "undetermined", "unreadable", "missing"]
    kinds = ["error", "warning", "advice", "undetermined", "waived"]
    signs = [summary["signs"]["in_place"], summary["signs"]["removed"]]
    assert total[2:] == [summary[s] for s in states] + [summary["findings"][k] for k in kinds] + signs
    yield "its totals are the report's"

    kept_by_libreoffice(case, case.path("xlsx"), book)
    yield "LibreOffice opens it, prints it, and keeps every cell"

    plan = opened(case.plan_path("xlsx"), PLAN_SHEETS, {"整改清单": "E2"}, (A4,))
    same(plan["整改清单"], plan_rows(case))
    materials = case.planned("materials")
    made = list(plan["制作清单"].iter_rows(min_row=2, values_only=True))
    assert [row[1] for row in made[:-1]] == [material["item"] for material in materials]
    assert made[-1][12] == len(materials)
    assert plan["待核实清单"].max_row == 1 + len(case.planned("checks"))
    yield f"the plan's sheets are its work, {len(materials)} signs to make, and what is to be verified"

    kept_by_libreoffice(case, case.plan_path("xlsx"), plan)
    yield "LibreOffice opens the plan, prints it, and keeps every cell"
