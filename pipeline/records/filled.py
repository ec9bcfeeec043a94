"""Whether a form is filled in, and by an applicant or as an example: told by what stands in its fields."""

import re
from collections.abc import Sequence

from extractors.forms.labels.words import is_known_label, label_core
from extractors.values.credit_code import check
from schemas.facts import FormField

_LEAST_ANSWERED = 5
_LEAST_NAMED = 2
# What a blank form cannot know: who applies, who answers for it, how they are reached.
_NAME = re.compile(
    r"(?:申报|申请|揭榜|应榜|牵头|承担|参赛|报名)?(?:单位|企业|公司|机构|主体|方|人|团队)(?:全?名称?|全称)?"
    r"|.*(?:法定代表人|法人代表|负责人|主持人|联系人|联络人|填表人|填报人|首席)(?:姓名)?|姓名"
)
_REACHED = re.compile(
    r".*(?:电话|手机号?码?|联系方式|邮箱|电子邮件)|.*(?:注册|通[信讯]|单位|办公|联系|详细)?地址|.*信用代码|.*机构代码"
)
# The office that takes the form, and who recommends: printed on the blank form.
_OFFICE = re.compile(r"受理|主管|推荐|组织单位|发榜|发布|归口|咨询|技术支持|审[核批]|主办")
# No answer but how one should look: XX公司, 138XXXXXXXX, 张三, 某市某区, 按营业执照填写, 18位代码, 不超过20字.
_MODEL = re.compile(
    r"[xX×＊*○]{2,}|张三|李四|王五|赵六|某[某省市区县路街]|示例|范例|样例|例如|[如例][:：]|填写|填报|全称|一致$|为准$|不超过|详细到"
    r"|^\d{1,2}位|^(?:手机|座机|区号)[:：]?$|^[\u4e00-\u9fff]{2,4}(?:[/／、][\u4e00-\u9fff]{2,6})+$"
)
_EXAMPLE = re.compile(r"(?:范例|样例|示例|范本|样本|填[写报]示范)(?:[（(][^（）()]*[）)])?[）)】\]]?$")
_TITLE_LINES = 6


def is_filled_in(fields: Sequence[FormField]) -> bool:
    """Most fields have answers, whatever their labels are; or the form names who applies and how he is reached.

    Of what only an applicant can know two answers are enough, a name among them: many a form has rows for partners,
    teams and budgets that stay empty.
    """
    answered = [field for field in fields if _said(field)]
    if len(answered) >= _LEAST_ANSWERED and 3 * len(answered) >= 2 * len(fields):
        return True
    own = [field for field in answered if not _OFFICE.search(f"{field.group or ''}{field.label}")]
    names = sum(_NAME.fullmatch(label_core(field.label)) is not None for field in own)
    reached = sum(_REACHED.fullmatch(label_core(field.label)) is not None for field in own)
    return names > 0 and names + reached >= _LEAST_NAMED


def is_blank(fields: Sequence[FormField]) -> bool:
    """A form with fields to fill in and hardly an answer; a box may be ticked and a number given to show how."""
    return len(fields) >= _LEAST_ANSWERED and sum(map(_said, fields)) <= 1


def names_nobody(fields: Sequence[FormField]) -> bool:
    """A form of which at most a third is answered, and nothing of who applies: printed pledges and guidance fill it."""
    answered = [field for field in fields if _said(field)]
    named = any(_NAME.fullmatch(core) or _REACHED.fullmatch(core) for f in answered if (core := label_core(f.label)))
    return len(fields) >= _LEAST_ANSWERED and 3 * len(answered) <= len(fields) and not named


def says_example(head: Sequence[str]) -> bool:
    """Whether the title, in one of these lines, says that this is an example (填报范例); 应用示范 is none."""
    return any(_EXAMPLE.search(re.sub(r"\s", "", line)) for line in head[:_TITLE_LINES])


def is_model(fields: Sequence[FormField]) -> bool:
    """Filled in by the issuer to show how: a name, an address or a code in it is none."""
    said = [(label_core(field.label), field.value) for field in fields if isinstance(field.value, str)]
    models = any(_MODEL.search(value) for label, value in said if _NAME.fullmatch(label) or _REACHED.fullmatch(label))
    return models or any(label.endswith("信用代码") and check(value) is not None for label, value in said)


def _said(field: FormField) -> bool:
    """The field has an answer that is neither an instruction, nor a model, nor the next label."""
    if field.value is None:
        return False
    words = field.value if isinstance(field.value, str) else "、".join(field.value)
    if field.options:
        return True
    return re.search(r"\w", words) is not None and not _MODEL.search(words) and not is_known_label(words)
