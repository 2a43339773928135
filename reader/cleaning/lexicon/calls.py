"""What a line over a text may be instead of its headline, by its own words.

Here: calls to the reader, clock times, quantities, names of staff. Not here: furniture in general (`boilerplate`),
bylines, captions and the choice of the headline (`metadata`).
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
_MEASURE = re.compile(
    r"(?:about |ca\.? |env\.? )?(?:\d+(?:[.,/]\d+)?(?:[-–]\d+)?|[¼½¾⅓⅔]) ?(?:kg|g|mg|l|dl|cl|ml|oz|lbs?|el|tl|tbsp|tsp|"
    r"cups?|pinch|cloves?|tablespoons?|teaspoons?|gramm|gr|prise|bund|zehen?|gousses?|cuillères?|cucharadas?|dientes?|"
    r"cucchiai|spicch[io]|msk|tsk|krm|łyżk[ai]|łyżek|szklank[ai]|ст\.? ?л\.?|ч\.? ?л\.?|г|кг|мл|л)\b",
    re.IGNORECASE,
)
_FEW = 8


def is_measure(text: str) -> bool:
    """Whether a line is a quantity of something, as recipes list it: `200 g flour`."""
    return text[0] in "0123456789¼½¾⅓⅔aceACE" and len(text) < 100 and _MEASURE.match(text) is not None


def rules_out_headline(text: str) -> bool:
    """Whether a line calls on the reader, gives a time of day or a measure, or names the staff: no headline does only
    that.
    """
    if is_measure(text):
        return True
    if len(text.split()) > _FEW:
        return _CALL.match(text) is not None
    return _CALL.match(text) is not None or _STAFF.search(text) is not None or _CLOCK.search(text) is not None
