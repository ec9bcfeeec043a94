"""Automatic numbering of a DOCX: the number that a reader sees before a paragraph and the text does not hold."""

from dataclasses import dataclass, field

from pipeline.reading.docx.numerals import spelled
from pipeline.reading.docx.package import W, is_on, number, value
from pipeline.reading.marks import EMPTY_BOXES, TICKED_BOXES
from pipeline.reading.ooxml import Element, Package
from pipeline.reading.symbols import PRIVATE_BOXES, shown_as

_LEVELS = 9
_CLOSED = "、）．。，：…—"  # what needs no space behind it


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its format, its text with %1 to %9, its first number.

    ``restart``: it starts anew behind a paragraph of this level or above (0: never). ``legal``: the numbers of
    the levels above are shown in plain digits. ``gap``: what parts the number from the words. ``style``: the
    paragraph style that is bound to the level.
    """

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    gap: str = "tab"
    style: str | None = None


@dataclass
class Numbering:
    """Counts through a document; ``label`` must be called for every numbered paragraph in order."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def level_of_style(self, list_id: str, style: str) -> int | None:
        """The level of a list that a paragraph style is bound to, or None."""
        return next((index for index, level in self.levels.get(list_id, {}).items() if level.style == style), None)

    def label(self, list_id: str, level: int) -> str:
        """What Word prints before the paragraph, with the gap behind it where it ends in no Chinese mark."""
        levels = self.levels.get(list_id, {})
        here = levels.get(level)
        if here is None or list_id == "0":
            return ""
        if here.format == "bullet":
            return here.text if here.text and here.text in EMPTY_BOXES + TICKED_BOXES else ""
        counts = self.counters.setdefault(self.lists.get(list_id, list_id), {})
        counts[level] = counts.get(level, here.start - 1) + 1
        for deeper in [other for other in counts if other > level and _restarts(levels.get(other), level)]:
            del counts[deeper]
        text = here.text
        for index in range(level + 1):
            if f"%{index + 1}" in text:
                of = levels.get(index, Level())
                plain = here.legal and index < level
                shown = spelled(counts.get(index, of.start), "decimal" if plain else of.format)
                text = text.replace(f"%{index + 1}", "" if of.format == "none" else shown)
        text = text.strip(" ") if here.gap == "nothing" else text.strip()
        return text if not text or here.gap == "nothing" or text[-1] in _CLOSED else f"{text} "


def _restarts(deeper: Level | None, level: int) -> bool:
    """Whether a deeper level starts anew behind a paragraph of this level (0 the top)."""
    if deeper is None or deeper.restart is None:
        return True
    return level < deeper.restart


def read_numbering(package: Package, main: str) -> Numbering:
    """The lists of the numbering part that ``main`` refers to; empty where there is none."""
    numbering = Numbering()
    roots = [package.part(name) for name in package.related(main, "numbering") or ["word/numbering.xml"]]
    for root in roots:
        if root is not None:
            _read_lists(root, package, main, numbering)
    return numbering


def _read_lists(root: Element, package: Package, main: str, numbering: Numbering) -> None:
    nodes = {node.get(W + "abstractNumId", ""): node for node in root.findall(W + "abstractNum")}
    based = {node.get(W + "numId", ""): value(node, "abstractNumId") or "" for node in root.findall(W + "num")}
    styled = {name: link for name, node in nodes.items() if (link := value(node, "numStyleLink")) is not None}
    lists_of_styles = _lists_of_styles(package, main) if styled else {}
    levels = {name: _levels(node) for name, node in nodes.items()}
    for node in root.findall(W + "num"):
        name = node.get(W + "numId", "")
        base = based[name]
        if base in styled and not levels.get(base):  # the levels stand in the list that the style names
            base = based.get(lists_of_styles.get(styled[base], ""), base)
        own = dict(levels.get(base, {}))
        overrides = node.findall(W + "lvlOverride")
        for override in overrides:
            index = number(override.get(W + "ilvl"))
            full = override.find(W + "lvl")
            old = _level(full) if full is not None else own.get(index, Level())
            start = value(override, "startOverride")
            first = old.start if start is None else number(start, old.start)
            own[index] = Level(old.format, old.text, first, old.restart, old.legal, old.gap, old.style)
        numbering.levels[name] = own
        numbering.lists[name] = f"own {name}" if overrides else base


def _lists_of_styles(package: Package, main: str) -> dict[str, str]:
    """Numbering style to the id of its list."""
    found = {}
    for name in package.related(main, "styles") or ["word/styles.xml"]:
        root = package.part(name)
        for style in root.findall(W + "style") if root is not None else ():
            list_id = style.find(f"{W}pPr/{W}numPr/{W}numId")
            if style.get(W + "type") == "numbering" and list_id is not None:
                found[style.get(W + "styleId", "")] = list_id.get(W + "val", "")
    return found


def _levels(node: Element) -> dict[int, Level]:
    return {
        index: _level(level)
        for level in node.findall(W + "lvl")
        if 0 <= (index := number(level.get(W + "ilvl"))) < _LEVELS
    }


def _level(node: Element) -> Level:
    text = value(node, "lvlText") or ""
    fonts = node.find(f"{W}rPr/{W}rFonts")
    if fonts is not None:
        text = shown_as(text, fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "")
    format_name = value(node, "numFmt") or _alternative_format(node) or "decimal"
    restart = value(node, "lvlRestart")
    return Level(
        format_name,
        text.translate(PRIVATE_BOXES) if format_name == "bullet" else text,
        number(value(node, "start"), 1),
        None if restart is None else number(restart),
        is_on(node, "isLgl"),
        value(node, "suff") or "tab",
        value(node, "pStyle"),
    )


def _alternative_format(node: Element) -> str | None:
    """Newer formats stand behind mc:AlternateContent, an older one as the way out."""
    found = next(node.iter(W + "numFmt"), None)
    return found.get(W + "val") if found is not None else None
