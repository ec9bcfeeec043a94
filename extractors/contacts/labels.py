"""Labels in the lines of a contact: 联系人, 联系电话, 邮箱, 地址, 受理单位, and what is skipped (邮编, 网址)."""

import re
from typing import Literal

LabelKind = Literal["person", "phone", "email", "address", "organization", "skip"]


def _spaced(*words: str) -> str:
    """联系人 also where blanks stand between the characters (联 系 人)."""
    return "(?:" + "|".join(r"\s{0,2}".join(word) for word in words) + ")"


_LABELS: tuple[tuple[LabelKind, str], ...] = (
    ("phone", _spaced("联系人及电话", "联系人及联系方式", "联系人及联系电话", "联系人电话")),
    (
        "person",
        _spaced(
            "联系人员",
            "联系人",
            "联络人",
            "收件人",
            "收信人",
            "接收人",
            "经办人",
            "姓名",
            "牵头人",
            "负责人",
            "咨询人",
            "受理人",
            "顾问专家",
            "联络专员",
            "联系老师",
            "联络员",
        ),
    ),
    (
        "phone",
        _spaced(
            "联系电话",
            "联系方式",
            "电话号码",
            "手机号码",
            "手机号",
            "短信号码",
            "电话",
            "手机",
            "热线",
            "座机",
            "短号",
            "传真",
            "电 话",
        )
        + r"|Tel\.?|TEL|Fax|FAX|(?<![A-Za-z])[TF](?=\s?[:：])",
    ),
    (
        "email",
        _spaced("电子邮箱", "电子邮件", "电子信箱", "邮箱地址", "邮箱", "信箱", "邮件")
        + r"|[Ee]-?[Mm]ail|(?<![A-Za-z])[ME](?=\s?[:：])",
    ),
    (
        "skip",
        _spaced("邮政编码", "邮编", "网址", "微信号", "QQ群号", "QQ群", "QQ号", "传真号") + r"|职[务称](?=\s?[:：])",
    ),
    (
        "address",
        _spaced(
            "通讯地址",
            "通信地址",
            "邮寄地址",
            "收件地址",
            "受理地址",
            "办公地址",
            "办公地点",
            "联系地址",
            "报送地址",
            "递交地址",
            "受理地点",
            "报送地点",
            "地址",
            "地点",
        ),
    ),
    (
        "organization",
        _spaced(
            "联系单位", "联系部门", "咨询单位", "咨询部门", "受理单位", "受理部门", "主办单位", "承办单位", "收件单位"
        ),
    ),
)
# The name of the group that matched is the kind with a number behind it.
LABEL = re.compile("|".join(f"(?P<{kind}{i}>{pattern})" for i, (kind, pattern) in enumerate(_LABELS)))
