"""What relates two articles, in full: the rows of a sheet.

Here: how it is said. Not here: what relates them (the desk), which two are meant (actions).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.article import Entry
from reader.tui.draw import wording
from reader.tui.draw.cells import line_of

if TYPE_CHECKING:
    from reader.desk.relation import Relation

_MOST_PAIRS = 40
Rows = list[Sequence[tuple[str, str]]]


def rows_of(relation: Relation) -> Rows:
    """Which two articles, how far apart, the names in both, the passages as they stand in both."""
    rows: Rows = [
        (("this", "dim"), (_named(relation.there), "strong")),
        (("the other", "dim"), (_named(relation.here), "text")),
        (),
        (("in time", "key"), (_time(relation), "text")),
        (("story", "key"), ("the same" if relation.one_story else "another; near it only", "text")),
    ]
    if relation.names:
        rows.append((("names", "key"), (line_of(", ".join(relation.names)), "text")))
    elif relation.words:
        rows.append((("words", "key"), (line_of(", ".join(relation.words)), "text")))
    if not relation.pairs:
        rows += [(), (("No sentence of it says what one of the other says.", "dim"),)]
    for pair in relation.pairs[:_MOST_PAIRS]:
        rows += [(), ((pair.kind, "key"), (line_of(pair.there), "text"))]
        if pair.kind != "copied":
            rows.append((("the other", "dim"), (line_of(pair.here), "read")))
    if (more := len(relation.pairs) - _MOST_PAIRS) > 0:
        rows += [(), ((f"and {wording.count_of(more, 'more passage')}", "dim"),)]
    return rows


def _named(entry: Entry) -> str:
    headline = line_of(entry.headline or f"¶ {entry.opening}")
    return f"{line_of(entry.outlet or 'outlet unknown')} · {wording.published(entry)} · {headline}"


def _time(relation: Relation) -> str:
    if relation.here.published is None or relation.there.published is None:
        return "one of them is undated"
    return wording.distance(relation.here.published, relation.there.published)
