"""How soon the first screen is up, against an empty Textual app in the same run.

    python benchmarks/generate.py big.db --articles 100000
    python benchmarks/screens.py big.db

Both programs run in a pseudo-terminal of 140x40 in turn, several times; times are from start to the first picture that
shows its last line. POSIX only. Not here: how soon keys are answered (`keys.py`).
"""

from __future__ import annotations

import argparse
import compileall
import os
import pty
import select
import signal
import statistics
import struct
import sys
import time
from collections.abc import Mapping, Sequence
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

import reader as reader_package

EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("nothing but help")
Empty().run()
"""
SIZE = (40, 140)


class Terminal:
    """A program in a pseudo-terminal that understands nothing but remembers what came."""

    def __init__(self, argv: Sequence[str], env: Mapping[str, str] | None = None) -> None:
        """argv: the program and its arguments. env: more of its environment."""
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LC_ALL="C.UTF-8", **(env or {}))
            os.execvp(argv[0], argv)  # noqa: S606  (the benchmark's own command)
        ioctl(self.fd, TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
        self.seen = b""

    def read(self, wait: float) -> bytes:
        """What the program writes within so many seconds, as soon as there is something."""
        if not select.select([self.fd], [], [], wait)[0]:
            return b""
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            return b""
        self.seen = (self.seen + data)[-100_000:]
        return data

    def until(self, word: bytes, patience: float = 60) -> float:
        """Seconds from the start until `word` has been written."""
        end = time.perf_counter() + patience
        while word not in self.seen:
            self.read(0.05)
            if time.perf_counter() > end:
                raise TimeoutError(f"{word!r} was not written within {patience} s")
        return time.perf_counter() - self.started

    def close(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def start_of(argv: Sequence[str]) -> float:
    """Seconds to the first picture."""
    terminal = Terminal(argv)
    try:
        return terminal.until(b"help")
    finally:
        terminal.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", help="a library file")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    reader = [sys.executable, "-m", "reader", "--library", options.library]
    empty = [sys.executable, "-c", EMPTY]
    compileall.compile_dir(str(Path(reader_package.__file__).parent), quiet=1)  # as installing a wheel does
    starts: dict[str, list[float]] = {"empty app": [], "reader": []}
    for _ in range(options.runs):
        starts["empty app"].append(start_of(empty))
        starts["reader"].append(start_of(reader))
    for name, times in starts.items():
        print(
            f"{name:10} first picture: median {1000 * statistics.median(times):.0f} ms, best {1000 * min(times):.0f} ms"
        )
    ratio = statistics.median(starts["reader"]) / statistics.median(starts["empty app"])
    print(f"reader / empty app: {ratio:.2f} (of the best runs: {min(starts['reader']) / min(starts['empty app']):.2f})")


if __name__ == "__main__":
    main()
