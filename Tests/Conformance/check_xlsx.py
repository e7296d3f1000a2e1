"""xlsx, opened by openpyxl and by LibreOffice."""

import openpyxl
import tools
from check_csv import rows

SHEETS = ["按街道汇总", "问题清单", "待核实", "部门统计", "整改台账", "核查说明"]


def check(case):
    book = openpyxl.load_workbook(case.path("xlsx"))
    assert book.sheetnames == SHEETS
    assert str(book.properties.created) == "2026-05-20 00:00:00"
    for sheet in book:
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref and sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape" and int(sheet.page_setup.paperSize) == 9
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n"), cell.value
                assert not isinstance(cell.value, str) or len(cell.value) <= 32767
    yield "openpyxl reads six sheets of texts and numbers"

    ledger = list(book["整改台账"].iter_rows(min_row=2, values_only=True))
    written = rows(case)
    assert len(ledger) == len(written)
    for row, other in zip(ledger, written):
        for cell, text in zip(row, other):
            # What looks like an escape of Excel's is escaped; openpyxl leaves that to others.
            cell = "" if cell is None else str(cell).replace("_x005F_", "_")
            guarded = text[1:] if text.startswith("'") else text
            assert cell in (text, guarded) or len(text) > 32767, (cell[:80], text[:80])
    yield f"its ledger is the one of CSV, {len(ledger)} rows"

    summary = case.report["summary"]
    total = [cell.value for cell in book["按街道汇总"][book["按街道汇总"].max_row]]
    states = ["communities", "compliant", "noncompliant", "undetermined", "unreadable", "missing"]
    kinds = ["error", "warning", "advice", "undetermined", "waived"]
    signs = [summary["signs"]["in_place"], summary["signs"]["removed"]]
    assert total[2:] == [summary[s] for s in states] + [summary["findings"][k] for k in kinds] + signs
    yield "its totals are the report's"

    pages = case.directory / "pages"
    profile = f"-env:UserInstallation=file://{case.directory}/profile"
    for kind in ("pdf", "xlsx"):
        tools.run("soffice", profile, "--headless", "--convert-to", kind, "--outdir", pages, case.path("xlsx"))
    assert (pages / "report.pdf").read_bytes().startswith(b"%PDF")
    again = openpyxl.load_workbook(pages / "report.xlsx")
    assert again.sheetnames == SHEETS
    for sheet, other in zip(book, again):
        assert sheet.max_row == other.max_row, sheet.title
        for row, read in zip(sheet.iter_rows(values_only=True), other.iter_rows(values_only=True)):
            for cell, value in zip(row, read):
                assert (cell or "") == (value or ""), (cell, value)
    yield "LibreOffice opens it, prints it, and keeps every cell"
