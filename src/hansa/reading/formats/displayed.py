"""Values of a sheet's cells as they are shown: numbers by their format code, dates as ISO 8601 as precise as shown."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

# Strings, escaped characters, room left for a character (_x, *x) and what stands in square brackets; then the digits.
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|[_*].|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]')
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?")
_DATE_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_LONGEST_CODE = 200
_GENERAL = ("", "general", "@")

Value = str | bool | int | float | datetime | date | time | timedelta | None


def shown(value: Value, code: str) -> str:
    """A cell's value as its format code shows it; empty for None and for errors such as #N/A."""
    if value is None or (isinstance(value, str) and value.startswith("#") and value[1:2].isupper()):
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value, code)
    if isinstance(value, datetime | date):
        return _date(value, _DATE_LITERAL.sub("", code.casefold()))
    return str(value)


def _date(value: date, code: str) -> str:
    """A date with the day where the code shows one, else its month or year; with a time where that is told."""
    if "d" in code or not code:
        told = isinstance(value, datetime) and "h" in code and value.time() != time()
        return value.strftime("%Y-%m-%d %H:%M" if told else "%Y-%m-%d")
    return value.isoformat()[: 7 if "m" in code else 4]


def _number(value: int | float, code: str) -> str:
    sections = code.split(";") if len(code) <= _LONGEST_CODE else [""]
    negative = value < 0 and len(sections) > 1 and bool(sections[1])
    section = sections[1] if negative else sections[0]
    digits = _DIGITS.search(_LITERAL.sub(lambda match: "\0" * len(match[0]), section))
    if digits is None or section.casefold() in _GENERAL or re.search(r"[eE][+-]|/|\?", section):
        return _general(value)
    before, after = (_literal(part) for part in (section[: digits.start()], section[digits.end() :]))
    percent = "%" in after or "%" in before
    amount = Decimal(repr(value)) * (100 if percent else 1)
    written = _grouped(abs(amount) if negative else amount, digits[0])
    return f"{before}{written}{after}".strip()


def _literal(code: str) -> str:
    return _LITERAL.sub(lambda match: match[1] or match[2] or match[3] or "", code)


def _grouped(amount: Decimal, digits: str) -> str:
    """An amount with the decimals, thousands' commas and leading zeros of its digits' code (`#,##0.00`)."""
    whole, _, decimals = digits.partition(".")
    scale = len(whole) - len(whole.rstrip(","))
    rounded = (amount / 1000**scale).quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    written = f"{rounded:,f}" if "," in whole.rstrip(",") else f"{rounded:f}"
    for place in reversed(decimals):
        if place == "0" or not written.endswith("0"):
            break
        written = written[:-1]
    sign = "-" if written.startswith("-") else ""
    return sign + written.removeprefix("-").rstrip("." if decimals else "").zfill(whole.count("0"))


def _general(value: int | float) -> str:
    """Eleven figures, as a sheet shows them that was given no format; a float's last bits are no part of the number."""
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    return f"{Decimal(f'{value:.11g}'):f}"
