"""Which kind of organization a document says that one is: comprehensive, thematic, national."""

import re

from hansa.reading.context import Context
from hansa.reading.document import Block, BlockKind
from hansa.reading.patterns import regex

_KINDS = (
    ("comprehensive", regex(r"綜合型|綜合性|\bcomprehensive\b|\bgeneral networks\b", re.IGNORECASE)),
    ("thematic", regex(r"主題型|主題性|\bthematic\b", re.IGNORECASE)),
    ("national", regex(r"全國型|全國性|\bnational\b(?! day)", re.IGNORECASE)),
)
_KIND_HEAD = regex(r"型態|類型|類別|性質|^type|^kind|^category", re.IGNORECASE)
# What a sentence itself says: 屬全國型, 第一類為綜合型, a national body of towns.
_TOLD = regex(
    r"(?:屬於?|(?<!類)為|係|是)[^，。；]{0,3}(?:綜合|主題|全國)型"
    r"|\bnational (?:body|association|federation|union|league|network)\b"
)
_TOLD_BEFORE = regex(r"(?:綜合|主題|全國)型")
_LOOK_BACK = 60


def kind_of_row(block: Block, context: Context) -> str:
    """The kind in the row's cell for it; an empty cell goes on with the kind of the row above."""
    for at in range(context.index, -1, -1):
        row = context.blocks[at]
        if row.kind is not BlockKind.ROW and at < context.index - _LOOK_BACK:
            break
        for cell in row.cells:
            if _KIND_HEAD.search(cell.header) and cell.text.strip():
                return _kind(cell.text)
    return kind_above(block)


def kind_above(block: Block) -> str:
    """The kind that a heading tells, the nearest first."""
    return next((kind for heading in reversed(block.headings[1:]) if (kind := _kind(heading))), "")


def kind_told(own: str, before: str) -> str:
    """The kind that an organization's own sentences tell, else the last told before them in the paragraph."""
    found = _TOLD.search(own) or next(reversed(list(_TOLD_BEFORE.finditer(before))), None)
    return _kind(found[0]) if found else ""


def _kind(text: str) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), "")
