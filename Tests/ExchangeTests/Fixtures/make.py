"""Makes the spreadsheets beside it: what offices send, written by openpyxl and by LibreOffice. The communities are made
up. Needs openpyxl and soffice; the files are checked in, so that the tests need neither."""

import datetime
import pathlib
import re
import subprocess
import zipfile

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

here = pathlib.Path(__file__).parent


def office():
    """One sheet with everything: a title, a head of two rows, merged streets, sums, remarks."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "附件1"
    sheet["A1"] = "临江区社区标识牌摸排台账"
    sheet.merge_cells("A1:P1")
    sheet["A2"] = "填报单位：江畔街道党建办"
    head = ["所属街道", "社区（村）", "序号", "悬挂位置", "牌子名称", "要求部门", "尺寸（毫米）", None, "批准", None, "挂牌日期", "是否显著", "负责人", "牌子类别", "底色", "备注"]
    second = [None] * 6 + ["宽", "高", "文号", "日期"]
    for column, text in enumerate(head, 1):
        sheet.cell(3, column, text)
    for column, text in enumerate(second, 1):
        sheet.cell(4, column, text)
    sheet.merge_cells("G3:H3")
    sheet.merge_cells("I3:J3")
    for column in [1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16]:
        sheet.merge_cells(start_row=3, end_row=4, start_column=column, end_column=column)
    rows = [
        ["江畔街道", "柳荫社区", "W1", "大门上方", "柳荫社区党员群众服务中心", "无", 2400, "６００", None, None,
         datetime.date(2026, 3, 1), "是", "张某", None, "白色", None],
        [None, None, "W2", "大门左侧", "中共柳荫社区委员会", "区委组织部、区民政局", "400", 2000, "临办〔2026〕3号",
         datetime.datetime(2026, 2, 9), "2026年3月1日", "否", None, "社区党组织", "白", "按实登记"],
        ["小计", None, 2],
        [None],
        [None, "沙洲社区", "Ｗ１", "大门 上方", None, None, None, None, None, "2026/2/9", "2026.3.1", None, "李某"],
        ["石桥街道", "石桥头社区", 1, "院门围墙", "=1+1 的牌子", None, None, None, None, None, None, True],
        ["合计", None, 4],
        ["填表人：张某    审核人：李某"],
    ]
    for number, row in enumerate(rows, 5):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column, value)
            if isinstance(value, str) and value.startswith("="):
                cell.data_type = "s"
    sheet["E9"] = CellRichText("沙洲社区", TextBlock(InlineFont(b=True), "党员群众"), "服务中心")
    sheet["K5"].number_format = 'yyyy"年"m"月"d"日"'
    sheet.merge_cells("A5:A9")
    sheet.merge_cells("B5:B6")
    sheet["A1"].font = Font(bold=True)
    # A merged range keeps its first cell alone.
    sheet.unmerge_cells("A5:A9")
    sheet["A7"] = "小计"
    sheet.merge_cells("A5:A6")
    book.create_sheet("旧数据").sheet_state = "hidden"
    book["旧数据"]["A1"] = "社区"
    book.save(here / "office.xlsx")


def lost():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "社区"
    sheet.append(["区", "街道", "社区", "代码", "采集日期"])
    sheet.append(["临江区", "江畔街道", "柳荫社区", "4.20202E+11", 46154])
    sheet.append(["临江区", "江畔街道", "沙洲社区", 4.20202e11, None])
    sheet.append(["临江区", "江畔街道", "芦汀社区", 990001001003, datetime.date(2026, 5, 12)])
    signs = book.create_sheet("标识牌")
    signs.append(["街道", "社区", "编号", "文字", "位置", "所在房号"])
    signs.append(["江畔街道", "芦汀社区", "W1", "芦汀社区党员群众服务中心", "大门顶上", None])
    signs.append(["江畔街道", "芦汀社区", "W1", "中共芦汀社区委员会", "大门左侧", datetime.date(2026, 1, 2)])
    signs["F3"].number_format = "m-d"
    signs.append(["江畔街道", "芦汀社区", None, "没有编号的牌子", None, None])
    book.save(here / "lost.xlsx")


def inline():
    """Inline strings, and dates counted from 1904."""
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    sheet.append(["街道", "社区", "编号", "文字", "起始日期"])
    sheet.append(["江畔街道", "柳荫社区", "W1", "柳荫社区党员群众服务中心", datetime.date(2026, 5, 12)])
    for row in sheet:
        for cell in row:
            if isinstance(cell.value, str):
                cell.data_type = "inlineStr"
    book.save("/tmp/inline.xlsx")
    # openpyxl writes such a text as a value; here as the format wants it, in runs and with how it is pronounced.
    with zipfile.ZipFile("/tmp/inline.xlsx") as old, zipfile.ZipFile(here / "inline.xlsx", "w") as new:
        for item in old.infolist():
            data = old.read(item).decode()
            if item.filename == "xl/worksheets/sheet1.xml":
                data = re.sub(
                    r't="inlineStr"><v>([^<]*?)([^<;]|&#\d+;)</v>',
                    r't="inlineStr"><is><r><t>\1</t></r><r><rPr><b/></rPr><t>\2</t></r>'
                    r'<rPh sb="0" eb="1"><t>pinyin</t></rPh></is>', data)
            new.writestr(item, data, zipfile.ZIP_DEFLATED)


def formula():
    """Formulas as a program writes them that computes nothing: without a result."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["区", "街道", "社区", "编号", "文字", "位置", "电话"])
    sheet.append(["临江区", "江畔街道", "柳荫社区", "W1", '=C2&"党员群众服务中心"', "大门上方", "=1+1"])
    book.save(here / "formula.xlsx")


def entity():
    """A document type with an external entity and one that grows."""
    with zipfile.ZipFile(here / "inline.xlsx") as old, zipfile.ZipFile(here / "entity.xlsx", "w") as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == "xl/worksheets/sheet1.xml":
                data = (
                    b'<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY a SYSTEM "file:///etc/passwd">'
                    b'<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>' + data.split(b"?>", 1)[-1]
                ).replace(b"<t>W</t>", b"<t>&a;&c;</t>")
            new.writestr(item, data, zipfile.ZIP_DEFLATED)


def libreoffice():
    """The same sheet as LibreOffice writes it, as xlsx and as CSV in three encodings."""
    profile = "-env:UserInstallation=file:///tmp/fixtures-profile"
    old = here / "office.xlsx"
    out = pathlib.Path("/tmp/fixtures-out")
    out.mkdir(exist_ok=True)
    for target, suffix in [("xlsx:Calc MS Excel 2007 XML", "xlsx"), ("csv:Text - txt - csv (StarCalc):44,34,76,1", "csv")]:
        subprocess.run(["soffice", profile, "--headless", "--convert-to", target, "--outdir", out, old], check=True)
        (out / f"office.{suffix}").rename(here / f"libreoffice.{suffix}")
    text = (here / "libreoffice.csv").read_text("utf-8-sig")
    (here / "libreoffice-bom.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (here / "libreoffice-gb18030.csv").write_bytes(text.encode("gb18030"))


office()
lost()
inline()
formula()
entity()
libreoffice()
