"""The story screen: who published when, the brief, tellings, who said what, names; every row leads to its place.

Here: one column or two, moving between sections, having each worked out aside. Not here: what the sections say
(`draw.story_sections`), what becomes of the place that was chosen (`screens.doing`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen

from reader.desk.shared_names import Spot
from reader.desk.story_view import StoryView
from reader.errors import ReaderError
from reader.tui.actions.all import Actions
from reader.tui.draw import layout, story_sections, story_tellings, wording
from reader.tui.draw.section import Section
from reader.tui.draw.story_sections import DISAGREE, LEFT, ORDER
from reader.tui.draw.story_tellings import TELLINGS
from reader.tui.keys.commands import COMMANDS
from reader.tui.keys.keymap import Keymap, bindings
from reader.tui.screens import dialogues, helping
from reader.tui.screens.moving import MOVES, Moving
from reader.tui.screens.once import Once
from reader.tui.session.aside import Task
from reader.tui.widgets.bars import Hint, KeyLine, Masthead
from reader.tui.widgets.drawn import Items
from reader.tui.widgets.sections import SectionsPane

USUAL_LENGTH = 5
_MOST_SENTENCES = 40
_ACTIONS = {
    **MOVES,
    "next-pane": "section(1)",
    "previous-pane": "section(-1)",
    "enter": "choose",
    "leave": "close",
    "quit": "close",
    "story": "close",
    "quit-now": "app.quit",
    "longer": "longer(1)",
    "shorter": "longer(-1)",
    "not-of-story": "split",
    "one-story": "merge",
    "toggle-read": "mark('read')",
    "star": "mark('starred')",
    "edit": "edit",
    "compare": "compare",
    "copy": "copy",
    "export": "export",
    "undo": "undo",
    "help": "help",
}
"""What the keys of the main screen's commands do here: they are the same keys, also when they were changed."""
_ELSEWHERE = {name: f"not_here('{name}')" for name in COMMANDS if name not in _ACTIONS}
_HINTS = (
    (("down", "up"), "move"),
    (("enter",), "open"),
    (("next-pane",), "section"),
    (("leave",), "back"),
    (("longer", "shorter"), "brief"),
    (("compare",), "compare"),
    (("export",), "export"),
    (("not-of-story",), "not of this story"),
    (("one-story",), "merge"),
    (("undo",), "undo"),
    (("help",), "help"),
)


class StoryScreen(Once, Moving, Screen[Spot | None]):
    """Gives the place that was chosen, or None."""

    CSS_PATH = "story.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(_ACTIONS | _ELSEWHERE)
    AUTO_FOCUS = "#left"

    def __init__(
        self, actions: Actions, keymap: Keymap, story: int, *, here: int | None, at: tuple[str, int] = ("", 0)
    ) -> None:
        """here: the article that was being read. at: the row to begin on, as `at` gave it the last time."""
        super().__init__()
        self.session = actions.session
        self.actions = actions
        self.keymap = keymap
        self.number = story
        self.here = here
        self.view: StoryView | None = None
        self.parts: dict[str, Section] = {key: story_sections.waiting(key) for key in ORDER}
        self.length = USUAL_LENGTH
        self.masthead = Masthead(id="masthead")
        self.left: SectionsPane = SectionsPane(id="left")
        self.right: SectionsPane = SectionsPane(id="right")
        self.key_line = KeyLine(self._hints, id="keys")
        self._begin_at = at

    def compose(self) -> ComposeResult:
        """Top line, one column or two, bottom line."""
        self._set_out()
        yield self.masthead
        yield Horizontal(self.left, self.right, id="columns")
        yield self.key_line

    def on_mount(self) -> None:
        """Show at once what there is: the names of the sections."""
        self.masthead.update(scope=[f"story {self.number}"])
        self._arrange()
        self.session.aside.start("story", self.call_later, self._work_out, self._failed)

    # --------------------------------------------------------- worked out aside

    def _work_out(self, task: Task) -> None:
        """One section after the other; each is shown as soon as it is there."""
        library, number = self.session.library, self.number
        if self.view is not None:  # its articles may be another story's now
            stories = [entry.story for entry in library.entries(self.view.story.article_ids) if entry.story is not None]
            number = stories[0] if stories and number not in stories else number
        view = library.view_of_story(number)
        task.deliver(self._came, view)
        length = self.length
        steps: Sequence[Callable[[], Section]] = (
            lambda: story_sections.brief(view, view.brief(length)),
            lambda: story_tellings.tellings(view, view.tellings, view.sources),
            lambda: story_sections.affair(view.story.id, library.chain(view.story.id)),
            lambda: story_sections.quotes(view, view.voices),
            lambda: story_sections.names(view, view.names),
            lambda: story_sections.disagreements(view, view.disagreements),
            lambda: self._when(view, True),
            lambda: story_sections.brief(view, view.brief(length), known=True),
        )
        for step in steps:
            if task.cancelled:
                return
            task.deliver(self._put, step())

    def _came(self, view: StoryView) -> None:
        """Which articles it has is known."""
        self.view, self.number = view, view.story.id
        self.masthead.update(scope=[f"story {self.number}"])
        self._count(view)
        if not self._begin_at[0]:
            ids = view.story.article_ids
            self._begin_at = (story_sections.WHEN, ids.index(self.here) if self.here in ids else 0)
        self._put(self._when(view, False))

    def _count(self, view: StoryView) -> None:
        unread = sum(not entry.read for entry in view.entries)
        counts = f"{wording.count_of(len(view.entries), 'article')} · {unread:,} unread"
        # Where the screen is low the head of the timeline, which says it too, is mostly scrolled away.
        disputed = self.parts[DISAGREE].facts
        self.masthead.update(counts=f"{counts} · ≠ {disputed}" if disputed else counts)

    def _put(self, part: Section) -> None:
        """A section is there."""
        self.parts[part.key] = part
        if part.key == DISAGREE and self.view is not None:
            self._count(self.view)
        pane = self._pane_of(part.key)
        pane.put(part)
        self.key_line.refresh()
        if part.key == self._begin_at[0]:
            at, self._begin_at = self._begin_at, ("-", 0)
            self.set_focus(pane)
            pane.go_to(at)

    def _failed(self, message: str) -> None:
        for key, part in self.parts.items():
            if not part.rows:
                self._put(story_sections.failed(key, message))
        self.say(message, alarming=True)

    # ------------------------------------------------------------- arrangement

    @property
    def wide(self) -> bool:
        """Whether there are two columns."""
        return layout.shape_of(self.app.size.width) == "wide"

    def _when(self, view: StoryView, known: bool | None = None) -> Section:
        known = self.parts[TELLINGS].note != story_sections.WORKING if known is None else known
        return story_sections.when(view, self.here, known=known, low=layout.low(self.app.size.height))

    def _set_out(self) -> None:
        self.right.display = self.wide
        self.set_class(self.wide, "-wide")

    def _arrange(self) -> None:
        """Put each section into its column."""
        left = LEFT if self.wide else ORDER
        self.left.show([self.parts[key] for key in left])
        self.right.show([self.parts[key] for key in ORDER if key not in left])

    def _pane_of(self, key: str) -> SectionsPane:
        return self.left if not self.wide or key in LEFT else self.right

    @property
    def pane(self) -> SectionsPane:
        """The column that the keys go to."""
        return self.right if self.focused is self.right and self.right.display else self.left

    @property
    def at(self) -> tuple[str, int]:
        """The selected row, to come back to."""
        return self.pane.at

    def on_resize(self, event: events.Resize) -> None:
        """Another size may have room for two columns, or for one only; for the plot, or for none."""
        if self.view is not None:
            self._put(self._when(self.view))
        if self.right.display != self.wide:
            at = self.at
            self._set_out()
            self._arrange()
            self.set_focus(self._pane_of(at[0]))
            self.pane.go_to(at)

    # ----------------------------------------------------------------- actions

    def action_section(self, by: int) -> None:
        """The next section with rows, in this column or the other one, round and round."""
        if self.pane.next_section(by):
            return
        if self.wide and self.left.item_count() and self.right.item_count():
            self.set_focus(self.left if self.pane is self.right else self.right)
        self.pane.enter_from(by)

    def action_choose(self) -> None:
        """To the place of the selected row, or to another story of the affair."""
        target = self.pane.target
        if isinstance(target, int):
            self._show(target)
        elif target is not None:
            self.dismiss(target)

    @on(SectionsPane.Moved)
    def moved(self) -> None:
        """What can be done may have changed."""
        self.key_line.refresh()

    def on_key(self) -> None:
        """What was said is said until the next key."""
        self.say("")

    @on(Items.Chosen)
    def clicked(self) -> None:
        """With the mouse."""
        self.action_choose()

    def _show(self, story: int) -> None:
        """Another story, in place of this one."""
        self.number, self.view, self._begin_at = story, None, ("", 0)
        self.parts = {key: story_sections.waiting(key) for key in ORDER}
        self.masthead.update(scope=[f"story {story}"])
        self._arrange()
        self.set_focus(self.left)
        self.session.aside.start("story", self.call_later, self._work_out, self._failed)

    def action_longer(self, by: int) -> None:
        """A sentence more or less in the brief."""
        view = self.view
        if view is None:
            return
        if not 1 <= self.length + by <= _MOST_SENTENCES:
            self.say(
                "a brief has a sentence at least" if by < 0 else f"a brief has {_MOST_SENTENCES} sentences at most"
            )
            return
        self.length = length = self.length + by

        def work(task: Task) -> None:
            summary = view.brief(length)
            task.deliver(self._put, story_sections.brief(view, summary))
            if 0 < len(summary.sentences) < length:
                task.deliver(self._all_said, len(summary.sentences))
            task.deliver(self._put, story_sections.brief(view, summary, known=True))

        self.session.aside.start("brief", self.call_later, work, lambda error: self.say(error, alarming=True))

    def _all_said(self, count: int) -> None:
        """The brief cannot be so long."""
        self.length = count
        self.say(f"there is no more to tell than these {count} sentences")

    # ----------------------------------------------------------------- by hand

    @property
    def article(self) -> int | None:
        """The article that the selected row stands for; a sentence, a quotation or a name is none."""
        target = self.pane.target
        stands_for = self.pane.at[0] in (story_sections.WHEN, TELLINGS)
        return target.article_id if stands_for and isinstance(target, Spot) else None

    def _chosen(self) -> int | None:
        """The selected article, if something may be done with it now; else it is said why not."""
        why = self.session.writing.busy or ("" if self.article is not None else "choose an article in the timeline")
        self.say(why)
        return None if why else self.article

    def action_split(self) -> None:
        """The selected article does not belong to this story."""
        if (chosen := self._chosen()) is not None:
            self.actions.by_hand.split(chosen, self._look_again)

    def action_merge(self) -> None:
        """One story of this and another one."""
        self.say(self.session.writing.busy)
        if self.view is not None and not self.session.writing.busy:
            dialogues.ask_story(self, self.actions, self.article or self.view.story.article_ids[0], self._look_again)

    def action_mark(self, mark: str) -> None:
        """The selected article is read, or has a star; or not any more."""
        view, chosen = self.view, self._chosen()
        entry = next((entry for entry in view.entries if entry.id == chosen), None) if view else None
        if view is not None and entry is not None:
            self._try(lambda: self._mark(view, entry.id, **{mark: not getattr(entry, mark)}))

    def _mark(self, view: StoryView, number: int, *, read: bool | None = None, starred: bool | None = None) -> None:
        self.actions.marking.mark([number], read=read, starred=starred, then=partial(self._marked, view))

    def _marked(self, view: StoryView) -> None:
        view.look_again()
        self._count(view)
        self._put(self._when(view))

    def action_edit(self) -> None:
        """Set right what the selected article says of itself."""
        if (chosen := self._chosen()) is not None:
            self._try(lambda: dialogues.ask_fields(self, self.actions, chosen, self.say, self._look_again))

    def action_compare(self) -> None:
        """The selected article beside another one; a place chosen there is gone to."""
        if (chosen := self._chosen()) is not None:
            dialogues.compare(self, self.actions, self.keymap, chosen, self._compared)

    def _compared(self, spot: Spot | None) -> None:
        if spot is not None:
            self.dismiss(spot)

    def action_export(self) -> None:
        """The story, the selected article or the list as a file, for the clipboard or a program."""
        if self.view is not None:
            able = self.actions.exporting.exportable(self.view.story, self.article)
            dialogues.ask_export(self, self.actions, able, self.say)

    def action_not_here(self, name: str) -> None:
        """A key of the main screen that means nothing here."""
        self.say(f"not on this screen: {COMMANDS[name].title().lower()}")

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except ReaderError as error:
            self.say(str(error), alarming=True)

    def action_undo(self) -> None:
        """Take back what was decided last."""
        self.say(self.session.writing.busy)
        self.actions.by_hand.undo(self._look_again)

    def _look_again(self, note: str) -> None:
        """The story may have other articles now, or be part of another one."""
        self.session.aside.start("story", self.call_later, self._work_out, self._failed)
        self.say(note)

    # ----------------------------------------------------------------- leaving

    def action_help(self) -> None:
        """What is shown, the keys of this screen, and all keys."""
        shown = self.keymap.shown
        keys = [(" ".join(key for one in names for key in shown(one)[:1]), does) for names, does in helping.STORY_KEYS]
        helping.show_help(self, self.keymap, *helping.STORY, keys)

    # ------------------------------------------------------------------- hints

    def say(self, note: str, *, alarming: bool = False) -> None:
        """Show a note at the bottom."""
        self.key_line.say(note, alarming=alarming)

    def _hints(self) -> Sequence[Hint]:
        shown = self.keymap.shown
        unable = set() if self.pane.target is not None else {"enter"}
        unable |= set() if self.article is not None else {"not-of-story", "compare"}
        return [
            Hint(" ".join(shown(name)[0] for name in names if shown(name)), word, names[0], names[0] not in unable)
            for names, word in _HINTS
            if shown(names[0])
        ]

    @on(KeyLine.Clicked)
    async def hint_clicked(self, message: KeyLine.Clicked) -> None:
        """As if its key had been pressed."""
        if self.app.screen is self:
            await self.run_action(_ACTIONS[message.command])
