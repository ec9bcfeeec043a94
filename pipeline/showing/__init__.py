"""What was read, for a person to look at: pages with what was found in boxes, and the outline in words.

Only reading is done in a process of its own: PDFium and Pillow draw the pages here, of files that were read before.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.reading import read
from pipeline.reading.inputs import one_document
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

    An archive or a mail with one document in it is shown as that document. ``tell`` is told where there is nothing
    to draw. Raises UnreadableFile, for an archive with several documents too, and UsageError.
    """
    drawn = 0
    with one_document(file, options) as source:
        document = read(source.path, source.name, options)
        if outline or pages is None:
            yield from outline_lines(document)
        if pages is None:
            return
        for path in draw_pages(source.path.read_bytes(), document, source.name, pages):
            yield str(path)
            drawn += 1
    if not drawn:
        tell(f"{file}: this format has no pages to draw; --text prints its outline.")
