"""Feeds refreshed: asked, read, their new items completed and stored.

Here: the order of the work. Threads only ask and read; everything about the library happens in the thread that calls.
What a feed brought is stored before it is noted that it was asked, so that work broken off at any moment is done again.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from reader.article import AddReport, Problem, Progress, RawDocument
from reader.errors import SourceError
from reader.ingest import assembly
from reader.ingest.feeds import judging, schedule
from reader.ingest.feeds.completing import MOST, Completed, completed
from reader.ingest.feeds.judging import Answer, Follower, Judged
from reader.ingest.feeds.matching import Matched, Pending, matched
from reader.ingest.feeds.requests import Requests
from reader.ingest.making import Readable
from reader.ingest.reading import OnProgress
from reader.ingest.workers import Workers
from reader.library import Store
from reader.library.feeds import NewItem
from reader.moments import aware, now
from reader.sources import feeds
from reader.sources.web.addresses import host_of
from reader.sources.web.fetching import Fetched, Fetcher, FetchError
from reader.subscription import Subscription

_PATIENCE = 0.3
"""Seconds without anything new after which what there is is stored and worked out."""
_SILENT = 4
"""Pages of a host in a row that do not answer before no more of them are asked this time: each may take its time."""


@dataclass(frozen=True, slots=True)
class _Ask:
    """A feed, or the page of one of its items."""

    feed: Subscription
    course: _Course | None = None
    at: int = 0
    """Which of the items of the course."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What a feed gave."""

    fetched: Fetched | None = None
    judged: Judged | None = None
    error: SourceError | None = None

    @property
    def feed(self) -> feeds.Feed | None:
        """As it was read."""
        return self.judged.feed if self.judged else None


@dataclass(slots=True)
class _Course:
    """A feed that was read, on its way into the library."""

    subscription: Subscription
    read: _Read
    items: list[Matched]
    pages: dict[int, Completed] = field(default_factory=dict)
    waiting: int = 0
    ready: dict[int, Readable | None] = field(default_factory=dict)
    """What was made ready of the items, by the `id` of each."""


def refresh_all(
    store: Store,
    numbers: Sequence[int] | None = None,
    *,
    due: bool = False,
    on_progress: OnProgress | None = None,
    workers: int | None = 1,
) -> AddReport:
    """Refresh these feeds (None: all), as `refresh`. due: only those that are worth asking by now.

    Feeds that have ended are asked only if they are named; a wait that a server wants is kept even so. workers:
    processes that share in the work, None: one a core.
    """
    moment = now()
    asked: list[Subscription] = []
    notes: list[Problem] = []
    for feed in store.feeds.all():
        if (feed.ended or feed.server) if numbers is None else feed.id not in numbers:
            continue
        if feed.server:
            notes.append(
                Problem(feed.shown, "not asked: your server asks it, and `reader sync` brings what is new", note=True)
            )
            continue
        if feed.wait_until is not None and feed.wait_until > moment:
            why = f"not asked: its server wants us to wait until {feed.wait_until.astimezone():%Y-%m-%d %H:%M}"
            notes.append(Problem(feed.shown, why, note=True))
        elif not due or feed.due is None or feed.due <= moment:
            asked.append(feed)
    team = Workers(workers)
    return refresh(store, asked, on_progress=on_progress, workers=team) + AddReport(problems=tuple(notes))


def refresh(
    store: Store,
    subscriptions: Sequence[Subscription],
    *,
    fetcher: Fetcher | None = None,
    fetched: Mapping[int, Fetched] | None = None,
    brought: Mapping[int, feeds.Feed] | None = None,
    on_progress: OnProgress | None = None,
    workers: Workers | None = None,
) -> AddReport:
    """Ask these feeds and store what is new. What is the matter with one is in the report, and noted with it.

    fetched: answers that are there already, by the number of the feed. brought: what somebody else has asked and read
    of it; nothing is noted then but its items. Raises LibraryError when nothing can be written.
    """
    work = _Refresh(store, fetcher or Fetcher(), on_progress, len(subscriptions), workers)
    try:
        return work.run(subscriptions, fetched or {}, brought or {})
    finally:
        work.requests.stop()


class _Refresh:
    def __init__(
        self, store: Store, fetcher: Fetcher, on_progress: OnProgress | None, total: int, workers: Workers | None
    ) -> None:
        self.workers = workers or Workers()
        self.store = store
        self.fetcher = fetcher
        self.now = now()
        self.requests: Requests[_Ask, _Read | Completed] = Requests(self._asked)
        self.report = AddReport()
        self.pending = Pending()
        self.ready: deque[_Course] = deque()
        self.yielded: deque[tuple[_Course, RawDocument | None]] = deque()
        """Feeds whose documents are on their way into the library, each with its last one."""
        self.offline = 0
        self.silent: Counter[str] = Counter()
        """How many pages of each host have not answered in a row."""
        self._tell = on_progress or (lambda _: None)
        self._done, self._total = 0, total

    def run(
        self, subscriptions: Sequence[Subscription], fetched: Mapping[int, Fetched], brought: Mapping[int, feeds.Feed]
    ) -> AddReport:
        self._tell(Progress(0, self._total, step="refreshing"))
        for subscription in subscriptions:
            if subscription.id in brought:
                self._take(subscription, _Read(judged=judging.judged(brought[subscription.id])))
            elif subscription.id in fetched:
                self._take(subscription, self._read(fetched[subscription.id], subscription))
            else:
                self.requests.add(host_of(subscription.address), _Ask(subscription))
        while self.requests.pending or self.ready:
            stored = assembly.add_documents(self.store, self._documents(), self.workers, self._worked_out)
            self.report += stored  # what happened meanwhile is in it, too
            self._note(len(self.yielded))
        if self.offline:
            why = f"no network: {self.offline} of {self._total} feeds could not be asked"
            self.report += AddReport(problems=(Problem("refresh", why, note=True),))
        return self.report

    # ------------------------------------------------- in threads: the network

    def _asked(self, ask: _Ask) -> _Read | Completed:
        feed = ask.feed
        private = frozenset({host_of(feed.address)}) if feed.private else frozenset()
        if ask.course is not None:
            return self._page(ask.course.items[ask.at].item, private)
        try:
            answer = self.fetcher.fetch(feed.address, private=private, etag=feed.etag, since=feed.modified)
        except SourceError as error:
            return _Read(error=error)
        return _Read(answer) if answer.unchanged else self._read(answer, feed)

    def _page(self, item: feeds.Item, private: frozenset[str]) -> Completed:
        host = host_of(item.url or "")
        if self.silent[host] >= _SILENT:
            return Completed(again=True)
        result = completed(self.fetcher, item, private, self.now)
        self.silent[host] = self.silent[host] + 1 if result.silent else 0
        return result

    def _read(self, fetched: Fetched, feed: Subscription) -> _Read:
        follower = None if feed.articles else Follower(feed.address, feed.name, feed.whole)
        answer = Answer(fetched.data, fetched.address, self.now, fetched.charset, follower)
        large = len(answer.data) > judging.LARGE
        judged = self.workers.elsewhere(judging.read, answer) if large else None
        judged = judged or judging.read(answer._replace(follower=None))  # nothing is won where it is done here
        return _Read(fetched, judged, None if judged.feed is not None else SourceError(judged.trouble))

    # ------------------------------------------------------ here: the library

    def _came(self, ask: _Ask, result: _Read | Completed) -> None:
        if isinstance(result, _Read):
            self._take(ask.feed, result)
        elif ask.course is not None:
            ask.course.pages[ask.at] = result
            ask.course.waiting -= 1
            if not ask.course.waiting:
                self._ready(ask.course)

    def _take(self, subscription: Subscription, read: _Read) -> None:
        """A feed's answer."""
        if read.error is not None:
            self._failed(subscription, read.error)
            return
        items: list[Matched] = []
        if read.judged is not None and read.feed is not None:
            secondhand = read.fetched is None
            items = matched(
                self.store,
                subscription,
                read.feed,
                self.pending,
                self.now,
                secondhand=secondhand,
                digests=read.judged.digests,
            )
        course = _Course(subscription, read, items)
        if read.judged is not None and read.feed is not None:
            course.ready = dict(zip(map(id, read.feed.items), read.judged.ready, strict=False))
        teasing = _teasing(items, read.judged)[:MOST] if read.judged and subscription.whole else []
        course.waiting = len(teasing)
        for at in teasing:
            self.requests.add(host_of(items[at].item.url or ""), _Ask(subscription, course, at))
        if not teasing:
            self._ready(course)

    def _ready(self, course: _Course) -> None:
        self.ready.append(course)
        self._one_done(course.subscription)

    def _one_done(self, subscription: Subscription) -> None:
        self._done += 1
        self._tell(Progress(self._done, self._total, subscription.shown, "refreshing"))

    def _failed(self, subscription: Subscription, error: SourceError) -> None:
        self._one_done(subscription)
        refused = error if isinstance(error, FetchError) else None
        if refused is not None and refused.offline:
            self.offline += 1
            return
        noted = schedule.after_failure(subscription, str(error), self.now, refused)
        self.store.feeds.change(subscription.id, **noted)
        why = "; it is not asked any more" if "ended" in noted else ""
        self.report += AddReport(problems=(Problem(subscription.shown, f"{error}{why}"),))

    def _documents(self) -> Iterator[RawDocument | Readable]:
        """The documents of what is ready, as it comes; when nothing more has come for a moment, it is all for now."""
        found = None
        while self.ready or self.requests.pending:
            while self.ready:
                course = self.ready.popleft()
                documents = self._made(course)
                last = documents[-1] if documents else None
                self.yielded.append((course, last.document if isinstance(last, Readable) else last))
                yield from documents
                self._note_what_is_stored()
            found = self.requests.result(_PATIENCE) if self.requests.pending else None
            if found is not None:
                self._came(*found)
            elif self.yielded:
                return

    def _made(self, course: _Course) -> list[RawDocument | Readable]:
        made = (
            self._document(course, at, one)
            for at, one in reversed(list(enumerate(course.items)))  # the oldest first, as they were published
            if one.to_be_stored
        )
        return [one for one in made if isinstance(one, Readable) or one.text]

    def _document(self, course: _Course, at: int, one: Matched) -> RawDocument | Readable:
        ready = course.ready.get(id(one.item)) if at not in course.pages else None
        if ready is not None and ready.document.identity == one.note.identity:
            return ready
        return feeds.document_of(
            one.item,
            identity=one.note.identity,
            source=one.item.url or course.subscription.address,
            outlet=course.subscription.name or (course.read.feed.title if course.read.feed else None),
            page=course.pages[at].page if at in course.pages else None,
            fetched=self.now,
        )

    def _note_what_is_stored(self) -> None:
        """Note that feeds were asked whose last documents are in the library by now."""
        count = 0
        for _, last in self.yielded:
            if last is not None and not self.store.holds(last):
                break
            count += 1
        self._note(count)

    def _note(self, count: int) -> None:
        """Note of that many feeds, whose documents are stored, that they were asked, and what their items are."""
        for _ in range(count):
            course, _ = self.yielded.popleft()
            with self.store.transaction():
                self._note_one(course)

    def _worked_out(self, progress: Progress) -> None:
        if progress.step in ("indexing", "working out"):
            self._tell(progress)

    def _note_one(self, course: _Course) -> None:
        notes = [_noted(one.note, course.pages.get(at)) for at, one in enumerate(course.items)]
        changed = [one.note.identity for one in course.items if one.change == "edited"]
        self.store.feeds.remember(course.subscription.id, notes, changed)
        if course.read.fetched is not None:
            self._note_state(course.subscription, course.read, course.read.fetched)

    def _note_state(self, subscription: Subscription, read: _Read, fetched: Fetched) -> None:
        state = {**schedule.validators(fetched)}
        minutes = subscription.minutes or schedule.USUAL
        if read.feed is not None:
            said = (item.published for item in read.feed.items)
            dates = [aware(when) for when in said if isinstance(when, datetime)]
            minutes = schedule.learned(dates, read.feed.minutes, fetched.headers, self.now)
            state |= {"title": read.feed.title, "home": read.feed.home}
            if read.feed.left_out:
                why = f"has {read.feed.left_out:,} items more than are read"
                self.report += AddReport(problems=(Problem(subscription.shown, why, note=True),))
        else:  # what is not said again is as it was
            state = {name: value for name, value in state.items() if value}
        self.store.feeds.change(subscription.id, **state, **schedule.after_success(minutes, self.now))
        if fetched.moved_to:
            self._moved(subscription, fetched.moved_to)

    def _moved(self, subscription: Subscription, to: str) -> None:
        """A feed that moved for good is asked there from now on; where another that is followed stands, no more."""
        other = self.store.feeds.at(to)
        if other is None:
            self.store.feeds.change(subscription.id, address=to)
        elif other != subscription.id:
            why = f"moved for good to {to}, which is followed as feed {other}"
            self.store.feeds.change(subscription.id, ended=why)
            self.report += AddReport(
                problems=(Problem(subscription.shown, f"{why}; it is not asked any more", note=True),)
            )


def _teasing(items: Sequence[Matched], judged: Judged) -> list[int]:
    """Which of the items are to be completed from their pages."""
    if judged.feed is None:
        return []
    teasing = {id(item) for item, yes in zip(judged.feed.items, judged.teasing, strict=True) if yes}
    return [at for at, one in enumerate(items) if one.to_be_stored and one.item.url and id(one.item) in teasing]


def _noted(note: NewItem, page: Completed | None) -> NewItem:
    """What is remembered of an item; one whose page could not be reached is to be completed yet."""
    return note._replace(digest=b"") if page is not None and page.again else note
