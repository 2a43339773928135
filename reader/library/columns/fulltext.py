"""From a text or a person's query to what the full-text index gets, and back to a snippet.

Here: folding, scripts that write without blanks, the FTS5 query, where the words found stand in a text.
Not here: the index itself (`search.py`).

What is indexed is the folded text (compatibility forms, case, vowel points). FTS5 finds words at blanks, which
Chinese, Japanese, Thai and their like do not write: a run of such characters is indexed as its overlapping pairs and
its last character (`北京大学` as `北京 京大 大学 学`), and looked for as the phrase of its pairs; a single character
is looked for as the beginning of a pair.
The folding belongs to the stored index: whoever changes it must add a migration that rebuilds the index.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from reader import scripts
from reader.safety import plain

UNSPACED = re.compile(f"[{scripts.UNSPACED}]+")
"""Runs of the scripts that write words without blanks between them."""
_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]")
_PIECE = re.compile(r'(?:(?<!\S)(-))?(?:"([^"]*)"?|([^\s"]+))')
_LETTER = "[\\w\u0900-\u0963\u0966-\u0dff]"  # \w leaves out the vowel signs of Indian scripts
_PIECES = 50
"""Words of a query that count: nobody types more, and a pasted page must not take minutes."""

SCORED = "SELECT rowid AS id, bm25(search, 10.0, 4.0, 1.0, 2.0) AS score FROM search WHERE search MATCH ?"
"""The articles that an `expression` finds, with a number that is the lower the better they are: a word in the headline
counts ten times.
"""
SNIPPET = 200
"""Characters of a snippet, about."""
_LOOKED_AT = 100_000
"""Characters of a text that are searched for a snippet: beyond it only the opening is shown."""


def fold(text: str) -> str:
    """Compatibility forms, case and vowel points taken out; FTS5 does the same for accents."""
    if text.isascii():
        return text.lower()
    return _POINTS.sub("", unicodedata.normalize("NFKC", text).casefold())


def indexed(text: str | None) -> str:
    """What the index is fed with for this text."""
    if not text:
        return ""
    folded = fold(text)
    if not scripts.may_be_unspaced(folded):
        return folded
    return UNSPACED.sub(lambda run: f" {' '.join(_pairs(run[0]))} {run[0][-1]} ", folded)


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)]


def pieces(query: str, *, unwanted: bool = False) -> list[str]:
    """The words and quoted phrases of a query, folded, once each, those without a letter or digit left out.

    unwanted: those with a `-` before them; else those without.
    """
    found = (fold(quoted or word) for minus, quoted, word in _PIECE.findall(plain(query)) if bool(minus) == unwanted)
    return list(dict.fromkeys(piece for piece in found if any(c.isalnum() for c in piece)))[:_PIECES]


def _open_ended(query: str) -> bool:
    """Whether the last word may be only the beginning of one: always, unless it is unwanted or in quotation marks."""
    return not re.search(r'"\s*$|(?<!\S)-\S+\s*$', query)


def expression(query: str) -> str | None:
    """The FTS5 expression: all pieces must be there but the unwanted ones, the last word may be a beginning.

    None: nothing to look for.
    """
    terms = [term for piece in pieces(query) for term in _terms(piece)]
    if not terms:
        return None
    wanted = " AND ".join(terms) + (" *" if _open_ended(query) and not terms[-1].endswith("*") else "")
    unwanted = [" AND ".join(_terms(piece)) for piece in pieces(query, unwanted=True)]
    return "".join([wanted if not unwanted else f"({wanted})", *(f" NOT ({piece})" for piece in unwanted if piece)])


def _terms(piece: str) -> list[str]:
    """A piece as quoted FTS5 strings: runs of unspaced script as phrases of pairs, what is between them as it is."""
    terms = []
    at = 0
    for run in UNSPACED.finditer(piece):
        terms += _quoted(piece[at : run.start()])
        terms.append(f'"{" ".join(_pairs(run[0]))}"' if len(run[0]) > 1 else f'"{run[0]}" *')
        at = run.end()
    return terms + _quoted(piece[at:])


def _quoted(words: str) -> list[str]:
    return [f'"{words.strip()}"'] if any(c.isalnum() for c in words) else []


def snippet(text: str, query: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The stretch of the text with most of the query's words, on one line, and where they stand in it."""
    text = text[:_LOOKED_AT]
    found = _occurrences(text, _patterns(query))
    start = _best_start(text, found)
    end = min(len(text), start + SNIPPET)
    if end < len(text):
        end = max(text.rfind(" ", start + SNIPPET // 2, end), start + SNIPPET // 2)
    before, after = ("…" if start else ""), ("…" if end < len(text) else "")
    shown = before + re.sub(r"\s", " ", text[start:end]) + after
    shift = len(before) - start
    return shown, tuple((a + shift, b + shift) for a, b, _ in found if start <= a and b <= end)


def matches(text: str, query: str) -> tuple[tuple[tuple[int, int], ...], int]:
    """Where the words of a query stand in a text, and the number of the one at which most of them come together."""
    found = _occurrences(text[:_LOOKED_AT], _patterns(query))
    thickest = _thickest(found)
    return tuple((start, end) for start, end, _ in found), next(
        (number for number, (start, _, _) in enumerate(found) if start == thickest), 0
    )


def _patterns(query: str) -> list[str]:
    """Regular expressions for the words of the query, in a text folded and without accents."""
    words = [word for piece in pieces(query) for part in UNSPACED.split(piece) for word in _words(part)]
    patterns = [rf"(?<!{_LETTER}){re.escape(_bare(word))}(?!{_LETTER})" for word in words]
    if patterns and _open_ended(query):
        patterns[-1] = patterns[-1].replace(f"(?!{_LETTER})", f"{_LETTER}*")
    runs = [run for piece in pieces(query) for run in UNSPACED.findall(piece)]
    return [re.escape(_bare(run)) for run in runs] + patterns


def _words(text: str) -> list[str]:
    return re.findall(f"{_LETTER}+", text)


def _occurrences(text: str, patterns: Sequence[str]) -> list[tuple[int, int, int]]:
    """Start, end and number of the pattern for each of their places in the text, in order, without overlaps."""
    if not patterns:
        return []
    folded, places = _folded_with_places(text)
    found: list[tuple[int, int, int]] = []
    for match in re.finditer("|".join(f"({pattern})" for pattern in patterns), folded):
        start, end = places[match.start()], places[match.end() - 1] + 1
        if not found or start >= found[-1][1]:  # one character may fold to several: `¼` to 1 and 4
            found.append((start, end, match.lastindex or 0))
    return found


def _bare(text: str) -> str:
    """Without accents, as the index has it."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not "\u0300" <= c <= "\u036f")


def _folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """The folded text without accents, and for each of its characters the place in `text` that it comes from."""
    if text.isascii():
        return text.lower(), range(len(text))
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for piece in _bare(fold(character)):
            folded.append(piece)
            places.append(place)
    return "".join(folded), places


def _thickest(found: Sequence[tuple[int, int, int]]) -> int:
    """Where the first of the places begins after which most different words follow."""
    best, most = 0, 0
    ahead = 0
    inside: dict[int, int] = {}
    for start, _, word in found:  # a window slides over the places
        while ahead < len(found) and found[ahead][1] <= start + SNIPPET * 3 // 4:
            inside[found[ahead][2]] = inside.get(found[ahead][2], 0) + 1
            ahead += 1
        if len(inside) > most:
            best, most = start, len(inside)
        if inside.get(word, 0) <= 1:
            inside.pop(word, None)
        else:
            inside[word] -= 1
    return best


def _best_start(text: str, found: Sequence[tuple[int, int, int]]) -> int:
    """Where a snippet should begin: somewhat before that."""
    best = _thickest(found)
    if best < SNIPPET // 4:
        return 0
    cut = text.find(" ", best - SNIPPET // 4, best)
    return cut + 1 if cut >= 0 else best
