"""What can change while a person reads: one small type for each, which the session's listeners are told.

Here: plain data. Not here: what is seen of it (screens).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.article import Problem, Progress, Sentence, Slot, View
from reader.desk.shared_names import Spot

Change = object
"""One of the types below."""


class ArticleShown(NamedTuple):
    """Another article is in the panes, or none."""

    place: int = 0
    """The character of its text to begin at."""


class Opened(NamedTuple):
    """An article is read: the keys go to it."""

    article_id: int
    place: int | None = None
    """The character of its text to go to, if it was in the panes already; None: it stays where it is."""
    spot: Spot | None = None
    """A passage of it to be set off, if there is one; without an end: only its text is meant."""


class Summarised(NamedTuple):
    """The present article has another summary, or none yet."""

    note: str = ""
    """Said instead of a summary."""


class Surveyed(NamedTuple):
    """What is related to the present article is known."""

    note: str = ""
    """Said instead."""


class Explained(NamedTuple):
    """Why a sentence was taken by the summary."""

    article_id: int
    sentence: Sentence
    reasons: Sequence[str]


class Placed:
    """Which telling of its story the present article is, is known."""


class Traced:
    """Where else the passages of the present article stand is known."""


class Linked:
    """Where the present article's text leads to on the web is known."""


class WordsFound(NamedTuple):
    """The words of a search, or of a find, stand at these places of the present article."""

    places: Sequence[tuple[int, int]] = ()
    first: int | None = None
    """The number of the one to bring into view, if any."""
    here: int | None = None
    """The number of the one to be set off, if any."""


class Marked(NamedTuple):
    """Articles have other marks. None: any may have."""

    ids: Sequence[int] | None


class Listed(NamedTuple):
    """The beginning of another listing."""

    view: View
    slots: Sequence[Slot]
    complete: bool
    """Whether these are all of its places."""
    outlets: Sequence[str]
    """The names of all outlets."""
    keep: int | None
    """The article to put the cursor on."""


class ListingStale:
    """Articles have come, gone or changed: the same listing is to be read again."""


class Counted(NamedTuple):
    """How many articles are listed."""

    articles: int
    unread: int
    activity: Sequence[int]
    """Articles a day, the newest last."""


class Progressed(NamedTuple):
    """How far adding has come."""

    progress: Progress | None
    """None: it has ended."""
    problems: int


class NothingTaken:
    """Nothing of what was named could be added: its problems are to be shown."""


class Offered(NamedTuple):
    """A page that was added names feeds, which the person may want to follow."""

    feeds: Sequence[Problem]


class Asked(NamedTuple):
    """Something is being looked up that the next key waits for."""


class Said(NamedTuple):
    """Something for the person to read."""

    note: str
    alarming: bool = False
