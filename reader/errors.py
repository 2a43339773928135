"""The errors that a person may see. Each message is one plain line that says what is wrong and where."""

from __future__ import annotations


class ReaderError(Exception):
    """Something could not be done; `str(error)` is one line for the person."""


class NotFound(ReaderError):
    """No article, story or file of that name."""


class SourceError(ReaderError):
    """A file, folder or page could not be read as an article."""


class LibraryError(ReaderError):
    """The library file could not be opened, read or written."""

    def __init__(self, message: str, reason: str = "") -> None:
        """reason: the message without the file's name, for who knows already which library is meant."""
        super().__init__(message)
        self.reason = reason or message


class NoLibrary(LibraryError):
    """There is no file of that name, or nothing is in it."""


class LibraryDamaged(LibraryError):
    """Something in the library is not as it was written."""


class ArticleDamaged(LibraryDamaged):
    """What the library holds of one article is not as it was written; the others may be."""


class LibraryReadOnly(LibraryError):
    """The library can be read, but not written: the disk is full, or the file or its folder may only be read."""


class LibraryBusy(LibraryError):
    """Another program holds the library; trying again later may help."""


def unexpected(error: Exception) -> str:
    """What to say of an error that nobody thought of, on one line: `ValueError: no such language`."""
    if isinstance(error, MemoryError):
        return "not enough memory"
    if isinstance(error, RecursionError):
        return "too deeply nested"
    said = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}: {said}" if said else type(error).__name__
