"""Of whom and in which case a paper is asked."""

import pytest
from extracted import HEAD, papers

# text, [(name, kind, copies, condition)]
CASES = [
    (  # what each of several cases asks for, in letters below a lead; one asks for nothing
        HEAD + "三、申报材料\n1.《船队登记表》（附件3）；\n2.加分项各以下面的资料为据：\n"
        "a.属于自港组的单位无需提交租约，由港务处自行核对；\nb.属于租港组的单位请提交：码头租赁证书；\n"
        "c.属于拖带组的单位请提交：主机、锚机、舵机等证书或船检证明文件。\n3.上年度完税证明。\n",
        [
            ("《船队登记表》", "form", None, None),
            ("码头租赁证书", "proof", None, "属于租港组的单位"),
            ("主机、锚机、舵机等证书或船检证明文件", "proof", None, "属于拖带组的单位"),
            ("上年度完税证明", "proof", None, None),
        ],
    ),
    (  # a paper with whom a dash excepts; papers of some people, no whole
        HEAD
        + "三、申报材料\n1.拖带协议——单船作业不需提供。\n2.值班人员材料。\n3.引航人员资料。\n4.船厂资料、企业资料。\n"
        "5.企业资料。\n6.甲板人员申请材料。\n",
        [
            ("拖带协议", "proof", None, "单船作业不需提供"),
            ("值班人员材料", "proof", None, None),
            ("引航人员资料", "other", None, None),
            ("船厂资料、企业资料", "other", None, None),
            ("企业资料", "other", None, None),
        ],
    ),
    (  # what an item asks of some besides; not what somebody else hands out
        HEAD + "三、申报材料\n1.船员证复印件，尚未领证的提供半年内领证的承诺书（附件5）；\n"
        "2.船东营业执照复印件，受雇类申请人同时提供《雇佣合同》、在船连续缴纳保险满3个月的记录，自营类申请人同时提供船舶权属证明；\n"
        "3.航海日志，实习类人员须注明航次。\n",
        [
            ("船员证复印件", "proof", None, None),
            ("半年内领证的承诺书", "commitment", None, "尚未领证的"),
            ("船东营业执照复印件", "proof", None, None),
            ("《雇佣合同》", "proof", None, "受雇类申请人"),
            ("在船连续缴纳保险满3个月的记录", "proof", None, "受雇类申请人"),
            ("船舶权属证明", "proof", None, "自营类申请人"),
            ("航海日志", "other", None, None),
        ],
    ),
    (  # a second paper in a case; a case inside the brackets is not the item's; a bracket inside a title
        HEAD + "三、申报材料\n1.营业执照，如单位更名须提供变更登记证明（复印件）；\n"
        "2.项目单位同意入股的董事会决议（企业无董事会的，须提供同意入股的决策文件）；\n"
        "3.线上填写《潮汐能改造补助申报表（事后资助类）》，提交后打印；\n",
        [
            ("营业执照", "proof", None, None),
            ("变更登记证明", "proof", None, "如单位更名"),
            ("项目单位同意入股的董事会决议", "proof", None, None),
            ("《潮汐能改造补助申报表（事后资助类）》", "form", None, None),
        ],
    ),
    (  # several papers of one sort, each with its copies; not 小微型企业提供的…
        HEAD + "二、申报材料包括：\n（1）《申请书》（2026年3月修订版）用计算机填写。一式6份；\n"
        "（2）图纸类成果应提供总图、原稿各3份（须为定稿），与船厂所签订的试制合同、检验证明等文本的复印件、授权证明各2份；\n"
        "（3）软件类成果应提供安装说明一式4份，登记证书复印件2份；反映应用效果的相关材料；研发人员名单及所在单位；\n"
        "（4）小微型企业提供的财务报表。\n",
        [
            ("《申请书》", "paper_copy", 6, None),
            ("总图、原稿", "other", 3, "图纸类成果"),
            ("与船厂所签订的试制合同", "proof", 2, "图纸类成果"),
            ("检验证明等文本的复印件", "proof", 2, "图纸类成果"),
            ("授权证明", "proof", 2, "图纸类成果"),
            ("安装说明", "proof", 4, "软件类成果"),
            ("登记证书复印件", "proof", 2, "软件类成果"),
            ("反映应用效果的相关材料", "proof", None, "软件类成果"),
            ("研发人员名单及所在单位", "proof", None, "软件类成果"),
            ("小微型企业提供的财务报表", "proof", None, None),
        ],
    ),
    (  # who makes it is no condition
        HEAD + "三、申报材料\n1.应用意向书（至少1家整机厂出具）；\n2.授权委托书（委托代理人签署时提供）。\n",
        [("应用意向书", "proof", None, None), ("授权委托书", "proof", None, "委托代理人签署时提供")],
    ),
    (  # what is always asked for is no condition; several words of one
        HEAD + "三、申报材料\n1.完税证明（必须提供）；\n2.语言学习证明（结合实际提供）；\n"
        "3.出国（境）前已有职称，出国（境）后进修、访学的，须提供职称证明；\n"
        "4.赴国（境）外实习等证明材料（包括国（境）外单位出具的工资单、税单等）。\n",
        [
            ("完税证明", "proof", None, None),
            ("语言学习证明", "proof", None, "结合实际提供"),
            ("职称证明", "proof", None, "出国（境）前已有职称，出国（境）后进修、访学"),
            ("赴国（境）外实习等证明材料", "proof", None, None),
        ],
    ),
    (
        HEAD + "四、申报材料\n包括：项目申报书、资质证明、合作协议、伦理审查意见（如涉及）。\n",
        [
            ("项目申报书", "form", None, None),
            ("资质证明", "proof", None, None),
            ("合作协议", "proof", None, None),
            ("伦理审查意见", "proof", None, "如涉及"),
        ],
    ),
    (  # all of some, and all of all
        HEAD + "三、申报材料\n1.合作协议（联合申报的各方均须提供）；\n2.承诺书（各单位均须提供）；\n3.审计报告。\n",
        [
            ("合作协议", "proof", None, "联合申报的各方均须提供"),
            ("承诺书", "commitment", None, None),
            ("审计报告", "proof", None, None),
        ],
    ),
    (  # what the paper is like is no case
        HEAD + "三、申报材料\n1.申报书；\n2.加盖公章的，营业执照复印件；\n3.合作协议。\n",
        [
            ("申报书", "form", None, None),
            ("营业执照复印件", "proof", None, None),
            ("合作协议", "proof", None, None),
        ],
    ),
    (  # no verb between the case and the paper
        HEAD + "三、申报材料\n1.申报书；\n2.企业牵头的，上年度审计报告；\n3.联合申报的，合作协议；\n4.样机照片。\n",
        [
            ("申报书", "form", None, None),
            ("上年度审计报告", "proof", None, "企业牵头"),
            ("合作协议", "proof", None, "联合申报"),
            ("样机照片", "proof", None, None),
        ],
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
    (
        HEAD + "三、材料\n方向1：提供销售合同复印件、收款凭证复印件。\n",
        [("销售合同复印件", "proof", None, "方向1"), ("收款凭证复印件", "proof", None, "方向1")],
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
            "三、申报资料\n1．如项目涉及用海、环评等，需提供相关手续文件；\n"
            "2．自筹经费投入的承诺函，加盖公章；\n3．《潮汐能项目备案表》。\n"
        ),
        [
            ("相关手续文件", "proof", None, "如项目涉及用海、环评等"),
            ("自筹经费投入的承诺函", "commitment", None, None),
            ("《潮汐能项目备案表》", "form", None, None),
        ],
    ),
    (  # lists without numbers: with ；, or with 、 and 及
        HEAD + "二、怎样申报\n申报书应附：授权委托书（委托代理人签署时提供）；检测报告（如有）。",
        [("授权委托书", "proof", None, "委托代理人签署时提供"), ("检测报告", "proof", None, "如有")],
    ),
    (
        HEAD + "二、怎样申报\n商务部分包括：\n（a）营业执照复印件；\n（b）合作协议（联合申报必备）。",
        [("营业执照复印件", "proof", None, None), ("合作协议", "proof", None, "联合申报必备")],
    ),
    (  # a list whose marks the format does not keep ends with a sentence
        HEAD + "二、材料\n申报书须附以下佐证材料：\n法人证书\n合作协议（联合的提供）\n正文限8000字以内。",
        [("法人证书", "proof", None, None), ("合作协议", "proof", None, "联合的提供")],
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
    (  # asked for in a case, proofs by no other name are one paper
        HEAD
        + "三、申报材料\n1.申请表；\n2.产品属于新材料、海洋装备产业的，须提交佐证材料，不超过10页；\n3.佐证材料；\n",
        [("申请表", "form", None, None), ("佐证材料", "proof", None, "产品属于新材料、海洋装备产业")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_materials(text: str, wanted: list[tuple[str, str, int | None, str | None]]) -> None:
    assert papers(text) == wanted
