"""Divisions: where 正文, 附件, 封面, 申报表, 任务书, 证明材料 and 承诺书 begin, by their titles."""

import re

from pipeline.structure.numbering import number_at
from schemas.outline import Division, Role
from schemas.text import Text

# Title words and what the division under them is for; the first that fits wins. A title is a line of its own
# without a number and without sentence marks: 「2.揭榜任务承诺书」 is an item of a list, not a title.
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.INSTRUCTIONS, re.compile(r"填[报写表][须说]?[知明]|(?:编写|填写|填报|填表|申报)(?:说明|须知|要求)|注意事项")),
    (Role.RECOMMENDATION, re.compile(r".*(?:推荐|汇总)(?:表|函|意见表)(?:[-—（(].*)?")),
    (Role.COMMITMENT, re.compile(r".*(?:承诺书|保证书|诚信声明|承诺函|真实性声明)(?:[（(].{1,12}[)）])?")),
    (
        Role.PROOFS,
        re.compile(
            r".{0,14}(?:证明材料|附件材料|佐证材料|证明文件|附件|材料)(?:目录|清单|列表)|.{0,12}(?:证明材料|佐证材料|证明文件|附件材料)"
        ),
    ),
    (
        Role.TASK_BOOK,
        re.compile(
            r".{0,24}(?:任务书|可行性(?:研究)?报告|实施方案|建设方案|攻关方案|技术方案|申报书正文|申报正文|项目计划书)(?:[（(].{1,12}[)）])?"
        ),
    ),
    (
        Role.FORM,
        re.compile(r".{0,24}(?:申报表|申请表|报名表|信息表|登记表|基本情况表|基本信息表)(?:[（(].{1,12}[)）])?"),
    ),
    (Role.TASK_LIST, re.compile(r".{0,40}(?:榜单|任务清单|需求清单|申报指南|项目指南|任务榜)(?:[（(].{1,12}[)）])?")),
    (Role.COVER, re.compile(r".{0,40}(?:申报材料|申报书|申请书|申请材料)(?:[（(].{1,12}[)）])?")),
)
_ATTACHMENT = re.compile(r"附\s*件\s*([0-9]{1,2}|[一二三四五六七八九十]{1,2})?\s*[:：.、]?\s*(.*)")
_COVER_LABEL = re.compile(
    r"(?:揭榜|申报|推荐|牵头|承担|项目|申请|参赛|填报|填表|主管|联合|归口)[\u4e00-\u9fff]{0,6}(?:单位|方向|名称|日期|时间|部门|负责人|类别|领域|企业)"
    r"(?:[（(][^（）()]{0,8}[)）])?\s*[:：]"
)
_SENTENCE = re.compile(r"[。；;，,！？]")
_HAN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九十")}


def divisions_of(text: Text) -> tuple[Division, ...]:
    """The divisions in order; they cover the text without a gap."""
    starts = _starts(text)
    if not starts or starts[0][0] > 0:
        starts.insert(0, (0, 0, _first_role(text, starts[0][0] if starts else len(text.clean)), "", None))
    found = []
    for index, (start, title_end, role, title, attachment) in enumerate(starts):
        end = starts[index + 1][0] if index + 1 < len(starts) else len(text.clean)
        if role is Role.COVER and not _is_cover(text, start, end):
            role = Role.TASK_BOOK if _has_numbering(text, start, end) else Role.OTHER
        found.append(Division(role, title, attachment, start, title_end, end))
    return tuple(found)


def _starts(text: Text) -> list[tuple[int, int, Role, str, int | None]]:
    """(start, end of the title, role, title, attachment) of every division that a title opens."""
    lines = [b for b in text.blocks if b.table is None]
    found: list[tuple[int, int, Role, str, int | None]] = []
    attachment: int | None = None
    skip = -1
    for index, block in enumerate(lines):
        if index <= skip:
            continue
        words = text.clean[block.start : block.end]
        mark = _ATTACHMENT.fullmatch(words) if words.startswith("附") and len(words) <= 60 else None
        if mark and _opens_attachment(text, index, mark.group(2)):
            attachment = _number(mark.group(1))
            title, role, last = _attachment_title(text, index, mark.group(2))
            found.append((block.start, lines[last].end, role, title, attachment))
            skip = last
            continue
        role_found = title_role(words) if number_at(words) is None else None
        if role_found is None or (index == 0 and role_found is Role.TASK_LIST and attachment is None and not found):
            if index == 0 and role_found is Role.TASK_LIST:
                found.append((block.start, block.end, Role.TASK_LIST, words, attachment))
            continue
        start = block.start
        before = lines[index - 1] if index else None
        if (
            before is not None
            and _is_upper_title(text.clean[before.start : before.end])
            and (not found or found[-1][1] <= before.start)
        ):
            start, words = before.start, text.clean[before.start : before.end] + words
        if found and found[-1][0] >= start:
            found.pop()
        found.append((start, block.end, role_found, words, attachment))
    return found


def title_role(words: str) -> Role | None:
    """The role that a line would open as a title, or None for a line that is no title."""
    if not 2 <= len(words) <= 44 or _SENTENCE.search(words) or re.search(r"[:：]", words) or words[-1] in "、》":
        return None
    if re.match(r"关于|有关|请|根据|按照", words) or words.endswith(("通知", "公告", "如下", "文件")):
        return None
    return next((role for role, pattern in _ROLES if pattern.fullmatch(words)), None)


def _is_upper_title(words: str) -> bool:
    """The first line of a title in two lines: 2023年未来产业创新任务 / 揭榜单位申报材料."""
    if not 4 <= len(words) <= 24 or _SENTENCE.search(words) or re.search(r"[:：]|附件|^\d+$", words):
        return False
    return (
        number_at(words) is None
        and re.search(r"(?:任务|项目|专项|计划|揭榜|挂帅|行动|工程|大赛|年度?)$", words) is not None
    )


def _opens_attachment(text: Text, index: int, rest: str) -> bool:
    """附件 alone opens one; 附件1：名称 does unless it stands in the list of attachments under the text."""
    lines = [b for b in text.blocks if b.table is None]
    if not rest:
        return True
    if re.match(r"[0-9一二三四五六七八九十]+[.、．]", rest) or index == 0:
        return index == 0 and not re.match(r"\d+[.、．]", rest)
    after = [text.clean[b.start : b.end] for b in lines[index + 1 : index + 3]]
    listed = any(
        re.match(r"(?:附件)?\s*\d{1,2}\s*[.、:：．]", w) or re.fullmatch(r"附\s*件\s*\d{1,2}.*", w) for w in after[:1]
    )
    before = text.clean[lines[index - 1].start : lines[index - 1].end]
    in_list = re.match(r"附\s*件\s*\d*\s*[:：]", before) is not None or re.match(r"\d{1,2}[.、]", before) is not None
    signed = any(re.search(r"\d{4}年\d{1,2}月\d{1,2}日$", w) for w in after)
    return not (listed or signed or (in_list and _SENTENCE.search(before) is None and len(before) < 60 and not after))


def _attachment_title(text: Text, index: int, rest: str) -> tuple[str, Role, int]:
    """The attachment's title, its role and the index of the title's last line."""
    lines = [b for b in text.blocks if b.table is None]
    if rest:
        return rest, title_role(rest) or Role.OTHER, index
    title = ""
    for last in range(index + 1, min(index + 4, len(lines))):
        words = text.clean[lines[last].start : lines[last].end]
        if _SENTENCE.search(words) or re.search(r"[:：]", words) or number_at(words) is not None or len(words) > 44:
            break
        title += words
        role = title_role(words) or title_role(title)
        if role is not None:
            return title, role, last
    return title, Role.OTHER, index


def _first_role(text: Text, end: int) -> Role:
    if _is_cover(text, 0, end):
        return Role.COVER
    return Role.BODY


def _is_cover(text: Text, start: int, end: int) -> bool:
    """A cover has labels with blanks or names behind them and no sentence."""
    lines = [text.clean[b.start : b.end] for b in text.blocks if start <= b.start < end]
    labels = sum(_COVER_LABEL.match(line) is not None for line in lines)
    labels += sum(_COVER_LABEL.match(line.split("\t")[0] + "：") is not None for line in lines if len(line) < 16)
    return labels >= 2 and not any(len(line) > 60 and "。" in line for line in lines)


def _has_numbering(text: Text, start: int, end: int) -> bool:
    lines = [text.clean[b.start : b.end] for b in text.blocks if start <= b.start < end and b.table is None]
    return sum(number_at(line) is not None for line in lines) >= 3


def _number(label: str | None) -> int:
    if not label:
        return 0
    return int(label) if label.isdigit() else sum(_HAN_DIGITS.get(c, 0) for c in label)
