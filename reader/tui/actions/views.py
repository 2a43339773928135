"""What is listed: everything or a part, under which headings, and how many articles that are.

Here: views. Not here: the list (its widget), the questions that lead to a view (screens).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from reader.article import View
from reader.errors import ReaderError
from reader.tui.session.aside import Task
from reader.tui.session.changes import Counted, Listed, ListingStale
from reader.tui.session.session import Session

_FIRST_PIECE = 500
"""Places that are listed at once; the rest follows aside."""
_DAYS = 30
_MOST = 500
"""Outlets, and tags, that can be filtered by."""


class Filter(NamedTuple):
    """Something to filter by."""

    kind: str
    """`everything`, `unread`, `starred`, `group`, `tag`, `outlet`."""
    name: str
    """The group of feeds, tag or outlet; empty: no known outlet."""
    articles: int | None
    """How many there are; None: not counted."""
    on: bool
    """Whether it is in force."""
    view: View
    """What is listed with it; if it is in force, without it."""


class Views:
    """The view of a session's list."""

    def __init__(self, session: Session) -> None:
        """session: whose list it is."""
        self.session = session
        self.wanted = session.home
        """What is listed, or about to be."""
        self.typed = ""
        """The search that is on, as it was typed."""
        self._searched = session.home
        """What it is a search of: the filters that were on before it."""

    @property
    def narrowed(self) -> bool:
        """Whether a search or a filter is on."""
        return replace(self.session.listed.view, group="date") != replace(self.session.home, group="date")

    def show(self, view: View, *, keep: int | None = None) -> None:
        """List something else; a search is worked out aside. keep: the article to leave the cursor on."""
        session = self.session
        session.give_up()
        self.wanted = view
        if view.query:
            session.ask(lambda: self._beginning(view, keep), session.tell, self._stay)
            return
        with session.trying():
            try:
                session.tell(self._beginning(view, keep))
            except ReaderError:
                self._stay()
                raise

    def search(self, typed: str) -> str:
        """List what is asked for, words and operators (see `asking`): why it is not understood, empty if it is."""
        from reader.desk.asking import asked_for  # the first screen needs nothing of it

        of = self._searched if self.typed else replace(self.wanted, query=None)
        try:
            view = asked_for(typed, replace(of, group=self.wanted.group))
        except ReaderError as error:
            return str(error)
        self.typed, self._searched = typed.strip(), of
        if view != self.wanted:
            self.show(view)
        return ""

    def filter(self, view: View) -> None:
        """List what a filter leaves; the operators of a search are filters from now on."""
        self.typed, self._searched = view.query or "", replace(view, query=None)
        self.show(view, keep=self.session.listed.current)

    def _beginning(self, view: View, keep: int | None) -> Listed:
        """The first places of a listing. Raises ReaderError when the library cannot be read."""
        library = self.session.library
        slots = library.slots(view, limit=_FIRST_PIECE)
        return Listed(view, slots, len(slots) < _FIRST_PIECE, [name for name, _ in library.outlets()], keep)

    def _stay(self) -> None:
        """What was listed before stays."""
        self.wanted = self.session.listed.view

    def change(self, **changes: Any) -> None:
        """List under other headings, or more, or less; the cursor stays on its article."""
        self.show(replace(self.session.listed.view, **changes), keep=self.session.listed.current)

    def widen(self) -> None:
        """End search and filter."""
        listed = self.session.listed
        self.typed = ""
        self.show(replace(self.session.home, group=listed.view.group), keep=listed.current)

    def reload(self) -> None:
        """Articles have come or changed."""
        if len(self.session.listed.listing):
            self.session.tell(ListingStale())
            self.count()
        else:
            self.show(self.session.listed.view)

    def count(self) -> None:
        """Count again, in a thread."""
        session, view = self.session, self.session.listed.view

        def work(task: Task) -> None:
            activity = [number for _, number in session.library.activity(view, _DAYS)]
            task.deliver(session.tell, Counted(*session.library.count(view), activity))

        session.start("count", work)  # that the library cannot be read is said by the list

    def filters(self, then: Callable[[Sequence[Filter]], None]) -> None:
        """Have it looked up what can be filtered by: everything, unread, starred, groups, tags, outlets. then: told."""
        view, home, library = self.session.listed.view, self.session.home, self.session.library

        def look_up() -> Sequence[Filter]:
            found = [
                Filter("everything", "", None, not self.narrowed, replace(home, group=view.group)),
                Filter("unread", "", None, view.unread, replace(view, unread=not view.unread)),
                Filter("starred", "", None, view.starred, replace(view, starred=not view.starred)),
            ]
            for group in library.feeds.groups()[:_MOST]:
                on = view.feed_group == group
                found.append(Filter("group", group, None, on, replace(view, feed_group=None if on else group)))
            for tag, count in library.tags()[:_MOST]:
                on = view.tag == tag
                found.append(Filter("tag", tag, count, on, replace(view, tag=None if on else tag)))
            for outlet, count in library.outlets()[:_MOST]:
                on = view.outlet == outlet
                found.append(Filter("outlet", outlet, count, on, replace(view, outlet=None if on else outlet)))
            on = view.outlet == ""
            if on or library.slots(replace(home, outlet=""), limit=1):
                found.append(Filter("outlet", "", None, on, replace(view, outlet=None if on else "")))
            return found

        self.session.ask(look_up, then)
