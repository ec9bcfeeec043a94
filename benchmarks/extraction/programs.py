"""Runs the programs, each in a process of its own on one thread, and says plainly which are absent."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

_WORKER = Path(__file__).with_name("worker.py")
_ROOT = Path(__file__).resolve().parents[2]
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def run(program: str, python: str, tasks: list[tuple[str, list[str]]]) -> dict[str, Any] | str:
    """The worker's answer, or the reason why there is none (the program is not installed there)."""
    environment = {**os.environ, **_ONE_THREAD, "PYTHONPATH": str(_ROOT), "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        [python, str(_WORKER), program],
        input=json.dumps({"tasks": tasks}),
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    if done.returncode != 0:
        last = done.stderr.strip().splitlines()[-1:] or ["no message"]
        return last[0]
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
