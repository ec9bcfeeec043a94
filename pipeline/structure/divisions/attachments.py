"""附件: which lines open an attachment, and which only name one in a list."""

import re
from collections.abc import Mapping, Set
from itertools import islice

from extractors.notice.header import NOTICE_TITLE
from extractors.notice.signature import is_issuer, is_signer
from extractors.text.marks import HAN_DIGITS as _HAN
from pipeline.structure.titles.numbering import value_of
from pipeline.structure.titles.titles import is_title, title_role
from schemas.outline import Role

_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_LABEL = rf"(?:\d{{1,2}}(?:[-－–—]\d{{1,2}}(?!\d))?|[{_HAN}]{{1,2}}|[{_ROMAN}]|[A-J](?![A-Za-z]))"
# 附件, 附件1, 附件之一; 附一：, 附之一, 附（一）, 附录2 only with their number: 附：… lists papers in a sentence, and
# so does 附：1.申报表, while 附：1 stands above the first of them
_ATTACHED = (
    rf"(?:附\s*件\s*(?:之(?=\s?{_LABEL}))?|附\s*录(?=\s?{_LABEL})|附\s?之?(?=\s?{_LABEL}\s?(?:[:：.、\s]|$))"
    rf"|附(?=\s?[（(]{_LABEL}[）)])|附\s?[:：](?=\s?{_LABEL}\s*$))"
)
_FRAMED = re.compile(rf"[〔【\[［]\s?(?P<mark>附\s*[件录]\s*(?:之\s?)?{_LABEL})\s?[〕】\]］]")  # 〔附件之1〕 揭榜申请单
_FRAMES = tuple("【〖〔[［")
# 附表1 揭榜题目卡, where the title says what it is for: a table's caption is called so too
_TABLE = re.compile(rf"附\s*表\s?({_LABEL})\s*[:：.、]?\s*(.+)")
_MARK = re.compile(rf"{_ATTACHED}\s*(?:[（(](?={_LABEL}[）)]))?({_LABEL})?[）)]?\s*[:：.、]?\s*(.*)")
_LONE = re.compile(r"附\s*[:：]\s*([^、。；《》]{2,30})")
_NEXT_TO = re.compile(rf"附\s*[件录]?\s*[（(]?{_LABEL}|(?P<item>\d{{1,2}})\s*[.、:：．]")
_NAMED_ALONE = re.compile(rf"{_ATTACHED}\s*[（(]?{_LABEL}")
_NAMED = re.compile(rf"{_ATTACHED}\s*[（(]?{_LABEL}[）)]?\s*[:：.、]?\s*[\u4e00-\u9fff]")
# The title of a list, no attachment itself.
_LIST_OF = re.compile(r"附\s*件\s*(?:材料)?(?:清单|目录|列表|一览表?)(?:[（(][^（）()]{1,20}[)）])?")
_ITEM = re.compile(rf"(?:[0-9]{{1,2}}|[{_HAN}]{{1,2}})[.、．]")
_PAPER = re.compile(
    r"\d{1,2}[.、．)）]\s?[^。；：:]{2,28}(?:[书函表证照]|报告|协议|合同|证明|材料|清单|复印件|扫描件)[；;。]?"
)
_HOW = re.compile(r"(?<!\s)\s*[（(][^（）()]*[)）]$")  # 申报表（按下列各栏填写，不得空缺）
# 任务书，按这个次序写; 登记表，一式两份: how it is to be written or filled in
_TOLD = re.compile(r"[，,]\s?(?:请|须|应|需|均|要|[按照依用随由逐每各]|[一1]式)[^，。；：]{1,20}$")
_LONGEST_NAME, _LONGEST_TITLE = 40, 24
_SENTENCE = re.compile(r"[，。；：！？]")
_BY_WORD = (
    # 要带的凭证, 随申请书附上的证明, 随表证件, 上传文件: papers by a word for such, and what is done with them
    (
        Role.PROOFS,
        re.compile(
            r"(?:[交附报带][来上齐]?|附[上带送]|提[交供]|[递呈上]交|携带|出示)的?(?:证明|佐证|证件|证照|凭证|凭据)(?:材料|文件|资料|件)?$"
            r"|^(?:需|应|须)?(?:上传|随附|附带|随交)的?(?:文件|材料|资料|证件|凭证)$"
            r"|随[\u4e00-\u9fff]{1,4}?(?:证件|证照|凭证|证明)$"
            r"|(?:证件|证照|凭证|凭据)(?:清单|目录|列表|要求)$|^(?:有关|相关|各[类种项])?(?:证件|证照|凭证|凭据)$"
        ),
    ),
    (
        Role.TASK_BOOK,
        re.compile(r"任务书|(?:实施|攻关|揭榜)方案(?!.*(?:评[审分价]|标准(?!模板|格式|文本|版)|细则))|目次|怎么写"),
    ),
    (Role.FORM, re.compile(r"(?:申报|申请|登记|报名|意向|揭榜|应榜)(?:书|表|单(?!位))(?!.*[提大]纲)")),
    (Role.COMMITMENT, re.compile(r"承诺|声明|责任书|保证书|(?:[守诚]信|信守|守诺|自律)[书函状]")),
    (Role.PROOFS, re.compile(r"(?:证明|佐证|备查|支撑|应附|随附)(?:材料|文件|资料|件)?|材料(?:清单|目录|自查|核对)")),
)
# 二、…, （三）…, 2. …: what goes on with the text above; a form begins with its first item
_GOES_ON = re.compile(r"第?[（(]?(?:[二三四五六七八九十][一二三四五六七八九十]{0,2}|[2-9]|\d\d)[、.．）)章条](?!\d)")
# 20260412093011.docx, 申报表.xls（下载）, 【1.pdf】: the link of a web page below the name of its attachment
_LINK = re.compile(
    r"[【\[（(]?(?:附件)?[^\s，。；：:【】]{1,60}\.(?i:docx?|xlsx?|pdf|wps|et|ofd|pptx?|zip|rar|7z|jpe?g|png)[】\])）]?"
    r"\s?(?:[（(\[【][^（）()]{1,20}[)）\]】]|点击下载|下载|已下载.{0,10}|\d[\d.]{0,6}\s?[KM]B?)?"
)
_MOST_LINKS, _LONGEST_LINK = 4, 90  # lines looked through for one that is none, characters
_FARTHEST_LIST = 40  # lines between the name of the first attachment and the attachment itself
_FOOT = 8  # lines: a signature nearer to the end than that closes the notice
_DATED = re.compile(
    r"(?:\d{4}|二[〇○零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$"
)


def attachment_at(
    lines: list[str], index: int, tabled: Set[int], chapters: Mapping[int, tuple[int, str]]
) -> tuple[int, str, Role, int] | None:
    """(number, title, role, index of the title's last line) of the attachment that this line opens, or None.

    附件 or 附件1 alone opens one. 附件1：名称 does unless it stands in a list of attachments: with another one
    under or above it, or with the date of signature under it; ``tabled`` are the lines with a table right under them,
    which ends a list. The number of a lone 附件 is 0. ``chapters`` are the items of a chapter 附件 (5.1 申报表).
    """
    words = _FRAMED.sub(r"\g<mark> ", lines[index], count=1)
    mark = _MARK.fullmatch(words) if words.startswith("附") and len(words) <= 60 else None
    if mark is None and (mark := _TABLE.fullmatch(words)) is not None and role_of_attached(mark.group(2)) is None:
        return None
    if mark is None or _LIST_OF.fullmatch(words):
        number, title = chapters.get(index, (0, ""))
        if title and (attached := role_of_attached(title)) is not None:
            return number, title, attached, index
        return _unnumbered(lines, words, index, tabled)
    number, rest = _value(mark.group(1) or ""), mark.group(2)
    if not mark.group(1) and rest.endswith("。"):
        return None  # 附件切除和肾囊肿去顶。: the end of a sentence
    if _DATED.fullmatch(rest):
        return None  # the names are lost in the copy, and the date of signature follows
    if _is_listed(lines, index, number, rest, tabled) if rest else _heads_list(lines, index):
        return None
    title, role, last = _title(lines, index, rest, tabled)
    return number, title, role, last


def _unnumbered(lines: list[str], words: str, index: int, tabled: Set[int]) -> tuple[int, str, Role, int] | None:
    """附：任务书怎么写 on a line of its own, one thing and no list (附：1.申报表 2.承诺书)."""
    mark = _LONE.fullmatch(words)
    role = role_of_attached(mark.group(1)) if mark is not None and not _ITEM.match(mark.group(1)) else None
    if mark is None or role is None:
        return None
    # as the first of a list, which its second would follow: 1.项目名称 is the form's own line
    named = index not in tabled and (_goes_on(lines, index) or _is_listed(lines, index, 1, mark.group(1), tabled))
    return None if named else (0, mark.group(1), role, index)


def _goes_on(lines: list[str], index: int) -> bool:
    """The text that names the paper goes on below: with its next heading, or with who signs it and when."""
    below = _below(lines, index, 5)
    if not below or _GOES_ON.match(below[0]):
        return bool(below)
    return is_signer(below[0]) and any(_DATED.fullmatch(line) for line in below[1:])


def _below(lines: list[str], index: int, count: int) -> list[str]:
    """The lines under this one that say something, of so many; a link (20260412.docx) is none of them."""
    unlinked = (line for line in lines[index + 1 : index + 1 + count + _MOST_LINKS] if not _is_link(line))
    return [line for line in islice(unlinked, count) if line]


def _above(lines: list[str], index: int) -> list[str]:
    """The line over this one, its link left out."""
    at = next((at for at in range(index - 1, max(-1, index - 1 - _MOST_LINKS), -1) if not _is_link(lines[at])), index)
    return lines[at : at + 1] if at < index else []


def _is_link(line: str) -> bool:
    return len(line) <= _LONGEST_LINK and _LINK.fullmatch(line) is not None and _ITEM.match(line) is None


def _value(label: str) -> int:
    """2 for 2, 2-1, 二, Ⅱ and B."""
    label = re.split("[-－–—]", label)[0]
    if label and label in _ROMAN:
        return _ROMAN.index(label) + 1
    return ord(label) - ord("A") + 1 if label.isascii() and label.isalpha() else value_of(label)


def _heads_list(lines: list[str], index: int) -> bool:
    """附件： with 1.… and 2.… below it, or with the signature: the list's own line; 附件1 …, 附件2 … as well.

    Without the colon the two must name papers (1. 营业执照, 2. 检测报告): 附件 alone stands above templates as well.
    """
    below = _below(lines, index, 3)
    if below and _DATED.fullmatch(below[0]):
        return True  # the links are lost in the copy
    if len(below) > 1 and all(names_attachment(line) and len(line) <= _LONGEST_NAME for line in below[:2]):
        return True
    if lines[index][-1:] not in "：:":
        return len(below) > 1 and all(_PAPER.fullmatch(line) for line in below[:2])
    if len(below) == 3 and is_signer(below[1]) and _DATED.fullmatch(below[2]) and len(lines) - index <= _FOOT:
        return True  # one name without a number, and the signature
    if not below or not _ITEM.match(below[0]):
        return False
    return any(_ITEM.match(line) or _DATED.search(line) for line in below[1:])


def names_attachment(words: str) -> bool:
    """附件4 诚信承诺书, 附：申报表: where :func:`attachment_at` finds no beginning, the line only names it."""
    return _NAMED.match(words) is not None or _LONE.fullmatch(words) is not None


def _is_listed(lines: list[str], index: int, number: int, rest: str, tabled: Set[int]) -> bool:
    if _ITEM.match(rest):
        return True
    if index == 0:
        return False
    # below its own list, which may set the names apart by a blank: 附件A 任务及指标, 附件A　任务及指标
    listed = map(_unspaced, lines[max(0, index - _FARTHEST_LIST) : index - 1]) if number == 1 else ()
    again = _unspaced(lines[index]) in listed
    above = _above(lines, index) if index - 1 not in tabled and not again else []
    below = _below(lines, index, 1) if index not in tabled else []
    own = 0 < number <= index and names_attachment(lines[index - number]) and not names_attachment(lines[index - 1])
    above = [] if own else above  # 1. 2. 3. below 附件3, and 附件4: its own items
    if any(_is_item(line, number, -1) for line in above) or any(_is_item(line, number, 1) for line in below):
        return True
    if _closes(lines, index) or _calls(lines[index + 1 : index + 4]):
        return True
    return any(_DATED.search(line) for line in _below(lines, index, 2))


def _unspaced(line: str) -> str:
    return "".join(line.split())


def _is_item(line: str, number: int, step: int) -> bool:
    """The next item of the list (the one before: -1); 1.项目名称 below 附件1 申报表 is the form's first line.

    Of 附件：申报表, which bears no number, any item goes on with the list.
    """
    match = _NEXT_TO.match(line)
    return match is not None and (match["item"] is None or number == 0 or int(match["item"]) == number + step)


def _closes(lines: list[str], index: int) -> bool:
    """Nothing but an office's name stands below: who signs, without a day."""
    return index + 2 == len(lines) and is_issuer(lines[index + 1])


def _calls(below: list[str]) -> bool:
    """A notice's title, and whom it addresses, right below: the line is a link above a notice that is passed on."""
    heads = ("".join(below[:count]) for count in range(1, len(below)) if below[count].endswith(("：", ":")))
    return any(len(head) <= 120 and NOTICE_TITLE.fullmatch(head) for head in heads)


def role_of_attached(title: str) -> Role | None:
    """What an attachment is for, by its title, or by a word in it where no title is called so (任务书怎么写)."""
    bare = _TOLD.sub("", _HOW.sub("", title))
    named = title_role(title) or title_role(bare)
    if named is not None or len(bare) > _LONGEST_TITLE or _SENTENCE.search(bare):
        return named
    return next((role for role, pattern in _BY_WORD if pattern.search(bare)), None)


def _title(lines: list[str], index: int, rest: str, tabled: Set[int]) -> tuple[str, Role, int]:
    if rest:
        return rest, role_of_attached(rest) or Role.OTHER, index
    title = ""
    for last in range(index + 1, min(index + 4, len(lines))):
        words = _HOW.sub("", lines[last]) if last == index + 1 else lines[last]  # 申报表（各栏必填，没有的填“无”）
        framed = last > index + 1 and words[:1] in _FRAMES  # 〔都要带的〕, below the title
        if framed or not is_title(words) or (last > index + 1 and (last - 1 in tabled or _NAMED_ALONE.match(words))):
            break
        title += lines[last]
        role = title_role(lines[last]) or title_role(title) or (role_of_attached(title) if last == index + 1 else None)
        if role is not None:
            return title, role, last
    return title, Role.OTHER, index
