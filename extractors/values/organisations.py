"""Organisations (单位名称): names by their endings, and names that end a stretch of prose."""

import re

from schemas.facts import OrganisationKind

# Of companies, schools, hospitals, institutes, associations, offices, and others: the order of ``_KINDS``.
_KINDS: tuple[OrganisationKind, ...] = (
    "company",
    "school",
    "hospital",
    "institute",
    "association",
    "authority",
    "other",
)
_ENDS = (
    r"公司|集团|企业|工厂|厂|合作社|事务所|银行|支行",
    r"大学|学院|学校|党校",
    r"医院|卫生院|诊所",
    r"研究院|研究所|研究中心|实验室|设计院|科学院|工程院|研究部",
    r"协会|学会|联合会|促进会|商会|联盟|基金会|工会",
    r"委员会|管委会|政府|人民政府|厅|局|委|办公室|科|处|室|部|股|司|署|办|街道|镇|窗口|服务中心|中心|支队|大队|海关|园区|区",
    r"平台|团队|专班|工作组|小组|组委会|秘书处|指导团队|服务站|站|所|院|会|组",
)
_END = "|".join(_ENDS)
_NAME = re.compile(rf"[\u4e00-\u9fffA-Za-z0-9（）()·&“”\-]{{1,40}}(?:{_END})(?:[（(][^（）()]{{2,24}}[）)])?")
_BY_KIND = tuple((kind, re.compile(f"(?:{ends})$")) for kind, ends in zip(_KINDS, _ENDS, strict=True))
_LAST_BRACKET = re.compile(r"[（(][^（）()]*[)）]$")
# A sentence or a field, no name.
_NO_NAME = re.compile(
    r"[，。；：:！？《》]|^交(?![通易警行投建大])|^(?:不[要得应]|通过|咨询(?!公司|委|中心|服务|部|处|科|机构|有限|师))|^并|^原则上|^由|^为了?(?:方便|更好)|上报(?!告)|(?:名额|要求)[送报交]|20\d\d年|择优|我[司局委厅部院校]$|[座楼层厦栋幢]\s?[A-Z]?\d{2,4}室|如有|请|附件|本通知|未尽|有关|各(?:有关|相关|市|县|区)|联系(?:人|电话|方式)"
    r"|材料(?!科学|研究|工程|学院|有限|科技|集团|公司|股份|技术|产业|实验|联合|创新|检测|协会|与)|电话|地址|截止|时间|是否|[送寄交报]至|[送寄交报]到|提交|发送|报送|邮寄"
)
# What stands before an organisation to which something goes, or which is asked.
_TOWARDS = re.compile(
    r"(?:联系|咨询|致电|拨打|报送至?|送至|送到|送交|送达|寄至|寄送至|邮寄至|邮寄到|寄到|交至|交到|提交至?|发送至|报至|递交至?|上报[至到给]?|汇总至|要求[送报](?=[省市区县])|(?<=[）)件份])交|至|到|由|向|与)"
    r"(?P<name>(?:(?![至到])[\u4e00-\u9fffA-Za-z（）()·]){2,40}?(?:"
    + _END
    + r"))(?=$|[（(，,。；、：: \n]|邮箱|信箱|电话|联系|申报|办理|咨询|受理)"
)
_IN_CHARGE = re.compile(rf"由?(?P<name>[\u4e00-\u9fffA-Za-z（）()]{{3,40}}?(?:{_END}))(?:具体)?负责")


def is_organisation(words: str) -> bool:
    """The words are an organisation's name (or its office's) and nothing else."""
    even = words.count("(") + words.count("（") == words.count(")") + words.count("）")
    return even and 3 <= len(words) <= 45 and _NAME.fullmatch(words) is not None and _NO_NAME.search(words) is None


def kind_of(name: str | None) -> OrganisationKind | None:
    """What kind of organisation a name ends in, brackets at its end left out (某某大学（南校区）); None for no name."""
    bare = _LAST_BRACKET.sub("", re.sub(r"\s", "", name or ""))
    if not is_organisation(bare):
        return None
    found = [(len(m.group()), kind) for kind, ends in _BY_KIND if (m := ends.search(bare))]
    return max(found, key=lambda one: one[0])[1] if found else None


def organisation_named(words: str) -> str | None:
    """The last organisation that prose hands something to or asks (请联系科技处, 送到市科技创新企业协会), or None."""
    found = None
    for match in _TOWARDS.finditer(words):
        name = match["name"]
        if is_organisation(name):
            found = name
    return found


def organisation_in_charge(words: str) -> str | None:
    """Who opens the sentence and sees to something: 科技发展促进中心负责受理申请和咨询."""
    match = _IN_CHARGE.match(words) if "负责" in words else None
    return match["name"] if match is not None and is_organisation(match["name"]) else None
