"""What relates articles: their keys, and whatever the stories packed for each of them.

Here: postings (key to articles), how many articles have a key, candidates. Not here: which keys an article has and
what makes two related (the stories' room decides that), stories themselves (`stories.py`).
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar

from reader.errors import LibraryDamaged, NotFound
from reader.library.columns import packing
from reader.library.file.connection import Database
from reader.library.file.failures import DAMAGED, failure
from reader.library.recent import POSTS, Recent

_T = TypeVar("_T")


def put_features(db: Database, id_: int, keys: Mapping[str, float], packed: bytes) -> None:
    """Post the article under these keys in place of its former ones, and keep what was packed."""
    with db.transaction():
        if db.value("SELECT 1 FROM article WHERE id = ?", (id_,)) is None:
            raise NotFound(f"no article {id_} in this library")
        recent = db.recent or Recent()
        held = _held(db, id_)
        if held is None:
            db.run("UPDATE tally SET connected = connected + 1")
        old = held or set()
        found = _made(db, recent, {packing.storable(name) for name in keys})
        new = {key for key, _ in found}
        _post(db, id_, taken=old - new, given=new - old)
        for one in found:
            if one[0] not in old:
                one[1] += 1
                recent.post(one[0], id_)
        numbers = packing.pack_numbers(sorted(new))
        db.run("INSERT OR REPLACE INTO feature VALUES (?, ?, ?)", (id_, numbers, packed))
        recent.features[id_] = packed
        recent.unpacked.pop(id_, None)
        if old - new:
            recent.forget()


def take_out(db: Database, id_: int) -> None:
    """Take an article's posts back."""
    held = _held(db, id_)
    if held is not None:
        _post(db, id_, taken=held, given=set())
        db.run("DELETE FROM feature WHERE article_id = ?", (id_,))
        db.run("UPDATE tally SET connected = connected - 1")
        if db.recent:
            db.recent.forget()


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


def _made(db: Database, recent: Recent, names: Collection[str]) -> list[list[int]]:
    """Number and number of articles of these keys, made where they are new."""
    known = _keys(db, recent, names)
    if new := sorted(name for name in names if not known[name][0]):
        numbers = range(first := 1 + int(db.value("SELECT max(id) FROM key") or 0), first + len(new))
        db.run_many("INSERT INTO key (id, name) VALUES (?, ?)", zip(numbers, new, strict=True))
        for number, name in zip(numbers, new, strict=True):
            known[name][0] = number
            recent.posts[number] = []
    return [known[name] for name in names]


def _keys(db: Database, recent: Recent, names: Collection[str]) -> dict[str, list[int]]:
    """Number and number of articles by name; number 0 for those that are not known."""
    missing = [name for name in names if name not in recent.keys]
    read = {name: [0, 0] for name in missing}
    rows = db.rows_in("SELECT name, id, articles FROM key WHERE name IN ({})", missing)
    read.update((name, [id_, articles]) for name, id_, articles in rows)
    recent.keys.update(read)
    return recent.keys


def frequencies(db: Database, keys: Collection[str]) -> tuple[dict[str, int], int]:
    """How many articles have each of the keys (0 for an unknown one), and how many articles have features."""
    names = list(keys) if "".join(keys).isascii() else [packing.storable(key) for key in keys]
    known = _keys(db, db.recent or Recent(), names)
    return {key: known[name][1] for key, name in zip(keys, names, strict=True)}, connected(db)


def connected(db: Database) -> int:
    """How many articles have features, or have been found to have none."""
    count = db.value("SELECT connected FROM tally")
    if not isinstance(count, int):
        raise failure(db.path, DAMAGED, LibraryDamaged)
    return count


def candidates(db: Database, keys: Sequence[str], *, limit: int, per_key: int) -> list[int]:
    """Articles with any of the keys: those with most of them first, then those added last.

    Of each key only the `per_key` articles added last are looked at, so the cost does not grow with the library.
    """
    recent = db.recent or Recent()
    names = {packing.storable(key) for key in keys}
    known = _keys(db, recent, names)
    shared: Counter[int] = Counter()
    for name in names:
        if known[name][0]:
            shared.update(_posts(db, recent, known[name][0], per_key))
    ranked = sorted(shared.items(), key=lambda item: (-item[1], -item[0]))
    return [id_ for id_, _ in ranked[: max(0, limit)]]


def _posts(db: Database, recent: Recent, key: int, count: int) -> list[int]:
    """The newest articles of a key, the newest first."""
    posts = recent.posts.get(key)
    if posts is None or count > POSTS:
        # A number that is damaged names no article.
        sql = (
            "SELECT article_id FROM posting WHERE key_id = ? AND typeof(article_id) = 'integer' "
            "ORDER BY article_id DESC LIMIT ?"
        )
        posts = [row[0] for row in db.rows(sql, (key, max(count, POSTS) if db.recent else count))]
        recent.posts[key] = posts[:POSTS]
    return posts[:count]


def features(db: Database, ids: Sequence[int]) -> dict[int, bytes]:
    """What was packed for these articles, in the order of their numbers; those without any are left out."""
    recent = db.recent or Recent()
    found = recent.features
    missing = [id_ for id_ in ids if id_ not in found]
    found.update(db.rows_in("SELECT article_id, packed FROM feature WHERE article_id IN ({})", missing))
    return {id_: found[id_] for id_ in sorted(ids) if id_ in found}


def unpacked(db: Database, ids: Sequence[int], unpack: Callable[[bytes], _T]) -> dict[int, _T]:
    """What `unpack` makes of the features of these articles, in the order of their numbers.

    `many` remembers what was made, for one way of unpacking.
    """
    recent = db.recent or Recent()
    made: dict[int, _T] = recent.unpacked
    made.update((id_, unpack(packed)) for id_, packed in features(db, [i for i in ids if i not in made]).items())
    return {id_: made[id_] for id_ in sorted(ids) if id_ in made}
