"""What servers call their items: one number in two forms, or a name of the server's own.

Lists have it short and decimal, signed; items have it long, in hexadecimal, unsigned (Google's two forms, kept by
FreshRSS, Miniflux, BazQux and Inoreader). The Old Reader has identifiers of 24 digits in both places.
"""

from __future__ import annotations

import re

LONG = "tag:google.com,2005:reader/item/"
_HEXADECIMAL = re.compile(r"[0-9a-fA-F]{1,16}")
_DECIMAL = re.compile(r"-?\d{1,20}")
_WHOLE, _HALF = 1 << 64, 1 << 63


def canonical(written: object) -> str | None:
    """One name for an item, however it is written: the signed decimal number, else what the server says. None: none."""
    if isinstance(written, int) and not isinstance(written, bool):
        return _signed(written)
    if not isinstance(written, str) or not (text := written.strip()) or len(text) > 300:
        return None
    if text.startswith(LONG):
        text = text[len(LONG) :]
        return _signed(int(text, 16)) if _HEXADECIMAL.fullmatch(text) else text or None
    return _signed(int(text)) if _DECIMAL.fullmatch(text) else text


def long_form(name: str) -> str:
    """An item as servers are told of it: the long form, which all of them tell from a decimal number."""
    return LONG + (f"{int(name) % _WHOLE:016x}" if _DECIMAL.fullmatch(name) else name)


def _signed(number: int) -> str:
    number %= _WHOLE
    return str(number - _WHOLE if number >= _HALF else number)
