"""The team (项目团队): rows of its table, and persons whom the text introduces with their title and their part."""

import re

from extractors.forms.labels.words import is_known_label
from extractors.text.spans import Span, squeezed
from extractors.values.person_names import is_name
from schemas.outline import Outline
from schemas.text import Block, Text
from schemas.undertaking import TeamMember

# Columns by their heads; the first that fits wins.
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("name", re.compile(r"姓\s*名|成员|人员|名单")),
    ("duty", re.compile(r"分工|任务|职责|承担|负责|工作内容|主要工作")),
    ("role", re.compile(r"角色|身份|类别|项目职务|团队职务")),
    ("title", re.compile(r"职称|职务|岗位")),
    ("degree", re.compile(r"学历|学位")),
    ("specialty", re.compile(r"专业|方向|领域|专长")),
    ("organization", re.compile(r"单位|部门|机构|院系")),
)
_TEAM_HEAD = re.compile(
    r"职称|职务|学历|学位|专业|分工|任务|职责|年龄|出生|性别|学校|院系|年级|入学|学号|学习(?:形式|方式)"
)
_CONTACT_HEAD = re.compile(r"电话|手机|邮箱")
_TITLES = (
    r"教授|副教授|研究员|副研究员|高级工程师|工程师|博士|硕士|院士|主任医师|总监|"
    r"总工程师|总工|经理|讲师|专家|总经理|副总经理|主任|首席科学家|董事长"
)
_HAS_TITLE = re.compile(_TITLES)
# 张三（教授，首席专家）负责…, 项目负责人李四，博士，…
_INTRODUCED = re.compile(
    rf"(?:(?P<role>(?:项目|课题|揭榜|技术|团队)?总?(?:负责人|带头人|首席专家|首席科学家|总师|骨干))[:：由为是]?\s*)?"
    rf"(?P<name>[\u4e00-\u9fff]{{2,4}})"
    rf"(?:[（(](?P<inside>[^（）()\n]{{0,40}}(?:{_TITLES})[^（）()\n]{{0,30}})[）)]"
    rf"|[，,、 ](?P<behind>[^，,。；\n]{{0,12}}(?:{_TITLES})))"
    r"(?P<rest>[^。；;\n]{0,80})"
)
_DUTY = re.compile(r"(?:负责|承担|主持|牵头|担任)(?P<what>[^，。；;\n]{2,40})")
_HEAD_ROWS = 3
_NO_NAME = frozenset({"任务", "任职", "方向"})  # heads of columns that begin like a family name
# 二、指导教师 above a table of its own: these guide the team, and are none of its members.
ADVISER = "指导教师"
_ADVISERS = re.compile(r"[^，。；：:]{0,8}指导(?:教师|老师|专家|导师)[^，。；]{0,12}")
_NOTE = re.compile(r"[（(](?P<said>[^（）()]{1,8})[）)]$")  # 张三（队长）


# 向北川, 于小鱼: family names that open other words in running text, below the head 姓名 names all the same.
_RARE = re.compile(r"[于和从向应路双年满终能][\u4e00-\u9fff]{1,2}")


def find_team(text: Text, outline: Outline) -> list[TeamMember]:
    """The members in order, each name once; a table of contacts alone is no team."""
    found = [member for table in range(len(text.tables)) for member in _rows(text, table)]
    known = {member.name for member in found}
    for section in outline.sections:
        if re.search(r"团队|人员|负责人|骨干|组织", section.title):
            for block in text.blocks_in(section.heading_end, section.own_end):
                introduced = [] if block.table is not None else _introduced(text, block)
                found += [member for member in introduced if member.name not in known]
                known |= {member.name for member in introduced}
    return sorted(found, key=lambda member: member.evidence.start)


def _rows(text: Text, table: int) -> list[TeamMember]:
    rows = text.rows_of(table)
    head = next((row for row in sorted(rows)[:_HEAD_ROWS] if _is_head([_words(text, c) for c in rows[row]])), None)
    if head is None:
        return []
    columns = _columns(text, rows[head])
    found = []
    for row in sorted(rows):
        if row > head and (member := _member(text, rows[row], columns)) is not None:
            found.append(member)
    return [one.model_copy(update={"role": ADVISER}) for one in found] if _of_advisers(text, table) else found


def _of_advisers(text: Text, table: int) -> bool:
    """The line right above the table says that it lists those who guide the team."""
    first = text.block_at(text.tables[table].start)
    block = text.blocks[first - 1] if first else None
    words = squeezed(text.clean[block.start : block.end]) if block is not None and block.table is None else ""
    return _ADVISERS.fullmatch(words) is not None


def _is_head(words: list[str]) -> bool:
    """Labels only, a column of names among them; 负责人 | 姓名 | 张三 | 职务 is a row of a form."""
    if any(is_name(w) and not is_known_label(w) and w not in _NO_NAME for w in words):
        return False
    named = any(_COLUMNS[0][1].search(w) and len(w) <= 8 for w in words)
    told = sum(bool(_TEAM_HEAD.search(w)) for w in words if len(w) <= 14)
    return named and told >= 1 and len(words) >= 3 and not (told == 1 and any(map(_CONTACT_HEAD.search, words)))


def _columns(text: Text, head: list[Block]) -> dict[int, str]:
    found: dict[int, str] = {}
    for cell in head:
        kind = next((kind for kind, pattern in _COLUMNS if pattern.search(_words(text, cell))), None)
        if kind is not None and kind not in found.values():
            found[cell.column] = kind
    return found


def _member(text: Text, cells: list[Block], columns: dict[int, str]) -> TeamMember | None:
    said = {columns[cell.column]: _words(text, cell) for cell in cells if cell.column in columns}
    name = re.sub(r"\s", "", said.pop("name", ""))
    if (note := _NOTE.search(name)) is not None:
        name = name[: note.start()]
        said["role"] = said.get("role") or note["said"]
    named = is_name(name, labelled=True) or _RARE.fullmatch(name) is not None
    if not named or is_known_label(name) or len(cells) < 3 or not any(said.values()):
        return None
    span = Span(min(cell.start for cell in cells), max(cell.end for cell in cells))
    parts = {key: value for key, value in said.items() if value not in ("", "/", "无", "—", "-")}
    return TeamMember.model_validate({"name": name, **parts, "evidence": text.evidence(span.start, span.end)})


def _introduced(text: Text, block: Block) -> list[TeamMember]:
    found = []
    for match in _INTRODUCED.finditer(text.clean, block.start, block.end):
        name = match["name"]
        if not is_name(name) or _HAS_TITLE.search(name):
            continue
        duty = _DUTY.search(match["rest"])
        found.append(
            TeamMember(
                name=name,
                role=match["role"],
                title=squeezed(match["inside"] or match["behind"]),
                duty=squeezed(duty["what"]) if duty else None,
                evidence=text.evidence(match.start(), match.end()),
            )
        )
    return found


def _words(text: Text, cell: Block) -> str:
    return squeezed(text.clean[cell.start : cell.end].replace("\n", ""))
