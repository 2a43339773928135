"""Pages that a browser, or a program in it, saved whole in one file of HTML (SingleFile, `Save page as`).

Here: taking out the pictures, fonts and styles that are written into such a page, and what its first comment says of
where it was saved from. Not here: pages saved as MHTML (`mail`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from reader.article import RawDocument
from reader.safety import plain_line
from reader.sources.dates import moment

_HEAVY = 65_536
"""Bytes up to which a page is kept as it is."""
_EMBEDDED = re.compile(
    rb"data:[\w/+.-]{0,80}(?:;[\w=.-]{1,40}){0,4},[A-Za-z0-9+/=%_.~:;!*()@$&?-]{200,}",
)
"""A file written into a page, base64 or escaped."""
_COMMENT = re.compile(r"<!--(.{10,3000}?)-->", re.DOTALL)
_HEAD = 20_000
_URL = re.compile(r"(?:saved from url=\(\d{1,6}\)|\burl:\s{0,9})(https?://\S{1,2000})")
_DATE = re.compile(r"saved date:\s{0,9}\w{3} (\w{3}) (\d{1,2}) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})")


def light(data: bytes) -> bytes:
    """A heavy page as it is read and kept: without the files that are written into it. Other bytes as they are."""
    if len(data) <= _HEAVY or data.lstrip()[:1] != b"<" or b"data:" not in data:
        return data
    return _EMBEDDED.sub(b"data:,", data)


def described(page: RawDocument) -> RawDocument:
    """A page with the address and the time that the comment names which programs put at the beginning of it."""
    for comment in _COMMENT.finditer(page.text, 0, _HEAD) if "<!--" in page.text[:_HEAD] else ():
        if found := _URL.search(comment[1]):
            day = _DATE.search(comment[1])
            when = moment(f"{day[2]} {day[1]} {day[3]} {day[4]} {day[5]}") if day else None
            return replace(page, url=page.url or plain_line(found[1]), fetched=page.fetched or when)
    return page
