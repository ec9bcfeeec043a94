"""Lists of papers: numbered, lettered, run on in a paragraph, or bare under their head."""

import pytest
from documents import document
from extracted import HEAD, papers

from extractors.materials.materials import find_materials
from extractors.text.items import named_items
from pipeline.structure import structure
from schemas.document import HeadingMark

LISTED = [
    ("船舶登记证书", "proof", None, None),
    ("船检报告", "proof", None, None),
    ("联合协议", "proof", None, "联合揭榜的"),
]
# text, [(name, kind, copies, condition)]
CASES = [
    *(  # headings over the proofs, in whatever words
        (
            f"{HEAD}三、{title}\n1.潜水作业证书；\n2.联合揭榜的还要提供合作协议。\n四、其他\n无。\n",
            [("潜水作业证书", "proof", None, None), ("合作协议", "proof", None, "联合揭榜")],
        )
        for title in ("要附的证明", "同时交哪些证明", "带什么证件？", "报名上传的佐证材料", "准备哪些凭证")
    ),
    (  # what is proved, and no paper
        f"{HEAD}三、技术证明\n1.潜水器应能下潜；\n2.海试要有记录。\n",
        [],
    ),
    (
        f"{HEAD}三、要附的证明\n（1）潜水作业证书；（2）联合体协议（联合体揭榜时）；（3）船检报告（2026年以来出具）。\n",
        [
            ("潜水作业证书", "proof", None, None),
            ("联合体协议", "proof", None, "联合体揭榜时"),
            ("船检报告", "proof", None, None),
        ],
    ),
    (
        f"{HEAD}三、材料\n随方案一并提交的证明材料有：潜水作业证书；船检报告。另须提交承诺书一份，写明所报材料真实。\n",
        [
            ("潜水作业证书", "proof", None, None),
            ("船检报告", "proof", None, None),
            ("承诺书", "commitment", None, None),
        ],
    ),
    *(
        (f"{HEAD}三、怎么报\n{lead}1.船舶登记证书；2.船检报告；3.联合协议（联合揭榜的）。\n", LISTED)
        for lead in (
            "最后附证明材料三样：",
            "书后附佐证材料三种：",
            "证明材料作为附件，包括：",
            "佐证文件单独装订，应包括：",
            "末尾交证明文件3项：",
        )
    ),
    *(
        (f"{HEAD}三、说明\n{words}\n", [])
        for words in (
            "证明材料由船级社核验：1.登船；2.试航；3.评定。",
            "提供支撑条件三项：1.泊位；2.淡水；3.拖轮。",
            "附三张海图：1.北港；2.南湾；3.东礁。",
        )
    ),
    (
        f"{HEAD}三、要交什么\n证明材料作为附件，包括：\n船舶登记证书\n船东身份证明；委托他人办理的，另附授权委托书\n"
        "航次合同关键页，不少于2份\n",
        [
            ("船舶登记证书", "proof", None, None),
            ("船东身份证明", "proof", None, None),
            ("航次合同关键页", "proof", 2, None),
        ],
    ),
    (f"{HEAD}三、限项\n一份方案书写一个方向，每个单位牵头报一个方向。\n", []),
    *(  # what a contest asks of each work, counted
        (HEAD + f"三、{title}\n作品须为原创。\n{words}\n四、评审\n专家评审。\n", [(name, kind, None, None)])
        for title, words, name, kind in (
            ("参赛作品要求", "船模效果图两张，内容应含外观尺寸；版面为A2幅面。", "船模效果图", "other"),
            ("作品要求", "展板1-2张（竖版），分辨率200dpi。", "展板", "other"),
            ("作品规格", "1.演示视频一段，时长不限。", "演示视频", "other"),
            ("作品提交要求", "（2）设计说明书1份，中英文同步。", "设计说明书", "proof"),
            ("应征作品格式", "实物样品3件，随箱附清单。", "实物样品", "other"),
        )
    ),
    *(
        (HEAD + f"三、{title}\n{words}\n四、评审\n专家评审。\n", [])
        for title, words in (
            ("参赛作品要求", "每位船长限报作品一件，多报无效。"),
            ("参赛作品要求", "每支船队不超过作品两件，多报无效。"),
            ("参赛作品要求", "船队成员三个，自愿组合。"),
            ("奖项设置", "奖杯一个，证书一份。"),
            ("评审流程", "效果图两张，由评委抽取。"),
        )
    ),
    (  # a paper's name and how it is made, of an activity's end
        "关于开展2026年远航实践活动的通知\n各船队：\n一、安排\n（一）报名\n请提交《远航报名表》（附件1）。\n"
        "（二）结项安排\n活动结束后，结项材料包括：\n航行总结。总结以见闻为主，不少于千字；\n"
        "《远航一般项目汇总表》（一般项目填写，附件2）或《远航重点项目申报书》（重点项目填写，附件3）；\n航行纪实材料。纪实以照片为主，逐张注明日期；\n",
        [
            ("《远航报名表》", "form", None, None),
            ("航行总结", "other", None, "结项时"),
            ("《远航重点项目申报书》", "form", None, "结项时"),
            ("航行纪实材料", "proof", None, "结项时"),
        ],
    ),
    *(  # those of a project, or no chapter of handing in
        (
            f"关于{title}的通知\n各船队：\n一、{chapter}\n结项材料包括：\n航行总结。总结以见闻为主，不少于千字；\n审计报告。须由事务所出具，一式两份。\n",
            [],
        )
        for title, chapter in (
            ("组织申报远航课题", "结项安排"),
            ("发布远航榜单", "验收安排"),
            ("开展远航实践活动", "结项与奖励"),
            ("组织申报远航专项资金", "结题材料报送"),
            ("开展远航揭榜挂帅", "中期检查安排"),
        )
    ),
    *(  # asked for in a sentence above the chapters, which are no papers
        (
            f"关于开展课题申报的通知\n各船队：\n现将事项通知如下。{lead}每个课题单独存一个文件夹。\n"
            "一、课题类别\n（一）浮标课题（周期为2年）\n（二）雷达课题（限报3项）\n二、申报条件\n（一）浮标课题：在港船队均可申报。\n"
            "（二）雷达课题：船东均可申报。\n（三）有以下情形之一的，不予受理：\n1.船东不是船长的；\n2.已有课题在研的。\n三、推荐办法\n自愿。\n",
            [],
        )
        for lead in (
            "请准备以下材料：",
            "须提交下列材料，要求是：",
            "报送材料包括以下内容：",
            "申报人应提交如下文件：",
            "请一并提供：",
        )
    ),
    (  # papers counted like chapters
        "关于开展课题申报的通知\n各船队：\n请准备以下材料：\n一、申报表\n二、航行方案\n三、承诺书\n",
        [("申报表", "form", None, None), ("航行方案", "other", None, None), ("承诺书", "commitment", None, None)],
    ),
    *(  # which of them counts is no further one
        (HEAD + f"三、申报材料\n1.申报表（盖章）；\n2.{words}。\n", [("申报表", "form", None, None), *more])
        for words, more in (
            ("船员名单及分工以申报表盖章件为准", []),
            ("航次证明所载里程以海图为准", []),
            ("合同金额以发票为准", []),
            ("船队名称以营业执照为准", []),
            ("申报书内容以系统提交版本为准", []),
            ("航行方案，以纸质版为准", [("航行方案", "other", None, None)]),
            ("航次证明（以海事局出具的为准）", [("航次证明", "proof", None, None)]),
            ("营业执照复印件：以最新登记的为准", [("营业执照复印件", "proof", None, None)]),
        )
    ),
    (  # groups under bullets, of which each kind is asked in its case; how the whole is sent is no paper
        HEAD + "三、申报材料\n◆通用材料（必要）\n1．申请表（附件1）；\n2．营业执照复印件；\n3．近两年纳税证明。\n"
        "◆分项材料（按申报事项提供）\n（一）冷链仓库（事项1）\n1．仓库权属证明材料；\n2．仓储能力说明；\n3．其他相关材料。\n"
        "（二）远洋渔业公司总部（事项2）\n1．渔船租赁合同；\n2．相关佐证材料；\n3．其他相关材料。\n四、材料提交\n"
        "1．电子版材料：请将全部材料打包发至邮箱，可上传多个文件。\n2．纳税证明下载方式：登录网站查询。\n",
        [
            ("申请表", "form", None, None),
            ("营业执照复印件", "proof", None, None),
            ("近两年纳税证明", "proof", None, None),
            ("仓库权属证明材料", "proof", None, "事项1"),
            ("仓储能力说明", "proof", None, "事项1"),
            ("渔船租赁合同", "proof", None, "事项2"),
            ("相关佐证材料", "proof", None, "事项2"),
        ],
    ),
    (  # a bullet that names a paper is one, whatever numbers stand below
        HEAD + "三、申报材料\n◆营业执照复印件\n◆审计报告\n1．承诺书。\n",
        [
            ("营业执照复印件", "proof", None, None),
            ("审计报告", "proof", None, None),
            ("承诺书", "commitment", None, None),
        ],
    ),
    (  # 附 with what it holds before the colon; drawings are no papers
        HEAD
        + "第九条 文件见附件一。\n并附佐证：营业执照、海试合同、用户意向书。\n另须附证明文件：审计报告、检测报告。\n"
        "附图：站位图、航线图、底质图。\n",
        [
            ("营业执照", "proof", None, None),
            ("海试合同", "proof", None, None),
            ("用户意向书", "proof", None, None),
            ("审计报告", "proof", None, None),
            ("检测报告", "proof", None, None),
        ],
    ),
    (  # who hands in, how it is written and the list itself are no part of a paper's name
        HEAD + "三、材料报送\n申报材料由申报表（附件1）、任务书（附件2）和证明材料及其清单（附件5）组成。\n",
        [("申报表", "form", None, None), ("任务书", "form", None, None)],
    ),
    (  # what says that they are listed names none, nor does the word for all of them
        HEAD + "三、申报材料\n申报材料由申报表（附件1）、任务书（附件2）和附证材料组成。证明材料须列出清单，包括：\n"
        "（1）营业执照；\n（2）附证材料应列明清单；\n（3）拟列出的设备清单。\n",
        [
            ("申报表", "form", None, None),
            ("任务书", "form", None, None),
            ("营业执照", "proof", None, None),
            ("拟列出的设备清单", "form", None, None),
        ],
    ),
    (  # under a bare 证明材料 in the call, and what stands for them all
        HEAD + "三、报送\n申报单位应提交：申报表、任务书、佐证附件。\n四、证明材料\n证明材料报送复印件，并列清单：\n"
        "1.营业执照；\n2.2025年度审计报告。\n",
        [
            ("申报表", "form", None, None),
            ("任务书", "form", None, None),
            ("营业执照", "proof", None, None),
            ("2025年度审计报告", "proof", None, None),
        ],
    ),
    (  # what the list is, and how a form is filled in, are no papers
        HEAD + "3 材料要求\n3.1 申报材料包括：申报表（附1）、任务书（附2）。\n3.2 申报表各栏均须填写，没有的写“无”。\n",
        [("申报表", "form", None, None), ("任务书", "form", None, None)],
    ),
    (
        HEAD + "三、材料要求\n（一）揭榜材料由两部分组成：申报表（附1）、任务书（附2）。\n",
        [("申报表", "form", None, None), ("任务书", "form", None, None)],
    ),
    (  # how the whole is bound, and what the issuer does by when
        HEAD + "三、申报材料\n1.审计报告；\n2.上述材料装订成册，一式四份；\n3.某局于2026年7月31日前完成评审。\n",
        [("审计报告", "proof", None, None), ("上述材料装订成册", "paper_copy", 4, None)],
    ),
    (  # whose hands it bears, and whom it is asked of
        HEAD + "三、申报材料\n1.各方签署的合作协议；\n2.由双方签订的技术合同；\n3.审计报告；\n4.各区县推荐函。\n",
        [
            ("各方签署的合作协议", "proof", None, None),
            ("由双方签订的技术合同", "proof", None, None),
            ("审计报告", "proof", None, None),
        ],
    ),
    (
        HEAD + "三、申报材料\n1.工作场所照片3-5张；\n2.验收录像光盘2张。\n",
        [("工作场所照片3-5张", "proof", None, None), ("验收录像光盘", "other", None, None)],
    ),
    (  # papers named before a colon, with what else is said of them
        HEAD
        + "4. 申请材料：\n申请书：请参考本局范本。应详细到季度。\n个人简历：\n姓名、照片\n其他：能表现能力的内容。\n",
        [("申请书", "form", None, None), ("个人简历", "other", None, None)],
    ),
    (  # the one paper of a group
        HEAD + "二、申报材料\n（一）单位材料\n1.申报表；\n2.审计报告。\n（二）人员材料\n1.学历证书；\n2.工作证明材料\n"
        "申报人连续六个月的社保缴费证明，即《缴费记录》（网上下载）。\n",
        [
            ("申报表", "form", None, None),
            ("审计报告", "proof", None, None),
            ("学历证书", "proof", None, None),
            ("工作证明材料", "proof", None, None),
            ("申报人连续六个月的社保缴费证明", "proof", None, None),
        ],
    ),
    (
        HEAD + "申报材料\n申报材料由申报表、概述、自我评价报告、工作总结及证实性材料五个部分组成。\n",
        [
            ("申报表", "form", None, None),
            ("概述", "other", None, None),
            ("自我评价报告", "proof", None, None),
            ("工作总结", "other", None, None),
            ("证实性材料", "proof", None, None),
        ],
    ),
    (  # two papers in one item; the papers of the work's end
        HEAD
        + "二、申报材料\n1.申报书；\n2.推荐汇总表和承诺书各1份。\n"
        + "三、验收要求\n承担单位应提交以下材料：\n1.验收申请书；\n2.审计报告。\n",
        [("申报书", "form", None, None), ("推荐汇总表", "form", 1, None), ("承诺书", "commitment", 1, None)],
    ),
    (
        HEAD
        + "(二)申报材料主要包括：\n1.申报表；\n2.所在镇（街道）或税务部门出具的纳税证明；\n3.所在地主管部门推荐。\n"
        + "请于10月28日前将申报资料及自评表（见附件3）报送区农业农村局。\n",
        [
            ("申报表", "form", None, None),
            ("所在镇（街道）或税务部门出具的纳税证明", "proof", None, None),
            ("自评表", "form", None, None),
        ],
    ),
    (
        HEAD + "三、所需材料\n1.专家论证意见；\n2.资格证书。\n专家组评审。\n",
        [("专家论证意见", "proof", None, None), ("资格证书", "proof", None, None)],
    ),
    (
        HEAD + "二、申报材料\n1、按照海岚市孵化器/众创空间认定申报书（附件2）要求填写，加盖公章。\n",
        [("海岚市孵化器/众创空间认定申报书", "form", None, None)],
    ),
    (
        HEAD + "三、申报材料\n（一）查新报告；\n（二）由第三方机构出具的产品检测报告。\n",
        [("查新报告", "proof", None, None), ("由第三方机构出具的产品检测报告", "proof", None, None)],
    ),
    (  # a sentence of names, and another line that is none
        HEAD + "三、需要提交哪些材料？\n揭榜申请书（盖章）、联合申报协议、法人证书复印件。\n邮件标题注明单位。\n"
        "四、时间\n6月30日前：提交揭榜申请书\n",
        [
            ("揭榜申请书", "form", None, None),
            ("联合申报协议", "proof", None, None),
            ("法人证书复印件", "proof", None, None),
        ],
    ),
    (
        HEAD + "四、材料\n申报表（电子签名）、推荐意见表、开题报告。\n",
        [("申报表", "form", None, None), ("推荐意见表", "form", None, None), ("开题报告", "proof", None, None)],
    ),
    (
        HEAD + "三、提交材料\n揭榜单位提交《揭榜书》，并提供以下证明：\n（1）营业执照；\n（2）安全等级证书。\n",
        [
            ("《揭榜书》", "form", None, None),
            ("营业执照", "proof", None, None),
            ("安全等级证书", "proof", None, None),
        ],
    ),
    (
        HEAD + "三、揭榜方式\n附件：法人证照、项目负责人职称证书、无纠纷承诺书（盖章）。\n",
        [
            ("法人证照", "proof", None, None),
            ("项目负责人职称证书", "proof", None, None),
            ("无纠纷承诺书", "commitment", None, None),
        ],
    ),
    (
        HEAD + "材料：项目申报书、可行性报告（附查新报告）、绩效目标承诺书。可行性报告限8000字。\n",
        [
            ("项目申报书", "form", None, None),
            ("可行性报告", "proof", None, None),
            ("绩效目标承诺书", "commitment", None, None),
        ],
    ),
    (
        HEAD + "（四）申报材料。申报书（不超过2万字）3份、应用单位承诺函1份、查新报告1份。\n"
        "（五）管理要求。应于合同签订后6个月内提交阶段报告。\n",
        [
            ("申报书", "form", 3, None),
            ("应用单位承诺函", "commitment", 1, None),
            ("查新报告", "proof", 1, None),
        ],
    ),
    (
        HEAD + "四、申报材料\n①申报书；②其他佐证材料（如专利、检测报告）。预算说明书单独装订，一式2份。\n",
        [("申报书", "form", None, None), ("其他佐证材料", "proof", None, None), ("预算说明书", "paper_copy", 2, None)],
    ),
    (  # names right under the heading, without marks
        HEAD + "三、申报资料\n申报书（加盖公章的扫描件）、近三年审计报告、知识产权清单及证书、承诺书。摘要限1500字。\n",
        [
            ("申报书", "form", None, None),
            ("近三年审计报告", "proof", None, None),
            ("知识产权清单及证书", "proof", None, None),
            ("承诺书", "commitment", None, None),
        ],
    ),
    (  # lines without marks under a lead; a limit in brackets ends no list
        HEAD + "三、报名材料\n揭榜方应提交下列文件：\n揭榜申请表（附件1）\n营业执照副本\n"
        "技术方案（附件2，不超过50页）\n诚信承诺函\n文件须密封并盖章，按时送达。\n",
        [
            ("揭榜申请表", "form", None, None),
            ("营业执照副本", "proof", None, None),
            ("技术方案", "other", None, None),
            ("诚信承诺函", "commitment", None, None),
        ],
    ),
    (  # a hard wrap inside an item, examples in brackets
        (
            "潮汐能揭榜单位相关证明材料\n1. 揭榜单位上一财年营业收入证明材料。（财务会\n"
            "计报表、纳税证明等）\n2. 揭榜单位研发能力证明材料。（专利、标准等）\n"
        ),
        [
            ("揭榜单位上一财年营业收入证明材料", "proof", None, None),
            ("揭榜单位研发能力证明材料", "proof", None, None),
        ],
    ),
    (
        HEAD
        + (
            "五、答题要求\n参赛作品必须包含预报模型、源代码、技术报告三部分。"
            "提交作品时同步报送1份经审核通过的参赛报名表。"
        ),
        [
            ("预报模型", "other", None, None),
            ("源代码", "other", None, None),
            ("技术报告", "other", None, None),
            ("参赛报名表", "form", 1, None),
        ],
    ),
    (  # a name in Latin letters among things
        HEAD + "五、答题要求\n参赛作品应包括仿真程序、SDK、操作手册三项。",
        [("仿真程序", "other", None, None), ("SDK", "other", None, None), ("操作手册", "other", None, None)],
    ),
    (  # an item that says when and whither to send is no paper
        HEAD + "三、申报要求\n（一）须提交：营业执照；审计报告。\n（二）申报材料请于2026年5月8日17:00前发送至 a@b.cn。",
        [("营业执照", "proof", None, None), ("审计报告", "proof", None, None)],
    ),
    (  # the list of attachments under the text is none of the list above
        HEAD + "三、报送材料\n1.申请书；\n2.检测报告。\n附件：1.需求清单\n2.申请书\n海岚市科学技术局\n2026年8月20日",
        [("申请书", "form", None, None), ("检测报告", "proof", None, None)],
    ),
    (
        HEAD + "二、附件清单\nA. 申请书；\nB. 审计报告。",
        [("申请书", "form", None, None), ("审计报告", "proof", None, None)],
    ),
    (
        HEAD + "三、揭榜书由正文和附件组成，附件包括法人证书、任职文件、合作协议和保密承诺书。",
        [
            ("法人证书", "proof", None, None),
            ("任职文件", "other", None, None),
            ("合作协议", "proof", None, None),
            ("保密承诺书", "commitment", None, None),
        ],
    ),
    (
        HEAD + "四、申报材料\n申报材料包括申报书、营业执照及数据安全承诺书。",
        [
            ("申报书", "form", None, None),
            ("营业执照", "proof", None, None),
            ("数据安全承诺书", "commitment", None, None),
        ],
    ),
    (
        HEAD + "四、递交\n方案文件组成：(1)实施方案；(2)报价表。与附表合并为一个PDF文件后上传。",
        [("实施方案", "other", None, None), ("报价表", "form", None, None)],
    ),
    (
        HEAD
        + "四、申请所需资料\n补贴申请表（加盖公章）、展位费发票及银行水单、护照复印件各1份、"
        + "现场照片不少于3张，均为PDF格式上传。",
        [
            ("补贴申请表", "form", None, None),
            ("展位费发票及银行水单", "proof", None, None),
            ("护照复印件", "proof", None, None),
            ("现场照片", "proof", None, None),
        ],
    ),
    (
        HEAD + "(五) 报送材料\n营业执照复印件、专利清单及证书复印件各1份；管理制度；与辅导机构签订的合同。",
        [
            ("营业执照复印件", "proof", 1, None),
            ("专利清单", "form", 1, None),
            ("证书复印件", "proof", 1, None),
            ("管理制度", "proof", None, None),
            ("与辅导机构签订的合同", "proof", None, None),
        ],
    ),
    (  # 在孵企业 is what the list is of; 代表作不超过5篇 is named without its bound
        HEAD + "四、提交材料\n1.在孵企业名单及入孵协议；\n2.代表作不超过5篇；\n3.在系统上传照片。",
        [("在孵企业名单及入孵协议", "proof", None, None), ("代表作", "other", None, None)],
    ),
    (  # numbers run on in a paragraph, whatever stands before them
        HEAD + "二、申报材料\n（1）申请表（详见附件1）（2）营业执照复印件（3）证明文件（4）照片不少于6张。",
        [
            ("申请表", "form", None, None),
            ("营业执照复印件", "proof", None, None),
            ("证明文件", "proof", None, None),
            ("照片", "proof", None, None),
        ],
    ),
    (
        HEAD + "四、要准备哪些材料？\n1.申请表一份；\n2.利息支付凭证。\n材料盖章后送到窗口。",
        [("申请表", "form", 1, None), ("利息支付凭证", "proof", None, None)],
    ),
    (  # 佐证材料 that says what it is of
        HEAD + "四、材料提交\n将以下材料发送至邮箱：（1）项目计划书；（2）佐证材料（专利、获奖证书等扫描件）。",
        [("项目计划书", "other", None, None), ("佐证材料", "proof", None, None)],
    ),
    (
        HEAD
        + "三、申报材料\n组织提交以下材料：\n申报表；\n证实性材料：营业执照、审计报告等；\n"
        + "无违规行为的承诺书。\n四、进度\n另行通知。",
        [
            ("申报表", "form", None, None),
            ("证实性材料", "proof", None, None),
            ("无违规行为的承诺书", "commitment", None, None),
        ],
    ),
    (  # a time of day in brackets is no item
        HEAD + "三、申报材料\n1.申请表；\n2.承诺书。\n3月10日至25日（8:30-11:30，13:30-17:00），逾期不再受理。\n",
        [("申请表", "form", None, None), ("承诺书", "commitment", None, None)],
    ),
    (  # lettered items open no attachment of the notice
        HEAD
        + "三、材料要求\n附件材料需上传：\n（a）合作协议\n（b）科研诚信承诺书（全体成员签字）\n四、时间\n另行通知。",
        [("合作协议", "proof", None, None), ("科研诚信承诺书", "commitment", None, None)],
    ),
    (  # items whose number stands behind a word for a paper
        HEAD + "附件2\n佐证材料目录\n以下材料按顺序装订：\n材料1　营业执照\n材料2　上年度审计报告\n"
        "材料3　联合申报协议（有参与单位的提供）\n",
        [
            ("营业执照", "proof", None, None),
            ("上年度审计报告", "proof", None, None),
            ("联合申报协议", "proof", None, "有参与单位的提供"),
        ],
    ),
    (  # a form that the text names by what it holds
        HEAD + "一、申报方式\n登录系统，按要求填写技术需求信息。\n附件：1.海岚市揭榜项目技术需求表\n2.任务指南\n",
        [("海岚市揭榜项目技术需求表", "form", None, None)],
    ),
    (HEAD + "附件：1.申报书\n2.揭榜承诺函\n某市科学技术局", [("揭榜承诺函", "commitment", None, None)]),
    (
        HEAD + "附件：1.揭榜申报表 2.揭榜任务书3.证明清单 4.承诺书\n某市科学技术局",
        [("承诺书", "commitment", None, None)],
    ),
    (
        HEAD + "一、申报材料\n1.经具有资质的中介机构鉴证的上年度财务审计报告；\n2.检测报告。\n",
        [("上年度财务审计报告", "proof", None, None), ("检测报告", "proof", None, None)],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_materials(text: str, wanted: list[tuple[str, str, int | None, str | None]]) -> None:
    assert papers(text) == wanted


def test_the_letter_of_commitment_is_a_material() -> None:
    text = HEAD + "一、申报条件\n在本市注册。\n附件\n揭榜任务承诺书\n我单位承诺材料真实。\n法定代表人：（签字）\n"
    found = find_materials(*structure(document(text, hard_wrapped=False)))
    assert [(m.name, m.kind) for m in found] == [("揭榜任务承诺书", "commitment")]


def test_a_heading_by_its_format_over_a_list_of_its_own_numbers() -> None:
    text = "课题揭榜公告\n4. 提交材料\n1. 意向表\n2. 承诺书\n"
    at = text.index("4. ")
    made = document(text, hard_wrapped=False, headings=(HeadingMark(at, at + 7, 2),))
    assert [m.name for m in find_materials(*structure(made))] == ["意向表", "承诺书"]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("材料1　营业执照\n材料2　审计报告\n", ["营业执照", "审计报告"]),
        ("附三年审计报告\n附两份合同\n", []),
        ("证明材料一览表\n材料1　营业执照\n材料2　审计报告\n", ["营业执照", "审计报告"]),
        ("附1 营业执照\n附3 审计报告\n", []),
        ("证明三年内无违法记录\n文件一式三份\n", []),
    ],
)
def test_numbers_behind_a_word_for_a_paper(text: str, bodies: list[str]) -> None:
    made, _ = structure(document(text, hard_wrapped=False))
    assert [made.clean[one.body : one.end] for one in named_items(made, 0, len(made.clean))] == bodies
