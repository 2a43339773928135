"""The nouns of comparing: what two articles share, where else a passage stands, which are copies of one report.

As in `article`, frozen dataclasses that every other room speaks in, and nothing of ours is imported but those.
Not here: how any of it is worked out (stories, desk) or shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.article import Sentence


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that tells a report which another one told first."""

    article_id: int
    added: tuple[Sentence, ...] = ()
    """Its sentences that the first one does not have, in whatever words; places count in its own text."""
    left_out: tuple[Sentence, ...] = ()
    """Sentences of the first one that it does not have; places count in the first one's text."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One independent report and its copies: a wire report that four outlets print is one telling."""

    first: int
    """The id of the article that ran it first, as far as dates tell."""
    copies: tuple[Copy, ...] = ()
    """The articles that ran it after that, in time order, undated ones last."""

    @property
    def ids(self) -> tuple[int, ...]:
        """All its articles, the first one first."""
        return (self.first, *(copy.article_id for copy in self.copies))
