"""Who said what stands in quotation marks: from the words around it, by grammar and not by meaning.

A quotation's clause is looked at first (`..., X said`, `said X, ...`, `X called it ...`, `according to X`), then the
rest of its sentence, then the quotation before it. Not here: finding the quotations (`quotations`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from reader.language.names.mentions import Name, names
from reader.language.quotes.cues import ACCORDING, AUXILIARIES, DETERMINERS, PLURAL, PRONOUNS, VERBS
from reader.scripts import HAN

_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")
_ACCORDING = re.compile(r"\b(?:" + "|".join(map(re.escape, ACCORDING)) + r")\s+", re.IGNORECASE)
_STOP = re.compile(r"(?<=[.!?…])[\"”’»]*\s+(?=[\"“„«‘(\[]?[^\Wa-z])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon|St|Jr|Sr|No|vs))\.$"
)
_BREAKS = re.compile(
    r"[,;:—–()]|\s--?\s|\b(?:and|but|because|while|when|after|before|as|that|if|where|than|so|which|who)\b"
)
_PREPOSITION = re.compile(r"\s(?:for|of|at|in|from|with|on|by|to|about|during|under|over|against|into|near)\s")
_LEADING = re.compile(
    r"^(?:and|but|so|yet|then|meanwhile|however|still|also|later|when|as|while|after)\b[\s,]*", re.IGNORECASE
)
_CHINESE = re.compile(rf"([{HAN}·]{{2,10}}?)(表示|指出|强调|強調|说|說|称|稱)[^{HAN}]*$")
"""A speaker and a verb of saying right before a quotation in Chinese."""
_FAR = 400
"""Characters of a sentence looked at on each side of a quotation."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker and the verb that says so; None where it cannot be told."""

    speaker: str | None = None
    cue: str | None = None


_NOBODY = Voice()


class Voices:
    """The names of a text, to find speakers among, and who spoke last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.names = names(text)
        self._starts = [n.start for n in self.names]
        self.last = _NOBODY
        self.going_on = _NOBODY
        """The voice of a quotation whose paragraph ended before its closing mark."""

    def between(self, start: int, end: int) -> list[Name]:
        """The names that stand in a part of the text."""
        return self.names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def paragraph(self, start: int, end: int, spans: list[tuple[int, int]]) -> Paragraph:
        """A paragraph with the quotations in it."""
        return Paragraph(self, start, end, spans)

    def of_clause(self, clause: str, at: int) -> Voice:
        """The voice of a clause like `said Peskov` or `he added`; `at`: where the speech stands in the text."""
        if not clause.strip():
            return _NOBODY
        start = self.text.find(clause, at)
        return self.resolved(_after(self, start, start + len(clause)), at)

    def resolved(self, voice: Voice, at: int) -> Voice:
        """The voice with a pronoun replaced by whom it most likely stands for, and remembered as the last one."""
        if voice.speaker and voice.speaker.lower() in PRONOUNS:
            voice = Voice(self._antecedent(voice.speaker.lower(), at) or voice.speaker, voice.cue)
        if voice.speaker:
            self.last = voice
        return voice

    def _antecedent(self, pronoun: str, at: int) -> str | None:
        if pronoun in PLURAL or pronoun in ("i", "we", "who"):
            return None
        if self.last.speaker and self.last.speaker.lower() not in PRONOUNS:
            return self.last.speaker
        before = [n for n in self.between(max(0, at - 1500), at) if n.kind == "person"]
        return (before[-1].full or before[-1].text) if before else None


class Paragraph:
    """A paragraph and its quotations: sentences are looked at without what stands in marks."""

    def __init__(self, voices: Voices, start: int, end: int, spans: list[tuple[int, int]]) -> None:
        self.voices = voices
        self.start, self.end, self.spans = start, end, spans
        self._blank = _blanked(voices.text, start, end, spans)
        self._bounds = _sentence_bounds(voices.text, start, end, spans)
        self._voices: dict[int, Voice] = {}
        self._found: dict[int, Voice] = {}
        self._opened_by = voices.going_on
        voices.going_on = _NOBODY

    def goes_on(self, voice: Voice) -> None:
        """The quotation goes on in the next paragraph."""
        self.voices.going_on = voice

    def voice(self, number: int) -> Voice:
        """Who said quotation `number` of the paragraph. To be asked in order."""
        start, end = self.spans[number]
        voice = self._in_sentence(number)
        if not voice.speaker:
            voice = self._nearby(number)
        if not voice.speaker and number == 0 and self._opened_by.speaker:
            voice = self._opened_by
        if not voice.speaker and self._whole(start, end) and number == 0 and start - self.start <= 2:
            voice = Voice(self.voices.last.speaker, None) if not self._attributed_later() else _NOBODY
        self._voices[number] = self.voices.resolved(voice, start)
        return self._voices[number]

    def _attributed_later(self) -> bool:
        return any(w.lower() in VERBS for w in _WORD.findall(self._blank))

    def _whole(self, start: int, end: int) -> bool:
        return end - start > 25 and self.voices.text[start].isupper()

    def _sentence(self, at: int) -> tuple[int, int]:
        i = bisect_left(self._bounds, at + 1) - 1
        return self._bounds[max(0, i)], self._bounds[min(i + 1, len(self._bounds) - 1)]

    def _in_sentence(self, number: int) -> Voice:
        """From the words of the same sentence: after the quotation, before it, or anywhere."""
        if number not in self._found:
            self._found[number] = self._looked_for(number)
        return self._found[number]

    def _looked_for(self, number: int) -> Voice:
        start, end = self.spans[number]
        first, last = self._sentence(start)[0], self._sentence(max(start, end - 1))[1]
        following = self.spans[number + 1][0] if number + 1 < len(self.spans) else last
        previous = self.spans[number - 1][1] if number else first
        tail = _after(self.voices, end, min(last, following, end + _FAR))
        closed = bool(re.match(r"[,!?—–-]*$", self.voices.text[max(start, end - 1) : end])) or self._sets_off(end)
        head = _before(self.voices, max(first, previous, start - _FAR), start)
        order = (tail, head) if closed else (head, tail)
        for voice in order:
            if voice.speaker:
                return voice
        return _before(self.voices, max(first, start - _FAR), start, self._blank_at)

    def _sets_off(self, end: int) -> bool:
        return self.voices.text[end : end + 3].lstrip("\"”’»'").startswith(",")

    def _nearby(self, number: int) -> Voice:
        """That of the quotation before it in this paragraph; else of one of the two after it."""
        if number and self._voices.get(number - 1, _NOBODY).speaker:
            return Voice(self._voices[number - 1].speaker, None)
        for later in range(number + 1, min(number + 3, len(self.spans))):
            voice = self._in_sentence(later)
            if voice.speaker and self._whole(*self.spans[number]):
                return voice
        return _NOBODY

    def _blank_at(self, start: int, end: int) -> str:
        return self._blank[start - self.start : end - self.start]


def _blanked(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    """The paragraph with blanks for what is quoted, so that offsets stay."""
    parts, at = [], start
    for a, b in spans:
        parts += [text[at:a], " " * (b - a)]
        at = b
    return "".join([*parts, text[at:end]])


def _sentence_bounds(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> list[int]:
    """Where the sentences of a paragraph begin, what stands in marks left alone; and where the last one ends."""
    bounds, number = [start], 0
    for match in _STOP.finditer(text, start, end):
        place, after = match.start(), match.end()
        while number < len(spans) and spans[number][1] < place:
            number += 1
        a, b = spans[number] if number < len(spans) else (end, end)
        if a < place < b or _ABBREVIATED.search(text, max(start, place - 8), place):
            continue
        if b == place and not _new_sentence(text, place, after, end):
            continue
        bounds.append(after)
    return [*bounds, end]


def _new_sentence(text: str, place: int, after: int, end: int) -> bool:
    """Whether a sentence begins after a quotation that ends with a stop; not if it goes on with `Trump said`."""
    if text[place - 1] == ".":
        return True
    return not any(w.lower() in VERBS for w in _WORD.findall(text[after : min(end, after + 60)])[:5])


def _after(voices: Voices, start: int, end: int) -> Voice:
    """From what follows a quotation: `X said`, `said X`."""
    text = voices.text[start:end]
    clause = text[: _clause_end(text)]
    found = [m for m in _WORD.finditer(clause) if m.group().lower() in VERBS]
    for match in found[:2]:
        before = _subject_before(voices, start, start + match.start())
        if before:
            return Voice(before, match.group())
        after = _subject_after(voices, start + match.end(), start + len(clause))
        if after:
            return Voice(after, match.group())
    said = _ACCORDING.search(clause)
    if said:
        return Voice(_noun_phrase(voices, start + said.end(), start + len(clause)), said.group().strip())
    return _NOBODY


def _clause_end(text: str) -> int:
    for match in re.finditer(r"(?<=[\w)])[.!?](?=\s+[\"“‘(\[]?[^\Wa-z])|[;\n]", text):
        if not _ABBREVIATED.search(text, max(0, match.end() - 8), match.end()):
            return match.start()
    return len(text)


def _before(voices: Voices, start: int, end: int, read: Callable[[int, int], str] | None = None) -> Voice:
    """From what precedes a quotation in its sentence: `X said: `, `according to X, `, `X called it `."""
    text = read(start, end) if read else voices.text[start:end]
    found = [m for m in _WORD.finditer(text) if m.group().lower() in VERBS]
    for match in reversed(found[-3:]):
        at = start + match.start()
        subject = None if match.group().endswith("ing") else _subject_before(voices, start, at)
        subject = subject or (_first_subject(voices, start, at) if match.group().endswith("ing") else None)
        if subject:
            return Voice(subject, match.group())
    said = _ACCORDING.search(text)
    if said:
        return Voice(_noun_phrase(voices, start + said.end(), end), said.group().strip())
    han = _CHINESE.search(text)
    return Voice(han.group(1), han.group(2)) if han else _NOBODY


def _subject_before(voices: Voices, start: int, end: int) -> str | None:
    """The subject that ends right before a verb at `end`: the head of the last phrase, past what stands in between."""
    text = voices.text[start:end].rstrip()
    words = text.split(" ")
    while words and words[-1].strip(",").lower() in AUXILIARIES:
        words.pop()
    text = " ".join(words)
    if text.endswith((",", "—", "–", ")")):
        text = _without_apposition(text)
    pieces = list(_BREAKS.finditer(text))
    at = pieces[-1].end() if pieces else 0
    chunk = text[at:]
    if not chunk.strip(" \"“”’'»") and pieces:
        return _first_subject(voices, start, start + pieces[-1].start())
    return _head(voices, start + at, start + len(text)) or (_first_subject(voices, start, end) if pieces else None)


def _without_apposition(text: str) -> str:
    """`Peskov, the spokesman,` -> `Peskov`."""
    inner = text[:-1]
    cut = max(inner.rfind(","), inner.rfind("—"), inner.rfind("–"), inner.rfind("("))
    return inner[:cut].rstrip() if cut > 0 else inner.strip(' "”’')


def _first_subject(voices: Voices, start: int, end: int) -> str | None:
    """The subject of a sentence: its first name or pronoun that no preposition governs."""
    lead = _LEADING.match(voices.text[start:end])
    at = start + (lead.end() if lead else 0)
    first = _WORD.match(voices.text, at)
    if first and first.group().lower() in PRONOUNS:
        return first.group()
    for name in voices.between(at, end):
        if not _PREPOSITION.search(voices.text[max(start, name.start - 12) : name.start]):
            return name.full or name.text
    if first and first.group().lower() in DETERMINERS:
        return " ".join(voices.text[at:end].split()[:3]).rstrip(",;:") or None
    return None


def _head(voices: Voices, start: int, end: int) -> str | None:
    """The head of a noun phrase: its last name before any preposition, a pronoun, or the phrase itself."""
    chunk = voices.text[start:end].strip(" \"“”’'»\t")
    if not chunk:
        return None
    low = chunk.lower()
    if low in PRONOUNS:
        return chunk
    cut = _PREPOSITION.search(voices.text, start, end)
    last = cut.start() if cut else end
    head = voices.text[start:last].strip(" \"“”’'»\t")
    words = head.split()
    found = voices.between(start, last)
    rest = voices.text[found[-1].end : last].strip(" \"“”’'s»\t") if found else ""
    if rest.islower() and len(words) <= 7 and VERBS.isdisjoint(rest.split()):
        return head  # the name only says whose: the Kremlin spokesman
    if found:
        return found[-1].full or found[-1].text
    if words and words[-1].lower() in PRONOUNS:
        return words[-1]
    return head if 1 < len(words) <= 7 and words[0].lower() in DETERMINERS else None


def _phrase_end(text: str) -> int:
    """Where the first phrase ends: not at the stop of `Sen. Brandt`."""
    for match in re.finditer(r"[,;:.—–(\"“]", text):
        if match.group() != "." or not _ABBREVIATED.search(text, max(0, match.end() - 8), match.end()):
            return match.start()
    return len(text)


def _subject_after(voices: Voices, start: int, end: int) -> str | None:
    """The subject that follows a verb: `said Dmitry Peskov, the spokesman`."""
    text = voices.text[start:end]
    found = voices.between(start, start + _phrase_end(text))
    if found and not _PREPOSITION.search(voices.text, start, found[0].start):
        near = [n for n in found if not _PREPOSITION.search(voices.text, start, n.start)]
        return near[-1].full or near[-1].text
    first = _WORD.search(text)
    if first and first.group().lower() in PRONOUNS:
        return first.group()
    if first is None or first.group().lower() not in DETERMINERS - {"that"}:  # `said that the sum was wrong`
        return None
    return _noun_phrase(voices, start, end)


def _noun_phrase(voices: Voices, start: int, end: int) -> str | None:
    """The name or the short phrase that stands first."""
    last = start + _phrase_end(voices.text[start:end])
    found = voices.between(start, last)
    if found and not _PREPOSITION.search(voices.text, start, found[0].start):
        return found[0].full or found[0].text
    cut = _PREPOSITION.search(voices.text, start, last)
    words = voices.text[start : cut.start() if cut else last].split()
    return " ".join(words[:5]) if words else None
