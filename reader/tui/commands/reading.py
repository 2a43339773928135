"""Commands for what is shown of an article, for marks, and for what leaves the program."""

# ruff: noqa: D102  (the docstring of each class says what running it does)

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.safety import plain
from reader.tui.actions import outside
from reader.tui.commands.base import Command, no_article
from reader.tui.screens import dialogues

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen


class Summary(Command):
    """Change between summary beside the text, text alone and summary alone."""

    keys, group, hint, rank = "s", "Article", "summary", 5

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.next_mode()


class Longer(Command):
    """Make the summary a sentence longer."""

    keys, group, hint, rank, panes = "+,=", "Article", "length", 9, "summary text"

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        return screen.reading.cannot_change_length(1)

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.reading.change_length(1)


class Shorter(Command):
    """Make the summary a sentence shorter."""

    keys, group, hint, rank, panes = "-", "Article", "length", 9, "summary text"

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        return screen.reading.cannot_change_length(-1)

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.reading.change_length(-1)


class Method(Command):
    """Summarise by the next method: news, lexrank, textrank, lsa, luhn, sumbasic, kl, reduction."""

    keys, group, hint, rank, panes = "m", "Article", "method", 10, "summary text"
    blocked = staticmethod(no_article)

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.reading.next_method()


class Cuts(Command):
    """Show or hide what cleaning cut, in its place, each with its rule."""

    keys, group, hint, rank, panes = "c", "Article", "cuts", 5, "text"

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        # Also where nothing was cut: the reader may have something to cut there.
        return "" if screen.reading.article is not None else "no article here"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.toggle_cuts()


class Zen(Command):
    """Show the text and nothing else, or everything again."""

    keys, group = "z", "Article"
    blocked = staticmethod(no_article)

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.toggle_zen()


class ToggleRead(Command):
    """Mark the article read, or unread again."""

    keys, group, hint, rank = "r", "Marks", "read?", 15
    panes = ""
    writes = True
    blocked = staticmethod(no_article)

    @staticmethod
    def run(screen: MainScreen) -> None:
        if entry := screen.acting_entry:
            screen.marks.mark([entry.id], read=not entry.read)


class MarkShownRead(Command):
    """Mark every article of the list read."""

    keys, group = "A", "Marks"
    writes = True

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        return "" if len(screen.list.listing) else "no article here"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.marks.mark_all_read()


class Undo(Command):
    """Take back what was done last: marks, what was set by hand, lines cut or kept, a decision about a story."""

    keys, group = "u", "Marks"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.say(screen.writing.busy)
        screen.marks.undo()


class Star(Command):
    """Star the article, or take its star away."""

    keys, group, hint, rank, panes = "*", "Marks", "star", 16, "list text"
    writes = True
    blocked = staticmethod(no_article)

    @staticmethod
    def run(screen: MainScreen) -> None:
        if entry := screen.acting_entry:
            screen.marks.mark([entry.id], starred=not entry.starred)


class Tag(Command):
    """Give the article tags."""

    keys, group = "t", "Marks"
    writes = True
    blocked = staticmethod(no_article)

    @staticmethod
    def run(screen: MainScreen) -> None:
        dialogues.ask_tags(screen)


class OpenInBrowser(Command):
    """Open the article's own page in the browser."""

    keys, group = "o", "Outside"

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        if screen.acting_on is None:
            return "no article here"
        # A highlighted article has not been read from the library yet; whether it has an address shows when it is.
        article = screen.reading.article
        if article is not None and article.id == screen.acting_on and not outside.is_web_address(article.url):
            return "this article has no web address"
        return ""

    @staticmethod
    def run(screen: MainScreen) -> None:
        if screen.acting_on is not None:
            screen.say(outside.open_in_browser(screen.app, screen.library.article(screen.acting_on).url))


class Copy(Command):
    """Copy the article's headline, outlet, date, address and summary; in the summary, the selected sentence."""

    keys, group = "y", "Outside"
    blocked = staticmethod(no_article)

    @staticmethod
    def run(screen: MainScreen) -> None:
        summary = screen.summary.summary
        if screen.pane is screen.summary and summary and summary.sentences:
            text, what = plain(summary.sentences[screen.summary.cursor].text), "sentence"
        elif screen.acting_on is not None:
            summary = screen.library.summary(screen.acting_on, sentences=screen.reading.length)
            text, what = outside.as_text(screen.library.article(screen.acting_on), summary), "article"
        screen.app.copy_to_clipboard(text)
        screen.say(f"{what} copied")
