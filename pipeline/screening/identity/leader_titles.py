"""The leader's title and post in the form (总工程师、正高级工程师) against those in sentences."""

import re
from collections.abc import Iterator

from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.labels import bare_label
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.identity.persons import leader
from schemas.facts import FormField, Passage
from schemas.outline import Role

# 职称, 职务/职称, 项目负责人职务职称
_LABEL = re.compile(r"(?:专业)?(?:技术)?(?:职务|职称)(?:[及和与、/／]?(?:职务|职称))?")
_WHO = re.compile(r"(?:揭榜|项目|任务|课题|申报|攻关)?总?(?:负责人|主持人|牵头人|带头人)(?:信息|情况)?")
# One series has one title at a time; an engineer may be a professor too. 软件工程师 and 注册建造师 are no titles.
_BEGINS = r"(?:(?<![\u4e00-\u9fff])|(?<=[为是任系]))"
_TITLES = (
    re.compile(rf"(?P<rank>(?:正高|副高|高|教授级高|研究员级高)级|助理)工程师|{_BEGINS}工程师(?![\u4e00-\u9fff])"),
    re.compile(rf"(?P<rank>副)教授|{_BEGINS}教授(?![\u4e00-\u9fff])"),
    re.compile(rf"(?P<rank>副|助理)研究员|{_BEGINS}研究员(?![\u4e00-\u9fff])"),
    re.compile(rf"(?P<rank>副)主任医师|{_BEGINS}主任医师|主治医师"),
)
_SHORT = (("正高工", "正高级工程师"), ("教高", "正高级工程师"), ("高工", "高级工程师"))
_AS_HIGH = re.compile(r"教授级高级|研究员级高级")
_BY_GRADE = re.compile(r"[（(](?P<grade>正高|副高)级?[）)]")  # 工程师（正高级）
_POST = re.compile(r"(?P<deputy>(?:常务)?副)?(?P<post>总工程师|总经理|董事长|总裁|总设计师)(?!助理|办公室|特别)")
_ENDS = re.compile(
    r"[。；;\n]|[向对][^，,。；]{0,8}(?:汇报|报告|负责(?!人)|述职)|曾|历任|此前|原[任为]|带领|率领|指导|另有|其余|团队(?!负责人|带头人)|成员|骨干|(?:19|20)\d\d\s?年"
)
_INTRODUCED = re.compile(r"(?:同志|先生|女士)?(?:[，,、（(：:]|\s?(?:为|系|是|现任|任|担任|现为))")
_LEAD = re.compile(r"(?:^|[，。；;：:、\n\s）)]|负责人|带头人|主持人|牵头人|[为由是])$")
_WINDOW = 60  # characters behind the name
_SURE = 0.65
_ASIDE = frozenset({Role.PROOFS, Role.INSTRUCTIONS})


def title_clashes(case: Case) -> Iterator[Clash]:
    """The first sentence that gives the leader another title of the same series, or the deputy's post for the post."""
    named, fields = leader(case), _fields(case)
    if named is None or not fields or case.submission.recognised:
        return
    form = "、".join(value_text(field) for field in fields)
    for passage in case.submission.passages:
        told = _told(passage, named[0]) if passage.role not in _ASIDE else ()
        for words in told:
            if titles_differ(form, words):
                yield _clash(fields[0], form, passage, named[0] + words)
                return


def _fields(case: Case) -> list[FormField]:
    """The leader's own fields with a title or a post."""
    found = []
    for field in case.submission.form_fields:
        label, group = bare_label(field), re.sub(r"\s", "", field.group or "")
        own = _WHO.fullmatch(group) if group else _WHO.match(label)
        part = label if group else _WHO.sub("", label, count=1)
        if own is not None and _LABEL.fullmatch(part.strip("的")) and value_text(field).strip():
            found.append(field)
    return found


def _told(passage: Passage, name: str) -> Iterator[str]:
    """What stands right behind the name where it is introduced, up to what is told of earlier times and of others."""
    for match in re.finditer(re.escape(name), passage.text):
        before, behind = passage.text[: match.start()], passage.text[match.end() : match.end() + _WINDOW]
        if _LEAD.search(before) and _INTRODUCED.match(behind):
            yield _ENDS.split(behind)[0]


def titles_differ(form: str, said: str) -> bool:
    """Two titles of one series, or the deputy's post for the post (副总经理, 总经理)."""
    form, said = _spelled_out(form), _spelled_out(said)
    for series in _TITLES:
        own, other = ({match.group() for match in series.finditer(words)} for words in (form, said))
        if own and other and not own & other:
            return True
    posts, others = ({(m["post"], bool(m["deputy"])) for m in _POST.finditer(words)} for words in (form, said))
    return any((post, not deputy) in posts and (post, deputy) not in posts for post, deputy in others) and not (
        posts & others
    )


def _spelled_out(words: str) -> str:
    """高工 is 高级工程师, 教授级高级工程师 and 高级工程师（正高级） are 正高级工程师."""
    for short, long in _SHORT:
        words = words.replace(short, long) if long not in words else words
    words = _AS_HIGH.sub("正高级", re.sub(r"\s", "", words))
    grade = _BY_GRADE.search(words)
    words = re.sub(r"(?:高级)?工程师(?=[（(]正高)", "正高级工程师", words) if grade is not None else words
    return words.replace("副高级工程师", "高级工程师")


def _clash(field: FormField, form: str, passage: Passage, words: str) -> Clash:
    name, found = bare_label(field), narrow(passage.evidence, words.strip("，,、；"))
    name = name if _WHO.match(name) else f"项目负责人{name}"
    text = (
        f"{name}前后不一致：申报表为“{form}”{page_of(field.value_evidence, '申报材料')}，"
        f"另一处写“{words.strip('，,、；')}”{page_of(found, '申报材料')}，请核实。"
    )
    return Clash(name, text, found, _SURE)
