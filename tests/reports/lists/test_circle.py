"""The circle: reading the list of memberships that Hansa wrote gives back the memberships, in every format."""

from pathlib import Path

import pytest

from hansa.facts import Membership
from hansa.reading.formats import read_document
from hansa.reading.reader import read_facts
from hansa.register.models import Office
from hansa.reports.render.listings import write_listing
from tests.factories import make_membership, make_organization
from tests.reports.lists.conftest import Made

# Names, year and unit as a department's table has them.
_MEMBERSHIPS = (
    ("國際姊妹市協會", "SCI", "2023", "行國處"),
    ("國際圖書館協會聯盟", "IFLA", "2019", "文化局"),
    ("全球城市旅遊振興機構", "TPO", "2008", "觀光局"),
    ("地方政府永續發展理事會", "ICLEI", "2006", "環保局"),
    ("亞太城市合作網", "CITYNET", "2004", "行國處"),
)


@pytest.mark.parametrize("suffix", [".odt", ".docx", ".pdf", ".xlsx", ".ods", ".csv", ".html"])
def test_reading_the_list_of_memberships_gives_them_back(
    made: Made, office: Office, tmp_path: Path, suffix: str
) -> None:
    for name, acronym, since, unit in _MEMBERSHIPS:
        body = make_organization(name, acronym=acronym, purpose="促進會員城市之交流與合作")
        make_membership(office.home, body, since=since, role="official member", office_name=unit)
    path = tmp_path / f"memberships{suffix}"
    path.write_bytes(write_listing(made("memberships"), suffix))

    facts = [fact for fact in read_facts(read_document(path), "高雄市") if isinstance(fact, Membership)]

    found = {(fact.member, fact.since, fact.office) for fact in facts}
    assert {("高雄市", since, unit) for _name, _acronym, since, unit in _MEMBERSHIPS} <= found
    assert len(facts) <= len(_MEMBERSHIPS) + 3
