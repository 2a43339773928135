"""A pager for what may be longer than the terminal.

Here: which program it is, and writing to it; no shell sees its command. Not here: what is written.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from reader.cli.output import complain, say_styled

_USUAL = ("less", "-FRX")
_LESS = "FRX"
"""What `less` is told where the person has not said how they like it: colours; nothing to leave where all fits."""


@contextmanager
def paged(wanted: bool) -> Iterator[Callable[[str], None]]:
    """Yields what takes lines: the pager (PAGER, else `less`), or standard output where that is no terminal.

    Whoever leaves the pager early ends the listing.
    """
    command = _command() if wanted and sys.stdout.isatty() else []
    process = _started(command) if command else None
    if process is None or process.stdin is None:
        yield say_styled
        return
    pipe = process.stdin
    encoding = sys.stdout.encoding or "utf-8"
    try:

        def tell(line: str) -> None:
            pipe.write(f"{line}\n".encode(encoding, "backslashreplace"))

        yield tell
    except (BrokenPipeError, KeyboardInterrupt):
        pass  # it has been left before the end; ctrl+c is the pager's own key
    finally:
        with suppress(OSError):
            pipe.close()
        while process.poll() is None:
            with suppress(KeyboardInterrupt):
                process.wait()


def _command() -> list[str]:
    """The pager's words; none where there is none, or the person wants none."""
    said = os.environ.get("PAGER")
    if said is None:
        return list(_USUAL) if shutil.which(_USUAL[0]) else []
    try:
        return shlex.split(said)
    except ValueError as error:
        complain(f"PAGER: {error}")
        return []


def _started(command: list[str]) -> subprocess.Popen[bytes] | None:
    try:  # S603: the program is the person's own choice, and no shell sees it
        return subprocess.Popen(command, stdin=subprocess.PIPE, env={"LESS": _LESS, **os.environ})  # noqa: S603
    except OSError as error:
        complain(f"PAGER: {command[0]} cannot be run: {error.strerror or error}")
        return None
