"""Whose the intellectual property of the work is (知识产权归属), where the text says that it is another's."""

import re

from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, conclude, page_of
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.outline import Role

_ASKED = re.compile(
    r"(?:拥有|具有|享有|具备|持有)[^，。；]{0,12}?(?:知识产权|专利权?|著作权)|知识产权[^，。；]{0,8}?(?:明晰|清晰|归[我其]|无争议)"
)
# 拥有知识产权或使用权: a licence is enough
_OR_LICENCE = re.compile(r"或(?:者)?(?:合法|拥有|具有|取得|独占)*(?:的)?(?:使用权|授权|许可|实施权)")
_RIGHTS = r"(?:著作权|专利权?|知识产权|产权|权属|所有权|技术成果)"
# 著作权及专利均归外方股东所有, 专利由某大学持有, 专利权属于外方股东.
_THEIRS = re.compile(
    rf"(?:{_RIGHTS}|权利)[^，。；]{{0,16}}?(?:(?:归属?于?|由|为)(?P<who>[^，。；、]{{2,30}}?)(?:所有|持有|享有|拥有)"
    r"|(?:属于|归)(?P<whose>[^，。；、]{2,20}?)(?:所有)?(?=[，；]|$)"
    r"|(?<!权)属(?P<of>[^，。；、]{2,24}?(?:公司|集团|大学|学院|研究院|研究所|院|所|厂|股东|方))(?:所有)?(?=[，；]|$)"
    r"|(?:均|都|仍|现)?(?:登记|掌握|握|留|攥)?在(?P<named>[^，。；、]{1,24}?)(?:的)?(?:名下|手[里中上]|一方|那[里边]))"
    r"|(?:专利权|著作权|权利|产权|所有权)人(?:均|都)?[为是系](?P<holder>[^，。；、]{2,24}?)(?=[，；]|$)"
)
_OURS = re.compile(
    r"我|本[单公企集机院所校项]|^(?:公司|集团|企业|单位|学校)|(?:申报|揭榜|牵头|承担|申请)(?:单位|企业|方|人)|各自|各方|双方|三方|一方|[甲乙丙丁]方|共同|联合体|项目组|(?:完成|研制|开发|实施)(?:单位|方|人)|发明人|自主"
)
# 我单位取得非独占使用许可, 尚未办理转让: what the applicant has instead.
_LICENSED = re.compile(
    r"(?:使用|实施)?许可(?:协议|合同|期|使用)?|(?:按[年月期次]|有偿)?付费(?:使用)?|租用|使用权|授权使用|授权期|(?:使用|集成|实施|开发)[^，。；]{0,6}授权|(?:尚未|未|正在|拟|待)[^，。；]{0,6}(?:转让|变更|受让|过户)"
)
# 按年付费使用，权利归许可方: the licence told first
_LICENSED_TO_US = re.compile(
    r"按[年月期次]付费|付费使用|租用|(?:许可|授权)(?:给)?(?:我|本)[单公企院校]|(?:我|本)[单公企院校]\S?[^，。；]{0,8}(?:经|凭|依)[^，。；]{0,10}(?:许可|授权)"
    r"|(?:取得|获得)[^，。；]{0,8}(?:使用)?许可|经[^，。；]{2,16}许可使用"
)
# 一审判归对方, 权属纠纷正在诉讼: nobody knows yet whose they are
_DISPUTED = re.compile(
    rf"{_RIGHTS}(?:(?!{_RIGHTS})[^。；]){{0,40}}?(?:(?:一审|二审|终审|法院|仲裁)[^，。；]{{0,8}}?(?:判|裁)(?:决|定|令)?(?:归|属|给)(?!我|本)"
    r"|(?:正在|尚在|仍在|处于)[^，。；]{0,6}(?:诉讼|仲裁|争议|纠纷)|(?:被[^，。；]{2,24}?)(?:诉至|起诉|提起诉讼|申请仲裁)|(?:诉讼|仲裁|纠纷)(?:尚未|未|还没有)(?:了结|审结|判决|裁决|解决))"
)
_SETTLED = re.compile(
    r"胜诉|驳回|撤诉|判归(?:我|本)|已和解|已了结|已审结|不侵权|我方胜|(?:判决|裁决|裁定)[^，。；]{0,6}(?:我|本)[方单公院校]"
)
# What is applied with, and not what a partner brings along.
_WORK = re.compile(r"产品|平台|系统|软件|模型|底座|核心|技术|装置|装备|样机|芯片|算法|本?(?:项目|任务|成果)|该")
_ASIDE = re.compile(
    r"背景|原有|既有|已有的?知识产权|项目(?:实施)?前|任务(?:实施)?前|新产生|形成的|今后|将来|第三方组件|开源"
)
_SENTENCE = re.compile(r"[^。！？\n]+(?:\n[^。！？\n]+)*")
# 产品所用操作系统的著作权归…所有: a component that is bought; 原由…持有，已转让: what was
_PART_OF = re.compile(r"所用|所使用|调用|嵌入|采用的|引用|原由|原属|原为")
_REFERS = ("", "其", "该", "上述", "相关", "其相关")  # 操作系统由甲公司开发，其著作权…
_NAMED_BEHIND = 8  # characters: 著作权原由某大学持有
_CORE = re.compile(r"底座|引擎|大?模型|算法|核心|内核")
# 我公司对揭榜产品不拥有知识产权; 不拥有第三方组件的著作权 is of something else
_DENIED = re.compile(
    rf"{_RIGHTS}(?:现|目前|均|都|并|也)*(?:不(?:归|属于?|在|是)|非)(?:申报单位|(?:我|本)[\u4e00-\u9fff]{{0,3}}?)(?:手[里中上]|名下|所有|的)?(?=[，。；]|$)"
    rf"|(?:(?:并不|不|尚未|未|没有)(?:拥有|享有|具有|具备|取得|持有)|没有)(?:[^，。；]{{0,8}}的)?(?:全部|任何|独立|自主|相关|完整|该|其)*{_RIGHTS}(?=[，。；]|$)"
)
_SUPPOSED = re.compile(
    r"如果?|若|一旦|假如|避免|防止|侵犯|他人|第三方|我国|国[内外]|国际|用户|客户|厂商|检索|市场|同行|业内|受制"
)
_NOT_SO = re.compile(r"如果?|若|一旦|假如|避免|防止|没有|不存在|未发生|无权属|[未不]被|是否|他人|国[内外]|同行|业内")
_NOT_TOLD = frozenset({Role.INSTRUCTIONS, Role.COMMITMENT})


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Invalid where the application says that the rights in the work are another's and it only has a licence."""
    if _ASKED.search(obligation.name) is None or _OR_LICENCE.search(obligation.name):
        return None
    denied = _denied(case) or _disputed(case)
    if denied is not None:
        words, place = denied
        text = f"申报材料写明“{words}”{page_of(place, '申报材料')}，与“{obligation.name}”的要求不符。"
        return conclude(obligation, "invalid", text, found=place, confidence=0.7)
    found = _anothers(case)
    if found is None:
        return None
    who, evidence = found
    where = page_of(evidence, "申报材料")
    text = f"申报材料写明知识产权归“{who}”所有、申报单位仅获许可{where}，与“{obligation.name}”的要求不符。"
    return conclude(obligation, "invalid", text, found=evidence, confidence=0.65)


def _denied(case: Case) -> tuple[str, Evidence] | None:
    """The clause, and its sentence, that says in so many words that the applicant has no rights in the work."""
    for passage in case.submission.passages:
        for sentence in _SENTENCE.finditer(passage.text) if passage.role not in _NOT_TOLD else ():
            words = re.sub(r"\s", "", sentence.group())
            said = _DENIED.search(words)
            if said is None:
                continue
            own = words.rfind("，", 0, said.start()) + 1
            clause = words[words.rfind("，", 0, max(own - 1, 0)) + 1 : said.end()]  # with the one before
            if _WORK.search(words[: said.end()]) and not (_SUPPOSED.search(clause) or _is_part(clause)):
                return clause, narrow(passage.evidence, sentence.group().strip())
    return None


def _disputed(case: Case) -> tuple[str, Evidence] | None:
    """The words that say that the rights in the work are fought over, or were given to another."""
    for passage in case.submission.passages:
        for sentence in _SENTENCE.finditer(passage.text) if passage.role not in _NOT_TOLD else ():
            words = re.sub(r"\s", "", sentence.group())
            said = _DISPUTED.search(words)
            if said is None or _SETTLED.search(words) or not _WORK.search(words):
                continue
            clause = words[words.rfind("，", 0, said.start()) + 1 : said.end()]
            if not (_NOT_SO.search(clause) or _is_part(clause)):
                return clause, narrow(passage.evidence, sentence.group().strip())
    return None


def _is_own(who: str, own: str) -> bool:
    """The applicant's name, or a short one: 海岚公司 of 海岚深潜装备有限公司."""
    bare = re.sub(r"(?:股份|有限|责任)*公司$|单位$", "", who)
    return bool(own) and (own in who or (len(bare) > 1 and bare in own))


def _is_part(subject: str) -> bool:
    """产品所用操作系统 is bought; 底座所用的对齐引擎, 所用大模型 is what the work is made of."""
    return _PART_OF.search(subject) is not None and _CORE.search(subject) is None


def _subject(words: str, rights: int) -> str:
    """What the rights are in: the words before them in their clause (底座的), else the sentence so far."""
    clause = words.rfind("，", 0, rights) + 1
    own = words[clause:rights] not in _REFERS
    return words[clause if own else 0 : rights + _NAMED_BEHIND]


def _anothers(case: Case) -> tuple[str, Evidence] | None:
    own = case.submission.applicant.name or ""
    for passage in case.submission.passages:
        for sentence in _SENTENCE.finditer(passage.text) if passage.role not in _NOT_TOLD else ():
            words = re.sub(r"\s", "", sentence.group())
            said = _THEIRS.search(words)
            who = next(words for words in said.groupdict().values() if words) if said is not None else ""
            if said is not None and said["holder"] and passage.role is Role.PROOFS:
                continue  # 证书所载权利人均为…: whose paper it is, which the check of proofs tells
            if said is None or _OURS.search(who) or _is_own(who, own) or _is_part(_subject(words, said.start())):
                continue
            licensed = _LICENSED.search(words, said.end()) or _LICENSED_TO_US.search(words, 0, said.start())
            if licensed and _WORK.search(words) and not _ASIDE.search(words):
                return who, narrow(passage.evidence, sentence.group().strip())
    return None
