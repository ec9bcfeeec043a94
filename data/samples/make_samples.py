"""Writes the sample notices and applications from the texts in ``source/``; the same bytes every time.

``python data/samples/make_samples.py [FOLDER]`` writes beside itself, or into FOLDER.
Needs reportlab (an extra of the development set) and python-docx.
Every person, company, number and address in the texts is invented.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from sample_markup import Block, blocks_of, members_of
from sample_writers import docx_bytes, html_bytes, pdf_bytes, text_bytes, zip_bytes

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "source"

Writer = Callable[[list[Block]], bytes]


def wrapped_text(blocks: list[Block]) -> bytes:
    """Text as it comes out of a PDF: hard-wrapped, 34 characters a line."""
    return text_bytes(blocks, width=34)


# (text in source/, file to write, how)
FILES: tuple[tuple[str, str, Writer], ...] = (
    ("notice_storage.txt", "notices/storage_and_vehicles.pdf", pdf_bytes),
    ("notice_marine.txt", "notices/biomanufacturing_and_marine.html", html_bytes),
    ("storage_1_flow_battery.txt", "applications/storage_and_vehicles/1_旭川储能.docx", docx_bytes),
    ("storage_2_roadside.txt", "applications/storage_and_vehicles/2_瞻途智能.pdf", pdf_bytes),
    ("storage_3_simulation.txt", "applications/storage_and_vehicles/3_镜域软件.txt", wrapped_text),
    ("marine_1_inspection.txt", "applications/biomanufacturing_and_marine/1_沧澜机器人.docx", docx_bytes),
    ("marine_2_aquaculture.txt", "applications/biomanufacturing_and_marine/2_蓝穹海洋.pdf", pdf_bytes),
    ("marine_3_diacid.txt", "applications/biomanufacturing_and_marine/3_青禾生物.txt", text_bytes),
    ("marine_4_bridge.txt", "applications/biomanufacturing_and_marine/4_鲸跃智能.docx", docx_bytes),
)
ARCHIVE = ("storage_4_safety.txt", "applications/storage_and_vehicles/4_磐盾电力.zip", "磐盾电力申报材料")
MEMBER_WRITERS: dict[str, Writer] = {".docx": docx_bytes, ".txt": text_bytes}


def main(folder: Path) -> None:
    """Write every sample into ``folder``."""
    for source, target, write in FILES:
        _save(folder / target, write(blocks_of((SOURCE / source).read_text(encoding="utf-8"))))
    source, target, inside = ARCHIVE
    members = {
        f"{inside}/{name}": MEMBER_WRITERS[Path(name).suffix](blocks)
        for name, blocks in members_of((SOURCE / source).read_text(encoding="utf-8"))
    }
    _save(folder / target, zip_bytes(members))


def _save(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    print(f"{path.name}: {len(data)} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
