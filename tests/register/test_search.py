"""Search: what it finds in which spelling, for whom, and that the index follows the records."""

import pytest
from django.contrib.auth.models import AnonymousUser
from hypothesis import given
from hypothesis import strategies as st

from hansa.register.models import SearchEntry
from hansa.register.search import index_records, rebuild_index, search, terms
from tests.factories import (
    make_agreement,
    make_exchange,
    make_figure,
    make_membership,
    make_organization,
    make_party,
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

    def test_kinds_narrow_the_answer(self) -> None:
        busan, source = make_party("釜山"), make_source("釜山")
        index_records([busan, source])

        assert [hit.record for hit in search("釜山", user=make_user(), kinds=["source"])] == [source.ref]

    @pytest.mark.parametrize("user", [None, AnonymousUser()])
    def test_visitor_finds_published_records_only(self, user: AnonymousUser | None) -> None:
        shown = make_party("釜山", published=True)
        index_records([shown, make_party("釜山港")])

        assert [hit.record for hit in search("釜山", user=user)] == [shown.ref]

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

    def test_rebuilt_index_is_the_written_one(self) -> None:
        home, busan = make_party(), make_party("釜山", published=True)
        index_records([make_agreement(home, busan), home, busan, make_source()])
        written = list(SearchEntry.objects.values())

        rebuild_index()

        assert list(SearchEntry.objects.values()) == written
        assert [hit.record for hit in search("釜山", kinds=["party"])] == [busan.ref]

    def test_long_source_is_found_to_its_end(self) -> None:
        long = make_source("城市外交" * 60_000 + "尾聲")
        index_records([long])

        [hit] = search("尾聲", user=make_user())

        assert (hit.record, hit.page) == (long.ref, 1)
        assert long.text[hit.start :].startswith(hit.snippet[:20]) or hit.snippet in long.text[hit.start :]

    def test_word_longer_than_the_database_takes_is_found(self) -> None:
        index_records([make_source("x" * 3000)])

        assert len(search("x" * 3000, user=make_user())) == 1
