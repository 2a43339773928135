"""Commands that set right what cleaning got wrong."""

# ruff: noqa: D102  (the docstring of each class says what running it does)

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.article import Removed
from reader.tui.commands.base import Command, no_article

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen


class Edit(Command):
    """Set the article's headline, outlet, date and byline by hand."""

    keys, group, hint, rank, panes = "e", "By hand", "edit", 17, "list text"
    writes = True
    blocked = staticmethod(no_article)

    @staticmethod
    def run(screen: MainScreen) -> None:
        if screen.acting_on is not None:
            screen.editing.ask(screen.acting_on)


class Overrule(Command):
    """While cuts are shown: cut the selected paragraph as furniture, or keep the selected cut line as text."""

    keys, group, hint, rank, panes = "v", "By hand", "cut it", 4, "text"
    writes = True

    @classmethod
    def hint_now(cls, screen: MainScreen) -> str:
        if screen.pane is not screen.text or screen.text.piece is None:
            return ""
        return "keep it" if isinstance(screen.text.piece, Removed) else "cut it"

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        if not screen.text.cuts:
            return "it acts on lines while the cuts are shown: c"
        if screen.pane is not screen.text:
            return "go into the text first, to select a line"
        return "" if screen.text.piece is not None else "there is nothing to cut or keep here"

    @staticmethod
    def run(screen: MainScreen) -> None:
        if screen.reading.article is not None and screen.reading.article.id is not None:
            screen.editing.overrule(screen.reading.article.id)
