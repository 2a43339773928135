"""Web archives: the pages among the records of a crawl, also of a damaged one."""

from __future__ import annotations

import gzip
import zlib
from datetime import datetime, timezone
from pathlib import Path

import brotli
import pytest
from archives_support import HTML, front, loaded, page, record, warc
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader import sources
from reader.article import Problem
from reader.desk import Library
from reader.sources import files, reread
from reader.sources.archives import crawls

ONE, TWO = "http://orrin.example/1", "http://orrin.example/2"


def chunked(body: bytes) -> bytes:
    pieces = (body[at : at + 100] for at in range(0, len(body), 100))
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_pages_are_documents_with_their_address_and_the_time_of_the_visit(tmp_path: Path, name: str) -> None:
    path = warc(tmp_path / name, record(ONE, b"", kind="request"), record(ONE, page(1)), record(TWO, page(2)))
    documents, problems = loaded(path)
    assert not problems
    assert [d.url for d in documents] == [ONE, TWO]
    assert documents[0].identity == f"{path}#{ONE}"
    assert documents[0].fetched == datetime(2024, 3, 5, 10, tzinfo=timezone.utc)
    assert documents[0].text == page(1).decode()
    assert [reread(d).text for d in documents] == [d.text for d in documents]


def test_what_is_no_page_is_counted_by_its_reason(tmp_path: Path) -> None:
    path = warc(
        tmp_path / "crawl.warc.gz",
        record(ONE, page(1)),
        record(ONE.replace("http", "https"), page(1)),
        record("http://orrin.example/gone", page(2), status=b"404 Not Found"),
        record("http://orrin.example/gone/2", page(3), status=b"404 Not Found"),
        record("http://orrin.example/a.png", b"\x89PNG", b"Content-Type: image/png\r\n"),
        record("http://orrin.example/e", b"  "),
        record(TWO, b"", kind="revisit"),
    )
    documents, problems = loaded(path)
    assert [d.url for d in documents] == [ONE]
    assert all(p.note and p.place == str(path) for p in problems)
    assert {p.message for p in problems} == {
        "2 records left out: answered 404",
        "1 record left out: type image/png",
        "1 record left out: empty",
        "1 record left out: repeated",
        "1 record left out: as seen before",
    }


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (b"Transfer-Encoding: chunked\r\n", chunked(page(1))),
        (b"Transfer-Encoding: chunked\r\n", page(1)),
        (b"Content-Encoding: gzip\r\n", gzip.compress(page(1))),
        (b"Content-Encoding: gzip\r\n", page(1)),
        (b"Content-Encoding: br\r\n", brotli.compress(page(1))),
        (b"Content-Encoding: deflate\r\n", zlib.compress(page(1))[2:-4]),
        (b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", chunked(gzip.compress(page(1)))),
    ],
)
def test_bodies_are_put_together_and_unpacked_also_those_that_never_were_packed(
    tmp_path: Path, head: bytes, body: bytes
) -> None:
    documents, problems = loaded(warc(tmp_path / "crawl.warc.gz", record(ONE, body, HTML + head), record(TWO, page(2))))
    assert not problems
    assert [d.text for d in documents] == [page(1).decode(), page(2).decode()]


def test_a_page_in_the_encoding_that_only_its_server_names(tmp_path: Path) -> None:
    body = "<html><body><p>Паром стоит в гавани до четверга</p></body></html>".encode("windows-1251")
    ((document,), _) = loaded(
        warc(tmp_path / "crawl.warc", record(ONE, body, b"Content-Type: text/html; charset=windows-1251\r\n"))
    )
    assert "Паром стоит" in document.text
    assert reread(document).text == document.text


def test_a_body_that_unpacks_to_gigabytes_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crawls, "LIMIT", 100_000)
    bomb = record(ONE, gzip.compress(b" " * 10_000_000), HTML + b"Content-Encoding: gzip\r\n")
    documents, problems = loaded(warc(tmp_path / "crawl.warc", bomb, record(TWO, page(2))))
    assert [d.url for d in documents] == [TWO]
    assert [p.message for p in problems] == ["1 record left out: larger than 64 MiB"]


def test_behind_a_damaged_place_the_next_record_is_read(tmp_path: Path) -> None:
    records = [record(f"http://orrin.example/{n}", page(n)) for n in range(5)]
    packed = [gzip.compress(one) for one in records]
    packed[1] = packed[1][:40] + b"\xff" * 20 + packed[1][60:]
    (tmp_path / "crawl.warc.gz").write_bytes(b"".join(packed))
    documents, problems = loaded(tmp_path / "crawl.warc.gz")
    assert [d.url for d in documents] == [f"http://orrin.example/{n}" for n in (0, 2, 3, 4)]
    assert [p.message for p in problems] == [f"damaged at byte {len(packed[0])}; read on from the next record"]
    (tmp_path / "crawl.warc").write_bytes(records[0] + b"nonsense\r\n\r\nmore of it\r\n" * 9 + b"".join(records[1:]))
    documents, problems = loaded(tmp_path / "crawl.warc")
    assert len(documents) == 5
    assert len(problems) == 1


def test_a_record_that_is_longer_than_it_says_or_cut_short_costs_no_other(tmp_path: Path) -> None:
    short = record(ONE, page(1), length=300)
    documents, _ = loaded(warc(tmp_path / "crawl.warc.gz", short, record(TWO, page(2))))
    assert [d.url for d in documents] == [ONE, TWO]
    (tmp_path / "cut.warc").write_bytes((record(ONE, page(1)) + record(TWO, page(2)))[:-400])
    assert [d.url for d in loaded(tmp_path / "cut.warc")[0]] == [ONE, TWO]


def test_an_archive_that_was_packed_in_one_piece_is_read_to_its_end(tmp_path: Path) -> None:
    data = b"".join(record(f"http://orrin.example/{n}", page(n)) for n in range(4))
    (tmp_path / "crawl.warc.gz").write_bytes(gzip.compress(data))
    documents, problems = loaded(tmp_path / "crawl.warc.gz")
    assert len(documents) == 4
    assert not problems


def test_pages_are_counted_before_they_are_read(tmp_path: Path) -> None:
    path = warc(tmp_path / "crawl.warc.gz", *(record(f"http://orrin.example/{n}", page(n)) for n in range(9)))
    (found,) = sources.find([path])
    assert isinstance(found, files.Found)
    assert sources.count(found) in (9, 10)


def test_a_front_page_of_a_crawl_is_not_put_into_the_library_and_the_file_counts_as_read(tmp_path: Path) -> None:
    last = record("http://orrin.example/", front())
    path = warc(tmp_path / "crawl.warc.gz", record(ONE, page(1)), record(TWO, page(2)), last)
    with Library(tmp_path / "library.db") as library:
        report = library.add([path])
        assert report.added == 2
        assert [(p.message.partition(":")[0], p.note) for p in report.problems] == [("1 page left out", True)]
        again = library.add([path])
        assert (again.added, again.unchanged, again.problems) == (0, 2, ())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 2000), st.booleans())
def test_no_bytes_are_too_odd_for_a_web_archive(tmp_path: Path, junk: bytes, at: int, packed: bool) -> None:
    name = "odd.warc.gz" if packed else "odd.warc"
    data = warc(tmp_path / name, record(ONE, page(1)), record(TWO, page(2))).read_bytes()
    (tmp_path / name).write_bytes(data[:at] + junk + data[at + len(junk) :])
    documents, problems = loaded(tmp_path / name)
    assert documents or problems
    assert all(isinstance(p, Problem) for p in problems)
