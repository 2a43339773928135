"""The program in a real pseudo-terminal: what it is given, what it writes, how it leaves the terminal."""

from __future__ import annotations

import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

if os.name == "posix":
    import fcntl
    import pty
    import termios

_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_AT_REST = {b"7": b"h", b"25": b"h"}
"""Modes that are on before a program starts; all others are off."""


class Terminal:
    """A program on a terminal of its own. `written`: all it wrote."""

    def __init__(self, command: Sequence[str], *, env: dict[str, str], size: tuple[int, int] = (100, 30)) -> None:
        self.master, self.slave = pty.openpty()
        self.resize(*size)
        self.attributes = termios.tcgetattr(self.slave)
        self.written = b""
        self.child = subprocess.Popen(
            command,
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env={**os.environ, "TERM": "xterm-256color", "PYTHONPATH": os.pathsep.join(sys.path), **env},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def read(self, wait: float = 0.02) -> bytes:
        """What came, if anything came within so many seconds."""
        if not select.select([self.master], [], [], wait)[0]:
            return b""
        data = os.read(self.master, 1 << 16)
        self.written += data
        return data

    def until(self, true: Callable[[], object], seconds: float = 60) -> None:
        """Read until something is the case."""
        end = time.monotonic() + seconds
        while not true():
            ended = self.child.poll() is not None
            if not self.read():
                assert not ended, self.written[-2000:]
            assert time.monotonic() < end, self.written[-2000:]

    def until_seen(self, text: str) -> None:
        """Until it was written since the last thing that was waited for."""
        start, wanted = getattr(self, "_seen", 0), text.encode()
        self.until(lambda: self.written.find(wanted, start) >= 0)
        self._seen = self.written.find(wanted, start) + len(wanted)

    def end(self) -> int:
        """The exit code, once it has ended; what it wrote last has been read then."""
        self.until(lambda: self.child.poll() is not None)
        while self.read():
            pass
        return self.child.returncode

    def stopped(self) -> bool:
        """Whether it sleeps."""
        stat = subprocess.run(["ps", "-o", "stat=", "-p", str(self.child.pid)], capture_output=True, text=True)
        return stat.stdout.startswith("T")

    @property
    def left_as_it_was(self) -> bool:
        """Every mode is as before, and so is what `stty -a` shows."""
        last = {mode: value for modes, value in _MODE.findall(self.written) for mode in modes.split(b";")}
        changed = {mode for mode, value in last.items() if value != _AT_REST.get(mode, b"l")}
        return not changed and termios.tcgetattr(self.slave) == self.attributes

    def close(self) -> None:
        if self.child.poll() is None:
            self.child.send_signal(signal.SIGKILL)
            self.child.wait()
        os.close(self.master)
        os.close(self.slave)


def reader(folder: Path, *arguments: str, code: str = "", size: tuple[int, int] = (100, 30)) -> Terminal:
    """The program with a library, settings and reports of its own in `folder`. code: run before it starts."""
    env = {
        "READER_LIBRARY": str(folder / "library.db"),
        "READER_SETTINGS": str(folder / "settings"),
        "READER_STATE": str(folder / "state"),
    }
    program = f"{code}\nfrom reader.cli import main\nmain({list(arguments)!r})"
    return Terminal([sys.executable, "-c", program], env=env, size=size)
