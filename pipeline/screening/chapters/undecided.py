"""What a section says that nobody has settled or looked at (分歧怎么办尚未商量, 国外水平我们没有查过)."""

import re

from pipeline.screening.application.evasive import evasiveness
from pipeline.screening.chapters.evasions import evades
from pipeline.screening.chapters.excused import compares
from pipeline.screening.chapters.excuses import lacks
from pipeline.screening.chapters.spoken import COMPARED, OF_OTHERS, OURS, SPOKEN

_NOT = r"(?:[尚还]?(?:未|没有?|不曾)|(?:尚|还)?待|无人|没人|谁[也都]没有?)"
_EVADES, _SURELY, _SHORTEST = 11.0, 24.0, 10  # how much such a sentence evades, and its fewest characters
_SLIGHT = re.compile(r"风险(?:较|很|相对)?(?:小|低|可控)[，,]")
# 经费专账管理，公司已就自筹部分作出出资决议: what has been done is no evasion
_DONE_ALREADY = re.compile(
    r"已(?:经|就|对|由|与|按)?[^，。；不未没]{0,12}(?:作出|做出|形成|签[订署]|出具|落实|到位|通过|备案|办妥|开设|设立|建立)[^，。；不未没]{0,12}$"
)
# 其余成员等批文下来再从各车间抽调，名单届时补报
_STAFFED_LATER = re.compile(
    r"(?:名单|其余[^，。；]{0,6}人|成员|骨干)[^。；]{0,30}?(?:待|等|俟|届时|到时|立项|入选|获批|批复)[^。；]{0,30}?"
    r"(?:补报|另报|再报|再定|报备|(?:再|另)[^。；，]{0,16}(?:抽调|选派|指派|物色|招聘|商调))"
)
# 尚未商量, 还没谈过, 没人想过: a thing to be settled between people
_SETTLED = r"(?:商[量定议讨]|议[过定妥]|谈[过妥拢定]|想[过好清]|考虑|约定|拿定|说[定好]|碰过|排定|落实|着手|敲定)"
_UNSETTLED = re.compile(rf"{_NOT}(?:[^，。；未没经]{{0,6}}?){_SETTLED}(?:过|好|妥|下来|清楚|到|呢|，|$)")
# 我们没有查过, 本单位未做比较, 我公司不掌握: a thing to be looked at; 学界尚不清楚 is a matter for research
_LOOKED = r"(?:去|专门|具体|作|做|系统)*(?:查|比|对比|比较|调研|调查|了解|统计|摸底|对标|检索|查新|收集)"
_UNSEEN = re.compile(
    rf"{OURS}[^，。；]{{0,6}}?(?:{_NOT}(?:[做作]过)?{_LOOKED}(?:过|工作)?|不(?:大|太|甚)?(?:掌握|清楚|了解|知道))[^，。；]{{0,4}}$"
    rf"|{_NOT}{_LOOKED}过[^，。；]{{0,4}}$"
)
_IN_CASE = re.compile(r"(?:^|[，,])(?:若|如(?![何今])|倘|凡|一旦)")  # 若尚未谈妥，由牵头单位裁定
_CLAUSES, _LONGEST = re.compile(r"[，,；;：:]"), 80
_DONE = re.compile(r"\d|已(?:经)?(?:商定|议定|约定|明确|确定)|但|不过|先[按由从将]|暂按|现按|我们|故|因此|所以|拟|将")


def evades_asked(asked: str, said: str, beside: str = "") -> bool:
    """The sentence, which evades, is on a thing asked for: 同行走到哪一步，篇幅所限，从略 on 国内外现状.

    What is to be compared is told in words of lack, and evaded only where known words say so, and neither it nor what
    stands ``beside`` it compares.
    """
    if not _SHORTEST <= len(said) <= _LONGEST or re.search(r"\d", said) is not None:
        return False
    known = evades(said, _LONGEST) or _STAFFED_LATER.search(said) is not None
    named = SPOKEN.named(asked, said)
    odds = evasiveness(said) if named and not known else _SURELY
    if not known and _DONE_ALREADY.search(said.strip("。")) is not None and not lacks(said):
        return False
    if not known and _SLIGHT.search(said) is not None and not lacks(said):  # 政策风险较小，安排法务按季跟踪
        return False
    told = COMPARED in named and compares(said, beside)
    return any(odds >= (_SURELY if of is COMPARED else _EVADES) for of in named if not (told and of is COMPARED))


def undecided(asked: str, said: str) -> bool:
    """The sentence, of a section that is asked for ``asked``, says of such a thing that it is open, and nothing else.

    The thing is named in the clause itself or in the one before: 遇到分歧怎么办，三方尚未商量.
    """
    if len(said) > _LONGEST:
        return False
    clauses = _CLAUSES.split(said)
    for at, clause in enumerate(clauses):
        if _UNSETTLED.search(clause) is None and _UNSEEN.search(clause) is None:
            continue
        named = "，".join(clauses[max(0, at - 1) : at + 1])
        behind = "，".join(clauses[at + 1 :])
        if _IN_CASE.search(named) or (OF_OTHERS.search(named) and not re.search(OURS, clause)):
            continue
        if _DONE.search(behind) is None and SPOKEN.named(asked, named):
            return True
    return False
