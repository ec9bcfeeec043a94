"""Numbers of people in the form against those of its papers: 研发人员名册（57人）, 参保人数证明（341人）."""

import re
from collections.abc import Iterator

from pipeline.screening.amounts.people_and_money import Clash, number_of
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.identity.papers import is_of_paper, paper_above
from pipeline.screening.identity.subjects import is_anothers
from schemas.evidence import Evidence
from schemas.facts import FormField

_NUMBER = r"[（(：:，,\s]{0,3}(?:现有|共计?|合计|总计|计|在册|为|共有)?\s?(?P<number>\d[\d,]{0,7})\s?[人名](?!以上)"
_PAPER = r"(?:名册|名单|花名册|清单|一览表|明细表|明细)(?:汇总)?"
# 研发人员名册（57人）, 2026年3月社保缴纳人数证明（128人）, 2026年3月参保128人
_KINDS = (
    ("研发人员人数", re.compile(rf"(?:研发|科技|研究开发)人员{_PAPER}{_NUMBER}")),
    ("单位人数", re.compile(rf"(?:全体)?(?:职工|员工|在职人员|在册人员|从业人员)(?:{_PAPER}|证明|人数证明){_NUMBER}")),
    (
        "单位人数",
        re.compile(
            rf"(?:社保|社会保险|养老保险|参保|缴纳社保|社保缴纳)(?:参保|缴纳|缴费)?(?:人员|职工|人数)?(?:证明|清单|记录|凭证|明细)?{_NUMBER}"
        ),
    ),
)
# Some of them, or why they are other: 项目组成员, 近六个月, 退休返聘
_SOME = re.compile(
    r"项目|任务|团队|攻关|成员|负责人|骨干|博士|高级|本科|分公司|子公司|其中|新增|合作|参与|联合|部门|课题"
)
_TOLD = re.compile(r"退休|返聘|派遣|外籍|实习|新入职|离职|兼职|劳务|代缴|异地|总部|母公司|集团缴")
# 专职研发人员社保缴纳证明: its title
_OF_SOME = re.compile(r"研发|专职|技术人员|科技人员|科研人员|项目|团队|负责人|成员")
_ALL, _ABOVE = "单位人数", 6
_SURE, _SMALL, _BEFORE, _BEHIND = 0.65, 0.02, 16, 40


def paper_people_clashes(case: Case) -> Iterator[Clash]:
    """The first paper for each number that counts other people than the form says there are."""
    told: set[str] = set()
    for index, passage in enumerate(case.submission.passages):
        for name, pattern in _KINDS if is_of_paper(passage) else ():
            given = number_of(case, name)
            for said in pattern.finditer(passage.text) if given is not None and name not in told else ():
                before = re.split(r"[。；;、，,\n]", passage.text[max(0, said.start() - _BEFORE) : said.start()])[-1]
                around = passage.text[max(0, said.start() - _BEHIND) : said.end() + _BEHIND]
                other = float(said["number"].replace(",", ""))
                titled = paper_above(case, index, _ABOVE) + file if (file := passage.evidence.file or "") else ""
                some = name == _ALL and _OF_SOME.search(before + titled)
                near = given is None or abs(other - given[0]) <= _SMALL * given[0]
                aside = some or _SOME.search(before + said.group()) or _TOLD.search(around)
                if given is not None and not (near or aside or is_anothers(case, index, said.start())):
                    told.add(name)
                    yield _clash(name, given[1], said.group(), passage.evidence)


def _clash(name: str, field: FormField, said: str, evidence: Evidence) -> Clash:
    found = narrow(evidence, said)
    own = f"申报表写“{field.label or field.name}：{value_text(field).strip()}”"
    text = (
        f"{name}前后不一致：{own}{page_of(field.value_evidence, '申报材料')}，"
        f"证明材料写“{said}”{page_of(found, '申报材料')}，请核实。"
    )
    return Clash(name, text, found, _SURE)
