"""Whether a text states that something happened: plans, hopes, refusals and what has ended are no facts."""

from functools import lru_cache

from hansa.reading.patterns import regex
from hansa.reading.sentence import Sentence

# Words that make what follows them in the same clause a plan, a wish or a question.
_PLAN_ZH = regex(
    r"預計|預定|予定|打算|此後|今後|往後|爾後|日後|訂[於在](?=.{0,8}\d)|原訂|原定|明年|擬(?!真|定)|規劃|籌備|籌劃|計畫(?!書|」|》)(?=.{0,8}(?:簽|締|結|訪|赴|辦|邀))|考慮"
    r"|可望|有望|期盼|盼|期待|希望|爭取|建議|有意|意願|意向(?!書)"
    r"|將(?=.{0,12}(?:簽|締|結為|訪|赴|前往|舉辦|辦理|出席|參加|率團|來訪))|即將|將(?=在|就|朝|持續|共同|進一步|攜手)|未來|願意|洽談|洽簽"
    r"|磋商|研議|研擬|評估|協商|商討締|議決|談妥|商定|推動(?:締|簽)|倘|如能|若能|是否|可否|擇期"
    r"|邀請(?=.{0,20}(?:來訪|前來|到訪))"
)
# Words that undo what stands anywhere in the sentence before them.
_UNDONE_ZH = regex(
    r"尚未|尚在|仍在|未成案|研議中|尚無|未簽|未締|未結|並無|未進入|未曾|未能|不曾|從未|沒有|取消|中止"
    r"|改[到至期]|順延|延[後至到]|原擬|否決|未獲|未果|未奉|迄未|未再|婉謝|喊停|擱置|流會|撤回|退回|無疾而終|還在[喬談等]|（予定）|（預定）|（暫定）|從缺"
    r"|終止|解除|暫停|失效|屆滿不續|延期|婉拒|拒絕|破局|作罷|告吹|"
    r"傳言|外傳|並無此事|無涉|胎死腹中|不再|已廢|撤銷|停止|規劃階段|籌備中|洽談中|研商中|評估中"
)
_PLAN_EN = regex(
    r"\b(?:may|(?i:will|would|shall|might|could|plans?|planned|planning|intends?|intend(?:ed|ing)"
    r"|hopes?|hoped|wish(?:es|ed)?|expects?|expected|proposes?"
    r"|proposed|proposal|seeks?|considers?|considering|if|whether|explor(?:e|es|ed|ing)|discuss(?:ed"
    r"|es|ing)? (?:an? |the )?(?:possib\w+|sister|twin\w*|partner\w*|friend\w*|memorandum|agreement)"
    r"|upcoming|due to|asked|invites?"
    r"|about to|ahead of|to be|in talks|talks (?:on|about)|negotiat\w+|prospect\w*|pending|awaits?"
    r"|forthcoming|looked into|look into|towards?))\b"
)
_UNDONE_EN = regex(
    r"\b(?:not|never|no longer|nothing|none|cancel(?:led|ed)|postponed|lapsed|extinct|defunct|expired"
    r"|suspended|terminated|(?<!open-)ended|withdrew|withdrawn|revoked|refused|declined|rejected"
    r"|called off|fell through|dormant|inactive|abandoned|without (?:a|any) (?:formal )?agreement"
    r"|no formal|[Nn]o (?:\w+ ){0,2}(?:agreement|memorandum|pact|accord|document|treaty|tie)|no part in"
    r"|dissolved|is due|was due|were due|be signed|to confirm)\b|n['’]t\b"
)
# What a sentence goes on to say of the tie that it began with: …, sealed in 1998, was cancelled in 2022.
_OVER_EN = regex(
    r"\b(?:was|were|is|are|has|have|had)\b(?: (?:since|later|now|then|been|also|formally))*"
    r" (?:cancelled|ended|suspended|lapsed|terminated|dissolved|revoked|annulled|expired|dropped|declined"
    r"|allowed to (?:lapse|expire|run out)|discontinued|wound up|given up|fallen into disuse|put on hold)\b"
    r"|\bnever (?:came|materiali[sz]ed|got|happened|took)\b|\b(?:came to nothing|fell through|failed to)\b"
    r"|, (?:lapsed|expired|ended|ran out|petered out|came to an end)\b|\bfell into disuse\b"
    r"|\bput (?:on hold|on ice)\b|\bbroken off\b|\b(?:is|are) (?:still )?being\b"
)
# A second predicate of the sentence, which says nothing of the first: … and does not replace it.
_NEXT_PREDICATE = regex(r" and (?:does|do|did|is|are|was|were|has|have|had)\b|, (?:whereas|while|but|although)\b")
_NOT_YET_HEADING = regex(
    r"未來|未成行|未成案|明年|來年|下年度|次年度|下一步|規劃|展望|評估中|洽談|磋商|尚未|籌備|擬議|研議|預定|預告|即將|終止|解除|失效|停止"
    r"|\b(?i:outlook|plans?|planned|pending|proposed|upcoming|not in|under discussion|former|ended"
    r"|lapsed|future|next year|looking ahead|forthcoming|inactive|dormant)\b"
)


def states(sentence: Sentence, start: int, end: int, *, lasting: bool = True) -> bool:
    """Whether the sentence states what stands from `start` up to `end` as done.

    What is `lasting`, such as a bond, must not be undone further on in the sentence either.
    """
    clause_start, clause_end = sentence.clause(start)
    before = sentence.text[clause_start:end]
    rest = sentence.text[clause_start : None if lasting else max(clause_end, end)]
    if sentence.chinese:
        # 其中 goes over to one of those that were told: what becomes of it undoes nothing before.
        return not _PLAN_ZH.search(before) and not _UNDONE_ZH.search(rest.partition("，其中")[0])
    lead = sentence.text[:start] if end - start < 4 else sentence.text[clause_start:start]
    stop = _NEXT_PREDICATE.search(sentence.text, end)
    rest = sentence.text[clause_start : min(max(clause_end, end), stop.start() if stop else len(sentence.text))]
    if lasting and _OVER_EN.search(sentence.text, end, stop.start() if stop else len(sentence.text)):
        return False
    return not _PLAN_EN.search(lead) and not _UNDONE_EN.search(rest)


@lru_cache(maxsize=1024)
def heads_plans(headings: tuple[str, ...]) -> bool:
    """Whether one of the headings says that what stands under it is planned, asked for or over."""
    return any(_NOT_YET_HEADING.search(heading) for heading in headings[1:] or headings)
