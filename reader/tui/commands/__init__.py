"""The commands: one class each, from which bindings, the line of keys, the palette and help are made."""

from reader.tui.commands import listing, moving, reading  # noqa: F401  (importing them registers their commands)
from reader.tui.commands.base import COMMANDS, Command

__all__ = ["COMMANDS", "Command"]
