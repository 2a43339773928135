"""The commands: one class each, pure data, from which bindings, the line of keys, the palette and help are made.

Here: all of them together, in the order in which help lists them. Not here: what they do (actions), which of the
screens' panes they do it to (screens).
"""

from __future__ import annotations

from reader.tui.keys import reading_commands

from reader.tui.keys import other_commands  # isort: skip  # after those
from reader.tui.keys.command import COMMANDS, Command

__all__ = ["COMMANDS", "Command", "other_commands", "reading_commands"]
