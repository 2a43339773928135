"""Stories by hand: what a person put together, took apart, and how that is taken back.

Here: the tables bond and apart, keyed by identity, and moving the articles accordingly. Not here: stories as the
program finds them (stories.py), how placing an article follows decisions (reader.stories).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from reader.library import stories
from reader.library.file.connection import Database


class Decided(NamedTuple):
    """How things stood before a decision: plain data, to be kept and passed to `restore`."""

    stories: tuple[tuple[str, int | None], ...]
    """The former story of each document that the decision is about, by identity."""
    bonds: tuple[tuple[str, int], ...]
    """Their former bonds."""
    apart: tuple[tuple[str, str], ...]
    """The former pairs among them."""


def leave(db: Database, article: int) -> Decided:
    """Take an article out of its story for good: never again grouped with the others. Returns what undoes this."""
    with db.transaction():
        story = stories.stories_of(db, [article]).get(article)
        ids = stories.members(db, story) if story is not None else [article]
        before = _now(db, ids)
        names = _identities(db, ids)
        mine = names[article]
        db.run("DELETE FROM bond WHERE identity = ?", (mine,))
        pairs = [(mine, other) for number, other in names.items() if number != article]
        db.run_many("INSERT OR IGNORE INTO apart VALUES (?, ?)", [*pairs, *((b, a) for a, b in pairs)])
        stories.leave(db, article)
    return before


def join(db: Database, articles: Collection[int], story: int) -> Decided:
    """Put articles into a story for good: they stay together with those already in it. Returns what undoes this."""
    with db.transaction():
        ids = list(dict.fromkeys([*stories.story(db, story).article_ids, *articles]))
        before = _now(db, ids)
        names = list(_identities(db, ids).values())
        _part_no_more(db, names)
        number = 1 + (db.value("SELECT max(number) FROM bond") or 0)
        db.run_many("INSERT OR REPLACE INTO bond VALUES (?, ?)", [(name, number) for name in names])
        stories.set_story(db, articles, story)
    return before


def restore(db: Database, decided: Decided) -> None:
    """Undo a decision: stories are what they were before, and ended ones get their old numbers back."""
    names = [name for name, _ in decided.stories]
    with db.transaction():
        db.run_many("DELETE FROM bond WHERE identity = ?", [(name,) for name in names])
        _part_no_more(db, names)
        db.run_many("INSERT INTO bond VALUES (?, ?)", decided.bonds)
        db.run_many("INSERT OR IGNORE INTO apart VALUES (?, ?)", decided.apart)
        former = {story for _, story in decided.stories if story is not None}
        db.run_many("INSERT OR IGNORE INTO story (id) VALUES (?)", [(story,) for story in sorted(former)])
        sql = "SELECT DISTINCT story_id FROM article WHERE story_id IS NOT NULL AND identity IN ({})"
        left = {row[0] for row in db.rows_in(sql, names)}
        db.run_many(
            "UPDATE article SET story_id = ? WHERE identity = ? AND story_id IS NOT ?",
            [(story, identity, story) for identity, story in decided.stories],
        )
        stories.end_empty(db, left | former)


def bound_to(db: Database, article: int) -> list[int]:
    """The articles that a person put into one story with this one, in time order."""
    rows = db.rows(
        "SELECT a.id FROM bond AS mine JOIN bond AS b ON b.number = mine.number AND b.identity <> mine.identity"
        " JOIN article AS a ON a.identity = b.identity"
        " WHERE mine.identity = (SELECT identity FROM article WHERE id = ?) ORDER BY a.instant, a.id",
        (article,),
    )
    return [row[0] for row in rows]


def bound(db: Database) -> list[int]:
    """All articles that a person put into a story by hand: few enough to list."""
    return [row[0] for row in db.rows("SELECT a.id FROM bond AS b JOIN article AS a ON a.identity = b.identity")]


def apart(db: Database, articles: Sequence[int]) -> set[tuple[int, int]]:
    """The pairs that a person took apart whose first article is one of these; each pair both ways round."""
    if db.value("SELECT 1 FROM apart LIMIT 1") is None:
        return set()
    rows = db.rows_in(
        "SELECT a.id, b.id FROM article AS a JOIN apart AS p ON p.identity = a.identity"
        " JOIN article AS b ON b.identity = p.other WHERE a.id IN ({})",
        articles,
    )
    return {(a, b) for a, b in rows}


def _now(db: Database, ids: Sequence[int]) -> Decided:
    names = _identities(db, ids)
    told = stories.stories_of(db, ids)
    bonds: list[Any] = db.rows_in("SELECT identity, number FROM bond WHERE identity IN ({})", names.values())
    pairs = [(names[a], names[b]) for a, b in apart(db, ids) if a in names and b in names]
    return Decided(tuple((names[i], told.get(i)) for i in names), tuple(bonds), tuple(sorted(pairs)))


def _identities(db: Database, ids: Iterable[int]) -> dict[int, str]:
    return dict(db.rows_in("SELECT id, identity FROM article WHERE id IN ({})", ids))


def _part_no_more(db: Database, names: Sequence[str]) -> None:
    """Forget that any two of these were taken apart."""
    inside = set(names)
    for name in names:
        others = [row[0] for row in db.rows("SELECT other FROM apart WHERE identity = ?", (name,))]
        db.run_many(
            "DELETE FROM apart WHERE identity = ? AND other = ?", [(name, other) for other in others if other in inside]
        )
