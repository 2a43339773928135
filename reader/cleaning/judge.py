"""Which lines are the article's text: each line's chance, then a decision over the whole sequence.

Here: the decision. Not here: headline, dates and names (`head`, `dating`, `outlets`), the words of rules (`phrases`).
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.cleaning.head import ends_a_sentence
from reader.cleaning.lines import Line, key
from reader.cleaning.phrases import is_furniture, rule_for


def chances(lines: Sequence[Line]) -> list[float]:
    """How likely each line is part of the article's running text, from 0 to 1, looking at the line alone."""
    found = []
    for line in lines:
        words = len(line.text[:2000].split())
        chance = 0.1
        if words >= 10 and ends_a_sentence(line.text):
            chance = 0.9
        elif words >= 25 or len(line.text) > 250:
            chance = 0.7
        elif ends_a_sentence(line.text) and words >= 4:
            chance = 0.45
        found.append(0.02 if is_furniture(line.text) else chance)
    return found


def decide(lines: Sequence[Line]) -> list[bool]:
    """Whether each line belongs to the body (its subheads with it)."""
    chance = chances(lines)
    sure = [i for i, c in enumerate(chance) if c >= 0.7]
    body = [c >= 0.7 for c in chance]
    seen: dict[str, int] = {}
    for line in lines:
        seen[key(line.text)] = seen.get(key(line.text), 0) + 1
    for i in sure:
        if seen[key(lines[i].text)] > 1 or rule_for(lines[i].text) in ("icon names", "cookie banner", "copyright"):
            body[i] = False
    sure = [i for i in sure if body[i]]
    for before, after in zip(sure, sure[1:], strict=False):
        between = range(before + 1, after)
        if 0 < len(between) <= 2:
            for i in between:
                if chance[i] > 0.05 and seen[key(lines[i].text)] == 1 and not is_furniture(lines[i].text):
                    body[i] = True
    return body
