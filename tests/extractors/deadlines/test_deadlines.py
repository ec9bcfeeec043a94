"""Days by which something is due, or that bind nobody."""

import pytest
from documents import document
from told_deadlines import HEAD, deadlines

from extractors.deadlines.deadlines import find_deadlines
from pipeline.structure import structure

# words, [(kind, on, at)]
DATES = [
    # lists and papers for the record, what is visited when, and what an office enters
    (
        "应于2026年6月24日前将《航次情况统计表》（附件1）报海务部备案，2026年6月27日前提交抽查的毕业设计电子版至海务部。",
        [("materials_due", "2026-06-24", None), ("materials_due", "2026-06-27", None)],
    ),
    ("2026年6月30日前各船队完成航次成绩录入。", [("other", "2026-06-30", None)]),
    ("走访时间安排在2026年8月12日-2026年8月26日。", [("other", "2026-08-26", None)]),
    ("2026年6月27日前提交申报书电子版至邮箱。", [("application_closes", "2026-06-27", None)]),
    # what an event is only the beginning of; the day called by what is done on it
    (
        "签约后于2026年11月15日前完成全部任务，由港务局组织验收。",
        [("completion", "2026-11-15", None)],
    ),
    ("请于2026年11月15日前签约。", [("other", "2026-11-15", None)]),
    ("攻关期限：签订任务书之日起至2028年3月31日。", [("completion", "2028-03-31", None)]),
    (
        "揭榜帖张贴之日起收件，最迟2026年9月10日送到秘书处。所有题目均以2028年9月9日为交卷日。",
        [("application_closes", "2026-09-10", None), ("completion", "2028-09-09", None)],
    ),
    ("名单于2026年9月10日张贴。中秋节为2026年9月25日，为休假日。", []),
    # whom one may call is not the application
    ("各码头请于2026年6月30日前把调度室联络员名单（附表3）报送港务处。", [("other", "2026-06-30", None)]),
    ("请于2026年6月30日前将申报表和联系人信息发送至邮箱。", [("application_closes", "2026-06-30", None)]),
    # since when one applies, a month alone too; the work's beginning is none
    (
        "自2026年5月6日起开放网上申报，2026年6月18日16:00申报截止。",
        [("application_opens", "2026-05-06", None), ("application_closes", "2026-06-18", "16:00")],
    ),
    ("自2026年9月起，各船东可登录系统填写申请。", [("application_opens", "2026-09", None)]),
    ("自2026年9月起，系统由市科学技术局管理。", []),
    # what the applicant fills in and where it is filed, whoever judges it
    (
        "各船东在2026年7月20日之前填写《安全船评选申报书》，报渔港站。",
        [("application_closes", "2026-07-20", None)],
    ),
    (
        "“项目申报与评审系统”将于2026年12月8日10时开通，1月16日18时关闭。",
        [("application_opens", "2026-12-08", "10:00"), ("application_closes", "2027-01-16", "18:00")],
    ),
    ("纸质材料请于2026年5月11-15日寄送至科技处。", [("materials_due", "2026-05-15", None)]),
    # when letters are taken no longer, and when the work is handed in, in plain words
    ("来信2026年3月1日开始收，2026年4月20日收完。", [("application_closes", "2026-04-20", None)]),
    (
        "二〇二六年五月八日（星期五）下午四时停止收件；全部题目要赶在二〇二七年九月三十日以前交卷。",
        [("application_closes", "2026-05-08", "16:00"), ("completion", "2027-09-30", None)],
    ),
    # what is taken in, and how far work goes, in plain words; the day and hour of closing in a bracket
    (
        "4月20日（下同）起开始收材料，收到6月5日下班（17:30）为止，邮寄的看寄到日期。中榜以后最晚干到2027年12月20日。",
        [
            ("application_opens", "2026-04-20", None),
            ("application_closes", "2026-06-05", None),
            ("completion", "2027-12-20", None),
        ],
    ),
    # when the call was put up is not what the day is for
    (
        "本榜自二〇二六年三月二日张贴，揭榜期为三十日，至二〇二六年四月一日止。中榜人须在二〇二七年十月三十日以前交榜。",
        [("application_closes", "2026-04-01", None), ("completion", "2027-10-30", None)],
    ),
    ("名单自三月二日起张贴，四月九日公布结果。", [("announcement", "2026-04-09", None)]),
    # 止于; the year's end and its day
    (
        "报名自2026年7月1日起，止于2026年8月15日（星期六）。攻关期至2027年年底，即2027年12月31日。",
        [
            ("application_opens", "2026-07-01", None),
            ("application_closes", "2026-08-15", None),
            ("completion", "2027-12-31", None),
        ],
    ),
    ("前述各方向均应于2027年10月31日前完成实船验证。", [("completion", "2027-10-31", None)]),
    (
        "申报时间自2026年6月1日9∶00起，至2026年6月30日17∶30止。",
        [("application_opens", "2026-06-01", "09:00"), ("application_closes", "2026-06-30", "17:30")],
    ),
    (
        "原定“申报截止时间为2026年6月19日18:00”，现延长至2026年7月3日18:00；原定6月30日前报送纸质材料，现调整为7月10日前。",
        [("application_closes", "2026-07-03", "18:00"), ("materials_due", "2026-07-10", None)],
    ),
    ("申报截止时间由2026年6月19日延长至2026年7月3日。", [("application_closes", "2026-07-03", None)]),
    (
        "申报主体于2026年5月20日前登录平台，填写并提交申报材料。平台自2026年4月15日起开放。",
        [("application_closes", "2026-05-20", None), ("application_opens", "2026-04-15", None)],
    ),
    (
        "学院审核后，于9月23日前将《项目汇总表》（附件3）签字盖章后报科研院。",
        [("recommendation_due", "2026-09-23", None)],
    ),
    ("科研院完成形式审查后，在9月28日17:30前统一提交省科技厅。", [("recommendation_due", "2026-09-28", "17:30")]),
    (
        "3.1 揭榜申报自2026年3月19日9:00开始，至2026年4月27日18:00结束。",
        [("application_opens", "2026-03-19", "09:00"), ("application_closes", "2026-04-27", "18:00")],
    ),
    (
        "报名截止\n2026年6月18日18:00\n项目完成\n2027年6月18日前\n",
        [("application_closes", "2026-06-18", "18:00"), ("completion", "2027-06-18", None)],
    ),
    ("报名地点\n2026年6月18日18:00\n", []),
    # what opens and what ends in plain words; since when the work runs is not what is due
    (
        "一、什么时候\n2026年9月1日开始收件，9月30日是最后一天。\n",
        [("application_opens", "2026-09-01", None), ("application_closes", "2026-09-30", None)],
    ),
    ("一、存档\n2026年9月30日前完成签收件清点。\n", []),
    # samples that are taken in, and when a building was finished
    ("一、送检\n试样收件后由船检站于2026年9月30日前发回结论。\n", []),
    ("一、送检\n样品收件时间为2026年9月30日前。\n", []),
    ("一、船坞\n工程竣工日期：2026年9月30日。\n", []),
    ("一、时间\n竣工日期：2026年9月30日。\n", [("completion", "2026-09-30", None)]),
    ("报名信请于2026年6月9日“海洋日”当天或之前送到。\n", [("application_closes", "2026-06-09", None)]),
    (
        "一、执行期限\n项目执行期自任务书签订之日起计，统一于2027年12月20日前完成。\n",
        [("completion", "2027-12-20", None)],
    ),
    ("一、签约\n任务书于2027年3月20日前签订。\n", [("other", "2027-03-20", None)]),
    ("揭了榜的，最迟在2027年12月15日把东西做成、装上。\n", [("completion", "2027-12-15", None)]),
    ("揭榜的，最迟在2026年12月15日把申报材料做好。\n", [("application_closes", "2026-12-15", None)]),
    (
        "一、几时报、几时完？\n2026年4月18日开始，2026年5月26日24时结束，以邮件到达时间为准。\n",
        [("application_opens", "2026-04-18", None), ("application_closes", "2026-05-26", "24:00")],
    ),
    ("一、几号截止？\n2026年6月18日（周四）17:30，过时不候。\n", [("application_closes", "2026-06-18", "17:30")]),
    ("一、什么时候公布结果？\n2026年6月18日（周四）。\n", [("announcement", "2026-06-18", None)]),
    ("一、做到什么时候算完？\n2026年12月18日。\n", [("completion", "2026-12-18", None)]),
    ("揭榜单位须在2028年3月31日前完成所选榜单的全部任务。", [("completion", "2028-03-31", None)]),
    ("县工信局会同县财政局于2026年12月20日前完成验收，公示后拨付。", [("review", "2026-12-20", None)]),
    ("揭榜单位于2026年12月20日前完成验收。", [("completion", "2026-12-20", None)]),
    ("市工信局2026年9月底前完成审核并在门户网站公示5个工作日。", [("review", "2026-09", None)]),
    ("受助企业应于2027年3月31日前报送资金使用情况报告。", [("other", "2027-03-31", None)]),
    ("预计2026年8月中旬公布中榜结果。", [("announcement", "2026-08", None)]),
    ("2026年8月公布过一批榜单。", []),
    # the work's end, told by who judges it; applications pass other checks
    ("三项任务均应在2027年11月30日前完成现场考核。", [("completion", "2027-11-30", None)]),
    ("全部课题研究成果应于2028年6月30日前通过公司技术评审。", [("completion", "2028-06-30", None)]),
    ("各项目须于2026年5月10日前通过形式审查。", [("review", "2026-05-10", None)]),
    ("项目须于2026年5月10日前完成网上填报。", [("application_closes", "2026-05-10", None)]),
    ("项目须于2026年5月10日前完成线上注册和材料提交。", [("application_closes", "2026-05-10", None)]),
    ("中榜产品应于2027年8月31日前完成上船验证。", [("completion", "2027-08-31", None)]),
    ("样机要在2027年3月15日以前到港试制完毕。", [("completion", "2027-03-15", None)]),
    ("所有难题须于2027年9月底（9月30日）之前在码头上验证完毕。", [("completion", "2027-09-30", None)]),
    ("全部攻关须不迟于2027年4月20日（当年入汛日）交付使用。", [("completion", "2027-04-20", None)]),
    ("榜题完成时间统一为2028年3月31日。", [("completion", "2028-03-31", None)]),
    ("项目自2027年1月1日起实施，至2029年12月31日结束。", [("completion", "2029-12-31", None)]),
    ("2027年3月1日课题启动，2029年2月28日课题结束。", [("completion", "2029-02-28", None)]),
    ("第二届潮汐能展览至2027年3月1日结束。", []),
    # the last day of applying in other words
    ("揭榜材料收取至2026年6月12日17时，逾期不收。", [("application_closes", "2026-06-12", "17:00")]),
    ("申请书以电子邮件送达，最后一天为2026年12月15日。", [("materials_due", "2026-12-15", None)]),
    ("揭榜书自公告之日起接收，至二〇二六年七月十日止。", [("application_closes", "2026-07-10", None)]),
    ("本榜3月2日贴出，4月3日收榜。", [("application_closes", "2026-04-03", None)]),
    (
        "3月13日　揭榜申报截止（24时，以系统时间为准）\n3月20日　潮汐大会\n",
        [("application_closes", "2026-03-13", None)],
    ),
    ("9月中旬答辩，9月底前张贴中榜名单。", [("announcement", "2026-09", None)]),
    ("全部技术指标应于2027年11月30日前达到。", [("completion", "2027-11-30", None)]),
    (
        "审核通过的单位于2026年5月8日下午4:30前将申报材料一式四份报市科技局。",
        [("materials_due", "2026-05-08", "16:30")],
    ),
    # a time alone is that of the sentence before, unless that has its own
    (
        "3.学校将通知申请人登录平台在线填写、上传材料。时间节点：3月24日前。",
        [("application_closes", "2026-03-24", None)],
    ),
    ("1.请于3月9日前将题目发送至邮箱，以便审查。时间节点：3月9日前。", [("application_closes", "2026-03-09", None)]),
    ("各区经信部门于3月27日前向市经信局行文报送完整申报材料。", [("recommendation_due", "2026-03-27", None)]),
    ("5、2026年3月18日17:30前，科技处系统审核，待审核通过后打印。", [("review", "2026-03-18", "17:30")]),
    (  # months are enough where one applies, and nowhere else
        "（一）大赛报名（2026年5月至2026年6月）。登录平台报名。\n（二）大赛初赛（2026年7月至2026年9月）。评出入围队伍。",
        [("application_opens", "2026-05", None), ("application_closes", "2026-06", None)],
    ),
    ("9月1日前对入围作者进行远程视频考核。", [("review", "2026-09-01", None)]),
    # what is under way, not what is due
    ("本届评选工作现已开始，请有意申报的教师于6月3日之前提交科研室。", [("application_closes", "2026-06-03", None)]),
    ("2、3月15日前，学院联系专家对拟申报题目进行研判。", [("review", "2026-03-15", None)]),
    (  # a paper that is called so is no review; one that is looked at is
        "请申请者务必于3月6日前，通过申报系统上传《申请评审书》的电子文档。\n4月24日前相关学院对照《形式审查表》（附件1）。",
        [("application_closes", "2026-03-06", None), ("review", "2026-04-24", None)],
    ),
    ("1月15日以前 申请人完成申报书初稿，将纸质版交到所属二级部门。", [("application_closes", "2026-01-15", None)]),
    ("3月16日-19日 邀请校内专家对申请书进行修改。", [("review", "2026-03-19", None)]),
    ("3.申报企业请于5月7日（周四）17:00前报送名单推荐汇总表。", [("application_closes", "2026-05-07", "17:00")]),
    ("申报人需将建议书一式三份于8月12日9点交至科研处。", [("application_closes", "2026-08-12", "09:00")]),
    ("各揭榜项目应于2027年10月31日前完工。", [("completion", "2027-10-31", None)]),
    ("项目完成时间：自合同签订之日起至2027年9月30日前完成研制并通过验收。", [("completion", "2027-09-30", None)]),
    ("三、本课题12月底前以论文或调研报告结项。", [("completion", "2026-12", None)]),
    (  # which of them act (初审通过的), and what they do
        "3. 5月27日-5月28日，初审通过的项目在线打印申报书及附件，报送省住建厅。",
        [("materials_due", "2026-05-28", None)],
    ),
    (
        "三、参赛安排\n5月31日-6月10日 注册报名。符合条件的企业登录官网注册报名。",
        [("application_opens", "2026-05-31", None), ("application_closes", "2026-06-10", None)],
    ),
    ("二、申报要求\n研究期限不超过30个月，起始时间为2026年9月1日。", [("completion", None, None)]),
    (
        "二、申报要求\n任务起始时间不早于2026年7月1日，完成时间不晚于2028年5月31日。",
        [("completion", "2028-05-31", None)],
    ),
    ("系统填报完成时间不晚于2026年6月12日。", [("application_closes", "2026-06-12", None)]),
    ("揭榜金额：200万元　完成时间：2027年6月30日前", [("completion", "2027-06-30", None)]),
    (
        "五、时间要求\n（2）部门审核：9月30日前。\n（4）公示认定：11月10日前完成公示。",
        [("review", "2026-09-30", None), ("announcement", "2026-11-10", None)],
    ),
    (
        "三、时间安排\n4.组织实施（2026年6月至2028年12月）。按年考核。\n5.验收考核（2029年3月底前）。",
        [("completion", "2028-12", None), ("completion", "2029-03", None)],
    ),
    ("课题完成: 2027年9月30日前", [("completion", "2027-09-30", None)]),
    (
        "三、时间节点\n1. 9月7日12:00前，申报人将意向表发至邮箱；\n2. 9月11日—18日，申报人登录平台在线填报；",
        [
            ("application_closes", "2026-09-07", "12:00"),
            ("application_opens", "2026-09-11", None),
            ("application_closes", "2026-09-18", None),
        ],
    ),
    (
        "9月25日前，学校完成审核并提交市局（市局受理截止时间为9月28日17:30）。",
        [("review", "2026-09-25", None), ("application_closes", "2026-09-28", "17:30")],
    ),
    ("公示后，双方签订合同，项目须于2026年12月31日前建成并投入试运行。", [("completion", "2026-12-31", None)]),
    (  # a window in which one applies; with papers it is theirs
        "申报企业于2026年5月11日至6月12日期间将申报材料报送所在县工信局，截止时间为6月12日17:30。",
        [("application_opens", "2026-05-11", None), ("application_closes", "2026-06-12", "17:30")],
    ),
    (
        "申报单位于2026年5月11日至2026年6月12日期间，将申报书的电子版报送至县渔业主管部门，由其加盖公章。",
        [("application_opens", "2026-05-11", None), ("application_closes", "2026-06-12", None)],
    ),
    (
        "申报企业于2026年5月11日至6月12日期间将纸质申报材料报送所在县工信局。",
        [("materials_due", "2026-06-12", None)],
    ),
    ("向国家数据局推荐优秀项目的时间为7月31日前。", [("recommendation_due", "2026-07-31", None)]),
    ("发榜方于6月20日前确定不超过3家意向揭榜方。", [("other", "2026-06-20", None)]),
    ("二、申报条件\n7.项目自2026年7月1日起实施，须于2028年6月30日前完成。", [("completion", "2028-06-30", None)]),
    ("项目从2026年8月1日以后开始，最迟2028年1月31日完成。", [("completion", "2028-01-31", None)]),
    ("时间节点：2027年10月31日前完成。", [("completion", "2027-10-31", None)]),
    ("7月31日前完成合同签订。", [("other", "2026-07-31", None)]),
    ("发榜日期：2026年3月3日 揭榜截止：2026年4月15日18:00", [("application_closes", "2026-04-15", "18:00")]),
    (
        "3月25日前出题企业完成初筛，4月10日前举行“揭榜会”。",
        [("review", "2026-03-25", None), ("review", "2026-04-10", None)],
    ),
    ("入围名单9月20日公布。", [("announcement", "2026-09-20", None)]),
    ("对任务有疑问的，可于4月15日17:00前以书面形式提出。", [("other", "2026-04-15", "17:00")]),
    ("请于4月20日前填写《技术需求对接表》。", [("application_closes", "2026-04-20", None)]),
    (
        "线上揭榜通道3月22日上午9:00开启，4月24日17:00关闭。",
        [("application_opens", "2026-03-22", "09:00"), ("application_closes", "2026-04-24", "17:00")],
    ),
    ("初赛结果公布：2026年8月5日", [("announcement", "2026-08-05", None)]),
    ("3月28日前组织出榜企业与揭榜方面对面洽谈。", [("other", "2026-03-28", None)]),
    (
        "（一）初审。各单位于8月22日前完成遴选。（二）网上申报。8月25日起开放系统，9月12日18:00截止。",
        [
            ("review", "2026-08-22", None),
            ("application_opens", "2026-08-25", None),
            ("application_closes", "2026-09-12", "18:00"),
        ],
    ),
    ("市州农业农村局5月16日前完成审核，并出具推荐函。", [("recommendation_due", "2026-05-16", None)]),
    ("纸质版一式四份，由各学院汇总于3月13日前交至科研处。", [("materials_due", "2026-03-13", None)]),
    ("推荐函一式两份，由各市汇总于3月13日前交至规划处。", [("recommendation_due", "2026-03-13", None)]),
    (
        "网上填报时间为2026年3月1日8:30—3月31日18:00，逾期不予受理。",
        [("application_opens", "2026-03-01", "08:30"), ("application_closes", "2026-03-31", "18:00")],
    ),
    (
        "申报时间从2026年4月1日起至4月30日止。",
        [("application_opens", "2026-04-01", None), ("application_closes", "2026-04-30", None)],
    ),
    (
        "请各推荐单位于2026年4月2日至4月28日组织申报主体登录平台填报，系统于4月28日24时关闭。",
        [("application_opens", "2026-04-02", None), ("application_closes", "2026-04-28", "24:00")],
    ),
    ("执行期限自2026年9月1日至2028年8月31日。", [("completion", "2028-08-31", None)]),
    ("双方须于2026年11月15日前签订技术合同。", [("other", "2026-11-15", None)]),
    ("澄清问题提出截止时间：2026年7月31日17:00。", [("other", "2026-07-31", "17:00")]),
    ("于2026年5月12日（以寄出邮戳为准）前寄送揭榜材料。", [("materials_due", "2026-05-12", None)]),
    ("完成攻关任务后，于2028年5月20日前提出评估申请。", [("completion", "2028-05-20", None)]),
    ("报名时间：即日起至2026年5月30日。", [("application_closes", "2026-05-30", None)]),
    (
        "系统将于2026年4月1日开放，5月1日17:00关闭。",
        [("application_opens", "2026-04-01", None), ("application_closes", "2026-05-01", "17:00")],
    ),
    ("申报截止时间：2026年5月6日24:00。", [("application_closes", "2026-05-06", "24:00")]),
    ("请于2026年3月20日17:00前将申报书一式三份报送至市科技局计划科。", [("materials_due", "2026-03-20", "17:00")]),
    ("各参赛团队须在8月31日前完成作品提交。", [("materials_due", "2026-08-31", None)]),
    ("各区主管部门请于2026年4月10日前完成审核推荐。", [("recommendation_due", "2026-04-10", None)]),
    ("书面材料由推荐单位汇总后于2026年4月15日前寄送至受理地点。", [("materials_due", "2026-04-15", None)]),
    ("区县汇总表（一式两份），请于2026年4月20日前交至规划处。", [("recommendation_due", "2026-04-20", None)]),
    ("2026年6月20日前，由发榜单位完成初审。", [("review", "2026-06-20", None)]),
    ("拟于2026年7月10日前公布揭榜单位名单。", [("announcement", "2026-07-10", None)]),
    ("各榜单任务应于2028年12月31日前完成。", [("completion", "2028-12-31", None)]),
    ("揭榜任务须于2027年底前完成并申请验收。", [("completion", "2027-12", None)]),
    ("2026年12月20日前完成样机及试点验收。", [("completion", "2026-12-20", None)]),
    (
        "管委会于4月17日前完成初选，4月30日公布中榜名单。",
        [("review", "2026-04-17", None), ("announcement", "2026-04-30", None)],
    ),
    ("须于二〇二六年十二月十八日十七时前密封送达。", [("materials_due", "2026-12-18", "17:00")]),
    ("二〇三〇年三月三十一日前提请总结验收。", [("completion", "2030-03-31", None)]),
    ("方案递交：2026年10月12日上午10时（北京时间）为截止时刻。", [("materials_due", "2026-10-12", "10:00")]),
    ("7月10日前在市数据局网站公布入选名单。", [("announcement", "2026-07-10", None)]),
    ("请于2026年9月4日前将单位登记表发到邮箱。", [("application_closes", "2026-09-04", None)]),
    ("最晚应在2028年6月30日前通过验收。", [("completion", "2028-06-30", None)]),
    ("攻关任务不得晚于2028年12月31日完成。", [("completion", "2028-12-31", None)]),
    ("研发周期见附表，最迟至2028年9月30日全部完成。", [("completion", "2028-09-30", None)]),
    ("请于4月20日前将推荐公文报省农业农村厅。", [("recommendation_due", "2026-04-20", None)]),
    ("集团将在2026年8月20日前完成评定并书面通知结果。", [("review", "2026-08-20", None)]),
    ("4月24日下午5点系统自动关闭。", [("application_closes", "2026-04-24", "17:00")]),
    ("征集自即日起,至2026年6月15日截止,以电子邮件收到时间为准.", [("application_closes", "2026-06-15", None)]),
    ("9月10日在年会上公布获奖名单并颁奖。", [("announcement", "2026-09-10", None)]),
    ("12月18日12:00：校级系统审核截止", [("review", "2026-12-18", "12:00")]),
    ("6月13日（周五）17:00前：申请人完成网上填报", [("application_closes", "2026-06-13", "17:00")]),
    ("学校将组织校内评审，6月30日前统一上报。", [("recommendation_due", "2026-06-30", None)]),
    ("市局7月10日向社会公告评价结果。", [("announcement", "2026-07-10", None)]),
    ("（三）评审公示：2026年10月20日前完成评审，结果公示5天。", [("review", "2026-10-20", None)]),
    ("5、审核拨付：县局会同财政局于8月31日前完成联合审核。", [("review", "2026-08-31", None)]),
    ("以上资料一式四份，于2026年8月10日前报县经委中小企业股。", [("application_closes", "2026-08-10", None)]),
    ("补贴申报：展会结束后提交申请，跨年度展会可延至2026年12月20日。", [("application_closes", "2026-12-20", None)]),
    ("获奖团队须在2026年12月31日前完成企业注册。", [("other", "2026-12-31", None)]),
    (  # an account in the system is part of applying
        "申报单位须于2026年6月30日前登录市科技项目管理平台完成企业注册并在线填报申报书。",
        [("application_closes", "2026-06-30", None)],
    ),
    ("在我市注册企业可于2026年6月30日前网上申报。", [("application_closes", "2026-06-30", None)]),
    ("（二）资格确认（6月20日前）。由承办单位确认。", [("review", "2026-06-20", None)]),
    ("2026年3月31日前通过绩效评价验收。", [("completion", "2026-03-31", None)]),
    ("已认定的载体每年1月31日前报送运营情况。", [("other", "2026-01-31", None)]),
    ("各县区发改局、财政局联合行文，于6月8日前上报。", [("recommendation_due", "2026-06-08", None)]),
    ("区农委会同有关部门审核后于10月20日前行文上报。", [("recommendation_due", "2026-10-20", None)]),
    ("3月13日前,项目完成人将《申报意向表》报所在学院,", [("application_closes", "2026-03-13", None)]),
    (
        "企业于4月25日前将纸质材料报送我局，我局初审后于4月30日前统一报市科技局。",
        [("materials_due", "2026-04-25", None), ("recommendation_due", "2026-04-30", None)],
    ),
    (
        "1. 工坊申报（8月10日-8月31日）：向所在县市文化和旅游局提交申报材料；",
        [("application_opens", "2026-08-10", None), ("application_closes", "2026-08-31", None)],
    ),
    (
        "于6月12日（下周五）中午12点前发给科研秘书，由科研秘书汇总后连同汇总表于6月15日前交到科研院。",
        [("application_closes", "2026-06-12", "12:00"), ("recommendation_due", "2026-06-15", None)],
    ),
    ("★ 校级复赛（网评）：5月13日—17日；", [("review", "2026-05-17", None)]),
    ("★ 学院初赛：5月6日前各学院完成初赛。", [("review", "2026-05-06", None)]),
    ("请参评单位于8月10日前将回执（附件1）传真或发邮件至协会。", [("application_closes", "2026-08-10", None)]),
    ("请各学院于8月22日，科研秘书打印预申报书，报送科技处。", [("materials_due", "2026-08-22", None)]),
    ("结果将在11月18日行业大会上发布。", [("announcement", "2026-11-18", None)]),
    (
        "企业于2026年3月1日至3月31日期间登录市企业服务平台填报。",
        [("application_opens", "2026-03-01", None), ("application_closes", "2026-03-31", None)],
    ),
    ("项目起止时间为2026年8月1日至2028年7月31日。", [("completion", "2028-07-31", None)]),
    (
        "企业须在2026年4月15日前登录系统完成网上申报，推荐单位须在4月20日前完成网上审核，纸质材料于4月25日前寄达。",
        [
            ("application_closes", "2026-04-15", None),
            ("recommendation_due", "2026-04-20", None),
            ("materials_due", "2026-04-25", None),
        ],
    ),
]
BINDS_NOBODY = [
    "各支持事项起始时间为2026年3月1日。",
    "参评的渔港须在2025年9月底之前建成。",
    "首批样机已于2026年4月20日回收完毕。",
    "到2028年3月底前提交兽药注册申请2项。",
    "（二）截至2026年6月30日，申报单位注册满2年。",
    "2026年5月至8月30日，各参赛团队开展样机攻关，并备好10分钟以内的演示视频及书面说明。",
    "承担项目超期1年未完成的负责人不得申报。",
    "往年项目延期超过1年仍未结题的指导老师，原则上不得参与。",
    "获奖组织在获奖后5年内，不得重新申报曾获奖项。",
    "2025年全年（1月1日至12月31日，已申报的除外）符合文件规定的条件。",
    "已列入前期试点且仍在示范期的项目（2年有效期）不可重复申报。",
    "2025年6月15日前团队主要成员均未在国内注册成立企业。",
    "工商注册时间为2019年1月1日（含）—2025年12月31日（含）可参加成长组。",
    "2023年7月1日至2025年6月30日期间完成并应用一年以上的项目。",
    "成果应于2023年12月31日前完成整体技术应用。",
    "企业成立3年以上（截至2026年12月31日）。",
    "发布：2026-03-12",
    "申报单位应成立于2023年12月31日之前。",
    "须为2026年1月1日以前正式注册的企业。",
    "设备购置时间应在2025年1月1日至2025年10月31日。",
    "本公司成立于2020年9月，于2025年12月10日成功上市。",
    "项目须在2026年1月1日以后投入实施。",
    "申请人应为1981年1月1日（含）以后出生。",
    "2027年12月前完成100kWh系统集成。",
    "发布时间：2026-02-27 10:20:00",
    "咨询时间为工作日（9:00-17:00）。",
    "评审未通过的，主办方将在5日内发放退件通知。",
    "近三年未发生安全事故，连续运行24个月。",
    "提供2025年4月1日至10月31日期间的销售清单。",
    "试用期不少于2个月（含在建设周期内）。",
    "项目实施期自2026年7月起计算，每年现场工作不少于6个月。",
]
# words, kind, duration, after
# Of several times in one sentence the last ends the work, the others its stages.
LOOKED_AT = [
    ("市级初审受理截止时间为2026年11月15日。", [("application_closes", "2026-11-15")]),
    ("专家初审截止时间为2026年11月15日。", [("review", "2026-11-15")]),
    (
        "申请人申报时间：2026年10月23日至11月21日。\n管理单位审核时间：2026年10月23日至11月22日。",
        [("application_opens", "2026-10-23"), ("application_closes", "2026-11-21"), ("review", "2026-11-22")],
    ),
]


@pytest.mark.parametrize(("words", "wanted"), DATES)
def test_dates(words: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert [(found.kind, found.on, found.at) for found in deadlines(words)] == wanted


@pytest.mark.parametrize("words", BINDS_NOBODY)
def test_dates_that_bind_nobody(words: str) -> None:
    assert deadlines(words) == []


@pytest.mark.parametrize(("words", "wanted"), LOOKED_AT)
def test_who_looks_at_what_is_sent(words: str, wanted: list[tuple[str, str]]) -> None:
    assert [(f.kind, f.on) for f in deadlines(words)] == wanted


def test_where_no_day_is_signed_a_day_of_years_ago_is_past() -> None:
    text = HEAD + "样机完成时间截止2023年11月30日之前。\n申报时间截止2026年7月1日。\n"
    found = find_deadlines(*structure(document(text, hard_wrapped=False)), 2026)
    assert [one.on for one in found] == ["2026-07-01"]


def test_a_year_that_is_not_printed_is_inferred_and_says_so() -> None:
    [found] = deadlines("请申报单位于8月15日前登录系统填报。")
    assert (found.on, found.month_day, found.inferred) == ("2026-08-15", "08-15", True)


def test_evidence_is_the_clause_in_the_documents_words() -> None:
    [found] = deadlines("纸质材料须于2026年9月26日17:30前送达受理地点，以签收时间为准。")
    assert found.evidence.text == "纸质材料须于2026年9月26日17:30前送达受理地点"
