"""Which lines are the article's text: the classifier's two stages, then smoothing; live blogs and endless documents.

Not here: the features and models (`classifier`), what smoothing keeps (`rules.smoothing`), what the tags of a page
settle (`rules.html_structure`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.cleaning.classifier import html_features, line_features, text_features, trees
from reader.cleaning.classifier.counts import DIGIT, LineCounts
from reader.cleaning.input.html_lines import HtmlLine
from reader.cleaning.input.text_lines import Line, ends_a_sentence, match_key, reads_like_text
from reader.cleaning.lexicon.boilerplate import is_furniture
from reader.cleaning.metadata.tags import PageTags
from reader.cleaning.rules.smoothing import fallback_run, smoothed

_HOPELESS = 0.01
"""A line that the first stage finds less likely skips the second: of 80,000 such, none came to more than 0.25."""

_CLOCK = re.compile(r"[0-2]?\d ?[.:h] ?[0-5]\d(?: ?(?:[ap]\.?m\.?|uhr|[A-Z]{2,4}))?", re.IGNORECASE)
_CLOCK_LONGEST, _POSTS, _POST_LONGEST = 12, 3, 12
"""Most characters of a line with nothing but a time; fewest posts of a live blog; most lines of its last post."""

CLASSIFIED = 20_000
"""Lines that are classified. A plain rule decides about what follows: no article is as long."""

_SENTENCES = 3
"""Fewest sentences in what only another extractor would keep of a page."""


def text_body(lines: Sequence[Line]) -> list[bool]:
    """Whether each line of a text belongs to the body (its subheads with it)."""
    if not lines:
        return []
    counted = line_features.count_lines(lines[:CLASSIFIED])
    posts = _post_clocks(lines, counted)
    if not posts:
        return _decide(lines, counted)
    others = [line for i, line in enumerate(lines) if i not in posts]
    body = iter(_decide(others, line_features.count_lines(others[:CLASSIFIED])) if others else [])
    return [i not in posts and next(body) for i in range(len(lines))]


def _post_clocks(lines: Sequence[Line], counted: LineCounts) -> set[int]:
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


def _decide(lines: Sequence[Line], counted: LineCounts) -> list[bool]:
    if not len(counted.line):  # signs alone, no word
        return [False] * len(lines)
    rows = text_features.matrix(lines[:CLASSIFIED], counted)
    first_stage, second_stage = trees.load("text")
    probabilities = first_stage.probabilities(rows)
    again = text_features.second_stage(rows, probabilities, counted)
    hopeful = probabilities >= _HOPELESS
    if hopeful.any():
        probabilities[hopeful] = second_stage.probabilities(again[hopeful])
    body = smoothed(lines, probabilities.tolist())
    if sum(body) < 2:
        found = fallback_run(lines, probabilities.tolist())
        body = found if all(found[i] for i, yes in enumerate(body) if yes) else body
    return body + [reads_like_text(line.text) for line in lines[CLASSIFIED:]]


def page_probabilities(
    lines: Sequence[Line], written: Sequence[HtmlLine], other: Sequence[str], tags: PageTags
) -> list[float]:
    """How likely each line of a page belongs to the body: `lines` made of `written`, `other` what another extractor
    would keep, `tags` what its tags say.
    """
    if not lines:
        return []
    first_stage, second_stage = trees.load("page")
    rows, groups = html_features.matrix(lines[:CLASSIFIED], written, other, tags)
    probabilities: list[float] = second_stage.probabilities(
        html_features.second_stage(rows, first_stage.probabilities(rows), groups)
    ).tolist()
    return probabilities + [float(reads_like_text(line.text)) for line in lines[CLASSIFIED:]]


def second_opinion(lines: Sequence[Line], other: Sequence[str]) -> list[bool]:
    """What another extractor keeps (`other`) of a page of which nothing else is likely to be text; nothing where hardly
    a line of it reads like text, or names itself furniture.
    """
    kept = {match_key(text) for text in other}
    body = [match_key(line.text) in kept and not is_furniture(line.text) for line in lines]
    sentences = sum(yes and reads_like_text(line.text) for line, yes in zip(lines, body, strict=True))
    return body if sentences >= _SENTENCES else [False] * len(lines)
