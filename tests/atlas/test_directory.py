import pytest

from hansa.atlas import find_organization, fold, organizations


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("UCLG", "uclg"),
        ("世界城市及地方政府聯盟", "uclg"),
        ("宜可城－地方永續發展協會", "iclei"),
        ("ICLEI – Local Governments for Sustainability", "iclei"),
        ("世界大都會協會（Metropolis）", "metropolis"),
        ("the Union of the Baltic Cities", "ubc"),
        ("和平市長會議", "mfp"),
        ("Mayors for Peace", "mfp"),
    ],
)
def test_organization_of_a_name(name: str, key: str) -> None:
    found = find_organization(name)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("name", ["", "高雄市", "聯盟", "（）"])
def test_what_is_no_organization(name: str) -> None:
    assert find_organization(name) is None


def test_a_name_stands_for_one_organization_only() -> None:
    seen: dict[str, str] = {}
    for organization in organizations().values():
        for name in {fold(n) for n in organization.all_names}:
            assert seen.setdefault(name, organization.key) == organization.key, name


def test_kinds_are_those_of_the_facts_or_other() -> None:
    assert {o.kind for o in organizations().values()} == {"comprehensive", "thematic", "national", "other"}
