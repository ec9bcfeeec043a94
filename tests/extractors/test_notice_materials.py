import pytest
from documents import document

from extractors.materials.materials import find_materials
from pipeline.structure import structure
from schemas.document import HeadingMark

HEAD = "关于开展潮汐能揭榜挂帅的通知\n"
# text, [(name, kind, copies, condition)]
CASES = [
    (
        HEAD + "三、请填写项目申报意向表（见附件），并于5月24日前反馈我司，逾期不予受理。\n",
        [("项目申报意向表", "form", None, None)],
    ),
    (
        HEAD + "申报单位要撰写自评（申请）报告和提交相关证实性材料，并于5月25日前报送。\n",
        [("相关证实性材料", "other", None, None)],
    ),
    (
        HEAD + "请于5月5日前将纸质申请书2份、匿名申请书6份、申报一览表2份及相应电子版报送科技处。\n",
        [("纸质申请书", "form", 2, None), ("匿名申请书", "form", 6, None), ("申报一览表", "form", 2, None)],
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
    (HEAD + "五、项目管理\n结题材料：1.结题报告；2.审计报告。\n", []),
    (HEAD + "对申请书进行打分，得分最高的30份申请书立项。\n", []),
    (HEAD + "请将申报材料（一式两份）及电子文档一并报送至市局。\n", [("申报材料", "paper_copy", 2, None)]),
    (
        HEAD + "申报主体必须提供视频证明材料（5-10分钟），否则视为无效申报材料。\n",
        [("证明材料", "proof", None, None)],
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
        HEAD + "3.申报企业请于5月7日前报送培育计划汇总表（附件2）、名单推荐汇总表（附件5）。\n",
        [("培育计划汇总表", "form", None, None), ("名单推荐汇总表", "form", None, None)],
    ),
    (  # 文件要求…如下： leads in no list
        HEAD
        + "根据文件要求现将相关事宜通知如下：\n一、申报要求：\n详见附件1。\n二、注意事项：\n将查新报告附在建议书后。\n",
        [("查新报告", "proof", None, None)],
    ),
    (
        HEAD + "申报人需将项目建议书一式三份（均需原件）于8月12日前交至科研处。\n",
        [("项目建议书", "paper_copy", 3, None)],
    ),
    (
        HEAD + "申报单位将项目汇总表一式两份，项目申报书（含证明）一式伍份，报送至市交通局。\n",
        [("项目汇总表", "paper_copy", 2, None), ("项目申报书", "form", 5, None)],
    ),
    (
        HEAD + "申报单位填写5份《工作站备案申请表》（附件2）并装订成册、《推荐汇总表》（附件3）。\n",
        [("工作站备案申请表", "form", 5, None), ("《推荐汇总表》", "form", None, None)],
    ),
    (
        HEAD + "二、申报材料\n1、《报批表》一式3份。\n2、有关附件材料一式3份。\n",
        [("《报批表》", "form", 3, None), ("有关附件材料", "paper_copy", 3, None)],
    ),
    (
        HEAD + "4、请递交《申请表》一式3份，《论证活页》一式11份，用A3纸打印，《汇总表》一式一份。\n",
        [("申请表", "form", 3, None), ("论证活页", "form", 11, None), ("汇总表", "form", 1, None)],
    ),
    (HEAD + "2、申报者提交申报材料截止时间分别为：7月底、10月底。\n", []),
    (HEAD + "5.结项材料：纸质版包括审批书、研究报告各一式两份。\n", []),
    (
        HEAD + "三、所需材料\n1.专家论证意见；\n2.资格证书。\n专家组评审。\n",
        [("专家论证意见", "proof", None, None), ("资格证书", "proof", None, None)],
    ),
    (
        HEAD + "二、申报材料\n1、按照海岚市孵化器/众创空间认定申报书（附件2）要求填写，加盖公章。\n",
        [("海岚市孵化器/众创空间认定申报书", "form", None, None)],
    ),
    (  # on what it is handed in, and an example of how files are named; whom an item speaks to is no paper
        HEAD
        + "三、申报材料\n1.纸质版：申报书（附件3）及相关材料双面打印，胶装成册（一式三份）。\n"
        + "2.电子版：与纸质一致，按顺序排列（如：1.申报书；2.营业执照副本），打包发送。\n3.汇总表请按附件4要求填写。\n"
        + "4.省级赛道团队，请于5月8日前登录平台填报。\n",
        [
            ("申报书", "paper_copy", 3, None),
            ("电子版", "other", None, None),
            ("汇总表", "form", None, None),
        ],
    ),
    (  # papers with copies of their own, whoever sends them
        HEAD + "各地于5月10日前将项目汇总表一式2份、项目信息表一式2份、项目申报书一式11份及电子版统一报送省厅。\n",
        [("项目汇总表", "paper_copy", 2, None), ("项目信息表", "form", 2, None), ("项目申报书", "form", 11, None)],
    ),
    (HEAD + "各县区汇总，书面复审材料要求一式两份。\n", [("书面复审材料", "paper_copy", 2, None)]),
    (HEAD + "申报人填写《申报书》，并准备相关材料。\n", [("《申报书》", "form", None, None)]),
    (
        HEAD + "四、申报材料\n包括：项目申报书、资质证明、合作协议、伦理审查意见（如涉及）。\n",
        [
            ("项目申报书", "form", None, None),
            ("资质证明", "proof", None, None),
            ("合作协议", "proof", None, None),
            ("伦理审查意见", "proof", None, "如涉及"),
        ],
    ),
    (
        HEAD + "申报主体上传营业执照、专利证书、联合体协议等证明材料。\n",
        [
            ("证明材料", "proof", None, None),
            ("营业执照", "proof", None, None),
            ("专利证书", "proof", None, None),
            ("联合体协议", "proof", None, None),
        ],
    ),
    (
        HEAD + "5月25日前，学校将合作协议复印件、推荐函（各一份）报送省教育厅科技处。\n",
        [("合作协议复印件", "proof", 1, None), ("推荐函", "proof", 1, None)],
    ),
    (
        HEAD + "团队填写《对接申请表》（附件），由学校审核汇总，并附汇总表。\n签订合同后10日内提交履约保函。\n",
        [("《对接申请表》", "form", None, None)],
    ),
    (
        HEAD + "请将以下材料密封送至我委科技处（海澜市建设路66号1308室），同时发送电子版至a@example.cn：\n"
        "（1）课题申请书，一式6份；\n（2）廉洁承诺书1份。\n",
        [("课题申请书", "paper_copy", 6, None), ("廉洁承诺书", "commitment", 1, None)],
    ),
    (
        HEAD + "三、申报材料\n（一）查新报告；\n（二）由第三方机构出具的产品检测报告。\n",
        [("查新报告", "proof", None, None), ("由第三方机构出具的产品检测报告", "proof", None, None)],
    ),
    (
        HEAD
        + "附件1\n揭榜申报书\n任务名称：\n申报单位：\n填写说明\n一、如实填写。\n二、申报书一式两份，报送推荐单位。\n",
        [("申报书", "paper_copy", 2, None)],
    ),
    (
        HEAD + "其中，申报书一式8份（至少2份为原件），推荐公函和《项目汇总表》（附件2）各1份。\n",
        [
            ("申报书", "paper_copy", 8, None),
            ("推荐公函", "other", 1, None),
            ("项目汇总表", "form", 1, None),
        ],
    ),
    (HEAD + "申报主体对照任务清单（附件1）选题，将盖章扫描件及Word版发送至邮箱。\n", []),
    (
        HEAD + "揭榜方案应包括以下内容：\n（1）揭榜承诺函；\n（2）类似业绩证明。\n方案递交：揭榜方案纸质版一正五副。\n",
        [
            ("揭榜承诺函", "commitment", None, None),
            ("类似业绩证明", "proof", None, None),
            ("揭榜方案纸质版", "paper_copy", 6, None),
        ],
    ),
    (
        HEAD + "同时以正式文件报送推荐函及推荐项目汇总表（附件3）一式2份。\n",
        [("推荐函及推荐项目汇总表", "paper_copy", 2, None)],
    ),
    (
        HEAD + "将加盖公章的推荐汇总表（附件3）纸质版寄送至某某院（一式两份）。\n",
        [("推荐汇总表纸质版", "paper_copy", 2, None)],
    ),
    (
        HEAD + "三、申报材料\n1.申报书；\n2.联合申报的，须提供合作协议，明确分工。\n",
        [("申报书", "form", None, None), ("合作协议", "proof", None, "联合申报")],
    ),
    (
        HEAD + "三、申报材料\n1.营业执照；\n2.由授权代表签字的，提供授权委托书；\n3.由推荐单位汇总后报送。\n",
        [("营业执照", "proof", None, None), ("授权委托书", "proof", None, "由授权代表签字")],
    ),
    (
        HEAD + "三、申报材料\n1.申报书；\n2.联合申报的，提供合作协议；\n3.属于高新技术企业的，还须附证书。\n",
        [
            ("申报书", "form", None, None),
            ("合作协议", "proof", None, "联合申报"),
            ("证书", "proof", None, "属于高新技术企业"),
        ],
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
        HEAD + "三、材料\n方向1：提供销售合同复印件、收款凭证复印件。\n",
        [("销售合同复印件", "proof", None, "方向1"), ("收款凭证复印件", "proof", None, "方向1")],
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
        HEAD + "报送要求\n揭榜任务书（盖章PDF）请于3月13日12点前发科研处邮箱。\n",
        [("揭榜任务书", "form", None, None)],
    ),
    (
        HEAD + "五、有意向的单位请将揭榜申请书（盖章）、单位资质证明、业绩合同关键页报送至某中心。\n"
        "申报表附：前期成果材料、合作单位意见书。另将《课题申报表》word版发至指定邮箱。\n",
        [
            ("揭榜申请书", "form", None, None),
            ("单位资质证明", "proof", None, None),
            ("业绩合同关键页", "proof", None, None),
            ("前期成果材料", "proof", None, None),
            ("合作单位意见书", "proof", None, None),
            ("《课题申报表》", "form", None, None),
        ],
    ),
    (
        HEAD + "四、申报材料\n①申报书；②其他佐证材料（如专利、检测报告）。预算说明书单独装订，一式2份。\n",
        [("申报书", "form", None, None), ("其他佐证材料", "proof", None, None), ("预算说明书", "paper_copy", 2, None)],
    ),
    (
        HEAD + "三、应征文件由应征函、实施方案、经费测算表、资信证明四部分组成。联合的，须提交联合体协议书原件。\n",
        [
            ("应征函", "other", None, None),
            ("实施方案", "other", None, None),
            ("经费测算表", "form", None, None),
            ("资信证明", "proof", None, None),
            ("联合体协议书原件", "proof", None, "联合的"),
        ],
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
    (  # what a case asks for, what has to be signed and handed in
        HEAD + "二、要求\n涉及实验动物的，还须提供实验动物伦理审查意见。\n",
        [("实验动物伦理审查意见", "proof", None, "涉及实验动物的")],
    ),
    (
        HEAD + "二、要求\n1.涉及人体研究的，应提供伦理审查批件。\n"
        "2.联合申报的，应签订合作协议并作为附件上传。\n3.获批的，应接受检查。\n",
        [("伦理审查批件", "proof", None, "涉及人体研究的"), ("合作协议", "proof", None, None)],
    ),
    (
        HEAD + "三、提交材料\n揭榜单位须将揭榜方案（附件2）、团队职称证明合并为一个PDF文件，发送至指定邮箱。\n",
        [("揭榜方案", "other", None, None), ("团队职称证明", "proof", None, None)],
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
    (
        HEAD
        + (
            "三、申报材料\n申报材料包括：（1）项目申报书；（2）上年度审计报告；"
            "（3）合作协议（联合申报的提供）。书面材料一式两份，装订成册。"
        ),
        [
            ("项目申报书", "form", None, None),
            ("上年度审计报告", "proof", None, None),
            ("合作协议", "proof", None, "联合申报的提供"),
            ("书面材料", "paper_copy", 2, None),
        ],
    ),
    (
        HEAD
        + (
            "四、材料要求\n（一）申报书（附件2）一式五份，加盖单位公章。\n"
            "（二）证明材料：1.营业执照复印件；2.检测报告。\n"
            "（三）揭榜承诺书（附件4），由法定代表人签字。"
        ),
        [
            ("申报书", "paper_copy", 5, None),
            ("营业执照复印件", "proof", None, None),
            ("检测报告", "proof", None, None),
            ("揭榜承诺书", "commitment", None, None),
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
            "三、申报资料\n1．如项目涉及用海、环评等，需提供相关手续文件；\n"
            "2．自筹经费投入的承诺函，加盖公章；\n3．《潮汐能项目备案表》。\n"
        ),
        [
            ("相关手续文件", "proof", None, "如项目涉及用海、环评等"),
            ("自筹经费投入的承诺函", "commitment", None, None),
            ("《潮汐能项目备案表》", "form", None, None),
        ],
    ),
    (
        HEAD + "五、报送要求\n各项目材料报送份数：示范项目6份，其他项目均为2份。",
        [("书面材料", "paper_copy", 6, "示范项目"), ("书面材料", "paper_copy", 2, "其他项目")],
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
    (
        HEAD + "三、申报程序\n请填写《潮汐能项目申报表》（附件2）。各区县主管部门提交《推荐汇总表》（附件3）。",
        [("《潮汐能项目申报表》", "form", None, None)],
    ),
    (  # an item that says when and whither to send is no paper
        HEAD + "三、申报要求\n（一）须提交：营业执照；审计报告。\n（二）申报材料请于2026年5月8日17:00前发送至 a@b.cn。",
        [("营业执照", "proof", None, None), ("审计报告", "proof", None, None)],
    ),
    (  # the list of attachments under the text is none of the list above
        HEAD + "三、报送材料\n1.申请书；\n2.检测报告。\n附件：1.需求清单\n2.申请书\n海岚市科学技术局\n2026年8月20日",
        [("申请书", "form", None, None), ("检测报告", "proof", None, None)],
    ),
    (  # lists without numbers: with ；, or with 、 and 及
        HEAD + "二、怎样申报\n申报书应附：授权委托书（委托代理人签署时提供）；检测报告（如有）。",
        [("授权委托书", "proof", None, "委托代理人签署时提供"), ("检测报告", "proof", None, "如有")],
    ),
    (
        HEAD + "二、怎样申报\n商务部分包括：\n（a）营业执照复印件；\n（b）合作协议（联合申报必备）。",
        [("营业执照复印件", "proof", None, None), ("合作协议", "proof", None, "联合申报必备")],
    ),
    (
        HEAD + "二、附件清单\nA. 申请书；\nB. 审计报告。",
        [("申请书", "form", None, None), ("审计报告", "proof", None, None)],
    ),
    (  # 正本 and 副本 together; 壹贰叁 and 1式
        HEAD + "二、怎样申报\n投标文件正本1份、副本4份，密封递交。\n纸质申请书一式叁份报送。",
        [("投标文件", "paper_copy", 5, None), ("纸质申请书", "paper_copy", 3, None)],
    ),
    (
        HEAD + "二、怎样申报\n请将《意向书》（附件）一式四份送至科教科。",
        [("意向书", "paper_copy", 4, None)],
    ),
    (  # what goes with the form, in as many copies
        HEAD + "二、怎样申报\n意向者把《揭榜书》连同证照复印件、成果证明各3份送到科教股。",
        [("《揭榜书》", "form", 3, None), ("证照复印件", "proof", 3, None), ("成果证明", "proof", 3, None)],
    ),
    (  # a list whose marks the format does not keep ends with a sentence
        HEAD + "二、材料\n申报书须附以下佐证材料：\n法人证书\n合作协议（联合的提供）\n正文限8000字以内。",
        [("法人证书", "proof", None, None), ("合作协议", "proof", None, "联合的提供")],
    ),
    (
        HEAD + "二、揭榜\n在线提交《揭榜方案》（不超过30页）及营业执照、运营合格证、法定代表人授权书。",
        [
            ("《揭榜方案》", "other", None, None),
            ("营业执照", "proof", None, None),
            ("运营合格证", "proof", None, None),
            ("法定代表人授权书", "proof", None, None),
        ],
    ),
    (
        HEAD + "二、提交内容\n初赛提交：①设计报告；②源代码。以上资料一式三份。",
        [("设计报告", "proof", None, None), ("源代码", "other", None, None), ("以上资料", "paper_copy", 3, None)],
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
    (HEAD + "二、揭榜\n纸质文件提供一正三副，胶装。", [("纸质文件", "paper_copy", 4, None)]),
    (  # the numbers of the lead's own list are none of the list it holds
        HEAD + "二、安排\n一、响应文件含：①响应书（正本一份，副本六份）；②业绩证明。\n二、摘要限400字。",
        [("响应书", "form", 7, None), ("业绩证明", "proof", None, None)],
    ),
    (  # brackets inside a name stay, those behind it go
        HEAD
        + "四、材料\n须提交《资助申报书》一式八份、与单位签订的劳动(聘用)合同复印件、论文(须盖章)"
        + "及属海外引进的还应提供护照复印件。",
        [
            ("资助申报书", "paper_copy", 8, None),
            ("劳动(聘用)合同复印件", "proof", None, None),
            ("护照复印件", "proof", None, None),
        ],
    ),
    (
        HEAD + "三、资料\n申报资料含推荐表(附件一)、应用证明、效益证明(须盖章)等,纸质件一份.",
        [
            ("纸质件", "paper_copy", 1, None),
            ("推荐表", "form", None, None),
            ("应用证明", "proof", None, None),
            ("效益证明", "proof", None, None),
        ],
    ),
    (
        HEAD
        + "六、作品提交\n参赛作品应包括：设计报告、测试视频（时长不超过8分钟）以及查重报告。"
        + "纸质设计报告一式5份寄至：某处。",
        [
            ("设计报告", "proof", None, None),
            ("测试视频", "other", None, None),
            ("查重报告", "proof", None, None),
            ("纸质设计报告", "paper_copy", 5, None),
        ],
    ),
    (  # what a report holds is no paper of its own
        HEAD
        + "三、需提供的材料\n（一）资金申请报告，主要内容：1.企业概况；2.建设情况；\n"
        + "（二）附件：①备案文件；②所在单位设立工作室的文件。\n"
        + "复印件注明“与原件一致”，材料用A4纸胶装，一式五份。\n四、程序\n另行通知。",
        [
            ("资金申请报告", "other", None, None),
            ("备案文件", "proof", None, None),
            ("所在单位设立工作室的文件", "proof", None, None),
            ("书面材料", "paper_copy", 5, None),
        ],
    ),
    (
        HEAD
        + "三、时间\n请填写《组建申请书》，连同有关附件材料（项目清单、到账证明、共建协议等）交科技处，"
        + "纸质一式三份。",
        [
            ("纸质材料", "paper_copy", 3, None),
            ("《组建申请书》", "form", None, None),
            ("项目清单", "form", None, None),
            ("到账证明", "proof", None, None),
            ("共建协议", "proof", None, None),
        ],
    ),
    (
        HEAD
        + "八、提交方式\n团队将模型权重、源代码、技术报告和演示视频（不超过3分钟）打包，命名后发送至邮箱。"
        + "同时将加盖公章的报名表1份寄送至某处。",
        [
            ("模型权重", "other", None, None),
            ("源代码", "other", None, None),
            ("技术报告", "other", None, None),
            ("演示视频", "other", None, None),
            ("报名表", "form", 1, None),
        ],
    ),
    (HEAD + "八、提交方式\n请将作品相关文档材料、源代码和模型文件打包。", []),
    (
        HEAD + "二、复核\n复核企业另需提供近三年发展情况报告（3000字以内）。",
        [("近三年发展情况报告", "proof", None, None)],
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
    (
        HEAD + "三、材料\n以上材料须提供原件核对，报送纸质材料（含复印件）1式6份。",
        [("纸质材料", "paper_copy", 6, None)],
    ),
    (HEAD + "三、材料\n推荐书一并装订.纸质材料原件1份、复印件2份.", [("纸质材料", "paper_copy", 3, None)]),
    (HEAD + "三、要求\n（三）材料一式三份，附光盘。", [("书面材料", "paper_copy", 3, None)]),
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
    (
        HEAD + "请填写《成果信息表》并附证书扫描件、产品照片2至3张（JPG格式），发给科研秘书。",
        [
            ("《成果信息表》", "form", None, None),
            ("证书扫描件", "proof", None, None),
            ("产品照片", "other", None, None),
        ],
    ),
    (  # 佐证材料 that says what it is of
        HEAD + "四、材料提交\n将以下材料发送至邮箱：（1）项目计划书；（2）佐证材料（专利、获奖证书等扫描件）。",
        [("项目计划书", "other", None, None), ("佐证材料", "proof", None, None)],
    ),
    (
        HEAD + "三、申报材料要求\n1、项目申报书一式4份，可行性研究报告一式4份（不超过6000字）。\n",
        [("项目申报书", "paper_copy", 4, None), ("可行性研究报告", "proof", 4, None)],
    ),
    (
        HEAD + "3．材料要求：推荐书纸质件一式2份，代表作3篇（首页），专利证书复印件1套，所有材料电子版刻盘。\n",
        [
            ("推荐书纸质件", "paper_copy", 2, None),
            ("推荐书纸质件", "form", None, None),
            ("代表作", "other", None, None),
            ("专利证书复印件", "proof", None, None),
        ],
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
    (HEAD + "八、报名\n请登录官网报名，报名表经学校团委盖章后上传。", [("报名表", "form", None, None)]),
    (
        HEAD + "四、报送\n请各学院将申报书一式7份、佐证材料1份、论证意见1份报送科研处。",
        [
            ("申报书", "paper_copy", 7, None),
            ("佐证材料", "proof", 1, None),
            ("论证意见", "proof", 1, None),
        ],
    ),
    (
        HEAD + "四、报送\n请将《案例申报表》（见附件，加盖公章）及案例电子版发送至指定邮箱。",
        [("《案例申报表》", "form", None, None)],
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
    (
        HEAD
        + "三、申报材料\n1.申报方向1的，提供样机检测报告；\n2.方向二的单位须提供中试线照片；\n"
        + "3.委托代理的，需授权委托书；\n4.方向性研究报告。\n",
        [
            ("样机检测报告", "proof", None, "申报方向1"),
            ("中试线照片", "proof", None, "方向二"),
            ("授权委托书", "proof", None, "委托代理"),
            ("方向性研究报告", "proof", None, None),
        ],
    ),
    (HEAD + "附件：1.申报书\n2.揭榜承诺函\n某市科学技术局", [("揭榜承诺函", "commitment", None, None)]),
    (HEAD + "五、材料报送和联系方式\n（一）材料报送\n请登录系统。\n（二）联系方式\n电话：0571-00000000\n", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_materials(text: str, wanted: list[tuple[str, str, int | None, str | None]]) -> None:
    found = find_materials(*structure(document(text, hard_wrapped=False)))
    assert [(m.name, m.kind, m.copies, m.condition) for m in found] == wanted


def test_the_letter_of_commitment_is_a_material() -> None:
    text = HEAD + "一、申报条件\n在本市注册。\n附件\n揭榜任务承诺书\n我单位承诺材料真实。\n法定代表人：（签字）\n"
    found = find_materials(*structure(document(text, hard_wrapped=False)))
    assert [(m.name, m.kind) for m in found] == [("揭榜任务承诺书", "commitment")]


def test_a_heading_by_its_format_over_a_list_of_its_own_numbers() -> None:
    text = "课题揭榜公告\n4. 提交材料\n1. 意向表\n2. 承诺书\n"
    at = text.index("4. ")
    made = document(text, hard_wrapped=False, headings=(HeadingMark(at, at + 7, 2),))
    assert [m.name for m in find_materials(*structure(made))] == ["意向表", "承诺书"]
