"""Who has signed for another (代签): 副总经理某某代, （代某某）, 某副总签, by the words at the place alone."""

import re

from extractors.values.person_names import is_name
from pipeline.screening.signing.still_to_come import ABSENT

_WORDS = r"[\u4e00-\u9fff]"
_NAME = rf"{_WORDS}{{2,4}}?"
# Offices below the legal representative's; 董事长, 总经理 alone may be his own.
_DEPUTY = (
    r"(?:副(?:总经理|总裁|董事长|理事长|总工程师|总工|总|院长|所长|校长|主任|厂长|社长|部长|处长|经理)|(?:总经理|董事长|院长|所长)?(?:助理|秘书)"
    r"|(?:办公室|综合部|行政部|财务部|研发部|技术部|人事部|科技处|科研处|市场部)(?:主任|经理|部长|处长|负责人)?|财务总监|技术总监|总监|总工程师|总工|监事|经办人|联系人|项目经理|工作人员|同事)"
)
_OFFICE = re.compile(rf"^(?:暂?由|经)?(?:[，,]|{_WORDS}{{0,8}}?的)?(?:常务|执行|分管|第一|主管)?{_DEPUTY}")
_AWAY = re.compile(rf"^{ABSENT}(?:[，,、]|期间)")
# 车副总
_SHORT = re.compile(rf"^{_WORDS}副(?:总|董|院长|所长|校长|主任|厂长)$")
_HAND = re.compile(r"(?:代为|代行|代|替|暂)?(?:签[字名署批章]?|签)$")
# 非代签, 代表公司签字, 代理总经理: nobody signs for another
_NO_ONE = re.compile(r"(?:非|不是|不得|不能|无|没有|未)[^，。；]{0,3}?(?:代签|代[为理]?签?)|代表|代理|代码|代课题组")
IN_BRACKETS = re.compile(r"[（(【［\[][^（）()【】［］\[\]]*[)）】］\]]")
_SIGNS = r"(?:落笔|签[字名署批章]?|笔|书写|署)"
_WAYS = (
    re.compile(rf"(?:由|经)?(?P<who>{_NAME})(?:代为|代替|代行|代|替|暂){_SIGNS}"),
    re.compile(rf"[（(【［\[](?:由|经)?(?P<who>{_NAME})代[)）】］\]]"),  # 某某（某某代）
    re.compile(rf"^(?P<who>{_NAME})代(?=$|[（(，,。])"),  # 某某代（法定代表人在境外）
    re.compile(rf"[，,](?P<who>{_WORDS}{{2,14}}?)代(?=$|[（(，,。])"),  # 某总在国外，副总经理某某代
    re.compile(rf"^(?P<who>{_NAME})[（(]代(?:{_NAME})?[)）]"),  # 某某（代某某）
    re.compile(rf"^{ABSENT}[，,、](?:[暂先]?由)(?P<who>{_NAME}){_SIGNS}$"),  # 法人在外，由某某签
    re.compile(rf"^代[:：](?P<who>{_NAME})$"),
)
_BARE = re.compile(r"代签|[（(]代[)）]")


def signs_for(content: str) -> str | None:
    """Who has signed for another, without the office; empty where the words do not name them, None where nobody did."""
    words = _NO_ONE.sub("", content)
    for way in _WAYS:
        if (said := way.search(words)) is not None:
            return without_office(said["who"])
    return "" if _BARE.search(words) is not None else None


def signed_name(content: str) -> str:
    """The name at the place without brackets, offices, the absence of another before it and the word for signing."""
    bare = IN_BRACKETS.sub("", content)
    bare = _HAND.sub("", _AWAY.sub("", bare))
    return without_office(bare)


def without_office(words: str) -> str:
    """车远舟 of 由分管副总经理车远舟."""
    name = _OFFICE.sub("", words) or words
    return name[1:] if name.startswith("由") and is_name(name[1:]) else name


def by_deputy(content: str) -> bool:
    """车副总签, 副总经理车远舟: by the office that is written there it is not the head."""
    bare = _HAND.sub("", _AWAY.sub("", IN_BRACKETS.sub("", content))).removeprefix("由")
    rest = _OFFICE.sub("", bare)
    named = rest != bare and (not rest or is_name(rest))
    return _SHORT.search(bare) is not None or named
