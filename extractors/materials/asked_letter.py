"""The letter of commitment (承诺书) that a sentence of a call without a template asks for: 随方案交一份承诺书."""

import re
from collections.abc import Sequence

from extractors.materials.found import FoundMaterial
from extractors.text.spans import Span, sentences, squeezed
from schemas.text import Text

_COUNT = r"(?:[一1壹]\s?[份页张封]|[一1]式[^，。；、]{1,3}份)?的?"
_NAME = r"(?P<name>[^，。；、：:（(\n]{0,8}?承诺[书函])"
_HANDS_IN = r"(?:附上?|提[交供]|递交|报送|上传|[交写签带]上?|签[署订]|出具|填[写报])"
_ASKED = re.compile(
    # 随方案交一份承诺书, 另附承诺书一份, 还须递交加盖公章的承诺函
    rf"(?:[另并还须应需要请]|同时|一并|随[^，。；：:\n]{{1,8}}?|[后前]面?)(?:当|要|须|应|另行?|再|同时|一并|一起)*{_HANDS_IN}{_COUNT}{_NAME}"
    # 承诺书由法定代表人签字, 承诺书须写明…
    r"|(?:(?<=^)|(?<=[，。；\n]))(?P<name2>[^，。；、：:（(\n]{0,6}?承诺[书函])(?:[一1]\s?份)?[，,]?"
    r"(?:[须应需要]当?|由(?:法定代表人|法人|单位|揭榜方|申[请报]))"
)
# what is signed once the work is given out, or by others; 无需提交承诺书
_NOT_NOW = re.compile(
    r"中[榜标选]|入[选围]|立项|签约|合同|验收|推荐单位|主管部门|发榜|需求方|专家|评[审委]|(?:无[需须]|不(?:需要?|必|用|再)|免于?)[^，。；]{0,8}承诺"
)


def asked_letter(
    text: Text, stretches: Sequence[tuple[int, int]], found: Sequence[FoundMaterial]
) -> list[FoundMaterial]:
    """The first letter that a sentence of the call asks the applicant for; [] where none does, or one is known."""
    known = any(one.kind == "commitment" for one in found)
    for start, end in () if known else stretches:
        for sentence in sentences(text.clean, start, end):
            words = sentence.of(text.clean)
            match = _ASKED.search(words) if "承诺" in words else None
            if match is None or _NOT_NOW.search(words):
                continue
            part = "name" if match["name"] else "name2"
            span = Span(sentence.start + match.start(part), sentence.start + match.end(part))
            return [FoundMaterial(squeezed(span.of(text.clean)), "commitment", None, None, span)]
    return []
