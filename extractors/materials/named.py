"""A thing to hand in that running text names, and what sounds like one and is none."""

import re
from dataclasses import dataclass

from extractors.materials.names import MaterialKind, is_generic
from extractors.text.spans import Span

HAND_IN = r"(?:提交|报送|提供|填写|填报|上传|递交|邮寄|寄送|打印|附上)"
_ON_PAPER = re.compile(r"(?:报送|提交|提供)?(?:纸质|书面)(?:材料|资料|件)")  # the whole on paper is told by its copies
# 盖章扫描件, 附件材料的扫描件, 并上传扫描件: how a paper or the whole is sent, and no paper
_HOW = re.compile(
    r"(?:并|再|同时)?(?:上传|提交|发送)?将?(?:加盖公章|盖章|签字|签章)*(?:后|版)?的?(?:扫描件|复印件|PDF|Word|WORD|电子)(?:版|文件|格式)?"
)
_COPY_OF = re.compile(r"(?<=材料|资料|文件|附件)的?(?:电子)?(?:扫描|复印)[件版]$")
_SAID = re.compile(r"^(?:否则|视为|如有)|[一1]式")  # 否则视为无效申报材料
# 合并为一个PDF文件, 证明材料按顺序合成一个PDF文件, 可上传多个文件
_PACKED = re.compile(
    r"^(?:[多若干]+|[两二三几\d]+)个(?:不同的?)?(?:附件|文件|文档)$|^(?:合并|打包|压缩|合成|扫描)[成为]|(?:合|合并|打包|压缩|扫描|整理|制作|拼接)[成为](?:[一1单同]个?)?[A-Za-z]{0,4}(?:格式)?的?(?:文件|文档|压缩包)$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A thing to hand in, named in running text."""

    name: str
    kind: MaterialKind
    copies: int | None
    span: Span
    condition: str | None = None


def is_no_paper(name: str) -> bool:
    """The words stand for the whole, or say how it is sent: 相关材料, 盖章扫描件, 合并为一个文件."""
    return (
        is_generic(_COPY_OF.sub("", name))
        or _PACKED.search(name) is not None
        or _SAID.match(name) is not None
        or _HOW.fullmatch(name) is not None
        or _ON_PAPER.fullmatch(name) is not None
    )
