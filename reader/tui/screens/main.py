"""The main screen: the list, the summary over what is related, the full text.

Here: how the panes are arranged, where keys go, what the list shows, marks. Each key's command calls one method here.
Not here: drawing (widgets), what is read (reading), adding (adding), what commands there are (commands).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.timer import Timer

from reader.article import Entry, Problem, View
from reader.desk import Library
from reader.errors import ReaderError
from reader.tui.actions.adding import Adding
from reader.tui.actions.comparing import Comparing
from reader.tui.actions.editing import Editing
from reader.tui.actions.marks import Marks
from reader.tui.actions.reading import Reading
from reader.tui.actions.shelf import Shelf
from reader.tui.actions.stories import Stories
from reader.tui.draw import layout
from reader.tui.keys.commands import COMMANDS
from reader.tui.keys.keymap import Keymap, bindings
from reader.tui.screens import dialogues
from reader.tui.screens.doing import doing, hints
from reader.tui.session.aside import Aside
from reader.tui.session.writing import Writing
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.article_text import ArticleText
from reader.tui.widgets.bars import KeyLine, Masthead
from reader.tui.widgets.drawn import Drawn, Items
from reader.tui.widgets.side import RelatedPane, SummaryPane

_PREVIEW_AFTER = 0.07
"""Seconds of rest after which the highlighted article is shown: faster keys do not wait for it."""


class MainScreen(Screen[None]):
    """Everything but the dialogues."""

    BINDINGS: ClassVar[list[BindingType]] = bindings()
    AUTO_FOCUS = "#list"

    def __init__(
        self,
        library: Library,
        keymap: Keymap,
        *,
        view: View,
        places: Sequence[str] = (),
        problems: Sequence[Problem] = (),
    ) -> None:
        """view: what is listed first. places: to be added as soon as the screen is up. problems: said before that."""
        super().__init__()
        self.library = library
        self.keymap = keymap
        self.mode: layout.Mode = "beside"
        self.inside = False
        """Whether the keys go to the article rather than to the list."""
        self.zen = False
        self.places = places
        self.masthead = Masthead(id="masthead")
        self.aside = Aside()
        self.list = ArticleList(library, self.aside, id="list")
        self.summary = SummaryPane(id="summary")
        self.related = RelatedPane(id="related")
        self.side = Vertical(self.summary, self.related, id="side")
        self.text = ArticleText(id="text")
        self.key_line = KeyLine(lambda: hints(self.doing, self.pane.id or "", keymap.shown), id="keys")
        self.shelf = Shelf(self, view)
        self.reading = Reading(self)
        self.writing = Writing(self)
        self.marks = Marks(self)
        self.comparing = Comparing(self)
        self.editing = Editing(self)
        self.adding = Adding(self)
        self.adding.problems.extend(problems)
        self.stories = Stories(self)
        self.doing = doing(self)
        self._note = ("", False)
        self._pause: Timer | None = None
        self._width = 0

    def compose(self) -> ComposeResult:
        """Top line, panes, bottom line; laid out at once as the width wants it, not anew after the first picture."""
        self.set_out()
        yield self.masthead
        yield Horizontal(self.list, self.side, self.text, id="panes")
        yield self.key_line

    def on_mount(self) -> None:
        """Show the list at once; everything else comes after the first picture."""
        self.shelf.show(self.shelf.home)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.shelf.begin()
        if self.adding.problems:
            self.masthead.update(problems=len(self.adding.problems))
            dialogues.show_problems(self)
        with self.trying():
            for notice in filter(None, (self.keymap.notice(), *self.library.notices())):
                self.warn(notice)
        if self.places:
            with self.trying():
                self.adding.start(self.places)
        self.shelf.explain_emptiness()

    def on_unmount(self) -> None:
        """Whoever leaves does not go on adding; what is stored stays, and the next time it goes on from there."""
        self.adding.stop()

    # ---------------------------------------------------------------- commands

    def action_run_command(self, name: str) -> None:
        """Run a command, or say why it cannot act now."""
        does = self.doing[name]
        self._note = ("", False)
        if why := (COMMANDS[name].writes and self.writing.busy) or does.blocked():
            self.say(why)
        else:
            with self.trying():
                does.run()
        self.tell()

    @contextmanager
    def trying(self) -> Iterator[None]:
        """What cannot be done is said in one line at the bottom."""
        try:
            yield
        except ReaderError as error:
            self.warn(str(error))

    def say(self, note: str, *, alarming: bool = False) -> None:
        """Show a note until the next key; until then nothing else takes the place of one that alarms."""
        before, was_alarming = self._note
        if was_alarming and note and note not in before:
            note, alarming = f"{before} · {note}", True
        self._note = (note, alarming)
        self.tell()

    def warn(self, note: str) -> None:
        """Show what went wrong."""
        self.say(note, alarming=True)

    def tell(self) -> None:
        """Draw the bottom line: the note, else where on a walk the reader is; and the keys."""
        note, alarming = self._note
        # Why an article of a walk follows is said in full by `w`.
        self.key_line.say(note or self.reading.whereabouts(), alarming=alarming, short=not note)
        self.key_line.display = bool(note) or not self.zen

    @property
    def pane(self) -> Drawn:
        """The pane the keys go to."""
        return self.focused if isinstance(self.focused, Drawn) else self.list

    @property
    def acting_on(self) -> int | None:
        """The article that commands act on: the one being read, in the list the highlighted one."""
        return self.reading.article.id if self.inside and self.reading.article else self.list.current

    @property
    def acting_entry(self) -> Entry | None:
        """Its row in the list."""
        return self.list.entry_of(self.acting_on) if self.acting_on is not None else None

    # ------------------------------------------------------------- arrangement

    def set_out(self) -> None:
        """Show the panes that have room now."""
        width = self._width = self.app.size.width
        seen = layout.panes(width, self.mode, inside=self.inside, zen=self.zen)
        self.list.display = "list" in seen
        self.side.display = "side" in seen
        self.text.display = "text" in seen
        self.masthead.display = not self.zen
        self.text.set_class(len(seen) == 1, "-alone")
        self.text.set_class(self.zen, "-centred")
        self.side.set_class(len(seen) == 1, "-alone")
        for shape in ("wide", "middle", "narrow"):
            self.set_class(layout.shape_of(width) == shape, f"-{shape}")

    def go_into(self, pane: Drawn) -> None:
        """Send the keys to a pane and make sure that it is seen; in the list the panes show what is highlighted."""
        self.inside = pane is not self.list
        self.set_out()
        self.set_focus(pane)
        self._preview()
        self.tell()

    def article_pane(self) -> Drawn:
        """Where the keys go inside an article."""
        return self.summary if self.mode == "summary" else self.text

    def on_resize(self, event: events.Resize) -> None:
        """Another width may have room for more panes, or for fewer."""
        if event.size.width == self._width:
            return
        self.set_out()
        if self.inside and not self.pane_is_seen(self.pane):
            self.go_into(self.article_pane())
        self.call_after_refresh(self._preview)

    def pane_is_seen(self, pane: Drawn) -> bool:
        """Whether the pane and what it stands in are displayed."""
        return all(node.display for node in pane.ancestors_with_self if isinstance(node, (Drawn, Vertical)))

    def next_mode(self) -> None:
        """Summary beside the text, text alone, summary alone."""
        self.mode = layout.next_mode(self.app.size.width, self.mode)
        self.set_out()
        if self.inside:
            self.go_into(self.pane if self.pane_is_seen(self.pane) else self.article_pane())
        self.reading.show_summary() if self.reading.ranking else None
        self._preview()
        if not (self.text.display or self.side.display):
            self.say(f"enter opens the {'summary' if self.mode == 'summary' else 'text'}")

    def toggle_zen(self) -> None:
        """The text and nothing else, or everything."""
        if not self.zen and not self.inside and self.list.current is not None:
            self.reading.open(self.list.current)
        self.zen = not self.zen
        if self.zen and self.mode == "beside":
            self.set_focus(self.text)
        self.go_into(self.article_pane())

    def next_pane(self, by: int) -> None:
        """The next pane that is seen; where one is seen at a time, from the list to the article and back."""
        order: list[Drawn] = [self.list, self.summary, self.related, self.text]
        seen = [pane for pane in order if self.pane_is_seen(pane)]
        if layout.shape_of(self.app.size.width) == "narrow" and not self.zen:
            inner: list[Drawn] = [self.summary, self.related] if self.mode == "summary" else [self.text]
            seen = [self.list, *inner]
        here = seen.index(self.pane) if self.pane in seen else 0
        pane = seen[(here + by) % len(seen)]
        if pane is not self.list and self.list.current is not None and not self.inside:
            self.reading.preview(self.list.current)
        self.go_into(pane)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click may move the focus as well."""
        if isinstance(event.widget, Drawn) and self.inside != (event.widget is not self.list):
            self.inside = event.widget is not self.list
            self._preview()
            self.tell()

    # ------------------------------------------------------------------ events

    @on(ArticleList.Loaded)
    def listing_loaded(self) -> None:
        """Say why nothing is listed, if so."""
        self.shelf.explain_emptiness()

    @on(ArticleList.Failed)
    def listing_failed(self, message: ArticleList.Failed) -> None:
        """The library could not be read."""
        self.warn(message.message)

    @on(ArticleList.Moved)
    def highlighted(self) -> None:
        """Show the highlighted article once the keys rest."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(_PREVIEW_AFTER, self._preview)

    def _preview(self) -> None:
        # Where only the list is seen nothing needs to be fetched.
        if self.is_attached and not self.inside and (self.text.display or self.side.display):
            with self.trying():
                self.reading.preview(self.list.current)

    @on(ArticleList.Chosen)
    def article_clicked(self, message: ArticleList.Chosen) -> None:
        """A second click opens."""
        with self.trying():
            self.reading.open(message.article_id)

    @on(Items.Chosen, "#summary")
    def sentence_chosen(self, message: Items.Chosen) -> None:
        """Go to the sentence's place in the text."""
        summary = self.summary.summary
        if summary is None or self.reading.ranking is None or self.reading.article is None:
            return  # it is of the article before, and about to be replaced
        number = self.reading.article.id
        if number is None:
            return
        sentence = summary.sentences[message.item]
        if self.mode == "summary":
            self.mode = "beside"
        with self.trying():
            self.reading.open(number, walking=True)
            self.go_into(self.text)
            self.call_after_refresh(self.text.seek, (sentence.start, sentence.end))

    @on(SummaryPane.Selected)
    def sentence_selected(self) -> None:
        """Say why it was taken."""
        self.reading.explain()

    @on(Items.Chosen, "#related")
    def related_chosen(self, message: Items.Chosen) -> None:
        """Open the related article, as a step of the walk that starts here."""
        if self.reading.steps:
            with self.trying():
                self.reading.go_along(self.related.steps[message.item].entry.id)

    @on(KeyLine.Clicked)
    def hint_clicked(self, message: KeyLine.Clicked) -> None:
        """As if its key had been pressed."""
        self.action_run_command(message.command)

    # ----------------------------------------------------------------- reading

    def opened(self, article_id: int) -> None:
        """An article was opened: the list follows, it is marked read, the keys go to it."""
        self.list.select(article_id)
        self.go_into(
            self.pane
            if self.inside and self.pane_is_seen(self.pane) and self.pane is self.text
            else self.article_pane()
        )
        self.marks.opened(article_id)
        self.comparing.opened()
        self.tell()

    def enter(self) -> None:
        """Into the highlighted article, or what is selected in the pane."""
        if self.pane is self.list:
            if self.list.current is not None:
                self.reading.open(self.list.current)
        else:
            self.pane.choose()

    def leave(self) -> None:
        """One level out: zen, article, search."""
        if self.zen:
            self.zen = False
            self.go_into(self.article_pane())
        elif self.inside:
            self.reading.leave_place()
            self.go_into(self.list)
        else:
            self.shelf.widen()

    def read_on(self) -> None:
        """Open, turn the page, or open the next unread article."""
        if not self.inside:
            self.enter()
        elif self.pane is self.text and self.text.at_end:
            self.next_unread(1)
        else:
            self.pane.move_page(1)

    def next_unread(self, by: int) -> None:
        """To the next (previous) unread article, or match of the search; opened if an article is being read."""
        passed = 0
        if self.list.view.query:
            found = self.list.neighbour(by)
            none = "no further match"
        else:
            found = self.library.next_unread(self.list.view, self.acting_on, backwards=by < 0)
            none = "no unread article further on" if by > 0 else "no unread article before this"
            if by > 0 and self.inside:
                found, passed = self.comparing.pass_over(found)
        over = f"{passed} passed over: nothing new" if passed else ""
        if found is None:
            self.say(f"{none} · {over}" if over else none)
        elif self.inside:
            self.reading.open(found, place=0)
            self.say(over) if over else None
        elif not self.list.select(found):
            self.say("that article has not been listed yet")

    def open_neighbour(self, by: int) -> None:
        """Open the article after (before) this one in the list."""
        found = self.list.neighbour(by)
        if found is not None:
            self.reading.open(found)

    def toggle_cuts(self) -> None:
        """Show or hide what cleaning removed."""
        self.text.show_cuts(not self.text.cuts)
        if self.text.cuts and self.reading.article is not None:
            if not self.text.display:
                self.mode = "beside"
            self.go_into(self.text if self.inside else self.pane)
            count = len(self.reading.article.removed)
            self.say(f"{count:,} cut" if count else "cleaning cut nothing here")
