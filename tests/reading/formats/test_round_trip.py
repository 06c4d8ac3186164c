"""One content in five formats gives the same sentences and rows."""

from pathlib import Path

import pytest

from hansa.reading.document import BlockKind
from hansa.reading.formats import read_document
from hansa.reading.structure import restore, sentences
from tests.reading.formats.making import MAKERS, PREFORMATTED, Part

REPORT = [
    Part("臺東市國際事務年報", 1),
    Part("壹、締盟城市", 2),
    Part(
        "本市於113年5月18日與日本木更津市簽署友好交流協定，由市長與該市議會議長共同見證。雙方合作範圍涵蓋觀光、教育及"
        "農業，每年互派青年學生20人，並於次年2月舉辦物產展；展期五天，參觀人數約1萬2,000人次。"
    ),
    Part("貳、各年訪賓", 2),
    Part(rows=(("年度", "國家", "人次"), ("112年", "日本", "1,240"), ("113年", "韓國", "986"))),
    Part("The city also belongs to the League of Quiet Cities. It joined in 2019."),
]

TYPED = """澎湖縣國際事務簡報



　　一、本縣於113年5月18日與日本石垣市簽署友好交流協定，由縣長與
石垣市長共同見證，雙方並同意每年互派青年學生。

年度\t國家\t說明
112年\t日本\t
113年\t韓國\t首次

1998\t成立國際事務小組
"""


def _sentences(path: Path) -> list[str]:
    document = read_document(path)
    blocks = [block for block in restore(document) if block.kind != BlockKind.ROW]
    return ["".join(sentence.text.split()) for block in blocks for sentence in sentences(block)]


def _rows(path: Path) -> list[dict[str, str]]:
    return [{cell.header: cell.text for cell in block.cells} for block in restore(read_document(path)) if block.cells]


@pytest.mark.parametrize("suffix", sorted(MAKERS))
def test_report_gives_the_same_in_every_format(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"report{suffix}"
    MAKERS[suffix](REPORT, path)
    assert _sentences(path) == [
        "臺東市國際事務年報",
        "締盟城市",
        "本市於113年5月18日與日本木更津市簽署友好交流協定，由市長與該市議會議長共同見證。",
        "雙方合作範圍涵蓋觀光、教育及農業，每年互派青年學生20人，並於次年2月舉辦物產展；",
        "展期五天，參觀人數約1萬2,000人次。",
        "各年訪賓",
        "ThecityalsobelongstotheLeagueofQuietCities.",
        "Itjoinedin2019.",
    ]
    assert _rows(path) == [
        {"年度": "112年", "國家": "日本", "人次": "1,240"},
        {"年度": "113年", "國家": "韓國", "人次": "986"},
    ]


@pytest.mark.parametrize("suffix", sorted(MAKERS))
def test_report_has_the_same_headings_in_every_format(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"report{suffix}"
    MAKERS[suffix](REPORT, path)
    paths = {block.headings for block in restore(read_document(path)) if block.kind == BlockKind.ROW}
    assert paths == {("臺東市國際事務年報", "各年訪賓")}


@pytest.mark.parametrize("suffix", sorted(set(MAKERS) - {".txt"}))
def test_report_is_read_by_what_it_is_under_another_name(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"report{suffix}"
    MAKERS[suffix](REPORT, path)
    mislabelled = tmp_path / "report.txt"
    mislabelled.write_bytes(path.read_bytes())
    assert read_document(mislabelled) == read_document(path)


@pytest.mark.parametrize("suffix", sorted(PREFORMATTED))
def test_text_marked_to_stand_as_typed_gives_the_blocks_of_plain_text(suffix: str, tmp_path: Path) -> None:
    plain = tmp_path / "typed.txt"
    plain.write_text(TYPED, encoding="utf-8")
    path = tmp_path / f"typed{suffix}"
    PREFORMATTED[suffix](TYPED, path)

    assert _outline(path) == _outline(plain)


def _outline(path: Path) -> list[tuple[str, str, tuple[str, ...], str]]:
    return [(block.kind, block.text, block.headings, block.marker) for block in restore(read_document(path))]
