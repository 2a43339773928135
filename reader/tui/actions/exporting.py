"""Exporting: the article, its story or the list, to a file, a program or the clipboard.

Here: having it written aside, and what is said of it. Not here: what is written (export), asking for it (screens).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from reader.article import Story, View
from reader.errors import ReaderError
from reader.export import ENDINGS, FORMATS
from reader.safety import plain
from reader.tui.draw.wording import count_of
from reader.tui.session.aside import Task
from reader.tui.session.session import Session

_LONGEST_NAME = 60
"""Characters of a file's name before its ending."""

What = Literal["article", "story", "list"]


class Exportable(NamedTuple):
    """One thing that can be exported now."""

    what: What
    number: int
    """Of the article or the story; of the list, how many articles it has."""
    called: str
    """For people, and as the beginning of a file's name."""
    view: View


class Exporting:
    """What is exported, and where to."""

    def __init__(self, session: Session) -> None:
        """session: what is exported from."""
        self.session = session

    def exportable(self, story: Story | None = None, article: int | None = None) -> list[Exportable]:
        """What there is to be exported: the present article, its story, the list.

        story: the one that is looked at, which comes first then. article: the one that is selected in it.
        """
        session, view = self.session, self.session.listed.view
        if story is None:
            entry = session.acting_entry
        else:
            entry = next(iter(session.library.entries([article])), None) if article is not None else None
        found = []
        if entry is not None:
            called = entry.headline or entry.opening or f"article {entry.id}"
            found.append(Exportable("article", entry.id, called, view))
            if story is None and entry.story is not None:
                found.append(Exportable("story", entry.story, called, view))
        if story is not None:
            found.insert(0, Exportable("story", story.id, story.headline or f"story {story.id}", view))
        if length := len(session.listed.listing):
            found.append(Exportable("list", length, count_of(length, "article"), view))
        return found

    def export(
        self,
        one: Exportable,
        form: str,
        place: str,
        copy: Callable[[str], None],
        say: Callable[..., object] | None = None,
    ) -> None:
        """Write it aside. place: a file, `| program`, or empty: copy is called with it, in the screens' thread.

        say: told what the main screen is told; `alarming=True` where it went wrong.
        """
        session = self.session

        def note(what: str) -> None:
            session.say(what)
            if say is not None:
                say(what)

        def failed(why: str) -> None:
            session.warn(why)
            if say is not None:
                say(why, alarming=True)

        def work(task: Task) -> None:
            text = self._written(one, form, lambda: task.cancelled)
            if not place:
                task.deliver(copied, _text(text, form))
                return
            from reader.export import places

            if place.startswith("|"):
                places.give(text, place[1:])
                task.deliver(note, f"given to {place[1:].strip()}")
            else:
                path = Path(place).expanduser()
                places.put(text, path)
                task.deliver(note, f"written to {path}")

        def copied(text: str) -> None:
            copy(text)
            note(f"{one.what} copied as {form}")

        note("exporting …")
        session.start("export", work, failed)

    def formats(self) -> Sequence[str]:
        """The reader's own formats, then the person's."""
        from reader.extensions.exporters import configured  # the first screen does without it

        return [*FORMATS, *configured(self.session.config, FORMATS)]

    def file_name(self, one: Exportable, form: str) -> str:
        """A name for its file: `rovers-win-the-cup.md`."""
        from reader.extensions.exporters import ending

        name = ""
        for word in re.findall(r"\w+", one.called.casefold()):
            if len(name) + len(word) >= _LONGEST_NAME and name:
                break
            name += f"-{word}"
        end = ENDINGS[form] if form in ENDINGS else ending(self.session.config, form)
        return name[1 : 1 + _LONGEST_NAME] + end

    def _written(self, one: Exportable, form: str, stop: Callable[[], bool]) -> str | bytes:
        from reader.extensions import exporters

        if form in FORMATS:
            return self._document(one, form)
        config = self.session.config
        return exporters.made(config, form, self._document(one, exporters.input_of(config, form, FORMATS)), stop=stop)

    def _document(self, one: Exportable, form: str) -> str:
        from reader.export import writing

        library = self.session.library
        if one.what == "article":
            length = self.session.length_of(library.ranking(one.number))
            return writing.articles(library, [one.number], form, sentences=length)
        if one.what == "story":
            return writing.story(library, one.number, form)
        return writing.listing(library.articles(one.view), one.called, form)


def _text(made: str | bytes, form: str) -> str:
    """What was made, for the clipboard. Raises ReaderError where it is no text."""
    if isinstance(made, str):
        return made
    try:
        return plain(made.decode())
    except UnicodeDecodeError:
        raise ReaderError(f"{form} gives no text; name a file for it") from None
