"""News comes in while the screens are up: feeds are refreshed, addresses added, the feeds shown with their health."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from tui_support import main_of, narrow, picture, press, running, settle, tui_articles, tui_library, until

from reader.article import Problem, Progress
from reader.subscription import Subscription
from reader.tui.draw.page import lay_out
from reader.tui.session.changes import Progressed

WIDE, MIDDLE, NARROW = (140, 40), (80, 24), (60, 16)
NOW = datetime.now(timezone.utc)
FEEDS = (
    Subscription(id=1, address="a", title="NPA", group="Wires", articles=9, a_week=12, succeeded=NOW, due=NOW),
    Subscription(id=2, address="b", title="Q&A [/] daily", error="the server has trouble (500)", failures=3),
    Subscription(id=3, address="c", name="Gone Gazette", ended="it is gone for good (410)"),
)


async def test_refreshing_brings_in_what_is_new_and_the_cursor_stays() -> None:
    library = tui_library()
    library.feeds.followed = FEEDS
    new = replace(tui_articles()[0], headline="A seal in the harbour", published=NOW + timedelta(days=1))
    library.to_add = [new]
    async with running(library) as (app, pilot):
        await until(pilot, lambda: "9 articles" in picture(app))
        await pilot.press("j", "j")
        here = main_of(app).session.listed.current
        await press(pilot, "R", shows=("1 article added", "seal"))
        assert ("job", "--refresh") in library.asked
        assert main_of(app).session.listed.current == here


async def test_without_any_feeds_it_is_said_how_to_get_one() -> None:
    library = tui_library()
    async with running(library) as (_, pilot):
        for key in ("R", "F"):
            await settle(pilot)
            await press(pilot, "j", key, shows="no feeds yet; a adds one by its address")
        assert not library.jobs


async def test_a_sync_says_at_the_top_how_far_it_has_come() -> None:
    async with running() as (app, pilot):
        await until(pilot, lambda: "9 articles" in picture(app))
        main_of(app).session.tell(Progressed(Progress(3, 1_200, "ada at rss.example", "syncing"), 0))
        await until(pilot, lambda: "syncing" in picture(app) and "3/1,200" in picture(app))


async def test_while_something_comes_in_nothing_else_is_begun() -> None:
    library = tui_library()
    library.feeds.followed = FEEDS
    library.hold = True
    async with running(library, size=MIDDLE) as (app, pilot):
        await pilot.press("R")
        await until(pilot, lambda: library.jobs)
        await press(pilot, "R", shows="articles are still coming in")
        await pilot.press("a")
        await settle(pilot)
        assert len(library.jobs) == 1
        assert app.screen is main_of(app)


async def test_feeds_that_could_not_be_read_are_counted_and_not_thrust_upon_the_person() -> None:
    library = tui_library()
    library.feeds.followed = FEEDS
    library.problems = [Problem("NPA", "the server has trouble (500)")]
    async with running(library) as (app, pilot):
        await press(pilot, "R", shows="nothing new · 1 problem (! shows)")
        assert app.screen is main_of(app)


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        (["no network: 3 of 3 feeds could not be asked"], "refresh: no network: 3 of 3 feeds could not be asked"),
        (["not asked: wait", "not asked: wait"], "nothing new · ! says more"),
    ],
)
async def test_what_a_refresh_has_to_say_that_is_no_problem_is_said(notes: list[str], said: str) -> None:
    library = tui_library()
    library.feeds.followed = FEEDS
    library.problems = [Problem("refresh", note, note=True) for note in notes]
    async with running(library) as (app, pilot):
        await pilot.press("R")
        await until(pilot, lambda: said in picture(app))


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_an_address_is_asked_for_and_added(size: tuple[int, int]) -> None:
    library = tui_library()
    async with running(library, size=size) as (_, pilot):
        await press(pilot, "a", shows="https://… of a page")
        await pilot.press(*"https://velm.example/a", "enter")
        await until(pilot, lambda: ("job", "https://velm.example/a") in library.asked)


async def test_a_place_that_is_not_there_is_said_to_be_none(tmp_path: Path) -> None:
    library = tui_library()
    async with running(library) as (app, pilot):
        for typed, said in (
            (str(tmp_path / "no"), "no such file or folder"),
            ("ftp://x.example", "only addresses with http"),
        ):
            await press(pilot, "a", shows="https://… of a page")
            await pilot.press(*typed, "enter")
            await until(pilot, lambda said=said: said in picture(app))
        assert not library.jobs


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_the_feeds_are_shown_with_their_health_and_one_can_be_listed(size: tuple[int, int]) -> None:
    library = tui_library()
    library.feeds.followed = FEEDS
    async with running(library, size=size) as (app, pilot):
        await press(pilot, "F", shows="feeds · 3")
        for said in (
            "Wires",
            "NPA",
            "In no group",
            "12 a week",
            "Q&A [/] daily",
            "the server has trouble",
            "ended: it is",
        ):
            assert said in picture(app)
        assert "feeds · 3 · 2 in trouble" in picture(app)
        await pilot.press("tab", "shift+tab", "enter")
        await until(pilot, lambda: main_of(app).session.listed.view.feed == "NPA")
        if size == WIDE:
            await until(pilot, lambda: "feed NPA ✕" in picture(app))
        await pilot.press("escape")
        await until(pilot, lambda: main_of(app).session.listed.view.feed is None)


async def feeds_shown(app: Any, pilot: Any) -> None:
    """Open the list of feeds."""
    await press(pilot, "F", shows=("feeds · 3", "esc closes"))


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_a_feed_is_renamed_moved_and_set(size: tuple[int, int]) -> None:
    library = tui_library()
    library.feeds.followed = FEEDS
    async with running(library, size=size) as (app, pilot):
        await feeds_shown(app, pilot)
        await press(pilot, "e", shows="The outlet of its articles. Empty: NPA.")
        await press(pilot, "end", *"-2", "tab", "end", *"!", "tab", *"x", "enter", shows="yes or no")
        await press(pilot, "ctrl+u", *"no", "enter", shows="NPA: name, group, pages changed")
        changed = library.feeds.followed[0]
        assert (changed.name, changed.group, changed.whole) == ("NPA-2", "Wires!", False)


async def test_a_feed_that_is_listed_stays_listed_when_something_of_it_is_changed() -> None:
    library = tui_library()
    library.feeds.followed = FEEDS
    async with running(library) as (app, pilot):
        main = main_of(app)
        await feeds_shown(app, pilot)
        await pilot.press("enter")
        await until(pilot, lambda: main.session.listed.view.feed == "NPA")
        main.actions.following.change(FEEDS[0], {"group": "Coast"})
        await until(pilot, lambda: "NPA: group changed" in picture(app))
        assert main.actions.views.wanted.feed == "NPA"
        main.actions.following.change(FEEDS[0], {"name": "Coast wire"})
        await until(pilot, lambda: "NPA: name changed" in picture(app))
        await until(pilot, lambda: main.session.listed.view.feed == "Coast wire")


@pytest.mark.parametrize(("down", "said"), [(1, "; its articles stay"), (2, "; 9 of its articles removed")])
async def test_a_feed_is_removed_with_or_without_its_articles(down: int, said: str) -> None:
    library = tui_library()
    library.feeds.followed = FEEDS
    async with running(library) as (app, pilot):
        await feeds_shown(app, pilot)
        await pilot.press("enter")
        await until(pilot, lambda: main_of(app).session.listed.view.feed == "NPA")
        await feeds_shown(app, pilot)
        await press(pilot, "delete", shows="remove NPA?")
        await press(pilot, *["j"] * down, "enter", shows=f"NPA is not followed any more{said}")
        assert [feed.id for feed in library.feeds.followed] == [2, 3]
        assert main_of(app).session.listed.view.feed is None


async def test_a_feed_stays_unless_it_is_said_that_it_goes() -> None:
    library = tui_library()
    library.feeds.followed = FEEDS
    async with running(library) as (app, pilot):
        await feeds_shown(app, pilot)
        await press(pilot, "delete", shows="remove NPA?")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is main_of(app))
        assert len(library.feeds.followed) == 3


async def test_without_feeds_it_is_said_how_to_begin() -> None:
    async with running() as (_, pilot):
        await press(pilot, "F", shows="no feeds yet; a adds one by its address")


async def test_the_list_is_filtered_by_a_group_and_grouped_by_it() -> None:
    library = tui_library()
    library.feeds.followed = FEEDS
    async with running(library) as (app, pilot):
        await until(pilot, lambda: len(main_of(app).session.listed.listing) == 9)
        await narrow(pilot, "group Wires")
        await until(pilot, lambda: "group Wires ✕" in picture(app))
        await press(pilot, "escape", "5", shows=("all articles · by group", "In no group"))


def test_an_article_that_its_feed_changed_says_so() -> None:
    changed = replace(tui_articles()[0], updated=datetime(2026, 11, 30, 4, 10).astimezone())
    lines = ["".join(text for text, _ in line.pieces) for line in lay_out(changed, 80)]
    assert any("updated 30 Nov 04:10" in line for line in lines)


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_a_page_that_names_a_feed_offers_to_follow_it(size: tuple[int, int]) -> None:
    library = tui_library()
    offer = "https://velm.example/feed"
    library.problems = [
        Problem("https://velm.example/", f"names a feed: {offer}", note=True, offer=offer, titled="Velm Post")
    ]
    async with running(library, places=["https://velm.example/"], size=size) as (app, pilot):
        await until(pilot, lambda: "follow the feed?" in picture(app) and "velm.example/feed" in picture(app))
        (row,) = [line for line in picture(app).splitlines() if offer in line]
        assert "Velm Post" in row
        assert "the page names 1 feed" in picture(app)
        library.problems = []
        await pilot.press("enter")
        await until(pilot, lambda: ("job", offer) in library.asked)
        assert app.screen is main_of(app)
