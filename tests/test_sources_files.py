"""Finding files: what is walked, what is left out, and what is said of what cannot be read."""

from __future__ import annotations

import gzip
import os
import socket
from pathlib import Path

import pytest

from reader.article import Problem
from reader.safety import plain_line
from reader.sources import Found, files, find, identity, load


def names(root: Path, *places: str | Path) -> list[str]:
    """The paths found, relative to `root`; fails on any problem."""
    found = list(find(places or [root]))
    assert not [each for each in found if isinstance(each, Problem)]
    return [str(each.path.relative_to(root)) for each in found if isinstance(each, Found)]


def problem(place: str | Path) -> str:
    """The one problem that finding and loading `place` gives."""
    results: list[object] = []
    for each in find([place]):
        results.extend(load(each) if isinstance(each, Found) else [each])
    (only,) = results
    assert isinstance(only, Problem)
    assert only.place == plain_line(only.place)
    return only.message


def deny(monkeypatch: pytest.MonkeyPatch, place: Path, function: str) -> None:
    """Refuses `os.<function>` on `place`, as a mode of 000 does for everyone but root."""
    real = getattr(os, function)

    def refuse(path: object, *args: object, **more: object) -> object:
        if os.fspath(path) == str(place):  # type: ignore[call-overload]
            raise PermissionError(13, "Permission denied", path)
        return real(path, *args, **more)

    monkeypatch.setattr(files.os, function, refuse)


def test_folders_are_walked_by_name_and_only_files_with_known_endings_count(tmp_path: Path) -> None:
    for name in ("b/2.TXT", "b/1.html", "a.txt", "c.jsonl.gz", "d.htm", "e.xhtml", "f.text", "g.ndjson", "h.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("news")
    for name in ("notes.md", "picture.png", "txt", "archive.7z", "b/page.css"):
        (tmp_path / name).write_text("other")
    assert names(tmp_path) == [
        *("a.txt", "b/1.html", "b/2.TXT", "c.jsonl.gz", "d.htm", "e.xhtml", "f.text", "g.ndjson", "h.json"),
    ]


def test_hidden_files_and_folders_are_left_out_unless_named(tmp_path: Path) -> None:
    for name in (".git/x.txt", ".hidden.txt", "seen.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("news")
    assert names(tmp_path) == ["seen.txt"]
    assert names(tmp_path, tmp_path / ".git") == [".git/x.txt"]
    assert names(tmp_path, tmp_path / ".hidden.txt") == [".hidden.txt"]


def test_a_file_named_directly_is_taken_whatever_its_ending(tmp_path: Path) -> None:
    (tmp_path / "report").write_text("news")
    (found,) = find([str(tmp_path / "report")])
    assert isinstance(found, Found)
    assert found.named


def test_each_file_comes_once_however_often_it_is_reached(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("news")
    (tmp_path / "link.txt").symlink_to("in/a.txt")
    os.link(tmp_path / "in" / "a.txt", tmp_path / "z.txt")
    assert names(tmp_path, tmp_path, tmp_path / "in", tmp_path / "in" / "a.txt") == ["in/a.txt"]


def test_a_file_has_one_identity_whichever_way_it_is_reached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text("news")
    (tmp_path / "alias").symlink_to("real")
    monkeypatch.chdir(tmp_path)
    found = [next(find([place])) for place in ("real", "alias", "alias/a.txt", tmp_path / "real" / ".." / "real")]
    assert {each.identity for each in found if isinstance(each, Found)} == {identity(tmp_path / "real" / "a.txt")}
    assert isinstance(found[0], Found)
    assert found[0].source == "real/a.txt"
    assert identity("real/a.txt").startswith(identity("alias") + "/")


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("news")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "in" / "self").symlink_to("self")
    assert names(tmp_path) == ["in/a.txt"]
    (tmp_path / "round.txt").symlink_to("round.txt")
    assert problem(tmp_path / "round.txt") == "a symbolic link that leads in a circle"


def test_folders_nested_deeper_than_python_calls_are_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    depth = 1050
    for each in range(1, depth + 1):
        Path("/".join("d" * each)).mkdir()
    Path("/".join("d" * depth), "a.txt").write_text("news")
    results = list(find(["d"]))
    Path("/".join("d" * depth), "a.txt").unlink()
    for each in range(depth, 0, -1):  # pytest cannot remove folders nested so deeply
        Path("/".join("d" * each)).rmdir()
    (found,) = results
    assert isinstance(found, Found)
    assert found.path.name == "a.txt"


def test_missing_and_broken_places_are_named(tmp_path: Path) -> None:
    assert problem(tmp_path / "nowhere") == "no such file or folder"
    (tmp_path / "broken.txt").symlink_to("nowhere")
    (tmp_path / "broken").symlink_to("nowhere")
    assert problem(tmp_path) == "no such file or folder"
    assert problem("a\0b") == "not a possible file name"
    assert problem("n" * 5000) == "its name is too long"
    assert problem("https://example.org/a") == "an address, not a file: `reader add` fetches it"
    assert problem("ftp://example.org/a") == "only addresses with http and https are read, not ftp"


def test_pipes_sockets_and_devices_are_named_and_never_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
        assert [str(each) for each in find(["."])] == [
            str(Problem("./pipe.txt", "not a file: a pipe")),
            str(Problem("./socket.txt", "not a file: a socket")),
        ]
    assert problem("/dev/zero") == "not a file: a device"


def test_what_became_a_pipe_after_it_was_found_is_not_waited_for(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_text("news")
    (found,) = find([place])
    assert isinstance(found, Found)
    place.unlink()
    os.mkfifo(place)
    assert list(load(found)) == [Problem(str(place), "not a file: a pipe")]
    place.unlink()
    assert list(load(found)) == [Problem(str(place), "no such file or folder")]


def test_an_unreadable_file_is_named_and_the_others_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The ferry will stay in port.")
    deny(monkeypatch, tmp_path / "a.txt", "open")
    results = [each for found in find([tmp_path]) if isinstance(found, Found) for each in load(found)]
    assert results[0] == Problem(str(tmp_path / "a.txt"), "no permission to read it")
    assert not isinstance(results[1], Problem)


def test_an_unreadable_folder_is_named_and_the_others_are_walked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("closed", "open"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("news")
    deny(monkeypatch, tmp_path / "closed", "scandir")
    first, second = find([tmp_path])
    assert first == Problem(str(tmp_path / "closed"), "no permission to read it")
    assert isinstance(second, Found)


@pytest.mark.parametrize(
    "name", [b"esc\x1b[2J\x1b]0;x\x07.txt", "rtl\u202etxt.exe.txt".encode(), b"bytes\xff\xfe.txt", b"a\nb.txt"]
)
def test_any_file_name_is_printable_storable_and_still_opens(tmp_path: Path, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("The ferry will stay in port.")
    (found,) = find([tmp_path])
    assert isinstance(found, Found)
    assert found.source == plain_line(found.source)
    assert found.identity.encode("utf-8").startswith(os.fsencode(tmp_path))
    (document,) = load(found)
    assert not isinstance(document, Problem)
    assert document.text == "The ferry will stay in port."


def test_two_file_names_that_print_alike_have_two_identities(tmp_path: Path) -> None:
    for name in (b"a\xff.txt", b"a\xfe.txt", b"a\x01.txt", b"a.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("news")
    found = list(find([tmp_path]))
    assert len({each.identity for each in found if isinstance(each, Found)}) == 4


def test_the_stamp_changes_with_the_file(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_text("news")
    os.utime(place, ns=(1, 1_000_000_000))
    (before,) = find([place])
    os.utime(place, ns=(1, 1_000_000_001))
    (after,) = find([place])
    assert isinstance(before, Found)
    assert isinstance(after, Found)
    assert before.stamp == "4-1000000000"
    assert before.stamp != after.stamp
    (document,) = load(before)
    assert not isinstance(document, Problem)
    assert document.stamp == after.stamp, "the stamp is of what was read"


def test_a_gzip_file_is_unpacked_by_content(tmp_path: Path) -> None:
    for name in ("a.txt.gz", "b.txt"):
        (tmp_path / name).write_bytes(gzip.compress("Die Fähre bleibt im Hafen.".encode()))
    texts = [each.text for found in find([tmp_path]) if isinstance(found, Found) for each in load(found)]  # type: ignore[union-attr]
    assert texts == ["Die Fähre bleibt im Hafen."] * 2


def test_damaged_and_nested_gzip_files_are_named(tmp_path: Path) -> None:
    packed = gzip.compress(b"The ferry will stay in port." * 1000)
    (tmp_path / "cut.txt.gz").write_bytes(packed[:-20])
    (tmp_path / "bad.txt.gz").write_bytes(packed[:30] + b"\xff" * 40)
    (tmp_path / "twice.txt.gz").write_bytes(gzip.compress(packed))
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(b'{"text": "News from the port."}\n' * 5000)[:-20])
    assert problem(tmp_path / "cut.txt.gz") == "a damaged gzip file"
    assert problem(tmp_path / "bad.txt.gz") == "a damaged gzip file"
    assert problem(tmp_path / "twice.txt.gz") == "not a text: looks like a gzip file inside a gzip file"
    (found,) = find([tmp_path / "cut.jsonl.gz"])
    assert isinstance(found, Found)
    assert list(load(found))[-1] == Problem(found.source, "a damaged gzip file")


def test_a_gzip_bomb_is_stopped_at_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LIMIT", 10_000)
    monkeypatch.setattr(files, "LINES_LIMIT", 100_000)
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"a" * 500_000))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b"1" * 500_000))
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b"1\n" + b"\n" * 500_000))
    assert problem(tmp_path / "a.txt.gz") == "larger than 64 MiB"
    assert problem(tmp_path / "b.jsonl.gz") == "line 1 is larger than 64 MiB; it and the rest were not read"
    (found,) = find([tmp_path / "c.jsonl.gz"])
    assert isinstance(found, Found)
    assert list(load(found))[-1] == Problem(found.source, "larger than 4 GiB; read up to line 99999")


def test_a_file_just_within_the_limit_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LIMIT", 1000)
    (tmp_path / "a.txt").write_text("n" * 1000)
    (document,) = (each for found in find([tmp_path]) if isinstance(found, Found) for each in load(found))
    assert not isinstance(document, Problem)
    (tmp_path / "a.txt").write_text("n" * 1001)
    assert problem(tmp_path / "a.txt") == "larger than 64 MiB"


def test_an_error_of_the_disk_is_named_in_plain_words() -> None:
    assert files.reason(OSError(5, "Input/output error")) == "the disk could not be read"
    assert files.reason(OSError(12345, "Some\x1b[2J Odd\nError")) == "some odd error"
