"""Partners that the work is parted among, or whose people do it, and that the form does not name (参与单位)."""

import re
from collections.abc import Iterator

from extractors.values.organisations import kind_of
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.labels import canonical
from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import is_nothing
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.identity.partners_told import partners_told
from schemas.evidence import Evidence
from schemas.facts import FormField, Passage
from schemas.outline import Role

PARTNERS = "参与单位"
# 甲公司承担整机集成；乙大学负责控制算法, each at the head of its clause
_SHARE = re.compile(
    r"(?:^|(?<=[。；;，,、：:\n]))[ \u3000]{0,4}(?:[（(]?\d{1,2}[)）.、．]\s?)?"
    r"(?:参[与加]|联合|合作|牵头|申报|揭榜)?(?:单位)?"
    r"(?P<name>[\u4e00-\u9fff（）()]{4,30}?)(?:主要)?(?:承担|负责|牵头)(?P<what>[^。；;\n]{2,60})"
)
# What is bought, proven or used is no share of the work.
_ASIDE = re.compile(r"检[测验]|测试|测评|审计|监理|鉴定|认证|评估|试用|应用|示范|采购|供[应货]|代理|运输|施工")
_BROUGHT_IN = re.compile(r"委托|聘请|邀请|外协|外包|第三方|采购|用户")
# 顾问, 外聘专家: of a body of his own, which takes no part
_ADVISES = re.compile(rf"顾问|咨询|专家|指导|外聘|特聘|兼职|双聘|评审|评价|论证|{_ASIDE.pattern}")
_SPEAKING = frozenset({Role.TASK_BOOK, Role.BODY, Role.FORM, Role.OTHER})
# 洛阳龙门师范学院, 中国科学院某所: longer than what it does
_OWN_NAME = re.compile(r"大学|学院|[\u4e00-\u9fff]{4,}(?:研究院|研究所)$(?<!智能研究院)(?<!技术研究院)(?<!设计研究院)")
_TELLING = _SPEAKING | {Role.PROOFS, Role.COMMITMENT}
_LISTED = re.compile(r"[、；;，,\n]")
_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
_LEAST_KNOWN = 2  # names of one passage that are the applicant's or a partner's: it parts the work among them
_SAME = 0.75  # of the characters of the shorter name


def unlisted_partners(case: Case) -> Iterator[Clash]:
    """The first organisation that a passage on who does what names beside the known ones, and the form does not."""
    fields = [f for f in case.submission.form_fields if _is_partners(f) and value_text(f).strip()]
    own = case.submission.applicant.name or ""
    if len(fields) != 1 or not own:
        return
    said = value_text(fields[0])
    partners = [] if is_nothing(said) else [_bare(name) for name in _LISTED.split(said) if _bare(name)]
    if not partners or is_nothing(said):
        yield from _beside_none(case, fields[0], own)
        return
    of_team = _of_team(case, own, partners)
    if of_team is not None:
        name, found = of_team
        listed = f"申报表为“{'、'.join(partners)}”{page_of(fields[0].value_evidence, '申报材料')}"
        text = f"{PARTNERS}前后不一致：{listed}，团队成员的单位另有“{name}”{page_of(found, '申报材料')}，请核实。"
        yield Clash(PARTNERS, text, found, 0.65)
        return
    for passage in case.submission.passages:
        other = _of_shares(passage, own, partners)
        where = "任务分工中"
        if other is None and passage.role in _SPEAKING:
            told = (name for name, _ in partners_told(passage))
            other = next((_bare(n) for n in told if not _is_own(n, own) and not _is_listed(_bare(n), partners)), None)
            where = "正文"
        if other is not None:
            found = narrow(passage.evidence, other)
            listed = f"申报表为“{'、'.join(partners)}”{page_of(fields[0].value_evidence, '申报材料')}"
            text = f"{PARTNERS}前后不一致：{listed}，{where}另有“{other}”{page_of(found, '申报材料')}，请核实。"
            yield Clash(PARTNERS, text, found, 0.65)
            return


def _of_shares(passage: Passage, own: str, partners: list[str]) -> str | None:
    """The first body of a passage that parts the work among two known ones, which is none of them."""
    shares = list(_SHARE.finditer(passage.text)) if passage.role in _SPEAKING else []
    named = [(_bare(share["name"]), share) for share in shares if _is_body(_bare(share["name"]))]
    known = {name for name, _ in named if any(_is_same(name, one) for one in (own, *partners))}
    for name, share in named if len(known) >= _LEAST_KNOWN else ():
        aside = _ASIDE.search(share["what"]) or _BROUGHT_IN.search(share.group())
        if name not in known and not aside:
            return name
    return None


def _is_listed(name: str, partners: list[str]) -> bool:
    """A partner by its name, by a department's or by a shorter one; a list that does not name all (等) tells none."""
    return any(_is_same(name, one) or one in name or one.endswith("等") for one in partners)


def _beside_none(case: Case, field: FormField, own: str) -> Iterator[Clash]:
    """参与单位 无, and the first body that the text says takes part, or does its share beside the applicant."""
    for passage in case.submission.passages:
        told = [*partners_told(passage)] if passage.role in _TELLING else []
        shares = [*_SHARE.finditer(passage.text)] if passage.role in _SPEAKING else []
        named = [(_bare(share["name"]), share) for share in shares if _is_body(_bare(share["name"]))]
        if any(_is_same(name, own) for name, _ in named):
            aside = (_ASIDE.search(share["what"]) or _BROUGHT_IN.search(share.group()) for _, share in named)
            told += [(name, share.group()) for (name, share), out in zip(named, aside, strict=True) if not out]
        other = next(((name, words) for name, words in told if not _is_own(name, own)), None)
        if other is not None:
            found, said = narrow(passage.evidence, other[1]), value_text(field).strip()
            text = (
                f"{PARTNERS}前后不一致：申报表填写“{said}”{page_of(field.value_evidence, '申报材料')}，"
                f"另一处写明“{other[1].strip()}”{page_of(found, '申报材料')}，请核实。"
            )
            yield Clash(PARTNERS, text, found, 0.65)
            return


def _is_own(name: str, own: str) -> bool:
    """The applicant, or a department of it."""
    return (
        _is_same(_bare(name), own)
        or re.fullmatch(r"(?:[我本该]|各|双|两|三|多)[\u4e00-\u9fff]{0,6}|.*(?:分公司|事业部)", _bare(name)) is not None
    )


def _of_team(case: Case, own: str, partners: list[str]) -> tuple[str, Evidence] | None:
    """The first body whose member stands in the team's table beside those of the applicant and a partner."""
    rows = [one for one in case.submission.team if one.organization and "\t" in one.evidence.text]
    known = {name for name in (own, *partners) if any(_is_same(_bare(one.organization or ""), name) for one in rows)}
    for one in rows if len(known) >= _LEAST_KNOWN else ():
        name = _bare(one.organization or "")
        aside = _ADVISES.search(" ".join(filter(None, (one.role, one.duty, one.organization, one.name))))
        if _is_body(name) and aside is None and not any(_is_same(name, body) for body in (own, *partners)):
            return name, narrow(one.evidence, one.organization or name)
    return None


def _is_body(name: str) -> bool:
    """A company, a school or an institute by its own name: not 研发中心, 我公司, 人工智能研究院, nor an office."""
    company = name.endswith("有限公司") or name.endswith("集团")
    return company or (kind_of(name) in ("school", "institute", "hospital") and _OWN_NAME.search(name) is not None)


def _is_partners(field: FormField) -> bool:
    return field.group is None and canonical(field.label or field.name) == PARTNERS


def _bare(name: str) -> str:
    return _BRACKETS.sub("", re.sub(r"\s", "", name))


def _is_same(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return shorter in longer or len(set(shorter) & set(longer)) >= _SAME * len(set(shorter))
