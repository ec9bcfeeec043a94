"""Papers in one sentence behind a lead in the call's own words: 证明材料有：甲；乙, 证明这一块，要交：甲、乙."""

import re

from extractors.materials.lists import unnumbered
from extractors.text.spans import Span, without_brackets
from schemas.text import Text

# 证明材料要有：, 还要交：, 要附的证明一共八样：, 证明这一块，要交：
_LEAD = re.compile(
    r"(?<![^\n。；;])(?P<lead>[^。；;：:、\n（()）]{0,24}?(?:证明|佐证|凭证|证照|证件|材料|附件|[附交带])[^。；;：:\n（()）]{0,14})[:：]"
    # 证明材料有营业执照、…, 同时交来营业执照、…
    r"|(?<![^\n。；;])(?P<plain>(?:[^。；;：:、\n（()）]{0,12}?(?:证明|佐证|附件)(?:性)?(?:材料|文件)?(?:主要|[须应需要共])*(?:有|是|为|包[括含])"
    r"|[^。；;：:、\n（()）]{0,12}?(?:同时|另外?|[还并]|后面|末尾|随方案)[请须应要需一并]{0,3}(?:附上?|交[来上]|带上|提[交供]))(?:以下|下列)?)(?=[\u4e00-\u9fff“《\d])"
)
# 方案应讲明下列内容：, 证明材料报送时间：, 验收时应交：; what is written, where and how it goes, what comes later
_NO_LEAD = re.compile(
    r"内容|[说讲写载注]明|阐[述明]|大纲|提纲|编写|撰写|格式|时间|日期|期限|地[点址]|邮箱|电话|联系|方式|[不勿免]|包装|密封|审[查核]"
    r"|评审|验收|结题|立项|签约|中期|答辩|考核|成果|产出|指标|交[付流易通底接]|附[图表则近]|[常易][见犯出]"
)
_PAPER = re.compile(
    r"(?:执照|证[书件照明]|[^见佐论保]证|报告|报表|审计|协议书?|合同|复印件|扫描件|副本|[凭票]证|发票|流水|查询结果|批[文复件]|许可证?"
    r"|[履简]历|名[单册]|社保|缴纳?[费记]录|缴费单|专利|承诺书|授权书|委托书|意向书|同意[书函]|回单|截图)(?:原件|材料|文件|清单)?$"
)
_ANY_WILL_DO = re.compile(
    r"(?:^|[，,、；;]\s?)或者?(?!有)|等(?:其他|相关|有关)?(?:证明|佐证)?(?:材料|文件|资料)?[。；;]?$"
)  # of examples one is enough
_HEAD, _COUNT = re.compile(r"[，,]"), re.compile(r"[各均]?\s?[一二两三四五\d]{1,2}\s?份$")
_FEWEST, _SHARE = 3, 2 / 3


def spoken_lists(text: Text, start: int, end: int) -> list[Span]:
    """The pieces of such sentences, three or more, most of which are papers by their names."""
    found = []
    for match in _LEAD.finditer(text.clean, start, end):
        if _NO_LEAD.search(match["lead"] or match["plain"]) is not None:
            continue
        pieces = unnumbered(text, match.end(), end)
        if any(_ANY_WILL_DO.search(piece.of(text.clean)) for piece in pieces):
            continue
        papers = [piece for piece in pieces if _is_paper(piece.of(text.clean))]
        if len(papers) >= _FEWEST and len(papers) >= _SHARE * len(pieces):
            found += pieces
    return found


def _is_paper(words: str) -> bool:
    return _PAPER.search(_COUNT.sub("", _HEAD.split(without_brackets(words).rstrip("。；; "))[0])) is not None
