"""Smoothing: which lines are kept beside the likely ones: those between them, lists, endings, short reports.

These rules look at the probabilities and the lines together. Not here: the probabilities (`classifier`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.cleaning.input.text_lines import Line, ends_a_sentence, reads_like_text
from reader.cleaning.lexicon.boilerplate import NAMELESS, is_furniture, rule_for
from reader.cleaning.lexicon.calls import is_measure
from reader.language.punctuation import SPEECH_STARTS

THRESHOLD = 0.5
"""Lines with a greater probability are kept."""

_BETWEEN = 0.35
"""Least probability of a line between two that are kept."""

_AT_THE_END = 0.12
"""Least probability of a sentence right after the text."""

_ENDING = 3
"""Most sentences added after the text."""

_OUTSTANDING, _TIMES, _TOLD = 0.1, 2.5, 180
"""Of sentences that stand out: the least probability, its least ratio to the page's median, the bytes of several."""

_WITHOUT_BLANKS = 12
"""Fewest characters of a sentence in a script without blanks between words."""

_PASSED_OVER, _TELLING = 3, 4
"""Lines that are searched for a sign that the text continues; longer words than this are compared."""

_GOES_ON = re.compile(
    r"(?:article|story) continues\b|(?:advertisement|anzeige|publicité|publicidad|реклама)$", re.IGNORECASE
)
"""What may stand before it."""

_SIGNED = re.compile(r"(?<=[.!?\"”»]) [(/]?(?:[A-Z]{2,5}|dpa|Reuters)[)/]?$")
"""How an agency signs behind the last sentence."""


def likely(probabilities: Sequence[float]) -> list[bool]:
    """The lines likely enough by themselves, and those between two of them."""
    kept = [probability > THRESHOLD for probability in probabilities]
    for i in [i for i, probability in enumerate(probabilities) if _BETWEEN < probability <= THRESHOLD]:
        kept[i] = 0 < i < len(kept) - 1 and kept[i - 1] and kept[i + 1]
    return kept


def smoothed(lines: Sequence[Line], probabilities: Sequence[float]) -> list[bool]:
    """The lines likely enough by themselves, those between two of them, a paragraph right before the first, and the
    sentences right after the last: an article may end on short ones.
    """
    kept = likely(probabilities)
    if text := [i for i, yes in enumerate(kept) if yes]:
        _keep_measures(lines, text, kept)
        start = kept.index(True)
        if start and probabilities[start - 1] > _BETWEEN and reads_like_text(lines[start - 1].text):
            kept[start - 1] = True
        _keep_ending(lines, probabilities, kept)
    return kept


def _keep_measures(lines: Sequence[Line], text: Sequence[int], kept: list[bool]) -> None:
    """The measures right above others that are kept: a recipe's ingredients, one a line."""
    for i in text:
        while i and not kept[i - 1] and is_measure(lines[i].text) and is_measure(lines[i - 1].text):
            i -= 1
            kept[i] = True


def _keep_ending(lines: Sequence[Line], probabilities: Sequence[float], kept: list[bool]) -> None:
    """The sentences under the text; `Article continues below` and an advertisement may stand between."""
    end = len(kept) - kept[::-1].index(True)
    for _ in range(_ENDING):
        following = [line.text for line in lines[end : end + _PASSED_OVER]]
        passed = 1 + max((k for k, text in enumerate(following) if _GOES_ON.match(text)), default=-1)
        end += passed
        if end >= len(kept) or probabilities[end] <= _AT_THE_END or not _a_sentence(lines[end].text):
            return
        if passed and _long_words(lines[end].text).isdisjoint(_long_words(_text_above(lines, kept))):
            return
        kept[end] = True
        end += 1


def _text_above(lines: Sequence[Line], kept: Sequence[bool]) -> str:
    return " ".join(line.text for line, yes in zip(lines, kept, strict=False) if yes)


def _long_words(text: str) -> set[str]:
    return {word for word in text.lower().split() if len(word) > _TELLING}


def fallback_run(lines: Sequence[Line], probabilities: Sequence[float]) -> list[bool]:
    """Where hardly a line is likely enough: the longest run of sentences that stand out from all else on the page, as a
    short report among menus does; nothing where there are fewer than two, or little in them.
    """
    usual = sorted(probabilities)[len(probabilities) // 2]
    body = [False] * len(probabilities)
    limit = max(_OUTSTANDING, _TIMES * usual)
    sentences = [i for i, probability in enumerate(probabilities) if probability > limit and _a_sentence(lines[i].text)]
    runs: list[list[int]] = []
    for i in sentences:
        if runs and i - runs[-1][-1] <= 2:
            runs[-1].append(i)
        else:
            runs.append([i])
    best = max(runs, key=lambda run: sum(len(lines[i].text) for i in run), default=[])
    if len(best) > 1 and sum(len(lines[i].text.encode("utf-8", "replace")) for i in best) >= _TOLD:
        for i in best:
            body[i] = True
    return body


def _a_sentence(text: str) -> bool:
    """Whether a line is a sentence that says nothing of the page; an agency may sign behind it."""
    return (
        ends_a_sentence(_SIGNED.sub("", text))
        and not text.lstrip(SPEECH_STARTS + " ")[:1].islower()
        and (text.count(" ") >= 2 or (len(text) >= _WITHOUT_BLANKS and " " not in text))
        and is_furniture(text) is None
        and rule_for(text) in NAMELESS
    )
