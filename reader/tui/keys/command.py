"""What a command is: a class whose name, docstring and keys make its binding, its hint, its palette entry and its help.

Here: the base class and the registry. Not here: any command.
"""

from __future__ import annotations

import re
from typing import ClassVar

COMMANDS: dict[str, type[Command]] = {}
"""All commands by name, in the order in which help lists them."""


class Command:
    """The docstring of each subclass says what it does, in help and palette."""

    keys: ClassVar[str] = ""
    """Default keys, with commas between them."""
    group: ClassVar[str] = ""
    """Under which heading help lists it."""
    hint: ClassVar[str] = ""
    """A word for the line of keys; commands with the same word share one hint. Empty: not shown there."""
    together: ClassVar[str] = ""
    """On the first of those that share a hint: what they do, for the help of a screen."""
    rank: ClassVar[int] = 50
    """Hints with lower numbers come first, and stay longer when there is little room."""
    panes: ClassVar[str] = "list summary related text"
    """Where the hint is shown."""
    also: ClassVar[str] = ""
    """Other words that people look for it by."""
    writes: ClassVar[bool] = False
    """Whether it sets something by hand: what is still being written may change what it would act on."""

    def __init_subclass__(cls) -> None:
        COMMANDS[cls.name()] = cls

    @classmethod
    def name(cls) -> str:
        """As in keys.toml: `next-of-story`."""
        return "-".join(re.findall("[A-Z][a-z]*", cls.__name__)).lower()

    @classmethod
    def title(cls) -> str:
        """As in the palette: `Next of story`."""
        return cls.name().replace("-", " ").capitalize()

    @classmethod
    def about(cls) -> str:
        """The docstring on one line."""
        return " ".join((cls.__doc__ or "").split())
