"""Labels of a form that ask for a signature and a seal in their bracket: 申报单位意见（法定代表人签字、加盖公章）."""

import re

from schemas.facts import SealPlace
from schemas.outline import Outline, Role
from schemas.text import Text

_FORMS = frozenset({Role.FORM, Role.COVER})
# Not 推荐单位意见, whose seal is another's to give.
_LABEL = re.compile(
    r"(?P<owner>(?!推荐|主管|归口|专家|评审|初审|受理)[\u4e00-\u9fff]{0,8}?)(?:审核|审查)?意见\s*"
    r"[（(]\s*(?:由|须|请)?(?P<who>法定代表人|法人代表|单位负责人|负责人)(?:亲笔)?(?:签字|签名|签章)"
    r"(?:[、，,并和及]|或盖章)*\s*(?:(?:加?盖)(?P<unit>单位|企业|本单位)?)?(?:公章|印章)\s*[）)]\s*[:：]?\s*"
)


def label_seals(text: Text, outline: Outline) -> list[SealPlace]:
    """The two places that each such label of the call's form has, the signature first."""
    found: list[SealPlace] = []
    for block in text.blocks:
        if outline.division_at(block.start).role not in _FORMS:
            continue
        match = _LABEL.fullmatch(text.clean, block.start, block.end)
        if match is not None:
            evidence = text.evidence(match.start(), match.end())
            owner = match["owner"] or match["unit"] or "单位"
            role = outline.division_at(block.start).role
            found.append(SealPlace(name=f"{match['who']}签字", kind="signature", role=role, evidence=evidence))
            found.append(SealPlace(name=f"{owner}公章", kind="seal", role=role, evidence=evidence))
    return found
