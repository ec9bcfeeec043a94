"""What a clause keeps inside and the work sends out: 原始影像不得传出终端, and 原始视频由终端上传云平台."""

import re
from collections.abc import Sequence

from pipeline.screening.clauses.asides import is_aside
from pipeline.screening.clauses.clause_words import words_of

_MAY_NOT = r"(?:一律|均|都|应|须|必须|原则上)?(?:不得|不应|不可|不能|不允许|禁止|严禁|不)"
# 原始影像不得传出轿厢终端, 生产数据不出厂区, 病历资料禁止上传; not 不出错
_KEPT_IN = re.compile(
    rf"(?P<thing>[\u4e00-\u9fff]{{2,12}}?){_MAY_NOT}(?:对外|向外|擅自)?"
    r"(?:离开|传出|流出|传送出|外传|外发|上传|外泄|导出|发出|出(?=[厂院校园本车终区域境站企省市]))"
)
# One sort of thing under several names
_SAME = (
    ("影像", "视频", "图像", "画面", "录像", "图片", "照片"),
    ("数据", "资料", "信息", "记录"),
    ("语音", "录音", "音频", "声音"),
)
_SENDS = (
    r"(?:上传|传[至到往给](?!感)|传输[至到]|回传|发送|推送|上送|同步|备份|外发|汇总)(?:[至到往给])?"
    r"(?P<where>[^，,。；;：:不]{0,12}?(?:云端?(?![\u4e00-\u9fff]?梯)|平台|服务器|数据中心|后台|外网|互联网|公网|总部))"
)
_SENT = re.compile(_SENDS)
# to a place inside: 园区内的服务器, 本地服务器
_INSIDE = re.compile(r"本地|就地|园区|厂[区内]|院[区内]|校[区内]|[站车机]内|内[部网]|专网|自建|边缘|局域")
# What is sent is made of the thing, not the thing: 原始视频提取的特征上传, 脱敏后上传
_MADE_OF_IT = re.compile(r"脱敏|匿名|打码|模糊|遮挡|去标识|特征|结果|文字|报文|结论|指标|统计|摘要|提取|识别出|生成")
_DENIED = re.compile(r"[不未勿](?![少低超小大间断])|无[需须法]|禁止|严禁|避免|防止|杜绝|没有")
_PIECE = re.compile(r"[，,；;：:]")
_SHORTEST = 2


def carried_out(clause: str, sentences: Sequence[str]) -> str | None:
    """The piece that sends the thing to a place outside; None where none does, or another says that it stays."""
    kept = _KEPT_IN.search(re.sub(r"\s", "", clause))
    named = [word for word in words_of(kept["thing"]) if len(word) >= _SHORTEST] if kept is not None else []
    if not named:
        return None
    found: str | None = None
    for sentence in sentences:
        at = 0
        for piece in _PIECE.split(sentence):
            before, at = sentence[:at], at + len(piece) + 1
            sent = _SENT.search(piece)
            if not all(_names(word, piece) for word in named) or is_aside(before + piece, piece):
                continue
            if _DENIED.search(piece) is not None:
                return None
            if sent is not None and _is_itself(piece[: sent.start()], named) and not _INSIDE.search(sent["where"]):
                found = found or piece
    return found


def _names(word: str, piece: str) -> bool:
    same = next((names for names in _SAME if word in names), (word,))
    return any(name in piece for name in same)


def _is_itself(before: str, named: Sequence[str]) -> bool:
    """The thing stands before the verb, and nothing made of it."""
    return all(_names(word, before) for word in named) and _MADE_OF_IT.search(before) is None
