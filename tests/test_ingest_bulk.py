"""reader.ingest.bulk: many files become one file of clean records, and a second run does only what is missing."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from cli_support import run

from reader.article import RawDocument
from reader.desk import Library
from reader.errors import ReaderError
from reader.ingest import bulk, storing
from reader.ingest.workers import Workers

TEXT = """{title}

The ferry to Senn left an hour late on Monday because the tide gauge had failed, the harbour office said.

"We waited for the water, and the water waited for us," said Anna Lindqvist, who has been its captain for nine years."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Seven texts, two of them records of one file."""
    place = tmp_path / "pages"
    place.mkdir()
    for number in range(5):
        (place / f"{number}.txt").write_text(TEXT.format(title=f"Ferry number {number} leaves late"), "utf-8")
    records = [{"headline": f"Record {n} of the tide", "text": TEXT.format(title="Tides")} for n in range(2)]
    (place / "records.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return place


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]


def test_a_library_of_the_records_has_the_articles_of_the_files(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl.gz"
    report = bulk.clean_files([folder], out, Workers())
    assert (report.added, report.unchanged, report.problems) == (7, 0, ())
    with Library(tmp_path / "a.library") as cleaned, Library(tmp_path / "b.library") as straight:
        assert cleaned.add([out]).added == straight.add([folder]).added == 7
        one, other = (
            sorted((article.headline, article.text) for article in map(library.article, range(1, 8)))
            for library in (cleaned, straight)
        )
        assert one == other


def test_an_output_among_the_files_is_not_cleaned_itself(folder: Path) -> None:
    out = folder / "out.jsonl.gz"
    bulk.clean_files([folder], out, Workers())
    report = bulk.clean_files([folder], out, Workers())
    assert (report.added, report.unchanged, report.problems) == (0, 6, ())
    assert len(records(out)) == 7


def test_a_second_run_cleans_only_what_is_missing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.jsonl.gz"
    bulk.clean_files([folder], out, Workers())
    before = records(out)
    (folder / "6.txt").write_text(TEXT.format(title="A ferry leaves on time"), "utf-8")
    (folder / "0.txt").write_text(TEXT.format(title="Ferry number 0 leaves after all"), "utf-8")
    cleaned: list[str] = []

    def watched(document: RawDocument, write: Any = bulk.write) -> Any:
        cleaned.append(Path(document.source).name)
        return write(document)

    monkeypatch.setattr(bulk, "write", watched)
    report = bulk.clean_files([folder], out, Workers())
    assert (report.added, report.unchanged) == (2, 5)
    assert sorted(cleaned) == ["0.txt", "6.txt"]
    assert records(out)[:7] == before
    assert [record["headline"] for record in records(out)[7:]] == [
        "Ferry number 0 leaves after all",
        "A ferry leaves on time",
    ]


@pytest.mark.parametrize("moment", [1, 2, 3])
def test_cut_short_at_any_moment_it_comes_to_the_same_records(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    monkeypatch.setattr(storing, "BATCH", 2)
    bulk.clean_files([folder], tmp_path / "whole.jsonl.gz", Workers())
    out = tmp_path / "out.jsonl.gz"
    add, left = bulk._Output.add, [moment]

    def stops(*args: Any) -> None:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        add(*args)

    with monkeypatch.context() as patch:
        patch.setattr(bulk._Output, "add", stops)
        with pytest.raises(KeyboardInterrupt):
            bulk.clean_files([folder], out, Workers())
    with out.open("ab") as file:
        file.write(b"\x1f\x8bhalf a member")
    with Path(f"{out}{bulk.JOURNAL}").open("a", encoding="utf-8") as journal:
        journal.write('[99999, "half a li')
    bulk.clean_files([folder], out, Workers())
    assert records(out) == records(tmp_path / "whole.jsonl.gz")


def test_another_programs_file_is_left_alone(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine.gz"
    out.write_bytes(b"mine")
    with pytest.raises(ReaderError, match=r"mine\.gz: it is there, and was not made by `reader clean`"):
        bulk.clean_files([folder], out, Workers())
    assert out.read_bytes() == b"mine"


def test_what_holds_no_article_is_named(folder: Path, tmp_path: Path) -> None:
    (folder / "menu.txt").write_text("Home\nLogin\nMenu\n", "utf-8")
    done = run("clean", folder, tmp_path / "nowhere", "--to", tmp_path / "out.jsonl.gz", "--workers", 1)
    assert (done.returncode, done.stdout) == (1, "7 added\n")
    assert "menu.txt: no article found in it" in done.stderr
    assert "nowhere" in done.stderr
    again = run("clean", folder, "--to", tmp_path / "out.jsonl.gz", "--workers", 1)
    assert (again.returncode, again.stdout) == (0, "7 unchanged\n")
    refused = run("clean", folder, "--to", tmp_path / "no" / "out.jsonl.gz")
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    assert "No such file" in refused.stderr
