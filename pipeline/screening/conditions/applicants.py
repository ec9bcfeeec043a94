"""What kinds of organisation a condition admits: 限企业申报, 牵头单位须为高校或科研院所."""

import re

from schemas.facts import OrganisationKind

# Who applies, and the words that say who that may be. 合作单位 and 参与单位 are others.
_SUBJECT = (
    r"(?:(?<!联合)(?:申报|申请|揭榜|牵头|牵头申报|项目承担|承担|参评)(?:单位|主体|企业|方|者|人)?)"
    r"(?:的?(?:类型|性质))?\s*(?:必须|应当|须|应|需|只能)?\s*(?:为|是|限于?|仅限)[:：]?"
)
_CLOSED = re.compile(
    rf"{_SUBJECT}(?P<named>[^，。；！？\n]{{2,60}}(?:，或者?(?!由|与|同|和|联合)[^，。；！？\n]{{2,40}}){{0,3}})|(?:仅限|只限|(?<![不无])限)(?P<only>[^，。；！？\n]{{2,40}}?)(?:申报|申请|揭榜|牵头|参加|参评)"
)
_SORTS = r"(?:中小|小微|大中型|龙头|骨干|民营|国有|外资|制造业?|高新技术|科技型|专精特新|小巨人)[、和或]?"
_KINDS: tuple[tuple[OrganisationKind, re.Pattern[str]], ...] = (
    ("school", re.compile(r"普通?高等?院校|高等?学校|高校|大学(?!科技园|城)|院校")),
    ("hospital", re.compile(r"医院|医疗卫?生?机构")),
    ("institute", re.compile(r"科研(?:院所|机构|单位)|研究(?:院所|机构|院|所)|科技型?院所|转制院所")),
    ("association", re.compile(r"(?:行业)?协会|学会|社会(?:团体|组织)|产业联盟|商会")),
    ("company", re.compile(rf"(?:{_SORTS})*企业|公司|(?:农民)?(?:专业)?合作社")),
)
# Of some of the applications only: 如申报单位为企业, 申报单位为企业的, A类项目牵头单位须为企业.
_SOME = re.compile(r"(?:若|如|如果|凡|当)$|[类型]|方向|专题|赛道|专项")
# Words that admit more than what is named: nothing follows from a kind that is not among them.
_OPEN = re.compile(r"等|单位|机构|组织|主体|法人(?!资格)|个人|团队|联合体|平台|中心|实验室|各类|其他|自然人|人员")
# 企业牵头的, 由企业牵头申报的, 申报单位为企业的: whom the words behind bind.
_FOR = re.compile(
    r"(?:如|若|凡)?由?(?:(?:申报|牵头|揭榜|申请)?单位(?:为|是|属于))?"
    r"(?P<who>[\u4e00-\u9fff、]{2,16}?)(?:作为|为)?(?:牵头单位|牵头|申报|揭榜|申请)?(?:申报|揭榜)?(?:的|时)[，,]"
)
# 企业和社会服务机构须于…前成立: asked of organisations, not of a team of persons.
_ANY = "(?:" + "|".join((*(kind.pattern for _, kind in _KINDS), "社会服务机构", "单位", "机构")) + ")"
_OF_ORGANISATIONS = re.compile(rf"{_ANY}(?:[、和或及]{_ANY})*(?:须|应|需|必须|要)")
_LEGAL = re.compile(r"(?:具有|具备)?独立?法人资格|法人登记|(?:企业)?法人")


def admitted_kinds(condition: str) -> frozenset[OrganisationKind] | None:
    """The kinds of organisation that may apply, None where the condition names none or leaves the list open."""
    match = _CLOSED.search(condition)
    if match is None or _SOME.search(condition[: match.start()]) or match.group().endswith("的"):
        return None
    rest, kinds = _LEGAL.sub("", match["named"] or match["only"]), set[OrganisationKind]()
    for kind, pattern in _KINDS:
        rest, count = pattern.subn("", rest)
        if count:
            kinds.add(kind)
    return frozenset(kinds) if kinds and not _OPEN.search(rest) else None


def meant_for(condition: str) -> frozenset[OrganisationKind] | None:
    """The kinds of organisation that a condition is for (企业牵头的，自筹经费…), None where it is for all.

    Not 与企业联合申报的, 企业自筹资金的: the words name them and go on.
    """
    match = _FOR.match(condition)
    named = {kind: [m.end() for m in pattern.finditer(match["who"])] for kind, pattern in _KINDS} if match else {}
    if match is None or not any(len(match["who"]) in ends for ends in named.values()):
        return None
    return frozenset(kind for kind, ends in named.items() if ends)


def is_for_organisations(condition: str) -> bool:
    """The condition opens with organisations alone, so that it binds no team of persons."""
    return _OF_ORGANISATIONS.match(condition) is not None
