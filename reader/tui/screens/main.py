"""The main screen: the list, the summary over what is related, the full text.

Here: running commands, showing what the session's changes are, what the panes say of themselves.
Not here: arrangement (panes), what the commands do (doing), what is changed (actions).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.timer import Timer

from reader.article import Problem, View
from reader.config.reading import Config
from reader.config.settings import LINE_LENGTH, LIST_GROUP, REFRESH_AT_START, REFRESH_EVERY
from reader.desk import Library
from reader.desk.shared_names import Spot
from reader.tui.draw import criteria, wording
from reader.tui.keys.commands import COMMANDS
from reader.tui.keys.keymap import Keymap, bindings
from reader.tui.screens import dialogues, incoming, list_dialogues
from reader.tui.screens.doing.all import doing
from reader.tui.screens.doing.does import hints
from reader.tui.screens.panes import Panes
from reader.tui.session import changes
from reader.tui.session.left import Left, load, save
from reader.tui.session.past import Past
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.bars import Chips, Hint, KeyLine
from reader.tui.widgets.drawn import Looks
from reader.tui.widgets.side import RelatedPane, SummaryPane

_PATIENCE = 0.25
"""Seconds after which it is said that something is still being worked out."""
_LOOK_EVERY = 0.1
"""Seconds between two looks at what is being added."""
_LOOK_AROUND_EVERY = 0.4
"""Seconds between two looks at what comes in by itself."""

_TIPS = {
    "start": (("down", "move"), ("enter", "reads"), ("help", "explains this screen"), ("palette", "finds any command")),
    "opened": (("onward", "reads on"), ("next-of-story", "the same story elsewhere"), ("leave", "back to the list")),
}
"""Said in the first session, each once: commands, and what their keys do."""


class MainScreen(Panes):
    """Everything but the dialogues."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(),
        *(Binding(f"alt+{number}", f"view({number})", show=False) for number in range(1, 10)),
    ]
    AUTO_FOCUS = "#list"
    BLANK = True

    def __init__(
        self,
        library: Library,
        keymap: Keymap,
        *,
        view: View,
        places: Sequence[str] = (),
        problems: Sequence[Problem] = (),
        left: Path | None = None,
        config: Config,
        notice: str = "",
    ) -> None:
        """view: what is listed first. places: to be added as soon as the screen is up. problems: said before that.

        left: the file of how it was left, where that is to be remembered. notice: what is wrong with the configuration.
        """
        super().__init__(library, keymap, view, config)
        self.config = config
        self._notice = notice
        self._left = left
        self.places = places
        self._unwatched = [place for place in places if Path(place).is_dir()]
        self.actions.adding.problems.extend(problems)
        self.doing = doing(self)
        self._tips = set(_TIPS) if left is not None and not left.exists() else set()
        self._begun = False
        self._refreshes = False
        """Whether the feeds that are due are to be asked as soon as nothing else comes in."""
        self._patience: Timer | None = None
        self._looking: Timer | None = None
        self._shows: Mapping[type, Callable[[Any], object]] = {
            changes.ArticleShown: self._article_shown,
            changes.Opened: self._opened,
            changes.Summarised: self._summarised,
            changes.Surveyed: self._surveyed,
            changes.Explained: lambda one: self.summary.explain(one.article_id, one.sentence, one.reasons),
            changes.Placed: lambda _: self._restate(),
            changes.Traced: self._traced,
            changes.Linked: lambda _: self.show_links(),
            changes.WordsFound: self._words_found,
            changes.Marked: self._marked,
            changes.Listed: self._listed,
            changes.ListingStale: lambda _: self.list.reload(),
            changes.Counted: self._counted,
            changes.Progressed: self._progressed,
            changes.NothingTaken: self._nothing_taken,
            changes.Offered: lambda one: incoming.offer_feeds(self, one.feeds),
            changes.Said: lambda said: self.say(said.note, alarming=said.alarming),
            changes.Asked: lambda _: self.set_timer(_PATIENCE, self._say_looking),
        }
        self.session.listen(lambda change: self._shows[type(change)](change))

    def on_mount(self) -> None:
        """Show the list at once; everything else comes after the first picture."""
        new = Left(group=self.config[LIST_GROUP], line_length=self.config[LINE_LENGTH])
        before = load(self._left, new) if self._left else new
        self.session.mode = before.mode
        self.text.line_length = before.line_length
        if before.turns_text is not None:
            self.turns_text = cast(Looks, self.app).turns_text = before.turns_text
        self.actions.reading.places.update(before.places)
        self.session.searches, self.session.finds = Past(before.searches), Past(before.finds)
        self.actions.views.come_back(before.view(self.session.home), before.only, before.article)
        self.call_after_refresh(self._begin)
        if before.inside and before.article is not None:
            self.call_after_refresh(self._go_on, before.article, before.places.get(before.article, 0))

    def _go_on(self, article_id: int, place: int) -> None:
        """Open the article that was being read, if it is still there."""
        with self.session.trying():
            if self.session.library.entries([article_id]):
                self.actions.reading.open(article_id, place=place)

    def _begin(self) -> None:
        """Start what is done aside; before the first picture it would delay that."""
        session, adding = self.session, self.actions.adding
        self._begun = True
        for pane in (self.summary, self.related, self.text):
            pane.styles.overflow_y = "scroll"  # for good, so that nothing is laid out anew when they need the bar
        self._list_on()
        if adding.problems:
            self.masthead.update(problems=len(adding.problems))
            dialogues.show_problems(self, adding.problems)
        with session.trying():
            for notice in filter(None, (self._notice, *session.library.notices())):
                session.warn(notice)
        if self.places:
            with session.trying():
                adding.start(self.places, named=True)
        if len(session.listed.listing):
            self._tip("start")
        self._refreshes = self.config[REFRESH_AT_START]
        if seconds := self.config[REFRESH_EVERY]:
            self.set_interval(seconds, self._refresh_next)
        self.set_interval(_LOOK_AROUND_EVERY, self._look_around)
        self._explain_emptiness()

    def _refresh_next(self) -> None:
        self._refreshes = True

    def _look_around(self) -> None:
        """See what has come in by itself: into the folders that the screen was opened on, once what is there is added,
        and into the library by other programs.
        """
        watching, adding = self.actions.watching, self.actions.adding
        if self._refreshes and not adding.going_on:
            self._refreshes = False
            with self.session.trying():
                adding.refresh_by_itself()
        # Watching begins by adding what is there: whoever stopped that does not want it begun again.
        if self._unwatched and not adding.going_on and not adding.stopped:
            folders, self._unwatched = self._unwatched, []
            with self.session.trying():
                watching.start(folders)
        watching.look()

    def on_unmount(self) -> None:
        """Whoever leaves does not go on adding; what is stored stays, and the next time it goes on from there."""
        self.actions.adding.stop()
        self.actions.watching.stop()
        self.session.aside.cancel("ranking")  # which may be a program
        if self._left is not None:
            self.actions.reading.leave_place()
            save(self._left, self._as_left())

    def _as_left(self) -> Left:
        session = self.session
        view = session.listed.view
        return Left(
            group=view.group,
            only=self.actions.views.typed_out(replace(view, query=None, group="date")),
            mode=session.mode,
            article=session.acting_on,
            inside=session.inside,
            places=self.actions.reading.places,
            line_length=self.text.line_length,
            turns_text=self.turns_text,
            searches=tuple(session.searches),
            finds=tuple(session.finds),
        )

    def _say_looking(self, said: str = "") -> None:
        """Say what the keys wait for, until it is there. said: that it was said already."""
        note, alarming = self._note
        if self.session.asking:
            said = said or self.actions.views.sought()
            if not alarming:
                self.say(said)
            self.set_timer(_LOOK_EVERY, partial(self._say_looking, said))
        elif said and note == said:
            self.be_silent()
            self.tell()

    # ---------------------------------------------------------------- commands

    def action_run_command(self, name: str) -> None:
        """Run a command, or say why it cannot act now."""
        does = self.doing[name]
        self.be_silent()
        if why := (COMMANDS[name].writes and self.session.writing.busy) or does.blocked():
            self.say(why)
        else:
            with self.session.trying():
                does.run()
        self.tell()

    def action_view(self, number: int) -> None:
        """List what the named view of that number lists."""
        self.be_silent()
        list_dialogues.open_view(self, number)

    def hints(self) -> Sequence[Hint]:
        """What can be done now."""
        return hints(self.doing, self.pane.id or "", self.keymap.shown)

    # ------------------------------------------------------- what is being read

    def _article_shown(self, change: changes.ArticleShown) -> None:
        article = self.session.article
        self.text.show(article, standing=self.actions.reading.facts(), place=change.place)
        if article is None:
            self.summary.show(None)
            self.related.show(())
            return
        # The side panes stay as they are for a moment: mostly the new contents are there before a word would help.
        self._be_patient()
        self._patience = self.set_timer(_PATIENCE, self._say_working)

    def _be_patient(self) -> None:
        if self._patience is not None:
            self._patience.stop()

    def _say_working(self) -> None:
        if self.session.article is not None and self.session.ranking is None and self.session.told is None:
            self.summary.show(None, note="working …")
        if self.session.article is not None and not self.session.steps:
            self.related.show((), note="looking …")

    def _opened(self, change: changes.Opened) -> None:
        """The list follows, the keys go to the article."""
        if change.place is not None:
            self.text.go_to(change.place)
        self.list.touched()
        self.list.select(change.article_id)
        spot = change.spot
        if spot is not None:
            if self.session.mode == "summary":
                self.session.mode = "beside"
            self.go_into(self.text)
            if spot.end:
                self.call_after_refresh(self.text.seek, (spot.start, spot.end))
            return
        stays = self.session.inside and self.pane is self.text and self.pane_is_seen(self.pane)
        self.go_into(self.text if stays else self.article_pane())
        self._tip("opened")

    def _summarised(self, change: changes.Summarised) -> None:
        if change.note:
            self._be_patient()  # that something is being worked out, or could not be, is said here
        self.show_summary(change.note)
        self.tell()

    def _surveyed(self, change: changes.Surveyed) -> None:
        self.related.show(self.session.steps, note=change.note)
        self.tell()
        self.call_after_refresh(self.actions.comparing.trace_shown)  # which would hold up the picture of what is there

    def _traced(self, change: changes.Traced) -> None:
        self.text.mark_passages(self.session.passages)
        self._restate()

    def _marked(self, change: changes.Marked) -> None:
        self.list.forget()
        self._restate()

    def _words_found(self, words: changes.WordsFound) -> None:
        self.text.mark_found(words.places, words.first, words.here)
        self.tell()

    def _restate(self) -> None:
        """What is said above the text may be another thing now."""
        if self.session.article is not None:
            self.text.restate(self.actions.reading.facts())

    @on(SummaryPane.Selected)
    def sentence_selected(self) -> None:
        """Say why it was taken."""
        self.actions.reading.explain(self.summary.sentence)

    @on(SummaryPane.Picked)
    def sentence_chosen(self, message: SummaryPane.Picked) -> None:
        """Go to the sentence's place in the text."""
        number, sentence = message.article_id, message.sentence
        if number != self.session.shown:
            return
        with self.session.trying():
            self.actions.reading.open(number, walking=True, spot=Spot(number, sentence.start, sentence.end))

    @on(RelatedPane.Picked)
    def related_chosen(self, message: RelatedPane.Picked) -> None:
        """Open the related article, as a step of the walk that starts here."""
        if any(step.entry.id == message.article_id for step in self.session.steps):
            with self.session.trying():
                self.actions.walking.go_along(message.article_id)

    # ------------------------------------------------------------ what is listed

    def _listed(self, piece: changes.Listed) -> None:
        self.list.load(piece)
        self.actions.reading.find_words(go=True)
        self.masthead.update(scope=criteria.scope(piece.view))
        self.show_chips()
        self.tell()
        if self._begun:
            self._list_on()

    def _list_on(self) -> None:
        self.list.load_rest()
        self.actions.views.count()

    def _counted(self, change: changes.Counted) -> None:
        counts = f"{wording.count_of(change.articles, 'article')} · {change.unread:,} unread"
        self.masthead.update(counts=counts, activity=change.activity)

    def _progressed(self, change: changes.Progressed) -> None:
        self.masthead.update(progress=change.progress, problems=change.problems)
        if change.progress is not None and self._looking is None:
            self._looking = self.set_interval(_LOOK_EVERY, self.actions.adding.look)
            self.tell()  # there is something to stop now
        elif change.progress is None and self._looking is not None:
            self._looking.stop()
            self._looking = None
            self.tell()

    def _nothing_taken(self, change: changes.NothingTaken) -> None:
        if self.app.screen is self:
            dialogues.show_problems(self, self.actions.adding.problems)

    @on(ArticleList.Loaded)
    def listing_loaded(self) -> None:
        """Say why nothing is listed, if so; what was not worked out yet about the article may be by now."""
        self._explain_emptiness()
        self.actions.reading.survey_again(waiting=True)

    def _explain_emptiness(self) -> None:
        """Why nothing is listed, and what to do about it."""
        if self.actions.adding.going_on:
            note: Sequence[str] = ("Looking for articles …",)
        elif self.actions.views.narrowed:
            note = ("No article is like that.", "", self.list.hint("leave", "lists everything again"))
        else:
            note = incoming.how_to_begin(self)
        self.list.explain(note)

    def _tip(self, name: str) -> None:
        """Say what helps a newcomer, once."""
        if name in self._tips and not self._note[1]:  # what is wrong comes first
            self._tips.discard(name)
            self.say(" · ".join(filter(None, (self.list.hint(command, does) for command, does in _TIPS[name]))))

    @on(ArticleList.Chosen)
    def article_clicked(self, message: ArticleList.Chosen) -> None:
        """A second click opens."""
        with self.session.trying():
            self.actions.reading.open(message.article_id)

    @on(Chips.Dropped)
    def chip_clicked(self, message: Chips.Dropped) -> None:
        """List without it."""
        self.actions.views.drop(message.field)

    @on(KeyLine.Clicked)  # and the masthead's: of both it is one class
    def hint_clicked(self, message: KeyLine.Clicked) -> None:
        """As if its key had been pressed; no second time, when that has opened another screen."""
        if self.app.screen is self:
            self.action_run_command(message.command)
