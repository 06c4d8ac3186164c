"""Verification: what was altered behind the register's back is named with its place."""

from pathlib import Path

import pytest

from hansa.register.domain.verification import problems
from hansa.register.models import HistoryEntry, Passage, Source
from tests.register.loading import agreement, load_facts
from tests.register.tampering import history_unguarded

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(tmp_path: Path) -> Source:
    load_facts(tmp_path, [agreement("高雄市", "釜山")])
    return Source.objects.get()


def test_untouched_register_has_no_problems(source: Source) -> None:
    assert list(problems()) == []


def test_changed_document_is_seen(source: Source, documents: Path) -> None:
    (documents / source.sha256).write_text("anders", encoding="utf-8")

    [problem] = problems()
    assert problem.startswith(f"{source.ref} (") and "its content does not have its SHA-256" in problem


def test_missing_document_is_seen(source: Source, documents: Path) -> None:
    (documents / source.sha256).unlink()

    [problem] = problems()
    assert "cannot be read: No such file or directory" in problem


def test_changed_text_is_seen_and_so_are_its_quotes(source: Source) -> None:
    Source.objects.update(text=source.text.replace("締盟", "斷交"))

    text, quote = problems()
    assert text.endswith("its text was altered since it was read")
    assert "page 1, characters" in quote and quote.endswith("the quote is not what stands there")


def test_changed_quote_is_seen(source: Source) -> None:
    Passage.objects.update(quote="兩市斷交")

    [problem] = problems()
    assert problem.endswith("the quote is not what stands there")


def test_altered_history_and_unknown_source_are_seen(source: Source) -> None:
    with history_unguarded():
        HistoryEntry.objects.filter(action="keep").update(record="source-99")

    altered, unknown = problems()
    assert "was altered" in altered and unknown.endswith("the history does not know this source")
