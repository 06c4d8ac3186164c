"""The place in the count that a heading's numeral stands for; 0 where it is none."""

_CHINESE = {numeral: value for value, numerals in enumerate(
    ("一壹甲", "二貳乙", "三參叁丙", "四肆丁", "五伍戊", "六陸己", "七柒庚", "八捌辛", "九玖壬"), 1
) for numeral in numerals} | {"十": 10, "拾": 10, "癸": 10}  # fmt: skip
_ROMAN = {"I": 1, "V": 5, "X": 10}


def chinese(numeral: str) -> int:
    """二十三, 拾貳, 丙 (as third) or 12; only up to 99, which no outline passes."""
    if numeral.isdigit():
        return int(numeral)
    tens, ten, units = numeral.replace("拾", "十").partition("十")
    if any(part and part not in _CHINESE for part in (tens, units)):
        return 0
    if not ten:
        return _CHINESE.get(numeral, 0)
    return _CHINESE.get(tens, 1) * 10 + _CHINESE.get(units, 0)


def arabic(numeral: str) -> int:
    """12, ③, or the last part of 3.1."""
    if "①" <= numeral <= "⑳":
        return ord(numeral) - ord("①") + 1
    return int(numeral.rpartition(".")[2])


def roman(numeral: str) -> int:
    """XIII; 0 where it is not written as Rome did."""
    total = 0
    for one, after in zip(numeral, [*numeral[1:], ""], strict=True):
        value = _ROMAN[one]
        total += -value if value < _ROMAN.get(after, 0) else value
    return total if _as_roman(total) == numeral else 0


def _as_roman(value: int) -> str:
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (value // 10) + units[value % 10]


def letter(numeral: str) -> int:
    """C or c as third."""
    return ord(numeral.upper()) - ord("A") + 1
