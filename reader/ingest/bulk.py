"""Cleaning without a library: many files become one compressed file of clean records.

Here: the records, in the order of the input; what is done already, so that a second run does only what is missing. Not
here: cleaning (`work`), who shares in it (`workers`), adding such a file to a library (`reader add` takes it).

The file grows by a gzip member for some documents at a time. Beside it lies a journal that says of each file how many
of its documents are done, and where the output ended then: what stands behind the last such place was cut short, and is
written again. The records of a file that has changed since are written anew, behind the others.
"""

from __future__ import annotations

import gzip
import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from reader import sources
from reader.article import AddReport, Article, Problem, RawDocument
from reader.errors import ReaderError
from reader.ingest import reading, work
from reader.ingest.reading import OnProgress
from reader.ingest.storing import batches
from reader.ingest.workers import Workers
from reader.safety import plain_line

JOURNAL = ".done"
"""What the journal's name has behind that of the output."""


class Written(NamedTuple):
    """A document cleaned."""

    line: str
    """Its record; empty where there is none."""
    why: str = ""
    """Why there is none."""


class _Place(NamedTuple):
    """Where a document is from."""

    source: str
    file: str
    """The file's identity."""
    done: int | None
    """How many of the file's documents are done with this one; None: all."""


LOST = Written("", work.LOST_IN_CLEANING.trouble)
"""What comes of a document that ended the processes that cleaned it."""


def clean_files(
    places: Sequence[str | Path], to: Path, workers: Workers, on_progress: OnProgress | None = None
) -> AddReport:
    """Clean the files and folders named into `to`, a `.jsonl.gz`. The report counts records, and files done before.

    `to` may lie in one of the folders: it is not cleaned itself. Raises ReaderError when it cannot be written or is not
    one of ours.
    """
    problems: list[Problem] = []
    found: list[sources.Found] = []
    own = sources.identity(to)
    for item in sources.find(places):
        if isinstance(item, Problem):
            problems.append(item)
        elif item.identity != own:
            found.append(item)
    records = 0
    try:
        with workers, _Output(to) as output:
            missing = [item for item in found if not output.has(item)]
            documents = _missing(missing, output, problems, on_progress)
            for batch in batches(workers.results(write, documents, LOST)):
                written = [(place, done) for place, done in batch if done is not None]
                output.add([done.line for _, done in written if done.line], {p.file: p.done for p, _ in batch})
                records += sum(bool(done.line) for _, done in written)
                problems += [Problem(place.source, done.why) for place, done in written if done.why]
    except OSError as error:
        raise ReaderError(f"{plain_line(str(to))}: {error.strerror or error}") from error
    return AddReport(added=records, unchanged=len(found) - len(missing), problems=tuple(problems))


def write(document: RawDocument) -> Written:
    """Clean a document, and write it as a record. Never raises."""
    article, trouble = work.clean(document)
    if article is None or not article.text:
        return Written("", trouble or ("" if document.unchosen else "no article found in it"))
    return Written(json.dumps(record(article), ensure_ascii=False) + "\n")


def record(article: Article) -> dict[str, Any]:
    """What is known of an article, under the names that `reader show --json` has and `reader add` understands."""
    return {
        "headline": article.headline,
        "standfirst": article.standfirst,
        "byline": article.byline,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "published_from": article.published_from,
        "dateline": article.dateline,
        "language": article.language,
        "url": article.url,
        "source": article.source,
        "text": article.text,
    }


def _missing(
    found: Sequence[sources.Found], output: _Output, problems: list[Problem], on_progress: OnProgress | None
) -> Iterator[tuple[_Place, RawDocument | None]]:
    """The documents that are still to be cleaned; None in place of one that is done."""
    names = {item.identity for item in found}
    read: Counter[str] = Counter()
    for document in reading.documents(found, set(), problems, on_progress):
        file = reading.file_of(document.identity, names)
        read[file] += 1
        place = _Place(document.source, file, None if document.stamp else read[file])
        yield place, document if read[file] > output.done_of(file) else None


class _Output:
    """The file of records and its journal."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._journal = Path(f"{path}{JOURNAL}")
        self._done: dict[str, tuple[str, int | None]] = {}
        self._stamps: dict[str, str] = {}
        self._end = 0

    def __enter__(self) -> _Output:
        if self._journal.exists():
            self._read_journal()
        elif self._path.exists() and self._path.stat().st_size:
            raise ReaderError(f"{plain_line(str(self._path))}: it is there, and was not made by `reader clean`")
        self._file: BinaryIO = self._path.open("ab")
        self._file.truncate(self._end)
        self._notes = self._journal.open("a", encoding="utf-8")
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self._notes.close()

    def _read_journal(self) -> None:
        size = self._path.stat().st_size if self._path.exists() else 0
        sound = 0
        for line in self._journal.read_bytes().splitlines(keepends=True):
            try:
                end, identity, stamp, count = json.loads(line)
            except (ValueError, TypeError):
                break
            if end > size or not line.endswith(b"\n"):
                break  # what it speaks of was not kept
            sound += len(line)
            self._end = end
            self._done[identity] = (stamp, count)
        os.truncate(self._journal, sound)

    def has(self, item: sources.Found) -> bool:
        """Whether all records of a file, as it is now, are there."""
        stamp, count = self._done.get(item.identity, ("", 0))
        if stamp != item.stamp:
            self._done.pop(item.identity, None)
        self._stamps[item.identity] = item.stamp
        return stamp == item.stamp and count is None

    def done_of(self, file: str) -> int:
        """How many of the documents of a file are done."""
        return self._done.get(file, ("", 0))[1] or 0

    def add(self, lines: Sequence[str], files: Mapping[str, int | None]) -> None:
        """Write records, and note what is done with them of these files."""
        if lines:
            self._file.write(gzip.compress("".join(lines).encode("utf-8", "replace"), 6, mtime=0))
            self._file.flush()
            os.fsync(self._file.fileno())
        end = self._file.tell()
        for file, count in files.items():
            self._notes.write(json.dumps([end, file, self._stamps[file], count]) + "\n")
        self._notes.flush()
