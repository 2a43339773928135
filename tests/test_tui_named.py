"""What was named on the command line and cannot be taken is said first."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal_support import Terminal, reader
from tui_support import picture, tui_app, until

from reader.article import Problem

pytestmark = pytest.mark.skipif(os.name != "posix", reason="there are no pseudo-terminals here")


@pytest.fixture
def begun() -> Iterator[list[Terminal]]:
    """Programs that are ended afterwards."""
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.close()


def test_where_nothing_named_can_be_taken_it_is_said_and_no_library_is_opened(
    tmp_path: Path, begun: list[Terminal]
) -> None:
    terminal = reader(tmp_path, "ftp://harbour.example/quay", str(tmp_path / "missing"))
    begun.append(terminal)
    assert terminal.end() == 1
    said = terminal.written.decode()
    assert "reader: ftp://harbour.example/quay: only addresses with http and https" in said
    assert "missing: no such file or folder" in said
    assert "\x1b[?1049h" not in said
    assert not (tmp_path / "library.db").exists()


def test_where_some_of_it_can_the_rest_is_said_before_anything_else_and_after_leaving(
    tmp_path: Path, folder: Path, begun: list[Terminal]
) -> None:
    terminal = reader(tmp_path, str(folder), "ftp://harbour.example/quay")
    begun.append(terminal)
    terminal.until_seen("problems · 1")
    terminal.type(b"\x1b")
    terminal.until_seen("comet")
    terminal.type(b"Q")
    assert terminal.end() == 1
    assert "harbour.example/quay: only addresses" in terminal.written.decode().rpartition("\x1b[?1049l")[2]


async def test_where_adding_took_nothing_its_problems_are_shown() -> None:
    app = tui_app(places=["/news/scan.pdf"])
    app.library.problems = [Problem("/news/scan.pdf", "not a text")]  # type: ignore[attr-defined]
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "problems · 1" in picture(app) and "scan.pdf" in picture(app))


def test_where_adding_took_nothing_it_is_said_after_leaving_too_and_ends_with_1(
    tmp_path: Path, begun: list[Terminal]
) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "scan.pdf").write_bytes(b"%PDF-1.4\n\x00\x01")
    terminal = reader(tmp_path, str(tmp_path / "news"))
    begun.append(terminal)
    terminal.until_seen("problems · 1")
    terminal.type(b"\x1b")
    terminal.until_seen("Nothing to read in news")
    terminal.type(b"Q")
    assert terminal.end() == 1
    assert "news: nothing in it can be read: 1 file (.pdf)" in terminal.written.decode().rpartition("\x1b[?1049l")[2]


def test_what_was_typed_at_the_screen_and_could_not_be_taken_was_said_there_and_is_no_fault_of_the_command(
    tmp_path: Path, begun: list[Terminal]
) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4\n\x00\x01")
    terminal = reader(tmp_path)
    begun.append(terminal)
    terminal.until_seen("Nothing here yet")
    terminal.type(b"a")
    terminal.until_seen("https://")
    terminal.type(f"{tmp_path}/scan.pdf\r".encode())
    terminal.until_seen("1 problem")
    terminal.type(b"\x1b")
    terminal.until_seen("Nothing here yet")
    terminal.type(b"Q")
    assert terminal.end() == 0
