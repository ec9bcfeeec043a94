"""The signature of an official document: issuers' names, and the date under them (GB/T 9704-2012, 7.3.5)."""

import re
from dataclasses import dataclass
from itertools import islice

from extractors.text.notice_words import alternation
from schemas.outline import Outline, Role
from schemas.text import Block, Text

# A full date on a line of its own; 2025年 月 日 (a form's blank) and 2025年4月 are none.
_DATE = re.compile(
    r"(?P<before>.*?)(?P<year>\d{4}|[二〇零○OＯo0一三四五六七八九]{4})\s*年\s*"
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日"
)
_MONTH = re.compile(r"(?P<year>20\d\d)\s?年\s?\d{1,2}\s?月(?:\s{0,4}日)?")  # the day not printed
# 2026/4/18, 2026.4.18 at the foot; at the head it is the page's time of posting.
_SHORT_DATE = re.compile(r"(?P<before>)(?P<year>20\d\d)([/.-])(?P<month>\d{1,2})\3(?P<day>\d{1,2})")
_ORGANISATION = re.compile(
    rf"[\u4e00-\u9fffA-Za-z（）()·“”\s]{{2,50}}{alternation('organisation_ends')}(?:[（(][^（）()]{{1,10}}[）)])?"
)
# 某某协会 秘书处: an office of the one before it.
_OFFICE = re.compile(r"秘书处|办公室|组委会|管委会|人事处|科研处|科技处|教务处|研究院")
# 科技处: an office that signs inside its own house.
_INNER = re.compile(
    r"(?:科[技研]|社科|人事|教务|研究生|规划|财务|宣传|学工|研工|就业|国际|创新|成果|产业|质量)(?:处|院|部|办|科)|校?团委"
)
# 领导小组办公室 alone on a line: the rest of the name above
_REST = re.compile(r"(?:领导|工作|协调)小组|委员会|办公室|联席会议|工作专班")
_FIRST = re.compile(r"(?![请各将由])[\u4e00-\u9fff]{1,10}[省市县区州盟委局厅校][\u4e00-\u9fff]{1,12}")
# 主办：某某学会　　协办：…, above the date: who holds what is called for signs.
_HELD_BY = re.compile(
    r"(?:主办|发布|发榜)(?:单位|方|机构)?\s?[:：]\s?(?P<names>[^：:，。；]{4,60}?)"
    r"(?:\s{1,8}(?:协办|承办|指导|支持)(?:单位|方|机构)?\s?[:：].{0,200})?"
)
_NO_NAME = re.compile(r"^关于|附件|抄送|联系|特此|单位|地址|[：:，。；、]")
_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零○OＯo0", 0)
_LAST_LINES = 8
_MERE_NAME, _LONGEST_NAME = 3, 60  # lines of a division that an attachment's name opens, characters of the name
_NO_ISSUER = re.compile(r"公司$|材料|报送|[将并把请]")  # a page's foot, the beginning of a sentence
_SEAL = re.compile(r"\s?[（(](?:公?章|盖章|印章|代章)[）)]$")  # 某某科技司（章）
_EMPTY_LIST = re.compile(r"附\s*件\s*[:：]\s*")  # 附件: 2026年6月27日, the names between lost in a copy
_FORM_ROLES = frozenset({Role.COVER, Role.INSTRUCTIONS, Role.FORM, Role.COMMITMENT, Role.PROOFS})


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed and when; ``date`` is an ISO date."""

    issuers: tuple[str, ...]
    date: str


def is_issuer(words: str) -> bool:
    """The words are an organisation's name and nothing else."""
    return 4 <= len(words) <= 60 and _ORGANISATION.fullmatch(words) is not None and _NO_NAME.search(words) is None


def is_signer(words: str) -> bool:
    """The words are an organisation's name, or that of an office that signs inside its own house (科技处)."""
    return is_issuer(words) or _INNER.fullmatch(words) is not None


def find_signature(text: Text, outline: Outline) -> Signature | None:
    """The last date with an organisation above it, before the attachments; None where nothing is signed."""
    found = None
    blocks = [b for b in text.blocks if b.table is None and _is_body(text, outline, b)]
    lines = [text.clean[b.start : b.end].strip() for b in blocks]
    for index, line in enumerate(lines):
        match = _dated(line, foot=index > len(lines) // 2)
        if match is None:
            continue
        date = iso_date(match.group("year"), match.group("month"), match.group("day"))
        own = match.group("before").strip()
        if date is None or (own and not is_issuer(own)):
            continue
        names = _names([own] if own else [], lines[max(0, index - 8) : index])
        if names:
            found = Signature(names, date)
    return found


def _dated(line: str, *, foot: bool) -> re.Match[str] | None:
    """The line as a date of signature, with the words before it on its line; a short form only at the foot."""
    if len(line) >= 70:
        return None
    return _DATE.fullmatch(line) or (_SHORT_DATE.fullmatch(line) if foot else None)


def closing_date(text: Text, outline: Outline) -> str | None:
    """The date on a line of its own that closes the body, where the issuers stand at the head or nowhere.

    Below it 主题词, 抄送, 印发 and a list of attachments may stand.
    """
    for words in reversed(_last_lines(text, outline)):
        words = _EMPTY_LIST.sub("", words).removesuffix("印发")
        match = _DATE.fullmatch(words) if len(words) < 24 else None
        if match and not match["before"].strip():
            return iso_date(match["year"], match["month"], match["day"])
    return None


def closing_year(text: Text, outline: Outline) -> int | None:
    """The year of a signature that names no day: 2026年4月 at the foot of the body."""
    months = (_MONTH.fullmatch(words) for words in reversed(_last_lines(text, outline)))
    return next((int(month["year"]) for month in months if month), None)


def closing_issuer(text: Text, outline: Outline) -> tuple[str, ...]:
    """The office that closes the body without a date under it; no company, which a page's foot names."""
    last = next((line for line in reversed(_last_lines(text, outline)) if re.search(r"\D", line)), "")
    return (last,) if is_issuer(last) and not _NO_ISSUER.search(last) else ()


def _last_lines(text: Text, outline: Outline) -> list[str]:
    """The last lines of the body, before the attachments and forms."""
    body = (b for b in reversed(text.blocks) if _is_body(text, outline, b))
    last = [text.clean[block.start : block.end].strip() for block in islice(body, _LAST_LINES)]
    return last[::-1]


def _is_body(text: Text, outline: Outline, block: Block) -> bool:
    """A line of the call's own; so are the few below the mere name of an attachment (附件：某表 / 某局 / 某日)."""
    division = outline.division_at(block.start)
    if division.attachment is None and division.role not in _FORM_ROLES:
        return True
    below = text.blocks_in(division.start, division.end)
    return len(below) <= _MERE_NAME and block.start != below[0].start and below[0].end - below[0].start <= _LONGEST_NAME


def _names(own: list[str], above: list[str]) -> tuple[str, ...]:
    names = own
    for line in reversed(_whole(above)):
        held = None if names else _HELD_BY.fullmatch(line)
        if held is not None and is_issuer(held["names"]):
            return (held["names"],)
        parts = [part for part in re.split(r"\s{1,}", _SEAL.sub("", line)) if part]
        if len(parts) == 2 and is_issuer(parts[0]) and _OFFICE.fullmatch(parts[1]):
            parts = ["".join(parts)]
        if not parts or not all(map(is_signer, parts)):
            break
        names = parts + names
    return tuple(names)


def _whole(lines: list[str]) -> list[str]:
    """The lines, a name that stands in two of them put together: 中共某市委人才工作 / 领导小组办公室."""
    found: list[str] = []
    for line in lines:
        first = found[-1] if found and _REST.match(line) else ""
        if _FIRST.fullmatch(first) and not is_issuer(first) and is_issuer(first + line):
            found[-1] = first + line
        else:
            found.append(line)
    return found


def iso_date(year: str, month: str, day: str) -> str | None:
    """An ISO date from Arabic or Chinese figures (二〇二五, 十二); None where it is no date."""
    y = int(year) if year.isdigit() else int("".join(str(_DIGITS.get(c, "")) for c in year) or 0)
    m, d = _number(month), _number(day)
    return f"{y:04d}-{m:02d}-{d:02d}" if 1980 <= y <= 2100 and 1 <= m <= 12 and 1 <= d <= 31 else None


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    tens, found, units = words.partition("十")
    if not found:
        return _DIGITS.get(words, 0)
    return _DIGITS.get(tens, 1 if not tens else 0) * 10 + (_DIGITS.get(units, 0) if units else 0)
