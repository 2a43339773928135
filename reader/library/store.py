"""Everything that can be asked of a library file: a table of contents, with a line for each thing.

Here: the class `Store`. Not here: SQL, and what each thing does, which the function named beside it says.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from reader.article import Hit, Slot, View
from reader.library import (
    constraints,
    documents,
    furniture,
    marks,
    putting,
    reindexing,
    relations,
    removing,
)
from reader.library import corrections as by_hand
from reader.library import stories as grouping
from reader.library import unfinished as pending
from reader.library.feeds import Feeds
from reader.library.file.connection import Database
from reader.library.named_views import NamedViews
from reader.library.queries import counting, listing
from reader.library.queries import search as full_text
from reader.library.sync.servers import Servers

_P = ParamSpec("_P")
_T = TypeVar("_T")


def _asks(function: Callable[Concatenate[Database, _P], _T]) -> Callable[Concatenate[Store, _P], _T]:
    """A method that asks a store's file what the function asks of a database."""

    @wraps(function)
    def method(self: Store, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        return function(self._db, *args, **kwargs)

    return method


class Store:
    """A library file. Usable from any thread and by several programs at once.

    Raises LibraryError when the file cannot be opened, read or written, LibraryBusy when another program does not let
    go of it, NotFound for an article or story that is not in it; each in one line for the person.
    """

    def __init__(self, path: Path | str, *, create: bool = True) -> None:
        """Open the file, bringing an older one up to date. `create`: make a missing one, with its folders."""
        self._db = Database(path, create=create)
        self.feeds = Feeds(self._db)
        self.servers = Servers(self._db)
        self.views = NamedViews(self._db)
        self.disputes = grouping.Disputes(self._db)

    @property
    def path(self) -> Path:
        """The file."""
        return self._db.path

    def notices(self, *, searching: bool = False) -> list[str]:
        """What a person should know about the file (searching: about what a search finds now), one line each."""
        return reindexing.notices(self._db) if searching else self._db.notices()

    def close(self) -> None:
        """Close the file; calling it again does nothing."""
        self._db.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def transaction(self) -> AbstractContextManager[None]:
        """A transaction for what this thread does inside: all or nothing. One inside another is part of it."""
        return self._db.transaction()

    def many(self) -> AbstractContextManager[None]:
        """For what this thread does inside, which is putting many articles: it is given more memory for it."""
        return self._db.many()

    hurry = _asks(Database.hurry)

    # Documents and articles

    stamp = _asks(documents.stamp)
    put = _asks(putting.put)
    add = _asks(putting.add)
    revise = _asks(putting.revise)
    known = _asks(putting.known)
    holds = _asks(putting.holds)
    keep = _asks(putting.keep)
    article = _asks(documents.article)
    document = _asks(documents.document)
    identity = _asks(documents.identity)
    ids = _asks(documents.ids)
    newest = _asks(documents.newest)
    identities = _asks(documents.identities)
    remove = _asks(removing.remove)
    set_gone = _asks(documents.set_gone)
    set_published = _asks(documents.set_published)
    undated_days = _asks(documents.undated_days)
    pending_years = _asks(documents.pending_years)
    put_ranking = _asks(documents.put_ranking)
    ranking = _asks(documents.ranking)

    # Relations: what reader.stories asks of a library

    put_features = _asks(relations.put_features)
    frequencies = _asks(relations.frequencies)
    connected = _asks(relations.connected)
    candidates = _asks(relations.candidates)
    features = _asks(relations.features)
    unpacked = _asks(relations.unpacked)

    # Stories

    stories_of = _asks(grouping.stories_of)
    members = _asks(grouping.members)
    set_story = _asks(grouping.set_story)
    merge_stories = _asks(grouping.merge)
    leave_story = _asks(grouping.leave)
    story = _asks(grouping.story)
    stories = _asks(grouping.newest_first)

    # Stories by hand

    leave_for_good = _asks(constraints.leave)
    join_for_good = _asks(constraints.join)
    take_back = _asks(constraints.restore)
    bound_to = _asks(constraints.bound_to)
    bound = _asks(constraints.bound)
    apart = _asks(constraints.apart)

    # Lists

    def slots(self, view: View, *, after: Slot | None = None, limit: int = 500) -> list[Slot]:
        """The first articles of the view, or the next ones after that slot: a page that costs the same anywhere.

        By date: newest day first; within a day the stated dates, then the inferred ones under a heading of their own;
        under a heading the latest time first and those with only a day last; undated ones at the end. By outlet:
        outlets by name, unknown last, then as by date. By story: stories of two or more by their newest article, each
        in time order; then all others as by date. By nothing: as by date, without headings. Sorted by keys of its own:
        without headings, of equals the newest first.
        """
        return listing.slots(self._db, view, after=None if after is None else after.id, limit=limit)

    def search(self, query: str, *, within: View | None = None, limit: int = 50) -> list[Hit]:
        """The best articles for the query: all words, "whole phrases", the last word may be incomplete.

        within: of this view only. Any text is a query; one without a letter or digit finds nothing. At most 10,000 are
        given.
        """
        return full_text.search(self._db, replace(within or View(), query=query), limit)

    next_unread = _asks(listing.next_unread)
    entries = _asks(listing.entries)
    count = _asks(counting.count)
    outlets = _asks(counting.outlets)
    tags = _asks(counting.tags)
    languages = _asks(counting.languages)
    activity = _asks(counting.activity)
    index_some = _asks(reindexing.index_some)
    mend_search = _asks(reindexing.mend_search)

    # What the person did

    mark = _asks(marks.mark)
    apply = _asks(marks.restore)
    corrections = _asks(by_hand.corrections)
    correct = _asks(by_hand.correct)
    rulings = _asks(by_hand.rulings)
    rule = _asks(by_hand.rule)

    # What recurs on an outlet's pages

    taught = _asks(furniture.taught)
    counted = _asks(furniture.counted)
    teach = _asks(furniture.teach)
    unteach = _asks(furniture.unteach)

    # What is still to be done

    remember = _asks(pending.remember)
    forget = _asks(pending.forget)
    unfinished = _asks(pending.unfinished)
    count_unfinished = _asks(pending.count)
    waits = _asks(pending.waits)
    trouble = _asks(pending.trouble)
