"""A thing asked for, with an excuse where its answer should be (国际水平未作对比, 是否首创请专家评判)."""

import re
from collections.abc import Iterator

from pipeline.screening.application.evasive import evasiveness
from pipeline.screening.chapters.excuses import excused, idle, lacks, left_to_judges
from pipeline.screening.chapters.spoken import COMPARED, EXCUSED, OF_OTHERS, OURS, TOLD_THERE

_ONLY_IDLE = re.compile(r"应对|难点")  # 海况难以预测 is what a risk is like
# 与国外差距, 跟别人比; not 国内外都没有成熟产品
_AGAINST = re.compile(r"[与同跟和对就](?:国际|国外|别[人家]|人家)|相比|差[距别]|对[标比照]|先进水平|水平|我们")
# What others are to judge in no case: the applicant is asked
_OWN_JUDGEMENT = re.compile(r"首创|瓶颈|效率")
# 现有机器人只会做教过的动作，零件一换就不会了 tells the bottleneck; 有没有突破、突破情况如何 is what may be excused
_NECK = re.compile(r"瓶颈")
_WHETHER = re.compile(r"是否|有没有|有无|[能会]不[能会]|能否|算不算|在哪|哪[些里]|如何|怎[么样]|专家|评委|评审")
_NECK_IS = re.compile(r"瓶颈[^，。；]{0,4}(?:是|在于|为|[有包][：，括])")
_DOUBTFUL = -3.0  # how much a sentence evades that ends in an excuse
_WEAKLY, _MOSTLY = 13.0, 20.0  # the same of one that ends in words of lack, where the applicant is to judge, and else
_ABROAD = re.compile(r"国外|国际|国内外|同行|同类|竞品|先进水平")
_OUTCOME = re.compile(
    r"落后|领先|占优|优于|劣于|[高低强弱快慢]于|持平|相当(?!，|$)|差距(?:约|在|为|主要)|尚有差距|存在差距|不及|率先"
    r"|首[次创](?!性|与否)|(?<!否)(?:达到|接近|超过|居)[^，。；]{0,4}(?:国际|国外|世界|先进)"
    r"|[高低快慢长短多少][出了]?约?[一二两三四五六七八九十\d]|\d\s?[%％倍个年米]"
)
_FEWEST, _LONGEST = 6, 80  # characters
_FIGURE, _CLAUSE = re.compile(r"\d"), re.compile(r"[，,；;：:]")


def excuse_for(asked: str, said: str, beside: str) -> str | None:
    """The words of the sentence, without white space, that excuse what is asked for; None where none do.

    ``beside`` is what else the section says.
    """
    for piece, rest in _pieces(said):
        if not _FEWEST <= len(piece) <= _LONGEST or TOLD_THERE.search(piece) is not None:
            continue
        if _is_excused(asked, piece, f"{rest}\n{beside}"):
            return piece
    return None


def compares(said: str, beside: str) -> bool:
    """The sentence tells how a comparison comes out, or another one does."""
    others = (one for one in re.split(r"[。；\n]", beside) if _ABROAD.search(one))
    return _OUTCOME.search(said) is not None or any(map(_OUTCOME.search, others))


def _pieces(said: str) -> Iterator[tuple[str, str]]:
    """The parts of the sentence, of each what stands behind its last figure, and what stands before."""
    for part in said.split("；"):
        clauses = _CLAUSE.split(part)
        last = max((at for at, clause in enumerate(clauses) if _FIGURE.search(clause)), default=-1)
        yield "，".join(clauses[last + 1 :]), "，".join(clauses[: last + 1])


def _is_excused(asked: str, said: str, beside: str) -> bool:
    named = EXCUSED.named(asked, said)
    if COMPARED in named and compares(said, beside):
        named.remove(COMPARED)
    odds = evasiveness(said) if named else _DOUBTFUL
    return odds >= _DOUBTFUL and any(_excuses(of, said, odds) for of in named)


def _tells_neck(said: str) -> bool:
    """What the bottleneck is, in words of lack: neither whether it is broken through nor what we do not know of it."""
    whether = _WHETHER.search(said) is not None or re.search(OURS, said) is not None
    return not whether and (_NECK.search(_CLAUSE.split(said)[-1]) is None or _NECK_IS.search(said) is not None)


def _excuses(of: re.Pattern[str], said: str, odds: float) -> bool:
    """The words end in an excuse for not telling the thing; what others lack is no excuse of ours."""
    compared = of is COMPARED
    judged = compared or _OWN_JUDGEMENT.search(of.pattern) is not None
    if not judged and OF_OTHERS.search(said) is not None and re.search(OURS, said) is None:
        return False
    if _NECK.search(of.pattern) is not None and _tells_neck(said):
        return False
    if _ONLY_IDLE.search(of.pattern) is not None:
        return idle(said)
    if odds >= (_WEAKLY if judged else _MOSTLY) and lacks(said) and (not compared or _AGAINST.search(said) is not None):
        return True
    return left_to_judges(said) if judged else excused(said)
