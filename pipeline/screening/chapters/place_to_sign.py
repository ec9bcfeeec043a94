"""A chapter of the outline that is a place to sign (单位审核意见（签字、盖章）): where the application has it."""

import re

from pipeline.screening.application.substance import squeeze
from schemas.evidence import Evidence
from schemas.outline import Role
from schemas.submission import Submission

_SIGNED = re.compile(r"签[字名章署]|盖章|公章|印章|用印")
_PLACE = re.compile(r"意见|签[字章署]页?|盖章|承诺|声明|授权|确认")
_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
_NUMBER = re.compile(
    r"^(?:第?[一二三四五六七八九十\d]{1,3}(?:部分|[章节条])?|[（(][一二三四五六七八九十\d]{1,3}[)）])[、.．\s]*"
)
_SIGNER = re.compile(r"[\u4e00-\u9fff]{2,8}(?=签[字名章])")  # 单位负责人签字: the place may be read by who signs
_LONGEST = 40  # characters of a line that heads such a place
_OWN = re.compile(r"^(?:项目)?(?:申[报请]|牵头|揭榜|应榜|承担|依托|本|所在)?(?:单位|企业|公司|法人|机构)")


def place_to_sign(submission: Submission, title: str, guidance: str | None) -> Evidence | None:
    """The field, the place or the line of that name; None where there is none, or the title asks for a text."""
    asked = squeeze(title)
    if _PLACE.search(asked) is None or _SIGNED.search(asked + squeeze(guidance or "")) is None:
        return None
    named = _plain(asked)
    for field in submission.form_fields:
        if _same(named, field.label or field.name):
            return field.evidence
    signers = {one.group() for one in _SIGNER.finditer(asked)}
    for place in submission.seals:
        opinion = place.role not in (Role.COMMITMENT, Role.COVER) and _SIGNED.sub("", place.name) in signers
        if opinion or _same(named, place.name):
            return place.evidence
    for passage in submission.passages:
        line = passage.text.strip().split("\n")[0]
        if (len(line) <= _LONGEST and _same(named, line)) or any(_same(named, one) for one in passage.path):
            return passage.evidence
    return None


def _plain(words: str) -> str:
    """单位审核意见 of 十三、申报单位审核意见（签字、盖章）：: whose it is is told in many ways."""
    bare = _NUMBER.sub("", _BRACKETS.sub("", squeeze(words)).split("：")[0])
    return _OWN.sub("单位", bare)


def _same(named: str, words: str) -> bool:
    own = _plain(words)
    return own == named or own.removeprefix("单位") == named.removeprefix("单位")
