"""The section of the story screen that says which reports are copies, what they share, and whom they name.

Not here: the other sections (`story_sections`), finding any of it (the desk).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from reader.article import Entry
from reader.comparison import Telling
from reader.desk.shared_names import Spot
from reader.desk.sources import NamedSource, Sources
from reader.desk.story_view import StoryView
from reader.tui.draw import wording
from reader.tui.draw.cells import clip_outlet, width_of
from reader.tui.draw.page import Pieces
from reader.tui.draw.section import Row, Section
from reader.tui.draw.story_pieces import Dates, in_lines, ink_of, outlets_of, title_of

TELLINGS = "tellings"


def tellings(view: StoryView, found: Sequence[Telling], sources: Sources) -> Section:
    """Copies under the report that came first, passages in common, named sources; what stands alone is counted."""
    entries = {entry.id: entry for entry in view.entries}
    dates = Dates(view.entries)
    rows: list[Row] = []
    for telling in found:
        if telling.copies:
            count = len(telling.ids)
            rows.append(Row(partial(_first, entries[telling.first], count, dates), Spot(telling.first, 0, 0)))
            for copy in telling.copies:
                place = copy.added[0] if copy.added else None
                spot = Spot(copy.article_id, place.start if place else 0, place.end if place else 0)
                what = _difference(len(copy.added), len(copy.left_out))
                rows.append(Row(partial(_copy, entries[copy.article_id], what, dates), spot))
    for shared in sources.shared:
        two = entries[shared.article], entries[shared.other]
        rows.append(Row(partial(_in_common, *two, shared.share, dates), Spot(shared.article, 0, 0)))
    for named in sources.named:
        who = list(dict.fromkeys(entries[spot.article_id].outlet for spot in named.spots))
        rows.append(Row(partial(_named_source, named, who), named.spots[0]))
    repeating = {i for one in sources.shared for i in (one.article, one.other)}
    alone = sum(not telling.copies and telling.first not in repeating for telling in found)
    facts = f"{wording.count_of(len(sources.groups), 'source')} of {wording.count_of(len(view.looked_at), 'article')}"
    if alone == len(found):
        note = "No copies, and hardly any wording in common." if alone > 1 else "Only one tells it."
    else:
        note = (
            f"The other {alone if alone > 1 else 'one'} share{'s' * (alone == 1)} hardly any wording with these."
            if alone
            else ""
        )
    return Section(TELLINGS, "COPIES AND SOURCES", facts, rows, note)


def _first(entry: Entry, count: int, dates: Dates, width: int, whole: bool) -> list[Pieces]:
    lead = f" copies ×{count} · first: "
    when = f" {dates.of(entry)}"
    name = clip_outlet(entry.outlet or "?", max(4, width - len(lead) - len(when) - 2))
    lines: list[Pieces] = [((lead, "strong"), (name, ink_of(entry.outlet)), (when, "dim"))]
    return lines + [(("   ", "text"), (text, "text")) for text in in_lines(title_of(entry), width - 5, whole, 1)]


def _copy(entry: Entry, what: str, dates: Dates, width: int, whole: bool) -> list[Pieces]:
    name = clip_outlet(entry.outlet or "?", max(4, width // 3))
    lines = in_lines(f"{dates.of(entry)} · {what}", width - width_of(name) - 8, whole, 1)
    first: Pieces = (("   ↳ ", "faint"), (name, ink_of(entry.outlet)), (f" {lines[0]}", "read" if whole else "dim"))
    return [first, *((((" " * (width_of(name) + 6)), "text"), (text, "read")) for text in lines[1:])]


def _in_common(entry: Entry, other: Entry, share: float, dates: Dates, width: int, whole: bool) -> list[Pieces]:
    """`≡ 66 % of TASS 7 Nov is also in TASS 6 Nov`."""
    lead, between = f" ≡ {round(100 * share)} % of ", " is also in "
    room = max(4, (width - width_of(lead + between + dates.of(entry) + dates.of(other)) - 4) // 2)
    pieces: list[tuple[str, str]] = []
    for before, one in ((lead, entry), (between, other)):
        pieces += [
            (before, "text"),
            (clip_outlet(one.outlet or "outlet unknown", room), ink_of(one.outlet)),
            (f" {dates.of(one)}", "dim"),
        ]
    return [tuple(pieces)]


def _named_source(named: NamedSource, who: Sequence[str | None], width: int, whole: bool) -> list[Pieces]:
    """Who is named, and below it by whom."""
    lines = in_lines(f"{named.name} is named as a source", width - 5, whole, 1)
    first = [((" → " if n == 0 else "   ", "mark"), (text, "text")) for n, text in enumerate(lines)]
    return [*first, *((("  ", "text"), *line) for line in outlets_of(who, width - 8, before="by "))]


def _difference(added: int, left_out: int) -> str:
    parts = [f"adds {wording.count_of(added, 'sentence')}"] if added else []
    parts += [f"leaves out {left_out}"] if left_out else []
    return ", ".join(parts) or "the same"
