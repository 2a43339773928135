"""Who said what stands in quotation marks: from the words around it, by grammar and not by meaning.

A quotation's clause is looked at first (`..., X said`, `said X, ...`, `X called it ...`, `according to X`), then the
rest of its sentence, then the quotation before it. Not here: finding the quotations (`quotations`), the grammar of one
clause (`subjects`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from reader.language.quotes.cues import PRONOUNS, VERBS
from reader.language.quotes.forms import east_asian, signature, signed
from reader.language.quotes.pronouns import People
from reader.language.quotes.subjects import (
    ABBREVIATED,
    NOBODY,
    WORD,
    Cues,
    NamedText,
    Voice,
    first_subject,
    from_after,
    from_before,
    unlisted_verb,
)

_STOP = re.compile(r"(?<=[.!?…])[\"”’»]*\s+(?=[\"“„«‘(\[]?[^\Wa-z])")
_CLOSED = ("", *",!?—–-")
"""What a quotation ends with that goes on behind it."""
_COLON = re.compile(r":\s*[\"“„«‘'”]?$")
_FAR = 400
"""Characters of a sentence looked at on each side of a quotation."""
_BACK = 1_500
"""Characters before a pronoun in which whom it stands for is looked for."""


class Voices(NamedText):
    """A text, its names and who spoke last in it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.people = People(text)
        self.last = NOBODY
        self._last_at = 0
        """Where that one spoke."""
        self.going_on = NOBODY
        """The voice of a quotation whose paragraph ended before its closing mark."""

    def paragraph(self, start: int, end: int, spans: list[tuple[int, int]]) -> Paragraph:
        """A paragraph with the quotations in it."""
        return Paragraph(self, start, end, spans)

    def of_clause(self, clause: str, at: int) -> Voice:
        """The voice of a clause like `said Peskov` or `he added`; `at`: where the speech stands in the text."""
        if not clause.strip():
            return NOBODY
        start = self.text.find(clause, at)
        return self.resolved(from_after(self, start, start + len(clause)), at)

    def resolved(self, voice: Voice, at: int) -> Voice:
        """The voice with a pronoun replaced by whom it most likely stands for, and remembered as the last one."""
        if voice.speaker and voice.speaker.lower() in PRONOUNS:
            last = self.last.speaker if self.last.speaker and self.last.speaker.lower() not in PRONOUNS else None
            before = [n for n in self.between(max(0, at - _BACK), at) if n.kind == "person"]
            voice = Voice(
                self.people.meant(voice.speaker.lower(), last, before, self._last_at) or voice.speaker, voice.cue
            )
        if voice.speaker:
            self.last, self._last_at = voice, at
        return voice


class Paragraph:
    """A paragraph and its quotations: sentences are looked at without what stands in marks."""

    def __init__(self, voices: Voices, start: int, end: int, spans: list[tuple[int, int]]) -> None:
        self.voices = voices
        self.start, self.end, self.spans = start, end, spans
        self._bounds = _sentence_bounds(voices.text, start, end, spans)
        self._voices: dict[int, Voice] = {}
        self._found: dict[int, Voice] = {}
        self._opened_by = voices.going_on
        voices.going_on = NOBODY

    @cached_property
    def _cues(self) -> Cues:
        """Those outside the quotations."""
        return self.voices.cues.outside(self.start, self.end, self.spans)

    def goes_on(self, voice: Voice) -> None:
        """The quotation goes on in the next paragraph."""
        self.voices.going_on = voice

    def voice(self, number: int) -> Voice:
        """Who said quotation `number` of the paragraph. To be asked in order."""
        start, end = self.spans[number]
        voice = self._in_sentence(number)
        if not voice.speaker and number == 0 and start - self.start <= 2:
            voice = self._announced()
        if not voice.speaker:
            voice = self._nearby(number)
        if not voice.speaker and number == 0 and self._opened_by.speaker:
            voice = self._opened_by
        alone = start - self.start <= 2 and self.end - end <= 1
        if not voice.speaker and number == 0 and start - self.start <= 2 and (alone or self._whole(start, end)):
            voice = Voice(self.voices.last.speaker, None) if not self._attributed_later() else NOBODY
        self._voices[number] = self.voices.resolved(voice, start)
        return self._voices[number]

    def _announced(self) -> Voice:
        """By the paragraph before, if it ends with a colon: `Potts echoed:`."""
        text = self.voices.text
        near = max(0, self.start - 4)
        end = near + len(text[near : self.start].rstrip())
        if text[near:end][-1:] != ":":
            return NOBODY
        line = max(text.rfind("\n", 0, end) + 1, end - _FAR)
        first = max((m.end() for m in _STOP.finditer(text, line, end)), default=line)
        voice = from_before(self.voices, first, end - 1)
        return voice if voice.speaker else Voice(first_subject(self.voices, first, end - 1), ":")

    def _attributed_later(self) -> bool:
        return self._cues.has_verb

    def _whole(self, start: int, end: int) -> bool:
        return end - start > 25 and self.voices.text[start].isupper()

    def _in_sentence(self, number: int) -> Voice:
        """From the words of the same sentence: after the quotation, before it, or anywhere."""
        if number not in self._found:
            self._found[number] = self._looked_for(number)
        return self._found[number]

    def _looked_for(self, number: int) -> Voice:
        start, end = self.spans[number]
        first = self._bounds[bisect_right(self._bounds, start) - 1]
        last = self._bounds[min(bisect_right(self._bounds, max(start, end - 1)), len(self._bounds) - 1)]
        following = self.spans[number + 1][0] if number + 1 < len(self.spans) else last
        previous = self.spans[number - 1][1] if number else first
        tail = from_after(self.voices, end, min(last, following, end + _FAR))
        head = from_before(self.voices, max(first, previous, start - _FAR), start)
        if head.speaker or tail.speaker:
            closed = self.voices.text[max(start, end - 1) : end] in _CLOSED or self._sets_off(end)
            return tail if tail.speaker and (closed or not head.speaker) else head
        return self._by_form(start, end, max(first, previous), min(last, following)) or from_before(
            self.voices, max(first, start - _FAR), start, self._cues
        )

    def _by_form(self, start: int, end: int, first: int, last: int) -> Voice | None:
        """From the form alone: `X ...: “`, `” – X`, `” sighed X`, and what East Asian languages have."""
        text = self.voices.text
        eastern = east_asian(text, start, end)
        if eastern:
            return Voice(*eastern)
        colon = _COLON.search(text, first, start)
        if colon:
            cut = text.rfind(";", first, start) + 1
            subject = first_subject(self.voices, cut or first, colon.start())
            if subject:
                return Voice(subject, ":")
        ends_line = end + 2 >= self.end
        at = signed(text, end, len(text) if ends_line else self.end)
        named = signature(text, at) if at and (ends_line or at < last) else None
        if named:
            return Voice(named, "—")
        return unlisted_verb(self.voices, end, last)

    def _sets_off(self, end: int) -> bool:
        return self.voices.text[end : end + 3].lstrip("\"”’»'").startswith(",")

    def _nearby(self, number: int) -> Voice:
        """That of the quotation before it in this paragraph; else of one of the two after it."""
        if number and self._voices.get(number - 1, NOBODY).speaker:
            return Voice(self._voices[number - 1].speaker, None)
        if self._whole(*self.spans[number]):
            for later in range(number + 1, min(number + 3, len(self.spans))):
                voice = self._in_sentence(later)
                if voice.speaker:
                    return voice
        return NOBODY


def _sentence_bounds(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> list[int]:
    """Where the sentences of a paragraph begin, what stands in marks left alone; and where the last one ends."""
    bounds, number = [start], 0
    for match in _STOP.finditer(text, start, end):
        place, after = match.start(), match.end()
        while number < len(spans) and spans[number][1] < place:
            number += 1
        a, b = spans[number] if number < len(spans) else (end, end)
        if a < place < b or ABBREVIATED.search(text, max(start, place - 8), place):
            continue
        if b == place and not _new_sentence(text, place, after, end):
            continue
        bounds.append(after)
    return [*bounds, end]


def _new_sentence(text: str, place: int, after: int, end: int) -> bool:
    """Whether a sentence begins after a quotation that ends with a stop; not if it goes on with `Trump said`."""
    if text[place - 1] == ".":
        return True
    return not any(w.lower() in VERBS for w in WORD.findall(text[after : min(end, after + 60)])[:5])
