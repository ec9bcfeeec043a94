"""Rows of a report (营业收入 | 8246.35 under 项目 | 2022年度) that state the income of a year, or research spending."""

import re
from collections.abc import Iterator

from pipeline.screening.case import Case
from pipeline.screening.identity.papers import paper_above
from pipeline.screening.identity.subjects import is_anothers

_NAME = re.compile(
    r"(?:^|(?<=[：:；;|｜\n]))\s{0,3}(?:[一二三四五六七八九十\d]{1,2}\s?[、.．]\s?)?(?:[本我]?(?:公司|单位))?"
    r"(?P<name>(?:整体业务|主营业务|营业)总?收入|研发(?:费用|投入|经费)(?:支出)?)(?:总额|合计|总计|发生额)?"
    r"\s?(?:[（(][^（）()]{1,10}[)）])?\s?(?=[：:；;|｜])"
)
_SUM_ROW = re.compile(
    r"(?:^|(?<=[：:；;|｜\n]))\s{0,3}(?:合\s?计|总\s?计|研发费用总额)\s?(?:[（(][^（）()]{1,10}[)）])?\s?(?=[：:；;|｜])"
)
_CELL = re.compile(
    r"(?P<head>[^：:；;|｜\n]{0,30}[：:])?\s?(?P<number>\d[\d,，]{0,16}(?:\.\d{1,4})?)\s?(?P<unit>百万元|千万元|万元|亿元|元)?\s?(?=[；;|｜\n]|$)"
)
_PARTING = re.compile(r"[：:；;|｜]\s?")
_YEAR = re.compile(
    r"(?<![〔\[（(\d])(20\d\d)\s?(?:年度?|财年)?(?![\d年月.\-—])|(?<![〔\[（(\d])(20\d\d)\s?年度?(?!\d|\s?\d{1,2}\s?月)"
)
_HEAD_ROW = re.compile(r"项\s?目|科\s?目|指标|名称|单位")
_SPENDING = re.compile(r"研发(?:费用|投入|经费)")
_UNITS = {"百万元": 1e6, "千万元": 1e7, "万元": 1e4, "亿元": 1e8, "元": 1.0}
_IN_UNIT = re.compile(r"百万元|千万元|万元|亿元")
_OF_OTHERS = re.compile(r"合并|集团|母公司|合作单位|联合单位|参与单位|成员单位")
_ABOVE, _NEAR, _SPENT = 12, 8, "研发费用"


def stated_rows(case: Case, index: int) -> Iterator[tuple[str, str, int, float]]:
    """The name of each sum of the row, its words, its year and its yuan."""
    text = case.submission.passages[index].text
    above = ""
    for name in (*_NAME.finditer(text), *_SUM_ROW.finditer(text)):
        cells = [*_cells(text, name.end())]
        above = above or paper_above(case, index, _ABOVE)
        if _is_of_group(case, index, above) or is_anothers(case, index, name.start()):
            return
        called = name.groupdict().get("name") or (_SPENT if _is_of_spending(above) else None)
        years = _years(text[: name.start()]) or _years_above(above)
        unit = _IN_UNIT.search(text) or _last(_IN_UNIT, above)
        factor = _UNITS[unit.group()] if unit is not None else 1.0
        for at, cell in enumerate(cells) if called is not None else ():
            own = _years(cell["head"] or "")
            known = years if len(years) == len(cells) else years[:1] if len(cells) == 1 and len(set(years)) == 1 else []
            year = own[0] if own else known[at] if at < len(known) else None
            if year is not None and called is not None:
                value = float(re.sub("[,，]", "", cell["number"]))
                words = text[name.start() : cell.end()].strip() if at == 0 else cell.group().strip()
                yield called, words, year, value * (_UNITS[cell["unit"]] if cell["unit"] else factor)


def _is_of_group(case: Case, index: int, above: str) -> bool:
    """The paper is of a whole group, or of a partner, as its head or its file's name says."""
    file = (case.submission.passages[index].evidence.file or "").rpartition("/")[2]
    return _OF_OTHERS.search(above) is not None or _OF_OTHERS.search(file) is not None


def _cells(text: str, at: int) -> Iterator[re.Match[str]]:
    """The figures behind a row's name, up to one that is none."""
    while (parting := _PARTING.match(text, at)) is not None:
        cell = _CELL.match(text, parting.end())
        if cell is None:
            return
        yield cell
        at = cell.end()


def _is_of_spending(above: str) -> bool:
    """合计 in a table of research spending alone, which its title names."""
    return _SPENDING.search(above) is not None and "营业收入" not in above and "合计" not in above


def _years(words: str) -> list[int]:
    return [int(first or second) for first, second in _YEAR.findall(words)]


def _years_above(above: str) -> list[int]:
    """Those of the row that heads the table, else the one year that the paper is of."""
    lines = above.split("\n")
    for line in reversed(lines[-_NEAR:]):
        if _HEAD_ROW.search(line) and (found := _years(line)):
            return found
    found = [year for line in lines for year in _years(line)]
    return found[:1] if len(set(found)) == 1 else []


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(words):  # noqa: B007
        pass
    return found
