"""Bare texts: a headline, perhaps a date, and the text, without the furniture of a page.

Here: recognising such a text, keeping all of it, and its headline. The classifier, which learned from pages, takes the
short lines of a letter, a recipe or a poem for menus; where nothing says that there is a menu, nothing is cut. Not
here: pages with furniture (`classifier`, `metadata.headline`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from reader.cleaning.input.text_lines import Line, ends_a_sentence, match_key, reads_like_text
from reader.cleaning.lexicon.boilerplate import is_furniture, rule_for
from reader.cleaning.lexicon.words import FURNITURE_WORDS
from reader.cleaning.metadata.byline import byline_of
from reader.cleaning.metadata.datelines import find_dateline, standing_alone
from reader.cleaning.metadata.dates.forms import find_dates, remainder
from reader.cleaning.metadata.headline import find_headline, titled
from reader.language.punctuation import SPEECH_STARTS
from reader.scripts import may_be_unspaced

LONGEST = 80
"""A text of more lines has room for furniture that does not name itself."""

_PROSE, _PARAGRAPH, _SENTENCE, _LEADS_ON = 0.75, 80, 60, ",:;、，：；"
"""The least share of a text that its paragraphs make, for short lines around them to be none of it; the fewest
characters of a paragraph, and of a sentence under the last; how lines end that lead on to the next.
"""
_NUMBERED = re.compile(r"\d+[.)] ")
_QUOTED_FIRST = re.compile('["“„«‘][^"”“»’]{3,100}["”“»’],? [^"“„«]+[^."”»]$')
"""`“We have time”, says harbour master` is a headline."""
_ON_TOP = ("kicker", "mail header")
_HEAD = 5
_MENU = 3
_MANY_WORDS = 100
_SOME_LENGTH = 400
_PAGE_MARKS = re.compile(
    r"[|©›→►]|(?:^|\s)@\w|^»|https?:|www\.|\.{3}\s*$|\[[^\]]*\]$|^[\W\d_]+$|^click here", re.IGNORECASE
)


def lines_to_keep(lines: Sequence[Line], body: Sequence[bool]) -> list[bool] | None:
    """What to keep of a bare text: all but its date and its byline; None when this is a page, where `body` holds.

    Furniture that says so itself may stand at the end of a short one (a comment form, a copyright line).
    """
    if not 0 < len(lines) <= LONGEST:
        return None
    top = _kickers(lines)
    end = next((i for i, line in enumerate(lines) if i > top and _names_itself(line.text)), len(lines))
    core, classified = lines[top:end], body[top:end]
    if not core:
        return None
    words = [len(line.text.split()) for line in core]
    kept = sum(count for count, yes in zip(words, classified, strict=True) if yes)
    if (
        not (_much_kept(kept, words) or _says_something(core, words))
        or any(yes and not _names_itself(line.text) for line, yes in zip(lines[end:], body[end:], strict=False))
        or any(_of_a_page(line.text) for line in core[1:])
        or (any(classified) and _under_a_menu(core))
        or _words_read(lines[end:]) > _words_read(core)
    ):
        return None
    if kept > _MANY_WORDS and (end < len(lines) or _cut_around(classified) or _under_a_kicker(core, classified)):
        return None
    if len(core) > 1 and match_key(core[0].text).startswith(
        match_key(core[1].text)
    ):  # a page's title over its headline
        return None
    return [top <= i < end and not (i < top + _HEAD and _about_the_text(line.text)) for i, line in enumerate(lines)]


def cut_around_prose(
    lines: Sequence[Line], keep: list[bool], begin: int = 0, *, spared: Collection[int] | None = None
) -> None:
    """Of a text of paragraphs the short lines between its headline and them, and those after them, which a page has
    there: how long it takes to read, what else is to be read. `begin`: the first line that may be one; `spared`: those
    of a page that its tags call something else, and then none below the text.
    """
    kept = [i for i, yes in enumerate(keep) if yes]
    first = next((i for i in kept if _is_paragraph(lines[i].text)), len(lines))
    labels = [i for i in kept if begin <= i < first and i not in (spared or ()) and _is_label(lines[i])]
    if spared is None:
        last = next((i for i in reversed(kept) if _says_something_more(lines[i])), len(lines))
        below = next((i for i in kept if i > last and _is_label(lines[i])), len(lines))
        labels += [i for i in kept if i >= below]
    if not labels:
        return
    sizes = [(_size(lines[i].text), _is_paragraph(lines[i].text)) for i in kept]
    prose = [size for size, paragraph in sizes if paragraph]
    if len(prose) > 1 and sum(prose) >= _PROSE * sum(size for size, _ in sizes):
        for i in labels:
            keep[i] = False


def _is_paragraph(text: str) -> bool:
    return ends_a_sentence(text) and _size(text) >= _PARAGRAPH


def _says_something_more(line: Line) -> bool:
    """Whether a line may belong to the text that it stands under: a sentence, an item, what leads on to the next."""
    text = line.text
    size = _size(text)
    items = line.bullet or _NUMBERED.match(text) is not None or text[-1] in _LEADS_ON
    said = items or size >= _PARAGRAPH or (size >= _SENTENCE and ends_a_sentence(text))
    return said and is_furniture(text) is None


def _is_label(line: Line) -> bool:
    """Whether a short line neither says something nor leads to what does: no sentence, address or item of a list."""
    text = line.text
    short = _size(text) < _PARAGRAPH and not line.bullet and text[-1] not in _LEADS_ON
    return short and text[0] not in SPEECH_STARTS and not ends_a_sentence(text)


def _size(text: str) -> int:
    """Characters, as many as its bytes in scripts without blanks, whose words are short."""
    return len(text.encode("utf-8", "replace")) if may_be_unspaced(text) else len(text)


def _kickers(lines: Sequence[Line]) -> int:
    """How many lines on top say what kind of text it is (`Press release`), or who mailed it."""
    return next((i for i, line in enumerate(lines) if is_furniture(line.text) not in _ON_TOP), 0)


def _much_kept(kept: int, words: Sequence[int]) -> bool:
    return kept >= (0.5 if sum(words) > _MANY_WORDS else 0.25) * sum(words)


def _says_something(lines: Sequence[Line], words: Sequence[int]) -> bool:
    """Whether a short text is of sentences and of facts with a label before them (`Length: 310 metres`), all but half
    of it at most.
    """
    said = sum(
        count for line, count in zip(lines, words, strict=True) if ends_a_sentence(line.text) or ": " in line.text
    )
    return sum(words) <= _MANY_WORDS and 2 * said >= sum(words)


def _under_a_menu(lines: Sequence[Line]) -> bool:
    """Whether several lines of a word or three stand over a report of some sentences; those over a letter have numbers
    and commas.
    """
    above = next((i for i, line in enumerate(lines) if len(line.text.split()) > 3 or ends_a_sentence(line.text)), 0)
    addressed = any(line.text[-1] == "," or any(c.isdigit() for c in line.text) for line in lines[:above])
    return above >= _MENU and not addressed and sum(reads_like_text(line.text) for line in lines[above:]) > 1


def _words_read(lines: Sequence[Line]) -> int:
    """How many words stand in lines that read like text by themselves."""
    return sum(len(line.text.split()) for line in lines if reads_like_text(line.text))


def _names_itself(text: str) -> bool:
    return is_furniture(text) is not None or (len(text) < 120 and rule_for(text) == "copyright")


def _cut_around(body: Sequence[bool]) -> bool:
    """Whether more than a headline, a date and a signature stand around the text that was found."""
    first = body.index(True)
    last = len(body) - 1 - list(reversed(body)).index(True)
    return first > 3 or len(body) - 1 - last > 2


def _under_a_kicker(lines: Sequence[Line], body: Sequence[bool]) -> bool:
    """Whether the headline stands under a shorter line, as on a page."""
    top = find_headline(lines, body[: len(lines)])
    return top is not None and top > 0 and not any(body[:top]) and len(lines[top].text) > 2 * len(lines[0].text)


def _of_a_page(text: str) -> bool:
    """Whether a line looks like a piece of a page: marks of links, or a label of words that menus are made of."""
    if len(text) > 200:
        return False
    if _PAGE_MARKS.search(text):
        return True
    words = re.findall(r"\w+", text.lower())
    return len(words) <= 6 and not ends_a_sentence(text) and 2 * sum(w in FURNITURE_WORDS for w in words) >= len(words)


def _about_the_text(text: str) -> bool:
    """A line that holds the date or the author's name and nothing else."""
    if len(text) > 100:
        return False
    if byline_of(text) is not None and not ends_a_sentence(text):
        return True
    dates = find_dates(text)
    return bool(dates) and len(remainder(text, dates).split()) <= 3


def headline(lines: Sequence[Line], body: Sequence[bool], supposed: int | None) -> int | None:
    """The first line of a bare text, if it stands over the others: set off by an empty line from lines that are not,
    no sentence over lines that are, or `supposed` to be the headline of a text of some length.
    """
    top = _kickers(lines)
    lines, body = lines[top:], body[top:]
    if len(lines) < 2 or not body[0] or sum(body) < 2:
        return None
    if supposed == top and (
        sum(len(line.text) for line in lines[1:]) > _SOME_LENGTH
        or find_dateline(lines[1].text)
        or titled(lines[0].text)
    ):
        return top
    text = lines[0].text
    quoted = text[0] in SPEECH_STARTS and not _QUOTED_FIRST.match(text)
    if len(text) > 200 or quoted or text[0].islower() or text[-1] in ",;:" or lines[0].bullet:
        return None
    if find_dates(text) or standing_alone(text) or ends_a_sentence(text):
        return None
    following = [line for line, yes in zip(lines[1:], body[1:], strict=True) if yes]
    set_off = lines[1].gap > 0 and not any(line.gap for line in following[1:4])
    if set_off and len(following) > 1:
        return top
    sentences = sum(ends_a_sentence(line.text) or len(line.text) > 2 * len(text) for line in following)
    return top if 2 * sentences >= len(following) else None
