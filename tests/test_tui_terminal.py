"""The terminal is as it was after every way out, and what went wrong is said in one line and a report."""

from __future__ import annotations

import os
import selectors
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from terminal_support import Terminal, reader
from textual import _parser, constants
from textual._xterm_parser import XTermParser
from textual.events import Key

from reader.desk import Library
from reader.tui.terminal import _ESCAPE, _ESCAPE_AFAR, driver_class

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="there are no pseudo-terminals here"),
    pytest.mark.no_cover,
]

linux_driver = pytest.importorskip("textual.drivers.linux_driver", exc_type=ImportError)
Start = Callable[..., Terminal]
READ = "Ottoline Quenby weighed the anchor"
MAIN = "from reader.tui.screens.main import MainScreen as M\n"
LIST = "from reader.tui.widgets.article_list import ArticleList as L\n"
BOOM = f"def boom(*_): raise ValueError({READ!r})\n"
FAULTS = {
    "a handler": MAIN + BOOM + "M.action_run_command = boom",
    "a widget": LIST + BOOM + "old = L.render_line\nL.render_line = lambda s, y: boom() if pressed else old(s, y)\n"
    "pressed = []\n" + MAIN + "M.action_run_command = lambda s, n: (pressed.append(n), s.list.refresh())",
    "a worker": MAIN + BOOM + "async def work(): boom()\n"
    "M.action_run_command = lambda s, n: s.run_worker(work(), exclusive=True)",
    "what is typed": BOOM + "from textual._xterm_parser import XTermParser as P\nold = P.feed\n"
    "P.feed = lambda s, typed: boom() if typed == 'j' else old(s, typed)",
    "a callback": MAIN + BOOM + "M.action_run_command = lambda s, n: s.set_timer(0.01, boom)",
}


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program on a library of one article and waits for its first picture."""
    with Library(tmp_path / "library.db") as library:
        (tmp_path / "a.txt").write_text(f"A harbour and its anchor\n\n7 May 2031\n\n{READ} on Tuesday morning.\n")
        library.add([tmp_path / "a.txt"])
    begun: list[Terminal] = []

    def start(code: str = "") -> Terminal:
        begun.append(reader(tmp_path, code=code))
        begun[-1].until_seen("anchor")
        return begun[-1]

    yield start
    for terminal in begun:
        terminal.close()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT"])
def test_a_signal_ends_the_program_and_leaves_the_terminal_as_it_was(start: Start, name: str) -> None:
    number = getattr(signal, name)
    terminal = start()
    terminal.child.send_signal(number)
    assert terminal.end() == 128 + number
    assert terminal.left_as_it_was


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float | None]:
    """For how long it was waited for what is typed: an escape, and nothing after it."""
    found: list[float | None] = []
    comes = iter([["an escape"], [], []])
    monkeypatch.setattr(selectors.SelectSelector, "select", lambda _, wait: found.append(wait) or next(comes))
    # What `driver_class` sets is the module's again afterwards.
    for name in ("selectors", "getincrementaldecoder"):
        monkeypatch.setattr(linux_driver, name, getattr(linux_driver, name))
    monkeypatch.setattr(constants, "ESCAPE_DELAY", 0.1)
    return found


@pytest.mark.parametrize(
    ("said", "afar", "seconds"),
    [(None, False, _ESCAPE), (None, True, _ESCAPE_AFAR), ("25", True, 0.025), ("500", False, 0.1)],
)
def test_an_escape_that_nothing_follows_soon_is_the_key(
    monkeypatch: pytest.MonkeyPatch, waits: list[float | None], said: str | None, afar: bool, seconds: float
) -> None:
    _connect(monkeypatch, afar=afar)
    if said is not None:
        monkeypatch.setenv("ESCDELAY", said)
        monkeypatch.setattr(constants, "ESCAPE_DELAY", int(said) / 1000)  # as Textual read it when it was imported
    driver_class()
    selector = linux_driver.selectors.SelectSelector()
    for _ in range(3):
        selector.select(0.1)
    assert waits == [0.1, seconds, 0.1]


def _connect(monkeypatch: pytest.MonkeyPatch, *, afar: bool) -> None:
    """Sit at the machine itself, or at another one."""
    for name in ("ESCDELAY", "SSH_TTY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    if afar:
        monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 50000 192.0.2.2 22")


@pytest.mark.usefixtures("waits")
@pytest.mark.parametrize(("afar", "later"), [(False, 0.015), (True, 0.04)])
def test_an_arrow_that_comes_in_two_packets_is_no_escape(
    monkeypatch: pytest.MonkeyPatch, afar: bool, later: float
) -> None:
    _connect(monkeypatch, afar=afar)
    driver_class()
    now, keys = 0.0, XTermParser()
    monkeypatch.setattr(_parser, "get_time", lambda: now)
    typed = list(keys.feed("\x1b"))
    now = later
    typed += [*keys.tick(), *keys.feed("[A")]
    assert [key.key for key in typed if isinstance(key, Key)] == ["up"]


def test_a_signal_ends_a_program_that_is_stuck(start: Start) -> None:
    terminal = start(
        MAIN + "import time\nM.action_run_command = lambda s, n: (print(end='', flush=True), time.sleep(600))"
    )
    terminal.type(b"j")
    terminal.child.send_signal(signal.SIGTERM)
    assert terminal.end() == 128 + signal.SIGTERM
    assert terminal.left_as_it_was


def test_bytes_that_are_no_text_are_not_understood_and_end_nothing(start: Start) -> None:
    terminal = start()
    terminal.type(b"\xff\xe4?")
    terminal.until_seen("esc closes")
    terminal.type(b"\x1b")
    terminal.until_seen("anchor")
    terminal.type(b"Q")
    assert terminal.end() == 0


@pytest.mark.parametrize("where", FAULTS)
def test_an_exception_nobody_expected_is_one_line_and_a_report_without_what_was_read(
    start: Start, tmp_path: Path, where: str
) -> None:
    terminal = start(FAULTS[where])
    terminal.type(b"j")
    assert terminal.end() == 1
    assert terminal.left_as_it_was
    (report,) = (path for path in (tmp_path / "state").iterdir() if path.is_file())
    assert not list((tmp_path / "state" / "left").iterdir())  # what it broke on is not opened again by itself
    after = terminal.written.rpartition(b"\x1b[?1049l")[2].decode()
    (line,) = [line for line in after.splitlines() if "reader: " in line]
    assert "stopped by a fault of its own: ValueError" in line
    assert line.endswith(str(report))
    assert "Traceback" not in after
    said = report.read_text(encoding="utf-8")
    assert "builtins.ValueError\n" in said
    assert "boom" in said
    assert "textual 8" in said
    assert "Quenby" not in said
    assert "Quenby" not in after
    assert report.stat().st_mode & 0o077 == 0


def test_the_program_sleeps_on_ctrl_z_and_is_drawn_again_when_it_wakes(start: Start) -> None:
    terminal = start("import os\nos.getsid = lambda _: 0")  # as under a shell, whose jobs lead no session
    terminal.type(b"\x1a")
    terminal.until(terminal.stopped)
    terminal.read()
    assert terminal.left_as_it_was
    terminal.child.send_signal(signal.SIGCONT)
    terminal.until_seen("anchor")
    terminal.type(b"Q")
    assert terminal.end() == 0
    assert terminal.left_as_it_was


def test_the_program_does_not_fall_asleep_where_nobody_could_wake_it(start: Start) -> None:
    terminal = start()
    terminal.type(b"\x1a")
    terminal.until_seen("no shell")
    terminal.type(b"Q")
    assert terminal.end() == 0


def test_a_program_stopped_from_outside_still_knows_how_the_terminal_was(start: Start) -> None:
    terminal = start()
    terminal.child.send_signal(signal.SIGSTOP)
    terminal.until(terminal.stopped)
    terminal.child.send_signal(signal.SIGCONT)
    terminal.until_seen("anchor")
    terminal.type(b"Q")
    assert terminal.end() == 0
    assert terminal.left_as_it_was


def test_a_terminal_that_is_gone_ends_the_program_although_no_signal_comes(start: Start, tmp_path: Path) -> None:
    """Where it is not the terminal of the program's own session, the system tells it nothing."""
    ended = tmp_path / "ended"
    terminal = start(
        "import os, signal, sys\n"
        "if os.fork():\n signal.signal(signal.SIGHUP, signal.SIG_IGN); os.wait(); os._exit(0)\n"
        "os.setsid()\n"
        f"import atexit, pathlib\natexit.register(lambda: pathlib.Path({str(ended)!r}).touch())"
    )
    os.close(terminal.master)
    os.close(terminal.slave)
    terminal.master, terminal.slave = os.openpty()
    terminal.child.wait(60)
    assert ended.exists()


LATE = """
import threading
from reader.desk import Library
from reader.errors import LibraryError
from reader.tui import terminal
from reader.tui.app import ReaderApp
left, run, ready = threading.Event(), ReaderApp.run, Library.undo
ReaderApp.run = lambda app: (run(app), left.set())
Library.undo = lambda library: (left.wait(), ready(library))[1]
"""
"""Taking back takes until the screens have gone."""


def starred(folder: Path) -> bool:
    with Library(folder / "library.db") as library:
        return library.entries([1])[0].starred


@pytest.mark.parametrize("signalled", [0, signal.SIGTERM, signal.SIGHUP])
def test_leaving_waits_for_what_is_still_being_written(start: Start, tmp_path: Path, signalled: int) -> None:
    terminal = start(LATE)
    terminal.type(b"*ur" if signalled else b"*uQ")
    if signalled:
        terminal.until_seen("still working")
        assert starred(tmp_path)
        terminal.child.send_signal(signalled)
    assert terminal.end() == (128 + signalled if signalled else 0)
    assert not starred(tmp_path)


def test_what_takes_too_long_to_be_written_is_said(start: Start) -> None:
    terminal = start(f"{LATE}\nterminal.PATIENCE = 0.1\nLibrary.undo = lambda library: threading.Event().wait()")
    terminal.type(b"*uQ")
    assert terminal.end() == 1
    assert terminal.left_as_it_was
    after = terminal.written.decode().rpartition("\x1b[?1049l")[2]
    assert "reader: writing what was set by hand …" in after
    assert "reader: what was set by hand last could not be written in time" in after


def test_what_is_refused_after_the_screens_have_gone_is_said(start: Start) -> None:
    terminal = start(
        f"{LATE}\ndef undo(library):\n left.wait()\n raise LibraryError('the disk is full', 'the disk is full')\n"
        "Library.undo = undo"
    )
    terminal.type(b"*uQ")
    assert terminal.end() == 1
    assert "reader: the disk is full" in terminal.written.decode().rpartition("\x1b[?1049l")[2]
