"""Numbers of headings and items: 壹、一、（一）1.（1） in Chinese, 1 / 1.1 / 1.1.1 / (1) / (a) in English.

The Chinese scheme is that of the Executive Yuan's manual of official documents (文書處理手冊).
"""

from collections.abc import Iterator

from hansa.reports.blocks import Block, Heading, Language

_FORMAL = "零壹貳參肆伍陸柒捌玖"
_PLAIN = "零一二三四五六七八九"


def chinese(number: int, formal: bool = False) -> str:
    """A number from 1 to 99 in Chinese numerals: 十一, or 拾壹 where formal; beyond that in digits."""
    if not 1 <= number <= 99:
        return str(number)
    digits, ten = (_FORMAL, "拾") if formal else (_PLAIN, "十")
    tens, ones = divmod(number, 10)
    head = "" if not tens else ten if tens == 1 else digits[tens] + ten
    return head + (digits[ones] if ones else "")


def label(language: Language, path: tuple[int, ...], level: int) -> str:
    """The number of a heading or item as it is read: `path` counts the headings down to it, items have level 4 or 5."""
    number = path[-1]
    if language == "en":
        if level <= 3:
            return ".".join(str(part) for part in path) + ("." if level == 1 else "")
        return f"({number})" if level == 4 else f"({chr(96 + number) if number <= 26 else number})"
    patterns = ("{formal}、", "{plain}、", "（{plain}）", "{number}.", "（{number}）")
    plain, formal = (chinese(number), chinese(number, formal=True)) if level <= 3 else ("", "")
    return patterns[level - 1].format(number=number, plain=plain, formal=formal)


def numbered(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, tuple[int, ...]]]:
    """Each block with its path: the counts of headings from level 1 down to it, empty where it is no heading."""
    counts: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            counts = (counts + [0] * block.level)[: block.level]
            counts[-1] += 1
            yield block, tuple(counts)
        else:
            yield block, ()


def anchor(path: tuple[int, ...]) -> str:
    """The name by which links find a heading: `section-4-1`."""
    return "section-" + "-".join(str(part) for part in path)


def heading_words(language: Language, heading: Heading, path: tuple[int, ...]) -> str:
    """A heading as it is read, number and words: 一、事務管理 or 1.1 General affairs."""
    gap = " " if language == "en" else ""
    return label(language, path, heading.level) + gap + heading.text
