"""A library in memory for the tests of the screens, and how they press keys and wait.

The fake does what `reader.desk.Library` does, with plain lists; `tests/test_tui_fake.py` holds it against the real one.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable, Collection, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.pilot import Pilot
from tui_fakes_adding import FakeJob
from tui_fakes_comparing import FakeComparing
from tui_fakes_editing import EditingFake
from tui_fakes_feeds import FakeFeeds
from tui_fakes_listing import FakeListing, FakeViews
from tui_stories import FakeStories

from reader.article import (
    Article,
    Entry,
    Paragraph,
    Problem,
    Ranking,
    RawDocument,
    Removed,
    Sentence,
    Summary,
    View,
)
from reader.cleaning.input.links import links
from reader.desk import METHODS
from reader.errors import NotFound
from reader.links import Link
from reader.tui.app import ReaderApp
from reader.tui.screens.main import MainScreen
from reader.tui.screens.pick import PickSeveral


def split(text: str) -> tuple[Sentence, ...]:
    """Sentences by full stops: enough for invented texts."""
    spans = [m.span() for m in re.finditer(r"[^.\s][^.]*\.?[”\"]?", text)]
    return tuple(Sentence(text[a:b], a, b, 1 / (i + 1)) for i, (a, b) in enumerate(spans))


class FakeLibrary(FakeListing, FakeStories, FakeComparing, EditingFake):
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

    def links(self, number: int) -> tuple[Link, ...]:
        """Those that are written out in the text; no fake has a page."""
        return links(RawDocument(identity="", text=""), self.article(number))

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


@asynccontextmanager
async def running(
    library: FakeLibrary | None = None, places: Sequence[str] = (), *, size: tuple[int, int] = (140, 40), **how: Any
) -> AsyncIterator[tuple[ReaderApp, Pilot[None]]]:
    """The reader on a fake library, running. No terminal is there to see it: it is drawn where a test looks (`picture`)."""
    app = tui_app(library, places, **how)
    with patch.object(Compositor, "render_update", _unseen):
        async with app.run_test(size=size) as pilot:
            yield app, pilot


@asynccontextmanager
async def settled(*args: Any, **how: Any) -> AsyncIterator[tuple[ReaderApp, Pilot[None]]]:
    """The same, its first article shown with its summary and what is related."""
    async with running(*args, **how) as (app, pilot):
        await settle(pilot)
        yield app, pilot


def _unseen(compositor: Compositor, full: bool = False, screen_stack: Any = None, simplify: bool = False) -> Any:
    """In place of what Textual would draw, and throw away without a terminal: half of all the time that a test takes."""
    if full:  # a picture is wanted
        return compositor.render_full_update(simplify=simplify)
    compositor._dirty_regions.clear()
    return None


async def press(pilot: Pilot[None], *keys: str, shows: str | Sequence[str]) -> None:
    """Press keys, and let the screens work until they show this."""
    await pilot.press(*keys)
    wanted = [shows] if isinstance(shows, str) else shows
    await until(pilot, lambda: all(words in picture(pilot.app) for words in wanted), " and ".join(wanted))


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
    visible_screen_stack.set(app._background_screens)
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
