"""What a field's label asks for (数字, 日期, 地址, 邮政编码), and a value of another kind."""

import re

from extractors.values.organisations import is_organisation
from pipeline.screening.application.labels import canonical
from pipeline.screening.application.substance import is_nothing, squeeze

_ASKS_NUMBER = re.compile(r"人数|万元|亿元|（元）|注册资本|收入|投入|金额|总额")
_NUMBER = re.compile(r"[\d〇零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]")
# 研发人员数, 发明专利数量, 设备台数, 场地面积; not 技术参数, 企业规模
_ASKS_COUNT = re.compile(
    r"(?:(?:[人职员学]员?工?|人员|专利|项目|课题|论文|标准|软著|著作权?|成果|设备|[台套件项家户篇名]|床位|单位|企业|机构|合同|用户|客户|订单|销售|产品|博士|硕士|高级职称者?|样机|团队)(?:总|人|件|项|台)?数量?"
    r"|面积|占比|比重|产值|产量|利润总?额?|纳税额)(?:[（(][^（）()]*[)）])?$"
)
_AS_FIGURE = re.compile(r"[半全双仅单]|翻|均为|都是|[A-Za-z]|[见如同]")  # 过半, 全员, 单人, 见附表
_NO_NUMBER = re.compile(r"队伍|陆续|大陆|一[定批些般直起时贯向]|统一|单一|唯一|万一|千方百计")
# 2024年度审计报告, 附件3, 报告第12页, 第三方核定后: numbers of a year, a paper or a place in it, and no amount
_N = r"(?:\d{1,4}|[一二三四五六七八九十]{1,3})"
_OF_A_PAPER = re.compile(
    rf"20\d\d(?=[、和与及至—-]20\d\d\s?年)|\d\.\d(?:\.\d)?\s?[节章条款]|(?:19|20)\d\d\s?(?:年度?|财年|会计年度)?(?=审计|财务|年报|报表|决算|汇算|纳税|专项)|(?:[12]\d{{3}}|[〇零一二三四五六七八九]{{4}})\s?(?:年度?|财年)"
    rf"|(?:附件|附表|附录|附注|附图|附|材料|证明|清单|报告|报表|表|图|证)(?:之|[（(]|[:：])?{_N}(?:[-—.．]{_N}){{0,3}}"
    rf"|第\s?{_N}\s?(?:方|页|章|节|条|款|项|部分|号|册|卷|份|季度)|[一二三四五六七八九十]{{1,2}}[、.．]|[（(][一二三四五六七八九十]{{1,2}}[)）]"
    rf"|[一二三四]季度|{_N}月(?:份|底|初|末|[上中下]旬)?(?:{_N}[日号])?|[去前近上]{_N}年"
)
# 占营业收入27.7%, 约占六成以上
_SHARE = re.compile(
    r"(?:约|大约|超过)?占?[\u4e00-\u9fff]{0,10}?(?:\d[\d.]*\s?[%％]|[一二三四五六七八九十]成)(?:以上|左右|以下)?"
)
_ASKS_SHARE = re.compile(r"占|比例|比重|率|强度|[%％]")
_ASKS_OFFICE = re.compile(r"职务|职称")
_ASKS_DATE = re.compile(
    r"(?:成立|注册|设立)(?:日期|时间|年月)$|出生(?:日期|年月)$|(?:申报|填报|填表|起止)(?:日期|时间)$"
)
_ASKS_PLACE = re.compile(r"(?:^|单位|企业|公司|通[讯信]|联系|注册|办公|详细|经营|邮寄|所在)地址$|住所$")
_NO_PLACE = re.compile(r"[\w.+-]+@[\w.-]+|[\d\-—+]{7,20}", re.ASCII)
_BODY = re.compile(r"[\u4e00-\u9fff（）()]{2,16}(?:公司|企业|单位|法人|社团|机构)")
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,16}[省市区县镇路]")
_OF_DIGITS = frozenset({"统一社会信用代码", "手机", "邮箱", "邮政编码"})
# 无（事业单位，不适用）, 本单位为高校，不适用; not 暂无，以审计报告为准, nor 无（待审计后补充）, which put it off
_REASON = re.compile(r"[（(][^（）()]*[)）]$")
_PUT_OFF = re.compile(r"待|后补|另[报附]|以[^（）()]*为准|[详另参]?见|附件|稍后|届时|尚未|暂未")
# 年代较久，以法人证书所载为准; 不详，请看执照
_BY_ANOTHER = re.compile(
    r"以[^，。；]{2,16}(?:为准|为凭)$|(?:[详另参请]?[见看查按]|同)[^，。；]{0,8}(?:执照|证书|附件|登记证|档案)[^，。；]{0,6}$"
)
_NOT_FOR_US = re.compile(
    r"(?:事业单位|高校|大学|学校|科研院所|机关|社会(?:组织|团体)|非企业(?:单位)?)[，,、；;]?不适用[。]?$"
)


def asked_instead(name: str, label: str, value: str) -> str | None:
    """What the field asks for, where the value is of another kind: words for a number, a place for a postcode.

    ``name`` is the obligation's, with the unit that its label has.
    """
    if _ASKS_NUMBER.search(name) and not _has_number(squeeze(value)) and not says_none(value):
        return "数字"
    if _ASKS_COUNT.search(squeeze(label)) and _tells_no_count(value):
        return "数字"
    if _ASKS_NUMBER.search(name) and not _ASKS_SHARE.search(name) and _SHARE.fullmatch(squeeze(value)):
        return "数字（不是占比）"
    if _ASKS_OFFICE.search(label) and _NO_PLACE.fullmatch(squeeze(value)):
        return "职务或职称"
    if _ASKS_DATE.search(label) and _is_undated(value):
        return "日期"
    if _ASKS_PLACE.search(label) and _NO_PLACE.fullmatch(squeeze(value)):
        return "地址"
    kind = canonical(label)
    return kind if kind in _OF_DIGITS and _is_words(value) else None


def _has_number(value: str) -> bool:
    return _NUMBER.search(_OF_A_PAPER.sub("", _NO_NUMBER.sub("", value))) is not None


def _tells_no_count(value: str) -> bool:
    """按需抽调, 若干, 人手充足 where a count is asked: no figure, and nothing that stands for one."""
    said = _NO_NUMBER.sub("", squeeze(value))
    return bool(squeeze(value)) and not says_none(value) and not _NUMBER.search(said) and not _AS_FIGURE.search(said)


def says_none(value: str) -> bool:
    """无, alone or with the reason in brackets behind it, or that the field is not for a body of this kind."""
    words = squeeze(value)
    reason = _REASON.search(words)
    if reason is not None and _PUT_OFF.search(reason.group()):
        return False
    return is_nothing(_REASON.sub("", words)) or _NOT_FOR_US.search(words) is not None


def _is_undated(value: str) -> bool:
    """有限责任公司 for a date: a body, its kind, a place, or where to look; other words may tell the time."""
    words = squeeze(value)
    other = _is_words(words) or _BODY.fullmatch(words) is not None or _BY_ANOTHER.search(words) is not None
    return not _NUMBER.search(words) and other


def _is_words(value: str) -> bool:
    """上海市嘉定区 for a postcode: a place or a body; other words may be the next cell's label."""
    words = squeeze(value)
    return _PLACE.fullmatch(words) is not None or is_organisation(words)
