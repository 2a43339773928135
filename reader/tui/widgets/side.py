"""The summary, and what is related: the two panes between list and text.

Here: sentences and steps as selectable items. Not here: which sentences (the desk's ranking), walking (the screen).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from reader.article import Entry, Sentence, Summary
from reader.desk.walks import Step
from reader.tui.draw import layout, wording
from reader.tui.draw.bidi import flush
from reader.tui.draw.cells import clip, clip_outlet, line_of, width_of, wrap
from reader.tui.draw.page import BLANK, MEASURE, Line, Pieces
from reader.tui.widgets.drawn import Items

if TYPE_CHECKING:
    from reader.extensions.methods import Told


class SummaryPane(Items):
    """The sentences of the summary, each of which leads to its place in the text."""

    class Selected(Message):
        """A sentence is selected where the keys go: it is worth knowing why it was taken."""

    class Picked(Message):
        """A sentence of an article was chosen; another article may be shown by the time this arrives."""

        def __init__(self, article_id: int, sentence: Sentence) -> None:
            super().__init__()
            self.article_id = article_id
            self.sentence = sentence

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name for it)
        """id: for the stylesheet."""
        super().__init__(id=id)
        self.summary: Summary | None = None
        self._about: int | None = None
        self._explained: Sentence | None = None
        self._reasons: Sequence[str] = ()
        self.note = ""
        """Said instead of a summary: that it is being worked out, or why there is none."""
        self._told: Told | None = None
        self._share = 0
        self._headline = ""

    def show(
        self,
        summary: Summary | None,
        *,
        told: Told | None = None,
        note: str = "",
        text_length: int = 0,
        headline: str = "",
        about: int | None = None,
    ) -> None:
        """Show a summary of a text of so many characters.

        told: what a method of the person's own says instead. headline: said above it, where the text is not beside it.
        about: the article; another one is shown from the top.
        """
        if about != self._about:
            self._about, self.cursor = about, 0
            self.scroll_to(y=0, animate=False)
        self.summary, self.note, self._headline = summary, note, headline
        self._told = told
        taken = sum(s.end - s.start for s in summary.sentences) if summary else 0
        self._share = round(100 * taken / text_length) if text_length else 0
        self.selected()

    @property
    def sentence(self) -> Sentence | None:
        """The selected one, if the keys go here."""
        if not self.has_focus or self.summary is None or not 0 <= self.cursor < self.item_count():
            return None
        return self.summary.sentences[self.cursor]

    def choose(self) -> bool:
        """Lead to the selected sentence."""
        if self._about is None or self.summary is None or not 0 <= self.cursor < self.item_count():
            return False
        self.post_message(self.Picked(self._about, self.summary.sentences[self.cursor]))
        return True

    def selected(self) -> None:
        """Ask why it was taken; until that is known, what was said of another one stays, so that nothing jumps."""
        self.rebuild()
        self.refresh()
        if self.sentence is not None and self.sentence != self._explained:
            self.post_message(self.Selected())

    def explain(self, about: int, sentence: Sentence, reasons: Sequence[str]) -> None:
        """Say under a sentence of an article why it was taken."""
        if about == self._about:
            self._explained, self._reasons = sentence, [line_of(reason) for reason in reasons]
            self.rebuild()
            self.show_cursor()
            self.refresh()

    def item_count(self) -> int:
        """The sentences."""
        return len(self.summary.sentences) if self.summary else 0

    def title(self) -> Pieces:
        """`SUMMARY · lexrank · 3 of 28 · 14 %`; where there is little room, the usual method is not named."""
        facts = ""
        if self.summary and self.summary.of:
            facts = f"{self.item_count()} of {self.summary.of} · {self._share} %"
            if self.columns > 40 or self.summary.method != "news":
                facts = f"{self.summary.method} · {facts}"
        return _title("SUMMARY", facts, self.columns)

    def build(self, width: int) -> Sequence[Line]:
        """A blank line after each sentence."""
        lines = [BLANK]
        room = min(width - 3, MEASURE)
        if self._headline:
            lines += _of_text((" ", "text"), line_of(self._headline), room, "strong")
            lines.append(BLANK)
        if self.note:
            note = line_of(self.note)
            return lines + [Line(((" " + note[a:b], "dim"),)) for a, b in wrap(note, room)]
        if self._told:
            return lines + _told_lines(self._told, room)
        for item, sentence in enumerate(self.summary.sentences if self.summary else ()):
            text = line_of(sentence.text) if len(sentence.text) < 4_000 else line_of(sentence.text[:4_000]) + " …"
            lines += _of_text(("▎ ", "mark"), text, room, "text", item)
            if self.has_focus and sentence == self._explained and self._reasons:
                why = "why: " + " · ".join(self._reasons)
                lines += [Line((("  ", "text"), (why[a:b], "read")), item=item) for a, b in wrap(why, room)]
            lines.append(BLANK)
        return lines


def _of_text(lead: tuple[str, str], text: str, room: int, ink: str, item: int = -1) -> list[Line]:
    """A text in lines behind a sign; one from right to left stands at the right."""
    return [Line((lead, *flush(((text[a:b], ink),), text, room)), item=item) for a, b in wrap(text, room)]


def _told_lines(told: Told, room: int) -> list[Line]:
    """Whose words these are, then the words."""
    lines = [Line(((" " + told.label[a:b], "italic"),)) for a, b in wrap(told.label, room)] + [BLANK]
    for paragraph in told.text.split("\n"):
        lines += _of_text((" ", "text"), line_of(paragraph), room, "text") or [BLANK]
    return lines


class RelatedPane(Items):
    """The other articles of the story in time order, the affair's other stories, what is near; each with reasons."""

    class Picked(Message):
        """An article was chosen; others may be listed by the time this arrives."""

        def __init__(self, article_id: int) -> None:
            super().__init__()
            self.article_id = article_id

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name for it)
        """id: for the stylesheet."""
        super().__init__(id=id)
        self.here: Step | None = None
        """The article that they are related to."""
        self.steps: Sequence[Step] = ()
        self.note = ""

    def show(self, walk: Sequence[Step], *, note: str = "") -> None:
        """Show the steps of a walk but for the article where it begins, which stands at its place in time."""
        self.here, self.note, self.cursor = walk[0] if walk else None, note, 0
        self.steps = sorted(walk[1:], key=_in_time)
        self.scroll_to(y=0, animate=False)
        self.selected()

    @property
    def step(self) -> Step | None:
        """The selected one, if the keys go here."""
        return self.steps[self.cursor] if self.has_focus and self.cursor < len(self.steps) else None

    def choose(self) -> bool:
        """Lead to the selected article."""
        if not 0 <= self.cursor < len(self.steps):
            return False
        self.post_message(self.Picked(self.steps[self.cursor].entry.id))
        return True

    def item_count(self) -> int:
        """The articles."""
        return len(self.steps)

    def title(self) -> Pieces:
        """`RELATED · story of 4`."""
        inside = sum(step.in_story for step in self.steps)
        said = f"story of {inside + 1}" if inside else line_of(self.note) if self._low else ""
        return _title("RELATED", said, self.columns)

    @property
    def _low(self) -> bool:
        """Whether the screen has few rows: then that there is nothing is said by the title alone."""
        return layout.low(self.app.size.height)

    def build(self, width: int) -> Sequence[Line]:
        """The headline in two lines at most, outlet and day, the reasons in one line; of the selected one, all."""
        if self.note and self._low:
            return []
        if self.note:
            note = line_of(self.note)
            return [BLANK, *(Line(((" " + note[a:b], "dim"),)) for a, b in wrap(note, width - 2))]
        lines = [] if self._low else [BLANK]
        here = self.here if self.here is not None and self.here.place else None
        under = _heading(self.steps[0]) if self.steps and self.steps[0].in_story else None
        for item, step in enumerate(self.steps):
            if here and _in_time(here) < _in_time(step):
                lines.append(Line((("▸ ", "mark"), (f"this article · {_day(here.entry)}", "faint"))))
                here = None
            if under is not None and _heading(step) != under:
                under = _heading(step)
                lines += [BLANK, *(Line(((f" {text}", "faint"),)) for text in _in_lines(under, width - 2, 2))]
            whole = self.has_focus and item == self.cursor
            lines += _step_lines(step, item, min(width, MEASURE + 4) - 1, whole=whole)
        if here:
            lines.append(Line((("▸ ", "mark"), (f"this article · {_day(here.entry)}", "faint"))))
        return lines

    def selected(self) -> None:
        """All that is known of the selected article is shown, of the others what has room."""
        self.rebuild()
        self.refresh()


def _in_time(step: Step) -> tuple[bool, bool, int]:
    """The story in time order, undated articles last, before the rest."""
    return not step.in_story, not step.place, step.place


def _heading(step: Step) -> str:
    """What a step stands under; nothing in the story itself."""
    if step.in_story:
        return ""
    if step.chapter is None:
        return "near it"
    part = step.chapter.part
    name = part.story.headline or "no headline"
    return f"{'later' if step.chapter.later else 'earlier'}, {wording.span(part.first, part.last)}: {name}"


def _title(name: str, facts: str, width: int) -> Pieces:
    return (name, "heading"), (" · " + clip(facts, width - len(name) - 4) if facts else "", "dim")


def _step_lines(step: Step, item: int, width: int, *, whole: bool) -> list[Line]:
    entry = step.entry
    dot = ("○ " if entry.read else "● ", "faint" if entry.read else "unread")
    ink = "italic" if not entry.headline else "read" if entry.read else "text"
    day, reasons = f" · {_day(entry)}", " · ".join(line_of(reason) for reason in step.reasons)
    name = clip_outlet(entry.outlet or "outlet unknown", width - 2 - len(day))
    name_ink = f"outlet:{entry.outlet}" if entry.outlet else "dim"
    headline = _in_lines(entry.headline or f"¶ {entry.opening}", width - 2, None if whole else 2)
    # The reasons stand behind outlet and day where there is room for them, else below.
    about = [day + (f" · {reasons}" if reasons else "")]
    if reasons and width_of(name) + width_of(about[0]) > width - 2:
        about = [day, *_in_lines(reasons, width - 2, None if whole else 1)]
    lines = [Line((dot if n == 0 else ("  ", "text"), (text, ink)), item=item) for n, text in enumerate(headline)]
    quiet = "read" if whole else "dim"  # on the cursor's paper dim is hard to read
    lines.append(Line((("  ", "text"), (name, name_ink), (about[0], quiet)), item=item))
    lines += [Line((("  ", "text"), (text, quiet)), item=item) for text in about[1:]]
    return lines


def _in_lines(text: str, width: int, most: int | None) -> list[str]:
    """`text` wrapped, the last of `most` lines ending in an ellipsis if there is more."""
    text = line_of(text)
    spans = list(wrap(text, width)) or [(0, 0)]
    if most is None or len(spans) <= most:
        return [text[a:b] for a, b in spans]
    return [*(text[a:b] for a, b in spans[: most - 1]), clip(text[spans[most - 1][0] :], width)]


def _day(entry: Entry) -> str:
    if entry.published is None:
        return "undated"
    return ("~" if entry.published_from == "inferred" else "") + wording.short_day(wording.day_of(entry.published))
