"""The sentences of several articles, each once, with what speaks for and against telling them.

Not here: which are taken (`briefs`), which of them tell one fact (`facts`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import exp

from reader.article import Article
from reader.language.detection import detect
from reader.language.words import words
from reader.summarizing.briefs.importance import importance, named
from reader.summarizing.candidates import split
from reader.summarizing.features import Unit, describe, headline_roots
from reader.summarizing.leaning_words import ACCORDING, ALSO, RELATIVE_DAYS, RELATIVE_TIMES, THE_PAPER, WE
from reader.summarizing.mentions import points_back
from reader.summarizing.news import order as news_order
from reader.summarizing.notice_words import CORRECTIONS

WEIGHTS = {
    "position": 0.5,
    "matter": 1.6,
    "support": 0.6,
    "names": 0.15,
    "headline": 0.3,
    "long": -0.05,
    "short": -1.0,
    "thin": -0.6,
    "quoted": -0.2,
    "broken": -0.4,
    "personal": -1.0,
    "pronoun": -2.0,
    "connective": -2.0,
    "relative": -1.0,
    "foreign": -1.0,
    "kind": -3.0,
}
"""How much each feature counts; found by fitting to round-ups written by editors, all but the last six."""
_SCENE = 0.4
"""What a place in front counts to a sentence without names and figures."""
_SHORT, _THIN, _LONG, _SOON = 6, 12, 20, 6
"""Words of a sentence; among the first of which `also` stands for what was said before."""
FEWEST = 6
"""A sentence of fewer words that matter is measured as if it had so many: `Poole agreed` says little, all of it to the
point."""
_CORRECTS = re.compile(rf"(?:{'|'.join(CORRECTIONS)})\b", re.IGNORECASE)
"""An article that is headed so speaks of other articles."""
_SAYS_THE_PAPER = re.compile(rf"(?:{'|'.join(ACCORDING)}) (?:{'|'.join(THE_PAPER)})\b", re.IGNORECASE)
"""`According to the newspaper`: which one, the sentence before says."""
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
    rank: int
    """How many sentences of its article the `news` method takes before it."""
    number: int
    """Which sentence of its article it is."""
    exact: frozenset[str]
    """Its figures that tell one fact from another."""
    features: dict[str, float]
    """What speaks for and against it, see `WEIGHTS`."""
    language: str | None = None
    plain: frozenset[str] = frozenset()
    """Its content words that are no names."""
    copies: set[int] = field(default_factory=set)
    """All articles that have it word for word."""


def gather(
    articles: Sequence[Article],
) -> tuple[list[Piece], list[list[Piece]], list[int], dict[str, float]]:
    """All different sentences with their features; those of each article; each article's telling; what words matter."""
    pool, by_article = _pool(articles)
    tellings = _tellings(by_article)
    headlines = [headline_roots(article.headline, article.language) for article in articles]
    names = named([piece.unit.text for own in by_article for piece in own])
    matter = importance([[piece.unit.roots for piece in own] for own in by_article], tellings, headlines, names)
    told_by, others = _told_by(by_article, tellings), len(set(tellings)) - 1
    for piece in pool:
        piece.plain = piece.unit.roots.difference(names)
        _complete(piece, matter, told_by, others)
    return pool, by_article, tellings, matter


def _pool(articles: Sequence[Article]) -> tuple[list[Piece], list[list[Piece]]]:
    """All different sentences, and those of each article in order (a copy is the same piece in both articles)."""
    pool: dict[tuple[str, ...], Piece] = {}
    by_article = []
    languages = [article.language or detect(article.text) for article in articles]
    usual = max(languages, key=languages.count, default=None)
    for index, (article, language) in enumerate(zip(articles, languages, strict=True)):
        places = split(article.text, language, article.subheads)
        texts = [article.text[place.start : place.end] for place in places]
        own = []
        title = headline_roots(article.headline, language)
        corrects = _CORRECTS.match(article.headline or "") is not None
        units = describe(texts, language, places, title)
        features = _features(units, title, foreign=language != usual)
        for own_features in features if corrects else ():
            own_features["kind"] = 1.0
        ranks = {
            choice.index: rank
            for rank, choice in enumerate(news_order(units, title, headline_roots(article.standfirst, language)))
        }
        for number, (unit, place) in enumerate(zip(units, places, strict=True)):
            key = tuple(words(unit.text)) or (unit.text,)
            piece = pool.setdefault(
                key,
                Piece(
                    unit,
                    index,
                    place.start,
                    place.end,
                    frozenset(key),
                    ranks[number],
                    number,
                    _exact(unit.text),
                    features[number],
                    language,
                ),
            )
            piece.copies.add(index)
            own.append(piece)
        by_article.append(own)
    return list(pool.values()), by_article


def _features(units: Sequence[Unit], title: frozenset[str], *, foreign: bool) -> list[dict[str, float]]:
    """What of `WEIGHTS` depends on one article alone, and 0 for the others; foreign: most are in another language."""
    names = named([unit.text for unit in units])
    mass = sum(names.values())
    named_roots = frozenset(names)
    found = []
    for unit in units:
        features = dict.fromkeys(WEIGHTS, 0.0)
        tokens, said = words(unit.text), unit.text.lower()
        if here := unit.roots & named_roots:
            features["names"] = sum(map(names.__getitem__, here)) / mass
        if title:
            features["headline"] = len(unit.roots & title) / len(title)
        if unit.length > _LONG:
            features["long"] = min(1.0, (unit.length - _LONG) / 30)
        elif unit.length < _THIN:
            features["short"] = max(0.0, 1 - unit.length / _SHORT)
            features["thin"] = 0.0 if unit.details else 1 - unit.length / _THIN
        features["quoted"], features["pronoun"] = unit.quoted, unit.pronoun
        features["connective"] = unit.connective
        if (
            not ALSO.isdisjoint(tokens[:_SOON])
            or points_back(unit.text, unit.language)
            or _SAYS_THE_PAPER.match(unit.text)
        ):
            features["connective"] = 1.0
        features["broken"] = float(unit.broken)
        features["personal"] = float(unit.personal or said.partition(" ")[0] in WE)
        when = any(phrase in said for phrase in RELATIVE_TIMES) or not RELATIVE_DAYS.isdisjoint(tokens)
        features["relative"], features["foreign"] = float(when), float(foreign)
        features["kind"] = float(bool(unit.kind))
        found.append(features)
    return found


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


def _told_by(by_article: list[list[Piece]], tellings: list[int]) -> Counter[str]:
    """How many tellings have each root."""
    known: dict[int, set[str]] = {telling: set() for telling in tellings}
    for index, own in enumerate(by_article):
        for piece in own:
            known[tellings[index]] |= piece.unit.roots
    return Counter(chain.from_iterable(known.values()))


def _complete(piece: Piece, matter: dict[str, float], told_by: Counter[str], others: int) -> None:
    """Puts in the features that depend on all articles in place of those that depend on one; others: tellings besides
    its own.
    """
    roots, features = piece.unit.roots, piece.features
    size = max(FEWEST, len(roots))
    shared = sum([told_by[word] - 1 for word in roots])
    features["position"] = exp(-piece.rank / 2) * (1.0 if piece.unit.length > _THIN or piece.unit.details else _SCENE)
    features["matter"] = sum(matter[word] for word in roots) / size
    features["support"] = shared / size / max(1, others)


def _exact(text: str) -> frozenset[str]:
    """The digits of its long figures that are not rounded: 710,262 votes are hardly counted twice."""
    figures = ("".join(filter(str.isdigit, figure)) for figure in _FIGURE.findall(text))
    return frozenset(figure for figure in figures if not figure.endswith("00"))
