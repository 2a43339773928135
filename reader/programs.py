"""Running a program of the person's own: a text on its standard input, what it prints taken back.

Here: no shell sees a character of it, it is stopped with all that it started when its time is up, what it prints is
bounded, and whatever goes wrong is one line. Not here: which programs (configuration), what becomes of the output.
"""

from __future__ import annotations

import atexit
import os
import selectors
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import IO

from reader.errors import ReaderError
from reader.safety import plain_line

_PIECE = 1 << 16
_LOOK_EVERY = 0.1
"""Seconds between two looks whether the answer is still wanted."""
_COMPLAINT = 4_000
"""Bytes of standard error that are kept."""


_running: set[subprocess.Popen[bytes]] = set()


class Stopped(ReaderError):
    """The answer is not wanted any more."""


def output_of(
    command: Sequence[str],
    text: str | bytes,
    *,
    name: str = "",
    seconds: float = 60,
    most: int = 10_000_000,
    stop: Callable[[], bool] = lambda: False,
) -> bytes:
    """What a program prints when it is given a text. command: the program and its arguments.

    name: what it is called in errors; empty: as its program. seconds: the time it has. most: bytes that it may print.
    stop: asked now and then whether the answer is not wanted any more. Raises ReaderError when it cannot be run, fails,
    takes longer or prints more, and Stopped.
    """
    name = plain_line(name or command[0])
    data = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    try:  # S603: the program is the person's own, and no text of an article is among its arguments
        child = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        )
    except (OSError, ValueError) as error:
        raise ReaderError(f"{name} cannot be run: {getattr(error, 'strerror', None) or error}") from None
    _running.add(child)
    with child:
        try:
            said, complaint = _Talk(child, data, name, seconds, most, stop).held()
        except BaseException:  # also ctrl+c, which it does not get itself
            _kill(child)
            raise
        finally:
            _running.discard(child)
    if child.returncode:
        first = plain_line(complaint.decode(errors="replace").strip().partition("\n")[0])[:200]
        raise ReaderError(f"{name} failed ({child.returncode}){': ' + first if first else ''}")
    return said


def _kill(child: subprocess.Popen[bytes]) -> None:
    """Stop it, and whatever it started. It has not been waited for, so that its number is still its own."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)


@atexit.register
def _leave_none_behind() -> None:
    """Threads that wait for them end with the program."""
    for child in list(_running):
        _kill(child)


class _Talk:
    """Writing to a program and reading from it at once, until it has ended."""

    def __init__(
        self,
        child: subprocess.Popen[bytes],
        text: bytes,
        name: str,
        seconds: float,
        most: int,
        stop: Callable[[], bool],
    ) -> None:
        assert child.stdin is not None  # noqa: S101  (for the type checker: all three are pipes)
        assert child.stdout is not None  # noqa: S101
        assert child.stderr is not None  # noqa: S101
        self._child, self._name, self._seconds, self._most, self._stop = child, name, seconds, most, stop
        self._left = memoryview(text)
        self._selector = selectors.DefaultSelector()
        self._streams: dict[IO[bytes], bytearray] = {child.stdout: bytearray(), child.stderr: bytearray()}
        for stream in self._streams:
            self._selector.register(stream, selectors.EVENT_READ)
        os.set_blocking(child.stdin.fileno(), False)
        self._selector.register(child.stdin, selectors.EVENT_WRITE)

    def held(self) -> tuple[bytes, bytes]:
        """What it printed, and what it complained of."""
        end = time.monotonic() + self._seconds
        with self._selector:
            while self._selector.get_map() or self._child.poll() is None:
                if self._stop():
                    raise Stopped(f"{self._name} is not wanted any more")
                if time.monotonic() > end:
                    raise ReaderError(f"{self._name} took more than {self._seconds:g} seconds and was stopped")
                if not self._selector.get_map():  # it has closed its output and goes on
                    with suppress(subprocess.TimeoutExpired):
                        self._child.wait(_LOOK_EVERY)
                    continue
                for key, _ in self._selector.select(_LOOK_EVERY):
                    self._attend(key.fileobj)  # type: ignore[arg-type]  # they are the streams
        said, complaint = self._streams.values()
        return bytes(said), bytes(complaint)

    def _attend(self, stream: IO[bytes]) -> None:
        if stream is self._child.stdin:
            self._write(stream)
            return
        piece = os.read(stream.fileno(), _PIECE)
        kept = self._streams[stream]
        if not piece:
            self._selector.unregister(stream)
        elif stream is self._child.stderr:
            kept += piece[: max(0, _COMPLAINT - len(kept))]
        else:
            kept += piece
            if len(kept) > self._most:
                raise ReaderError(f"{self._name} printed more than {self._most:,} bytes and was stopped")

    def _write(self, stream: IO[bytes]) -> None:
        try:
            self._left = self._left[os.write(stream.fileno(), self._left[:_PIECE]) :]
        except BlockingIOError:
            return
        except BrokenPipeError:
            self._left = self._left[:0]  # it wants no more of it
        if not self._left:
            self._selector.unregister(stream)
            with suppress(BrokenPipeError):
                stream.close()
