"""Fields that a notice asks for in words, without a form: 封面标明申报单位、项目名称、联系人及电话、申报日期."""

import re

from extractors.text.spans import Span, split_outside_brackets, squeezed
from schemas.facts import FormField
from schemas.outline import Outline, Role
from schemas.text import Text

# Not 封面格式见附件, nor what stands on an envelope.
_COVER = re.compile(
    r"(?:封面|首页|扉页)[^。；\n]{0,80}?(?:标明|注明|写明|载明|标注|填写)(?:清楚)?[:：]?\s?(?P<list>[\u4e00-\u9fff（）()]{2,16}(?:、[\u4e00-\u9fff（）()]{2,16}){2,12})"
)
_LABEL = re.compile(r"单位|名称|方向|联系|电话|手机|邮箱|日期|时间|负责人|领域|类别|编号|地址")
_JOINED = re.compile(r"[及和与]")
_END = re.compile(r"(?:等(?:信息|内容|字样|要素)?|信息|字样)$")
_BODIES = frozenset({Role.BODY, Role.OTHER, Role.INSTRUCTIONS, Role.TASK_LIST})


def stated_fields(text: Text, outline: Outline) -> list[FormField]:
    """The fields of the cover that the call's sentences name, each once; 联系人及电话 are two."""
    found: dict[str, FormField] = {}
    for match in _COVER.finditer(text.clean):
        if outline.division_at(match.start()).role not in _BODIES:
            continue
        spans = _labels(text, match.start("list"), match.end("list"))
        if all(_LABEL.search(label) for label, _ in spans):
            for label, span in spans:
                evidence = text.evidence(span.start, span.end)
                found.setdefault(label, FormField(name=label, label=label, role=Role.INSTRUCTIONS, evidence=evidence))
    return list(found.values())


def _labels(text: Text, start: int, end: int) -> list[tuple[str, Span]]:
    found = []
    for item in split_outside_brackets(text.clean, start, end, re.compile("、")):
        parts = split_outside_brackets(text.clean, item.start, item.end, _JOINED)
        for part in parts if all(_LABEL.search(part.of(text.clean)) for part in parts) else [item]:
            label = _END.sub("", squeezed(part.of(text.clean)))
            found.append((label, part))
    return found
