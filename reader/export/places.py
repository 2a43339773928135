"""Where what is exported goes: into a file, or to another program.

Here: neither is left half done without a word, and no shell ever sees a character of it. Not here: the clipboard, which
the terminal has (tui).
"""

from __future__ import annotations

import shlex
from contextlib import suppress
from pathlib import Path

from reader.errors import ReaderError
from reader.programs import output_of

PATIENCE = 60.0
"""Seconds that another program may take."""


def put(text: str | bytes, path: Path, *, force: bool = False) -> None:
    """Write a file, whole or not at all. force: also over one that is there. Raises ReaderError."""
    if path.exists() and not force:
        raise ReaderError(f"{path} exists already")
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(text if isinstance(text, bytes) else text.encode())
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise ReaderError(f"{path} cannot be written: {error.strerror or error}") from None


def give(text: str | bytes, command: str, *, patience: float = PATIENCE) -> None:
    """Run a program with the text on its standard input; its arguments are told apart as a shell would, but none runs.

    Raises ReaderError when it cannot be run, fails or takes more than `patience` seconds.
    """
    try:
        arguments = shlex.split(command)
    except ValueError as error:
        raise ReaderError(f"{command}: {error}") from None
    if not arguments:
        raise ReaderError("which program?")
    output_of(arguments, text, seconds=patience)
