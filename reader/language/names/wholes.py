"""Names that go on over what else ends one: `Ministry of Transport and Energy`, `Reek & Voss`, `Kai “Boomer” Brandt`.

Not here: the runs of capitals that most names are (`mentions`).
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.language.names.places import place_key
from reader.language.names.spelling import is_given
from reader.language.names.tokens import Token
from reader.language.names.word_lists import (
    CALENDAR,
    FIELDS,
    FIRM_ENDS,
    NEVER,
    OFFICES,
    OPENERS,
    ORGANISATIONS,
    is_title,
)

AND = frozenset(("and", "und", "et", "y", "e", "i", "и", "en", "og", "och", "dan", "&"))
OF = frozenset(("of", "for", "für", "de", "del", "des", "voor", "di", "do", "da"))
_PAIRS = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»", "„": "“”"}
_REACH = 9
"""Words of a name looked at on one side of `and`."""
_NICKNAME = 3
"""Words of a nickname at most."""


def join_wholes(tokens: Sequence[Token]) -> None:
    """Mark the tokens that belong to the name before them though something stands between."""
    for at in range(1, len(tokens)):
        token = tokens[at]
        if token.gap in (" & ", " + ") and token.capital and tokens[at - 1].capital:
            token.inside, token.opens = True, False
        elif len(token.gap) == 2 and token.gap[0] == " " and token.gap[1] in _PAIRS:
            _join_nickname(tokens, at)
        elif token.low in AND and not token.capital and at + 1 < len(tokens):
            for member in range(*_joined_by_and(tokens, at)):
                tokens[member].inside = True
        elif token.low in ("for", "für", "voor") and token.gap == " " and tokens[at - 1].low in OFFICES:
            token.inside = tokens[at - 1].capital


def _join_nickname(tokens: Sequence[Token], at: int) -> None:
    """`Kai “Boomer” Brandt`: the words in marks and the one behind them, if all have capitals."""
    closing = _PAIRS[tokens[at].gap[1]]
    for last in range(at, min(at + _NICKNAME, len(tokens) - 1)):
        gap = tokens[last + 1].gap
        if gap[:1] and gap[:1] in closing and gap[1:] == " ":
            if tokens[at - 1].capital and all(t.capital for t in tokens[at : last + 2]):
                for token in tokens[at : last + 2]:
                    token.inside, token.opens = True, False
            return
        if gap != " ":
            return


def _joined_by_and(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """From which token to which a name goes on over `and`; an empty range where it ends before."""
    before, after = tokens[at - 1], tokens[at + 1]
    if tokens[at].gap != " " or after.gap != " " or not before.capital or not after.capital:
        return 0, 0
    end = at + 2
    while end < min(len(tokens), at + _REACH) and tokens[end].gap == " " and tokens[end].capital:
        end += 1
    last = tokens[end - 1]
    head = _office_before(tokens, at)
    if head is not None and _one_field(tokens[at + 1 : end]):
        return head + 1, at + 2
    single = at < 2 or tokens[at - 1].gap != " " or not tokens[at - 2].capital
    firm = last.low in FIRM_ENDS and (single or last.low not in ("group", "company"))
    if (firm and not place_key(before.text)) or (single and end == at + 2 and before.text == after.text):
        return at, at + 2
    if before.low in FIELDS and end > at + 2 and last.low in ORGANISATIONS | OFFICES | {"executive", "administration"}:
        return at, at + 2
    return 0, 0


def _office_before(tokens: Sequence[Token], at: int) -> int | None:
    """The token that begins `Ministry of Food, Transport` before `at`; None if the words before are no office's."""
    for i in range(at - 1, max(0, at - _REACH) - 1, -1):
        token = tokens[i]
        if token.low in OFFICES and token.capital and i + 1 < at and tokens[i + 1].low in OF:
            return i
        if not (token.capital or token.low in OF or token.low == "the") or token.gap not in (" ", ", "):
            return None
    return None


def _one_field(words: Sequence[Token]) -> bool:
    """Whether what follows `and` is a field of work, and no other name."""
    first = words[0]
    if any(word.low in FIELDS for word in words[:3]):
        return True
    other = first.low in ORGANISATIONS | OPENERS | CALENDAR | NEVER | OFFICES or is_title(first.low) or first.acronym
    return len(words) == 1 and not other and not place_key(first.text) and not is_given(first.text)
