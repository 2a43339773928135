"""Stories: which articles are about one event.

Here: joining, merging, leaving, members in time order. Counts and dates of stories are kept by triggers (`schema.py`).
Not here: what belongs together (the stories' own room decides that).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from reader.article import Story
from reader.errors import NotFound
from reader.library.file.connection import Database

_PAGE = 200


def set_story(db: Database, ids: Collection[int], story: int | None = None) -> int:
    """Move the articles into that story or a new one. Returns its id. Stories that they leave empty are removed."""
    with db.transaction():
        if story is None:
            story = db.insert("INSERT INTO story DEFAULT VALUES")
        else:
            _check(db, story)
        left = db.rows_in("SELECT DISTINCT story_id FROM article WHERE story_id <> ? AND id IN ({})", ids, story)
        moved = [(story, id_, story) for id_ in sorted(ids)]
        db.run_many("UPDATE article SET story_id = ? WHERE id = ? AND story_id IS NOT ?", moved)
        end_empty(db, {row[0] for row in left})
        return story


def merge(db: Database, into: int, others: Iterable[int]) -> None:
    """Move all articles of the other stories into that one; the others are removed."""
    with db.transaction():
        _check(db, into)
        ended = {other for other in others if other != into}
        for other in ended:
            _check(db, other)
            db.run("UPDATE article SET story_id = ? WHERE story_id = ?", (into, other))
        end_empty(db, ended)


def leave(db: Database, id_: int) -> None:
    """Take the article out of its story, if it is in one."""
    with db.transaction():
        story = db.value("SELECT story_id FROM article WHERE id = ?", (id_,))
        if story is not None:
            db.run("UPDATE article SET story_id = NULL WHERE id = ?", (id_,))
            end_empty(db, {story})


def _check(db: Database, story: int) -> None:
    if db.value("SELECT 1 FROM story WHERE id = ?", (story,)) is None:
        raise NotFound(f"no story {story} in this library")


def end_empty(db: Database, stories: Iterable[int]) -> None:
    """Remove those of the stories that have no article left."""
    db.run_many("DELETE FROM story WHERE id = ? AND articles = 0", [(story,) for story in stories])


class Disputes:
    """Which stories' reports disagree, as far as was looked at since they changed last."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def unknown(self) -> list[int]:
        """The stories that nobody has looked at, the newest first."""
        sql = "SELECT id FROM story WHERE articles >= 2 AND disputed IS NULL ORDER BY newest, id"
        return [row[0] for row in self._db.rows(sql)]

    def put(self, story: int, disputed: bool) -> None:
        """Note what was found."""
        self._db.run("UPDATE story SET disputed = ? WHERE id = ?", (disputed, story))


def stories_of(db: Database, ids: Sequence[int]) -> dict[int, int]:
    """The story of each of these articles that is in one, even if it is alone there."""
    return dict(db.rows_in("SELECT id, story_id FROM article WHERE story_id IS NOT NULL AND id IN ({})", ids))


def members(db: Database, story: int) -> list[int]:
    """The story's articles in time order, undated ones last; none for an unknown story."""
    rows = db.rows(
        "SELECT id FROM article INDEXED BY article_by_story WHERE story_id = ? ORDER BY instant, id", (story,)
    )
    return [row[0] for row in rows]


def story(db: Database, story_id: int) -> Story:
    """The story of that id. Raises NotFound."""
    _check(db, story_id)
    from reader.library.titles import languages_for_titles  # it loads word lists, which the list does without

    return _named(db, story_id, languages_for_titles(db))


def _named(db: Database, story: int, languages: tuple[str | None, str | None]) -> Story:
    """languages: as `languages_for_titles` gives them."""
    from reader.library.titles import Headline, title

    rows = db.rows(
        "SELECT id, headline, language, substr(published, 1, 10), outlet_id <> 0 "
        "FROM article INDEXED BY article_by_story WHERE story_id = ? ORDER BY instant, id",
        (story,),
    )
    name = title([Headline(headline, *facts) for _, headline, *facts in rows if headline], *languages)
    return Story(story, tuple(row[0] for row in rows), name)


def newest_first(db: Database, limit: int | None = None) -> Iterator[Story]:
    """The stories of two or more articles by their newest one. Read in pages: the library stays free meanwhile."""
    from reader.library.titles import languages_for_titles

    last, given, languages = (-(10**15), 0), 0, languages_for_titles(db)
    sql = (
        "SELECT newest, id FROM story INDEXED BY story_by_newest WHERE articles >= 2 AND {} ORDER BY newest, id LIMIT ?"
    )
    while limit is None or given < limit:
        size = _PAGE if limit is None else min(_PAGE, limit - given)
        page = db.rows(sql.format("newest = ? AND id > ?"), (*last, size))
        page += db.rows(sql.format("newest > ?"), (last[0], size - len(page))) if len(page) < size else []
        if not page:
            return
        for _, story in page:
            yield _named(db, story, languages)
        given += len(page)
        last = page[-1][0], page[-1][1]
