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


class LibraryBusy(LibraryError):
    """Another program holds the library; trying again later may help."""
