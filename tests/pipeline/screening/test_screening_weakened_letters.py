"""Letters of commitment that keep less than the call's letter promises, or are for another call."""

from pathlib import Path

import pytest
from written_case import findings, statuses

from pipeline.screening.pledge.lapsing import half_liable, softened

CALL = """\
一、申报材料
申报单位须提交揭榜承诺书。
海岚市科学技术局
2026年4月1日
附件1
揭榜承诺书
我单位承诺如下：
1. 所报数据、图件来源合法，可供查验。
2. 揭榜后按任务书组织实施，于2029年10月31日前完成全部海试任务。
3. 自筹资金按期足额到位，财政资金专款专用。
4. 未以同一内容重复申请其他财政资金。
5. 海试未达指标的，自收到通知之日起30日内全额退回财政资金。
法定代表人（签字）：
单位（盖章）：
年  月  日
"""
FORM = "揭榜申报书\n榜单编号：HP2026-03\n申报单位：海岚深潜装备有限公司\n{more}法定代表人：辛白杨\n"
OPENING = "我单位承诺如下："
TRUE = "1. 所报数据、图件来源合法，可供查验。"
DUE = "2. 揭榜后按任务书组织实施，于2029年10月31日前完成全部海试任务。"
MONEY = "3. 自筹资金按期足额到位，财政资金专款专用。"
ONCE = "4. 未以同一内容重复申请其他财政资金。"
BREACH = "如有违反，我单位承担全部法律责任。"
REFUND = "5. 海试未达指标的，自收到通知之日起30日内全额退回财政资金。"
LETTER = (OPENING, TRUE, DUE, MONEY, ONCE, REFUND, BREACH)

# (what the letter has instead of a line of it, whether that is told)
CASES = [
    (BREACH, BREACH, False),
    (BREACH, "如有违反，我单位愿与贵局沟通，酌情处理。", False),  # the office is asked; the refund stands beside it
    (BREACH, "如有违反，我单位承担责任，但以实际到账的补助经费为限。", True),
    (BREACH, "如有违反，赔偿金额不超过所得补贴，超出部分的概不承担责任。", True),
    (BREACH, "如有违反，我单位仅在补助经费两成的范围内承担责任。", True),
    (BREACH, "如有违反，我单位只承担由自身原因造成的不超过二万元的责任。", True),
    (BREACH, "如有违反，我单位承担责任，其余损失由船东自行承担。", True),
    (BREACH, "我单位不仅在海试期间承担安全责任，其余各年亦承担全部法律责任。", False),
    (BREACH, "我单位不仅承担连带赔偿责任，并承担全部法律责任。", False),
    (
        MONEY,
        "3. 自筹资金按期足额到位，其中我单位出资300万元，其余部分由联合体成员单位负责落实，财政资金专款专用。",
        False,
    ),
    (BREACH, "如有违反，愿退还以财政资金购置的设备，贵局有权终止项目并视情节轻重处理。", False),
    (BREACH, "我单位接受主管部门视任务进展情况调整经费，财政资金视验收情况分期拨付。", False),
    (BREACH, "如不能保证按期完成，愿退还补助；因我单位无法保证投入的，退出揭榜。", False),
    (BREACH, "受船期限制，我单位难以保证海试次数。", True),
    (BREACH, "如有违反，我单位接受贵局酌情处理，推荐单位不承担责任。", False),
    (BREACH, "材料由咨询公司的撰写人员负责，我单位酌情配合核查。", True),
    (BREACH, "未尽事宜由双方另行协商，知识产权归属另行约定。", False),
    (BREACH, "海况不利的，完成时间另行商定。", True),
    (DUE, "2. 揭榜后，只要船厂按时交船，我单位即于2029年10月31日前完成全部海试任务。", True),
    (DUE, DUE.replace("。", "；船厂交船延误的，完成日期相应后移。"), True),
    (DUE, DUE.replace("。", "；因不可抗力延误、报经贵局批准的，完成日期相应后移。"), False),
    (BREACH, "只要发现弄虚作假，我单位即承担全部法律责任。", False),
    (BREACH, "只要列入立项，我单位即按任务书组织实施。", False),
    (BREACH, "只要船员提出，我单位就派人到港检修，并承担全部法律责任。", False),
    (BREACH, "浮标质保期限可延长至三年，由我单位承担全部责任。", False),
    (BREACH, "财政资金在联合体内部的分配由各方协商确定，责任由我单位承担。", False),
    (BREACH, "其中未经核实的海图不予采用。", False),
    (BREACH, "由此产生的后果由我单位承担，贵局对此不承担任何责任。", False),
    (BREACH, "海试失败的，对此不承担任何责任。", True),
    (REFUND, "5. 海试未达指标的，已拨补助的去留由双方本着互谅的原则协商。", True),
    (REFUND, "5. 海试未达指标的，财政补助是否退还，双方再议。", True),
    (REFUND, REFUND.replace("全额退回财政资金", "退回尚未使用的财政资金，已经支出的不予退还，也不再承担责任"), True),
    (BREACH, "文字和图片由咨询公司代为编写，我单位来不及逐一审核，如有出入以实际为准。", True),
    (BREACH, "所报材料大体真实，部分数据由他人提供、未经核对，对此不负责任。", True),
    (BREACH, "未经核对的数据不写入申报材料。", False),
    (BREACH, "海况不利时，我单位有权调整考核指标。", True),
    (BREACH, "财政补助未全额到账的，我单位有权调减考核指标或解除承诺。", True),
    (BREACH, "财政补助未全额到账的，贵局有权调减考核指标。", False),
    (BREACH, "海试不成的，视本单位当年经营状况，与贵局协商退回补助。", True),
    (BREACH, "如有违反，贵局可视本单位经营状况，与我单位协商退回补助。", False),
    (REFUND, "5. 海试未达指标的，自收到通知之日起30日内全额退回财政资金。", False),
    (REFUND, "5. 海试未达指标的，自收到通知之日起30日内退回部分财政资金。", True),
    (REFUND, "5. 海试未达指标的，自收到通知之日起30日内分两笔全额退回财政资金。", False),
    (REFUND, "5. 海试因海况未能达到指标的，已拨付的财政资金视为研发成本，不予退还。", True),
    (REFUND, "5. 海试未达指标的，退回财政资金；不退还资金的，我单位愿列入失信名单。", False),
    (TRUE, "1. 所报数据、图件来源合法，对海图资料尽量保密。", True),
    (TRUE, "1. 所报数据、图件来源合法，对海图资料严格保密。", False),
    (BREACH, "我单位不因未完成海试承担退款责任。", True),
    (BREACH, "贵局逾期一个月未拨付全部经费的，上述承诺自动失效，对我单位不再具有约束力。", True),
    (BREACH, "海况不利的，我单位不再受上述承诺约束。", True),
    (BREACH, "未足额获得补助的，本承诺书不发生效力。", True),
    (BREACH, "未加盖单位公章的，本承诺书不生效。", False),
    (BREACH, "上述任务以我单位获得不少于300万元补助为前提。", True),
    (BREACH, "我单位不以获得财政补助为前提，承担全部法律责任。", False),
    (BREACH, "项目验收以获得第三方合格检测报告为前提。", False),
    (BREACH, "我单位以获得财政资金批复为前提制定预算，承担全部责任。", False),
    (BREACH, "视经营情况，再决定是否扩大自筹投入，但不低于承诺数额。", False),
    (BREACH, "补助未足额到位的，本承诺书自动失效，复印件同此。", True),
    (BREACH, "涂改的，本承诺书自动失效。", False),
    (BREACH, "补助未全额到账的，本公司及项目负责人不受上述各条约束。", True),
    (BREACH, "本公司及项目负责人受上述各条约束，如有违反，承担全部责任。", False),
    (BREACH, "未获立项的，本承诺书自动失效。", False),
    (BREACH, "如我单位揭榜失败，本承诺书自动失效。", False),
    (BREACH, "项目执行期结束后，上述承诺自动终止。", False),
    (BREACH, "如发榜方取消榜单，以上承诺自动失效。", False),
    (BREACH, "项目完成后一个月内补助未付清的，以上承诺自动失效。", True),
    (BREACH, "本承诺书自签署之日起生效，项目验收合格后自动失效。", False),
    (BREACH, "如资金未按时到位，由我单位自行解决，不顺延工期。", False),
    (BREACH, "以财政补助资金为上限，超出部分由我单位自筹。", False),
    (BREACH, "我单位将尽力推进成果转化，视进展情况及时调整投入，确保完成。", False),
    (BREACH, "在财政补助资金足额到位的前提下，我单位完成上述任务。", True),
    (TRUE, "1. 所报数据、图件由经办人汇总，我单位没有逐项核对，出入之处不构成违约。", True),
    (TRUE, "1. 所报数据、图件来源合法，已逐项核对，可供查验，不作虚假陈述。", False),
    (TRUE, "1. 所报数据、图件来源合法，对其完整性不作保证。", True),
    (DUE, "2. 揭榜后按任务书组织实施，争取于2029年10月31日前完成全部海试任务。", True),
    (DUE, "2. 揭榜后按任务书组织实施，力争提前，于2029年8月31日前完成全部海试任务。", False),
    (DUE, "2. 揭榜后按任务书组织实施，于2029年底前完成全部海试任务。", True),
    (DUE, "2. 揭榜后按任务书组织实施，于2029年10月31日前完成主要海试任务。", True),
    (DUE, "2. 揭榜后组织实施，视订单情况安排船期，完成全部海试任务。", True),
    (DUE, "2. 揭榜后按任务书组织实施，重视海况，按期完成任务书规定的海试任务。", False),
    (MONEY, "3. 自筹资金在银行授信后陆续到位，财政资金专款专用。", True),
    (MONEY, "3. 自筹经费待本院设备专项获批后再行安排，财政资金专款专用、单独核算。", True),
    (MONEY, "3. 自筹资金按期足额到位，补助低于预期的，自筹经费也不相应核减，财政资金专款专用。", False),
    (MONEY, "3. 自筹资金按期足额到位，超支部分相应增加，财政资金专款专用、单独核算。", False),
    (MONEY, "3. 自筹资金按期足额到位，财政资金由集团统筹安排。", True),
    (MONEY, "3. 自筹资金及时足额落实到位，财政资金单独核算、专款专用。", False),
    (ONCE, "4. 除已报送渔业部门的课题以外，未以同一内容重复申请其他财政资金。", True),
    (ONCE, "4. 如以同一内容重复申请其他财政资金，按要求退还补助。", False),
    (ONCE, "4. 未以同一内容重复申请其他财政资金，不予退还的，接受处理。", False),
    (ONCE, "4. 除法律法规另有规定外，未以同一内容重复申请其他财政资金。", False),
    (OPENING, "我单位申报2026年度海试揭榜挂帅项目（榜单编号：HP2026-03），承诺如下：", False),
    (OPENING, "我单位申报2024年度海试揭榜挂帅项目，承诺如下：", True),
    (OPENING, "我单位申报海试揭榜挂帅项目（榜单编号：HP2023-11），承诺如下：", True),
    (OPENING, "我单位曾承担2021年度海试项目，现承诺如下：", False),
    (OPENING, "我单位承担的2024年度海试项目均已按期结题，现承诺如下：", False),
]


def _status(folder: Path, old: str, new: str, more: str = "", call: str = CALL, day: str = "2026年5月6日") -> str:
    lines = "\n".join(new if line == old else line for line in LETTER)
    letter = f"\n附件1\n揭榜承诺书\n{lines}\n法定代表人（签字）：辛白杨\n单位（盖章）：\n{day}\n"
    return statuses(folder, call, FORM.format(more=more) + letter)["承诺书"]


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_a_promise_with_a_reservation(old: str, new: str, told: bool, tmp_path: Path) -> None:
    assert (_status(tmp_path, old, new) == "invalid") is told, new


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ("2. 争取按期完成海试任务；每季末报告。", True),
        ("2. 我单位尽力推广海试成果；按期完成全部海试任务；每季末报告。", False),
        ("2. 按期完成海试任务；争取早日报告。", False),
    ],
)
def test_one_part_of_a_promise_with_a_hedge(new: str, told: bool, tmp_path: Path) -> None:
    call = CALL.replace(DUE, "2. 揭榜后按任务书组织实施，按期完成全部海试任务，并于每季末报告海试进展和经费使用情况。")
    assert (_status(tmp_path, DUE, new, call=call) == "invalid") is told, new


def test_the_words_are_the_evidence(tmp_path: Path) -> None:
    said = "但以实际到账的补助经费为限"
    lines = "\n".join(LETTER).replace(BREACH, f"如有违反，我单位承担责任，{said}。")
    letter = f"\n附件1\n揭榜承诺书\n{lines}\n法定代表人（签字）：辛白杨\n单位（盖章）：\n2026年5月6日\n"
    found = {one.name: one for one in findings(tmp_path, CALL, FORM.format(more="") + letter)}["承诺书"].found
    assert found is not None
    assert found.text == said


BACK = "5. 未完成任务的，如数退还财政资金。\n6. 海试数据五年内不向境外机构转让。"


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (BACK, False),
        ("5. 因台风未完成任务的，财政资金不予退还。\n6. 海试数据五年内不向境外机构转让。", True),
        (
            "5. 未完成任务的，如数退还财政资金，如不退还财政资金，愿承担责任。\n6. 海试数据五年内不向境外机构转让。",
            False,
        ),
        (
            "5. 未完成任务的，我单位如数退还财政资金，逾期不退还财政资金，自愿承担法律责任。\n"
            "6. 海试数据五年内不向境外机构转让。",
            False,
        ),
        (
            "5. 若未完成任务而我单位不退还财政资金，自愿承担法律责任。\n6. 海试数据五年内不向境外机构转让。",
            False,
        ),
        (
            "5. 未完成任务的，如数退还财政资金，逾期不退还财政资金，按失信行为处理。\n"
            "6. 海试数据五年内不向境外机构转让。",
            False,
        ),
        (
            "5. 因台风未完成任务的，财政资金不予退还，我单位也不承担其他责任。\n6. 海试数据五年内不向境外机构转让。",
            True,
        ),
        ("5. 未完成任务的，财政资金留作后续试验使用。\n6. 海试数据五年内不向境外机构转让。", True),
        ("5. 因台风未完成任务的，已拨财政资金转作我单位的投入。\n6. 海试数据五年内不向境外机构转让。", True),
        ("5. 已到账的财政资金视为研发成本。\n6. 海试数据五年内不向境外机构转让。", True),
        ("5. 未完成任务的，经费继续由我单位使用。\n6. 海试数据五年内不向境外机构转让。", True),
        ("5. 未完成任务的，补助由我单位继续使用。\n6. 海试数据五年内不向境外机构转让。", True),
        ("5. 结余资金按规定留作海试。\n未完成任务的，如数退还财政资金。\n6. 海试数据五年内不向境外机构转让。", False),
        ("5. 未完成任务的，如数退还财政资金，凭证留作备查。\n6. 海试数据五年内不向境外机构转让。", False),
        ("5. 未完成任务的，如数退还财政资金。\n6. 海试数据五年内可视需要向境外机构转让。", True),
        ("5. 未完成任务的，如数退还财政资金。\n6. 海试数据五年内不向境外机构转让，五年以后可向境外机构转让。", False),
    ],
)
def test_a_promise_turned_into_its_contrary(new: str, told: bool, tmp_path: Path) -> None:
    call = CALL.replace(ONCE, f"{ONCE}\n{BACK}")
    assert (_status(tmp_path, ONCE, f"{ONCE}\n{new}", call=call) == "invalid") is told


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ("6. 海试以自行完成为主，如船期紧张，可将海试任务整体委托海州船厂承担。", True),
        ("6. 我单位有权将海试任务转包。", True),
        ("6. 不将海试任务转包或整体委托他人，浮体外壳可委托海州船厂加工。", False),
        ("6. 海试任务不可整体委托他人，也不得转包。", False),
        ("6. 海试任务自行完成，如可证明将海试任务整体委托他人的，愿退回财政资金。", False),
        ("6. 海试任务自行完成，经贵局同意可将海试任务整体委托他人。", False),
    ],
)
def test_the_whole_work_left_to_another(new: str, told: bool, tmp_path: Path) -> None:
    call = CALL.replace(REFUND, f"{REFUND}\n6. 不将海试任务转包或整体委托他人。")
    assert (_status(tmp_path, REFUND, f"{REFUND}\n{new}", call=call) == "invalid") is told


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("海试安排：样机到港后我单位尽量按期完成。\n", True),
        ("海试安排：浮标未到货的，交付时间再议。\n", True),
        ("海试安排：尽量避开台风期，知识产权归属另行约定。\n", False),
        ("市级资金若在年底前足额到账，我单位争取在2029年5月底前做完。\n", True),
        ("财政补助到账不足则按到账比例删减任务。\n", True),
        ("拨款不足的，相应缩减考核指标。\n", True),
        ("专项资金一旦到位，方能完成全部海试。\n", True),
        ("财政补助到位不足的，由我单位自筹补足，任务不减。\n", False),
        ("财政补助若提前到账，我单位提前采购声呐阵。\n", False),
        ("市场需求不足的，调减产量，任务不变。\n", False),
    ],
)
def test_the_term_left_open_in_the_text(more: str, told: bool, tmp_path: Path) -> None:
    assert (_status(tmp_path, "", "", more=more) == "invalid") is told


def test_property_that_the_calls_own_letter_gives_away(tmp_path: Path) -> None:
    own = "1. 所报内容拥有知识产权，可供查验。\n7. 本任务形成的知识产权归发榜单位所有，我单位不另行主张。"
    assert _status(tmp_path, TRUE, own, call=CALL.replace(TRUE, own)) == "met"


def test_what_the_calls_own_letter_reserves(tmp_path: Path) -> None:
    words = DUE.replace("于2029", "力争于2029")
    assert _status(tmp_path, DUE, words, call=CALL.replace(DUE, words)) == "met"


@pytest.mark.parametrize(("day", "status"), [("2026年6月31日", "invalid"), ("2026年6月30日", "met")])
def test_a_day_that_is_none(day: str, status: str, tmp_path: Path) -> None:
    assert _status(tmp_path, "", "", day=day) == status


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("1. 所报算法由合作方海州智航授权使用，其知识产权归海州智航所有。", True),
        ("1. 所报算法由合作方授权使用，我单位不享有该部分知识产权。", True),
        ("1. 所报算法的知识产权现归海州智航所有，我单位已申请受让。", True),
        ("1. 所报内容的核心知识产权目前由海州大学持有，可供查验。", True),
        ("1. 所报内容的知识产权均属于我单位所有，可供查验。", False),
        ("1. 所报内容拥有知识产权，不存在不享有知识产权的情形，可供查验。", False),
        ("1. 所报内容的知识产权归我单位与海州智航共同所有，可供查验。", False),
        ("1. 所报内容的知识产权归甲乙双方共同所有，可供查验。", False),
        ("1. 所报内容的知识产权归海岚深潜装备有限公司所有，可供查验。", False),
        ("1. 所报内容拥有知识产权，不存在知识产权归他人所有的情形，可供查验。", False),
    ],
)
def test_what_is_promised_as_the_own_is_anothers(said: str, told: bool, tmp_path: Path) -> None:
    call = CALL.replace(TRUE, "1. 所报内容拥有知识产权，可供查验。")
    lines = "\n".join(said if line == TRUE else line for line in LETTER)
    offer = (
        FORM.format(more="")
        + f"揭榜承诺书\n{lines}\n法定代表人（签字）：辛白杨\n单位（盖章）：海岚深潜装备有限公司\n2026年5月6日\n"
    )
    found = {one.name: one.status for one in findings(tmp_path, call, offer) if one.kind == "commitment"}
    assert ("invalid" in found.values() or "insufficient" in found.values()) is told


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ("4. 同一内容另已报了市海洋局的专项，批下来再择其一。", True),
        ("4. 本项目还申请了市级补助资金。", True),
        ("4. 相同内容已获省发改委项目支持。", True),
        ("4. 该课题同时递交了国家基金申请，列入初审项目。", True),
        ("4. 同样的内容先前向县里申报过科技计划。", True),
        ("4. 同一内容未申请其他财政资金，今后也不申请。", False),
        ("4. 同一内容若还申报了其他项目，愿退回财政资金。", False),
        ("4. 同一内容曾申报过市级项目，已撤回。", False),
        ("4. 未以同一内容重复申请其他财政资金；我单位另获市级浮标专项，内容不同。", False),
        ("4. 本项目没有申报过其他专项。", False),
    ],
)
def test_another_application_owned_up_to(new: str, told: bool, tmp_path: Path) -> None:
    assert (_status(tmp_path, ONCE, new) == "invalid") is told


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ("2. 揭榜后按任务书组织实施，于2029年10月31日前完成海试主要任务。", True),
        ("2. 揭榜后按任务书组织实施，于2029年10月31日前完成榜单的核心任务。", True),
        ("2. 揭榜后按任务书组织实施，于2029年10月31日前完成海试大部分任务。", True),
        ("2. 揭榜后按任务书组织实施，于2029年10月31日前完成海试各项重点任务。", False),
        ("2. 揭榜后按任务书组织实施，于2029年10月31日前完成全部海试任务，主要成果公开。", False),
        ("2. 揭榜后按任务书组织实施，于2029年10月31日前完成全部海试任务，重点单位派员到场。", False),
    ],
)
def test_the_main_part_alone(new: str, told: bool, tmp_path: Path) -> None:
    assert (_status(tmp_path, DUE, new) == "invalid") is told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("如出现与上述承诺不符的情况，我单位愿与主管部门协商，视实际情形妥善处理", True),
        ("违反上述承诺的，我单位将与发榜方友好协商解决", True),
        ("未能履行承诺的，我单位酌情处理", True),
        ("材料如有不实，我单位予以说明", True),
        ("如违反承诺，另行商定处理办法", True),
        ("我单位对违反上述承诺导致的后果承担全部法律责任", False),
        ("如有违反，协商处理，并赔偿由此造成的损失", False),
        ("如有违反，由此产生的责任由我单位承担", False),
        ("如有违反，由市科技局视情节妥善处理", False),  # the office's to do
        ("知识产权归属由各方协商确定", False),  # no breach
        ("如有违反，愿接受主管部门处理", False),
    ],
)
def test_a_breach_that_nobody_answers_for(words: str, told: bool) -> None:
    rest = ["对所报材料的真实性负责", "增强大局意识，切实承担主体责任"]
    assert (softened([words, *rest]) is not None) is told


@pytest.mark.parametrize(
    ("words", "half"),
    [
        ("我单位对违反上述承诺导致的后果承担部分法律责任", True),
        ("如有违反，我单位视情况承担一定的责任", True),
        ("我单位对故意违反上述承诺导致的后果承担责任", True),
        ("违反上述承诺的，请主管部门给予整改机会，免予追责", True),
        ("材料如有不实，请从轻处理", True),
        ("我单位对违反上述承诺导致的后果承担相应责任", False),
        ("故意违反上述承诺的，从重处理，并承担全部法律责任", False),
        ("如违反承诺，我单位承担全部法律责任和经济责任", False),
        ("免予重复提交营业执照", False),
        ("我单位承担部分海试任务", False),
    ],
)
def test_a_breach_answered_for_in_part(words: str, half: bool) -> None:
    assert (half_liable(words) is not None) is half


LISTING = (
    "一、揭榜材料\n揭榜方案后附承诺书一页，写明三点：一是所交图件真实有效；二是不转包、不违法分包；"
    "三是对取得的海图数据予以保密。由法定代表人签字。\n二、申报时间\n申报截止时间为2026年6月30日。\n"
)
SAID = (
    "一、所交图件全部真实，没有虚构，愿接受查验。",
    "二、海试由我单位独立完成，不转包给任何单位。",
    "三、海图数据严格保密。",
)


@pytest.mark.parametrize(
    ("at", "words", "told"),
    [
        (2, "", True),
        (1, "", True),
        (0, "一、我单位参加本次揭榜，愿意配合有关安排。", True),
        (2, "三、积极配合海试报道，按时参加例会。", True),
        (1, "二、按时参加例会，听从指挥。", True),
        (2, "三、海图数据不外传，用后销毁。", False),
        (2, "三、海图数据不向第三方提供。", False),
        (1, "二、全部任务由我单位自行完成。", False),
        (0, "一、所交图件准确可靠，如有造假，取消资格。", False),
        (2, "三、防止海图数据泄露。", False),
    ],
)
def test_promises_that_the_call_lists_in_words(at: int, words: str, told: bool, tmp_path: Path) -> None:
    said = [words if at == place else one for place, one in enumerate(SAID)]
    letter = "承诺书\n我单位参加本次揭榜，郑重承诺：\n" + "\n".join(one for one in said if one)
    form = "揭榜方案\n申报单位：海岚深潜装备有限公司\n填报日期：2026年5月6日\n"
    ends = "\n海岚深潜装备有限公司（公章）\n法定代表人（签字）：辛白杨\n2026年5月6日\n"
    assert (statuses(tmp_path, LISTING, form + letter + ends)["承诺书"] == "insufficient") is told
