"""The signature of an official document: issuers' names, and the date under them (GB/T 9704-2012, 7.3.5)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from extractors.text.notice_words import alternation
from schemas.outline import Outline, Role
from schemas.text import Block, Text

# A full date on a line of its own; 2025年 月 日 (a form's blank) and 2025年4月 are none.
_DATE = re.compile(
    r"(?P<before>.*?)(?P<year>\d{4}|[二〇零○OＯo0一三四五六七八九]{4})\s*年\s*"
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日"
)
_MONTH = re.compile(r"(?P<year>20\d\d)\s?年\s?\d{1,2}\s?月(?:\s{0,4}日)?")  # the day not printed
# 2026/4/18, 信息中心2026.4.18 at the foot; at the head it is the page's time of posting.
_SHORT_DATE = re.compile(
    r"(?P<before>[^\d:：]{0,40})(?P<year>20\d\d)(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
)
# 20226年4月2日, 2026年4月, 2026年 月 日: a date that says no day
_NO_DAY = re.compile(r"[\d〇○零一二三四五六七八九十年月日号./X×xＸ_＿\s-]{4,24}")
_ORGANISATION = re.compile(
    rf"[\u4e00-\u9fffA-Za-z（）()·“”\s]{{2,50}}{alternation('organisation_ends')}(?:[（(][^（）()]{{1,10}}[）)])?"
)
# 科技处, 党政办, 校团委: an office that signs inside its own house, over a date.
_INNER = re.compile(
    r"(?![请各由将把交报送寄至到在向见按给与和及等该本])[\u4e00-\u9fff]{0,10}"
    r"(?:(?<![之好此何用住到])处|(?<![学本专])科|(?<![全内外干大局])部|(?<![承主举协])办|办公厅|(?<!会议)室|研究生院|(?<!为)中心"
    r"|馆|团委|党委|工委|纪委|工会|学生会|研究生会|科协|(?<!网)(?<!本)站|(?<!场)所|组委会|管委会|研究院)"
)
# 某某协会 / 秘书处: a house and one office of it
_HOUSE = re.compile(
    r"(?:大学|学院|学校|中学|小学|幼儿园|公司|集团|协会|学会|商会|促进会|联合会|研究会|基金会|总会|联盟|医院|研究院|研究所|科学院|[局厅])$"
)
# 领导小组办公室 alone on a line: the rest of the name above
_REST = re.compile(r"(?:领导|工作|协调)小组|委员会|办公室|联席会议|工作专班")
_FIRST = re.compile(r"(?![请各将由])[\u4e00-\u9fff]{1,10}[省市县区州盟委局厅校][\u4e00-\u9fff]{1,12}")
# 主办：某某学会　　协办：…, above the date: who holds what is called for signs.
_HELD_BY = re.compile(
    r"(?:主办|发布|发榜)(?:单位|方|机构)?\s?[:：]\s?(?P<names>[^：:，。；]{4,60}?)"
    r"(?:\s{1,8}(?:协办|承办|指导|支持)(?:单位|方|机构)?\s?[:：].{0,200})?"
)
_POST, _NEAR_POSTS = re.compile(r"20\d\d[-/.]\d{1,2}[-/.]\d{1,2}$"), 3  # 学校召开大会 2026-03-01, lines above
_LINKS = re.compile(r"(?:相关|友情|常用|快速)(?:链接|导航|网站)[:：]?")
# the office of the house before it on its line: 某某大学 教务处, not 某市民政局　某市研究院
_PART_OF = re.compile(
    r"(?:(?![省市区县州旗盟])[\u4e00-\u9fff]){1,8}(?:处|科|部|办|办公室|室|中心|组委会|管委会)|研究院|秘书处"
)
_NOBODYS = re.compile(r"秘书处|办公室|组委会|组委会办公室")  # whose, the line above says
_NO_NAME = re.compile(
    r"^关于|^[请将把由]|^交(?![通易警行投建大])|[学本专]科$|[交报送寄][至到]|附件|抄送|联系|特此|单位|地址|地点|版权|技术支持|首页|当前位置|[：:，。；、>＞»|]"
)
# 1.某申报表, 《某表》, 202605061559.doc: a line of a list of attachments, nothing of a form
_PAPER_NAMED = re.compile(
    r"(?:附\s*件)?\s?\d{0,2}\s?[.、．:：]?\s?(?:《[^《》]{2,80}》(?:[（(][^（）()]{1,20}[）)])?"
    r"|[^，。；：:]{1,60}\.(?i:docx?|xlsx?|pdf|wps|et|ofd|zip|rar|7z|jpe?g|png)"
    r"|(?<=[.、．:：\s\d])[^，。；：:]{2,40}(?:[表书函单]|清单|指南|模板|格式|目录|名单|办法|方案))\s?(?:[（(【\[]?(?:点击)?下载[】\])）]?)?"
)

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零○OＯo0", 0)
_LAST_LINES = 8
_MOST_NAMED, _FOOT_LINES = 24, 5  # lines of a list of attachments with the signature below it, of that signature
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
    return is_issuer(words) or _is_office(words)


def _is_office(words: str) -> bool:
    return 2 <= len(words) <= 14 and _INNER.fullmatch(words) is not None and _NO_NAME.search(words) is None


def find_signature(text: Text, outline: Outline) -> Signature | None:
    """The last date with an organisation above it, before the attachments; None where nothing is signed."""
    found = None
    lines = _body_lines(text, outline)
    for index, line in enumerate(lines):
        match = _dated(line, foot=index > len(lines) // 2)
        if match is None:
            continue
        date = iso_date(match.group("year"), match.group("month"), match.group("day"))
        own = _signers(match.group("before").strip())
        if date is None or own is None:
            continue
        names = _names(own, lines[max(0, index - 8) : index])
        posted = found is not None or any(map(_POST.search, lines[max(0, index - _NEAR_POSTS) : index]))
        if names and not (posted and match.groupdict().get("mark") and any(map(_is_office, names))):
            found = Signature(names, date)  # not 人事处 over 2026-03-05 in a list of a site's latest posts
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
    last = _last_lines(text, outline)
    while last and _NO_DAY.fullmatch(last[-1]):
        last.pop()
    closing = last[-1] if last else ""
    if any(_LINKS.fullmatch(line) for line in last) or not is_issuer(closing) or _NO_ISSUER.search(closing):
        return ()
    return (closing,)


def _last_lines(text: Text, outline: Outline) -> list[str]:
    """The last lines of the body, before the attachments and forms."""
    return _body_lines(text, outline, tables=True)[-_LAST_LINES:]


def _body_lines(text: Text, outline: Outline, *, tables: bool = False) -> list[str]:
    """The call's own lines, and those that sign below the mere names of its attachments (附件：某表 / 某局 / 某日)."""
    found: list[str] = []
    for division in outline.divisions:
        blocks: Sequence[Block] = text.blocks_in(division.start, division.end)
        if division.attachment is not None or division.role in _FORM_ROLES:
            blocks = _below_names(text, blocks)
        found += [text.clean[b.start : b.end].strip() for b in blocks if tables or b.table is None]
    return found


def _below_names(text: Text, blocks: Sequence[Block]) -> Sequence[Block]:
    """What stands below the one name of an attachment, or below a list of nothing but names and their links."""
    if not blocks or len(blocks) > _MOST_NAMED or blocks[0].end - blocks[0].start > _LONGEST_NAME:
        return ()
    if len(blocks) <= _MERE_NAME:
        return blocks[1:]
    lines = [text.clean[b.start : b.end].strip() for b in blocks]
    named = 1 + sum(1 for _ in takewhile(lambda line: _PAPER_NAMED.fullmatch(line) is not None, lines[1:]))
    return blocks[named:] if named > 1 and len(lines) - named <= _FOOT_LINES else ()


def _names(own: list[str], above: list[str]) -> tuple[str, ...]:
    names = own
    for line in reversed(_whole(above)):
        held = None if names else _HELD_BY.fullmatch(line)
        if held is not None and is_issuer(held["names"]):
            return (held["names"],)
        parts = _signers(_SEAL.sub("", line))
        if not parts:
            break
        names = parts + names
    if len(names) == 2 and _is_house(names[0]) and _NOBODYS.fullmatch(names[1]):
        return ("".join(names),)  # 某某学会 / 秘书处, not 某某大学 / 教务处: these two sign
    return tuple(names)


def _signers(words: str) -> list[str] | None:
    """Who signs on one line (科技处、社科处); none where it is empty, None where it says something else."""
    parts = [part for part in re.split(r"[\s、]+", words) if part]
    if len(parts) == 2 and _is_house(parts[0]) and _PART_OF.fullmatch(parts[1]):
        parts = ["".join(parts)]
    return parts if all(map(is_signer, parts)) else None


def _is_house(words: str) -> bool:
    return is_issuer(words) and _HOUSE.search(words) is not None


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
