"""The nouns of the program: frozen dataclasses that every other room speaks in.

Here: what an article is, what cleaning cut from it, its ranked sentences, its relations, a row of the list.
Not here: how any of them is made, stored or shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.checks import expect, parse_iso
from reader.reading_time import word_count
from reader.reports import AddReport as AddReport
from reader.reports import Problem as Problem
from reader.reports import Progress as Progress
from reader.safety import plain_fields

Kind = Literal["text", "html"]
"""What the text of a document is: plain text as scraped, or an HTML page."""

ParagraphKind = Literal["body", "subhead", "caption", "item", "quote", "code", "row"]
"""`body` is running text, `subhead` a heading in it, `item` of a list, `quote` a quotation set off, `code` a program's
or a terminal's, `row` a cell of a table's row; a `caption` is kept beside the text and is not part of it."""

NO_ARTICLE = "a list of links, not an article"
"""The rule that cuts what a page holds that is a section front, a catalogue or the like."""

METHODS = ("news", "lexrank", "textrank", "lsa", "luhn", "sumbasic", "kl", "reduction")
"""The summary methods by name, the default first: `news` is our own, the others are sumy's."""

Certainty = Literal["stated", "inferred", "unknown"]
"""Where a publication date comes from: said by the source, worked out (with a reason), or not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """One document as it came, before any cleaning."""

    identity: str
    """What makes it this document and no other: an absolute path, a path and a record's number (`…#3`), or a URL."""
    text: str
    """The decoded text or HTML. Line breaks are `\\n`; nothing else has been touched."""
    kind: Kind = "text"
    data: bytes = b""
    """The original bytes (decompressed): the file's, or those of the one record in it."""
    container: Literal["file", "record"] = "file"
    """How `data` holds the text: as itself, or as a JSON object with fields."""
    source: str = ""
    """Where it came from, for people: the path or URL as it was given."""
    stamp: str = ""
    """Changes when the file changes (size and time of change); empty when there is no file."""
    fetched: datetime | None = None
    """When it was fetched, if the source says so: no publication date can be later."""
    url: str | None = None
    """The page's own address, where the source names one."""
    headline: str | None = None
    """Said by the source (a feed entry, a record), not read off the text; so for the four fields below."""
    byline: str | None = None
    outlet: str | None = None
    published: date | datetime | None = None
    language: str | None = None
    teaser: str | None = None
    """What it says of the article in short, beside the whole; text or HTML."""
    unchosen: bool = False
    """Whether it came with many that nobody chose, as the pages of a crawl: one without an article is left out."""
    exported: bool = False
    """Whether another program exported it. What its owner did with it there is taken over when it comes in first."""
    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()


class Paragraph(NamedTuple):
    """One paragraph that cleaning kept."""

    text: str
    kind: ParagraphKind = "body"
    line: int = 0
    """Its line in the original, from 1; of a page, that of the page written out as text. 0: not known."""
    by_hand: bool = False
    """Whether the person said that it is text."""


def running_text(paragraphs: Iterable[Paragraph]) -> str:
    """What `Article.text` is made of: all but the captions, joined by blank lines."""
    return "\n\n".join(p.text for p in paragraphs if p.kind != "caption")


class Removed(NamedTuple):
    """One piece that cleaning cut, kept so that nothing is hidden."""

    text: str
    line: int
    """Its line in the original, from 1, counted as in `Paragraph.line`."""
    rule: str
    """The rule that removed it, in a word or two that a person understands: `menu`, `cookie banner`, `read more`."""


_TEXT_FIELDS = ("headline", "standfirst", "byline", "outlet", "agency", "dateline", "language", "url")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A cleaned article. `text` or `paragraphs` is needed; either is made from the other.

    No field holds a control character, a terminal's sequence or a mark that reorders what follows: they are stripped
    (see `reader.safety`), from the paragraphs and the cut pieces as well.

    Raises TypeError for a field of the wrong type, and ValueError for `published` as text that is not an ISO 8601 date.
    """

    text: str = ""
    """The body paragraphs and their subheads joined by blank lines. Sentence offsets count characters in it."""
    paragraphs: tuple[Paragraph, ...] = ()
    """All that was kept, in reading order, with subheads and captions."""
    headline: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    outlet: str | None = None
    agency: str | None = None
    """The news agency whose report this is, where it is not the outlet itself."""
    dateline: str | None = None
    """As it stands in the text: `MOSCOW, November 7. /TASS/.`"""
    published: date | datetime | None = None
    """A `date` when only the day is known, a `datetime` (aware where the source gave a zone) when the time is."""
    published_from: Certainty = "unknown"
    published_why: str = ""
    """Why an inferred date is what it is, for people: `7 November was a Monday in 2022`."""
    day_and_month: str | None = None
    """`--11-06` (ISO 8601, year left out) when the text gives a day without a year and nothing settled the year."""
    language: str | None = None
    """ISO 639-1, or None when it could not be told."""
    url: str | None = None
    source: str = ""
    """Where it came from, for people."""
    removed: tuple[Removed, ...] = ()
    corrected: tuple[str, ...] = ()
    """Which of `headline`, `outlet`, `byline`, `published` the person set by hand."""
    id: int | None = None
    """Its number in a library; None outside one."""
    added: datetime | None = None
    """When it came into the library."""
    updated: datetime | None = None
    """When the feed that brought it last changed it."""

    if TYPE_CHECKING:  # what a type checker is to accept: as the fields, but a date may come as text

        def __init__(
            self,
            *,
            text: str = ...,
            paragraphs: tuple[Paragraph, ...] = ...,
            headline: str | None = ...,
            standfirst: str | None = ...,
            byline: str | None = ...,
            outlet: str | None = ...,
            agency: str | None = ...,
            dateline: str | None = ...,
            published: date | datetime | str | None = ...,
            published_from: Certainty = ...,
            published_why: str = ...,
            day_and_month: str | None = ...,
            language: str | None = ...,
            url: str | None = ...,
            source: str = ...,
            removed: tuple[Removed, ...] = ...,
            corrected: tuple[str, ...] = ...,
            id: int | None = ...,  # noqa: A002  (the field is called so)
            added: datetime | None = ...,
            updated: datetime | None = ...,
        ) -> None: ...

    def __post_init__(self) -> None:
        expect("Article.text", self.text, str, "text (str)")
        for name in _TEXT_FIELDS:
            value = getattr(self, name)
            if value is not None and type(value) is not str:
                expect(f"Article.{name}", value, str, "text (str) or None")
        if isinstance(self.published, str):
            object.__setattr__(self, "published", parse_iso(self.published))
        for name, value in plain_fields(self).items():
            object.__setattr__(self, name, value)
        expect("Article.published", self.published, (date, type(None)), "a date, a datetime, ISO 8601 text, or None")
        if self.paragraphs and not self.text:
            object.__setattr__(self, "text", running_text(self.paragraphs))
        elif self.text and not self.paragraphs:
            pieces = tuple(Paragraph(p.strip()) for p in self.text.split("\n\n") if p.strip())
            object.__setattr__(self, "paragraphs", pieces)
        if self.published is not None and self.published_from == "unknown":
            object.__setattr__(self, "published_from", "stated")

    @property
    def subheads(self) -> tuple[tuple[int, int], ...]:
        """Where the subheads stand in `text`, start and end of each: they are part of it, but no sentences."""
        found, at = [], 0
        for paragraph in self.paragraphs:
            start = -1 if paragraph.kind == "caption" else self.text.find(paragraph.text, at)
            if start >= 0:
                at = start + len(paragraph.text)
                if paragraph.kind == "subhead":
                    found.append((start, at))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, verbatim, with its place: `article.text[start:end] == text`."""

    text: str
    start: int
    end: int
    score: float = 0.0
    """How strongly a method wants it, from 0 to 1 within one article; 0 where nothing scored it."""
    articles: tuple[int, ...] = ()
    """In a brief: indices into the given articles (or ids, in a library) of all that say it; else empty."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Some of an article's sentences, in reading order."""

    sentences: tuple[Sentence, ...]
    method: str
    of: int = 0
    """How many sentences the whole text has."""

    @property
    def text(self) -> str:
        """The sentences joined by blanks."""
        return " ".join(s.text for s in self.sentences)


@dataclass(frozen=True, slots=True)
class Ranking:
    """All sentences of a text in reading order, and the order in which a method would take them."""

    sentences: tuple[Sentence, ...]
    order: tuple[int, ...]
    """Indices into `sentences`, best first; a permutation of all of them."""
    method: str

    @property
    def usual(self) -> int:
        """How many sentences a summary has unless somebody says: three, but one or two of a brief note."""
        count, words = len(self.sentences), sum(word_count(sentence.text) for sentence in self.sentences[:30])
        return 1 + (count > 4 and words > 80) + (count > 6 and words > 130)

    def top(self, count: int | None = None) -> Summary:
        """Return the `count` best scored sentences (None: `usual`) in reading order; n + 1 of them contain the n."""
        told = sum(sentence.score > 0 for sentence in self.sentences) or len(self.order)
        chosen = sorted(self.order[: max(0, min(self.usual if count is None else count, told))])
        return Summary(tuple(self.sentences[i] for i in chosen), self.method, len(self.sentences))

    def within(self, *, words: int | None = None, percent: float | None = None) -> Summary:
        """Return the longest `top` of at most `words` words, or of at most `percent` per cent of the words of the text.

        One sentence at least, however long. With both given the smaller one holds, with neither it is the whole.
        """
        limit = float("inf") if words is None else words
        if percent is not None:
            limit = min(limit, percent / 100 * sum(word_count(sentence.text) for sentence in self.sentences))
        used = accumulate(word_count(self.sentences[index].text) for index in self.order)
        return self.top(max(1, sum(so_far <= limit for so_far in used)))


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks and who said them."""

    text: str
    """Without the marks; `start` and `end` count characters of the text it was found in."""
    start: int
    end: int
    speaker: str | None = None
    cue: str | None = None
    """The verb that ties the words to the speaker: `said`, `told`."""


@dataclass(frozen=True, slots=True)
class Related:
    """An article related to another, and why."""

    article_id: int
    score: float
    """From 0 to 1; comparable among the relations of one article."""
    repeats: Literal["passages", "quotation", ""] = ""
    """What of the one stands verbatim in the other."""
    shared: tuple[str, ...] = ()
    """Names in both, those that say most first; where they share no name, words."""
    days_apart: int | None = None
    """Whole days between the two; None where a date is not known."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """The same for people: `same quotation`, `both: Peskov, Sullivan`, `1 day apart`."""
        found = [{"passages": "copied passages", "quotation": "same quotation"}[self.repeats]] if self.repeats else []
        if self.shared:
            found.append(f"both: {', '.join(self.shared)}")
        if self.days_apart is not None:
            days = self.days_apart
            found.append("same day" if days == 0 else f"{days} day{'s' if days > 1 else ''} apart")
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event. Which of them are copies of one report only their texts tell: `Library.tellings`."""

    id: int
    article_ids: tuple[int, ...]
    """In time order, undated ones last."""
    headline: str | None = None
    """One of its articles' that stands for all and for how things are by now, in the reader's language if it can be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of the list: what is shown of an article where its text is not."""

    id: int
    headline: str | None
    opening: str = ""
    """The beginning of the text, to be shown (marked as such) where there is no headline."""
    outlet: str | None = None
    published: date | datetime | None = None
    published_from: Certainty = "unknown"
    language: str | None = None
    story: int | None = None
    """The story it belongs to, when that has two articles or more; `tellings`: how many it has."""
    tellings: int = 1
    minutes: int = 0
    """Reading time, as `reading_minutes`; 0 when no text was found."""
    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
    gone: bool = False
    """The file it came from has vanished; the article stays."""
    updated: bool = False
    """The feed that brought it has changed it since."""
    waiting: bool = False
    """Its summary and its story are still to be worked out."""
    source: str = ""


Grouping = Literal["date", "outlet", "story", "group", "nothing"]
"""`group`: by the group of the feed that brought an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Which articles of a library to list, and under which headings."""

    group: Grouping = "date"
    since: date | None = None
    until: date | None = None
    outlet: str | None = None
    """Empty: those whose outlet is not known."""
    unread: bool = False
    starred: bool = False
    tag: str | None = None
    story: int | None = None
    query: str | None = None
    """Full-text search; the same words as `Library.search` takes."""
    feed: str | None = None
    """Only what the feed of that name brought; `feed_group`: the feeds of that group."""
    feed_group: str | None = None
    language: str | None = None
    longer: int | None = None
    """Of more minutes than that; `shorter`: of fewer."""
    shorter: int | None = None
    story_size: int | None = None
    """Of stories with so many articles or more; `disputed`: of those whose articles were seen to disagree."""
    disputed: bool = False
    sort: tuple[str, ...] = ()
    """Sorted by these instead of grouped: date, outlet, length, story-size, relevance; `-` turns one round."""
    under: str | None = None
    """Only documents whose identity begins so: the articles of one folder."""


class Slot(NamedTuple):
    """A place in an ordered listing: an article under a heading."""

    id: int
    heading: str
    """The key of its group: `2022-11-07`, `2022-11-07~` (inferred), an outlet, a story's id; `` for none or unknown."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found."""

    entry: Entry
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()
    """Where the words found stand in `snippet`."""
