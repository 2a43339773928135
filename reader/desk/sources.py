"""How many sources a story has: copies, shared passages and common agencies told apart, and whom its articles name.

Here: the articles brought together, the counts, and them in one sentence. Not here: which are copies and what is shared
(stories), what names a source (language).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reader.article import Article
from reader.comparison import Telling, foreign
from reader.desk import overlap
from reader.desk.shared_names import Spot
from reader.reports import count_of

_COMPARED = 8
"""Pairs of reports whose common passages are measured as `compare` does; of more, by their wording alone."""
_ONE_SOURCE = 0.5
"""How much of a report stands in another where both come from one source."""
_NAMED = 3
"""Named sources, and outlets that copy, in the sentence."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Two reports, neither a copy, that have passages in common."""

    article: int
    """The one of which more stands in the other."""
    other: int
    share: float
    """How much of it does, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A newspaper, an agency or a broadcaster that articles name as where something comes from."""

    name: str
    spots: tuple[Spot, ...]
    """The place in each article that names it, where it does so first."""
    tells: bool
    """Whether the story has an article of its own from it."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a story's articles come from."""

    groups: tuple[tuple[int, ...], ...]
    """The articles of each source: copies, reports of which half stands in another, those of one outlet or agency."""
    copies: int
    """How many articles are copies of another."""
    shared: tuple[Shared, ...]
    """What else has passages in common, the most first."""
    agencies: tuple[tuple[str, tuple[int, ...]], ...]
    """Agencies that several outlets have their report from, with the articles."""
    named: tuple[NamedSource, ...]
    """Whom the articles name, those that most of them name first."""
    copied_by: tuple[str, ...] = ()
    """The outlets of the copies, as far as they are known."""

    @property
    def sentence(self) -> str:
        """`4 articles, 3 sources; 1 is a copy (Kelm Mirror); sources they name: Kelm Post (in 3)`."""
        articles = sum(map(len, self.groups))
        parts = [f"{count_of(articles, 'article')}, {count_of(len(self.groups), 'source')}"]
        if self.copies:
            who = ", ".join(self.copied_by[:_NAMED]) + ("" if len(self.copied_by) <= _NAMED else " …")
            said = "1 is a copy" if self.copies == 1 else f"{self.copies} are copies"
            parts.append(f"{said} ({who})" if who else said)
        elif articles > 1 and not self.shared and not self.agencies:
            parts.append("no copies")
        if self.shared:
            several = len({one.article for one in self.shared})
            share = f"{round(100 * self.shared[0].share)} %"
            one = f"{share} of one is also in {'the other' if articles == 2 else 'another'}"
            parts.append(one if several == 1 else f"{several} share passages with others, up to {share}")
        parts += [f"{len(ids)} come from {agency}" for agency, ids in self.agencies]
        if self.named:
            some = [f"{one.name} (in {len(one.spots)})" for one in self.named[:_NAMED]]
            more = len(self.named) - len(some)
            parts.append(f"sources they name: {', '.join(some)}" + (f", and {more} more" if more else ""))
        return "; ".join(parts)


def sources_of(articles: Sequence[Article], tellings: Sequence[Telling]) -> Sources:
    """The sources of some articles, which have ids; tellings: theirs."""
    by_id = {article.id or 0: article for article in articles}
    shared = _shared([by_id[telling.first] for telling in tellings])
    agencies = _by(articles, _agency)
    outlets = _by(articles, lambda article: article.outlet)
    groups = _joined(
        by_id,
        [
            *(telling.ids for telling in tellings),
            *((one.article, one.other) for one in shared if one.share >= _ONE_SOURCE),
            *agencies.values(),
            *outlets.values(),
        ],
    )
    common = [(name, tuple(ids)) for name, ids in agencies.items() if len({by_id[i].outlet for i in ids}) > 1]
    copies = [copy.article_id for telling in tellings for copy in telling.copies]
    outlets_of_copies = dict.fromkeys(outlet for i in copies if (outlet := by_id[i].outlet))
    return Sources(groups, len(copies), tuple(shared), tuple(common), tuple(_named(articles)), tuple(outlets_of_copies))


def _agency(article: Article) -> str | None:
    from reader.language.agencies import agency_named

    return article.agency or agency_named(article.outlet or "")


def _by(articles: Sequence[Article], key: Callable[[Article], str | None]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for article in articles:
        if name := key(article):
            found[name].append(article.id or 0)
    return dict(found)


def _joined(ids: Iterable[int], together: Iterable[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """The ids in groups, those together that stand in one sequence."""
    group = {i: [i] for i in ids}
    for some in together:
        for other in some[1:]:
            if group[other] is not group[some[0]]:
                group[some[0]] += group[other]
                for moved in group[other]:
                    group[moved] = group[some[0]]
    return tuple(tuple(members) for members in {id(members): members for members in group.values()}.values())


def _shared(firsts: Sequence[Article]) -> list[Shared]:
    from reader import stories

    found = []
    for number, (i, j, share) in enumerate(stories.shared_wording(firsts)):
        one, other = firsts[i], firsts[j]
        if number < _COMPARED and not foreign(one.language, other.language):
            both = overlap.compare(one, other)
            one, other = (one, other) if both.share_a >= both.share_b else (other, one)
            share = max(both.share_a, both.share_b)
        found.append(Shared(one.id or 0, other.id or 0, share))
    return sorted(found, key=lambda one: -one.share)


def _named(articles: Sequence[Article]) -> list[NamedSource]:
    from reader.language.media import bare_medium, cited_media

    outlets = {bare_medium(article.outlet): article.outlet for article in articles if article.outlet}
    found: defaultdict[str, list[tuple[str, Spot]]] = defaultdict(list)
    for article in articles:
        own = {bare_medium(name) for name in (article.outlet, article.agency) if name}
        for one in cited_media(article.text, article.language, outlets.values()):
            key = bare_medium(one.name)
            # `told the Post` in the Lower Post is that one itself.
            if not any(f" {key} " in f" {name} " for name in own):
                found[key].append((one.name, Spot(article.id or 0, one.start, one.end)))
    named = [
        NamedSource(outlets.get(key) or said[0][0], tuple(spot for _, spot in said), key in outlets)
        for key, said in found.items()
    ]
    return sorted(named, key=lambda one: -len(one.spots))
