"""The words of a text as names are made of them: capitals, what stands before each, where sentences and headlines are.

Not here: which words make a name together (`mentions`, `wholes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.language.names.word_lists import BEFORE_STOP, is_title

WORD = re.compile(r"[^\W_]+(?:[-'’&][^\W_]+)*")
POSSESSIVE = re.compile(r"['’][sS]?$")
_ENDS_SENTENCE = re.compile(r"[.!?…:;•·|\n。！？]|^$|--| [–—-] ")
_STOPPED = re.compile(r"(?:['’][sS])?[)\]]?[.!?…]")
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


def tokens_of(text: str) -> Iterator[Token]:
    """The words of a text in order, without possessive `'s` and without what they are coupled with."""
    last_end, last = 0, ""
    for match in WORD.finditer(text):
        start, end = match.span()
        gap = text[last_end:start]
        whole = word = match.group()
        # Most words have nothing inside and a blank before them; then there is little to look at.
        if not word.isalnum():
            cut = POSSESSIVE.search(word)
            end -= len(cut.group()) if cut and cut.start() > 0 else 0
            end -= _coupled(text[start:end])
            word = text[start:end]
        opens = not last if gap == " " else _opens(gap, last, whole)
        yield Token(word, start, end, opens, gap, word.casefold(), _capital(word))
        last_end, last = match.end(), whole


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


def weak_lines(text: str, tokens: Iterable[Token]) -> set[int]:
    """Where tokens begin that stand in a line set like a headline, with a capital on every word."""
    by_line: list[list[Token]] = [[]]
    for token in tokens:
        if "\n" in token.gap:
            by_line.append([])
        by_line[-1].append(token)
    weak: set[int] = set()
    for line in by_line:
        long = [t for t in line if len(t.text) > 3 and not t.text[0].isdigit()]
        stopped = bool(line) and _STOPPED.match(text, line[-1].end) is not None
        if not stopped and len(long) >= 3 and sum(t.capital for t in long) >= 0.75 * len(long):
            weak.update(t.start for t in line)
    return weak
