"""How a story is written on standard output: timeline, tellings, affair, names and quotes, as lines and as JSON.

Here: what is particular to stories. Not here: sentences, rows and everything else (output).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from reader.article import Entry, Sentence, Summary
from reader.cli.output import Json, entry_lines, sentence_json, when_words, wrapped
from reader.comparison import Disagreement, Side, Telling
from reader.reports import count_of
from reader.safety import plain_line

if TYPE_CHECKING:
    from reader.desk.chains import ChainedStory
    from reader.desk.shared_names import SharedName
    from reader.desk.story_view import Quoted, StoryView, Voice

_NAMES = 24


def heading_lines(view: StoryView) -> list[str]:
    """The headline; how many articles of how many outlets, from when to when; how many sources they are."""
    facts = [count_of(len(view.entries), "article"), *when_and_where(view)]
    if undated := sum(entry.published is None for entry in view.entries):
        facts.append(f"{undated} undated")
    if len(view.looked_at) < len(view.entries):
        facts.append(f"the texts of {len(view.looked_at)} were read, spread over its time")
    return [plain_line(view.story.headline or "[no headline]"), " · ".join(facts), plain_line(view.sources.sentence)]


def when_and_where(view: StoryView) -> list[str]:
    """How many outlets, from when to when, and whether it goes on."""
    known = count_of(len(view.outlets) - bool(view.unnamed), "outlet")
    facts = [f"{known}, {view.unnamed} unknown" if view.unnamed else known]
    if view.span:
        first, last = (day.isoformat()[:10] for day in view.span)
        facts.append(first if first == last else f"{first} to {last}")
    return [*facts, state] if (state := view.state(date.today())) else facts


def timeline_lines(view: StoryView) -> list[str]:
    """The articles in time order, one a line."""
    return [f"TIMELINE · {count_of(len(view.entries), 'article')}", *entry_lines(view.entries)]


# ----------------------------------------------------------------------- brief


def brief_lines(view: StoryView, brief: Summary) -> list[str]:
    """A heading and the sentences of a brief, each with who says it, `TASS, RT`, and who otherwise."""
    outlets = {entry.id: entry.outlet or f"article {entry.id}" for entry in view.entries}
    texts = {article.id: article.text for article in view.articles}
    of = count_of(brief.of, "different sentence")
    lines = [f"BRIEF · {len(brief.sentences)} of {of} · {count_of(len(view.entries), 'article')}"]
    for sentence, others in zip(brief.sentences, view.disputed(brief), strict=True):
        names = list(dict.fromkeys(outlets[i] for i in sentence.articles if i in outlets))
        lines.append(wrapped(plain_line(sentence.text), "▎ "))
        lines.append(wrapped(plain_line(", ".join(names)), "    "))
        for a, b, one in others:
            sides = [(plain_line(outlets[number]), texts[number]) for number in (a, b)]
            lines.append(wrapped(disagreement_line(one, sides[0], sides[1]), "    ≠ "))
    return lines


# --------------------------------------------------------------- disagreements

_WHAT = {"figure": "", "day": "when: ", "place": "where: ", "wording": "what was said: "}


def disagreement_line(one: Disagreement, a: tuple[str, str], b: tuple[str, str], between: str = "against") -> str:
    """`dead: 14 (A) against 17 (B)`; each side is how it is called and its text."""
    (name, said), (other, there) = ((name, _changed(side, text)) for side, (name, text) in ((one.a, a), (one.b, b)))
    return f"{_WHAT[one.what] or f'{one.about}: '}{said} ({name}) {between} {there} ({other})"


def _changed(side: Side, text: str) -> str:
    return plain_line(text[side.changes[0].start : side.changes[0].end])


def disagreements_lines(view: StoryView) -> Iterator[str]:
    """Where its reports disagree, with the articles and the sentences on either side; then the figures that rose."""
    entries = _entries(view)
    texts = {article.id: article.text for article in view.articles}
    several = count_of(len(view.disagreements), "disagreement")
    yield f"WHERE THEY DISAGREE · {several}" if view.disagreements else "WHERE THEY DISAGREE · nowhere that can be told"
    for a, b, one in view.disagreements:
        sides = [(f"{plain_line(entries[number].outlet or '?')}, {number}", texts[number]) for number in (a, b)]
        yield wrapped(disagreement_line(one, sides[0], sides[1]), "≠   ")
        for (name, text), side in zip(sides, (one.a, one.b), strict=True):
            yield wrapped(f"{name}: {plain_line(text[side.start : side.end])}", "        ")
    for risen in view.risen:
        figures = ((number, side.changes[0]) for number, side in risen.steps)
        told = (f"{texts[n][c.start : c.end]} ({entries[n].outlet or '?'}, {_day(entries[n])}{n})" for n, c in figures)
        yield wrapped(plain_line(f"{risen.about}: {', then '.join(told)}"), "↑   ")


def _day(entry: Entry) -> str:
    return f"{entry.published.isoformat()[:10]}, " if entry.published else ""


# -------------------------------------------------------------------- tellings


def telling_lines(view: StoryView) -> Iterator[str]:
    """Each report, and under it its copies with what they add and leave out; then passages in common, and sources."""
    entries = _entries(view)
    yield f"TELLINGS · {plain_line(view.sources.sentence)}"
    for telling in view.tellings:
        copies = f"×{len(telling.ids)} " if telling.copies else ""
        yield f"{copies}{_who(entries, telling.first)}"
        for copy in telling.copies:
            parts = [f"adds {len(copy.added)}"] if copy.added else []
            parts += [f"leaves out {len(copy.left_out)}"] if copy.left_out else []
            yield f"    {_who(entries, copy.article_id)}: {', '.join(parts) or 'the same'}"
    for shared in view.sources.shared:
        share, other = round(100 * shared.share), _who(entries, shared.other)
        yield f"≡   {share} % of {_who(entries, shared.article)} is also in {other}"
    for named in view.sources.named:
        who = ", ".join(dict.fromkeys(_who(entries, spot.article_id) for spot in named.spots))
        yield wrapped(f"{plain_line(named.name)} is named as a source by {who}", "→   ")


def standing_json(view: StoryView) -> Json:
    """In which outlets a story was told, when, and in words whether it goes on."""
    first, last = (day.isoformat() for day in view.span) if view.span else (None, None)
    outlets = [outlet for outlet in view.outlets if outlet]
    return {"outlets": outlets, "first": first, "last": last, "state": view.state(date.today())}


def sources_json(view: StoryView) -> Json:
    """What its articles come from, and that in words; places count in each article's text."""
    sources = view.sources
    return {
        "story": view.story.id,
        "headline": view.story.headline,
        **standing_json(view),
        "sentence": sources.sentence,
        "sources": [list(ids) for ids in sources.groups],
        "copies": sources.copies,
        "shared": [{"article": one.article, "in": one.other, "share": round(one.share, 4)} for one in sources.shared],
        "agencies": [{"agency": agency, "articles": list(ids)} for agency, ids in sources.agencies],
        "named": [
            {
                "name": one.name,
                "tells": one.tells,
                "places": [{"article": s.article_id, "start": s.start, "end": s.end} for s in one.spots],
            }
            for one in sources.named
        ],
    }


def telling_json(story: int, telling: Telling) -> Json:
    """One report; places of what a copy added count in the copy, of what it left out in the first article."""
    return {
        "story": story,
        "first": telling.first,
        "articles": list(telling.ids),
        "copies": [
            {"article": c.article_id, "added": _sentences(c.added), "left_out": _sentences(c.left_out)}
            for c in telling.copies
        ],
    }


def _sentences(sentences: Sequence[Sentence]) -> list[Json]:
    return [sentence_json(sentence) for sentence in sentences]


# ----------------------------------------------------------------------- names


def name_lines(view: StoryView) -> Iterator[str]:
    """The names in several articles, the most telling first."""
    yield f"NAMES · {len(view.names)} named in two articles or more"
    for name in view.names[:_NAMES]:
        also = f"  also {', '.join(map(plain_line, name.spellings))}" if name.spellings else ""
        yield f"    {plain_line(name.name)}  ×{name.mentions} in {len(name.spots)} of {len(view.looked_at)}{also}"
    if len(view.names) > _NAMES:
        yield f"    and {len(view.names) - _NAMES} more"


def name_json(story: int, name: SharedName) -> Json:
    """A name with the place of its first mention in each article."""
    spots = [{"article": spot.article_id, "start": spot.start, "end": spot.end} for spot in name.spots]
    return {
        "story": story,
        "name": name.name,
        "spellings": list(name.spellings),
        "mentions": name.mentions,
        "first": spots,
    }


# ---------------------------------------------------------------------- quotes


def quote_lines(view: StoryView) -> Iterator[str]:
    """Who said what: under each speaker the sayings, with those who have them; other wordings begin with `≈`."""
    entries = _entries(view)
    yield f"QUOTES · {sum(len(voice.statements) for voice in view.voices)} quotations"
    for voice in view.voices:
        yield plain_line(voice.speaker or "[speaker not named]")
        for saying in voice.statements:
            same = [quoted for quoted in saying if quoted.verbatim]
            yield wrapped(f"“{plain_line(same[0].text)}”", "    ")
            yield f"        {', '.join(_whose(entries, same))}"
            for quoted in saying:
                if not quoted.verbatim:
                    yield wrapped(f"≈ “{plain_line(quoted.text)}”", "    ")
                    yield f"        {', '.join(_whose(entries, [quoted]))}"


def quote_json(story: int, voice: Voice, saying: Sequence[Quoted]) -> Json:
    """One saying with all its wordings, the fullest first."""
    return {
        "story": story,
        "speaker": voice.speaker,
        "said": [
            {
                "article": quoted.spot.article_id,
                "text": quoted.text,
                "start": quoted.spot.start,
                "end": quoted.spot.end,
                "speaker": quoted.speaker,
                "verbatim": quoted.verbatim,
            }
            for quoted in saying
        ],
    }


# ---------------------------------------------------------------------- affair


def affair_lines(view: StoryView, chain: Sequence[ChainedStory]) -> Iterator[str]:
    """The stories that this one goes on with and that go on with it, oldest first; `▸` before itself."""
    yield f"AFFAIR · {count_of(len(chain), 'story', 'stories')}" if chain else "AFFAIR · no earlier or later story"
    for part in chain:
        mark = "▸" if part.story.id == view.story.id else " "
        days = part.first.isoformat() if part.first == part.last else f"{part.first} to {part.last}"
        yield f"{part.story.id:>6} {mark} {days:<24} {plain_line(part.story.headline or '[no headline]')}"
        if part.continues is not None and part.names:
            yield f"{'':>9}goes on with {part.continues}: {', '.join(map(plain_line, part.names))}"


def chained_json(part: ChainedStory) -> Json:
    """A story of an affair, and which earlier one it goes on with."""
    return {
        "id": part.story.id,
        "headline": part.story.headline,
        "articles": list(part.story.article_ids),
        "first": part.first.isoformat(),
        "last": part.last.isoformat(),
        "continues": part.continues,
        "names": list(part.names),
    }


# --------------------------------------------------------------------- helpers


def _entries(view: StoryView) -> dict[int, Entry]:
    return {entry.id: entry for entry in view.entries}


def _who(entries: dict[int, Entry], number: int) -> str:
    entry = entries[number]
    when = when_words(entry.published, entry.published_from)
    return f"{plain_line(entry.outlet or '?')}, {when} (article {number})"


def _whose(entries: dict[int, Entry], several: Sequence[Quoted]) -> list[str]:
    return [f"{plain_line(entries[i].outlet or '?')} ({i})" for i in dict.fromkeys(q.spot.article_id for q in several)]
