"""Saved mail: headline, sender, date and text out of headers and parts."""

from __future__ import annotations

import base64
from datetime import datetime, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader
from reader.article import RawDocument
from reader.sources import files, load, reread
from reader.sources.mail import letter

BODY = (
    "The keepers of Kesten began on Monday to move the old lighthouse forty metres inland, stone by stone, before winter.\n\n"
    "The cliff under it has lost almost two metres since the great storm, and the mayor said the sea would not wait.\n\n"
    "The lamp is to be lit again in the autumn of next year, and until then a lightship will lie off the point – at last.\n"
)
HEAD = (
    "From: Kesten Courier <news@courier.example>\nTo: me@home.example\nSubject: Kesten moves its\n lighthouse inland\n"
    "Date: Tue, 05 Mar 2024 10:00:00 +0000\nMIME-Version: 1.0\n"
)
PLAIN = HEAD + "Content-Type: text/plain; charset=utf-8\n\n" + BODY


def of(text: str) -> RawDocument:
    found = letter(text, text.encode())
    assert found is not None
    return RawDocument(identity="x", text=found.text, kind=found.kind, headline=found.headline, outlet=found.outlet)


def test_a_mail_saved_as_text_is_an_article_with_its_headers_for_facts() -> None:
    found = reader.clean(PLAIN, kind="text")
    assert (found.headline, found.outlet) == ("Kesten moves its lighthouse inland", "Kesten Courier")
    assert found.published == datetime(2024, 3, 5, 10, tzinfo=timezone.utc)
    assert found.text == BODY.strip()


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_encoded_parts_and_headers_are_decoded(encoding: str) -> None:
    data = BODY.encode("utf-16-le")
    body = base64.encodebytes(data).decode() if encoding == "base64" else "".join(f"={byte:02X}" for byte in data)
    head = HEAD.replace("Subject: Kesten moves its\n lighthouse inland", "Subject: =?iso-8859-1?q?H=E4fen?=")
    found = of(f"{head}Content-Type: text/plain; charset=utf-16-le\nContent-Transfer-Encoding: {encoding}\n\n{body}")
    assert (found.headline, found.text) == ("Häfen", BODY)


def test_of_a_stub_and_a_page_the_page_is_read_and_attachments_are_not() -> None:
    parts = [
        "Content-Type: text/plain\n\nThis mail is a page.",
        "Content-Type: text/html\nContent-Disposition: attachment\n\n<p>Not this</p>",
        f"Content-Type: text/html\n\n<html><body><p>{BODY}</p></body></html>",
    ]
    text = f'{HEAD}Content-Type: multipart/mixed; boundary="edge"\n\n' + "".join(f"--edge\n{p}\n" for p in parts)
    found = of(text + "--edge--\n")
    assert found.kind == "html"
    assert "The keepers" in found.text
    assert "Not this" not in found.text


def test_a_page_saved_by_a_browser_names_its_address_and_not_the_browser() -> None:
    head = "From: <Saved by Some Browser>\nSnapshot-Content-Location: https://kesten.example/light\nSubject: Light\n"
    text = f"{head}MIME-Version: 1.0\nContent-Type: text/html\n\n<html><body><p>{BODY}</p></body></html>"
    found = letter(text, text.encode())
    assert found is not None
    assert (found.kind, found.outlet, found.url) == ("html", None, "https://kesten.example/light")


@pytest.mark.parametrize(
    "text",
    [
        "From: the harbour office\n\nThe ferry stays.",
        "Subject: to change\nFrom: here on nothing is as it was.\n\nThe ferry stays.",
        HEAD + "The text begins without an empty line.",
        HEAD + "Content-Type: image/png\n\nabcd",
        BODY,
    ],
)
def test_what_has_no_whole_head_or_no_text_is_no_mail(text: str) -> None:
    assert letter(text, text.encode()) is None


def test_a_file_of_mail_is_read_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "light.eml"
    path.write_bytes(PLAIN.replace("charset=utf-8", "charset=windows-1252").encode("windows-1252"))
    (found,) = files.find([str(tmp_path)])
    assert isinstance(found, files.Found)
    (document,) = load(found)
    assert isinstance(document, RawDocument)
    assert (document.headline, document.text) == ("Kesten moves its lighthouse inland", BODY)
    assert reread(document) == document


def test_parts_within_parts_without_end_are_no_mail() -> None:
    deep = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000))
    text = f"{HEAD}{deep}Content-Type: text/plain\n\n{BODY}"
    assert letter(text, text.encode()) is None


@given(st.text(), st.binary())
def test_no_header_and_no_body_is_too_odd(value: str, body: bytes) -> None:
    text = f"From: {value}\nSubject: =?utf-8?b?{value}?=\nDate: {value}\nContent-Type: text/plain; charset={value}\n\n"
    letter(text, text.encode("utf-8", "replace") + body)


def alternatives(plain: str, page: str, more: str = "") -> str:
    parts = f"--edge\nContent-Type: text/plain\n\n{plain}\n--edge\nContent-Type: text/html\n\n{page}\n{more}--edge--\n"
    return f'{HEAD}Content-Type: multipart/alternative; boundary="edge"\n\n{parts}'


def test_of_two_forms_the_page_is_read_unless_it_says_less() -> None:
    assert of(alternatives(BODY, f"<html><body><p>{BODY}</p></body></html>")).kind == "html"
    empty = "<html><head><style>" + "td { color: #333 } " * 200 + "</style></head><body><img src=x></body></html>"
    assert of(alternatives(BODY, empty)).kind == "text"


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [
        ("Kesten Courier <news@courier.example>", "Kesten Courier"),
        ("news@mail.courier.example", "courier.example"),
        ('"news@courier.example" <news@courier.example>', "courier.example"),
        ("=?utf-8?q?K=C3=BCstenbote?= <a@b.example>", "Küstenbote"),
        ("nobody", "nobody"),
        ("@", None),
    ],
)
def test_the_outlet_is_the_senders_name_else_the_domain(sender: str, outlet: str | None) -> None:
    assert of(PLAIN.replace("Kesten Courier <news@courier.example>", sender)).outlet == outlet


def test_a_letter_that_was_passed_on_is_its_first_senders() -> None:
    block = (
        "---------- Forwarded message ---------\nFrom: Isle Gazette <g@isle.example>\n"
        "Date: Mon, 4 Mar 2024 at 09:30\nSubject: Kesten moves its lighthouse\nTo: <me@home.example>\n\n\n"
    )
    text = PLAIN.replace("Subject: Kesten", "Subject: Fwd: Kesten").replace("\n\n", "\n\n" + block, 1)
    found = letter(text, text.encode())
    assert found is not None
    assert (found.headline, found.outlet) == ("Kesten moves its lighthouse", "Isle Gazette")
    assert found.published == datetime(2024, 3, 4, 9, 30)
    assert found.text.strip() == BODY.strip()


def test_a_letter_in_a_letter_is_read_where_the_outer_says_nothing() -> None:
    outer = HEAD.replace("Kesten Courier <news@courier.example>", "Me <me@home.example>")
    text = f"{outer}Content-Type: multipart/mixed; boundary=x\n\n--x\n\nfyi\n--x\nContent-Type: message/rfc822\n\n{PLAIN}\n--x--\n"
    found = of(text)
    assert (found.outlet, found.text.strip()) == ("Kesten Courier", BODY.strip())


def test_an_address_that_the_letter_names_is_the_articles() -> None:
    text = PLAIN.replace("To: me", "Archived-At: <https://courier.example/p/light>\nTo: me")
    found = letter(text, text.encode())
    assert found is not None
    assert found.url == "https://courier.example/p/light"


def test_a_saved_page_is_its_root_part_and_its_date_is_not_the_articles() -> None:
    frames = "".join(
        f"--e\nContent-Type: text/html\nContent-ID: <f{n}>\nContent-Transfer-Encoding: quoted-printable\n"
        f"Content-Location: https://kesten.example/{n}\n\n<html><body><p>Frame =E2=80=93 {n}</p></body></html>\n"
        for n in range(3)
    )
    head = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://kesten.example/2\nSubject: Light | Kesten\n"
        "Date: Tue, 5 Mar 2024 10:00:00 -0000\nMIME-Version: 1.0\n"
    )
    for kind in ("multipart/related; boundary=e", 'multipart/related; start="<f2>"; boundary=e'):
        text = f"{head}Content-Type: {kind}\n\n{frames}--e--\n"
        found = letter(text, text.encode())
        assert found is not None
        assert "Frame – 2" in found.text
        assert (found.headline, found.published, found.url) == (None, None, "https://kesten.example/2")
        assert found.fetched == datetime(2024, 3, 5, 10)
