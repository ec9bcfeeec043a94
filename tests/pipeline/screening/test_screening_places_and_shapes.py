"""Where an applicant must lie and does lie; shapes of numbers, addresses and codes."""

from typing import Any

import pytest

from pipeline.screening.conditions.places import lies_in, required_place
from pipeline.screening.identity.shapes import (
    wrong_code,
    wrong_email,
    wrong_mobile,
    wrong_phone,
    wrong_postcode,
)
from pipeline.screening.kinds.consistency import same_name
from pipeline.screening.kinds.identifier import _parts


@pytest.mark.parametrize(
    ("condition", "place"),
    [
        ("申报单位须为在上海市注册、具有独立法人资格的企事业单位", "上海市"),
        ("在望澄市行政区域内注册", "望澄市"),
        ("在临湖省境内依法注册的企业", "临湖省"),
        ("东莞市内注册的企业", "东莞市"),
        ("注册地须在我市", "甲州市"),
        ("我市注册的规模以上企业", "甲州市"),
        ("申报单位为临湖省内登记注册的独立法人", "临湖省"),
        ("揭榜单位须为省内注册的科研院所", None),
        ("外地申报主体须承诺中榜后三个月内在甲州市设立服务机构", None),
        ("在中国境内注册", "中国"),
        ("在望澄市注册，并承诺中榜后设立研发中心", "望澄市"),
        ("在专利服务机构工作两年以上", None),
        ("注册时间须在2024年6月30日之前", None),
        ("在有关部门登记注册", None),
        ("申报单位注册地在望澄市的企业，或入驻大学城的高校", None),
        ("申报单位须为入驻大学城的科研机构，或注册地在望澄市的企业", None),  # one of two ways
    ],
)
def test_required_place(condition: str, place: str | None) -> None:
    found = required_place(condition, ["甲州市工业和信息化局"])
    assert (found[0] if found else None) == place


def test_a_part_left_out() -> None:
    assert required_place("在广东省内（不含深圳）注册", []) == ("广东省", "深圳")


@pytest.mark.parametrize(
    ("condition", "abroad"),
    [
        ("凡在国内注册的企事业单位均可揭榜", True),
        ("应为在国内依法登记的独立法人", True),
        ("在全国范围内登记注册的科研院所", True),
        ("须在我国境内注册并正常经营", True),
        ("在境内注册、具有独立法人资格", True),
        ("在本国境内注册的团队", True),
        ("在国（境）内注册的单位", True),
        ("在望澄市注册的单位", False),
        ("在临湖省内注册", False),
        ("须在国安县注册", False),  # a county whose name begins so
        ("注册地须在全州市", False),
        ("在大华区登记注册", False),
    ],
)
def test_registered_anywhere_in_the_country(condition: str, abroad: bool) -> None:
    place = required_place(condition, ["甲州市工业和信息化局"])
    code = "91310110MA5JR3Y052"
    assert (place is None or lies_in(place[0], None, code) is True) is abroad


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("青禾智能科技有限公司", "云州青禾智能科技有限公司", True),
        ("青禾智能科技有限公司", "青禾智能科技有限么司", True),  # as a scan is read
        ("青禾智能科技有限公司", "青禾智能科技限公司", True),
        ("青禾智能科技有限公司", "青禾★智能科技有限公司", True),  # under a seal
        ("云州青禾智能科技有限公司", "青禾智能科技有限公司（盖章）青禾智能科技有限公司", True),  # its seal beside it
        ("云州青禾智能科技有限公司", "青禾智能科技有限公司（盖章）青和智能科技有限公司", False),
        ("云州青禾智能科技有限公司［公章：云州青禾智能科技有限公司］", "云州青禾智能科技有限公司［公章］", True),
        ("青禾智能科技有限公司［公章］", "青和智能科技有限公司【印章】", False),
        ("青禾智能科技有限公司", "青禾智能科技集团公司", False),
        ("青禾智能科技有限公司", "青和智能科技有限公司", False),
    ],
)
def test_same_name(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize(
    ("place", "address", "code", "expected"),
    [
        ("上海市", "上海市徐汇区某路1号", None, True),
        ("上海市", "江苏省苏州市某路1号", "91310104MA1FR6E70E", False),
        ("上海市", "浦东新区某路1号", "91310104MA1FR6E70E", True),
        ("上海市", None, "91320594MA26Q9YU4B", False),
        ("上海市", "江苏省苏州市上海路1号", None, False),
        ("东莞市", "广东省东莞市某路1号", None, True),
        ("东莞市", "广州市天河区某路1号", None, False),
        ("广东省", "广州市天河区某路1号", None, True),
        ("望澄市", "望澄市云台区某路1号", None, True),
        ("望澄市", "某省别州市某路1号", None, False),
        ("望澄市", None, None, None),
        ("望澄市", None, "91320594MA26Q9YU4B", None),  # no city of the first rank: the code may be that of one below
        ("苏州市", None, "91310104MA1FR6E70E", False),
        ("苏州市", "工业园区某路1号", "91320594MA26Q9YU4B", True),
        ("上海市", None, None, None),
        ("中国", "北京市某路1号", None, True),
        # provinces and counties that no table knows
        ("浔江省", "荟岚市樟塘区松涛路8号", "91330000MA27XL4T8H", None),
        ("浔江省", "浔江省荟岚市松涛路8号", None, True),
        ("浔江省", "云垄省桐坪市松涛路8号", None, False),
        ("浔江省", "广州市天河区某路1号", None, False),
        ("荟岚市", "浔江省桐坪市松涛路8号（立项后拟在荟岚市设立全资子公司并迁入）", None, False),
        ("桐溪县", None, "91330000MA27XL4T8H", None),
        ("桐溪县", "浔江省荟岚市桐溪县松涛路8号", None, True),
    ],
)
def test_lies_in(place: str, address: str | None, code: str | None, expected: bool | None) -> None:
    assert lies_in(place, address, code) is expected


@pytest.mark.parametrize(
    ("shape", "value", "wrong"),
    [
        (wrong_mobile, "13900001234", False),
        (wrong_mobile, "+86 139-0000-1234", False),
        (wrong_mobile, "1390000123", True),
        (wrong_mobile, "12900001234", True),
        (wrong_mobile, "021-50001234", True),
        (wrong_phone, "021-50001234", False),
        (wrong_phone, "0371-5000123", True),  # eight digits in that area
        (wrong_phone, "0371-50001234", False),
        (wrong_phone, "0391-5000123", False),
        (wrong_phone, "0593-8862417转8021", False),
        (wrong_phone, "13900001234", False),
        (wrong_phone, "400-800-1234", False),
        (wrong_phone, "021-500012", True),
        (wrong_phone, "0593-886241", True),
        (wrong_phone, "010-88624170", False),
        (wrong_phone, "010-8862417", True),
        (wrong_email, "a.b-c@mail.example.com.cn", False),
        (wrong_email, "a@example", True),
        (wrong_email, "a.example.cn", True),
        (wrong_email, "@example.cn", True),
        (wrong_email, "a@@example.cn", True),
        (wrong_postcode, "200030", False),
        (wrong_postcode, "20003", True),
        (wrong_code, "91310104MA1FR6E70E", False),
        (wrong_code, "91310104MA1FR6E70F", True),
        (wrong_code, "91310104MA1FR6E7", True),
        (wrong_code, "91310104MA1FR6E7OE", True),
    ],
)
def test_shapes(shape: Any, value: str, wrong: bool) -> None:
    assert (shape(value) is not None) is wrong


def test_organisation_code() -> None:
    assert wrong_code("D2143569-X") is None  # the standard's own example
    assert wrong_code("D2143569-1") is not None


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("海岚渔港有限公司，91310104MA1FR6E70E", ["91310104MA1FR6E70E"]),
        ("海岚渔港有限公司，91310104MA1FR6E7", ["91310104MA1FR6E7"]),
        ("91310104MA1FR6E70E（海岚渔港有限公司）", ["91310104MA1FR6E70E"]),
    ],
)
def test_codes_beside_whose_they_are(value: str, codes: list[str]) -> None:
    assert _parts(value, wrong_code) == codes
