"""What long work tells of itself: problems, how far it is, what it did, known to the others as nouns of `article`; and
how so many of anything are written.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Literal


def count_of(number: int, thing: str, things: str = "") -> str:
    """`1 article`, `12,000 articles`, `2 entries`."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be done; the rest of the work went on."""

    place: str
    """The path, URL or id, as given."""
    message: str
    """One line, no full stop: `not a text: looks like a PNG picture`."""
    note: bool = False
    """Whether nothing went wrong: a word about what was left out on purpose, `312 pages left out: not found (404)`."""
    offer: str = ""
    """The address of a feed that a page names, which may be followed."""
    titled: str = ""
    """What the page calls that feed; empty: nothing."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long piece of work is."""

    done: int
    total: int
    """0 while it is not known."""
    doing: str = ""
    step: Literal["adding", "refreshing", "syncing", "indexing", "working out"] = "adding"
    """`adding`: they can be read; `indexing`: they can be found; `working out`: summaries and what belongs together, of
    what was added."""


@dataclass(frozen=True, slots=True)
class AddReport:
    """What adding did. The numbers count articles."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    gone: int = 0
    ids: tuple[int, ...] = ()
    """Of the added and updated ones."""
    problems: tuple[Problem, ...] = field(default=())

    def __add__(self, other: AddReport) -> AddReport:
        """What both did."""
        return AddReport(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))
