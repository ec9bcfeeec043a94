"""Attachments that are letters of commitment by what stands in them, whatever their title calls them (守信书)."""

import re
from collections.abc import Sequence

# 守信书, 信守函, 自律公约, 我们的保证; no 任务书 and no 约定书内容, which are to be written, nor 信用情况
_TITLE = re.compile(
    r"(?!.*(?:内容|提纲|大纲|框架|任务|合同|协议|推荐|委托|情况|措施|编写|填写|填报|说明|体系|保证金))"
    r".*(?:[守诚]信|信[守用约]|[自公]约|自律|诺|誓|保证|声明|廉洁)"
)
# 不转包; not 不超过200字, 不填视为否, 不得空项, which say how to fill in
_HOW = r"[超填必需须限含够足]|用[填写交盖]|计入|[少低高多大小晚早迟]于|适用|涉及|符合?|得[空涂漏缺留少多超低高]"
_PROMISE = re.compile(
    rf"承诺|保证|声明|绝不|决不|(?<!是否)不(?!{_HOW})[^，。；：:、？?]{{2,40}}(?=[，。；、]|$)"
    r"|如[有若]?[违弄]|若违|愿[意承受]|赔偿|追究"
)
_SIGNED = re.compile(r"签[字名章]|盖章|公章|印章|钤印|手印")
_LEAST = 2  # promises
_FOOT = 8  # lines in which those who give the letter sign
_LONGEST_TITLE = 20


def is_letter(title: str, lines: Sequence[str]) -> bool:
    """The title tells of keeping one's word, the text promises, and those who promise sign below."""
    if len(title) > _LONGEST_TITLE or _TITLE.match(title) is None:
        return False
    signed = [index for index, line in enumerate(lines) if index >= len(lines) - _FOOT and _SIGNED.search(line)]
    promises = sum(len(_PROMISE.findall(line)) for line in lines[: signed[0]]) if signed else 0
    return promises >= _LEAST
