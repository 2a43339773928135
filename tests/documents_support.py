"""What files hold, read for tests."""

from __future__ import annotations

from pathlib import Path

from reader.article import Problem, RawDocument
from reader.sources import Found, find, load, reread

TEXT = "The ferry will stay in port until Friday, the harbour authority said."
URL = "https://example.org/news/"


def read(place: Path) -> list[RawDocument | Problem]:
    """All that finding and loading `place` gives."""
    results: list[RawDocument | Problem] = []
    for each in find([place]):
        results.extend(load(each) if isinstance(each, Found) else [each])
    return results


def article(place: Path) -> RawDocument:
    """The one document of a file; it must come back the same from what is stored."""
    (document,) = read(place)
    assert isinstance(document, RawDocument), document
    assert reread(document) == document
    return document


def message(place: Path) -> str:
    """What is said of a file that gives nothing else."""
    (problem,) = read(place)
    assert isinstance(problem, Problem), problem
    assert problem.place == str(place)
    assert "\n" not in problem.message
    return problem.message


def records(place: Path) -> tuple[list[RawDocument], list[str]]:
    """The documents of a file and what is said of the records that are none."""
    results = read(place)
    found = [each for each in results if isinstance(each, RawDocument)]
    for document in found:
        assert reread(document) == document
    return found, [each.message for each in results if isinstance(each, Problem)]


def record(name: str, **more: object) -> dict[str, object]:
    return {"url": URL + name, "title": name.title(), "text": f"The {name} is closed.", **more}
