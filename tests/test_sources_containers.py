"""ZIP and tar: members read as files are, none of them unpacked, bombs and tricks of no effect."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import struct
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from archives_support import PARAGRAPHS, loaded, page, record
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader import sources
from reader.desk import Library
from reader.sources import files, reread
from reader.sources.archives import containers

ZSTD = "backports.zstd"
"""What reads zstd before Python 3.14."""
TEXT = "\n\n".join(PARAGRAPHS).encode()
LINES = b"".join(
    json.dumps({"title": f"Report {n}", "url": f"https://o.example/{n}", "text": f"{n}. {PARAGRAPHS[0]}"}).encode()
    + b"\n"
    for n in range(3)
)
MEMBERS = {
    "saved/one.html": page(1),
    "saved/two.txt.gz": gzip.compress(TEXT),
    "lines.jsonl": LINES,
    "crawl.warc.gz": gzip.compress(record("http://o.example/7", page(7)))
    + gzip.compress(record("http://o.example/8", page(8))),
    "saved/picture.png": b"\x89PNG",
    "__MACOSX/._one.html": b"\0",
}


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def tarred(path: Path, members: dict[str, bytes]) -> Path:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    pack = {".gz": gzip.compress, ".tgz": gzip.compress, ".xz": lzma.compress, ".bz2": bz2.compress}
    if path.suffix == ".zst":
        pack[".zst"] = pytest.importorskip("compression.zstd" if sys.version_info >= (3, 14) else ZSTD).compress
    path.write_bytes(pack.get(path.suffix, bytes)(held.getvalue()))
    return path


def made(path: Path, members: dict[str, bytes] = MEMBERS) -> Path:
    return zipped(path, members) if path.suffix in (".zip", ".wacz") else tarred(path, members)


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tgz", "a.tar.xz", "a.tar.bz2", "a.tar.zst"])
def test_every_member_is_read_as_if_it_lay_in_a_folder(tmp_path: Path, name: str) -> None:
    path = made(tmp_path / name)
    documents, problems = loaded(tmp_path)
    assert [d.identity.removeprefix(f"{path}#") for d in documents] == [
        *("saved/one.html", "saved/two.txt.gz"),
        *(f"lines.jsonl#https://o.example/{n}" for n in range(3)),
        *(f"crawl.warc.gz#http://o.example/{n}" for n in (7, 8)),
    ]
    assert [p.message for p in problems] == ["1 file left out: type .png"]
    assert [reread(d).text for d in documents] == [d.text for d in documents]
    assert {d.stamp for d in documents} == {files.stamp(path.stat())}


def test_a_damaged_archive_in_zstd_is_named(tmp_path: Path) -> None:
    path = made(tmp_path / "a.tar.zst")
    path.write_bytes(path.read_bytes()[:-20] + b"\xff" * 20)
    (problem,) = loaded(path)[1]
    assert problem.message.startswith("a damaged archive (")


def test_where_zstd_cannot_be_read_it_is_said_what_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.tar.zst").write_bytes(b"\x28\xb5\x2f\xfd" + bytes(99))
    monkeypatch.setitem(sys.modules, "compression.zstd", None)
    monkeypatch.setitem(sys.modules, "backports.zstd", None)
    (problem,) = loaded(tmp_path)[1]
    assert problem.message == 'packed with zstd, which `pip install "reader-tui[zstd]"` reads'


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tgz"])
def test_the_articles_in_it_are_counted_before_they_are_read(tmp_path: Path, name: str) -> None:
    (found,) = sources.find([made(tmp_path / name)])
    assert isinstance(found, files.Found)
    assert sources.count(found) in (7, 8)


def test_an_archive_is_added_once_and_stays_known(tmp_path: Path) -> None:
    path = made(tmp_path / "a.zip", {"one.html": page(1), "two.html": page(2)})
    with Library(tmp_path / "library.db") as library:
        assert library.add([path]).added == 2
        assert library.add([path]).unchanged == 2
        made(path, {"one.html": page(1), "two.html": page(2), "three.html": page(3)})
        assert library.add([path]).added == 1


def test_a_wacz_gives_its_web_archives_and_not_what_describes_them(tmp_path: Path) -> None:
    members = {
        "archive/data.warc.gz": MEMBERS["crawl.warc.gz"],
        "pages/pages.jsonl": LINES,
        "datapackage.json": b"{}",
    }
    documents, problems = loaded(made(tmp_path / "site.wacz", members))
    assert [d.url for d in documents] == ["http://o.example/7", "http://o.example/8"]
    assert not problems


def test_one_bad_member_ends_no_other(tmp_path: Path) -> None:
    path = made(tmp_path / "a.zip", {"a.html": page(1), "b.txt": b"\0\1\2\3" * 99, "c.json": b"{", "d.html": page(4)})
    data = path.read_bytes()
    documents, problems = loaded(path)
    assert [d.source.rpartition("#")[2] for d in documents] == ["a.html", "d.html"]
    assert [p.place.rpartition("#")[2] for p in problems] == ["b.txt", "c.json"]
    at = data.index(b"<!DOCTYPE"[:0] + b"PK\x03\x04") + 60
    path.write_bytes(data[:at] + b"\xff" * 30 + data[at + 30 :])
    documents, problems = loaded(path)
    assert [d.source.rpartition("#")[2] for d in documents] == ["d.html"]
    assert len(problems) == 3


def test_a_member_that_needs_a_password_is_named(tmp_path: Path) -> None:
    path = made(tmp_path / "a.zip", {"secret.html": page(1), "open.html": page(2)})
    data = bytearray(path.read_bytes())
    data[6] |= 1  # says of itself that it is encrypted
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    documents, problems = loaded(path)
    assert [d.source.rpartition("#")[2] for d in documents] == ["open.html"]
    assert [p.message for p in problems] == ["secret.html: it needs a password"]


@pytest.mark.parametrize("name", ["bomb.zip", "bomb.tar.xz", "bomb.tgz", "bomb.tar.zst"])
def test_a_bomb_ends_its_archive_and_costs_no_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(containers, "ROOM", 100_000)
    bombs = {f"{n}.jsonl": b"\n" * 9_000_000 for n in range(3)}
    documents, problems = loaded(made(tmp_path / name, {"first.html": page(1), **bombs}))
    assert len(documents) == 1
    assert problems[-1].message == "unpacks to more than 200 times its size; the rest was not read"


def test_a_directory_that_is_endlessly_long_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "_DIRECTORY_LIMIT", 1000)
    path = made(tmp_path / "a.zip", {f"{n}.html": b"" for n in range(50)})
    assert [p.message for p in loaded(path)[1]] == ["an archive of more than a million files: it is not read"]


def test_names_lead_nowhere_and_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(TEXT)
    path = tarred(tmp_path / "a.tar", {"../../up.txt": TEXT, "/etc/abs.txt": TEXT + b"2"})
    with tarfile.open(path, "a") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo("link.txt")
            info.type, info.linkname = kind, "../secret.txt"
            archive.addfile(info)
    before = sorted(tmp_path.rglob("*"))
    documents, problems = loaded(path)
    assert [d.source for d in documents] == [f"{path}#../../up.txt", f"{path}#etc/abs.txt"]
    assert [p.message for p in problems] == ["3 files left out: a link or a device"]
    assert sorted(tmp_path.rglob("*")) == before


def test_an_archive_in_an_archive_is_refused_with_a_word(tmp_path: Path) -> None:
    inner = made(tmp_path / "inner.zip", {"one.html": page(1)}).read_bytes()
    path = made(tmp_path / "outer.zip", {"inner.zip": inner, "two.html": page(2)})
    documents, problems = loaded(path)
    assert len(documents) == 1
    assert [p.message for p in problems] == ["1 file left out: an archive in an archive: unpack it first"]


def test_an_archive_of_other_things_is_passed_over_in_a_folder_and_named_when_it_was_named(tmp_path: Path) -> None:
    path = made(tmp_path / "a.zip", {"one.png": b"1", "two.png": b"2"})
    assert loaded(tmp_path) == ([], [])
    assert [p.message for p in loaded(path)[1]] == ["2 files left out: type .png"]


def test_a_word_processors_file_is_none(tmp_path: Path) -> None:
    path = zipped(tmp_path / "letter.docx", {"word/document.html": page(1)})
    assert "word processor" in loaded(path)[1][0].message


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(
    st.sampled_from(["a.zip", "a.tar", "a.tgz", "a.tar.xz"]),
    st.binary(max_size=40),
    st.integers(0, 3000),
    st.booleans(),
)
def test_no_bytes_are_too_odd_for_an_archive(tmp_path: Path, name: str, junk: bytes, at: int, cut: bool) -> None:
    data = made(tmp_path / name).read_bytes()
    at %= len(data)
    (tmp_path / name).write_bytes(data[:at] + junk + (b"" if cut else data[at + len(junk) :]))
    loaded(tmp_path / name)
    (found,) = sources.find([tmp_path / name])
    assert isinstance(found, files.Found)
    assert sources.count(found) >= 1


def test_a_directory_that_lies_about_its_length_costs_nothing(tmp_path: Path) -> None:
    path = made(tmp_path / "a.zip", {"one.html": page(1)})
    data = bytearray(path.read_bytes())
    struct.pack_into("<L", data, len(data) - 10, 0xFFFFFFF0)
    path.write_bytes(data)
    assert loaded(path)[1][0].message.startswith("a damaged archive")
