"""Whom `he` and `she` stand for: by titles, given names and who was called so before.

Not here: which pronoun is the speaker of a quotation (`speakers`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from reader.language.names.mentions import Name
from reader.language.names.word_lists import is_title
from reader.language.quotes.cues import FEMALE, MALE, PLURAL

_TITLES = {
    "f": re.compile(
        r"\b(?:Mrs|Ms|Miss|Madame|Mme|Frau|Señora|Signora|Lady|Queen|Princess|Dame|Baroness|Sister|spokeswoman"
        r"|congresswoman|chairwoman|councilwoman|actress|wife|mother|daughter|widow|sister|aunt|niece|grandmother|[A-ZÄÖÜ]\w+(?:erin|istin|entin|antin|orin|chefin))\.?,?\s$"
    ),
    "m": re.compile(
        r"\b(?:Mr|Sir|Monsieur|Herr|Señor|Signor|Lord|King|Prince|Pope|Father|Brother|Imam|Baron|spokesman"
        r"|congressman|chairman|councilman|actor|husband|father|son|brother|uncle|nephew|grandfather)\.?,?\s$"
    ),
}


_OPENING = re.compile(r"(?:^|\n|[.!?…]\W{0,3})\s*(?:(?!The\s)[A-ZÄÖÜÉ]\w+\.?\s){0,3}$")

_NEXT_WORD = re.compile(r"(?:['’]s)?\s(\w+)")


@cache
def _given() -> dict[str, str]:
    """Given names that tell whether somebody is a woman or a man."""
    lines = (Path(__file__).parent / "given_names.txt").read_text(encoding="utf-8").splitlines()
    return {name: line[0] for line in lines for name in line[3:].split()}


class People:
    """The people of a text and what they were called."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._known: dict[str, str] = {}

    def meant(self, pronoun: str, last: str | None, before: Sequence[Name], since: int = 0) -> str | None:
        """Whom a pronoun stands for: who spoke last, else who was named last, if it can be that person.

        before: the people named before it, in reading order. since: where `last` spoke; whoever begins a sentence after
        that comes first. None where nobody fits.
        """
        if pronoun in PLURAL or pronoun in ("i", "we", "who"):
            return None
        wanted = "f" if pronoun in FEMALE else "m" if pronoun in MALE else ""
        if not wanted:
            return last
        for name in before[-12:]:
            self._notice(name)
        # The subjects of sentences before what stands beside them: `Lena saw water come down Wadi Rum. She said`.
        line = self.text.rfind("\n", 0, before[-1].start) if before else 0
        subjects = [name for name in reversed(before) if name.start > line and self._opens(name)]
        candidates = [name.full or name.text for name in subjects if name.start > since]
        candidates += [last] if last else []
        candidates += [name.full or name.text for name in (*subjects, *reversed(before))]
        for candidate in candidates:
            if self._sex(candidate) == "" and (other := self._beside(candidate, before, wanted)):
                return other  # `Lia Sand and her brother Marcus Eben run it. He said`
            if self._sex(candidate) in (wanted, ""):
                self._known.setdefault(candidate, wanted)
                return candidate
        return None

    def _beside(self, candidate: str, before: Sequence[Name], wanted: str) -> str | None:
        """Another one named in the same sentence of whom it is known that the pronoun fits."""
        first = next((name for name in reversed(before) if candidate in (name.full, name.text)), None)
        end = self.text.find(". ", first.end) if first else -1
        others = [name.full or name.text for name in before if first and first.end < name.start < end]
        return next((other for other in others if other != candidate and self._sex(other) == wanted), None)

    def _opens(self, name: Name) -> bool:
        """Whether a sentence begins with the name, and the name alone: not with `Clinton spokeswoman Jen Roe`."""
        next_word = _NEXT_WORD.match(self.text, name.end)
        return (
            name.kind != "place"
            and not name.text.isupper()
            and not (next_word and is_title(next_word[1]))
            and _OPENING.search(self.text, max(0, name.start - 40), name.start) is not None
        )

    def _notice(self, name: Name) -> None:
        lead = self.text[max(0, name.start - 24) : name.start]
        for sex, title in _TITLES.items():
            if title.search(lead):
                self._known.setdefault(name.full or name.text, sex)

    def _sex(self, speaker: str) -> str:
        known = self._known.get(speaker)
        return known or _given().get(speaker.split(" ")[0].casefold(), "")
