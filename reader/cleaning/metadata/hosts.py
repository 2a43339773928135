"""An outlet's name against the host of its pages.

Here: which of the names that a page's tags give is the outlet's own, and not its owner's or its software's. Not here:
names in the text (`outlets`), reading the tags (`tags`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta, timezone
from difflib import SequenceMatcher
from itertools import repeat
from urllib.parse import unquote, urlsplit

from reader.cleaning.metadata.outlet_names import HOLDING, SECTIONS, bare, canonical, title_parts
from reader.language.agencies import agency_named

_FOLDED = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "å": "a", "æ": "ae", "é": "e",
           "è": "e", "ê": "e", "á": "a", "à": "a",
           "ã": "a", "â": "a", "ó": "o", "ô": "o", "ò": "o", "í": "i", "ì": "i", "ú": "u", "ù": "u", "ç": "c",
           "ñ": "n", "ł": "l",
           "ş": "s", "ı": "i", "ğ": "g", "č": "c", "š": "s", "ž": "z", "ý": "y", "ě": "e", "ř": "r"}  # fmt: skip
_FOLD = str.maketrans(_FOLDED)
_HOURS = {
    "ar": -3, "bo": -4, "uy": -3, "py": -3, "pe": -5, "co": -5, "ec": -5, "ve": -4, "cr": -6, "gt": -6, "hn":
    -6, "ni": -6, "sv": -6, "pa": -5, "do": -4, "cu": -5, "jp": 9, "kr": 9, "cn": 8, "tw": 8, "hk": 8, "sg": 8,
    "my": 8, "ph": 8, "th": 7, "vn": 7, "in": 5.5, "lk": 5.5, "np": 5.75, "bd": 6, "pk": 5, "ae": 4, "tr": 3,
    "sa": 3, "ke": 3, "za": 2, "ng": 1,
}  # fmt: skip
"""Hours east of UTC in countries with one zone and no summer time, by the end of their hosts."""
_A_HOST = re.compile(r"^\S+\.[a-z]{2,4}\b|\(?www\.|^(?:no author|unknown|admin)$", re.IGNORECASE)
_CODED = re.compile(r"@\w+|(?:[a-z0-9-]+\.)+[a-z]{2,8}", re.IGNORECASE)
"""A handle, or a host."""
_FRONT = frozenset(("home", "homepage", "home page", "startseite", "start", "accueil", "inicio", "início", "welcome"))
"""What the front page is called."""
_SLOGAN = re.compile(r"(?::|,(?=\s[a-z])|(?<=\w{4})\.)\s+(?:\S+\s+){2,}\S+$")
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


def steps_of(url: str | None) -> list[str]:
    """`["news", "a-ship-sinks.html"]` for any address that ends so; nothing without a usable one."""
    try:
        return [step for step in unquote(urlsplit(url or "").path).split("/") if step]
    except ValueError:
        return []


def zone_of_country(url: str | None) -> timezone | None:
    """The zone of the country that an address belongs to, where that is plain."""
    hours = _HOURS.get((host_of(url) or "").rsplit(".", 1)[-1])
    return None if hours is None else timezone(timedelta(hours=hours))


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


def of_page(named: Sequence[str], title: str | None, url: str | None, headline: str | None = None) -> str | None:
    """The outlet of a page: of the names that its tags and its title give, the first that fits its host; else one that
    tags and title agree on; else the host.

    Without an address the first name counts that is no owner of many.
    """
    host = host_of(url)
    names = [name for told in named for name in _names_in(told, headline, host)]
    parts = title_parts(title or "")
    behind = [name for name in map(canonical, reversed(parts[1:])) if name and name.lower() not in SECTIONS]
    if host is None:
        names = _spelled_out(names, behind)
        found = next((name for name in names if not HOLDING.search(name)), names[0] if names else None)
    else:
        first = canonical(parts[0]) if len(parts) > 1 else None  # `Outlet | Headline`
        fitting = (
            name
            for name in [*names, *behind, *([first] if first else [])]
            if len(name.split()) <= 6 and akin(name, host)
        )
        agreed = (name for name in names if bare(name) in map(bare, behind))
        found = next(fitting, None) or next(agreed, None) or host
    return (agency_named(found) or found) if found else None


def _spelled_out(names: Sequence[str], behind: Sequence[str]) -> list[str]:
    """The names without hosts and handles where one, or the title, spells them out: `kestencourier.example`."""
    coded = [name for name in names if _CODED.fullmatch(name)]
    plain = [name for name in names if name not in coded]
    if not plain:
        plain = [name for name in behind if any(akin(name, f"{one.removeprefix('@')}.") for one in coded)]
    return plain or [name.removeprefix("www.") for name in coded]


def _names_in(told: str, headline: str | None, host: str | None) -> list[str]:
    """The names that a tag gives for the outlet, the likeliest first: without a slogan behind it, or the headline that
    programs fill in; no address is one.
    """
    if _A_HOST.search(told) and (" " in told or "/" in told):
        return []
    parts = [_SLOGAN.sub("", part) for part in title_parts(told) if bare(part) != bare(headline or "")]
    parts = [part for part in parts if part.lower() not in _FRONT] or parts
    if len(parts) > 1 and host:
        parts.sort(key=lambda part: not akin(part, host))
    whole = [told] if len(parts) > 1 and len(told.split()) <= 4 else []
    return [name for name in map(canonical, [*parts, *whole]) if name]


def people(bylines: Sequence[str], outlets: Sequence[str], url: str | None) -> list[str]:
    """The bylines that do not name the outlet itself, as programs fill the field where nobody gave an author."""
    host = host_of(url)
    own = {bare(name) for name in [*outlets, *([host, label_of(host)] if host else [])]}
    cut_short = [name for name in bylines if " " not in name and any(map(str.startswith, own, repeat(bare(name))))]
    return [name for name in bylines if bare(name) not in own and name not in cut_short and not _A_HOST.search(name)]
