"""Adding and opening on a terminal: the bar, what the screens are given, and what the end of the program says."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.article import Problem
from reader.cli import main


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Screens:
    """Stands in for the screens: keeps what it was given, and ends with the code it was told."""

    def __init__(self, code: int) -> None:
        self.code = code
        self.places: list[str] = []
        self.problems: list[Problem] = []

    def __call__(self, library: object, places: Any, *, problems: Any, **_: object) -> tuple[int, list[Problem]]:
        self.places, self.problems = [str(place) for place in places], list(problems)
        return self.code, []


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., tuple[Screens, int, str]]:
    """The program run on a terminal with some places: what the screens got, the exit code, what stood on stderr."""

    def run(*places: object, code: int = 0) -> tuple[Screens, int, str]:
        screens, errors = Screens(code), Terminal()
        monkeypatch.setattr("reader.tui.run", screens)
        for name, stream in (("stdin", Terminal()), ("stdout", Terminal()), ("stderr", errors)):
            monkeypatch.setattr(sys, name, stream)
        with pytest.raises(SystemExit) as ended:
            main(["--library", str(tmp_path / "library.db"), *map(str, places)])
        return screens, int(ended.value.code or 0), errors.getvalue()

    return run


def test_the_screens_get_the_places_that_are_there(opened: Callable[..., Any], folder: Path) -> None:
    screens, code, said = opened(folder)
    assert (screens.places, screens.problems, code, said) == ([str(folder)], [], 0, "")


def test_a_place_that_is_not_there_is_told_to_the_screens_and_again_behind_them(
    opened: Callable[..., Any], folder: Path
) -> None:
    screens, code, said = opened(folder, folder / "nowhere")
    assert screens.places == [str(folder)]
    assert [problem.place for problem in screens.problems] == [str(folder / "nowhere")]
    assert code == 1
    assert str(folder / "nowhere") in said


def test_the_program_ends_as_the_screens_do(opened: Callable[..., Any], folder: Path) -> None:
    assert opened(folder, code=3)[1] == 3


def test_places_none_of_which_is_there_open_nothing(opened: Callable[..., Any], folder: Path) -> None:
    screens, code, said = opened(folder / "nowhere")
    assert (screens.places, code) == ([], 1)
    assert "no such file, folder or command" in said


def test_on_a_terminal_a_bar_says_how_far_the_work_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, folder: Path
) -> None:
    library = ["--library", str(tmp_path / "library.db")]
    for command, label, done in (
        (["add", str(folder)], "Adding", "3 added\n"),
        (["reclean"], "Cleaning", "3 unchanged\n"),
    ):
        errors = Terminal()
        monkeypatch.setattr(sys, "stderr", errors)
        with pytest.raises(SystemExit) as ended:
            main([*library, *command])
        assert ended.value.code in (0, None)
        assert label in errors.getvalue()
        assert "100%" in errors.getvalue()
        assert capsys.readouterr().out == done
