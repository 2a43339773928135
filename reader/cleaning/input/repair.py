"""Characters damaged on their way: soft hyphens, ligatures, entities escaped twice, UTF-8 read as Windows-1252.

Here: what a line means, before anything is judged or searched by it. Not here: control characters and marks without a
width (`reader.safety`), the encoding of files (`sources.decoding`).
"""

from __future__ import annotations

import re
from html import unescape

_SOFT_HYPHEN = re.compile("\u00ad(?=.)")
"""At the end of a line it says that the word goes on in the next one."""
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_ENTITY = re.compile(r"&(?:amp;)?(?:amp|quot|apos|nbsp|shy|[mn]dash|hellip|bull|[lr][sd]quo|[lr]aquo|[a-zA-Z]uml|"
                     r"[a-zA-Z](?:acute|grave|circ|tilde|cedil)|szlig|#(?:x[0-9a-fA-F]{2,5}|\d{2,6}));")  # fmt: skip
"""Not those for angle brackets: they stand in texts about markup."""
_TRAILING = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MISREAD = re.compile(f"[ÂÃÐÑâ][{_TRAILING}]{{1,2}}|[ÄÅ][\u0080-\u00bf]")
"""A letter of two or three bytes, each read as one: `â€™` for `’`, `Ã©` for `é`."""
_CLOSING = re.compile(r"(?<=[^\s“])â€(?!\w)")
"""A closing quotation mark whose last byte means nothing, and was lost."""
_SUSPECT = "\u00adﬀﬁﬂﬃﬄﬅﬆÂÃÄÅÐÑâ"
"""One of these, or an ampersand, is in all that is damaged."""
_DAMAGED = re.compile(f"[\u00adﬀ-ﬆ]|&(?:amp;)?#?\\w{{2,7}};|[ÂÃÄÅÐÑâ][{_TRAILING}]")


def suspect(text: str) -> bool:
    """Whether any of the characters that are not ASCII may be damaged: quickly told of a whole document."""
    return not text.isascii() and any(c in text for c in _SUSPECT)


def repaired(text: str) -> str:
    """`text` as it was meant; what makes sense as it stands stays."""
    if _DAMAGED.search(text) is None:
        return text  # nearly always
    text = _SOFT_HYPHEN.sub("", text).translate(_LIGATURES)
    if "&" in text:
        text = _ENTITY.sub(lambda found: unescape(unescape(found[0])), text).replace("\u00a0", " ")
    return _CLOSING.sub("”", _MISREAD.sub(_read_again, text))


def _read_again(found: re.Match[str]) -> str:
    """The letter that the bytes are; a letter before a dash or a quotation mark may be just that."""
    text = found[0]
    size = 3 if text[0] == "â" else 2
    if size > len(text) or (text[size - 1] in "“”‘’…–—" and size == 2):
        return text
    try:
        return b"".join(map(_byte, text[:size])).decode("utf-8") + text[size:]
    except UnicodeError:
        return text


def _byte(letter: str) -> bytes:
    return bytes([ord(letter)]) if ord(letter) < 256 else letter.encode("cp1252")
