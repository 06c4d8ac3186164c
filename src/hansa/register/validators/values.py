"""Whether a value can be what its field says: dates, codes of currencies and countries, tags, ids, lists."""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from babel.core import get_global
from django.core.exceptions import ValidationError
from django.db import models

from hansa.atlas.countries import countries
from hansa.facts import is_edtf
from hansa.register.derived import derived_columns
from hansa.register.models.record import EdtfField
from hansa.register.validators.sentences import broken

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)
_SUBDIVISION = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}", re.ASCII)
_WIKIDATA = re.compile(r"Q[1-9][0-9]*", re.ASCII)


def is_currency(code: str) -> bool:
    """Whether ISO 4217 has, or once had, the code of three letters."""
    return code in get_global("all_currencies")


def _is_list_of_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value)


def _are_counts(value: object) -> bool:
    counts = value if isinstance(value, list) else [None]
    return all(
        isinstance(count, dict)
        and set(count) == {"count", "of"}
        and isinstance(count["count"], int)
        and isinstance(count["of"], str)
        for count in counts
    )


# By the name of a field: whether its value is one, and the rule that it breaks where it is not.
_CHECKS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "currency": (is_currency, "currency_of_iso_4217"),
    "country": (lambda code: code in countries(), "country_of_iso_3166"),
    "subdivision": (lambda code: bool(_SUBDIVISION.fullmatch(code)), "subdivision_of_iso_3166"),
    "language": (lambda tag: bool(_LANGUAGE.fullmatch(tag)), "language_tag"),
    "wikidata": (lambda text: bool(_WIKIDATA.fullmatch(text)), "wikidata_id"),
    "latitude": (lambda degrees: -90 <= degrees <= 90, "latitude_in_degrees"),
    "longitude": (lambda degrees: -180 <= degrees <= 180, "longitude_in_degrees"),
    "subjects": (_is_list_of_words, "list_of_words"),
    "topics": (_is_list_of_words, "list_of_words"),
    "founded_by": (_is_list_of_words, "list_of_words"),
    "websites": (_is_list_of_words, "list_of_words"),
    "predecessors": (_is_list_of_words, "list_of_words"),
    "members": (_are_counts, "counts_of_members"),
}


def check_date(text: str) -> None:
    """Raise ValidationError where the text is no date in EDTF, or an interval that ends before it starts."""
    if is_edtf(text):
        return
    start, dash, end = text.partition("/")
    raise broken("interval_in_order" if dash and is_edtf(start) and is_edtf(end) else "date_in_edtf")


def _cleaned(field: "models.Field[Any, Any]", value: Any) -> Any:
    clean = field.clean(value, None)
    if isinstance(field, models.DecimalField):
        clean = clean.quantize(Decimal(1).scaleb(-field.decimal_places))
    if isinstance(field, EdtfField):
        check_date(clean)
    is_one, rule = _CHECKS.get(field.name, (None, ""))
    if is_one and not is_one(clean):
        raise broken(rule)
    return clean


def check_value(field: "models.Field[Any, Any]", value: Any) -> Any:
    """The value as the field keeps it; raises ValidationError where it cannot be one. No query."""
    if value not in field.empty_values:
        return _cleaned(field, value)
    if not field.blank:
        raise broken("value_needed")
    return field.get_default() if value is None and not field.null else value


def _check_link(field: "models.ForeignKey[Any, Any]", row: Any) -> None:
    """Raise ValidationError where the row has to name a record and names none; that there is one, the database sees."""
    if not field.null and getattr(row, field.attname) is None and not field.is_cached(row):
        raise broken("value_needed")


def value_problems(
    row: Any, fields: Iterable["models.Field[Any, Any]"], prefix: str = ""
) -> Iterator[tuple[str, ValidationError]]:
    """What is wrong with single values of a row, by the field's name after the prefix; what is right is made clean.

    What is wrong is emptied in the row, so that the rules that compare fields see only what is right.
    """
    derived = derived_columns(type(row))
    for field in fields:
        if field.name in derived:
            continue
        try:
            if isinstance(field, models.ForeignKey):
                _check_link(field, row)
            else:
                setattr(row, field.attname, check_value(field, getattr(row, field.attname)))
        except ValidationError as error:
            yield f"{prefix}{field.name}", error
            if not field.is_relation:
                setattr(row, field.attname, None if field.null else field.get_default())
