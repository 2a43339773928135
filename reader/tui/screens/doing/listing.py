"""What is done to the list, to the library and to the program.

Here: from a command's name to the action or question. Not here: the actions, the questions (dialogues).
"""

from __future__ import annotations

from functools import partial

from reader.article import Grouping
from reader.tui.keys.commands import COMMANDS
from reader.tui.screens import dialogues, helping, incoming, list_dialogues
from reader.tui.screens.doing.does import Does, Table, away
from reader.tui.screens.panes import Panes


def news(screen: Panes) -> Table:
    """Commands for what comes in."""
    adding = screen.actions.adding

    def may_refresh() -> str:
        return "" if adding.going_on else COMMANDS["refresh"].hint

    def first_of_all() -> str:
        nothing = not len(screen.session.listed.listing) and not screen.actions.views.narrowed
        return COMMANDS["add"].hint if nothing else ""

    return {
        "add": Does(partial(incoming.ask_place, screen), adding.cannot_start, first_of_all),
        "sample": Does(partial(incoming.add_sample, screen), partial(incoming.cannot_add_sample, screen)),
        "stop": Does(
            adding.give_up,
            lambda: "" if adding.going_on else "nothing is being added or fetched",
            lambda: COMMANDS["stop"].hint if adding.going_on else "",
        ),
        "refresh": Does(adding.refresh, adding.cannot_start, may_refresh),
        "feeds": Does(partial(incoming.show_feeds, screen)),
    }


# ------------------------------------------------------------ list and program


def list_and_program(screen: Panes) -> Table:
    """Commands for what is listed, and for the program."""

    def group(by: Grouping) -> Does:
        def already() -> str:
            view = screen.session.listed.view
            if not len(screen.session.listed.listing):
                return "no article here"
            return f"the list is grouped by {by} already" if view.group == by and not view.sort else ""

        return Does(partial(screen.actions.views.change, group=by, sort=()), already)

    def explain() -> None:
        pane = screen.pane.id or "list"
        title, about = helping.PANES[pane]
        here = [
            (hint.keys, COMMANDS[hint.command].together or COMMANDS[hint.command].about())
            for hint in screen.hints()
            if hint.able and hint.command != "help"
        ]
        helping.show_help(screen, screen.keymap, title, about, here)

    def sought() -> str:
        return "find" if screen.session.inside else COMMANDS["search"].hint

    def leave_or_quit() -> None:
        if away(screen):
            screen.leave()
        else:
            screen.app.exit()

    return {
        "by-date": group("date"),
        "by-outlet": group("outlet"),
        "by-story": group("story"),
        "by-group": group("group"),
        "ungrouped": group("nothing"),
        "search": Does(lambda: list_dialogues.ask_words(screen), hint=sought),
        "filter": Does(partial(list_dialogues.ask_filter, screen)),
        "sort": Does(partial(list_dialogues.ask_sort, screen)),
        "views": Does(partial(list_dialogues.ask_view, screen)),
        "drop-filter": Does(
            screen.actions.views.drop, lambda: "" if screen.actions.views.narrowed else "nothing narrows the list"
        ),
        "problems": Does(
            partial(dialogues.show_problems, screen, screen.actions.adding.problems),
            lambda: "" if screen.actions.adding.problems else "no problems",
        ),
        "theme": Does(lambda: screen.app.search_themes()),
        "palette": Does(lambda: screen.app.action_command_palette()),
        "help": Does(explain),
        "quit": Does(leave_or_quit),
        "quit-now": Does(lambda: screen.app.exit()),
        "suspend": Does(lambda: screen.app.action_suspend_process()),
    }
