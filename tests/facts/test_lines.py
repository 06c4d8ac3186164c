import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.facts import (
    Agreement,
    Exchange,
    Fact,
    FactError,
    Figure,
    PersonNamed,
    decode_fact,
    encode_fact,
    read_facts,
    write_facts,
)

NAMES = st.text(min_size=1, max_size=30)


def test_unset_fields_are_left_out() -> None:
    fact = Agreement(parties=["高雄市", "釜山市"], kind="sister_city", quote="高雄市與釜山市締結姊妹市")
    assert encode_fact(fact) == (
        '{"type":"agreement","parties":["高雄市","釜山市"],"kind":"sister_city","quote":"高雄市與釜山市締結姊妹市"}'
    )


@given(st.lists(NAMES, min_size=1, max_size=4), NAMES, st.none() | NAMES)
def test_an_agreement_survives_the_round_trip(parties: list[str], quote: str, post: str | None) -> None:
    person = PersonNamed(name="某人", post=post) if post else PersonNamed(name="某人")
    fact = Agreement(parties=parties, quote=quote, signatories=[person], start=0, end=5, score=0.5)
    assert decode_fact(encode_fact(fact)) == fact


@given(st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_survives_the_round_trip(value: float) -> None:
    fact = Figure(measure="訪賓", value=value, quote="訪賓")
    assert decode_fact(encode_fact(fact)) == fact


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"type":"agreement","parties":[],"quote":"x"}', "parties: an agreement needs them"),
        ('{"type":"exchange","kind":"holiday","quote":"x"}', "kind: 'holiday' is none of"),
        ('{"type":"exchange","kind":"event","date":"June 2022","quote":"x"}', "date: 'June 2022' is not an EDTF date"),
        ('{"type":"figure","measure":"m","value":"12","quote":"x"}', r"\$\.value"),
        ('{"type":"figure","measure":"m","value":12,"quote":""}', r"\$\.quote"),
        ('{"type":"treaty","quote":"x"}', "treaty"),
        ('{"type":"figure","measure":"m","value":1,"quote":"x","colour":"red"}', "colour"),
        ("not json", "malformed"),
    ],
)
def test_a_faulty_fact_is_refused_with_its_field(line: str, message: str) -> None:
    with pytest.raises(FactError, match=message):
        decode_fact(line)


def test_a_faulty_line_is_named_by_its_number() -> None:
    with pytest.raises(FactError, match="line 3"):
        list(read_facts(['{"type":"exchange","kind":"event","quote":"x"}', "", "{}"]))


def test_what_is_written_is_read_again() -> None:
    facts: list[Fact] = [Exchange(kind="event", quote="甲"), Figure(measure="乙", value=3, quote="乙 3")]
    file = io.StringIO()
    write_facts(facts, file)
    assert list(read_facts(file.getvalue().splitlines())) == facts
