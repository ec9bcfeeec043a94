"""The console blocks of the documentation: ``$ command`` lines and the output under them."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ("README.md", "README.zh-CN.md")
_BLOCK = re.compile(r"```console\n(.*?)```", re.S)
# What differs from run to run.
_TIME = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}")


@dataclass(frozen=True)
class Command:
    """A command and what the document says it prints."""

    line: str
    output: str


def commands(text: str) -> list[Command]:
    """The commands of all console blocks, in order."""
    found = []
    for block in _BLOCK.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            line, _, output = part.partition("\n")
            found.append(Command(line, output))
    return found


def run(line: str, folder: Path) -> str:
    """What a command prints in a folder where data/samples is, on a page of 110 columns."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "110", "PYTHONUTF8": "1"}
    environment.pop("JIEBANG_DB", None)
    done = subprocess.run(
        ["bash", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, timeout=180, check=False
    )
    assert done.returncode == 0, f"{line}: {done.stderr}"
    return tidy(done.stdout)


def tidy(output: str) -> str:
    """Without blanks at the lines' ends and empty lines around, times left out."""
    lines = [_TIME.sub("YYYY-MM-DD hh:mm:ss", line.rstrip()) for line in output.splitlines()]
    return "\n".join(lines).strip("\n")


def prepare(folder: Path) -> None:
    """A folder as a user's clone looks to the commands."""
    (folder / "data").mkdir()
    (folder / "data" / "samples").symlink_to(ROOT / "data" / "samples")


def refresh(folder: Path) -> None:
    """Writes the real outputs into the documents: ``make docs``."""
    prepare(folder)
    outputs: dict[str, str] = {}
    for name in DOCUMENTS:
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        for command in commands(text):
            if command.line not in outputs:
                outputs[command.line] = run(command.line, folder)
            text = text.replace(
                f"$ {command.line}\n{command.output}", f"$ {command.line}\n{outputs[command.line]}\n", 1
            )
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as temporary:
        refresh(Path(temporary))
