"""Commands for what the list shows, and for the program itself."""

# ruff: noqa: D102  (the docstring of each class says what running it does)

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.commands.base import Command
from reader.tui.screens import dialogues

if TYPE_CHECKING:
    from reader.article import Grouping
    from reader.tui.screens.main import MainScreen


def _already(screen: MainScreen, group: Grouping) -> str:
    return f"the list is grouped by {group} already" if screen.list.view.group == group else ""


class ByDate(Command):
    """Group the list by date."""

    keys, group, hint, rank, panes = "1", "List", "group", 20, "list"

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        return _already(screen, "date")

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.shelf.change(group="date")


class ByOutlet(Command):
    """Group the list by outlet."""

    keys, group, hint, rank, panes = "2", "List", "group", 20, "list"

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        return _already(screen, "outlet")

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.shelf.change(group="outlet")


class ByStory(Command):
    """Group the list by story."""

    keys, group, hint, rank, panes = "3", "List", "group", 20, "list"

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        return _already(screen, "story")

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.shelf.change(group="story")


class Ungrouped(Command):
    """Do not group the list."""

    keys, group, hint, rank, panes = "4", "List", "group", 20, "list"

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        return _already(screen, "nothing")

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.shelf.change(group="nothing")


class Search(Command):
    """Search all texts; the list shows what matches."""

    keys, group, hint, rank, panes = "/", "List", "search", 8, "list text"

    @staticmethod
    def run(screen: MainScreen) -> None:
        dialogues.ask_search(screen)


class Filter(Command):
    """List only unread or starred articles, or those of one tag or outlet."""

    keys, group, hint, rank, panes = "f", "List", "filter", 11, "list"

    @staticmethod
    def run(screen: MainScreen) -> None:
        dialogues.ask_filter(screen)


class Problems(Command):
    """Show what could not be added, and why."""

    keys, group = "!", "Program"

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        return "" if screen.adding.problems else "no problems"

    @staticmethod
    def run(screen: MainScreen) -> None:
        dialogues.show_problems(screen)


class Theme(Command):
    """Choose the colours."""

    group = "Program"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.app.search_themes()


class Palette(Command):
    """Find a command by its name."""

    keys, group = ":,ctrl+p", "Program"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.app.action_command_palette()


class Help(Command):
    """Show all keys."""

    keys, group, hint, rank = "?,f1", "Program", "help", 99

    @staticmethod
    def run(screen: MainScreen) -> None:
        dialogues.show_help(screen)


class Quit(Command):
    """Back to the list; from there, leave the program."""

    keys, group = "q", "Program"

    @staticmethod
    def run(screen: MainScreen) -> None:
        if screen.inside or screen.zen or screen.shelf.narrowed:
            screen.leave()
        else:
            screen.app.exit()


class QuitNow(Command):
    """Leave the program at once."""

    keys, group = "Q", "Program"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.app.exit()


class Suspend(Command):
    """Put the program to sleep; `fg` in the shell wakes it."""

    keys, group = "ctrl+z", "Program"

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.app.action_suspend_process()
