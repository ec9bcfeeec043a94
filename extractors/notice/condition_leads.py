"""What stands around conditions: their titles, a title's frame, the words that lead in, and those that close."""

import re
from collections.abc import Sequence

from extractors.text.marks import COUNT
from extractors.text.notice_words import alternation
from extractors.text.spans import Span, sentences, trimmed

# Questions and titles that head conditions.
WHO = (
    "(?:谁(?:可以?|能够?)?来?(?:揭榜?|申?报名?|申请|参加)|谁(?:可以?|能够?)来"
    "|(?:能不能|可不可以|有没有资格|够不够资格)来?(?:揭榜?|应榜|接榜|申?报|报名|申请|参加)|(?:揭榜|应榜|报名|申报|准入)门槛)"
)
# 何人可揭, 哪些人能揭, 什么样的单位有资格来应榜: whom, whether, what; and 揭榜要什么资格
WHO_ELSE = (
    r"(?:(?:哪[些家类种样]|什么样?的?|何[种类等]?|啥样?的?)(?:企业|单位|机构|人员?|者|项目|对象|主体|团队|队伍)"
    r"(?:可以?|能够?|有资格|够格|够资格|适合)?来?(?:申请|申报|享受|报名|参加|参赛|揭[榜题]?|应[榜征]|接榜|攻榜|投标|报)"
    r"|(?:来?揭榜|应榜|报名|申报|参赛|投标)(?:人|方|者|单位)?(?:需要?|须|得|要)(?:具备|符合|满足|有)?(?:什么|哪些|啥|何种?)样?的?(?:条件|资格|门槛|要求))"
)
ROLES = (
    "(?:[^，。；]{0,8}(?:应|须|需)当?(?:同时)?(?:具备|满足|符合)的?(?:基本|下列|以下)?(?:条件|要求|各项|各[条点]|[一二三四五六七八九]{1,2}[条点项])?)|"
    "(?:申报|申请|揭榜|牵头|承担)(?:单位|主体|人|方)|"
    "(?:申报|申请|揭榜|应榜|承榜|接榜|领榜|竞榜|攻榜|参赛|报名|投标|参与|参加|参评|承担|牵头|选树|推选)(?:单位|人|方|者|主体|团队|机构|对象|人员)?"
    "(?:应当?具备的?|须具备的?|的)?(?:基本|资格)?(?:条件|要求|资格|资质|对象|范围|主体)|"
    "对[^，。；]{0,8}(?:单位|人|方|者|主体|团队|机构|人员|联合体)的?(?:基本|资格|有关|相关|具体)?(?:条件|要求)"
)
# 选拔范围、对象及规模; 表彰范围 alone
SELECTED = (
    "[\u4e00-\u9fff]{0,6}(?:选拔|评定|表彰|命名|授予)的?(?:范围|对象)|"
    "[\u4e00-\u9fff]{0,6}(?:选拔|选派|招募|推荐|评选|遴选|征集|申报|参评)(?:范围|对象|条件|资格)"
    "(?:[、及与和](?:范围|对象|条件|资格|要求|名额|人数|数量|规模)){1,4}"
)
# 擂台规矩, 揭榜人须知: what else such a chapter holds (when, where, what for) is said of no applicant
RULES = re.compile(
    r"(?:揭榜|应榜|攻榜|[打攻]擂|擂台|参赛|报名)(?:人|方|者|单位)?(?:的)?(?:规矩|规则|守则|约定)|揭榜[人方者]须知"
)
ACTOR = (
    r"(?:申报|揭榜|应榜|承榜|接榜|领榜|竞榜|牵头|承担|参与|参赛|申请|项目|合作|联合)?"
    r"(?:单位|主体|企业|团队|负责人|牵头人|带头人|主持人|总师|首席|机构|联合体|人员|(?:申请|申报|揭榜|应榜|投标)人|方(?![案法式向面])|者|对象|选手|成员|(?:指导|带队)(?:教师|老师)|(?<!指)导师)"
)
OF_APPLICANT = re.compile(rf"(?:^|[，,])(?:{ACTOR}|[^，。；：:]{{0,12}}牵头的)")
# 不受理个人申报: who is not admitted, though it speaks of procedure.
# 企业自己能解决的技术需求不予受理: of what there is, not of what comes late or is wanting.
NOT_ADMITTED = re.compile(
    r"不(?:受理|接受|接收)(?:个人|[^，。；]{2,10}(?:企业|单位|机构|团队|人员))的?(?:申报|申请|报名|参赛)"
    # 获过某称号的不再参加评选
    r"|的[^，。；]{0,10}(?:不(?:再|得|能|可|予)|均不)(?:参加|参与|列入|纳入)[^，。；]{0,6}"
    r"(?:选树|评选|评比|推选|选拔|遴选|申报|推荐|征集|评定|参选|竞赛|比赛|大赛)"
    r"|不得(?:提交|报送|申报)[^，。；]{0,16}(?:争议|侵权|违法|涉密|抄袭|剽窃)[^，。；]{0,30}的?(?:作品|项目|成果|课题)"
    r"|^(?!.*(?:逾期|超时|未[按经在通]|材料|资料|填[报写]|报送|提交|推荐)).*的[^，。；的]{0,4}(?:需求|项目|成果|产品|作品|企业|单位|团队)(?:一律)?不予受理"
)
# 报名资格 | …; not 牵头单位 | 某公司
_ROW = re.compile(
    rf"(?=.*(?:条件|资格|要求|对象|门槛|能|谁))(?:{WHO}|{WHO_ELSE}|{ROLES}|{alternation('eligibility_titles')})"
)
# 现补充区级条件如下：, 揭榜方须满足下列条件：, 同时符合某办法的规定和本通知要求：, with its items below.
LEAD = re.compile(
    r"(?:申报|申请|揭榜|应榜|参赛|报名|推荐|[省市区县校院]级|基本|资格|准入|限制)条件(?:如下)?[:：]\s*$"
    r"|(?:具备|满足|符合)(?:[^，。；：:\n]{2,40}[和及与])?(?:以下|下列|如下|本(?:通知|公告|指南))的?[^，。；：:\n]{0,8}(?:条件|要求)[:：]\s*$"
)
_MARKS = "■◆●★☆▲△◇◎※♦❖▶►▍▎▌"
# 【揭榜资格】, ■ 申报条件 ■, ★ 谁能揭榜, 贰 揭榜者须具备: the title without what sets it off.
_FRAME = re.compile(
    rf"\s*(?:[【〖\[「『{_MARKS}]+|[壹贰叁肆伍陆柒捌玖拾][、.\s])?\s*"
    rf"(?P<title>[^【】〖〗\[\]「」『』{_MARKS}]*?)\s*[】〗\]」』{_MARKS}]*\s*"
)
# 揭榜方应当同时做到：…；…, 须同时满足 1)…；2)…, 除此以外，还要符合三点：…;
# not 符合下列条件之一：, of which any will do.
_LEAD_IN = re.compile(
    r"(?:[^，。；：:\n]{0,16}[，,]\s?)?[^，。；：:\n]{0,16}(?:应当?|须|需要?|要|必须|请|同时|都|均)?(?:同时|一并|都|均)?"
    r"(?:具备|满足|符合|做到|达到|具有)(?![^：:\n]{0,16}之一)(?:[^，。；：:\n]{0,14}[:：]\s*(?=[^\s])|\s*(?=[（(]?1[)）]|①))"
)
# 以上共计六条，缺一不可; 就这四条，缺一条都不行: the whole of them, and no further one.
# not 承担过省级以上科技项目2项, nor 有法人资格、有船坞，二者缺一不可.
_COUNTED = (
    r"(?:[^，。；]{0,10}(?:满足|具备|符合))?(?:就(?![业近])|以上|上述|这)[^，。；]{0,8}"
    r"[一二两三四五六七八九十\d]{1,2}\s?(?:条|项|点|款)(?:条件|要求)?"
)
_ALL = r"(?:以上|上述|这些|各|全部|所有)[^，。；]{0,8}?"
_CLOSES = re.compile(
    rf"{_COUNTED}(?:[，,]\s?(?:缺一|须|应|必须|均|都|同时).*)?"
    rf"|(?:(?:{_COUNTED}|{_ALL})[，,]?\s?)?[^，。；]{{0,4}}缺一(?:条|项|个)?(?:都|均)?(?:不可|不行|不[收予受要][^，。；]{{0,6}})"
    r"|[^，。；]{2,16}[应须需]当?(?:同时)?(?:具备|满足|符合)的?"
    # 须满足三点。第一，…; 三点都合，才可报名
    r"|[^，。；]{0,16}[应须需]当?(?:同时)?(?:具备|满足|符合)的?(?:以下|下列|这)?[一二两三四五六七八九十\d]{1,2}\s?[点条项个](?:条件|要求)?"
    r"|(?:这|以上)?[一二两三四五六七八九十\d]{1,2}[点条项](?:条件)?[都全均皆][^，。；]{0,6}(?:[，,][^，。；]{0,4}[可能得][^，。；]{0,6})?"
)
# 揭榜人：依法成立的企事业单位；能派员驻场: what the applicant must be stands behind what it is called;
# not 申报单位：某某公司, a name.
APPLICANT = re.compile(
    r"(?:揭榜|应榜|承榜|接榜|领榜|竞榜|攻榜|申报|申请|参赛|应征|应答|承担|牵头)(?:人|方|者|单位|主体|团队|机构|企业)?[:：]\s?"
    r"(?=[^。\n]{0,200}(?:；|，|、|。))(?=[^。；\n]{0,60}(?:依法|法人|注册|登记|具有|具备|拥有|须|[应需]当?[具是有为满符]|能|会|无|未|不得|从事|承担过|满|以上))"
)
# 一是…, 二要…, 第三，…: conditions counted aloud
ALOUD = re.compile(
    r"[一二三四五六七八九十](?:是(?=[^，。；]{3})[:：]?|(?=[要须需应得]|不[得能]))|第[一二三四五六七八九十][，,、:：]\s?"
)
# 来揭榜的，请先对照这几点：一是…；二是…: whom it speaks to, and the conditions counted aloud behind
COUNTED_ALOUD = re.compile(
    r"[^。；：:\n]{0,8}(?:揭榜|应榜|申报|报名|投标|应征|揭题)(?:的|人|者|方|单位|主体|企业|团队|之前|前)[^。；：:\n]{0,24}[:：]\s?"
    r"(?=(?:第一|其一|一)(?:是|[要须需应]|[，,、])[^。]{2,60}(?:；|。)\s?(?:第二|其二|二)(?:是|[要须需应]|[，,、]))"
)
# Where it is other, for some: 该比例 is that of the condition before.
_CASE = re.compile(r"(?:其中)?[^，。；\n]{4,40}的[^，。；\n]{0,8}[，,]\s?该(?:比例|占比|比重)")
# …应具有本科学历；不符合学历条件的，年薪应在30万元以上: what those need who do not meet the one before
_ELSE = re.compile(
    r"(?:不|未)(?:符合|满足|具备|达到)[^，。；\n]{2,20}(?:条件|要求|标准)的[，,]\s?(?!不得|不予|不能|不可|取消|视为)"
)
# 现面向全市青年教师征集选题, 活动面向在校学生开展: whom the call speaks to; not 面向社会公开征集, nor what teams do
_ADDRESSED = re.compile(
    r"(?:现|本?(?:次|届)?(?:活动|大赛|竞赛|比赛|征集|评选))面向(?!(?:全?社会|国内外|海内外)(?:公开)?(?:征|招))"
    r"[^。；：:\n]{2,80}?(?:人员|教师|职工|员工|学生|研究生|本科生|毕业生|辅导员|师生|会员)(?:公开)?(?:征集|开展|招募|选拔|招收|举办|遴选)"
    r"[^，。；：:\n]{0,16}"
)
# 登记的企业均可, 注册资本500万元以上的都行 ask for what they name
_ASKS_NOTHING = r"(?:(?!登记|注册|设立|具有|具备|拥有|取得|获得|不[得低少超]|[须应需])[^，。；\d])"
PERMITS = re.compile(
    r"(?:也)?可以?(?!信)|鼓励|优先"
    # 企业、高校、科研院所均可
    rf"|(?:不论|不管|无论)[^，。；\d]{{1,10}}$|(?!凡|依法){_ASKS_NOTHING}{{2,30}}(?:均可|[都皆亦也]可以?|[都皆也]行)$"
    # 是不是会员都行，省外的也欢迎
    rf"|{_ASKS_NOTHING}{{2,24}}(?:也欢迎|[都也]行|[都也]没(?:关系|问题)|无所谓)$"
    # 住所地不限, 高校不作此项要求, 是否会员不论: asks nothing
    r"|[^，。；\d]{2,16}(?:不限|一?概?不[论问拘]|不[作做设](?:此项?|该项?|具体|任何|特别)?(?:要求|限制|限定)|不受(?:此|该|本)?[^，。；]{0,4}限制?)$"
)
# 无在研逾期未验收的项目: a state, no step; not 未按要求提交的, 未在平台上传材料的 nor what is 不予受理
_STEP = (
    r"[按经]|能?(?:及时|如期)|在[^，。；]{1,16}(?:平台|系统|网站|网上)"
    r"|(?:完整|如实)?(?:提交|报送|上报|上传|寄送|填[报写]|登[录陆]|盖章)"
)
LACKS = re.compile(
    rf"(?!.*(?:不予?受理|视为|视同))(?:近[^，。；]{{1,8}})?(?:无(?!需|须|法)|(?:没有|未)(?!{_STEP})|不存在)"
)
# 注册3年以上；或注册未满3年，且获得投资2轮以上: the other way to meet the one before
_OR = re.compile(r"或者?(?!许|有负债)[^。；\n]{4,}")
_APART = ("；", ";")
# 本次共设三个榜题，…, 每个榜题支持不超过两个联合体: what there is, and to how many
_OFFERS = re.compile(
    rf"(?:本[次批轮]|此次)?[^，。；]{{0,6}}共?(?:设|发布|列出?|安排)(?:置|立)?{COUNT}\s?[个项道张][^，。；]{{0,4}}(?:[榜题]|方向|任务|课题)[^。；]*"
    r"|(?![^。；]*(?:单位|参与|申报|成员|(?<!上)限))每[个项道][^，。；]{0,4}(?:[榜题]|方向|任务|课题|项目)[^，。；]{0,2}(?:拟?支持|遴选|资助|补助|立项)[^。；]*"
)
_FEWEST = 4  # characters of a condition


def counted_end(clean: str, start: int, end: int) -> int:
    """Where the last sentence ends of those from ``start`` on that are counted aloud: …；三是….；看过再来 is none."""
    for span in sentences(clean, start, end):
        if ALOUD.match(clean, span.start, span.end) is None:
            return span.start
    return end


def titles_row(words: str) -> bool:
    """报名资格 before the cell that says who may apply."""
    return _ROW.fullmatch(words) is not None


def plain_title(title: str) -> str:
    """The words of a title without its frame, and without the question's mark."""
    framed = _FRAME.fullmatch(title.rstrip("？?"))
    return framed["title"] if framed is not None else title


def behind_lead(clean: str, span: Span) -> Span:
    """The first condition behind 揭榜方应当同时做到：; the span as it is where nothing leads in."""
    lead = _LEAD_IN.match(clean, span.start, span.end)
    if lead is None or span.end - lead.end() < _FEWEST:
        return span
    return trimmed(clean, lead.end(), span.end)


def closes_list(words: str) -> bool:
    """The words count or close the conditions (缺一不可), only lead in to them, or say what is offered beside."""
    return _CLOSES.fullmatch(words) is not None or _OFFERS.fullmatch(words) is not None


def with_cases(clean: str, spans: Sequence[Span]) -> list[Span]:
    """The conditions, with each of them its case: …不低于6%；营业收入超过5亿元的企业，该比例不低于4%."""
    found: list[Span] = []
    for span in spans:
        case = next((m for one in (_CASE, _ELSE, _OR) if (m := one.match(clean, span.start, span.end))), None)
        if found and case and clean[found[-1].end : span.start].strip() in _APART:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def addressed(clean: str, spans: Sequence[Span]) -> list[Span]:
    """Whom the call speaks to, in its own sentence: 现面向全市青年教师征集选题, without who holds it behind."""
    matches = (_ADDRESSED.match(clean, span.start, span.end) for span in spans)
    return [Span(*match.span()) for match in matches if match is not None]
