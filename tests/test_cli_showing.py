"""`show` and `summary` of files, folders and standard input: several articles, and what could not be read."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from cli_support import run as on_a_terminal
from click.testing import CliRunner, Result

from reader.cli import reader

NOTE = "Tram 9 is back\n\nThe trams of line 9 run again since Monday, said the town of Wolkenau in a short note.\n"
RECORDS = (
    {"title": "Tram 9 is back", "text": "The trams run again. Nobody was late on Monday."},
    {"title": "Bells", "text": "The bells rang at noon. Nobody knew why."},
)


def run(*arguments: object, given: str | bytes | None = None) -> Result:
    """A command, with something on its standard input."""
    return CliRunner().invoke(reader, [str(argument) for argument in arguments], input=given)


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A folder with two articles and a file that is no text."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a.txt").write_text(NOTE)
    (folder / "b.txt").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj")
    (folder / "c.txt").write_text(NOTE.replace("Tram 9", "Tram 4").replace("line 9", "line 4"))
    return folder


@pytest.mark.parametrize("how", [["show"], ["show", "--removed"], ["summary"]])
def test_articles_of_a_folder_stand_apart_each_under_its_headline(mixed: Path, how: list[str]) -> None:
    first, second = run(*how, mixed).stdout.split("─" * 40)
    assert first.lstrip().startswith("Tram 9 is back\n")
    assert second.lstrip().startswith("Tram 4 is back\n")


@pytest.mark.parametrize("how", [["show"], ["show", "--original"], ["summary"], ["summary", "--json"]])
def test_what_cannot_be_read_is_named_beside_what_can(mixed: Path, how: list[str]) -> None:
    result = run(*how, mixed)
    assert result.exit_code == 1
    assert "Nobody" in result.stdout or "run again" in result.stdout
    assert result.stderr == f"reader: {mixed / 'b.txt'}: not a text: looks like a PDF\n"


LINKED = (
    "<html><body><article><h1>The quay</h1><p>The council of Marlow voted on Monday to <a href='https://a.example/v'>close"
    " the quay</a> in the spring.</p><p>It had been built a hundred years before, and few ships came. The"
    " <a href='https://b.example/'>chair</a> said so, and <a href='https://a.example/v'>voted</a>.</p></article></body></html>"
)


def test_links_are_numbered_and_listed_below_the_text_where_somebody_reads(tmp_path: Path) -> None:
    (page := tmp_path / "quay.html").write_text(LINKED)
    in_a_pipe = run("show", page).stdout
    assert "to close the quay in" in in_a_pipe
    assert "https" not in in_a_pipe
    asked = run("show", page, "--links").stdout
    assert "to close the quay[1] in" in asked
    assert "chair[2] said so, and voted[1]." in asked
    assert asked.endswith("\n\n[1] https://a.example/v\n[2] https://b.example/\n")
    assert run("add", page, "--library", tmp_path / "l.db").exit_code == 0
    assert "voted[1]" in run("show", 1, "--links", "--library", tmp_path / "l.db").stdout
    found = json.loads(run("show", 1, "--links", "--json", "--library", tmp_path / "l.db").stdout)["links"]
    assert [(one["number"], one["address"]) for one in found][1] == (2, "https://b.example/")
    assert "voted[1]" in on_a_terminal("show", page, terminal=True).stdout
    assert "https" not in on_a_terminal("show", page, "--no-links", terminal=True).stdout


def test_an_article_alone_has_no_rule_around_it(mixed: Path) -> None:
    result = run("summary", mixed / "a.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith("SUMMARY")
    assert "─" not in result.stdout


def test_a_summary_as_json_says_whose_it_is(tmp_path: Path) -> None:
    file = tmp_path / "two.jsonl"
    file.write_text("\n".join(map(json.dumps, RECORDS)))
    lines = [json.loads(line) for line in run("summary", file, "--json").stdout.splitlines()]
    assert [line["headline"] for line in lines] == ["Tram 9 is back", "Bells"]


def test_a_brief_note_is_summarised_in_one_sentence_unless_more_are_wanted(tmp_path: Path) -> None:
    file = tmp_path / "note.jsonl"
    text = "Tram 9 is back. It runs every ten minutes. Nobody had thought so. The city paid."
    file.write_text(json.dumps({"title": "Tram 9", "text": text}))

    def sentences(*options: str) -> int:
        return len(json.loads(run("summary", file, "--json", *options).stdout)["sentences"])

    assert (sentences(), sentences("-n", "3"), sentences("--words", "12")) == (1, 3, 2)


@pytest.mark.parametrize(
    "given",
    [
        NOTE,
        gzip.compress(NOTE.encode()),
        json.dumps({"title": "Tram 9 is back", "text": NOTE}),
        f"<html><body><h1>Tram 9 is back</h1><p>{NOTE.splitlines()[-1]}</p></body></html>",
    ],
    ids=["text", "gzip", "record", "page"],
)
def test_standard_input_is_read_as_a_file_would_be(given: str | bytes) -> None:
    (shown,) = map(json.loads, run("show", "-", "--json", given=given).stdout.splitlines())
    assert shown["headline"] == "Tram 9 is back"
    assert "run again since Monday" in shown["text"]


@pytest.mark.parametrize("command", ["show", "summary"])
@pytest.mark.parametrize(("given", "said"), [("", "empty"), (b"%PDF-1.7\n\xe2\xe3", "looks like a PDF")])
def test_nothing_on_standard_input_is_one_line(command: str, given: str | bytes, said: str) -> None:
    result = run(command, "-", given=given)
    assert result.exit_code == 1
    assert result.stderr.startswith("reader: standard input: ")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_folder_without_articles_is_said_to_be_one(tmp_path: Path) -> None:
    result = run("show", tmp_path)
    assert result.exit_code == 1
    assert result.stderr == f"reader: {tmp_path}: no article there\n"


def test_where_no_article_is_found_no_summary_is_announced(tmp_path: Path) -> None:
    (tmp_path / "menu.txt").write_text("Home\nNews\nSport\nLog in\n")
    assert run("show", tmp_path / "menu.txt").stdout.splitlines()[0] == "[no article found]"
    assert "SUMMARY" not in run("show", tmp_path / "menu.txt").stdout


def test_cuts_and_original_are_not_asked_for_at_once(mixed: Path) -> None:
    assert run("show", mixed / "a.txt", "--removed", "--original").exit_code == 2


@pytest.mark.parametrize(
    ("day", "said"), [("2024-13-01", "there is no such day"), ("20240101", "a day is written 2022-11-07")]
)
def test_a_day_that_cannot_be_is_told_from_one_written_otherwise(tmp_path: Path, day: str, said: str) -> None:
    result = run("list", "--since", day, "--library", tmp_path / "none.db")
    assert result.exit_code == 2
    assert said in result.stderr


def test_where_there_is_nothing_to_tell_it_is_said(tmp_path: Path, mixed: Path) -> None:
    library = tmp_path / "one.db"
    run("add", mixed / "a.txt", "--library", library)
    assert run("related", 1, "--library", library).stderr == "reader: no article is related to it\n"
    assert run("stories", "--library", library).stderr == "reader: no story has two articles yet\n"
    (mixed / "bare.txt").write_text("The trams run again. Nobody was late on Monday.\n")
    assert run("show", mixed / "bare.txt", "--removed").stderr == "reader: nothing was cut\n"
