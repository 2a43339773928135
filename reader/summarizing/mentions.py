"""How a sentence speaks of what was named before it: `this plan`, a surname alone, `the hearing`.

Not here: whether that was told (`news`), words that lean at the beginning of a sentence (`features`).
"""

from __future__ import annotations

import re

from reader.language.quotes.cues import VERBS
from reader.summarizing.leaning_words import OWN, PERIODS, POINTING, POINTS, WHEN

_POINTS_BACK = re.compile(
    r"\b(?:this|these|those) (?!week|month|year|morning|afternoon|evening|time|summer|spring|autumn|fall|winter|season"
    r"|country|nation|world|point|stage|is|was|are|were|who|in|of|with|from|that)[a-z]{3}"
    r"|\bthat (?:slogan|same|moment|claim|question|decision)\b|\b(?:about|like|for) (?:this|that|these|those)[.,;)]"
    r"|\b(?:hers|theirs)\b|\bsuch (?!as\b|an?\b)[a-z]{3}|\bdoing the same\b|\bthe (?:latter|former)[,.]"
)
"""What stands for something named before, anywhere in a sentence."""
_MAY_POINT = ("this", "these", "those", "that", "such ", "doing the same", "hers", "theirs", "the latter", "the former")
"""One of these stands in whatever points back."""
_THAT = re.compile(
    r"\b(?:off|of|in|on|at|for|with|from|by|about|into|after|before|under|over|during|through|like) that"
    r" (?!(?:the|an?|he|she|it|they|we|you|i|there|who|this|these|those|his|her|its|their|our|my|is|was|are|were|has"
    r"|had|have|would|will|could|can|may|might|must|should|did|do|does|day|week|month|year|time|way|if|when|while|no"
    r"|all|some|one|any|in|on|of|to|for|and|or|but|not|matter)\b)[a-z]{3}"
)
_KNOWN = re.compile(r"The ([a-z]{3,})\b(?!-| (?:of|that|who|which|to|between)\b)")
_SOON = 100
"""`_THAT` is looked for in so many letters at the beginning: behind them it may be named in the sentence itself."""
_ENDS_BEFORE = "”\"’'»“,;"
"""What ends a word behind which somebody may be said to speak."""
TITLES = ("Mr", "Mrs", "Ms", "Messrs", "Herr", "Herrn", "Frau", "Mme", "Sr", "Sra", "Sig", "Signor", "Signora", "Miss")
"""What stands before the name of somebody who was introduced by a fuller one."""
_TITLED = frozenset([*TITLES, *[f"{title}." for title in TITLES]])
_NO_NAMES = frozenset(
    ["The", "But", "And", "When", "As", "If", "In", "On", "At", "For", "While", "After", "Then", "With", *TITLES]
    + [f"{title}." for title in TITLES]
)
"""They stand before a name, and are no part of it."""


def bare_names(text: str) -> list[str]:
    """The names of one word that a sentence begins with, or that speak in it: `Poole left`, `“…,” Poole said`."""
    found = []
    tokens = text.split()
    for before, token, behind in zip(["", *tokens], tokens, [*tokens[1:], ""], strict=False):
        if token[0].isupper():
            if token[-1] in ",.;:":
                speaks = before in VERBS or before in _TITLED
            elif before in _TITLED:
                speaks = behind[:1].islower()
            elif not before or before[-1] in _ENDS_BEFORE:
                speaks = behind[:1].islower() and (not before or behind.rstrip(",.;:") in VERBS)
            else:
                continue
            name = token.rstrip(",.;:")
            if speaks and name.lower() not in WHEN:
                found.append(name)
    return found


def points_back(text: str, language: str = "en") -> bool:
    """Whether something in a sentence stands for what was named before it: `this plan`, `strict about that.`"""
    if language != "en":
        return _points_back(text, language)
    if not any(map(text.__contains__, _MAY_POINT)):
        return False
    return (_POINTS_BACK.search(text) or _THAT.search(text, 0, _SOON)) is not None


def _points_back(text: str, language: str) -> bool:
    """The same in another language than English."""
    if language in POINTS:
        return re.search(POINTS[language], text) is not None
    if language not in POINTING:
        return False
    nouns = re.findall(rf"\b(?:{POINTING[language]}) ([^\W\d_]{{3,}})", text, re.IGNORECASE)
    return any(noun.lower() not in PERIODS and noun.lower() not in WHEN and noun.lower() not in OWN for noun in nouns)


def in_full(name: str, text: str) -> bool:
    """Whether a name stands in a text behind another word with a capital: `Rusk` in `Carl Rusk`."""
    at = text.find(f" {name}")
    while at > 0:
        before = text[:at].rsplit(" ", 1)[-1]
        whole = not text[at + len(name) + 1 : at + len(name) + 2].isalnum()
        if whole and before[:1].isupper() and before[-1] != "," and before not in _NO_NAMES:
            return True
        at = text.find(f" {name}", at + 1)
    return False


def spoken_of(text: str) -> str:
    """What a sentence begins to speak of as known, without saying more of it: `inn` in `The inn is called`; or ""."""
    match = _KNOWN.match(text)
    return match[1] if match else ""
