"""The commands: one class each, from which bindings, the line of keys, the palette and help are made."""

# Importing registers them, in this order.
from reader.tui.commands import moving, story, comparing, reading, editing, listing  # noqa: F401, I001
from reader.tui.commands.base import COMMANDS, Command

__all__ = ["COMMANDS", "Command"]
