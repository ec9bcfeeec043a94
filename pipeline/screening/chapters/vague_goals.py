"""Goals without any figure, where the figures of the work are asked: 能耗大幅降低、能力显著增强."""

import re

# 主要技术指标及确定依据, 量化指标; not 指标的检验方法 alone
_ASKED = re.compile(
    r"(?:主要|核心|关键)?(?:技术|性能|考核|量化|具体|经济技术)(?:经济)?指标(?!的?(?:检验|测试|检测)|体系)"
)
_BETTER = re.compile(
    r"(?:明显|显著|大幅|大大|有所|进一步|较大|较好|较快|极大|稳步|持续|成倍|不断|切实|有效)(?:幅度)?地?的?得?(?:到)?(?:较好的?)?"
    r"(?:提[升高]|下降|降低|减[少小轻]|改善|改进|缩短|增[强加长大]|上升|扩大|加快|优化|缓解|突破|保持|优于|延长|拓展|压缩|提速)"
    r"|(?:提[升高]|下降|降低|减少|改善|缩短|增强|扩大|加快|延长|优于[^，。；]{0,8}?)(?:明显|显著|较多|不少|许多|很多)"
    r"|(?:国[际内]|行业|世界)(?:先进|领先|一流)(?:水平|行列)?|更(?:高|低|快|强|好|省|稳|准)"
)
# the line or sentence is on what is bought, on how it is tested, or on why
_ASIDE = re.compile(
    r"^[^：:，,。；;]{0,16}?(?:原材料|元器件|材料|器件|部件|板卡|设备|检验|检测|测试|试验|验证|考核方法|依据|来源|场景|原理|机理|投资|经费|进度|计划|时间)"
)
_TIMES = re.compile(
    r"20\d\d\s?(?:年度?|[./-])?(?:\s?\d{1,2}\s?月(?:份|底|初|末)?)?|第?[一二三四\d]季度|\d{1,2}月(?:底|份|初|末)?"
    r"|(?:^|(?<=[\n。；;：]))[ \t\u3000]{0,8}[（(]?\d{1,2}(?:\.\d){0,2}[）)、.．\s]"
    r"|[（(]\d{1,2}[）)]|(?<![A-Za-z])[A-Za-z]{1,12}[-—]?\d{1,6}[A-Za-z]{0,6}|\d[DGdg](?![A-Za-z])|方向\s?\d"
)
_FIGURE = re.compile(
    r"\d|百分之|分之[一二三四五六七八九十]|[一二两三四五六七八九十百千万半]{1,6}\s?(?:成|倍|秒|分钟|小时|天|毫|微|纳|兆|瓦|千瓦|度|米|吨|公里|公斤|千克|元|折|级|年以上)"
    r"|(?:不[超低高少大小][过于]|至少|不到|超过|达到?)[^，。；]{0,4}?[一二两三四五六七八九十百千万]"
)
_BELOW = re.compile(r"[见如][^，。；]{0,12}[表图附]|[下附]表|如下|详见")
_FEWEST = 2  # such words


def goals_without_figures(guidance: str, text: str) -> str:
    """The vague words, where figures are asked and the goals have none, whatever else has some; else empty."""
    if _ASKED.search(guidance) is None or "\t" in text:
        return ""
    lines = [line.strip() for line in text.split("\n") if line.strip() and _ASIDE.search(line.strip()) is None]
    sentences = [
        one for line in lines for one in re.split("[。；;]", line) if one and _ASIDE.search(one.strip()) is None
    ]
    goals = "。".join(sentences)
    vague = [one.group() for one in _BETTER.finditer(goals)]
    if len(vague) < _FEWEST or _BELOW.search(goals) is not None or _FIGURE.search(_TIMES.sub("", goals)) is not None:
        return ""
    return "”“".join(dict.fromkeys(vague[:_FEWEST]))
