"""reader compare, and what the other commands say of tellings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reader.cli import reader

FIRST = """Ferry aground off Kelm

KELM, March 3 (Halden Wire) - The ferry Sula ran aground off Kelm harbour in thick fog on Sunday night.

All 31 passengers were brought ashore by the pilot boat before midnight, the harbour master of Kelm said.

The radar of the ferry had failed twenty minutes before, according to the company that runs her.
"""
SECOND = """Sula stranded: passengers safe

The baker of Kelm was asleep when they knocked, he said, and lit his oven for them at one in the morning.

All 13 passengers were brought ashore by the pilot boat before midnight, the harbour master of Kelm said.

The radar of the ferry had failed twenty minutes before, according to the company that runs her.
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.setenv("READER_LIBRARY", str(tmp_path / "library.db"))
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "second.txt").write_text(SECOND, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(reader, list(arguments))

    return call


def test_two_files_are_put_side_by_side_without_a_library(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    done = run("compare", "first.txt", "second.txt")
    assert done.exit_code == 0
    lines = done.output.splitlines()
    assert any(line.startswith("≈ A All [!31] passengers") for line in lines)
    assert any(line.startswith("  B All [!13] passengers") for line in lines)
    assert any(line.startswith("=   The radar of the ferry") for line in lines)
    assert any(line.startswith("◇ A KELM") or "ran aground" in line for line in lines)
    assert any(line.startswith("◇ B The baker of Kelm") for line in lines)
    assert "of it stands in B" in lines[0]
    assert not (tmp_path / "library.db").exists()


def test_two_articles_of_the_library_or_one_of_them_and_a_file(run) -> None:  # type: ignore[no-untyped-def]
    run("add", "first.txt", "second.txt")
    assert run("compare", "1", "2").exit_code == 0
    assert run("compare", "1", "second.txt").exit_code == 0
    assert run("compare", "first.txt", "2").exit_code == 0


def test_as_json_it_is_one_object_with_a_list_of_rows(run) -> None:  # type: ignore[no-untyped-def]
    found = json.loads(run("compare", "first.txt", "second.txt", "--json").output)
    assert set(found) == {"a", "b", "disagreements", "one_language", "risen", "rows"}
    assert found["one_language"] is True
    assert 0.5 < found["a"]["share"] < 1.0
    (row,) = [row for row in found["rows"] if row["disagrees"]]
    assert row["kind"] == "copied"
    assert [change["text"] for change in row["a"]["changes"]] == ["31"]
    assert row["b"]["changes"][0]["figure"] is True
    only = [row for row in found["rows"] if row["kind"] == "only in B"]
    assert [row["a"] for row in only] == [None] * len(only)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["1"], 2), (["1", "2"], 1), (["first.txt", "99"], 1), (["nowhere.txt", "first.txt"], 1), (["a", "b", "c"], 2)],
)
def test_what_cannot_be_compared_is_named(run, arguments: list[str], code: int) -> None:  # type: ignore[no-untyped-def]
    done = run("compare", *arguments)
    assert done.exit_code == code
    assert "Traceback" not in done.output


def test_a_copy_is_no_telling_of_its_own(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "copy.txt").write_text(FIRST.replace("Ferry aground", "Aground"), encoding="utf-8")
    run("add", "first.txt", "copy.txt")
    (story,) = [json.loads(line) for line in run("stories", "--json").output.splitlines()]
    assert (len(story["articles"]), story["tellings"]) == (2, 1)
    assert json.loads(run("show", "1", "--json").output)["tellings"] == 1
    assert "(1 copy)" in run("stories").output


def test_where_two_articles_disagree_stands_first(run) -> None:  # type: ignore[no-untyped-def]
    lines = run("compare", "first.txt", "second.txt").output.splitlines()
    at = lines.index("Where they disagree")
    assert lines[at + 1] == "≠   passengers: 31 (A) against 13 (B)"


WIRE = """Ferry Sula aground off Kelm, nine passengers hurt

KELM, March 3 (Halden Wire) - The ferry Sula ran aground off Kelm harbour in thick fog on Sunday night, the coast guard said.

Nine passengers of the Sula were injured, the harbour master of Kelm, Ilse Brandt, told reporters on the quay.
"""
PAPER = """Sula strands in fog at Kelm

March 4. Everybody in Kelm heard the horn of the ferry Sula before she struck the sandbank outside the harbour.

Harbour master Ilse Brandt counted fourteen injured among the passengers of the Sula when the fog had gone.
"""


def test_where_the_reports_of_a_story_disagree(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "paper.txt").write_text(PAPER, encoding="utf-8")
    run("add", "wire.txt", "paper.txt")
    (story,) = map(json.loads, run("stories", "--json").output.splitlines())
    number = str(story["id"])
    (found,) = map(json.loads, run("story", number, "--disagreements", "--json").output.splitlines())
    assert {found["a"]["text"], found["b"]["text"]} == {"Nine", "fourteen"}
    assert any(line.startswith("≠   injured: ") for line in run("story", number).output.splitlines())


def test_a_sentence_of_the_brief_says_who_tells_it_otherwise(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "paper.txt").write_text(PAPER, encoding="utf-8")
    run("add", "wire.txt", "paper.txt")
    (story,) = map(json.loads, run("stories", "--json").output.splitlines())
    lines = run("story", str(story["id"]), "--brief").output.splitlines()
    (at,) = (i for i, line in enumerate(lines) if line.startswith("    ≠ "))
    assert lines[at] == "    ≠ injured: fourteen (article 2) against Nine (Halden Wire)", "once, though both are told"
    assert lines[at - 2].startswith("▎ Harbour master Ilse Brandt counted fourteen")
    (brief,) = map(json.loads, run("story", str(story["id"]), "--brief", "--json").output.splitlines())
    said = {row["text"].split()[0]: [one["b"]["text"] for one in row["disagreements"]] for row in brief["sentences"]}
    assert said["Harbour"] == ["Nine"]
    assert sum(map(len, said.values())) == 1
