"""The commands at their edges: mistyped, interrupted, writing to a full disk; lines by their numbers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from cli_support import run
from click.testing import CliRunner

from reader.cli import reader
from reader.desk import Library
from reader.errors import NotFound


@pytest.fixture
def library(tmp_path: Path, folder: Path) -> Path:
    """A library file with the three articles of `folder`."""
    file = tmp_path / "cli.db"
    assert CliRunner().invoke(reader, ["add", "--library", str(file), str(folder)]).exit_code == 0
    return file


def test_a_mistyped_command_is_said_to_be_none_instead_of_opening_the_reader(tmp_path: Path) -> None:
    done = run("lst", "--library", tmp_path / "x.db")
    assert done.returncode == 1
    assert done.stderr == "reader: lst: no such file, folder or command; `reader --help` lists the commands\n"
    assert not (tmp_path / "x.db").exists()


@pytest.mark.parametrize("asked", ["--help", "-h", "--version"])
def test_help_and_version_are_the_programs_own_also_behind_a_library(tmp_path: Path, asked: str) -> None:
    plain, behind = (CliRunner().invoke(reader, [*before, asked]) for before in ([], ["--library", "x.db"]))
    assert behind.exit_code == 0
    assert behind.output == plain.output


def test_the_list_of_commands_says_of_each_in_one_whole_line_what_it_does() -> None:
    commands = CliRunner().invoke(reader, ["--help"]).output.partition("Commands:")[2]
    assert "..." not in commands


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("how", [[], ["--json"]])
def test_a_full_disk_behind_standard_output_is_one_line(library: Path, how: list[str]) -> None:
    command = [sys.executable, "-m", "reader", "list", "--library", str(library), *how]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("reader: cannot go on: ")


def test_the_lines_of_an_original_have_the_numbers_that_cuts_and_edit_go_by(library: Path) -> None:
    def lines(*args: str) -> list[str]:
        result = CliRunner().invoke(reader, [*args, "--library", str(library)])
        assert result.exit_code == 0, result.output
        return result.output.splitlines()

    (comet,) = [row for row in map(json.loads, lines("list", "--json")) if "comet" in (row["headline"] or "")]
    numbered = dict(
        line.split(maxsplit=1) for line in lines("show", str(comet["id"]), "--original", "--lines") if line.split()[1:]
    )
    (article,) = map(json.loads, lines("show", str(comet["id"]), "--json"))
    assert article["removed"]
    for cut in article["removed"]:
        assert numbered[str(cut["line"])].split() == cut["text"].split()


def test_numbers_are_for_an_originals_lines_only(library: Path) -> None:
    assert CliRunner().invoke(reader, ["show", "1", "--lines", "--library", str(library)]).exit_code == 2


def test_each_record_of_a_file_is_an_original_of_its_own(tmp_path: Path) -> None:
    records = tmp_path / "two.jsonl"
    text = "The ferry to the outer islands was cancelled on Monday, the harbour office said. It will sail on Tuesday."
    records.write_text("".join(json.dumps({"title": f"Ferry {n}", "text": f"{text} ({n})"}) + "\n" for n in (1, 2)))
    result = CliRunner().invoke(reader, ["show", str(records), "--original", "--json"])
    assert [json.loads(line)["original"][-3:] for line in result.output.splitlines()] == ["(1)", "(2)"]
    result = CliRunner().invoke(reader, ["show", str(records), "--original", "--lines"])
    assert [piece.split()[0] for piece in result.output.split("─" * 40)] == ["1", "1"]


def test_the_list_can_be_narrowed_to_a_tag(library: Path) -> None:
    with Library(library) as desk:
        desk.mark([2], tags=["to read"])
    result = CliRunner().invoke(reader, ["list", "--tag", "to read", "--json", "--library", str(library)])
    assert [json.loads(line)["id"] for line in result.output.splitlines()] == [2]


def test_a_related_article_that_is_taken_away_meanwhile_is_left_out(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library(library) as lib:
        number, links = next((n, found) for n in (1, 2, 3) if (found := lib.related(n)))
    ready = Library.entries
    monkeypatch.setattr(Library, "entries", lambda self, ids: ready(self, ids)[1:])
    done = CliRunner().invoke(reader, ["--library", str(library), "related", str(number), "--json"])
    assert done.exit_code == 0, done.output
    assert len(done.stdout.splitlines()) == len(links) - 1


READING = [
    ["list"],
    ["search", "comet"],
    ["show", "1"],
    ["stories"],
    ["story", "1"],
    ["related", "1"],
    ["compare", "1", "2"],
]


@pytest.mark.parametrize("command", [*READING, ["reclean"], ["edit", "1", "--headline", "x"]], ids=" ".join)
def test_an_empty_file_holds_no_library_and_stays_empty(tmp_path: Path, command: list[str]) -> None:
    file = tmp_path / "empty.db"
    file.touch()
    with pytest.raises(NotFound, match=r"empty\.db: it is empty and holds no library; `reader add` creates one"):
        CliRunner().invoke(reader, [*command, "--library", str(file)], catch_exceptions=False)
    assert [(path.name, path.stat().st_size) for path in tmp_path.iterdir()] == [("empty.db", 0)]


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_reading_does_not_begin_the_persons_own_library_either(
    tmp_path: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_LIBRARY", str(tmp_path / "mine" / "library.db"))
    with pytest.raises(NotFound, match="no library there; `reader add` creates one"):
        CliRunner().invoke(reader, command, catch_exceptions=False)
    assert not (tmp_path / "mine").exists()


def test_adding_to_an_empty_file_begins_a_library_in_it(tmp_path: Path, folder: Path) -> None:
    file = tmp_path / "empty.db"
    file.touch()
    assert CliRunner().invoke(reader, ["add", "--library", str(file), str(folder)]).exit_code == 0
    assert CliRunner().invoke(reader, ["list", "--library", str(file)]).output.count("\n") == 3


def test_what_was_named_and_could_not_be_taken_is_said_first_with_why(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("a.docx", "b.pdf", "c.pdf", "noending"):
        (folder / name).write_text("x")
    (tmp_path / "good").mkdir()
    (tmp_path / "good" / "a.txt").write_text(
        "A bridge that hums\n\nThe bridge at Velm hums, the town found out on Monday.\n"
    )
    (tmp_path / "good" / "empty.txt").write_text("")
    done = run(
        "add", tmp_path / "good", "gopher://news.example/a", tmp_path / "nosuch", folder, "--library", tmp_path / "l.db"
    )
    lines = done.stderr.splitlines()
    assert done.returncode == 1
    assert lines[0] == "reader: gopher://news.example/a: only addresses with http and https are read, not gopher"
    assert lines[1] == f"reader: {tmp_path / 'nosuch'}: no such file or folder"
    assert lines[2] == f"reader: {folder}: nothing in it can be read: 4 files (.pdf, .docx, no ending)"
    assert lines[3] == f"reader: {tmp_path / 'good' / 'empty.txt'}: empty"
    assert done.stdout == "1 added\n"


def test_a_thousand_problems_of_one_kind_are_counted(tmp_path: Path) -> None:
    for number in range(100):
        (tmp_path / f"{number:03}.txt").write_text("")
    done = run("add", tmp_path, "--library", tmp_path / "l.db")
    lines = done.stderr.splitlines()
    assert len(lines) == 11
    assert lines[-1] == "reader: 90 more like that: empty"
    assert done.stdout == "nothing added\n"
