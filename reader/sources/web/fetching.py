"""One address asked for: the answer's bytes and what its headers say, or one line why not.

Here: redirects, limits, conditional requests, what statuses mean, two requests a host at most and none where
it was too many. Not here: sockets (`connecting`), packed bodies (`packing`), feeds and pages.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPResponse
from urllib.parse import urlsplit

from reader.errors import SourceError
from reader.moments import aware, now
from reader.safety import plain_line
from reader.sources.files import LIMIT
from reader.sources.web.addresses import host_of, normal
from reader.sources.web.connecting import Alarm, Connection, PrivateAddress, Resolve, resolve
from reader.sources.web.packing import ACCEPTED, unpacked

USER_AGENT = "reader-tui (a news reader in a terminal)"
PER_HOST = 2
"""Requests to one host at a time."""
_MOVED, _MOVED_FOR_GOOD = (301, 302, 303, 307, 308), (301, 308)
_PIECE = 1 << 16
_WORDS = {
    401: "it wants a password",
    402: "it wants to be paid for",
    403: "the server does not let us read it",
    404: "there is nothing at that address",
    410: "it is gone for good",
    429: "the server says that it was asked too often",
}
_TOO_OFTEN = 429
_USUAL_WAIT = 60.0
"""Seconds that a host is left alone which was asked too often and does not say how long it wants to be."""
_OFFLINE = (socket.EAI_AGAIN,)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is asked of one address."""

    seconds: float = 60.0
    """For the whole of it, redirects included."""
    silence: float = 20.0
    """Without a byte, and for a connection to be made."""
    size: int = LIMIT
    """Bytes of a body, packed and unpacked."""
    redirects: int = 6


class FetchError(SourceError):
    """An address that could not be read; the text is one line, without the address."""

    def __init__(
        self, message: str, *, status: int = 0, retry_after: float | None = None, offline: bool = False
    ) -> None:
        """status: the server's answer, 0 where there was none. retry_after: seconds that the server wants us to wait.

        offline: the network rather than the server is to blame.
        """
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after
        self.offline = offline


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. Names of headers are in lower case."""

    address: str
    """Where it was found in the end, normal."""
    data: bytes = b""
    """Unpacked; empty where nothing has changed."""
    headers: dict[str, str] = field(default_factory=dict)
    moved_to: str | None = None
    """The address to ask from now on, when the one asked has moved for good."""
    unchanged: bool = False
    """Whether the server says that it is as it was (304)."""
    private: bool = False
    """Whether the host first asked is none of the open internet."""

    @property
    def content_type(self) -> str:
        """Such as `text/html`; empty where the server does not say."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the headers name."""
        _, found, name = self.headers.get("content-type", "").lower().partition("charset=")
        return name.partition(";")[0].strip("\"' ") or None if found else None


class Fetcher:
    """Asks addresses; usable from any number of threads at once."""

    def __init__(self, limits: Limits | None = None, *, resolve: Resolve = resolve) -> None:
        self.limits = limits or Limits()
        self._resolve = resolve
        self._lock = threading.Lock()
        self._slots: dict[str, threading.BoundedSemaphore] = {}
        self._closed: dict[str, float] = {}
        """Hosts that want to be left alone, each with the time until when (of `time.monotonic`)."""

    def fetch(
        self, address: str, *, private: frozenset[str] = frozenset(), etag: str | None = None, since: str | None = None
    ) -> Fetched:
        """What stands at an address. etag, since: what the server said of the last answer (ETag, Last-Modified).

        private: the hosts that may be on this machine or its network, because the person named them. Raises FetchError.
        """
        try:
            asked = normal(address)
        except SourceError as error:
            raise FetchError(str(error)) from None
        said = {"If-None-Match": etag, "If-Modified-Since": since}
        conditions = {name: value for name, value in said.items() if value and value.isascii() and value.isprintable()}
        try:
            with Alarm(self.limits.seconds) as alarm:
                return self._followed(asked, private, conditions, alarm)
        except FetchError:
            raise
        except SourceError as error:  # of its body
            raise FetchError(str(error)) from None

    def send(
        self,
        address: str,
        *,
        headers: Mapping[str, str],
        form: str | None = None,
        private: frozenset[str] = frozenset(),
    ) -> Fetched:
        """What a server answers to one request with headers that it alone may see; a `form` is posted.

        A redirect is not followed: what is sent is meant for the server that the person named. Raises FetchError.
        """
        with Alarm(self.limits.seconds) as alarm:
            try:
                asked = normal(address)
                with self._slot(host_of(asked)), _told(alarm, self.limits):
                    answer, was_private = self._once(asked, private, headers, alarm, form)
            except FetchError:
                raise
            except SourceError as error:
                raise FetchError(str(error)) from None
        if not isinstance(answer, Fetched):
            raise FetchError(f"the server leads elsewhere ({plain_line(answer[1])[:200]})", status=answer[0])
        return replace(answer, private=was_private)

    def _followed(self, asked: str, private: frozenset[str], conditions: dict[str, str], alarm: Alarm) -> Fetched:
        """Follow redirects. The address is remembered as moved only as far as every step was for good."""
        address, for_good, seen = asked, True, {asked}
        moved: str | None = None
        first_private = False
        while True:
            with self._slot(host_of(address)), _told(alarm, self.limits):
                answer, was_private = self._once(address, private, conditions, alarm)
            first_private = was_private if address == asked else first_private
            if isinstance(answer, Fetched):
                return Fetched(answer.address, answer.data, answer.headers, moved, answer.unchanged, first_private)
            status, target = answer
            try:
                target = normal(target, address)
            except SourceError as error:
                raise FetchError(f"leads to another address, which is {error}") from None
            if target in seen:
                raise FetchError("leads in a circle from address to address")
            if len(seen) > self.limits.redirects:
                raise FetchError("leads on from address to address without an end")
            for_good = for_good and status in _MOVED_FOR_GOOD
            moved = target if for_good else moved
            seen.add(target)
            address = target

    def _once(
        self,
        address: str,
        private: frozenset[str],
        headers: Mapping[str, str],
        alarm: Alarm,
        form: str | None = None,
    ) -> tuple[Fetched | tuple[int, str], bool]:
        """One request: the answer or, of a redirect, its status and target; and whether the host is a private one."""
        parts = urlsplit(address)
        secure = parts.scheme == "https"
        host = parts.hostname or ""
        connection = Connection(
            host,
            parts.port or (443 if secure else 80),
            secure=secure,
            private=host in private,
            timeout=self.limits.silence,
            alarm=alarm,
            resolve=self._resolve,
        )
        try:
            wanted = {"User-Agent": USER_AGENT, "Accept-Encoding": ACCEPTED, "Connection": "close", "Accept": "*/*"}
            path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
            wanted |= headers
            if form is not None:
                wanted["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request("GET" if form is None else "POST", path, body=form, headers=wanted)
            response = connection.getresponse()
            return self._read(address, response, alarm), connection.is_private
        finally:
            connection.close()

    def _read(self, address: str, response: HTTPResponse, alarm: Alarm) -> Fetched | tuple[int, str]:
        headers = {name.lower(): value for name, value in response.getheaders()}
        status = response.status
        if status in _MOVED and headers.get("location"):
            return status, headers["location"]
        if status == 304:
            return Fetched(address, headers=headers, unchanged=True)
        if not 200 <= status < 300:
            raise _refusal(status, headers)
        data = self._body(response, alarm)
        return Fetched(address, unpacked(data, headers.get("content-encoding", ""), self.limits.size), headers)

    def _body(self, response: HTTPResponse, alarm: Alarm) -> bytes:
        limit = self.limits.size
        too_large = FetchError(f"larger than {limit >> 20} MiB")
        if (response.length or 0) > limit:
            raise too_large
        pieces: list[bytes] = []
        size = 0
        while piece := response.read1(_PIECE):
            size += len(piece)
            if size > limit:
                raise too_large
            pieces.append(piece)
        if alarm.rung:
            raise TimeoutError
        if response.length:  # the server had said that there was more
            raise FetchError("broken off in the middle")
        return b"".join(pieces)

    @contextmanager
    def _slot(self, host: str) -> Iterator[None]:
        with self._lock:
            slot = self._slots.setdefault(host, threading.BoundedSemaphore(PER_HOST))
        with slot:
            left = self._closed.get(host, 0.0) - time.monotonic()
            if left > 0:
                raise FetchError(f"{_WORDS[_TOO_OFTEN]} ({_TOO_OFTEN})", status=_TOO_OFTEN, retry_after=left)
            try:
                yield
            except FetchError as error:
                if error.status == _TOO_OFTEN:
                    wait = _USUAL_WAIT if error.retry_after is None else error.retry_after
                    self._closed[host] = time.monotonic() + wait
                raise


@contextmanager
def _told(alarm: Alarm, limits: Limits) -> Iterator[None]:
    """Turn what goes wrong with a connection into one line."""
    try:
        yield
    except FetchError:
        raise
    except PrivateAddress as error:
        raise FetchError(f"leads to a private address ({error}) that you did not name") from None
    except (OSError, HTTPException, ValueError) as error:
        if alarm.rung:
            raise FetchError(f"not all there after {limits.seconds:g} seconds") from None
        raise _failure(error, limits) from None


def _failure(error: Exception, limits: Limits) -> FetchError:
    if isinstance(error, TimeoutError):
        return FetchError(f"no answer within {limits.silence:g} seconds")
    if isinstance(error, ssl.SSLCertVerificationError):
        return FetchError(f"its certificate is not valid: {plain_line(error.verify_message)}")
    if isinstance(error, ssl.SSLError):
        return FetchError("no secure connection can be made to it")
    if isinstance(error, socket.gaierror):
        offline = error.errno in _OFFLINE
        return FetchError("its name cannot be looked up" if offline else "there is no such host", offline=offline)
    if isinstance(error, ConnectionRefusedError):
        return FetchError("nothing answers there")
    if isinstance(error, OSError) and error.strerror and not isinstance(error, ConnectionError):
        return FetchError(f"cannot be reached: {plain_line(error.strerror).lower()}", offline=True)
    return FetchError("the connection broke off")


def _refusal(status: int, headers: dict[str, str]) -> FetchError:
    """What a status other than success means."""
    said = _WORDS.get(status) or ("the server has trouble" if status >= 500 else "the server does not give it out")
    return FetchError(f"{said} ({status})", status=status, retry_after=_seconds(headers.get("retry-after")))


def _seconds(said: str | None) -> float | None:
    """The seconds that a header asks us to wait: a number, or a time."""
    if said is None:
        return None
    if said.strip().isdigit():
        return float(said.strip()[:9])
    try:
        when = parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError):
        return None
    return max(0.0, (aware(when) - now()).total_seconds())
