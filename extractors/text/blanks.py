"""Blanks of a letter (承诺书的空格): 承担____任务, 提交了xxx内容, 联系电话： with nothing behind it."""

import re

# What a blank is filled with: a name goes before 任务, 项目, 内容. Spaces alone count only behind such a verb, for a
# reader may leave one anywhere else.
_NOUN = r"(?:揭榜)?(?:攻关|揭榜|申报|科研|创新)?(?:任务|项目|内容|课题|榜单|方向|产品|单位|公司)"
_DRAWN = r"(?:[_＿﹍]{2,}|[xX×ＸＯ○]{2,}|…{2,}|[（(]\s*[）)]|[“《]\s*[”》])"
RULED = re.compile(r"(?:[_＿…]{0,3}\s)*[_＿…]{4}[_＿…\s]*")  # a line of paper to write on
_IN_LINE = re.compile(
    rf"{_DRAWN}\s*(?:的)?(?P<drawn>{_NOUN})?"
    rf"|(?:承担|参加|提交了?|申报了?|申请|揭榜|名为|名称为)[ 　]+(?:的)?(?P<spaced>{_NOUN})"
)
# A line that is a label and no more; places to sign, to seal and to date are looked at elsewhere.
_LABEL = re.compile(r"(?P<label>[\u4e00-\u9fff]{2,10})\s*[:：][ 　_＿…\t]*")
_ELSEWHERE = re.compile(r"签字|签名|签章|盖章|公章|日期|时间|如下|承诺人|承诺单位|承诺方")
_OPENS = re.compile(r"承诺|声明|保证|以下|下列|事项|责任")
# 某省工业和信息化厅： above the letter: to whom it is written.
_ADDRESSED = re.compile(
    r"^(?:致)?[\u4e00-\u9fff]{2,}(?:[部委局厅处]|办公室|委员会|人民政府|管委会|集团|公司|中心|协会)$"
)
_SIGNED = re.compile(r"签字|签名|签章|盖章|公章|年\s*\S{0,3}月")
_NAMELESS = "空格"


def find_blanks(body: str) -> tuple[str, ...]:
    """The names of the blanks in a letter's text, in order, each once: 揭榜任务, 联系人, 联系电话."""
    found: list[str] = []
    for line in body.splitlines():
        label = _LABEL.fullmatch(line.strip())
        if label is not None:
            words = label.group("label")
            if not any(known.search(words) for known in (_ELSEWHERE, _OPENS, _ADDRESSED)):
                found.append(words)
            continue
        if _SIGNED.search(line) and len(line) < 40:
            continue
        found += [m.group("drawn") or m.group("spaced") or _NAMELESS for m in _IN_LINE.finditer(line)]
    return tuple(dict.fromkeys(found))
