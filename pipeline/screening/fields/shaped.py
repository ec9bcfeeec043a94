"""Values that show by their shape what they are: a mail address, a telephone number, a code."""

import re
from collections.abc import Iterator
from functools import partial

from pipeline.screening.application.labels import SAME_FIELD, alike, canonical
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, value_text
from schemas.evidence import Evidence
from schemas.facts import FormField
from schemas.outline import Role

# As they stand in a text without blanks and dashes: wide, so that nothing that is there is called nowhere. What is
# well formed is judged by ``identity/shapes.py``.
SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("信用代码", re.compile(r"[0-9A-Za-z]{15,}")),
    ("手机", re.compile(r"1[3-9]\d{7,}")),
    ("邮箱", re.compile(r"[@＠]|\.(?:com|cn|net|org)")),
    ("电话", re.compile(r"\d{7,}")),
    ("传真", re.compile(r"\d{7,}")),
)
# 邮政编码200438, 传真：021-…: the value right behind its label, in a sentence or in another field's answer
_BEHIND: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("邮政编码", ("邮政编码", "邮政编号", "邮编", "邮码"), r"\d{6}(?!\d)"),
    ("信用代码", ("信用代码", "组织机构代码", "三证合一码"), r"[0-9A-Z]{18}(?![0-9A-Za-z])"),
    ("手机", ("手机号码", "手机号", "手机", "移动电话"), r"1[3-9]\d{9}(?!\d)"),
    ("邮箱", ("电子邮箱", "电子邮件", "邮箱", "邮件地址", "E-mail", "Email", "email"), r"[\w.+-]{1,40}[@＠]\w"),
    ("传真", ("传真号码", "传真号", "传真"), r"(?:\+?86-)?0?\d{2,4}[-—–－ ]?\d{7,8}(?!\d)"),
)
# 某某，科技质量部经理: who somebody is, behind the name
_POST = re.compile(
    r"[，,、/\s（(][^，,、；;。]{0,14}(?:经理|总监|主任|主管|专员|部长|处长|科长|所长|院长|校长|厂长|站长|董事长?|总裁|总工|工程师|设计师|会计师|教授"
    r"|研究员|讲师|助理|秘书|书记|主席|负责人|组长|队长|干事|职员|文员|代表|员工)(?=$|[，,、；;。）)/\s])"
)
_OF_POST = re.compile(r"(?:职务|职称)$")
_JOINS = r"(?:号码?)?[）)]?[\s:：为是（(]{0,4}"
# 通讯地址：某路52号（200438）
_WITH_ADDRESS = re.compile(r"地址[^。；;\n]{2,80}?[，,、\s（(](?P<code>\d{6})(?!\d)\s?(?=[）)，,。；;\n]|$)")
_OF_OTHERS = re.compile(
    r"(?:推荐|合作|联合|参[与加]|协作|开户|收款|受理|发榜|主管|应用|用户|银行|客户)[^，,。；;\n]{0,24}$"
)
_NO_FORM = frozenset({Role.COMMITMENT, Role.PROOFS, Role.INSTRUCTIONS, Role.RECOMMENDATION})
_POSTCODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
_DATE = re.compile(r"20\d\d\s?[-—./年]\s?\d{1,2}(?:\s?[-—./月]\s?\d{1,2})?")
_APART = re.compile(r"[\s\-—–－]+")


def is_nowhere(case: Case, template: FormField) -> bool:
    """No value of the field's shape stands anywhere in the application, whosever.

    False also for a field whose values have no shape of their own.
    """
    if canonical(template.label or template.name).endswith("邮政编码"):
        return not any(_POSTCODE.search(_DATE.sub("", text)) for text in _texts(case))
    shape = _shape(template)
    return shape is not None and not any(_has(shape, text) for text in _texts(case))


def told_in_words(case: Case, template: FormField) -> Evidence | None:
    """通讯地址：某路52号，邮政编码200438: the label with a value of its shape behind it, in a sentence of the form.

    None for fields of a person's, and for what is said of another body.
    """
    label = canonical(template.label or template.name)
    asked = next((one for one in _BEHIND if label.endswith(one[0])), None)
    if asked is None or template.group is not None:
        return None
    pattern = re.compile(rf"(?:{'|'.join(map(re.escape, asked[1]))}){_JOINS}{asked[2]}")
    for passage in case.submission.passages:
        if passage.role in _NO_FORM:
            continue
        found = pattern.search(passage.text)
        if found is None and asked[0] == "邮政编码":
            found = _WITH_ADDRESS.search(passage.text)
        if found is not None and _OF_OTHERS.search(passage.text, 0, found.start()) is None:
            return narrow(passage.evidence, found.group())
    return None


def told_with_its_person(case: Case, template: FormField) -> FormField | None:
    """联系人 | 某某，经理；138…, where the template parts 联系人 into 姓名, 职务 and 手机: the field that holds it."""
    shape, post = _shape(template), _OF_POST.search(canonical(template.label or template.name)) is not None
    if template.group is None or (shape is None and not post):
        return None
    holds = _POST.search if shape is None else partial(_has, shape)
    whole = (one for one in case.submission.form_fields if one.group is None and holds(value_text(one)))
    return next((one for one in whole if alike(template.group, one.label or one.name) >= SAME_FIELD), None)


def _shape(template: FormField) -> re.Pattern[str] | None:
    label = canonical(template.label or template.name)
    return next((pattern for name, pattern in SHAPES if label.endswith(name)), None)


def _has(shape: re.Pattern[str], text: str) -> bool:
    return shape.search(_APART.sub("", _DATE.sub("", text))) is not None


def _texts(case: Case) -> Iterator[str]:
    yield from (passage.text for passage in case.submission.passages)
    yield from (value_text(field) for field in case.submission.form_fields)
