"""Entries that are less than what is to be shown: an application or its receipt (受理通知书, 送检回执), one run out."""

import re

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, filed_on
from pipeline.screening.proofs.whose_paper import behind_head
from schemas.notice import Obligation

_WORDS = r"[\u4e00-\u9fff]"
_BETWEEN = re.compile(r"[、，,；;。]|以及|[及和与](?=[\u4e00-\u9fff]{4})")
# 发明专利受理通知书9份, 软件著作权登记申请表
_RIGHTS = (("专利", r"(?:发明|实用新型|外观设计?)?专利"), ("著作权", r"(?:软件)?著作权|软著"), ("商标", r"商标"))
_APPLIED = re.compile(
    r"受理|申请(?:书|表|号|文件|材料|回执|通知书?|公[开布])|实质审查|初步审查|实审|在审|公[开布](?:公告|文本|通知|说明书|号)|已申请|申请中|待授权|未授权|尚未授权"
)
_ASKED_FOR_RIGHTS = re.compile(r"创新能力|研发能力|科研能力|知识产权|专利|著作权|成果")
_APPLIED_WILL_DO = re.compile(r"受理|申请(?!单位|人|书)")
_GRANTED = r"(?:授权|获得?|拥有|取得|持有|现有|已有)"
_NUMBER = r"(?:\d+|[一二三四五六七八九十百]+)"
# 高新技术企业认定申请书, 省级企业技术中心推荐表
_TITLE = r"(?:高新技术企业|高企|专精特新|企业技术中心|重点实验室|研究中心|小巨人|单项冠军|瞪羚|科技型中小企业|示范|奖)"
_NOT_YET = re.compile(
    rf"{_TITLE}{_WORDS}{{0,8}}?(?:申[请报](?:书|表|材料|文件|报告|系统|页面|截图|回执)|复审(?:申请|材料|受理)|受理|公示(?:名单|文件|页|截图|公告)?|推荐(?:表|函|文件)|预审|答辩|拟(?:认定|入[选库]|授予)|申[请报]中)"
    rf"|拟(?:认定|入[选库]|授予)[^，。；、]{{0,10}}{_TITLE}"
)
_OF_TITLES = re.compile(r"资质|荣誉|奖励|称号|资格")
# 送检回执, 第三方检测委托合同, 测试大纲
_TEST = r"(?:检[测验]|测试|评测|测评|试验|鉴定)"
_RECEIPT = re.compile(
    rf"(?:送检|送样|收样|抽样|报检|取样)(?:单|回执|凭证|登记表?|收据|记录|通知书?)|{_TEST}(?:服务)?(?:委托|受理|申请|缴费|收费|预约|排期|登记)+(?:单|书|表|回执|合同|协议|凭证|通知书?|收据)?"
    rf"|{_TEST}(?:服务)?(?:合同|协议|回执|收据|发票|大纲|方案|计划)|(?:委托|受理|缴费|收费|付款)(?:单|书|回执|凭证|通知书?|发票)|测试大纲"
)
_OF_TESTS = re.compile(rf"性能|效果|{_TEST}|样[品机]")
_SHOWN = re.compile(
    r"报告|证明|意见|记录|结果|评价|证书|批复|认定(?:文件|书|通知)|决定|公告|铭牌|奖[状牌杯]|文件|数据|照片|视频"
)
# 产品说明书、宣传册
_BROCHURE = re.compile(r"(?:产品|使用|操作)?说明书|宣传(?:册|页|资料|片)|画册|彩页|产品(?:手册|介绍|样本)|产品简介")
# 已过期, 2024年11月到期，未复审
_RUN_OUT = re.compile(
    r"(?:已经?|均已?|现已?|于20\d\d年(?:\d{1,2}月)?|20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?)(?:过期|到期|失效|期满|届满)|有效期(?:限)?(?:已(?:过|满|届满)(?![\d前])|(?:过|满|届满)(?![\d前后时之以一二两三四五六]|[，,]?[应须需可如]))|(?<![未没不])过了?有效期|(?<![未没不])过期(?:未|尚|[，、）)])"
)
_RENEWED = re.compile(
    r"新证|换[证发]|续[展期]|延续|已(?:重新|通过复审|复审)|重新认定(?:后|为|通过|证书)|旧证|原证|前[一]?[期次]|首次"
)
_ENDS = re.compile(r"证书|许可|认证|资质|认定|执照|登记证|协议|合同|保函|存款")


# 由原单位海岚大学缴纳, 无社保
_PAID_BY = re.compile(
    r"(?:由|在)(?:原|前|其他|另一|外)(?:工作)?单位"
    r"|(?<!从)(?:无|没有|未)(?:缴纳?|参加?|办理)?(?:社保|社会保险|参保|养老保险|医保)(?:记录|证明|关系|缴纳)?(?![欠违拖断漏处失不])"
)
# 由人力资源公司代缴, where the call wants it paid by the applicant
_BY_AGENT = re.compile(
    rf"(?:劳务派遣|人力资源(?:服务)?|人才服务|代理|派遣)(?:有限)?(?:公司|机构)(?:代为?)?{_WORDS}{{0,6}}?(?:缴|参保)"
)
_BY_APPLICANT = re.compile(r"[在由](?:申报|揭榜|牵头|依托|本|所在)(?:单位|方|企业)")
_OF_INSURANCE = re.compile(r"社会?保险?|参保|公积金|养老")


def less_than_asked(case: Case, obligation: Obligation, entry: str) -> str | None:
    """Why the entry shows less than is asked for, or claimed, in words for behind its name."""
    asked, rest = squeeze(obligation.name), behind_head(squeeze(entry))
    if (applied := _applied_alone(case, obligation, rest)) is not None:
        return f"写明“{applied}”，而申报材料称已获授权"
    if (paid := _paid_elsewhere(obligation, asked, rest)) is not None:
        return f"写明“{paid}”，不是在申报单位缴纳的"
    pieces = [piece for piece in _BETWEEN.split(rest) if len(piece) > 1]
    if _OF_TITLES.search(asked) and (title := _all_of(_NOT_YET, pieces)) is not None:
        return f"只是“{title}”，尚未认定或授予"
    if _OF_TESTS.search(asked) and (receipt := _all_of(_RECEIPT, pieces)) is not None:
        return f"只是“{receipt}”，不是检测或应用的结果"
    if _OF_TESTS.search(asked) and pieces and all(_BROCHURE.search(piece) for piece in pieces):
        return f"只是“{pieces[0]}”，不是检测或应用的结果"
    ended = run_out(case, rest) if _ENDS.search(rest) else None
    if ended is not None and len(pieces) - len(re.findall(r"[，,]", rest)) <= 1:
        return f"写明“{ended}”"
    return None


def run_out(case: Case, words: str) -> str | None:
    """已过期, 已过有效期, 2023年底到期: the words, where nothing newer is told and the year is not yet to come."""
    ended = _RUN_OUT.search(words) if _RENEWED.search(words) is None else None
    year = re.search(r"20\d\d", ended.group()) if ended is not None else None
    called = case.notice.issued_on or filed_on(case)
    to_come = year is not None and called is not None and year.group() >= called[:4]
    return ended.group() if ended is not None and not to_come else None


def _paid_elsewhere(obligation: Obligation, asked: str, rest: str) -> str | None:
    if _OF_INSURANCE.search(asked) is None:
        return None
    by_applicant = _BY_APPLICANT.search(squeeze(obligation.evidence.text)) is not None
    paid = _PAID_BY.search(rest) or (_BY_AGENT.search(rest) if by_applicant else None)
    return paid.group() if paid is not None else None


def _all_of(pattern: re.Pattern[str], pieces: list[str]) -> str | None:
    """The first words, where nothing else of the entry shows anything."""
    found = [pattern.search(piece) for piece in pieces]
    if not any(found) or any(_SHOWN.search(_without(one, piece)) for one, piece in zip(found, pieces, strict=True)):
        return None
    return next(one.group() for one in found if one is not None)


def _without(said: re.Match[str] | None, piece: str) -> str:
    return piece if said is None else piece[: said.start()] + piece[said.end() :]


def _applied_alone(case: Case, obligation: Obligation, rest: str) -> str | None:
    """A right that is claimed as granted, of which the entry has applications and no certificate."""
    whole = squeeze(f"{obligation.name}{obligation.evidence.text}")
    if _ASKED_FOR_RIGHTS.search(whole) is None or _APPLIED_WILL_DO.search(whole) is not None:
        return None
    for _, right in _RIGHTS:
        pieces = [piece for piece in _BETWEEN.split(rest) if re.search(right, piece)]
        applied = [piece for piece in pieces if _APPLIED.search(piece)]
        if applied and len(applied) == len(pieces) and _is_claimed(case, right):
            return applied[0]
    return None


def _is_claimed(case: Case, right: str) -> bool:
    """获授权发明专利9项, 软件著作权12项; not 申请发明专利9项."""
    claimed = re.compile(rf"{_GRANTED}(?:(?!申请|受理)[^。；]){{0,30}}?(?:{right})(?:授权)?\s?{_NUMBER}\s?[项件个]")
    return claimed.search(case.own_words) is not None
