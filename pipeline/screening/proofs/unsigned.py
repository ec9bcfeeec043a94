"""A paper of two sides that its entry, or the lines below its heading, say nobody has signed yet (协议尚未签字盖章)."""

import re

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.proofs.withheld import is_withheld
from schemas.outline import Role
from schemas.submission import Attachment

_TO_SIGN = re.compile(r"协议|合同|意向书|备忘录|确认函|同意书|委托书|决议|推荐函|授权书|承诺[书函]|证明")
_OF_TWO = re.compile(r"协议|合同|意向书|备忘录")
_IN = r"[^，,。；;（()）]"
_SIGN = r"(?:正式)?(?:签[字署订章约名]|盖[章好]|用印|签(?=[，,。；;）)]|$))"
_NOT = r"(?:[尚还暂仍]未|[尚还]没有?|(?<![前从])未(?:能|及|来得及|曾)?|没能?|没有|来不及|待|有待|等待|不肯|无法)"
_UNSIGNED = re.compile(
    rf"{_NOT}{_IN}{{0,4}}?{_SIGN}(?!{_IN}{{0,4}}(?:的?无效|的?不予|处已|补充|任务书|细则|购销|采购)|{_IN}{{1,12}}的(?:人|单位|企业|方|员))|(?:公章|印章|章|签字){_IN}{{0,2}}(?:[尚还]未|未|没有?)(?:到|盖|落实|加盖|签)"
    rf"|(?:未|没有?)(?:盖章|签字|签章|签署|用印)的?(?:协议|合同|文本|样稿|草稿|电子[稿版]|版本|稿)"
)
# 先附微信沟通截图, 所附为协议草稿, 以聊天记录代替
_NO_PAPER = (
    r"(?:(?:微信|聊天|沟通|通话|短信|邮件|往来|钉钉|QQ|语音){1,3}(?:截[图屏]|记录|内容|页面)|往来(?:邮件|函件)|邮件往来|会议纪要|口头(?:意向|协议|约定|承诺)"
    r"|草[稿案]|初稿|样[稿本张]|电子稿|讨论稿|征求意见稿|空白(?:文本|模板|协议|合同)|范本|模板)"
)
_INSTEAD = re.compile(
    rf"(?:[先暂仅只]|目前|这里|此处|所|权且|姑且)(?:只|仅|先|暂|能|有|随|提供|上|达成|是)*(?:附[上的]?|提[供交]|有|达成|放|交|为|是)(?:[的与]|{_IN}){{0,12}}?{_NO_PAPER}"
    rf"|[以用由拿]{_IN}{{0,10}}?{_NO_PAPER}{_IN}{{0,4}}(?:代替|替代|为[证凭据]|代|作为?(?:凭证|证明|依据))|附{_IN}{{0,6}}?{_NO_PAPER}(?=[，,。；;）)]|$)"
)
_SIGNED = re.compile(
    rf"(?:[均都皆已]|已经|于20\d\d年{_IN}{{0,8}}|当日|全部)(?:由|经)?(?:双方|各方|三方|共同|正式|完成){{0,2}}(?:法定代表人)?(?:签[字署订章约]|盖章|加盖|用印|补[盖签])"
)
_ONE_SIDE = re.compile(
    r"(?:仅|只)(?:有|由)?(?:我|本|单|一|申报|揭榜|乙|甲)(?:方|单位|公司|院|校)?(?:一方|单方)?[^，。；]{0,4}(?:签|盖)"
)
_TEXT = re.compile(r"甲方|乙方|丙方|约定|第[一二三四五六七八九十\d]+条|如下|自[^，。；]{0,10}生效")
_LONGEST, _NEAR = 160, 4  # characters of the lines below the heading, and between the two


def unsigned(words: str) -> str | None:
    """The words that say that it is not signed, or that something lesser stands for it; None where it is signed."""
    said = squeeze(words)
    one_side = _ONE_SIDE.search(said)
    if one_side is not None:
        return one_side.group()
    found = (_UNSIGNED.search(said) or _INSTEAD.search(said)) if _TO_SIGN.search(said) else None
    return found.group() if found is not None and _SIGNED.search(said) is None else None


def below_heading(case: Case, given: Attachment) -> str:
    """What stands below the paper's name, where that is a line of its own, and is no text of the paper."""
    below = (
        one
        for one in case.submission.passages
        if one.evidence.file == given.evidence.file and 0 <= one.evidence.start - given.evidence.end <= _NEAR
    )
    told = next((one for one in below if one.role is Role.PROOFS and len(one.text) <= _LONGEST), None)
    others = (one.evidence for one in case.submission.attachments if one is not given)
    if told is None or any(told.evidence.overlaps(one) for one in others) or _TEXT.search(told.text):
        return ""
    return told.text


def why_unsigned(case: Case, given: Attachment, asked: str, listed: str) -> str | None:
    """The words, for a paper of two sides, in its entry or in what stands below its heading."""
    if _OF_TWO.search(asked) is None:
        return None
    below = below_heading(case, given)
    put_off = below if below and is_withheld(below, asked) else None
    return unsigned(listed) or (unsigned(f"{given.name}：{below}") if below else None) or put_off
