"""What arrives at a terminal is read back through a terminal's parser: the program's own sequences, and nothing else.

Whatever bytes stand in whatever field, also where something else than the program has written into the library.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import sqlite3
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyte
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.article import Article, Removed
from reader.cli import reader
from reader.desk import Library

HOSTILE = "A\x1b[4242mred\x1b]0;owned\x07B\x1b]52;c;T1dORUQ=\x1b\\C\x9b4242JD\x85E\u202eF\u2066G\x08H\x00I\x7fJ\x1b(0K\x1bcL\x9dM"
TRACES = (b"4242", b"owned", b"T1dORUQ", b"\xc2\x9b", b"\xc2\x85", b"\xc2\x9d", "\u202e".encode(), "\u2066".encode())
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
LINES = {"draw", "linefeed", "carriage_return", "tab"}
"""All that commands may ask of a terminal."""


class Terminal:
    """Takes down what it is asked to do."""

    def __init__(self) -> None:
        self.asked: set[str] = set()
        self.drawn: list[str] = []
        self._stream = pyte.ByteStream(self, strict=False)  # type: ignore[arg-type]

    def __getattr__(self, name: str) -> Callable[..., None]:
        def ask(*arguments: Any, **_: Any) -> None:
            self.asked.add(name)
            if name == "draw":
                self.drawn.append(arguments[0])

        return ask

    def feed(self, data: bytes) -> None:
        """What the program writes."""
        self._stream.feed(data)


def article_of(text: str) -> Article:
    """An article with `text` in every field."""
    return Article(
        headline=f"Bridge {text}", standfirst=text, byline=text, outlet=text, agency=text, dateline=text, url=text,
        source=text, language=text, published_why=text, day_and_month=text, removed=(Removed(text, 1, text),),
        text=f"{text} The bridge at Velm hums, the town found out.\n\n{text}",
    )  # fmt: skip


def library_of(path: Path, text: str) -> Path:
    """A library of two articles with `text` in every field, one of which was written past the program."""
    with Library(path) as library:
        first, second = library.add_articles([article_of(text), article_of(f"{text} again")])
        library.mark([first, second], tags=[text])
    with sqlite3.connect(path) as database:
        database.execute("UPDATE article SET headline = ? WHERE id = ?", (f"Bridge {text}", second))
        database.execute("UPDATE content SET standfirst = ?, byline = ?, url = ?, why = ?", (text,) * 4)
    return path


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.text(
        st.sampled_from("ab \n\t\r\x00\x07\x08\x1b[]0;52mcJ\\\x7f\x85\x9b\x9d\u200f\u202e\u2066\ud800"), max_size=30
    )
)
def test_commands_ask_a_terminal_for_lines_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = library_of(tmp_path_factory.mktemp("l") / "l.db", text.encode("utf-8", "ignore").decode() + HOSTILE)
    for command in (
        ["list"], ["list", "--json"], ["show", "1"], ["show", "2", "--json"], ["show", "2", "--removed"],
        ["show", "1", "--original"], ["summary", "2", "--why"], ["search", "bridge"], ["stories"], ["related", "1"],
        ["compare", "1", "2"], ["story", "1"], ["show", text or "x"], ["add", text or "x"],
    ):  # fmt: skip
        terminal = Terminal()
        terminal.feed(CliRunner().invoke(reader, [*command, "--library", str(path)]).output.encode("utf-8", "replace"))
        assert terminal.asked <= LINES, command
        assert not any(CONTROL.search(drawn) for drawn in terminal.drawn), command


def screens_on(path: Path, keys: bytes) -> tuple[bytes, Terminal]:
    """The screens in a terminal of their own, with keys pressed one after the other until they are left."""
    outer, inner = pty.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 140, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    program = subprocess.Popen(
        [sys.executable, "-m", "reader", "--library", str(path)],
        stdin=inner, stdout=inner, stderr=inner, env=environment, start_new_session=True,
    )  # fmt: skip
    os.close(inner)
    written, waiting, until = bytearray(), list(keys), time.monotonic() + 60
    try:
        while time.monotonic() < until:
            ready, _, _ = select.select([outer], [], [], 0.2)
            if ready:
                try:
                    data = os.read(outer, 65536)
                except OSError:  # the other end is closed
                    break
                if not data:
                    break
                written += data
            elif b"Bridge" in written and waiting:  # all is drawn, and it waits for a key
                os.write(outer, bytes([waiting.pop(0)]))
        else:
            pytest.fail("the screens were not left")
    finally:
        program.kill()
        program.wait()
        os.close(outer)
    terminal = Terminal()
    terminal.feed(bytes(written))
    return bytes(written), terminal


def test_screens_write_the_same_kinds_of_sequences_whatever_the_articles_say(tmp_path: Path) -> None:
    keys = b"c]sQ"
    _, usual = screens_on(library_of(tmp_path / "usual.db", "Nothing odd"), keys)
    written, terminal = screens_on(library_of(tmp_path / "hostile.db", HOSTILE), keys)
    assert [trace for trace in TRACES if trace in written] == []
    assert terminal.asked <= usual.asked
    assert not any(CONTROL.search(drawn) for drawn in terminal.drawn)
    assert len(terminal.drawn) > 100
