"""What is written about an exception that nobody expected: a line for the person, and a file for whoever mends it.

Here: both, without a word of any article. Not here: catching it, showing the line (the faces).
"""

from __future__ import annotations

import os
import platform
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from reader.desk.paths import state_folder
from reader.safety import plain_line

_PACKAGES = ("reader-tui", "textual", "rich", "sumy", "nltk", "numpy", "trafilatura", "click")
_OF_CODE = (AttributeError, ImportError, IndexError, NameError, TypeError, ZeroDivisionError)
"""Their messages speak of code; those of others may quote what was being read."""
_MOST_FRAMES = 200
_LONGEST = 160
_written: dict[str, Path] = {}
"""The reports written so far, by what their lines say."""


def fault_line(error: BaseException) -> str:
    """Write a report of `error`, one for each kind of fault. Returns a line that says what happened and where it is."""
    what = f"a fault of its own: {type(error).__name__} {_place(error)}".rstrip()
    try:
        if what not in _written:
            _written[what] = _write(error)
    except OSError as fault:
        return f"{what}; no report could be written: {plain_line(fault.strerror or '')}"
    return f"{what}; a report without any article's text is in {plain_line(str(_written[what]))}"


def _write(error: BaseException) -> Path:
    """Write a report that its owner alone can read, since paths are in it. Returns where it is."""
    folder = state_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"fault-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in report_lines(error))
    return path


def report_lines(error: BaseException) -> Iterator[str]:
    """Versions, and the frames of the exception and of what caused it: files, lines, names; no values of anything."""
    import sqlite3  # here, as nothing else in this module needs it

    yield f"python {platform.python_version()} on {platform.platform()}, sqlite {sqlite3.sqlite_version}"
    yield ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    yield f"terminal {plain_line(os.environ.get('TERM', ''))[:_LONGEST]}"
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield ""
        yield f"{type(cause).__module__}.{type(cause).__qualname__}{_message(cause)}"
        for frame in traceback.extract_tb(cause.__traceback__, limit=-_MOST_FRAMES):
            yield f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
        cause = cause.__cause__ or cause.__context__


def _message(error: BaseException) -> str:
    if isinstance(error, OSError):
        return f": {os.strerror(error.errno)}" if error.errno else ""
    if isinstance(error, _OF_CODE) and not isinstance(error, UnicodeError):
        return f": {plain_line(str(error))[:_LONGEST]}"
    return ""


def _place(error: BaseException) -> str:
    """The innermost line of ours."""
    frames = [(_short(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    ours = [f"in {name}:{line}" for name, line in frames if name.startswith("reader/")]
    return ours[-1] if ours else ""


def _short(name: str) -> str:
    """A file within its package, without where that is on this machine."""
    path = Path(name)
    for folder in sys.path:
        if folder and path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return path.name


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # with `email`, `csv`, `zipfile`: few starts end so

    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"
