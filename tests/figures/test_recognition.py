"""Which measure a published figure is of."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hansa.figures.recognition import Recognition, measure_of, recognise, section_of
from hansa.register.models import Figure
from tests.factories import make_fact, make_figure, make_passage, make_source


def best(words: str, unit: str, heading: str = "", **said: str) -> str:
    found = recognise(words, unit, heading, **said)
    return found[0].measure.key if found else ""


@pytest.mark.parametrize(
    ("words", "unit", "heading", "key"),
    [
        ("國際訪賓", "案", "", "inbound_sessions"),
        ("國際訪賓人次", "人次", "", "inbound_persons"),
        ("國際訪賓交流國家", "國", "", "inbound_countries"),
        ("交流國家", "國", "國際訪賓", "inbound_countries"),
        ("本市姊妹市與友好夥伴城市", "個", "", "partners_total"),
        ("坐落於亞太地區之姊妹市及友好夥伴城市", "個", "", "asia_pacific_partners"),
        ("波蘭姊妹市", "個", "", "one_country_partners"),
        ("姊妹市", "個", "", "partners_sister_city"),
        ("查核", "次", "消費商品或服務查核工作", "consumer_checks"),
        ("查核", "家", "消費商品或服務查核工作", "consumer_checks_premises"),
        ("受理消費爭議第二次申訴", "件", "", "consumer_complaints_second"),
        ("臨時會", "次", "舉辦市政會議", "municipal_meetings_extra"),
        ("Consumer enquiries", "persons", "", "consumer_enquiries"),
        ("消費爭議第一次申訴", "座", "", ""),
        ("路燈", "個", "姊妹市", ""),
        ("", "個", "姊妹市", ""),
    ],
)
def test_words_and_unit_tell_the_measure(words: str, unit: str, heading: str, key: str) -> None:
    assert best(words, unit, heading) == key


def test_the_sentence_tells_what_the_words_leave_open() -> None:
    words = ("會議室等受理申請使用", "場次", "加強四維及鳳山行政中心會場利用")

    found = [best(*words, sentence=f"{where}行政中心中庭開放，各會議室等受理申請使用計9") for where in ("四維", "鳳山")]

    assert found == ["siwei_rooms_used", "fengshan_rooms_used"]


def test_the_likeliest_measure_comes_first() -> None:
    found = recognise("調解", "件", sentence="第二次申訴908件、調解147")

    assert [(one.measure.key, one.score) for one in found[:1]] == [("mediations", 0.5)]
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


@pytest.mark.django_db
def test_a_persons_choice_goes_before_the_words() -> None:
    figure = make_figure("國際訪賓", 5, "2022", unit="案", measure_key="exchanges_total")

    assert getattr(measure_of(figure), "key", "") == "exchanges_total"
    assert section_of(figure) == "international"
    assert measure_of(make_figure("國際訪賓", 5, "2023", unit="案", measure_key="gone")) is None


@pytest.mark.django_db
def test_the_passage_is_read_up_to_the_number() -> None:
    text = "精簡業務助理32人，節省經費約1,273萬元，共計節省經費約1億5,225萬元。"
    passage = make_passage(make_source(text))
    part, whole = (make_figure("精簡業務助理節省經費", value, "2022", unit="元") for value in (12_730_000, 152_250_000))
    for figure in (part, whole):
        make_fact(figure, passage)

    recognition = Recognition([part, whole])

    assert [getattr(recognition.measure_of(one), "key", "") for one in (part, whole)] == [
        "assistants_savings",
        "staff_savings",
    ]


@pytest.mark.django_db
def test_queries_do_not_grow_with_the_figures() -> None:
    counts = []
    for year in range(2020, 2023):
        make_fact(make_figure("國際訪賓", 5, str(year), unit="案"), make_passage())
        with CaptureQueriesContext(connection) as queries:
            recognition = Recognition(figures := list(Figure.objects.all()))
            assert all(recognition.measure_of(figure) for figure in figures)
        counts.append(len(queries))

    assert counts == [counts[0]] * 3
