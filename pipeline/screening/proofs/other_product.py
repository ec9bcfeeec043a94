"""Test reports and users' statements that are about another product than the one applied for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, value_text
from pipeline.screening.proofs.proof_files import file_of
from pipeline.screening.proofs.proof_names import covered
from pipeline.screening.proofs.whose_paper import behind_head
from schemas.notice import Obligation
from schemas.outline import Role
from schemas.submission import Attachment

_ASKED = re.compile(
    r"性能|效果|检[测验]|测试|样[品机]|试验报告|鉴定报告|(?:用户|应用|使用|试用)(?:单位)?(?:证明|报告|意见|评价)"
)
_NOT_ASKED = re.compile(r"环境(?:检测|监测)|水[样质]|资质|信用|查新|审计")
_NAME = r"[^，,。；;、（()）\n“”]"
_MARK = r"(?:“(?P<brand>[^”\n]{1,12})”|「(?P<corner>[^」\n]{1,12})」)"
_TESTED = r"(?:测试|检[测验]|评测|测评|鉴定|试验)"
# 样品名称：“潜鳗”水下滑翔机, 被测系统：…
_LABELLED = re.compile(
    rf"(?:样品|样机|产品|[受被送][检测试](?:的)?(?:产品|样品|系统|软件|设备|对象|样机|试件)|{_TESTED}(?:对象|产品|样品|系统)"
    r"|试[件品样]|(?:软件|系统|设备|装置|型号)(?=名称))(?:名称|全称)?(?:[及和、/与]?(?:规格)?型号(?:规格)?)?(?:[为是系:：]|(?=[“「]))"
    rf"{_MARK}?(?P<type>{_NAME}{{0,40}})"
)
# 出具的“潜鳗”水下滑翔机测试报告, 使用“潜鳗”水下滑翔机
_QUOTED = re.compile(
    rf"{_MARK}(?P<type>{_NAME}{{0,20}}?)的?(?:第三方|委托|软件|产品|性能|功能|型式|入网)*(?:{_TESTED}报告|(?:使用|应用|试用)(?:证明|报告|情况|意见))"
)
_USED = re.compile(
    rf"(?:使用|应用|采用|试用|部署|采购|购买|运行)(?:了|的是|的为)?(?:我公司|本公司|该公司|贵公司)?的?{_MARK}(?P<type>{_NAME}{{0,16}})"
)
# 出具的潜水电机检验报告: a thing by its last word
_THING = r"(?:机器人|机|器|柜|阀|泵|车|船|艇|仪|炉|塔|箱|灯|屏|镜|纱|板|管|缆|系统|平台|软件|设备|装置|终端|模块)"
_MADE = re.compile(
    rf"(?:^某[型种款]|(?:[出开]具|编制|完成)的)(?P<type>[^，,。；;、（()）“”\n的]{{2,20}}?{_THING})(?:产品|性能|功能|型式|出厂|第三方|委托)*{_TESTED}报告"
)
# 为上一代产品的报告, 非本次攻关产品
_OTHER = r"(?:上一代|前一代|前代|老款|旧款|旧型号|老型号|另一[款型种个]|另外一[款型种个]|公司其他|其他型号|同类|类似)"
_ADMITTED = re.compile(
    rf"(?:(?<!不)(?:[为是系用以拿]|属于|所测|所检|送检的?|均为|取自|沿用)|附的?|[（(，：])[^，。；（()）]{{0,6}}?{_OTHER}(?:(?!对比|比对|相比|比较)[^，。；（()）]){{0,10}}?(?:产品|系统|平台|设备|软件|型号|机型|装置|样机|车型|模型|版本)?"
    rf"(?:的|之)?(?:{_TESTED}|用户|应用|使用)?(?:报告|证明|数据|结果|意见)(?!对比|比对|相比|比较)"
    r"|(?:^|[、，（(：；])(?:20\d\d年)?(?:竞品|友商|他厂|别家|同行|供应商|旧款|老款|老型号|旧型号)[^，。；、（()）]{0,14}(?:报告|证明|数据|意见)"
    r"|(?:非|不是|并非|不属于?|不涉及)(?:本次|本项目|此次|本|揭榜|申报)[^，。；（()）]{0,4}(?:攻关|揭榜|申报|项目|任务)?(?:的)?(?:产品|样机|系统|平台|设备|装置|软件|内容)"
    r"|(?:与|和)(?:本次|本项目|此次|本|揭榜|申报)[^，。；（()）]{0,8}(?:产品|样机|系统|平台|设备|任务|项目)(?:无关|不同|不是同一|不一致)"
)
_ITEMS = re.compile(rf"{_TESTED}(?:项目|内容|参数)(?:仅|只)?[为是有含:：](?P<items>[^，,。；;（()）\n]{{2,40}})")
_SAFETY = re.compile(
    r"绝缘|接地|耐压|漏电|外观|包装|标[识志]|盐雾|电磁兼容|EMC|防护等级|有害物质|RoHS|阻燃|跌落|电气安全|铭牌|重量|尺寸|外形"
)
_USERS = re.compile(r"(?:用户|应用|使用|试用)(?:单位)?(?:的)?(?:证明|报告|意见|评价|情况)|合同|验收")
_BETWEEN = re.compile(r"[、和及与]")
_WORK = re.compile(
    r"(?:项目|任务|内容|课题|产品|成果|作品|榜题|题目)(?:名称|题目)(?:为|是|[:：])(?P<name>[^。；\n]{4,60})"
)
_WORK_FIELD = re.compile(r"(?:项目|任务|内容|课题|产品|成果|作品|技术|榜题|榜单|题目|方向)(?:名称|题目)?$")
_INTRO = re.compile(r"主要产品|主营|简介|主导产品|产品有|产品包括")
# what a name has beside the thing itself
_NOISE = re.compile(
    r"[A-Za-z\d.\-—–_/+#]+(?:型|版|代|号|系列|英支|支|吨|千瓦)?|样[机品件]|[上前]一?代|第?[一二三四五\d]代|新一代|某[型种款]?|第[三3]方|委托|专业|权威|专项|CMA|原型|测试版|试制|试用版|正式版|整机|成品|[\W_]"
)
_KINDS = re.compile(
    r"(?:(?:管理|应用|服务|智能|软件)?(?:系统|平台|软件|设备|装置|装备|产品|模块|终端|模型|大模型|算法|程序|样品))+$"
)
_HAN, _HEAD, _FEWEST, _NEAR = re.compile(r"[\u4e00-\u9fff]"), 2, 2, 0.4


@dataclass(frozen=True, slots=True)
class _Product:
    brand: str
    kind: str  # 水下滑翔机
    words: str


def other_product(case: Case, obligation: Obligation, entry: str, attachment: Attachment, text: str) -> str | None:
    """Why the report or statement says nothing of the product applied for, in words for behind its name."""
    asked = squeeze(obligation.name)
    if _ASKED.search(asked) is None or _NOT_ASKED.search(asked) is not None:
        return None
    rest = behind_head(squeeze(entry))
    if (admitted := _ADMITTED.search(rest) or _ADMITTED.search(text)) is not None:
        return f"写明“{admitted.group().strip('，：（(')}”，不是所申报产品的"
    named = [*_named(rest), *_named(text)]
    paper = file_of(case, attachment)
    told = _told(case, paper)
    body = squeeze("；".join(line for line in told.split("\n") if _INTRO.search(line) is None))
    work = _work(case, told, paper)
    if named and all(_is_foreign(one, work, body) for one in named):
        return f"是“{named[0].words}”的，申报材料没有把它作为所申报的产品"
    items = _ITEMS.search(rest) or _ITEMS.search(text)
    if items is not None and _USERS.search(rest + text) is None and _is_beside(case, items["items"]):
        return f"的检验项目只有“{items['items']}”，不能说明所申报产品的性能"
    return None


def _named(words: str) -> Iterator[_Product]:
    for pattern in (_LABELLED, _QUOTED, _USED, _MADE):
        for said in pattern.finditer(words):
            groups = said.groupdict()
            brand, kind = groups.get("brand") or groups.get("corner") or "", _NOISE.sub("", groups["type"] or "")
            if brand or len(_HAN.findall(_KINDS.sub("", kind))) >= _FEWEST:
                quoted = f"“{brand}”" if brand else ""
                yield _Product(brand, kind, (quoted + groups["type"]).replace("“", "「").replace("”", "」"))


def _is_foreign(one: _Product, work: str, body: str) -> bool:
    """No word of the brand in the work's name or the text, and the thing's own word is neither's."""
    short = _NOISE.sub("", one.brand)[:_HEAD] or one.brand
    if one.brand and (one.brand in work + body or (short and short in work)):
        return False
    bare = _KINDS.sub("", one.kind) or one.kind
    head = bare[-_HEAD:]
    if one.brand and "“" in work:
        return covered(bare, work) <= _NEAR
    return bool(head) and head not in work + body and covered(bare, work) <= _NEAR


def _is_beside(case: Case, items: str) -> bool:
    """绝缘与接地: of electric safety and looks alone, none of which is a figure that is promised."""
    pieces = [piece for piece in _BETWEEN.split(items) if piece]
    promised = "".join(target.metric for target in case.submission.targets)
    return bool(pieces) and all(_SAFETY.search(piece) and piece not in promised for piece in pieces)


def _work(case: Case, told: str, paper: str | None) -> str:
    """The names of the work in the form and the text."""
    fields = (field for field in case.submission.form_fields if _WORK_FIELD.search(field.name))
    names = (value_text(field) for field in fields if paper is None or field.evidence.file != paper)
    return squeeze("；".join((*names, *(said["name"] for said in _WORK.finditer(told)))))


def _told(case: Case, paper: str | None) -> str:
    """What the application tells of the work, a passage a line, without letter and papers."""
    aside = (Role.COMMITMENT, Role.PROOFS)
    own = (one for one in case.submission.passages if one.role not in aside)
    return "\n".join(one.text for one in own if paper is None or one.evidence.file != paper)
