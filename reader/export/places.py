"""Where what is exported goes: into a file, or to another program.

Here: neither is left half done without a word, and no shell ever sees a character of it. Not here: the clipboard, which
the terminal has (tui).
"""

from __future__ import annotations

import shlex
import subprocess
from contextlib import suppress
from pathlib import Path

from reader.errors import ReaderError
from reader.safety import plain_line

PATIENCE = 60.0
"""Seconds that another program may take."""


def put(text: str, path: Path, *, force: bool = False) -> None:
    """Write a file, whole or not at all. force: also over one that is there. Raises ReaderError."""
    if path.exists() and not force:
        raise ReaderError(f"{path} exists already")
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise ReaderError(f"{path} cannot be written: {error.strerror or error}") from None


def give(text: str, command: str, *, patience: float = PATIENCE) -> None:
    """Run a program with the text on its standard input; its arguments are told apart as a shell would, but none runs.

    Raises ReaderError when it cannot be run, fails or takes more than `patience` seconds.
    """
    try:
        arguments = shlex.split(command)
    except ValueError as error:
        raise ReaderError(f"{command}: {error}") from None
    if not arguments:
        raise ReaderError("which program?")
    name = arguments[0]
    try:  # S603: the program is the person's own, typed by them; no text of an article is among its arguments
        done = subprocess.run(arguments, input=text.encode(), capture_output=True, timeout=patience, check=False)  # noqa: S603
    except (OSError, ValueError) as error:
        raise ReaderError(f"{name} cannot be run: {getattr(error, 'strerror', None) or error}") from None
    except subprocess.TimeoutExpired:
        raise ReaderError(f"{name} took more than {patience:.0f} seconds and was stopped") from None
    if done.returncode:
        said = plain_line(done.stderr.decode(errors="replace").strip().partition("\n")[0])
        raise ReaderError(f"{name} failed ({done.returncode}){': ' + said if said else ''}")
