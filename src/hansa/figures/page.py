"""The page of documentation on the measures, made from the measures and the rules themselves."""

from collections.abc import Iterator
from itertools import groupby

from hansa.figures.catalogue import reported_measures
from hansa.figures.computed import COMPUTED
from hansa.figures.measure import Measure
from hansa.figures.rules import CountingRule, built_in
from hansa.figures.words import Words

_HEAD = """# 指標 · Measures

Made from `hansa.figures`; a test holds it to them. 由 `hansa.figures` 產生，並由測試確保一致。

A **computed** measure is counted from the register's records, and every answer carries those that were counted; what
documents published for the same measure and period stands beside it, and where they differ, both are shown. A
**reported** measure has no records to count: its numbers are those that documents published or people entered, and
they are the rows of its answer. A state as of a day is answered with the latest figure. Figures of months or quarters
are added up only where the measure may be summed over periods, and the months that nobody published are named.

計數指標由登錄簿之紀錄計得，每一答案均附所計之紀錄；文件公布之數並列，兩者不同時均予顯示。填報指標無紀錄可計，
其數為文件公布或人員填入者。某日之狀態取最近一次公布之數；各月或各季之數，僅於指標可跨期加總時合計，並列明尚缺之月份。

`hansa measure KEY --year 2022` asks one; `hansa measure` lists them.
"""
_RULES = """## 計數規則 · Counting rules

The rules that come with Hansa. An editor keeps a new version on the page of rules or with `hansa rule`; it holds from
its day on, and every number says by which version it was counted.
系統內建之規則。審核人可於計數規則頁面或以 `hansa rule` 新增版本，自其日期起適用；每一數字均註明所依版本。
"""
_REPORTED = """## 填報指標 · Reported measures
"""
_OVER = {
    "periods": Words("期間", "periods"),
    "kinds": Words("種類", "kinds"),
    "units": Words("主責單位", "units"),
    "sites": Words("場所", "sites"),
}


def summed_words(measure: Measure) -> Words:
    """Over what the measure may be summed, in words; that it is not, where it may not."""
    over = [_OVER[one] for one in measure.summed_over]
    if not over:
        return Words("不得加總", "nothing")
    return Words("、".join(one.zh for one in over), ", ".join(one.en for one in over))


def _rule(rule: CountingRule) -> Iterator[str]:
    yield f"### `{rule.name}`"
    yield ""
    yield f"{rule.label.zh} · {rule.label.en} ({rule.version})"
    yield ""
    yield f"- 計數對象 counts: {rule.counts}"
    if rule.kinds:
        yield f"- 種類 kinds: {', '.join(rule.kinds)}"
    if rule.levels:
        yield f"- 層級 levels: {', '.join(rule.levels)}"
    moment = rule.moment
    yield f"- 狀態 state: {moment.zh}。{moment.en[0].upper()}{moment.en[1:]}."
    if rule.abroad:
        yield "- 限國外對象 parties abroad only"
    yield ""


def _computed(measure: Measure) -> Iterator[str]:
    summed = summed_words(measure)
    yield f"### {measure.key}"
    yield ""
    yield f"**{measure.label.zh} · {measure.label.en}** ({measure.unit.zh} · {measure.unit.en})"
    yield ""
    yield measure.definition.zh
    yield measure.definition.en
    yield ""
    yield f"- 時點 As of: {'某日 a day' if measure.moment == 'day' else '期間 a period'}"
    yield f"- 可加總於 May be summed over: {summed.zh} {summed.en}"
    if measure.rule:
        yield f"- 計數規則 Rule: `{measure.rule.name}`"
    if measure.reported_units:
        yield f"- 公布單位 Published in: {', '.join(measure.reported_units)}"
    yield ""


def _reported(section: str, measures: list[Measure]) -> Iterator[str]:
    yield f"### {section}"
    yield ""
    yield "| 指標 measure | 單位 unit | 定義 definition | 可加總於 summed over | key |"
    yield "|---|---|---|---|---|"
    for one in measures:
        summed = summed_words(one)
        cells = (
            f"{one.label.zh}<br>{one.label.en}",
            f"{one.unit.zh}<br>{one.unit.en}",
            f"{one.definition.zh}<br>{one.definition.en}",
            f"{summed.zh}<br>{summed.en}",
            f"`{one.key}`",
        )
        yield f"| {' | '.join(cells)} |"
    yield ""


def _lines() -> Iterator[str]:
    yield _HEAD
    yield "## 計數指標 · Computed measures"
    yield ""
    for measure in COMPUTED:
        yield from _computed(measure)
    yield _RULES
    for rule in built_in():
        yield from _rule(rule)
    yield _REPORTED
    for section, measures in groupby(reported_measures(), key=lambda one: one.section):
        yield from _reported(section, list(measures))


def measures_page() -> str:
    """`docs/measures.md` in full."""
    return "\n".join(_lines()).rstrip() + "\n"
