"""Money that a proof shows in the account of another than the applicant: a person's, a shareholder's, the group's."""

import re

from extractors.values.person_names import is_name
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.proofs.other_bodies import KIND, MONEY, is_own_or_partner
from pipeline.screening.proofs.whose_paper import BODY, RELATIVES

# 户名某某某, 个人储蓄账户: where the applicant's own money is to be shown
_PRIVATE = re.compile(
    r"(?<![非无不])(?:个人|私人|自然人|法定代表人|负责人|老板|董事长)(?:名下)?的?(?:储蓄|银行|活期|定期|结算)*(?:账户|存款|存折|存单|银行卡|卡)"
)
_NOT_SO = re.compile(r"(?:不(?!足)|未|没有|严禁|禁止)[^，。；、（()）]{0,6}$")  # 不得转入个人账户
_IS_HOLDER = (
    r"(?:户名|开户人|存款人|账户名称?|账户名|开户单位"
    r"|存款单位|存款方|存款主体|账户(?:持有人|所有人|主体)|权利人|开立人)"
)
_HOLDER = re.compile(rf"{_IS_HOLDER}[为是系：:]?(?P<name>[\u4e00-\u9fff·]{{2,4}})(?=[（(），,；;。、]|$)")
_RELATIVE = rf"{RELATIVES}|集团|上级|投资方|出资方|合伙人|担保公司"
# 户名为股东海岚投资有限公司; 户名：海州重工集团有限公司
_HELD_BY_BODY = re.compile(rf"{_IS_HOLDER}[为是系：:]{{0,2}}(?:[我本](?:公司|单位)的?|其)?(?:{_RELATIVE})?的?{BODY}")
_HELD_BY_RELATIVE = re.compile(
    rf"{_IS_HOLDER}[为是系：:]{{0,2}}(?:[我本](?:公司|单位)的?|其)?(?:{_RELATIVE})"
    rf"|(?:{_RELATIVE})[\u4e00-\u9fff（）()]{{0,24}}?(?:名下|在[\u4e00-\u9fff]{{2,12}}行的?存款|的?(?:银行|基本|专用|结算|监管)?(?:账户|户头|存款(?!证明)|存单|定期存款))"
)
# 股东出具出资承诺, 由股东账户划入本公司账户: the money is the applicant's, or may be a shareholder's by the call
_TURNED_OVER = re.compile(r"已?(?:划入|转入|汇入|拨入|到账)|增资款|出资到位|实缴")
_MAY_BE_THEIRS = re.compile(r"股东|母公司|集团|出资|担保|投资方")
_BALANCE = re.compile(r"存款|资信|账户|余额|自筹|资金证明|银行")


def anothers_account(case: Case, asked: str, words: str) -> str | None:
    """Whose account the proof shows, in words for behind its name; one of persons alone has no other."""
    own = squeeze(case.submission.applicant.name or "")
    if KIND.search(own) is None or MONEY.search(asked) is None:
        return None
    holder = next((m["name"] for m in _HOLDER.finditer(words) if is_name(m["name"])), None)
    if holder is not None:
        return f"的户名是个人“{holder}”，不是申报单位的账户"
    private = next((one for one in _PRIVATE.finditer(words) if not _NOT_SO.search(words[: one.start()])), None)
    if private is not None:
        return f"写明“{private.group()}”，不是申报单位的账户"
    theirs = _MAY_BE_THEIRS.search(asked) is not None or _BALANCE.search(asked) is None
    if theirs or own in words or _TURNED_OVER.search(words) is not None:
        return None
    body = _HELD_BY_BODY.search(words)
    if body is not None and not is_own_or_partner(case, body["name"], own):
        return f"写明“{body.group()}”，不是申报单位的账户"
    relative = _HELD_BY_RELATIVE.search(words)
    return f"写明“{relative.group()}”，不是申报单位的账户" if relative is not None else None
