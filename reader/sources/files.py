"""Finding files under what a person named, and opening them safely.

Here: walking folders, identities and stamps of files, reading bytes with gzip undone and limits kept, and what to say
when that fails. Not here: what is in the files.
"""

from __future__ import annotations

import errno
import gzip
import os
import re
import stat
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from gzip import GzipFile
from io import BufferedReader
from pathlib import Path

from reader.article import Problem
from reader.errors import SourceError
from reader.reports import count_of
from reader.safety import plain_line, plain_name
from reader.sources.kinds import split_ending
from reader.sources.web.addresses import identity_of, is_address

Bytes = BufferedReader | GzipFile
"""An open file that can be looked into before it is read."""

LIMIT = 64 * 1024 * 1024
"""Bytes, after decompression, of the largest text, page, JSON file or single record that is read: 64 MiB."""
LINES_LIMIT = 64 * LIMIT
"""Bytes, after decompression, that are read of a file with one record a line: 4 GiB."""

LINES = 20_000_000
"""Lines that are read of such a file."""
RATIO, ROOM = 200, LIMIT
"""A gzip file may unpack to RATIO times its size and ROOM bytes besides: news packs to a tenth, a page that repeats
itself to a fiftieth.
"""

MAGIC = b"\x1f\x8b"
"""What every gzip file begins with."""

_ENDINGS_NAMED, _ENDING = 4, 12
"""How many endings are named, and how many characters of each, for a folder in which nothing is read."""
_OTHER_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]{1,20})://", re.IGNORECASE)
LETTERS = ("cur", "new")
"""The folders of a mailbox that is a folder (Maildir); in `tmp`, the third, letters are that are still coming."""
_FLAGS = re.compile(r"[:;!]2,[A-Za-z]*$")
"""What the name of a letter there says of it: seen, answered."""
_LOOP = "a symbolic link that leads in a circle"
_REASONS = {
    errno.ENOENT: "no such file or folder",
    errno.ENOTDIR: "no such file or folder",
    errno.EACCES: "no permission to read it",
    errno.EPERM: "no permission to read it",
    errno.ELOOP: _LOOP,
    errno.ENAMETOOLONG: "its name is too long",
    errno.ENXIO: "not a file: a socket or device",
    errno.EIO: "the disk could not be read",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file that may hold articles."""

    identity: str
    """Its absolute path with symbolic links resolved, so that a file has one identity however it was reached.

    What one file with many records gives has identities that begin with this and `#`.
    """
    source: str
    """The path as it was given, for people: one line, safe to print."""
    stamp: str
    """Its size in bytes and its time of change in nanoseconds: `2510-1669000000000000000`."""
    path: Path
    """Where to open it."""
    named: bool = False
    """Whether the person named this very file, rather than a folder that it is in."""

    @property
    def size(self) -> int:
        """Its size in bytes, as it is stored."""
        return int(self.stamp.partition("-")[0] or 0)


def identity(place: str | os.PathLike[str]) -> str:
    r"""The identity that `find` gives a file or folder: absolute, links resolved, always storable as UTF-8.

    Bytes of a file name that are not UTF-8 stand as `\udcXX`. The identity of a folder, with a `/` after it, begins the
    identities of the files in it. That of a web address is the address without what says only who follows it.
    """
    if is_address(os.fspath(place)):
        return identity_of(os.fspath(place))
    path = os.path.realpath(place)
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def shown(place: str | os.PathLike[str]) -> str:
    r"""A path for people: on one line, without control characters, undecodable bytes as `\udcXX`."""
    return plain_name(os.fspath(place).encode("utf-8", "backslashreplace").decode("utf-8"))


def reason(error: OSError | ValueError) -> str:
    """Why a file could not be read, in a few words."""
    if not isinstance(error, OSError):
        return "not a possible file name"  # a NUL in it
    fallback = (error.strerror or "it could not be read").lower()
    return _REASONS.get(error.errno or 0, plain_line(fallback))


def find(places: Iterable[str | os.PathLike[str]]) -> Iterator[Found | Problem]:
    """The files that `places` name, or that the folders they name hold, each real file once; opens none of them.

    A file named directly is found whatever its name; in folders only those with an ending that articles have
    (`kinds.ENDINGS`), sorted by name, hidden files and folders left out. What cannot be read becomes a `Problem`.
    """
    seen: set[tuple[int, int]] = set()
    for place in places:
        try:
            status = os.stat(place)  # noqa: PTH116 (as below)
        except (OSError, ValueError) as error:
            yield Problem(shown(place), _missing(place, error))
            continue
        if stat.S_ISDIR(status.st_mode):
            passed = Counter[str]()
            empty = True
            for item in _walk(os.fspath(place), seen, passed):
                empty = False
                yield item
            if empty and passed:
                yield Problem(shown(place), _nothing_read(passed))
        else:
            yield from _file(os.fspath(place), status, seen, named=True)


def unreachable(place: str | os.PathLike[str]) -> Problem | None:
    """Why nothing can be read at a place that a person named: it is not there. None if it is, or is an address."""
    if is_address(os.fspath(place)):
        return None
    try:
        os.stat(place)  # noqa: PTH116 (as above)
    except (OSError, ValueError) as error:
        return Problem(shown(place), _missing(place, error))
    return None


def _missing(place: str | os.PathLike[str], error: OSError | ValueError) -> str:
    if is_address(os.fspath(place)):
        return "an address, not a file: `reader add` fetches it"
    if other := _OTHER_ADDRESS.match(os.fspath(place)):
        return f"only addresses with http and https are read, not {other[1]}"
    return reason(error)


def _nothing_read(passed: Counter[str]) -> str:
    """What to say about a folder all of whose files were passed over, by their endings."""
    endings = ", ".join(ending for ending, _ in passed.most_common(_ENDINGS_NAMED))
    more = ", …" if len(passed) > _ENDINGS_NAMED else ""
    return f"nothing in it can be read: {count_of(passed.total(), 'file')} ({endings}{more})"


def _walk(top: str, seen: set[tuple[int, int]], passed: Counter[str]) -> Iterator[Found | Problem]:
    """The files under `top`, depth first; what is passed over is counted by its ending.

    A stack rather than recursion: folders may be nested deeper than Python calls.
    """
    waiting = [top]
    boxes = {top} if Path(top).name in LETTERS and Path(top, "..", "tmp").is_dir() else set[str]()
    while waiting:
        path = waiting.pop()
        try:
            status = os.stat(path)  # noqa: PTH116 (a million Paths are slow)
            if not stat.S_ISDIR(status.st_mode):
                if (folder := os.path.dirname(path)) in boxes:  # noqa: PTH120 (as above)
                    yield from _file(path, status, seen, box=folder)
                elif split_ending(path)[0] is None:
                    passed[(shown(Path(path).suffix) or "no ending")[:_ENDING]] += 1
                else:
                    yield from _file(path, status, seen)
                continue
            key = (status.st_dev, status.st_ino)
            if key in seen:
                continue
            seen.add(key)
            with os.scandir(path) as entries:
                inside = [entry.name for entry in entries]
            names = [name for name in inside if not name.startswith(".")]
            if {"tmp", *LETTERS} <= set(names):
                names = [*LETTERS, *(name for name in inside if Path(path, name, "cur").is_dir())]
                boxes.update(os.path.join(path, name) for name in LETTERS)  # noqa: PTH118 (as above)
        except OSError as error:
            if split_ending(path)[0] or Path(path).is_dir():
                yield Problem(shown(path), reason(error))
            continue
        waiting.extend(os.path.join(path, name) for name in sorted(names, reverse=True))  # noqa: PTH118


def _file(
    path: str, status: os.stat_result, seen: set[tuple[int, int]], *, named: bool = False, box: str = ""
) -> Iterator[Found | Problem]:
    """box: the folder of a mailbox (Maildir) that a letter is in. Programs move and rename it when it has been read."""
    if not stat.S_ISREG(status.st_mode):
        yield Problem(shown(path), not_regular(status.st_mode))
        return
    key = (status.st_dev, status.st_ino)
    if key in seen:
        return
    seen.add(key)
    own = f"{identity(Path(box).parent)}/#{_FLAGS.sub('', shown(Path(path).name))}" if box else identity(path)
    yield Found(identity=own, source=shown(path), stamp=stamp(status), path=Path(path), named=named)


def stamp(status: os.stat_result) -> str:
    """What changes whenever a file does."""
    return f"{status.st_size}-{status.st_mtime_ns}"


def not_regular(mode: int) -> str:
    """What to say about something that is neither file nor folder: opening it could wait for ever."""
    kinds = (
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    return f"not a file: {next((name for test, name in kinds if test(mode)), 'a folder')}"


@contextmanager
def opened(path: Path) -> Iterator[tuple[BufferedReader | GzipFile, str]]:
    """The bytes of a regular file, decompressed when it is gzip, and its stamp. Raises OSError and SourceError.

    What was a file when it was found may be a pipe by now: it is opened without waiting, and looked at before it is
    read.
    """
    flags = os.O_RDONLY
    for extra in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):  # not every system has each
        flags |= getattr(os, extra, 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(not_regular(status.st_mode))
        packed = file.peek(2)[:2] == MAGIC  # by content: a browser may have saved a page still packed
        if not packed:
            yield file, stamp(status)
            return
        with GzipFile(fileobj=file) as unpacked:
            yield unpacked, stamp(status)


@contextmanager
def damage_named() -> Iterator[None]:
    """Turn what a damaged gzip file raises into a SourceError."""
    try:
        yield
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise SourceError("a damaged gzip file") from None


def whole(file: Bytes) -> bytes:
    """All of a file, or SourceError when that is more than LIMIT (a small gzip file may unpack to terabytes)."""
    with damage_named():
        data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise SourceError("larger than 64 MiB")
    return data


def lines(file: Bytes) -> Iterator[tuple[int, bytes]]:
    """The lines of a file with their numbers from 1, without line ends.

    SourceError when one is larger than LIMIT or all are larger than LINES_LIMIT: going on could take for ever.
    """
    number = total = 0
    most = RATIO * _size(file) + ROOM if isinstance(file, GzipFile) else LINES_LIMIT
    while True:
        with damage_named():
            line = file.readline(LIMIT + 1)
        if not line:
            return
        number += 1
        if len(line) > LIMIT:
            raise SourceError(f"line {number} is larger than 64 MiB; it and the rest were not read")
        total += len(line)
        if total > LINES_LIMIT:
            raise SourceError(f"larger than 4 GiB; read up to line {number - 1}")
        if total > most:
            raise SourceError(f"unpacks to more than {RATIO} times its size; read up to line {number - 1}")
        if number > LINES:
            raise SourceError(f"more than {LINES:,} lines; the rest was not read")
        yield number, line.rstrip(b"\r\n")


def within_ratio(file: object, read: int) -> None:
    """Raise SourceError when a gzip file has unpacked to more than any news does."""
    if isinstance(file, GzipFile) and read > RATIO * _size(file) + ROOM:
        raise SourceError(f"unpacks to more than {RATIO} times its size; the rest was not read")


def _size(file: GzipFile) -> int:
    """The bytes of a gzip file as it is packed."""
    try:
        return os.fstat(file.fileno()).st_size
    except OSError:  # what was written to us is in memory, and no more of it than this
        return LIMIT
