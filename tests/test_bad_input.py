"""Bad input is normal input: a clear line or a plain "unknown"; the rest goes on, nothing stored is lost."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_support import run

from reader.article import AddReport, Article, View
from reader.desk import Library
from reader.errors import LibraryError
from reader.sources import LIMIT

GOOD = "A bridge that hums\n\nThe bridge at Velm hums in the key of D, the town found out on Monday. Nobody knows why it does.\n"
HOSTILE = "\x1b[31mred\x1b[0m \x1b]0;owned\x07 \x9b5m \x85 \u202egnp.exe\u202c \x00\x08 \x1b]52;c;AAAA\x1b\\ [bold]B[/] [/] & <b>"
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def add(library: Library, *places: Path) -> AddReport:
    """Add, and make sure that the good article beside the bad one came in."""
    return library.add(list(places))


def the_only_text(library: Library) -> str:
    (article,) = library.articles()
    return article.text


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with one good article in it."""
    folder = tmp_path / "bad news"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\t\r\n  \n"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8),
        (
            "paper.txt",
            b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nstream\n\x00\x01\x02\xff\xfe\nendstream\n",
        ),
        ("zeros.txt", bytes(5000)),
        ("broken.json", b'{"title": "half a rec'),
        ("broken.txt.gz", b"\x1f\x8b\x08\x00not really compressed"),
    ],
)
def test_what_holds_no_article_is_named_in_one_line_and_the_rest_comes_in(
    library: Library, news: Path, name: str, content: bytes
) -> None:
    (news / name).write_bytes(content)
    report = add(library, news)
    assert report.added == 1
    assert {name in problem.place for problem in report.problems} == {True}
    assert all(problem.message and "\n" not in problem.message for problem in report.problems)


def test_json_without_any_article_is_named_when_it_was_asked_for(library: Library, news: Path) -> None:
    (news / "numbers.json").write_text("[1, 2, 3]")
    assert add(library, news).problems == (), "a folder may have other JSON in it"
    (problem,) = add(library, news / "numbers.json").problems
    assert "numbers.json" in problem.place


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252"])
def test_every_encoding_of_a_text_gives_the_same_text(library: Library, tmp_path: Path, encoding: str) -> None:
    text = "Die Brücke summt\n\nDie Brücke über die Velm summt in D-Dur, wie die Stadt Übersee am Montag überrascht hörte. Für die Anwohner ist das schön, für die Fährleute ist es das nicht.\n"
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    add(library, tmp_path / "a.txt")
    assert "Die Brücke über die Velm summt in D-Dur" in the_only_text(library)


def test_broken_utf8_loses_only_the_broken_bytes(library: Library, tmp_path: Path) -> None:
    data = "Die Brücke summt\n\nDie Brücke über die Velm summt, hörte die Stadt am Montag, und niemand weiß warum.\n".encode()
    (tmp_path / "a.txt").write_bytes(data.replace(b"Stadt", b"St\xffdt"))
    add(library, tmp_path / "a.txt")
    assert "Die Brücke über die Velm summt, hörte die St\ufffddt" in the_only_text(library)


def test_a_page_of_furniture_only_is_kept_as_no_article_with_its_cuts(library: Library, news: Path) -> None:
    (news / "menu.txt").write_text(
        "Home\nNews\nSport\nSign in\n\nAccept cookies\n\n© 2024 Velm Courier. All rights reserved.\n"
    )
    report = add(library, news)
    assert [("menu.txt" in p.place, "no article" in p.message) for p in report.problems] == [(True, True)]
    menu = library.article(library.id_of(news / "menu.txt"))
    assert menu.text == ""
    assert {"Home", "Sign in", "Accept cookies"} <= {cut.text for cut in menu.removed}


@pytest.mark.no_cover
@pytest.mark.usefixtures("a_tenth_of_the_lines")
def test_a_text_as_long_as_any_that_is_read_comes_in_in_seconds(library: Library, tmp_path: Path) -> None:
    """At a tenth of everything: of the bytes of a file and of the lines that are classified with their neighbours."""
    hums = "the bridge at Velm hums in the key of D, the town found out on Monday, and nobody knows why it does so"
    paragraph = "; ".join([hums] * 4).capitalize() + "."
    with (tmp_path / "long.txt").open("w") as file:
        file.write("A bridge that hums\n\n")
        for number in range(6_000_000 // len(paragraph)):
            file.write(f"{number}. {paragraph}\n\n")
    began = time.process_time()
    assert add(library, tmp_path / "long.txt").added == 1
    assert time.process_time() - began < 10
    assert len(the_only_text(library)) > 5_900_000
    assert LIMIT > 60_000_000


@pytest.mark.no_cover
def test_one_line_of_a_megabyte_comes_in_in_seconds(library: Library, tmp_path: Path) -> None:
    sentence = (
        "The bridge at Velm hums in the key of D, the town found out on Monday, and nobody knows why it does so. "
    )
    (tmp_path / "line.txt").write_text(sentence * (1_000_000 // len(sentence)))
    began = time.process_time()
    assert add(library, tmp_path / "line.txt").added == 1
    assert time.process_time() - began < 5
    assert the_only_text(library).startswith(sentence.strip())


def test_no_escape_in_any_field_comes_through(library: Library, tmp_path: Path) -> None:
    record = {
        name: f"{HOSTILE} {name}" for name in ("title", "author", "sitename", "hostname", "url", "description", "id")
    }
    record["text"] = (
        f"{HOSTILE} The bridge at Velm hums in the key of D, the town found out on Monday.\n\n{HOSTILE} Second."
    )
    (tmp_path / "r.json").write_text(json.dumps(record))
    (tmp_path / "p.html").write_text(
        f"<html><head><title>{HOSTILE}</title><meta property='og:site_name' content='{HOSTILE}'></head><body><article><h1>{HOSTILE}"
        f"</h1><p>{HOSTILE} {GOOD * 4}</p></article></body></html>"
    )
    (tmp_path / "t.txt").write_text(
        f"{HOSTILE}\n\nBy {HOSTILE}\n\n{HOSTILE} {GOOD}\n\n© {HOSTILE}\n\nRead more\n{HOSTILE}\n"
    )
    assert add(library, tmp_path).added == 3
    for command in (
        ["list"],
        ["list", "--json"],
        *(["show", n] for n in "123"),
        *(["show", n, "--removed"] for n in "123"),
        *(["show", n, "--original"] for n in "123"),
        *(["show", n, "--json"] for n in "123"),
        ["stories"],
        ["search", "bridge"],
    ):
        done = run(*command, "--library", library.path)
        assert done.returncode == 0, done.stderr
        assert not CONTROL.search(done.stdout), command
        assert not re.search("\\\\u00[019][0-9a-f]|\\\\u202", done.stdout), "not even escaped"


def test_file_names_with_escapes_overrides_and_bytes_that_are_no_text(library: Library, tmp_path: Path) -> None:
    for name in (
        b"a\x1b[31m.txt",
        b"b\xe2\x80\xaegnp.txt",
        b"c\xff\xfe.txt",
        b"d\nline.txt",
        b"[bold]e[b].txt",
        b"-f.txt",
        b"g#1.txt",
    ):
        (tmp_path / os.fsdecode(name)).write_text(GOOD + name.hex())
    assert add(library, tmp_path).added == 7
    assert add(library, tmp_path).unchanged == 7
    done = run("list", "--json", "--library", library.path)
    assert not CONTROL.search(done.stdout)
    assert len(done.stdout.splitlines()) == 7


def test_pipes_devices_and_loops_are_named_and_never_waited_for(library: Library, news: Path) -> None:
    os.mkfifo(news / "pipe.txt")
    (news / "null.txt").symlink_to("/dev/null")
    (news / "zero.txt").symlink_to("/dev/zero")
    (news / "self.txt").symlink_to(news / "self.txt")
    (news / "up").symlink_to(news, target_is_directory=True)
    (news / "gone.txt").symlink_to(news / "nothing")
    report = add(library, news, news / "pipe.txt")
    assert report.added == 1
    assert {Path(p.place).name for p in report.problems} >= {"pipe.txt", "null.txt", "zero.txt", "self.txt", "gone.txt"}


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file_and_folder_are_named(library: Library, news: Path) -> None:
    (news / "secret.txt").write_text(GOOD)
    (news / "secret.txt").chmod(0)
    (news / "closed").mkdir(mode=0)
    try:
        report = add(library, news)
        assert report.added == 1
        assert {Path(p.place).name for p in report.problems} == {"secret.txt", "closed"}
    finally:
        (news / "closed").chmod(stat.S_IRWXU)


def test_a_file_that_may_not_be_opened_is_named(library: Library, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (news / "secret.txt").write_text(GOOD)
    real = os.open

    def deny(path: object, *args: object, **kwargs: object) -> int:
        if str(path).endswith("secret.txt"):
            raise PermissionError(13, "Permission denied", path)
        return real(path, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", deny)
    report = add(library, news)
    assert report.added == 1
    assert [Path(p.place).name for p in report.problems] == ["secret.txt"]


def test_a_file_that_is_no_library_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear Sir, this is a letter and not a library. " * 40)
    with pytest.raises(LibraryError, match=re.escape("letter.db")):
        Library(path)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE recipe (name TEXT)")
    with pytest.raises(LibraryError):
        Library(other)
    with sqlite3.connect(other) as database:
        assert database.execute("SELECT name FROM sqlite_master").fetchall() == [("recipe",)]


def test_a_library_of_a_newer_version_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    Library(tmp_path / "l.db").close()
    with sqlite3.connect(tmp_path / "l.db") as database:
        database.execute("PRAGMA user_version = 9999")
    with pytest.raises(LibraryError, match="newer"):
        Library(tmp_path / "l.db")


def test_a_library_in_a_place_that_cannot_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for place in (tmp_path / "file" / "library.db", tmp_path):
        with pytest.raises(LibraryError):
            Library(place)


@pytest.mark.no_cover
def test_on_a_full_disk_adding_stops_with_a_line_and_what_was_there_stays(
    library: Library, news: Path, tmp_path: Path
) -> None:
    add(library, news)
    library.close()
    more = tmp_path / "more"
    more.mkdir()
    for number in range(300):
        (more / f"{number}.txt").write_text(f"Bridge number {number} hums\n\n" + GOOD * 20)
    room = library.path.stat().st_size + 100_000
    done = subprocess.run(
        [sys.executable, "-m", "reader", "add", str(more), "--library", str(library.path)],
        capture_output=True,
        text=True,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_FSIZE, (room, room)
        ),  # a file may not grow: as a full disk
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
    with Library(library.path) as again:
        assert any("hums in the key of D" in article.text for article in again.articles())


def test_two_readers_on_one_library_see_each_others_marks(library: Library, news: Path) -> None:
    add(library, news)
    with Library(library.path) as other:
        other.mark([1], read=True)
        assert library.entries([1])[0].read
        library.mark([1], starred=True)
        assert other.entries([1])[0].starred
        other.add_articles([Article(text="Another bridge hums now, and nobody knows why it does so either.")])
    assert library.count(View()) == (2, 1)


WAITING = """
import sys, time
from reader import sources
from reader.cli import main

load = sources.load
def held_up(found):
    if found.identity.endswith("039.txt"):
        time.sleep(600)  # until the test interrupts it: however fast or slow the machine is, it is not done by then
    return load(found)
sources.load = held_up
main(sys.argv[1:])
"""


@pytest.mark.usefixtures("ctrl_c_is_taken")
def test_interrupting_an_add_keeps_what_was_stored_and_the_next_goes_on(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:03}.txt").write_text(f"Bridge number {number} hums\n\n" + GOOD * 3)
    child = subprocess.Popen(
        [sys.executable, "-c", WAITING, "add", str(folder), "--library", str(library.path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while library.count(View())[0] == 0 and child.poll() is None:
        time.sleep(0.01)
    child.send_signal(signal.SIGINT)
    _, errors = child.communicate(timeout=60)
    assert child.returncode == 1
    assert len(errors.splitlines()) == 1
    assert "Traceback" not in errors
    stored = library.count(View())[0]
    assert 0 < stored < 40
    report = library.add([folder])
    assert (report.added, report.unchanged) == (40 - stored, stored)
