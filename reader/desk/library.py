"""The desk over one library file: everything a person can do with it.

Here: `Library`, one method for each thing a person does, each passed on to the room that knows how. Not here: SQL
(library), how anything is worked out (the rooms below), how anything looks (cli, tui).

Methods import for themselves what only some of them need: the first screen and most commands do without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article import (
    METHODS,
    AddReport,
    Article,
    Entry,
    Hit,
    Paragraph,
    Ranking,
    Related,
    Removed,
    Slot,
    Story,
    Summary,
    View,
)
from reader.checks import expect
from reader.desk import walks
from reader.desk.feeds import Feeds
from reader.desk.history import History, marked
from reader.desk.job import AddJob
from reader.desk.paths import data_folder, library_path
from reader.desk.texts import an_article, rank, why
from reader.errors import LibraryError, NotFound
from reader.library import Store
from reader.private import mend

if TYPE_CHECKING:
    from reader.comparison import Comparison, Passages, Telling
    from reader.desk.chains import ChainedStory
    from reader.desk.overlap import Until
    from reader.desk.relation import Relation
    from reader.desk.story_view import StoryView
    from reader.ingest.reading import OnProgress
    from reader.links import Link


class Library:
    """The desk over one library file, usable from any thread. Errors are `ReaderError`s, one plain line each."""

    methods = METHODS

    def __init__(self, path: str | Path | None = None, *, create: bool = True) -> None:
        """Open the library file at `path`; None: the person's own, see `library_path`.

        create: make one that is missing; else NoLibrary is raised. Raises LibraryError when the file cannot be
        opened, made or read, and TypeError for anything but a path.
        """
        expect("path", path, (str, Path, type(None)), "a path (str or pathlib.Path)")
        self.path = Path(path) if path is not None else library_path()
        self._store = Store(self.path, create=create)
        self.feeds = Feeds(self._store)
        self.views = self._store.views
        self.hurry = self._store.hurry
        if self.path.parent == data_folder():  # any other folder is not ours to close to others
            mend(data_folder())
        self._done = History()

    def notices(self, *, searching: bool = False) -> list[str]:
        """What a person should know who uses the file, or is searching in it, one line each: it cannot be written, …"""
        return self._store.notices(searching=searching)

    def close(self) -> None:
        """Close the file. Nothing is lost if this is never called."""
        self._store.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ------------------------------------------------------------------ adding

    def add(
        self, places: Sequence[str | Path], *, on_progress: OnProgress | None = None, workers: int | None = 1
    ) -> AddReport:
        """Add files, folders, web addresses: update changed articles, mark vanished ones. Interrupted work goes on.

        workers: processes that share in much work, None: one a core (needs `if __name__ == "__main__":` around it).
        """
        from reader.ingest import adding

        return adding.add(self._store, places, on_progress, workers)

    def add_in_background(self, places: Sequence[str | Path], *, watch: bool = False) -> AddJob:
        """Add in a child process, while this one goes on reading. watch: also what comes into these folders later."""
        return AddJob(self.path, [str(place) for place in places], watch=watch)

    def add_articles(self, articles: Iterable[Article]) -> list[int]:
        """Add articles that are clean already. Returns their ids in the same order; equal articles are one.

        Raises TypeError for anything but an Article, and LibraryError when the library cannot be written; what was
        stored before that stays.
        """
        from reader.ingest import assembly

        return assembly.add_articles(self._store, (an_article(article) for article in articles))

    def reclean(self, *, on_progress: OnProgress | None = None) -> AddReport:
        """Clean every stored original again with the present cleaner; what the person did stays."""
        from reader.ingest import assembly

        return assembly.reclean(self._store, on_progress)

    # ----------------------------------------------------------------- listing

    def slots(self, view: View, *, after: Slot | None = None, limit: int = 500) -> list[Slot]:
        """The next `limit` places of a listing, from its beginning or after a place."""
        return self._store.slots(view, after=after, limit=limit)

    def entries(self, ids: Sequence[int]) -> list[Entry]:
        """The rows of these articles, in this order; unknown ids are left out."""
        return self._store.entries(ids)

    def count(self, view: View) -> tuple[int, int]:
        """How many articles a listing has, and how many of them are unread."""
        return self._store.count(view)

    def newest(self) -> int:
        """The number of the article that came last, whoever added it; 0: there is none. Costs next to nothing."""
        return self._store.newest()

    def next_unread(self, view: View, after: int | None, *, backwards: bool = False) -> int | None:
        """The nearest unread article after (before) one in a listing; None when there is none."""
        return self._store.next_unread(view, after, backwards=backwards)

    def search(self, query: str, *, limit: int = 50) -> list[Hit]:
        """Articles with all these words, best first: the last may be a beginning, "…" is a phrase, `-` says "not".

        Operators (`outlet:`, `date:`, see `asking`) narrow it down. Raises ReaderError for one not understood.
        """
        from reader.desk import asking

        return asking.found(self._store, query, limit, self.look_for_disputes)

    def matches(self, article: Article, query: str) -> tuple[tuple[tuple[int, int], ...], int]:
        """Where the words of a query stand in an article's text, and the number of the place to begin at."""
        from reader.library.columns.fulltext import matches

        return matches(article.text, query)

    def outlets(self, view: View | None = None) -> list[tuple[str, int]]:
        """The outlets of a view (of all articles) and how many of each there are."""
        return self._store.outlets(view or View())

    def tags(self, view: View | None = None) -> list[tuple[str, int]]:
        """The tags and how many articles have each."""
        return self._store.tags(view or View())

    def languages(self, view: View | None = None) -> list[tuple[str, int]]:
        """The languages and how many articles are in each."""
        return self._store.languages(view or View())

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
        left = 1 << 62 if limit is None else limit
        while left > 0 and (slots := self.slots(view, after=after, limit=min(100, left))):
            for slot in slots:
                yield self.article(slot.id)
            after, left = slots[-1], left - len(slots)

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

    def links(self, article_id: int) -> tuple[Link, ...]:
        """Where an article's text leads to on the web, numbered in reading order. Raises NotFound."""
        from reader import cleaning, sources

        return cleaning.links(sources.reread(self._store.document(article_id)), self.article(article_id))

    def trouble(self, article_id: int) -> str | None:
        """What failed when an article was made (`reclean` tries it again); None if nothing did."""
        return self._store.trouble(article_id)

    def ranking(self, article_id: int, method: str = "news") -> Ranking:
        """All sentences with their order. Stored when an article is added; another method's is worked out once."""
        ranking = self._store.ranking(article_id, method)
        if ranking is None:
            article = self.article(article_id)
            ranking = rank(article, method=method)
            with suppress(LibraryError):  # where it cannot be kept it is worked out again the next time
                self._store.put_ranking(article_id, ranking)
        return ranking

    def summary(self, article_id: int, *, sentences: int | None = None, method: str = "news") -> Summary:
        """The summary of an article in that many sentences; None: three, or fewer of a brief note."""
        return self.ranking(article_id, method).top(sentences)

    def why(self, article_id: int, index: int, method: str = "news") -> tuple[str, ...]:
        """Why sentence number `index` of a ranking stands where it does, in words; () if there is no such sentence."""
        return why(self.article(article_id), index, method=method)

    def brief(self, story_id: int, *, sentences: int = 5) -> Summary:
        """What a story's articles say together, see `StoryView.brief`. Raises NotFound."""
        return self.view_of_story(story_id).brief(sentences)

    def related(self, article_id: int, *, limit: int = 20) -> list[Related]:
        """The articles related to one, nearest first, `limit` at most, with reasons. Empty for an unknown number.
        Each `.score` is from 0 to 1 and can be compared with the others of this answer only. From a limit of 200 on all
        that share anything are listed.
        """
        from reader import stories

        return stories.related(article_id, self._store, limit=limit)

    def story(self, story_id: int) -> Story:
        """One story. Raises NotFound."""
        return self._store.story(story_id)

    def view_of_story(self, story_id: int) -> StoryView:
        """One story from all sides: who published when, brief, tellings, names, who said what. Raises NotFound."""
        from reader.desk.story_view import StoryView

        return StoryView(self._store, story_id)

    def look_for_disputes(self, seconds: float = 5.0) -> int:
        """Look where reports disagree in stories not looked at yet, so long (for `is:disputed`); how many are left."""
        from reader.desk import story_view

        return story_view.look_for_disputes(self._store, seconds)

    def stories(self, *, limit: int | None = None) -> list[Story]:
        """The stories of two or more articles, the newest first."""
        return list(self._store.stories(limit))

    def tellings(self, story_id: int) -> tuple[Telling, ...]:
        """The reports of a story in the order in which each was first published, with their copies.

        Of each copy, what it added to the first one and what it left out. Reads the texts. Raises NotFound.
        """
        from reader.desk import overlap

        return overlap.tellings(self._store, story_id)

    def count_tellings(self, story_id: int) -> int:
        """How many reports a story has, copies not counted; quicker than `tellings`. Reads texts. Raises NotFound."""
        from reader.desk import overlap

        return overlap.count_tellings(self._store, story_id)

    def compare(self, a_id: int, b_id: int) -> Comparison:
        """Two articles side by side, sentence by sentence, with what differs inside them. Raises NotFound."""
        from reader.desk import overlap

        return overlap.compare(self.article(a_id), self.article(b_id))

    def passages(
        self, article_id: int, *, among: Sequence[int] | None = None, of_read: bool = False, until: Until = bool
    ) -> Passages:
        """Where else each sentence of an article stands, and what of it was already read elsewhere. Raises NotFound.

        among: the articles to look in, nearest first (a dozen at most); None: those of its story, then related ones.
        of_read: only those of them marked as read, which is sooner told; what is in this one itself never counts.
        until: asked before each of them; once it says yes, no more are looked at.
        """
        from reader.desk import overlap

        return overlap.passages(self._store, article_id, among, of_read=of_read, until=until)

    def chain(self, story_id: int) -> tuple[ChainedStory, ...]:
        """The stories of the affair that this one is part of, oldest first; none for one alone. Raises NotFound."""
        from reader.desk import chains

        return chains.chain(self._store, story_id)

    def walk(self, article_id: int) -> tuple[walks.Step, ...]:
        """The way from an article (the first step) once round its story in time order (behind the latest the undated,
        then the earliest), through the affair's later, then its earlier stories, to the nearest related ones.
        """
        return walks.walk(self._store, article_id)

    def relation(self, here: int, there: int) -> Relation:
        """Why one article stands beside another, in full. Raises NotFound."""
        from reader.desk import relation

        return relation.relation(self._store, here, there)

    # --------------------------------------------------------- stories by hand

    def split(self, article_id: int) -> int:
        """Take an article out of its story for good. Returns the number of the story; `undo` takes it back.

        It is never grouped with the story's other articles again, whatever their texts say. Raises NotFound when
        there is no such article, or it is in no story.
        """
        story = self._story_of(article_id)
        if story is None:
            raise NotFound(f"article {article_id} is in no story")
        decided = self._store.leave_for_good(article_id)
        self._done.add(f"article {article_id} taken out of story {story}", partial(self._store.take_back, decided))
        return story

    def join(self, article_id: int, story_id: int) -> None:
        """Put an article into a story for good, whatever it was in before. `undo` takes it back. Raises NotFound."""
        self.article(article_id)
        decided = self._store.join_for_good([article_id], story_id)
        self._done.add(f"article {article_id} put into story {story_id}", partial(self._store.take_back, decided))

    def merge(self, story_id: int, other_id: int) -> int:
        """Merge two stories into one for good. Returns the number that stays; `undo` takes it back.

        The larger story keeps its number; of two equal ones, the older. Raises NotFound; ReaderError for one story.
        """
        from reader.desk import corrections

        return corrections.merge(self._store, story_id, other_id, self._done)

    def near_stories(self, article_id: int, *, limit: int = 20) -> list[Story]:
        """The other stories that an article is nearest to, nearest first."""
        from reader.desk import relation

        return relation.near_stories(self._store, article_id, limit)

    def _story_of(self, article_id: int) -> int | None:
        """The number of the story that an article shares with others."""
        self.article(article_id)
        story = self._store.stories_of([article_id]).get(article_id)
        return story if story is not None and len(self._store.members(story)) > 1 else None

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
        self._done.add(marked(len(ids), read, starred, tags), partial(self._store.apply, undo))

    def edit(self, article_id: int, changes: Mapping[str, str | None]) -> Article:
        """Set headline, outlet, byline or date (`2022-11-07`, `2022-11-07 10:37`) by hand; `?`: it is not known.

        None brings back what cleaning found. Corrections survive recleaning; `undo` takes them back. Returns the
        changed article. Raises NotFound, and ReaderError for an invalid date or an unknown field.
        """
        from reader.desk import corrections

        corrections.edit(self._store, article_id, changes, self._done)
        return self.article(article_id)

    def overrule(self, article_id: int, pieces: Sequence[Paragraph | Removed]) -> Article:
        """Cut paragraphs that are furniture, keep cut lines that are text: here, and in the outlet's articles to come.

        Those already there follow with `reclean`. `undo` takes it back. Returns the changed article.
        """
        from reader.desk import corrections

        corrections.overrule(self._store, article_id, pieces, self._done)
        return self.article(article_id)

    def undo(self) -> str | None:
        """Undo what was done last: marks, a correction, a decision about a story. Returns it in words, or None.

        Raises LibraryError when that cannot be written; then it is still the next to be taken back.
        """
        return self._done.undo()
