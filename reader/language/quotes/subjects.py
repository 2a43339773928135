"""The subject of a verb of saying in a clause: the grammar that speakers are found by.

Plain functions of a text with its names. Not here: which clause belongs to which quotation (`speakers`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.language.names.mentions import Name, names
from reader.language.names.word_lists import OPENERS, OPENERS_ABROAD
from reader.language.quotes.cues import ACCORDING, ALSO_NOUNS, AUXILIARIES, DETERMINERS, INDEFINITE, PRONOUNS, VERBS

WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")
_ACCORDING = re.compile(r"\b(?:" + "|".join(map(re.escape, ACCORDING)) + r")\s+", re.IGNORECASE)
ABBREVIATED = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon|St|Jr|Sr|No|vs))\.$")
_BREAKS = re.compile(
    r"[,;:—–()]|\s--?\s|\b(?:and|but|because|while|when|after|before|as|that|if|where|than|so|which|who)\b"
)
_PREPOSITION = re.compile(r"\s(?:for|of|at|in|from|with|on|by|to|about|during|under|over|against|into|near)\s")
_LEADING = re.compile(
    r"^(?:and|but|so|yet|then|meanwhile|however|still|also|later|when|as|while|after)\b[\s,]*", re.IGNORECASE
)
_NOUN_BEFORE = re.compile(
    r"(?:['’]s?|\b(?:the|his|her|their|its|my|our|your|these|those|such|of|over|some|any|no|to|and))\s+$", re.IGNORECASE
)
_NEAR = 16
"""Characters before a noun in which that is looked for."""
_SET_BEFORE = re.compile(
    r"(?:in|on|at|by|for|with|after|before|during|to|from|under)\s(?:\w+\s){1,3}?(?=(?:the|a|an)\s)", re.IGNORECASE
)
"""What a sentence can begin with before its subject: `In public the ministry said`."""
_ADVERB = re.compile(r"[a-z]{3,}ly")
_VERB_FIRST = re.compile(
    r"[,!?.…]?[\"”’»“']\s+([^\W\d_A-Z]{3,}ed)\s+(?:(?:a|an|the)\s+)?(?:[a-z-]+\s+){0,2}(?=[^\W\d_a-z])"
)
_NAME_FIRST = re.compile(r"[,!?…]?[\"”’»“']\s+(?:(?:a|an|the)\s+(?:[a-z-]+\s+){1,2}|[A-Z][a-z]+\.\s)?(?=[^\W\d_a-z])")
_VERB_SECOND = re.compile(r"\s+(?:[a-z]+ly\s+)?([^\W\d_A-Z]{3,}ed|shot back|fired back|began|went on|put it)\b")


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker and the verb that says so; None where it cannot be told."""

    speaker: str | None = None
    cue: str | None = None


NOBODY = Voice()


class Cues:
    """What may name a speaker in a text or a part of it: verbs of saying, and `according to`.

    Found once for all: in a line with thousands of marks each clause would be read through again for each of them.
    """

    def __init__(self, verbs: Sequence[re.Match[str]], according: Sequence[re.Match[str]]) -> None:
        """Both in reading order."""
        self._verbs, self._according = verbs, according
        self._at = [[match.start() for match in matches] for matches in (verbs, according)]

    @classmethod
    def of(cls, text: str) -> Cues:
        """Those of a whole text."""
        verbs = [match for match in WORD.finditer(text) if match.group().lower() in VERBS]
        return cls(verbs, [*_ACCORDING.finditer(text)])

    def outside(self, start: int, end: int, spans: Sequence[tuple[int, int]]) -> Cues:
        """Those of a part, but what stands in the spans."""
        ends = [behind for _, behind in spans]

        def said(match: re.Match[str]) -> bool:
            number = bisect_right(ends, match.start())
            return number < len(spans) and spans[number][0] <= match.start()

        def left(matches: Sequence[re.Match[str]], at: list[int]) -> list[re.Match[str]]:
            return [match for match in matches[bisect_left(at, start) : bisect_left(at, end)] if not said(match)]

        return Cues(left(self._verbs, self._at[0]), left(self._according, self._at[1]))

    @property
    def has_verb(self) -> bool:
        """Whether there is any verb of saying."""
        return bool(self._verbs)

    def has_any(self, start: int, end: int) -> bool:
        """Whether there may be one in a clause."""
        verbs, according = self._at
        return bisect_left(verbs, start) < bisect_left(verbs, end) or (
            bisect_left(according, start) < bisect_left(according, end)
        )

    def verbs(self, start: int, end: int) -> list[re.Match[str]]:
        """The verbs of saying in a clause: no `States` of a name, no `comments` behind `his`."""
        found = []
        for match in self._verbs[bisect_left(self._at[0], start) : bisect_left(self._at[0], end)]:
            word, at = match.group(), match.start()
            if (word.islower() or at == start) and match.end() <= end:
                near = max(start, at - _NEAR)
                if not (word in ALSO_NOUNS and _NOUN_BEFORE.search(match.string, near, at)):
                    found.append(match)
        return found

    def according(self, start: int, end: int) -> re.Match[str] | None:
        """The first `according to` of a clause that goes on behind it."""
        at = bisect_left(self._at[1], start)
        match = self._according[at] if at < len(self._according) else None
        return match if match and match.end() <= end else None


class NamedText:
    """A text, the names in it and its cues, to find speakers among."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.names = names(text)
        self._starts = [n.start for n in self.names]

    @cached_property
    def cues(self) -> Cues:
        """Found when first asked for: most paragraphs hold no quotation."""
        return Cues.of(self.text)

    def between(self, start: int, end: int) -> list[Name]:
        """The names that stand in a part of the text."""
        return self.names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _with_relative_clause(voices: NamedText, start: int, verb: int) -> str | None:
    """`” Lena Voss, the mayor, whose house stands near, told`: a name right behind the words, the rest in commas."""
    text = voices.text
    named = voices.between(start, min(verb, start + 40))
    if not named or text[start : named[0].start].strip("\"”’»“' ,") or not text[:verb].rstrip().endswith(","):
        return None
    return (named[0].full or named[0].text) if text[named[0].end : named[0].end + 1] == "," else None


def from_after(voices: NamedText, start: int, end: int) -> Voice:
    """From what follows a quotation: `X said`, `said X`."""
    if not voices.cues.has_any(start, end):
        return NOBODY
    end = start + _clause_end(voices.text[start:end])
    for match in voices.cues.verbs(start, end)[:2]:
        before = _with_relative_clause(voices, start, match.start()) or _subject_before(voices, start, match.start())
        if before:
            return Voice(before, match.group())
        after = _subject_after(voices, match.end(), end)
        if after:
            return Voice(after, match.group())
    return _according_to(voices, voices.cues, start, end)


def _according_to(voices: NamedText, cues: Cues, start: int, end: int) -> Voice:
    said = cues.according(start, end)
    return Voice(_noun_phrase(voices, said.end(), end), said.group().strip()) if said else NOBODY


def unlisted_verb(voices: NamedText, end: int, last: int) -> Voice | None:
    """A verb that is in no list, right behind the words: `” sighed Lena Voss`, `” Hannity pressed`."""
    match = _VERB_FIRST.match(voices.text, end, last)
    if match:
        named = voices.between(match.end(), match.end() + 1)
        if named:
            return Voice(named[0].full or named[0].text, match.group(1))
    lead = _NAME_FIRST.match(voices.text, end, last)
    named = voices.between(lead.end(), lead.end() + 1) if lead else []
    verb = _VERB_SECOND.match(voices.text, named[0].end, last) if named else None
    return Voice(named[0].full or named[0].text, verb.group(1)) if verb else None


def _clause_end(text: str) -> int:
    for match in re.finditer(r"(?<=[\w)])[.!?](?=\s+[\"“‘(\[]?[^\Wa-z])|[;\n]", text):
        if not ABBREVIATED.search(text, max(0, match.end() - 8), match.end()):
            return match.start()
    return len(text)


def from_before(voices: NamedText, start: int, end: int, cues: Cues | None = None) -> Voice:
    """From what precedes a quotation in its sentence: `X said: `, `according to X, `, `X called it `.

    cues: those to look at; None: all.
    """
    cues = voices.cues if cues is None else cues
    if not cues.has_any(start, end):
        return NOBODY
    found = cues.verbs(start, end)
    for number in range(len(found) - 1, max(-1, len(found) - 4), -1):
        match = found[number]
        at = match.start()
        if match.group().endswith("ing"):
            subject = _subject_of_earlier(voices, start, found[:number]) or first_subject(voices, start, at)
        else:
            subject = _subject_before(voices, start, at)
            if subject and subject.lower() in PRONOUNS:  # Voss said she thought
                subject = _subject_of_earlier(voices, start, found[:number]) or subject
        if subject:
            return Voice(subject, match.group())
    return _according_to(voices, cues, start, end)


def _subject_of_earlier(voices: NamedText, start: int, verbs: list[re.Match[str]]) -> str | None:
    """The subject of the last finite verb of saying before: who goes on with `adding` and `said she thought`."""
    for match in reversed(verbs):
        if not match.group().endswith("ing"):
            return _subject_before(voices, start, match.start())
    return None


def _subject_before(voices: NamedText, start: int, end: int) -> str | None:
    """The subject that ends right before a verb at `end`: the head of the last phrase, past what stands in between."""
    text = voices.text[start:end].rstrip()
    words = text.split(" ")
    while words and (words[-1].strip(",").lower() in AUXILIARIES or _ADVERB.fullmatch(words[-1])):
        words.pop()
    text = " ".join(words)
    if text.endswith((",", "—", "–", ")")):
        inside = _named_in_apposition(voices, start, text)
        if inside:
            return inside
        text = _without_apposition(text)
    pieces = list(_BREAKS.finditer(text))
    at = pieces[-1].end() if pieces else 0
    chunk = text[at:]
    if not chunk.strip(" \"“”’'»") and pieces:
        return first_subject(voices, start, start + pieces[-1].start())
    return _head(voices, start + at, start + len(text)) or (first_subject(voices, start, end) if pieces else None)


def _named_in_apposition(voices: NamedText, start: int, text: str) -> str | None:
    """`Her deputy, Kai Brandt,` and `Voss’s spokesman, Jonas Reek,`: the name stands in the apposition."""
    cut = max(text.rfind(mark, 0, -1) for mark in (",", "—", "–", "("))
    head = text[:cut].strip().split()
    if cut <= 0 or len(head) < 2 or not head[-1].islower():
        return None
    office = head[0].lower() in DETERMINERS or head[-2].endswith(("’s", "'s", "s’", "s'"))
    named = voices.between(start + cut, start + len(text)) if office and len(head) <= 6 else []
    if not named or voices.text[start + cut + 1 : named[0].start].strip():
        return None
    return named[0].full or named[0].text


def _without_apposition(text: str) -> str:
    """`Peskov, the spokesman,` -> `Peskov`."""
    inner = text[:-1]
    cut = max(inner.rfind(","), inner.rfind("—"), inner.rfind("–"), inner.rfind("("))
    return inner[:cut].rstrip() if cut > 0 else inner.strip(' "”’')


def first_subject(voices: NamedText, start: int, end: int) -> str | None:
    """The subject of a sentence: its first name or pronoun that no preposition governs."""
    lead = _LEADING.match(voices.text[start:end])
    at = start + (lead.end() if lead else 0)
    first = WORD.match(voices.text, at)
    if first and first.group().lower() in PRONOUNS and first.group() != "On":
        return first.group()
    named = voices.between(at, end)
    for number, name in enumerate(named):
        if number + 1 < len(named) and _only_says_of_where(voices.text, name, named[number + 1]):
            continue
        if not _PREPOSITION.search(voices.text[max(start, name.start - 12) : name.start]):
            return name.full or name.text
    if first and first.group().lower() in DETERMINERS:
        return _short_phrase(voices.text[at:end])
    return None


def _short_phrase(text: str) -> str | None:
    """`the old mediator` of `the old mediator, who smiled`; None where only a determiner stands before the verb."""
    phrase = re.split(r"[,;:(—–]", text, maxsplit=1)[0].split()[:3]
    for at, word in enumerate(phrase):
        if word.lower() in AUXILIARIES or word.lower() in VERBS or _PREPOSITION.fullmatch(f" {word} "):
            phrase = phrase[:at]
            break
    return " ".join(phrase) if len(phrase) > 1 else None


def _only_says_of_where(text: str, name: Name, following: Name) -> bool:
    """Whether a place belongs to the name behind it: `French Prime Minister Manuel Valls`."""
    between = text[name.end : following.start]
    return name.kind == "place" and len(between) < 40 and all(word.istitle() for word in between.split())


def _head(voices: NamedText, start: int, end: int) -> str | None:
    """The head of a noun phrase: its last name before any preposition, a pronoun, or the phrase itself."""
    chunk = voices.text[start:end].strip(" \"“”’'»\t")
    if not chunk:
        return None
    low = chunk.lower()
    if low in PRONOUNS:
        return chunk
    before = _SET_BEFORE.match(voices.text, start, end)
    start = before.end() if before else start
    cut = _PREPOSITION.search(voices.text, start, end)
    last = cut.start() if cut else end
    head = voices.text[start:last].strip(" \"“”’'»\t")
    words = head.split()
    found = voices.between(start, last)
    rest = voices.text[found[-1].end : last].strip(" \"“”’'»\t") if found else ""
    if rest.islower() and len(words) <= 7 and VERBS.isdisjoint(rest.split()):
        return head  # the name only says whose: the Kremlin spokesman
    if found:
        return found[-1].full or found[-1].text
    if words and words[-1].lower() in PRONOUNS:
        return words[-1]
    if words and words[0].lower() in (INDEFINITE if len(words) == 1 else DETERMINERS) and len(words) <= 7:
        return head
    alone = 1 <= len(words) <= 2 and words[0].lower() not in OPENERS | OPENERS_ABROAD | PRONOUNS
    return head if alone and all(word.istitle() for word in words) else None


def _phrase_end(text: str) -> int:
    """Where the first phrase ends: not at the stop of `Sen. Brandt`."""
    for match in re.finditer(r"[,;:.—–(\"“]", text):
        if match.group() != "." or not ABBREVIATED.search(text, max(0, match.end() - 8), match.end()):
            return match.start()
    return len(text)


def _subject_after(voices: NamedText, start: int, end: int) -> str | None:
    """The subject that follows a verb: `said Dmitry Peskov, the spokesman`."""
    text = voices.text[start:end]
    found = voices.between(start, start + _phrase_end(text))
    if found and not _PREPOSITION.search(voices.text, start, found[0].start):
        near = [n for n in found if not _PREPOSITION.search(voices.text, start, n.start)]
        return near[-1].full or near[-1].text
    first = WORD.search(text)
    if first and first.group().lower() in PRONOUNS:
        return first.group()
    if first is None or first.group().lower() not in DETERMINERS - {"that"}:  # `said that the sum was wrong`
        return None
    return _named_behind(voices, start + _phrase_end(text), end) or _noun_phrase(voices, start, end)


def _named_behind(voices: NamedText, at: int, end: int) -> str | None:
    """The person whose name follows what they are: `said the director, Kai Wenk.`"""
    named = voices.between(at + 1, at + 3) if voices.text[at : at + 1] == "," and at + 3 < end else []
    person = bool(named) and named[0].kind == "person" and voices.text[named[0].end : named[0].end + 1] in ",.;"
    return (named[0].full or named[0].text) if person else None


def _noun_phrase(voices: NamedText, start: int, end: int) -> str | None:
    """The name or the short phrase that stands first."""
    last = start + _phrase_end(voices.text[start:end])
    found = voices.between(start, last)
    if found and not _PREPOSITION.search(voices.text, start, found[0].start):
        return found[0].full or found[0].text
    cut = _PREPOSITION.search(voices.text, start, last)
    words = voices.text[start : cut.start() if cut else last].split()
    return " ".join(words[:5]) if words else None
