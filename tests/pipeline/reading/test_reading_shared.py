"""Every real document is read, a scan among them, with true offsets."""

from pathlib import Path

import pytest
from reading_files import check_offsets

from pipeline.reading import read

FOLDERS = ("seeds", "notices", "real", "submissions")
KINDS = (".txt", ".pdf", ".html", ".docx")


@pytest.mark.parametrize("folder", FOLDERS)
def test_all_real_documents(shared: Path, folder: str) -> None:
    for path in sorted(one for one in (shared / folder).iterdir() if one.suffix in KINDS):
        document = read(path)
        check_offsets(document)
        assert len(document.text) > 300, path.name


# (file, words that a reader sees, words that belong to the site around the article)
WORDS = [
    ("real/09_dg_robot1.html", "三、申报时间及方式", "当前位置"),
    ("real/22_dg_techno7.html", "四、申报材料及要求", "上一个"),
    ("notices/n2_linhu_lowaltitude.html", "附件：1.", "主办单位"),
]


@pytest.mark.parametrize(("file", "there", "absent"), WORDS)
def test_articles_of_real_pages(shared: Path, file: str, there: str, absent: str) -> None:
    text = read(shared / file).text
    assert there in text
    assert absent not in text
