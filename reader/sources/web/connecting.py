"""Connecting: to an address that was looked at first, within a time.

Here: names resolved and checked, sockets and TLS, the alarm that ends a request whose time is up. Not here: what is
asked and answered (`fetching`).
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from http.client import HTTPConnection
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from types import TracebackType

from reader.sources.web.addresses import host_of

Resolve = Callable[[str, int], list[str]]
"""From a host and a port to IP addresses; raises OSError."""
_TRANSLATED = ip_network("64:ff9b::/96")
"""IPv6 addresses that a network translates to the IPv4 address at their end."""


class PrivateAddress(Exception):
    """A host that leads to a private address where none was named; the text is the address."""


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host, in the order in which the system would try them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def is_public(written: str) -> bool:
    """Whether an IP address is one of the open internet: not this machine, not its network, not a cloud's metadata."""
    address = ip_address(written.partition("%")[0])
    inner: IPv4Address | IPv6Address | None = None
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if address in _TRANSLATED:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if address.is_site_local:
            return False
    if inner is not None:
        return inner.is_global and not inner.is_multicast
    return address.is_global and not address.is_multicast


def is_private_name(address: str) -> bool:
    """Whether a web address names, for everybody to see, something that is not of the open internet."""
    host = host_of(address)
    try:
        return not is_public(host)
    except ValueError:
        return host == "localhost"


class Alarm:
    """Ends what a thread does with sockets when its time is up, however the other side drags it out."""

    def __init__(self, seconds: float) -> None:
        self.rung = False
        self._lock = threading.Lock()
        self._watched: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True

    def __enter__(self) -> Alarm:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            self._let_go()

    def watch(self, sock: socket.socket) -> None:
        """End this connection when the time is up. TLS takes the socket over: a second handle on it stays here."""
        with self._lock:
            self._let_go()
            self._watched = sock.dup()
        if self.rung:
            self._ring()

    def _ring(self) -> None:
        with self._lock:
            self.rung = True
            if self._watched is not None:
                with suppress(OSError):
                    self._watched.shutdown(socket.SHUT_RDWR)

    def _let_go(self) -> None:
        if self._watched is not None:
            self._watched.close()
            self._watched = None


@cache
def tls() -> ssl.SSLContext:
    """How servers show who they are: to the system's authorities, and to Mozilla's where the system names none."""
    import certifi  # only https needs it

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


class Connection(HTTPConnection):
    """A connection of its own for one request, to an address that was checked."""

    def __init__(
        self, host: str, port: int, *, secure: bool, private: bool, timeout: float, alarm: Alarm, resolve: Resolve
    ) -> None:
        """private: whether an address may be one that is not of the open internet."""
        super().__init__(host, port, timeout=timeout)
        self.default_port = 443 if secure else 80
        self.is_private = False
        """Whether the address that it was connected to is none of the open internet."""
        self._secure, self._private, self._alarm, self._resolve = secure, private, alarm, resolve
        self._seconds = timeout

    def connect(self) -> None:
        """Connect to the first address that answers. Raises OSError, and PrivateAddress before anything is sent."""
        addresses = self._resolve(self.host, self.port)
        closed = [address for address in addresses if not is_public(address)]
        if closed and not self._private:  # one is enough: which of them is tried is the server's choice
            raise PrivateAddress(closed[0])
        failure: OSError = OSError("no address")
        for address in addresses:
            if self._alarm.rung:
                raise TimeoutError
            try:
                sock = socket.create_connection((address, self.port), self._seconds)
            except OSError as error:
                failure = error
                continue
            self.is_private = address in closed
            self._alarm.watch(sock)
            self.sock = tls().wrap_socket(sock, server_hostname=self.host) if self._secure else sock
            return
        raise failure
