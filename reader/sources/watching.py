"""Folders that are watched: which files in them have come, changed or gone, once nobody writes to them any more.

Here: what the system tells of changes, and when a file is whole. Not here: reading it (`documents`).
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from reader.article import Problem
from reader.errors import SourceError, unexpected
from reader.sources import files, kinds

_STEP, _GATHER = 0.05, 0.1
"""Seconds between two looks at what the system tells, and for which what belongs together is gathered."""
_LOOK = 0.2
"""Seconds between two looks at files that are not whole yet, and whether watching is to end."""
_POLL = 0.8
"""Seconds between two looks at a disk on which nothing is told."""
QUIET = 0.5
"""Seconds for which a whole file has not changed; twice as many each time that one changed soon after all."""
_MOST_QUIET, _SOON, _MOST_GIVEN = 10.0, 15.0, 10_000
_AT_ONCE = 500
"""Files that are given at once."""
_FAR = ("nfs", "cifs", "smb", "fuse.sshfs", "9p", "afs", "ncp", "davfs", "fuse.rclone", "vboxsf", "drvfs")
"""File systems on which others' changes are not told."""


class Growing:
    """Files that have changed, until they are whole."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._seen: dict[str, tuple[str, float]] = {}
        """The stamp that each was last seen with, and since when."""
        self._given: dict[str, tuple[float, float]] = {}
        """When each was given last, and after how much quiet: one that goes on changing soon after was not whole."""

    def __bool__(self) -> bool:
        return bool(self._seen)

    def changed(self, path: str) -> None:
        """Something has happened to a file."""
        self._seen.setdefault(path, ("", self._now()))

    def _quiet(self, path: str) -> float:
        when, quiet = self._given.get(path, (-_SOON, 0.0))
        return min(_MOST_QUIET, 2 * quiet) if self._now() - when < _SOON else QUIET

    def whole(self) -> list[str]:
        """Those that are whole, or gone; they are forgotten here."""
        done: list[str] = []
        for path, (before, since) in list(self._seen.items()):
            stamp = _stamp(path)
            if stamp != before:
                self._seen[path] = (stamp, self._now())
            elif self._now() - since >= self._quiet(path) and not (stamp and _is_written_to(path)):
                if len(self._given) >= _MOST_GIVEN:
                    self._given.clear()
                self._given[path] = (self._now(), self._quiet(path))
                del self._seen[path]
                done.append(path)
            if len(done) >= _AT_ONCE:
                break
        return done


def changes(folders: Sequence[str | os.PathLike[str]], stop: threading.Event) -> Iterator[list[str]]:
    """The files in these folders that have come, changed or gone since the call, whole ones only, until `stop` is set.

    Yields also nothing now and then. Raises SourceError when the folders cannot be watched.
    """
    tops = [os.path.realpath(folder) for folder in folders]
    if not any(map(is_far, tops)):
        with suppress(Exception):
            # Any exception: watchfiles raises what the system says. Folders may be more than it tells of: then it is
            # looked into them again and again.
            yield from _changes(tops, stop, polling=False)
            return
    try:
        yield from _changes(tops, stop, polling=True)
    except Exception as error:
        # Any exception, as above.
        raise SourceError(f"{', '.join(tops)}: cannot be watched ({unexpected(error)})") from error


def _changes(tops: Sequence[str], stop: threading.Event, *, polling: bool) -> Iterator[list[str]]:
    from watchfiles import watch  # loads what only watching needs

    growing = Growing()
    told: Any = watch(
        *tops,
        watch_filter=None,
        debounce=int(1000 * _GATHER),
        step=int(1000 * _STEP),
        rust_timeout=int(1000 * _LOOK),
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=False,
        force_polling=polling,
        poll_delay_ms=int(1000 * _POLL),
        ignore_permission_denied=True,
    )
    for some in told:
        for _, path in some:
            for file in _articles_at(path, tops):
                growing.changed(file)
        yield growing.whole()


def _articles_at(path: str, tops: Sequence[str]) -> Iterator[str]:
    """The files at a place that is told of, with names that articles have: itself, or those in a folder that came."""
    inside = next((path[len(top) :] for top in tops if path.startswith(top)), path)
    box = Path(path).parent
    if box.name in files.LETTERS and (box.parent / "tmp").is_dir():
        yield path
    elif any(part.startswith(".") for part in Path(inside).parts):
        return
    elif os.path.isdir(path):  # noqa: PTH112 (as in files)
        yield from (str(found.path) for found in files.find([path]) if not isinstance(found, Problem))
    elif kinds.split_ending(path)[0] is not None:
        yield path


def _stamp(path: str) -> str:
    try:
        return files.stamp(os.stat(path))  # noqa: PTH116 (as in files)
    except OSError:
        return ""


def _is_written_to(path: str) -> bool:
    """Whether a program has the file open to write to it, where the system tells (Linux, one's own files)."""
    if not sys.platform.startswith("linux"):
        return False
    import fcntl

    with suppress(OSError):
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            fcntl.fcntl(file, fcntl.F_SETSIG, signal.SIGURG)  # what is sent to whoever holds a lease: it does nothing
            fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        except BlockingIOError:
            return True
        finally:
            os.close(file)
    return False


def is_far(folder: str) -> bool:
    """Whether a folder is on another machine's disk, where changes are not told but have to be looked for."""
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    best, kind = "", ""
    for line in mounts:
        place, name = [*line.split(" "), "", ""][1:3]
        if len(place) >= len(best) and (folder + "/").startswith(place.rstrip("/") + "/"):
            best, kind = place, name
    return kind.startswith(_FAR)
