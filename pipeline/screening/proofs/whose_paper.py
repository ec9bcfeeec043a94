"""Whose the one paper of an entry is: a parent's accounts, a laboratory of a university, rights of a person."""

import re
from collections.abc import Callable

from extractors.values.person_names import is_name

_OF_KIND = r"(?:有限公司|有限责任公司|集团(?!有限|股份|公司)|集团公司|大学|学院|研究院|研究所|合作社|医院)"
BODY = rf"(?P<name>[\u4e00-\u9fff（）()]{{2,24}}?{_OF_KIND})"
_HOSTS, _GIVEN, _LAB, _OWNED, _HAS = (BODY.replace("name", word) for word in ("host", "given", "lab", "owned", "has"))
_WORDS = r"[\u4e00-\u9fff]"
# 揭榜单位…证明材料：, behind which the entry begins; not 依托单位：
_HEAD = re.compile(
    r"^[^：；，]{2,40}?(?:证明|材料|报告|证书|投入|收入|资质|能力|效果|荣誉)(?:材料)?(?:[（(][^（）()]*[)）])?[：:]"
)
_BETWEEN = re.compile(r"[、，,；;。]")
_INSIDE = re.compile(r"[（(][^（）()]*[)）]")
_PAPER = re.compile(
    r"证[书明件]|报告|报表|批[复文件]|文件|执照|首页|检索|公告|[奖牌]|专利|著作权|标准|论文|专著|凭证|回单|账|章程|表$"
)
# who is related to the applicant, and is not the applicant
OWNERS = r"(?:控股|第[一二]大|最?大|主要|唯一|全资|出资|法人)?的?(?:股东|母公司)"
KIN = r"关联(?:公司|企业|方|单位)|兄弟(?:公司|单位|企业)|实际控制人"
RELATIVES = rf"{OWNERS}|(?:集团|上级)(?:公司|总部|单位|集团)|总公司|(?:全资|控股|参股)?子公司|参股公司|{KIN}"
# 控股股东海岚控股有限公司…, 集团公司2024年度…: the first word of the paper
_RELATED = re.compile(
    r"^(?:\d{1,2}[.、．]|附件\s?\d{0,2}[：:.、]?)?(?:附|提供|以|为|用|系)?(?:[我本](?:公司|单位|司|企业)的?|公司的?|其)?"
    rf"(?P<who>{RELATIVES}|集团(?=合并|20\d\d年|的)|(?:下属|所属|旗下)(?:公司|企业|单位)|供应商)"
    r"(?!报表|口径|层面|单体|利润表|资产)"
)
# 不单独出具审计报告，附集团的, 并入该集团核算, 以集团报告为准
_IN_ITS_PLACE = re.compile(
    rf"不(?:再|予)?单独(?:出具|编制|审计|核算|出)|(?:并入|纳入)(?:该|其|上级)?{_WORDS}{{0,8}}?(?:集团|母公司|股东|总公司){_WORDS}{{0,4}}(?:核算|合并|报表|审计|统一)"
    rf"|(?:附|用|以|提供)(?:了|的是)?(?:集团|母公司|总公司|控股股东|上级公司)的?(?:合并)?{_WORDS}{{0,6}}(?:报告|报表|审计)(?:代替|代|为准)?"
)
_MERGED = re.compile(
    rf"{BODY}(?:及(?:其|所属)?{_WORDS}{{2,6}})?的?(?:20\d\d年度?)?(?:的|财务|会计)*合并(?:审计|财务|会计|报表|利润表)"
)
_OF_MONEY = re.compile(r"收入|投入|财务|审计|报表|纳税|完税|研发费用|决算")
# 依托单位：海岚大学, 挂靠在海岚大学, 专利权人为某某公司
_LABEL = r"(?:依托|建设|承建|承担|挂靠|获批|认定|主体|企业|持证|获证|持有|专利权|著作权|权利|获奖|完成|署名|所属|所有)"
_HOST = re.compile(
    rf"{_LABEL}(?:(?:单位|企业|机构|方|人|主体|者)(?:名称|全称)?[均都]?[为是系:：]{{0,2}}|[为是系:：]){BODY}"
    rf"|(?:(?:依托|挂靠)[于在]?|(?:设立?|登记|署名)[于在为]){_HOSTS}"
    rf"|(?:颁发|颁|授予|发放)给{_GIVEN}"
    rf"|(?:权属(?:归|为)?|归属?于?|(?<!所)属于?){_OWNED}|(?:均?为|系){_HAS}(?:所有|持有|名下)"
    # 海岚大学省海洋工程重点实验室批复; not 海岚大学国家工程中心出具
    rf"|^{_LAB}的?(?={_WORDS}{{2,20}}(?:实验室|技术中心|研究中心|平台|基地|工作站)(?!{_WORDS}{{0,4}}(?:出具|颁发)))"
)
# （学校为依托单位）, 母公司持有
_SOMEBODY = r"(?:学校|高校|合作单位|合作方|合作高校|母公司|集团公司|大?股东|对方|供应商|关联公司)"
_HOST_OF_KIND = re.compile(
    rf"{_LABEL}(?:单位|人|方|机构)?[为是系:：]{{1,2}}{_SOMEBODY}|{_SOMEBODY}(?:为|是|系)(?:其)?{_LABEL}(?:单位|人|方)|{_SOMEBODY}(?:持有|所有|名下)"
)
_OWNER = re.compile(
    rf"(?:专利权|著作权|权利|所有|版权|商标权)人[均都]?(?:为|是|系|[:：])(?P<name>{_WORDS}{{2,4}}?)(?=个人|本人|同志|[，,。；;、）)（(]|$)"
)
# In the text of the paper: 企业名称：某某公司, 我们审计了某某公司2024年度财务报表, 某某公司全体股东：
_AT = r"(?:^|[；。，,）)(（号])"
_LABELLED = (
    re.compile(
        rf"{_AT}(?:企业|单位|公司|机构|持证人|持证单位|持有单位|持证机构|获证组织|获证单位|纳税人|被审计?单位|审计对象|编制单位|申请人|专利权人|著作权人|权利人|参保单位|缴费单位|户|依托单位|承担单位|建设单位)"
        rf"(?:名称|全称|名)?[均都]?[为是:：]{{1,2}}{BODY}"
        rf"|{_AT}名称[:：]{_GIVEN}"  # of a licence
        rf"|{_AT}查询(?:主体|对象|单位|企业|结果)?[，,:：]{_HOSTS}(?=[，,；。:：]|$)"
    ),
    re.compile(rf"(?:我们)?审计了(?:后附的?|所附的?)?{BODY}"),
    re.compile(rf"{_AT}{BODY}(?:全体)?(?:股东|出资人|董事会?)[：:]"),
    re.compile(rf"(?:{_AT}|[：:]){BODY}20\d\d年度?"),
)
_MAKER = re.compile(rf"{_AT}(?:生产|研制|制造|开发)(?:单位|企业|厂家|商|方)(?:名称)?[为是:：]{BODY}")
# 与我公司共用, 授权我公司使用, 由海岚大学提供，供本项目使用: another's, which the applicant says it may use
_US = r"(?:[我本](?:公司|单位|司|企业)|申报单位|揭榜单位|本项目)"
_USED = r"(?:共建)?(?:共用|共享|共同使用|合用|借用|联用|使用)"
_SHARED = re.compile(
    rf"[与和跟供给]{_US}{_USED}|(?<![为由系]){_US}(?:也|可|均|一并|共同|经许可|获许可|获授权)*(?:共用|共享|共同使用|合用|借用)|授权给?{_US}使用"
    rf"|与[\u4e00-\u9fff]{{2,16}}?(?:大学|学院|研究院|研究所|医院|集团)(?:共用|合用)|由{_SOMEBODY}提供"
)
_NOT_PAPERS = re.compile(r"设备|仪器|场地|厂房|数据|机时|平台开放")  # what is shared besides
_ALL_OF = re.compile(r"[均都皆]|以上|上述|以下|全部|[一二两三四五六七八九]份")
_SECOND = re.compile(r"(?:^|；)[（(]?[2２二](?:[)）]|[.、．](?!\d))")  # several papers in one file


def pieces_of(words: str) -> list[str]:
    """The papers of the entry, behind the words of the call, each with its bracket; what is no paper left out."""
    inside = [(one.start(), one.end()) for one in _INSIDE.finditer(words)]
    cuts = [m.start() for m in _BETWEEN.finditer(words) if not any(a < m.start() < b for a, b in inside)]
    ends = [*cuts, len(words)]
    pieces = (words[start:end] for start, end in zip([0, *(cut + 1 for cut in cuts)], ends, strict=True))
    return [piece for piece in pieces if _PAPER.search(_INSIDE.sub("", piece)) and _HOST.match(piece) is None]


def behind_head(words: str) -> str:
    """The entry without the call's own words before its colon."""
    head = _HEAD.match(words)
    return words[head.end() :] if head is not None else words


def relatives_paper(asked: str, own: str, words: str) -> str | None:
    """The words by which the one paper of the entry is a shareholder's, the parent's or a subsidiary's."""
    rest = behind_head(words)
    if re.search(r"集团|分公司", own) is None and _OF_MONEY.search(asked):
        stands = _IN_ITS_PLACE.search(rest)
        if stands is not None:
            return stands.group()
    related = _RELATED.match(rest)
    if related is None or len(pieces_of(rest)) > 1:
        return None
    of_group = related["who"].startswith(("集团", "总公司", "上级"))
    return None if of_group and re.search(r"集团|分公司", own) else related["who"]


def shared_with(words: str, *, entry: bool) -> str | None:
    """The words by which a paper, or all in a file, is another's that the applicant may use (与我公司共用)."""
    rest = behind_head(words)
    said = _SHARED.search(rest)
    if said is None:
        return None
    clause = re.split("[；。]", rest[: said.start()])[-1] + re.split("[；。]", rest[said.start() :])[0]
    if _NOT_PAPERS.search(clause) is not None:
        return None
    alone = len(pieces_of(rest)) <= 1 and "、" not in _INSIDE.sub("", rest) if entry else _SECOND.search(rest) is None
    return said.group() if alone or _ALL_OF.search(clause) is not None else None


def group_accounts(words: str, is_known: Callable[[str], bool]) -> str | None:
    """海岚控股集团有限公司2024年度合并审计报告, though it may say that the applicant's figures are within."""
    rest = behind_head(words)
    found = _MERGED.match(rest)
    return found.group() if found is not None and len(pieces_of(rest)) == 1 and not is_known(found["name"]) else None


def held_by_another(words: str, is_known: Callable[[str], bool]) -> str | None:
    """依托单位：海岚大学, of the only paper that the entry names; or a person whose the right is."""
    rest = behind_head(words)
    if len(pieces_of(rest)) > 1:
        return None
    hosts = list(_HOST.finditer(rest))
    if hosts and not any(is_known(next(filter(None, one.groups()))) for one in hosts):
        return hosts[0].group()
    if not hosts and (kind := _HOST_OF_KIND.search(rest)) is not None:
        return kind.group()
    owner = _OWNER.search(rest) if not hosts else None
    return owner.group() if owner is not None and is_name(owner["name"]) else None


def named_in_paper(text: str, *, of_test: bool) -> list[str]:
    """The bodies that the paper's own text is about; of a test, who made the thing. [] for several papers in one."""
    if _SECOND.search(text) is not None:
        return []
    patterns = (_MAKER,) if of_test else _LABELLED
    found = (one for pattern in patterns for one in pattern.finditer(text))
    names = (next(filter(None, one.groups())) for one in found)
    return [name for name in names if "审计了" not in name]
