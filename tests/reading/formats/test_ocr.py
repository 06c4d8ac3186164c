"""Pages that are only pictures: named, and read by Tesseract where asked. A script of ours plays Tesseract."""

import shutil
import stat
from pathlib import Path

import pytest
import typst

from hansa.reading.formats import DocumentError, read_document
from hansa.reading.formats.ocr import require_tesseract
from tests.reading.formats.making import CJK

HEAD = f'#set page(width: 12cm, height: 6cm, margin: 1cm)\n#set text(font: "{CJK}", size: 11pt)\n'
TYPED = "本市與外國城市每年互派青年學生，並且共同舉辦展覽，交換市政經驗，至今未曾間斷，成效良好，深獲各界肯定。"
SCANNED = "2019年高雄市接待外國訪賓"
WORDS = (("高雄市", 120), ("的海", 270), ("港", 370), ("Harbour", 450))

SCRIPT = """#!/bin/sh
if [ "$1" = --list-langs ]; then printf 'List of available languages (3):\\n{languages}\\n'; exit 0; fi
cat > /dev/null
{answer}
"""


def table() -> str:
    """What Tesseract answers for one line of words, 100 dots from the top of the page."""
    head = "level page_num block_num par_num line_num word_num left top width height conf text".replace(" ", "\\t")
    rows = [
        f"5\\t1\\t1\\t1\\t1\\t{n}\\t{left}\\t100\\t{len(text) * 45}\\t50\\t96\\t{text}"
        for n, (text, left) in enumerate(WORDS)
    ]
    return "\\n".join([head, "4\\t1\\t1\\t1\\t1\\t0\\t40\\t100\\t900\\t50\\t-1\\t", *rows])


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Tesseract of ours, alone on the path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ("cat", "sleep"):
        (folder / tool).symlink_to(shutil.which(tool) or "")
    monkeypatch.setenv("PATH", str(folder))
    play(folder / "tesseract", f"printf '{table()}\\n'")
    return folder / "tesseract"


def play(script: Path, answer: str, languages: str = "chi_tra\\neng") -> None:
    """Let the script answer so."""
    script.write_text(SCRIPT.format(languages=languages, answer=answer), encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)


def scan(path: Path, *pages: str) -> Path:
    """A PDF of these pages, of which `-` is a scanned one: a picture without text."""
    picture = path.with_suffix(".png")
    picture.write_bytes(typst.compile((HEAD + SCANNED).encode(), format="png", ppi=200))
    shown = [f'#image("{picture.name}", width: 100%)' if page == "-" else page for page in pages]
    source = path.with_suffix(".typ")
    source.write_text(HEAD + "\n#pagebreak()\n".join(shown), encoding="utf-8")
    path.write_bytes(typst.compile(str(source)))
    return path


def refusal(path: Path, *, ocr: bool) -> str:
    with pytest.raises(DocumentError) as raised:
        read_document(path, ocr=ocr)
    return str(raised.value)


def test_scanned_document_is_refused_with_its_pages(tmp_path: Path) -> None:
    said = refusal(scan(tmp_path / "a.pdf", "-", "-"), ocr=False)
    assert said.startswith("holds only pictures of pages, no text (pages 1–2); read it with `hansa read --ocr`")


def test_scanned_pages_among_others_are_named_and_the_others_read(tmp_path: Path) -> None:
    document = read_document(scan(tmp_path / "a.pdf", "-", TYPED, "-", "-", TYPED))
    assert document.text == f"{TYPED}\n\n{TYPED}\n"
    assert document.pictures == (1, 3, 4)
    assert [document.page_at(at) for at in (0, len(document.text) - 2)] == [2, 5]


def test_page_left_blank_is_no_picture(tmp_path: Path) -> None:
    document = read_document(scan(tmp_path / "a.pdf", TYPED, "", TYPED))
    assert document.pictures == ()
    assert len(document.pages) == 3


@pytest.mark.parametrize(("words", "pictures"), [("12", (2,)), ("CamScanner", (2,)), ("二、城市外交", ())])
def test_stamp_on_a_scanned_page_is_not_its_text_and_a_title_is(
    words: str, pictures: tuple[int, ...], tmp_path: Path
) -> None:
    shown = f'#place(dx: 8cm, dy: 3cm)[{words}]\n#image("a.png", width: 12cm, height: 4cm)'
    document = read_document(scan(tmp_path / "a.pdf", TYPED, shown))
    assert document.pictures == pictures
    assert (words in document.text) is not bool(pictures)


def test_scanned_pages_are_read_where_asked(tesseract: Path, tmp_path: Path) -> None:
    document = read_document(scan(tmp_path / "a.pdf", TYPED, "-"), ocr=True)
    assert document.text == f"{TYPED}\n\n高雄市的海港 Harbour\n"
    assert document.pictures == ()
    assert document.page_at(document.text.index("海港")) == 2


@pytest.mark.parametrize("answer", ["exit 1", "printf 'level\\n'", "head -c 999 /dev/zero"])
def test_page_on_which_tesseract_fails_stays_a_picture(answer: str, tesseract: Path, tmp_path: Path) -> None:
    play(tesseract, answer)
    document = read_document(scan(tmp_path / "a.pdf", TYPED, "-"), ocr=True)
    assert document.text == f"{TYPED}\n"
    assert document.pictures == (2,)


def test_tesseract_that_takes_too_long_is_stopped(
    tesseract: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(tesseract, "exec sleep 30")
    monkeypatch.setattr("hansa.reading.formats.ocr._SECONDS", 0.2)
    assert read_document(scan(tmp_path / "a.pdf", TYPED, "-"), ocr=True).pictures == (2,)


def test_missing_tesseract_is_named_with_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = scan(tmp_path / "a.pdf", TYPED, "-")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refusal(path, ocr=True).endswith("install it with: sudo apt-get install tesseract-ocr tesseract-ocr-chi-tra")


def test_missing_language_is_named_with_what_to_install(tesseract: Path, tmp_path: Path) -> None:
    play(tesseract, "", languages="eng")
    said = refusal(scan(tmp_path / "a.pdf", "-"), ocr=True)
    assert said.startswith("has pages that are pictures, and Tesseract has not learnt to read chi_tra; install")


def test_document_without_pictures_needs_no_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = scan(tmp_path / "a.pdf", TYPED)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_document(path, ocr=True).text == f"{TYPED}\n"


def why_no_tesseract() -> str:
    """Why the real Tesseract cannot be tried here; empty where it can."""
    try:
        require_tesseract()
    except DocumentError as error:
        return str(error)
    return ""


@pytest.mark.skipif(bool(why_no_tesseract()), reason=f"not run: a document {why_no_tesseract()}")
def test_real_tesseract_reads_a_scanned_page(tmp_path: Path) -> None:
    text = read_document(scan(tmp_path / "a.pdf", "-"), ocr=True).text
    assert text == f"{SCANNED}\n"
