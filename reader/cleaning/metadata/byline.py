"""The name in a byline: `By Jane Roe`, `Von Max Muster und Eva Muster`.

Not here: which of a page's names is the author's (`precedence`), authors in tags (`tags`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.cleaning.lexicon.words import word_set

_BY_WORDS = (
    "by", "written by", "posted by", "reported by", "story by", "report by", "text by", "analysis by", "opinion by",
    "von", "par", "por", "de", "di", "da", "door", "av", "af", "autor(?:ka|in|a)?:?", "author:?", "автор:?", "yazan:?",
    "text:", "redakcja:", "tekst:", "foto e testo di", "كتب:?", "بقلم:?", "текст:?", "oprac\\.", "opracował[a]?:?",
    "commentary by", "column by", "an analysis by", "kommentar von", "ein kommentar von", "analyse von",
    "eine analyse von", "gastbeitrag von", "ein gastbeitrag von", "interview von", "propos recueillis par",
    "une analyse de", "une chronique de",
)  # fmt: skip
_BY = re.compile(rf"(?:{'|'.join(_BY_WORDS)})[\s:]+", re.IGNORECASE)
_BY_BEGINNINGS = frozenset(word[:2] for word in _BY_WORDS)
"""Few lines begin so, and the pattern is slow."""
_NAME = re.compile(r"(?:[^\W\d_][\w'’.\-]*\s?){1,8}$")
_OFFICES = word_set(
    """editor correspondent reporter writer columnist critic chief staff producer photographer contributor analyst
    redakteur redakteurin korrespondent korrespondentin reporterin chefredakteur journaliste correspondant rédacteur
    corresponsal redactor redactora periodista corrispondente inviato redattore news bureau post times agency"""
)
_PARTICLES = word_set("""de da di del della van von der den la le al el bin ibn du dos das y e zu ter ten af med""")


@lru_cache(maxsize=2048)
def byline_of(text: str) -> str | None:
    """The name in `By Jane Roe`, `Von Max Muster und Eva Muster`; None for anything else."""
    if len(text) > 120 or text[:2].lower() not in _BY_BEGINNINGS:
        return None
    match = _BY.match(text)
    if match is None:
        return None
    name = re.split(
        r"\s*[|•·\d(@]|\s+[-–—]{1,2}\s+|,\s+(?=[a-z])|\s(?:Updated|Published|Posted|Aktualisiert)\b|\s(?:at|in|for|en|aus|à|из|w)\s",
        text[match.end() :],
    )[0].strip(" ,.;:")
    names, joint = "", ""
    for piece in re.finditer(r"(.+?)(,\s*(?:(?:and|und|et|y)\s+)?|\s+(?:and|und|et|y|e|i|и|en|och|og|&)\s+|$)", name):
        if not (joint.startswith(",") and _an_office(piece[1])):
            if not _like_a_name(piece[1]):
                break
            names += joint + piece[1] if names else piece[1]
        joint = piece[2]
    return names or None


def _an_office(text: str) -> bool:
    """Whether what follows a name and a comma is a town or an office rather than another name."""
    words = text.lower().split()
    return len(words) < 2 or not _OFFICES.isdisjoint(words)


def _like_a_name(text: str) -> bool:
    words = text.split()
    particles = sum(w.lower().rstrip(".") in _PARTICLES for w in words)
    if not 1 <= len(words) - particles <= 5 or not _NAME.match(text):
        return False
    return all(not w[0].islower() or w.lower().rstrip(".") in _PARTICLES for w in words)
