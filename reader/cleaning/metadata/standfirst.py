"""The standfirst: the line between the headline and the text that sums the article up.

Not here: classes that call a line so (`rules.html_structure`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from html import unescape

from reader.cleaning.input.text_lines import Line, ends_a_sentence, match_key
from reader.cleaning.lexicon.boilerplate import is_furniture
from reader.cleaning.metadata.byline import byline_of
from reader.cleaning.metadata.captions import is_caption
from reader.cleaning.metadata.datelines import standing_alone
from reader.cleaning.metadata.dates.forms import find_dates
from reader.language.agencies import agency_named
from reader.safety import plain_line

_FEWEST, _MOST = 8, 60
"""Words of a standfirst."""
_BEGINNING = 40
"""Characters by which a text is seen to say the same."""
_INLINE = re.compile(r"</?(?:a|abbr|b|cite|em|i|q|span|strong|sub|sup|u)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_BROKEN_OFF = ("…", "...", "…]", "...]")


def find_standfirst(
    lines: Sequence[Line],
    body: Sequence[bool],
    headline: int,
    leads: Collection[int] = (),
    not_leads: Collection[int] = (),
) -> int | None:
    """The line between the headline and the text that sums the article up, or None. `leads`: lines called so;
    `not_leads`: lines that are certainly something else.
    """
    title = match_key(lines[headline].text)
    for i in range(headline + 1, min(headline + 6, len(lines))):
        if i in leads and match_key(lines[i].text) != title:
            return i
        if body[i]:
            break
    for i in range(headline + 1, min(headline + 6, len(lines))):
        text = lines[i].text
        if i in not_leads:
            if body[i]:
                return None
            continue
        if body[i] and not _unfinished_lead(lines, body, i, headline) and not _over_a_byline(lines, body, i):
            return None
        if _FEWEST <= len(text[:600].split()) <= _MOST and match_key(text) != title and not _is_no_lead(text):
            return i
    return None


def said_in_short(teaser: str, text: str) -> str | None:
    """What a source says of an article in short, as a standfirst; None where the text says just that, or it breaks off.

    teaser: text or HTML.
    """
    line = plain_line(unescape(_TAG.sub(" ", _INLINE.sub("", teaser))))
    whole = ends_a_sentence(line) and not line.endswith(_BROKEN_OFF)
    if not _FEWEST <= len(line.split()) <= _MOST or not whole or _is_no_lead(line):
        return None
    return None if match_key(line)[:_BEGINNING] in match_key(text) else line


def _is_no_lead(text: str) -> bool:
    """Whether a line names itself something that no standfirst is."""
    return bool(
        is_caption(text)
        or byline_of(text)
        or standing_alone(text)
        or agency_named(text)
        or is_furniture(text)
        or find_dates(text)
    )


def _over_a_byline(lines: Sequence[Line], body: Sequence[bool], i: int) -> bool:
    """Whether a short line stands over the byline or the date line, and the text begins after that."""
    for k in range(i + 1, min(i + 4, len(lines))):
        if body[k]:
            return False
        text = lines[k].text
        if len(text) <= 160 and (byline_of(text) or find_dates(text)):
            return len(lines[i].text) <= 300
    return False


def _unfinished_lead(lines: Sequence[Line], body: Sequence[bool], i: int, headline: int) -> bool:
    """A line right under the headline that does not end as a sentence, before a body line that does."""
    following = next((k for k in range(i + 1, len(lines)) if body[k]), None)
    return (
        i <= headline + 2
        and len(lines[i].text) < 300
        and not ends_a_sentence(lines[i].text)
        and lines[i].text[-1] not in ':,;"”»'
        and following is not None
        and len(lines[following].text) > len(lines[i].text)
    )
