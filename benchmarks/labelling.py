"""What is right for each line of a page, from the text or the segments that people say belong to it.

Here: labels and weights of lines. Not here: the pages (`labelled_sets`), learning from them (`train_cleaning`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from reader.cleaning.classifier.counts import LineCounts
from reader.cleaning.input.text_lines import Line

WORDS = re.compile(r"\w+")


@dataclass
class Labelled:
    """A page as lines, with what is right for each."""

    name: str
    group: str
    gold: str
    lines: list[Line]
    rows: np.ndarray[Any, Any]
    labels: np.ndarray[Any, Any]
    weights: np.ndarray[Any, Any]
    item: dict[str, Any] = field(default_factory=dict)
    groups: list[np.ndarray[Any, Any]] = field(default_factory=list)
    """How the lines of a page with tags belong together."""
    counted: LineCounts | None = None
    """What the second judgement of a text asks again."""


def spelled(text: str) -> str:
    """Letters and digits in lower case: what two spellings of one line share."""
    return "".join(WORDS.findall(text.lower()))


def label(lines: Sequence[Line], gold: str) -> np.ndarray[Any, Any]:
    """1 for lines that stand in the gold text, 0 for the others; a line partly there counts by its share of words."""
    whole = spelled(gold)
    words = WORDS.findall(gold.lower())
    grams = Counter(zip(words, words[1:], words[2:], words[3:], strict=False))
    texts = [spelled(line.text) for line in lines]
    at: list[int | None] = [None] * len(lines)
    labels = np.zeros(len(lines))
    for i, text in enumerate(texts):
        if len(text) >= 25:
            place = whole.find(text)
            if place >= 0:
                at[i], labels[i] = place, 1
            else:
                mine = WORDS.findall(lines[i].text.lower())
                own = list(zip(mine, mine[1:], mine[2:], mine[3:], strict=False))
                labels[i] = float(sum(gram in grams for gram in own) / max(1, len(own)) >= 0.5)
    _once(texts, labels)
    _short_ones(texts, whole, at, labels)
    return labels


def _once(texts: Sequence[str], labels: np.ndarray[Any, Any]) -> None:
    """Of a line that stands several times on the page only the one nearest to the rest of the text is right."""
    right = np.flatnonzero(labels)
    if not len(right):
        return
    middle = float(np.median(right))
    places: dict[str, list[int]] = {}
    for i in right:
        places.setdefault(texts[i], []).append(int(i))
    for same in places.values():
        for i in sorted(same, key=lambda i: abs(i - middle))[1:]:
            labels[i] = 0


def _short_ones(texts: Sequence[str], whole: str, at: list[int | None], labels: np.ndarray[Any, Any]) -> None:
    """Short lines are right where the gold text has them right after, or right before, a line already found."""
    pointer: int | None = 0
    for order, step in ((range(len(texts)), 1), (range(len(texts) - 1, -1, -1), -1)):
        pointer = None
        for i in order:
            if labels[i] and at[i] is not None:
                pointer = at[i] + (len(texts[i]) if step > 0 else 0)
            elif not labels[i] and pointer is not None and 0 < len(texts[i]) < 25:
                if step > 0:
                    place = whole.find(texts[i], pointer, pointer + len(texts[i]) + 3)
                else:
                    place = whole.rfind(texts[i], max(0, pointer - len(texts[i]) - 3), pointer)
                if place >= 0:
                    labels[i], at[i] = 1, place
                    pointer = place + (len(texts[i]) if step > 0 else 0)


def with_segments(
    lines: Sequence[Line], item: dict[str, Any], silver: set[str], lightly: float = 0.25
) -> tuple[Any, Any]:
    """Labels and weights from segments that must stay or go; the other lines by another extractor's word, lightly."""
    keep = [spelled(s) for s in item["gold"]["with"]]
    drop = [spelled(s) for s in item["gold"]["without"]]
    labels, weights = np.zeros(len(lines)), np.zeros(len(lines))
    for i, line in enumerate(lines):
        text = spelled(line.text)
        if any(s and (s in text or (len(text) > 15 and text in s)) for s in keep):
            labels[i], weights[i] = 1, 2.0
        elif any(s and (s in text or (len(text) > 8 and text in s)) for s in drop):
            labels[i], weights[i] = 0, 2.0
        else:
            labels[i], weights[i] = float(text in silver), lightly
    return labels, weights


def shared_weight(lines: Sequence[Line], weight: float) -> np.ndarray[Any, Any]:
    """Every page weighs the same, long lines more."""
    share = np.array([min(120, len(line.text.split())) + 3 for line in lines], dtype=float)
    return weight * share / share.sum() * 40
