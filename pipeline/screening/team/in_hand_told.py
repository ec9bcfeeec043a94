"""What a sentence says of the projects that the leader still has in hand (手上还有两项市级揭榜挂帅项目，2027年结题)."""

import re

from extractors.values.han_numerals import han_value

_THING = r"(?:项目|课题|任务)"
_NUMBER = (
    r"(?<![第\d.])(?P<{}>\d{{1,2}}|[一二两三四五六七八九十])\s?[项个](?!月|百分|单位|成员|课题组|发明|专利|标准|成果)"
)
# 两项市级揭榜挂帅项目, 市级揭榜挂帅项目尚有2项
_COUNT = re.compile(
    rf"{_NUMBER.format('before')}[^，。；、：:]{{0,16}}?{_THING}(?!组)|{_THING}[^，。；：:\d]{{0,12}}?{_NUMBER.format('behind')}"
)
_UNDER_WAY = re.compile(
    r"在研|(?<!已)(?:[未没](?:有)?|尚未|还没)(?:结题|验收|完成|结项|交账)|在做|在手|手[上头里]|名下|(?:实施|执行|研究|合同)期(?:内|中|之内)?(?!限)"
    r"|正在?(?:牵头|组织)?(?:实施|承担|主持|执行|推进|做)|同时(?:牵头|负责|主持|承担)|[担扛]着|在实施|实施中|执行中|进行中"
)
_ENDS = re.compile(r"(?P<year>20\d\d)年[^，。；已]{0,10}?(?:结题|验收|完成|到期|结项|交账|交付)")
_DONE = re.compile(
    r"已(?:经)?(?:全部|如期|按期|均|都|于20\d\d年(?:\d{1,2}月)?)?(?:结题|验收|完成|结项|通过验收)|(?:主持|承担|牵头|负责|做)过|主持完成|完成了?(?=[^，。；]{0,12}项)|曾|[无没][^，。；]{0,6}在研|累计|近[一二三四五六七八九十\d]{1,2}年"
)
_NOT_LED = re.compile(
    r"参[与加]|骨干|成员|团队|其[他它]人|合作单位|联合单位|不(?:超过|多于|得)|[无没]有?(?![^，。；]{0,3}(?:结题|验收|完成|结项))|未(?!结|验|完|通)|申报|拟|计划|设"
)
_BY_UNIT = re.compile(
    r"(?:公司|单位|企业|学校|学院|研究院|研究所|集团)(?:目前|现|正|已|还|另|共|同时)*(?:牵头|主持|承担|负责|实施|在研|有)"
)
_CLAUSE = re.compile(r"[，,：:]")
_LEVELS = ("国家", "省", "市", "县", "区", "校", "院")
_LEVEL = re.compile(r"(?P<level>国家|[省市县区校院])(?:部)?级")


def led_in_hand(condition: str, sentence: str, at: int, closes: int | None) -> tuple[int, str] | None:
    """How many the sentence says are under way, and its words, behind the leader's name that ends at ``at``.

    ``closes`` is the year in which the call closes.
    """
    rest = sentence[at:]
    ends = (int(one["year"]) for one in _ENDS.finditer(rest))
    under_way = _UNDER_WAY.search(rest) is not None or (closes is not None and any(year > closes for year in ends))
    if not under_way or _DONE.search(rest) is not None:
        return None
    for said in _COUNT.finditer(rest):
        clause = _CLAUSE.split(rest[: said.start()])[-1] + said.group() + _CLAUSE.split(rest[said.end() :])[0]
        number = han_value(said["before"] or said["behind"])
        if number is None or _NOT_LED.search(clause) or _BY_UNIT.search(rest[: said.end()]):
            continue
        if of_its_kind(condition, clause):
            return int(number), clause.strip()
    return None


def of_its_kind(condition: str, words: str) -> bool:
    """市级揭榜挂帅项目: the programme that the condition names, and of no other level than it names."""
    if "揭榜" in condition and "揭榜" not in words:
        return False
    asked, told = _LEVEL.findall(condition), _LEVEL.findall(words)
    if not asked or not told:
        return bool(told) or not asked or "揭榜" in words
    above = _LEVELS[: _LEVELS.index(asked[0]) + 1] if "以上" in condition else (asked[0],)
    return any(level in above for level in told)
