"""Documents and articles as they are stored: read back, dated, marked as gone.

Here: one article with its rankings, and going through many for upkeep. Not here: putting them in (`putting.py`), the
person's lists (`listing.py`), what relates articles (`relations.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime

from reader.article import Article, Certainty, Ranking, RawDocument
from reader.errors import NotFound
from reader.library import corrections
from reader.library.columns import packing, times
from reader.library.file.connection import Database, Row
from reader.library.file.failures import sound, texts
from reader.safety import plain_line, plain_name

_PAGE = 1000  # rows read at a time where a caller goes through all of them
_SAID = ("data", "kind", "container", "fetched", "url", "headline", "byline", "outlet", "published", "language")


def stamp(db: Database, identity: str) -> str | None:
    """The stamp of a document; None when it is not here."""
    found: str | None = db.value("SELECT stamp FROM article WHERE identity = ?", (packing.storable(identity),))
    return found


def article(db: Database, id_: int) -> Article:
    """The article of that id. Raises NotFound."""
    row = db.row(
        "SELECT a.headline, a.published, a.certainty, a.day_and_month, a.language, coalesce(a.source, a.identity),"
        " a.added, a.updated, o.name, a.identity,"
        " c.paragraphs, c.removed, c.text, c.standfirst, c.byline, c.agency, c.dateline, c.url, c.why"
        " FROM article AS a JOIN content AS c ON c.id = a.id JOIN outlet AS o ON o.id = a.outlet_id WHERE a.id = ?",
        (id_,),
    )
    if row is None:
        raise NotFound(f"no article {id_} in this library")
    with sound(db.path, f"article {id_}"):
        return _article(db, id_, row)


def _article(db: Database, id_: int, row: Row) -> Article:
    headline, published, certainty, day_and_month, language, source, added, updated, outlet, *rest = row
    identity, paragraphs, removed, text, standfirst, byline, agency, dateline, url, why = rest
    texts(headline, certainty, day_and_month, language, source, outlet, standfirst, byline, agency, dateline, url, why)
    return Article(
        id=id_,
        text="" if text is None else packing.unpack_text(text),
        paragraphs=packing.unpack_paragraphs(paragraphs),
        headline=headline,
        standfirst=standfirst,
        byline=byline,
        outlet=outlet or None,
        agency=agency,
        dateline=dateline,
        published=times.from_text(published),
        published_from=certainty,
        published_why=why or "",
        day_and_month=day_and_month if published is None else None,
        language=language,
        url=url,
        source=plain_name(packing.original(source)),
        removed=packing.unpack_removed(removed),
        corrected=tuple(corrections.of_stored(db, identity)),
        added=datetime.fromisoformat(added),
        updated=None if updated is None else datetime.fromisoformat(updated),
    )


def document(db: Database, id_: int) -> RawDocument:
    """The document of that id, with `text` empty: `sources.reread` fills it from the data. Raises NotFound."""
    columns = ", ".join(f"d.{name}" for name in _SAID)
    row = db.row(
        f"SELECT a.identity, a.stamp, coalesce(a.source, a.identity), {columns}"
        " FROM article AS a JOIN document AS d ON d.id = a.id WHERE a.id = ?",
        (id_,),
    )
    if row is None:
        raise NotFound(f"no article {id_} in this library")
    with sound(db.path, f"article {id_}"):
        return _document(row)


def _document(row: Row) -> RawDocument:
    identity, stamp, source, data, kind, container, fetched, url, headline, byline, outlet, published, language = row
    texts(identity, stamp, source, kind, container, url, headline, byline, outlet, language)
    return RawDocument(
        identity=packing.original(identity),
        text="",
        kind=kind,
        data=packing.unpack_bytes(data),
        container=container,
        source=plain_name(packing.original(source)),
        stamp=stamp,
        fetched=None if fetched is None else datetime.fromisoformat(fetched),
        url=url,
        headline=headline,
        byline=byline,
        outlet=outlet,
        published=times.from_text(published),
        language=language,
    )


def put_ranking(db: Database, id_: int, ranking: Ranking) -> None:
    """Keep a ranking of the article's sentences, one for each method. Raises NotFound."""
    with db.transaction():
        if db.value("SELECT 1 FROM article WHERE id = ?", (id_,)) is None:
            raise NotFound(f"no article {id_} in this library")
        values = (id_, ranking.method, packing.pack_ranking(ranking))
        db.run("INSERT OR REPLACE INTO ranking VALUES (?, ?, ?)", values)


def ranking(db: Database, id_: int, method: str) -> Ranking | None:
    """The ranking that was kept, its scores to about seven digits.

    None when there is none of that method, or none of this edition of the methods (see `packing.EDITION`).
    """
    data = db.value("SELECT data FROM ranking WHERE article_id = ? AND method = ?", (id_, method))
    if data is None:
        return None
    text = article(db, id_).text
    with sound(db.path, f"article {id_}"):
        return packing.unpack_ranking(data, text, method)


def span(under: str) -> tuple[str, str]:
    """The least identity that begins so, and one beyond all that do."""
    start = packing.storable(under)
    return start, start + "\U0010ffff"


def ids(db: Database, under: str | None = None) -> Iterator[int]:
    """The ids of all articles, or of those whose identity begins so. Read in pages, so nothing waits."""
    if under is None:
        last = -1
        while page := db.rows("SELECT id FROM article WHERE id > ? ORDER BY id LIMIT ?", (last, _PAGE)):
            yield from (row[0] for row in page)
            last = page[-1][0]
        return
    for _, _, id_ in _under(db, under):
        yield id_


def identity(db: Database, id_: int) -> str:
    """The identity of an article's document. Raises NotFound."""
    return packing.original(corrections.identity(db, id_))


def newest(db: Database) -> int:
    """The highest id of an article; 0 when there is none."""
    return int(db.value("SELECT max(id) FROM article") or 0)


def identities(db: Database, under: str) -> Iterator[tuple[str, str]]:
    """Identity and stamp of all documents whose identity begins so."""
    return ((packing.original(identity), stamp) for identity, stamp, _ in _under(db, under))


def _under(db: Database, under: str) -> Iterator[tuple[str, str, int]]:
    start, end = span(under)
    sql = "SELECT identity, stamp, id FROM article WHERE identity {} ? AND identity < ? ORDER BY identity LIMIT ?"
    page = db.rows(sql.format(">="), (start, end, _PAGE))
    while page:
        yield from page
        page = db.rows(sql.format(">"), (page[-1][0], end, _PAGE))


def set_gone(db: Database, identities: Iterable[str], gone: bool) -> int:
    """Note that the files of these documents have vanished or are back. Returns how many articles that changed."""
    changed = [(gone, packing.storable(identity), gone) for identity in identities]
    with db.transaction():
        return db.run_many("UPDATE article SET gone = ? WHERE identity = ? AND gone <> ?", changed) if changed else 0


def set_published(
    db: Database, id_: int, published: date | datetime | None, certainty: Certainty, why: str = ""
) -> None:
    """Set an article's date. None: it is unknown again, and a day without a year waits for its year once more."""
    certainty = "unknown" if published is None else certainty
    place, instant = times.by_date(published, certainty), times.instant(published)
    with db.transaction():
        changed = db.run(
            "UPDATE article SET published = ?, certainty = ?, by_date = ?, instant = ? WHERE id = ?",
            (times.to_text(published), certainty, place, instant, id_),
        )
        if not changed:
            raise NotFound(f"no article {id_} in this library")
        db.run("UPDATE content SET why = ? WHERE id = ?", (plain_line(why) or None, id_))


def undated_days(db: Database) -> Iterator[tuple[int, str]]:
    """Id and `--MM-DD` of the articles whose text gives a day but nothing has settled the year."""
    last = -1
    while page := db.rows(
        "SELECT id, day_and_month FROM article INDEXED BY article_pending"
        " WHERE published IS NULL AND day_and_month IS NOT NULL AND id > ? ORDER BY id LIMIT ?",
        (last, _PAGE),
    ):
        yield from page
        last = page[-1][0]


def pending_years(db: Database, ids: Collection[int]) -> list[tuple[int, str]]:
    """As `undated_days`, of these articles only."""
    sql = "SELECT id, day_and_month FROM article WHERE published IS NULL AND day_and_month IS NOT NULL AND id IN ({})"
    return [(id_, day) for id_, day in db.rows_in(sql, ids)]
