"""Every screen in three sizes and four looks: its text, with bold, italic and other paper, and a sum of all its styles.

After a change on purpose: `python tests/differing_screens.py FOLDER` writes pictures of those that look otherwise now;
`pytest tests/test_tui_snapshots.py --snapshot-update` keeps them as they are.
"""

from __future__ import annotations

import asyncio
import os
from collections import defaultdict
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import Input
from tui_pictures import drawn, sum_of_styles, without_colours, without_fonts
from tui_support import FakeLibrary, main_of, picture, tui_app, tui_library, until

from reader.article import Problem
from reader.subscription import Subscription
from reader.tui.app import ReaderApp
from reader.tui.screens.story import StoryScreen

SIZES = [(140, 40), (80, 24), (60, 16)]
LOOKS = {"dark": "reader-dark", "light": "reader-light", "16 colours": "ansi-dark"}
"""Themes by look; `no colour` is the dark one without any."""
FEEDS = (
    Subscription(id=1, address="https://npa.example/feed", title="NPA", group="Wires", articles=9, a_week=12),
    Subscription(id=2, address="https://qa.example/feed", title="Q&A [/] daily", error="trouble (500)", failures=3),
)


class Step(NamedTuple):
    """Keys that lead from the screen before to one that is looked at; without a name it is only passed."""

    name: str
    keys: tuple[str, ...]
    shows: str = ""
    """What it says once it is there."""
    over: bool = False
    """Whether it stands over another one."""


def dialogue(name: str, *keys: str, shows: str) -> tuple[Step, Step]:
    """One that is opened, looked at, and left."""
    return Step(name, keys, shows, over=True), Step("", ("escape",))


TOUR = (
    Step("problems", (), "problems · 1"),
    Step("list", ("escape",), "9 articles · 9 unread"),
    *dialogue("filter", "f", shows="list only"),
    *dialogue("sort", "S", shows="sort by"),
    *dialogue("views", "V", shows="views"),
    Step("", ("V",), "views"),
    *dialogue("name of a view", "g", "enter", shows="save the view as"),
    *dialogue("feeds", "F", shows="feeds · 2"),
    Step("", ("F",), "feeds · 2"),
    *dialogue("a feed", "e", shows="Group"),
    Step("", ("F",), "feeds · 2"),
    *dialogue("removing a feed", "delete", shows="remove NPA?"),
    *dialogue("add", "a", shows="add"),
    *dialogue("search", "slash", shows="search"),
    *dialogue("export", "E", shows="export"),
    Step("", ("E",), "export"),
    *dialogue("export to", "enter", shows="export to"),
    *dialogue("tags", "t", shows="tags"),
    *dialogue("edit", "e", shows="Headline"),
    *dialogue("help", "question_mark", shows="help"),
    *dialogue("palette", "colon", shows="Search for commands"),
    *dialogue("themes", "T", shows="Search for themes"),
    Step("by outlet", ("2",), "Marlow Courier ─"),
    Step("by story", ("3",), "no story"),
    Step("by group", ("5",), "In no group"),
    Step("", ("1",), "17 Nov 2031 ─"),
    *dialogue("one story of two", "M", shows="esc closes"),
    Step("article", ("g", "j", "enter"), "Marlow closes"),
    Step("cuts", ("c",), "cut"),
    Step("find", ("c", "slash", *"quay", "enter"), "find “quay”"),
    Step("", ("escape",)),
    Step("zen", ("z",)),
    Step("story", ("z", "x", "g"), "articles, "),
    *dialogue("help of the story", "question_mark", shows="help"),
    Step("", ("escape",)),
    Step("side by side", ("d",), "only in A", over=True),
    *dialogue("help of side by side", "question_mark", shows="help · side by side"),
    Step("", ("escape",)),
    Step("selected", ("shift+down", "shift+down"), "2 sentences selected"),
    Step("", ("escape",)),
    *dialogue("why it follows", "right_square_bracket", "w", shows="why this follows"),
    Step("another way with the summary", ("s",)),
    Step("and another", ("s",)),
)


EMPTY = (Step("first minutes", (), "Nothing here yet"),)
FOLDER = os.environ.get("READER_DIFFERING", "")
"""Where pictures of the screens go that look otherwise."""


def begun(steps: tuple[Step, ...]) -> ReaderApp:
    """The reader on the library that the steps lead through."""
    if steps is EMPTY:
        return tui_app(FakeLibrary())
    library = tui_library()
    library.feeds.followed = FEEDS
    library.views.put("Long German ones", "language:de longer:5 is:unread")
    return tui_app(library, problems=[Problem("/news/broken.txt", "nothing in it can be read")])


async def at_rest(pilot: Pilot[None], step: Step) -> None:
    """Until the screen of a step is there with all that is worked out for it, and changes no more."""
    app: ReaderApp = pilot.app  # type: ignore[assignment]
    session = main_of(app).session

    def ready() -> bool:
        if step.shows not in picture(app) or (step.over and len(app.screen_stack) == 1):
            return False
        if isinstance(app.screen, StoryScreen) and any(p.note == "working …" for p in app.screen.parts.values()):
            return False
        beside = len(app.screen_stack) == 1 and (main_of(app).text.display or main_of(app).side.display)
        known = session.ranking and session.steps and session.passages and session.shown == session.acting_on
        return not session.asking and (not beside or session.acting_on is None or bool(known))

    await until(pilot, ready, step.name or f"behind {step.keys}")
    for field in app.screen.query(Input):
        field.cursor_blink = False
    before = ""
    while (now := picture(app)) != before:
        before = now
        await pilot.pause()
        await asyncio.sleep(0.01)


async def tour(
    app: ReaderApp, size: tuple[int, int], steps: tuple[Step, ...], look: Callable[[Pilot[None], str], Awaitable[None]]
) -> None:
    """Go through the screens and look at each that has a name."""
    async with app.run_test(size=size) as pilot:
        for step in steps:
            depth = len(app.screen_stack)
            await pilot.press(*step.keys)
            if step.keys == ("escape",) and depth > 1:
                await until(pilot, lambda depth=depth: len(app.screen_stack) == depth - 1)  # type: ignore[misc]
            await at_rest(pilot, step)
            if step.name:
                await look(pilot, step.name)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("steps", [TOUR, EMPTY], ids=["tour", "empty"])
async def test_every_screen_looks_as_it_did(
    size: tuple[int, int], steps: tuple[Step, ...], snapshot: SnapshotAssertion
) -> None:
    texts: dict[str, str] = {}
    sums: dict[str, list[str]] = defaultdict(list)
    pictures: dict[str, str] = {}

    def take(app: ReaderApp, name: str, look: str) -> None:
        sums[name].append(f"{look}: {sum_of_styles(app)}")
        if FOLDER:
            pictures[f"{name}, {look}"] = without_fonts(app)

    async def in_colours(pilot: Pilot[None], name: str) -> None:
        app: ReaderApp = pilot.app  # type: ignore[assignment]
        # There and back again, as other colours take longer than all else.
        for look in LOOKS if app.theme == LOOKS["dark"] else reversed(LOOKS):
            app.theme = LOOKS[look]
            await pilot.pause()
            await pilot.pause()
            take(app, name, look)
            if look == "dark":
                texts[name] = drawn(app)
                with without_colours(app):
                    await pilot.pause()
                    take(app, name, "no colour")

    await tour(begun(steps), size, steps, in_colours)
    differ = [name for name in texts if "\n".join([texts[name], *sorted(sums[name])]) != snapshot(name=name)]
    for name, svg in pictures.items():
        if name.partition(",")[0] in differ:
            Path(FOLDER, f"{name}, {size[0]}x{size[1]}.svg").write_text(svg, encoding="utf-8")
    assert not differ
