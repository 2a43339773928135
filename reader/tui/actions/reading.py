"""What is being read: the article in the panes, its summary, what is related to it.

Here: which article is shown, and in which way; the slow parts are worked out aside.
Not here: walks and the trail (walking), marks (marking), panes (screens).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.article import Ranking, Sentence, Story
from reader.desk.shared_names import Spot
from reader.desk.walks import Step
from reader.links import Link
from reader.tui.actions.comparing import Comparing
from reader.tui.actions.finding import Finding
from reader.tui.actions.marking import Marking
from reader.tui.actions.telling import Telling
from reader.tui.draw.cells import line_of
from reader.tui.session.aside import Task
from reader.tui.session.changes import ArticleShown, Explained, Linked, Opened, Placed, Summarised, Surveyed, WordsFound
from reader.tui.session.session import Session

_PLACES_KEPT = 2_000


class Reading:
    """The article in the panes."""

    def __init__(self, session: Session, marking: Marking, comparing: Comparing) -> None:
        """marking: marks what is opened. comparing: looks for its passages."""
        self.session = session
        self.telling = Telling(session)
        self.marking = marking
        self.comparing = comparing
        self.finding = Finding(session)
        self.places: dict[int, int] = {}
        """How far down articles were read, the latest last."""

    # ----------------------------------------------------------------- opening

    def preview(self, article_id: int | None) -> None:
        """Show an article in the panes without opening it."""
        if article_id is None:
            self._clear()
        elif self.session.shown != article_id:
            self._show(article_id, self.places.get(article_id, 0))

    def open(
        self, article_id: int, *, place: int | None = None, walking: bool = False, spot: Spot | None = None
    ) -> None:
        """Open an article for reading: it is a step of the trail, and is marked read.

        place: where in the text. walking: the walk goes on. spot: a passage of it to be set off.
        """
        session = self.session
        self.leave_place()
        if not walking:
            session.walk = None
        again = session.shown == article_id
        if not again:
            self._show(article_id, self.places.get(article_id, 0) if place is None else place)
        session.trail.visit(article_id)
        session.tell(Opened(article_id, place if again else None, spot))
        self.marking.opened(article_id)
        self.comparing.look_ahead()

    def go(self, spot: Spot, *, came_from: int) -> None:
        """Open an article at a place, which is set off there; the trail leads back to where the reader was."""
        session = self.session
        if session.trail.here is None or session.trail.here.article_id != came_from:
            session.trail.visit(came_from)
        on_the_walk = session.walk is not None and session.walk.find(spot.article_id)
        self.open(spot.article_id, walking=on_the_walk, spot=spot)

    def leave_place(self) -> None:
        """Remember how far down the present article was read."""
        session = self.session
        article_id, place = session.shown, session.place()
        if article_id is None or place is None:
            return
        self.places.pop(article_id, None)
        self.places[article_id] = place
        if len(self.places) > _PLACES_KEPT:
            del self.places[next(iter(self.places))]
        if session.trail.here and session.trail.here.article_id == article_id:
            session.trail.remember(place)

    def _clear(self) -> None:
        session = self.session
        session.aside.cancel("ranking")
        session.aside.cancel("survey")
        session.article, session.ranking, session.told, session.steps = None, None, None, ()
        self.comparing.forget()
        session.tell(ArticleShown())

    def _show(self, article_id: int, place: int) -> None:
        session = self.session
        self.leave_place()
        session.article = session.library.article(article_id)
        session.ranking, session.told, session.steps = None, None, ()
        if session.story is not None and article_id not in session.story.article_ids:
            session.story = None
        session.links = None
        self.comparing.forget()
        session.tell(ArticleShown(place))
        self.find_words(go=place == 0)
        self._place()
        self._rank()
        self._survey(article_id)
        if session.inside:
            self.look_for_links()

    def reread(self) -> None:
        """The present article may have been changed by hand: show it as it is now, at the same place."""
        article_id = self.session.shown
        if article_id is not None and self.session.library.article(article_id) != self.session.article:
            self._show(article_id, self.session.place() or 0)

    def facts(self) -> list[str]:
        """`4 of 4 in the story`: which telling of its story this is, in time order; `file gone`; `#tag`."""
        article_id = self.session.shown
        entry = self.session.listed.entry_of(article_id) if article_id is not None else None
        if article_id is None or entry is None:
            return []
        facts = []
        if (story := self.session.story) is not None and story.id == entry.story:
            ids = story.article_ids
            if len(ids) > 1 and article_id in ids:
                known = entry.published is not None  # the undated ones are in no order
                facts.append(
                    f"{ids.index(article_id) + 1} of {len(ids)} in the story" if known else f"story of {len(ids)}"
                )
        facts += self.comparing.facts()
        facts += ["its file is gone"] if entry.gone else []
        return facts + [f"#{line_of(tag)}" for tag in entry.tags]

    def end_find(self) -> None:
        """Nothing is looked for in the article any more; what is searched for in the library is marked again."""
        self.finding.end()
        self.find_words(go=False)

    # --------------------------------------------------------- worked out aside

    def find_words(self, *, go: bool) -> None:
        """Have the words marked that are looked for in the article, or else searched for.

        go: to where most of the latter come together.
        """
        session, article, query = self.session, self.session.article, self.session.listed.view.query
        session.aside.cancel("words")
        if self.finding.on:
            self.finding.again()
            return
        self.finding.end()
        if article is None or not query:
            session.tell(WordsFound())
            return

        def work(task: Task) -> None:
            places, first = session.library.matches(article, query)
            task.deliver(session.tell, WordsFound(places, first if go else None))

        session.start("words", work)  # a text in which nothing is marked is a text still

    def look_for_links(self) -> None:
        """Have it looked up, once for each article that is gone into, where its text leads to on the web."""
        session, article_id = self.session, self.session.shown
        if article_id is None or session.links is not None:
            return
        session.links = ()

        def work(task: Task) -> None:
            task.deliver(found, session.library.links(article_id))

        def found(links: Sequence[Link]) -> None:
            session.links = links
            session.tell(Linked())

        session.start("links", work)  # a text that leads nowhere is a text still

    def _place(self) -> None:
        """Have it looked up which articles the story of the present one has."""
        session, article_id = self.session, self.session.shown
        entry = session.listed.entry_of(article_id) if article_id is not None else None
        if entry is None or entry.story is None or entry.tellings < 2:
            return
        number = entry.story

        def work(task: Task) -> None:
            task.deliver(self._placed, session.library.story(number))

        session.start("place", work)  # a text that does not say it is a text still

    def _placed(self, story: Story) -> None:
        self.session.story = story
        self.session.tell(Placed())

    def _rank(self, *, at_once: bool = False) -> None:
        """Have the present article ranked by the present method. at_once: also where that is a program of one's own."""
        session, article_id, method = self.session, self.session.shown, self.session.method
        if article_id is None or session.article is None:
            return
        if method not in session.library.methods:
            self.telling.ask(session.article, self._fall_back, at_once=at_once or session.inside)
            return

        def work(task: Task) -> None:
            task.deliver(self._ranked, session.library.ranking(article_id, method))

        session.start("ranking", work, lambda error: session.tell(Summarised(error)))

    def _fall_back(self, why: str) -> None:
        """The method that is configured is not there: the usual one is taken for now."""
        self.session.method = self.session.library.methods[0]
        self.session.warn(why)
        self._rank()

    def _ranked(self, ranking: Ranking) -> None:
        self.session.ranking = ranking
        self.session.tell(Summarised())

    def _survey(self, article_id: int, then: Callable[[Sequence[Step]], None] | None = None) -> None:
        """Have what is related to an article looked for. then: what is done with it, if not only shown."""
        session = self.session

        def work(task: Task) -> None:
            task.deliver(then or self._surveyed, session.library.walk(article_id))

        session.start("survey", work, lambda error: session.tell(Surveyed(error)))

    def _surveyed(self, steps: Sequence[Step]) -> None:
        self.session.steps = steps
        alone = "Still being worked out." if steps and steps[0].entry.waiting else "Nothing related in the library."
        self.session.tell(Surveyed("" if steps[1:] else alone))

    def survey_again(self, *, waiting: bool = False) -> None:
        """Stories may have changed: then the present article has another place, and another walk.

        waiting: only if it was not known yet.
        """
        if waiting and not any(step.entry.waiting for step in self.session.steps[:1]):
            return
        self._place()
        if self.session.shown is not None:
            self._survey(self.session.shown, self._surveyed_again)

    def _surveyed_again(self, steps: Sequence[Step]) -> None:
        """A walk through a story that is not the same any more ends."""
        session = self.session
        if _known_of(steps) == _known_of(session.steps):
            return
        if session.walk and session.walk.here.in_story and _inside(session.walk.steps) != _inside(steps):
            session.walk = None
        self._surveyed(steps)

    # ----------------------------------------------------------------- summary

    def explain(self, sentence: Sentence | None) -> None:
        """Have it worked out why a sentence was taken."""
        session, article_id, ranking = self.session, self.session.shown, self.session.ranking
        if sentence is None or article_id is None or ranking is None:
            return

        def work(task: Task) -> None:
            index = next((i for i, one in enumerate(ranking.sentences) if one.start == sentence.start), -1)
            if index >= 0:
                reasons = session.library.why(article_id, index, ranking.method)
                task.deliver(session.tell, Explained(article_id, sentence, reasons))

        session.start("why", work)  # a summary without its reasons is a summary still

    def cannot_change_length(self, by: int) -> str:
        """Why the summary cannot be longer or shorter; empty when it can."""
        ranking = self.session.ranking
        if self.session.told is not None:
            return f"what {self.session.method} says is as long as it is"
        if ranking is None:
            return "no summary here"
        count, length = len(ranking.within().sentences), self.session.length_of(ranking)
        if not count:
            return "there is no text to summarise"
        if by > 0 and length >= count:
            return f"the text has {count} sentence{'s' * (count != 1)}, all are shown"
        return "a summary has a sentence at least" if by < 0 and length <= 1 else ""

    def change_length(self, by: int) -> None:
        """So many sentences more or less."""
        session = self.session
        if session.ranking is not None:
            session.longer = session.length_of(session.ranking) + by - (session.sentences or session.ranking.usual)
        session.tell(Summarised())

    def next_method(self) -> None:
        """Summarise by the next method; it is worked out aside."""
        session = self.session
        methods = self.telling.methods()
        session.method = methods[(methods.index(session.method) + 1) % len(methods)]
        session.ranking = session.told = None
        session.say(f"summary by {session.method}")
        session.tell(Summarised(f"{session.method}: working …"))
        self._rank(at_once=True)


def _known_of(steps: Sequence[Step]) -> list[tuple[int, bool, bool]]:
    """What is said of a walk's articles."""
    return [(step.entry.id, step.in_story, step.entry.waiting) for step in steps]


def _inside(steps: Sequence[Step]) -> set[int]:
    """The articles of a walk's story."""
    return {step.entry.id for step in steps if step.in_story}
