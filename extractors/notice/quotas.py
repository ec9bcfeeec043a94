"""Quotas (名额、限项): how many one may recommend or apply for, and how many are chosen."""

import re

from extractors.directions.labels.parts import FORM_ROLES
from extractors.text.items import number_at
from extractors.text.spans import Span, sentences, split_outside_brackets, squeezed, trimmed
from extractors.values.han_numerals import han_value
from schemas.outline import Outline
from schemas.provisions import Quota, QuotaKind
from schemas.text import Text

_PIECE = re.compile(r"[，,；;]")
_COUNT = (
    r"(?P<count>\d{1,4}|[一二两三四五六七八九十]{1,3})\s*"
    r"(?P<unit>个(?!月|工作|百分)(?:项目|课题|榜单|方向|任务|单位|团队|名额)?|项(?:课题|任务|榜单|目)?|家(?:单位|企业)?|名|支|件|份|人)"
)
# What is counted here: recommending, applying, choosing. The word stands before the number or right behind it.
_RECOMMENDS = r"推荐|限推|荐报|报送(?=[^，。；]{0,6}(?:数|总|限|不超|最多|至多|\d))|推报"
_APPLIES = r"限(?:报|申报|牵头|参与|承担|主持|揭)|(?:申报|牵头|主持|揭榜|参与|承担|申请|参加|报名|选择|作为负责人)"
_CHOOSES = r"遴选|拟?支持|立项|入围|评出|评选|择优|确定|选定|揭榜单位|并行攻关|优胜"
_BOUND = (
    r"(?:总?数?量?(?:均|原则上|一般|总[计共数]|合计|最多|至多|各|只|仅|可|能|累计|同时|只能|不得|不能|不|应|须)*\s*)"
)
_AT_MOST = (
    r"(?:不(?:得|能|应)?(?:超过|多于|超)|最多|至多|上限为?|"
    r"限(?:报|推|申报|牵头|参与|承担|主持|揭榜|定|选|额)?|只能|仅[限能可]?|原则上|≤|[只仅])"
)
_LIMITED = re.compile(rf"{_AT_MOST}[^，。；\d一二两三四五六七八九十]{{0,12}}{_COUNT}(?!以上|及以上)")
_UNLIMITED = re.compile(r"(?:推荐|申报|报送)[^，。；]{0,10}不(?:受)?限[额项制名]*|不限(?:额|项|名额)")
_KINDS: tuple[tuple[QuotaKind, re.Pattern[str]], ...] = (
    ("recommendation", re.compile(_RECOMMENDS)),
    ("application", re.compile(_APPLIES)),
    ("selection", re.compile(_CHOOSES)),
)
# Limits on something else: the members of a team, the partners, pages, proofs, copies, points.
_ELSE = re.compile(
    r"成员|团队[^，。；]{0,4}人|参与单位|合作单位|联合体|参加单位|子课题|骨干|页|字|材料|证明|成果|论文|一式|获奖|抽检|年龄|核心"
)
_WHO = re.compile(
    r"^(?:其中|其他|其余|原则上|此外|同时)?"
    r"(?P<who>(?:每[家个位名项]|同一|各|每|省属|市属|其余|其他|一[家个]|企业|申报|推荐|项目|负责人|中央)[^，。；]{0,30}?)"
    r"(?=(?:在?同一?[^，。；]{0,8})?(?:"
    r"原则上|总计|总数|同期|当前|目前|本批次|最多|至多|只能|仅|限|不得|不超过|(?:推荐|牵头|申报|揭榜)(?!单位|人|方|主体|部门|企业|者)|主持|作为|可以?|一般|遴选|支持|立项))"
)


def find_quotas(text: Text, outline: Outline) -> list[Quota]:
    """The quotas of the call in order; a piece between commas that names no subject has the one before it."""
    found: list[Quota] = []
    for division in outline.divisions:
        if division.role not in FORM_ROLES:
            for span in sentences(text.clean, division.start, division.end):
                if re.search(r"限|不|最多|至多|原则上|只能|仅|≤", span.of(text.clean)):
                    found += _of_sentence(text, span)
    return found


def _of_sentence(text: Text, span: Span) -> list[Quota]:
    found: list[Quota] = []
    said: QuotaKind | None = None
    for piece in split_outside_brackets(text.clean, span.start, span.end, _PIECE):
        words = piece.of(text.clean)
        own = _kind(words)
        said = own or said
        limited, unlimited = _LIMITED.search(words), _UNLIMITED.search(words)
        if said is None or _ELSE.search(words) or (limited is None and unlimited is None):
            continue
        found.append(_quota(text, piece, said, limited))
    return found


def _quota(text: Text, piece: Span, kind: QuotaKind, limited: re.Match[str] | None) -> Quota:
    _, body = number_at(text.clean, piece.start, piece.end)
    piece = trimmed(text.clean, body, piece.end)
    words = piece.of(text.clean)
    who = _WHO.search(words)
    return Quota(
        kind=kind,
        who=squeezed(who["who"]) if who else None,
        maximum=_count(limited["count"]) if limited else None,
        unit=limited["unit"] if limited else None,
        text=squeezed(words),
        evidence=text.evidence(piece.start, piece.end),
    )


def _kind(words: str) -> QuotaKind | None:
    """By the telling word that stands nearest before the bound, else the first behind it."""
    limited = _LIMITED.search(words)
    at = limited.start("count") if limited else len(words)
    last = [(m.start(), kind) for kind, pattern in _KINDS for m in pattern.finditer(words, 0, at)]
    if last:
        return max(last)[1]
    behind = [(m.start(), kind) for kind, pattern in _KINDS for m in pattern.finditer(words, at)]
    return min(behind)[1] if behind else None


def _count(words: str) -> int:
    return int(han_value(words) or 0)
