"""Corrections by hand: the fields of an article, and lines that are text or furniture after all.

Here: what may be said, and how each thing is taken back. Not here: where it is kept (library), and what becomes of the
article then (the assembly line, which makes it again).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from functools import partial

from reader.article import Paragraph, Removed
from reader.checks import parse_iso
from reader.desk.history import History
from reader.errors import ReaderError
from reader.ingest import corrections as ingest_corrections
from reader.library import Ruling, Store
from reader.safety import plain_line, plain_name

_NAMES = {"published": "date"}
"""Fields that a person calls by another name than the library does."""
_STORED = {_NAMES.get(field, field): field for field in ingest_corrections.FIELDS}
FIELDS = tuple(_STORED)
"""What can be set by hand."""
UNKNOWN = "?"
"""Written for a field that is not known."""

_SHAPE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d)?")


def day_of(text: str) -> date | datetime:
    """The day or time that a person wrote: `2022-11-07`, `2022-11-07 10:37`, `7 November 2022`. Raises ReaderError."""
    said = text.strip()
    try:
        return parse_iso(said)
    except ValueError:
        if _SHAPE.fullmatch(said):
            raise ReaderError(f"{plain_line(text)}: there is no such day or time") from None
        from reader.cleaning.metadata.dates.forms import find_dates  # here: the first picture needs none of it

        for stamp in find_dates(said):  # what could be two days is none
            if (stamp.start, stamp.end) == (0, len(said)):
                return stamp.when
        raise ReaderError(f"{plain_line(text)}: a date is written 2022-11-07 or 2022-11-07 10:37") from None


def checked(changes: Mapping[str, str | None]) -> dict[str, str | None]:
    """The changes as the library keeps them; None: as cleaning found it. Raises ReaderError for what cannot be set."""
    made: dict[str, str | None] = {}
    for field, value in changes.items():
        if field not in FIELDS:
            raise ReaderError(f"{plain_line(field)}: only {', '.join(FIELDS)} can be set by hand")
        said = None if value is None else (plain_line if field == "headline" else plain_name)(value)
        if said == "":
            raise ReaderError(f"the {field} cannot be empty; write {UNKNOWN} if it is not known")
        if said == UNKNOWN:
            said = ""
        elif said is not None and field == "date":
            said = day_of(said).isoformat()
        made[_STORED[field]] = said
    return made


def fields_by_hand(corrected: Collection[str]) -> list[str]:
    """Which of `FIELDS` were set by hand, of fields as `Article.corrected` names them."""
    return [field for field in FIELDS if _STORED[field] in corrected]


def by_hand(corrected: Collection[str]) -> str:
    """`outlet and date set by hand`, for fields as `Article.corrected` names them; `something` for any others."""
    return f"{_listed(fields_by_hand(corrected) or ['something'])} set by hand"


def _listed(fields: Collection[str]) -> str:
    *first, last = fields
    return f"{', '.join(first)} and {last}" if first else last


def edit(store: Store, article_id: int, changes: Mapping[str, str | None], history: History) -> None:
    """As `Library.edit`. history: told of it, before the article is made again, which may fail."""
    from reader.ingest import assembly

    before = store.correct(article_id, checked(changes))

    def take_back() -> None:
        store.correct(article_id, dict(before))
        assembly.redo(store, [article_id])

    history.add(f"{_listed(changes)} changed", take_back)
    assembly.redo(store, [article_id])


def overrule(store: Store, article_id: int, pieces: Sequence[Paragraph | Removed], history: History) -> None:
    """As `Library.overrule`. history: as in `edit`."""
    from reader.cleaning.rules.recurring import hash_of
    from reader.ingest import assembly, furniture

    article = store.article(article_id)
    printer = furniture.printer_of(article)
    places = [furniture.document_place(store.identity(article_id)), *([printer] if printer else [])]
    said: list[Ruling] = []
    for piece in pieces:
        line = hash_of(piece.text)
        if not piece.line:
            raise ReaderError("this article was added without its page: there are no lines to cut or keep")
        if line is None:
            raise ReaderError("a line without letters or digits cannot be recognised again")
        said += [Ruling(place, line, isinstance(piece, Removed)) for place in places]
    before = store.rule(said)

    def take_back() -> None:
        store.rule(before)
        assembly.redo(store, [article_id])

    kept = sum(isinstance(piece, Removed) for piece in pieces)
    words = [f"{count} {'line' if count == 1 else 'lines'} {what}" for count, what in
             ((len(pieces) - kept, "cut by hand"), (kept, "kept by hand")) if count]  # fmt: skip
    history.add(", ".join(words), take_back)
    assembly.redo(store, [article_id])


def merge(store: Store, story_id: int, other_id: int, done: History) -> int:
    """As `Library.merge`."""
    if story_id == other_id:
        raise ReaderError(f"story {story_id} cannot be merged with itself")
    stories = [store.story(story_id), store.story(other_id)]
    into, other = sorted(stories, key=lambda story: (-len(story.article_ids), story.id))
    decided = store.join_for_good(other.article_ids, into.id)
    done.add(f"story {other.id} merged into story {into.id}", partial(store.take_back, decided))
    return into.id
