"""Articles and stories as JSON: the same objects that the commands print with `--json`.

Here: the shape of each, and the format `json` of what is exported. Not here: printing them (cli), the other formats.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from reader.article import Article, Sentence, Summary
from reader.safety import plain

if TYPE_CHECKING:
    from reader.comparison import Disagreement, Side
    from reader.desk.story_view import StoryView

Json = dict[str, Any]


def written(value: Json | list[Json]) -> str:
    """A value as a document, every text in it plain."""
    return json.dumps(plain_values(value), ensure_ascii=False, indent=1) + "\n"


def listing(found: Iterable[Article]) -> list[Json]:
    """Articles without their summaries."""
    return [known_of(one) for one in found]


def story(view: StoryView, found: Iterable[Article], sentences: int) -> Json:
    """A story: its brief, where its reports disagree, and its articles in time order."""
    texts = {article.id: article.text for article in view.articles}
    days = [day.isoformat() for day in view.span] if view.span else [None, None]
    return {
        "id": view.story.id,
        "headline": view.story.headline,
        "outlets": [outlet for outlet in view.outlets if outlet],
        "first": days[0],
        "last": days[-1],
        "brief": brief_json(view, view.brief(sentences))["sentences"],
        "disagreements": [story_disagreement_json(view, *found) for found in view.disagreements],
        "risen": [
            {"about": one.about, "told": [_told_json(texts[i], i, side) for i, side in one.steps]} for one in view.risen
        ],
        "articles": listing(found),
    }


def _told_json(text: str, article: int, side: Side) -> Json:
    return {"article": article, "text": text[side.changes[0].start : side.changes[0].end]}


def plain_values(value: Any) -> Any:
    """A value in which every text is plain."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {key: plain_values(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain_values(item) for item in value]
    return value


def when_json(when: date | datetime | None) -> str | None:
    """ISO 8601: a day, or a day and a time with the zone when it is known."""
    return None if when is None else when.isoformat()


def article_json(article: Article, summary: Summary, story: int | None, tellings: int) -> Json:
    """Everything that is known about an article."""
    return {
        **known_of(article),
        "removed": [{"line": r.line, "text": r.text, "rule": r.rule} for r in article.removed],
        "summary": [sentence_json(sentence) for sentence in summary.sentences],
        "story": story,
        "tellings": tellings,
    }


def known_of(article: Article) -> Json:
    """What an article says and where it comes from."""
    return {
        "id": article.id,
        "headline": article.headline,
        "standfirst": article.standfirst,
        "byline": article.byline,
        "outlet": article.outlet,
        "agency": article.agency,
        "published": when_json(article.published),
        "published_from": article.published_from,
        "published_why": article.published_why,
        "updated": when_json(article.updated),
        "corrected": list(article.corrected),
        "dateline": article.dateline,
        "language": article.language,
        "url": article.url,
        "source": article.source,
        "text": article.text,
        "paragraphs": [{"kind": p.kind, "text": p.text} for p in article.paragraphs],
    }


def sentence_json(sentence: Sentence) -> Json:
    """A sentence and its place in the text."""
    score = round(sentence.score, 4)
    return {"text": sentence.text, "start": sentence.start, "end": sentence.end, "score": score}


def brief_json(view: StoryView, brief: Summary) -> Json:
    """The brief of a story; `start` and `end` count in the text of the first article that a sentence names."""
    outlets = {entry.id: entry.outlet for entry in view.entries}
    rows = [
        {
            **sentence_json(sentence),
            "articles": list(sentence.articles),
            "outlets": list(dict.fromkeys(name for i in sentence.articles if (name := outlets.get(i)))),
            "disagreements": [story_disagreement_json(view, *found) for found in others],
        }
        for sentence, others in zip(brief.sentences, view.disputed(brief), strict=True)
    ]
    return {"story": view.story.id, "sentences": rows}


def story_disagreement_json(view: StoryView, a: int, b: int, one: Disagreement) -> Json:
    """A disagreement of two articles of a story."""
    texts = {article.id: article.text for article in view.articles}
    return {"story": view.story.id, "articles": [a, b], **disagreement_json(one, texts[a], texts[b])}


def disagreement_json(one: Disagreement, a: str, b: str) -> Json:
    """What disagrees, with the words on either side and their sentence; places count in each text."""
    return {
        "what": one.what,
        "about": one.about,
        **{
            name: {
                "text": text[side.changes[0].start : side.changes[0].end],
                "start": side.changes[0].start,
                "end": side.changes[0].end,
                "sentence": text[side.start : side.end],
            }
            for name, side, text in (("a", one.a, a), ("b", one.b, b))
        },
    }
