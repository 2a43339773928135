"""Captions of pictures, told by their credit.

Here: how credits are written. Not here: what becomes of a caption (`assembly`).
"""

from __future__ import annotations

import re

_CREDITS = (
    ("©", "©"),
    ("(c)", r"\(c\)"),
    ("/", r"/\s?(?:ap|afp|reuters|epa|dpa|getty)\b"),
    ("photo", r"\b(?:(?:ap|afp|reuters|epa|file) |crédit )photo|\bphoto(?:graph)?(?: by| credit)?\s?:"),
    ("picture", r"\b(?:(?:ap|afp|reuters|epa|file) picture|picture\s?:)"),
    (" file", r"\b(?:ap|afp|reuters|epa|file) file"),
    ("getty", r"\bgetty\b"),
    ("shutterstock", r"\bshutterstock\b"),
    ("image", r"\bimage(?: credit)?\s?:"),
    ("foto", r"\bfoto\s?:"),
    ("bild", r"\bbild\s?:"),
    (")", r"\((?:ap|afp|reuters|epa|dpa|file|[^()]{3,30}/[^()]{2,30})\)\.?$"),
)
"""How the credits of pictures are written, each with what it has in it: the patterns are slow, and few lines have."""
_CREDIT_FORMS = tuple((word, re.compile(pattern)) for word, pattern in _CREDITS)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright).{0,80}(?:19|20)\d\d|rights reserved|vorbehalten|reservados|réservés|riservati|zastrzeżone",
    re.IGNORECASE,
)


def is_caption(text: str) -> bool:
    """A line with a picture's credit."""
    if len(text) > 500:
        return False
    lowered = text.lower()
    for word, form in _CREDIT_FORMS:
        if word in lowered and form.search(lowered):
            return _RIGHTS.search(text) is None
    return False
