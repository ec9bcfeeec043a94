"""A paper that a clause asks to write (编制监测技术指南), where the work writes none of any such name."""

import re

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case
from pipeline.screening.clauses.clause_words import asked_pieces
from pipeline.screening.clauses.work import sentences_of_work

_PAPER = r"(?:指南|规程|标准|规范|手册|导则|白皮书|蓝皮书|指引|图集|图册|准则|细则|办法)"
_WRITES = r"(?:编|制定|制订|形成|发布|出版|起草|撰写|提出|申报|立项|研制|建立|完成|出台|整理|固化|写|定稿|印制)"
_ASKED = re.compile(rf"(?:编制|编写|编撰|制定|制订|起草|撰写|出版)(?P<thing>[^，。；]{{2,30}}?{_PAPER})$")
_WRITTEN_PAPER = rf"(?:{_PAPER}|指导书|(?:操作|作业)[法卡])"  # 开停机写成作业指导书, for a 操作规程
_WRITTEN = re.compile(
    rf"{_WRITES}[^。；]{{0,40}}?{_WRITTEN_PAPER}|{_WRITTEN_PAPER}[^，。；并]{{0,12}}(?:{_WRITES}|\d+\s?[项部册份套个本])"
    rf"|{_WRITTEN_PAPER}[^，。；]{{0,8}}并{_WRITES}(?=[，。；]|$)"  # 规程报批并发布; not 发给图册并建立答疑群
    rf"|编(?:写|制|成|印|出)?[^。；]{{0,8}}(?:册子|手册)"  # 五个岗位各编一本册子
    rf"|^\W*(?:\d{{1,2}}\W+)?[\u4e00-\u9fff]{{2,14}}{_PAPER}$"  # （7）运维手册。随首台样机编写: its own heading
)
_NOT_NAMED = re.compile(r"[^\u4e00-\u9fffA-Za-z]")
_NAME = 4  # characters of a heading that names what the paper is on


def paper_unwritten(case: Case, clause: str) -> str | None:
    """What is to be written, where no sentence on the work says that any guide, standard or manual is."""
    for piece in asked_pieces(squeeze(clause)):
        asked = _ASKED.search(piece)
        if asked is not None and _is_told(case, asked["thing"]):
            continue
        if asked is not None and not any(_WRITTEN.search(said) for said in sentences_of_work(case)):
            return asked["thing"]
    return None


def _is_told(case: Case, thing: str) -> bool:
    """核心知识产权的布局与共享办法, under 知识产权: a way of doing things, told by a chapter on them in any words."""
    headings = (_NOT_NAMED.sub("", title) for p in case.submission.passages for title in p.path[-1:])
    return thing.endswith("办法") and any(len(title) >= _NAME and title in thing for title in headings)
