"""More summaries: ``python -m pipeline.matching.training.collect_papers --papers DIR --have FILE --out FILE``.

DIR is the git directory of a mirror of dw-dengwei/daily-arXiv-ai-enhanced (b4c542b) with the branches that others
offered to it (``refs/pull``; Apache-2.0 like it): they read other fields of arXiv. ``--have`` is
``arxiv_zh.jsonl.xz``, whose papers are left out; the other FILE becomes ``arxiv_more.jsonl.xz``: ``id`` and the five
fields of each summary that is Chinese.
"""

import argparse
import json
import lzma
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.matching.training.corpus import FIELDS, rows

_NAME = "_AI_enhanced_Chinese.jsonl"
_VERSION = re.compile(r"v\d+$")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def blobs(folder: Path) -> list[str]:
    """The contents of all summaries' files on all branches, by name, each content once."""
    found = set()
    for ref in _git(folder, "for-each-ref", "--format=%(refname)").splitlines():
        for line in _git(folder, "ls-tree", "-r", ref).splitlines():
            head, _, name = line.partition("\t")
            if name.endswith(_NAME):
                found.add((name, head.split()[2]))
    return list(dict.fromkeys(content for _, content in sorted(found)))


def summaries(text: str) -> Iterator[dict[str, str]]:
    """The papers of one file with at least two fields in Chinese."""
    for line in text.split("\n"):
        try:
            row: Any = json.loads(line)
        except ValueError:
            continue
        said = row.get("AI") if isinstance(row, dict) else None
        if not isinstance(said, dict):
            continue
        fields = {name: str(said.get(name) or "").strip() for name in FIELDS}
        chinese = {name: value for name, value in fields.items() if _CHINESE.search(value)}
        if len(chinese) > 1:
            yield {"id": _VERSION.sub("", str(row.get("id"))), **chinese}


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "--git-dir", str(folder), "-c", "core.quotepath=false", *arguments]
    return subprocess.run(command, capture_output=True, check=False).stdout.decode("utf-8", "replace")


def main() -> None:
    """The command line of the collecting."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.matching.training.collect_papers", description=__doc__)
    parser.add_argument("--papers", type=Path, required=True, help="git directory of the mirror")
    parser.add_argument("--have", type=Path, required=True, help="arxiv_zh.jsonl.xz")
    parser.add_argument("--out", type=Path, required=True, help="the file arxiv_more.jsonl.xz")
    arguments = parser.parse_args()
    known = {str(row["id"]) for row in rows(arguments.have)}
    found: dict[str, dict[str, str]] = {}
    for content in blobs(arguments.papers):
        for row in summaries(_git(arguments.papers, "cat-file", "blob", content)):
            if row["id"] not in known:
                found.setdefault(row["id"], row)
    with lzma.open(arguments.out, "wt", encoding="utf-8") as file:
        for key in sorted(found):
            file.write(json.dumps(found[key], ensure_ascii=False) + "\n")
    print(f"{len(found)} papers")


if __name__ == "__main__":
    main()
