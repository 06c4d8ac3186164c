"""A chart as a part of an ODP file: an OpenDocument of its own, which holds its numbers in a table."""

from hansa.reports.council.canvas import COLOURS, Tone
from hansa.reports.council.placed import PlacedChart
from hansa.reports.council.slides import Chart
from hansa.reports.render.opendocument import document, words

MEDIA_TYPE = "application/vnd.oasis.opendocument.chart"
_TONES: tuple[Tone, ...] = ("teal", "ochre")
_WORDS = 14
_WITHOUT_NOUGHTS = (
    '<number:number-style style:name="nought"><number:text></number:text></number:number-style>'
    '<number:number-style style:name="counted"><number:number number:decimal-places="0" number:min-integer-digits="1" '
    'number:grouping="true"/><style:map style:condition="value()=0" style:apply-style-name="nought"/>'
    "</number:number-style>"
)


def chart_parts(piece: PlacedChart, latin: str, chinese: str) -> dict[str, str]:
    """The parts of the chart's document, by their names."""
    chart = piece.chart
    size = f'svg:width="{piece.box.width:.2f}pt" svg:height="{piece.box.height:.2f}pt"'
    several = len(chart.series) > 1
    last = len(chart.categories) + 1
    legend = '<chart:legend chart:legend-position="bottom" chart:style-name="small"/>' if several else ""
    series = "".join(
        f'<chart:series chart:style-name="series{place}" chart:values-cell-range-address="local-table.{column}2:'
        f'.{column}{last}" chart:label-cell-address="local-table.{column}1" chart:class="chart:bar"/>'
        for place, column in zip(range(len(chart.series)), "BC", strict=False)
    )
    inside = (
        f"<office:automatic-styles>{_styles(chart, latin, chinese)}</office:automatic-styles>"
        f'<office:body><office:chart><chart:chart chart:class="chart:bar" {size} chart:style-name="plain">'
        f'<chart:title chart:style-name="heading"><text:p>{words(chart.title)}</text:p></chart:title>{legend}'
        f'<chart:plot-area chart:style-name="bars" chart:data-source-has-labels="both" '
        f'table:cell-range-address="local-table.A1:.{"ABC"[len(chart.series)]}{last}">'
        f'<chart:axis chart:dimension="x" chart:name="primary-x" chart:style-name="names"><chart:categories '
        f'table:cell-range-address="local-table.A2:.A{last}"/></chart:axis>'
        f'<chart:axis chart:dimension="y" chart:name="primary-y" chart:style-name="hidden"/>{series}'
        '<chart:wall chart:style-name="plain"/></chart:plot-area>'
        f"{_table(chart)}</chart:chart></office:chart></office:body>"
    )
    return {"content.xml": document("content", inside)}


def _styles(chart: Chart, latin: str, chinese: str) -> str:
    lying = "true" if chart.lying else "false"
    ink, grey, teal = (f"#{COLOURS[tone].lower()}" for tone in ("ink", "grey", "teal"))

    def letters(size: int, colour: str, weight: str = "normal") -> str:
        return (
            f'<style:text-properties fo:font-family="{latin}" style:font-family-asian="{chinese}" fo:color="{colour}" '
            f'fo:font-size="{size}pt" style:font-size-asian="{size}pt" fo:font-weight="{weight}" '
            f'style:font-weight-asian="{weight}"/>'
        )

    def style(name: str, properties: str, rest: str = "", form: str = "") -> str:
        return (
            f'<style:style style:name="{name}" style:family="chart"{form}><style:chart-properties {properties}/>{rest}'
            "</style:style>"
        )

    nothing = '<style:graphic-properties draw:stroke="none" draw:fill="none"/>'
    series = "".join(
        style(
            f"series{place}",
            'chart:data-label-number="value" chart:link-data-style-to-source="false"',
            f'<style:graphic-properties draw:stroke="none" draw:fill="solid" '
            f'draw:fill-color="#{COLOURS[tone].lower()}"/>' + letters(_WORDS, ink),
            ' style:data-style-name="counted"',
        )
        for place, tone in enumerate(_TONES)
    )
    return (
        f'{_WITHOUT_NOUGHTS}<style:style style:name="plain" style:family="chart">{nothing}</style:style>'
        + style("heading", 'chart:auto-position="true"', letters(_WORDS + 2, teal, "bold"))
        + style("small", 'chart:auto-position="true"', nothing + letters(_WORDS, ink))
        + style("bars", f'chart:vertical="{lying}" chart:gap-width="60"', nothing)
        + style(
            "names",
            f'chart:display-label="true" chart:reverse-direction="{lying}"',
            f'<style:graphic-properties draw:stroke="solid" svg:stroke-color="{grey}"/>' + letters(_WORDS, ink),
        )
        + style("hidden", 'chart:display-label="false" chart:minimum="0"', nothing)
        + series
    )


def _table(chart: Chart) -> str:
    """The numbers: a row of the series' names, then a row for each category."""
    columns = len(chart.series)
    head = "".join(_cell(name) for name, _ in chart.series)
    rows = "".join(
        f"<table:table-row>{_cell(name)}{''.join(_number(values[place]) for _, values in chart.series)}"
        "</table:table-row>"
        for place, name in enumerate(chart.categories)
    )
    return (
        '<table:table table:name="local-table"><table:table-header-columns><table:table-column/>'
        "</table:table-header-columns><table:table-columns>"
        f'<table:table-column table:number-columns-repeated="{columns}"/></table:table-columns>'
        f"<table:table-header-rows><table:table-row>{_cell('')}{head}</table:table-row></table:table-header-rows>"
        f"<table:table-rows>{rows}</table:table-rows></table:table>"
    )


def _cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{words(text)}</text:p></table:table-cell>'


def _number(value: int) -> str:
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p>'
        "</table:table-cell>"
    )
