import pytest

from extractors.values.phones import find_emails, find_phones

PHONES = [
    ("电话：0599-8862417转8021，", ["0599-8862417转8021"]),
    ("电话：0599-8862417转8021、8022", ["0599-8862417转8021、8022"]),
    ("装备科（第6项）：0599-8862417", ["0599-8862417"]),
    ("电话：020-80000368、80000613、80000910", ["020-80000368", "80000613", "80000910"]),
    ("联系电话：010-68000034，13800000000", ["010-68000034", "13800000000"]),
    ("020-80000368/80000613", ["020-80000368", "80000613"]),
    ("收件人：王老师23000716", ["23000716"]),
    ("手机 13800000000 15900000000", ["13800000000", "15900000000"]),
    ("系统技术支持：400-000-6620", ["400-000-6620"]),
    ("技术支持：4000-123-456、400-000-1234转1", ["4000-123-456", "400-000-1234转1"]),
    ("电 话：(0769)22000234-806", ["(0769)22000234-806"]),
    ("服务热线12345", ["12345"]),
    ("咨询电话：6688-1023、6688-1025", ["6688-1023", "6688-1025"]),
    ("综合事务：王刚（0599）8200 0011—802", ["（0599）82000011—802"]),
    ("联系电话：0593- 8862417", ["0593-8862417"]),
]
NO_PHONES = [
    "统一社会信用代码91310115MA1K3T6B0K",
    "邮编：361000",
    "实施年度2014-2016",
    "2026-08-15",
    "注册资本12000000元",
    "题目编号20260101",
    "第8862417号",
    "http://xm.example.gov.cn/20260101",
    "联系电话：____",
    "参数13800000000000个",
]
EMAILS = [
    ("邮箱：abc_d@xx.example.cn。", ["abc_d@xx.example.cn"]),
    ("发送至13800 00000@example.com。", ["1380000000@example.com"]),
    ("Email: a.b-c@example.com；d@example.cn", ["a.b-c@example.com", "d@example.cn"]),
    ("网址www.example.com", []),
]


@pytest.mark.parametrize(("text", "wanted"), [*PHONES, *((text, []) for text in NO_PHONES)])
def test_phones(text: str, wanted: list[str]) -> None:
    assert [found.value for found in find_phones(text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), EMAILS)
def test_emails(text: str, wanted: list[str]) -> None:
    assert [found.value for found in find_emails(text)] == wanted
