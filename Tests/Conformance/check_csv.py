"""CSV, read back by Python."""

import csv
import io

HEAD = "序号,街道,社区,牌子名称,类别,位置,要求部门,存在问题,标准条款,处理意见,整改措施,整改时限,责任单位,责任人,完成日期,复核人,复核日期,销号情况,备注"


PLAN_HEAD = (
    "序号,编号,街道,社区,标识编号,牌子名称,类别,位置,要求部门,存在问题,标准条款,程度,处理意见,整改方式,整改措施,规范文字,颜色,"
    "样式尺寸,规范位置,整改时限,责任单位,责任人,完成日期,复核人,复核日期,销号情况,备注"
)


def read(path, head):
    """The rows of a table below its head."""
    csv.field_size_limit(1 << 24)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    assert table[0] == head.split(",")
    assert all(len(row) == len(table[0]) for row in table)
    for row in table:
        for cell in row:
            assert cell.strip("　 ​")[:1] not in tuple("=+-@\t\r\n＝＋－＠") or not cell, repr(cell)
    return table[1:]


def rows(case):
    """The rows of the ledger."""
    return read(case.path("csv"), HEAD)


def plan_rows(case):
    """The rows of the plan's work."""
    return read(case.plan_path("csv"), PLAN_HEAD)


def check(case):
    ledger = rows(case)
    assert len(ledger) == len(case.findings("fail", "undetermined")) + len(case.errors())
    for row in ledger:
        assert row[12] == row[1]
        assert row[11] == "" and row[13:18] == [""] * 5
    yield f"{len(ledger)} rows, none of them with a formula"

    work = plan_rows(case)
    items = case.planned("items")
    assert [row[1] for row in work] == [item["id"] for item in items]
    for row, item in zip(work, items):
        assert row[12] == item["opinion"] and row[12] in ("保留", "规范", "整合", "取消")
        assert row[19] == "2026-06-30" and row[21:26] == [""] * 5
    yield f"the plan's work is that of JSON, {len(work)} rows, none of them with a formula"
