"""Which sentences of an article are its story, and which of those go on from a line that is none and is left out.

Not here: what each line is (`kinds`), what is told of the story (`news`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.summarizing.features import Unit
from reader.summarizing.kinds import label

OPENING = 3
"""Sentences that open a story."""
_ASKING, _TELLING = 5, 12
"""Words of a question, or of the line in front of a list, that says something; of an answer that does."""
_ANNOUNCED = 3
"""Words of the headline by which a sentence tells its news."""
_STATING = 25
"""Words of a sentence that tells something before it asks: `We watched him build a wall, and who would have known?`"""
_SHORT_ANSWER = 7
"""Words of one, fewer, behind which another follows."""
_REPLIES = re.compile(r"(?:Yes|No|Nope|Simply|Hardly|Basically|Probably|Maybe|Perhaps|Sure|Absolutely|None)\b")


def story_of(units: Sequence[Unit], title: frozenset[str]) -> list[int]:
    """The indices of the units that are the story; all, where none is. title: the roots of the headline."""
    story = [i for i, unit in enumerate(units) if not unit.kind or (i < OPENING and _opens(units, i, title))]
    return story or list(range(len(units)))


def _opens(units: Sequence[Unit], i: int, title: frozenset[str]) -> bool:
    """Whether one of the first sentences is one of the story by what it says, though it has the form of another kind.

    A question that names its subject, is the headline's or is what the next sentence answers; the line in front of a
    list; the news with `(pictured left)` in it, `Here is my talk with Ann Poole of the harbour`.
    """
    unit, first = units[i], i == 0 and units[i].length >= _ASKING
    announced = len(unit.roots & title)
    if unit.kind == "question" and unit.text.endswith("?") and not label(unit.text):
        following = units[i + 1] if i + 1 < len(units) else unit
        answered = following.length < _ASKING or (following.leans > 0 and following.length >= _TELLING)
        states = unit.length >= _STATING and unit.details > 1
        return states or (first and (answered or unit.details > 1)) or announced > 1
    if unit.kind == "caption" or (i == 0 and unit.kind == "promotion"):
        return announced >= _ANNOUNCED and 2 * announced > len(title)
    return first and unit.kind == "fragment" and unit.text.endswith(":")


def answers(units: Sequence[Unit], story: Sequence[int]) -> frozenset[int]:
    """The places of the story that go on from a question that is left out, as answers to it do."""
    if not any(unit.kind == "question" for unit in units):
        return frozenset()
    taken = frozenset(story)
    behind: set[int] = set()
    found = set()
    for place, i in enumerate(story):
        asked = i > 0 and i - 1 not in taken and units[i - 1].kind == "question"
        if asked or (place - 1 in behind and units[story[place - 1]].length < _SHORT_ANSWER):
            behind.add(place)
            unit = units[i]
            leans = not unit.quoted and (unit.leans or _REPLIES.match(unit.text))
            short = unit.length < (_TELLING if unit.quoted else _ASKING)
            if short or (leans and not unit.somebody):
                found.add(place)
    return frozenset(found)


def introduced(units: Sequence[Unit], story: Sequence[int]) -> frozenset[int]:
    """The places of the story right behind a line that is left out and says what they are about: `Poole replied:`, or
    asks a question of some length.
    """
    taken = frozenset(story)
    return frozenset(
        [
            place
            for place, i in enumerate(story)
            if i
            and i - 1 not in taken
            and units[i - 1].length >= _ASKING
            and (units[i - 1].text[-1] == ":" or units[i - 1].kind == "question")
        ]
    )
