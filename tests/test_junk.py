"""Junk costs little: what grows with the size of a document grows in step with it, and its end is cut off in order.

Times are asked for in CPU seconds and generously, so that a busy machine changes nothing: without its bound each of
these takes from five times as long to minutes.
"""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import reader
from reader import sources
from reader.article import Article, Problem, RawDocument
from reader.sources import files

TEXT = "<p>The bridge at Velm hums in the key of D, the town found out on Monday. Nobody knows why it does.</p>" * 4


def page(junk: str) -> str:
    return f"<html><head><title>A bridge that hums</title></head><body><h1>A bridge that hums</h1>{TEXT}{junk}</body></html>"


def seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


@pytest.fixture(autouse=True, scope="module")
def _everything_loaded() -> None:
    reader.clean(page(""), kind="html")


@pytest.mark.parametrize(
    ("junk", "most"),
    [
        ("<br>" * 10_000, 0.3),
        ("".join(f'<a href="/{i}">Link {i}</a> ' for i in range(6_000)), 0.3),
        (f"<p {' '.join(f'a{i}=1' for i in range(50_000))}>x</p>", 3),
        ("<table>" * 20_000, 3),
        ("<table><tr><td>" * 10_000, 3),
        (f'<p class="{"a " * 5_000_000}">x</p>', 3),
        (f'<p style="{"display : " * 1_000_000}">x</p>', 3),
    ],
    ids=[
        *("line breaks", "links in one line", "attributes of one element", "nested tables", "nested cells"),
        *("a class of ten megabytes", "a style of ten megabytes"),
    ],
)
@pytest.mark.usefixtures("a_tenth_of_the_lines")
def test_a_page_of_junk_around_an_article_takes_a_moment_and_the_article_is_found(junk: str, most: float) -> None:
    markup = page(junk)
    articles: list[Article] = []
    assert seconds(lambda: articles.append(reader.clean(markup, kind="html"))) < most
    assert "hums in the key of D" in articles[0].text


@pytest.mark.usefixtures("a_tenth_of_the_lines")
def test_what_is_far_down_an_endless_page_is_cut_and_named() -> None:
    article = reader.clean(page("<p>Go</p>" * 10_100), kind="html")
    assert "hums in the key of D" in article.text
    assert article.removed[-1].rule == "after 100,000 lines"


def test_the_end_of_a_page_that_is_too_long_is_named_among_the_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.cleaning import pipeline
    from reader.cleaning.input import html_lines

    markup = page("<p>Not reached.</p>")
    for module in (pipeline, html_lines):
        monkeypatch.setattr(module, "LONGEST_PAGE", len(page("")) - 20)
    document = sources.from_text(markup, kind="html")
    cut = pipeline.clean(document).removed[-1]
    assert "characters of the page that were not read" in cut.text
    assert pipeline.page_lines(document)[cut.line - 1] == cut.text


def loaded(path: Path) -> tuple[list[RawDocument], list[Problem]]:
    (found,) = sources.find([path])
    items = list(sources.load(found)) if not isinstance(found, Problem) else [found]
    return [i for i in items if isinstance(i, RawDocument)], [i for i in items if isinstance(i, Problem)]


def good(number: int) -> str:
    return json.dumps({"id": number, "text": "The bridge at Velm hums, the town found out on Monday."})


def test_a_small_file_that_unpacks_to_millions_of_bad_lines_is_left_in_a_moment(tmp_path: Path) -> None:
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress(f"{good(1)}\n".encode() + b"1\n" * 10_000_000))
    found: list[tuple[list[RawDocument], list[Problem]]] = []
    assert seconds(lambda: found.append(loaded(path))) < 5
    ((documents, problems),) = found
    assert len(documents) == 1
    assert "not read" in problems[-1].message


def test_bad_lines_here_and_there_in_a_long_file_end_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.sources import many as module

    monkeypatch.setattr(module, "_HOPELESS", 50)
    path = tmp_path / "many.jsonl"
    path.write_text("".join(f"{good(n)}\nnonsense\n" for n in range(200)))
    documents, problems = loaded(path)
    assert len(documents) == 200
    assert "180 more lines could not be read" in problems[-1].message


def test_a_file_with_more_records_or_lines_than_any_has_is_read_up_to_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.sources import many as module

    monkeypatch.setattr(module, "RECORDS_LIMIT", 5)
    path = tmp_path / "many.jsonl"
    path.write_text("".join(good(n) + "\n" for n in range(9)))
    documents, problems = loaded(path)
    assert len(documents) == 5
    assert "more than 5 records" in problems[-1].message
    monkeypatch.setattr(files, "LINES", 3)
    path.write_text(good(1) + "\n" * 9)
    assert "more than 3 lines" in loaded(path)[1][-1].message


def test_a_gzip_file_that_unpacks_to_hundreds_of_times_its_size_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ROOM", 1000)
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress(good(1).encode() + b"\n" + b" " * 3_000_000))
    _, problems = loaded(path)
    assert "unpacks to more than" in problems[-1].message


def test_json_nested_too_deeply_is_named(tmp_path: Path) -> None:
    path = tmp_path / "deep.json"
    path.write_text("[" * 200_000 + "]" * 200_000)
    assert "nested too deeply" in loaded(path)[1][0].message
