"""The words of a text as names are made of them: capitals, what stands before each, where sentences and headlines are.

Not here: which words make a name together (`mentions`, `wholes`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reader.language.names.word_lists import BEFORE_STOP, is_title
from reader.scripts import HANGUL, UNSPACED

WORD = re.compile(r"[^\W_]+(?:[-'’&][^\W_]+)*")
_CAPITALLESS = f"{UNSPACED}{HANGUL}"
_BESIDE_CAPITALLESS = re.compile(rf"[^\W_{_CAPITALLESS}]+(?:[-'’&][^\W_{_CAPITALLESS}]+)*|[{_CAPITALLESS}]+")
"""`WORD` for texts where nothing stands between a name and the words of a script without capitals: `NHK表示`."""
_ANY_CAPITALLESS = re.compile(f"[{_CAPITALLESS}]")
POSSESSIVE = re.compile(r"['’][sS]?$")
_ENDS_SENTENCE = re.compile(r"[.!?…:;•·|\n。！？]|^$|--| [–—-] ")
_STOPPED = re.compile(r"(?:['’][sS])?[)\]]?[.!?…。！？]")
"""The end of a sentence, which a headline has not."""
_ARTICLE = re.compile(r"(?:(?:a[lnrstdz]|el|ash|ul|ud)-|[dlo]['’])(?=\w)")
"""The small beginning of a name: `al-Bakri`, `d'Estaing`."""
_TAIL = re.compile(
    r"(?<=\w)-(?:[^\W_]{2,}ed|born|led|run|held|made|built|style|era|wide|like|bound|friendly|speaking|area|kun|san"
    r"|gestützte[nrsm]?|nahe[nrsm]?)$"
)
"""What a name is coupled with: `Vellmar-based`, `US-backed`."""


@dataclass(slots=True)
class Token:
    """One word of a text."""

    text: str
    start: int
    end: int
    opens: bool
    """Begins a sentence, so that its capital means nothing."""
    gap: str
    """What stands between it and the token before."""
    low: str
    """In small letters."""
    capital: bool
    """Whether it is written as names are."""
    inside: bool = False
    """Belongs to the name before it, whatever stands between."""

    @property
    def acronym(self) -> bool:
        """Whether all of it is capitals."""
        return len(self.text) > 1 and self.text.isupper()


@dataclass(slots=True)
class Words:
    """The words of a text of which names are made, and what the others say of them."""

    tokens: list[Token]
    """In order those with a capital, and those beside one; what stands between others is part of the gap."""
    lowered: set[str]
    """All that stand in the text without a capital."""
    weak: set[int]
    """Where tokens begin that stand in a line set like a headline, with a capital on every word."""


def words_of(text: str) -> Words:
    """The words of a text, without possessive `'s` and without what they are coupled with."""
    found = Words([], set(), set())
    tokens = found.tokens
    last_end, last, after_capital = 0, "", True
    held: tuple[str, int, int, bool, str, str, bool] | None = None
    """A word without a capital, whose fellow before has none either: it is kept if the next one has one."""
    kept_end = 0
    """Where the last word ends of those that are kept."""
    line, line_end, long, capitals = 0, 0, 0, 0
    beside = not text.isascii() and _ANY_CAPITALLESS.search(text)
    for match in (_BESIDE_CAPITALLESS if beside else WORD).finditer(text):
        start, end = match.span()
        gap, whole = text[last_end:start], match.group()
        word, low, capital, is_long = _shape(whole)
        if gap == " ":  # before most words; then there is little to look at
            opens = not last
        else:
            opens = _opens(gap, last, whole) and not (beside and _ANY_CAPITALLESS.match(text, end))
            if "\n" in gap:
                if _like_a_headline(text, line_end, long, capitals):
                    found.weak.update([token.start for token in tokens[line:]])
                line, long, capitals = len(tokens), 0, 0
        line_end = start + len(word)
        if is_long:
            long += 1
            capitals += capital
        if capital or after_capital:
            if capital and held is not None:
                tokens.append(Token(*held))
            elif not capital:
                found.lowered.add(low)
            tokens.append(Token(word, start, line_end, opens, gap, low, capital))
            held, kept_end = None, end
        else:
            found.lowered.add(low)
            held = word, start, line_end, opens, text[kept_end:start], low, False
        last_end, last, after_capital = end, whole, capital
    if _like_a_headline(text, line_end, long, capitals):
        found.weak.update([token.start for token in tokens[line:]])
    return found


def _like_a_headline(text: str, end: int, long: int, capitals: int) -> bool:
    """Whether a line that ends there, with so many long words and so many of them with a capital, is set like one."""
    return long >= 3 and capitals >= 0.75 * long and _STOPPED.match(text, end) is None


@lru_cache(maxsize=20_000)
def _shape(whole: str) -> tuple[str, str, bool, bool]:
    """A word without what it is coupled with; that in small letters; whether it is written as names are; is long."""
    word = whole
    if not word.isalnum():
        cut = POSSESSIVE.search(word)
        word = word[: cut.start()] if cut and cut.start() > 0 else word
        word = word[: len(word) - _coupled(word)]
    return word, word.casefold(), _capital(word), len(word) > 3 and not word[0].isdigit()


def _capital(word: str) -> bool:
    if word[0] not in "aedlou" or word.isalnum():
        return word[0].isupper()
    article = _ARTICLE.match(word)
    return article is not None and word[article.end()].isupper()


def _coupled(word: str) -> int:
    """The length of what a name is coupled with: `-based`, `-Präsident`."""
    if "-" not in word or not word[0].isupper():
        return 0
    tail = _TAIL.search(word)
    if tail:
        return len(tail.group())
    head, _, last = word.rpartition("-")
    return len(last) + 1 if len(head) > 1 and len(last) > 3 and is_title(last.casefold()) else 0


def _opens(gap: str, before: str, word: str) -> bool:
    if not before:
        return True
    if before.casefold() == "no" and not word[0].isdigit():
        return _ENDS_SENTENCE.search(gap) is not None
    if gap.startswith(".") and gap.strip() == "." and "\n" not in gap:
        return not (len(before) == 1 or before.casefold() in BEFORE_STOP)
    return bool(_ENDS_SENTENCE.search(gap)) or (any(c in gap for c in '"“„«‘([') and len(gap) > 1)
