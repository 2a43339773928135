"""Finding words in the article that is being read.

Here: where they stand, and which of the places one is at. Not here: searching the library (views), drawing (widgets).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from reader.tui.session.changes import WordsFound
from reader.tui.session.session import Session

_QUOTES = str.maketrans("’‘“”„«»", '\'\'"""""')


_VOICED = 8
"""How Unicode calls the marks of kana: that they combine so."""


class _Plain(dict[int, int]):
    """Each character without its accent, small, as one character: places stay where they are.

    Syllables of hangul and voiced kana come apart as well, but what they come apart into are other letters.
    """

    def __missing__(self, code: int) -> int:
        char = chr(code).translate(_QUOTES)
        parts = unicodedata.normalize("NFD", char)
        others = any(unicodedata.combining(part) in (0, _VOICED) for part in parts[1:])
        small = (char if others else parts[:1]).casefold()
        self[code] = ord(small) if len(small) == 1 else code
        return self[code]


_PLAIN = _Plain()


def places_of(words: str, text: str) -> list[tuple[int, int]]:
    """Where `words` stand in `text`, parts of words too, without regard to case, accents and kinds of blanks."""
    forms = dict.fromkeys((words, unicodedata.normalize("NFC", words)))  # the text may have either
    wanted = [r"\s+".join(map(re.escape, form.translate(_PLAIN).split())) for form in forms]
    if not any(wanted):
        return []
    return [match.span() for match in re.finditer("|".join(wanted), text.translate(_PLAIN))]


class Finding:
    """The find that is on, if any: it ends with the article."""

    def __init__(self, session: Session) -> None:
        """session: whose article is looked through."""
        self.session = session
        self.words = ""
        self.places: Sequence[tuple[int, int]] = ()
        self.at = 0
        """The number of the place one is at."""
        self._article: int | None = None
        self._origin = 0

    @property
    def on(self) -> bool:
        """Whether the article in the panes is looked through."""
        return bool(self.words) and self._article == self.session.shown

    def begin(self) -> None:
        """What is found is brought into view from here on."""
        self._origin = self.session.place() or 0
        self._article = self.session.shown

    def find(self, words: str) -> str:
        """Mark where these words stand and go to the first place from where it began; `3 of 12`."""
        self.words = " ".join(words.split())
        self._look()
        self.at = next((n for n, (_, end) in enumerate(self.places) if end > self._origin), 0)
        self._tell(go=True)
        return self.count()

    def again(self) -> None:
        """The article may have changed: the places of the words may be others."""
        self._look()
        self._tell(go=False)

    def step(self, by: int) -> None:
        """To the next (previous) place, round at the ends."""
        if self.places:
            self.at = (self.at + by) % len(self.places)
            self._tell(go=True)
        if len(self.places) < 2:
            self.session.say(f"“{self.words}” stands {'here only' if self.places else 'nowhere in this article'}")

    def end(self) -> None:
        """Nothing is looked for any more."""
        self.words, self.places, self.at = "", (), 0

    def count(self) -> str:
        """`3 of 12`, `not here`; empty where nothing is looked for."""
        if not self.words:
            return ""
        return f"{self.at + 1:,} of {len(self.places):,}" if self.places else "not here"

    def whereabouts(self) -> str:
        """What is looked for and which of its places this is; empty when nothing is."""
        return f"find “{self.words}” · {self.count()}" if self.on and self.session.inside else ""

    def _look(self) -> None:
        article = self.session.article
        self.places = places_of(self.words, article.text) if article is not None else ()
        self.at = min(self.at, max(0, len(self.places) - 1))

    def _tell(self, *, go: bool) -> None:
        here = self.at if self.places else None
        self.session.tell(WordsFound(self.places, here if go else None, here))
