"""The page of documentation on the measures, made from the measures themselves."""

from collections.abc import Iterator

from hansa.figures.measure import Measure
from hansa.figures.measures import all_measures
from hansa.figures.rules import CountingRule

_HEAD = """# 指標 · Measures

Made from `hansa.figures.measures`; a test holds it to them. Every answer carries the records that were counted.
由 `hansa.figures.measures` 產生，並由測試確保一致；每一個答案均附所計之登錄紀錄。

A figure that the register holds from documents stands beside the computed number of the same measure and period; where
they differ, both are shown. What documents report on other matters (消費諮詢, 公文, 車輛 …) is reported, not computed.
"""
_SUMMED = {
    "periods": "期間 periods",
    "kinds": "種類 kinds",
    "units": "主責單位 units",
}


def _rule(rule: CountingRule) -> Iterator[str]:
    yield f"- 計數規則 Rule: `{rule.name}`, {rule.version}"
    if rule.kinds:
        yield f"  - 種類 kinds: {', '.join(rule.kinds)}"
    if rule.levels:
        yield f"  - 對象 levels: {', '.join(rule.levels)}"
    yield f"  - 狀態 state: {rule.states.zh} {rule.states.en[0].upper()}{rule.states.en[1:]}."
    if rule.abroad:
        yield "  - 限國外對象 parties abroad only"


def _measure(measure: Measure) -> Iterator[str]:
    summed = "、".join(_SUMMED[over] for over in measure.summed_over) or "不得加總 nothing"
    moment = "某日 a day" if measure.moment == "day" else "期間 a period"
    yield f"## {measure.key}"
    yield ""
    yield f"**{measure.label.zh} · {measure.label.en}** ({measure.unit.zh} · {measure.unit.en})"
    yield ""
    yield measure.definition.zh
    yield measure.definition.en
    yield ""
    yield f"- 時點 As of: {moment}"
    yield f"- 可加總於 May be summed over: {summed}"
    yield from _rule(measure.rule)
    if measure.reported:
        yield f"- 公布單位 Published in: {', '.join(measure.reported_units)}"
    yield ""


def measures_page() -> str:
    """`docs/measures.md` in full."""
    lines = [line for measure in all_measures() for line in _measure(measure)]
    return _HEAD + "\n" + "\n".join(lines).rstrip() + "\n"
