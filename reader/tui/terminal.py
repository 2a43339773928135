"""The terminal, given back as it was found on every way out that a program can notice.

Here: signals that end the program or let it go on, and the modes to take back where Textual cannot. Not here: what is
said then (the package's door), suspending, which Textual does.
"""

from __future__ import annotations

import os
import selectors
import signal
import sys
import threading
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import FrameType, SimpleNamespace, TracebackType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.driver import Driver

ENDINGS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT") if hasattr(signal, name))
"""The signals that end a program."""
_ESCAPE, _ESCAPE_AFAR = 0.02, 0.05
"""Seconds after which an escape that nothing followed is the key: here, and over ssh, which may send what is typed only
every 20 ms, so that what a key sends comes in two packets.

Where the rest is too late, an arrow is escape, `[` and `A`, which marks what is shown as read. A terminal on the same
machine writes it at once, or byte by byte without waiting; a serial line takes some 3 ms for it.
"""
PATIENCE = 5.0
"""Seconds that the screens have for leaving in order then, and what was set by hand for getting to the disk."""
_WRITING = 0.5
"""Seconds for writing to a terminal that may have gone."""

_MODES_BACK = (
    b"\x1b[?2026l"  # whatever was held back is drawn
    b"\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"  # the mouse
    b"\x1b[?2004l\x1b[?2048l\x1b[?1004l"  # paste, size and focus
    b"\x1b[?7h\x1b[<u"  # lines wrap; keys are as they were
    b"\x1b[?1049l\x1b[?25h\x1b[0m"  # the screen as it was, with its cursor
)


class Terminal:
    """Takes care of the terminal while the screens are up: a context manager, in the main thread."""

    def __init__(self, leave: Callable[[], bool], finish: Callable[[float], bool]) -> None:
        """leave: asks the screens to leave in order; called from a signal handler. False: they are not up yet.

        finish: waits so many seconds for what is still being written.
        """
        self.signal = 0
        """The signal that ended the screens, if one did."""
        self._leave = leave
        self._finish = finish
        self._left = threading.Event()
        self._attributes = _attributes()
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Terminal:
        for number in ENDINGS:
            self._before[number] = signal.signal(number, self._ended)
        if self._attributes is not None:
            threading.Thread(target=self._hung_up, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._left.set()
        if error is not None:
            self.give_back()
        for number, before in self._before.items():
            signal.signal(number, before)

    def _ended(self, number: int, frame: FrameType | None) -> None:
        first, self.signal = not self.signal, number
        if first:
            threading.Thread(target=self._at_last, daemon=True).start()
            if not self._leave():
                raise SystemExit(128 + number)

    def _at_last(self) -> None:
        """The screens did not come to their end: they are stuck, or nobody reads what they write."""
        if not self._left.wait(PATIENCE):
            writing = threading.Thread(target=self.give_back, daemon=True)
            writing.start()
            writing.join(_WRITING)
            self._finish(PATIENCE)
            os._exit(128 + self.signal)

    def _hung_up(self) -> None:
        """Leave when the terminal is gone and nobody says so, as under `nohup`; Textual would read nothing for ever."""
        import select

        if not hasattr(select, "poll"):
            return
        line = select.poll()
        # Input is not asked for; that there will be none any more is told all the same.
        line.register(sys.__stdin__.fileno(), 0)  # type: ignore[union-attr]
        if any(event & select.POLLHUP for _, event in line.poll()) and not self._left.is_set():
            os.kill(os.getpid(), signal.SIGHUP)

    def give_back(self) -> None:
        """Take back what Textual set, when it could not do so itself."""
        with suppress(OSError, ValueError, AttributeError):  # it has gone, or there never was one
            os.write(sys.__stderr__.fileno(), _MODES_BACK)  # type: ignore[union-attr]
        if self._attributes is not None:
            import termios

            with suppress(termios.error):
                termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSANOW, self._attributes)  # type: ignore[union-attr]


def _attributes() -> list[Any] | None:
    """What `stty` shows; None where there is no terminal."""
    if os.name != "posix":
        return None
    import termios

    try:
        return termios.tcgetattr(sys.__stdin__.fileno())  # type: ignore[union-attr]
    except (termios.error, OSError, ValueError, AttributeError):
        return None


def _prompt(delay: float) -> SimpleNamespace:
    """What Textual's driver takes from `selectors`: it waits for 0.1 s before it looks whether an escape is the key."""

    class SelectSelector(selectors.SelectSelector):
        """One that looks again `delay` after something came."""

        _came = False

        def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
            """As it says; for less long, if something came the last time."""
            found = super().select(min(delay, timeout or delay) if self._came else timeout)
            self._came = bool(found)
            return found

    return SimpleNamespace(SelectSelector=SelectSelector, EVENT_READ=selectors.EVENT_READ)


def driver_class() -> type[Driver] | None:
    """Textual's driver for this terminal; None: the one it chooses."""
    if os.name != "posix" or os.environ.get("TEXTUAL_DRIVER"):
        return None
    from textual import constants
    from textual.drivers import linux_driver  # what Textual would choose; on other platforms it fails

    # Bytes that are no UTF-8, which other encodings and broken pastes bring, would end the reading of keys.
    decoder = partial(getincrementaldecoder("utf-8"), "replace")
    linux_driver.getincrementaldecoder = lambda _: decoder  # type: ignore[attr-defined]

    if "ESCDELAY" not in os.environ:  # with which people set it for all programs
        afar = "SSH_CONNECTION" in os.environ or "SSH_TTY" in os.environ
        constants.ESCAPE_DELAY = _ESCAPE_AFAR if afar else _ESCAPE  # type: ignore[misc]
    linux_driver.selectors = _prompt(constants.ESCAPE_DELAY)  # type: ignore[attr-defined,assignment]

    class Stoppable(linux_driver.LinuxDriver):
        """One that knows how the terminal was before, also after it was stopped from outside and went on."""

        def _sigcont_application(self, *_: object) -> None:
            if self._auto_restart and not self._must_signal_resume:
                # Nobody gave the terminal back when this was stopped; starting twice would take our own modes for
                # those that were there before us.
                self.suspend_application_mode()
                self._must_signal_resume = True
            super()._sigcont_application()

        def _run_input_thread(self) -> None:
            """Read what is typed; a fault in that ends the program like any other, not with words of Textual's."""
            try:
                self.run_input_thread()
            except Exception as error:  # whatever it was
                self._app.call_later(self._app._handle_exception, error)

    return Stoppable
