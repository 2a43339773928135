"""A server that speaks the Google Reader API: logging in, asking, telling.

Here: one request and what can go wrong with it, in one line. What differs from server to server was read in the sources
of FreshRSS (`p/api/greader.php`) and Miniflux (`internal/googlereader`) and in the others' documentation. Not here:
what answers say (`answers`), in which order things are asked (ingest).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

from reader.errors import SourceError
from reader.sources.sync.answers import names
from reader.sources.sync.ids import long_form
from reader.sources.web.addresses import host_of, normal
from reader.sources.web.fetching import Fetched, Fetcher, FetchError, Limits

READ, STARRED = "user/-/state/com.google/read", "user/-/state/com.google/starred"
ALL = "user/-/state/com.google/reading-list"
_STATES = {"read": READ, "starred": STARRED}
_API = "/reader/api/0/"
_PLACES = ("", "/api/greader.php")
"""Where the API stands below the address of a server: at once, or as FreshRSS has it."""
_A_PAGE = 10_000
"""Items of a list that are asked for at once. Miniflux gives no more, others 1,000."""
_MOST_PAGES = 10_000
AT_ONCE = 250
"""Items that are told of, or whose contents are asked for, at once: PHP takes 1,000 fields of a form."""
_PATIENT = Limits(seconds=300, silence=120)
"""FreshRSS and Miniflux ask a feed, and store all of it, before they answer that they follow it."""
_REFUSED = "the server refuses the name or the password (many servers want one that is set for this API alone)"
NOT_ONE = "no server that speaks the Google Reader API"


class Server:
    """A user's account on a server. Each method raises FetchError."""

    def __init__(
        self, address: str, user: str, password: Callable[[], str], *, private: bool, fetcher: Fetcher | None = None
    ) -> None:
        """address: without an end slash, of what stands before `/accounts/ClientLogin`. password: gives it when needed.

        private: whether the server may stand on this machine or its network.
        """
        self.address = address
        self.is_private = False
        """Whether it stands on this machine or its network; known once it has let us in."""
        self._user, self._password = user, password
        self._private = frozenset({host_of(address)}) if private else frozenset[str]()
        self._fetcher = fetcher or Fetcher(_PATIENT)
        self._authorization = self._token = ""

    # ------------------------------------------------------------- logging in

    def log_in(self) -> None:
        """Have the server let us in. Needed only to see whether it does: every request logs in by itself."""
        form = {
            "Email": self._user,
            "Passwd": self._password(),
            "accountType": "HOSTED_OR_GOOGLE",  # The Old Reader asks for these three
            "service": "reader",
            "client": "reader-tui",
        }
        answer = self._sent("/accounts/ClientLogin", urlencode(form), {}, refused=_REFUSED)
        self._authorization = _authorization(answer)
        self.is_private = answer.private
        self._token = ""

    def _logged_in(self) -> dict[str, str]:
        if not self._authorization:
            self.log_in()
        return {"Authorization": f"GoogleLogin auth={self._authorization}"}

    def _with_token(self) -> str:
        """The token that what changes something has to carry; Miniflux wants it with contents, too."""
        if not self._token:
            self._token = self._sent(_API + "token", None, self._logged_in()).data.decode(errors="replace").strip()
        return self._token

    # ------------------------------------------------------------------ asking

    def subscriptions(self) -> Any:
        """The answer of `subscription/list`."""
        return self._json("subscription/list")

    def tags(self) -> Any:
        """The answer of `tag/list`; None where the server has no such list."""
        try:
            return self._json("tag/list")
        except FetchError as error:
            if error.status in (400, 404, 501):
                return None
            raise

    def items(self, stream: str, *, without: str | None = None, since: int | None = None) -> set[str]:
        """All items of a stream. without: but those of another. since: only what came in after that time (of 1970)."""
        found: set[str] = set()
        asked: dict[str, str] = {"s": stream, "n": str(_A_PAGE)}
        asked |= {"xt": without} if without else {}
        asked |= {"ot": str(since)} if since is not None else {}
        for _ in range(_MOST_PAGES):
            some, more = _read(lambda: names(self._json("stream/items/ids", asked)))
            before = len(found)
            found.update(some)
            # FreshRSS names one more page even where it is empty, and begins it with what it gave before.
            if not more or more == asked.get("c") or len(found) == before:
                break
            asked["c"] = more
        return found

    def contents(self, some: Sequence[str]) -> Any:
        """The answer of `stream/items/contents` for at most `AT_ONCE` items: those it does not know are left out."""
        return self._json("stream/items/contents", form=[("i", long_form(name)) for name in some])

    # ----------------------------------------------------------------- telling

    def mark(self, some: Collection[str], what: str, value: bool) -> None:
        """Mark at most `AT_ONCE` items. what: `read` or `starred`."""
        self._tell("edit-tag", [("a" if value else "r", _STATES[what]), *(("i", long_form(name)) for name in some)])

    def subscribe(self, address: str, *, title: str | None = None, label: str | None = None) -> None:
        """Follow a feed."""
        self._subscription(f"feed/{address}", "subscribe", title, label, None)

    def unsubscribe(self, stream: str) -> None:
        """Follow a feed no longer."""
        self._subscription(stream, "unsubscribe", None, None, None)

    def change(self, stream: str, *, title: str | None = None, label: str | None = None, instead: str | None) -> None:
        """Call a feed otherwise, or give it another label `instead` of one; None: as it is."""
        self._subscription(stream, "edit", title, label, instead)

    def _subscription(
        self, stream: str, action: str, title: str | None, label: str | None, instead: str | None
    ) -> None:
        form = [("ac", action), ("s", stream)]
        form += [("t", title)] if title else []
        form += [("a", f"user/-/label/{label}")] if label else []
        form += [("r", f"user/-/label/{instead}")] if instead else []
        self._tell("subscription/edit", form)

    # ---------------------------------------------------------------- requests

    def _tell(self, what: str, form: list[tuple[str, str]]) -> None:
        try:
            answer = self._request(what, {}, form)
        except FetchError as error:
            if error.status in (400, 404, 409, 422):
                raise FetchError(f"the server refuses that ({error.status})", status=error.status) from None
            raise
        # Miniflux says 200 and `[]` to what it does not have, FreshRSS has its own pages for some errors.
        if answer.data.strip().strip(b'"') not in (b"OK", b""):
            raise FetchError("the server did not say that it has done what it was asked to")

    def _json(self, what: str, asked: dict[str, str] | None = None, form: list[tuple[str, str]] | None = None) -> Any:
        answer = self._request(what, {"output": "json", **(asked or {})}, form)
        try:
            return json.loads(answer.data)
        except (ValueError, RecursionError):
            raise FetchError(f"{NOT_ONE}: it answers with something else", status=404) from None

    def _request(self, what: str, asked: dict[str, str], form: list[tuple[str, str]] | None) -> Fetched:
        """One request; where we are not let in any more, we log in again and ask once more."""
        for again in (False, True):
            known = bool(self._authorization)
            path = f"{_API}{what}?{urlencode(asked)}" if asked else _API + what
            try:
                headers = self._logged_in()
                body = None if form is None else urlencode([("T", self._with_token()), *form])
                return self._sent(path, body, headers)
            except FetchError as error:
                if error.status not in (401, 403) or again or not known:
                    raise
                self._authorization = self._token = ""
        raise AssertionError  # the loop returns or raises

    def _sent(self, path: str, form: str | None, headers: dict[str, str], *, refused: str | None = None) -> Fetched:
        try:
            return self._fetcher.send(self.address + path, headers=headers, form=form, private=self._private)
        except FetchError as error:
            if error.status in (401, 403):
                raise FetchError(refused or "the server does not let us in any more", status=error.status) from None
            raise


def _authorization(answer: Fetched) -> str:
    """What an answer of ClientLogin wants to be told from then on."""
    for line in answer.data.decode(errors="replace").splitlines():
        name, found, value = line.partition("=")
        if found and name.strip() == "Auth" and value.strip() and value.isascii():
            return value.strip()
    raise FetchError(NOT_ONE, status=404)


def _read(read: Callable[[], Any]) -> Any:
    try:
        return read()
    except FetchError:
        raise
    except SourceError as error:
        raise FetchError(str(error)) from None


def places(address: str) -> Iterator[str]:
    """The addresses at which the API of a server may stand. Raises SourceError for what is no address."""
    whole = normal(address).partition("?")[0].rstrip("/")
    for end in ("/accounts/ClientLogin", "/reader/api/0"):
        whole = whole.removesuffix(end)
    for place in _PLACES:
        if not whole.endswith(place) or not place:
            yield whole + place
