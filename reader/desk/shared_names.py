"""The names that several articles share, with the spellings of each brought together.

Here: which names, how often, where each is first mentioned. Not here: finding names in a text (language).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.article import Article

_PLACE = 0.3
"""The weight of a place beside a person: much happens in one country."""
_LONGEST = 100_000
"""Characters of a text that are looked through."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text of an article."""

    article_id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SharedName:
    """A name that several articles mention, in whatever spellings."""

    name: str
    """As most of them write it in full, in the letters that most of them use."""
    mentions: int
    spots: tuple[Spot, ...]
    """The first mention in each article, in the order of the articles."""
    spellings: tuple[str, ...] = ()
    """Other forms that differ in more than their length: `Pieskow` beside `Dmitry Peskov`."""


@dataclass(slots=True)
class _Gathered:
    place: bool
    forms: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    latin: int = 0
    """Articles that write it in Latin letters."""
    spots: list[Spot] = field(default_factory=list)


def shared_names(articles: Sequence[Article]) -> list[SharedName]:
    """The names that two or more of the articles mention, the most telling first; an outlet's own name does not count.

    Two people who share a surname but not a given name are two names.
    """
    from reader.language.names import name_key, names

    own = {name_key(name) for article in articles for name in (article.outlet, article.agency) if name}
    found: defaultdict[str, list[_Gathered]] = defaultdict(list)
    for article in articles:
        for name in names(article.text[:_LONGEST], article.language):
            if name.key in own or len(name.text) < 2:
                continue
            one = _one_of(found[name.key], name.full, place=name.kind == "place")
            one.forms[name.full or name.text] += 1
            one.words[name.text.split()[-1]] += 1
            if not one.spots or one.spots[-1].article_id != article.id:
                one.spots.append(Spot(article.id or 0, name.start, name.end))
                one.latin += _is_latin(name.text)
    shared = [
        (len(one.spots) * (_PLACE if one.place else 1.0), _named(key, one))
        for key, several in found.items()
        for one in several
        if len(one.spots) > 1
    ]
    shared.sort(key=lambda pair: (-pair[0], -pair[1].mentions, pair[1].name))
    return [name for _, name in shared]


def _one_of(several: list[_Gathered], full: str, *, place: bool) -> _Gathered:
    """The one of several under a key that can be the same person; a new one if there is none."""
    from reader.language.names import same_name

    for one in several:
        if place or all(same_name(full, form) for form in list(one.forms)[:3]):
            return one
    several.append(_Gathered(place))
    return several[-1]


def _named(key: str, one: _Gathered) -> SharedName:
    mostly_latin = 2 * one.latin >= len(one.spots)
    name = _place_name(key)
    if not one.place:
        name = max(one.forms, key=lambda f: (_is_latin(f) == mostly_latin, one.forms[f], len(f), f))
    last = name.split()[-1].casefold()
    spellings = [] if one.place else [word for word in one.words if word.casefold() != last and word not in name]
    return SharedName(name, sum(one.forms.values()), tuple(one.spots), tuple(_sorted_by_use(spellings, one.words)))


def _is_latin(name: str) -> bool:
    return name[:1] < "\u0250"


def _place_name(key: str) -> str:
    return key.upper() if len(key) < 4 else key.title()


def _sorted_by_use(words: Iterable[str], uses: Counter[str]) -> list[str]:
    """Each spelling once, whatever its capitals, the commonest first."""
    kept: dict[str, str] = {}
    for word in sorted(words, key=lambda word: (-uses[word], word)):
        kept.setdefault(word.casefold(), word)
    return list(kept.values())
