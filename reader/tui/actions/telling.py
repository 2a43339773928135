"""Summaries by methods of the person's own: asking a program about the present article, aside.

Here: when it is asked, what it said before, and that it is stopped when its answer is not wanted any more. Not here:
running it (extensions), the reader's own methods (reading).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.article import Article
from reader.config.settings import SUMMARY_METHOD
from reader.tui.session.aside import Task
from reader.tui.session.changes import Summarised
from reader.tui.session.session import Session

if TYPE_CHECKING:
    from reader.extensions.methods import Told

_REST = 1.0
"""Seconds that an article must stay highlighted before a program is asked about it; one that is read need not wait."""
_REMEMBERED = 200
_Key = tuple[int | None, str, int]


class Telling:
    """What methods of one's own say."""

    def __init__(self, session: Session) -> None:
        """session: whose article is summarised."""
        self.session = session
        self._said: dict[_Key, Told] = {}

    def methods(self) -> Sequence[str]:
        """All methods that `m` goes through: the reader's own, then the person's."""
        from reader.extensions.methods import configured  # the first screen does without it

        config = self.session.config
        names = [*self.session.library.methods, *configured(config), config[SUMMARY_METHOD]]
        return list(dict.fromkeys(names))

    def ask(self, article: Article, unknown: Callable[[str], None], *, at_once: bool) -> None:
        """Have the present method asked, aside. unknown: told why not, if there is no such method."""
        session, method = self.session, self.session.method
        key = (article.id, method, hash(article.text))
        if known := self._said.get(key):
            session.aside.cancel("ranking")  # else the answer about the article before would take its place
            self._told(key, known)
            return

        def work(task: Task) -> None:
            from reader.extensions import methods

            if not methods.is_known(session.config, method):
                task.deliver(unknown, methods.unknown(session.config, method))
                return
            until = time.monotonic() + (0 if at_once else _REST)
            while time.monotonic() < until:
                time.sleep(0.05)
                if task.cancelled:
                    return
            told = methods.tell(session.config, method, article, stop=lambda: task.cancelled)
            task.deliver(self._told, key, told)

        session.tell(Summarised(f"{method}: working …"))
        session.start("ranking", work, lambda error: session.tell(Summarised(error)))

    def _told(self, key: _Key, told: Told) -> None:
        self._said[key] = told
        if len(self._said) > _REMEMBERED:
            del self._said[next(iter(self._said))]
        self.session.told = told
        self.session.tell(Summarised())
