"""Entries of the list of proofs that are the papers of another body than the applicant."""

import re
from difflib import SequenceMatcher
from functools import partial

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, value_text
from pipeline.screening.identity.body_names import same_name
from pipeline.screening.proofs.whose_paper import (
    KIN,
    OWNERS,
    behind_head,
    group_accounts,
    held_by_another,
    named_in_paper,
    pieces_of,
    relatives_paper,
    shared_with,
)

# 另附2023年度报告供参考: beside the paper
_BESIDE = re.compile(r"(?:另(?!行)|其余|并附|同时附)[^。；（）()]*")
BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
MONEY = re.compile(r"资金|经费|出资|资信|存款")  # the shareholders may give it
# What shows the applicant itself, and whose name another body's paper bears.
_OWN = re.compile(
    r"执照|法人|登记证|体系|认证|许可证|审计|财务|研发|专利|知识产权|著作权|资质|荣誉|纳税|完税|社保|信用|能力|性能|收入|效果|成果"
)
_STANDING = re.compile(r"资质|资格|荣誉|认证|证书|许可|执照|平台|认定|奖")  # of the body itself, which nobody lends
_SHARED = re.compile(
    r"联合|合作|参[与加]|成员|用户|客户|协议|合同|推荐|授权|同意|意见|第三方|应用单位|施工|监理|设计单位|技术来源"
)
_BODY = re.compile(
    r"(?:附件\s?\d{0,2}[：:.、]?|\d{1,2}[.、．])?(?P<name>[\u4e00-\u9fff（）()]{2,24}?(?:有限公司|有限责任公司|集团|公司|大学|学院|研究院|研究所|合作社|医院|中心))的?"
    r"(?!出具|颁发|开具|签|合作|联合|认定|授予|提供|共建|检测|测试|盖章|应用|使用|试用|用户|[、和与及])(?=[\u4e00-\u9fff]{2}|20\d\d年)"
)
_NAMED_BODY = (
    r"(?P<name>[\u4e00-\u9fff（）()]{2,24}?(?:有限公司|有限责任公司|集团|大学|学院|研究院|研究所|合作社|医院))"
)
# 受测单位：某某公司, in the bracket behind a report's name: whose thing it tells of
_TESTED = re.compile(
    rf"(?:[受被送][测检]|委托|送样|报告主体|查询|参保|缴费|缴纳|被审计?|专利权|著作权|所?有权|权利|产权|获证|持证|获奖)(?:单位|企业|方|人)[均都]?[为是:：]{_NAMED_BODY}"
)
_SUBJECT = re.compile(rf"(?:报告|查询|信用|参保|缴费|被审计)?(?:主体|对象|单位名称|企业名称)[为是系:：]{_NAMED_BODY}")
_OF_LEAD = re.compile(r"^(?:牵头|申报|揭榜|申请|承担)(?:单位|企业|方)(?!和|及|、|与)")
_ORDERED_BY = re.compile(
    rf"(?:委托(?:检[测验]|测试)?|送[检样测]|受[检测]|生产|制造)(?:单位|企业|方|厂家|商)?[为是系:：]?{_NAMED_BODY}"
)
_TESTS = re.compile(r"(?:检[测验]|测试|试验|鉴定|试用)报告")
# 权利人均为某某公司，非本公司
# and 我公司股东 behind another's name
_NOT_OWN = re.compile(
    r"(?:非|不是|不属于?)(?:本单位|我公司|本公司)|[我本](?:公司|单位)(?:仅|只)?(?:获|取得|经|已获|享有)?(?:普通|独占|排他)?(?:许可|授权)(?:使用|实施)"
    r"|(?:[我本](?:公司|单位|企业)|申报单位|揭榜单位)的?(?:控股|全资|参股|唯一|第?[一二]?大|主要)?的?(?:股东|母公司|子公司|总公司|分公司|集团公司|供应商|客户|关联[\u4e00-\u9fff]{1,2}|兄弟[\u4e00-\u9fff]{1,2})"
)
KIND = re.compile(r"(?:股份)?有限(?:责任)?公司|集团|公司|大学|学院|研究院|研究所|合作社|医院|中心")
_PLACE = re.compile(r"^(?:[\u4e00-\u9fff]{2,3}[省市区县州])+")
# 农民专业合作社营业执照, 省级企业技术中心批文: kinds of bodies
_NO_NAME = re.compile(
    r"申报|牵头|揭榜|[本我]|[省市区县]级|^国家|^农民专业合作社|^(?:企业|工程|技术)|会计师|事务所|检[测验]|测评|评测|计量|认证|评估|银行|信用社|税务"
)
_PARTNERS = re.compile(r"(?:联合|合作|参与|参加|协作|成员)[\u4e00-\u9fff]{0,4}单位|联合体")
_PARENT = re.compile(r"控股|投资|集团|总公司|重工|实业|资产|国资")  # what a parent's name has
_PUBLIC = re.compile(r"大学|学院|医院|研究院|研究所")  # no short name of a company
_LONG, _NEAR = 5, 0.5  # characters of a name that is no short one; how near one is that is written otherwise
_DISTINCT = 2  # characters that tell one company from another
_RELATED = re.compile(rf"^(?:附件\s?\d{{0,2}}[：:.、]?|\d{{1,2}}[.、．])?(?:{OWNERS}|{KIN}|供应商)")
_OF_OTHERS = re.compile(
    r"借用|某(?:企业|公司|厂商?|品牌)|(?:仅?供|作)参考|(?:其[他它]|别的|兄弟|关联|外部)(?:单位|公司|企业)"
)
_OF_TEST = re.compile(r"性能|效果|检[测验]|测试|应用|样[品机]")
_ISSUED = re.compile(r"出具|颁发|认定|批复|委托")


def anothers_body(case: Case, asked: str, words: str) -> str | None:
    """The papers of another body than the applicant, where what shows the applicant is asked for."""
    own, bare = squeeze(case.submission.applicant.name or ""), _NOT_OWN.sub("", words)
    shows_own = _OWN.search(asked) is not None and _SHARED.search(asked) is None
    if own and shows_own and own not in words:
        related = relatives_paper(asked, own, words) or group_accounts(
            words, lambda one: _is_its(case, asked, one, own)
        )
        related = related or (shared_with(words, entry=True) if _STANDING.search(asked) else None)
        if related is not None:
            return f"写明“{related}”，不是申报单位自己的"
    if not own or _is_named(own, bare):
        return None
    other = _OF_OTHERS.search(_BESIDE.sub("", bare)) or (None if MONEY.search(asked) else _RELATED.match(bare))
    if other is not None:
        return f"写明“{other.group()}”，不是申报单位自己的"
    told = _told_of(asked, own, bare) or _tested_for(case, asked, own, bare)
    return told or (_held_by(case, asked, own, bare) if shows_own else None)


def _held_by(case: Case, asked: str, own: str, words: str) -> str | None:
    """权利人为某某公司, 依托单位：某某大学, 某某公司2024年度审计报告."""
    tested = _TESTED.search(words)
    if tested is not None and not _is_known(case, tested["name"], own) and not _told_elsewhere(case, tested["name"]):
        return f"写明“{tested.group()}”，不是申报单位的"
    if (held := held_by_another(words, partial(_is_its, case, asked, own))) is not None:
        return f"写明“{held}”，不是申报单位的"
    body = _BODY.match(BRACKETS.sub("", words)) or _BODY.match(BRACKETS.sub("", behind_head(words)))
    alone = len(pieces_of(behind_head(words))) == 1
    if (
        body is not None
        and not _ISSUED.search(words)
        and not (_is_its(case, asked, own, body["name"]) if alone else _is_known(case, body["name"], own))
    ):
        return f"是“{body['name']}”的，不是申报单位的"
    return None


def anothers_text(case: Case, asked: str, text: str) -> str | None:
    """The same by the paper's own text, in which the applicant is not named at all."""
    own = squeeze(case.submission.applicant.name or "")
    if not own or not _OWN.search(asked) or _SHARED.search(asked) or own in text or _core(own) in text:
        return None
    shared = shared_with(text, entry=False) if _STANDING.search(asked) is not None else None
    if shared is not None:
        return f"所附文件写明“{shared}”，不是申报单位自己的"
    named = named_in_paper(text, of_test=_OF_TEST.search(asked) is not None)
    if not named or any(_is_its(case, asked, own, body) for body in named):
        return None
    return f"所附文件是“{named[0]}”的，不是申报单位的"


def _is_its(case: Case, asked: str, own: str, body: str) -> bool:
    """The applicant, or a partner where the paper is not asked of the one that leads."""
    if _OF_LEAD.search(asked) is None:
        return _is_known(case, body, own) or _told_elsewhere(case, body)
    core = _core(body)
    return len(core) < _DISTINCT or _is_short_for(body, own) or _NO_NAME.search(body) is not None


def is_own_or_partner(case: Case, body: str, own: str) -> bool:
    """The applicant, under a short name too, or one who applies with it."""
    return _is_known(case, body, own)


def _told_of(asked: str, own: str, words: str) -> str | None:
    """主体为某某公司, where the paper of the one that leads is asked for: a partner's is another's, too."""
    said = _SUBJECT.search(words) if _OF_LEAD.search(asked) is not None else None
    if said is None or same_name(own, said["name"]):
        return None
    return f"写明“{said.group()}”，不是申报单位的"


def _tested_for(case: Case, asked: str, own: str, words: str) -> str | None:
    """委托方某某公司，该公司的一体机: another firm's product, which no other place speaks of."""
    said = _ORDERED_BY.search(words) if _TESTS.search(asked) is not None else None
    if said is None or _is_known(case, said["name"], own) or _told_elsewhere(case, said["name"]):
        return None
    return f"写明“{said.group()}”，是其他单位的产品"


def _told_elsewhere(case: Case, body: str) -> bool:
    """Another place speaks of it: a partner, whom no field of the form need name."""
    return case.words.count(_core(body)) > 1


def _is_named(own: str, words: str) -> bool:
    return any(name in words for name in (own, BRACKETS.sub("", own), "本单位", "我公司", "本公司"))


def _is_known(case: Case, body: str, own: str) -> bool:
    """The applicant under its full or a short name (联影公司), a partner, a word for itself, or no body's own name."""
    core = _core(body)
    partners = squeeze("".join(value_text(f) for f in case.submission.form_fields if _PARTNERS.search(f.name)))
    return len(core) < _DISTINCT or _is_short_for(body, own) or core in partners or _NO_NAME.search(body) is not None


def _is_short_for(body: str, name: str) -> bool:
    """联影, 联影医疗科技 of 联影医疗技术; not 望屿重锐控股 of 望屿锐焊智能装备, which share their town alone."""
    core, own = _core(body), _core(name)
    parent = _PARENT.search(body)
    if core not in own and parent is not None and parent.group() not in name:
        return False
    if (public := _PUBLIC.search(body)) is not None and public.group() not in name:
        return False
    near = len(core) < _LONG or SequenceMatcher(None, core, own, autojunk=False).ratio() >= _NEAR
    return core[:_DISTINCT] in own and near


def _core(name: str) -> str:
    """What is the name's own: 豫安云 of 河南省豫安云有限公司."""
    return KIND.sub("", _PLACE.sub("", name))
