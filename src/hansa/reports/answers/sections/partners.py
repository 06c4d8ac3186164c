"""How many partners the city has, of which kinds and in how many countries."""

from collections.abc import Iterator

from hansa.reports.answers.sections.measured import measured, number_of
from hansa.reports.answers.stated import Number, Scope, Section, Statement
from hansa.reports.lists.contents import day_said

UNITS = ("個", "座", "市", "cities", "partners", "places")
_KINDS = (
    ("partners_sister_city", "(?<!友好)姊妹(?:市|城市)(?!及|、|與|暨)|sister cit"),
    ("partners_friendship_city", "友好(?:城市|市)|friendship cit"),
    ("partners_partnership", "夥伴(?:城市|市)|partnership"),
)
_TOTAL = r"姊妹(?:市|城市)(?:及|、|與|暨)友好(?:夥伴)?(?:城市|市)|締盟(?:城市)?|sister, friendship and partner cit"
_COUNTRIES = ("國", "國家", "countries")


def partner_numbers(scope: Scope) -> tuple[Number, ...]:
    """The partners in all, their countries and those of each kind, as of the day; a fixed number of queries."""
    total = number_of(measured("partners_total", scope), _TOTAL, UNITS)
    countries = number_of(measured("partner_countries", scope), "國|countr", _COUNTRIES)
    kinds = (number_of(measured(key, scope), nouns, UNITS) for key, nouns in _KINDS)
    return (total, countries, *kinds)


def partners(scope: Scope) -> Iterator[Section]:
    """The numbers of partners on the day of the question."""
    total, countries, *kinds = partner_numbers(scope)
    day = day_said(scope.on, scope.language)
    gap = scope.say("", " ")
    each = scope.say("、", ", ").join(f"{one.label.say(scope.language)}{gap}{one.value}" for one in kinds)
    yield Section(
        scope.say("締盟城市現況", "Partner cities"),
        (
            Statement(
                scope.say(
                    f"截至{day}，本市有效之姊妹市及友好夥伴城市計{total.said('zh-hant')}，分布{countries.value}國"
                    f"（{each}；同一城市兼有數種關係者，總數只計一次）。",
                    f"On {day} the city has {total.value} sister, friendship and partner cities in {countries.value} "
                    f"countries ({each}; one with ties of several kinds counts once in the total).",
                ),
                total.refs,
            ),
        ),
        (total, countries, *kinds),
    )
