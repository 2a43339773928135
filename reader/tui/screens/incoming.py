"""Questions about what comes in: places to add, feeds to follow, and the feeds that are followed.

Here: what is asked and what is done with the answer. Not here: how a dialogue looks (the screens beside this), what is
done (`actions.adding`, `actions.following`).

The dialogues are imported where they are opened: with Textual's input field they would cost the first screen time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article import Problem
from reader.desk.paths import sample_folder
from reader.tui.actions.adding import NO_FEEDS
from reader.tui.draw.wording import heading
from reader.tui.screens.panes import Panes

if TYPE_CHECKING:
    from reader.subscription import Subscription


def ask_place(screen: Panes) -> None:
    """Add what stands at an address, or a file or folder."""
    from reader.tui.screens.ask import Ask

    def answered(place: str | None) -> None:
        if place is not None and place.strip():
            with screen.session.trying():
                screen.actions.adding.start_one(place.strip())

    screen.app.push_screen(Ask("add", "", "https://… of a page or a feed, a file, a folder", "adds"), answered)


def cannot_add_sample(screen: Panes) -> str:
    """Why the sample cannot be added now; empty when it can."""
    return screen.actions.adding.cannot_start() or ("" if sample_folder() else "the sample articles are not installed")


def add_sample(screen: Panes) -> None:
    """Add the sample articles."""
    if folder := sample_folder():
        screen.actions.adding.start([str(folder)])


def how_to_begin(screen: Panes) -> Sequence[str]:
    """What to do where there is nothing to read."""
    steps = [("enter", "adds sample articles, to try it on")] if not cannot_add_sample(screen) else []
    steps += [
        ("add", "adds a folder, a file, a page or a feed"),
        ("help", "explains this screen"),
        ("quit", "leaves"),
    ]
    lines = filter(None, (screen.list.hint(name, does) for name, does in steps))
    if under := screen.session.home.under:
        return (f"Nothing to read in {Path(under).name or under}.", "What comes into it appears here.", "", *lines)
    return ("Nothing here yet. To begin:", "", *lines, "", "Or from the shell: reader add FOLDER")


def offer_feeds(screen: Panes, feeds: Sequence[Problem]) -> None:
    """Ask which of the feeds that a page names is to be followed; escape: none."""
    from reader.tui.screens.pick import Choice, Pick

    def done(chosen: int | None) -> None:
        if chosen is not None:
            with screen.session.trying():
                screen.actions.adding.start([feeds[chosen].offer])

    if screen.app.screen is screen:  # nothing is thrust upon who is in another one
        choices = [Choice(feed.titled, feed.offer) if feed.titled else Choice(feed.offer) for feed in feeds]
        screen.app.push_screen(Pick("follow the feed?", choices, wide=True), done)


def show_feeds(screen: Panes) -> None:
    """The feeds with their health: what one brought can be listed; it can be called otherwise, moved, and removed."""
    screen.session.ask(screen.session.library.feeds.all, lambda found: _show_feeds(screen, found))


def _show_feeds(screen: Panes, feeds: Sequence[Subscription]) -> None:
    from reader.desk.feeds import health
    from reader.tui.screens.pick import Choice, PickFeed

    if not feeds:
        screen.say(NO_FEEDS)
        return
    if screen.app.screen is not screen:  # another was opened meanwhile
        return
    listed = screen.actions.views.wanted.feed

    def done(chosen: int | None) -> None:
        if chosen is not None:
            {"list": _list, "edit": _edit, "remove": _remove}[pick.wanted](screen, feeds[chosen])

    grouped = any(feed.group for feed in feeds)
    choices = [
        Choice(feed.shown, health(feed), feed.shown == listed, under=heading(feed.group, "group") if grouped else "")
        for feed in feeds
    ]
    trouble = sum(bool(feed.error or feed.ended) for feed in feeds)
    pick = PickFeed(f"feeds · {len(feeds):,}" + (f" · {trouble:,} in trouble" if trouble else ""), choices)
    screen.app.push_screen(pick, done)


def _list(screen: Panes, feed: Subscription) -> None:
    """List what a feed brought; everything again, if that is what is listed."""
    views = screen.actions.views
    name = None if feed.shown == views.wanted.feed else feed.shown
    views.show(replace(views.wanted, feed=name), keep=screen.session.listed.current)


def _edit(screen: Panes, feed: Subscription) -> None:
    from reader.tui.screens.edit import Edit

    following = screen.actions.following

    def answered(changes: Mapping[str, str | None] | None) -> None:
        if changes:
            following.change(feed, changes)

    about = {
        "name": f"The outlet of its articles. Empty: {feed.title or feed.address}.",
        "group": "Together with others. Empty: alone.",
        "pages": "yes or no: what only teases is completed from its page.",
    }
    screen.app.push_screen(Edit(following.fields_of(feed), following.fault, about, feed.shown), answered)


def _remove(screen: Panes, feed: Subscription) -> None:
    from reader.tui.screens.pick import Choice, Pick

    def answered(chosen: int | None) -> None:
        if chosen:
            screen.actions.following.remove(feed, articles=chosen == 2)

    choices = [
        Choice("keep the feed"),
        Choice("follow it no longer", "its articles stay"),
        Choice("remove articles, too", "not starred, tagged ones"),
    ]
    screen.app.push_screen(Pick(f"remove {feed.shown}?", choices, wide=True), answered)
