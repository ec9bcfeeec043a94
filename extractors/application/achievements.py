"""What the applicant has reached before (已有成果): patents, software, papers, standards, awards, projects."""

import re

from extractors.application.claims import Mode, mode_of
from extractors.text.items import number_at
from extractors.text.spans import Span, sentences, split_outside_brackets, squeezed, trimmed
from extractors.text.tables import label_of
from extractors.values.han_numerals import han_value
from extractors.values.identifiers import find_identifiers
from schemas.outline import Outline, Role
from schemas.text import Block, Text
from schemas.undertaking import Achievement, AchievementKind

# Kinds by the words that name them; of two in one piece the one that stands last before the number.
_KINDS: tuple[tuple[AchievementKind, re.Pattern[str]], ...] = (
    ("patent", re.compile(r"专利(?!局|法)")),
    ("software", re.compile(r"软件著作权|软著|计算机软件登记")),
    ("paper", re.compile(r"论文|专著|SCI|EI收录")),
    ("standard", re.compile(r"(?:国家|行业|团体|地方|国际|企业)?标准(?!化|差|箱|间|品|煤|工况)")),
    ("award", re.compile(r"[一二三特]等奖|科技进步奖|科学技术奖|金奖|银奖|奖励|荣誉称号|优秀奖|发明奖")),
    (
        "project",
        re.compile(
            r"(?:重大|重点|专项|省级|国家级?|市级|科技|攻关|基金|研发计划)[^，。；]{0,14}(?:项目|课题|任务|专项|计划)"
        ),
    ),
    (
        "qualification",
        re.compile(
            r"高新技术企业|专精特新|小巨人|单项冠军|重点实验室|技术中心|工程研究中心|创新中心|资质|认证证书|瞪羚|独角兽"
        ),
    ),
)
_HAD = re.compile(
    r"已|获(?!取)|拥有|现有|累计|授权|主持|承担|参与|牵头|曾|取得|荣获|发表|制定|认定|入选|建有|依托|申请|登记|编制|完成|是|为|具有|ZL|SR"
)
_TO_COME = re.compile(
    r"预期|预计|将|拟|(?<!研发|人才|行动|攻关|专项|支撑|火炬)计划(?![项课专])|力争|目标|到20\d\d年|不少于|不低于|项目完成后|形成.{0,4}以上|承诺"
)
_COUNT = re.compile(r"(?P<count>\d{1,5}|[一二两三四五六七八九十]{1,3})\s*(?:余|多)?\s*(?:项|件|个|篇|部|次|套|家)")
_PIECE = re.compile(r"[，,、；;]")
_IDENTIFIERS = frozenset({"patent", "certificate", "standard"})
_SKIPPED = frozenset({Role.COMMITMENT, Role.PROOFS, Role.INSTRUCTIONS})


def find_achievements(text: Text, outline: Outline) -> list[Achievement]:
    """The achievements in order: in sections and cells on what is there, each piece between commas that names one.

    Goals and plans are promises, whatever they name; elsewhere a sentence counts that says what was done and nothing
    of what is to come.
    """
    found: list[Achievement] = []
    for block in text.blocks:
        if outline.division_at(block.start).role in _SKIPPED:
            continue
        mode = _mode(text, outline, block)
        if mode in (Mode.EXISTING, Mode.OPEN):
            for sentence in sentences(text.clean, block.start, block.end):
                found += _of_sentence(text, sentence, mode)
    return found


def _mode(text: Text, outline: Outline, block: Block) -> Mode:
    """What the headings or the cell's label say of it; a heading itself says nothing."""
    index = outline.section_at(block.start)
    titles = outline.path(index)
    if index is not None and block.end <= outline.sections[index].heading_end:
        return Mode.SILENT
    if block.table is not None:
        label = label_of(text, block)
        titles = (label,) if label else titles
    return mode_of(titles)


def _of_sentence(text: Text, sentence: Span, mode: Mode) -> list[Achievement]:
    words = sentence.of(text.clean)
    if _TO_COME.search(words) or not (mode is Mode.EXISTING or _HAD.search(words)):
        return []
    found = []
    for piece in split_outside_brackets(text.clean, sentence.start, sentence.end, _PIECE):
        _, body = number_at(text.clean, piece.start, piece.end)
        piece = trimmed(text.clean, body, piece.end)
        one = _of_piece(text, piece, _HAD.search(words) is not None)
        found += [one] if one is not None else []
    return found


def _of_piece(text: Text, piece: Span, had: bool) -> Achievement | None:
    words = piece.of(text.clean)
    named = [(match.start(), kind) for kind, pattern in _KINDS for match in pattern.finditer(words)]
    count = _COUNT.search(words)
    number = next((i.value for i in find_identifiers(words) if i.kind in _IDENTIFIERS), None)
    if not named or not (had or count or number):
        return None
    if count is None and number is None and min(named)[1] not in ("award", "project", "qualification"):
        return None
    kind = max(pair for pair in named if count is None or pair[0] <= count.start() or pair == min(named))[1]
    return Achievement(
        kind=kind,
        name=squeezed(words),
        count=_number(count["count"]) if count else None,
        number=number,
        evidence=text.evidence(piece.start, piece.end),
    )


def _number(words: str) -> int:
    return int(han_value(words) or 0)
