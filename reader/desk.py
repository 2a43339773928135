"""The desk: everything a person can do with a library, without a screen. The cli and the tui are its faces.

Here: `Library`, and the functions of the public API that need none: clean, sentences, summarize, brief, quotes.
Not here: SQL (library), how anything is worked out (the rooms below), how anything looks (cli, tui).

The working rooms (cleaning, summarizing, ...) compile hundreds of patterns when they are loaded. The first screen needs
none of them, so they are imported by the functions that do.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import TracebackType

import platformdirs

from reader.article import (
    AddReport,
    Article,
    Entry,
    Hit,
    Kind,
    Problem,
    Progress,
    Quote,
    Ranking,
    RawDocument,
    Related,
    Sentence,
    Slot,
    Story,
    Summary,
    View,
)
from reader.errors import NotFound, SourceError
from reader.job import AddJob
from reader.library import Store, Undo

METHODS = ("news", "lexrank", "textrank", "lsa", "luhn", "sumbasic", "kl", "reduction")
"""The summary methods by name; `news` is our own, the others are sumy's."""

_WALK_LENGTH = 20
_NEAR = 0.06
"""Below this score a related article is no longer worth a step of a walk."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a walk through a story and what is near it."""

    entry: Entry
    reasons: tuple[str, ...] = ()
    in_story: bool = False


def library_path() -> Path:
    """Where the library is kept: READER_LIBRARY, else the platform's folder for a user's data."""
    said = os.environ.get("READER_LIBRARY")
    return Path(said).expanduser() if said else Path(platformdirs.user_data_path("reader-tui")) / "library.db"


def settings_folder() -> Path:
    """Where a person's settings are looked for: READER_SETTINGS, else the platform's folder. It need not exist."""
    said = os.environ.get("READER_SETTINGS")
    return Path(said).expanduser() if said else Path(platformdirs.user_config_path("reader-tui"))


class Library:
    """The desk over one library file, usable from any thread. Errors are `ReaderError`s, one plain line each."""

    methods = METHODS

    def __init__(self, path: str | Path | None = None) -> None:
        """Open the library file at `path` (made when there is none); None: the person's own, see `library_path`."""
        self.path = Path(path) if path is not None else library_path()
        self._store = Store(self.path)
        self._undo: list[tuple[str, Undo]] = []

    def close(self) -> None:
        """Close the file. Nothing is lost without it."""
        self._store.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ------------------------------------------------------------------ adding

    def add(self, places: Sequence[str | Path], *, on_progress: Callable[[Progress], None] | None = None) -> AddReport:
        """Add files and folders; update changed articles, mark vanished ones. Broken off, it goes on next time."""
        from reader import ingest

        return ingest.add_places(self._store, places, on_progress)

    def add_in_background(self, places: Sequence[str | Path]) -> AddJob:
        """The same in a child process that writes to this library while this one goes on reading."""
        return AddJob(self.path, [str(place) for place in places])

    def add_articles(self, articles: Iterable[Article]) -> list[int]:
        """Add articles that are clean already; their ids, in the same order. Equal articles are one."""
        from reader import ingest

        return ingest.add_articles(self._store, articles)

    def reclean(self, *, on_progress: Callable[[Progress], None] | None = None) -> AddReport:
        """Clean every stored original again with the cleaner of today; what the reader did stays."""
        from reader import ingest

        return ingest.reclean(self._store, on_progress)

    # ----------------------------------------------------------------- listing

    def slots(self, view: View, *, after: Slot | None = None, limit: int = 500) -> list[Slot]:
        """The next `limit` places of a listing, from its beginning or after a place."""
        return self._store.slots(view, after=after, limit=limit)

    def entries(self, ids: Sequence[int]) -> list[Entry]:
        """The rows of these articles, in this order; ids that are not there are left out."""
        return self._store.entries(ids)

    def count(self, view: View) -> tuple[int, int]:
        """How many articles a listing has, and how many of them are unread."""
        return self._store.count(view)

    def next_unread(self, view: View, after: int | None, *, backwards: bool = False) -> int | None:
        """The nearest unread article after (before) one in a listing; None when there is none."""
        return self._store.next_unread(view, after, backwards=backwards)

    def search(self, query: str, *, limit: int = 50) -> list[Hit]:
        """Articles with all these words (the last may be a beginning; "…" is a phrase), best first."""
        return self._store.search(query, limit=limit)

    def outlets(self) -> list[tuple[str, int]]:
        """The outlets and how many articles of each there are."""
        return self._store.outlets()

    def activity(self, view: View, days: int = 30) -> list[tuple[date, int]]:
        """Articles a day over the last days that have any, oldest first."""
        return self._store.activity(view, days)

    # ----------------------------------------------------------------- reading

    def article(self, article_id: int) -> Article:
        """One article, whole. Raises NotFound."""
        return self._store.article(article_id)

    def articles(self, view: View | None = None, *, limit: int | None = None) -> Iterator[Article]:
        """Whole articles in the order of a listing."""
        view = view or View()
        after: Slot | None = None
        left = limit
        while slots := self.slots(view, after=after, limit=min(100, left) if left is not None else 100):
            for slot in slots:
                yield self.article(slot.id)
            after = slots[-1]
            if left is not None:
                left -= len(slots)
                if left <= 0:
                    return

    def id_of(self, place: str | Path) -> int:
        """The number of the article that came from this path or URL. Raises NotFound."""
        from reader import sources

        for number in self._store.ids(under=sources.identity(place)):
            return number
        raise NotFound(f"{place}: not in the library; `reader add` puts it there")

    def original(self, article_id: int) -> str:
        """The text as it came; `Removed.line` and `Paragraph.line` count its lines. Of HTML, the page as text."""
        from reader import cleaning, sources

        return "\n".join(cleaning.page_lines(sources.reread(self._store.document(article_id))))

    def ranking(self, article_id: int, method: str = "news") -> Ranking:
        """All sentences with their order. Stored when an article is added; another method's is worked out once."""
        ranking = self._store.ranking(article_id, method)
        if ranking is None:
            article = self.article(article_id)
            ranking = rank(article, method=method)
            self._store.put_ranking(article_id, ranking)
        return ranking

    def summary(self, article_id: int, *, sentences: int = 3, method: str = "news") -> Summary:
        """The summary of an article in so many sentences."""
        return self.ranking(article_id, method).top(sentences)

    def why(self, article_id: int, index: int, method: str = "news") -> tuple[str, ...]:
        """Why sentence number `index` of a ranking stands where it does, in words; () for a sentence there is not."""
        return why(self.article(article_id), index, method=method)

    def brief(self, story_id: int, *, sentences: int = 5) -> Summary:
        """What the articles of a story say together: see the function `brief`, but `.articles` are the articles' ids.

        Each sentence's `start` and `end` count in the first of them. Raises NotFound.
        """
        articles = [self.article(number) for number in self.story(story_id).article_ids]
        found = brief(articles, sentences=sentences)
        return replace(found, sentences=tuple(_with_ids(sentence, articles) for sentence in found.sentences))

    def related(self, article_id: int, *, limit: int = 20) -> list[Related]:
        """Articles related to one, nearest first, with reasons."""
        from reader import stories

        return stories.related(article_id, self._store, limit=limit)

    def story(self, story_id: int) -> Story:
        """One story. Raises NotFound."""
        return self._store.story(story_id)

    def stories(self, *, limit: int | None = None) -> list[Story]:
        """The stories of two articles and more, the newest first."""
        return list(self._store.stories(limit))

    def walk(self, article_id: int) -> tuple[Step, ...]:
        """The way from an article through its story, nearest first, and on to the nearest related ones.

        The first step is the article itself.
        """
        near = {r.article_id: r for r in self.related(article_id, limit=_WALK_LENGTH)}
        story = self._store.stories_of([article_id]).get(article_id)
        members = [m for m in self._store.members(story) if m != article_id] if story is not None else []
        members.sort(key=lambda m: -near[m].score if m in near else 0.0)
        others = [r.article_id for r in near.values() if r.article_id not in members and r.score >= _NEAR]
        order = [article_id, *members, *others][: max(_WALK_LENGTH, len(members) + 1)]
        inside = {article_id, *members} if members else set()
        return tuple(
            Step(entry, near[entry.id].reasons if entry.id in near else (), entry.id in inside)
            for entry in self.entries(order)
        )

    # ------------------------------------------------------------------- marks

    def mark(
        self,
        ids: Sequence[int],
        *,
        read: bool | None = None,
        starred: bool | None = None,
        tags: Sequence[str] | None = None,
    ) -> None:
        """Mark articles; None leaves a mark as it is. `undo` takes it back."""
        undo = self._store.mark(ids, read=read, starred=starred, tags=tags)
        self._undo.append((_what_was_done(len(ids), read, starred, tags), undo))

    def undo(self) -> str | None:
        """Take the last marking back; what it was, or None when there is nothing left to take back."""
        if not self._undo:
            return None
        done, undo = self._undo.pop()
        self._store.apply(undo)
        return done


def _with_ids(sentence: Sentence, articles: Sequence[Article]) -> Sentence:
    return replace(sentence, articles=tuple(articles[i].id or 0 for i in sentence.articles))


def _what_was_done(count: int, read: bool | None, starred: bool | None, tags: Sequence[str] | None) -> str:
    articles = "1 article" if count == 1 else f"{count} articles"
    if read is not None:
        return f"{articles} marked {'read' if read else 'unread'}"
    if starred is not None:
        return f"{articles} {'starred' if starred else 'no longer starred'}"
    return f"{articles} tagged {', '.join(tags)}" if tags else f"{articles} no longer tagged"


# ------------------------------------------------------------- without a library


def clean(raw: str, *, kind: Kind | None = None, url: str | None = None) -> Article:
    """The article in a scraped text or HTML page. Never raises on any text.

    kind: what `raw` is; None: told by looking at it. url: the page's address, which may name the outlet.
    When no article is found `.text` is empty and all that was there is in `.removed`.
    """
    from reader import cleaning, sources

    return cleaning.clean(sources.from_text(raw, kind=kind, url=url))


def read_file(path: str | Path) -> list[Article]:
    """The cleaned articles of one file, without a library. Raises SourceError when there is none."""
    from reader import cleaning

    return [cleaning.clean(document) for document in _documents(path)]


def read_original(path: str | Path) -> str:
    """The text of one file as it came, as `Library.original` gives it. Raises SourceError when there is none."""
    from reader import cleaning

    return "\n\n".join("\n".join(cleaning.page_lines(document)) for document in _documents(path))


def _documents(path: str | Path) -> list[RawDocument]:
    from reader import sources

    documents: list[RawDocument] = []
    problems: list[Problem] = []
    for found in sources.find([path]):
        for item in [found] if isinstance(found, Problem) else sources.load(found):
            (problems if isinstance(item, Problem) else documents).append(item)  # type: ignore[arg-type]
    if not documents:
        raise SourceError(f"{problems[0].place}: {problems[0].message}" if problems else f"{path}: no article there")
    return documents


def sentences(text: str, language: str = "en") -> list[str]:
    """The sentences of a text, verbatim, without the white space around them. language: ISO 639-1."""
    from reader.language.sentences import sentences as split

    return split(text, language)


def rank(text_or_article: str | Article, *, headline: str | None = None, method: str = "news") -> Ranking:
    """All sentences of a text in the order in which a method takes them. Raises ReaderError on an unknown method."""
    from reader import summarizing

    article = text_or_article if isinstance(text_or_article, Article) else Article(text=text_or_article)
    language = article.language or detect_language(article.text)
    return summarizing.rank(article.text, method=method, headline=headline or article.headline, language=language)


def why(article: Article, index: int, *, method: str = "news") -> tuple[str, ...]:
    """As `Library.why`, of an article that need not be in a library."""
    from reader import summarizing

    language = article.language or detect_language(article.text)
    return summarizing.explain(article.text, index, method=method, headline=article.headline, language=language)


def summarize(
    text_or_article: str | Article, *, sentences: int = 3, headline: str | None = None, method: str = "news"
) -> Summary:
    """The most telling sentences of a text, verbatim, in reading order; start and end count characters of the text.

    headline: helps to tell what matters. method: one of METHODS. Raises ReaderError on an unknown one.
    """
    return rank(text_or_article, headline=headline, method=method).top(sentences)


def brief(articles: Iterable[Article], *, sentences: int = 5) -> Summary:
    """What several articles say together: the common core first, then what each adds, copies counted once.

    Each sentence's `.articles` are the indices of the articles that say it; start and end count in the first of them.
    """
    from reader import summarizing

    return summarizing.brief(
        [
            article if article.language else replace(article, language=detect_language(article.text))
            for article in articles
        ],
        sentences=sentences,
    )


def quotes(text: str) -> list[Quote]:
    """The quotations of a text with their speakers, in reading order."""
    from reader.language.quotes import quotes as find

    return find(text)


def detect_language(text: str) -> str | None:
    """ISO 639-1, or None when it cannot be told."""
    from reader.language.detect import detect

    return detect(text)
