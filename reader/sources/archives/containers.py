"""ZIP (also WACZ) and tar: files in one file, each read as if it lay in a folder.

Here: the members that hold articles, read one after the other without unpacking anything to disk, and never more of
them than an honest archive holds. Not here: what a member says (`documents`, which hands in how it is read).
"""

from __future__ import annotations

import bz2
import io
import lzma
import os
import re
import struct
import tarfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from gzip import GzipFile
from importlib import import_module
from io import BufferedReader
from pathlib import PurePosixPath
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from reader.article import Problem, RawDocument
from reader.errors import SourceError, unexpected
from reader.safety import plain_name
from reader.sources import kinds
from reader.sources.files import LIMIT, RATIO, ROOM, Bytes, Found
from reader.sources.many import Many

Read = Callable[[Found, Bytes], Iterator[RawDocument | Problem]]

_ENCRYPTED = 1
_DIRECTORY_LIMIT = 100 * 1024 * 1024
"""Bytes of the longest list of members: of a million."""
_TAIL = 70_000
_HIDDEN = re.compile(r"\.(?!\.?$)|__MACOSX$")
"""Names of files that are not meant to be seen."""
_CRAWL = "archive/"
"""The folder in a WACZ file where the web archives are; the rest of it describes them."""


_PACKING = (lzma.LZMAError, zlib.error)
_DAMAGE = (BadZipFile, tarfile.TarError, EOFError, *_PACKING, OSError, struct.error, NotImplementedError)
"""What damaged archives raise."""


class _Member(NamedTuple):
    """A file in an archive."""

    name: str
    file: Any
    """Open, or why it cannot be read."""
    size: int = 0


class _TooMuch(SourceError):
    """An archive that unpacks to more than any honest one: nothing more is read of it."""


class _Bounded(io.RawIOBase):
    """A file of which no more is read than the archive that it is in allows."""

    def __init__(self, file: Any, budget: list[int], *, seekable: bool) -> None:
        """budget: the bytes that may still be unpacked, shared by all members."""
        self._file = file
        self._budget = budget
        self._seekable = seekable

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._seekable

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        place: int = self._file.seek(offset, whence)
        return place

    def tell(self) -> int:
        place: int = self._file.tell()
        return place

    def readinto(self, buffer: Any, /) -> int:
        data = self._file.read(min(len(buffer), LIMIT))
        self._budget[0] -= len(data)
        if self._budget[0] < 0:
            raise _TooMuch(f"unpacks to more than {RATIO} times its size; the rest was not read")
        buffer[: len(data)] = data
        return len(data)


class _Zstd:
    """What is packed with zstd, which Python reads from 3.14 on, and a package before."""

    def __init__(self, file: Any) -> None:
        """Raises SourceError where neither is there."""
        for name in ("compression.zstd", "backports.zstd"):
            with suppress(ImportError):
                module = import_module(name)
                self._file, self._damage = module.ZstdFile(file), module.ZstdError
                return
        raise SourceError('packed with zstd, which `pip install "reader-tui[zstd]"` reads')

    def read(self, size: int) -> bytes:
        try:
            data: bytes = self._file.read(size)
        except self._damage as error:
            raise tarfile.ReadError(str(error)) from None
        return data


_UNPACKERS = ((b"\xfd7zXZ\0", lzma.LZMAFile), (b"BZh", bz2.BZ2File), (b"\x28\xb5\x2f\xfd", _Zstd))


def form_of(found: Found, head: bytes) -> str | None:
    """`zip` or `tar` when a file is such an archive; e-books are ZIP files of other names."""
    form, _ = kinds.split_ending(found.path.name)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")) and (form == "zip" or not found.path.suffix):
        return "zip"
    return "tar" if form == "tar" or head[257:262] == b"ustar" else None


def documents(found: Found, file: Bytes, read: Read, form: str) -> Iterator[RawDocument | Problem]:
    """The documents of all members. Raises SourceError when the archive cannot be read at all."""
    many = Many(found)
    passed: Counter[str] = Counter()
    taken = 0
    members = _of_zip(file, passed) if form == "zip" else _of_tar(file, passed)
    try:
        for number, (name, member, _) in enumerate(members, 1):
            if many.full or many.hopeless:
                break
            if isinstance(member, str):
                yield from many.problem(f"{name}: {member}")
                continue
            inner = Found(
                identity=f"{found.identity}#{many.key(name, number)}",
                source=f"{found.source}#{name}",
                stamp=found.stamp,
                path=PurePosixPath(name),  # type: ignore[arg-type]  # its name is all that is asked for
            )
            taken += 1
            yield from _read(inner, member, read)
    except _DAMAGE as error:
        raise SourceError(f"a damaged archive ({unexpected(error)}); the rest was not read") from None
    if not taken and not many.bad and not found.named:
        return  # folders have other archives in them, too
    for ending, count in passed.most_common():
        many.left[ending] += count
    if not taken and not many.bad and not passed:
        raise SourceError("an empty archive")
    many.good = taken
    yield from many.rest("files")


def _read(inner: Found, member: Any, read: Read) -> Iterator[RawDocument | Problem]:
    """The documents of one member; what is wrong with it ends no other."""
    try:
        with BufferedReader(member) as file:
            packed = file.peek(2)[:2] == b"\x1f\x8b"
            yield from read(inner, GzipFile(fileobj=file) if packed else file)
    except _TooMuch:
        raise
    except SourceError as error:
        yield Problem(inner.source, str(error))
    except Exception as error:
        # Any exception: what a damaged member sets off, in our code or a package's, must not cost the others.
        yield Problem(inner.source, f"could not be read ({unexpected(error)})")


def count(found: Found, file: Bytes, form: str, articles_in: Callable[[str, Any], float]) -> int:
    """How many articles the members may hold; of a tar file, estimated beyond 64 MiB.

    articles_in: how many there are to a byte of a member, judged by its name and beginning; 0: it is one.
    """
    passed: Counter[str] = Counter()
    number = 0.0
    with suppress(SourceError, *_DAMAGE):
        members = _of_zip(file, passed) if form == "zip" else _of_tar(file, passed, [LIMIT])
        for name, member, size in members:
            number += 1 if isinstance(member, str) else max(1, size * articles_in(name, member))
        return max(1, int(number))
    packed: Any = file.fileobj if isinstance(file, GzipFile) else file
    with suppress(OSError, ValueError):
        number = number * found.size / max(1, packed.tell())
    return max(1, int(number))


def _is_read(name: str, passed: Counter[str]) -> bool:
    """Whether a member has a name that articles have; what is passed over is counted."""
    path = PurePosixPath(name)
    if name.endswith("/") or any(_HIDDEN.match(part) for part in path.parts):
        return False
    form, _ = kinds.split_ending(path.name)
    if form in ("zip", "tar"):
        passed["an archive in an archive: unpack it first"] += 1
    elif form is None:
        passed[f"type {plain_name(path.suffix)[:12] or 'unknown'}"] += 1
    return form not in (None, "zip", "tar")


def _directory(file: Any) -> list[str]:
    with ZipFile(_checked(file)) as archive:
        names = archive.namelist()
    if "datapackage.json" in names and any(name.startswith(_CRAWL) for name in names):
        return [name for name in names if name.startswith(_CRAWL)]
    return names


def _of_zip(file: Any, passed: Counter[str]) -> Iterator[_Member]:
    chosen = set(_directory(file))
    file.seek(0)
    budget = [RATIO * _size(file) + ROOM]
    with ZipFile(file) as archive:
        for info in archive.infolist():
            if info.filename not in chosen or not _is_read(info.filename, passed):
                continue
            name = plain_name(info.filename).lstrip("/")
            if info.flag_bits & _ENCRYPTED:
                yield _Member(name, "it needs a password")
                continue
            try:
                opened = archive.open(info)
            except (BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
                yield _Member(name, f"damaged ({unexpected(error)})")
                continue
            yield _Member(name, _Bounded(opened, budget, seekable=True), info.file_size)


def _checked(file: Any) -> Any:
    """The file, if the list of its members is not endlessly long: all of it is read at once."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    at = tail.rfind(b"PK\x05\x06")
    length = struct.unpack_from("<L", tail, at + 12)[0] if 0 <= at <= len(tail) - 16 else 0
    large = tail.rfind(b"PK\x06\x06", 0, max(0, at))
    if length == 0xFFFFFFFF and 0 <= large <= len(tail) - 48:
        length = struct.unpack_from("<Q", tail, large + 40)[0]
    if length > _DIRECTORY_LIMIT and length < size:
        raise SourceError("an archive of more than a million files: it is not read")
    file.seek(0)
    return file


def _of_tar(file: Any, passed: Counter[str], budget: list[int] | None = None) -> Iterator[_Member]:
    head = file.peek(8)[:8]
    unpacked = next((unpack(file) for magic, unpack in _UNPACKERS if head.startswith(magic)), file)
    all_of_it = _Bounded(unpacked, budget or [RATIO * _size(file) + ROOM], seekable=False)
    with tarfile.open(fileobj=BufferedReader(all_of_it), mode="r|") as archive:
        for info in archive:
            if info.isdir() or not _is_read(info.name, passed):
                continue
            name = plain_name(info.name).lstrip("/")
            opened = archive.extractfile(info) if info.isfile() else None
            if opened is None:
                passed["a link or a device"] += 1
            else:
                yield _Member(name, _Bounded(opened, [info.size + 1], seekable=False), info.size)


def _size(file: Any) -> int:
    """The bytes of an archive as it is packed."""
    try:
        return os.fstat(file.fileno()).st_size
    except OSError:  # in memory
        return LIMIT
