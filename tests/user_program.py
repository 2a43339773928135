"""A small program as a user would write it: the whole public API, checked by mypy --strict in .ci/run, run by a test."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import reader

RAW = "Quay closed\n\nInes Dorrel closed the quay of Marlow on Monday. “It is over,” Dorrel said."


def report(path: Path) -> list[str]:
    """One line for each article of a library with one article in it."""
    cleaned: reader.Article = reader.clean(RAW, kind="text", url=None)
    article = reader.Article(headline="Quay closed", text=cleaned.text, published="2031-05-06", outlet="The Crane")
    day: date | None = article.published
    summary: reader.Summary = reader.summarize(article, sentences=1)
    places: list[tuple[int, int, float]] = [(one.start, one.end, one.score) for one in summary.sentences]
    said: list[tuple[int, ...]] = [one.articles for one in reader.brief([article], sentences=2).sentences]
    speakers: set[str | None] = {quote.speaker for quote in reader.quotes(article.text)}
    keys: dict[str, str] = {name.text: name.key for name in reader.names(article.text)}
    assert day is not None
    assert places
    assert said
    assert speakers
    assert keys
    assert reader.same_name("Ines Dorrel", "Dorrel")
    lines = []
    try:
        with reader.Library(path) as library:
            for number in library.add_articles([article]):
                related: list[reader.Related] = library.related(number, limit=5)
                stories: list[reader.Story] = library.stories()
                assert not stories
                reasons: list[tuple[str, ...]] = [one.reasons for one in related]
                stored = library.article(number)
                sentences = reader.sentences(stored.text, "en")
                quotations = reader.quotes(stored.text)
                lines.append(
                    f"{stored.headline}: {len(sentences)} sentences, {len(quotations)} quotation, {len(reasons)} related"
                )
    except reader.ReaderError as error:
        lines.append(str(error))
    return lines
