"""What fails on one article is said in a line, and the other articles are shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from reader import cleaning, desk, sources, summarizing
from reader.article import Article, Problem
from reader.cli import main, reader
from reader.desk import Library
from reader.errors import ReaderError

REASON = "LookupError: no rule for this"


def failing_on(word: str, real: Callable[..., Any]) -> Callable[..., Any]:
    """A step that fails on what holds a word."""

    def fails(what: Any, *said: Any, **named: Any) -> Any:
        texts = [getattr(one, "text", one) for one in (what if isinstance(what, list) else [what])]
        if any(word in text for text in texts):
            raise LookupError("no rule\nfor this")
        return real(what, *said, **named)

    return fails


@pytest.fixture
def no_comet_cleaned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaning, "clean", failing_on("comet", cleaning.clean))


@pytest.fixture
def no_comet_ranked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summarizing, "rank", failing_on("comet", summarizing.rank))


def run(*words: object) -> Result:
    return CliRunner().invoke(reader, [str(word) for word in words], catch_exceptions=False)


@pytest.mark.usefixtures("no_comet_cleaned")
def test_articles_of_a_folder_are_read_past_one_that_cannot_be_cleaned(folder: Path) -> None:
    found = list(desk.read_articles(folder))
    assert [type(one) for one in found] == [Article, Problem, Article]
    assert [one.message for one in found if isinstance(one, Problem)] == [f"could not be cleaned ({REASON})"]


def test_and_past_one_that_cannot_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load = sources.load

    def fails(found: sources.Found) -> Any:
        if "comet" in found.source:
            raise MemoryError
        return load(found)

    monkeypatch.setattr(sources, "load", fails)
    found = list(desk.read_articles(folder))
    assert [type(one) for one in found] == [Article, Problem, Article]
    assert [Path(one.place).name for one in found if isinstance(one, Problem)] == ["comet.txt"]


@pytest.mark.usefixtures("no_comet_cleaned")
@pytest.mark.parametrize("command", [["show"], ["show", "--removed"], ["show", "--json"], ["summary"]])
def test_commands_go_past_one_that_cannot_be_cleaned(folder: Path, command: list[str]) -> None:
    result = run(*command, folder)
    assert result.exit_code == 1
    assert f"comet.txt: could not be cleaned ({REASON})" in result.stderr
    assert result.stdout.count("\n") > 1


@pytest.mark.usefixtures("no_comet_ranked")
@pytest.mark.parametrize("method", desk.METHODS)
def test_summaries_go_past_one_that_cannot_be_made(folder: Path, method: str) -> None:
    result = run("summary", folder, "--json", "--method", method)
    assert result.exit_code == 1
    assert f"comet.txt: could not be summarised ({REASON})" in result.stderr
    assert len(result.stdout.splitlines()) == 2


@pytest.mark.usefixtures("no_comet_ranked")
def test_an_article_without_a_summary_is_shown(folder: Path) -> None:
    result = run("show", folder / "comet.txt", "--json")
    assert result.exit_code == 1
    assert f"could not be summarised ({REASON})" in result.stderr
    shown = json.loads(result.stdout)
    assert "Hallam-Ito" in shown["text"]
    assert shown["summary"] == []


def test_an_article_of_the_library_is_shown_with_what_failed_on_it(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "news.library"
    with monkeypatch.context() as patch, Library(file) as library:
        patch.setattr(summarizing, "rank", failing_on("comet", summarizing.rank))
        library.add([folder])
        number = library.id_of(folder / "comet.txt")
        result = run("show", number, "--library", file)
        assert result.exit_code == 1
        assert "Hallam-Ito" in result.stdout
        assert f"could not be summarised ({REASON}); `reader reclean` tries again" in result.stderr
        with pytest.raises(ReaderError, match="could not be summarised"):
            library.summary(number)
    assert run("reclean", "--library", file).exit_code == 0
    result = run("show", number, "--library", file)
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_brief_leaves_out_what_cannot_be_read_for_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [one for one in desk.read_articles(folder) if isinstance(one, Article)]
    assert "comet" in articles[1].text
    expected = desk.brief([articles[0], articles[2]])
    monkeypatch.setattr(summarizing, "brief", failing_on("comet", summarizing.brief))
    found = desk.brief(articles)
    assert [one.text for one in found.sentences] == [one.text for one in expected.sentences]
    assert {number for one in found.sentences for number in one.articles} == {0, 2}
    with pytest.raises(ReaderError, match="no brief could be made"):
        desk.brief(articles[1:2])


def test_a_command_that_something_fails_on_says_so_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Library(tmp_path / "news.library").close()

    def fails(*said: Any, **named: Any) -> Any:
        raise LookupError("no rule\nfor this")

    monkeypatch.setattr(Library, "search", fails)
    with pytest.raises(SystemExit) as left:
        main(["search", "comet", "--library", str(tmp_path / "news.library")])
    assert left.value.code == 1
    assert capsys.readouterr().err == f"reader: cannot go on: {REASON}\n"
