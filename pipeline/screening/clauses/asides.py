"""What decides nothing of the own work, whatever its words: a case supposed, what others do, what is forbidden."""

import re

# Of a case, of others, of how things are: nothing is decided.
UNDECIDED = re.compile(
    r"如果|若|一旦|如[需遇有]|除非|避免|防止|涉密|保密|国[外际](?=产品|企业|同类|厂商|机构|团队|先进)|以往|过去|现有|目前|原有|传统|用户不|客户不|无需|不需"
    r"|敏感(?:数据|信息|字段|图像|区域|内容)[^，,；;]{0,4}不(?:纳入|列入|进入|参与|上传|外传|开放|公开|共享|提供|采集)"
)
OF_OTHERS = re.compile(
    r"某[品牌型公厂些]|同类(?:产品|机型|设备|系统)|竞品|(?:进口|市售|国外|友商)的?(?:产品|机型|设备)"
)  # what those do not do
SUPPOSED = re.compile(r"如果|[若倘]|一旦|如[需遇有]|除非")
# 船员不得随意就地丢弃
_FORBIDDEN = re.compile(r"(?<!不再)(?:严禁|禁止|不得(?!不)|不准|杜绝|不许)")
# 目前仍采用围栏: how things are, of others, or what is asked
HOW_THINGS_ARE = re.compile(
    r"目前|现有|现行|现状|原有|原来|以往|过去|传统|常规|一向|历来|长期|普遍|通常|同行|国内|国外|行业|竞品|市售|多数|不少|有的"
    r"|其[他它]|问题|难以|方案比选|榜单|通知|要求"
)
PARTS = re.compile(r"标准件|轴承|电机|耗材|外壳")  # 绞车用的轴承直接采购进口产品
_WHOLE = re.compile(r"整[机套]")
_JOINED = ("及", "及其", "和", "与", "、", "连同", "含", "包括")  # 图谱库和原始数据: the thing with its neighbour
# 序：3；指标名称：作业识别率；本项目承诺：暂不承诺: a row of figures, judged with them
_OF_FIGURES = re.compile(r"指标(?:名称)?[：:]|(?:承诺|目标|指标)值[：:]")
_PIECE = re.compile(r"[，,；;]")
# 碰线就降低替代比例，不再进入菇房: what follows in a case; not 经费有限，就不再…
_IN_THAT_CASE = re.compile(
    r"^[\u4e00-\u9fff]{2,12}[就即便则](?:自动|立即|立刻|马上|当即)?(?:改|降|停|转|退|报|切|换|剔|弃|暂停|启动|关|隔离|封|锁|拒|送|返|复[检测核])"
)
_NO_MORE = "不再"
# 在已备案的实验室内进行，不开展动物感染试验: which dangers are kept away from, where the clause asks for no test
_DANGER = re.compile(
    r"(?:感染|攻毒|强毒|活毒|[致剧有]毒|致病|病原|人体|活体|动物|爆[炸破]|燃[烧爆]|明火|放射|辐照|释放|带压|高压|带电|破坏性)[^，,；;]{0,8}"
    r"(?:试验|实验|操作|作业)$"
)
_TESTS = re.compile(r"试验|实验|验证|测试|考核|检验|评价|评估|试用|操作|作业|攻毒")
_FAR = 200  # characters in which a case may be supposed


def is_aside(before: str, piece: str) -> bool:
    """Whether a piece of a sentence decides nothing, by itself and by what stands ``before`` it in the sentence.

    ``before`` may end within the piece, where what follows says nothing of whose act it is.
    """
    near = before[-_FAR:]
    supposed = SUPPOSED.search(near) or OF_OTHERS.search(before) or UNDECIDED.search(piece)
    if _OF_FIGURES.search(before) is not None or (piece.startswith(_NO_MORE) and _follows(near)):
        return True
    return supposed is not None or _FORBIDDEN.search(_PIECE.split(near)[-1]) is not None


def _follows(near: str) -> bool:
    """The piece before the last one says what is done in a case."""
    pieces = _PIECE.split(near)
    return len(pieces) > 1 and _IN_THAT_CASE.match(pieces[-2]) is not None


def of_part(parts: re.Pattern[str], clause: str, piece: str) -> bool:
    """The piece is of a part or a neighbour of the thing alone, which the clause does not name."""
    found = [*parts.finditer(piece)]
    if not found or any(one.group() in clause for one in found) or _WHOLE.search(piece):
        return False
    return not piece[: found[0].start()].endswith(_JOINED)


def avoids_danger(clause: str, decided: str) -> bool:
    """What is refused at the end of the words is a dangerous test, and the clause asks for no test."""
    return _DANGER.search(decided) is not None and _TESTS.search(clause) is None
