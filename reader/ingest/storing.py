"""Storing what was made, in batches, each article among those it belongs to.

Here: batches, what is written of each article, what becomes of one that cannot be stored as it is. Not here: making
articles of documents (`making`), the order of the whole (`assembly`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from reader import stories
from reader.article import AddReport, Article, Problem, RawDocument
from reader.errors import unexpected
from reader.ingest import furniture, making
from reader.ingest.making import Prepared, Readable
from reader.ingest.work import NOT_DESCRIBED, Described, Made, Waiting, is_the_librarys
from reader.library import Store
from reader.reports import count_of

if TYPE_CHECKING:
    from reader.stories.near_copies import NearCopies

BATCH = 32
"""Articles per transaction: enough that the disk is not the limit, few enough that little is lost and nobody waits."""
READABLE = 256
"""The most of them where articles are only stored, so that they can be read."""
INDEXED = 512
"""The same where they are only indexed."""

PATIENCE = 0.5
"""Seconds after which a batch is stored even if it is not full."""

AGAIN = "; `reader reclean` tries again"

_T = TypeVar("_T")
_R = TypeVar("_R")


@dataclass(slots=True)
class Tally:
    """What has been done so far; becomes an `AddReport`."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    gone: int = 0
    ids: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def report(self) -> AddReport:
        """The same for whoever asked for the work."""
        return AddReport(self.added, self.updated, self.unchanged, self.gone, tuple(self.ids), tuple(self.problems))


@dataclass(frozen=True, slots=True)
class Kept:
    """A document that the library holds as it is."""

    document: RawDocument

    def stamped(self, stamp: str) -> Kept:
        """The same with another stamp."""
        return Kept(replace(self.document, stamp=stamp))


@dataclass(frozen=True, slots=True)
class _Stored:
    """The outcome of one document of a batch."""

    id: int | None
    """None: it could not be stored at all."""
    change: str
    problem: Problem | None = None


def batches(items: Iterable[_T], most: int | None = None) -> Iterator[list[_T]]:
    """Batches of `BATCH` as they fill up, of twice as many each time up to `most` (None: always so many); after
    `PATIENCE` what there is, as somebody may watch.
    """
    batch: list[_T] = []
    begun, full = monotonic(), BATCH
    for item in items:
        batch.append(item)
        if len(batch) >= full or monotonic() - begun > PATIENCE:
            yield batch
            batch, begun, full = [], monotonic(), min(2 * full, most or BATCH)
    if batch:
        yield batch


def in_one_or_each(
    store: Store, items: Sequence[_T], work: Callable[[Sequence[_T]], list[_R]], failed: Callable[[_T, Exception], _R]
) -> list[_R]:
    """The results of work on all items in one transaction; where it fails, on each in a transaction of its own.

    failed: gives the result of an item on which the work fails even so. Raises LibraryError when it is the file that
    cannot be written.
    """
    try:
        with store.transaction():
            return work(items)
    except Exception as error:
        # Any exception, see work.py: what one article sets off must not cost the others their place.
        if is_the_librarys(error):
            raise
        if len(items) == 1:
            return [failed(items[0], error)]
    return [result for item in items for result in in_one_or_each(store, [item], work, failed)]


def articles_of_crawls(
    made: Iterable[Prepared | Readable | Kept], tally: Tally
) -> Iterator[Prepared | Readable | Kept]:
    """What was made, but for pages that nobody chose and that hold no article: they are counted, file by file.

    The last document of a file carries its stamp, and it alone: where that is left out, the one before it carries it.
    """
    left: Counter[tuple[str, str]] = Counter()
    held: Prepared | Readable | Kept | None = None
    for one in made:
        document = one.document
        if document.unchosen and not isinstance(one, Kept) and not one.trouble and one.empty:
            left[document.source.rpartition("#")[0], one.empty] += 1
            if held is not None and document.stamp:
                held = held.stamped(document.stamp)
            continue
        if held is not None:
            yield held
        held = None if document.stamp else one  # without a stamp: more of its file follows
        if held is None:
            yield one
    if held is not None:
        yield held
    for (place, why), count in left.items():
        tally.problems.append(Problem(place, f"{count_of(count, 'page')} left out: {why}", note=True))


def store_batch(store: Store, batch: Sequence[Prepared | Readable | Kept], tally: Tally) -> list[int]:
    """Store a batch, whole or (where something in it cannot be stored) one by one; the ids of its articles."""
    stored = in_one_or_each(store, batch, partial(_stored, store), partial(_stored_in_part, store))
    for one in stored:
        tally.added += one.change == "added"
        tally.updated += one.change == "updated"
        tally.unchanged += one.change == "unchanged"
        if one.id is not None and one.change != "unchanged":
            tally.ids.append(one.id)
        if one.problem is not None:
            tally.problems.append(one.problem)
    return [one.id for one in stored if one.id is not None]


def _stored(store: Store, batch: Sequence[Prepared | Readable | Kept]) -> list[_Stored]:
    """Write a batch. Call it inside a transaction."""
    stored: list[_Stored] = []
    for readable, items in groupby(batch, key=lambda item: isinstance(item, Readable)):
        if readable:
            stored += _stored_to_be_read(store, [item for item in items if isinstance(item, Readable)])
            continue
        copies = furniture.copies(store)
        for item in items:
            if isinstance(item, Kept):
                if (number := store.keep(item.document)) is not None:  # else another program has just changed it
                    stored.append(_Stored(number, "unchanged"))
            elif isinstance(item, Prepared):
                if item.again and not store.known([item.document.identity]):
                    continue  # it has been taken out meanwhile
                number, change = store.put(item.document, item.article)
                if change == "added":
                    _take_over_marks(store, number, item.document)
                _describe(store, number, item, copies, known=change == "unchanged", fresh=change != "unchanged")
                stored.append(_Stored(number, change, _problem(item)))
    return stored


def _stored_to_be_read(store: Store, items: Sequence[Readable]) -> list[_Stored]:
    """Write articles that wait to be worked out."""
    known = store.known([item.document.identity for item in items])
    fresh: dict[str, Readable] = {}
    there: list[RawDocument] = []
    """Twice among these, or added by another program meanwhile."""
    for item in items:
        if item.document.identity in known or item.document.identity in fresh:
            there.append(item.document)
        else:
            fresh[item.document.identity] = item
    added = list(zip(store.add([one.packed for one in fresh.values()]), fresh.values(), strict=True))
    store.remember("connect", [number for number, _ in added])
    store.remember("make", [number for number, item in added if item.arrived.as_it_came])
    for number, item in added:
        _take_over_marks(store, number, item.document)
    stored = [_Stored(number, "added", _problem(item)) for number, item in added]
    return [*stored, *_stored(store, [come_again(store, document) for document in there])]


def come_again(store: Store, document: RawDocument) -> Prepared | Kept:
    """A document of an identity that the library has."""
    return Kept(document) if store.holds(document) else making.prepared(store, document)


def _take_over_marks(store: Store, number: int, document: RawDocument) -> None:
    """What the person did in another program holds here too; what they did here stays."""
    if document.read or document.starred or document.tags:
        store.mark([number], read=document.read or None, starred=document.starred or None, tags=document.tags or None)


def _describe(
    store: Store, number: int, item: Prepared, copies: NearCopies, *, known: bool = False, fresh: bool = True
) -> None:
    """Write what an article is found and summarised by, connect it, and learn from it.

    known: it was here before with the same data. fresh: it is new, or its data are.
    """
    if item.described.ranking is not None:
        store.put_ranking(number, item.described.ranking)
    doubtful = _connect(store, number, item.described, known=known)
    if item.gone:
        store.set_gone([item.document.identity], True)
    early = furniture.teach(store, number, item.finished, copies)
    if fresh and not item.again:
        store.remember("clean", [number] if early else [])
        again = item.described.related and stories.worth_reassigning(store.connected(), doubtful=doubtful)
        store.remember("assign", [number] if again else [])
    store.forget("connect", [number])
    store.forget("make", [number])
    store.forget("work out", [number])
    if item.trouble:
        store.remember("work out", [number], item.trouble)


def _problem(item: Prepared | Readable) -> Problem | None:
    if isinstance(item, Prepared) and item.trouble:
        return Problem(item.document.source, item.trouble + AGAIN)
    if item.empty:
        return Problem(item.document.source, f"{item.empty}; `show --removed` has what was cut")
    return None


def _stored_in_part(store: Store, item: Prepared | Readable | Kept, error: Exception) -> _Stored:
    """Store what can be stored of an article that failed: all but its relations, else its original alone."""
    if isinstance(item, Kept):
        return _Stored(None, "", Problem(item.document.source, f"could not be stored ({unexpected(error)})"))

    def original(_: object, error: Exception) -> _Stored:
        empty = Article(text="", source=item.document.source)
        trouble = f"could not be stored ({unexpected(error)})"
        finished = furniture.Finished(item.document.identity, empty, empty)
        bare = Prepared(item.document, finished, NOT_DESCRIBED, trouble=trouble)
        not_at_all = _Stored(None, "", Problem(item.document.source, trouble))
        return in_one_or_each(store, [bare], partial(_stored, store), lambda *_: not_at_all)[0]

    if isinstance(item, Readable):
        return original(item, error)
    return in_one_or_each(store, [_unrelated(item, error)], partial(_stored, store), original)[0]


def _unrelated(item: Prepared, error: Exception) -> Prepared:
    """An article on which comparing failed, to be stored without."""
    alone = replace(item.finished, printer=None)
    why = f"could not be compared with other articles ({unexpected(error)})"
    trouble = "; ".join(filter(None, (item.trouble, why)))
    return replace(
        item, finished=alone, described=NOT_DESCRIBED._replace(ranking=item.described.ranking), trouble=trouble
    )


def settle_batch(store: Store, batch: Sequence[tuple[Waiting, Made]], tally: Tally) -> None:
    """Finish, rank and connect articles that waited, in their order; problems are added to the tally."""
    found = in_one_or_each(store, batch, partial(_settled, store), partial(_settled_in_part, store))
    tally.problems += [problem for problem in found if problem is not None]


def _settled(store: Store, batch: Sequence[tuple[Waiting, Made]]) -> list[Problem | None]:
    """Write a batch. Call it inside a transaction."""
    copies = furniture.copies(store)
    problems: list[Problem | None] = []
    for item, made in batch:
        if not store.waits(item.id):  # another program has been quicker
            problems.append(None)
            continue
        whole = making.settled(store, item, made)
        if whole.article != item.article:
            store.revise(item.id, whole.article)
        _describe(store, item.id, whole, copies)
        problems.append(_problem(whole) if whole.trouble or item.article is None else None)
    return problems


def _settled_in_part(store: Store, pair: tuple[Waiting, Made], error: Exception) -> Problem | None:
    """Store what can be stored of a waiting article that failed: all but its relations."""
    item, made = pair
    article = item.article or (made.cleaned.article if made.cleaned else None) or store.article(item.id)
    as_it_is = furniture.Finished(item.document.identity, article, article)
    reduced = _unrelated(Prepared(item.document, as_it_is, made.described, trouble=made.described.trouble), error)

    def write(some: Sequence[Prepared]) -> list[Problem | None]:
        if item.article is None:
            store.revise(item.id, article)
        _describe(store, item.id, some[0], furniture.copies(store))
        return [Problem(item.document.source, reduced.trouble + AGAIN)]

    def not_at_all(_: object, error: Exception) -> Problem:
        return given_up(store, item.id, f"could not be stored ({unexpected(error)})")

    return in_one_or_each(store, [reduced], write, not_at_all)[0]


def _connect(store: Store, number: int, described: Described, *, known: bool) -> bool:
    """Put an article among those it belongs to, and let them settle each other's missing years: whether it is doubtful
    where it belongs.

    known: it was here before with the same data; then it stays in the story it is in.
    """
    store.put_features(number, described.features.keys, described.features.data)
    if not described.related:
        return False
    around = stories.neighbourhood(number, store)
    doubtful = not (known and store.stories_of([number])) and assign_story(store, number, around)
    for settled in stories.infer_dates_around(number, store, around=around):
        store.set_published(settled.article_id, settled.published, "inferred", settled.why)
        packed = stories.redated(store.features([settled.article_id])[settled.article_id], settled.published)
        store.put_features(settled.article_id, stories.Features.unpack(packed).keys, packed)
    return doubtful


def given_up(store: Store, number: int, trouble: str) -> Problem:
    """Note that something failed on an article, which is not tried again unless somebody asks for it."""
    store.forget("assign", [number])
    store.forget("connect", [number])
    store.forget("make", [number])
    store.remember("work out", [number], trouble)
    return Problem(store.entries([number])[0].source, trouble + AGAIN)


def assign_story(store: Store, number: int, around: stories.Neighbourhood | None = None) -> bool:
    """Put an article into the story it belongs to, what a person decided before what the texts say: whether that is
    doubtful.

    Articles that do not belong there any more are put where they do; what else that would change waits. around: the
    article's neighbourhood, if that is known already.
    """
    assignment = _assigned(store, number, around)
    for other in assignment.leaving:
        store.leave_story(other)
        _assigned(store, other)
    return assignment.doubtful


def _assigned(store: Store, number: int, around: stories.Neighbourhood | None = None) -> stories.Assignment:
    """Put one article into its story."""
    if told := store.stories_of(store.bound_to(number)):
        store.set_story([number], next(iter(told.values())))
        return stories.Assignment()
    fixed = store.bound()
    assignment = stories.assign(number, store, fixed=fixed, around=around)
    apart = store.apart(stories.affected(assignment, number, store))
    assignment = stories.constrained(assignment, number, store, apart)
    if assignment.story is not None or assignment.together:
        story = store.set_story([number, *assignment.together], assignment.story)
        store.merge_stories(story, assignment.merge)
    elif number not in fixed:
        store.leave_story(number)
    return assignment
