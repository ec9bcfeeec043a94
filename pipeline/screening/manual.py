"""The manual of checks (docs/checks.md), made from the checks' docstrings: ``python -m pipeline.screening.manual``."""

import inspect
import re
import sys

from pipeline.screening.checks import CHECKS
from pipeline.screening.settings import Settings

_ITEMS = ("依据", "判定", "补救")
_HEAD = """# The checks

One file a check in `pipeline/screening/kinds/`, listed in `checks.py` above. This page is made from their docstrings:
`python -m pipeline.screening.manual > docs/checks.md`.
"""
_TAIL = """
## Settings

Thresholds and their defaults (`pipeline/screening/settings.py`);
the table `[screening]` of a settings file (TOML) changes them.

| key | default |
| --- | --- |
"""


def manual() -> str:
    """The page in Markdown: a chapter a check with 依据, 判定, 补救, then the settings."""
    chapters = [_chapter(kind, module.__doc__ or "", inspect.getdoc(check) or "") for kind, module, check in CHECKS]
    rows = [f"| `{key}` | {_shown(info.default)} |" for key, info in Settings.model_fields.items()]
    return "\n".join([_HEAD, *chapters]) + _TAIL + "\n".join(rows) + "\n"


def _shown(value: object) -> str:
    return "none" if isinstance(value, frozenset) and not value else str(value)


def _chapter(kind: str, title: str, doc: str) -> str:
    """Raises ValueError where a check's docstring lacks one of the three items."""
    summary, _, rest = doc.partition("\n\n")
    lines = [f"## {title.strip().rstrip('.。')} `{kind}`", "", " ".join(summary.split()), ""]
    for item in _ITEMS:
        match = re.search(rf"^{item}：(.*?)(?=^(?:{'|'.join(_ITEMS)})：|\Z)", rest, re.MULTILINE | re.DOTALL)
        if match is None:
            raise ValueError(f"the check {kind!r} has no {item} in its docstring")
        lines.append(f"- **{item}**：{''.join(match.group(1).split(chr(10))).strip()}")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.stdout.buffer.write(manual().encode("utf-8"))
