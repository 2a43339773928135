"""The session: what a person has before them, and the one signal that something of it changed.

Here: which article, where on the walk and the trail, how it is shown, what is being worked out or written meanwhile.
Not here: what changes it (actions), what is seen of it (screens).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, TypeVar

from reader.article import Article, Entry, Ranking, Story, View
from reader.config.reading import NOTHING, Config
from reader.config.settings import SUMMARY_METHOD, SUMMARY_SENTENCES
from reader.desk import Library
from reader.desk.walks import Step
from reader.errors import ReaderError
from reader.tui.session.aside import Aside, CallLater, Task, Work
from reader.tui.session.changes import Asked, Change, Said
from reader.tui.session.listed import Articles
from reader.tui.session.past import Past
from reader.tui.session.trail import Trail
from reader.tui.session.walk import Walk
from reader.tui.session.writing import Writing

if TYPE_CHECKING:
    from reader.comparison import Passages
    from reader.extensions.methods import Told
    from reader.links import Link

Mode = Literal["beside", "text", "summary"]
"""How an article is shown: summary beside the text, the text alone, the summary alone."""
Found = TypeVar("Found")


class Session:
    """What the actions hold, and the screens show."""

    def __init__(self, library: Library, home: View, call_later: CallLater, config: Config = NOTHING) -> None:
        """home: what is listed when nothing is searched or filtered. call_later: calls in the thread of the screens."""
        self.library = library
        self.config = config
        self.home = home
        # They are read while something is drawn: what is said about it comes after that.
        self.listed = Articles(library, lambda error: call_later(self.warn, error))
        """What the list shows, and which article of it is highlighted."""
        self.article: Article | None = None
        """The article in the panes."""
        self.ranking: Ranking | None = None
        """Its sentences; None: not known yet."""
        self.told: Told | None = None
        """What a method of the person's own says of it; None: nothing yet, or it is summarised by its sentences."""
        self.story: Story | None = None
        """The story it is in, once that is known."""
        self.steps: Sequence[Step] = ()
        """Its own walk, whose first step it is; empty: not known yet."""
        self.passages: Passages | None = None
        """Where else its passages stand; None: not known yet."""
        self.links: Sequence[Link] | None = None
        """Where its text leads to on the web; None: not known yet."""
        self.walk: Walk | None = None
        """The walk that the person is on."""
        self.trail = Trail()
        self.mode: Mode = "beside"
        self.inside = False
        """Whether the keys go to the article rather than to the list."""
        self.zen = False
        self.method = config[SUMMARY_METHOD]
        self.sentences = config[SUMMARY_SENTENCES]
        """How many sentences a summary has; None: as many as are usual for its text."""
        self.longer = 0
        """How many sentences more than usual a summary has."""
        self.aside = Aside()
        self.writing = Writing(self.start)
        self.searches, self.finds = Past(), Past()
        """What was searched for in the library, and looked for in articles."""
        self.place: Callable[[], int | None] = lambda: None
        """Where in the text the person is, as a character of it; None: the text is not seen."""
        self._call_later = call_later
        self._tell: Callable[[Change], object] = lambda change: None
        self._asking: Task | None = None

    def length_of(self, ranking: Ranking) -> int:
        """How many sentences of a text its summary has."""
        return max(1, min((self.sentences or ranking.usual) + self.longer, len(ranking.within().sentences)))

    # ----------------------------------------------------------------- changes

    def listen(self, listener: Callable[[Change], object]) -> None:
        """Have every change told."""
        self._tell = listener

    def tell(self, change: Change) -> None:
        """Something has changed."""
        self._tell(change)

    def say(self, note: str) -> None:
        """Have something shown until the next key."""
        self.tell(Said(note))

    def warn(self, note: str) -> None:
        """Have it shown what went wrong."""
        self.tell(Said(note, alarming=True))

    @contextmanager
    def trying(self) -> Iterator[None]:
        """What cannot be done is said in one line."""
        try:
            yield
        except ReaderError as error:
            self.warn(str(error))

    # ---------------------------------------------------------------- articles

    @property
    def shown(self) -> int | None:
        """The article in the panes."""
        return self.article.id if self.article else None

    @property
    def acting_on(self) -> int | None:
        """The article that commands act on: the one being read, in the list the highlighted one."""
        return self.shown if self.inside and self.article else self.listed.current

    @property
    def acting_entry(self) -> Entry | None:
        """Its row in the list."""
        return self.listed.entry_of(self.acting_on) if self.acting_on is not None else None

    def steps_from(self, article_id: int) -> Sequence[Step]:
        """An article's own walk, as far as it is known: empty, if it is not."""
        return self.steps if self.shown == article_id else ()

    # ------------------------------------------------------------------- aside

    def start(self, kind: str | None, work: Work, failed: Callable[[str], None] = lambda error: None) -> Task:
        """Have some work done in a thread, see `Aside.start`. failed: told why it could not; else nobody is."""
        return self.aside.start(kind, self._call_later, work, failed)

    @property
    def asking(self) -> bool:
        """Whether something is being looked up that the next key waits for."""
        return self._asking is not None

    def ask(
        self,
        look_up: Callable[[], Found],
        then: Callable[[Found], object],
        failed: Callable[[], None] = lambda: None,
    ) -> None:
        """Have something looked up in a thread that the next key depends on: keys wait for it, the screen does not.

        then: what is done with it. failed: told that it cannot be had; why is said.
        """

        def answered(found: Found) -> None:
            self._asking = None
            with self.trying():
                then(found)

        def went_wrong(error: str) -> None:
            self._asking = None
            failed()
            self.warn(error)

        self._asking = self.start("ask", lambda task: task.deliver(answered, look_up()), went_wrong)
        self.tell(Asked())

    def give_up(self) -> None:
        """What is being looked up is not wanted any more."""
        self.aside.cancel("ask")
        self._asking = None
