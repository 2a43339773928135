"""What the bottom line says about keys, made from the commands.

Here: which hints, in which order. Not here: drawing them (bars).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.tui.commands import COMMANDS
from reader.tui.widgets.bars import Hint

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen


def hints(screen: MainScreen) -> Sequence[Hint]:
    """The hints for the pane the keys go to, most useful first, help last. Commands with one word share a hint."""
    pane = screen.pane.id or ""
    shared: dict[str, Hint] = {}
    for name, command in sorted(COMMANDS.items(), key=lambda item: item[1].rank):
        keys = screen.keymap.shown(name)
        word = command.hint_now(screen)
        if not word or pane not in command.panes.split() or not keys:
            continue
        able = not command.blocked(screen)
        first = shared.get(word)
        if first is None:
            shared[word] = Hint(keys[0], word, name, able)
        else:
            shared[word] = Hint(f"{first.keys} {keys[0]}", first.what, first.command, first.able or able)
    return list(shared.values())
