"""Names of persons (人名): a family name with one or two characters, or a name with a title (王老师, 何工, 李科长)."""

import re
from functools import cache
from importlib.resources import files

_TITLE = (
    r"(?:老师|先生|女士|同志|小姐|工程师|工|主任|科长|处长|局长|部长|经理|博士|教授|院长|所长|秘书长?|助理|主管|科员|总监|"
    r"副主任|副科长|副处长|研究员|总)"
)
# Words that begin like a name and are none: 高新, 方向, 应用, 时间.
_NO_NAME = re.compile(
    r"[处科室部股局厅院会所司办组队站]$|^周[一二三四五六日末]$|[由各]|^(?:高新|高级|方向|方式|应用|时间|时限|项目|计划|经济|科技|技术|管理|信息|单位|安全|成果|"
    r"国家|国际|公司|公示|平台|东莞|广州|深圳|上海|联系|成员|综合|支持|服务|申报|材料|通知|关于|系统|文件|全国|云南|江苏|江西|"
    r"安徽|山东|山西|湖南|湖北|海南|宁夏|甘肃|吉林|和|从|能|须|应[急当用届对有该付收]|相关|商务|经办|印章|满[足意额分]|双方|终|充|申[请报]|通过|通讯|计算|水[利务电产文资库泥厂司质生上下污源域运]|年|盖章"
    r"|第[一二三四五六七八九十])"
)
# Family names that begin other words as often (于今日, 向社会, 应按照, 路北区, 双休日): without a label a name only
# where two characters follow that begin no such word.
_SELDOM = re.compile(
    r"[于向应路双满](?:[北南东西今本某此京市县区省社各全公外上下前后内中一二三四五六七八九十两半日月年按照以先与及为有休周百千岁期口段学重导专院所企客业会合]|.$|.{3}|.[人方业户图园市县议同区局里山城])"
)

_LONGEST = 15  # characters without blanks: six, a dot and eight


@cache
def _surnames() -> tuple[str, ...]:
    words: list[str] = []
    for line in (files("extractors") / "lexicons" / "surnames.txt").read_text(encoding="utf-8").splitlines():
        words += [] if line.startswith("#") else line.split()
    return tuple(words)


@cache
def _name() -> re.Pattern[str]:
    words = _surnames()
    double = "|".join(word for word in words if len(word) == 2)
    single = "".join(word for word in words if len(word) == 1)
    # 王 老 师: spaces between the characters of a short name are none of it.
    return re.compile(
        rf"(?:{double}|[{single}])(?:[ ]?{_TITLE}|[ ]{{0,2}}[\u4e00-\u9fff](?:[·]?[\u4e00-\u9fff])?{_TITLE}?)"
    )


@cache
def _familiar() -> re.Pattern[str]:
    """老单, 小陈; 老师 is none."""
    single = "".join(word for word in _surnames() if len(word) == 1 and word != "师")
    return re.compile(rf"[老小][{single}]")


def is_name(words: str, *, labelled: bool = False) -> bool:
    """The words are one person's name; behind a label (联系人：) any two to four characters that are no office are."""
    bare = words.replace(" ", "")
    if len(bare) > _LONGEST:
        return False
    head, _, tail = words.rpartition(" ")
    if len(head.replace(" ", "")) > 1 and _TITLED.fullmatch(tail):
        return False  # 商务 单女士: an office and a name
    if _TITLED.fullmatch(bare) or _familiar().fullmatch(bare):
        return True
    if _NO_NAME.search(bare) or (not labelled and _SELDOM.match(bare)):
        return False
    if _name().fullmatch(words) is not None or _name().fullmatch(bare) is not None:
        return True
    return (
        labelled and re.fullmatch(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff]{2,8}", bare) is not None
    )


_TITLED = re.compile(rf"[\u4e00-\u9fff]{{1,3}}{_TITLE}")


def name_at_end(words: str) -> str | None:
    """The name fused to the end of an organisation (市科技局高新科张三 -> 张三), the longest."""
    for length in (5, 4, 3, 2):
        tail, head = words[-length:], words[:-length]
        if head and head[-1] in "局科处室部股厅院会所司办组队站心委" and is_name(tail):
            return tail
    return None
