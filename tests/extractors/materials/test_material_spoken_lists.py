"""Lists of papers and letters in one sentence, behind a lead in the call's own words."""

import pytest
from extracted import HEAD, papers

LISTED = [
    ("船舶登记证书", "proof", None, None),
    ("船检报告", "proof", None, None),
    ("联合协议", "proof", None, "联合揭榜的"),
]
# text, [(name, kind, copies, condition)]
CASES = [
    *(  # in one sentence behind a lead in the call's own words
        (f"{HEAD}三、交什么\n{lead}船舶登记证书；船检报告；联合协议（联合揭榜的）。\n", LISTED)
        for lead in (
            "证明材料有：",
            "要交的证明材料：",
            "证明材料一共三样：",
            "佐证材料有这些：",
            "附在方案后面的证明：",
            "证明这一块，要交：",
            "随方案附送：",
            "还要交：",
            "同时交来",
        )
    ),
    *(
        (f"{HEAD}三、交什么\n{words}\n", LISTED)
        for words in (
            "佐证材料是：船舶登记证书、船检报告、联合协议（联合揭榜的）。",
            "证明材料一览：船舶登记证书；船检报告；联合协议（联合揭榜的）。",
            "还要把这些证明放在后面：船舶登记证书、船检报告、联合协议（联合揭榜的）。",
            "所需证明：1.船舶登记证书；2.船检报告；3.联合协议（联合揭榜的）。",
        )
    ),
    (
        f"{HEAD}三、交什么\n证明文件包括船舶登记证书、船检报告、船员证书。\n",
        [(name, "proof", None, None) for name in ("船舶登记证书", "船检报告", "船员证书")],
    ),
    (  # two papers in one piece
        f"{HEAD}三、交什么\n证明材料有：船舶登记证书；船长履历和近六个月社保缴纳证明；船检报告。\n",
        [
            ("船舶登记证书", "proof", None, None),
            ("船长履历", "other", None, None),
            ("近六个月社保缴纳证明", "proof", None, None),
            ("船检报告", "proof", None, None),
        ],
    ),
    *(  # the letter that a sentence asks for
        (f"{HEAD}三、交什么\n{words}\n", [(name, "commitment", None, None)])
        for words, name in (
            ("随方案交一份承诺书，由法定代表人签字。", "承诺书"),
            ("另附承诺书一份，写明资料真实、不转包。", "承诺书"),
            ("还需递交诚信承诺函，承诺材料属实。", "诚信承诺函"),
            ("承诺书由法定代表人签字并加盖公章。", "承诺书"),
            ("后面附承诺书，声明不外泄数据。", "承诺书"),
        )
    ),
    *(
        (f"{HEAD}三、说明\n{words}\n", [])
        for words in (
            "中榜单位须签署保密承诺书。",
            "本次不需要提交承诺书。",
            "推荐单位应出具审核承诺书。",
            "立项后提交承诺书一份。",
            "违反承诺书的，取消资格。",
        )
    ),
    (  # in whose case the last is asked for
        f"{HEAD}三、交什么\n证明材料有：船舶登记证书；船检报告；联合揭榜的另交联合协议。\n",
        [*LISTED[:2], ("联合协议", "proof", None, "联合揭榜")],
    ),
    *(
        (f"{HEAD}三、说明\n{words}\n", [])
        for words in (
            "证明材料审查要点：船舶登记证书、船检报告、身份证是否齐全。",
            "交付物：样船、船检报告、专利证书。",
            "验收时应交：船检报告、用户证明、审计报告。",
            "评审时带上：身份证、船检报告、船舶登记证书。",
            "附图：布置图、结构图、电路图。",
            "证明材料中常见的错误：证书过期、报告缺页、协议无章。",
        )
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_materials_in_a_sentence(text: str, wanted: list[tuple[str, str, int | None, str | None]]) -> None:
    assert papers(text) == wanted
