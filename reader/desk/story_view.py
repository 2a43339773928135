"""A story from all sides, without a screen: who published when, the brief, the tellings, the names, who said what.

Here: the articles brought together, the bounds that keep a story of hundreds of articles quick, what was said under
whose name. Not here: how anything is worked out from texts (the rooms below), how it is shown (cli, tui).
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from itertools import combinations

from reader.article import Article, Entry, Sentence, Summary
from reader.comparison import Disagreement, Side, Telling
from reader.desk import overlap
from reader.desk.shared_names import SharedName, Spot, shared_names
from reader.desk.sources import Sources, sources_of
from reader.desk.texts import brief
from reader.errors import NotFound
from reader.library import Store
from reader.moments import day_of

LOOKED_AT = 60
"""How many articles of a story are read at most; those of a longer one are spread over its time."""
TELLINGS = 12
"""Independent reports that are compared with each other."""
_LONGEST = 100_000
"""Characters of a text that are read."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words as one article quotes them."""

    spot: Spot
    text: str
    speaker: str | None
    """As this article names the speaker."""
    verbatim: bool
    """Whether they add no words to the first version of the statement; else they are another wording."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody whom the articles quote."""

    speaker: str | None
    """None: no article says whose words these are."""
    statements: tuple[tuple[Quoted, ...], ...]
    """Each as all its articles have it, the fullest version first; what most articles have comes first."""

    @property
    def articles(self) -> int:
        """How many articles quote them."""
        return len({quoted.spot.article_id for versions in self.statements for quoted in versions})


@dataclass(frozen=True, slots=True)
class Risen:
    """A figure that grew while a story went on."""

    about: str
    """What it counts, as of a Disagreement."""
    steps: tuple[tuple[int, Side], ...]
    """From the lowest to the highest: the article that has it, and the sentence with the figure as its one change."""


class StoryView:
    """A story; each side of it is worked out when it is first asked for, so that the quick ones need not wait."""

    def __init__(self, store: Store, story_id: int) -> None:
        """Read which articles it has, but none of their texts. Raises NotFound."""
        self._store = store
        self.story = store.story(story_id)
        self.entries: tuple[Entry, ...] = tuple(store.entries(self.story.article_ids))
        """Its rows in time order, undated ones last."""
        self.looked_at = spread(self.story.article_ids, LOOKED_AT)
        """The articles whose texts are read."""

    def look_again(self) -> None:
        """Read its rows again: their marks may have changed."""
        self.entries = tuple(self._store.entries(self.story.article_ids))

    @property
    def outlets(self) -> tuple[str | None, ...]:
        """The outlets that tell it, in the order of their first articles; None stands for the unknown ones."""
        return tuple(dict.fromkeys(entry.outlet for entry in self.entries))

    @property
    def unnamed(self) -> int:
        """How many of its articles are of an outlet that is not known."""
        return sum(not entry.outlet for entry in self.entries)

    @property
    def span(self) -> tuple[date | datetime, date | datetime] | None:
        """When the first and the last of its dated articles were published."""
        dated = [entry.published for entry in self.entries if entry.published is not None]
        return (dated[0], dated[-1]) if dated else None

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The whole articles among those looked at; of a text of megabytes only the beginning."""
        return tuple(_bounded(self._store.article(number)) for number in self.looked_at)

    def brief(self, sentences: int = 5) -> Summary:
        """What its articles say together; each sentence's `.articles` are ids, and its place counts in the first."""
        found = brief(self.articles, sentences=sentences)
        return replace(found, sentences=tuple(_with_ids(sentence, self.articles) for sentence in found.sentences))

    @cached_property
    def tellings(self) -> tuple[Telling, ...]:
        """The reports, each with its copies, in the order in which each was first published."""
        return overlap.tellings_of(self.articles)

    @cached_property
    def sources(self) -> Sources:
        """What its articles come from: copies, shared passages, common agencies, and whom they name."""
        return sources_of(self.articles, self.tellings)

    def state(self, today: date) -> str:
        """`developing, 2 today`, `last report 9 days ago`; empty where no day is known, or only days to come."""
        days = [entry.published for entry in self.entries if entry.published is not None]
        dated = list(map(day_of, days))
        ago = (today - max(dated)).days if dated else -1
        if ago == 0:
            return f"developing, {dated.count(today)} today"
        return f"last report {_ago(ago)}" if ago > 0 else ""

    @property
    def disagreements(self) -> tuple[tuple[int, int, Disagreement], ...]:
        """Where two of its reports disagree, each thing once: the ids of both articles and what it is."""
        return self._otherwise[0]

    @property
    def risen(self) -> tuple[Risen, ...]:
        """Figures that grew while it went on, which is no contradiction."""
        return self._otherwise[1]

    @cached_property
    def _otherwise(self) -> tuple[tuple[tuple[int, int, Disagreement], ...], tuple[Risen, ...]]:
        return _told_otherwise(self.articles, [telling.first for telling in self.tellings[:TELLINGS]])

    def disputed(self, brief: Summary) -> list[list[tuple[int, int, Disagreement]]]:
        """For each sentence of a brief what another report tells otherwise, its own side first; each thing once."""
        texts = {article.id: article.text for article in self.articles}
        found: list[list[tuple[int, int, Disagreement]]] = []
        left = list(self.disagreements)
        for sentence in brief.sentences:
            found.append([])
            for a, b, one in left.copy():
                for here, there, turned in ((a, b, one), (b, a, replace(one, a=one.b, b=one.a))):
                    start, end = turned.a.start, turned.a.end
                    taken = here in sentence.articles[:1] and start < sentence.end and sentence.start < end
                    if taken or (here in sentence.articles and texts[here][start:end] == sentence.text):
                        found[-1].append((here, there, turned))
                        left.remove((a, b, one))
                        break
        return found

    @cached_property
    def names(self) -> tuple[SharedName, ...]:
        """The names that two articles or more mention, the most telling first."""
        return tuple(shared_names(self.articles))

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """Who is quoted with which words: those with a name first, then those whom most articles quote."""
        return _voices(self.articles)


def _told_otherwise(
    articles: Sequence[Article], firsts: Sequence[int]
) -> tuple[tuple[tuple[int, int, Disagreement], ...], tuple[Risen, ...]]:
    reports = [article for article in articles if article.id in firsts]
    steps: defaultdict[str, dict[float, tuple[int, Side]]] = defaultdict(dict)
    found: dict[tuple[str, str, frozenset[str]], tuple[int, int, Disagreement]] = {}
    for a, b in combinations(reports, 2):
        against, risen = overlap.told_otherwise(a, b)
        for one in risen:
            for value, article, side in zip(one.values or (), (a, b), (one.a, one.b), strict=True):
                steps[one.about].setdefault(value, (article.id or 0, side))
        for one in against:
            said = (
                text[side.changes[0].start : side.changes[0].end] for side, text in ((one.a, a.text), (one.b, b.text))
            )
            found.setdefault((one.what, one.about, frozenset(said)), (a.id or 0, b.id or 0, one))
    grown = (Risen(about, tuple(said for _, said in sorted(told.items()))) for about, told in steps.items())
    return tuple(found.values()), tuple(grown)


def look_for_disputes(store: Store, seconds: float) -> int:
    """Look whether reports disagree in stories that nobody has looked at, so long; how many of these are left."""
    end = time.monotonic() + seconds
    stories = store.disputes.unknown()
    for done, story in enumerate(stories):
        if time.monotonic() > end:
            return len(stories) - done
        with suppress(NotFound):  # it has ended meanwhile
            store.disputes.put(story, bool(StoryView(store, story).disagreements))
    return 0


def spread(ids: Sequence[int], most: int) -> tuple[int, ...]:
    """At most `most` of the ids at even distances, the first and the last among them."""
    if len(ids) <= most:
        return tuple(ids)
    return tuple(ids[round(i * (len(ids) - 1) / (most - 1))] for i in range(most))


def _ago(days: int) -> str:
    """`yesterday`, `9 days ago`, `3 months ago`, `2 years ago`."""
    if days == 1:
        return "yesterday"
    number, unit = next(
        (days // size, unit) for size, unit in ((365, "year"), (30, "month"), (1, "day")) if days >= size
    )
    return f"{number} {unit}{'s' * (number > 1)} ago"


def _bounded(article: Article) -> Article:
    if len(article.text) <= _LONGEST:
        return article
    return replace(article, text=article.text[:_LONGEST], paragraphs=())


def _with_ids(sentence: Sentence, articles: Sequence[Article]) -> Sentence:
    return replace(sentence, articles=tuple(articles[i].id or 0 for i in sentence.articles))


def _voices(articles: Sequence[Article]) -> tuple[Voice, ...]:
    from reader.language.names import name_key, same_name
    from reader.stories.statements import is_name, statements

    languages = Counter(article.language for article in articles if article.language)
    language = max(languages, key=lambda one: (languages[one], one), default="en")
    found: defaultdict[str, list[tuple[str | None, list[tuple[Quoted, ...]]]]] = defaultdict(list)
    for statement in statements([article.text for article in articles], language=language):
        name = statement.speaker
        versions = tuple(
            Quoted(Spot(articles[s.article].id or 0, s.start, s.end), s.text, s.speaker, s.verbatim)
            for s in statement.versions
        )
        several = found[(name_key(name) if is_name(name) else name.casefold()) if name else ""]
        for speaker, said in several:
            if speaker == name or not is_name(name) or same_name(speaker or "", name or ""):
                said.append(versions)
                break
        else:
            several.append((name, [versions]))
    voices = [Voice(_fullest(name, said), tuple(_first(said))) for several in found.values() for name, said in several]
    voices.sort(key=lambda v: (v.speaker is None, not is_name(v.speaker), -v.articles, -len(v.statements)))
    return tuple(voices)


def _fullest(name: str | None, statements: Sequence[tuple[Quoted, ...]]) -> str | None:
    """The form of a name that most articles use, a full one before a surname."""
    from reader.language.names import same_name

    said = {(quoted.speaker, quoted.spot.article_id) for statement in statements for quoted in statement}
    forms = Counter(speaker for speaker, _ in said if speaker and name and same_name(speaker, name))
    return max(forms, key=lambda form: (" " in form, forms[form], len(form), form), default=name)


def _first(statements: Sequence[tuple[Quoted, ...]]) -> list[tuple[Quoted, ...]]:
    """What most articles have first, else in reading order."""
    return sorted(statements, key=lambda versions: -len({quoted.spot.article_id for quoted in versions}))
