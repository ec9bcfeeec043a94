"""What a clause forbids and the application says that it goes on with: 仍按0.1%添加复合磷酸盐."""

import re
from collections.abc import Sequence

from pipeline.screening.clauses.asides import HOW_THINGS_ARE, SUPPOSED

_ACT = r"(?:添加|加入|使用|采用|掺[加入]|施用|投加|燃用|排放|喷施)"
_FORBIDS = re.compile(
    rf"(?:不得?|禁止|严禁|不再|不允许|杜绝|无需?|零)(?:再|另)?{_ACT}(?:任何|一切)?(?P<thing>[\u4e00-\u9fff]{{2,10}})"
)
# Goes on, or is kept as a way out: a plan of the applicant's own.
_GOES_ON = re.compile(
    rf"(?:仍[然旧]?|继续|照[旧常]|依旧|暂时?|保留|(?<!不)允许|(?:也|必要时|酌情)可)(?P<how>[^，,。；;不未无零]{{0,14}}?){_ACT}(?P<what>[^，,。；;]{{2,16}})"
)
_ENDED = re.compile(r"对照|避免|防止|替代|取代")


def still_done(clause: str, sentences: Sequence[str]) -> str | None:
    """The words, without white space, that go on with what the clause forbids; None where none do."""
    forbidden = _FORBIDS.search(re.sub(r"\s", "", clause))
    if forbidden is None:
        return None
    thing = forbidden["thing"]
    for sentence in sentences:
        for said in _GOES_ON.finditer(sentence) if thing in sentence else ():
            before = sentence[: said.start()].rpartition("；")[2]
            told = before + said.group()
            if thing in said["what"] and not any(one.search(told) for one in (HOW_THINGS_ARE, SUPPOSED, _ENDED)):
                return said.group()[: said.group().index(thing) + len(thing)]
    return None
