"""Words in a cell or field that name no work, outcome, body or person: 照公司流程推进, 接上段继续, 届时再选, 机动."""

import re

from pipeline.screening.application.substance import is_placeholder, squeeze

_LONGEST = 28  # characters
_AGAIN = r"(?:推进|开展|进行|实施|执行|办理|落实|完成|组织|操作|走)"
_SETTLED = (
    r"(?:[商议约协确决]定|协商|商[量议]|商榷|敲定|物色|指派|指定|抽调|选派|委派|安排|明确|落实"
    r"|补[充齐报填]?|排|定|议|说|谈|看|选|派|聘|请|招|填|报|给出|提供)"
)
# 同上, 接上段继续, 延续前期工作
_AS_BEFORE = (
    r"(?:同|照|如|见)(?:上[一]?|前[一]?)(?:[段行栏项格期]|阶段|年度)?",
    rf"(?:接|承接?|延续|接续|衔接)(?:上|前)(?:一|面)?(?:个?阶段|[段期年步]|年度|半年|季度)?(?:的?(?:工作|任务|内容))?(?:继续|接着|往下|再)?(?:{_AGAIN}|做|干|搞)?",
    rf"(?:继续|接着|持续)(?:{_AGAIN}|做|干|搞|上[述面阶段期]{{0,3}}工作|前[述面期]{{0,2}}工作|原有?工作)?",
)
# 照公司研发流程推进, 按惯例办理, 根据进展安排, 按计划推进
_BY_RULE = (
    rf"(?![^，。；]*(?:标准|规范|规程|合同|协议|国标|图纸|大纲|方案|章程))(?:按照?|依照?|照|遵照|沿用|根据|随着?|视)[^，。；\d《“]{{0,14}}?(?:流程|惯例|常规|老规矩|规矩|节奏|程序|制度|计划|安排|要求|进度|进展|情况|需要|形势)"
    rf"(?:正常|逐步|稳步|有序|依次|统筹|灵活|机动|相机)?(?:{_AGAIN}|安排|调配|调度|机动|而定|再{_SETTLED}|{_SETTLED})?",
)
# 届时比价选一家, 到时再定, 视前三段进展再排, 临近再说
_LATER = (
    rf"(?:届时|到时候?|以后|今后|日后|过后|回头|后期|后续|事后|临[近到]时?|用时|需要时)[^，。；\d]{{0,10}}?{_SETTLED}(?:一[家个名人])?(?:着?[来办做])?(?:即可|就[是行好])?",
    rf"(?:视|看|待|等|俟|根据|依|随|按)[^，。；]{{1,16}}?(?:再|后另?行?|另行|时再?|来){_SETTLED}(?:一[家个名人])?",
    rf"(?:再|另行?|临时|随时|暂不|暂未|尚未|还没有?|未){_SETTLED}",
)
# 由项目组内部掌握, 不另出东西
_KEPT = (
    r"由?[^，。；\d]{0,10}?(?:内部|自行|自己|统一|灵活|酌情)(?:掌握|把握|掌控|安排|决定|统筹|消化|留存|调剂)",
    r"由[^，。；\d]{2,10}?(?:掌握|把握|说了算|看着办|酌定|定夺)",
    r"(?:不另|无需|不必|不用|不再|不单独|暂不)(?:行|再)?(?:出|列|设|写|填|提交|提供|形成|约定)[^，。；\d]{0,6}",
)
# 机动, 随进度机动, 哪里缺人去哪里
_ON_CALL = (
    r"(?:随[^，。；\d]{1,6})?机动(?:安排|支援|人员|调配|使用)?",
    r"(?:听候?|服从|接受)(?:统一|组织|公司|项目组)?(?:安排|调遣|调配|指挥|分配|派遣)",
    r"(?:哪里|哪儿|哪块|哪边)[^，。；\d]{1,6}(?:去|到|上|顶|补|帮)(?:哪里|哪儿|哪块|哪边)?",
    r"(?:进场|到岗|开工|立项|启动|获批|签约)(?:以|之)?后(?:再|另行?)?(?:派[活工]|分[派配工]|安排|指派|定|明确)(?:[活工任]务?)?",
    r"有(?:什么|啥)(?:活儿?|事儿?)?[做干忙]?(?:什么|啥)?|打杂|搭把手|帮忙|随叫随到",
)
# 收尾, 相关工作, 稳步推进
_NO_THING = (
    r"(?:相关|有关|其[他它余]|后续|日常|常规|各项|剩余|余下)(?:的)?(?:工作|任务|事项|事宜)",
    rf"(?:正常|稳步|全面|有序|按期|如期|陆续|逐步){_AGAIN}",
    r"再说|再看|[待未另]定|暂缺|视情况?|灵活掌握|见机行事|走一步看一步|顺其自然|自然推进|不好说|说不准",
)
_BARE = re.compile("|".join((*_AS_BEFORE, *_BY_RULE, *_LATER, *_KEPT, *_ON_CALL, *_NO_THING)))
_OPEN = re.compile("|".join((*_LATER, *_KEPT, *_ON_CALL)))
_WRAPS_UP = re.compile(r"(?:收尾|扫尾|结束|了结)(?:工作|阶段)?")  # says nothing beside others that do
_DASHES = re.compile(r"[\W_]*")
_CLAUSES = re.compile(r"[，,。；;、（）()]")
_AS_ABOVE = re.compile(_AS_BEFORE[0])


def is_bare(words: str) -> bool:
    """Each clause of the cell names nothing: 视进展再定，由项目组掌握."""
    return _are_all(_BARE, words)


def is_left_open(words: str) -> bool:
    """The same of a field, where 按公司制度办理 may be the answer: 届时另定, 由项目组掌握."""
    return _are_all(_OPEN, words)


def _are_all(pattern: re.Pattern[str], words: str) -> bool:
    said = squeeze(words)
    clauses = [one for one in _CLAUSES.split(said) if one]
    return bool(clauses) and len(said) <= _LONGEST and all(pattern.fullmatch(one) for one in clauses)


def is_dash(words: str) -> bool:
    """An empty cell, a dash, or what only holds the place."""
    return _DASHES.fullmatch(squeeze(words)) is not None or is_placeholder(words)


def as_above(words: str) -> bool:
    """同上: as much as the cell above says."""
    return _AS_ABOVE.fullmatch(squeeze(words)) is not None


def wraps_up(words: str) -> bool:
    """收尾, alone."""
    return _WRAPS_UP.fullmatch(squeeze(words)) is not None
