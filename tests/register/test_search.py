"""Search: what it finds in which spelling, for whom, and that the index follows the records."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from hypothesis import given
from hypothesis import strategies as st

from hansa.register.models import Party, SearchEntry, Signatory
from hansa.register.search import index_dependents, index_records, rebuild_index, search, terms
from tests.factories import (
    make_agreement,
    make_exchange,
    make_figure,
    make_membership,
    make_organization,
    make_party,
    make_person,
    make_source,
    make_user,
)


def test_terms_are_pairs_of_characters_and_whole_words() -> None:
    assert terms("臺南市與 ICLEI，2022年") == "台南 南市 市与 与 iclei 2022 年"


def test_terms_of_different_spellings_are_the_same() -> None:
    assert terms("臺灣") == terms("台湾") and terms("ＵＣＬＧ Málaga") == terms("uclg malaga")


@given(st.text())
def test_terms_are_parted_by_single_spaces(text: str) -> None:
    assert "" not in terms(text).split(" ") or terms(text) == ""


@pytest.mark.django_db
class TestSearch:
    @pytest.mark.parametrize("asked", ["釜山", "釜", "山廣", "釜山广域市", "Busan", "bus", "busan 釜山", "ＢＵＳＡＮ"])
    def test_party_is_found(self, asked: str) -> None:
        busan = make_party("釜山廣域市", name_en="Busan")
        index_records([busan, make_party("高雄市", name_en="Kaohsiung")])

        assert [hit.record for hit in search(asked, user=make_user())] == [busan.ref]

    @pytest.mark.parametrize("asked", ["", "，。", "釜山 高雄", "usan", '"', "釜山' | 'x", "OR", "NOT 釜山"])
    def test_other_words_find_nothing(self, asked: str) -> None:
        index_records([make_party("釜山廣域市", name_en="Busan"), make_party("高雄市")])

        assert search(asked, user=make_user()) == []

    def test_titles_come_first_and_the_limit_holds(self) -> None:
        source = make_source("釜山", title="紀要")
        busan = make_party("釜山")
        index_records([source])
        index_records([busan])

        assert [hit.record for hit in search("釜山", user=make_user())] == [busan.ref, source.ref]
        assert [hit.record for hit in search("釜山", user=make_user(), limit=1)] == [busan.ref]

    def test_newest_come_first_after_those_that_have_no_day(self) -> None:
        port = make_party("釜山港")
        days = ["2020-05", "", "2022-07-01", "2021"]
        visits = {date: make_exchange(date=date, title="釜山參訪") for date in days}
        index_records([*visits.values(), port])

        found = [hit.record for hit in search("釜山", user=make_user())]

        assert found == [port.ref, *(visits[date].ref for date in ("2022-07-01", "2021", "2020-05", ""))]

    def test_record_whose_day_changed_moves(self) -> None:
        old, new = make_exchange(date="2020", title="燈會"), make_exchange(date="2021", title="燈會")
        index_records([old, new])
        old.date, old.first, old.last = "2022", dt.date(2022, 1, 1), dt.date(2022, 12, 31)
        old.save()
        index_records([old])

        assert [hit.record for hit in search("燈會", user=make_user())] == [old.ref, new.ref]

    def test_kinds_narrow_the_answer(self) -> None:
        busan, source = make_party("釜山"), make_source("釜山")
        index_records([busan, source])

        assert [hit.record for hit in search("釜山", user=make_user(), kinds=["source"])] == [source.ref]

    @pytest.mark.parametrize("user", [None, AnonymousUser()])
    def test_visitor_finds_published_records_only(self, user: AnonymousUser | None) -> None:
        shown = make_party("釜山", published=True)
        index_records([shown, make_party("釜山港")])

        assert [hit.record for hit in search("釜山", user=user)] == [shown.ref]

    def test_visitor_finds_what_visitors_see(self) -> None:
        home, busan = make_party("高雄市", published=True), make_party("釜山", published=True)
        agreement = make_agreement(home, busan, title="合作書", published=True, motive="港口競爭")
        Signatory.objects.create(agreement=agreement, person=make_person("林小明"))
        source = make_source("機密會談", published=True, title="公報")
        hidden = make_agreement(home, make_party("某市"), title="密約", published=True)
        index_records([home, busan, agreement, source, hidden, make_exchange(busan, title="釜山來訪")])

        answers = {word: [hit.record for hit in search(word)] for word in ("合作", "公報", "釜山")}

        assert answers == {"合作": [agreement.ref], "公報": [source.ref], "釜山": [busan.ref, agreement.ref]}
        assert [search(word) for word in ("林小明", "競爭", "機密", "密約", "某市")] == [[]] * 5
        assert len(search("機密", user=make_user())) == len(search("林小明", user=make_user())) == 1
        assert "競爭" not in search("合作")[0].snippet

    def test_question_that_goes_on_and_on_is_cut(self) -> None:
        index_records([make_party("釜山")])

        assert [hit.title for hit in search("釜山 " * 10_000, user=make_user())] == ["釜山"]

    def test_snippet_marks_the_words_as_written(self) -> None:
        index_records([make_source("前" * 200 + "本市與臺南市交流" + "後" * 200)])

        [hit] = search("台南 交流", user=make_user())

        assert [hit.snippet[start:end] for start, end in hit.marks] == ["臺南", "交流"]

    def test_every_kind_is_found_by_its_words(self) -> None:
        home, busan, league = make_party("高雄市"), make_party("釜山"), make_organization("港灣聯盟", acronym="PCL")
        records = [
            make_agreement(home, busan, title="合作書"),
            make_membership(busan, league),
            make_exchange(busan, title="來訪"),
            make_figure("釜山訪客", 3),
            make_source("釜山"),
        ]
        index_records([home, busan, league, *records])

        assert {hit.record for hit in search("釜山", user=make_user())} == {record.ref for record in [busan, *records]}
        assert {hit.kind for hit in search("pcl", user=make_user())} == {"organization", "membership"}

    def test_changed_record_is_found_by_its_new_words_only(self) -> None:
        party = make_party("釜山")
        index_records([party])
        party.name_zh = "大邱"
        party.save()
        index_records([party])

        assert search("釜山", user=make_user()) == []
        assert [hit.title for hit in search("大邱", user=make_user())] == ["大邱"]

    def test_renamed_party_is_found_in_its_records_by_the_new_name_only(self) -> None:
        pusan = make_party("釜山")
        membership, visit = make_membership(pusan, make_organization("港盟")), make_exchange(pusan)
        index_records([pusan, membership, visit])
        pusan.name_zh = "大邱"
        pusan.save()
        index_records([pusan])

        assert search("釜山", user=make_user()) == []
        assert {hit.record for hit in search("大邱", user=make_user())} == {pusan.ref, membership.ref, visit.ref}

    def test_merged_party_is_not_found_but_its_records_are_by_the_other(self) -> None:
        pusan, busan = make_party("舊釜"), make_party("釜山")
        visit = make_exchange(pusan, title="參訪")
        index_records([pusan, busan, visit])
        visit.parties.set([busan])
        pusan.merged_into = busan
        pusan.save()
        index_records([pusan])

        assert search("舊釜", user=make_user()) == []
        assert {hit.record for hit in search("釜山", user=make_user())} == {busan.ref, visit.ref}

    def test_party_that_visitors_see_no_more_is_taken_from_what_they_find(self) -> None:
        busan, league = make_party("釜山", published=True), make_organization("港盟", published=True)
        membership = make_membership(busan, league, published=True)
        index_records([busan, league, membership])
        assert [hit.record for hit in search("港盟")] == [league.ref, membership.ref]
        busan.published = False
        busan.save()
        index_records([busan])

        assert [hit.record for hit in search("港盟")] == [league.ref]

    def test_entries_of_those_who_name_somebody_are_written_when_asked(self) -> None:
        busan = make_party("釜山")
        visit = make_exchange(busan)
        index_records([busan, visit])
        Party.objects.filter(pk=busan.pk).update(name_zh="大邱")
        index_dependents([busan.ref])

        assert [hit.record for hit in search("大邱", user=make_user())] == [visit.ref]

    def test_rebuilt_index_is_the_written_one(self) -> None:
        home, busan = make_party(), make_party("釜山", published=True)
        index_records([make_agreement(home, busan), home, busan, make_source()])
        written = list(SearchEntry.objects.values())

        rebuild_index()

        assert list(SearchEntry.objects.values()) == written
        assert [hit.record for hit in search("釜山", kinds=["party"])] == [busan.ref]

    def test_source_is_found_page_by_page(self) -> None:
        text = "首頁談港口。" + "次頁談捷運。" + "末頁再談港口。"
        source = make_source(text, title="考察報告")
        source.pages = [6, 12, len(text)]
        source.save()
        index_records([source])

        hits = search("港口", user=make_user())

        assert [(hit.record, hit.page, hit.start) for hit in hits] == [(source.ref, 1, 0), (source.ref, 3, 12)]
        assert [hit.snippet for hit in hits] == ["首頁談港口。", "末頁再談港口。"]

    def test_long_source_is_found_to_its_end(self) -> None:
        long = make_source("城市外交" * 60_000 + "尾聲")
        index_records([long])

        [hit] = search("尾聲", user=make_user())

        assert (hit.record, hit.page) == (long.ref, 1)
        assert hit.snippet in long.text[hit.start :]

    def test_texts_longer_than_the_database_takes_are_found_by_their_beginning(self) -> None:
        words = "".join(chr(0x4E00 + number * 7919 % 20_000) for number in range(150_000))
        agreement = make_agreement(
            make_party(), make_party("釜山"), motive=f"緣起{words}", summary=f"摘要{words[::-1]}"
        )
        agreement.clauses.create(text=words)
        index_records([agreement])

        assert [hit.record for hit in search("緣起", user=make_user())] == [agreement.ref]

    def test_word_longer_than_the_database_takes_is_found(self) -> None:
        index_records([make_source("x" * 3000)])

        assert len(search("x" * 3000, user=make_user())) == 1
