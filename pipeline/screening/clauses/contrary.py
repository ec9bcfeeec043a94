"""What a clause asks in one way and the application does in the contrary one: 自主设计 and 直接采购成品."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.screening.case import Case
from pipeline.screening.clauses.asides import PARTS, is_aside, of_part
from pipeline.screening.clauses.clause_words import words_of
from pipeline.screening.clauses.subjects import named_by, told_of_work
from pipeline.screening.clauses.work import general_names, sentences_of_work

_HERE = r"[^，,。；;]"  # within a part of a sentence
_UNIT, _COMMA = re.compile(r"[；;]"), re.compile(r"[，,]")
# 等项目验收以后再行考虑, 放到验收以后…再行研究; not 待图纸评审后再投产, which is within the work
_NEVER = re.compile("(?!)")
_BEHIND = re.compile(r"接口|后台|原始数据")  # 后台管理接口不对外开放
# 全部自行出图，不外购成品; 禁止直接采购整机
_DENIED = re.compile(r"(?:不|未|非|无[须需]|没有|禁止|避免|杜绝|拒绝|代替|替代)(?:再|得|会|许|应|予|必|曾|是)?$")
_LATER = r"(?:等|待|放[到在]|留[到待]|推迟到)[^。；]{0,10}(?:验收|结题|项目|二期|市场|经费|资金)[^。；]{0,8}[以之]?后"


@dataclass(frozen=True, slots=True)
class _Contrary:
    """How it is asked, what is done instead, and what says that it is done all the same.

    ``plain`` where the words done instead name by themselves what is asked, so that any word shared with the clause
    says that they are of its thing; ``alone`` where they need to share none; ``carried`` where the thing may be
    named in the clause before (构建图谱资源池，整合…，并实现对外开放). ``parts`` name a part or a neighbour of the
    thing, of which the clause asks nothing; ``forbids`` where it is done by forbidding what is asked.
    """

    asked: re.Pattern[str]
    instead: re.Pattern[str]
    done: re.Pattern[str]
    plain: bool = False
    alone: bool = False
    carried: bool = False
    parts: re.Pattern[str] = _NEVER
    forbids: bool = False


_MAKES = r"(?:设计|研[发制]|开发|制造|生产|加工)"
_OWN_DESIGN = re.compile(rf"自主{_MAKES}|自制|自研|不得(?:直接)?(?:外购|采购|购买)")
_HOME_MADE = re.compile(r"国产")
_DONE_OWN = re.compile(rf"(?:自主|自行|自己|独立){_MAKES}|自研|自制")
_OPENED = r"(?:开放|共享)"
_LOOKED_UP = r"(?:查询|查阅|查看|查验|调阅|追溯|核对|读取)"
_OUTSIDERS = r"(?:[买收货船他]方|第三方|用户|客户|公众|社会|群众|消费者|农户|养殖户|商户|业主|家长|患者)"
_USERS = r"(?:用户|客户|使用(?:单位|方|企业)|业主|需求方|[农住商]户|养殖户|门店)"
_REPAIRS = r"(?:拆[换卸装洗]|更换|换装|维护|维修|检修|保养)"
_ALTERS = r"(?:改造|改装|改动|更换|加装|增设|增配|购[置买])"
_CONTRARIES = (
    _Contrary(  # 直接采购进口某型成品; not 采购成品件作对照
        _OWN_DESIGN,
        re.compile(
            rf"(?:直接|整[机套体]|全部|一律)(?:采购|外购|购买|购置|购入|选购|选用){_HERE}{{0,24}}(?:成品|整机|现成|市售|进口)"
            rf"|(?:采购|外购|购买|购置|购入|选购){_HERE}{{0,24}}成品(?!件?作?(?:对照|对比|比对))"
        ),
        _DONE_OWN,
        parts=PARTS,
    ),
    _Contrary(  # 自己设计采摘手的事，等项目验收以后再行考虑
        _OWN_DESIGN,
        re.compile(rf"(?:自己|自行|自主){_MAKES}[^。；;]{{0,16}}?{_LATER}[^。；;]{{0,16}}再"),
        _NEVER,
        plain=True,
    ),
    _Contrary(  # 国产替换放到项目验收以后
        _HOME_MADE,
        re.compile(rf"国产(?:化|替[换代]|器件|芯片|化?改造){_HERE}{{0,6}}{_LATER}|暂不(?:采用|使用|选用|考虑)国产"),
        _NEVER,
        plain=True,
    ),
    _Contrary(  # 芯片沿用进口型号
        _HOME_MADE,
        re.compile(rf"(?<!不)(?<!不再)(?:沿用|仍用|仍(?:采|选|使)用|继续(?:采|选|使)用){_HERE}{{0,10}}进口"),
        re.compile(r"国产"),
        parts=PARTS,
    ),
    _Contrary(  # 只供本公司内部查阅，不对其他企业开放
        re.compile(rf"(?:向|对|供|面向)(?!外部?接口){_HERE}{{2,14}}{_OPENED}|对外{_OPENED}"),
        re.compile(
            rf"(?<!无)不(?:再)?(?:对|向){_HERE}{{1,14}}{_OPENED}|不(?:对外|公开){_OPENED}?"
            rf"|(?:只|仅)(?:供|限){_HERE}{{0,6}}(?:本(?:公司|单位|企业|院|所|厂)|我(?:公司|单位|司)|内部|自用)"
        ),
        re.compile(rf"(?<!不)(?:向|对|供){_HERE}{{2,14}}{_OPENED}|(?<!不)对外{_OPENED}"),
        carried=True,
        parts=_BEHIND,
    ),
    _Contrary(  # 通信协议属于商业秘密，不对外公布
        re.compile(rf"(?:向|对|面向)(?:社会|公众|行业|业界|全社会|外){_HERE}{{0,4}}?(?:公开|公布|发布)"),
        re.compile(
            rf"(?<!无)(?:不|概不)(?:再|予|作|宜|便)?(?:对外|(?:对|向)(?!我|本){_HERE}{{1,14}}?)?(?:公开|公布|披露|发布)(?!的)"
        ),
        re.compile(
            rf"(?<!不)(?<!不予)(?<!不再)(?:(?:向|对|面向)(?:社会|公众|行业|业界|全社会)|官网|网站|开源){_HERE}{{0,12}}(?:公开|公布|发布|下载)"
        ),
        parts=re.compile(r"源代码|个人|隐私|密码|密钥|账号|后台|成本|报价|图纸|固件|原始数据|内部"),
    ),
    _Contrary(  # 断网期间的数据联网时清空，不再上传
        re.compile(r"补传|续传|补录|补报"),
        re.compile(
            r"(?<!无需)(?<!不用)(?:不(?:再|予|作|做)?(?:另行)?(?:补传|上传|回传|续传|补录|补报|补发)|(?:联网|恢复)[^，,。；;不]{0,8}(?:清空|丢弃|作废))(?!的|重复)"
        ),
        re.compile(
            r"(?<!不)(?<!不再)(?<!不予)(?<!不作)(?<!不做)(?<!不另行)(?:补传|续传|补录|补报|补发|回传|[自依]?[动次]上传)"
        ),
        parts=re.compile(r"重复|已上传|视频|图[像片]|冗余|无效|异常|原始"),
    ),
    _Contrary(  # 航行数据不对外提供, where others are to look them up; not 个人信息不对外提供
        re.compile(rf"(?:供|由|向|允许|便于|方便){_HERE}{{0,8}}?{_OUTSIDERS}{_HERE}{{0,6}}{_LOOKED_UP}"),
        re.compile(
            rf"(?<!无)不(?:再)?(?:对外|公开|(?:对|向){_HERE}{{1,14}}?)(?:提供|公开|公布|披露|出示)|不(?:供|允许|支持){_HERE}{{0,10}}{_LOOKED_UP}"
        ),
        re.compile(rf"(?<!不)(?:供|由|向|允许|便于|支持|方便|扫码|随时|自行|在线){_HERE}{{0,14}}{_LOOKED_UP}"),
        parts=re.compile(
            r"原始数据|源代码|个人|隐私|电话|密码|账号|后台|接口|成本|(?:用户|客户|货主|农户)的?(?:信息|资料|数据)"
        ),
    ),
    _Contrary(  # 试产放在某代工厂的生产线上
        re.compile(
            r"(?:自己|自有|(?:应用|用户|使用|本)(?:单位|企业)(?:现有)?)的?(?:产线|生产线|车间|工厂|厂区|场地|现场)"
        ),
        re.compile(
            rf"(?:放|改|转|移|安排)[在到由]{_HERE}{{0,20}}(?:代工|外协|外包|委外)|委托{_HERE}{{0,20}}(?:代工|外协|代为(?:生产|试产|加工))"
        ),
        re.compile(
            r"(?:自己|自有|(?:应用|用户|使用|本)(?:单位|企业)(?:现有)?)的?(?:产线|生产线|车间|工厂|厂区|场地|现场)"
        ),
    ),
    _Contrary(  # 主司钻全程在司钻室内手动操作; not 设手动操作按钮备用
        re.compile(r"遥控|远程(?:操[作控纵]|控制|作业|驾驶)|无人(?:化|值守|驾驶|操作|作业)"),
        re.compile(
            rf"(?:人员|人工|司机|司钻|驾驶员|操作[手员工]|工人|副手|值守人员|[一二两三四]人){_HERE}{{0,16}}?"
            rf"(?:全程|始终|仍|须|需|必须|一直){_HERE}{{0,12}}?(?:手动|现场|就地|人工|近前|跟机){_HERE}{{0,2}}(?:操[作控纵]|驾驶|作业|值守)"
        ),
        re.compile(r"(?<!不)(?<!暂不)(?<!不采用)(?:遥控|远程操[作控纵]|远程控制|远程驾驶|无人驾驶|无人化)"),
        plain=True,
    ),
    _Contrary(  # 应变片的粘贴仍由技师人工完成, where they are to be set by themselves
        re.compile(r"自动(?!驾驶)"),
        re.compile(
            rf"仍(?:然|旧)?(?:全部|主要)?(?:由|采用|靠|依靠){_HERE}{{0,14}}(?:人工|手工|人力)(?:完成|进行|操作|实施|作业|处理)"
        ),
        re.compile(r"(?<!不)(?<!暂不)自动"),
    ),
    _Contrary(  # 设备须另行选址、单独建塔安装, where it is to stand at the sites that there are
        re.compile(r"共[址站塔]|(?:利用|依托|复用|共用)现[有网]"),
        re.compile(
            r"(?:须|需|必须|应|拟|将)(?:要)?(?:[^，,。；;]{0,16}?)(?:另行|单独|重新|另)(?:选址|新?建[^，,。；;]{0,4}?[塔站杆]|征地|择址)"
            rf"|不(?!同|仅|但|只|断)(?:能|与|再|可)?{_HERE}{{0,8}}(?:共[址站塔]|共用(?:站|塔|杆|机房))"
        ),
        re.compile(rf"(?<!不)(?<!不能)(?<!不可)(?:共[址站塔]|与现[有网]{_HERE}{{0,6}}共用)"),
        alone=True,
        parts=re.compile(r"车间|厂房|办公|总部|实验室|试验[场线室]|基地|仓库|展厅"),
    ),
    _Contrary(  # 茶厂不得自行拆卸, 须返厂更换, where those who use it are to do so themselves
        re.compile(rf"(?<!不得)(?<!不可)(?<!不能)自行{_HERE}{{0,4}}{_REPAIRS}"),
        re.compile(
            rf"(?:不得|不允许|不许|禁止|严禁|不可|不能|不支持|不宜){_HERE}{{0,8}}?(?:自行|自己|擅自|私自){_HERE}{{0,4}}{_REPAIRS}"
            rf"|(?:须|必须|只能|一律|统一|均|仍){_HERE}{{0,8}}?(?:返厂|由(?:我|本)(?:公司|单位|司)|由厂家|由厂商){_HERE}{{0,10}}{_REPAIRS}"
        ),
        re.compile(
            rf"(?:可|能|由){_HERE}{{0,8}}?(?<!不得)(?<!不可)(?<!不能)(?:自行|自己){_HERE}{{0,4}}{_REPAIRS}|免工具|快拆"
        ),
        carried=True,
        forbids=True,
        parts=re.compile(r"电池|高压|主机|控制柜|主板|电路|密封舱|激光|安全|质保"),
    ),
    _Contrary(  # 就地焚烧后掩埋，不再运回
        re.compile(r"回收|清运|集中(?:收集|处[置理])"),
        re.compile(
            rf"(?<!不)(?:就地|露天|田头|随地){_HERE}{{0,6}}(?:焚烧|烧掉|掩埋|填埋|深埋|丢弃|弃置|倾倒)"
            r"|不(?:再|予|作)?(?:运回|回收)(?!的)"
        ),
        re.compile(
            r"(?<!不)(?<!不再)(?:回收(?:站|点|箱|桶|台账|率)|统一回收|交(?:回|由|给)?[^，。；]{0,12}(?:回收|处置))"
        ),
    ),
    _Contrary(  # 包装机须由用户自行加装控制器，费用由用户承担, where the user is to be asked nothing of the kind
        re.compile(
            rf"(?:不得|不应|不可|无[需须]|不[需须]|不)(?:再)?(?:要求|让|由)?{_USERS}(?:自行|另行|额外)?{_ALTERS}"
        ),
        re.compile(
            rf"(?<!无)(?<!不)(?:须|需要?|应当?|必须|要求?|改?由){{1,2}}(?:[^，,。；;不无]{{0,4}}?){_USERS}(?:单位|方)?(?:自行|另行|自己|自费|先行|负责){_HERE}{{0,6}}?{_ALTERS}"
            rf"|{_ALTERS}{_HERE}{{0,10}}?(?:费用|成本|费)[^。；;]{{0,16}}?由{_USERS}(?:单位|方)?(?:自行)?(?:承担|负担|支付|自理)"
        ),
        re.compile(rf"(?:无[需须]|不[需须要]|不要求|不用)(?:要求|由)?{_USERS}{_HERE}{{0,4}}{_ALTERS}"),
        parts=re.compile(r"备[件品]|耗材|滤[芯网]|易损|质保|保修|保养|日常"),  # what use wears out
    ),
)


def contrary(case: Case, clause: str) -> str | None:
    """The part of a sentence, without white space, that does the contrary of what the clause asks; None where none."""
    asked = re.sub(r"\s", "", clause)
    pairs = [pair for pair in _CONTRARIES if pair.asked.search(asked)]
    return next((words for pair in pairs for words in _found(case, asked, pair)), None)


def _found(case: Case, clause: str, pair: _Contrary) -> Iterator[str]:
    general = "" if pair.plain else general_names(case)
    own = [word for word in words_of(pair.asked.sub("，", clause)) if word not in general]
    own += [word for word in words_of(_before(case, clause)) if word not in general] if pair.carried else []
    own = own or [word for word in words_of(clause) if pair.plain]
    for told in told_of_work(case):
        for unit in _UNIT.split(told.sentence):
            for said in pair.instead.finditer(unit):
                shared = [word for word in own if word in unit] or named_by(told.subject, "，".join(own))
                part = _part(unit, said)
                aside = is_aside(unit[: said.start() if pair.forbids else said.end()], part)
                if of_part(pair.parts, clause, part) or _DENIED.search(unit, 0, said.start()) is not None:
                    continue
                if (shared or pair.alone) and not aside and not _is_done(case, pair, shared, unit, part):
                    yield part


def _before(case: Case, clause: str) -> str:
    """The clause of the same direction that stands right before, only a comma between them; empty where none does."""
    wholes = [re.sub(r"\s", "", one.evidence.text) for one in case.notice.directions]
    others = (re.sub(r"\s", "", one.name) for one in case.of("task_requirement"))
    return next((one for one in others if any(f"{one}，{clause}" in whole for whole in wholes)), "")


def _is_done(case: Case, pair: _Contrary, shared: list[str], unit: str, part: str) -> bool:
    """The rest of the unit, or another one, has the thing done as the clause asks."""
    if pair.done.search(unit.replace(part, "")) is not None:
        return True
    others = (one for sentence in sentences_of_work(case) for one in _UNIT.split(sentence) if one != unit)
    return any(pair.done.search(one) and all(word in one for word in shared) for one in others)


def _part(unit: str, said: re.Match[str]) -> str:
    """The words between their commas."""
    start = max(unit.rfind(mark, 0, said.start()) for mark in "，,：:") + 1
    behind = _COMMA.search(unit, said.end())
    return unit[start : behind.start() if behind is not None else None]
