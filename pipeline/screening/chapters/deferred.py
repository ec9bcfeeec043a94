"""A part of a section that is put off, withheld or left to be written (测试方法待立项后另行制定, 恕不说明)."""

import re

from pipeline.matching.lexicon import words
from pipeline.screening.chapters.evasions import evades, says_nothing
from pipeline.screening.chapters.excused import excuse_for
from pipeline.screening.chapters.not_written import not_written
from pipeline.screening.chapters.undecided import evades_asked, undecided

# What a section is asked for, by its own words; 本节, 此段 are all of it.
_PART = re.compile(
    r"本[节段栏]|此[节段处]|该[节段]|上述问题|以上问题|效益|指标|目标值?|测试|评价|检验|团队|机制|措施|举措|对策|进度|简介|原理|创新点|水平|对比"
)
_LATER = re.compile(
    r"(?:待|俟|等)(?:[^，。；]{0,8})(?:立项|揭榜成功|获批|批复|审批|启动|签约|验收|确定|遴选|完成|形成|截稿)[^，。；]{0,6}(?:后|时)?[^，。；]{0,12}?"
    r"(?:补充|商量|补报|补写|编制|制定|商定|印发|报送|研究|再议|另行)"
    r"|(?:立项|[入中]榜|揭榜成功|获批|批复)(?:以|之)?后[^，。；]{0,14}(?:商[定量]|另行|确定|明确|制定|编制)"
    r"|(?:待|俟|等)[^，。；]{0,10}(?:立项|[入中]榜|揭榜成功|获批|批复|签约|启动)[^，。；]{0,2}后[^，。；]{0,14}(?:确定|明确|落实|商[定量]|编制|制定)"
    r"|(?:待|俟)[^，。；]{2,16}?(?:后|时)[^，。；]{0,8}再(?:行|议|定|予|与)(?!启动|运行|工作|开机|通电|作业)|(?:涉及|属于?|系)[^，。；]{0,4}(?:商业|技术)秘密[，,][^。；]{0,10}(?:略|不|另)"
    r"|另行(?:补充|补报|补写|编制|制定|确定|商定|明确|印发|报送|提供|研究)|届时(?:再|视|另)[^，。；]{0,6}(?:议|定|解决|研究|报)|暂不填写"
    r"|(?:后|待)补(?![偿助贴充传发录给货水料种电能光气])|尚未(?:收到|完成撰写|撰写)|恕不|不便[^，。；]{0,8}(?:披露|说明|公开)|(?:由[^，。；]{1,10}填写，)?无则删去"
)
# 知识产权归谁所有，待结题后由双方另行签订协议确定; not 成果归双方共有，第三方许可待验收后另行签订协议
_AGREED_LATER = re.compile(
    r"(?:待|俟|等)[^，。；]{2,16}?后[^，。；]{0,12}另行[^，。；]{0,6}(?:签[订署]|约定|协商|商[定议]|议定)"
)
_DECIDED = re.compile(
    r"归(?![谁属]|何)|按|各占|共同?[有享拥]|比例|由(?!谁|何|哪)[^，。；]{1,16}(?:所有|拥有|享有)"
    r"|属(?!谁|何|哪)[^，。；]{1,8}(?:单位|所|方)(?:所有)?(?=[，。；])"
)
# 本章内容拟在项目获批后另行编制, of all that the section is
_WHOLE = re.compile(r"本(?:章|节|部分|栏)的?(?:内容|方案)?(?![^，,。；]{0,6}(?:经费|资金|费用|设备|指标))")
# 协调机制：同上
_LABELLED = re.compile(
    r"(?:^|(?<=[\n。；]))[ \t\u3000]{0,8}(?:[（(]?\d{1,2}[)）.、．])?[ \t\u3000]{0,8}"
    r"(?P<label>[^：:，。；\n\t]{2,18})[：:](?P<said>[^\n\t]{1,120})$",
    re.M,
)
_OF_ALL = frozenset(
    {
        "项目",
        "任务",
        "单位",
        "技术",
        "研究",
        "攻关",
        "公司",
        "申报",
        "工作",
        "内容",
        "本项目",
        "情况",
        "事项",
        "有关",
        "其他",
        "主要",
        "相关",
        "揭榜",
        "方式",
        "方面",
    }
)
_OF_REST = re.compile(r"(?:其[他它]|更多|更详细的?)(?!单位|成员|人员)")  # 其他奖励从略
# 榜单也未要求涉水许可，故不列入考核，以后再办; not 通知没有要求写测试方法, where the guidance asks for them
_NOT_ASKED = re.compile(
    r"(?P<before>[^，。；]{0,16}[，]?)(?:榜单|榜题|通知|公告|指南|提纲|发榜(?:方|单位)|贵[局委厅部司]|用户)[^，。；]{0,6}(?:未|没有?|不|并未|不作)(?:作|做|提)?出?(?:此项|这项|任何|具体)?要求(?P<what>[^，。；]{0,24})"
    r"|(?:不属于?|不在|超出)(?:榜单|榜题|本榜|通知|公告|本次揭榜)[^，。；]{0,4}(?:要求|范围|内容|考核)[^，。；]{0,4}(?P<rest>)"
)
_OF_ANY = re.compile(r"(?:指标|内容|要求|部分)(?![\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]{2})指标$")  # 抗污染指标
_SENTENCE = re.compile(r"[^。！？\n]+")
# 立项后商定, 届时再议, —— in cell after cell
_CELL = re.compile(
    r"(?:[：:]|\t|^)[ \t]{0,8}"
    r"(?P<said>(?:立项|获批|批复|签约)后(?:再|另行)?[商确制]定|届时再[议定]|(?:尚|有)?待(?:定|补充?|细化|明确|完善|编制)|略|[—－-]{2})"
    r"[ ]{0,8}(?=[；;。\t\n]|$)",
    re.M,
)
_TESTS = re.compile(r"(?:检验|测试|评价|考核)(?:方法|方式)[：:][ ]{0,4}[—－-]{2}")  # a dash elsewhere is 不适用
_ADJUSTS = re.compile(
    r"(?:适时|动态|滚动|相应|及时|酌情)(?:地|进行|予以|作出?)?(?:调整|修订|优化|更新)[^，。；]{0,4}[。；]?$"
)
_DATED = re.compile(r"20\d\d[年./-]\s?\d{1,2}")
_MANY = 3  # such cells: one may be open with good reason
_YEAR = re.compile(r"20\d\d年")
_SHORT = 50  # characters of a sentence that answers nothing
_LONGEST = 120  # characters of a sentence that says no more than that


def deferred(asked: str, text: str) -> str | None:
    """The words that put off what is asked for (the section's title and guidance); None where nothing is."""
    cells = [match["said"] for match in _CELL.finditer(text)]
    if len(cells) >= _MANY and (cells[0][0] not in "—－-" or _TESTS.search(text) is not None):
        return cells[0]
    for line in _LABELLED.finditer(text):
        if _is_asked(line["label"], asked) and says_nothing(line["said"], _LONGEST):
            return re.sub(r"\s", "", line.group())
    for sentence in _SENTENCE.finditer(text):
        said, beside = re.sub(r"\s", "", sentence.group()), text[: sentence.start()] + text[sentence.end() :]
        if _is_besides(asked, said) or _adjusts_plan(said, beside):
            continue
        if _puts_off(asked, said) or evades_asked(asked, said, beside) or not_written(asked, said):
            return said
        if (excuse := excuse_for(asked, said, beside)) is not None:
            return excuse
    return None


def _adjusts_plan(said: str, beside: str) -> bool:
    """进度将根据实际情况适时调整, beside stages with their dates: there is a plan."""
    return _ADJUSTS.search(said) is not None and len(_DATED.findall(beside)) > 1


def _is_besides(asked: str, said: str) -> bool:
    """What is put off is said not to be asked for, and is not."""
    found = _NOT_ASKED.search(said)
    if found is None:
        return False
    named = said[: found.start()] if found["what"] is None else found["what"] or found["before"]
    return not _is_asked(_OF_ANY.sub("", named), asked)


def _puts_off(asked: str, said: str) -> bool:
    """The sentence, without white space, puts off something that is asked, or says that nobody has settled it."""
    later = _LATER.search(said) if len(said) <= _LONGEST and not _is_settled(said) else None
    if later is not None and (_of_part(asked, said[: later.end()]) or _WHOLE.match(said) is not None):
        return True
    told = later is not None and re.search(r"\d", _YEAR.sub("", said[later.start() :])) is not None
    if later is not None and not told and later.group()[:2] != "后补" and _is_asked(said[: later.start()], asked):
        return True
    if _agreed_later(said, asked) or undecided(asked, said):
        return True
    return later is None and any(evades(one, _SHORT) and _is_asked(one, asked) for one in _unsettled(said))


def _of_part(asked: str, said: str) -> bool:
    return any(part in asked or part[0] in "本此该上以" for part in _PART.findall(said))


def _unsettled(said: str) -> list[str]:
    return [one for one in said.split("；") if not _is_settled(one) and _OF_REST.match(one) is None]


def _is_settled(said: str) -> bool:
    """按出资比例归属，待验收后另行签订协议: the agreement only writes down what is said."""
    later = _AGREED_LATER.search(said)
    return later is not None and _DECIDED.search(said[: later.start()]) is not None


def _agreed_later(said: str, asked: str) -> bool:
    """What the clause before it names is asked, and nothing of it is settled before."""
    later = _AGREED_LATER.search(said) if len(said) <= _LONGEST else None
    if later is None or _is_settled(said):
        return False
    return _is_asked(said[: later.start()].rstrip("，").rpartition("，")[2], asked)


def _is_asked(words_: str, asked: str) -> bool:
    """They name a thing that the title or the guidance names: 知识产权如何归属."""
    return any(len(word) > 1 and word not in _OF_ALL and word in asked for word in words(words_))
