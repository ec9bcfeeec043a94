"""Promises of the notice's letter (承诺书模板) that the applicant's letter leaves out."""

import re

from pipeline.matching.lexicon import words
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.wordings import wordings
from schemas.evidence import Evidence
from schemas.notice import Obligation
from schemas.outline import Role

_LEAST, _LEAST_WORDS = 3, 3  # promises of the template; own words of one
_SENTENCE, _SHORTEST = re.compile(r"[。；;\n]"), 6
_LETTER = 60  # characters of a letter that can be read
_LIKE = 0.45  # how near a sentence is that says the same otherwise
_KEPT, _LEFT_OUT = 0.8, 0.3  # shares of a promise's words that the letter has, or hardly has


# 须包含材料真实、不重复申报、按期完成任务三项内容: what a letter without a template has to say
_CONTENTS = re.compile(
    r"(?:包含|包括|载明|写明|注明|明确|承诺|涵盖)(?:对)?(?P<list>[^。；;：:（）()]{4,80}?)(?:等)?(?:[两二三四五六\d]\s?[项个条点方]|各项)?(?:的)?(?:承诺)?(?:内容|事项|承诺)"
)
_PAPER = re.compile(r"(?:书|证明|材料|报告|协议|函|表|执照|复印件)$")  # of a list of papers, the letter among them
_BETWEEN = re.compile(r"[、，,]|以及|和(?=[不按专])")
# A promise that such letters have, by its words in the call, and the words of which any letter that gives it has one.
_USUAL: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(r"真实|属实|弄虚作假"), re.compile(r"真实|属实|虚假|弄虚作假|如实|准确|不实|造假|虚构|伪造|可靠")),
    (
        re.compile(r"重复|多头"),
        re.compile(
            r"重复|多头|(?:同一|相同|相近|同样|类似|本)[^，。；]{0,6}(?:内容|项目|成果|任务)[^，。；]{0,24}(?:申报|申请|立项|获)|其[他它](?:渠道|部门|计划)|未(?:曾)?(?:获得?|享受)"
        ),
    ),
    (
        re.compile(r"按[期时]|如期|期限"),
        re.compile(r"按[期时]|如期|准时|期限|期内|日前|[底月年末]前|之前|规定时间|工期|进度|按(?:计划|任务书|合同)"),
    ),
    (
        re.compile(r"专款专用|资金使用|经费使用"),
        re.compile(
            r"专款|专[账户]|专项|用途|挪用|(?:资金|经费)[^，。；]{0,8}(?:使用|管理|支出)|使用[^，。；]{0,10}(?:资金|经费)"
        ),
    ),
    (re.compile(r"自筹|配套资金"), re.compile(r"自筹|配套|匹配|出资|自有资金|投入")),
    (re.compile(r"知识产权|侵权"), re.compile(r"知识产权|侵权|侵犯|专利|权属|著作权")),
    (re.compile(r"失信|诚信|信用"), re.compile(r"信|违法|惩戒|黑名单")),
    (re.compile(r"涉密|保密|秘密"), re.compile(r"密|外传|外泄|泄露|泄漏|不(?:得|对)?(?:向|对)?外|第三方|他人提供")),
    (
        re.compile(r"外传|外泄|泄露|泄漏"),
        re.compile(r"密|外传|外泄|泄露|泄漏|不(?:得|对)?(?:向|对)?外|第三方|他人提供"),
    ),
    (
        re.compile(r"转包|分包|转让"),
        re.compile(r"[转分外]包|转让|转给|转交|独立完成|自行完成|委托(?:给)?(?:他人|第三方)"),
    ),
    (re.compile(r"值守|值班|驻场|在岗"), re.compile(r"值[守班]|驻[场守点]|在岗|24小时|昼夜|随叫随到|全天")),
    (re.compile(r"安全(?:生产|事故)?"), re.compile(r"安全|事故|防护")),
    (re.compile(r"监督|检查|评估|验收"), re.compile(r"监督|检查|评估|验收|抽查|审计|核查|监管|管理|考核")),
    (re.compile(r"退[回还缴]"), re.compile(r"退[回还缴出]|返还|收回|缴回|赔偿|追[回缴]")),
    (re.compile(r"公开|共享|开放"), re.compile(r"公开|共享|开放|提供|公布|公示")),
    (re.compile(r"诚信|伦理"), re.compile(r"诚信|伦理|道德|规范|失信|学风")),
)
# 一是所交材料真实有效: the count before a promise
_COUNT = re.compile(
    r"^(?:[一二三四五六七八九]是|其[一二三四五六]|第[一二三四五六][，,是]?|[（(]?\d[)）.、．])[，,：:]?"
)
_BEHIND = 30  # characters between a paper's name and the list of what it says
_FEWEST_TOLD = 2  # promises of a call's own list


def lacks_contents(case: Case, obligation: Obligation) -> list[str]:
    """What the call's own words ask the letter to say, of which it has no word."""
    asked = _CONTENTS.search(squeeze(obligation.evidence.text))
    if asked is None:
        material = obligation.material
        asked = _CONTENTS.search(squeeze(material.evidence.text)) if material is not None else None
    said = squeeze("".join(p.text for p in case.submission.passages if p.role is Role.COMMITMENT))
    if asked is None or len(said) < _LETTER:
        return []
    items = [one for one in _BETWEEN.split(asked["list"]) if one and _PAPER.search(one) is None]
    return [one for one in items if _is_wanting(one, said)]


def lacks_listed(case: Case) -> list[str]:
    """The promises that the call lists in words, without a letter to copy, of which the applicant's has no word.

    Where it gives another of them: 写明三点：一是…；二是…；三是….
    """
    said = squeeze("".join(p.text for p in case.submission.passages if p.role is Role.COMMITMENT))
    papers = [one.evidence for one in case.of("commitment")]
    for letter in case.notice.letters if len(said) >= _LETTER else ():
        if not any(_lists_of(one, letter.evidence) for one in papers):
            continue
        listed = [_COUNT.sub("", squeeze(one)) for one in letter.promises]
        known = [one for one in listed if any(a.search(one) for a, _ in _USUAL)]
        lacking = [one for one in known if _is_wanting(one, said)]
        if len(listed) >= _FEWEST_TOLD and len(lacking) < len(known):
            return lacking
    return []


def _lists_of(paper: Evidence, listed: Evidence) -> bool:
    """The list is the paper's own words, or follows its name: 附承诺书一页，写明三点：一是…."""
    behind = listed.start - paper.end
    return listed.overlaps(paper) or (listed.file == paper.file and 0 <= behind <= _BEHIND)


def _is_wanting(promise: str, said: str) -> bool:
    """By the first of the usual promises that it is; 对数据保密、按期归还 may be two."""
    usual = next((told for asked, told in _USUAL if asked.search(promise)), None)
    return usual is not None and usual.search(said) is None


def left_out(case: Case) -> list[str]:
    """The promises of which the applicant's letter has hardly a word, where it keeps most others nearly as they are.

    A letter in words of its own says nothing of what it leaves out; so does one that cannot be read.
    """
    said = squeeze("".join(p.text for p in case.submission.passages if p.role is Role.COMMITMENT))
    for letter in case.notice.letters:
        beside = {one: "".join(other for other in letter.promises if other != one) for one in letter.promises}
        shares = {one: share for one, others in beside.items() if (share := _share(one, others, said)) is not None}
        kept = sum(share >= _KEPT for share in shares.values())
        lacking = [one for one, share in shares.items() if share <= _LEFT_OUT and not _in_other_words(case, one)]
        if len(shares) >= _LEAST and kept and kept + len(lacking) == len(shares):
            return lacking
    return []


def _in_other_words(case: Case, promise: str) -> bool:
    """A sentence of the letter is as near to it as one that says the same."""
    letter = (p.text for p in case.submission.passages if p.role is Role.COMMITMENT)
    sentences = [one for text in letter for one in _SENTENCE.split(text) if len(one) >= _SHORTEST]
    return any(case.matcher.similarity(promise, sentence) >= _LIKE for sentence in sentences)


def _share(promise: str, others: str, said: str) -> float | None:
    """The share of the words of this promise alone that the letter has; None where it has too few to tell."""
    own = {word for word in words(promise) if len(word) > 1 and word not in wordings().common and word not in others}
    return sum(word in said for word in own) / len(own) if len(own) >= _LEAST_WORDS else None
