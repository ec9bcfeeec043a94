"""What was read, for a person to look at: pages with what was found in boxes, and the outline in words."""

from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.reading import read
from pipeline.reading.options import DEFAULT_OPTIONS, ReadingOptions
from pipeline.showing.outline import outline_lines
from pipeline.showing.pages import draw_pages


def show_file(
    file: Path,
    pages: Path | None,
    outline: bool,
    tell: Callable[[str], None],
    options: ReadingOptions = DEFAULT_OPTIONS,
) -> Iterator[str]:
    """The lines to print: the outline (asked for, or no ``pages`` to draw into), and the path of each page drawn.

    ``tell`` is told where there is nothing to draw. Raises UnreadableFile.
    """
    document = read(file, options=options)
    if outline or pages is None:
        yield from outline_lines(document)
    if pages is None:
        return
    drawn = 0
    for path in draw_pages(file.read_bytes(), document, file.name, pages):
        yield str(path)
        drawn += 1
    if not drawn:
        tell(f"{file}: this format has no pages to draw; --text prints its outline.")
