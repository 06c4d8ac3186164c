"""A number written the way in which a draft writes its own."""

from decimal import Decimal

from hansa.figures.checking.numbers import Number
from hansa.reading.patterns import regex

_MYRIADS = (("億", Decimal(10**8)), ("萬", Decimal(10**4)))
_DIGITS = "零一二三四五六七八九"
_HAN = regex(r"[一二兩三四五六七八九十百千]")
_HIGHEST_HAN = 9999
# 兩個, but 第二個.
_PAIR = "兩"


def plain_number(value: Decimal) -> str:
    """The number with thousands parted and no zeros at the end of its decimals: 1,606; 90.7."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def written_like(number: Number, value: Decimal) -> str:
    """A value in the way in which the draft writes this number: 三十三, 8,798.1萬, 2億731萬3,663, 33."""
    form = number.written
    if _HAN.search(form) and not any(character.isdigit() for character in form):
        return _PAIR if value == 2 and not number.ordinal else _in_han(value) or plain_number(value)
    for sign, size in _MYRIADS:
        if sign in form:
            return _in_myriads(form, value, sign, size)
    text = plain_number(value)
    return text if "," in form or abs(value) < 1000 or abs(number.value) < 1000 else text.replace(",", "")


def _in_myriads(form: str, value: Decimal, sign: str, size: Decimal) -> str:
    """The value in 億 or 萬, with a decimal where the draft has one, else with what is left over behind."""
    if "." in form or value < size:
        return f"{plain_number(value / size)}{sign}" if "." in form else plain_number(value)
    high, rest = divmod(value, size)
    if not rest:
        return f"{plain_number(high)}{sign}"
    lower = dict(_MYRIADS)["萬"]
    if sign == "億" and rest >= lower:
        return f"{plain_number(high)}億{_in_myriads(form, rest, '萬', lower)}"
    return f"{plain_number(high)}{sign}{plain_number(rest)}"


def _in_han(value: Decimal) -> str:
    """The value in Chinese numerals up to 9999, empty for any other."""
    if value != value.to_integral_value() or not 0 <= value <= _HIGHEST_HAN:
        return ""
    left, parts, gap = int(value), "", False
    if not left:
        return _DIGITS[0]
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, left = divmod(left, size)
        if digit:
            parts += (_DIGITS[0] if gap and parts else "") + _DIGITS[digit] + name
        gap = not digit
    return parts.removeprefix("一") if parts.startswith("一十") else parts
