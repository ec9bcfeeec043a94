"""What must pass a test (须通过生物相容性评价), and rests on the seller's certificate or on what people say."""

import re
from collections.abc import Sequence

from pipeline.matching.lexicon import words
from pipeline.screening.clauses.asides import SUPPOSED
from pipeline.screening.clauses.clause_words import is_half_said
from pipeline.screening.clauses.subjects import Told

_HERE = r"[^，,。；;：:]"
_KIND = r"(?:评价|评估|检测|检验|试验|测试|认证|鉴定|审查|检定|校准|测评|评审|认可)"
_MUST_PASS = re.compile(
    rf"(?P<thing>{_HERE}{{2,40}}?)(?:均|都|一律)?(?:必须|应当|须|应|需要?|要)(?:先|事先|另行)?"
    rf"(?:通过|经过?|取得|获得|完成|进行|开展|做|接受|送)(?:{_HERE}{{0,14}}?(?:的|机构|部门|单位))?"
    rf"(?P<what>[\u4e00-\u9fffA-Za-z]{{2,12}}?){_KIND}"
)
_GENERAL = re.compile(
    r"第三方|型式|权威|专业|专门|专项|相关|有关|严格|独立|统一|具备|有?资质|国家|省级|法定|产品|现场|出厂|合格|必要|充分|全面|性能|质量|安全性|效果|强制性|的"
)
# what is no test: 凭合格证, 用户反映良好, 多年未见过敏
_RESTS_ON = re.compile(
    r"合格证|质[量保](?:保证|证明|承诺)?书|质保|保证书|承诺(?:书|函)?|口碑|品牌|反映|反馈|(?:凭|按|依)[^，,；;]{0,4}经验|说明书|材质单|随货|厂家(?:资料|数据|提供)"
    r"|目测|手感|自行?试[穿戴用]|内部试[穿戴用]|未见|没有?(?:问题|异常|不良)|无(?:异常|不良)|有保[障证]|(?:大量|普遍|广泛|长期|多年|一直)(?:使用|采用|在用|应用)"
    r"|成熟(?:产品|材料|可靠)|(?:常|通)用(?:材料|产品|型号)|食品级|医用级|进口(?:材料|产品|件)|(?:供应|供货|经销)商|厂[家商]|自检|自测|出厂检验"
)
_PIECE = re.compile(r"[，,；;：:]")
_ON_IT, _LEAST = 0.5, 2  # of the words of the thing; characters of what is tested
_MUST = re.compile(r"(?:必须|应当|须|应|需要?)(?:先|事先)?(?:通过|经|取得|获得|完成|进行|开展)")


def unproven(clause: str, told: Sequence[Told]) -> str | None:
    """The piece that a thing rests on instead of its test; None where the test is named anywhere, or none rests so."""
    asked = _MUST_PASS.search(re.sub(r"\s", "", clause))
    what = _GENERAL.sub("", asked["what"]) if asked is not None else ""
    named = [word for word in words(asked["thing"]) if len(word) > 1] if asked is not None else []
    if len(what) < _LEAST or not named:
        return None
    tested = [word for word in words(what) if len(word) > 1] or [what]
    own = [one for one in told if _MUST.search(one.sentence) is None]  # the clause itself, written off
    if any(is_half_said(word, one.sentence.lower()) for one in own for word in tested):
        return None
    on_it = [one for one in own if _share(named, one) >= _ON_IT]
    if any(re.search(_KIND, one.sentence.replace("出厂检验", "")) for one in on_it):
        return None
    for one in on_it:
        rests = [piece for piece in _PIECE.split(one.sentence) if _RESTS_ON.search(piece)]
        if rests and SUPPOSED.search(one.sentence) is None:
            return rests[-1]
    return None


def _share(named: Sequence[str], told: Told) -> float:
    text = f"{told.subject}，{told.title}，{told.sentence}".lower()
    return sum(is_half_said(word, text) for word in named) / len(named)
