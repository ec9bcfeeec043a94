"""What a section says that nobody has settled or looked at (分歧怎么办尚未商量, 国外水平我们没有查过)."""

import re

from pipeline.screening.application.evasive import evasiveness
from pipeline.screening.chapters.evasions import evades

# Things asked for under their names in an outline, and in the words in which they are spoken of.
_SPOKEN = tuple(
    (re.compile(asked), re.compile(said))
    for asked, said in (
        ("协调|组织方式|组织保障", "分歧|争议|扯皮|碰头|例会|开会|沟通|意见不|谁说了算|各干各|协调|牵头"),
        ("应对|对策|预案|防范|措施", "怎么办|出了|万一|补救|兜底|应对|对策|预案|措施|风险|备份"),
        ("分工", "做什么|干什么|谁来?[做干管负]|各人|哪家|分工|职责"),
        ("交付|成果|产出|要交的", "拿[得不]?[出到]|交什么|交付|成果|产出|交得?出"),
        ("进度|时间安排|计划|里程碑", "何时|什么时候|几时|排期|工期|起止|先后|进度|节点|各阶段"),
        ("对比|水平|国内外", "国外|国际|国内外|同行|同类|别[人家]|人家|对手|竞品|先进水平"),
        (
            "测试|检验|评价|考核|检测",
            "怎[么样][测验考评]|[用拿]什么[测验]|如何[测验考评]|测法|测试|检验|评价|考核|谁来[测验]",
        ),
        ("推广|应用前景|产业化", "卖给|给谁|铺开|销路|推广|客户|用户"),
        ("保密", "保密|外泄|谁能看|图纸"),
        ("知识产权|成果归属", "归谁|归属|专利|成果"),
        ("经费|资金|科目|预算", "怎么花|花在|钱|经费|科目|预算"),
        ("团队|成员|人员|骨干", "成员|人员|骨干|其余[^，。；]{0,6}人|名单|班子|人手"),
        ("依据", "依据|根据什么|怎么(?:来|定)|出处"),
    )
)
_NOT = r"(?:[尚还]?(?:未|没有?|不曾)|(?:尚|还)?待|无人|没人|谁[也都]没有?)"
_COMPARED = next(of for of, _ in _SPOKEN if of.search("国内外"))
_EVADES, _SURELY, _SHORTEST = 11.0, 24.0, 10  # how much such a sentence evades, and its fewest characters
# 其余成员等批文下来再从各车间抽调，名单届时补报
_STAFFED_LATER = re.compile(
    r"(?:名单|其余[^，。；]{0,6}人|成员|骨干)[^。；]{0,30}?(?:待|等|俟|届时|到时|立项|入选|获批|批复)[^。；]{0,30}?"
    r"(?:补报|另报|再报|再定|报备|(?:再|另)[^。；，]{0,16}(?:抽调|选派|指派|物色|招聘|商调))"
)
# 尚未商量, 还没谈过, 没人想过: a thing to be settled between people
_SETTLED = r"(?:商[量定议讨]|议[过定妥]|谈[过妥拢定]|想[过好清]|考虑|约定|拿定|说[定好]|碰过|排定|落实|着手|敲定)"
_UNSETTLED = re.compile(rf"{_NOT}(?:[^，。；未没经]{{0,6}}?){_SETTLED}(?:过|好|妥|下来|清楚|到|呢|，|$)")
# 我们没有查过, 本单位未做比较, 我公司不掌握: a thing to be looked at; 学界尚不清楚 is a matter for research
_OURS = r"(?:我们|[我本](?:单位|公司|所|院|校|司|厂)|公司|项目组|课题组|团队|申报单位)"
_LOOKED = r"(?:去|专门|具体|作|做|系统)*(?:查|比|对比|比较|调研|调查|了解|统计|摸底|对标|检索|查新|收集)"
_UNSEEN = re.compile(
    rf"{_OURS}[^，。；]{{0,6}}?(?:{_NOT}(?:[做作]过)?{_LOOKED}(?:过|工作)?|不(?:大|太|甚)?(?:掌握|清楚|了解|知道))[^，。；]{{0,4}}$"
    rf"|{_NOT}{_LOOKED}过[^，。；]{{0,4}}$"
)
# 现行标准没有约定, 同行没有比较过: what is open with others
_OF_OTHERS = re.compile(r"现[有行]|以[往前]|历来|传统|同[类行]|竞品|(?:国家|行业|国际|地方)标准|文献|学界|业[内界]")
_IN_CASE = re.compile(r"(?:^|[，,])(?:若|如(?![何今])|倘|凡|一旦)")  # 若尚未谈妥，由牵头单位裁定
_CLAUSES, _LONGEST = re.compile(r"[，,；;：:]"), 80
_DONE = re.compile(r"\d|已(?:经)?(?:商定|议定|约定|明确|确定)|但|不过|先[按由从将]|暂按|现按|我们|故|因此|所以|拟|将")


def evades_asked(asked: str, said: str) -> bool:
    """The sentence, which evades, is on a thing asked for: 同行走到哪一步，篇幅所限，从略 on 国内外现状.

    What is to be compared is told in words of lack, and evaded only where known words say so.
    """
    if not _SHORTEST <= len(said) <= _LONGEST or re.search(r"\d", said) is not None:
        return False
    known = evades(said, _LONGEST) or _STAFFED_LATER.search(said) is not None
    named = [of for of, by in _SPOKEN if of.search(asked) and by.search(said)]
    odds = evasiveness(said) if named and not known else _SURELY
    return any(odds >= (_SURELY if of is _COMPARED else _EVADES) for of in named)


def undecided(asked: str, said: str) -> bool:
    """The sentence, of a section that is asked for ``asked``, says of such a thing that it is open, and nothing else.

    The thing is named in the clause itself or in the one before: 遇到分歧怎么办，三方尚未商量.
    """
    if len(said) > _LONGEST:
        return False
    clauses = _CLAUSES.split(said)
    for at, clause in enumerate(clauses):
        if _UNSETTLED.search(clause) is None and _UNSEEN.search(clause) is None:
            continue
        named = "，".join(clauses[max(0, at - 1) : at + 1])
        behind = "，".join(clauses[at + 1 :])
        if _IN_CASE.search(named) or (_OF_OTHERS.search(named) and not re.search(_OURS, clause)):
            continue
        if _DONE.search(behind) is None and any(of.search(asked) and by.search(named) for of, by in _SPOKEN):
            return True
    return False
