"""What a person sets right: the article's fields, lines that are text or furniture after all, which story it is in.

Here: having it done, most of it aside, and taking back what was done last. Not here: what is done (the desk),
asking for it (screens).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from reader.article import Article, Paragraph, Removed, Story
from reader.errors import ReaderError
from reader.tui.actions.marking import Marking
from reader.tui.actions.reading import Reading
from reader.tui.session.aside import Task
from reader.tui.session.changes import Marked
from reader.tui.session.session import Session
from reader.tui.session.writing import Say

_BACK = " · u takes it back"


class Near(NamedTuple):
    """The stories nearest to an article."""

    own: int | None
    """The story it is in."""
    stories: Sequence[Story]


class ByHand:
    """Corrections of a session's articles."""

    def __init__(self, session: Session, marking: Marking, reading: Reading) -> None:
        """marking, reading: show what has changed."""
        self.session = session
        self.marking = marking
        self.reading = reading

    # ------------------------------------------------------------- the article

    def edit(self, article_id: int, changes: Mapping[str, str | None], say: Say, done: Say) -> None:
        """Set some of its fields. say, done: told that it is being written and what was."""
        self._write(lambda: self.session.library.edit(article_id, changes), f"{', '.join(changes)} changed", say, done)

    def overrule(self, piece: Paragraph | Removed) -> None:
        """Cut a paragraph of the present article, or keep a cut line."""
        article, say = self.session.article, self.session.say
        if article is None or article.id is None:
            return
        number = article.id
        done = "kept by hand" if isinstance(piece, Removed) else "cut by hand"
        reach = f", also in what comes of {article.outlet}" if article.outlet else ""
        self._write(lambda: self.session.library.overrule(number, [piece]), f"{done}{reach}", say, say)

    def _write(self, act: Callable[[], object], what: str, say: Say, done: Say) -> None:
        def work() -> str:
            act()
            return f"{what}{_BACK}"

        def written(note: str) -> None:
            self._articles_changed()
            done(note)

        say("working …")
        self.session.writing.start(work, written, self.session.warn)

    def _articles_changed(self) -> None:
        """Articles may say something else now: in the list, and in the panes."""
        with self.session.trying():
            self.session.listed.forget()
            self.session.tell(Marked(None))
            self.marking.views.reload()
            self.reading.reread()

    # --------------------------------------------------------------- its story

    def split(self, article_id: int, done: Say) -> None:
        """Take an article out of its story for good. done: told so."""
        self._decide(lambda: f"not of story {self.session.library.split(article_id)} any more", done)

    def _decide(self, act: Callable[[], str], done: Say) -> None:
        """Have something decided about a story. act: what it was."""

        def decided(note: str) -> None:
            self._stories_changed()
            done(note)

        self.session.writing.start(lambda: f"{act()}{_BACK}", decided, self.session.warn)

    def near_stories(self, article_id: int, then: Callable[[Near], None], failed: Say) -> None:
        """Have it looked up which stories are nearest to an article. then: told them; failed: why they cannot be."""
        library = self.session.library

        def work(task: Task) -> None:
            stories = library.near_stories(article_id)
            entries = library.entries([article_id])
            task.deliver(then, Near(entries[0].story if entries else None, stories))

        self.session.start("near", work, failed)

    def unite(self, article_id: int, near: Near, chosen: int, done: Say) -> None:
        """Make one story of the article's and a near one; an article in none is put into that. done: told so."""
        library, story = self.session.library, near.stories[chosen].id

        def act() -> str:
            if near.own is not None:
                return f"one story now: {library.merge(near.own, story)}"
            library.join(article_id, story)
            return f"put into story {story}"

        self._decide(act, done)

    def _stories_changed(self) -> None:
        """Stories are not what they were: the list, and what is related to the article being read, show it."""
        self.marking.changed(None)
        self.reading.survey_again()
        if self.session.listed.view.group == "story":
            self.marking.views.reload()

    # ------------------------------------------------------------- taking back

    def undo(self, done: Say) -> None:
        """Take back what was done last, in a thread: it may have been a marking of many articles, or what one says.

        What is still being written is what was done last. done: told what it was.
        """

        def work() -> str:
            undone = self.session.library.undo()
            return f"taken back: {undone}" if undone else "nothing to take back"

        def written(note: str) -> None:
            self._stories_changed()
            self._articles_changed()
            done(note)

        self.session.writing.start(work, written, self.session.warn)


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
