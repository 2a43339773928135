"""What a server that speaks the Google Reader API has, and what it answers, for tests.

Written after the sources of FreshRSS (p/api/greader.php, app/Models/Entry.php) and Miniflux (internal/googlereader,
internal/storage), and the documentation of The Old Reader's and BazQux's APIs; each behaviour says whose it is. Not
here: the network, and what goes wrong on the way (`greader_support`).
"""

from __future__ import annotations

import json
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

Dialect = Literal["freshrss", "miniflux", "oldreader"]
LONG = "tag:google.com,2005:reader/item/"
STATE = "user/-/state/com.google/"
USER, PASSWORD = "ada", "lock & weir"


@dataclass
class Entry:
    """An item that the server has."""

    title: str
    stream: str
    url: str = ""
    html: str = ""
    read: bool = False
    starred: bool = False
    published: int = 1_700_000_000
    crawled: int = 0
    """When it came in, in seconds since 1970; 0: now."""
    labels: list[str] = field(default_factory=list)


@dataclass
class Followed:
    """A feed that the server follows."""

    address: str
    title: str
    label: str = "Uncategorized"


@dataclass
class Asked:
    """A request that came."""

    posted: bool
    path: str
    query: dict[str, list[str]]
    form: dict[str, list[str]]
    headers: dict[str, str]


class Refused(Exception):
    """A status and a body to answer with."""

    def __init__(self, status: int, body: str, **headers: str) -> None:
        super().__init__(body)
        self.status, self.body, self.headers = status, body, headers


class Backend:
    """What the server has and answers. Items are called by numbers, or by The Old Reader's 24 digits."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect: Dialect = dialect
        self.entries: dict[str, Entry] = {}
        self.feeds: dict[str, Followed] = {}
        self.tags: set[str] = set()
        self.unreadable: set[str] = set()
        """Addresses that the server cannot follow."""
        self.page = 1_000  # BazQux's and Inoreader's limit; Miniflux's is 10,000 (model.MaxEntryIDsLimit)
        self.lock = threading.RLock()
        self.authorizations: set[str] = set()
        self._next = 1_669_800_000_000_000  # FreshRSS: microseconds of the time that it came in

    def add(self, title: str, stream: str, **said: Any) -> str:
        """One more item. Returns what lists call it."""
        with self.lock:
            self._next += 1
            name = f"{self._next:024d}" if self.dialect == "oldreader" else str(self._next)
            self.entries[name] = Entry(title, stream, **{"crawled": int(time.time()), **said})
            return name

    def follow(self, address: str, title: str, label: str = "Uncategorized") -> str:
        """One more feed. Returns its stream: FreshRSS and Miniflux number them, The Old Reader has its own names."""
        with self.lock:
            stream = f"feed/{len(self.feeds) + 1}" if self.dialect != "oldreader" else f"feed/{len(self.feeds):024x}"
            self.feeds[stream] = Followed(address, title, label)
            return stream

    def expire(self) -> None:
        """What clients were let in with holds no more."""
        self.authorizations.clear()

    # ---------------------------------------------------------------- answers

    def answer(self, asked: Asked) -> str:
        """The body of the answer. Raises Refused."""
        path = asked.path
        if self._is("freshrss"):  # the API stands below a script
            if not path.startswith("/api/greader.php/"):
                raise Refused(404, "<html>Not Found</html>")
            path = path.removeprefix("/api/greader.php")
        with self.lock:
            if path == "/accounts/ClientLogin":
                return self._log_in(asked)
            self._let_in(asked)
            name = path.removeprefix("/reader/api/0/").replace("/", "_").replace("-", "_")
            answer = getattr(self, f"_{name}", None)
            if answer is None:  # Miniflux: fallbackHandler; FreshRSS: badRequest
                if self._is("miniflux"):
                    return "[]"
                raise Refused(400, "Bad Request!")
            return str(answer(asked))

    def _log_in(self, asked: Asked) -> str:
        if asked.form.get("Email") != [USER] or asked.form.get("Passwd") != [PASSWORD]:
            # FreshRSS: text; Miniflux: JSON
            raise Refused(401, '{"error_message":"access unauthorized"}' if self._is("miniflux") else "Unauthorized!")
        found = f"{USER}/{secrets.token_hex(8)}"
        self.authorizations.add(found)
        if self._is("freshrss"):
            return f"SID={found}\nLSID=null\nAuth={found}\n"
        return f"SID={found}\nLSID={found}\nAuth={found}\n"

    def _is(self, dialect: Dialect) -> bool:
        return self.dialect == dialect

    def _let_in(self, asked: Asked) -> None:
        said = asked.headers.get("authorization", "").removeprefix("GoogleLogin auth=")
        token = asked.form.get("T", [""])[0]
        if self._is("miniflux") and asked.posted:
            # Miniflux (middleware.go) looks at T alone where something is posted, contents included
            known = token in self.authorizations
        else:
            known = said in self.authorizations
            if known and asked.posted and asked.path.endswith(("edit-tag", "mark-all-as-read")):
                # FreshRSS (checkToken) takes an empty one as well; The Old Reader does not
                known = token == _token(said) or (self._is("freshrss") and token in ("", "x"))
        if not known:
            raise Refused(401, "Unauthorized!", **{"Google-Bad-Token": "true"})

    def _token(self, asked: Asked) -> str:
        said = asked.headers["authorization"].removeprefix("GoogleLogin auth=")
        return said if self._is("miniflux") else _token(said) + "\n"  # FreshRSS ends it with a line break

    def _json_only(self, asked: Asked) -> None:
        if asked.query.get("output") != ["json"]:
            # FreshRSS: 501 of the lists of feeds and tags; Miniflux: 400 of all, contents included
            raise Refused(400 if self._is("miniflux") else 501, "Not Implemented!")

    def _tag_list(self, asked: Asked) -> str:
        self._json_only(asked)
        tags: list[dict[str, str]] = [{"id": STATE + "starred"}]
        tags += [{"id": self._label(one), "type": "folder"} for one in sorted({f.label for f in self._feeds()})]
        tags += [{"id": self._label(one), "type": "tag"} for one in sorted(self.tags)]  # FreshRSS, Inoreader
        return json.dumps({"tags": tags})

    def _feeds(self) -> list[Followed]:
        return list(self.feeds.values())

    def _shown(self, title: str, *, more: bool = False) -> str:
        """FreshRSS (escapeToUnicodeAlternative): wide signs in titles, more of them in those of feeds."""
        signs = dict(zip("&<>?\\/,;", "＆＜＞？＼／，；", strict=True))
        known = list(signs)[: None if more else 3]
        return "".join(signs[c] if self._is("freshrss") and c in known else c for c in title)

    def _label(self, name: str) -> str:
        # FreshRSS has a dash for the user, Miniflux and The Old Reader a number
        return f"user/{'-' if self._is('freshrss') else '7'}/label/{name}"

    def _subscription_list(self, asked: Asked) -> str:
        self._json_only(asked)
        return json.dumps(
            {
                "subscriptions": [
                    {
                        "id": stream,
                        "title": self._shown(feed.title, more=True),
                        "categories": [{"id": self._label(feed.label), "label": feed.label}] if feed.label else [],
                        "url": feed.address,
                        "htmlUrl": feed.address.rpartition("/")[0],
                    }
                    for stream, feed in self.feeds.items()
                ]
            }
        )

    def _subscription_edit(self, asked: Asked) -> str:
        form = {name: values[0] for name, values in asked.form.items()}
        stream, label = form["s"], form.get("a", "").partition("/label/")[2]
        if form["ac"] == "subscribe":
            address = stream.removeprefix("feed/")
            if address in self.unreadable or any(feed.address == address for feed in self._feeds()):
                raise Refused(400, "Bad Request!")  # FreshRSS: one that it follows already, too
            self.follow(address, form.get("t") or address, label or "Uncategorized")
            return "OK"
        feed = self.feeds.get(stream)
        if feed is None:
            raise Refused(400, "Bad Request!")
        if form["ac"] == "unsubscribe":
            # FreshRSS and Miniflux: the feed's items go with it
            del self.feeds[stream]
            for name in [name for name, one in self.entries.items() if one.stream == stream]:
                del self.entries[name]
            return "OK"
        feed.title = form.get("t") or feed.title
        if label:
            feed.label = label
        elif "r" in form and self._is("freshrss"):
            feed.label = "Uncategorized"  # Miniflux leaves it where it is: each feed is in a category there
        return "OK"

    def _stream_items_ids(self, asked: Asked) -> str:
        if self._is("miniflux"):
            self._json_only(asked)
        stream, without = asked.query["s"][0], asked.query.get("xt", [""])[0]
        since = int(asked.query.get("ot", ["0"])[0])
        found = [
            name
            for name, entry in sorted(self.entries.items(), reverse=True)
            if (stream != STATE + "starred" or entry.starred)
            and not (without == STATE + "read" and entry.read)
            and entry.crawled >= since
        ]
        at, more = self._from(found, asked.query.get("c", [""])[0])
        page = found[at : at + min(int(asked.query.get("n", ["20"])[0]), self.page)]
        answer: dict[str, Any] = {"itemRefs": [{"id": name} for name in page]}
        if (follows := more(page, at)) is not None:
            answer["continuation"] = follows
        return json.dumps(answer)

    def _from(self, found: list[str], c: str) -> tuple[int, Callable[[list[str], int], str | None]]:
        """Where a page begins, and what the next one is called."""
        if self._is("freshrss"):
            # the last item of the page before; named even where nothing follows, if the page is full
            at = sum(name >= c for name in found) if c else 0
            return at, lambda page, at: page[-1] if len(page) >= self.page else None
        # Miniflux: how many were given; what is marked meanwhile shifts the rest
        at = int(c or 0)
        return at, lambda page, at: str(at + len(page)) if at + len(page) < len(found) else None

    def _stream_items_contents(self, asked: Asked) -> str:
        if self._is("miniflux"):
            self._json_only(asked)
        if "i" not in asked.form:
            raise Refused(400, "Bad Request!")
        found = [(name, self.entries.get(name)) for name in map(_named, asked.form["i"])]
        return json.dumps({"items": [self._item(name, entry) for name, entry in found if entry is not None]})

    def _item(self, name: str, entry: Entry) -> dict[str, Any]:
        feed = self.feeds.get(entry.stream)
        categories = [STATE + "reading-list", *(self._label(one) for one in entry.labels)]
        categories += [self._label(feed.label)] if feed and feed.label else []
        categories += [STATE + "read"] if entry.read else []
        categories += [STATE + "starred"] if entry.starred else []
        text = {"content": entry.html}
        return {
            "id": LONG + (name if self._is("oldreader") else f"{int(name):016x}"),
            "title": self._shown(entry.title),
            "published": entry.published,
            "crawlTimeMsec": str(entry.crawled * 1000),
            "canonical": [{"href": entry.url}],
            "alternate": [{"href": entry.url, "type": "text/html"}],
            "categories": categories,
            "origin": {"streamId": entry.stream, "title": self._shown(feed.title, more=True) if feed else ""},
            # Miniflux has the text twice, FreshRSS as the summary
            **({"summary": text} if self._is("freshrss") else {"summary": text, "content": text}),
        }

    def _edit_tag(self, asked: Asked) -> str:
        add, remove = asked.form.get("a", [""])[0], asked.form.get("r", [""])[0]
        if self._is("miniflux") and not (add or remove):
            raise Refused(500, "add or/and remove tags should be supplied")
        for name in map(_named, asked.form["i"]):
            entry = self.entries.get(name)
            for tag, value in ((add, True), (remove, False)):
                if entry is not None and tag == STATE + "read":  # unknown ones are passed over by both
                    entry.read = value
                elif entry is not None and tag == STATE + "starred":
                    entry.starred = value
        return "OK"


def _token(authorization: str) -> str:
    """FreshRSS: 57 characters made of what the client was let in with."""
    return authorization.rpartition("/")[2].ljust(57, "Z")


def _named(written: str) -> str:
    """FreshRSS and Miniflux: decimal, or hexadecimal behind the long prefix; The Old Reader: its 24 digits."""
    if not written.startswith(LONG):
        return written
    rest = written.removeprefix(LONG)
    return rest if len(rest) == 24 else str(int(rest, 16))
