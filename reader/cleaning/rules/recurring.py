"""What recurs on the pages of an outlet, and what becomes of an article when that is known.

Here: which of the lines that cleaning kept are furniture after all, given in how many other articles they stood; and
taking lines out of an article, or back into it. Not here: the counts (the library keeps them), single
pages (`classifier`).

A line can recur because it is furniture, because copies of one report share it, or because the reports of a running
story share their background. Copies are told by the caller: `Recurrence.unlike` counts no report twice. Background is
told by what it speaks of: names and words of the article around it. Furniture speaks of something else, wherever it
stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b

from reader.article import Article, Paragraph, Removed
from reader.cleaning.input.text_lines import ends_a_sentence, match_key
from reader.cleaning.lexicon.boilerplate import is_furniture
from reader.cleaning.lexicon.words import FUNCTION_WORDS, FURNITURE_WORDS, YOU_WORDS
from reader.language.months import MONTHS, WEEKDAYS
from reader.language.words import root, stop_words
from reader.scripts import UNSPACED

FEW = 3
"""Other articles, no two of them the same report, in which a line must stand before anything follows from it."""
MORE = 5
"""The same for long lines, and for those that do not name themselves furniture."""
LONG = 300
"""Characters from which a line counts as long."""
CUT_TO_KEPT = 3
"""How many times as often cleaning must have cut a line elsewhere as kept it, for that to settle it."""
COMMON = 0.25
"""The share of an outlet's articles that must have a line which neither was cut nor names itself furniture."""
TAKEN = 1 / 3
"""The largest share of a text that may be cut for recurring: more would not be furniture."""

NEAR = 40
"""Lines of the original above and below the text that are counted."""
LEAST = 10
"""Letters and digits in a line that is worth counting: `8:30 p.m.` and `Q.` say nothing."""

_SHORT, _MEMORABLE = 60, 2_000
"""Characters of a line whose hash is remembered for long, or for as long as its article is worked on."""
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"(?<!\w)@\w|https?:|www\.")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_GENERIC = FUNCTION_WORDS | FURNITURE_WORDS | YOU_WORDS
_TIED = 0.34
"""The share of a line's own words that stand in the article around it, from which the line belongs to the article."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """In how many other articles of the same outlet a line stood."""

    kept: int
    """Cleaning by itself kept it."""
    cut: int
    unlike: int
    """How many of them at least are different reports: copies of one report count once."""


def hash_of(text: str, least: int = 1) -> int | None:
    """A line as 64 bits: of two lines that say the same, the same. None for one with fewer letters and digits."""
    if len(text) <= _SHORT:
        return _hash_of_short(text, least)
    return _hash_of_last(text, least) if len(text) <= _MEMORABLE else _hash_of(text, least)


def _hash_of(text: str, least: int) -> int | None:
    said = match_key(text)
    if len(said) < least:
        return None
    return int.from_bytes(blake2b(said.encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True)


_hash_of_short = lru_cache(maxsize=16384)(_hash_of)  # menus stand on every page of an outlet
_hash_of_last = lru_cache(maxsize=512)(_hash_of)  # an article is looked at, and then learned from


def lines_of(article: Article) -> dict[int, bool]:
    """The lines of an article that are worth counting, as hashes; True for those that were kept.

    Of the others those that stand in the text or near it: what is kept by mistake is not in the far menus.
    """
    if not article.paragraphs:
        return {}
    first, last = article.paragraphs[0].line - NEAR, article.paragraphs[-1].line + NEAR
    near = [cut.text for cut in article.removed if first <= cut.line <= last]
    found = {line: False for text in near if (line := hash_of(text, LEAST)) is not None}
    found.update(dict.fromkeys(kept_lines(article), True))
    return found


def kept_lines(article: Article) -> set[int]:
    """Those of them that were kept."""
    return {line for p in article.paragraphs if (line := hash_of(p.text, LEAST)) is not None}


def furniture(article: Article, known: Mapping[int, Recurrence], articles: int, printer: str) -> dict[int, str]:
    """The kept lines of an article that are furniture, with the rule under which they are to be cut.

    known: what is known of its lines; articles: how many of this outlet were counted; printer: the outlet's name.
    """
    hashes = [hash_of(paragraph.text, LEAST) for paragraph in article.paragraphs]
    recurring = {line for line in hashes if line is not None and line in known and known[line].unlike >= FEW}
    if not recurring:
        return {}
    around = [p.text for p, line in zip(article.paragraphs, hashes, strict=True) if line not in recurring]
    subject = _Subject(around, printer, article.language)
    found: dict[int, str] = {}
    taken = 0
    for paragraph, line in zip(article.paragraphs, hashes, strict=True):
        if line is None or line not in recurring or not _is_furniture(paragraph, known[line], articles, subject):
            continue
        if paragraph.kind == "body":
            taken += len(paragraph.text)
        found[line] = f"stands in {known[line].kept + known[line].cut + 1} articles of {printer}"
    return found if taken <= TAKEN * len(article.text) else {}


def _is_furniture(paragraph: Paragraph, seen: Recurrence, articles: int, subject: _Subject) -> bool:
    text = paragraph.text
    if seen.unlike < (MORE if len(text) >= LONG else FEW):
        return False
    sentence = len(text.split()) >= 12 and ends_a_sentence(text)
    if seen.cut >= FEW and seen.cut >= CUT_TO_KEPT * seen.kept:
        return not (sentence and subject.has(text))
    if paragraph.kind != "body":
        return False  # subheads recur from article to article: `What happens next`
    if seen.unlike < MORE or seen.kept + seen.cut < COMMON * articles:
        return names_itself(text) and not subject.has(text)
    return not subject.has(text)


def names_itself(text: str) -> bool:
    """Whether a line speaks as furniture does: of newsletters and comments, to you. Questions may be an interview's."""
    if is_furniture(text):
        return True
    words = _WORD.findall(text.lower())
    said = sum(word in FURNITURE_WORDS for word in words)
    if not said or text.rstrip().endswith(("?", "？")):
        return False
    return said >= 2 or any(word in YOU_WORDS for word in words) or _ADDRESS.search(text) is not None


class _Subject:
    """What an article speaks of, to tell whether a line belongs to it."""

    def __init__(self, texts: Iterable[str], printer: str, language: str | None) -> None:
        """texts: the article without the lines in question; printer: a name that stands in any furniture."""
        self.text = "\n".join(texts).lower()
        self.words = {root(word) for word in _WORD.findall(self.text)}
        self.printer = {root(word) for word in _WORD.findall(printer.lower())}
        self.stop = stop_words(language)

    def has(self, text: str) -> bool:
        """Whether a line shares a name with the article, or a third of its own words."""
        if len(_UNSPACED.findall(text)) > len(text) / 4:
            pairs = {text[i : i + 2] for i in range(len(text) - 1) if _UNSPACED.match(text[i])}
            return sum(pair in self.text for pair in pairs) >= _TIED * len(pairs)
        words = _WORD.findall(text)
        names = {root(word.lower()) for word in words[1:] if word[:1].isupper() and self._own(word.lower())}
        if names & self.words and not _capitals_throughout(words):
            return True
        own = {root(word.lower()) for word in words if len(word) > 4 and self._own(word.lower())}
        return bool(own) and len(own & self.words) >= _TIED * len(own)

    def _own(self, word: str) -> bool:
        """Whether a word can say what a line is about."""
        generic = word in _GENERIC or word in self.stop or word in MONTHS or word in WEEKDAYS
        return not generic and root(word) not in self.printer


def _capitals_throughout(words: Collection[str]) -> bool:
    """Whether so many words have capitals (German nouns, headlines) that a capital marks no name."""
    return sum(word[:1].isupper() for word in words) > 0.3 * len(words)


def amended(article: Article, cut: Mapping[int, str], kept: Collection[int]) -> Article:
    """The article with these kept lines cut, each under its rule, and these cut lines kept as body text.

    Only lines whose place in the original is known are moved; the headline and all other facts stay as they are.
    """
    going = {p for p in article.paragraphs if p.line and hash_of(p.text) in cut} if cut else set()
    coming = {r for r in article.removed if r.line and hash_of(r.text) in kept} if kept else set()
    staying = {p for p in article.paragraphs if p.line and hash_of(p.text) in kept} if kept else set()
    if not going and not coming and not staying:
        return article
    paragraphs = [p._replace(by_hand=p in staying) for p in article.paragraphs if p not in going]
    for piece in sorted(coming, key=lambda r: r.line):
        place = next((i for i, p in enumerate(paragraphs) if p.line > piece.line), len(paragraphs))
        paragraphs.insert(place, Paragraph(piece.text, "body", piece.line, by_hand=True))
    removed = [r for r in article.removed if r not in coming]
    removed += [Removed(p.text, p.line, cut[hash_of(p.text) or 0]) for p in going]
    removed.sort(key=lambda r: r.line)
    return replace(article, text="", paragraphs=tuple(paragraphs), removed=tuple(removed))
