"""Is there an answer at all? Placeholders, copied guidance, pointers elsewhere, length."""

import re
from functools import lru_cache

from pipeline.screening.wordings import wordings

_MARKS = re.compile(r"[\W_]+")
# A Chinese character or full-width mark, or a run of anything else between white space and these.
_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—·"
_OFFICE_WORD = re.compile(rf"[{_WIDE}]|[^\s{_WIDE}]+")
COPIED = 0.8  # from this share of the answer on, standing in the guidance: nothing of one's own
_SHORT = 60  # characters of a text that says no more than where to look
LONGEST_TALK, OWN_SHARE = 150, 0.12  # characters, and the share of them that says something
# 项目负责人（签字）：张某 2026年7月1日 at the end of a chapter signs the task book, and is no part of what it says.
_SIGNED = re.compile(
    r"\s*[\u4e00-\u9fff]{2,14}[（(](?:签[字名章]|盖章|公章|签字[或并及、]?盖章)[）)]\s*[:：][^\n。；]{0,60}\s*"
)
# 待项目启动后再行研究补充: the answer is put off.
_PUT_OFF = re.compile(
    r"(?:待|将在|拟在)[\u4e00-\u9fff]{0,12}?(?:后再?行?|时再?行?|再行?)(?:与[\u4e00-\u9fff]{2,8}(?:部门|单位|方|专家))?"
    r"(?:(?:另行|统一|进一步|视情|共同|协商|研究|补充|确定|制定|明确|完善|细化|编制|商定|安排|和|并)){1,4}"
)
# 应对举措待任务批复后另行研究提出, 尚未制定应对措施: the thing asked for is named, and put off or denied
_ANSWER = r"(?:举措|措施|办法|方案|对策|预案|指标|目标值|计划|安排|进度)"
_LATER = (
    rf"{_PUT_OFF.pattern}|(?:将|拟)?(?:另行|后续再|届时再|之后再)|暂未|尚未|暂无|还没有"
    r"|[在于][^，。；\n]{2,10}(?:过程中?|阶段|期间)[^，。；\n]{0,4}(?:逐步|再|陆续)(?:研究|完善|制定|明确|确定)"
)
_NOT_YET = re.compile(
    rf"{_ANSWER}[^，。；\n]{{0,6}}?(?:{_LATER})|(?:尚未|暂未|暂无|还没有)[^，。；\n]{{0,8}}{_ANSWER}$"
)
_CLAUSE, _LONGEST_CLAUSE = re.compile(r"[^，。；\n]+"), 80
# 按国家有关规定执行, 由双方另行约定: whatever the rules are
_AS_RULED = re.compile(
    r"(?:按照?|依照?|遵[照守]|依据|根据)[^，。；]{0,12}?(?:规定|办法|政策|法律|法规|要求|约定|合同)(?:执行|办理|处理|进行)|(?:由[^，。；]{2,8})?(?:届时|另行|协商|双方)+(?:商定|约定|确定|明确|协商)"
)
# 青浦区______路____号, ××市某某局: blanks and marks that stand for what is to be filled in
_LEFT_BLANK = re.compile(r"(?<![A-Za-z\d])(?:[_＿]{2,}|[xX×✕]{2,})(?![A-Za-z\d])")
# 海岚深潜装备有限公司__（加盖单位公章）: the rest of the line that a name is written on
_LINE_END = re.compile(
    r"(?<=公司|大学|学院|中心|集团|医院)[_＿]+(?=\s*[（(][^（）()]{0,6}章[)）])|(?<=[院所厂站社])[_＿]+(?=\s*[（(][^（）()]{0,6}章[)）])"
)
_WRAPPED = re.compile(r"[（(【［\[〔](?P<inner>[^（()）【】［］\[\]〔〕]+)[)）】］\]〕]")
_BOX = re.compile(r"[□☐▢◻]")


def squeeze(text: str) -> str:
    """Text without any white space."""
    return "".join(text.split())


def length(text: str) -> int:
    """Characters without white space, as limits of length count them."""
    return len(squeeze(text))


def office_length(text: str) -> int:
    """Words as an office program counts them (字数): each Chinese character or mark one, each run of others one."""
    return len(_OFFICE_WORD.findall(text))


def is_placeholder(value: str) -> bool:
    """A value that only holds the place: 如实填写, xxx, ____. 无 is an answer (无则填无)."""
    text = squeeze(value).strip("：:。，,；;")
    wrapped = _WRAPPED.fullmatch(text)  # （待补充）
    text = wrapped["inner"] if wrapped is not None else text
    return not text or wordings().placeholder.fullmatch(text) is not None


def is_left_blank(value: str) -> bool:
    """A part of the value is still a blank or a mark that holds its place."""
    return _LEFT_BLANK.search(_LINE_END.sub("", value)) is not None


def is_nothing(text: str) -> bool:
    """无, 暂无, 不涉及 and the like, as the whole text."""
    return _without_marks(text) in wordings().nothing


def without_signature(text: str) -> str:
    """The text without a signature's line at its end."""
    line = text.rstrip().rfind("\n") + 1
    return text[:line] if _SIGNED.fullmatch(text, line) is not None else text


@lru_cache(maxsize=64)  # several checks ask about the same sections
def without_put_off(text: str) -> str:
    """The text without what names an answer only to put it off: 应对举措待批复后另行研究."""
    return _CLAUSE.sub(lambda clause: "" if _puts_off(clause.group()) else clause.group(), text)


def _puts_off(clause: str) -> bool:
    return len(clause) <= _LONGEST_CLAUSE and _NOT_YET.search(clause.rstrip()) is not None


def points_elsewhere(text: str) -> bool:
    """The whole text only points to another place: 详见附件, 详见公司制度."""
    return length(text) <= _SHORT and wordings().elsewhere.fullmatch(squeeze(text)) is not None


def is_empty_talk(text: str) -> bool:
    """A short text made of words that say nothing or put it off: 将高度重视，积极采取有效措施予以解决."""
    words = _without_marks(text)
    if len(words) > LONGEST_TALK:
        return False
    own = wordings().platitudes.sub("", _AS_RULED.sub("", _PUT_OFF.sub("", words)))
    return len(own) <= len(words) * OWN_SHARE


@lru_cache(maxsize=64)  # several checks ask about the same sections
def copied_share(text: str, guidance: str | None) -> float:
    """The share of the text's characters that stand in runs of 8 and more in the guidance, 0 to 1."""
    own, source = _without_marks(text), _without_marks(guidance or "")
    if len(own) < 4 or len(source) < 4:
        return 0.0
    run = min(8, len(own))
    runs, covered, end = _runs_of(source, run), 0, 0
    for at in range(len(own) - run + 1):
        if own[at : at + run] in runs:
            covered += at + run - max(at, end)
            end = at + run
    return covered / len(own)


@lru_cache(maxsize=64)
def _without_marks(text: str) -> str:
    return _MARKS.sub("", text)


@lru_cache(maxsize=256)  # the guidance of a notice, for all its applications
def _runs_of(source: str, size: int) -> frozenset[str]:
    return frozenset(source[at : at + size] for at in range(len(source) - size + 1))


def is_copied(text: str, guidance: str | None) -> bool:
    """Nothing but the template's own words."""
    return copied_share(text, guidance) >= COPIED


def only_empty_boxes(value: str) -> bool:
    """Boxes to tick, none of them ticked."""
    return bool(_BOX.search(value)) and not re.search(r"[☑☒■√✓✔🗹●]", value)
