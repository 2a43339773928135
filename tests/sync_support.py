"""A library that syncs with a test server, and what tests ask of both sides."""

from __future__ import annotations

import pytest
from greader_answers import PASSWORD, USER
from greader_support import Reader

from reader.article import View
from reader.desk import Library
from reader.ingest.sync.syncing import Synced
from reader.subscription import Account

VARIABLE = "READER_TEST_WORD"


@pytest.fixture(autouse=True)
def known_password(monkeypatch: pytest.MonkeyPatch) -> None:
    """The password is in the environment."""
    monkeypatch.setenv(VARIABLE, PASSWORD)


@pytest.fixture
def velm(each: Reader) -> str:
    """A feed that every server follows, with two items."""
    stream = each.follow("https://velm.example/feed", "Velm Post", "Towns")
    put(each, "rain", stream)
    put(each, "snow", stream, read=True)
    return stream


def join(library: Library, server: Reader, **said: object) -> Account:
    """Sync with the server from now on; the environment has the password."""
    return library.feeds.servers.add(server.url, USER, variable=VARIABLE, **said)  # type: ignore[arg-type]


def sync(library: Library) -> Synced:
    return library.feeds.servers.sync()


def problems(done: Synced) -> list[str]:
    return [problem.message for problem in done.report.problems if not problem.note]


def notes(done: Synced) -> str:
    return "\n".join(f"{problem.place}: {problem.message}" for problem in done.report.problems if problem.note)


def text(about: str, sentences: int = 30) -> str:
    """A text about something, long enough to be a whole article."""
    return "".join(
        f"<p>{about.capitalize()} was spoken of for the {number}th time in Velm, where the river has risen by {number} "
        f"centimetres since Monday, said Ada Brunt, who has kept the lock for {number + 20} years.</p>"
        for number in range(1, sentences)
    )


def put(server: Reader, about: str, stream: str, **said: object) -> str:
    """An item about something on the server."""
    return server.add(f"Of {about}", stream, url=f"https://velm.example/{about}", html=text(about), **said)


def here(library: Library) -> dict[str, tuple[bool, bool]]:
    """Read and starred of all articles by what they are about."""
    slots = library.slots(View())
    return {
        (entry.headline or "").removeprefix("Of "): (entry.read, entry.starred)
        for entry in library.entries([slot.id for slot in slots])
    }


def there(server: Reader) -> dict[str, tuple[bool, bool]]:
    """The same of the server's items."""
    return {entry.title.removeprefix("Of "): (entry.read, entry.starred) for entry in server.entries.values()}


def number(library: Library, about: str) -> int:
    """The article about something."""
    return next(article.id or 0 for article in library.articles() if article.headline == f"Of {about}")
