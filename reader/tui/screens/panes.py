"""The panes of the main screen: the list, the summary over what is related, the full text.

Here: how they are arranged, which of them the keys go to, and what moves between them.
Not here: drawing (widgets), what the commands do (doing), what a change shows (the main screen).
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from math import inf
from typing import cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.timer import Timer

from reader.article import View
from reader.config.reading import Config
from reader.config.settings import LINE_LENGTHS
from reader.desk import Library
from reader.tui.actions.all import Actions
from reader.tui.actions.outside import open_in_browser
from reader.tui.draw import layout
from reader.tui.keys.keymap import Keymap
from reader.tui.screens.moving import Moving
from reader.tui.session.session import Session
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.article_text import ArticleText
from reader.tui.widgets.bars import Chips, Hint, KeyLine, Masthead
from reader.tui.widgets.drawn import Drawn, Looks
from reader.tui.widgets.links import LinkClicked
from reader.tui.widgets.side import RelatedPane, SummaryPane
from reader.tui.widgets.text_picking import MARGIN
from reader.tui.widgets.upstream import Layered

_PREVIEW_AFTER = 0.07
"""Seconds of rest after which the highlighted article is shown, when keys come fast: those do not wait for it."""
_FAST = 0.1
"""Seconds between two keys that come fast, at most: a held one comes about every 30 ms."""


class Panes(Layered, Moving, Screen[None]):
    """The screen, without its keys."""

    def __init__(self, library: Library, keymap: Keymap, view: View, config: Config) -> None:
        """view: what is listed first."""
        super().__init__()
        self.keymap = keymap
        self.session = Session(library, view, self.call_later, config)
        self.session.place = lambda: self.text.place if "text" in self._seen else None
        self.actions = Actions(self.session)
        self.masthead = Masthead(id="masthead")
        self.chips = Chips(id="chips")
        self.list = ArticleList(self.session, id="list")
        self.summary = SummaryPane(id="summary")
        self.related = RelatedPane(id="related")
        self.side = Vertical(self.summary, self.related, id="side")
        self.text = ArticleText(id="text")
        self.key_line = KeyLine(self.hints, id="keys")
        self.left_stories: dict[int, tuple[str, int]] = {}
        """The row on which each story's screen was left by going to a place."""
        self.turns_text: bool | None = None
        """Whether right-to-left text is turned round here, if the person said so."""
        self._note = ("", False)
        self._pause: Timer | None = None
        self._moved = inf
        """When the cursor of the list moved last. The first move counts as a fast one: it comes before the first
        picture, and nothing else is worked out before that.
        """
        self._width = 0
        self._seen: Sequence[str] = ()
        """The panes that have room; those of a screen that is being left have none to Textual."""

    def compose(self) -> ComposeResult:
        """Top line, panes, bottom line; laid out at once as the width wants it, not anew after the first picture."""
        self.set_out()
        yield self.masthead
        yield self.chips
        yield Horizontal(self.list, self.side, self.text, id="panes")
        yield self.key_line

    # ----------------------------------------------------------- the last line

    def hints(self) -> Sequence[Hint]:
        """What can be done now."""
        raise NotImplementedError

    def say(self, note: str, *, alarming: bool = False) -> None:
        """Show a note until the next key; until then nothing else takes the place of one that alarms."""
        before, was_alarming = self._note
        if was_alarming and note and note not in before:
            note, alarming = f"{before} · {note}", True
        self._note = (note, alarming)
        self.tell()

    def be_silent(self) -> None:
        """A key was pressed: the note has been read."""
        self._note = ("", False)

    def tell(self) -> None:
        """Draw the bottom line: the note, else where on a walk the reader is; and the keys."""
        note, alarming = self._note
        # Why an article of a walk follows is said in full by `w`. From a list that is alone it would take a row.
        found = self.actions.reading.finding.whereabouts()
        alone = layout.shape_of(self.app.size.width) == "narrow" and not self.session.inside
        walk = "" if alone else self.actions.walking.whereabouts()
        self.key_line.say(note or found or walk, alarming=alarming, short=not note)
        self.key_line.display = bool(note or found) or not self.session.zen

    # ------------------------------------------------------------- arrangement

    @property
    def pane(self) -> Drawn:
        """The pane the keys go to."""
        return self.focused if isinstance(self.focused, Drawn) else self.list

    def set_out(self) -> None:
        """Show the panes that have room now."""
        width = self._width = self.app.size.width
        zen = self.session.zen
        seen = self._seen = layout.panes(width, self.session.mode, inside=self.session.inside, zen=zen)
        self.list.display = "list" in seen
        self.side.display = "side" in seen
        self.text.display = "text" in seen
        self.masthead.display = not zen
        self.chips.display = bool(self.chips.chips) and self.list.display
        self.text.set_class(len(seen) == 1, "-alone")
        self.text.set_class(zen, "-centred")
        self.side.set_class(len(seen) == 1, "-alone")
        self.side.set_class(layout.low(self.app.size.height), "-low")
        for shape in ("wide", "middle", "narrow"):
            self.set_class(layout.shape_of(width) == shape, f"-{shape}")

    def show_chips(self) -> None:
        """Show what narrows the list, if anything does."""
        self.chips.chips = self.actions.views.chips()
        self.chips.hint = self.list.hint("drop-filter", "takes the last away")
        self.chips.display = bool(self.chips.chips) and self.list.display
        self.chips.refresh()

    def go_into(self, pane: Drawn) -> None:
        """Send the keys to a pane and make sure that it is seen; in the list the panes show what is highlighted."""
        self.session.inside = pane is not self.list
        self.set_out()
        self.set_focus(pane)
        self._preview()
        if self.session.inside:
            self.actions.reading.look_for_links()
        self.tell()

    def article_pane(self) -> Drawn:
        """Where the keys go inside an article."""
        return self.summary if self.session.mode == "summary" else self.text

    def pane_is_seen(self, pane: Drawn) -> bool:
        """Whether the pane and what it stands in are displayed."""
        return all(node.display for node in pane.ancestors_with_self if isinstance(node, (Drawn, Vertical)))

    def on_resize(self, event: events.Resize) -> None:
        """Another width may have room for more panes, or for fewer."""
        if event.size.width == self._width:
            self.side.set_class(layout.low(event.size.height), "-low")
            return
        self.set_out()
        if self.session.inside and not self.pane_is_seen(self.pane):
            self.go_into(self.article_pane())
        self.call_after_refresh(self._preview)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click may move the focus as well. A slow pane tells of it late, when another one may have it again."""
        if event.widget is self.pane and self.session.inside != (self.pane is not self.list):
            self.session.inside = self.pane is not self.list
            self._preview()
            if self.session.inside:
                self.actions.reading.look_for_links()
            self.tell()

    @on(ArticleList.Moved)
    def highlighted(self) -> None:
        """Show the highlighted article: once the row is drawn, or, when keys come fast, once they rest."""
        if self._pause is not None:
            self._pause.stop()
        before, self._moved = self._moved, time.monotonic()
        if self._moved - before > _FAST:
            self.call_after_refresh(self._preview)
        else:
            self._pause = self.set_timer(_PREVIEW_AFTER, self._preview)

    def _preview(self) -> None:
        # Where only the list is seen nothing needs to be fetched.
        if self.is_attached and not self.session.inside and (self.text.display or self.side.display):
            with self.session.trying():
                self.actions.reading.preview(self.session.listed.current)

    def show_summary(self, note: str = "") -> None:
        """Show as many sentences as are wanted, in their pane and marked in the text. note: said instead."""
        session = self.session
        ranking = session.ranking
        summary = ranking.top(session.length_of(ranking)) if ranking else None
        if not note and summary is not None and not summary.sentences:
            note = "There is no text to summarise."
        article, alone = session.article, not self.text.display
        self.summary.show(
            summary,
            told=session.told,
            note=note,
            text_length=len(article.text) if article else 0,
            headline=(article.headline or "") if article and alone else "",
            about=session.shown,
        )
        self.text.mark([(s.start, s.end) for s in summary.sentences] if summary else [])

    def show_links(self) -> None:
        """Number the links of the text."""
        self.text.mark_links(self.session.links or ())
        self.tell()

    @on(LinkClicked)
    def link_clicked(self, message: LinkClicked) -> None:
        """Open it in the browser."""
        self.say(open_in_browser(self.app, message.address))

    # ---------------------------------------------------------- from pane to pane

    def next_mode(self) -> None:
        """Summary beside the text, text alone, summary alone."""
        session = self.session
        session.mode = layout.next_mode(self.app.size.width, session.mode)
        self.set_out()
        if session.inside:
            self.go_into(self.pane if self.pane_is_seen(self.pane) else self.article_pane())
        if session.ranking or session.told:
            self.show_summary()
        self._preview()
        if not (self.text.display or self.side.display):
            self.say(f"enter opens the {'summary' if session.mode == 'summary' else 'text'}")

    def toggle_zen(self) -> None:
        """The text and nothing else, or everything."""
        session = self.session
        if not session.zen and not session.inside and session.listed.current is not None:
            self.actions.reading.open(session.listed.current)
        session.zen = not session.zen
        if session.zen and session.mode == "beside":
            self.set_focus(self.text)
        self.go_into(self.article_pane())

    def next_pane(self, by: int) -> None:
        """The next pane that is seen; where one is seen at a time, from the list to the article and back."""
        session = self.session
        order: list[Drawn] = [self.list, self.summary, self.related, self.text]
        seen = [pane for pane in order if self.pane_is_seen(pane)]
        if layout.shape_of(self.app.size.width) == "narrow" and not session.zen:
            inner: list[Drawn] = [self.summary, self.related] if session.mode == "summary" else [self.text]
            seen = [self.list, *inner]
        here = seen.index(self.pane) if self.pane in seen else 0
        pane = seen[(here + by) % len(seen)]
        if pane is not self.list and session.listed.current is not None and not session.inside:
            self.actions.reading.preview(session.listed.current)
        self.go_into(pane)

    def enter(self) -> None:
        """Into the highlighted article, or what is selected in the pane."""
        if self.pane is not self.list:
            self.pane.choose()
        elif self.session.listed.current is not None:
            self.actions.reading.open(self.session.listed.current)

    def leave(self) -> None:
        """One level out: what is selected, find, zen, article, search."""
        session, reading = self.session, self.actions.reading
        if picked := self.pane_picked:
            picked.unpick()
        elif session.inside and reading.finding.on:
            reading.end_find()
        elif session.zen:
            session.zen = False
            self.go_into(self.article_pane())
        elif session.inside:
            reading.leave_place()
            self.go_into(self.list)
        else:
            self.actions.views.widen()

    def toggle_cuts(self) -> None:
        """Show or hide what cleaning removed."""
        session = self.session
        self.text.show_cuts(not self.text.cuts)
        if self.text.cuts and session.article is not None:
            if not self.text.display:
                session.mode = "beside"
            count = len(session.article.removed)
            self.go_into(self.text if session.inside else self.pane)  # which may find that it is listed no more
            self.say(f"{count:,} cut" if count else "cleaning cut nothing here")

    def change_line_length(self, by: int) -> None:
        """Longer or shorter lines of the text."""
        length = max(LINE_LENGTHS[0], min(self.text.line_length + 4 * by, LINE_LENGTHS[-1]))
        self.text.set_line_length(length)
        room = self.text.columns - MARGIN if self.text.display else length
        here = f"; there is room for {room} here" if room < length else ""
        self.say(f"lines of {length} characters{here}")

    def turn_text(self) -> None:
        """Turn right-to-left text round here, or leave that to the terminal."""
        looks = cast(Looks, self.app)
        self.turns_text = looks.turns_text = not looks.turns_text
        self.say(f"right-to-left text is turned round {'here' if looks.turns_text else 'by the terminal'}")
        for pane in self.query(Drawn):
            pane.forget()

    def toggle_fading(self) -> None:
        """Fade what was already read elsewhere, or show it plainly."""
        self.text.fading = not self.text.fading
        self.text.refresh()
        faded = "faded" if self.text.fading else "shown like the rest"
        self.say(f"what was already read elsewhere is {faded}")
