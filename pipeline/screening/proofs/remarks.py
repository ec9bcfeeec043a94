"""What the call says of a paper beside its name (财务负责人签字, 省级以上机构出具), against its entry."""

import re
from difflib import SequenceMatcher

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.proofs.asked_years import noted
from pipeline.screening.signing.signing_words import is_other_seal
from schemas.notice import Obligation

_WORDS = r"[\u4e00-\u9fff]"
# 财务负责人签字, and 综合部经理某某签字 where it is somebody else's
_SIGNER = re.compile(
    r"(?P<who>财务(?:负责人|总监)|法定代表人|单位负责人|主要负责人|项目负责人|会计机构负责人|总会计师)(?:本人|亲笔)?签[字名署]"
)
_SIGNED = re.compile(
    rf"(?P<office>{_WORDS}{{0,8}}?(?:经理|部长|主任|会计|出纳|主管|经办人|负责人|代表人|专员|秘书|助理|总监|[处科所院]长|董事|同志))"
    rf"(?P<name>{_WORDS}{{2,4}}?)?(?:代为|代)?签[字名署]"
)
_OF_MONEY = re.compile(r"财务|会计|财会")
# 省级以上查新机构, and the bodies of towns and counties
_LEVEL = re.compile(rf"(?P<level>国家级|省部?级)(?:及|或)?以上(?:的)?{_WORDS}{{0,10}}?(?:机构|单位|部门|中心|站)")
_LOCAL = re.compile(
    rf"(?P<body>(?<!{_WORDS}){_WORDS}{{2,4}}[市县区]{_WORDS}{{2,18}}?(?:服务站|查新站|检测站|站|中心|研究?[所院]|局|馆|委员会|协会|公司))(?!{_WORDS})"
)
_HIGHER = re.compile(r"省|国家|部级|教育部|科技部|工信部|中国|全国|中科院|自治区|北京市|上海市|天津市|重庆市|CNAS|CMA")
# 含研发费用数据, 列明各年金额, and that the entry lumps it together or leaves it out
_HOLDS = re.compile(
    rf"(?:应|须|需)?(?:含有?|附有?|包含|包括|列明|载明|注明|列示|反映)(?P<what>{_WORDS}{{3,16}}?)(?:等|的|数据|金额|情况|明细|内容)*(?=[，。；、）)]|$)"
)
_LUMPED = re.compile(
    r"(?:未|没有?|不)(?:再|作|做|予|另)?(?:单独|分别|逐项|逐年)?(?:列[示明出]|单列|披露|反映|载明|附|含|包[括含]|体现|拆分|提供)"
    r"|(?:并[入在到]|混[入在]|合并[在入到列]|归[入并]|打包)|一笔(?:列|带过)|无(?:单独|专门)?(?:数据|附注|明细|列示)"
)
# 盖用户单位公章, and 盖厂方生产技术部章
_WANTS_SEAL = re.compile(r"公章")
_SEALED_BY = re.compile(r"(?:加?盖(?:的是|有|了|的)?|印章为|用印为)(?P<seal>[^，。；、（()）]{1,20}?章)(?!程)")
_PIECE = re.compile(r"[，,；;。、（()）]")
_RUN = 2
# 报表 where an audit is asked for
_AUDIT, _STATEMENT = re.compile(r"审计"), re.compile(r"报表|决算|资产负债表|利润表|财务会计报告|年报")
_BY_AUDITORS = re.compile(r"审计|事务所|审字")


def against_remark(case: Case, obligation: Obligation, entry: str) -> str | None:
    """Why the entry, with what its row says, is not as the call wants the paper; in words for behind its name."""
    words, asked = squeeze(entry), squeeze(f"{obligation.name}{noted(obligation)}")
    return (
        _other_signer(asked, words)
        or _lower_body(asked, words)
        or _other_print(asked, words)
        or _without_contents(asked, words)
        or _not_audited(case, obligation, entry, words)
    )


def _other_signer(asked: str, words: str) -> str | None:
    due = _SIGNER.search(asked)
    if due is None:
        return None
    signed = list(_SIGNED.finditer(words))
    money = _OF_MONEY.search(due["who"]) is not None
    right = any(due["who"] in one["office"] or (money and _OF_MONEY.search(one["office"])) for one in signed)
    if not signed or right or due["who"] in words:
        return None
    return f"由{signed[0]['office'].lstrip('，,由')}{signed[0]['name'] or ''}签字，不是{due['who']}签字"


def _lower_body(asked: str, words: str) -> str | None:
    level = _LEVEL.search(asked)
    if level is None or _HIGHER.search(words) is not None:
        return None
    body = _LOCAL.search(words)
    return f"由“{body['body']}”出具，不是{level['level']}以上机构" if body is not None else None


def _other_print(asked: str, words: str) -> str | None:
    """A department's seal or one of its own use, where the official seal of a body is asked for."""
    said = list(_SEALED_BY.finditer(words)) if _WANTS_SEAL.search(asked) is not None else []
    wrong = [one["seal"] for one in said if is_other_seal(one["seal"])]
    return f"所盖为“{wrong[0]}”，不是公章" if wrong and len(wrong) == len(said) and "公章" not in words else None


def _without_contents(asked: str, words: str) -> str | None:
    """研发支出并入管理费用: what it should hold is not told by itself."""
    for due in _HOLDS.finditer(asked):
        for piece in _PIECE.split(words):
            run = SequenceMatcher(None, due["what"], piece, autojunk=False).find_longest_match()
            if run.size >= _RUN and run.a == 0 and _LUMPED.search(piece) is not None:
                return f"写明“{piece}”，没有“{due['what']}”"
    return None


def _not_audited(case: Case, obligation: Obligation, entry: str, words: str) -> str | None:
    """2025年度财务报表 for the audit that alone is asked for; a file that speaks of auditors may be theirs."""
    whole = squeeze(obligation.name + obligation.evidence.text + noted(obligation))
    asked = _AUDIT.search(squeeze(obligation.name)) is not None and _STATEMENT.search(whole) is None
    if not asked or _STATEMENT.search(words) is None or _BY_AUDITORS.search(words) is not None:
        return None
    name = squeeze(entry.partition("；")[0])
    told = (squeeze(one.text) for one in case.submission.passages if one.evidence.file is not None)
    return None if any(_BY_AUDITORS.search(one) and name[-6:] in one for one in told) else "只是报表，不是审计报告"
