"""Every setting, in one place, as data: what it is called, what it takes, what holds without it, what it does.

Here: the table, from which `reader config explain`, `check`, `init` and the page of the documentation are made.
Not here: what follows from any of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from reader.article import METHODS, Grouping
from reader.config import kinds
from reader.config.kinds import Kind

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One thing that can be set."""

    name: str
    """Section and name, with a point between them. A part in capitals stands for a name that a person gives."""
    kind: Kind[T]
    default: T
    about: str
    """What it does, in sentences."""
    example: str
    """A value as the file has it, other than the default."""

    def fits(self, path: Sequence[str]) -> bool:
        """Whether a name in a file, part by part, is this setting's."""
        own = self.name.split(".")
        return len(own) == len(path) and all(a.isupper() or a == b for a, b in zip(own, path, strict=True))


THEME: Setting[str | None] = Setting(
    "theme",
    kinds.TEXT,
    None,
    "The colours of the screens, whatever was chosen there last. Without it the choice made in the screens holds.",
    '"reader-light"',
)
KEYS: Setting[Sequence[str]] = Setting(
    "keys.COMMAND",
    kinds.KEYS,
    (),
    "The keys of a command of the screens, in place of its own; help (?) lists the commands. A key that is given to one"
    " command is taken from the command that had it; an empty list leaves a command without any.",
    '["j", "down", "ctrl+n"]',
)
LINE_LENGTHS = range(40, 121)
"""Cells that an article's lines can have."""
LINE_LENGTH: Setting[int] = Setting(
    "text.line-length",
    kinds.whole(LINE_LENGTHS[0], LINE_LENGTHS[-1]),
    72,
    "How many characters wide the lines of an article are in the screens, where nobody has changed that (< and >).",
    "80",
)
VIEW: Setting[str] = Setting(
    "views.NAME",
    kinds.TEXT,
    "",
    "A view with a name, as it would be typed into a search: words and operators. It stands before those that are "
    "saved in the screens (V), and for `reader list --view NAME`.",
    '"is:unread language:german longer:5 sort:-date"',
)
LIST_GROUP: Setting[Grouping] = Setting(
    "list.group",
    kinds.one_of(*get_args(Grouping)),
    "date",
    "Under which headings a list stands that nobody has grouped otherwise, in the screens and of `reader list` on a "
    "terminal.",
    '"outlet"',
)
COLUMNS = ("id", "marks", "date", "outlet", "headline", "tellings", "tags", "minutes", "language")
LIST_COLUMNS: Setting[Sequence[str]] = Setting(
    "list.columns",
    kinds.some_of(*COLUMNS),
    ("id", "marks", "date", "outlet", "headline", "tellings", "tags"),
    "What `reader list` and `reader search` show of an article on a terminal, from left to right.",
    '["outlet", "headline", "minutes"]',
)
SUMMARY_METHOD: Setting[str] = Setting(
    "summary.method",
    kinds.TEXT,
    METHODS[0],
    f"How a summary is made: {', '.join(METHODS)}, or a method of your own.",
    '"lexrank"',
)
SUMMARY_SENTENCES: Setting[int | None] = Setting(
    "summary.sentences",
    kinds.whole(1, 50),
    None,
    "How many sentences a summary has. Without it three, or fewer of a brief note.",
    "5",
)
REFRESH_AT_START: Setting[bool] = Setting(
    "refresh.at-start",
    kinds.SWITCH,
    False,
    "Whether the screens ask the feeds that are due when they open.",
    "true",
)
REFRESH_EVERY: Setting[int | None] = Setting(
    "refresh.every",
    kinds.time(60, 7 * 86_400),
    None,
    "How often the screens ask the feeds that are due while they are open. Which are due follows from how often each "
    "has something new.",
    '"30m"',
)
METHOD_COMMAND: Setting[Sequence[str]] = Setting(
    "methods.NAME.command",
    kinds.COMMAND,
    (),
    "A summary method of your own: a program that is given an article's text on its standard input. What it prints is "
    "shown as its words, not the article's. No shell is asked; the program is looked for in PATH.",
    '["ollama", "run", "mistral", "Sum this up in three sentences:"]',
)
METHOD_TIME: Setting[int] = Setting(
    "methods.NAME.time-limit",
    kinds.time(1, 3600),
    60,
    "How long the program of a method may take before it is stopped.",
    '"3m"',
)
EXPORTER_COMMAND: Setting[Sequence[str]] = Setting(
    "exporters.NAME.command",
    kinds.COMMAND,
    (),
    "An export format of your own: a program that is given what is exported on its standard input, and prints the "
    "document.",
    '["pandoc", "--from", "markdown", "--to", "docx"]',
)
EXPORTER_INPUT: Setting[str] = Setting(
    "exporters.NAME.input",
    kinds.one_of("json", "markdown", "html", "bibtex", "csl"),
    "json",
    "The format in which the program of an exporter is given what is exported.",
    '"markdown"',
)
EXPORTER_ENDING: Setting[str] = Setting(
    "exporters.NAME.ending",
    kinds.ENDING,
    ".txt",
    "With what the names of its files end, where the screens suggest one.",
    '".docx"',
)
EXPORTER_TIME: Setting[int] = Setting(
    "exporters.NAME.time-limit",
    kinds.time(1, 3600),
    60,
    "How long the program of an exporter may take before it is stopped.",
    '"3m"',
)

SETTINGS: Sequence[Setting[Any]] = (
    THEME,
    KEYS,
    LINE_LENGTH,
    VIEW,
    LIST_GROUP,
    LIST_COLUMNS,
    SUMMARY_METHOD,
    SUMMARY_SENTENCES,
    REFRESH_AT_START,
    REFRESH_EVERY,
    METHOD_COMMAND,
    METHOD_TIME,
    EXPORTER_COMMAND,
    EXPORTER_INPUT,
    EXPORTER_ENDING,
    EXPORTER_TIME,
)
"""All of them, in the order in which they are explained."""


def named(path: Sequence[str]) -> Setting[Any] | None:
    """The setting that a name in a file, part by part, is."""
    return next((setting for setting in SETTINGS if setting.fits(path)), None)


def is_section(path: Sequence[str]) -> bool:
    """Whether settings are named below this name."""
    beyond = (setting.name.split(".") for setting in SETTINGS)
    return any(
        len(own) > len(path) and all(a.isupper() or a == b for a, b in zip(own, path, strict=False)) for own in beyond
    )


def nearest(name: str, names: Sequence[str]) -> str:
    """`; did you mean summary.method?`: the nearest of some names, or nothing."""
    from difflib import get_close_matches  # only where something is wrong

    found = get_close_matches(name, names, 1, 0.6)
    return f"; did you mean {found[0]}?" if found else ""
