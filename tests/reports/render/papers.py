"""Papers for the writers' tests."""

import dataclasses
import io

from PIL import Image

from hansa.reports.blocks import (
    Heading,
    Item,
    Items,
    Language,
    Mark,
    Note,
    Paper,
    Paragraph,
    Picture,
    Run,
    Table,
)

NASTY = '甲 <b>&amp;"]]> #let x = 1 $a$ *b* _c_ [d](e) `f` \\g | 1. %'


def make_paper(text: str = "考核計3次", language: Language = "zh-hant", rows: int = 2) -> Paper:
    """A paper with every kind of block, whose words are `text`."""
    run = Run(text)
    items = Items(
        (
            Item(((Run(text, bold=True),), (run, Mark(1, first=True)))),
            Item(((run,),), (Item(((run, Mark(2, first=True)),)), Item(((run, Mark(1)),)))),
        )
    )
    cells = tuple(((run, Mark(2)), (Run(str(number)),)) for number in range(rows))
    table = Table(("組織", "數"), cells, (3, 1), frozenset({1}))
    blocks = (
        Heading(1, "一般行政"),
        Heading(2, "事務管理"),
        Heading(3, "庶務工作"),
        items,
        Heading(1, "國際事務"),
        Heading(2, text or "訪賓"),
        Paragraph((run,)),
        table,
    )
    return Paper(
        language,
        "施政報告",
        "國際處",
        "112年2月1日",
        "目錄",
        "資料來源",
        blocks,
        (Note(1, f"《{text}》"), Note(2, "乙")),
    )


def make_png(width: int = 40, height: int = 20) -> bytes:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(out, "PNG")
    return out.getvalue()


def make_full_paper(text: str = "考核計3次", language: Language = "zh-hant") -> Paper:
    """A paper with every block in every form, whose words are `text`."""
    paper = make_paper(text, language)
    line = (Run(text, link=f"https://city.example/?q={text}"), Mark(1))
    blocks = (
        Paragraph((Run(text),), "subtitle"),
        Paragraph(line, "quotation"),
        Paragraph(line, "remark", "待確認"),
        Table(("甲", "乙"), ((line, ()),), (1, 1), frozenset({1}), text, ((Run("合計"),), (Run("1"),))),
        Picture(make_png(), "image/png", text, text, 0.5),
        Picture(b"no picture", "image/png", text),
    )
    return dataclasses.replace(paper, blocks=paper.blocks + blocks, landscape=True)
