"""CSV, read back by Python."""

import csv
import io

HEAD = "序号,街道,社区,牌子名称,类别,位置,要求部门,存在问题,标准条款,处理意见,整改措施,整改时限,责任单位,责任人,完成日期,复核人,复核日期,销号情况,备注"


def rows(case):
    """The rows of the ledger below its head."""
    csv.field_size_limit(1 << 24)
    data = case.path("csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    assert table[0] == HEAD.split(",")
    return table[1:]


def check(case):
    ledger = rows(case)
    assert all(len(row) == 19 for row in ledger)
    assert len(ledger) == len(case.findings("fail", "undetermined")) + len(case.errors())
    for row in ledger:
        for cell in row:
            assert cell.strip("　 ​")[:1] not in tuple("=+-@\t\r\n＝＋－＠") or not cell, repr(cell)
        assert row[12] == row[1]
        assert row[11] == "" and row[13:18] == [""] * 5
    yield f"{len(ledger)} rows, none of them with a formula"
