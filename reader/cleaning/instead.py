"""What a line over a text may be instead of its headline, by its own words.

Here: calls to the reader, clock times, whose reporter wrote it. Not here: furniture in general (`phrases`), bylines,
captions and the choice of the headline (`head`).
"""

from __future__ import annotations

import re

_CALL = re.compile(
    r"(?:e-?mail|print|send|share|save|discuss|comment on|bookmark) (?:this|to a friend|the (?:story|article|page))\b|"
    r"(?:go|back|return|skip|jump) (?:back )?to (?:the )?(?:\w+ ){0,2}"
    r"(?:news|home|top|page|content|navigation|menu|index)\b|"
    r"make (?:us|this) your|tell us (?:what|your)|(?:please )?support (?:local|our|independent)|"
    r"this (?:site|page|website) is|quote of the day|\(?from the last \d",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d ?(?:[ap]\.?m\b|uhr\b|$)|\b(?:[01]?\d|2[0-3]):[0-5]\d", re.IGNORECASE
)
_STAFF = re.compile(
    r"(?:^|\s)(?:(?:staff|senior|sports?|special) (?:reporters?|writers?|correspondents?)|"
    r"bureau chief|correspondents?)$",
    re.IGNORECASE,
)
_FEW = 8


def called_something_else(text: str) -> bool:
    """Whether a line calls on the reader, gives a time of day, or names the staff: no headline does only that."""
    if len(text.split()) > _FEW:
        return _CALL.match(text) is not None
    return _CALL.match(text) is not None or _STAFF.search(text) is not None or _CLOCK.search(text) is not None
