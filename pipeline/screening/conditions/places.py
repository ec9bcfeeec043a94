"""Where an applicant is registered: its address, and the division code inside its credit code."""

import re
from collections.abc import Sequence

from extractors.values.addresses import Region, cities, provinces, region_of_address
from extractors.values.addresses import region_of_code as region_of_division
from extractors.values.credit_code import region_code

_SUFFIX = re.compile(r"(?:壮族自治区|回族自治区|维吾尔自治区|特别行政区|自治区|自治州|地区|省|市|区|县|州|盟)$")
# 在某市注册, 在海岚市行政区域内注册, 在某省内（不含某市）注册; not 在…注册 across a comma.
_IN = re.compile(
    r"在(?P<place>[^，。；、（）()在]{1,14}?)(?:行政区域|辖区|区域|范围|境)?内?(?:[（(]不含(?P<without>[^（()）]{2,12})[）)])?"
    r"(?:依法|合法|工商|正式|办理)*(?:登记|注册|设立)"
)
# 注册地在上海市, 注册地址须位于本市
# 工商注册地、税务征管关系均在本市
_AT = re.compile(
    r"(?:注册|登记)地(?:址|点)?(?:[、及和与][\u4e00-\u9fff]{2,8}){0,3}?(?:均|都)?(?:须|应|必须|应当|需)?(?:在|为|位于|是)(?P<place>[^，。；、（）()的]{2,14})"
)
# 海岚市内注册, 我市注册, 东海县辖区内注册
_BARE = re.compile(
    r"(?P<place>(?:我|本|全)[省市区县]|[\u4e00-\u9fff]{2,5}(?:[省市]|[县区州](?=行政区域|辖区|境)))(?:行政区域|辖区|区域|范围|境)?内?(?:依法|合法|工商)?(?:登记|注册)"
)
# 申报单位（联合申报的指牵头单位）须为…: not what the place is without, nor 中国（上海）自由贸易试验区
_ASIDE = re.compile(r"(?<!中国)[（(](?!不含|不包括)[^（）()]*[）)]")
_LEAD = re.compile(
    r"^[\u4e00-\u9fff]{0,4}(?:为|是|在|须|限|属于)(?=[\u4e00-\u9fff]{2}|[省市区县]$)"
)  # 单位为某省内注册的
_OWN = re.compile(r"^(?:我|本|全|(?=.$))(?P<level>[省市区县])")  # 本省, and 省 alone (省内注册)
# 外地主体须承诺中榜后在本市设立机构: what is to come is no place of registration.
_LATER = re.compile(r"承诺|(?:中榜|立项|签约|获批|入选)后|设立(?:服务|分支|办事|子)")
# 省外单位牵头的，须联合至少1家在本省注册的单位: of a partner
_WITH = re.compile(
    r"(?:联合(?!(?:体|申报|揭榜|攻关)的?[^，。；]{0,4}(?:牵头|申报)[单方])|联[同络]|合作|携手|与)[^，。；]{0,16}$"
)
# 入驻某某大学城的高校，或注册地在海岚市的企业: one of two ways
_ELSE = re.compile(r"[\u4e00-\u9fff]{4}[，、；]?或者?(?:是|为)?$")
_OR = re.compile(r"[^，。；]{0,12}[，；]或者?")
_CITY = re.compile(r"(?P<city>[\u4e00-\u9fff]{2,7}?(?:市|自治州|地区|盟))")
_PROVINCE = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:省|自治区)")
# 在国内注册, 在全国范围内登记, 在境内注册: 国 alone is what 国内 leaves before 内
_NATIONAL = re.compile(r"^(?:中国|[我本全]国|国[内境]|国家?$|中华人民共和国|中国大陆|大陆|内地|境)")


# 东陵省丹渠市某路9号（澜川省江北市设有基地）, （立项后拟迁入江北市）: where it is as well, or may be one day
_OTHER_SITES = re.compile(
    r"(?<=.)[（(；;，,\s](?=[^（）()；;，,]{0,60}(?:基地|办事处|分公司|办公|通讯|通信|生产|厂区|设有|租用|租赁|研发中心|经营|拟|将|计划|迁入|立项后)).*",
    re.DOTALL,
)


def short(place: str) -> str:
    """A place without its suffix: 上海市 上海, 海岚市 海岚; two characters stay as they are."""
    bare = _SUFFIX.sub("", place.strip())
    return bare if len(bare) >= 2 else place.strip()


def required_place(condition: str, issuers: Sequence[str]) -> tuple[str, str | None] | None:
    """The place in which a condition wants the applicant registered, and the part left out (不含深圳).

    我市, 本省 become the issuer's own place. None where the condition names no place.
    """
    condition = _ASIDE.sub("", condition)
    for pattern in (_IN, _AT, _BARE):
        match = pattern.search(condition)
        if match is None:
            continue
        before, behind = condition[: match.start()], condition[match.end() :]
        if _LATER.search(_clause_of(condition, match)) or _WITH.search(before) or _ELSE.search(before):
            return None
        if _OR.match(behind):
            return None
        place = _LEAD.sub("", match.group("place").strip())
        own = _OWN.match(place)
        if own is not None:
            named = _issuer_place(issuers, own.group("level"))
            return (named, None) if named else None
        if not re.search(r"[省市区县州盟国境]$", place) and short(place) not in provinces().values():
            continue
        without = match.groupdict().get("without")
        return place, without
    return None


def _clause_of(condition: str, match: re.Match[str]) -> str:
    """The clause with the match, as far as the next comma."""
    before, behind = condition[: match.start()], condition[match.end() :]
    return re.split(r"[，。；]", before)[-1] + match.group() + re.split(r"[，。；]", behind)[0]


def _issuer_place(issuers: Sequence[str], level: str) -> str | None:
    for issuer in issuers:
        match = re.match(rf"[\u4e00-\u9fff]{{2,7}}?{level}", issuer)
        if match is not None:
            return match.group()
    return None


def is_national(place: str) -> bool:
    """中国境内 and the like: any domestic registration will do."""
    return _NATIONAL.match(place) is not None


def region_of_code(credit_code: str | None) -> Region | None:
    """The region of the division code in characters 3 to 8 of a credit code."""
    division = region_code(credit_code) if credit_code else None
    return region_of_division(division) if division else None


def lies_in(place: str, address: str | None, credit_code: str | None) -> bool | None:
    """True where the address (else the credit code) lies in the place, False where it lies elsewhere, None unknown."""
    name = short(place)
    address = _OTHER_SITES.split(address)[0] if address else address
    if is_national(place):
        return True if address or credit_code else None
    stated = region_of_address(address) if address else None
    known = stated or region_of_code(credit_code)
    if name in provinces().values():
        return known.province == name if known is not None else None
    if stated is not None and stated.city is not None and stated.city == name:
        return True
    if address and name in address:
        return True
    if place.endswith(("省", "自治区")):  # one that no table knows: another that is named is another
        other = _PROVINCE.match(address or "")
        elsewhere = stated is not None or (other is not None and other.group() != place)
        return False if elsewhere else None
    if stated is None and known is not None and known.city == name:
        return True
    below = place.endswith(("县", "区")) or (place.endswith(("市", "州", "盟")) and name not in cities())
    if known is not None and known.city is not None and (stated is not None or not below):
        return False  # a division code tells what lies below the prefecture, but not its name
    city = _CITY.search(re.sub(r"^[^省]{2,6}省|^[^区]{2,8}自治区", "", address or ""))
    return False if city is not None else None
