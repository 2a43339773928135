"""An outlet's name against the host of its pages.

Here: which of the names that a page's tags give is the outlet's own, and not its owner's or its software's. Not here:
names in the text (`outlets`), reading the tags (`metadata`).
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from urllib.parse import urlsplit

from reader.cleaning.outlets import SECTIONS, agency_named, bare, canonical, title_parts

_FOLDED = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "å": "a", "æ": "ae", "é": "e",
           "è": "e", "ê": "e", "á": "a", "à": "a",
           "ã": "a", "â": "a", "ó": "o", "ô": "o", "ò": "o", "í": "i", "ì": "i", "ú": "u", "ù": "u", "ç": "c",
           "ñ": "n", "ł": "l",
           "ş": "s", "ı": "i", "ğ": "g", "č": "c", "š": "s", "ž": "z", "ý": "y", "ě": "e", "ř": "r"}  # fmt: skip
_FOLD = str.maketrans(_FOLDED)
_KEEPERS = frozenset(
    {
        "archive.org",
        "web.archive.org",
        "archive.is",
        "archive.ph",
        "webcache.googleusercontent.com",
        "msn.com",
        "medium.com",
    }
)
"""Hosts of other people's pages."""


def host_of(url: str | None) -> str | None:
    """`news.example.org` for any address on it; None without a usable one."""
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return None
    return host if "." in host and host not in _KEEPERS else None


def label_of(host: str) -> str:
    """What names the outlet in a host: the longest part before the end."""
    return max(host.split(".")[:-1], key=len)


def akin(name: str, host: str) -> bool:
    """Whether a name and a host are one outlet's: alike, or one the initials of the other."""
    spelled = bare(name.lower().translate(_FOLD))
    if not spelled.isascii():
        return True  # another script says nothing against the host
    label = bare(label_of(host))
    if not spelled or not label:
        return False
    if (
        spelled in (label, bare(host))
        or (len(label) > 2 and label in spelled)
        or (len(spelled) > 3 and spelled in label)
    ):
        return True
    initials = "".join(word[0] for word in name.lower().translate(_FOLD).replace("-", " ").split() if word[0].isalnum())
    if len(label) <= 5 and len(initials) > 1 and (initials == label or spelled.startswith(label)):
        return True
    return SequenceMatcher(None, spelled, label, autojunk=False).ratio() >= 0.72


def of_page(named: Sequence[str], title: str | None, url: str | None) -> str | None:
    """The outlet of a page: of the names that its tags and its title give, the first that fits its host; else the
    host.

    Without an address the first name counts.
    """
    names = [name for name in map(canonical, named) if name]
    parts = title_parts(title or "")
    behind = [name for name in map(canonical, reversed(parts[1:])) if name and name.lower() not in SECTIONS]
    host = host_of(url)
    if host is None:
        found = names[0] if names else None
    else:
        found = next((name for name in [*names, *behind] if len(name.split()) <= 6 and akin(name, host)), None) or host
    return (agency_named(found) or found) if found else None
