"""A question read: whom it names, which days it means, what it asks for."""

import datetime as dt

from hansa.register.fields import fields_of
from hansa.reports.answers.matter import Matter, Topic
from hansa.reports.answers.naming import Names, countries_in
from hansa.reports.answers.periods import period_asked
from hansa.reports.answers.topics import keywords_of, topics_of

# What stands behind so many characters is kept and shown, but not looked through.
LONGEST = 10_000
_ABOUT_PARTIES = (Topic.EXCHANGES, Topic.COMMITMENTS, Topic.MEMORANDA, Topic.PARTNERS, Topic.VISITORS)


def understood(words: str, on: dt.date, names: Names) -> Matter:
    """What a question asks, that was asked on a day. No query: `names` has been read."""
    text = words[:LONGEST]
    named = names.named_in(text)
    topics = topics_of(text)
    parties = any(one.ref.startswith("party-") for one in named)
    if parties and (not topics or set(topics) & set(_ABOUT_PARTIES)):
        topics = (Topic.PARTIES, *topics)
    unknown = names.unknown_in(text, named)
    if unknown and not named:
        # What is asked of places that the register does not hold is not answered with what it holds of others.
        topics = tuple(topic for topic in topics if topic not in _ABOUT_PARTIES)
    rest = text
    for one in named:
        rest = rest.replace(one.words, " ")
    return Matter(
        words=words,
        on=on,
        period=period_asked(text, on),
        topics=topics,
        named=named,
        unknown=unknown,
        countries=countries_in(rest, names.home),
        fields=tuple(fields_of([rest])),
        keywords=keywords_of(rest),
    )
