"""Reading what is named: which files have changed, the documents in them, how far it has got.

Here: what the library holds of the places named, and every document of the files that it does not. Not here: reading a
file (sources), what becomes of a document (`making`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reader import sources
from reader.article import Problem, Progress, RawDocument
from reader.errors import unexpected
from reader.library import Store
from reader.sources.fields import bare_address
from reader.sources.web.addresses import identity_of

OnProgress = Callable[[Progress], None]


class Known:
    """What the library already holds of the places that are being added, by file."""

    def __init__(self, store: Store, places: Sequence[str | Path], found: Sequence[sources.Found]) -> None:
        files = {item.identity for item in found}
        self._by_file: dict[str, dict[str, str]] = {}
        for place in places:
            root = sources.identity(place).rstrip("/")
            for identity, stamp in store.identities(root):
                if identity[len(root) : len(root) + 1] in ("", "/", "#"):
                    self._by_file.setdefault(file_of(identity, files), {})[identity] = stamp

    @property
    def documents(self) -> set[str]:
        """The identities of all of them."""
        return {identity for stamps in self._by_file.values() for identity in stamps}

    def documents_in(self, found: Iterable[sources.Found]) -> set[str]:
        """The identities of those in these files."""
        return {identity for item in found for identity in self._by_file.get(item.identity, ())}

    def is_current(self, item: sources.Found) -> bool:
        """Whether the file has already been read as it is now."""
        stamps = self._by_file.get(item.identity)
        return stamps is not None and item.stamp in stamps.values()


def file_of(identity: str, files: set[str]) -> str:
    """The file that a document is in: a record's identity is its file's, then `#` and what names the record."""
    at = len(identity)
    while at >= 0:
        if identity[:at] in files:
            return identity[:at]
        at = identity.rfind("#", 0, at)
    return identity


class _Course:
    """How far the reading has got, in articles: those of a file are counted, or estimated, before it is begun."""

    def __init__(self, found: Sequence[sources.Found], tell: OnProgress | None) -> None:
        self._tell = tell
        self._counts = {item.identity: sources.count(item) for item in found} if tell else {}
        self._done = 0
        self._total = sum(self._counts.values())
        self._end = 0
        """How much will be done when the file at hand is."""
        self._doing = ""

    def begin(self, item: sources.Found) -> None:
        self._end = self._done + self._counts.get(item.identity, 1)
        self._doing = item.source
        self._say()

    def one_more(self) -> None:
        """A document of the file at hand is done, and another has been found in it."""
        self._done += 1
        more = max(0, self._done + 1 - self._end)  # than had been counted
        self._end += more
        self._total += more
        self._say()

    def end(self) -> None:
        self._done = self._end

    def finish(self) -> None:
        self._doing = ""
        self._done = self._total
        self._say()

    def _say(self) -> None:
        if self._tell:
            self._tell(Progress(self._done, self._total, self._doing))


class Elsewhere:
    """Articles of exports that are in the library already: from a feed, an address or another export, or twice in one.

    They are known by their addresses, and the first one counts.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._places: dict[str, str] = {}
        self.count = 0
        """How many there were."""

    def has(self, document: RawDocument) -> bool:
        """Whether the article of an export is here under another identity."""
        if not document.exported or document.url is None:
            return False
        bare = bare_address(document.url)
        if bare not in self._places:
            others = [*self._store.feeds.standing_at([bare]).values(), identity_of(document.url)]
            here = self._store.known(others)  # what stood there may have been taken out
            self._places[bare] = next((one for one in others if one in here), document.identity)
        elsewhere = self._places[bare] != document.identity
        self.count += elsewhere
        return elsewhere

    def remember(self) -> None:
        """Note where those stand that have come in, for feeds and exports to come."""
        here = self._store.known(list(self._places.values()))
        self._store.feeds.stand((bare, identity) for bare, identity in self._places.items() if identity in here)


def documents(
    found: Sequence[sources.Found],
    seen: set[str],
    problems: list[Problem],
    on_progress: OnProgress | None,
    elsewhere: Elsewhere | None = None,
) -> Iterator[RawDocument]:
    """Every document of the files found. What was seen, problems and progress are reported as they come.

    elsewhere: those that it has are left out.

    Of a file's records only the last one carries the stamp: a file that was read in part does not count as read.
    """
    course = _Course(found, on_progress)
    for item in found:
        course.begin(item)
        last: RawDocument | None = None
        for document in _documents_in(item):
            if isinstance(document, Problem):
                problems.append(document)
                continue
            if document is None:  # cut short
                last = None if last is None else replace(last, stamp="")
                continue
            if elsewhere is not None and elsewhere.has(document):
                continue
            seen.add(document.identity)
            if last is not None:
                yield replace(last, stamp="")
                course.one_more()
            last = document
        if last is not None:
            yield last
        course.end()
    course.finish()


def _documents_in(item: sources.Found) -> Iterator[RawDocument | Problem | None]:
    """As `sources.load`, but it never raises: a Problem, then None, say that it was cut short."""
    try:
        yield from sources.load(item)
    except Exception as error:
        # Any exception, see making.py: the files behind this one are to be read.
        yield Problem(item.source, f"could not be read ({unexpected(error)})")
        yield None
