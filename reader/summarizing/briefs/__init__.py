"""One short account of what several articles say: what they share first, then what each adds.

Every sentence stands verbatim in an article and names all articles that say it. Not here: which articles belong
together (`stories`).
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter, mul
from typing import Any

from reader.article import Article, Sentence, Summary
from reader.summarizing.briefs.facts import Sayings, told_once
from reader.summarizing.briefs.pool import WEIGHTS, Piece, gather

NOVELTY = 0.9
"""What is taken off a sentence all of whose words were already said."""
_SAID_ALREADY = 1.0
"""What is taken off besides for going beyond _MOSTLY: nobody wants a sentence twice."""
_MOSTLY = 0.7
_LOOKED_AT = 100
"""So many are taken one by one; after them novelty is no longer looked at, to keep long texts cheap."""
_LEANING = ("pronoun", "connective")
"""Features that do not count when the sentence before is taken, too."""


def brief(articles: Sequence[Article], *, sentences: int = 5) -> Summary:
    """The `sentences` sentences that say best what the articles say together (all, if there are fewer).

    Each `Sentence.articles` names every article that says it, by index into `articles`, first the one it is taken from:
    `start` and `end` count characters of that article's text. Copies of one report count as one telling. The best
    sentence opens the brief, behind those only that stand before it in its article; then comes what two tellings or
    more say, in the order of the articles themselves; then what only one says, in time order; but of one article
    nothing before what it says earlier. A brief of n + 1 sentences contains that of n. `Summary.of` counts the
    different sentences of all articles.
    """
    pool, by_article, tellings, matter = gather(articles)
    values, each = itemgetter(*WEIGHTS), tuple(WEIGHTS.values())
    scores: list[float] = [sum(map(mul, each, values(piece.features))) for piece in pool]
    leaning = [sum(WEIGHTS[name] * piece.features[name] for name in _LEANING) for piece in pool]
    order = _greedy([piece.unit.roots for piece in pool], scores, leaning)
    chosen = [(pool[i], scores[i]) for i in told_once(pool, order, matter, max(0, sentences))]
    high = max((score for _, score in chosen), default=1.0)
    low = min(scores, default=0.0)
    made: list[_Told] = []
    sayings = Sayings(by_article, matter)
    for piece, score in chosen:
        says = sayings.of(piece)
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
    left: dict[int, list[_Told]] = {}
    for told in sorted(made, key=lambda told: -told.piece.number):
        left.setdefault(told.piece.article, []).append(told)
    found: list[_Told] = []
    for told in sorted(made, key=lambda told: told.place):
        own = left[told.piece.article]
        before = -1
        while own:
            piece = own[-1].piece
            if piece.number > told.piece.number and not (piece.unit.leans and piece.number == before + 1):
                break
            before = piece.number
            found.append(own.pop())
    return found


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
