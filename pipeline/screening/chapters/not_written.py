"""A thing asked for that the section says it does not write down (暂不列出, 不便落在纸面, 另编方案)."""

import re

from pipeline.screening.chapters.spoken import IN_ANY_WORDS, OF_OTHERS, OURS, TOLD_THERE

_IN = r"[^，。；]"
_BOOK = r"(?:(?:本|此|该|这份)?(?:任务书|申[报请]书|(?:申报|书面)?材料|报告|方案|文本|[表书节章处])|[此书纸]面?|这里?)"
_WRITE = (
    r"(?:[逐一]一|逐项|单独|具体|详细|另行?)?"
    r"(?:[单罗]?列[出明示举]?|写[明清入进出]?|载[明入]|展开|[赘叙阐]?述|[述论提]及|交代)"
)
# 暂不列出, 不在本任务书中写明, 任务书中不作安排, 不占篇幅, 不予列出, 未列, 略去不写, 不单列
_NOT_WRITTEN = re.compile(
    rf"(?:不(?![便宜能得可])|未|没有?|不予|不作|不再|免去|略去)(?:在{_BOOK}(?:之?[中里内上])?)?{_WRITE}了?$"
    rf"|(?:不(?:再|打算|准备)?|未)在{_BOOK}{_IN}{{0,4}}(?:{_WRITE}|约定|规定|安排|说明|介绍|体现|出现|涉及|讨论)$"
    rf"|(?:不再?|未)(?:{_WRITE}|编)[入进到在]{_IN}{{0,4}}{_BOOK}(?:之?[中里内上])?$"
    rf"|(?:{_BOOK}[中里内上]?|此处|这里)(?:也|就|均|暂)?(?:不作|未作|不予|不做)(?:出|任何|具体)?(?:安排|规定|约定|说明|说|介绍|交代|要求)$"
    rf"|不(?:再|多|必|想)?(?:占用?|浪费|耗费?){_IN}{{0,6}}(?:篇幅|版面|时间|笔墨)了?$|不(?:再|作|必)?重复(?:介绍|叙述|论述)了?$|不作书面{_IN}{{0,4}}$|不班门弄斧了?$"
    r"|(?:故|因此|所以)(?:未|不|没有?)写"
    r"|(?:现状|工作|方法|方式|场景|情况|成果|措施|对策|分工|计划|方案|转化|推广|效益)(?:此处|这里|部分|一[节项]|从)?略$"
    r"|(?:略去|从简|从略|略过)(?:不[写提谈述表])?$"
    rf"|^(?:故|就|均|此处|这里|因此)?略$|{_BOOK}(?:就|均|也|便)?(?:从[简略]|略[过去]|空着)$"
)
# 不便落在纸面, 不宜在书面材料中出现, 恕难写明, 不能写出来, 暂不对外
_NOT_TOLD = re.compile(
    rf"(?:不便|不宜|不能|不可|不方便|难以?|恕(?:不|难)|无法|暂不)[^，。；的]{{0,6}}?(?:落[在到于]?(?:笔|纸|字|文)|(?:书面|纸面|材料|申报书|文本|此|这里){_IN}{{0,4}}?"
    rf"(?:写|出现|体现|介绍|说明|反映|展开|公开|表述|透露|披露|提供|列)|写明|写出(?!的)|写[进入上](?:来|本|此|任务书|申报|材料|纸)|写[进入上]?$|作?书面|见诸|付诸文字|形成文字|公之于众)"
)
# 专家到现场考察时可以口头介绍, 答辩时口头汇报, 评审会上再讲
_BY_MOUTH = re.compile(
    rf"(?:口头|当面|面对面|面谈|私下){_IN}{{0,6}}?(?:介绍|汇报|说明|讲|陈述|补充|解释|告知|沟通|交流)"
    rf"|(?:答辩|评审会?|考察|汇报|到访|见面|现场会?|来(?:公司|厂|所|院|校)){_IN}{{0,6}}?(?:上|时|环节|期间)?(?:再|另)?(?:讲|详谈|细讲|细说|介绍|演示|查看|了解)$"
)
_KEPT_SECRET = re.compile(
    r"保密|涉密|秘密|机密|内[部控](?:资料|数据|掌握|情况|计划|要求)|篇幅|写不[下完]|不便|不宜|不能写|不[作便宜]|不写|不在|恕|暂不对外|不对外|不方便"
)
# 属公司内部资料，不对外; not 检测数据不对外公开
_INWARD = re.compile(rf"(?:不对外|不宜公[布开]|不便公[布开]|不得(?:向|对){_IN}{{0,6}}(?:披露|透露|提供)|不公开)$")
_GOODS = re.compile(r"数据|参数|图纸|代码|配方|算法|源码|模型|密钥|样品|价格")
# 前期工作请向负责人了解, 现状见我单位以往申报材料, 分工见公司任务单
_ASK_THERE = re.compile(
    rf"(?:请|可以?|如需|如有){_IN}{{0,6}}?(?:向|与|找|问|来电|致电|联系){_IN}{{0,10}}?(?:了解|询问|查询|索取|咨询|打听)$"
    rf"|(?:可?见|可查|查阅|参见){_IN}{{0,8}}(?:以往|往年|过去|档案|存档|内网|任务单|内部){_IN}{{0,10}}$|(?:百度|网上|上网)?(?:一[下搜查]|随手|随处){_IN}{{0,3}}(?:就有|就[能可]?知道?|可[查得见])$"
)
# 由市场部另编方案, 单独拟订, 结题后另写报告, 方案另报, 由集团产业公司统筹考虑
_BY_OTHERS = re.compile(
    r"另案(?:处理|办理|考虑|申报)$|(?:另[编写拟订做出起提]|另行?(?:起草|拟[定订]|筹划|谋划)|单独(?:编[制写]|拟[定订]|起草|出))(?:一[份个套])?(?:专门|具体|详细)?的?(?:方案|报告|计划|办法|材料|文本|文件|规划)?$"
    r"|(?:方案|计划|报告|办法|材料|安排|规划)(?:另|再)(?:报|编|写|拟|订|出|定|议)$"
    rf"|(?:由|交|请){_IN}{{2,14}}?(?:统筹|再|另行?|一并|以后|日后){_IN}{{0,2}}(?:考虑|拿方案|出方案|研究|谋划|筹划|安排|操办)$"
    # 留作验收阶段确定, 结题后专题研究, 验收后再考虑, 待市场部拿出意见后补入, 尚未交稿, 正在撰写中
    rf"|留[给待作到]?{_IN}{{1,10}}(?:阶段|环节|[时后]){_IN}{{0,4}}(?:确定|再?[定写]|写|考虑|编写|整理|补[写入上]?|归纳|说明|研究|论证)$"
    rf"|(?:结题|验收|立项|获批|完成|结束|投产|中标|入选|定型)(?:以|之)?(?:后|时){_IN}{{0,4}}?(?:专题|专门|再(?:行)?|另行?){_IN}{{0,2}}(?:研究|考虑|讨论|论证|谋划|整理|编[写制]|说明|安排)$"
    rf"|(?:待|等|俟){_IN}{{2,14}}?后{_IN}{{0,4}}(?:再行?|另行?)(?:确定|明确|落实|商定|研究|说明|[制拟]定|编制)$"
    rf"|(?:待|等|俟){_IN}{{2,14}}?(?:后|时)(?:再|一并)?(?:补[入写上]|统计|[测估核]算|写入|填入|加入)$|(?:尚|还)?(?:未|没有?)(?:交稿|成文|成稿|写[好完])|(?:正在)?(?:撰写|编写|起草|写作)(?:之?中|过程中)$"
    rf"|(?:有?待|需|须|要)(?:与|同|跟|和){_IN}{{2,10}}(?:协商|商量|商定|商议|磋商)$"
)
# 签任务书时再一道敲定, 与贵局商定后写入任务书, 不便写死: of what is aimed at
_ONCE_SIGNED = re.compile(
    rf"(?:签|签订|签署|签约|订立){_IN}{{0,4}}(?:任务书|合同|协议)?时{_IN}{{0,12}}(?:敲定|商定|确定|明确|写明|约定|再定|议定)$"
    rf"|[商议谈]定后再?(?:写入|填入|补入|写进|列入){_IN}{{0,6}}$|不(?:便|宜|能|想|必)?(?:写|定)死$"
)
_OF_RIGHTS = re.compile(r"知识产权|归属|许可|价格|收益|付款|保密|违约")
# 转化不作为本项目的内容, 推广不属研发部门职责; not 境外推广不作为本项目内容
_NOT_OURS = re.compile(
    rf"(?:不作为|不是|不属于?|不列入?|不纳入|暂不涉及|未涉及){_IN}{{0,4}}(?:(?:本|该|此)?(?:项目|课题|任务|书|处|材料|次申报)|研发部门|本部门|我方|我们|项目组){_IN}{{0,4}}?(?:内容|职责|范围|考虑|的?事|任务)?$"
    rf"|(?:本|该|此)(?:项目|次|课题|节|章|处){_IN}{{0,4}}?(?:暂不|未|不)(?:涉及|考虑|包括|包含)$|暂不涉及$"
)
# 目前考虑尚不成熟, 为时过早, 不在本项目考虑范围, 暂缺, 尚未研究, 谈不上
_TOO_EARLY = re.compile(
    rf"为时(?:尚|过|还|太)早|言之(?:尚|过)早|(?:现在|目前|眼下){_IN}{{0,4}}(?:太早|过早|还早)"
    rf"|(?:考虑|想法|思路|方案|时机|意见|设想|打算)(?:得|目前|现在)?(?:[尚还并]?(?:不|未)(?:够|太|甚|很|十分)?|欠)成熟|没有成熟的?(?:想法|方案|考虑|意见|思路|打算)"
    rf"|不在{_IN}{{0,10}}(?:考虑|研究|讨论|工作|任务)(?:的)?(?:范围|之列)|(?:暂|尚|还|目前|眼下)(?:时|且)?(?:不|未|没有?)(?:作|做|予|去|曾|加|进行)?(?:以)?(?:考虑|研究|筹划|谋划|安排|酝酿)$"
    rf"|(?:不|未|没有?)(?:作|做)(?:任何|具体|专门)?(?:计划|安排|打算|规划|考虑|设想|准备|归纳|整理|综述|了解|调研)$|没有?明确的?(?:打算|想法|计划|安排)$"
    rf"|中间(?:各段|过程)?不(?:提交|交|设|考核|产出)|(?:暂|尚)[缺空]$|(?:眼下|目前|现在|暂时|还){_IN}{{0,4}}谈不[上到]$|顾不上$|无暇{_IN}{{0,4}}$"
)
# 验收时由专家组确定, 留给验收组决定, 以后由主管部门统一安排: of how a thing is tested
_BY_THE_TESTER = re.compile(
    rf"(?:留给?|留待|交给?|交由|听)(?!.{{0,4}}自己){_IN}{{0,8}}?(?:专家组?|评委|验收组|验收方|主管部门|检测机构|发榜(?:方|单位)|用户|甲方){_IN}{{0,6}}?(?:决定|确定|定|定夺|提出|安排|掌握|规定|考虑|的)$"
    rf"|(?:以后|届时|到时|将来|验收时|日后|(?:合同|任务书)?(?:签订|签约)时|立项后|中标后){_IN}{{0,2}}由?{_IN}{{2,12}}?(?:统一|再|另行)?(?:(?<!已)决定|确定|定|定夺|提出|安排|商[量定议]|指定|规定)$"
    rf"|(?:由|请|待|等){_IN}{{0,8}}?(?:专家组?|验收[组方]|主管部门|检测机构|发榜(?:方|单位)|用户|甲方|贵[局委厅部司][^，。；]{{0,2}}){_IN}{{0,8}}?(?:决定|确定|明确|定|定夺|提出|安排|指定|规定)$"
    rf"|检测机构说了算$"
)
_NO_METHOD = re.compile(r"机构|单位|样[本品机]|比例|时间|日期|地点|人选|名单|批次|工位|具体[^，。；]{0,4}位|泊位")
_TESTS_ASKED = re.compile(r"(?:测试|检验|检测|评价|考核|验证)[^。；\n]{0,8}(?:方法|方式|场景|办法|手段)")
_OF_TESTS = re.compile(
    r"(?:(?:测试|检验|检测|评价|考核|验证)的?(?:与评价)?(?:方法|方式|办法|场景|手段|标准)|怎[么样][测验考评检]|如何[测验考评检]|[用拿]什么[测验])(?!符合|执行|采用|[为是按参])"
)
_ORDERLY = re.compile(r"[见如]下|下[表文]|见表|按照?|依据|采用(?![何什哪])|参照|委托|GB|国标|标准|规程|规范|第三方")
# 由发榜单位指定，按其提供的试验大纲执行; not 按其意见执行
_BY_PAPER = re.compile(r"(?:按照?|依照?|依据)[^，。；]{0,12}(?:大纲|标准|规程|规范|细则|GB)")
# 临时指派, 随时调配, 不作固定, 谁有空谁上: of who does what
_AT_WILL = re.compile(
    rf"(?:由{_IN}{{2,8}})?(?:临时|随时|随机|现场|视情|看情况)(?:再)?(?:指派|调配|分派|安排|抽调|分配|指定|商量|调度)$|不[作做]?固定$|谁{_IN}{{1,4}}谁(?:上|干|做|来|管)$|(?:内部|自己|自行)(?:掌握|把握|商量|协商|消化)$"
)
_WHO = re.compile(r"分工|职责|节点|成果|应对|措施|对策")
# 专家比我们清楚, 公开资料很多, 教科书上都有; 请参阅有关综述, 可参考行业年度报告
_KNOWN = re.compile(
    rf"(?:专家|评委|大家|各位|业内|同行|人人|众人|谁){_IN}{{0,8}}(?:比我们|都|也|皆|均|早已?|已)(?:{_IN}{{0,4}})?(?:清楚|熟悉|了解|知道|知晓|明白|有数|内行)"
    rf"|(?:公开|网上|教科书|文献|综述|书本|报刊|媒体|互联网){_IN}{{0,8}}?(?:都|也|均|已|很|甚|大量|不少|到处|随处)(?:有|多|能查|可查|可见|写得){_IN}{{0,6}}$|公知(?:内容|常识)|人所共知|众人皆知"
    rf"|专家{_IN}{{0,4}}自(?:会|有){_IN}{{0,4}}(?:判断|公论|评判)$|不敢多言$"
    rf"|^{_IN}{{0,14}}?(?:请|可|可以|敬请|烦请)(?:自行)?(?:参[阅见考看]|查[阅看找])[^，。；\d]{{0,14}}(?:综述|文章|文献|报告|年鉴|白皮书|教材|书籍|网站?|官网|资料|著作)$"
)
_STATE_ASKED = re.compile(r"现状|国内外|背景|发展(?:趋势|水平|情况)|技术水平|对比|研究进展")
_OF_STATE = re.compile(
    r"现状|国内外|国外|发展(?:情况|状况|水平|趋势)|行业(?:的)?(?:情况|状况)|进展|同行|背景|[业界内]的?情况"
)
# 教材、规程 that others write later are no answer to what is asked
_OTHER_THING = re.compile(
    r"教材|手册|规程|细则|图集|合同|协议|代码|宣传|课件|海报|价格|价款|费用|细节|时间|地点|接口|数量"
)
_CLAUSES, _FIGURE = re.compile(r"[，,：:]"), re.compile(r"\d|[一二三四五六七八九十]{1,3}[个项家台套次年月]")
_BARE = ("略", "从略")
_AGAIN = re.compile(r"(?:(?:故|就|这里)?不再?(?:重复|介绍|赘述)了?)?")
_BRACKETS = re.compile(r"[（()）]+")
_YEAR = re.compile(r"20\d\d年?")
_DONE = re.compile(
    r"但(?![书])|不过|然而|已(?:经)?(?:建成|完成|开展|形成|做过|明确)|故(?!略|不)|因此(?!略|不)|改[为用在]|只|仅"
)
_NOT_US = re.compile(r"国[内外]|国际|同[行类]|竞品|业[内界]|市[场面]|现[有行]|传统|以往|用户|客户|各[省地]|标准")
# 废水本项目不涉及: what a work need not have
_NEED_NOT_BE = re.compile(
    rf"(?:废[水气渣液料]|污水|固废|三废|噪声|粉尘|辐射|涉密|保密|秘密|伦理|受试者){_IN}{{0,12}}(?<!暂)不涉及$"
)
_ELSEWHERE = re.compile(r"^(?:[^，。；]{0,6}[详另]?(?<!意)见(?![面解]))|如下")
_LONGEST, _HEAD = 90, 6  # characters of a sentence, and of its head


def not_written(asked: str, said: str) -> bool:
    """The sentence, without white space, says of a thing that is asked for that it is not written here."""
    return len(said) <= _LONGEST and any(_leaves_out(asked, part) for part in said.split("；"))


def _leaves_out(asked: str, said: str) -> bool:
    clauses = [one for one in _CLAUSES.split(_BRACKETS.sub("，", said).strip("，。")) if one]
    for at, clause in enumerate(clauses):
        if clause in _BARE and at and _has_figure(clauses[at - 1]):
            continue  # 名单共2页，略
        told, behind = "，".join(clauses[: at + 1]), "，".join(clauses[at + 1 :])
        if _has_figure(clause) or _has_figure(behind) or _DONE.search(behind) or _ELSEWHERE.search(behind):
            continue
        if _NOT_WRITTEN.search(clause) and TOLD_THERE.search("，".join(clauses[max(0, at - 1) : at + 1])):
            continue
        if _named(asked, told) and _cue(clause, said):
            return True
        if _NOT_OURS.search(clause) and (_named(asked, said[:_HEAD]) or _named(asked, clause[:_HEAD])):
            return _NEED_NOT_BE.search(clause) is None
        if _TESTS_ASKED.search(asked) and _OF_TESTS.search(told) and _left_to_testers(clause, told, behind):
            return True
        if _WHO.search(told) and _WHO.search(asked) and _named(asked, told) and _AT_WILL.search(clause):
            return True
        if _STATE_ASKED.search(asked) and _OF_STATE.search(said) and _KNOWN.search(clause) and _AGAIN.fullmatch(behind):
            return True
    return False


def _cue(clause: str, said: str) -> bool:
    if _NOT_WRITTEN.search(clause) or _NOT_TOLD.search(clause) or _ASK_THERE.search(clause):
        return True
    if _ONCE_SIGNED.search(clause) and _OF_RIGHTS.search(said) is None:
        return True
    if _BY_OTHERS.search(clause) and _OTHER_THING.search(said) is None:
        return True
    if _INWARD.search(clause) and _KEPT_SECRET.search(said) and _GOODS.search(said) is None:
        return True
    if _BY_MOUTH.search(clause) and _KEPT_SECRET.search(said):
        return True
    others = OF_OTHERS.search(clause) or _NOT_US.search(clause)
    return _TOO_EARLY.search(clause) is not None and (others is None or re.search(OURS, clause) is not None)


def _left_to_testers(clause: str, told: str, behind: str) -> bool:
    cue = _BY_THE_TESTER.search(clause)
    orderly = _ORDERLY.search(told) is not None or _BY_PAPER.search(behind) is not None
    return cue is not None and not orderly and _NO_METHOD.search(_before(cue, told)) is None


def _before(cue: re.Match[str], told: str) -> str:
    """What stands between the words for how a thing is tested and those that leave it to others."""
    topic = _OF_TESTS.search(told)
    return told[topic.end() : told.rfind(cue.group())] if topic is not None else ""


def _named(asked: str, said: str) -> bool:
    return bool(IN_ANY_WORDS.named(asked, said))


def _has_figure(words: str) -> bool:
    return _FIGURE.search(_YEAR.sub("", words)) is not None
