"""One document that something fails on costs no other its place, and is not lost itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader import cleaning, sources, stories, summarizing
from reader.article import Article, RawDocument, View
from reader.desk import Library
from reader.errors import LibraryError
from reader.ingest import furniture
from reader.library import Store
from reader.library.columns import rows

GLASS = "Caretaker Ruth Ames found a glass harmonica under the roof of the Hollis school while looking for a leak."
BREAD = "In Lenn Street there is a bakery that opens at four and closes when the last loaf has been sold to somebody."
ROAST = "Cook Janos Verd has written a menu of six dishes, all of which can be eaten on a curve of the night train."


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """A folder of three articles; the second is the one that things fail on."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in (("a-glass", GLASS), ("b-bread", BREAD), ("c-roast", ROAST)):
        (folder / f"{name}.txt").write_text(f"The {name[2:]} of the day\n\n{text}\n\n{text[::-1].title()}.\n", "utf-8")
    return folder


def about_bread(said: Any) -> bool:
    """Whether the arguments of a step are those of the article about bread."""
    if isinstance(said, int):
        return said == 2
    if isinstance(said, RawDocument):
        return "bread" in said.identity
    if isinstance(said, list):
        return any(isinstance(one, rows.Packed) and "bread" in one.identity for one in said)
    return BREAD in (said.text if isinstance(said, Article) else said if isinstance(said, str) else "")


STEPS = [
    (cleaning, "clean"),
    (furniture, "finished"),
    (summarizing, "rank"),
    (stories, "features_of"),
    (stories, "assign"),
    (stories, "infer_dates_around"),
    (rows, "document_row"),
]


def failing(real: Callable[..., Any], error: type[BaseException]) -> Callable[..., Any]:
    def fails(*said: Any, **named: Any) -> Any:
        if any(map(about_bread, said)):
            raise error("nobody thought\nof this")
        return real(*said, **named)

    return fails


@pytest.mark.parametrize("error", [ValueError, MemoryError, RecursionError])
@pytest.mark.parametrize(("room", "step"), STEPS, ids=lambda part: getattr(part, "__name__", part))
def test_what_fails_on_one_document_is_named_and_made_good_by_recleaning(
    library: Library,
    three: Path,
    monkeypatch: pytest.MonkeyPatch,
    room: Any,
    step: str,
    error: type[Exception],
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(room, step, failing(getattr(room, step), error))
        report = library.add([three])
    if step == "document_row":
        assert library.count(View())[0] == 2
        assert library.add([three]).added == 1, "what could not be stored at all is read again"
        return
    assert report.added == 3
    (problem,) = report.problems
    assert "b-bread.txt" in problem.place
    assert "could not be " in problem.message
    assert "`reader reclean` tries again" in problem.message
    assert "\n" not in problem.message
    assert library.original(2) == (three / "b-bread.txt").read_text("utf-8")
    assert BREAD in library.article(2).text
    assert library.trouble(2)
    assert library.add([three]).unchanged == 3
    assert library.reclean().problems == ()
    assert library.trouble(2) is None
    assert library.article(2).paragraphs
    assert library.summary(2).sentences
    assert library.search("bakery")


def test_a_page_that_cannot_be_cleaned_is_kept_as_it_came(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "bread.html"
    page.write_text(f"<html><body><h1>Bread</h1><p>{BREAD}</p><p>{GLASS}</p></body></html>", "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(cleaning, "clean", failing(cleaning.clean, KeyError))
        assert library.add([page]).added == 1
    assert (library.article(1).text, library.summary(1).sentences) == ("", ())
    assert BREAD in library.original(1)
    library.reclean()
    assert BREAD in library.article(1).text


def test_what_cannot_be_cleaned_any_more_stays_as_it_was(
    library: Library, three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([three])
    before = library.article(2)
    with monkeypatch.context() as patch:
        patch.setattr(cleaning, "clean", failing(cleaning.clean, ValueError))
        assert [problem.place for problem in library.reclean().problems] == [str(three / "b-bread.txt")]
    assert library.article(2) == before
    assert library.trouble(2)
    assert library.reclean().problems == ()
    assert library.article(2) == before


def test_an_article_that_came_clean_is_worked_out_by_recleaning(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(stories, "features_of", failing(stories.features_of, ValueError))
        first, second = library.add_articles([Article(text=GLASS), Article(text=BREAD)])
    assert library.trouble(first) is None
    assert library.trouble(second)
    library.reclean()
    assert library.trouble(second) is None


def test_what_fails_when_all_is_there_is_named(library: Library, three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assign, asked = stories.assign, []

    def fails_the_second_time(number: int, *said: Any, **named: Any) -> Any:
        asked.append(number)
        if number == 2 and asked.count(2) > 1:
            raise ValueError("nobody thought of this")
        return assign(number, *said, **named)

    monkeypatch.setattr(stories, "assign", fails_the_second_time)
    report = library.add([three])
    assert report.added == 3
    assert [problem.message.partition(" (")[0] for problem in report.problems] == [
        "could not be compared with other articles"
    ]
    assert {1, 3} <= set(asked)


def test_a_reader_of_files_that_fails_costs_one_file(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abc":
        lines = [json.dumps({"title": f"{name}{n}", "text": f"{GLASS} {name} {n}"}) for n in range(3)]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(lines), "utf-8")
    load = sources.load

    def breaks_off(found: sources.Found) -> Any:
        for number, document in enumerate(load(found)):
            if number == 2 and found.path.name == "b.jsonl":
                raise MemoryError
            yield document

    with monkeypatch.context() as patch:
        patch.setattr(sources, "load", breaks_off)
        report = library.add([tmp_path])
    assert report.added == 8
    assert [problem.message for problem in report.problems] == ["could not be read (not enough memory)"]
    assert library.add([tmp_path]).added == 1, "a file broken off is not taken for read"


def test_a_library_that_cannot_be_written_ends_the_work(
    library: Library, three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "add", failing(Store.add, LibraryError))
    with pytest.raises(LibraryError):
        library.add([three])


def test_a_person_who_stops_it_is_heard(library: Library, three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaning, "clean", failing(cleaning.clean, KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        library.add([three])
