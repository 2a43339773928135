"""The `<time>` element, or another for programs, beside the headline: whether it is the day of publication.

Not here: meta tags and JSON-LD (`tags`), dates in running text (`dates`).
"""

from __future__ import annotations

import re
from datetime import datetime, timezone
from itertools import dropwhile, islice
from typing import Any

from reader.cleaning.input.text_lines import ends_a_sentence, reads_like_text
from reader.cleaning.metadata.dates.date_words import OTHER_WORDS, PUBLISHED_WORDS, UPDATED_WORDS
from reader.cleaning.metadata.dates.forms import Day, parse_stamp
from reader.cleaning.metadata.json_ld import first_text

_NEWS_AGE = 3e8
"""Seconds from 1970 to the first news pages; smaller numbers are not times."""
_EPOCH = re.compile(r"\d{9,10}|\d{12,13}")


def moment(value: Any) -> str | None:
    """A date as a text: what it is, or seconds or thousandths since 1970 written out."""
    value = value[0] if isinstance(value, list) and value else value
    if isinstance(value, (int, float)) or (isinstance(value, str) and _EPOCH.fullmatch(value)):
        seconds = float(value) / (1000 if float(value) > 1e11 else 1)
        return datetime.fromtimestamp(seconds, timezone.utc).isoformat() if _NEWS_AGE < seconds < 4e9 else None
    return first_text(value)


def names_of(time: Any) -> str:
    """What a `<time>` calls itself, in lower case."""
    return " ".join(filter(None, (time.get("itemprop"), time.get("class"), time.get("pubdate") and "pubdate"))).lower()


def is_modification(called: str) -> bool:
    """Whether a `<time>` with these names is that of a change."""
    return "modif" in called or "updat" in called or "changed" in called


_DATA = (
    "data-date",
    "data-datetime",
    "data-timestamp",
    "data-time",
    "data-published",
    "data-publish-date",
    "data-epoch",
)
_DATED = re.compile(r"date|time|publi", re.IGNORECASE)
_SOON, _TEXT = 30, 200
"""Most elements between a heading and its date; characters of a text that no date stands behind."""
_FEW, _PIECE = 25, 20
"""Most words on the line of a date (names, offices, reading times); characters of a sentence behind it."""
_LINES = frozenset({"p", "div", "li", "header", "section", "article", "td", "body", "h1", "h2", "h3"})
_BEFORE = re.compile(r"[^\W\d_]+")
_FARTHER = frozenset({"article", "aside", "footer", "form", "h2", "h3", "nav"})
"""Where something else begins."""


def beside_headline(tree: Any) -> Day | None:
    """The moment of the first `<time>` soon after the one `<h1>`: most pages mark up the day of publication so, and
    say no more of it.
    """
    tops = list(tree.iter("h1"))
    if len(tops) != 1:
        return None
    sentences = 0
    for tag in islice(dropwhile(lambda element: element is not tops[0], tree.iter()), _SOON):
        around = tag.getparent().get("class") or ""
        if (
            tag.tag == "time"
            and tag.get("datetime")
            and not is_modification(f"{names_of(tag)} {around}")
            and not _after_update(tag)
        ):
            return parse_stamp(tag.get("datetime")) if _on_a_line_of_dates(tag) else None
        if (value := _in_data(tag)) and not is_modification(tag.get("class") or ""):
            return parse_stamp(value)
        text = tag.text or ""
        sentences += tag.tag == "p" and reads_like_text(text.strip())
        if tag.tag in _FARTHER or (tag.tag != "script" and len(text) >= _TEXT) or sentences > 1:
            return None
    return None


def _in_data(element: Any) -> str | None:
    """The moment that an element whose class says that it is a date has for programs."""
    if not _DATED.search(element.get("class") or ""):
        return None
    return next((moment(value) for name in _DATA if (value := element.get(name))), None)


def _after_update(time: Any) -> bool:
    """Whether the words right before a `<time>` call it that of a change: `Updated <time>`."""
    before, _ = _around(time)
    return not UPDATED_WORDS.isdisjoint(_BEFORE.findall(before.lower())[-3:])


def _on_a_line_of_dates(time: Any) -> bool:
    """Whether little else stands on the line of a `<time>`, no sentence and no label of something else."""
    before, after = _around(time)
    words = _BEFORE.findall(f"{before} {after}".lower())
    labelled = before.rstrip().endswith(":") and PUBLISHED_WORDS.isdisjoint(words)
    sentence = ends_a_sentence(after.strip()) and len(after) > _PIECE
    return len(words) <= _FEW and not labelled and not sentence and OTHER_WORDS.isdisjoint(words)


def _around(time: Any) -> tuple[str, str]:
    """The text before a `<time>` on its line, as far as the `<time>` before it, and the text after it."""
    block = time.getparent()
    while block is not None and block.tag not in _LINES and block.getparent() is not None:
        block = block.getparent()
    before: list[str] = []
    after: list[str] = []
    seen = False
    for element in islice(block.iter(), _SOON) if block is not None else ():
        other = element.tag in _LINES and element is not block
        if other and seen:
            break
        seen = seen or element is time
        if other or (element.tag == "time" and not seen):
            before = []
        texts = after if seen else before
        texts += ["" if element is time else element.text or "", "" if element is block else element.tail or ""]
    return " ".join(before), " ".join(after)
