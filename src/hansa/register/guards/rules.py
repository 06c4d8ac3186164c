"""The rules between rows that the database keeps, as conditions in the SQL that both databases understand."""

# ruff: noqa: S608 - nothing here comes from outside

from dataclasses import dataclass


@dataclass(frozen=True)
class Guard:
    """A rule, the table and its columns whose writing may break it, and when the written row NEW does.

    `broken` is a condition in the SQL that both databases understand; where it is unknown, nothing is refused. A rule
    `of_old_rows` cannot be broken by a new row, which nothing belongs to yet.
    """

    rule: str
    table: str
    columns: tuple[str, ...]
    broken: str
    of_old_rows: bool = False

    @property
    def name(self) -> str:
        """What its trigger is called."""
        return f"guard_{self.rule}_{self.table.removeprefix('register_')}{'_later' if self.of_old_rows else ''}"


def _circular(rule: str, table: str, link: str) -> Guard:
    """A row that names another of its table does not come back to itself."""
    chain = (
        f"SELECT NEW.{link} UNION SELECT other.{link} FROM {table} other JOIN chain ON other.id = chain.id"
        f" WHERE other.{link} IS NOT NULL"
    )
    back = f"EXISTS (WITH RECURSIVE chain(id) AS ({chain}) SELECT 1 FROM chain WHERE chain.id = NEW.id)"
    return Guard(rule, table, (link,), f"NEW.{link} IS NOT NULL AND {back}")


def _apart(first: str, last: str, party: str = "party") -> str:
    """Days that certainly lie before a party began or after it ended."""
    return f"({last} < {party}.begun_first OR {first} > {party}.ended_last)"


def _whole(date: str, rest: str) -> str:
    """The last or first day, as text, of a date that is a year, month or day, filled up with `rest`."""
    return (
        f"CASE WHEN {date} = '' OR {date} LIKE '%/%' THEN NULL ELSE {date} || substr('{rest}', length({date}) - 3) END"
    )


def _apart_from_term(row: str, party: str = "party") -> str:
    """A membership that certainly began or ended while there was no such party."""
    begun, ended = f"CAST({party}.begun_first AS text)", f"CAST({party}.ended_last AS text)"
    return (
        f"({row}.since_first > {party}.ended_last OR {row}.until_last < {party}.begun_first"
        f" OR {_whole(f'{row}.since', '-12-31')} < {begun} OR {_whole(f'{row}.until', '-01-01')} > {ended})"
    )


def exists(tables: str, condition: str) -> str:
    """Whether there is such a row."""
    return f"EXISTS (SELECT 1 FROM {tables} WHERE {condition})"


_SIGNED = ("agreement.signed_first", "agreement.signed_last")
_HELD = ("exchange.first", "exchange.last")

_TOOK_PART_AT_OTHER_TIMES = (
    exists(
        "register_agreementparty side JOIN register_agreement agreement ON agreement.id = side.agreement_id",
        f"side.party_id = NEW.id AND COALESCE(agreement.merged_into_id, 0) = 0 AND {_apart(*_SIGNED, 'NEW')}",
    ),
    exists(
        "register_exchange_parties other JOIN register_exchange exchange ON exchange.id = other.exchange_id",
        f"other.party_id = NEW.id AND COALESCE(exchange.merged_into_id, 0) = 0 AND {_apart(*_HELD, 'NEW')}",
    ),
    exists(
        "register_exchange exchange",
        f"exchange.home_id = NEW.id AND COALESCE(exchange.merged_into_id, 0) = 0 AND {_apart(*_HELD, 'NEW')}",
    ),
    exists(
        "register_membership held",
        f"held.party_id = NEW.id AND COALESCE(held.merged_into_id, 0) = 0 AND {_apart_from_term('held', 'NEW')}",
    ),
)
GUARDS = (
    _circular("party_parent_not_circular", "register_party", "parent_id"),
    _circular("party_successor_not_circular", "register_party", "successor_id"),
    _circular("agreement_supersedes_not_circular", "register_agreement", "supersedes_id"),
    _circular("agreement_upgrades_not_circular", "register_agreement", "upgrades_id"),
    *(
        _circular(f"{kind}_merging_not_circular", f"register_{kind}", "merged_into_id")
        for kind in ("party", "person", "organization", "agreement", "membership", "exchange")
    ),
    Guard(
        "membership_not_in_oneself",
        "register_membership",
        ("party_id", "organization_id"),
        exists("register_organization body", "body.id = NEW.organization_id AND body.party_id = NEW.party_id"),
    ),
    Guard(
        "membership_not_in_oneself",
        "register_organization",
        ("party_id",),
        exists(
            "register_membership held",
            "held.organization_id = NEW.id AND held.party_id = NEW.party_id AND COALESCE(held.merged_into_id, 0) = 0",
        ),
    ),
    Guard(
        "membership_of_an_existing_party",
        "register_membership",
        ("party_id", "since", "since_first", "until", "until_last"),
        exists("register_party party", f"party.id = NEW.party_id AND {_apart_from_term('NEW')}"),
    ),
    Guard(
        "agreement_between_existing_parties",
        "register_agreementparty",
        ("party_id", "agreement_id"),
        exists(
            "register_party party, register_agreement agreement",
            "party.id = NEW.party_id AND agreement.id = NEW.agreement_id AND COALESCE(agreement.merged_into_id, 0) = 0"
            f" AND {_apart(*_SIGNED)}",
        ),
    ),
    Guard(
        "agreement_between_existing_parties",
        "register_agreement",
        ("signed_first", "signed_last"),
        exists(
            "register_agreementparty side JOIN register_party party ON party.id = side.party_id",
            f"side.agreement_id = NEW.id AND {_apart('NEW.signed_first', 'NEW.signed_last')}",
        ),
        of_old_rows=True,
    ),
    Guard(
        "exchange_among_existing_parties",
        "register_exchange_parties",
        ("party_id", "exchange_id"),
        exists(
            "register_party party, register_exchange exchange",
            "party.id = NEW.party_id AND exchange.id = NEW.exchange_id AND COALESCE(exchange.merged_into_id, 0) = 0"
            f" AND {_apart(*_HELD)}",
        ),
    ),
    Guard(
        "exchange_among_existing_parties",
        "register_exchange",
        ("first", "last", "home_id"),
        exists("register_party party", f"party.id = NEW.home_id AND {_apart('NEW.first', 'NEW.last')}"),
    ),
    Guard(
        "exchange_among_existing_parties",
        "register_exchange",
        ("first", "last"),
        exists(
            "register_exchange_parties other JOIN register_party party ON party.id = other.party_id",
            f"other.exchange_id = NEW.id AND {_apart('NEW.first', 'NEW.last')}",
        ),
        of_old_rows=True,
    ),
    Guard(
        "party_existed_then",
        "register_party",
        ("begun_first", "ended_last"),
        f"(NEW.begun_first IS NOT NULL OR NEW.ended_last IS NOT NULL) AND ({' OR '.join(_TOOK_PART_AT_OTHER_TIMES)})",
        of_old_rows=True,
    ),
)
