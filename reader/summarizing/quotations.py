"""Where the quotations of a text begin and end, so that a summary keeps them whole.

Not here: who speaks (`language.quotes`), which sentences belong together (`candidates`).
"""

from __future__ import annotations

import re

_ONE_PHRASE = 60
_ENDING = re.compile(r"[.,;:!?)\n]|\Z")
_STRAIGHT = "\"'"

_BEGUN = re.compile(r"^[–—] ?(?=[^\W_])", re.MULTILINE)
SPOKEN = re.compile(r"[,.!?…]? [–—-] [^\W\d_A-ZÀ-ÞА-ЯЁ]")
"""Behind what somebody says who was given the word by a dash: `– … – said Poole`."""

_PAIRS = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "‹": "›", "»": "«", "‘": "’"}
_MARK = re.compile(  # one class of characters first: that is what the search for it goes by
    r"[\"“”„«»「」『』‹›\n'‘’](?:(?<=[\"“”„«»「」『』‹›\n])|(?<=['‘])(?<!\w.)(?=\w)|(?<=[.,!?…\w]['’])(?!\w))"
)
"""Single marks are apostrophes more often: they count only before a word, or at the end of one or of a clause."""
_BEFORE_OPENING = frozenset(" \t\n([{—–-/:…‘'")


def quotations(text: str) -> list[tuple[int, int]]:
    """Start (at the opening mark) and end (after the closing one) of the outermost quotations, in order.

    A quotation ends with its paragraph at the latest; a mark without a partner is left out.
    """
    found: list[tuple[int, int]] = []
    opened, closers = -1, ""
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "\n":
            opened = -1
        elif opened >= 0 and mark in closers and not (mark in _STRAIGHT and _opens(text, at, mark)):
            if (
                mark in "'’"
                and text[at - 1].isalnum()
                and at - opened > _ONE_PHRASE
                and not _ENDING.match(text, at + 1)
            ):
                continue  # rather the apostrophe of a plural: the players' union
            found.append((opened, at + 1))
            opened = -1
        elif _opens(text, at, mark) and (opened < 0 or mark == '"'):
            opened, closers = at, _PAIRS.get(mark, mark)
    return found


def spoken(text: str) -> list[tuple[int, int]]:
    """Start and end of what somebody says in paragraphs that begin with a dash, up to where it is said who speaks."""
    found = []
    for match in _BEGUN.finditer(text):
        end = text.find("\n", match.start())
        if said := SPOKEN.search(text, match.end(), end if end > 0 else len(text)):
            found.append((match.start(), said.end()))
    return found


def _opens(text: str, at: int, mark: str) -> bool:
    """Whether a mark opens a quotation; one that may close as well has white space or a bracket before, none after."""
    if mark in _STRAIGHT or mark == "»":
        return (at == 0 or text[at - 1] in _BEFORE_OPENING) and not text[at + 1 : at + 2].isspace()
    return mark in _PAIRS
