"""What relates articles: their keys, and whatever the stories packed for each of them.

Here: postings (key to articles), how many articles have a key, candidates. Not here: which keys an article has and
what makes two related (the stories' room decides that), stories themselves (`stories.py`).
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from reader.errors import NotFound
from reader.library.columns import packing
from reader.library.file.connection import Database, chunks, marks


def put_features(db: Database, id_: int, keys: Mapping[str, float], packed: bytes) -> None:
    """Post the article under these keys in place of its former ones, and keep what was packed."""
    with db.transaction():
        if db.value("SELECT 1 FROM article WHERE id = ?", (id_,)) is None:
            raise NotFound(f"no article {id_} in this library")
        held = _held(db, id_)
        if held is None:
            db.run("UPDATE tally SET connected = connected + 1")
        old = held or set()
        new = _key_ids(db, keys)
        _post(db, id_, taken=old - new, given=new - old)
        db.run("INSERT OR REPLACE INTO feature VALUES (?, ?, ?)", (id_, packing.pack_numbers(sorted(new)), packed))


def take_out(db: Database, id_: int) -> None:
    """Take an article's posts back."""
    held = _held(db, id_)
    if held is not None:
        _post(db, id_, taken=held, given=set())
        db.run("DELETE FROM feature WHERE article_id = ?", (id_,))
        db.run("UPDATE tally SET connected = connected - 1")


def _held(db: Database, id_: int) -> set[int] | None:
    """The keys that an article is posted under; None: it has no features yet."""
    packed = db.value("SELECT keys FROM feature WHERE article_id = ?", (id_,))
    try:
        return None if packed is None else set(packing.unpack_numbers(packed))
    except (struct.error, TypeError, LookupError):  # damaged: they are gathered from all that are posted
        return {row[0] for row in db.rows("SELECT key_id FROM posting WHERE article_id = ?", (id_,))}


def _post(db: Database, id_: int, *, taken: set[int], given: set[int]) -> None:
    if taken:
        db.run_many("DELETE FROM posting WHERE key_id = ? AND article_id = ?", [(key, id_) for key in taken])
        db.run_many("UPDATE key SET articles = articles - 1 WHERE id = ?", [(key,) for key in taken])
    db.run_many("INSERT INTO posting VALUES (?, ?)", [(key, id_) for key in sorted(given)])
    db.run_many("UPDATE key SET articles = articles + 1 WHERE id = ?", [(key,) for key in sorted(given)])


def _key_ids(db: Database, names: Collection[str]) -> set[int]:
    """The ids of these keys, made where they are new."""
    wanted = {packing.storable(name) for name in names}
    known = {row[1]: row[0] for row in _keys(db, wanted)}
    return set(known.values()) | {
        db.insert("INSERT INTO key (name) VALUES (?)", (name,)) for name in sorted(wanted - known.keys())
    }


def _keys(db: Database, names: Collection[str]) -> list[tuple[int, str, int]]:
    """Id, name and number of articles of those that are known."""
    found: list[tuple[int, str, int]] = []
    for some in chunks(list(names)):
        found += db.rows(f"SELECT id, name, articles FROM key WHERE name IN ({marks(len(some))})", some)
    return found


def frequencies(db: Database, keys: Collection[str]) -> tuple[dict[str, int], int]:
    """How many articles have each of the keys (0 for an unknown one), and how many articles have features."""
    stored = {packing.storable(key): key for key in keys}
    counts = dict.fromkeys(keys, 0)
    for _, name, articles in _keys(db, stored):
        counts[stored[name]] = articles
    return counts, connected(db)


def connected(db: Database) -> int:
    """How many articles have features, or have been found to have none."""
    return int(db.value("SELECT connected FROM tally"))


def candidates(db: Database, keys: Sequence[str], *, limit: int, per_key: int) -> list[int]:
    """Articles with any of the keys: those with most of them first, then those added last.

    Of each key only the `per_key` articles added last are looked at, so the cost does not grow with the library.
    """
    ids = [row[0] for row in _keys(db, {packing.storable(key) for key in keys})]
    shared: Counter[int] = Counter()
    for key in ids:
        rows = db.rows(
            "SELECT article_id FROM posting WHERE key_id = ? ORDER BY article_id DESC LIMIT ?", (key, per_key)
        )
        shared.update(row[0] for row in rows)
    ranked = sorted(shared.items(), key=lambda item: (-item[1], -item[0]))
    return [id_ for id_, _ in ranked[: max(0, limit)]]


def features(db: Database, ids: Sequence[int]) -> dict[int, bytes]:
    """What was packed for these articles; those without any are left out."""
    found: dict[int, bytes] = {}
    for some in chunks(ids):
        found |= dict(db.rows(f"SELECT article_id, packed FROM feature WHERE article_id IN ({marks(len(some))})", some))
    return found
