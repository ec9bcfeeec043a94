"""What is asked besides task and goal (其他要求, 边界条件, 说明): its labels, and whether it is asked of the work."""

import re

from extractors.text.marks import LISTED

# What is asked besides, under a label of its own: 落实事项, 边界条件, 还须注意, 使用要求.
ALSO = (
    "(?:须|应当?|必须)?(?:必答|响应|应答|回应|落实)的?(?:事项|问题|要点)|(?:特别|附加|特定)(?:要求|事项)"
    "|(?:边界|约束|限定|限制)(?:条件|条款|事项|要求)|约束|[红底]线(?:要求|事项)?|管理要求|注意事项|(?:还|另|并)?(?:必须|务必|须|需|应当?|要)(?:做到|满足|遵守)|(?:还|另)?(?:须|需|应)注意(?:的?事项|的是|什么)?"
    "|(?:使用|应用|功能|部署|运行|操作|安装|接口|兼容性?|适配|运维|安全|环保|工艺)要求|非(?:数字|量化)(?:性)?(?:要求|指标)"
)
# 其他要求：① 同时适用于金属管与非金属管: of the work, where nothing is said of who may apply or of the money
OTHER_ASKS = (
    "其[他它](?:有关|相关|攻关|任务|技术)?(?:要求|事项)|(?:有关|相关|落实|实施|配套|附带|附加|补充|申报|揭榜)(?:要求|说明)"
    "|(?:配套|附带|附加|补充)(?:事项|条件)"
)
# 说明, 备注: of the work only where they ask or list
_NOTES = "(?:其[他它]|补充|特别)?说明|备注|附注|其[他它]"
OTHER_LABELS = f"{OTHER_ASKS}|{_NOTES}"
_OTHER = re.compile(OTHER_ASKS)
_NOTE = re.compile(_NOTES)
_ALSO = re.compile(ALSO)
# 揭榜单位须建立追溯制度, 试样由申报人自备: of the work, whoever is to do it
_APPLICANT = "(?:揭榜|申报|承担|牵头|应榜|中榜)(?:单位|方|企业|人|团队)"
_DOER = re.compile(
    rf"{_APPLICANT}(?:应当?|须|需要?)(?=[建开提联推制形共与对培完编设落交])"
    rf"|由{_APPLICANT}(?:自行)?(?:负责|自备|提供|完成|配备|准备|承担)"
)
# 模型要用揭榜单位真实批次的数据建立, 在揭榜单位产线上验证: what of the applicant the work is done with, or where
_WITH_ITS_OWN = re.compile(
    r"(?:[要须需应]用|[采利使]用|取自|来自|基于|[在到])(?:揭榜|申报|承担|牵头)(?:单位|方|企业)(?:的|自[己有身])?"
    r"(?=[^，。；]{0,8}(?:数据|批次|样[本品]|产线|生产线|车间|现场|场地|厂区|设备|装置))"
)
# 阳性结果须由二级以上医院复核, 图纸须由甲级单位审定: what others do with the work; not 须由企业参与验证
_ACTS = (
    r"的?[^，。；参牵承]{0,6}?(?:复核|复检|检[测验定]|测[试评量]|验[证收]|审[核定查]|出具|评[价估定]|确认|鉴定|校准|诊断|监[测督理护]|试[用验]"
    r"|签[字认发]|培训|操作|安装|施工|维护|回收|处[理置]|使用|标注|见证|认[证可定])"
)
_NO_WORK = re.compile(
    r"(?:申报|揭榜|牵头|参与|联合|承担|申请)(?:单位|方(?![案法式向面程])|企业|团队|人(?!工|机))|负责人|资格|(?<![经由]有)(?<![经由]具有)资质|限项|经费|资金|年龄|注册(?!批准|标准|证?审批|工艺|检验|资料|文件|申请)|(?<!国产)(?<!国产化)配套(?!件|提供|使用|的[\u4e00-\u9fff]{1,10}(?:设计|方案|手册|工具|套件|模型|算法|标准|规范|说明)|的?(?:检测|软件|设备|工艺|装置|工具|试剂|设施|系统))"
    rf"|须由[^，。；]{{0,10}}(?:(?:企业|单位|高校|公司|院所|医院|团队)(?!{_ACTS})|牵头|承担|申报)"
    r"|联合(?:申报|揭榜|体)|产学研|(?:企业|高校|院校|院所|机构)(?:[均都]可?)?(?:牵头|参与|联合)|限报|(?:申报|证明|附件|佐证)材料"
)
# 拟支持1个团队, 揭榜金额可调整: what the office does
_BY_THE_WAY = re.compile(
    r"联系|电话|咨询|来[函电]|解释权|协商|另行|面议|(?:揭榜|榜单|资助|奖励)(?:金额|额度)|榜额"
    r"|(?:拟|限|仅|择优|优先)支持|支持(?:数量|额度)|支持\s?[一二两三四五\d]{1,2}\s?(?:[个项家支](?![\u4e00-\u9fff])|个?团队|个?项目)"
)
_ITEM = re.compile(rf"\s*{LISTED}")
_ASKS = re.compile(
    r"(?<![适供相反响对效])应(?![用急对变力激])|[须需要](?![求知点素])|不得|不[能可应]|能够|[可能](?=[由在被随以])|支持|兼容|具备|满足|符合|提供|负责"
    r"|不[改影中增破降占干借][\u4e00-\u9fff]|(?<![许认])可(?![能靠行观见])[\u4e00-\u9fff]{2}"
)


def is_besides(label: str) -> bool:
    """落实事项, 边界条件: what is asked besides the task that stands before, with or without a label."""
    return _ALSO.fullmatch(label) is not None or is_other_asks(label)


def is_other_asks(label: str) -> bool:
    """其他要求, 附带要求, 备注: of the work or of who applies."""
    return _OTHER.fullmatch(label) is not None or _NOTE.fullmatch(label) is not None


def asks_of_work(said: str) -> bool:
    """Something is said, and nothing of who may apply or of the money."""
    return bool(said.strip()) and _NO_WORK.search(_WITH_ITS_OWN.sub("", _DOER.sub("", said))) is None


def other_asks_of_work(label: str, said: str) -> bool:
    """What stands under such a label is asked of the work; under a mere 说明 or 备注 it has to ask, or to be a list."""
    if _BY_THE_WAY.search(said) is not None:
        return False
    asks = (
        _NOTE.fullmatch(label) is None
        or label in ("其他", "其它")
        or _ITEM.match(said) is not None
        or _ASKS.search(said) is not None
    )
    return is_other_asks(label) and asks and asks_of_work(said)
