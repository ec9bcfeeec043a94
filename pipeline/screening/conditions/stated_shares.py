"""Shares that a sentence states (职工188人，其中科技人员9人，占4.8%), for conditions on a share of people or sums."""

import re
from collections.abc import Iterator

from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.claims.compare import reaches
from schemas.evidence import Evidence
from schemas.facts import Target

# 科技人员占企业当年职工总数的比例: whose share, and of what.
_SHARE = re.compile(r"(?P<part>[\u4e00-\u9fff（）()]{2,40}?)占(?P<whole>[\u4e00-\u9fff]{2,24}?)的?(?:比重|比例|比)")
# 9人，占4.8%; 占职工总数的4.8%; 占比4.8%
_STATED = (
    r"(?P<between>[^。；;%％占]{0,16})占(?:比(?:例|重)?)?(?:为|达到?)?"
    r"(?P<whole>[^。；;，,%％\d]{0,16}?)的?(?:为|约|达到?)?\s?(?P<said>\d{1,3}(?:\.\d{1,3})?)\s?[%％]"
)
_ANOTHER = re.compile(r"[，,、][\u4e00-\u9fff]{2,}")  # 科技人员9人，研发费用占…: the share of what stands last
_ALL = ("总数", "总额", "总人数", "总量", "总")
_SAME = (("职工", "员工", "从业人员", "在职人员"), ("销售收入", "营业收入", "总收入"))
_PLANNED = re.compile(r"计划|预计|预期|将|目标|力争|达产|年后|到20\d\d年")
# Of a partner or a part of the applicant: 研发中心职工20人.
_NOT_ALL = re.compile(r"合作|联合|参与单位|协作|(?:中心|部|部门|子公司|分公司)(?:现有|共有?|有)?(?:职工|员工|人员)")
_BEFORE = r"(?:(?<![\u4e00-\u9fff])|(?<=[中有的共]))"  # not 女性科技人员
_SHORTEST = 4


# 牵头单位承担的经费份额不低于60%: whose part of what
_LEAD_PART = re.compile(
    r"牵头(?:单位|方|企业)[^，。；]{0,12}?(?P<what>经费|资金|预算|投入|任务|工作量)[^，。；]{0,6}?(?:份额|比例|占比|比重|不)"
)
_WE = r"牵头(?:单位|方|企业)|(?:本|我)(?:公司|单位|院|校|所|方|企业)|(?:申报|揭榜)(?:单位|企业)"
_PART_TOLD = re.compile(
    r"(?:占(?:比|总?额?)?|份额|比例|比重)[^，,。；;%％\d]{0,12}?(?P<said>\d{1,3}(?:\.\d{1,3})?)\s?[%％]"
)
_ROW = re.compile(r"^[^：；。\n]{1,12}：[^；。\n]*；")  # 单位：甲公司；经费：237；占比：52%: one row
# of another body, or another share: 我公司研发人员占比45%, 财政经费占总经费的40%, 承担70%，其中设备占比40%
_OF_OTHERS = re.compile(
    r"参[与加]|合作|协作|成员单位|高校|乙方|人员|收入|产值|设备|材料|财政|申请|自筹|[国省市区县]拨|\d\s?[%％]"
)


def lead_part(case: Case, asked: str) -> tuple[float, Evidence | None] | None:
    """The share of the money or work that the lead takes on, by its own clause or row; None where told twice."""
    wanted = _LEAD_PART.search(squeeze(asked))
    if wanted is None:
        return None
    name = case.submission.applicant.name
    own = re.compile(rf"{re.escape(name)}|{_WE}" if name else _WE)
    found = list(_parts_told(case, own, wanted["what"]))
    return found[0] if len({value for value, _ in found}) == 1 else None


def _parts_told(case: Case, own: re.Pattern[str], what: str) -> Iterator[tuple[float, Evidence | None]]:
    for passage in case.submission.passages:
        if what not in "".join((passage.text, *passage.path[-1:])):
            continue
        for line in re.split(r"[。\n]", passage.text):
            for piece in (line,) if _ROW.match(line) else re.split("[；;]", line):
                told, who = _PART_TOLD.search(piece), own.search(piece)
                if told is None or who is None or who.start() > told.start() or what not in line:
                    continue
                between = piece[who.end() : told.start("said")]
                if not (_OF_OTHERS.search(between) or _PLANNED.search(piece[: who.start()])):
                    yield float(told["said"]), narrow(passage.evidence, told.group())


def stated_share(case: Case, required: Target) -> tuple[float, Evidence | None] | None:
    """The share in percent that the text states; one that is enough, else the only one that is stated."""
    asked = _SHARE.search(squeeze(required.metric))
    part = re.split("的|其中|企业", asked["part"])[-1] if asked is not None else ""
    if asked is None or len(part) < _SHORTEST:
        return None
    found = list(_stated(case, part, _head(asked["whole"])))
    enough = [one for one in found if reaches(required, _claim(required, one[0]))]
    return enough[0] if enough else found[0] if len({value for value, _ in found}) == 1 else None


def _stated(case: Case, part: str, wholes: tuple[str, ...]) -> Iterator[tuple[float, Evidence | None]]:
    pattern = re.compile(_BEFORE + re.escape(part) + _STATED)
    for passage in case.submission.passages:
        for sentence in re.split(r"[。；;\n]", passage.text) if part in passage.text else ():
            for match in pattern.finditer(sentence):
                # 占4.8% is of what the sentence has named before; 占职工总数的4.8% says of what.
                of = match["whole"] or sentence[: match.start()]
                before = sentence[: match.end()]
                other = _ANOTHER.search(match["between"]) or _PLANNED.search(before) or _NOT_ALL.search(before)
                if other is None and any(one in of for one in wholes):
                    yield float(match["said"]), narrow(passage.evidence, match.group())


def _head(whole: str) -> tuple[str, ...]:
    """What the whole is called: 职工 for 企业当年职工总数, with other words for the same."""
    words = re.sub(r"^(?:企业|单位|公司)?(?:当年|同期|年度|本年|全部|全年)?的?", "", whole)
    for word in _ALL:
        words = words.removesuffix(word)
    return next((group for group in _SAME if words in group), (words,)) if len(words) >= 2 else (whole,)


def _claim(required: Target, value: float) -> Target:
    return required.model_copy(
        update={"comparator": "=", "value": value, "value_max": None, "unit": "%", "canonical_value": value}
    )
