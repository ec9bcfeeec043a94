"""A promise that what is handed in is true (真实性承诺), given with a reservation: 主要部分真实，个别数据为估计."""

import re

from pipeline.screening.application.labels import SAME_FIELD, alike
from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, value_text
from schemas.evidence import Evidence
from schemas.facts import FormField

_IN = r"[^，。；]"
_TRUE = r"(?:真实|属实|准确|完整|可靠|有效|可信|一致|无误)"
_THINGS = r"(?:数据|内容|材料|资料|指标|数字|信息|情况|证明|附件|文件|图片)"
_WAYS = (
    # 主要部分真实, 基本属实, 原则上真实
    rf"(?:(?:主要|基本|总体)(?!信息|情况|资料|人员|成员|业绩|成果|技术|指标|方案|目标)|大部|绝大|多数|半数|部分|大体|大致|原则上|相对|一定程度)(?:(?!(?:经|已|均){_IN}{{0,4}}{_TRUE}){_IN}){{0,6}}?{_TRUE}(?!性)"
    # 个别数据为估计, 部分材料尚未核实, 有些指标可能有误差
    rf"|(?:个别|部分|少数|少量|有些|某些|若干|一些|其中){_IN}{{0,8}}?{_THINGS}{_IN}{{0,6}}?"
    rf"(?:(?:为|系|是|属|来自|采用|属于|靠|凭){_IN}{{0,4}}(?:估[计算]|推[算测]|预估|匡算|概数|约数|经验|回忆)|(?:[尚还]?未|没有?|待)(?:逐一|逐项|全部|完全|经|作|能|加)*(?:核[实对准查]|审[核查]|确认|查证|落实)|(?:难免|可能|也许){_IN}{{0,4}}(?:误差|出入|偏差|疏漏|不实|差错|不符|不准))"
    # 以立项后核定为准, 据我们所知, 仅供参考
    rf"|以{_IN}{{0,10}}(?:核定|核实|验收|审计|实际|最终|日后|将来|修订|更正){_IN}{{0,6}}为准|(?:据|就|尽|在){_IN}{{0,6}}(?:所知|知悉|所能|能力|了解|掌握|知情){_IN}{{0,3}}(?:范围|限度|程度)?内?|(?:仅|只|概)?供{_IN}{{0,4}}参考"
    # 尽量保证, 力求真实
    rf"|(?:尽量|尽力|尽可能|力求|争取|努力|设法)(?:地)?(?:做到|保证|确保|遵守|遵照|履行|如实|避免|{_TRUE})"
    # 我单位不承担责任, 责任由编写人员承担
    rf"|(?:不(?:再|予|能)?|恕不|免于|无需|无须)(?:承担|负|担负){_IN}{{0,8}}责任|责任{_IN}{{0,2}}由(?!我|本|申[报请]|揭榜|此){_IN}{{1,14}}?(?:承担|自负|负责)|由(?!我|本|申[报请]|揭榜|法定){_IN}{{2,14}}?(?:各自|自行)?负责"
    rf"|(?:仅|只)(?:对|就|限){_IN}{{2,20}}(?:负责|承担)|除{_IN}{{2,20}}(?:以外|之外|外)"
    rf"|(?:未|没有|来不及|无法|难以)(?:能|再|曾)?(?:逐[一项条个字]|全部|完全|一一)(?:进行|加以|予以)?(?:审核|核对|核实|核验|审查|校对)"
)
_LESS = re.compile(_WAYS)
# 如有不实，予以更正, without a word of who answers for it
_BREACH = re.compile(rf"(?:如有?|若有?|倘|万一|一旦){_IN}{{0,6}}(?:不实|不符|出入|差错|虚假|错漏|偏差|失实|有误)")
_SOFT = re.compile(r"更正|补正|说明|谅解|理解|协商|商议|沟通|酌情|修改|调整|再议|属正常|为准")
_LIABLE = re.compile(
    r"(?:承担|担负|负)[^，。；]{0,12}(?:责任|后果)|负全责|负责(?!人)|(?:责任|后果)[^，。；]{0,12}(?:承担|负责|自负)|取消|退[回还缴]|处罚|处理|追[究回]|撤销|放弃|失信|惩戒"
)
# 财务数据以审计报告为准, 合作方的数据已逐项核对, 除…外 of what the law lets out
_IN_ORDER = re.compile(
    r"不影响|已(?:经)?(?:注明|说明|标注|核对|核实|逐)|涉密|保密|国家秘密|个人(?:信息|隐私)|脱敏|法律|法规|不可抗力|预测|预期|资助|补助|拨付|批复|(?:主办|承办|发榜|组织)(?:方|单位)不"
)
_PLEDGE = re.compile(r"承诺|声明|保证")


def less_true(words: str) -> str | None:
    """The words, of a promise without white space, that keep less than that all of it is true; None where none do."""
    for sentence in re.split(r"[。；;\n]", words):
        for said in _LESS.finditer(sentence):
            if _IN_ORDER.search(_part(sentence, said)) is None:
                return _part(sentence, said)
    breach = next(_BREACH.finditer(words), None)
    if breach is not None and _SOFT.search(words, breach.end()) and _LIABLE.search(words, breach.end()) is None:
        return words[breach.start() :].rstrip("。")
    return None


def pledge_in_form(case: Case, template: FormField, filled: FormField | None) -> tuple[str, Evidence] | None:
    """What the form's own pledge makes less of, where the template's is one of truth; None where nothing."""
    label, promised = template.label or template.name, squeeze(value_text(template))
    if _PLEDGE.search(label) is None or re.search(_TRUE, promised) is None or less_true(promised) is not None:
        return None
    for words, place in _told(case, label, filled):
        said = less_true(squeeze(words))
        if said is not None:
            return said, narrow(place, said)
    return None


def _told(case: Case, label: str, filled: FormField | None) -> list[tuple[str, Evidence]]:
    """The words in the field, or behind its label in a line."""
    if filled is not None and value_text(filled):
        return [(value_text(filled), filled.value_evidence or filled.evidence)]
    lines = ((p, re.split(r"[:：\t|]", p.text, maxsplit=1)) for p in case.submission.passages)
    return [
        (parts[1], p.evidence) for p, parts in lines if len(parts) > 1 and alike(label, parts[0].strip()) >= SAME_FIELD
    ]


def _part(sentence: str, said: re.Match[str]) -> str:
    """The part of the sentence, between its commas, in which the words stand."""
    start = max(sentence.rfind(mark, 0, said.start()) for mark in "，,：:") + 1
    end = min((at for mark in "，," if (at := sentence.find(mark, said.end())) >= 0), default=len(sentence))
    return sentence[start:end]
