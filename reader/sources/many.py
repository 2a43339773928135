"""Files that hold many documents: what keeps these apart, and what is said of those that cannot be read.

Here: identities within a file, repetitions, problems named or counted, records as documents. Not here: finding the
records (`records`), letters and pages (`archives`) in a file.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from reader.article import Problem, RawDocument
from reader.errors import SourceError
from reader.reports import count_of
from reader.sources import records
from reader.sources.decoding import decode
from reader.sources.exports.entry import NO_TEXT, Entry
from reader.sources.fields import bare_address, identifier_of, stated
from reader.sources.files import Found

_NAMED_PROBLEMS = 20
"""How many bad records of one file are named; the others are counted."""
_HOPELESS = 10_000
"""When this many records of a file could not be read, and twice as many as could, the rest is skipped."""
RECORDS_LIMIT = 1_000_000
"""Records of one file that are read at most: as many articles as a library is laid out for."""
_LONGEST_KEY = 300
REPEATED = "repeated"
"""Why one is left out that came before."""


class Many:
    """The documents of one file as they are read: each gets its identity, and what is wrong is said."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.taken: dict[str, int] = {}
        """How many records so far have each key."""
        self.reports: set[int] = set()
        """Address and text of each record that has both, hashed."""
        self.left: Counter[str] = Counter()
        """How many were left out on purpose, by the reason."""
        self.bad = 0
        self.good = 0

    def of_lines(self, numbered: Iterator[tuple[int, bytes]]) -> Iterator[RawDocument | Problem]:
        """One record a line; a line may also hold a list."""
        for number, line in numbered:
            if not line.strip():
                continue
            if self.full or self.hopeless:
                break
            try:
                value = records.parse(decode(line))
            except SourceError as error:
                yield from self.problem(f"line {number}: {error}")
                continue
            for item in records.records_in(value) or [value]:
                yield from self._record(item, number, "line", line if item is value else None)
        yield from self.rest("lines")

    def of_items(self, items: list[object]) -> Iterator[RawDocument | Problem]:
        """The items of a list."""
        for number, item in enumerate(items, 1):
            if self.full or self.hopeless:
                break
            yield from self._record(item, number, "record", None)
        yield from self.rest("records")

    def of_entries(self, entries: Iterable[Entry | None]) -> Iterator[RawDocument | Problem]:
        """The entries of an export, with what their owner did with them."""
        for number, entry in enumerate(entries, 1):
            if self.full or self.hopeless:
                break
            if entry is None:
                yield from self.problem(f"entry {number}: not like the others")
                continue
            for document in self._record({k: v for k, v in entry.record.items() if v}, number, "entry", None):
                if isinstance(document, Problem):
                    yield document
                else:
                    yield replace(document, exported=True, read=entry.read, starred=entry.starred, tags=entry.tags)
        yield from self.rest("entries")

    def _record(self, item: object, number: int, what: str, data: bytes | None) -> Iterator[RawDocument | Problem]:
        if not isinstance(item, dict):
            yield from self.problem(f"{what} {number}: not an object with fields")
            return
        try:
            data = data or records.pack(item)
        except SourceError as error:
            yield from self.problem(f"{what} {number}: {error}")
            return
        key = self.key(identifier_of(records.fields_of(item)), number)
        document = from_record(
            item,
            data,
            identity=f"{self.found.identity}#{key}",
            source=f"{self.found.source}#{number}",
            stamp=self.found.stamp,
        )
        if document is None and what == "entry":
            self.left[NO_TEXT] += 1
            return
        if document is None:
            yield from self.problem(f"{what} {number}: no text in it")
            return
        self.good += 1
        if not self.read_before(document):
            yield document

    def read_before(self, document: RawDocument) -> bool:
        """Whether the same text came under the same address, however it was followed: it is left out as repeated."""
        if document.url is None:
            return False
        report = hash((bare_address(document.url), document.text))
        if report in self.reports:
            self.left[REPEATED] += 1
            return True
        self.reports.add(report)
        return False

    def key(self, name: str | None, number: int) -> str:
        """What stays the same when others come in before it: its address or id; its number if it has neither."""
        key = name or str(number)
        if len(key) > _LONGEST_KEY:
            key = hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()
        count = self.taken[key] = self.taken.get(key, 0) + 1
        return key if count == 1 else f"{key} ({count})"

    def problem(self, message: str) -> Iterator[Problem]:
        """Say that one could not be read, unless that has been said of many."""
        self.bad += 1
        if self.bad <= _NAMED_PROBLEMS:
            yield Problem(self.found.source, message)

    @property
    def full(self) -> bool:
        """Whether as many records were read as are read at most."""
        return self.good >= RECORDS_LIMIT

    @property
    def hopeless(self) -> bool:
        """Whether so many could not be read that the rest is skipped."""
        return self.bad >= _HOPELESS and self.bad > 2 * self.good

    def rest(self, what: str) -> Iterator[Problem]:
        """What is to be said at the end; `what` it was that was read."""
        if self.full:
            yield Problem(self.found.source, f"more than {RECORDS_LIMIT:,} records; the rest was not read")
        if self.hopeless:
            yield Problem(self.found.source, f"{self.bad:,} {what} could not be read; the rest was not read either")
        elif self.bad > _NAMED_PROBLEMS:
            yield Problem(self.found.source, f"{self.bad - _NAMED_PROBLEMS} more {what} could not be read")
        elif not self.good and not self.bad and not self.left:
            yield Problem(self.found.source, "empty")
        nothing_else = self.found.named and not self.good
        for reason, count in self.left.most_common():
            one = what.removesuffix("ies") + "y" if what.endswith("ies") else what.removesuffix("s")
            left = f"{count_of(count, one, what)} left out: {reason}"
            yield Problem(self.found.source, left, note=not nothing_else)


def from_record(
    record: object, data: bytes, *, identity: str, source: str, stamp: str, fetched: datetime | None = None
) -> RawDocument | None:
    """One record as a document; None when it has no text. fetched: when it was, where the record does not say."""
    if not isinstance(record, dict):
        return None
    says = stated(records.fields_of(record))
    if says is None:
        return None
    return RawDocument(
        identity=identity,
        text=says.text,
        kind=says.kind,
        data=data,
        container="record",
        source=source,
        stamp=stamp,
        fetched=says.fetched or fetched,
        url=says.url,
        headline=says.headline,
        byline=says.byline,
        outlet=says.outlet,
        published=says.published,
        language=says.language,
        teaser=says.teaser,
    )
