"""Moving in the panes, and from article to article of the list.

Here: from a command's name to the pane it is done to. Not here: what the panes make of it (widgets).
"""

from __future__ import annotations

from functools import partial

from reader.tui.keys.commands import COMMANDS
from reader.tui.screens import incoming
from reader.tui.screens.doing.does import Does, Table, away, no_article
from reader.tui.screens.panes import Panes


def moving(screen: Panes) -> Table:
    """Moving in the panes and between them."""

    def nowhere() -> str:
        return "no article here" if screen.pane is screen.list and not len(screen.session.listed.listing) else ""

    def begins() -> bool:
        """Whether there is nothing to go into but the sample, which is to be had."""
        listed = screen.session.listed
        empty = screen.pane is screen.list and not len(listed.listing) and not screen.actions.views.narrowed
        return empty and not incoming.cannot_add_sample(screen)

    def enter() -> None:
        if begins():
            incoming.add_sample(screen)
        else:
            screen.enter()

    def cannot_enter() -> str:
        if begins():
            return ""
        return "already in the article" if screen.pane is screen.text else no_article(screen)

    def cannot_leave() -> str:
        return "" if away(screen) else "this is the list; q quits"

    def leads_to() -> str:
        if screen.pane is not screen.list:
            return "end find" if screen.actions.reading.finding.on else COMMANDS["leave"].hint
        return "end search" if screen.session.listed.view.query else "all" if screen.actions.views.narrowed else ""

    return {
        "down": Does(partial(screen.action_move, 1), nowhere),
        "up": Does(partial(screen.action_move, -1), nowhere),
        "first": Does(partial(screen.action_end, True)),
        "last": Does(partial(screen.action_end, False)),
        "half-page-down": Does(partial(screen.action_page, 0.5)),
        "half-page-up": Does(partial(screen.action_page, -0.5)),
        "page-down": Does(partial(screen.action_page, 1)),
        "page-up": Does(partial(screen.action_page, -1)),
        "onward": Does(partial(_read_on, screen), partial(no_article, screen)),
        "enter": Does(enter, cannot_enter, lambda: "sample" if begins() else COMMANDS["enter"].hint),
        "leave": Does(screen.leave, cannot_leave, leads_to),
        "next-pane": Does(partial(screen.next_pane, 1), nowhere),
        "previous-pane": Does(partial(screen.next_pane, -1), nowhere),
    }


def _read_on(screen: Panes) -> None:
    """Open, turn the page, or open the next unread article."""
    if not screen.session.inside:
        screen.enter()
    elif screen.pane is screen.text and screen.text.at_end:
        _next_unread(screen, 1)
    else:
        screen.pane.move_page(1)


def _next_unread(screen: Panes, by: int) -> None:
    """To the next (previous) unread article, match of the search, or place of what is found in the article that is
    being read.
    """
    session, walking, finding = screen.session, screen.actions.walking, screen.actions.reading.finding
    if session.inside and finding.on:
        finding.step(by)
        return
    if session.inside and not session.listed.view.query:
        walking.next_unread(by)
        return
    if session.listed.view.query:
        found, none = session.listed.neighbour(by), "no further match"
    else:
        found, none = walking.unread_from(session.acting_on, by), walking.none_unread(by)
    if found is None:
        screen.say(none)
    elif session.inside:
        screen.actions.reading.open(found, place=0)
    elif not screen.list.select(found):
        screen.say("that article has not been listed yet")


def between_articles(screen: Panes) -> Table:
    """From article to article."""
    listed = screen.session.listed

    def sought() -> str:
        found = screen.session.inside and screen.actions.reading.finding.on
        return "match" if found or listed.view.query else COMMANDS["next-unread"].hint

    def at_end(by: int, which: str) -> str:
        return "" if listed.neighbour(by) is not None else f"this is the {which} article of the list"

    def nowhere() -> str:
        return "" if screen.session.inside or len(listed.listing) else "no article here"

    def open_neighbour(by: int) -> None:
        if (found := listed.neighbour(by)) is not None:
            screen.actions.reading.open(found)

    return {
        "next-unread": Does(partial(_next_unread, screen, 1), nowhere, sought),
        "previous-unread": Does(partial(_next_unread, screen, -1), nowhere, sought),
        "next-article": Does(partial(open_neighbour, 1), partial(at_end, 1, "last")),
        "previous-article": Does(partial(open_neighbour, -1), partial(at_end, -1, "first")),
    }
