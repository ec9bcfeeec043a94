"""How many copies of each paper, and what is handed in on paper."""

import pytest
from extracted import HEAD, papers

# text, [(name, kind, copies, condition)]
CASES = [
    (  # a title, on paper so many times; one of them the original
        HEAD + "5、交送内容：\n（1）《船检意见表》纸质版两份（其中一份须为原件）；\n"
        "（2）每艘船交纸质《检验申请书》3份，同时上传系统。\n",
        [("船检意见表", "form", 2, None), ("检验申请书", "form", 3, None)],
    ),
    (
        HEAD + "各市于5月15日前将推荐意见和项目申报书纸质版（各一份）邮寄至省厅。\n",
        [("推荐意见", "proof", 1, None), ("项目申报书", "form", 1, None)],
    ),
    (
        HEAD + "报送材料：将“潮汐+”创新大赛选拔赛项目推荐汇总表（附件5）、项目计划书纸质版各1份报送某办公室。\n",
        [("“潮汐+”创新大赛选拔赛项目推荐汇总表", "form", 1, None), ("项目计划书", "other", 1, None)],
    ),
    (
        HEAD + "请于5月5日前将纸质申请书2份、匿名申请书6份、申报一览表2份及相应电子版报送科技处。\n",
        [("纸质申请书", "form", 2, None), ("匿名申请书", "form", 6, None), ("申报一览表", "form", 2, None)],
    ),
    (HEAD + "请将申报材料（一式两份）及电子文档一并报送至市局。\n", [("申报材料", "paper_copy", 2, None)]),
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
    (HEAD + "5.结项材料：纸质版包括审批书、研究报告各一式两份。\n", []),
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
    (
        HEAD + "5月25日前，学校将合作协议复印件、推荐函（各一份）报送省教育厅科技处。\n",
        [("合作协议复印件", "proof", 1, None), ("推荐函", "proof", 1, None)],
    ),
    (
        HEAD + "请将以下材料密封送至我委科技处（海澜市建设路66号1308室），同时发送电子版至a@example.cn：\n"
        "（1）课题申请书，一式6份；\n（2）廉洁承诺书1份。\n",
        [("课题申请书", "paper_copy", 6, None), ("廉洁承诺书", "commitment", 1, None)],
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
    (
        HEAD + "五、报送要求\n各项目材料报送份数：示范项目6份，其他项目均为2份。",
        [("书面材料", "paper_copy", 6, "示范项目"), ("书面材料", "paper_copy", 2, "其他项目")],
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
    (
        HEAD + "二、提交内容\n初赛提交：①设计报告；②源代码。以上资料一式三份。",
        [("设计报告", "proof", None, None), ("源代码", "other", None, None), ("以上资料", "paper_copy", 3, None)],
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
        HEAD + "三、材料\n以上材料须提供原件核对，报送纸质材料（含复印件）1式6份。",
        [("纸质材料", "paper_copy", 6, None)],
    ),
    (HEAD + "三、材料\n推荐书一并装订.纸质材料原件1份、复印件2份.", [("纸质材料", "paper_copy", 3, None)]),
    (HEAD + "三、要求\n（三）材料一式三份，附光盘。", [("书面材料", "paper_copy", 3, None)]),
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
    (  # a form filled in and its copies on paper; each of two titles; the whole on discs
        HEAD + "四、要求\n3、填写“潮汐人才候选人申报书”（见附件1），纸质版一式一份寄送至学会。\n",
        [("潮汐人才候选人申报书", "form", 1, None)],
    ),
    (
        HEAD + "推荐对象应填写《甲类、乙类人才推荐表》、《后备人才推荐表》（各一式15份，附电子版）。\n",
        [("《甲类、乙类人才推荐表》", "form", 15, None), ("《后备人才推荐表》", "form", 15, None)],
    ),
    (
        HEAD + "三、申报材料\n1.申报表；\n2.申请书及样章须附电子版光盘2张。\n",
        [("申报表", "form", None, None), ("电子版光盘", "other", 2, None)],
    ),
    (
        HEAD + "四、报送\n请各学院将申报书一式7份、佐证材料1份、论证意见1份报送科研处。",
        [
            ("申报书", "paper_copy", 7, None),
            ("佐证材料", "proof", 1, None),
            ("论证意见", "proof", 1, None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_materials(text: str, wanted: list[tuple[str, str, int | None, str | None]]) -> None:
    assert papers(text) == wanted
