"""What is being read: the article in the panes, its summary, what is related to it, the walk and the trail.

Here: which article is shown, and in which way; the slow parts are worked out in a thread.
Not here: the list, marks, and how the panes are arranged (the main screen).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.article import Article, Ranking
from reader.desk.walks import Step
from reader.tui.draw.cells import line_of
from reader.tui.session.aside import Task
from reader.tui.session.trail import Trail
from reader.tui.session.walk import Walk

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

_PLACES_KEPT = 2_000
USUAL_LENGTH = 3
_PATIENCE = 0.25
"""Seconds after which it is said that something is still being worked out."""


class Reading:
    """The article in the panes of a screen."""

    def __init__(self, screen: MainScreen) -> None:
        """screen: whose panes, library and threads are used."""
        self.screen = screen
        self.article: Article | None = None
        self.ranking: Ranking | None = None
        self.steps: Sequence[Step] = ()
        """The article's own walk; its first step is the article."""
        self.walk: Walk | None = None
        self.trail = Trail()
        self.method = "news"
        self.length = USUAL_LENGTH
        self._places: dict[int, int] = {}
        self._patience: Timer | None = None

    # ----------------------------------------------------------------- opening

    def preview(self, article_id: int | None) -> None:
        """Show an article in the panes without opening it."""
        if article_id is None:
            self._clear()
        elif self.article is None or self.article.id != article_id:
            self._show(article_id, self._places.get(article_id, 0))

    def open(self, article_id: int, *, place: int | None = None, walking: bool = False) -> None:
        """Open an article for reading: it is a step of the trail, and is marked read. place: where in the text."""
        self.leave_place()
        if not walking:
            self.walk = None
        if self.article is None or self.article.id != article_id:
            self._show(article_id, self._places.get(article_id, 0) if place is None else place)
        elif place is not None:
            self.screen.text.go_to(place)
        self.trail.visit(article_id)
        self.screen.list.touched()
        self.screen.opened(article_id)

    def leave_place(self) -> None:
        """Remember how far down the present article was read."""
        if self.article is None or self.article.id is None or not self.screen.text.display:
            return
        place = self.screen.text.place
        self._places.pop(self.article.id, None)
        self._places[self.article.id] = place
        if len(self._places) > _PLACES_KEPT:
            del self._places[next(iter(self._places))]
        if self.trail.here and self.trail.here.article_id == self.article.id:
            self.trail.remember(place)

    def _clear(self) -> None:
        self.screen.aside.cancel("ranking")
        self.screen.aside.cancel("survey")
        self.article, self.ranking, self.steps = None, None, ()
        self.screen.comparing.forget()
        self.screen.text.show(None)
        self.screen.summary.show(None)
        self.screen.related.show(())

    def _show(self, article_id: int, place: int) -> None:
        self.leave_place()
        self.article = article = self.screen.library.article(article_id)
        self.ranking, self.steps = None, ()
        self.screen.comparing.forget()
        self.screen.text.show(article, standing=self._standing(article_id), place=place)
        self.find_words(go=place == 0)
        self._say_working_later()
        self._rank()
        self._survey(article_id)

    def _standing(self, article_id: int) -> list[str]:
        """`4 of 4 in the story`: which telling of its story this is, in time order; `file gone`; `#tag`."""
        entry = self.screen.list.entry_of(article_id)
        if entry is None:
            return []
        facts = []
        if entry.story is not None and entry.tellings > 1:
            ids = self.screen.library.story(entry.story).article_ids
            if article_id in ids:
                known = entry.published is not None  # the undated ones are in no order
                facts.append(
                    f"{ids.index(article_id) + 1} of {len(ids)} in the story" if known else f"story of {len(ids)}"
                )
        facts += self.screen.comparing.facts(article_id)
        facts += ["its file is gone"] if entry.gone else []
        return facts + [f"#{line_of(tag)}" for tag in entry.tags]

    def restate(self) -> None:
        """Marks have changed: say so above the text."""
        if self.article is not None and self.article.id is not None:
            self.screen.text.restate(self._standing(self.article.id))

    def reread(self) -> None:
        """The present article may have been changed by hand: show it as it is now, at the same place."""
        if self.article is not None and self.article.id is not None:
            if self.screen.library.article(self.article.id) != self.article:
                self._show(self.article.id, self.screen.text.place)
            else:
                self.restate()

    # --------------------------------------------------------- worked out aside

    def find_words(self, *, go: bool) -> None:
        """Have the words marked that are searched for, if any. go: to where most of them come together."""
        article, query = self.article, self.screen.list.view.query
        self.screen.aside.cancel("words")
        if article is None or not query:
            self.screen.text.mark_found(())
            return

        def work(task: Task) -> None:
            places, first = self.screen.library.matches(article, query)
            task.deliver(self.screen.text.mark_found, places, first if go else None)

        # A text in which nothing is marked is a text still.
        self.screen.aside.start("words", self.screen, work, lambda error: None)

    def _rank(self) -> None:
        """Have the present article ranked by the present method."""
        if self.article is None or self.article.id is None:
            return
        article_id, method = self.article.id, self.method

        def work(task: Task) -> None:
            task.deliver(self._ranked, self.screen.library.ranking(article_id, method))

        self.screen.aside.start("ranking", self.screen, work, lambda error: self.show_summary(note=error))

    def _survey(self, article_id: int, then: Callable[[Sequence[Step]], None] | None = None) -> None:
        """Have what is related to an article looked for. then: what is done with it, if not only shown."""

        def work(task: Task) -> None:
            task.deliver(then or self._surveyed, self.screen.library.walk(article_id))

        self.screen.aside.start("survey", self.screen, work, lambda error: self.screen.related.show((), note=error))

    def survey_again(self) -> None:
        """Stories may have changed: then the walk of the present article is another one."""
        if self.article is not None and self.article.id is not None:
            self._survey(self.article.id, self._surveyed_again)

    def _surveyed_again(self, steps: Sequence[Step]) -> None:
        """A walk through a story that is not the same any more ends."""
        if [(s.entry.id, s.in_story) for s in steps] == [(s.entry.id, s.in_story) for s in self.steps]:
            return
        if self.walk and self.walk.here.in_story and _inside(self.walk.steps) != _inside(steps):
            self.walk = None
        self._surveyed(steps)

    def _say_working_later(self) -> None:
        """Leave the side panes as they are for a moment: mostly the new contents are there before it would help."""
        if self._patience is not None:
            self._patience.stop()
        self._patience = self.screen.set_timer(_PATIENCE, self._say_working)

    def _say_working(self) -> None:
        if self.article is not None and self.ranking is None:
            self.screen.summary.show(None, note="working …")
        if self.article is not None and not self.steps:
            self.screen.related.show((), note="looking …")

    def _ranked(self, ranking: Ranking) -> None:
        """Show the summary that was worked out."""
        self.ranking = ranking
        self.show_summary()
        self.screen.tell()

    def _surveyed(self, steps: Sequence[Step]) -> None:
        """Show what is related."""
        self.steps = steps
        self.screen.related.show(steps, note="" if steps[1:] else "Nothing related in the library.")
        self.screen.tell()
        if self.article is not None and self.article.id is not None:
            self.screen.comparing.look(self.article.id)

    # ----------------------------------------------------------------- summary

    def show_summary(self, *, note: str = "") -> None:
        """Show as many sentences as are wanted, here and marked in the text."""
        summary = self.ranking.top(self.length) if self.ranking else None
        text = self.article.text if self.article else ""
        if not note and summary is not None and not summary.sentences:
            note = "There is no text to summarise."
        alone = not self.screen.text.display
        headline = (self.article.headline or "") if self.article and alone else ""
        about = self.article.id if self.article else None
        self.screen.summary.show(summary, note=note, text_length=len(text), headline=headline, about=about)
        self.screen.text.mark([(s.start, s.end) for s in summary.sentences] if summary else [])

    def explain(self) -> None:
        """Have it worked out why the selected sentence was taken."""
        if self.ranking is None or self.article is None or self.article.id is None:
            return
        article_id, ranking, sentence = self.article.id, self.ranking, self.screen.summary.sentence
        if sentence is None:
            return

        def work(task: Task) -> None:
            index = next((i for i, one in enumerate(ranking.sentences) if one.start == sentence.start), -1)
            if index >= 0:
                reasons = self.screen.library.why(article_id, index, ranking.method)
                task.deliver(self.screen.summary.explain, article_id, sentence, reasons)

        # A summary without its reasons is a summary still.
        self.screen.aside.start("why", self.screen, work, lambda error: None)

    def cannot_change_length(self, by: int) -> str:
        """Why the summary cannot be longer or shorter; empty when it can."""
        if self.ranking is None:
            return "no summary here"
        count = len(self.ranking.sentences)
        if not count:
            return "there is no text to summarise"
        if by > 0 and self.length >= count:
            return f"the text has {count} sentence{'s' * (count != 1)}, all are shown"
        return "a summary has a sentence at least" if by < 0 and self.length <= 1 else ""

    def change_length(self, by: int) -> None:
        """So many sentences more or less."""
        if self.ranking is not None:
            self.length = min(self.length, len(self.ranking.sentences))
        self.length += by
        self.show_summary()

    def next_method(self) -> None:
        """Summarise by the next method; it is worked out aside."""
        methods = self.screen.library.methods
        self.method = methods[(methods.index(self.method) + 1) % len(methods)]
        self.ranking = None
        if self._patience is not None:
            self._patience.stop()  # that something is being worked out is said here
        self.screen.say(f"summary by {self.method}")
        self.show_summary(note=f"{self.method}: working …")
        self._rank()

    # ----------------------------------------------------------- walk and trail

    def cannot_walk(self) -> str:
        """Why there is no way from here, as far as is known yet; empty when there may be one."""
        here = self.screen.acting_on
        if here is None:
            return "no article here"
        walking = self.walk is not None and self.walk.here.entry.id == here
        alone = self.article is not None and self.article.id == here and len(self.steps) == 1
        return "nothing related in the library" if alone and not walking else ""

    def step(self, by: int) -> None:
        """Walk on or back through the story; the way is fixed at the article where the walk starts."""
        start = self.screen.acting_on
        if start is None:
            return
        if self.walk is None or self.walk.here.entry.id != start:
            known = self.article is not None and self.article.id == start and self.steps
            steps = self.steps if known else self.screen.library.walk(start)
            self.walk = Walk(steps) if steps else None
            if self.trail.here is None or self.trail.here.article_id != start:
                self.trail.visit(start)
        if self.walk is None or len(self.walk.steps) < 2:
            self.screen.say("nothing related in the library")
            return
        step = self.walk.move(by)
        if step is None:
            self.screen.say(f"the walk {'ends' if self.walk.at else 'begins'} here · {self.walk.label()}")
            return
        self.open(step.entry.id, walking=True)

    def go_along(self, article_id: int) -> None:
        """Open one of the related articles: the walk that starts here goes on from there."""
        if self.walk is None or not self.walk.find(article_id):
            self.walk = Walk(self.steps) if self.steps else None
        if self.walk is not None:
            if self.article is not None and self.article.id is not None:
                self.trail.visit(self.article.id)
            self.walk.find(article_id)
        self.open(article_id, walking=True)

    def along_trail(self, *, back: bool) -> None:
        """Go along the trail, to the place where the article was left."""
        self.leave_place()
        place = self.trail.back() if back else self.trail.forward()
        if place is None:
            return
        if self.walk is not None and not self.walk.find(place.article_id):
            self.walk = None
        self.open(place.article_id, place=place.scroll, walking=True)

    def whereabouts(self) -> str:
        """Where on the walk the reader is; empty when on none."""
        if self.walk is None or self.walk.here.entry.id != self.screen.acting_on:
            return ""
        return f"walk {self.walk.label()}"


def _inside(steps: Sequence[Step]) -> set[int]:
    """The articles of a walk's story."""
    return {step.entry.id for step in steps if step.in_story}
