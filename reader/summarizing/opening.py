"""Which sentence a summary opens with: the first of the story, unless there is a reason that can be named.

The reasons: it leans on what was left out before it; a fuller sentence right behind says the same; or the first
sentences do not speak of what the headline does, and a later one (in a feature or a column: the nut graf) tells it.
Not here: what is told after it (`news`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from reader.summarizing.features import Unit
from reader.summarizing.kinds import is_shown

_FEW, _ECHOED = 5, 0.75
"""Content words of a sentence that another can be said to tell, and how much of it that one must have."""
_AHEAD = 3
"""So many sentences may be left out for leaning on what is no sentence of the story."""
_TELLING = 9
"""Words of a sentence that says something by itself."""
_DEFAULT = 3
"""Sentences that a summary has as a rule: what they tell is not looked for elsewhere."""
_NEAR = 15
"""Sentences among which it is."""
_SHARED, _SHARE = 3, 0.4
"""Words of a headline, and what share of them, by which a sentence tells what it announces."""


def opening(units: Sequence[Unit], title: frozenset[str], headless: bool) -> list[tuple[int, str]]:
    """Which sentences of a story its summary opens with, best first, each with the reason, one of those in `reasons`.

    headless: something that is no sentence of the story stood before the first, a question as a rule.
    """
    first = 0
    if headless:
        first = next((i for i, unit in enumerate(units[: _AHEAD + 1]) if not unit.leans), 0)
    told = first + _echo(units[first:])
    reason = "fuller" if told > first else "first" if first == 0 else "stands alone"
    nut = _nut(units, told, title)
    if not nut:
        return [(told, reason)]
    return [(nut, "nut"), (told, "scene")] if _stands(units[told]) else [(nut, "nut")]


def _stands(unit: Unit) -> bool:
    """Whether a sentence says something by itself, though it is not what the headline announces."""
    return unit.length >= _TELLING and unit.details > 0 and not (unit.leans or unit.personal or unit.quoted > 0.5)


def _echo(units: Sequence[Unit]) -> int:
    """1 where the first sentence, a caption or a standfirst, is told again in full by the next; else 0."""
    if len(units) < 2 or len(units[0].roots) < _FEW:
        return 0
    first, unit = units[:2]
    fuller = len(first.roots & unit.roots) >= _ECHOED * len(first.roots) and unit.length >= first.length
    return int(fuller and not (unit.leans or unit.quoted > 0.5 or is_shown(unit.text)))


def _nut(units: Sequence[Unit], first: int, title: frozenset[str]) -> int:
    """The first sentence that tells what the headline announces, where none of the first few does; else 0."""
    if len(title) < _SHARED:
        return 0
    shared = [len(unit.roots & title) for unit in units[: first + _NEAR]]
    if len(title.intersection(chain.from_iterable([unit.roots for unit in units[first : first + _DEFAULT]]))) > 1:
        return 0
    for i in range(first + _DEFAULT, len(shared)):
        unit = units[i]
        if shared[i] >= max(_SHARED, _SHARE * len(title)) and not unit.leans and unit.quoted < 0.5 and not unit.broken:
            return i
    return 0
