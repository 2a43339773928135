"""Feeds for tests: written for this project, one item a line."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from web_support import Site

from reader.article import AddReport
from reader.desk import Library
from reader.sources.web import fetching

NOW = datetime.now(timezone.utc).replace(microsecond=0)


def text(about: str, sentences: int = 40) -> str:
    """A text about something, long enough to be a whole article."""
    return "".join(
        f"<p>{about.capitalize()} was spoken of for the {number}th time in Velm, where the river has risen by {number} "
        f"centimetres since Monday, said Ada Brunt, who has kept the lock for {number + 20} years.</p>"
        for number in range(1, 1 + sentences // 3)
    )


def item(
    about: str,
    *,
    link: str | None = None,
    guid: str | None = None,
    content: str | None = None,
    days_ago: float = 1,
    more: str = "",
) -> str:
    """An item of RSS with a headline about something."""
    when = (NOW - timedelta(days=days_ago)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    parts = [f"<title>Of {about}</title>", f"<pubDate>{when}</pubDate>", more]
    parts += [f"<link>{link}</link>"] if link else []
    parts += [f"<guid isPermaLink='false'>{guid}</guid>"] if guid else []
    parts.append(f"<description><![CDATA[{text(about) if content is None else content}]]></description>")
    return f"<item>{''.join(parts)}</item>"


def feed(*items: str, title: str = "Velm Post", more: str = "") -> bytes:
    """A feed of these items."""
    return f"<rss version='2.0'><channel><title>{title}</title>{more}{''.join(items)}</channel></rss>".encode()


def page(about: str, sentences: int = 60) -> bytes:
    """A page with an article about something."""
    return (
        f"<!doctype html><html lang='en'><head><title>Of {about}</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Of {about}</h1>{text(about, sentences)}</article></body></html>"
    ).encode()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that says nothing is given up at once."""
    monkeypatch.setattr(fetching.Limits.__init__, "__defaults__", (0.5, 0.3, 1 << 22, 6))


def follow(library: Library, site: Site, path: str = "/feed") -> int:
    """Follow the feed at a path. Its number."""
    assert trouble(library.feeds.add(site.url(path))) == []
    return library.feeds.find(site.url(path)).id


def again(library: Library) -> AddReport:
    return library.feeds.refresh()


def trouble(report: AddReport) -> list[str]:
    return [problem.message for problem in report.problems if not problem.note]


def notes(report: AddReport) -> str:
    return "\n".join(problem.message for problem in report.problems if problem.note)


def headlines(library: Library) -> list[str | None]:
    return sorted(article.headline or "" for article in library.articles())
