"""Addresses on the web: how they are written.

Here: `http` and `https` addresses made normal, and what a document is known by. Not here: which machines they lead to
(`connecting`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from reader.errors import SourceError

_WEB = re.compile(r"https?://", re.IGNORECASE)
_WHOLE = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_NORMAL = re.compile(
    r"https?://(?:[a-z0-9-]{1,63}\.)*[a-z0-9-]{1,63}"
    r"/[\w/%:@!$&'()*+,;=~.-]*(?:\?[\w/%:@!$&'()*+,;=~.?[\]|-]+)?",
    re.ASCII,
)
"""An address that is written as it is asked for, as nearly all in feeds are."""
_ANY = re.compile(r"[a-z][a-z0-9+.-]{1,20}:", re.IGNORECASE)
_LONGEST = 4000
"""Characters of the longest address that is asked."""
TRACKING = re.compile(
    r"(?:utm_\w+|(?:fb|g|dc|ms|y|tw)clid|igshid|mc_[ce]id|cmpid|at_\w+|_ga|ns_\w+)(?:=|$)", re.IGNORECASE
)
"""Parts of a query that say only who follows an address, and how."""
_IN_PATH = "/%:@!$&'()*+,;=~-._"


def is_address(place: str) -> bool:
    """Whether a place that a person named is an address on the web, rather than a path."""
    return bool(_WEB.match(place))


@lru_cache(maxsize=16_384)
def normal(address: str, base: str = "") -> str:
    """The address as it is asked for: whole, host in lower case and ASCII, no fragment, everything odd escaped.

    base: the address that a relative one stands on. Raises SourceError for what is no web address.
    """
    if len(address) <= _LONGEST and _NORMAL.fullmatch(address):
        return address
    try:
        address = "".join(address.split())
        parts = urlsplit(address if _WHOLE.match(address) else urljoin(base, address))
        host, port = parts.hostname or "", parts.port
        host = host if ":" in host else host.encode("idna").decode("ascii").lower()
    except (ValueError, UnicodeError):
        raise SourceError("not a possible web address") from None
    if parts.scheme not in ("http", "https"):
        named = f"{parts.scheme}:" if _ANY.match(address) else "that"
        raise SourceError(f"not a web address: only http and https are read, not {named}")
    if not host or len(address) > _LONGEST:
        raise SourceError("not a possible web address")
    if parts.username is not None or parts.password is not None:
        raise SourceError("a name or password in an address is not sent; leave it out")
    place = f"[{host}]" if ":" in host else host
    if port is not None and port != (443 if parts.scheme == "https" else 80):
        place += f":{port}"
    path, query = quote(parts.path or "/", safe=_IN_PATH), quote(parts.query, safe=_IN_PATH + "?[]|")
    return urlunsplit((parts.scheme, place, path, query, ""))


def identity_of(address: str) -> str:
    """What a document from the web is known by: its address without what says only who follows it. Never raises."""
    try:
        address = normal(address)
    except SourceError:
        return address
    place, _, query = address.partition("?")
    told = [part for part in query.split("&") if part and not TRACKING.match(part)]
    return f"{place}?{'&'.join(told)}" if told else place


def host_of(address: str) -> str:
    """The host of a normal address, in lower case; empty when there is none."""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""
