"""A library in memory for the tests of the screens, and how they press keys and wait.

The fake does what `reader.desk.Library` does, with plain lists; `tests/test_tui_fake.py` holds it against the real one.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from tui_fakes_adding import FakeJob
from tui_fakes_comparing import FakeComparing
from tui_fakes_editing import EditingFake
from tui_fakes_feeds import FakeFeeds
from tui_stories import FakeStories

from reader.article import (
    Article,
    Entry,
    Paragraph,
    Problem,
    Ranking,
    Removed,
    Sentence,
    Slot,
    Summary,
    View,
)
from reader.desk import METHODS
from reader.errors import NotFound
from reader.tui.app import ReaderApp
from reader.tui.screens.main import MainScreen
from reader.tui.screens.pick import PickSeveral


def split(text: str) -> tuple[Sentence, ...]:
    """Sentences by full stops: enough for invented texts."""
    spans = [m.span() for m in re.finditer(r"[^.\s][^.]*\.?[”\"]?", text)]
    return tuple(Sentence(text[a:b], a, b, 1 / (i + 1)) for i, (a, b) in enumerate(spans))


class FakeViews:
    """Named views."""

    def __init__(self) -> None:
        self.saved: dict[str, str] = {}

    def all(self) -> list[tuple[str, str]]:
        return list(self.saved.items())

    def put(self, name: str, said: str) -> None:
        self.saved[name] = said

    def remove(self, name: str) -> None:
        self.saved.pop(name, None)


class FakeLibrary(FakeStories, FakeComparing, EditingFake):
    """The methods of the desk that the screens use."""

    methods = METHODS

    def __init__(self, articles: Sequence[Article] = (), stories: Sequence[Collection[int]] = ()) -> None:
        """articles: get the ids 1, 2, 3… stories: sets of ids that belong together."""
        self.store: dict[int, Article] = {}
        self.marked: dict[int, dict[str, Any]] = {}
        self.groups = [sorted(story) for story in stories]
        self.undone: list[tuple[str, Callable[[], object]]] = []
        self.jobs: list[FakeJob] = []
        self.to_add: Sequence[Article] = ()
        self.problems: Sequence[Problem] = ()
        self.hold = False
        """While a job's own is set, nothing arrives from it."""
        self.asked: list[tuple[object, ...]] = []
        """What the screens wanted worked out."""
        self.feeds = FakeFeeds(self)
        self.views = FakeViews()
        self.error: Exception | None = None
        """Raised by the next call of anything."""
        for article in articles:
            self.put(article)

    def put(self, article: Article) -> int:
        number = len(self.store) + 1
        self.store[number] = replace(article, id=number)
        self.marked[number] = {"read": False, "starred": False, "tags": ()}
        return number

    def _check(self) -> None:
        if self.error is not None:
            raise self.error

    def _entry(self, article: Article) -> Entry:
        assert article.id is not None
        story = self._story(article.id)
        return Entry(
            id=article.id,
            headline=article.headline,
            opening=article.text[:200],
            outlet=article.outlet,
            published=article.published,
            published_from=article.published_from,
            story=story,
            tellings=len(self.groups[story - 1]) if story else 1,
            minutes=1,
            **self.marked[article.id],
        )

    def entries(self, ids: Sequence[int]) -> list[Entry]:
        self._check()
        return [self._entry(self.store[i]) for i in ids if i in self.store]

    def _day(self, article: Article) -> date | None:
        when = article.published
        return when.date() if isinstance(when, datetime) else when

    def _fits(self, entry: Entry, article: Article, view: View) -> bool:
        words = (view.query or "").lower().split()
        text = f"{article.headline} {article.text}".lower()
        return (
            not (view.unread and entry.read)
            and not (view.starred and not entry.starred)
            and (view.tag is None or view.tag in entry.tags)
            and (view.outlet is None or view.outlet == (entry.outlet or ""))
            and (view.feed is None or view.feed == entry.outlet)
            and (view.language is None or view.language == article.language)
            and (view.longer is None or entry.minutes > view.longer)
            and (view.shorter is None or entry.minutes < view.shorter)
            and (view.story_size is None or entry.tellings >= view.story_size)
            and (view.since is None or view.since <= (self._day(article) or date.min))
            and (view.until is None or view.until >= (self._day(article) or date.max))
            and all(word in text for word in words)
            and (view.under is None or article.source.startswith(view.under))
        )

    def _listing(self, view: View) -> list[Slot]:
        found = [a for a in self.store.values() if self._fits(self._entry(a), a, view)]
        newest = sorted(found, key=lambda a: (self._day(a) or date.min, str(a.published), -(a.id or 0)), reverse=True)

        def key(article: Article) -> str:
            day = self._day(article)
            if view.group == "date":
                return (day.isoformat() + "~" * (article.published_from == "inferred")) if day else ""
            if view.group == "outlet":
                return article.outlet or ""
            return str(self._story(article.id or 0) or "") if view.group == "story" else ""

        for sort in reversed(view.sort):
            name = sort.lstrip("-")
            newest.sort(
                key=lambda a: {
                    "date": str(a.published or "9"),
                    "outlet": (a.outlet or "~").casefold(),
                    "length": len(a.text),
                    "story-size": self._entry(a).tellings,
                }.get(name, ""),  # type: ignore[arg-type, return-value]  # of one kind each
                reverse=sort.startswith("-"),
            )
        if view.sort:
            return [Slot(a.id or 0, "") for a in newest]
        if view.group in ("outlet", "story"):
            newest.sort(key=lambda a: (not key(a), key(a)))
        return [Slot(a.id or 0, key(a)) for a in newest]

    def slots(self, view: View, *, after: Slot | None = None, limit: int = 500) -> list[Slot]:
        self._check()
        slots = self._listing(view)
        start = slots.index(after) + 1 if after else 0
        return slots[start : start + limit]

    def count(self, view: View) -> tuple[int, int]:
        ids = [slot.id for slot in self._listing(view)]
        return len(ids), sum(not self.marked[i]["read"] for i in ids)

    def next_unread(self, view: View, after: int | None, *, backwards: bool = False) -> int | None:
        ids = [slot.id for slot in self._listing(view)]
        at = ids.index(after) if after in ids else -1
        order = reversed(ids[: max(at, 0)]) if backwards else ids[at + 1 :]
        return next((i for i in order if not self.marked[i]["read"]), None)

    def outlets(self) -> list[tuple[str, int]]:
        names = [a.outlet for a in self.store.values() if a.outlet]
        return [(name, names.count(name)) for name in sorted(set(names))]

    def tags(self) -> list[tuple[str, int]]:
        given = [tag for marks in self.marked.values() for tag in marks["tags"]]
        return [(tag, given.count(tag)) for tag in sorted(set(given))]

    def look_for_disputes(self) -> int:
        return 0

    def languages(self) -> list[tuple[str, int]]:
        codes = [a.language for a in self.store.values() if a.language]
        return [(code, codes.count(code)) for code in sorted(set(codes))]

    def activity(self, view: View, days: int = 30) -> list[tuple[date, int]]:
        dated = [day for slot in self._listing(view) if (day := self._day(self.store[slot.id]))]
        if not dated:
            return []
        span = [max(dated) - timedelta(days=back) for back in range(min(days, 12) - 1, -1, -1)]
        return [(day, dated.count(day)) for day in span]

    def article(self, number: int) -> Article:
        self._check()
        if number not in self.store:
            raise NotFound(f"no article {number}")
        return self.store[number]

    def articles(self, view: View | None = None, *, limit: int | None = None) -> Iterator[Article]:
        for slot in self._listing(view or View())[:limit]:
            yield self.article(slot.id)

    def original(self, number: int) -> str:
        return self.article(number).text

    def ranking(self, number: int, method: str = "news") -> Ranking:
        self._check()
        self.asked.append(("ranking", number, method))
        sentences = split(self.article(number).text)
        order = tuple(range(len(sentences)))
        return Ranking(sentences, order if method == "news" else tuple(reversed(order)), method)

    def why(self, number: int, index: int, method: str = "news") -> tuple[str, ...]:
        known = 0 <= index < len(self.ranking(number, method).sentences)
        return (f"stands at place {index + 1}", "speaks of the quay") if known else ()

    def summary(self, number: int, *, sentences: int = 3, method: str = "news") -> Summary:
        return self.ranking(number, method).top(sentences)

    def notices(self) -> list[str]:
        """A file that can be written."""
        return []

    def mark(
        self,
        ids: Sequence[int],
        *,
        read: bool | None = None,
        starred: bool | None = None,
        tags: Sequence[str] | None = None,
    ) -> None:
        self._check()
        wanted = {"read": read, "starred": starred, "tags": None if tags is None else tuple(tags)}
        changes = {name: value for name, value in wanted.items() if value is not None}
        before = {i: dict(self.marked[i]) for i in ids}
        self.undone.append((f"{len(ids)} marked", lambda: self.marked.update(before)))
        for i in ids:
            self.marked[i].update(changes)

    def undo(self) -> str | None:
        if not self.undone:
            return None
        what, take_back = self.undone.pop()
        take_back()
        return what

    def newest(self) -> int:
        return max(self.store, default=0)

    def add_in_background(self, places: Sequence[str], *, watch: bool = False) -> FakeJob:
        self._check()
        return self.job(places, watch=watch)

    def job(self, places: Sequence[str], *, watch: bool = False) -> FakeJob:
        """A job that is said to be about these places."""
        self.asked.append(("job", *places))
        self.jobs.append(FakeJob(self, () if watch else self.to_add, () if watch else self.problems))
        self.jobs[-1].watches = list(places) if watch else None
        return self.jobs[-1]


HARBOUR = "\n\n".join(
    (
        "The harbour council of Marlow voted on Thursday to close the old coal quay, ending an argument that has run for "
        "eleven years. Seven members voted for the closure and four against.",
        "“We have waited long enough,” said council chair Ines Dorrel. “The quay was built for a trade that no longer "
        "exists.” The site will become a park with a landing stage for the ferries.",
        "Opponents warned that the last two salvage firms would leave the town. Piet Hallam, who runs one of them, said he "
        "had learned of the vote from the radio.",
        "Work is to begin in the spring. The council has set aside 4.2 million crowns, a third of it from the state.",
        "Residents of the terraces above the quay have complained of dust since the cranes were sold. A survey by the "
        "harbour office in June counted nineteen loose bollards and a cracked wall.",
        "The ferry company has promised two more sailings a day as soon as the landing stage is finished. It carries some "
        "nine hundred passengers on a summer weekend.",
    )
)


def tui_articles() -> list[Article]:
    """A story of four, two undated ones, an awkward headline, other scripts, and what cleaning cut."""
    day = date(2031, 11, 7)
    return [
        Article(
            headline="Marlow closes its coal quay after eleven years of argument",
            standfirst="Seven councillors to four; the site is to become a park",
            outlet="Marlow Courier",
            byline="By Ada Renn",
            published=datetime(2031, 11, 17, 10, 37),
            text=HARBOUR,
            url="https://courier.example/quay",
            paragraphs=tuple(Paragraph(t, line=5 + 2 * i) for i, t in enumerate(HARBOUR.split("\n\n"))),
            removed=(
                Removed("Home | News | Harbour | Sport", 1, "menu"),
                Removed("We use cookies to improve your visit. Accept all", 2, "cookie banner"),
                Removed("Read more: Ferry timetable changes again", 8, "read more"),
                Removed("© 2031 Marlow Courier. All rights reserved.", 40, "copyright"),
            ),
            source="/news/quay.txt",
        ),
        Article(
            headline="Council votes to shut Marlow coal quay",
            outlet="NPA",
            dateline="MARLOW, November 7. /NPA/.",
            published=day,
            text=HARBOUR[:400] + ".",
            source="/news/npa-1.txt",
        ),
        Article(
            headline="Salvage firms learn of quay vote from the radio",
            outlet="NPA",
            published=date(2031, 11, 6),
            published_from="inferred",
            published_why="the other reports of this story are from November 2031",
            text=HARBOUR[420:800] + ".",
            source="/news/npa-2.txt",
        ),
        Article(headline="A park on the quay: what we know", text=HARBOUR[200:500] + ".", source="/news/undated.txt"),
        Article(text="During the daily briefing the harbour office said that the survey goes on. It gave no date."),
        Article(
            headline="Q&A [/] now: [bold]why[/bold] the ferries stop",
            outlet="The [red]Gazette[/]",
            published=day,
            text="Why do the ferries stop? Because of [the] wind. The [/] company says so.",
            url="javascript:alert(1)",
        ),
        Article(
            headline="港の石炭埠頭、十一年の議論の末に閉鎖へ",
            outlet="東港新聞",
            published=datetime(2031, 11, 7, 8, 5),
            text="港湾評議会は木曜日、古い石炭埠頭の閉鎖を決めた。賛成は七、反対は四だった。" * 6,
            language="ja",
        ),
        Article(
            headline="المجلس يغلق رصيف الفحم القديم بعد أحد عشر عاما",
            outlet="صحيفة الميناء",
            published=date(2031, 11, 5),
            text="صوت مجلس الميناء يوم الخميس على إغلاق رصيف الفحم القديم. سبعة أعضاء مع الإغلاق وأربعة ضده.",
            language="ar",
        ),
        Article(
            headline="Ferry company promises two more sailings a day",
            outlet="Skerry Radio",
            published=datetime(2031, 11, 17, 18, 2),
            text="The ferry company has promised two more sailings a day. It carries nine hundred passengers.",
            url="https://skerry.example/ferry",
        ),
    ]


def tui_library() -> FakeLibrary:
    return FakeLibrary(tui_articles(), stories=[{1, 2, 3, 4}])


def many(number: int) -> FakeLibrary:
    """A library of so many short articles."""
    first = datetime(2031, 1, 1, 12, 0)
    return FakeLibrary(
        [
            Article(
                headline=f"Headline number {i}",
                outlet=f"Outlet {i % 7}",
                published=first - timedelta(hours=i),
                text=f"Text of article {i}. It has two sentences.",
            )
            for i in range(number)
        ]
    )


def tui_app(library: FakeLibrary | None = None, places: Sequence[str] = (), **how: Any) -> ReaderApp:
    """The reader on a fake library, with nobody's own settings."""
    how.setdefault("settings", Path("/nonexistent"))
    how.setdefault("theme", "reader-dark")
    app = ReaderApp(library if library is not None else tui_library(), places, **how)  # type: ignore[arg-type]
    app.turns_text = True  # whatever terminal the tests are run in
    return app


async def until(pilot: Pilot[None], true: Callable[[], object], what: str = "") -> None:
    """Let the screens work until something is the case."""
    end = time.monotonic() + 60  # a loaded machine is slow; what never comes is the exception
    while time.monotonic() < end:
        await pilot.pause()
        if true():
            return
        await asyncio.sleep(0.005)
    raise AssertionError(f"never came: {what or true}\n{picture(pilot.app)}")


def picture(app: Any) -> str:
    """What is on the screen, as lines of text."""
    _, height = app.size
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips[:height])


def main_of(app: ReaderApp) -> MainScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


async def narrow(pilot: Pilot[None], *names: str) -> None:
    """Tick these in the dialogue of filters, which is the only way in which a person can tell them apart."""
    await pilot.press("f")
    app = pilot.app
    await until(pilot, lambda: isinstance(app.screen, PickSeveral) and app.screen.is_mounted, "the filters")
    for name in names:
        rows = app.screen.rows  # type: ignore[attr-defined]
        rows.cursor = [choice.name for choice in rows.choices].index(name)
        await pilot.press("space")
    await pilot.press("escape")
    await until(pilot, lambda: len(app.screen_stack) == 1)


async def settle(pilot: Pilot[None]) -> None:
    """Until the highlighted article is shown with its summary and what is related."""
    main = main_of(pilot.app)  # type: ignore[arg-type]

    def ready() -> bool:
        article = main.session.article
        if not main.text.display and not main.side.display:
            return True
        if article is None:
            return not len(main.session.listed.listing)
        return article.id == main.session.acting_on and main.session.ranking is not None and bool(main.session.steps)

    await until(pilot, ready, "the highlighted article with its summary")
    await pilot.pause()
