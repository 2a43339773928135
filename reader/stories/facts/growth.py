"""Figures that grow while a story goes on: `at least nine` on the first day, `risen to 14` on the next.

Not here: finding where two reports differ (disagreements.py).
"""

from __future__ import annotations

import re

from reader.comparison import Disagreement, Side

_ONLY_GROW = frozenset(("dead", "injured", "arrested", "evacuated", "hectares"))
"""What is counted up from day to day, whatever the words."""
_SO_FAR = re.compile(
    r"\b(?:at least|so far|bisher|bislang|mindestens|vorerst|au moins|jusqu[’']ici|pour l[’']instant|al menos"
    r"|hasta ahora|por ahora|almeno|finora"
    r"|pelo menos|até agora|не менее|по меньшей мере|пока|щонайменше|co najmniej)\b",
    re.IGNORECASE,
)
_RISEN = re.compile(
    r"\b(?:rises?|rose|risen|rising|climb(?:s|ed)|now|gr(?:own|ew)|increased|gestiegen|stieg|steigt|erhöht\w*|inzwischen"
    r"|mittlerweile|nunmehr|s[’']alourdit|désormais|passé à|monte à|asciende|ascendió|sube|subió|aumenta|aumentó|sale"
    r"|salito|subiu|возросл\w+|выросл\w+|увеличил\w+|достигл\w+|теперь|уже|зросла|збільшил\w+|wzrosła)\b",
    re.IGNORECASE,
)


def has_risen(one: Disagreement, a: str, b: str, later: int) -> bool:
    """Whether two figures in the texts `a` and `b` are one that has risen meanwhile, and no contradiction.

    later: above 0 where `b` was published on a later day than `a`, below 0 on an earlier one, 0 where that is not
    known. A toll that a later report has higher has risen; what was told on one day, or counts something else, has
    where the words say so: `at least`, `so far` beside the lower figure, `has risen to`, `now` beside the higher one.
    """
    if one.values is None:
        return False
    low, high = (a, one.a), (b, one.b)
    if one.values[0] > one.values[1]:
        low, high, later = high, low, -later
    if later < 0:
        return False
    return (later > 0 and one.about in _ONLY_GROW) or _says(_SO_FAR, *low) or _says(_RISEN, *high)


def _says(words: re.Pattern[str], text: str, side: Side) -> bool:
    """Whether such words stand near the figure, in its sentence."""
    figure = side.changes[0]
    return words.search(text, max(side.start, figure.start - 60), min(side.end, figure.end + 30)) is not None
