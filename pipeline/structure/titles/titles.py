"""Titles of divisions: a line of its own, without a number and without sentence marks."""

import re
from collections.abc import Sequence

from pipeline.structure.titles.numbering import number_at
from schemas.outline import Role

# 研发费用辅助账汇总表, 研发费用加计扣除申报表: papers that an application encloses, no form of its own.
_NO_PAPER = (
    r"(?!.*(?:辅助账|台账|加计扣除|纳税|税费?|财务会计|审计|决算|社保|参保)[\u4e00-\u9fff]{0,2}"
    r"(?:申报|申请|登记|信息|汇总|基本情况)表)"
)
_NO_SUM = r"(?!.*(?:费用|支出|投入|合同|发票|专利)[\u4e00-\u9fff]{0,2}汇总)"

# Title words and what the division under them is for; the first that fits wins. A title is a line of its own
# without a number and without sentence marks: 「2.揭榜任务承诺书」 is an item of a list, not a title.
ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        Role.INSTRUCTIONS,
        re.compile(r"填[报写表][须说]?[知明]|(?:编写|编制|撰写|填写|填报|填表|申报)(?:说明|须知|要求)|注意事项"),
    ),
    (Role.RECOMMENDATION, re.compile(_NO_PAPER + _NO_SUM + r".*(?:推荐|汇总)(?:表|函|意见表)(?:[-—（(].*)?")),
    (
        Role.COMMITMENT,
        re.compile(
            r"(?!.*(?:自筹|配套|资金|经费|出资)).*(?:承诺书|保证书|诚信声明|承诺函|守诺[书函]|真实性声明|军令状|(?:诚信|安全|履约)?责任书)(?:[（(].{1,12}[)）])?|(?:揭榜|申报|申请|参赛)?(?:单位|企业|人)?承诺"
        ),
    ),
    (
        Role.PROOFS,
        re.compile(
            r".{0,14}(?:(?:证明|附件|佐证)?材料|证明文件|附件|附证|(?<![\u4e00-\u9fff])证明)"
            r"[ \u3000]?(?:目录|清单|列表|编目|一览表?)(?:[（(].{1,20}[)）])?"
            r"|.{0,40}(?:证明|佐证|附件)材料[ \u3000]?(?:目录|清单|列表|编目|索引|对照表|一览表?)"
            r"|.{0,12}(?:证明|佐证)(?:材料|文件)要求|.{0,14}备查(?:材料|资料|文件|件)(?:目录|清单|列表)?"
            r"|.{0,12}(?:证明材料|佐证材料|证明文件|附件材料)(?:[（(](?:目录|清单|列表|索引|[^（）()]{0,4}(?:附后|在后面?|见后))[)）])?"
            r"|(?:揭榜|申报|申请|响应|投标|项目)(?:文件|材料|书)?附件"
            r"|(?:相关|各种|全部)?(?:证明|佐证|附件|支撑)(?:材料|文件)(?:都|全|均)?(?:在(?:这[里儿]?|下面|后面)|附后|附在后面|见后|如下)"
            r"|(?:随[附函文表书]|所附|附送)的?(?:附件|材料|资料|文件|证明)"
            r"|(?:随[附函]|所附|备查|相关)的?(?:(?:附件|材料|资料|文件|证明|佐证)[（(](?:清单|目录|列表)[）)])"
        ),
    ),
    (
        Role.TASK_BOOK,
        re.compile(
            r".{0,24}(?:任务书|可行性(?:研究)?报告|实施方案|建设方案|攻关方案|技术方案|正文(?:部分|内容|提纲)?|项目计划书|(?:技术|项目)建议书|(?:技术|项目)应答书)(?:[（(].{1,12}[)）])?"
            r"|.{0,24}(?:任务书|方案书?|报告|建议书|计划书|策划书|应答书)(?:编写|编制|撰写)?(?:提纲|大纲|纲要)(?:[（(].{1,12}[)）])?"
            r"|.{0,24}(?:编写|编制|撰写)(?:提纲|大纲|纲要)(?:[（(].{1,12}[)）])?"
            r"|.{0,24}(?:任务书(?:框架|目[次录]|章节|要点|提要|结构|构成|编写要求|怎么写|写法)(?:及要求)?|(?<!评审)正文(?:框架|大纲|纲要|结构|目[次录]|章节|要点|提要))(?:[（(].{1,12}[)）])?"
        ),
    ),
    (
        Role.FORM,
        re.compile(
            _NO_PAPER + r".{0,24}(?:申报表|申请表|申[报请]单|报名表|信息表|登记表|意向表|意向书|揭榜表|应榜表"
            r"|基本情况表|基本信息表)(?:[（(].{1,12}[)）])?"
            r"|[\u4e00-\u9fff]{0,6}(?:审核|审查)意见(?:栏|表)?"
        ),
    ),
    (
        Role.TASK_LIST,
        re.compile(
            r".{0,40}(?:榜单|任务清单|需求清单|申报指南|项目指南|任务榜|(?:榜单|揭榜|攻关|重点)任务)(?:[（(].{1,12}[)）])?"
        ),
    ),
    (
        Role.COVER,
        re.compile(
            r".{0,40}(?:申报材料|申报书|申请书|申请材料|揭榜书|应榜书|承榜书|揭榜材料|揭榜方案书?|应榜方案书?|(?:揭榜|应榜)建议书|揭榜申请|响应书|(?:应答|响应|揭榜|申报|投标)文件(?=格式|模板|样式|范本))(?:格式|模板|样式|范本)?(?:[（(].{1,12}[)）])?"
        ),
    ),
)
_SENTENCE = re.compile(r"[。；;，,！？:：]")
# The name of a call, 某某文件; 资格证明文件 are proofs.
_CALLED = re.compile(r"(?:通知|公告|如下|(?<!证明)文件)$")
# （a）承诺书, ●申报表, [ ] 意向书, F-1 任务书, B2 技术方案, 其一 申报书: items of a list; no number of theirs heads
# a paragraph
_ITEM = re.compile(
    r"[（(]?[A-Za-z][)）.．、]|[A-Z]\d{1,2}[.．、\s]*(?=[\u4e00-\u9fff])|[A-Z]\s?[-—]\s?\d|其[一二三四五六七八九十]{1,2}[\s、.．]|[\[［【(（]\s*[\]］】)）]|[\[［]\d{1,2}[\]］]|[●■◆▪•➢►▶✓□☐－–—-]"
)
# 揭榜申请表（附件1）, 任务书（按附二分章写）: whoever points to an attachment is not it.
_POINTS = re.compile(
    r"[（(](?:(?:详?见)?附件\s?[0-9一二三四五六七八九十]{0,3}|[^（）()]{0,4}附[件录表]?\s?[0-9一二三四五六七八九十甲乙丙丁戊己A-H]{1,2})"
    r"[^（）()]{0,8}[）)]$"
)
# A section of the call without a number, in a call that numbers its tasks only; behind a form it is the form's.
CALL_TITLE = re.compile(r"(?:申报|揭榜|应榜)(?:要求|须知|说明|条件|方式|流程|程序|材料)")
_CRUMBS = re.compile(r"[>＞»]")  # 某网>优惠政策>正文: where a page stands
_LEAD = re.compile(r"附\s*[:：]\s*")  # 附：证明材料清单
# 证明材料目录（附复印件，逐页加盖公章）: what is said of the papers of the list that the title names
_OF_PAPERS = re.compile(r"(?<=[目清][录单])[（(][^（）()]{1,30}[）)]$")
_COVER_LABEL = re.compile(
    r"(?:揭榜|申报|推荐|牵头|承担|项目|申请|参赛|填报|填表|主管|联合|归口)[\u4e00-\u9fff]{0,6}"
    r"(?:单位|方向|名称|日期|时间|部门|负责人|类别|领域|企业)(?:[（(][^（）()]{0,8}[)）])?\s*[:：]"
)
_DRAWN = re.compile(r"(?<=[\u4e00-\u9fff）)])\s{0,8}[_＿]{3,200}\s*$")
# A call that lists its projects under labels: 项目编号：…, 项目名称：….
_CALLS = re.compile(r"(?:通知|公告|通告|启事)$|^各(?:有关|相关)?单位[:：]?$|如下[。:：]$")
# 揭榜项目一：散货堆取料机无人化作业 is a title with a colon in it.
NAMED = re.compile(
    r"(?:第(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:道?题|榜|项(?:任务|课题|需求))\s*[:：]\s*[^。；;，,：:]{2,40})|[【“]?(?:揭榜|榜单|攻关|申报|研究|重点|技术|企业|指南|需求|项目)?(?:方向|任务|榜单|课题|题目|专题|专项|项目|需求|难题|[榜选赛命]题)"
    r"(?:编号)?第?[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:[.\-]\d{1,2})?)[）)]?[】”]?\s*[:：]\s*[^。；;，,：:]{2,40}"
)
# A title without a number in a document that numbers none: 揭榜条件, 评审与签约.
PLAIN = re.compile(
    r"[\u4e00-\u9fff“”、]{0,10}(?:条件|资格|对象|要求|方式|办法|流程|程序|步骤|材料|资料|清单|范围|安排|须知|说明|政策|措施|支持|保障|评审|签约|验收"
    r"|任务|需求|榜单|内容|背景|目标|原则|事项|联系方式|咨询方式|联系我们|(?:申报|报名|受理|征集|办理|报送)(?:时间|地点|期限)|(?:奖励|补助|补贴|资助)(?:标准|额度)|受理(?:部门|窗口)"
    r"|(?:大赛|赛事|竞赛|比赛|活动)简介|(?:参赛|申报|征集)(?:项目|作品)的?(?:类型|类别))"
)
# 谁能来？, 要带啥？: questions that head what follows.
ASKING = re.compile(r"(?:谁|怎么|如何|要|需要|找谁|什么时候|何时|哪里|有问题|有什么)[^，。；：:！？?\n]{0,10}[？?]")
_UPPER = re.compile(r"(?:任务|项目|专项|计划|揭榜|挂帅|行动|工程|大赛|年度?)$")

# 致全省职工的揭榜书, 各位同行：: whom a call upon many is to
_MANY = r"(?=[^：:]*(?:各[位级界有]|全[省市县区国体]|广大|们|同志|朋友|同行))"
_TO_MANY = re.compile(rf"致{_MANY}[^。；：:]{{2,40}}的?[^。；：:]{{2,10}}[书信函]")
_GREETING = re.compile(rf"(?:尊敬的)?{_MANY}[^。；：:]{{2,40}}[:：]")
_FIRST_LINES, _PROSE = 4, 20
# 【申请人承诺书】: a part of the application, while 【单位简介】 is a label
_FRAMED = re.compile(r"[【〖](?P<title>[^【】〖〗]{2,30}(?:[书函表]|清单|目录))[】〗]")


# 【第三部分 承诺书】, 【三】承诺书: a part's title, number and all or its number alone, in a frame
_FRAMED_PART = re.compile(
    r"[【〖]\s?(?:(?P<title>第[一二三四五六七八九十\d]{1,3}(?:部分?|篇|册|章)[^【】〖〗]{2,30})[】〗](?:\s?[（(][^（）()]{1,14}[)）])?"
    r"|[一二三四五六七八九十\d]{1,2}[】〗]\s*(?P<behind>[^【】〖〗]{3,30}))"
)
# 揭榜任务书（编写提纲）, whose lines are the chapters to be written
OUTLINE = re.compile(
    r"(?:提纲|大纲|纲要|框架|结构|目[次录](?:及要求)?|(?:任务书|正文|方案)(?:的?(?:章节|要点|构成))|提要|编写(?:要求|说明)|怎么写|写法)[）)]?(?:[（(][^（）()]{1,20}[）)])?$"
)


def unframed(line: str) -> str:
    """第三部分 承诺书 of 【第三部分 承诺书】, and what stands behind a framed number."""
    framed = _FRAMED_PART.fullmatch(line.strip())
    return (framed["title"] or framed["behind"]).strip() if framed is not None else line


def is_title(words: str) -> bool:
    """Could this line be a title at all?"""
    return (
        2 <= len(words) <= 44
        and _SENTENCE.search(words) is None
        and number_at(words) is None
        and _ITEM.match(words) is None
    )


def title_role(words: str) -> Role | None:
    """The role that a line would open as a title, or None for a line that is no title."""
    words = framed["title"] if (framed := _FRAMED.fullmatch(words)) is not None else words
    words = words[lead.end() :] if (lead := _LEAD.match(words)) else words
    words = _OF_PAPERS.sub("", words)
    if not is_title(words) or words[-1] in "、》" or _POINTS.search(words) or _CRUMBS.search(words):
        return None
    if re.match(r"关于|有关|请|根据|按照", words) or _CALLED.search(words):
        return None
    return next((role for role, pattern in ROLES if pattern.fullmatch(words)), None)


def calls_upon(lines: Sequence[str], index: int) -> bool:
    """致全省职工的揭榜书, or 揭榜书 over 各位同行： and a sentence: a call upon many, and no cover."""
    below = lines[index + 1 : index + 3]
    greets = len(below) > 1 and _GREETING.fullmatch(below[0]) and len(below[1]) >= _PROSE and "，" in below[1]
    return index < _FIRST_LINES and bool(greets or _TO_MANY.fullmatch(lines[index]))


def is_upper_title(words: str) -> bool:
    """The first line of a title in two lines: 某某年度海洋装备任务 / 揭榜单位申报材料."""
    return 4 <= len(words) <= 24 and is_title(words) and "附件" not in words and _UPPER.search(words) is not None


def is_cover(lines: list[str]) -> bool:
    """A cover has labels with blanks or names behind them and no sentence."""
    if any(_CALLS.search(line) for line in lines):
        return False
    # 申请单位 ＿＿＿＿, without a colon, as well
    labels = sum(_COVER_LABEL.match(_DRAWN.sub("：", line)) is not None for line in lines)
    labels += sum(_COVER_LABEL.match(line.split("\t")[0] + "：") is not None for line in lines if len(line) < 16)
    return labels >= 2 and not any(len(line) > 60 and "。" in line for line in lines)
