"""Joint projects inside organizations."""

from collections.abc import Callable
from typing import Any

from hansa.reading.rules.projects import run_inside_an_organization

Reading = Callable[..., list[Any]]


def test_number_of_projects(read: Reading) -> None:
    text = (
        "A. League of River Cities (LRC)\nA total of 7 joint projects are currently underway among the member towns.\n"
    )
    (fact,) = read(run_inside_an_organization, text, "Graz")
    assert (fact.organization, fact.count) == ("League of River Cities", 7)


def test_title_and_organizing_city(read: Reading) -> None:
    text = (
        "A. League of River Cities (LRC)\nGraz is the organizing city of the “Clean Banks” joint project. All meet.\n"
    )
    (fact,) = read(run_inside_an_organization, text, "Graz")
    assert (fact.title, fact.organizing) == ("Clean Banks", "Graz")


def test_chinese_example_with_participants(read: Reading) -> None:
    text = (
        "（一）亞洲河川城市聯盟（Asian Rivers, ARC）\n其運作採共同計畫制，原有9項，整併後為6項。"
        "以「清淨水岸」為例，2011年之會議即由臺中主辦，大阪、首爾及曼谷與會。\n"
    )
    counted, titled = read(run_inside_an_organization, text)
    assert counted.count == 6
    assert (titled.title, titled.organizing, titled.participating) == ("清淨水岸", "臺中", ["大阪", "首爾", "曼谷"])


def test_project_of_the_city_alone(read: Reading) -> None:
    assert read(run_inside_an_organization, "本市推動「綠色水岸」計畫，編列預算 300萬元。", "臺中市") == []


def test_list_of_projects_in_english(read: Reading) -> None:
    text = (
        "Notes\n\nRiver Towns League\nThe League runs these joint projects:\n"
        '- "Clean Banks": Graz in the lead; Linz, Turin and Lyon take part.\n'
        '- "Night Boats": proposed by Linz last year, not taken up.\n'
    )
    (fact,) = read(run_inside_an_organization, text, "Linz")
    assert (fact.title, fact.organizing, fact.participating) == ("Clean Banks", "Graz", ["Linz", "Turin", "Lyon"])


def test_chinese_group_called_together_by_a_city(read: Reading) -> None:
    text = (
        "亞洲河川網絡（ARN）創於1991年，秘書處在釜山。該會以「專題群」推動合作，共有3群；"
        "其中「水質群」由釜山召集，大阪與曼谷參與。\n"
    )
    counted, titled = read(run_inside_an_organization, text)
    assert counted.count == 3
    assert (titled.title, titled.organizing, titled.participating) == ("水質群", "釜山", ["大阪", "曼谷"])
