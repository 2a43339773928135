"""The command `edit`: what it changes, prints and refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reader.cli import main, reader
from reader.desk import Library


@pytest.fixture
def file(tmp_path: Path, folder: Path) -> str:
    path = tmp_path / "library.db"
    with Library(path) as library:
        library.add([folder / "comet.txt"])
    return str(path)


def run(file: str, *arguments: str) -> Result:
    return CliRunner().invoke(reader, [arguments[0], "--library", file, *arguments[1:]])


def test_fields_are_set_shown_and_cleared(file: str) -> None:
    said = run(file, "edit", "1", "--outlet", "Brenn Star", "--date", "2024-05-04T09:30")
    assert said.exit_code == 0
    assert "2024-05-04 09:30  Brenn Star" in said.output
    assert "outlet and date set by hand" in said.output
    assert "(outlet and date set by hand)" in run(file, "show", "1").output
    shown = json.loads(run(file, "show", "1", "--json").output)
    assert (shown["outlet"], shown["corrected"]) == ("Brenn Star", ["outlet", "published"])
    cleared = json.loads(run(file, "edit", "1", "--clear", "outlet", "--clear", "date", "--json").output)
    assert (cleared["outlet"], cleared["published"], cleared["corrected"]) == (None, "2024-05-03", [])


def test_lines_are_cut_and_kept_by_their_numbers(file: str) -> None:
    original = run(file, "show", "1", "--original").output.splitlines()
    text = next(n for n, line in enumerate(original, 1) if line.startswith("Astronomers"))
    cut = run(file, "edit", "1", "--cut", str(text))
    assert cut.exit_code == 0
    assert "cut by hand" in cut.output
    listed = run(file, "show", "1", "--removed").output
    assert f"{text:>6}  cut by hand" in listed
    kept = json.loads(run(file, "edit", "1", "--keep", str(text), "--json").output)
    assert "Astronomers" in kept["text"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("1",), 2, "say what to change"),
        (("1", "--date", "tomorrow"), 2, "tomorrow: a date is written 2022-11-07"),
        (("1", "--date", "2024-02-30"), 2, "2024-02-30: there is no such day"),
        (("1", "--clear", "mood"), 2, "mood"),
        (("1", "--outlet", "X", "--clear", "outlet"), 2, "not both"),
        (("x", "--outlet", "X"), 2, "x"),
        (("7", "--outlet", "X"), 1, "no article 7"),
        (("1", "--outlet", " "), 1, "the outlet cannot be empty"),
        (("1", "--cut", "2"), 1, "no paragraph of article 1 begins on line 2"),
        (("1", "--keep", "2"), 1, "line 2 of article 1 was not cut"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    file: str, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int, message: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["edit", "--library", file, *arguments])
    assert ended.value.code == code
    assert message in capsys.readouterr().err
