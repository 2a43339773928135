"""Article text that a page carries in its JSON-LD (`articleBody`) and hardly shows.

Here: whether that is so, and the text as lines among the page's own. Not here: reading JSON-LD (`metadata.json_ld`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.cleaning.input.html_lines import HtmlLine, TreePosition

_SHORTEST = 600
_SHOWN = 0.4
_RUN = 4
_WORDS = re.compile(r"\w+")
POSITION = TreePosition(tag="p", inside=frozenset({"p"}), names="articlebody")
"""Where such a line stands: nowhere on the page."""


def with_json_ld_body(written: Sequence[HtmlLine], body: str) -> list[HtmlLine]:
    """The page's lines, with the article's text from its tags after its headline if less than two fifths of that text
    are among them.
    """
    paragraphs = [" ".join(line.split()) for line in body.split("\n") if line.strip()]
    if len(body) < _SHORTEST or _shown(written, body) >= _SHOWN:
        return list(written)
    tops = [i for i, line in enumerate(written) if line.position.tag == "h1"]
    at = tops[-1] + 1 if tops else 0
    return [*written[:at], *(HtmlLine(text, position=POSITION) for text in paragraphs), *written[at:]]


def prefer(page: Sequence[HtmlLine], body: list[bool]) -> None:
    """Keep the lines from JSON-LD, and cut those of the page that repeat them."""
    unseen = {run for line in page if line.position is POSITION for run in _runs(line.text)}
    if not unseen:
        return
    for i, line in enumerate(page):
        if line.position is POSITION:
            body[i] = True
        elif body[i]:
            own = _runs(line.text)
            body[i] = 2 * len(own & unseen) < len(own) or not own


def _shown(written: Sequence[HtmlLine], body: str) -> float:
    """How much of a text is among the page's lines, by runs of four words."""
    wanted = _runs(body)
    seen = {run for line in written if len(line.text) > 40 for run in _runs(line.text)}
    return len(wanted & seen) / max(1, len(wanted))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORDS.findall(text.lower())
    return set(zip(*(words[k:] for k in range(_RUN)), strict=False))
