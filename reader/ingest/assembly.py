"""The assembly line: somewhere -> cleaned, ranked, connected articles in a library.

Here: the order of the work, what is skipped because it has not changed, what is marked as gone, what is done once all
is there. Not here: reading (`reading`), the steps of one document (`making`), batches (`storing`).

An addition has two phases. First documents are stored, so that they can be read: cleaned, or as they came where their
source has them nearly clean; these are indexed then. Then what waits is cleaned if it was not, ranked, finished by what
those before it taught of their outlets, and put among the others, in the order in which it came.

Work is done in batches. All that needs thinking (reading, cleaning, ranking) happens before a batch's transaction, so
that another program on the same library waits for milliseconds only. A batch is stored whole or not at all; what is
stored is known by its stamp or its data and skipped the next time, and what is still to be done with it is stored with
it: work interrupted at any moment goes on where it stood, and comes to the same end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from reader import sources
from reader.article import AddReport, Article, Problem, Progress, RawDocument
from reader.errors import NotFound, ReaderError, unexpected
from reader.ingest import furniture, making, reading, storing, work
from reader.ingest.making import CAME_CLEAN, Prepared, Readable
from reader.ingest.reading import OnProgress
from reader.ingest.storing import Kept, Tally, batches, settle_batch, store_batch
from reader.ingest.work import Waiting
from reader.ingest.workers import Workers
from reader.library import Store


def add_places(
    store: Store,
    places: Sequence[str | Path],
    on_progress: OnProgress | None = None,
    workers: Workers | None = None,
) -> AddReport:
    """Add every article of the files and folders named, update the changed ones, mark the vanished ones as gone.

    Problems (unreadable files, pages without an article, documents that something fails on) are reported and never stop
    the rest. What an interrupted addition left undone is done. workers: share in the work; the library becomes the same
    however many there are. Raises LibraryError when the library itself cannot be written.
    """
    tally = Tally()
    found: list[sources.Found] = []
    for item in sources.find(places):
        if isinstance(item, Problem):
            tally.problems.append(item)
        else:
            found.append(item)
    known = reading.Known(store, places, found)
    fresh = [item for item in found if not known.is_current(item)]
    seen: set[str] = set()
    elsewhere = reading.Elsewhere(store)
    documents = reading.documents(fresh, seen, tally.problems, on_progress, elsewhere)
    _add(store, documents, tally, workers or Workers(), on_progress)
    elsewhere.remember()
    current = known.documents_in(found) - known.documents_in(fresh)
    tally.unchanged += len(current) + elsewhere.count
    store.set_gone(current | seen, False)
    tally.gone = store.set_gone(known.documents - current - seen, True)
    return tally.report()


def add_documents(
    store: Store,
    documents: Iterable[RawDocument | Readable],
    workers: Workers | None = None,
    on_progress: OnProgress | None = None,
) -> AddReport:
    """Add documents from anywhere, update the changed ones. What is the matter with one is in the report.

    Those that another process has made ready to be stored come so. Raises LibraryError when the library cannot be
    written; what was stored before that stays.
    """
    tally = Tally()
    _add(store, documents, tally, workers or Workers(), on_progress)
    return tally.report()


def _add(
    store: Store,
    documents: Iterable[RawDocument | Readable],
    tally: Tally,
    workers: Workers,
    tell: OnProgress | None = None,
) -> None:
    """Add documents, so that they can be read; then work out what waits, of these and of former ones."""
    with workers, store.many():
        readable = storing.articles_of_crawls(_readable(store, documents, workers), tally)
        for batch in batches(readable, storing.READABLE):
            store_batch(store, batch, tally)
        _index(store, tell)
        _work_out(store, tally, workers, tell)
        _complete(store, tally)


def _readable(
    store: Store, documents: Iterable[RawDocument | Readable], team: Workers
) -> Iterator[Prepared | Readable | Kept]:
    """The documents as they are to be stored, in their order."""

    def fresh() -> Iterator[tuple[RawDocument | Readable, RawDocument | None]]:
        for some in batches(documents):
            plain = [one.document if isinstance(one, Readable) else one for one in some]
            known = store.known([one.identity for one in plain])
            for one, document in zip(some, plain, strict=True):
                if document.identity in known:
                    yield document, None
                else:
                    yield one, None if isinstance(one, Readable) else document

    for one, arrived in team.results(work.arrive, fresh(), work.LOST_IN_ARRIVING, work.heaviness):
        if isinstance(one, Readable):
            yield one
        elif arrived is not None:
            yield making.readable(store, one, arrived)
        else:
            yield storing.come_again(store, one)


def _index(store: Store, on_progress: OnProgress | None) -> None:
    """Make all articles searchable that are not yet."""
    done, total = 0, store.count_unfinished("index")
    while done < total:
        if on_progress:
            on_progress(Progress(done, total, step="indexing"))
        done += store.index_some(storing.INDEXED) or total


def _work_out(store: Store, tally: Tally, team: Workers, on_progress: OnProgress | None) -> None:
    """Clean, rank and connect all articles that wait for it, in the order in which they came."""
    waiting = ((item, item) for item in _waiting(store, tally))
    done, total = 0, store.count_unfinished("connect")
    if total and on_progress:
        on_progress(Progress(0, total, step="working out"))
    for batch in batches(team.results(work.make, waiting, work.LOST)):
        settle_batch(store, [(item, made) for item, made in batch if made is not None], tally)
        done += len(batch)
        if on_progress:
            on_progress(Progress(done, max(done, total), step="working out"))


def _waiting(store: Store, tally: Tally) -> Iterator[Waiting]:
    last = 0
    while numbers := store.unfinished("connect", storing.BATCH, after=last):
        uncleaned = set(store.unfinished("make", storing.BATCH, after=last))
        yield from filter(None, (_read(store, number, tally, number in uncleaned) for number in numbers))
        last = numbers[-1]


def _read(store: Store, number: int, tally: Tally, uncleaned: bool) -> Waiting | None:
    try:
        return making.waiting(store, number, uncleaned=uncleaned)
    except NotFound:  # it has been taken out meanwhile
        return None
    except Exception as error:
        # Any exception, see work.py: here an article that cannot be read any more.
        if work.is_the_librarys(error):
            raise
        tally.problems.append(storing.given_up(store, number, f"could not be read ({unexpected(error)})"))
        return None


def add_articles(store: Store, articles: Iterable[Article]) -> list[int]:
    """Store articles that are clean already. Returns their ids in the same order; equal articles get the same id."""
    ids: list[int] = []
    tally = Tally()
    with store.many():
        for batch in batches(making.came_clean(store, making.document_of(article), article) for article in articles):
            stored = store_batch(store, batch, tally)
            if len(stored) < len(batch):  # a shorter list of ids would be taken for those of other articles
                raise ReaderError(tally.problems[-1].message)
            ids += stored
        _complete(store, tally)
    return ids


def reclean(store: Store, on_progress: OnProgress | None = None) -> AddReport:
    """Clean, rank and connect every stored document again from its original bytes; marks and numbers stay.

    Articles that came clean (`add_articles`) are left as they are (there is nothing about them to clean), unless
    something failed on them. What recurs on an outlet's pages is learned first from those that have not taught it yet,
    so that it is known for all of them.
    """
    store.mend_search()  # a damaged one would refuse every changed article
    _index(store, None)
    tally = Tally()
    left = set(store.ids(under=CAME_CLEAN)) - set(store.unfinished("work out"))
    numbers = [number for number in store.ids() if number not in left]
    with store.many():
        for some in _slices(numbers):
            storing.in_one_or_each(store, some, partial(_caught_up, store), lambda *_: None)
        for done in _redone(store, numbers, tally):
            if on_progress:
                on_progress(Progress(done, len(numbers)))
    return tally.report()


def _caught_up(store: Store, ids: Sequence[int]) -> list[None]:
    furniture.catch_up(store, ids)
    return []


def redo(store: Store, ids: Sequence[int]) -> AddReport:
    """Make these articles again: what the person said of them, or what is known of their outlets, has changed."""
    tally = Tally()
    for _ in _redone(store, ids, tally):
        pass
    return tally.report()


def _redone(store: Store, ids: Sequence[int], tally: Tally) -> Iterator[int]:
    """Make articles again from what is stored, batch by batch. Yields how many are done."""
    done = 0
    yield done
    for batch in batches(_made_again(store, ids, tally)):
        store_batch(store, batch, tally)
        done += len(batch)
        yield done
    if done < len(ids):
        yield len(ids)


def _made_again(store: Store, ids: Sequence[int], tally: Tally) -> Iterator[Prepared]:
    for number in ids:
        made = making.again(store, number)
        if isinstance(made, Problem):
            tally.problems.append(made)
        else:
            yield made


def _complete(store: Store, tally: Tally) -> None:
    """Finish an addition, and what an interrupted one could not finish.

    While the library is small, what came in is assigned to its stories once more, now that all of it is there; later
    what had a doubtful place. Articles whose outlet has shown since what of them is furniture are made again.
    """

    def assign(some: Sequence[int]) -> list[None]:
        for number in some:
            storing.assign_story(store, number)
        store.forget("assign", some)
        return [None] * len(some)

    def give_up(number: int, error: Exception) -> None:
        trouble = f"could not be compared with other articles ({unexpected(error)})"
        tally.problems.append(storing.given_up(store, number, trouble))

    while ids := store.unfinished("assign", storing.BATCH):
        storing.in_one_or_each(store, ids, assign, give_up)
    while ids := store.unfinished("clean", storing.BATCH):
        report = redo(store, [number for number in ids if _has_news(store, number)])
        tally.problems += [problem for problem in report.problems if problem not in tally.problems]
        store.forget("clean", ids)


def _has_news(store: Store, number: int) -> bool:
    try:
        return furniture.has_news(store, number)
    except Exception as error:
        # Any exception, see work.py. The article stays as it was made.
        if work.is_the_librarys(error):
            raise
        return False


def _slices(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), storing.BATCH):
        yield numbers[start : start + storing.BATCH]
