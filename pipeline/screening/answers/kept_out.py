"""What a clause asks and the application keeps out: 组件的漏洞检测不列入本次任务, 本任务不研发报告生成功能."""

import re

from pipeline.matching.lexicon import words

_NOT = r"(?:均|都|暂|并|也)?不"
_WORK = r"(?:本次?|本期|此次)(?:任务|项目|攻关|课题|研究|方案|申报)"
_KEPT_OUT = re.compile(
    rf"(?P<what>[^，,。；;：:！？\n]{{4,40}}?){_NOT}(?:列入|纳入|包含在|属于|在){_WORK}的?(?:范围|内容|研发|任务)?(?:之?[内中列])?"
    rf"|{_WORK}(?:(?:执行|实施)期|周期|期间)?[中内间]?{_NOT}"
    r"(?:研[发制究]|开发|实现|建设|包[含括]|涵盖|涉及|考虑|安排|开展|进行|实施)(?P<thing>[^，,。；;：:！？\n]{4,24})"
)
_SUPPOSED = re.compile(r"如果|若|一旦|涉密|保密|国外|传统")
_PART = re.compile(r"[，,。；;！？\n]")
_SENTENCE, _BEFORE = re.compile(r"[。；;！？\n]"), 60
_LEAST, _SHARE = 2, 0.6  # words of the clause in what is kept out, and of all that it names
# 不安排人群试验, where 人群功效验证 is asked
_PROVING = ("试验", "验证", "测试", "考核", "检验")


def kept_out(clause: str, text: str) -> str | None:
    """The words of ``text`` (without white space) that keep out what the clause asks; None where they do not.

    Nor where another part of the text says the same without keeping it out.
    """
    for said in _KEPT_OUT.finditer(text):
        if _SUPPOSED.search(_SENTENCE.split(text[max(0, said.start() - _BEFORE) : said.end()])[-1]):
            continue
        named = [word for word in words(said["what"] or said["thing"]) if len(word) > 1]
        asked = [word for word in named if _is_asked(word, clause.lower())]
        if len(asked) < _LEAST or len(asked) < _SHARE * len(named):
            continue
        rest = _PART.split(text[: said.start()] + "。" + text[said.end() :])
        if not any(all(word in part.lower() for word in asked) for part in rest):
            return said.group()
    return None


def _is_asked(word: str, clause: str) -> bool:
    return word in clause or (word in _PROVING and any(kin in clause for kin in _PROVING))
