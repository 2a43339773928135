"""What a command does on a screen, when it cannot, and its word in the line of keys.

Here: the nouns, and what several commands ask. Not here: any command.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from reader.tui.keys.commands import COMMANDS
from reader.tui.screens.panes import Panes
from reader.tui.widgets.bars import Hint


def _never() -> str:
    return ""


class Does(NamedTuple):
    """A command on a screen."""

    run: Callable[[], object]
    """Act. May raise ReaderError, whose message is then shown."""
    blocked: Callable[[], str] = _never
    """Why it cannot act now, for the person; empty when it can."""
    hint: Callable[[], str] | None = None
    """The word for the line of keys as things stand, empty: not shown there now; None: always the command's own."""


Table = dict[str, Does]


def hints(table: Mapping[str, Does], pane: str, shown: Callable[[str], Sequence[str]]) -> Sequence[Hint]:
    """The hints for the pane the keys go to, most useful first, help last. Commands with one word share a hint.

    shown: a command's keys as a person knows them.
    """
    shared: dict[str, Hint] = {}
    for name, command in sorted(COMMANDS.items(), key=lambda item: item[1].rank):
        keys, does = shown(name), table[name]
        word = command.hint if does.hint is None else does.hint()
        if not word or pane not in command.panes.split() or not keys:
            continue
        able = not does.blocked()
        first = shared.get(word)
        if first is None:
            shared[word] = Hint(keys[0], word, name, able)
        else:
            shared[word] = Hint(f"{first.keys} {keys[0]}", first.what, first.command, first.able or able)
    return list(shared.values())


def no_article(screen: Panes) -> str:
    """The commonest reason why a command cannot act."""
    return "" if screen.session.acting_on is not None else "no article here"


def away(screen: Panes) -> bool:
    """Whether there is a level to go back from: a find, zen, an article, a search."""
    return screen.session.zen or screen.session.inside or screen.actions.views.narrowed
