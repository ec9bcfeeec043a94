"""What a section may be asked for, under its names in an outline and in the words in which people speak of it."""

import re
from dataclasses import dataclass
from functools import lru_cache

_Pair = tuple[re.Pattern[str], re.Pattern[str]]

# Risks, by the words in which they are told
_RISKS = (
    "怎么办|出了|万一|补救|兜底|应对|对策|预案|措施|风险|备份|流失|退出|一变|延[误期]|不通|超支|失败"
    "|变化|政策|断供|纠纷|事故"
)
# Things asked for under their names in an outline, and in the words in which they are spoken of.
_SPOKEN = tuple(
    (re.compile(asked), re.compile(said))
    for asked, said in (
        ("协调|组织方式|组织保障", "分歧|争议|扯皮|碰头|例会|开会|沟通|意见不|谁说了算|听谁的|各干各|协调|牵头"),
        ("应对|对策|预案|防范|(?:风险|问题|困难|障碍|隐患|安全|保密|突发)[^。；\\n]{0,12}措施", _RISKS),
        ("分工", "做什么|干什么|谁来?[做干管负]|各人|哪家|分工|职责"),
        ("交付|成果|产出|要交的", "拿[得不]?[出到]|交什么|交付|成果|产出|交得?出"),
        (
            "进度|时间安排|计划|里程碑",
            "何时|什么时候|几时|排期|工期|起止|先后|进度|节点|各阶段|里程碑|时间安排|完成时间|[各每]个?(?:阶段|段|步|一步)",
        ),
        (
            "细化目标|阶段(?:性)?(?:任务|目标)",
            "细化|阶段|年度(?:目标|任务)|[各每]个?(?:段|步|一步)|什么程度|干到哪|里程碑",
        ),
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
# The same of things on which only an excuse is no answer: much else is said of them in words of lack.
_EXCUSED = tuple(
    (re.compile(asked), re.compile(said))
    for asked, said in (
        (
            "首创|查新|首次|新颖性",
            "首创|首次|查新|先例|(?:有没有|有无|是否有)(?:人|同类|类似|相同|先例)|别[人家]做没做",
        ),
        ("突破[^。；]{0,8}瓶颈", "瓶颈"),
        (
            "效率|能耗|精度|价值|效益|效果",
            "效率|精度|能耗|价值|效益|好在哪|[好快省高强]多少|多[好快省高强](?=[，。]|$)",
        ),
        ("融合", "融合"),
        ("原理|机理", "原理|机理"),
        ("难点", "难点"),
        ("场景", "场景|用在哪"),
        ("指标", "指标|目标值"),
        ("元器件|原材料|零部件|部件", "元器件|材料|部件|器件"),
        ("承担[^。；]{0,8}项目", "(?:承担|国家)[^，。；]{0,8}(?:项目|课题)"),
        ("资质|专利|论文|经验|地位|奖励", "资质|专利|论文|经验|地位|排名|获奖|荣誉|软件?著"),
        ("支撑能力|工作基础|资源条件|联合实验室", "支撑能力|[工合]作基础|资源条件|联合实验室|能(?:提供|出)什么"),
    )
)
# The same where a sentence says that the thing is not written: wider, since its words say so themselves.
_IN_OTHER_WORDS = tuple(
    (re.compile(asked), re.compile(said))
    for asked, said in (
        (
            "转化|推广|产业化|应用前景",
            "转化|推广|产业化|推向市场|走向市场|市场化|投放市场|变现|商品化|怎么卖|卖[给到]|销路|铺开",
        ),
        (
            "前期(?:工作|基础|研究)|工作基础|研究基础|(?:已有|现有)基础|相关进展",
            "前期|先前|此前|以[前往]|既往|做过|已做|已有的?(?:工作|试验|成果|进展)|(?:进展|基础)情况",
        ),
        ("现状|国内外|背景", "现状|国内外|发展(?:情况|状况|水平|趋势)|行业的?(?:情况|状况)|[业界内]的?情况|研究进展"),
        ("效益", "效益|[挣赚]多少|收益"),
        ("目标", "目标|[做达]到什么(?:地步|程度|水平)|总体上要"),
        ("研究基础|工作基础|基础条件|参与单位|合作单位", "参与单位|合作单位|联合单位|各家|两家|三家|工作基础|研究基础"),
        ("环境保护|环保|环境影响|绿色", "三废|废[水气液渣弃]|污水|固废|噪声|环保|环境"),
        ("路线|方案", "技术路线|工艺路线|总体方案|实现(?:方法|途径|路径)"),
    )
)
COMPARED = next(of for of, _ in _SPOKEN if of.search("国内外"))


@dataclass(frozen=True, eq=False, slots=True)
class Things:
    """Things that may be asked for: the pattern of their names, and that of the words in which they are spoken of."""

    pairs: tuple[_Pair, ...]

    def named(self, asked: str, said: str) -> list[re.Pattern[str]]:
        """The patterns of those that are asked for, and that the words speak of."""
        return [of for of, by in _asked_for(self, asked) if by.search(said) is not None]


@lru_cache(maxsize=512)  # the words that ask are the same for every sentence of a section
def _asked_for(things: Things, asked: str) -> tuple[_Pair, ...]:
    return tuple(pair for pair in things.pairs if pair[0].search(asked) is not None)


SPOKEN = Things(_SPOKEN)
EXCUSED = Things((*_SPOKEN, *_EXCUSED))
IN_ANY_WORDS = Things((*_SPOKEN, *_EXCUSED, *_IN_OTHER_WORDS))
OURS = r"(?:我们|[我本](?:单位|公司|所|院|校|司|厂)|公司|项目组|课题组|团队|申报单位)"
# 现行标准没有约定, 同行没有比较过: what is open with others
OF_OTHERS = re.compile(r"现[有行]|以[往前]|历来|传统|同[类行]|竞品|(?:国家|行业|国际|地方)标准|文献|学界|业[内界]")
# 详见表3，此处不再赘述; 已在第二章论述，不再重复: it is written in another place of the application
TOLD_THERE = re.compile(
    r"见(?:上|下)?(?:表|图|附[件表录图])|(?<!不)(?:见|在)(?:本[书文]?)?(?:第[一二三四五六七八九十\d]{1,3}[章节部]|\d{1,2}(?:\.\d{1,2}){0,2}[章节])|如[前上]所?述"
)
