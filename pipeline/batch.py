"""One function over many inputs, in this process or in several: one outcome an input, whatever happens to it."""

import importlib
import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pipeline.garbage import collect_seldom
from schemas.errors import Reason, UnreadableFile
from schemas.finding import Failure

_WORK: list[Callable[..., Any]] = []
"""In a worker: the function that it was started for. It may hold a whole notice, so it travels once and not with each
input."""

In = TypeVar("In")
Out = TypeVar("Out")

Progress = Callable[[int, int], None]
"""Called with (done, all) as outcomes come in."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[In, Out]):
    """What became of one input: a value or a failure, never both; ``index`` is its place among the inputs, from 0."""

    index: int
    item: In
    value: Out | None = None
    failure: Failure | None = None


@dataclass(slots=True)
class _Lane:
    """A worker process with at most one input in it, so that a death has exactly one culprit."""

    pool: ProcessPoolExecutor


def run_batch(
    function: Callable[[In], Out],
    items: Sequence[In],
    jobs: int = 1,
    *,
    ordered: bool = False,
    progress: Progress | None = None,
    preload: Sequence[str] = (),
    name: Callable[[In], str] = str,
) -> Iterator[Outcome[In, Out]]:
    """Yields one outcome an input, as they come in, or in the order of the inputs where ``ordered``.

    ``jobs`` is the number of processes; 1 stays in this one. With more, ``function`` and ``items`` must pickle, and
    ``preload`` names the modules that each worker imports once. ``name`` says what a failure is called by (its path).
    A worker that dies takes one input with it: that is tried once more, alone, after all others, and if it kills
    again it is a failure with the reason ``crashed``.
    """
    if jobs <= 1 or len(items) <= 1:
        outcomes = _serial(function, items, name)
    else:
        outcomes = _processes(function, items, min(jobs, len(items)), preload, name)
    counted = _counted(outcomes, len(items), progress)
    return _in_order(counted) if ordered else counted


def _serial(
    function: Callable[[In], Out], items: Sequence[In], name: Callable[[In], str]
) -> Iterator[Outcome[In, Out]]:
    for index, item in enumerate(items):
        yield attempt(function, index, item, name(item))


def attempt(function: Callable[[In], Out], index: int, item: In, name: str) -> Outcome[In, Out]:
    """Calls the function; whatever it raises becomes a failure by name. The one broad ``except`` of the program."""
    try:
        return Outcome(index, item, value=function(item))
    except UnreadableFile as error:
        message = f"{error.message} {error.remedy}".strip()
        return Outcome(index, item, failure=Failure(path=error.path, error=message, reason=error.reason.value))
    except MemoryError:
        message = "The memory was not enough for this file. Split it, or try again with fewer --jobs."
        return Outcome(index, item, failure=Failure(path=name, error=message, reason=Reason.TOO_LARGE.value))
    except Exception as error:  # noqa: BLE001  one bad input never stops the others
        return Outcome(index, item, failure=_program_error(name, error))


def _program_error(name: str, error: BaseException) -> Failure:
    message = f"An error of the program ({type(error).__name__}: {error}). Please report it, with the file if you may."
    return Failure(path=name, error=message, reason=Reason.CRASHED.value)


def _processes(
    function: Callable[[In], Out], items: Sequence[In], jobs: int, preload: Sequence[str], name: Callable[[In], str]
) -> Iterator[Outcome[In, Out]]:
    waiting = iter(enumerate(items))
    lanes = [_Lane(_worker(function, preload)) for _ in range(jobs)]
    running: dict[Future[Outcome[In, Out]], tuple[_Lane, int]] = {}
    suspects: list[int] = []

    def feed(lane: _Lane) -> None:
        for index, item in waiting:
            try:
                future = lane.pool.submit(_attempt_here, index, item, name(item))
            except BrokenProcessPool:  # it died between two inputs
                _renew(lane, function, preload)
                future = lane.pool.submit(_attempt_here, index, item, name(item))
            running[future] = (lane, index)
            return

    try:
        for lane in lanes:
            feed(lane)
        while running:
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                lane, index = running.pop(future)
                outcome = _settled(future, index, items[index], name)
                if outcome is None:
                    suspects.append(index)
                    _renew(lane, function, preload)
                else:
                    yield outcome
                feed(lane)
    finally:
        for lane in lanes:
            lane.pool.shutdown(wait=False, cancel_futures=True)
    for index in sorted(suspects):
        yield _alone(function, index, items[index], preload, name)


def _settled(
    future: "Future[Outcome[In, Out]]", index: int, item: In, name: Callable[[In], str]
) -> Outcome[In, Out] | None:
    """The outcome of a finished call; None where the worker died."""
    error = future.exception()
    if isinstance(error, BrokenProcessPool):
        return None
    if error is not None:  # what the worker made could not come back
        return Outcome(index, item, failure=_program_error(name(item), error))
    return future.result()


def _alone(
    function: Callable[[In], Out], index: int, item: In, preload: Sequence[str], name: Callable[[In], str]
) -> Outcome[In, Out]:
    with _worker(function, preload) as pool:
        try:
            return pool.submit(_attempt_here, index, item, name(item)).result()
        except BrokenProcessPool:
            message = "The process was killed twice, perhaps for lack of memory. Try the file alone, or fewer --jobs."
            return Outcome(index, item, failure=Failure(path=name(item), error=message, reason=Reason.CRASHED.value))


def _renew(lane: _Lane, function: Callable[[In], Out], preload: Sequence[str]) -> None:
    lane.pool.shutdown(wait=False)
    lane.pool = _worker(function, preload)


def _worker(function: Callable[[In], Out], preload: Sequence[str]) -> ProcessPoolExecutor:
    """One spawned process: a fork would copy the threads' locks of what this process has imported."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(1, mp_context=context, initializer=_begin, initargs=(function, tuple(preload)))


def _begin(function: Callable[[In], Out], modules: tuple[str, ...]) -> None:
    for module in modules:
        importlib.import_module(module)
    _WORK[:] = [function]
    collect_seldom()


def _attempt_here(index: int, item: In, name: str) -> Outcome[In, Any]:
    return attempt(_WORK[0], index, item, name)


def _counted(outcomes: Iterator[Outcome[In, Out]], total: int, progress: Progress | None) -> Iterator[Outcome[In, Out]]:
    for done, outcome in enumerate(outcomes, start=1):
        if progress is not None:
            progress(done, total)
        yield outcome


def _in_order(outcomes: Iterable[Outcome[In, Out]]) -> Iterator[Outcome[In, Out]]:
    early: dict[int, Outcome[In, Out]] = {}
    expected = 0
    for outcome in outcomes:
        early[outcome.index] = outcome
        while expected in early:
            yield early.pop(expected)
            expected += 1
