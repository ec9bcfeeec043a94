"""Obligations that the fields of the form bring: fill it, well formed, the same everywhere."""

import re
from collections.abc import Iterator, Sequence

from extractors.text.spans import bare
from pipeline.records.obligation_ids import obligation_id
from pipeline.records.parts import NoticeParts
from schemas.evidence import Evidence
from schemas.facts import FormField, ListTable
from schemas.notice import Obligation
from schemas.outline import Role

_COVER = "封面"
_FIELD_ROLES = frozenset({Role.COVER, Role.FORM, Role.TASK_BOOK, Role.OTHER})
_IN_FORM = _FIELD_ROLES - {Role.COVER}
# Fields that hold a code, a telephone number, a mail address or a postcode.
_IDENTIFIER = re.compile(
    r"信用代码|机构代码|合一码|身份证|税号|手机|电话|传真|邮箱|邮件|e-?mail|邮政编码|邮编", re.IGNORECASE
)
# Amounts that come again in the text: a form and a task book must not give two.
_AMOUNT = re.compile(r"投入|收入|投资|经费|资金|产值|预算|利润|税收|注册资本|人数")
_NAME = re.compile(r"(?:申报|揭榜|牵头|承担|申请)?(?:单位|企业|机构)(?:名称)?$")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_OPINION_OF_OTHERS = re.compile(
    r"(?:推荐|主管|归口|审核|审查|评审|初审|复审|受理|核查|专家|部门|园区|街道|乡镇|管委会|[局厅委处])[\u4e00-\u9fff、（）()]{0,8}意见"
)
# 牵头单位审核意见: the applicant's own, which it writes itself
_OWN_OPINION = re.compile(
    r"(?:牵头|申[报请](?:人|者)?|揭榜|应榜|承担|依托|参[加与]|合作|联合|本|所在|申[报请]人所在|负责人所在)单位(?:内部)?(?:审核|审查|初审)意见"
)
_MAY_BE_NONE = re.compile(
    r"合作|联合|协作|(?:参与|参加|参研)(?!人员)|[获得奖]奖|奖励|荣誉|专利|论文|著作|知识产权|标准|成果|已有|承担|完成|以往|历年|近[一二三四五两]年|推荐|专家|签批"
)
_SEALED = re.compile(r"[章字][）)]")
_TOTAL = "项目总投入"


def field_obligations(fields: Sequence[FormField]) -> Iterator[Obligation]:
    """One for each field of cover and form; a cover's is told from the form's by 封面.

    Where others write their opinion (推荐单位意见, 区经信部门审核意见), the applicant has nothing to fill in.
    """
    for index, field in enumerate(fields):
        others = is_for_others(field.label or field.name)
        if field.role in _FIELD_ROLES and not others and not _is_signing_line(field, fields[:index]):
            yield _fill_in(field, field_name(field, fields))


def stated_obligations(fields: Sequence[FormField]) -> Iterator[Obligation]:
    """One for each field that the call asks for in words alone."""
    return (_fill_in(field, field.name) for field in fields)


def _fill_in(field: FormField, name: str) -> Obligation:
    return Obligation(
        id=obligation_id("form_field", name, f"{field.role}\n{field.label}"),
        kind="form_field",
        name=name,
        condition=None if field.required else field.guidance,
        field=field,
        evidence=field.evidence,
    )


def list_obligations(lists: Sequence[ListTable]) -> Iterator[Obligation]:
    """One for each list of the form that every applicant has entries for; partners and prizes there may be none of."""
    for table in lists:
        blank = bool(table.rows) and all("" in row for row in table.rows)
        if table.required and blank and not _MAY_BE_NONE.search(table.name) and not is_for_others(table.name):
            yield Obligation(
                id=obligation_id("form_field", table.name, "\n".join(table.columns)),
                kind="form_field",
                name=table.name,
                table=table,
                evidence=table.evidence,
            )


def is_for_others(title: str) -> bool:
    """推荐单位意见, 区经信部门审核意见: a field or a section that others fill in."""
    return _OPINION_OF_OTHERS.search(title) is not None and _OWN_OPINION.match(title) is None


def _is_signing_line(field: FormField, before: Sequence[FormField]) -> bool:
    """申报单位（盖章）： under a form that has asked for 申报单位: where to put the seal."""
    return _SEALED.search(field.evidence.text) is not None and any(
        one.role is field.role and one.name == field.name for one in before
    )


def field_name(field: FormField, fields: Sequence[FormField]) -> str:
    """The field's name; 封面 before it where the form might have one of that name."""
    if field.role is not Role.COVER or field.name.startswith(_COVER) or "日期" in field.name:
        return field.name
    return _COVER + field.name if any(f.role is not Role.COVER for f in fields) else field.name


def identifier_obligations(fields: Sequence[FormField]) -> Iterator[Obligation]:
    """One for each field of the form that holds something with a prescribed shape."""
    for field in fields:
        if field.role in _FIELD_ROLES and _IDENTIFIER.search(field.label or field.name):
            name = field_name(field, fields)
            yield Obligation(
                id=obligation_id("identifier", name, f"{field.role}\n{field.label}"),
                kind="identifier",
                name=name,
                field=field,
                evidence=field.evidence,
            )


def consistency_obligations(parts: NoticeParts) -> Iterator[Obligation]:
    """The applicant's name, the direction, amounts: what the notice asks to be true is the same everywhere."""
    name = next((f for f in parts.form_fields if f.role is Role.FORM and _NAME.match(bare(f.label or f.name))), None)
    yield from _one("单位名称", parts.truth or (name.evidence if name else None), name)
    if parts.directions:
        yield from _one("揭榜方向", parts.truth or parts.choice or parts.directions[0].evidence)
    for field in parts.form_fields:
        if field.role in _IN_FORM and _AMOUNT.search(field.label or field.name):
            yield from _one(_BRACKETS.sub("", field.name).strip(), field.evidence, field)
    if parts.leaves:
        yield from _one(_TOTAL, parts.truth)


def _one(name: str, evidence: Evidence | None, field: FormField | None = None) -> Iterator[Obligation]:
    if evidence is not None:
        yield Obligation(
            id=obligation_id("consistency", name, evidence.text),
            kind="consistency",
            name=name,
            field=field,
            evidence=evidence,
        )
