"""Commands about the story that an article belongs to."""

# ruff: noqa: D102  (the docstring of each class says what running it does)

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.commands.base import Command, no_article

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen


class Story(Command):
    """Show the article's story: who published when, what they say together, copies, who said what, names."""

    keys, group, hint, rank = "x", "Story and trail", "overview", 7

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        if screen.acting_entry is None:
            return no_article(screen) or "this article could not be read"
        return "" if screen.acting_entry.story is not None else "this article is in no story"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.stories.open()


class NotOfStory(Command):
    """Take the article out of its story for good: it does not belong there."""

    keys, group = "X,delete", "Story and trail"
    writes = True
    blocked = Story.blocked

    @staticmethod
    def run(screen: MainScreen) -> None:
        if screen.acting_on is not None:
            screen.say(screen.stories.split(screen.acting_on))


class OneStory(Command):
    """Make one story of the article's and another one, for good; or put it into a story, where it is in none."""

    keys, group = "M", "Story and trail"
    writes = True
    blocked = staticmethod(no_article)

    @staticmethod
    def run(screen: MainScreen) -> None:
        if screen.acting_on is not None:
            screen.stories.merge(screen.acting_on, screen.say)
