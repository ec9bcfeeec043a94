"""Regions at the head of addresses and inside division codes; postcodes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.addresses import Region, provinces, region_of_address, region_of_code, short_city

ADDRESSES = [
    ("广东省东莞市清溪镇银河路1号", Region("广东", "东莞")),
    ("广东 深圳 南山区", Region("广东", "深圳")),
    ("东莞市清溪镇", Region("广东", "东莞")),
    ("苏州工业园区星湖街", Region("江苏", "苏州")),
    ("上海市黄浦区北京东路1号", Region("上海", "上海")),
    ("中国（上海）自由贸易试验区盛夏路", Region("上海", "上海")),
    ("中国上海市浦东新区", Region("上海", "上海")),
    ("吉林市昌邑区", Region("吉林", "吉林")),
    ("吉林省长春市", Region("吉林", "长春")),
    ("海南省海口市", Region("海南", "海口")),
    ("海南藏族自治州共和县", Region("青海", "海南")),
    ("延边朝鲜族自治州延吉市", Region("吉林", "延边")),
    ("内蒙古自治区鄂尔多斯市", Region("内蒙古", "鄂尔多斯")),
    ("新疆石河子市", Region("新疆", "石河子")),
    ("河南省济源市", Region("河南", "济源")),
    ("朝阳市双塔区", Region("辽宁", "朝阳")),
    ("湖北省某县", Region("湖北")),
    ("香港特别行政区", Region("香港")),
]
# Streets, districts and institutions that bear the name of a place; places that are not in the lexicon; nothing.
NO_REGION = [
    "北京东路1号",
    "南京路1号",
    "中山大道西",
    "朝阳区望京",
    "中山大学",
    "中国科学院",
    "岱州市东湖区",
    "",
    "中国",
]


@pytest.mark.parametrize(("address", "region"), ADDRESSES)
def test_region_of_address(address: str, region: Region) -> None:
    assert region_of_address(address) == region


@pytest.mark.parametrize("address", NO_REGION)
def test_no_region(address: str) -> None:
    assert region_of_address(address) is None


@pytest.mark.parametrize(
    ("code", "region"),
    [
        ("440300", Region("广东", "深圳")),
        ("440304", Region("广东", "深圳")),
        ("440000", Region("广东")),
        ("310115", Region("上海", "上海")),
        ("419001", Region("河南", "济源")),
        ("659001", Region("新疆", "石河子")),
        ("100000", None),
        ("4403", None),
        ("", None),
    ],
)
def test_region_of_code(code: str, region: Region | None) -> None:
    assert region_of_code(code) == region


def test_short_city_keeps_two_characters() -> None:
    assert [short_city(name) for name in ("广州市", "阿里地区", "神农架林区", "兴安盟")] == [
        "广州",
        "阿里",
        "神农架",
        "兴安",
    ]


@given(st.sampled_from(sorted(provinces().items())), st.text("甲乙丙丁1234号室", max_size=8))
def test_a_province_is_found_before_anything(entry: tuple[str, str], rest: str) -> None:
    region = region_of_address(entry[1] + rest)
    assert region is not None
    assert region.province == entry[1]
