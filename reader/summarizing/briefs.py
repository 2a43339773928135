"""One short account of what several articles say: what they share first, then what each adds.

Every sentence stands verbatim in an article and names all articles that say it. Not here: which articles belong
together (`stories`).
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp
from operator import itemgetter, mul
from typing import Any

from reader.article import Article, Sentence, Summary
from reader.language.detection import detect
from reader.language.words import words
from reader.summarizing.candidates import split
from reader.summarizing.features import Unit, describe, headline_roots, points_back
from reader.summarizing.importance import importance, named
from reader.summarizing.leaning_words import ACCORDING, RELATIVE_DAYS, RELATIVE_TIMES, THE_PAPER, WHEN
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
    "personal": -0.2,
    "pronoun": -0.4,
    "connective": -0.4,
    "relative": -1.0,
    "foreign": -1.0,
    "kind": -3.0,
}
"""How much each feature counts; found by fitting to round-ups written by editors, all but the last four."""
NOVELTY = 0.9
"""What is taken off a sentence all of whose words were already said."""
_SAID_ALREADY = 1.0
"""What is taken off besides for going beyond _MOSTLY: nobody wants a sentence twice."""
_MOSTLY = 0.7
_LOOKED_AT = 100
"""So many are taken one by one; after them novelty is no longer looked at, to keep long texts cheap."""
_LEANING = ("pronoun", "connective")
"""Features that do not count when the sentence before is taken, too."""
_SCENE = 0.4
"""What a place in front counts to a sentence without names and figures."""
_SHORT, _THIN, _LONG = 6, 12, 20
"""Words of a sentence."""
SAYS_IT = 0.6
"""An article says a sentence if one of its own has so much of it, counted by how much each word matters."""
SAME_WORDS = 0.6
"""To be named as saying it, it must also have so many of all its words."""
FEWEST = 6
"""A sentence of fewer words that matter is measured as if it had so many: `Poole agreed` says little, all of it to the
point."""
ALIKE, HALF, MOST = 5, 0.4, 0.6
"""Content words that two sentences of one fact share at least; the share of those of the shorter one, and of those that
are no names where each names another day."""
ACROSS = 3
"""Such words, names and figures most of them, that sentences of one fact in two languages share at least."""
ENOUGH = 3
"""Words that matter in a sentence which another can be said to tell: `It is a fish` stands in many."""
_CORRECTS = re.compile(rf"(?:{'|'.join(CORRECTIONS)})\b", re.IGNORECASE)
"""An article that is headed so speaks of other articles."""
_SAYS_THE_PAPER = re.compile(rf"(?:{'|'.join(ACCORDING)}) (?:{'|'.join(THE_PAPER)})\b", re.IGNORECASE)
"""`According to the newspaper`: which one, the sentence before says."""
_DAYS = WHEN - RELATIVE_DAYS
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


def brief(articles: Sequence[Article], *, sentences: int = 5) -> Summary:
    """The `sentences` sentences that say best what the articles say together (all, if there are fewer).

    Each `Sentence.articles` names every article that says it, by index into `articles`, first the one it is taken from:
    `start` and `end` count characters of that article's text. Copies of one report count as one telling. The best
    sentence opens the brief, behind those only that stand before it in its article; then comes what two tellings or
    more say, in the order of the articles themselves; then what only one says, in time order; but of one article
    nothing before what it says earlier. A brief of n + 1
    sentences contains that of n. `Summary.of` counts the different sentences of all articles.
    """
    pool, by_article, tellings, matter = gather(articles)
    values, each = itemgetter(*WEIGHTS), tuple(WEIGHTS.values())
    scores: list[float] = [sum(map(mul, each, values(piece.features))) for piece in pool]
    leaning = [sum(WEIGHTS[name] * piece.features[name] for name in _LEANING) for piece in pool]
    order = _greedy([piece.unit.roots for piece in pool], scores, leaning)
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
    """By place, but of one article nothing before what it says earlier, which may introduce it.

    A sentence that leans on the one before it in its article stays right behind that one.
    """
    here = {(told.piece.article, told.piece.number): told for told in made}
    found: dict[tuple[int, int], _Told] = {}
    for told in sorted(made, key=lambda told: told.place):
        for article, number in sorted(here):
            if article != told.piece.article or number > told.piece.number:
                continue
            while (article, number) in here and (article, number) not in found:
                found[article, number] = here[article, number]
                number += 1
                if (article, number) in here and not here[article, number].piece.unit.leans:
                    break
    return list(found.values())


def gather(
    articles: Sequence[Article],
) -> tuple[list[Piece], list[list[Piece]], list[int], dict[str, float]]:
    """All different sentences with their features; those of each article; each article's telling; what words matter."""
    pool, by_article = _pool(articles)
    tellings = _tellings(by_article)
    headlines = [headline_roots(article.headline, article.language) for article in articles]
    names = named([piece.unit.text for own in by_article for piece in own])
    matter = importance([[piece.unit.roots for piece in own] for own in by_article], tellings, headlines, names)
    known = _known(by_article, tellings)
    for piece in pool:
        piece.plain = piece.unit.roots.difference(names)
        _complete(piece, matter, known, tellings[piece.article])
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
        units = describe(texts, language, [place.cut for place in places], title)
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
        if here := unit.roots & named_roots:
            features["names"] = sum(map(names.__getitem__, here)) / mass
        if title:
            features["headline"] = len(unit.roots & title) / len(title)
        if unit.length > _LONG:
            features["long"] = min(1.0, (unit.length - _LONG) / 30)
        elif unit.length < _THIN:
            features["short"] = max(0.0, 1 - unit.length / _SHORT)
            features["thin"] = 0.0 if unit.details else 1 - unit.length / _THIN
        features["quoted"], features["pronoun"], features["connective"] = (
            unit.quoted,
            unit.pronoun,
            unit.connective,
        )
        if points_back(unit.text) or _SAYS_THE_PAPER.match(unit.text):
            features["connective"] = 1.0
        features["broken"], features["personal"] = float(unit.broken), float(unit.personal)
        said = unit.text.lower()
        when = any(phrase in said for phrase in RELATIVE_TIMES) or not RELATIVE_DAYS.isdisjoint(words(said))
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


def _known(by_article: list[list[Piece]], tellings: list[int]) -> dict[int, set[str]]:
    """All roots of each telling."""
    found: dict[int, set[str]] = {telling: set() for telling in tellings}
    for index, own in enumerate(by_article):
        for piece in own:
            found[tellings[index]] |= piece.unit.roots
    return found


def _complete(piece: Piece, matter: dict[str, float], known: dict[int, set[str]], own: int) -> None:
    """Puts in the features that depend on all articles in place of those that depend on one."""
    roots, features = piece.unit.roots, piece.features
    size = max(FEWEST, len(roots))
    shared = sum(len(roots & known[telling]) for telling in known if telling != own)
    features["position"] = exp(-piece.rank / 2) * (1.0 if piece.unit.length > _THIN or piece.unit.details else _SCENE)
    features["matter"] = sum(matter[word] for word in roots) / size
    features["support"] = shared / size / max(1, len(known) - 1)


def _told_once(pool: list[Piece], order: list[int], matter: dict[str, float], count: int) -> list[int]:
    """The first `count` of an order; put off are those that say again what a better one of another article says, and
    last come those that are no sentences of a story.
    """
    kept: list[int] = []
    again: list[int] = []
    for i in order:
        if len(kept) == count:
            break
        piece, better = (
            pool[i],
            [pool[k] for k in kept if pool[k].article != pool[i].article],
        )
        if not piece.unit.kind:
            (again if any(_told(other, piece, matter) for other in better) else kept).append(i)
    return (kept + again + [i for i in order if pool[i].unit.kind])[:count]


def _told(one: Piece, other: Piece, matter: dict[str, float]) -> bool:
    """Whether two sentences tell one fact, in the same words or in others."""
    shared = len(one.unit.roots & other.unit.roots)
    if one.language != other.language and shared >= ACROSS:
        return True
    if not one.exact.isdisjoint(other.exact):
        return True
    days, others = one.words & _DAYS, other.words & _DAYS
    differ = days and others and days.isdisjoint(others)  # work stopped on Friday, the vote was on Wednesday
    if differ and len(one.plain & other.plain) < MOST * min(len(one.plain), len(other.plain)):
        return False
    alike = shared >= ALIKE and shared >= HALF * min(len(one.unit.roots), len(other.unit.roots))
    return alike or _covers(one, other, matter)


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
    if 2 * len(one.unit.roots & other.plain) <= len(other.plain):
        return False  # the same people, doing something else
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


def _greedy(roots: Sequence[frozenset[str]], scores: Sequence[float], leaning: Sequence[float]) -> list[int]:
    """Indices of the sentences, best first.

    roots: the content words of each. leaning: what its score holds for leaning on the sentence before it, which does
    not count once that one is taken. Each time what those already taken say is taken off (maximal marginal relevance).
    What is said only grows, so a sentence's worth only falls (but for one that leans on one just taken, which is put in
    anew): a sentence whose present worth still beats the former worth of the others is the best.
    """
    taken: set[int] = set()
    said: set[str] = set()
    result: list[int] = []
    heap = [(-value, i) for i, value in enumerate(scores)]
    heapq.heapify(heap)
    while heap and len(result) < _LOOKED_AT:
        _, i = heapq.heappop(heap)
        if i in taken:
            continue
        worth = scores[i]
        if leaning[i] and i - 1 in taken:
            worth -= leaning[i]
        again = roots[i] & said
        if again:
            known = len(again) / len(roots[i])
            worth -= NOVELTY * known
            if known > _MOSTLY:
                worth -= _SAID_ALREADY * (known - _MOSTLY) / (1 - _MOSTLY)
        if heap and -worth > heap[0][0]:
            heapq.heappush(heap, (-worth, i))
            continue
        taken.add(i)
        result.append(i)
        said |= roots[i]
        if i + 1 < len(scores) and leaning[i + 1] and i + 1 not in taken:
            heapq.heappush(heap, (leaning[i + 1] - scores[i + 1], i + 1))
    return result + sorted([i for i in range(len(scores)) if i not in taken], key=lambda i: (-scores[i], i))
