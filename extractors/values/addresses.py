"""Addresses (地址): the province and the city at the head of an address or inside a division code."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# 中国, and the brackets of 中国（上海）自由贸易试验区.
_COUNTRY = re.compile(r"(?:中华人民共和国|中国)(?:[（(](?P<zone>[^（()）]{2,8})[)）])?")
_BLANKS = re.compile(r"\s")
_PROVINCE_SUFFIX = r"(?:壮族自治区|回族自治区|维吾尔自治区|特别行政区|自治区|省|市)"
_NATIONS = (
    "朝鲜族|土家族|苗族|藏族|羌族|彝族|布依族|侗族|哈尼族|壮族|傣族|白族|景颇族|傈僳族|回族|蒙古族|蒙古|哈萨克|柯尔克孜"
)
_CITY_SUFFIX = re.compile(rf"(?:(?:{_NATIONS})*自治州|地区|林区|盟|市)$")
# 北京东路, 南京路, 朝阳区, 上海大学: a street, a district or a name that bears a place's name.
_BORNE = r"(?!(?:[东南西北中]?[一二三四五六七八九十]?(?:路|街|大道|大街|巷|道)|区|县|镇|乡|大学|学院|银行))"
# The codes of municipalities: the province is the city.
_MUNICIPALITIES = frozenset({"北京", "天津", "上海", "重庆"})


@dataclass(frozen=True, slots=True)
class Region:
    """A province and, where it is known, a city, both by their short names (广东, 东莞)."""

    province: str
    city: str | None = None


@dataclass(frozen=True, slots=True)
class _Lexicon:
    provinces: dict[str, str]
    cities: dict[str, str]


@cache
def _lexicon() -> _Lexicon:
    table = tomllib.loads((files("extractors") / "lexicons" / "regions.toml").read_text(encoding="utf-8"))
    return _Lexicon(dict(table["provinces"]), {**table["cities"], **table["direct"]})


def provinces() -> dict[str, str]:
    """The two leading digits of a division code, and the short name of the province."""
    return dict(_lexicon().provinces)


@cache
def cities() -> frozenset[str]:
    """The short names of the cities (地级市, 自治州) that have a division code of their own."""
    return frozenset(map(short_city, _lexicon().cities.values()))


def short_city(name: str) -> str:
    """A city's name without what it is: 广州市 广州, 延边朝鲜族自治州 延边; two characters stay as they are."""
    bare = _CITY_SUFFIX.sub("", name)
    return bare if len(bare) >= 2 else name


def region_of_address(address: str) -> Region | None:
    """The province and city that an address begins with, behind 中国; None where it begins with neither.

    A city alone implies its province (东莞市…, 苏州工业园区…). A street or a district that bears the name of a city
    (北京东路, 朝阳区) is none; counties are not looked up.
    """
    head = _head(address)
    # Full names first: 海南藏族自治州 does not lie in the province 海南.
    city = _full_city_at(head, "")
    if city is not None:
        return _region_of_city(city)
    code, behind = _province_at(head)
    if code is None:
        return _region_of_city(_brief_city_at(head, ""))
    province = _lexicon().provinces[code]
    if province in _MUNICIPALITIES:
        return Region(province, province)
    return _region_of_city(_full_city_at(behind, code) or _brief_city_at(behind, code)) or Region(province)


def region_of_code(code: str) -> Region | None:
    """The region of a division code of six digits (see ``credit_code.region_code``), None where it names no province.

    A province's own code (440000) and one of a city unknown to the lexicon give the province alone.
    """
    province = _lexicon().provinces.get(code[:2]) if len(code) == 6 else None
    if province is None:
        return None
    if province in _MUNICIPALITIES:
        return Region(province, province)
    name = _lexicon().cities.get(code) or _lexicon().cities.get(code[:4])
    return Region(province, short_city(name) if name else None)


def _head(address: str) -> str:
    """The address without blanks and without the country's name before it."""
    bare = _BLANKS.sub("", address)
    country = _COUNTRY.match(bare)
    return bare if country is None else (country["zone"] or "") + bare[country.end() :]


def _province_at(head: str) -> tuple[str | None, str]:
    """The code of the province at the head, and what stands behind it."""
    match = _province_pattern().match(head)
    if match is None:
        return None, head
    return _codes()[match["name"]], head[match.end() :]


@cache
def _province_pattern() -> re.Pattern[str]:
    names = "|".join(_lexicon().provinces.values())
    return re.compile(rf"(?P<name>{names})(?:{_PROVINCE_SUFFIX}|{_BORNE})")


@cache
def _codes() -> dict[str, str]:
    return {name: code for code, name in _lexicon().provinces.items()}


@cache
def _by_head() -> dict[str, tuple[tuple[str, str, re.Pattern[str]], ...]]:
    """The cities by the first two characters of their names: code, full name, and the short name as a pattern."""
    found: dict[str, list[tuple[str, str, re.Pattern[str]]]] = {}
    for code, name in _lexicon().cities.items():
        found.setdefault(name[:2], []).append((code, name, re.compile(f"{short_city(name)}{_BORNE}")))
    return {head: tuple(cities) for head, cities in found.items()}


def _full_city_at(head: str, province: str) -> str | None:
    """The code of the city whose full name begins the head, among those of a province's code ("" for all)."""
    cities = _by_head().get(head[:2], ())
    return next((code for code, name, _ in cities if code.startswith(province) and head.startswith(name)), None)


def _brief_city_at(head: str, province: str) -> str | None:
    """The same by the short name: 苏州工业园区."""
    cities = _by_head().get(head[:2], ())
    return next((code for code, _, brief in cities if code.startswith(province) and brief.match(head)), None)


def _region_of_city(code: str | None) -> Region | None:
    if code is None:
        return None
    return Region(_lexicon().provinces[code[:2]], short_city(_lexicon().cities[code]))
