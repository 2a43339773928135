"""What the list shows: everything or a part, under which headings, and the numbers in the masthead.

Here: views. Not here: the list itself (its widget), the questions that lead to a view (dialogues).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.article import View
from reader.tui.draw import wording
from reader.tui.session.aside import Task

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

_DAYS = 30

_HOW_TO_BEGIN = (
    "Nothing here yet.",
    "",
    "Leave with q, then add articles:",
    "",
    "  reader add FOLDER",
    "  reader add FILE …",
    "",
    "Text, HTML and JSON files will do.",
)


class Shelf:
    """The view of a screen's list."""

    def __init__(self, screen: MainScreen, home: View) -> None:
        """home: what is listed when nothing is searched or filtered."""
        self.screen = screen
        self.home = home
        self._begun = False

    @property
    def view(self) -> View:
        """What is listed now."""
        return self.screen.list.view

    @property
    def narrowed(self) -> bool:
        """Whether a search or a filter is on."""
        return replace(self.view, group="date") != replace(self.home, group="date")

    def show(self, view: View, *, keep: int | None = None) -> None:
        """List something else. keep: the article to leave the cursor on."""
        with self.screen.trying():
            self.screen.list.load(view, keep=keep)
            self.screen.reading.find_words(go=True)
        self._describe()
        self.screen.tell()
        if self._begun:
            self.begin()

    def begin(self) -> None:
        """Start what is done aside: the rest of the list, the numbers. Before the first picture it would delay it."""
        self._begun = True
        self.screen.list.load_rest()
        self.count()

    def change(self, **changes: Any) -> None:
        """List under other headings, or more, or less; the cursor stays on its article."""
        self.show(replace(self.view, **changes), keep=self.screen.list.current)

    def widen(self) -> None:
        """End search and filter."""
        self.show(replace(self.home, group=self.view.group), keep=self.screen.list.current)

    def reload(self) -> None:
        """Articles have come or changed."""
        if len(self.screen.list.listing):
            self.screen.list.reload()
            self.count()
        else:
            self.show(self.view)

    def _describe(self) -> None:
        view = self.view
        scope = [f"in {Path(view.under).name or view.under}" if view.under else "all articles"]
        scope += [f"“{view.query}”"] if view.query else []
        scope += ["unread"] if view.unread else []
        scope += ["starred"] if view.starred else []
        scope += [f"#{view.tag}"] if view.tag else []
        scope += [view.outlet or "outlet unknown"] if view.outlet is not None else []
        scope += [f"by {view.group}"] if view.group != "nothing" else []
        self.screen.masthead.update(scope=scope)

    def count(self) -> None:
        """Count again, in a thread."""
        view, library = self.view, self.screen.library

        def work(task: Task) -> None:
            activity = [number for _, number in library.activity(view, _DAYS)]
            task.deliver(self._counted, library.count(view), activity)

        # That the library cannot be read is said by the list.
        self.screen.aside.start("count", self.screen, work, lambda error: None)

    def _counted(self, counted: tuple[int, int], activity: Sequence[int]) -> None:
        """Put the numbers into the masthead."""
        articles, unread = counted
        counts = f"{wording.count_of(articles, 'article')} · {unread:,} unread"
        self.screen.masthead.update(counts=counts, activity=activity)

    def explain_emptiness(self) -> None:
        """Why nothing is listed, and what to do about it."""
        if self.screen.adding.going_on:
            note: Sequence[str] = ("Looking for articles …",)
        elif self.narrowed:
            note = ("No article is like that.", "", self.screen.list.hint("leave", " list everything again"))
        else:
            note = _HOW_TO_BEGIN
        self.screen.list.empty_note = note
        self.screen.list.refresh()
