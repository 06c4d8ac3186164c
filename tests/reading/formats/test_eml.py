"""E-mails: what their heads say, the better body, attachments as pages."""

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from hansa.facts import Agreement
from hansa.reading.files import read_file
from hansa.reading.formats import DocumentError, read_document
from hansa.reading.formats.eml import read
from tests.reading.formats.making import Part, make_docx

RELEASE = "臺東市長於113年5月18日與日本木更津市市長簽署友好交流協定，雙方將在觀光及教育方面合作。"


def message(subject: str = "新聞稿：臺東市與木更津市簽約") -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = subject
    made["From"] = "新聞科 <news@example.tw>"
    made["To"] = "記者 <press@example.tw>"
    made["Date"] = "Sat, 18 May 2024 09:30:00 +0800"
    made["Message-ID"] = "<1@example.tw>"
    return made


HEAD = [
    "新聞稿：臺東市與木更津市簽約",
    "From: 新聞科 <news@example.tw>",
    "To: 記者 <press@example.tw>",
    "Date: 2024-05-18",
]


def lines_of(data: bytes) -> list[str]:
    return [line for line in read(data).text.splitlines() if line]


def test_head_and_body_are_lines() -> None:
    made = message()
    made.set_content(RELEASE)
    assert lines_of(made.as_bytes(policy=SMTP)) == [*HEAD, RELEASE]


def test_page_is_preferred_to_the_plain_text_that_the_program_broke() -> None:
    made = message()
    made.set_content(RELEASE[:20] + "\n" + RELEASE[20:])
    made.add_alternative(f"<p>{RELEASE}</p><img src='http://example.tw/pixel.png'>", subtype="html")
    assert lines_of(made.as_bytes()) == [*HEAD, RELEASE]


@pytest.mark.parametrize("charset", ["big5", "gb18030", "utf-8"])
def test_body_is_decoded_as_it_was_sent(charset: str) -> None:
    made = message()
    made.set_content(f"<meta charset=big5><p>{RELEASE}</p>", subtype="html", charset=charset)
    assert lines_of(made.as_bytes()) == [*HEAD, RELEASE]


def test_head_sent_in_eight_bits_is_decoded() -> None:
    data = "Subject: 臺東市與木更津市簽約\nMIME-Version: 1.0\nFrom: a@example.tw\n\n完\n".encode("cp950")
    assert lines_of(data) == ["臺東市與木更津市簽約", "From: a@example.tw", "完"]


def test_attachments_that_are_documents_are_further_pages(tmp_path: Path) -> None:
    made = message()
    made.set_content("詳見附件。")
    make_docx([Part("締盟", 1), Part(RELEASE)], tmp_path / "a.docx")
    made.add_attachment((tmp_path / "a.docx").read_bytes(), maintype="application", subtype="x", filename="新聞稿.docx")
    made.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="照片.png")
    made.add_attachment("第二份\n", filename="附件.txt")
    forwarded = message("轉寄")
    forwarded.set_content("內文")
    made.add_attachment(forwarded)
    document = read(made.as_bytes())
    assert [line for line in document.text.splitlines() if line] == [
        *HEAD, "詳見附件。", "新聞稿.docx", "締盟", RELEASE, "附件.txt", "第二份", "轉寄", *HEAD[1:], "內文",
    ]  # fmt: skip
    assert [page.number for page in document.pages] == [1, 2, 3, 4]
    assert document.page_at(document.text.index("締盟")) == 2


def test_messages_within_messages_are_read_to_a_depth() -> None:
    made = message("最深")
    made.set_content("最深")
    for depth in range(8):
        outer = message(f"第{depth}層")
        outer.set_content("轉寄")
        outer.add_attachment(made)
        made = outer
    assert [line for line in lines_of(made.as_bytes()) if line.startswith("第")] == ["第7層", "第6層", "第5層"]


def test_message_of_nothing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.eml"
    path.write_bytes(b"Received: a\nX-A: b\nX-B: c\n\n")
    with pytest.raises(DocumentError, match="holds no text"):
        read_document(path)


def test_release_states_its_agreement_on_the_day_of_the_message(tmp_path: Path) -> None:
    made = message()
    made.set_content(RELEASE.replace("113年5月18日", "今（18）日"))
    path = tmp_path / "release.txt"
    path.write_bytes(made.as_bytes())
    _, facts = read_file(path, "臺東市")
    agreements = [fact for fact in facts if isinstance(fact, Agreement)]
    assert [(fact.parties, fact.signed) for fact in agreements] == [(["臺東市", "木更津市"], "2024-05-18")]


def test_header_without_end_is_passed_over() -> None:
    head = "From: a@example.org\nTo: b@example.org\nSubject: Visit\nContent-Type: text/plain; charset=x; "
    document = read(f"{head}{' a' + chr(10)}{' a' * 200_000}\n\nKaohsiung joined ICLEI.\n".encode())
    assert document.text.endswith("Kaohsiung joined ICLEI.\n")
