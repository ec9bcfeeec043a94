"""Laws and regulations for the training: ``python -m pipeline.matching.training.collect --laws GITDIR --out FILE``.

GITDIR is the git directory of a copy of LawRefBook/Laws (2f4c5c2: laws, regulations and judicial interpretations of the
state and of some provinces; official texts). FILE becomes ``laws.jsonl.xz``: ``title``, ``chapter`` and ``text`` of
each article, of a law with several versions the newest one's.
"""

import argparse
import json
import lzma
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

_LEFT_OUT = (".github", "scripts", "案例")
_VERSION = re.compile(r"\(.*?\)$")
_CHAPTER = re.compile(r"^#+\s*(第[^ ]*[章节编]\s*)?")
_ARTICLE = re.compile(r"^第[一二三四五六七八九十百零〇]+条\s*")
_SHORTEST = 25


def newest(names: list[str]) -> dict[str, str]:
    """Title -> file of the newest version: the date stands in brackets at the end of the file's name."""
    wanted = [
        name
        for name in names
        if name.endswith(".md") and "/" in name and not name.startswith(_LEFT_OUT) and not name.endswith("_index.md")
    ]
    return {_VERSION.sub("", Path(name).stem): name for name in sorted(wanted)}


def articles(title: str, text: str) -> Iterator[dict[str, str]]:
    """The articles of a law with the chapter they stand in; short lines and markup fall out."""
    chapter = ""
    for line in map(str.strip, text.split("\n")):
        if line.startswith("#"):
            chapter = _CHAPTER.sub("", line)
        elif len(line) >= _SHORTEST and not line.startswith("<!"):
            yield {"title": title, "chapter": chapter, "text": _ARTICLE.sub("", line)}


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "--git-dir", str(folder), "-c", "core.quotepath=false", *arguments]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "replace")


def main() -> None:
    """The command line of the collecting."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.matching.training.collect", description=__doc__)
    parser.add_argument("--laws", type=Path, required=True, help="git directory of a copy of LawRefBook/Laws")
    parser.add_argument("--out", type=Path, required=True, help="the file laws.jsonl.xz")
    arguments = parser.parse_args()
    names = _git(arguments.laws, "ls-tree", "-r", "--name-only", "HEAD").splitlines()
    with lzma.open(arguments.out, "wt", encoding="utf-8") as file:
        for title, name in newest(names).items():
            for row in articles(title, _git(arguments.laws, "show", f"HEAD:{name}")):
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
