"""Datelines in running text: how far one reaches before a sentence, and those that are sentences of their own.

`ROME, May 5 (AP) - The king …`; `MOSCOW, November 7. /TASS/.` Not here: what a dateline says of place, day and agency
(`cleaning.metadata.datelines`).
"""

from __future__ import annotations

import re

from reader.language.agencies import SIGNATURES

_CAPITALS = r"[^\W\d_a-zß-öø-ÿа-яё]{2}[^\W\d_a-zß-öø-ÿа-яё'’.-]*"
"""A word in capital letters."""
_SHOUTED = rf"{_CAPITALS}(?:[ /-]{_CAPITALS}){{0,3}}"
_REGION = r"(?:,\s?(?:[^\W\d_a-zß-öø-ÿа-яё][\w.'’-]*\s?){1,3})?"
"""The country or the state, in small letters as a rule."""
_YEAR = r"(?:,?\s(?:de\s)?(?:19|20)\d\d)?"
_DAY = rf"(?:,?\s(?:[^\W\d_]{{3,10}}\.?\s\d{{1,2}}|\d{{1,2}}\.?(?:\sde)?\s[^\W\d_]{{3,10}})\.?{_YEAR})?"
_NAME = r"[^\W\d_][\w.-]*(?:[ /][^\W\d_][\w.-]*){0,3}"
_DASH = r"(?:\.?\s?(?:[–—―-]{1,2}|[_\ufffd]|â(?:\x80[\x93-\x95])?)\s|\s?[—―]|\?(?=[^\W\d_a-z]))"
"""Wires write `_` too; the last ones are what is left of a dash that was read in the wrong encoding."""
_BEGINNING = r"\s{0,2}(?=(?:[\"“„«'‘(]|''|â\x80[\x98\x9c])?[^\W_a-zß-öø-ÿа-яё])"
"""What comes behind it must look like the beginning of a sentence: a dash may also set off something else."""
_PLACE = r"[^\W\d_][\w.'’-]*(?:[ /][^\W\d_][\w.'’-]*){0,3}"
_LOWER = "[a-z]{2,5}(?:/[a-z]{2,5}|-[a-z]{3,14})?"
_SIGNED = "|".join(map(re.escape, SIGNATURES))
_BEFORE_A_SENTENCE = re.compile(
    rf"(?:{_SHOUTED}{_REGION}{_DAY}\s?\({_NAME}\)(?:{_DASH}|\s?:\s)"  # ROME, May 5 (Own Wire) -
    rf"|(?:\w+\.\w{{2,3}}, )?{_SHOUTED}{_REGION}{_DAY}{_DASH}"  # ALDER, S.C. —; alder.news, ALDER —
    rf"|{_PLACE}{_DAY}\s?\((?:{_LOWER}|{_SIGNED})\)(?:{_DASH}|\s?:\s)"  # Bad Alder (nws) –
    rf"|{_PLACE},\s[A-Z][\w.]+{_DAY}\s?\({_NAME}\){_DASH}"  # Alder, Merovia (Own Wire) --
    rf"|(?:{_PLACE},?\s)?[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}\s?\({_NAME}\)(?:{_DASH}|\s?:\s)"  # Alder, May 5 (Own Wire) -
    rf"|\({_NAME}(?:, ?[A-Z]{{2}})?\){_DASH}"  # (Own Wire) --; (Alder, DC) –
    rf"|(?:{_SHOUTED}{_REGION}{_DAY}\s)?\([A-Z]{{2,5}}\)\s?){_BEGINNING}"  # (NWS) The king; ROME (NWS) The king
)
_LONGEST = 100


def behind_dateline(text: str, start: int, end: int) -> int:
    """Where what a dateline introduces begins in the sentence `text[start:end]`: `start` if there is no dateline.

    `start` should be the beginning of a paragraph. Something of the sentence is always left.
    """
    head = text[start : min(end, start + _LONGEST)]
    if head.isascii() and not any(sign in head for sign in ("(", "- ", "_ ", "?")):
        return start
    match = _BEFORE_A_SENTENCE.match(text, start, min(end, start + _LONGEST))
    if match is None or match.group().upper() == match.group().lower():  # a script without capitals
        return start
    return match.end()


WHOLE_DATELINE = re.compile(
    r"[^\W\d_][^!?/\n]{1,60}?\.?\s*/[^\W\d_][^/\n]{1,30}/\.?"  # MOSCOW, November 7. /TASS/.
    r"|(?:[^\W\d_a-z]|[ -]){3,30}\.\s[^()!?\n]{2,25}\([^()\n]{2,40}\)"  # MOSCOW. Nov 7 (Interfax)
)
"""A dateline that ends as a sentence does."""
LONGEST_DATELINE = 120


def is_dateline(sentence: str) -> bool:
    """Whether a sentence is nothing but place, date and agency: `PORT ALDER, March 3. /NWS/.`"""
    return len(sentence) <= LONGEST_DATELINE and WHOLE_DATELINE.fullmatch(sentence) is not None
