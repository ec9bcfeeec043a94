"""How fast files are read, and what that takes: our readers beside what a user would pick instead.

``python -m benchmarks.reading [--pdf FILE...]`` (``make bench-reading``) prints Markdown: PDFs with text, and scans.
"""

import argparse
import importlib.metadata
import os
import platform
from pathlib import Path

from benchmarks import reading_pdf, reading_scans

PACKAGES = ("pypdfium2", "pdfplumber", "pdfminer.six", "markitdown", "rapidocr", "onnxruntime")


def machine() -> str:
    """The machine and the versions, in one line."""
    found = []
    for package in PACKAGES:
        try:
            found.append(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    return f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {', '.join(found)}."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pdf", nargs="*", type=Path, default=[], help="more PDFs with text to read")
    parser.add_argument("--rounds", type=int, default=5, help="how often every engine reads all pages")
    parser.add_argument("--long", type=int, default=1000, help="pages of the long file whose memory is measured")
    options = parser.parse_args()
    print(machine() + "\n")
    print(reading_pdf.report(options.pdf, options.rounds, options.long))
    print("\n" + reading_scans.report(reading_scans.scans_to_measure()))


if __name__ == "__main__":
    main()
