"""The sections of the story screen: what each says, row by row, and where each row leads.

Here: from what the desk knows of a story to pieces of lines. Not here: the timeline's dots (timeline), moving about
(sections), working it out (the desk).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from reader.article import Entry, Sentence, Summary
from reader.comparison import Disagreement, Side
from reader.desk.chains import ChainedStory
from reader.desk.shared_names import SharedName, Spot
from reader.desk.story_view import Quoted, Risen, StoryView, Voice
from reader.tui.draw import timeline, wording
from reader.tui.draw.bidi import flush
from reader.tui.draw.cells import clip, clip_outlet, fit, joined, line_of, width_of
from reader.tui.draw.page import MEASURE, Pieces
from reader.tui.draw.section import Row, Section, Target
from reader.tui.draw.story_pieces import Dates, in_lines, ink_of, outlets_of, wrapped
from reader.tui.draw.story_tellings import TELLINGS

WORKING = "working …"
_MOST_NAMES = 24
_IN_HEAD = 2
"""Disagreements said in the head."""
_QUOTE_LINES = 3
"""Of a quotation that is not selected."""
_LONGEST_OUTLET = 18
_FEW = 10
"""Articles whose headlines are all shown whole."""
_NARROW = 76
"""Cells below which a whole headline has lines of its own."""

WHEN, BRIEF, DISAGREE = "when", "brief", "disagree"
QUOTES, NAMES, AFFAIR = "quotes", "names", "affair"
ORDER = (WHEN, BRIEF, DISAGREE, TELLINGS, QUOTES, NAMES, AFFAIR)
"""From top to bottom where there is one column."""
LEFT = (WHEN, TELLINGS, AFFAIR, NAMES)
"""In the left one of two; the others stand in the right one."""
_TITLES = {key: key.upper() for key in ORDER} | {
    WHEN: "TIMELINE",
    DISAGREE: "WHERE THEY DISAGREE",
    TELLINGS: "COPIES AND SOURCES",
}


def waiting(key: str) -> Section:
    """A section that is being worked out; that of disagreements, which most stories do not have, is not announced."""
    return Section(key, _TITLES[key], note="" if key == DISAGREE else WORKING)


def failed(key: str, why: str) -> Section:
    """A section that could not be worked out."""
    return Section(key, _TITLES[key], note="" if key == DISAGREE else why)


# ------------------------------------------------------------------------ when


def when(view: StoryView, here: int | None, *, known: bool = False, low: bool = False) -> Section:
    """The headline, the facts, the timeline, and every article in time order.

    here: the article that was being read. known: whether what its reports come from and disagree on is worked out.
    low: the screen has few rows: no plot, and one line for each article that is not selected.
    """
    dates, days = Dates(view.entries), Dates(view.entries, hours=not low)
    outlets = min(_LONGEST_OUTLET, max((width_of(line_of(name or "?")) for name in view.outlets), default=1))
    columns = days.width, outlets, len(view.entries) <= _FEW and not low
    rows = [
        Row(partial(_article, entry, (days.of(entry), dates.of(entry)), columns, here), Spot(entry.id, 0, 0))
        for entry in view.entries
    ]
    span = wording.span(*view.span) if view.span else "undated"
    return Section(WHEN, _TITLES[WHEN], span, rows, head=partial(_head, view, here, known, low))


def _head(view: StoryView, here: int | None, known: bool, low: bool, width: int, at: Target | None) -> list[Pieces]:
    """The headline whole, the facts, the sources, what its reports disagree on, the plot."""
    room = min(width - 2, MEASURE + 20)
    headline = view.story.headline or "No headline"
    lines: list[Pieces] = [((" ", "strong"), *flush(((t, "strong"),), headline, room)) for t in wrapped(headline, room)]
    lines += [((" " + text, "dim"),) for text in joined(_facts(view, low), room)]
    lines += [((" " + text, "text"),) for text in wrapped(view.sources.sentence if known else "", room)]
    for risen in view.risen if known else ():
        lines += [((" " + text, "text"),) for text in wrapped(_grown(view, risen), room)]
    if known and view.disagreements:
        lines += [((" " + text, "mark"),) for text in wrapped(_disagreed(view), room)]
    lines.append(())
    if low:
        return lines
    entries = [entry for entry in view.entries if entry.published is not None]
    drawn = timeline.plot(entries, min(width - 3, 110), here=here, at=at.article_id if isinstance(at, Spot) else None)
    lines += [((" ", "text"), *pieces) for pieces in drawn]
    return [*lines, ()] if drawn else lines


def _facts(view: StoryView, low: bool) -> list[str]:
    undated = sum(entry.published is None for entry in view.entries)
    known = wording.count_of(len(view.outlets) - bool(view.unnamed), "outlet")
    facts = [f"{known}, {view.unnamed} unknown" if view.unnamed else known]
    if undated and not low:
        facts.append(f"{undated} undated")
    if state := view.state(date.today()):
        facts.append(state)
    if len(view.looked_at) < len(view.entries):
        facts.append(f"the texts of {len(view.looked_at)} were read, spread over its time")
    return facts


def _article(
    entry: Entry, when: tuple[str, str], columns: tuple[int, int, bool], here: int | None, width: int, whole: bool
) -> list[Pieces]:
    """`▸● ~6 Nov TASS  US privately asks …`; the headline of the selected one whole, where there are few, of all.

    when: in the column of dates, and beside an outlet.
    """
    dates, outlets, few = columns
    day, date = when
    ink = "italic" if not entry.headline else "read" if entry.read else "text"
    quiet = "read" if whole else "dim"  # on the cursor's paper dim is hard to read
    headline = entry.headline or f"¶ {entry.opening}"
    signs: Pieces = (
        ("▸" if entry.id == here else " ", "mark"),
        ("○" if entry.read else "●", "faint" if entry.read else "unread"),
        ("★" if entry.starred else " ", "star"),
    )
    if width < _NARROW and (whole or few):
        name = clip_outlet(entry.outlet or "outlet unknown", width - 8 - width_of(date))
        about = "undated" if entry.published is None else date
        first: Pieces = (*signs, (name, ink_of(entry.outlet)), (f" · {about}", quiet))
        return [first, *((("   ", "text"), (text, ink)) for text in wrapped(headline, width - 5))]
    outlet = min(outlets, max(4, width // 4))
    lead: Pieces = (
        *signs,
        (fit(day, dates, right=True) + " ", quiet),
        (fit(clip_outlet(entry.outlet or "?", outlet), outlet) + " ", ink_of(entry.outlet)),
    )
    used = 5 + dates + outlet
    if not whole and not few:
        return [(*lead, (clip(headline, width - used - 1), ink))]
    texts = wrapped(headline, width - used - 2)
    return [(*lead, (texts[0], ink)), *(((" " * used, "text"), (text, ink)) for text in texts[1:])]


# ----------------------------------------------------------------------- brief


def brief(view: StoryView, found: Summary, *, known: bool = False) -> Section:
    """What the articles say together, each sentence with those who say it, and what others say otherwise if that is
    known.
    """
    entries = {entry.id: entry for entry in view.entries}
    texts = {article.id: article.text for article in view.articles} if known else {}
    disputed = view.disputed(found) if known else [[]] * len(found.sentences)
    rows = [
        Row(
            partial(
                _sentence,
                sentence,
                entries,
                [_elsewhere(one, texts[b], entries[b]) for _, b, one in others],
            ),
            Spot(sentence.articles[0], sentence.start, sentence.end),
        )
        for sentence, others in zip(found.sentences, disputed, strict=True)
        if sentence.articles
    ]
    facts = f"{len(rows)} of {wording.count_of(found.of, 'different sentence')}" if rows else ""
    return Section(BRIEF, _TITLES[BRIEF], facts, rows, "" if rows else "There is no text to take sentences from.")


def _sentence(
    sentence: Sentence, entries: dict[int, Entry], others: Sequence[str], width: int, whole: bool
) -> list[Pieces]:
    room = min(width - 4, MEASURE)
    said = [entries[i].outlet for i in sentence.articles if i in entries]
    names = list(dict.fromkeys(said))
    texts = wrapped(sentence.text, room)
    lines: list[Pieces] = [(("▎ ", "mark"), *flush(((text, "text"),), sentence.text, room)) for text in texts]
    # An outlet with two articles that say it is one voice still.
    many = f" · {wording.count_of(len(said), 'article')}" if len(names) == 1 and len(said) > 1 else ""
    against: list[Pieces] = [(("  " + line, "dim"),) for other in others for line in wrapped(other, room)]
    return [*lines, *outlets_of(names, room, after=many), *against, ()]


def _elsewhere(one: Disagreement, text: str, entry: Entry) -> str:
    """`≠ crowd: 57,912 in A`, what another report has for what a sentence says."""
    said = line_of(text[one.b.changes[0].start : one.b.changes[0].end])
    return f"≠ {one.about if one.what == 'figure' else one.what}: {said} in {line_of(entry.outlet or 'another report')}"


# ---------------------------------------------------------------- disagreements


def disagreements(view: StoryView, found: Sequence[tuple[int, int, Disagreement]]) -> Section:
    """What two reports tell otherwise, each with its sentence; nothing at all where they agree."""
    entries = {entry.id: entry for entry in view.entries}
    texts = {article.id: article.text for article in view.articles}
    rows: list[Row] = []
    for a, b, one in found:
        sides = ((a, one.a), (b, one.b))
        rows.append(Row(partial(_against, _told(texts, a, b, one))))
        rows += [
            Row(partial(_side, texts[number], side, entries[number].outlet), Spot(number, side.start, side.end))
            for number, side in sides
        ]
    facts = wording.count_of(len(found), "disagreement") if rows else ""
    return Section(DISAGREE, _TITLES[DISAGREE], facts, rows)


def _told(
    texts: dict[int | None, str], a: int, b: int, one: Disagreement, entries: dict[int, Entry] | None = None
) -> str:
    """`dead: nine against 14`; with the outlets, if entries are given: `dead: nine (A) against 14 (B)`.

    And with the days, if they were published on two.
    """
    told = [line_of(texts[n][s.changes[0].start : s.changes[0].end]) for n, s in ((a, one.a), (b, one.b))]
    if entries is not None:
        days = [wording.day_of(published) if (published := entries[n].published) else None for n in (a, b)]
        said = [f", {wording.day_and_month(day)}" if day and all(days) and days[0] != days[1] else "" for day in days]
        outlets = [line_of(entries[n].outlet or "outlet unknown") for n in (a, b)]
        told = [f"{text} ({outlet}{day})" for text, outlet, day in zip(told, outlets, said, strict=True)]
    return f"{one.about if one.what == 'figure' else one.what}: {told[0]} against {told[1]}"


def _disagreed(view: StoryView) -> str:
    """`≠ dead: nine (A) against 14 (B); and 2 more`."""
    texts = {article.id: article.text for article in view.articles}
    entries = {entry.id: entry for entry in view.entries}
    some = [_told(texts, a, b, one, entries) for a, b, one in view.disagreements[:_IN_HEAD]]
    more = len(view.disagreements) - len(some)
    return "≠ " + "; ".join([*some, *([f"and {more} more"] if more else [])])


def _grown(view: StoryView, risen: Risen) -> str:
    """`↑ dead: nine (A, 5 May), then 14 (B, 6 May)`."""
    texts = {article.id: article.text for article in view.articles}
    entries = {entry.id: entry for entry in view.entries}
    told = []
    for number, side in risen.steps:
        entry, figure = entries[number], side.changes[0]
        day = f", {wording.day_and_month(wording.day_of(entry.published))}" if entry.published else ""
        outlet = line_of(entry.outlet or "outlet unknown")
        told.append(f"{line_of(texts[number][figure.start : figure.end]).lower()} ({outlet}{day})")
    return f"↑ {risen.about}: {', then '.join(told)}"


def _against(text: str, width: int, whole: bool) -> list[Pieces]:
    return [((" " + line, "strong"),) for line in wrapped(text, min(width - 3, MEASURE))]


def _side(text: str, side: Side, outlet: str | None, width: int, whole: bool) -> list[Pieces]:
    room = min(width - 8, MEASURE)
    said = text[side.start : side.end]
    drawn: list[Pieces] = [
        (("  ≠ " if n == 0 else "    ", "mark"), *flush(((line, "text"),), said, room))
        for n, line in enumerate(in_lines(said, room, whole, _QUOTE_LINES))
    ]
    return [*drawn, *((("  ", "text"), *line) for line in outlets_of([outlet], room))]


# ---------------------------------------------------------------------- quotes


def quotes(view: StoryView, voices: Sequence[Voice]) -> Section:
    """Who said what, wordings of one saying together."""
    entries = {entry.id: entry for entry in view.entries}
    rows: list[Row] = []
    sayings = 0
    for voice in voices:
        rows.append(Row(partial(_speaker, voice)))
        for saying in voice.statements:
            sayings += 1
            same = [quoted for quoted in saying[1:] if quoted.verbatim]
            rows.append(Row(partial(_quote, saying[0], same, entries, "“"), saying[0].spot))
            others = [quoted for quoted in saying if not quoted.verbatim]
            rows += [Row(partial(_quote, quoted, [], entries, "≈ “"), quoted.spot) for quoted in others]
    speakers = sum(voice.speaker is not None for voice in voices)
    facts = f"{wording.count_of(sayings, 'quotation')} · {wording.count_of(speakers, 'speaker')}" if rows else ""
    return Section(QUOTES, _TITLES[QUOTES], facts, rows, "" if rows else "Nobody is quoted.")


def _speaker(voice: Voice, width: int, whole: bool) -> list[Pieces]:
    facts = f" · in {wording.count_of(voice.articles, 'article')}" if voice.articles > 1 else ""
    name = line_of(voice.speaker) if voice.speaker else "Speaker not named"
    ink = "strong" if voice.speaker else "italic"
    return [((f" {clip(name, width - len(facts) - 3)}", ink), (facts, "dim"))]


def _quote(
    quoted: Quoted, same: Sequence[Quoted], entries: dict[int, Entry], lead: str, width: int, whole: bool
) -> list[Pieces]:
    """The words, then who has them; another wording begins with `≈`."""
    room = min(width - 4 - len(lead), MEASURE)
    texts = in_lines(f"{line_of(quoted.text).rstrip(',')}”", room, whole, _QUOTE_LINES)
    mark, ink = ("  " + lead, "mark"), "text" if lead == "“" else "italic"
    lines: list[Pieces] = [
        (mark if n == 0 else (" " * len(mark[0]), "text"), *flush(((t, ink),), quoted.text, room))
        for n, t in enumerate(texts)
    ]
    ids = dict.fromkeys([quoted.spot.article_id, *(other.spot.article_id for other in same)])
    names = dict.fromkeys(entries[i].outlet for i in ids if i in entries)
    many = f" · {wording.count_of(len(ids), 'article')}" if len(ids) > len(names) else ""
    indent = " " * (len(mark[0]) - 2)
    return lines + [((indent, "text"), *line) for line in outlets_of(names, room, after=many)]


# ----------------------------------------------------------------------- names


def names(view: StoryView, found: Sequence[SharedName]) -> Section:
    """The names in several of the articles; choosing one leads to where it is first mentioned."""
    shown = found[:_MOST_NAMES]
    column = max((width_of(line_of(name.name)) for name in shown), default=1)
    rows = [Row(partial(_name, name, column, len(view.looked_at)), name.spots[0]) for name in shown]
    facts = f"{len(found)} named in two articles or more" if found else ""
    rest = len(found) - len(shown)
    note = f"and {wording.count_of(rest, 'more name')}" if rest > 0 else "" if rows else "No name is in two articles."
    return Section(NAMES, _TITLES[NAMES], facts, rows, note)


def _name(name: SharedName, column: int, articles: int, width: int, whole: bool) -> list[Pieces]:
    counts = f"×{name.mentions} in {len(name.spots)} of {articles}"
    column = max(6, min(column, width - width_of(counts) - 4))
    also = "also " + ", ".join(line_of(spelling) for spelling in name.spellings) if name.spellings else ""
    room = width - column - width_of(counts) - 5
    lines: list[Pieces] = [((f" {fit(name.name, column)}  ", "text"), (counts, "read" if whole else "dim"))]
    if also and width_of(also) + 2 <= room:
        lines[0] = (*lines[0], (f"  {also}", "faint"))
    elif also:
        lines += [(("   ", "text"), (text, "faint")) for text in in_lines(also, width - 5, whole, 1)]
    return lines


# ---------------------------------------------------------------------- affair


def affair(story: int, chain: Sequence[ChainedStory]) -> Section:
    """The stories that this one goes on with and that go on with it, oldest first; choosing one shows it."""
    rows = [
        Row(partial(_chained, part, part.story.id == story), None if part.story.id == story else part.story.id)
        for part in chain
    ]
    facts = f"{len(chain)} stories, {wording.span(chain[0].first, max(p.last for p in chain))}" if rows else ""
    return Section(AFFAIR, _TITLES[AFFAIR], facts, rows, "" if rows else "No earlier or later story goes with it.")


def _chained(part: ChainedStory, here: bool, width: int, whole: bool) -> list[Pieces]:
    """`▸ 3–4 May  Dockers walk out …`, below it what ties it to the story before."""
    mark: Pieces = (("▸ " if here else "  ", "mark"),)
    facts = f"{wording.span(part.first, part.last)} · {wording.count_of(len(part.story.article_ids), 'article')}"
    lines: list[Pieces] = [(*mark, (clip(facts, width - 4), "read" if whole else "dim"))]
    headline = part.story.headline or "no headline"
    ink = "strong" if here else "text"
    lines += [(("  ", "text"), (text, ink)) for text in in_lines(headline, width - 5, whole or here, 2)]
    if part.continues is not None and part.names:
        names = "goes on with: " + ", ".join(map(line_of, part.names))
        lines += [(("  ", "text"), (text, "faint")) for text in in_lines(names, width - 5, whole, 1)]
    return lines
