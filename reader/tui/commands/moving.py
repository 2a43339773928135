"""Commands that move: in a pane, between panes, between articles, along the trail."""

# ruff: noqa: D102  (the docstring of each class says what running it does)

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.actions import why
from reader.tui.commands.base import Command, no_article

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen


def _nowhere(screen: MainScreen) -> str:
    return "no article here" if screen.pane is screen.list and not len(screen.list.listing) else ""


class Down(Command):
    """Move down, one line or item."""

    keys, group, hint, rank = "j,down", "Moving", "move", 1
    blocked = staticmethod(_nowhere)

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.pane.move(1)


class Up(Command):
    """Move up, one line or item."""

    keys, group, hint, rank = "k,up", "Moving", "move", 1
    blocked = staticmethod(_nowhere)

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.pane.move(-1)


class First(Command):
    """Go to the first line or item."""

    keys, group = "g,home", "Moving"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.pane.move_to_end(first=True)


class Last(Command):
    """Go to the last line or item."""

    keys, group = "G,end", "Moving"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.pane.move_to_end(first=False)


class HalfPageDown(Command):
    """Move down half a page."""

    keys, group = "ctrl+d", "Moving"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.pane.move_page(0.5)


class HalfPageUp(Command):
    """Move up half a page."""

    keys, group = "ctrl+u", "Moving"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.pane.move_page(-0.5)


class PageDown(Command):
    """Move down a page."""

    keys, group = "pagedown,ctrl+f", "Moving"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.pane.move_page(1)


class PageUp(Command):
    """Move up a page."""

    keys, group = "pageup,ctrl+b", "Moving"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.pane.move_page(-1)


class Onward(Command):
    """Read on: open the article, turn its pages, then open the next unread one."""

    keys, group, hint, rank, panes = "space", "Moving", "on", 4, "text"
    blocked = staticmethod(no_article)

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.read_on()


class Enter(Command):
    """Go into the article; from a summary sentence to its place in the text; from a related article into it."""

    keys, group, hint, rank, panes = "enter,l,right", "Moving", "read", 2, "list summary related"

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        if screen.pane is screen.text:
            return "already in the article"
        return no_article(screen)

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.enter()


class Leave(Command):
    """Go back to the list; from the list, end a search or filter."""

    keys, group, hint, rank = "escape,h,left", "Moving", "list", 3

    @classmethod
    def hint_now(cls, screen: MainScreen) -> str:
        if screen.pane is not screen.list:
            return cls.hint
        return "end search" if screen.list.view.query else "all" if screen.shelf.narrowed else ""

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        return "" if screen.inside or screen.zen or screen.shelf.narrowed else "this is the list; q quits"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.leave()


class NextPane(Command):
    """Go to the next pane."""

    keys, group = "tab", "Moving"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.next_pane(1)


class PreviousPane(Command):
    """Go to the previous pane."""

    keys, group = "shift+tab", "Moving"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.next_pane(-1)


class NextUnread(Command):
    """Go to the next unread article; while a search is on, to the next match."""

    keys, group, hint, rank, panes = "n", "Moving", "unread", 12, "list text"

    @classmethod
    def hint_now(cls, screen: MainScreen) -> str:
        return "match" if screen.list.view.query else cls.hint

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.next_unread(1)


class PreviousUnread(Command):
    """Go to the previous unread article; while a search is on, to the previous match."""

    keys, group, hint, rank, panes = "p", "Moving", "unread", 12, "list text"

    @classmethod
    def hint_now(cls, screen: MainScreen) -> str:
        return "match" if screen.list.view.query else cls.hint

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.next_unread(-1)


class NextArticle(Command):
    """Open the next article of the list."""

    keys, group, hint, rank, panes = "J", "Moving", "next", 13, "text"

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        return "" if screen.list.neighbour(1) is not None else "this is the last article of the list"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.open_neighbour(1)


class PreviousArticle(Command):
    """Open the previous article of the list."""

    keys, group, hint, rank, panes = "K", "Moving", "next", 13, "text"

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        return "" if screen.list.neighbour(-1) is not None else "this is the first article of the list"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.open_neighbour(-1)


class NextOfStory(Command):
    """Walk on through the story in time order across outlets, round to its beginning, then to the nearest related."""

    keys, group, hint, rank = "]", "Story and trail", "story", 6

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        return screen.reading.cannot_walk()

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.reading.step(1)


class PreviousOfStory(Command):
    """Walk back; where a walk begins, to what came earlier in the story."""

    keys, group, hint, rank = "[", "Story and trail", "story", 6

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        return screen.reading.cannot_walk()

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.reading.step(-1)


class WhyRelated(Command):
    """Say in full why this article follows: names, passages and quotations in both, how far apart they are."""

    keys, group, hint, rank, panes = "w", "Story and trail", "why", 13, "related text"

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        return "" if why.the_two(screen) else "choose a related article, or walk to one with ]"

    @staticmethod
    def run(screen: MainScreen) -> None:
        why.show_why(screen)


class Back(Command):
    """Go back along the trail of articles read, to the place where each was left."""

    keys, group, hint, rank, panes = "b", "Story and trail", "trail", 14, "text"

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        return "" if screen.reading.trail.behind else "the trail begins here"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.reading.along_trail(back=True)


class Forward(Command):
    """Go forward along the trail."""

    keys, group, hint, rank, panes = "B", "Story and trail", "trail", 14, "text"

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        return "" if screen.reading.trail.ahead else "the trail ends here"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.reading.along_trail(back=False)
