"""Why a sentence stands where it does in a ranking, in words for a person.

Not here: the ranking itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.language.words import root, words
from reader.summarizing.candidates import lead, split
from reader.summarizing.features import Unit, describe, headline_roots
from reader.summarizing.kinds import KINDS
from reader.summarizing.news import MOST, order

_TAKEN = {
    "first": "opens the article",
    "stands alone": "opens the article, the first sentence that is understood by itself",
    "lead": "opens the article: stands behind the dateline",
    "fuller": "opens the article: tells in full what stands above it",
    "scene": "opens the article, before what the headline announces",
    "teased": "opens the article, behind a sentence that only arouses curiosity",
    "nut": "tells what the headline announces, which the first sentences do not",
    "adds": "adds to what is told before it",
    "later": "comes later in the article",
}
_FAULTS = {
    "repeats": "says again what is told before it",
    "leans": "leans on a sentence that is left out: {first}",
    "refers": "speaks of something that only a left-out sentence introduces",
    "thin": "short, without a name or a figure",
    "long": "long: {length} words",
    "broken": "has only a part of what somebody says",
    "quoted": "mostly a quotation",
    "personal": "speaks in the first person",
    "open": "has no full stop",
    "shown": "reads like a picture caption",
}
_METHODS = {
    "lexrank": "LexRank: is like the sentences that most others are like",
    "textrank": "TextRank: shares words with many other sentences",
    "lsa": "LSA: has many of the article's words, each once",
    "luhn": "Luhn: has frequent words close together",
    "sumbasic": "SumBasic: its words are frequent and not yet used up by better sentences",
    "kl": "KL: brings the summary's words closest to the article's",
    "reduction": "Reduction: shares words with many other sentences",
}
_QUOTED = 8
"""How many words of the text a reason quotes."""


def explain(
    text: str,
    index: int,
    *,
    method: str = "news",
    headline: str | None = None,
    standfirst: str | None = None,
    language: str | None = "en",
    subheads: Sequence[tuple[int, int]] = (),
) -> tuple[str, ...]:
    """The reasons for the place of sentence number `index` of `rank(text, …)`: what it was taken for, then what spoke
    against it.

    No reasons (an empty tuple) for a sentence that does not exist.
    """
    places = split(text, language, subheads)
    if not 0 <= index < len(places):
        return ()
    if index >= MOST:
        return (f"beyond the first {MOST:,} sentences, which are weighed",)
    title = headline_roots(headline, language)
    units = describe([text[p.start : p.end] for p in places[:MOST]], language, places[:MOST], title)
    unit = units[index]
    if method != "news":
        said = _METHODS.get(method, method)
        return (said, KINDS[unit.kind]) if unit.kind else (said,)
    choices = order(units, title, headline_roots(standfirst, language), lead(text, places, subheads))
    rank = next(rank for rank, choice in enumerate(choices) if choice.index == index)
    choice = choices[rank]
    if choice.reason in KINDS:
        return (KINDS[choice.reason],)
    found = [_TAKEN[choice.reason]]
    if choice.reason == "adds" and (new := _new(unit, [units[c.index] for c in choices[:rank]])):
        found = [f"adds {new}"]
    if told := _spelled(unit, unit.roots & title):
        found.append(f"has words of the headline: {told}")
    details = {"length": str(unit.length), "first": unit.text.split()[0]}
    return (*found, *[_FAULTS[fault].format(**details) for fault in choice.faults])


def _new(unit: Unit, before: Sequence[Unit]) -> str:
    """The names and figures of a sentence that no sentence taken before it has."""
    said = frozenset().union(*[other.roots for other in before])
    tokens = [_bare(token) for token in unit.text.split()]
    marked = [token for token in tokens[1:] if token[:1].isupper() or any(map(str.isdigit, token))]
    roots = {root(word) for token in marked for word in words(token)} & unit.roots
    return _spelled(unit, roots - said)


def _spelled(unit: Unit, roots: Iterable[str]) -> str:
    """Some roots as the words they stand for in a sentence, in its order."""
    wanted = frozenset(roots)
    found: dict[str, str] = {}
    for token in unit.text.replace("’", "'").split():
        pieces = words(token)
        for piece in pieces:  # of a run without blanks, as Chinese is written, the piece
            if root(piece) in wanted:
                found.setdefault(root(piece), _bare(token) if len(pieces) <= 2 else piece)
    return ", ".join(list(dict.fromkeys(found.values()))[:_QUOTED])


def _bare(token: str) -> str:
    return token.strip(".,;:!?/\"“”«»()[]'‘’")
