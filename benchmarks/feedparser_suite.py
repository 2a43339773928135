"""How much of feedparser's own suite of well-formed feeds is read as its authors expect.

    python benchmarks/feedparser_suite.py FEEDPARSER/tests [--failures N]

FEEDPARSER: a checkout of github.com/kurtmckee/feedparser, which is not part of this project. Each of its files names in
a comment what is to be found in it. Counted are those that ask for something that is stored of a feed: its title and
address; of its first item title, address, id, author, date and text (texts as they are seen: markup aside). Left out
are formats that hold no articles (CDF), what concerns headers of an answer, and feedparser's own interface.
"""

from __future__ import annotations

import argparse
import ast
import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from lxml import html as lxml_html

from reader.errors import ReaderError
from reader.sources.feeds import Feed, parse
from reader.sources.web.addresses import normal

ADDRESS = "http://127.0.0.1:8097/tests/wellformed/feed.xml"
_EXPECT = re.compile(r"Expect:\s*(.*)")
_ASKED = re.compile(
    r"^(?:not bozo and )?(entries\[0\]|feed)\[u?'(\w+)'\](?:\[0\])?(?:\[u?'(value)'\])? == (.+)$", re.DOTALL
)
_FORMATS = ("cdf", "geo", "itunes", "psc", "http")


def seen(text: str | None) -> str:
    """A text as a person sees it: without markup, entities resolved, in one line."""
    if not text or not text.strip():
        return ""
    if "<" in text:
        root = lxml_html.fromstring(f"<div>{text}</div>")
        for element in root.xpath("//script|//style|//comment()"):
            element.drop_tree()
        text = root.text_content()
    return " ".join(html.unescape(text).split())


def when(value: Any) -> Any:
    """A date as feedparser has it: year to second in UTC."""
    if not isinstance(value, datetime):
        return value and (value.year, value.month, value.day)
    value = value.astimezone(timezone.utc) if value.tzinfo else value
    return value.timetuple()[:6]


def found(feed: Feed, where: str, field: str) -> Any:
    """What we have of what is asked for; KeyError: nothing of that is stored."""
    if where == "feed":
        return {"title": feed.title or "", "link": feed.home}[field]
    item = feed.items[0] if feed.items else None
    fields: dict[str, Callable[[], Any]] = {
        "title": lambda: (item and item.headline) or "",
        "link": lambda: item and item.url,
        "id": lambda: item and item.guid,
        "guid": lambda: item and item.guid,
        "author": lambda: item and item.byline,
        "published_parsed": lambda: when(item and item.published),
        "updated_parsed": lambda: when(item and item.published),
        "description": lambda: seen(item and (item.summary or item.content)),
        "summary": lambda: seen(item and (item.summary or item.content)),
        "content": lambda: seen(item and item.content),
    }
    return fields[field]()


def cases(folder: Path) -> Iterator[tuple[Path, str, str, Any]]:
    """Each file that concerns us with what it asks for and what is expected."""
    for path in sorted((folder / "wellformed").rglob("*.xml")):
        expect = _EXPECT.search(path.read_bytes().decode("utf-8", "replace"))
        asked = _ASKED.match(expect[1].strip()) if expect else None
        if (
            asked is None
            or "Header:" in path.read_bytes().decode("utf-8", "replace")
            or path.relative_to(folder / "wellformed").parts[0] in _FORMATS
        ):
            continue
        where, field, value, said = asked.groups()
        try:
            expected = ast.literal_eval(said)
        except (ValueError, SyntaxError):
            continue
        if field in ("title", "description", "summary") or value:
            expected = seen(expected) if isinstance(expected, str) else expected
        elif field.endswith("_parsed"):
            expected = expected[:6]
        elif field == "author":
            expected = re.sub(r" \(\S+@\S+\)$", "", expected)
        elif field == "link":
            expected = normal(expected)
        yield path, where, field, expected


def main() -> None:
    """Print how many are read as expected, by field."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--failures", type=int, default=0, metavar="N", help="show the first N")
    said = arguments.parse_args()
    right, all_ = Counter[str](), Counter[str]()
    shown = 0
    for path, where, field, expected in cases(said.folder):
        try:
            got = found(parse(path.read_bytes(), address=ADDRESS, now=datetime.now(timezone.utc)), where, field)
        except KeyError:
            continue
        except ReaderError as error:
            got = str(error)
        all_[f"{where} {field}"] += 1
        if got == expected or (isinstance(got, tuple) and isinstance(expected, tuple) and got == expected[: len(got)]):
            right[f"{where} {field}"] += 1
        elif shown < said.failures:
            shown += 1
            print(f"{path.relative_to(said.folder)}: {where} {field}\n  expected {expected!r}\n  got      {got!r}")
    for name, number in sorted(all_.items()):
        print(f"{name:<28} {right[name]:>4} of {number}")
    print(f"all {right.total()} of {all_.total()}: {right.total() / max(1, all_.total()):.1%}")


if __name__ == "__main__":
    main()
