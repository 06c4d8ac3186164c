"""The lists that there are, and one of them in the frame of its language: title, day, what it was narrowed by."""

from django.utils import translation

from hansa.reports.listing import Listing
from hansa.reports.lists.anniversaries import ANNIVERSARIES
from hansa.reports.lists.asking import Asked, ListError
from hansa.reports.lists.commitments import COMMITMENTS
from hansa.reports.lists.contents import Contents, ListOf, country_said, day_said, unit_said
from hansa.reports.lists.costs import COSTS
from hansa.reports.lists.dormant import DORMANT
from hansa.reports.lists.exchanges import EXCHANGES
from hansa.reports.lists.gifts import GIFTS
from hansa.reports.lists.memberships import MEMBERSHIPS
from hansa.reports.lists.partners import PARTNERS
from hansa.reports.lists.results import RESULTS
from hansa.reports.lists.schools import SCHOOLS
from hansa.reports.lists.visitors import VISITORS

LISTS = {
    one.name: one
    for one in (
        PARTNERS, MEMBERSHIPS, RESULTS, EXCHANGES, VISITORS, COSTS, GIFTS, SCHOOLS, COMMITMENTS, DORMANT, ANNIVERSARIES
    )
}  # fmt: skip


def list_named(name: str) -> ListOf:
    """The list of that name. Raises ListError with those that there are."""
    if name not in LISTS:
        raise ListError("name", f"no list is called {name!r}; there are {', '.join(LISTS)}")
    return LISTS[name]


def listing(one: ListOf, asked: Asked) -> Listing:
    """A list as its writers take it, whole, in the language asked for; a constant number of queries."""
    with translation.override(asked.language):
        contents = one.make(asked)
        publisher = asked.office.name_en or asked.office.name_zh if asked.language == "en" else asked.office.name_zh
        return Listing(
            language=asked.language,
            title=asked.say(f"{asked.home.name_zh or asked.home}{one.title.zh}", _english_title(one, asked)),
            publisher=publisher,
            dateline=_dateline(one, contents, asked),
            columns=contents.columns,
            rows=contents.rows,
            total=contents.total,
            notes=contents.notes,
        )


def _english_title(one: ListOf, asked: Asked) -> str:
    return f"{asked.home.name_en or asked.home}: {one.title.en}"


def _dateline(one: ListOf, contents: Contents, asked: Asked) -> str:
    """What the list shows, what it was narrowed by, and the day on which it was made."""
    chosen = [
        str(one.kinds[asked.kind]) if one.kinds and asked.kind else "",
        country_said(asked.country, asked.language),
        unit_said(asked.unit, asked.language),
    ]
    narrowed = asked.say("、", ", ").join(filter(None, chosen))
    made = asked.say(f"製表日期：{day_said(asked.made, 'zh-hant')}", f"Made on {day_said(asked.made, 'en')}")
    only = asked.say(f"限{narrowed}", f"only {narrowed}") if narrowed else ""
    return asked.say("；", "; ").join(filter(None, [contents.scope, only, made]))
