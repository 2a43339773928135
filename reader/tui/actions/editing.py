"""Setting right what cleaning got wrong: the article's fields, and lines that are text or furniture after all.

Here: asking, having it done aside (the article is made anew), showing it. Not here: what is done (the desk), the
dialogue (screens).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from reader.article import Article, Removed
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen
    from reader.tui.session.writing import Say


class Editing:
    """Corrections of a screen's articles."""

    def __init__(self, screen: MainScreen) -> None:
        """screen: whose library is corrected and whose panes show it."""
        self.screen = screen

    def ask(self, article_id: int, say: Say | None = None, done: Say | None = None) -> None:
        """Ask for an article's headline, outlet, date and byline.

        say, done: told that it is being written and what was, instead of the main screen's bottom line.
        """
        from reader.tui.screens.edit import Edit  # with Textual's input field it would cost the first screen time

        article = self.screen.library.article(article_id)

        def answered(changes: Mapping[str, str | None] | None) -> None:
            if changes:
                act = partial(self.screen.library.edit, article_id, changes)
                self._do(act, f"{', '.join(changes)} changed", say or self.screen.say, done or self.screen.say)

        self.screen.app.push_screen(Edit(fields_of(article), fault), answered)

    def overrule(self, article_id: int) -> None:
        """Cut the paragraph that is selected, or keep the cut line that is."""
        piece = self.screen.text.piece
        if piece is not None:
            outlet = self.screen.reading.article.outlet if self.screen.reading.article else None
            done = "kept by hand" if isinstance(piece, Removed) else "cut by hand"
            reach = f", also in what comes of {outlet}" if outlet else ""
            act = partial(self.screen.library.overrule, article_id, [piece])
            self._do(act, f"{done}{reach}", self.screen.say, self.screen.say)

    def _do(self, act: Callable[[], object], what: str, say: Say, done: Say) -> None:
        def work() -> str:
            act()
            return f"{what} · u takes it back"

        def written(note: str) -> None:
            self.show()
            done(note)

        say("working …")
        self.screen.writing.start(work, written, self.screen.warn)

    def show(self) -> None:
        """Articles may say something else now: in the list, and in the panes."""
        with self.screen.trying():
            self.screen.list.changed(None)
            self.screen.shelf.reload()
            self.screen.reading.reread()


def fields_of(article: Article) -> dict[str, tuple[str, bool]]:
    """What the dialogue begins with: each field as a person would type it, and whether it was set by hand."""
    from reader.desk.corrections import fields_by_hand  # the first screen needs nothing of it

    when = article.published
    day = when.isoformat(" ", "minutes") if isinstance(when, datetime) else when.isoformat() if when else ""
    said = {"headline": article.headline, "outlet": article.outlet, "date": day, "byline": article.byline}
    by_hand = fields_by_hand(article.corrected)
    return {field: (value or ("?" if field in by_hand else ""), field in by_hand) for field, value in said.items()}


def fault(field: str, value: str) -> str:
    """Why a value cannot be taken, for the person; empty when it can."""
    if field == "date" and value not in ("", "?"):
        from reader.desk.corrections import day_of  # the first screen needs nothing of it

        try:
            day_of(value)
        except ReaderError as error:
            return str(error)
    return ""
