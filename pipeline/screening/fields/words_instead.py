"""Words in a field that can only hold an address of mail, a name with a number or bodies, and that are none."""

import re

from extractors.forms.labels.words import is_known_label
from extractors.values.organisations import is_organisation
from pipeline.screening.application.labels import canonical
from pipeline.screening.application.substance import is_nothing, squeeze
from pipeline.screening.fields.asked_kinds import says_none

_MAIL = re.compile(r"(?:邮箱|信箱|电子邮件|E-?mail)$", re.I)
_LATIN = re.compile(r"[A-Za-z@＠]")
# 请向前台索取, 电话询问, 不便公开: told with the addresses that are not well formed
ASK_FOR_IT = re.compile(
    r"^请|(?:向|与|找|问|联系|咨询|致电|拨打?)[^，。；]{0,12}?(?:索取|索要|询问|联系|获取|咨询|要|转[交达告])$|电话(?:询问|联系|告知)"
    r"|不便|保密|需要时|另行(?:告知|提供|通知|发)|稍后|以后再|面告|口头|微信联系|未(?:开通|注册|申请)|前台"
)
# 联合单位, 参与单位名称, 合作高校; not 单位性质, 推荐单位意见
_BODIES = re.compile(
    r"(?:联合|参[与加]|合作|协作|牵头|申[报请]|揭榜|承担|依托|推荐|归口|成员|共同)(?:申报|揭榜|承担|攻关)?(?:单位|机构|企业|院校|高校|院所)(?:名称|全称)?"
)
_A_BODY = re.compile(
    r"公司|集团|大学|学院|学校|中学|小学|研究院|设计院|科学院|工程院|[院校厂局站社]|所(?![列载述附])|中心|实验室|医院|协会|学会|联盟|合作社|农场|林场|矿|银行|事务所|委员会|总队|支队|大队|基地|园区|厅|部|署|[A-Z]{3,}"
)
# What is said of a thing, and is no name: 改版中, 请打手机, 平时不用, 同协议所列, 以合同为准
_SAID = re.compile(
    r"[中后]$|请|[不没未无](?!锡|为|极)|待|暂|另|再|届时|稍|详|[见同照](?!济|仁|方|兴|创|益)|以.{1,12}为准|打|拨|联系|告知|所列|所载|所述|为准|使用|用于|改版|迁移|维护|停用|更换|变更|由"
)
_ALONE = re.compile(
    r"独立|单独|独家|自行|不联合|[无没未][^，。；]{0,4}(?:联合|参[与加]|合作|协作|成员)|本(?:单位|公司|院|校|所)"
)
# 财务负责人及电话: a name with a number
_PERSON_AND_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,10}(?:人|员|代表|经理|主管)(?:姓名)?(?:及其?|和|与|[、/／])(?:联系)?(?:电话|手机|方式)(?:号码?)?"
)
# 实验室等级, 资质级别: one of a scale; 职称, 注册日期, 备案编号, 建筑面积: a name or a figure
_OF_A_SCALE = re.compile(
    r"(?P<what>等级|级别|类别|类型|型号|编号|号码|职称|学历|学位|专业|日期|时间|年月|年限|面积|数量|人数|地点|地址|名称|姓名)(?:[（(][^（）()]*[)）])?$"
)
# 具备相应条件, 符合有关规定, 均已达到国家要求, 条件完善: that it is enough, not which it is
_ENOUGH = re.compile(
    r"(?:(?:我|本|该)(?:单位|公司|院|校|所)|现|已|均|都|完全|基本|能够?|可以?|也|且)*"
    r"(?:(?:具[备有]|符合|满足|达到|达标?于?|遵循|合乎|够得上|优于|高于)(?:了)?"
    r"(?:相应|相关|有关|规定|国家|行业|所需|必要|必备|本次|本?项目|申报|通知|榜单|任务|开展|研究|试验|实验|工作|的|上述|法定|标准|要求)*"
    r"(?:条件|要求|标准|规定|资[质格]|能力|水平|门槛|需要)(?:要求)?"
    r"|(?:条件|手续|资质|设施|设备|材料|各项)(?:都|均|已|较为?|比较|基本)*(?:具备|齐全|齐备|完善|良好|完备|合格|达标|过硬|到位)|合格|达标|齐全|良好|够用)"
)
_A_GRADE = ("合格", "达标", "良好")  # by themselves they may be one of the scale
_LONGEST_NAME = 4
_FEWEST = 3  # characters: less may be a piece of a broken cell


def words_instead(label: str, value: str) -> str | None:
    """What the field asks for, where its words are a remark and none of it; None where they are, or nobody can say."""
    said = squeeze(value)
    scale = _OF_A_SCALE.search(squeeze(label))
    if scale is not None and _says_enough(said):
        return f"具体的{scale['what']}"
    remark = len(said) >= _FEWEST and _SAID.search(said) is not None and not is_known_label(said)
    if not remark or says_none(value) or is_nothing(said):
        return None
    if _MAIL.search(canonical(label)) and _LATIN.search(said) is None:
        return None if ASK_FOR_IT.search(value.strip()) else "邮箱地址"
    if _PERSON_AND_NUMBER.fullmatch(squeeze(label)) and len(said) > _LONGEST_NAME and not re.search(r"\d", said):
        return "姓名和电话"
    plain = re.sub(r"[（(][^（）()]*[)）]", "", squeeze(label))
    if _BODIES.fullmatch(plain) and not _ALONE.search(said) and not _names_body(said):
        return "单位名称"
    return None


def _says_enough(said: str) -> bool:
    """Each clause says no more than that the conditions are met."""
    clauses = [one for one in re.split(r"[，,。；;、]", said) if one]
    return any(one not in _A_GRADE for one in clauses) and all(map(_ENOUGH.fullmatch, clauses))


def _names_body(said: str) -> bool:
    return (
        is_organisation(said)
        or _A_BODY.search(re.sub(r"各?(?:参与|联合|合作|申报|牵头)单位|协议|合同", "", said)) is not None
    )
