"""Exports in CSV: those of Readwise Reader, Instapaper, Pocket, and any table with a column for the text.

Here: a table's rows as entries. Not here: what becomes of them (`many`).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

from reader.sources.exports.entry import Entry, tags_of, text_fields
from reader.sources.fields import HTML, TEXT, URL

_DELIMITERS = ",;\t"
_LONGEST_FIELD = 64 * 1024 * 1024
_PARTS = re.compile(r"[,|;]")
_READ = frozenset({"archive", "archived", "read"})
_STARRED = frozenset({"starred", "favorite", "favourite"})
_YES = frozenset({"1", "true", "yes"})
_FETCHED = ("saveddate", "timeadded", "timestamp", "dateadded", "createdat")
"""When it was saved: by no means the day it was published."""


def rows_of(text: str, *, named: bool) -> Iterator[Entry] | None:
    """The rows of a table as entries; None where it has no column for texts.

    named: the person named this very file, and one for addresses will do, so that it can be said what is missing.
    """
    text = text.replace("\0", "")  # which Python 3.10 takes in no table
    first = text.partition("\n")[0]
    if not first.strip() or len(first) > 10_000:
        return None
    delimiter = max(_DELIMITERS, key=first.count)
    names = [re.sub(r"[\s_-]", "", name).lower() for name in next(csv.reader([first], delimiter=delimiter), [])]
    if len(names) < 2 or not set(names) & {*(URL if named else ()), *TEXT, *HTML}:
        return None
    return _rows(text, names, delimiter)


def _rows(text: str, names: list[str], delimiter: str) -> Iterator[Entry]:
    csv.field_size_limit(_LONGEST_FIELD)  # the module has one limit for all, and articles are longer
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    next(rows, None)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error:
            continue
        if any(row):
            yield _entry(dict(zip(names, row, strict=False)))


def _entry(row: dict[str, str]) -> Entry:
    said = next((row[name] for name in (*TEXT, *HTML) if row.get(name, "").strip()), "")
    kept = {name: value for name, value in row.items() if name not in (*TEXT, *HTML, *_FETCHED)}
    folder = row.get("folder") or row.get("location") or row.get("status") or ""
    tags = row.get("documenttags") or row.get("tags") or row.get("labels") or ""
    return Entry(
        {**kept, **text_fields(said), "fetched": next((row[name] for name in _FETCHED if row.get(name)), None)},
        read=folder.strip().lower() in _READ,
        starred=folder.strip().lower() in _STARRED or row.get("starred", "").strip().lower() in _YES,
        tags=tags_of(_PARTS.split(tags.strip("[]").replace("'", "").replace('"', ""))),
    )
