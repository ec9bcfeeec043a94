"""Every command in the READMEs prints what they say; every link in the documentation leads somewhere."""

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from console import DOCUMENTS, ROOT, commands, prepare, run, tidy

_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each command of the READMEs prints, in the order in which a reader types them."""
    folder = tmp_path_factory.mktemp("reader")
    prepare(folder)
    lines = [c.line for name in DOCUMENTS for c in commands((ROOT / name).read_text(encoding="utf-8"))]
    return {line: run(line, folder) for line in dict.fromkeys(lines)}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_commands_print_what_the_document_says(name: str, outputs: dict[str, str]) -> None:
    found = commands((ROOT / name).read_text(encoding="utf-8"))
    assert len(found) >= 5
    for command in found:
        assert outputs[command.line] == tidy(command.output), f"{command.line}: run `make docs` and look at the change"


DOCS = [path for pattern in ("*.md", "docs/*.md", "data/**/*.md") for path in sorted(ROOT.glob(pattern))]


@pytest.mark.parametrize("path", DOCS, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    for target in _LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_make_targets_named_in_the_documentation_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for path in DOCS:
        for target in re.findall(r"`make ([a-z-]+)`", path.read_text(encoding="utf-8")):
            assert re.search(rf"^{target}:", makefile, re.M), f"{path.name} names make {target}"
