"""Why a sentence stands where it does in a ranking, in words for a person.

Not here: the ranking itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.language.words import root, stop_words, words
from reader.summarizing.features import Unit, describe, headline_roots
from reader.summarizing.importance import importance, named
from reader.summarizing.news import MOST, WEIGHTS
from reader.summarizing.units import split

_FOR = {
    "first": "opens the article",
    "position": "stands near the beginning",
    "names": "has names that the article keeps coming back to: {names}",
    "matter": "speaks of what the article is about: {words}",
    "recurring": "its words come back in other sentences",
    "headline": "has words of the headline: {headline}",
}
_AGAINST = {
    "length": "",
    "long": "long: {length} words",
    "short": "short: {length} words",
    "thin": "short, without a name or a figure",
    "scene": "sets a scene before the news is told",
    "pronoun": "begins with a word for something named before: {first}",
    "connective": "begins as a continuation: {first}",
    "quoted": "mostly a quotation",
    "broken": "breaks off: a quotation mark without its partner, or a colon at the end",
    "personal": "speaks in the first person",
    "question": "is a question, or a turn of an interview",
    "fragment": "does not end like a sentence",
    "caption": "reads like a picture caption",
    "dateline": "only place, date and agency",
    "repeat": "only repeats the headline",
}
_METHODS = {
    "lexrank": "LexRank: is like many other sentences that are themselves like many",
    "textrank": "TextRank: shares words with many other sentences",
    "lsa": "LSA: has many of the article's words, each once",
    "luhn": "Luhn: has frequent words close together",
    "sumbasic": "SumBasic: its words are frequent and not yet used up by better sentences",
    "kl": "KL: brings the summary's words closest to the article's",
    "reduction": "Reduction: shares words with many other sentences",
}
_WORTH_SAYING = 0.04
"""What a feature must add or take to be named."""
_LONG = 30
"""Words from which a sentence is called long."""


def explain(
    text: str,
    index: int,
    *,
    method: str = "news",
    headline: str | None = None,
    language: str | None = "en",
    subheads: Sequence[tuple[int, int]] = (),
) -> tuple[str, ...]:
    """The reasons for the score of sentence number `index` of `rank(text, …)`: those for it, then those against it.

    The weightiest of each come first. No reasons (an empty tuple) for a sentence there is not.
    """
    texts = [text[start:end] for start, end in split(text, language, subheads)]
    if not 0 <= index < len(texts):
        return ()
    if method != "news":
        return (_METHODS.get(method, method),)
    if index >= MOST:
        return (f"beyond the first {MOST:,} sentences, which are weighed",)
    units = describe(texts[:MOST], headline=headline, language=language)
    unit = units[index]
    details = _details(units, unit, headline, language)
    worth = {name: WEIGHTS[name] * value for name, value in unit.features.items() if name in WEIGHTS}
    if len(unit.text.split()) < _LONG:
        worth.pop("long")
    named_first = sorted((n for n in worth if abs(worth[n]) >= _WORTH_SAYING), key=lambda n: -abs(worth[n]))
    good = [_FOR[n].format(**details) for n in named_first if worth[n] > 0 and _says_something(n, details)]
    bad = [_AGAINST[n].format(**details) for n in named_first if worth[n] < 0 and _AGAINST[n]]
    if "opens the article" in good:
        good.remove("stands near the beginning")
    return tuple(good + bad)


def _says_something(name: str, details: dict[str, str]) -> bool:
    return {"names": "names", "matter": "words"}.get(name, "first") not in [k for k, v in details.items() if not v]


_QUOTED = 8
"""So many words are quoted for a reason."""


def _details(units: list[Unit], unit: Unit, headline: str | None, language: str | None) -> dict[str, str]:
    """The words that the reasons quote, as they stand in the sentence."""
    ignore = stop_words(language) | stop_words("en")
    spelled: dict[str, str] = {}  # in the order of the sentence
    for word in unit.text.replace("’", "'").split():
        pieces = words(word)
        for piece in pieces:  # of a run without blanks, as Chinese is written, the piece
            spelled.setdefault(root(piece), word.strip(".,;:!?/\"“”«»()[]'") if len(pieces) <= 2 else piece)
    names = named([u.text for u in units])
    title = headline_roots(headline) - ignore
    matter = importance([u.roots for u in units], frozenset(names), title)
    place = {word: i for i, word in enumerate(spelled)}
    most = sorted(unit.roots, key=lambda word: (-matter[word], place.get(word, len(place)), word))
    tokens = words(unit.text)

    def quoted(chosen: Iterable[str]) -> str:
        return ", ".join(list(dict.fromkeys(spelled.get(word, word) for word in chosen))[:_QUOTED])

    return {
        "words": quoted(most[:4]),
        "names": quoted(word for word in most if word in names and word in spelled),
        "headline": quoted(word for word in most if word in title),
        "length": str(len(tokens)),
        "first": tokens[0] if tokens else "-",
    }
