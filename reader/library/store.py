"""Everything that can be asked of a library file; each method passes it on to the module of its topic.

Here: the class `Store`. Not here: SQL.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from reader.article import Article, Certainty, Entry, Hit, Ranking, RawDocument, Slot, Story, View
from reader.library import (
    constraints,
    corrections,
    documents,
    furniture,
    marks,
    putting,
    reindexing,
    relations,
    removing,
    stories,
    unfinished,
)
from reader.library.columns import packing
from reader.library.columns.rows import Packed
from reader.library.constraints import Decided
from reader.library.corrections import Correction, Ruling
from reader.library.feeds import Feeds
from reader.library.file.connection import Database
from reader.library.furniture import Counted
from reader.library.marks import Undo
from reader.library.named_views import NamedViews
from reader.library.putting import Outcome
from reader.library.queries import counting, listing, search
from reader.library.sync.servers import Servers
from reader.library.unfinished import What

_T = TypeVar("_T")


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
        self.disputes = stories.Disputes(self._db)

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

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def transaction(self) -> AbstractContextManager[None]:
        """A transaction for what this thread does inside: all or nothing. One inside another is part of it."""
        return self._db.transaction()

    def many(self) -> AbstractContextManager[None]:
        """For what this thread does inside, which is putting many articles: it is given more memory for it."""
        return self._db.many()

    # Documents and articles

    def stamp(self, identity: str) -> str | None:
        """The stamp of a document; None when it is not here."""
        return documents.stamp(self._db, identity)

    def put(self, document: RawDocument, article: Article) -> tuple[int, Outcome]:
        """Add a document with its article, or update the one of that identity. Returns its id and what was done.

        A known document keeps its id and marks and is no longer gone. "unchanged" means that its data are the same;
        the article is written even so where it differs. A changed text loses its rankings.
        """
        return putting.put(self._db, document, article)

    def add(self, items: Sequence[Packed]) -> list[int]:
        """Add documents that are not here, none twice, with their articles. Returns their ids, which ascend."""
        return putting.add(self._db, items)

    def revise(self, id_: int, article: Article) -> None:
        """Write another article of a document that is here. A changed text loses its rankings. Raises NotFound."""
        putting.revise(self._db, id_, article)

    def known(self, identities: Sequence[str]) -> set[str]:
        """Which of the documents of these identities are here."""
        return putting.known(self._db, identities)

    def holds(self, document: RawDocument) -> bool:
        """Whether there is a document of that identity with the same data."""
        return putting.holds(self._db, document)

    def keep(self, document: RawDocument) -> int | None:
        """Refresh the stamp of a document whose data are held already. Returns its id; None: it has to be put."""
        return putting.keep(self._db, document)

    def article(self, id_: int) -> Article:
        """The article of that id. Raises NotFound."""
        return documents.get(self._db, id_)

    def document(self, id_: int) -> RawDocument:
        """The document of that id, with `text` empty: `sources.reread` fills it from the data. Raises NotFound."""
        return documents.document(self._db, id_)

    def identity(self, id_: int) -> str:
        """The identity of an article's document. Raises NotFound."""
        return packing.original(corrections.identity(self._db, id_))

    def ids(self, under: str | None = None) -> Iterator[int]:
        """The ids of all articles, or of those whose document's identity begins so."""
        return documents.ids(self._db, under)

    def newest(self) -> int:
        """The highest id of an article; 0 when there is none."""
        return int(self._db.value("SELECT max(id) FROM article") or 0)

    def identities(self, under: str) -> Iterator[tuple[str, str]]:
        """Identity and stamp of all documents whose identity begins so."""
        return documents.identities(self._db, under)

    def remove(self, ids: Iterable[int]) -> int:
        """Take articles out; those that are starred or tagged stay. Returns how many were taken out."""
        return removing.remove(self._db, ids)

    def set_gone(self, identities: Iterable[str], gone: bool) -> int:
        """Note that the files of these documents have vanished or are back. Returns how many articles that changed."""
        return documents.set_gone(self._db, identities, gone)

    def set_published(self, id_: int, published: date | datetime | None, certainty: Certainty, why: str = "") -> None:
        """Set an article's date. None: it is unknown again, and a day without a year waits for its year once more."""
        documents.set_published(self._db, id_, published, certainty, why)

    def undated_days(self) -> Iterator[tuple[int, str]]:
        """Id and `--MM-DD` of the articles whose text gives a day but nothing has settled the year."""
        return documents.undated_days(self._db)

    def pending_years(self, ids: Collection[int]) -> list[tuple[int, str]]:
        """As `undated_days`, of these articles only."""
        return documents.pending_years(self._db, ids)

    def put_ranking(self, id_: int, ranking: Ranking) -> None:
        """Keep a ranking of the article's sentences, one for each method."""
        documents.put_ranking(self._db, id_, ranking)

    def ranking(self, id_: int, method: str) -> Ranking | None:
        """The ranking that was kept, its scores to about seven digits.

        None when there is none of that method, or none of this edition of the methods (see `packing.EDITION`).
        """
        return documents.ranking(self._db, id_, method)

    # Relations: what reader.stories asks of a library

    def put_features(self, id_: int, keys: Mapping[str, float], packed: bytes) -> None:
        """Post the article under these keys in place of its former ones, and keep what was packed."""
        relations.put_features(self._db, id_, keys, packed)

    def frequencies(self, keys: Collection[str]) -> tuple[dict[str, int], int]:
        """How many articles have each of the keys (0 for an unknown one), and how many articles have features."""
        return relations.frequencies(self._db, keys)

    def connected(self) -> int:
        """How many articles have features, or have been found to have none."""
        return relations.connected(self._db)

    def candidates(self, keys: Sequence[str], *, limit: int, per_key: int) -> list[int]:
        """Articles with any of the keys: those with most of them first, then those added last.

        Of each key only the `per_key` articles added last are looked at, so the cost does not grow with the library.
        """
        return relations.candidates(self._db, keys, limit=limit, per_key=per_key)

    def features(self, ids: Sequence[int]) -> dict[int, bytes]:
        """What was packed for these articles; those without any are left out."""
        return relations.features(self._db, ids)

    def unpacked(self, ids: Sequence[int], unpack: Callable[[bytes], _T]) -> dict[int, _T]:
        """What `unpack` makes of that, article by article; `many` remembers what was made, for one way of unpacking."""
        return relations.unpacked(self._db, ids, unpack)

    # Stories

    def stories_of(self, ids: Sequence[int]) -> dict[int, int]:
        """The story of each of these articles that is in one, even if it is alone there."""
        return stories.stories_of(self._db, ids)

    def members(self, story: int) -> list[int]:
        """The story's articles in time order, undated ones last; none for an unknown story."""
        return stories.members(self._db, story)

    def set_story(self, ids: Collection[int], story: int | None = None) -> int:
        """Move the articles into that story or a new one. Returns its id. Stories that they leave empty are removed."""
        return stories.set_story(self._db, ids, story)

    def merge_stories(self, into: int, others: Iterable[int]) -> None:
        """Move all articles of the other stories into that one; the others are removed."""
        stories.merge(self._db, into, others)

    def leave_story(self, id_: int) -> None:
        """Take the article out of its story, if it is in one."""
        stories.leave(self._db, id_)

    def story(self, story_id: int) -> Story:
        """The story of that id. Raises NotFound."""
        return stories.get(self._db, story_id)

    def stories(self, limit: int | None = None) -> Iterator[Story]:
        """The stories of two or more articles, the one with the newest article first."""
        return stories.newest_first(self._db, limit)

    # Stories by hand

    def leave_for_good(self, id_: int) -> Decided:
        """Take an article out of its story and keep it apart from the others. Returns the record that undoes this."""
        return constraints.leave(self._db, id_)

    def join_for_good(self, ids: Collection[int], story: int) -> Decided:
        """Put articles into a story and keep it together. Returns the record that undoes this."""
        return constraints.join(self._db, ids, story)

    def take_back(self, decided: Decided) -> None:
        """Undo a decision: stories are what they were before, and ended ones get their old numbers back."""
        constraints.restore(self._db, decided)

    def bound_to(self, id_: int) -> list[int]:
        """The articles that a person put into one story with this one, in time order."""
        return constraints.bound_to(self._db, id_)

    def bound(self) -> list[int]:
        """All articles that a person put into a story by hand: few enough to list."""
        return constraints.bound(self._db)

    def apart(self, ids: Sequence[int]) -> set[tuple[int, int]]:
        """The pairs that a person took apart whose first article is one of these."""
        return constraints.apart(self._db, ids)

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

    def entries(self, ids: Sequence[int]) -> list[Entry]:
        """The rows of these articles in that order; those that are not here are left out."""
        return listing.entries(self._db, ids)

    def next_unread(self, view: View, after: int | None, *, backwards: bool = False) -> int | None:
        """The nearest unread article of the view after (before) that one, or its first (last); None: there is none."""
        return listing.next_unread(self._db, view, after, backwards=backwards)

    def count(self, view: View) -> tuple[int, int]:
        """How many articles the view has, and how many of them are unread."""
        return counting.count(self._db, view)

    def outlets(self) -> list[tuple[str, int]]:
        """The known outlets with their numbers of articles, the largest first."""
        return counting.outlets(self._db)

    def tags(self) -> list[tuple[str, int]]:
        """The tags with their numbers of articles, in alphabetical order."""
        return counting.tags(self._db)

    def languages(self) -> list[tuple[str, int]]:
        """The languages with their numbers of articles, the most frequent first."""
        return counting.languages(self._db)

    def activity(self, view: View, days: int = 30) -> list[tuple[date, int]]:
        """Articles a day for that many days up to the view's newest, oldest first; [] when none is dated."""
        return counting.activity(self._db, view, days)

    def search(self, query: str, *, within: View | None = None, limit: int = 50) -> list[Hit]:
        """The best articles for the query: all words, "whole phrases", the last word may be incomplete.

        within: of this view only. Any text is a query; one without a letter or digit finds nothing. At most 10,000 are
        given.
        """
        return search.search(self._db, replace(within or View(), query=query), limit)

    def index_some(self, limit: int) -> int:
        """Make the first articles searchable that are not yet. Returns how many there were."""
        return reindexing.index_some(self._db, limit)

    def mend_search(self) -> bool:
        """Rebuild the index that `search` uses if it is damaged. Returns whether it was; reads all of it to tell."""
        return reindexing.mend_search(self._db)

    # What the person did

    def mark(
        self,
        ids: Collection[int],
        *,
        read: bool | None = None,
        starred: bool | None = None,
        tags: Sequence[str] | None = None,
    ) -> Undo:
        """Set what is not None for these articles (`tags`: all of them). Returns the record for `apply` to undo it."""
        return marks.mark(self._db, ids, read=read, starred=starred, tags=tags)

    def apply(self, undo: Undo) -> Undo:
        """Set marks back to what a record says. Returns the record that undoes this in turn."""
        return marks.restore(self._db, undo)

    def corrections(self, identity: str) -> dict[str, str]:
        """The fields of a document that were set by hand; '' means that one is not known."""
        return corrections.corrections(self._db, identity)

    def correct(self, id_: int, changes: Mapping[str, str | None]) -> list[Correction]:
        """Set fields of an article's document by hand (None: no longer). Returns what they were before.

        The article itself changes when its document is cleaned again.
        """
        return corrections.correct(self._db, id_, changes)

    def rulings(self, places: Iterable[str]) -> dict[int, bool]:
        """What the person said of lines in these places, True for text. Where two places disagree, the later counts."""
        return corrections.rulings(self._db, places)

    def rule(self, said: Iterable[Ruling]) -> list[Ruling]:
        """Note what a person says of lines (None: nothing any more). Returns what was said before."""
        return corrections.rule(self._db, said)

    # What recurs on an outlet's pages

    def taught(self, identity: str) -> tuple[int, str | None] | None:
        """The id of a document, and the printer whose lines were learned from it, if any; None for one not here."""
        return furniture.taught(self._db, identity)

    def counted(self, printer: str, hashes: Collection[int]) -> tuple[int, dict[int, Counted]]:
        """How many articles a printer's lines were learned from, and the counts of the given lines that are known."""
        return furniture.counted(self._db, printer, hashes)

    def teach(self, printer: str, ids: Sequence[int], lines: Mapping[int, Counted]) -> None:
        """Note that a printer's lines were learned from these articles, and the counts of its lines now."""
        furniture.teach(self._db, printer, ids, lines)

    def unteach(self, id_: int, printer: str, lines: Mapping[int, bool]) -> None:
        """Unlearn what an article taught us about a printer: its `lines`, True for those that were kept."""
        furniture.unteach(self._db, id_, printer, lines)

    # What is still to be done

    def remember(self, what: What, ids: Iterable[int], why: str | None = None) -> None:
        """Note that this is still to be done with these articles, and what went wrong, if anything did."""
        unfinished.remember(self._db, what, ids, why)

    def forget(self, what: What, ids: Iterable[int]) -> None:
        """Note that it has been done."""
        unfinished.forget(self._db, what, ids)

    def unfinished(self, what: What, limit: int | None = None, *, after: int = 0) -> list[int]:
        """The articles with which this is to be done, the oldest first, those after that one."""
        return unfinished.unfinished(self._db, what, limit, after)

    def count_unfinished(self, what: What) -> int:
        """With how many articles this is to be done; takes longer the more there are."""
        return unfinished.count(self._db, what)

    def waits(self, id_: int) -> bool:
        """Whether an article is still to be ranked and put among the others."""
        return unfinished.waits(self._db, id_)

    def trouble(self, id_: int) -> str | None:
        """What went wrong when an article was worked out; None where nothing did."""
        return unfinished.trouble(self._db, id_)
