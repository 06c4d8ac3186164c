"""The figures of whole reports: each is of a measure."""

import datetime as dt
from pathlib import Path

import pytest
from pytest_django import Settings

from hansa.figures.measures import answer
from hansa.figures.recognition import Recognition, measure_of
from hansa.reading.files import read_file
from hansa.register.documents import sha256_of
from hansa.register.domain.installation import resolve_home
from hansa.register.domain.loading import load
from hansa.register.domain.sources import Reading
from hansa.register.enums import Admit
from hansa.register.models import Figure, Party
from tests.factories import make_user

pytestmark = pytest.mark.django_db
# The two reports of the department, where they lie beside the checkout.
REPORTS = [
    path for name in ("002_*", "004_*") for path in (Path(__file__).parents[3] / "shared/seeds").glob(f"{name}.txt")
]
OWN = """港都市政府國際事務處112年度施政成果報告

一、事務管理
（一）庶務工作
1.場地：112年度會議中心中庭及大禮堂計開放 12場次。
2.採購：112年度綠色採購達成率為 93.1%。

（二）消費諮詢、申訴及調解
112年受理消費諮詢計 1,204人次；受理消費爭議第一次申訴 310件，第二次申訴 45件；調解 20件。

二、文書業務
（一）落實資訊開放
112年計開放 31項資料集，全年公報出刊 98期。

三、國際事務
112年國際訪賓計 18案、165人次。
"""


def read_into_register(home: Party, paths: list[Path]) -> list[Figure]:
    """The figures that these documents state."""
    readings = [Reading(path, sha256_of(path), path.stat().st_size, *read_file(path, str(home))) for path in paths]
    load(by=make_user(), readings=readings, home=home, admit=Admit.ALL)
    return list(Figure.objects.order_by("pk"))


def strangers(figures: list[Figure]) -> list[str]:
    recognition = Recognition(figures)
    return [str(figure) for figure in figures if recognition.measure_of(figure) is None]


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, settings: Settings) -> None:
    settings.HANSA_DOCUMENTS = tmp_path


def test_the_figures_of_a_report_are_all_of_measures(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(OWN, encoding="utf-8")
    home = resolve_home("高雄市")

    figures = read_into_register(home, [report])

    known = ((measure_of(figure), float(figure.value)) for figure in figures)
    told = {measure.key: value for measure, value in known if measure}
    expected = {
        "green_procurement_rate": 93.1,
        "consumer_complaints_first": 310,
        "consumer_complaints_second": 45,
        "open_datasets": 31,
        "gazette_issues": 98,
        "inbound_sessions": 18,
        "inbound_persons": 165,
    }
    assert strangers(figures) == []
    assert {key: told[key] for key in expected} == expected


def test_the_figures_of_the_departments_two_reports_are_all_of_measures() -> None:
    home = resolve_home("高雄市")

    figures = read_into_register(home, REPORTS)

    assert strangers(figures) == []
    if REPORTS:
        assert len(figures) > 100
        assert answer("consumer_enquiries", home, **_year(2022)).value == 13358


def _year(year: int) -> dict[str, dt.date]:
    return {"first": dt.date(year, 1, 1), "last": dt.date(year, 12, 31)}
