"""Characters of the text and where they stand in the XML."""

import pytest
from lxml import etree

from hansa.reading.formats import DocumentError
from hansa.reports.comments.comment import Comment
from hansa.reports.comments.places import Spot, characters, marks, places, written

ELEMENT = etree.fromstring("<p>3 3案</p>")


def test_places_pass_over_white_space_and_numbers_of_lists() -> None:
    found = places("1. 33 案", [*written("1."), *characters(ELEMENT)])
    assert found == [None, None, None, Spot(ELEMENT, 0), Spot(ELEMENT, 2), None, Spot(ELEMENT, 3)]


def test_text_that_was_not_walked_is_refused() -> None:
    with pytest.raises(DocumentError, match="for sure"):
        places("34案", characters(ELEMENT))


def test_marks_come_from_the_last_to_the_first() -> None:
    found = places("33案", characters(ELEMENT))
    told = marks(found, [Comment(0, 1, ()), Comment(1, 3, ())])
    assert [(spot.index, ends, number) for spot, ends, number in told] == [
        (3, True, 1), (2, False, 1), (0, True, 0), (0, False, 0),
    ]  # fmt: skip


def test_comment_on_nothing_has_no_marks() -> None:
    assert marks([None, None], [Comment(0, 2, ())]) == []
