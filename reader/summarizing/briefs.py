"""One short account of what several articles say: what they share first, then what each adds.

Every sentence stands verbatim in an article and names all articles that say it. Not here: which articles belong
together (`stories`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp, log
from typing import Any

from reader.article import Article, Sentence, Summary
from reader.language.detection import detect
from reader.language.words import root, words
from reader.summarizing.features import Unit, describe
from reader.summarizing.importance import named
from reader.summarizing.news import LEANING, greedy
from reader.summarizing.units import split

WORD_WEIGHTS = {
    "always": 0.05,
    "tellings": 0.215,
    "often": 0.155,
    "early": 0.1,
    "headlines": 0.39,
    "name": 0.12,
    "figure": 0.08,
    "share": 0.08,
}
"""How likely a word is to stand in a brief; found by benchmarks/fit_news.py, as are the next."""
WEIGHTS = {
    "position": 0.5,
    "matter": 1.6,
    "support": 0.6,
    "names": 0.15,
    "headline": 0.3,
    "long": -0.05,
    "short": -1.0,
    "thin": -0.6,
    "scene": -0.8,
    "quoted": -0.2,
    "broken": -0.4,
    "personal": -0.2,
    "pronoun": -0.4,
    "connective": -0.4,
    "question": -0.4,
    "fragment": -0.3,
    "caption": -0.2,
    "dateline": -3.0,
}
NOVELTY = 0.9
SAYS_IT = 0.6
"""An article says a sentence if one of its own has so much of it, counted by how much each word matters."""
SAME_WORDS = 0.6
"""To be named as saying it, it must also have so many of all its words."""
FEWEST = 6
"""A sentence of fewer words that matter is measured as if it had so many: `Poole agreed` says little, all of it to the
point."""
ENOUGH = 3
"""Words that matter in a sentence which another can be said to tell: `It is a fish` stands in many."""
_FIGURE = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+|\d{5,})(?![\d.,]?\d)")
COPY = 0.8
"""Articles are copies of one report if they share so many of their sentences (of the shorter one's)."""


@dataclass(slots=True)
class Piece:
    """A sentence of the pool: copies of it in other articles are the same piece."""

    unit: Unit
    article: int
    start: int
    end: int
    words: frozenset[str]
    """All its words, little ones too."""
    number: int
    """Which sentence of its article it is."""
    exact: frozenset[str]
    """Its figures that tell one fact from another."""
    copies: set[int] = field(default_factory=set)
    """All articles that have it word for word."""


def brief(articles: Sequence[Article], *, sentences: int = 5) -> Summary:
    """The `sentences` sentences that say best what the articles say together (all, if there are fewer).

    Each `Sentence.articles` names every article that says it, by index into `articles`, first the one it is taken from:
    `start` and `end` count characters of that article's text. Copies of one report count as one telling. The best
    sentence opens the brief, behind those only that stand before it in its article; then comes what two tellings or
    more say, in the order of the articles themselves; then what only one says, in time order. A brief of n + 1
    sentences contains that of n. `Summary.of` counts the different sentences of all articles.
    """
    pool, by_article, tellings, matter = gather(articles)
    order, scores = greedy([piece.unit for piece in pool], WEIGHTS, NOVELTY)
    chosen = [(pool[i], scores[i]) for i in _told_once(pool, order, matter, max(0, sentences))]
    high = max((score for _, score in chosen), default=1.0)
    low = min(scores, default=0.0)
    made: list[_Told] = []
    for piece, score in chosen:
        says = _says(piece, matter, by_article)
        best = chosen[0][0]  # it opens the brief, whoever says it
        opens = piece.article == best.article and piece.number <= best.number
        shared = opens or len({tellings[a] for a in says}) > 1
        value = round((score - low) / (high - low), 4) if high > low else 1.0
        sentence = Sentence(piece.unit.text, piece.start, piece.end, max(0.0, value), says)
        when = _when(articles[piece.article])
        place = (0, not opens, piece.number, when, piece.article) if shared else (1, when, piece.article, piece.number)
        made.append(_Told(piece, place, sentence))
    return Summary(tuple(told.sentence for told in _in_order(made)), "brief", len(pool))


@dataclass(slots=True)
class _Told:
    """A sentence of a brief with its place in it."""

    piece: Piece
    place: tuple[Any, ...]
    sentence: Sentence


def _in_order(made: list[_Told]) -> list[_Told]:
    """By place, but a sentence that leans on the one before it in its article stays behind that one."""
    here = {(told.piece.article, told.piece.number): told for told in made}
    behind: dict[tuple[int, int], _Told] = {}
    for told in made:
        before = (told.piece.article, told.piece.number - 1)
        if before in here and any(told.piece.unit.features[name] for name in LEANING):
            behind[before] = told
    found: list[_Told] = []
    for told in sorted((t for t in made if not any(t is b for b in behind.values())), key=lambda t: t.place):
        follower: _Told | None = told
        while follower:
            found.append(follower)
            follower = behind.get((follower.piece.article, follower.piece.number))
    return found


def gather(
    articles: Sequence[Article],
) -> tuple[list[Piece], list[list[Piece]], list[int], dict[str, float]]:
    """All different sentences with their features; those of each article; each article's telling; what words matter."""
    pool, by_article = _pool(articles)
    tellings = _tellings(by_article)
    matter = _matter(articles, by_article, tellings)
    known = _known(by_article, tellings)
    for piece in pool:
        _complete(piece, matter, known, tellings[piece.article])
    return pool, by_article, tellings, matter


def _pool(articles: Sequence[Article]) -> tuple[list[Piece], list[list[Piece]]]:
    """All different sentences, and those of each article in order (a copy is the same piece in both articles)."""
    pool: dict[tuple[str, ...], Piece] = {}
    by_article = []
    for index, article in enumerate(articles):
        language = article.language or detect(article.text)
        places = split(article.text, language, article.subheads)
        texts = [article.text[start:end] for start, end in places]
        own = []
        for number, (unit, (start, end)) in enumerate(
            zip(describe(texts, headline=article.headline, language=language), places, strict=True)
        ):
            key = tuple(words(unit.text)) or (unit.text,)
            piece = pool.setdefault(key, Piece(unit, index, start, end, frozenset(key), number, _exact(unit.text)))
            piece.copies.add(index)
            own.append(piece)
        by_article.append(own)
    return list(pool.values()), by_article


def _tellings(by_article: list[list[Piece]]) -> list[int]:
    """For each article the number of its telling: the first article that it is a copy of, or itself."""
    tellings: list[int] = []
    sets = [{id(piece) for piece in own} for own in by_article]
    for index, own in enumerate(sets):
        twin = index
        for other in range(index):
            shorter = min(len(own), len(sets[other]))
            if shorter and len(own & sets[other]) >= COPY * shorter:
                twin = tellings[other]
                break
        tellings.append(twin)
    return tellings


def _matter(articles: Sequence[Article], by_article: list[list[Piece]], tellings: list[int]) -> dict[str, float]:
    """How much each root matters to the articles together, between 0 and 1."""
    tell: dict[str, set[int]] = {}
    often: Counter[str] = Counter()
    first: dict[str, int] = {}
    seen: set[int] = set()
    for index, own in enumerate(by_article):
        for number, piece in enumerate(own):
            for word in piece.unit.roots:
                tell.setdefault(word, set()).add(tellings[index])
                first[word] = min(first.get(word, number), number)
            if id(piece) not in seen:
                seen.add(id(piece))
                often.update(piece.unit.roots)
    titles = Counter(word for article in articles for word in {root(w) for w in words(article.headline or "")})
    names = named([piece.unit.text for own in by_article for piece in own])
    others = max(1, len(set(tellings)) - 1)
    found = {}
    for word in tell:
        properties = {
            "always": 1.0,
            "tellings": (len(tell[word]) - 1) / others,
            "often": log(often[word]),
            "early": exp(-first[word] / 2),
            "headlines": titles[word] / len(articles),
            "name": float(word in names),
            "figure": float(word[0].isdigit()),
            "share": often[word] / len(seen),
        }
        found[word] = _likelihood(properties)
    return found


def _likelihood(properties: dict[str, float]) -> float:
    return min(1.0, max(0.0, sum([WORD_WEIGHTS[name] * value for name, value in properties.items()])))


def _known(by_article: list[list[Piece]], tellings: list[int]) -> dict[int, set[str]]:
    """All roots of each telling."""
    found: dict[int, set[str]] = {telling: set() for telling in tellings}
    for index, own in enumerate(by_article):
        for piece in own:
            found[tellings[index]] |= piece.unit.roots
    return found


def _complete(piece: Piece, matter: dict[str, float], known: dict[int, set[str]], own: int) -> None:
    """Puts in the features that depend on all articles in place of those that depend on one."""
    roots, features = piece.unit.roots, piece.unit.features
    size = max(FEWEST, len(roots))
    shared = sum(len(roots & known[telling]) for telling in known if telling != own)
    features["position"] = exp(-piece.number / 2)
    features["matter"] = sum(matter[word] for word in roots) / size
    features["support"] = shared / size / max(1, len(known) - 1)


def _told_once(pool: list[Piece], order: list[int], matter: dict[str, float], count: int) -> list[int]:
    """The first `count` of an order, those put off that say again what a better one of another article says."""
    kept: list[int] = []
    again: list[int] = []
    for i in order:
        if len(kept) == count:
            break
        piece, better = pool[i], [pool[k] for k in kept if pool[k].article != pool[i].article]
        told = any(_covers(other, piece, matter) or not other.exact.isdisjoint(piece.exact) for other in better)
        (again if told else kept).append(i)
    return (kept + again)[:count]


def _exact(text: str) -> frozenset[str]:
    """The digits of its long figures that are not rounded: 710,262 votes are hardly counted twice."""
    figures = ("".join(filter(str.isdigit, figure)) for figure in _FIGURE.findall(text))
    return frozenset(figure for figure in figures if not figure.endswith("00"))


def _covers(one: Piece, other: Piece, matter: dict[str, float]) -> bool:
    """Whether one sentence has most of what matters in another."""
    whole = sum([matter[word] for word in other.unit.roots])
    return whole > 0 and sum([matter[word] for word in one.unit.roots & other.unit.roots]) >= SAYS_IT * whole


def _tells(one: Piece, other: Piece, matter: dict[str, float]) -> bool:
    """As `_covers`, and with most of its little words: the same speaker with other words says something else."""
    if len(other.unit.roots) < ENOUGH:
        return False
    return len(one.words & other.words) >= SAME_WORDS * len(other.words) and _covers(one, other, matter)


def _says(piece: Piece, matter: dict[str, float], by_article: list[list[Piece]]) -> tuple[int, ...]:
    """The articles that say a piece: the one it is from first, then the others in order."""
    says = [piece.article]
    for index, own in enumerate(by_article):
        if index != piece.article and (index in piece.copies or any(_tells(other, piece, matter) for other in own)):
            says.append(index)
    return tuple(says)


def _when(article: Article) -> tuple[bool, str]:
    """Sorts by time, undated articles last."""
    return article.published is None, article.published.isoformat() if article.published else ""
