"""An OFD file set from the blocks of a sample: pages, wrapped paragraphs, ruled tables with merged cells."""

from ofd_files import package, page, parts_of, path, text

from data.samples.sample_markup import Block, spans

_LEFT, _TOP, _FOOT, _WIDTH = 25.0, 28.0, 270.0, 160.0  # millimetres
_SIZES = {"title": 6.0, "subtitle": 5.0}
_SIZE, _CELL = 4.0, 3.6
_HEADER = "2026年揭榜挂帅申报材料"


def ofd_bytes(blocks: list[Block]) -> bytes:
    """The file; its header stands in a template that every page refers to."""
    setter = _Setter()
    for block in blocks:
        if block.kind == "page":
            setter.new_page()
        elif block.kind == "table":
            setter.table(block)
        else:
            setter.paragraph(block)
    common = '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml" ZOrder="Background"/>'
    pages = [
        page(*objects, text(100, 285, f"— {number} —"), head='<ofd:Template TemplateID="2" ZOrder="Background"/>')
        for number, objects in enumerate(setter.pages, 1)
    ]
    parts = parts_of(pages, common)
    parts["Doc_0/Tpls/Tpl_0/Content.xml"] = page(text(80, 15, _HEADER))
    return package(parts)


class _Setter:
    def __init__(self) -> None:
        self.pages: list[list[str]] = [[]]
        self.y = _TOP

    def new_page(self) -> None:
        self.pages.append([])
        self.y = _TOP

    def paragraph(self, block: Block) -> None:
        size = _SIZES.get(block.kind, _SIZE)
        indent = "　　" if block.kind in ("paragraph", "subheading") else ""
        for line in wrapped(indent + block.text, _WIDTH, size):
            if self.y > _FOOT:
                self.new_page()
            x = _LEFT
            if block.kind in _SIZES:
                x += (_WIDTH - width_of(line, size)) / 2
            elif block.kind == "right":
                x += _WIDTH / 2
            self.pages[-1].append(text(x, self.y, line, size))
            self.y += 1.75 * size

    def table(self, block: Block) -> None:
        columns = len(block.rows[0])
        width = _WIDTH / columns
        cells = spans(block.rows)
        heights = [8.0] * len(block.rows)
        lines = {}
        for row, column, last_row, last_column in cells:
            room = width * (last_column - column + 1) - 3 - _CELL  # a sign may hang over the end
            lines[row, column] = [
                one for part in block.rows[row][column].split("\n") for one in wrapped(part, room, _CELL)
            ]
            needed = len(lines[row, column]) * 5.5 + 2.5 - sum(heights[row:last_row])
            heights[last_row] = max(heights[last_row], needed)
        tops, self.y = [], self.y - 4
        for row, height in enumerate(heights):
            if self.y + height > _FOOT and not any(block.rows[row][c] == "^" for c in range(columns)):
                self.new_page()
            tops.append((len(self.pages) - 1, self.y))
            self.y += height
        for row, column, last_row, last_column in cells:
            on, top = tops[row]
            box = width * (last_column - column + 1), sum(heights[row : last_row + 1])
            self._cell(on, (_LEFT + width * column, top), box, lines[row, column])
        self.y += 8

    def _cell(self, on: int, corner: tuple[float, float], box: tuple[float, float], lines: list[str]) -> None:
        frame = f"M 0 0 L {box[0]:g} 0 L {box[0]:g} {box[1]:g} L 0 {box[1]:g} C"
        self.pages[on].append(path(f"{corner[0]:g} {corner[1]:g} {box[0]:g} {box[1]:g}", frame))
        for number, line in enumerate(lines):
            self.pages[on].append(text(corner[0] + 1.5, corner[1] + 5 + 5.5 * number, line, _CELL))


def width_of(line: str, size: float) -> float:
    return sum(size if ord(char) > 0x2000 else size / 2 for char in line)


def wrapped(line: str, room: float, size: float) -> list[str]:
    lines = [""]
    for char in line:
        if width_of(lines[-1] + char, size) > room and char not in "，。；：、）”":
            lines.append("")
        lines[-1] += char
    return lines
