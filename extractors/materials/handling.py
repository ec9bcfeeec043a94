"""How papers and files are to be made up (装订、命名): A4纸双面打印、胶装成册; 以“编号+单位名称”命名."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.text.spans import Span
from schemas.outline import Outline, Role
from schemas.text import Text

_CALL_ROLES = frozenset({Role.BODY, Role.TASK_LIST, Role.OTHER, Role.INSTRUCTIONS})
_CLAUSE = re.compile(r"[^。；\n]+")
_BINDING = re.compile(r"(?:胶装|平装|装订|骑缝章|双面打印|双面印刷|活页|塑料封面|[纸幅]张?双面|A4\s*纸)")
_NAMING = re.compile(
    r"(?:文件|文档|邮件|压缩包|电子版|附件|材料|标题|主题)[^，。；]{0,14}(?:命名|名称为|名为|格式为)|命名(?:为|方式|规则|格式)"
)
_MARKS = re.compile(r"A4\s*纸?|双面(?:打印|印刷)|(?:左侧)?(?:胶装|平装|装订)(?:成册)?|骑缝章|(?:加)?(?:目录|页码|封面)")


@dataclass(frozen=True, slots=True)
class Handling:
    """``name`` in short: 装订要求（A4纸、双面打印、胶装成册）; ``span`` the clause, offsets into ``Text.clean``."""

    name: str
    span: Span


def find_handling(text: Text, outline: Outline) -> Iterator[Handling]:
    """The first demand on binding and the first on names of files in the call's own text."""
    kinds = (("装订要求", _BINDING), ("文件命名", _NAMING))
    for title, pattern in kinds:
        clause = next((c for c in _clauses(text, outline) if pattern.search(c.of(text.clean))), None)
        if clause is not None:
            yield Handling(_name(title, clause.of(text.clean)), clause)


def _clauses(text: Text, outline: Outline) -> Iterator[Span]:
    for division in outline.divisions:
        if division.role in _CALL_ROLES:
            for match in _CLAUSE.finditer(text.clean, division.start, division.end):
                yield Span(match.start(), match.end())


def _name(title: str, words: str) -> str:
    quoted = re.search(r"[“《]([^”》\n]{2,40})[”》]", words)
    if title == "文件命名":
        return f"{title}（{quoted.group(1)}）" if quoted else title
    marks = dict.fromkeys(re.sub(r"\s", "", m.group()) for m in _MARKS.finditer(words))
    return f"{title}（{'、'.join(marks)}）" if marks else title
