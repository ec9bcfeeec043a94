"""Who leads the work applied for, by sentences that mean no other work: 揭榜负责人某某，教授, wherever it stands."""

import re
from collections.abc import Iterator

from extractors.values.person_names import is_name
from schemas.facts import Passage

_NAME = r"(?P<name>(?![任兼由系为是均全应须])[\u4e00-\u9fff·]{2,4}?)"
_TITLE = (
    r"(?:同志|先生|女士|博士|院士|硕士|老师|(?:正高级|高级|总)?工程师|(?:副|助理)?(?:教授|研究员)|讲师|(?:副?总)?经理|总监"
    r"|董事长|首席[\u4e00-\u9fff]{2,3}|所长|院长|主任)"
)
_OURS = r"(?:揭榜|本(?:项目|任务|课题|榜题|次揭榜|次攻关)(?:任务)?的?|榜题)"
_ENDS = (
    rf"(?={_TITLE}|\s?[，,、。；;（(]|\s*$|\n|担任|任|负[责总]|牵头|主持|统[筹一]|带[领队]|组织|总体|全面|亲自"
    r"|(?:的)?(?:最高)?(?:学历|学位|职称|身份证|社保|劳动合同|简历|履历|个人|任职|聘[书用]))"
)
_SORTS = (
    r"(?:的|资[质格历]|工作|经[验历]|情况|简[介历况]|履历|介绍|能力|业绩|基[本础]|信息|水平|研究|专业|[及和与、]){1,8}"
)
_SAYS = rf"(?=\s?[，,（(]|{_TITLE}|现?任|为|系|是|男|女|现|毕业)"
_AHEAD = r"(?:(?<![\u4e00-\u9fff])|(?<=[由的，。])|(?<=公司)|(?<=大学)|(?<=学院)|(?<=研究[院所]))"
_TOLD = (
    # 由揭榜负责人某某担任组长, 本任务的负责人是某某, 揭榜负责人某某学历学位证书
    re.compile(rf"{_OURS}总?(?:负责人|主持人|带头人)(?:姓名)?(?:为|是|由|系|即|[:：｜|]){{0,2}}\s?{_NAME}{_ENDS}"),
    # 揭榜负责人资质及工作经验：某某，副教授
    re.compile(rf"(?:揭榜|项目|任务|课题|攻关){{0,2}}负责人{_SORTS}[:：｜|]\s?{_NAME}{_SAYS}"),
    # 某某任组长兼揭榜负责人, 某某同志作为本任务负责人
    re.compile(
        rf"{_AHEAD}(?P<name>[\u4e00-\u9fff·]{{2,3}})(?:{_TITLE})?(?:担任|出任|任|兼任|为|作为|兼|是)"
        rf"(?:[攻关项目任务]{{0,4}}[组队]长[兼和、及]{{1,2}}|(?:公司)?{_TITLE}[兼、]|总师兼)?{_OURS}总?负责人"
    ),
)
# 揭榜负责人情况, above: 某某，男，1979年生
_TITLED = re.compile(rf"(?:揭榜|项目|任务|课题|攻关){{0,2}}负责人(?:{_SORTS})?")
_OPENS = re.compile(
    rf"(?:姓名[:：]\s?)?{_NAME}(?=[，,]\s?(?:男|女|汉族|{_TITLE}|[\u4e00-\u9fff]{{2,8}}(?:博士|硕士|专业)|\d{{2}}岁|(?:19|20)\d\d年))"
)
# 原揭榜负责人, 若揭榜负责人…, and of a partner's part
_ANOTHER = re.compile(r"(?:原|前任?|副|子|如|若|参[与加]单位|合作单位|联合单位|成员单位|[乙丙]方)的?$")
# behind a name of two characters, which many words begin like
_SURELY = re.compile(rf"{_TITLE}|\s?[，,（(]\s?(?:[男女]|{_TITLE}|[\u4e00-\u9fff]{{2,8}}(?:博士|硕士|工程师))")
_SHORTEST = 2
_BEFORE = 10  # characters


def leaders_told(passage: Passage) -> Iterator[str]:
    """The names, in order; none where the words before tell of another leader."""
    if "负责人" not in passage.text and not any("负责人" in title for title in passage.path[-1:]):
        return
    for pattern in _TOLD:
        for match in pattern.finditer(passage.text):
            before = passage.text[max(0, match.start() - _BEFORE) : match.start()]
            short = len(match["name"]) == _SHORTEST and _SURELY.match(passage.text, match.end("name")) is None
            if not (short or _ANOTHER.search(before)) and _is_full(match["name"]):
                yield match["name"]
    if passage.path and _TITLED.fullmatch(passage.path[-1]):
        opening = _OPENS.match(passage.text.strip())
        if opening is not None and _is_full(opening["name"]):
            yield opening["name"]


def _is_full(name: str) -> bool:
    """A whole name: 李总, 王工 are none, and 负总 of 负总责."""
    return is_name(name) and re.fullmatch(_SHORT, name) is None


_SHORT = rf".{{1,2}}{_TITLE}|.[总工]|[\u4e00-\u9fff]?(?:董事长|总裁|书记|主席|校长|厂长)"
