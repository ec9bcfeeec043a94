"""Bodies of which the text says that they take part in the work applied for (某大学参与本任务, 与某公司联合揭榜)."""

import re
from collections.abc import Iterator

from schemas.facts import Passage

_KIND = (
    r"(?:有限(?:责任)?公司|股份公司|公司|集团|大学|学院|研究院|研究所|设计院|科学院|医院|合作社|学校"
    r"|(?:技术|研究|工程|检验)中心|实验室|[\u4e00-\u9fff]厂)"
)
_NAME = rf"(?P<name>[\u4e00-\u9fff（）()]{{2,26}}?{_KIND})(?![\u4e00-\u9fff]{{0,2}}{_KIND})"
_PART = r"(?:[\u4e00-\u9fff]{2,12}(?:学院|系|所|中心|院|部|公司)|[与和及、])"
_NAMES = r"(?P<name>[\u4e00-\u9fff（）()、]{4,80}?)"  # of one or more
_ONE = re.compile(rf"[\u4e00-\u9fff（）()]{{2,26}}?{_KIND}")
_HEAD = r"(?:^|(?<=[。；;，,、：:\n（(])|(?<=[与和同及由])|(?<=联合)|(?<=方为)|(?<=成员))"
_TOLD = (
    # 某大学文学院与计算机学院参与本任务, 某公司共同参加攻关
    re.compile(
        rf"{_HEAD}(?!其中|并|由|与|和|同){_NAME}{_PART}{{0,3}}(?:[（(][^（()）]{{1,20}}[)）])?(?:将|也|均|都|一并|共同|联合|协同|作为[^，。；]{{2,6}}){{0,2}}"
        r"(?:参与|参加|加入)了?(?:到)?(?P<work>(?:本|该|此)(?:次|期)?(?:任务|项目|课题|攻关|揭榜|榜单|榜题|联合体)|(?:联合)?(?:攻关|揭榜|申报))"
    ),
    # 与某大学联合揭榜, 联合某公司共同申报本项目, 我公司与某大学组成联合体
    re.compile(
        rf"(?:与|和|同|联合|会同|携手){_NAMES}(?P<work>(?:组成|组建|结成|成立)(?:了)?(?:创新|攻关|揭榜|申报)?联合体"
        r"|组成(?:联合)?攻关(?:组|团队|队伍)"
        r"|(?:共同|联合)(?:揭榜|申报(?!了|发明|实用|专利|国家|[省市部]|科[技学]|奖|课题|标准|\d)|承担(?:本(?:任务|项目)|(?:任务|项目)(?!(?:共|累计)?[\d一二两三四五六七八九十]{1,3}[项个余]))|实施本(?:任务|项目)|攻关本|开展本(?:任务|项目)))"
    ),
    # 参与单位为某大学, 联合体成员：某公司
    re.compile(
        rf"(?P<work>(?:参与|参加|联合(?:申报|揭榜)?|(?<!主要)(?<!长期)(?<!公司)(?<!公司的)合作|协作)单位|联合体(?:成员|参与)(?:单位|方)?|(?:项目|任务)(?:参与|参加|合作)方)(?:为|是|有|包括|[:：｜|]){{1,2}}\s?{_NAME}"
    ),
    # 由我公司牵头、某大学参与
    re.compile(
        rf"牵头[，,、]\s?(?:与|由|会同|联合)?{_NAMES}(?:等)?(?:共同|联合)?(?P<work>参与|参加|配合|协作|协同)(?!评|验|试用|测)"
    ),
    # 某大学作为参与单位
    re.compile(
        rf"{_HEAD}{_NAME}(?:作为|为|是)(?:本(?:项目|任务)的?)?(?P<work>(?:参与|联合|合作|参加|协作)(?:申报|揭榜)?(?:单位|方))"
    ),
)
# 用户, 检测, 委托, and what was or will be
_ASIDE = re.compile(
    r"检[测验]|测试|测评|审计|监理|鉴定|认证|评估|评审|验证|咨询|试用|试点|用户|采购|供[应货]|委托|外[协包]|聘请|第三方|曾|以往|此前|20\d\d年|已完成|已结题"
    r"|不|未|没有|无需|如|若|拟|可|期[待望]|邀请|欢迎|竞争|其他|以外"
)
_BEHIND = re.compile(
    r"^(?:的|[^，。；]{0,8}(?:评审|验证|试用|测试|检测|应用示范|示范应用|推广|验收|招标|评价|部分以外))"
)
_NOTE = re.compile(r"[（(][^（()）]{1,20}[)）]")
_BEFORE, _AFTER = 24, 16  # characters


def partners_told(passage: Passage) -> Iterator[tuple[str, str]]:
    """The name of each body that takes part, and the words that say so."""
    for pattern in _TOLD:
        for match in pattern.finditer(passage.text):
            clause = re.split(r"[。；;\n]", passage.text[max(0, match.start() - _BEFORE) : match.start()])[-1]
            behind = passage.text[match.end() : match.end() + _AFTER]
            if not (_ASIDE.search(clause + match.group()) or _BEHIND.match(behind)):
                yield from ((name, match.group()) for name in _bodies(match["name"]))


def _bodies(names: str) -> list[str]:
    """甲公司、乙大学和丙研究院: each that is a body's name."""
    pieces = re.split("[、和及与]", _NOTE.sub("", names).removesuffix("等"))
    return [piece for piece in pieces if _ONE.fullmatch(piece)]
