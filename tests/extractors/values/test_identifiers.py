import pytest

from extractors.values.credit_code import check_digit
from extractors.values.identifiers import find_identifiers, patent_check_digit

CODE = "9137010058743210" + "X"
GOOD = CODE + check_digit(CODE + "0")
BAD = CODE + ("0" if not GOOD.endswith("0") else "1")
PATENT = f"202610123456.{patent_check_digit('202610123456')}"
# text, kind, value, is it well formed
FOUND = [
    (f"统一社会信用代码：{GOOD}，", "credit_code", GOOD, True),
    (f"信用代码 {BAD[:2]} {BAD[2:8]} {BAD[8:]}", "credit_code", BAD, False),
    ("组织机构代码：58743210-1", "organisation_code", "58743210-1", False),
    ("邮政编码：250101", "postal_code", "250101", True),
    ("邮 编: 250101", "postal_code", "250101", True),
    ("依据岱科发〔2026〕12号", "document", "岱科发〔2026〕12号", True),
    ("（岱政办函[2026]3 号）", "document", "岱政办函[2026]3号", True),
    ("岱发改（2026）第15号", "document", "岱发改（2026）第15号", True),
    (f"专利号：ZL{PATENT}", "patent", f"ZL{PATENT}", True),
    ("已授权ZL202610123456.0", "patent", "ZL202610123456.0", patent_check_digit("202610123456") == "0"),
    ("公开号CN115000001A", "patent", "CN115000001A", True),
    ("高企证书GR202637000123", "certificate", "GR202637000123", True),
    ("登记号2026SR0123456", "certificate", "2026SR0123456", True),
    ("证书编号：CNAS-L1234，", "certificate", "CNAS-L1234", True),
    ("符合GB/T 35273-2020要求", "standard", "GB/T35273-2020", True),
]
NOTHING = ["题目〔1〕", "2026年3月", "算力500PFLOPS", "编号20260101", "联系电话13800000000", "第12号公告"]


@pytest.mark.parametrize(("text", "kind", "value", "good"), FOUND)
def test_identifier(text: str, kind: str, value: str, good: bool) -> None:
    [found] = find_identifiers(text)
    assert (found.kind, found.value, found.wrong is None) == (kind, value, good)
    assert "".join(text[found.start : found.end].split()) == value


@pytest.mark.parametrize("text", NOTHING)
def test_no_identifier(text: str) -> None:
    assert list(find_identifiers(text)) == []
