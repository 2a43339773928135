"""Which lines are the article's text: each line's chance, then again with its neighbours' chances, then what speaks
for itself.

Here: the decision. Not here: the numbers (`features`), the trees (`trees`), headline, dates and names (`head`,
`dating`, `outlets`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.cleaning import features, page_features, text_features, trees
from reader.cleaning.characters import DIGIT, Counted
from reader.cleaning.instead import is_measure
from reader.cleaning.lines import Line, ends_a_sentence, reads_like_text
from reader.cleaning.metadata import Said
from reader.cleaning.page import PageLine
from reader.cleaning.phrases import NAMELESS, is_furniture, rule_for

LIMIT = 0.5
"""A line with a greater chance is kept."""

_BETWEEN = 0.35
"""So likely a line between two that are kept has to be."""

_LISTED = 0.1
"""So likely an item of a list has to be that a line with a colon has announced."""

_AT_THE_END = 0.12
"""So likely a sentence right after them has to be."""

_HOPELESS = 0.01
"""A line with a smaller chance by itself is not judged again: of 80,000 such, none came to more than one in four."""

_ENDING = 3
"""So many such sentences at most."""

_OUTSTANDING, _TIMES, _TOLD = 0.1, 2.5, 180
"""So likely, and so many times as likely as the page's usual line, a sentence is that stands out; and so many bytes
several of them have.
"""

_WITHOUT_BLANKS = 12
"""So long is a sentence in a script without blanks between words."""

_SIGNED = re.compile(r"(?<=[.!?\"”»]) [(/]?(?:[A-Z]{2,5}|dpa|Reuters)[)/]?$")
_CLOCK = re.compile(r"[0-2]?\d ?[.:h] ?[0-5]\d(?: ?(?:[ap]\.?m\.?|uhr|[A-Z]{2,4}))?", re.IGNORECASE)
_CLOCK_LONGEST, _POSTS, _POST_LONGEST = 12, 3, 12

_OPENING = "\"'“”„«‘–—- "
_PASSED_OVER, _TELLING = 3, 4
_GOES_ON = re.compile(
    r"(?:article|story) continues\b|(?:advertisement|anzeige|publicité|publicidad|реклама)$", re.IGNORECASE
)

JUDGED = 20_000
"""So many lines are judged; the rest of so long a document goes by a plain rule. No article is as long."""


def decide(lines: Sequence[Line]) -> list[bool]:
    """Whether each line of a text belongs to the body (its subheads with it)."""
    if not lines:
        return []
    counted = features.count_of(lines[:JUDGED])
    posts = _post_clocks(lines, counted)
    if not posts:
        return _decide(lines, counted)
    others = [line for i, line in enumerate(lines) if i not in posts]
    body = iter(_decide(others, features.count_of(others[:JUDGED])) if others else [])
    return [i not in posts and next(body) for i in range(len(lines))]


def _post_clocks(lines: Sequence[Line], counted: Counted) -> set[int]:
    """The lines that hold the time of each post of a live blog and nothing else, and the buttons under them. Elsewhere
    these betray comments; here they say nothing of what is between them.
    """
    short = ((counted.size <= _CLOCK_LONGEST) & (counted.opening == DIGIT)).nonzero()[0].tolist()
    found = [i for i in short if _CLOCK.fullmatch(lines[i].text)]
    if len(found) >= _POSTS:
        comments = (i for i in range(found[0], found[-1]) if is_furniture(lines[i].text) == "comment form")
        end = next(comments, len(lines))
        found = [i for i in found if i < end]
    over_posts = [i for i in found if any(reads_like_text(line.text) for line in lines[i + 1 : i + 3])]
    if len(over_posts) < _POSTS or _of_a_ticker(lines, found):
        return set()
    below = range(found[0], min(len(counted.size), found[-1] + _POST_LONGEST))
    return {*found, *(i for i in below if is_furniture(lines[i].text) == "share bar")}


def _of_a_ticker(lines: Sequence[Line], clocks: Sequence[int]) -> bool:
    """Whether a headline and a sentence stand under every time: the latest of many reports."""
    return all(
        following - at == 3 and not ends_a_sentence(lines[at + 1].text) and ends_a_sentence(lines[at + 2].text)
        for at, following in pairwise(clocks)
    )


def _decide(lines: Sequence[Line], counted: Counted) -> list[bool]:
    if not len(counted.line):  # signs alone, no word
        return [False] * len(lines)
    rows = text_features.matrix(lines[:JUDGED], counted)
    by_itself, among_others = trees.load("text")
    chances = by_itself.chances(rows)
    again = text_features.second(rows, chances, counted)
    hopeful = chances >= _HOPELESS
    if hopeful.any():
        chances[hopeful] = among_others.chances(again[hopeful])
    body = rounded_off(lines, chances.tolist())
    if sum(body) < 2:
        found = _standing_out(lines, chances.tolist())
        body = found if all(found[i] for i, yes in enumerate(body) if yes) else body
    return body + [reads_like_text(line.text) for line in lines[JUDGED:]]


def rounded_off(lines: Sequence[Line], chances: Sequence[float]) -> list[bool]:
    """The lines likely enough by themselves, those between two of them, the lists that they announce, a paragraph right
    before the first, and the sentences right after the last: an article may end on short ones.
    """
    kept = [chance > LIMIT for chance in chances]
    for i in [i for i, chance in enumerate(chances) if _BETWEEN < chance <= LIMIT]:
        kept[i] = 0 < i < len(kept) - 1 and kept[i - 1] and kept[i + 1]
    if text := [i for i, yes in enumerate(kept) if yes]:
        _keep_announced(lines, chances, text, kept)
        _keep_measures(lines, text, kept)
        start = kept.index(True)
        if start and chances[start - 1] > _BETWEEN and reads_like_text(lines[start - 1].text):
            kept[start - 1] = True
        _keep_ending(lines, chances, kept)
    return kept


def _keep_announced(lines: Sequence[Line], chances: Sequence[float], text: Sequence[int], kept: list[bool]) -> None:
    """The list under a line of the text that ends in a colon."""
    for i in [i for i in text if lines[i].text[-1] == ":"]:
        for k in range(i + 1, len(kept)):
            if not lines[k].bullet or chances[k] <= _LISTED or is_furniture(lines[k].text):
                break
            kept[k] = True


def _keep_measures(lines: Sequence[Line], text: Sequence[int], kept: list[bool]) -> None:
    """The measures right above others that are kept: a recipe's ingredients, one a line."""
    for i in text:
        while i and not kept[i - 1] and is_measure(lines[i].text) and is_measure(lines[i - 1].text):
            i -= 1
            kept[i] = True


def _keep_ending(lines: Sequence[Line], chances: Sequence[float], kept: list[bool]) -> None:
    """The sentences under the text; `Article continues below` and an advertisement may stand between."""
    end = len(kept) - kept[::-1].index(True)
    for _ in range(_ENDING):
        following = [line.text for line in lines[end : end + _PASSED_OVER]]
        passed = 1 + max((k for k, text in enumerate(following) if _GOES_ON.match(text)), default=-1)
        end += passed
        if end >= len(kept) or chances[end] <= _AT_THE_END or not _a_sentence(lines[end].text):
            return
        if passed and _long_words(lines[end].text).isdisjoint(_long_words(_text_above(lines, kept))):
            return
        kept[end] = True
        end += 1


def _text_above(lines: Sequence[Line], kept: Sequence[bool]) -> str:
    return " ".join(line.text for line, yes in zip(lines, kept, strict=False) if yes)


def _long_words(text: str) -> set[str]:
    return {word for word in text.lower().split() if len(word) > _TELLING}


def _standing_out(lines: Sequence[Line], chances: Sequence[float]) -> list[bool]:
    """Where hardly a line is likely enough: the longest run of sentences that stand out from all else on the page, as a
    short report among menus does; nothing where there are fewer than two, or little in them.
    """
    usual = sorted(chances)[len(chances) // 2]
    body = [False] * len(chances)
    limit = max(_OUTSTANDING, _TIMES * usual)
    sentences = [i for i, chance in enumerate(chances) if chance > limit and _a_sentence(lines[i].text)]
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
        and not text.lstrip(_OPENING)[:1].islower()
        and (text.count(" ") >= 2 or (len(text) >= _WITHOUT_BLANKS and " " not in text))
        and is_furniture(text) is None
        and rule_for(text) in NAMELESS
    )


def chances_on_page(
    lines: Sequence[Line], written: Sequence[PageLine], other: Sequence[str], said: Said
) -> list[float]:
    """How likely each line of a page belongs to the body: `lines` made of `written`, `other` what another extractor
    would keep, `said` what the tags say.
    """
    if not lines:
        return []
    by_itself, among_others = trees.load("page")
    rows, groups = page_features.matrix(lines[:JUDGED], written, other, said)
    chances: list[float] = among_others.chances(page_features.second(rows, by_itself.chances(rows), groups)).tolist()
    return chances + [float(reads_like_text(line.text)) for line in lines[JUDGED:]]
