"""How often Python looks for cycles of garbage in a process of ours."""

import gc

_THRESHOLDS = (20_000, 20, 20)  # Python's own are 700, 10, 10


def collect_seldom() -> None:
    """Lets Python look for cycles less often: records are very many small objects without any, and a tenth of the time
    went for it. What is there by now (modules, lexicons) is not looked at again.
    """
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
