"""Mailboxes: where letters begin and end, in files (mbox) and in folders (Maildir)."""

from __future__ import annotations

import gzip
import io
import os
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader
from reader import sources
from reader.article import Problem, RawDocument
from reader.sources import files, load, reread
from reader.sources.archives import mailboxes

BODY = (
    "The ferry to Orrin stays in the harbour until Thursday, the county said on Monday, after a beam of the pier broke.\n\n"
    "From Thursday on a smaller boat will carry people, but no cars, four times a day between the island and the town.\n\n"
    "Islanders have asked for a second pier since the flood of last year, and the council will vote on it in the spring.\n"
)


def a_letter(number: int, *, page: bool = False, text: str = BODY, **headers: str) -> bytes:
    message = EmailMessage()
    message["From"] = headers.pop("sender", "Orrin Post <letters@news.orrin.example>")
    message["To"] = "me@home.example"
    message["Subject"] = headers.pop("subject", f"Ferry report {number}")
    message["Date"] = f"Tue, {number % 28 + 1:02} Mar 2024 10:00:00 +0000"
    message["Message-ID"] = f"<{number}@orrin.example>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    if page:
        message.add_alternative(f"<html><body><h1>Ferry {number}</h1><p>{text}</p></body></html>", subtype="html")
    return message.as_bytes()


def mbox(*letters: bytes, end: bytes = b"\n") -> bytes:
    lines = b"".join(
        b"From letters@orrin.example Tue Mar  5 10:00:00 2024\n" + one.replace(b"\nFrom ", b"\n>From ") + b"\n"
        for one in letters
    )
    return lines.replace(b"\n", end)


def loaded(place: Path) -> tuple[list[RawDocument], list[Problem]]:
    found = [
        item for each in sources.find([place]) for item in (load(each) if isinstance(each, files.Found) else [each])
    ]
    return [d for d in found if isinstance(d, RawDocument)], [p for p in found if isinstance(p, Problem)]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("name", ["post.mbox", "Inbox", "post.mbox.gz"])
def test_every_letter_of_a_mailbox_is_a_document(tmp_path: Path, end: bytes, name: str) -> None:
    data = mbox(*(a_letter(n, page=n == 2) for n in range(3)), end=end)
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    documents, problems = loaded(tmp_path / name)
    assert not problems
    assert [d.headline for d in documents] == ["Ferry report 0", "Ferry report 1", "Ferry report 2"]
    assert [d.kind for d in documents] == ["text", "text", "html"]
    assert {d.outlet for d in documents} == {"Orrin Post"}
    assert documents[1].identity == f"{tmp_path / name}#<1@orrin.example>"
    assert "\nFrom Thursday on" in documents[0].text  # marked in the file, so that it begins no letter
    assert [reread(d) for d in documents] == documents


def test_a_letter_that_is_in_it_twice_and_one_without_text_are_counted_and_not_lost_in_silence(tmp_path: Path) -> None:
    empty = a_letter(2, text="").replace(b"text/plain", b"image/png")
    (tmp_path / "post.mbox").write_bytes(mbox(a_letter(1), a_letter(1), empty, a_letter(3)))
    documents, problems = loaded(tmp_path / "post.mbox")
    assert [d.headline for d in documents] == ["Ferry report 1", "Ferry report 3"]
    assert [p.message for p in problems] == [
        "1 letter left out: repeated",
        "1 letter left out: without text",
    ]
    assert all(p.note for p in problems)


def test_a_letter_keeps_its_identity_when_another_comes_before_it(tmp_path: Path) -> None:
    path = tmp_path / "post.mbox"
    path.write_bytes(mbox(a_letter(5)))
    (before,), _ = loaded(path)
    path.write_bytes(mbox(a_letter(4), a_letter(5)))
    assert loaded(path)[0][1].identity == before.identity


def test_no_more_than_a_letter_is_in_memory_and_one_too_large_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailboxes, "_PIECE", 1000)
    monkeypatch.setattr(mailboxes, "LIMIT", 5000)
    data = mbox(a_letter(1), a_letter(2, text="word " * 5000), a_letter(3))
    found = list(mailboxes.letters(io.BufferedReader(io.BytesIO(data))))  # type: ignore[arg-type]
    assert [one is None for one in found] == [False, True, False]
    assert found[2] is not None
    assert b"Ferry report 3" in found[2]


def test_a_mailbox_cut_short_gives_what_is_whole(tmp_path: Path) -> None:
    data = mbox(*(a_letter(n) for n in range(20)))
    (tmp_path / "post.mbox.gz").write_bytes(gzip.compress(data)[:-100])
    documents, problems = loaded(tmp_path / "post.mbox.gz")
    assert [p.message for p in problems] == ["a damaged gzip file"]
    assert len(documents) > 10
    (tmp_path / "post.mbox").write_bytes(data[: len(data) // 2])
    assert len(loaded(tmp_path / "post.mbox")[0]) in (10, 11)


def test_what_is_attached_to_a_heavy_letter_is_not_kept(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Orrin Post <a@b.example>", "me@home.example", "Ferry"
    message.set_content(BODY)
    message.add_attachment(os.urandom(400_000), maintype="image", subtype="png", filename="pier.png")
    (tmp_path / "post.mbox").write_bytes(mbox(message.as_bytes()))
    ((document,), _) = loaded(tmp_path / "post.mbox")
    assert len(document.data) < 3000
    assert document.text.startswith("The ferry to Orrin")


def test_letters_are_counted_before_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "post.mbox").write_bytes(mbox(*(a_letter(n) for n in range(7))))
    (found,) = sources.find([tmp_path])
    assert isinstance(found, files.Found)
    assert sources.count(found) == 7


def test_a_maildir_is_read_and_a_letter_stays_itself_when_it_has_been_read_elsewhere(tmp_path: Path) -> None:
    box = tmp_path / "Mail"
    for name in ("cur", "new", "tmp", ".Papers/cur", ".Papers/new", ".Papers/tmp"):
        (box / name).mkdir(parents=True)
    (box / "cur" / "1709.orrin:2,S").write_bytes(a_letter(1))
    (box / "new" / "1710.orrin").write_bytes(a_letter(2))
    (box / "tmp" / "1711.orrin").write_bytes(a_letter(3))  # still coming
    (box / ".Papers" / "cur" / "1712.orrin:2,").write_bytes(a_letter(4))
    (box / "dovecot.index").write_bytes(b"\0")
    documents, problems = loaded(box)
    assert not problems
    assert sorted(d.headline or "" for d in documents) == ["Ferry report 1", "Ferry report 2", "Ferry report 4"]
    before = {d.headline: d.identity for d in documents}
    (box / "new" / "1710.orrin").rename(box / "cur" / "1710.orrin:2,RS")
    assert {d.headline: d.identity for d in loaded(box)[0]} == before


def test_a_newsletter_is_its_article_without_what_mail_puts_around_it() -> None:
    text = f"View this email in your browser\n\n{BODY}\nForward to a friend\n\nManage preferences | Unsubscribe\n"
    found = reader.clean(a_letter(1, text=text).decode())
    assert found.text == BODY.replace("\n\n", "\n").strip().replace("\n", "\n\n")
    assert [cut.rule for cut in found.removed] == ["newsletter"] * 3


@given(st.binary(max_size=400), st.integers(0, 900))
def test_no_bytes_are_too_odd_for_a_mailbox(junk: bytes, at: int) -> None:
    data = mbox(a_letter(1), a_letter(2))
    spoiled = data[:at] + junk + data[at + len(junk) :]
    found = files.Found(identity="x", source="x", stamp="", path=Path("x.mbox"))
    for item in mailboxes.documents(found, io.BufferedReader(io.BytesIO(spoiled))):  # type: ignore[arg-type]
        assert isinstance(item, (RawDocument, Problem))
