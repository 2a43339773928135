"""What was said: the quotations of several articles, those of one saying together, in whatever words each has it.

Plain functions of texts. Not here: finding quotations in one text (language/quotes.py), comparing whole texts
(passages.py).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.article import Quote
from reader.language.names import same_name
from reader.language.quotes import quotes
from reader.language.words import root, stop_words, words

FEWEST = 3
"""Words of a quotation that counts as a saying; of one that nobody is named for, UNSAID words."""
UNSAID = 5
SAME = 0.6
"""Share of the shorter quotation's words that are in the other if the two are one saying."""
OWN = 0.4
"""The same where one person can have said both, by name in one of them, as two translations differ."""
SURE = 0.85
"""The same from which it is one saying even if the articles name different speakers."""
MEANT = 0.25
"""Share of the words that are no stop words that two translations have in common."""
FURTHER = 160
"""Characters between two parts of a quotation that its speaker interrupts."""
COMMON = 60
"""A word in more quotations than this finds no candidates."""
_NOBODY = frozenset(
    ("he", "she", "it", "they", "them", "him", "her", "we", "i", "you", "this", "that", "who", "which", "one", "these",
     "those", "it's")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A saying as one article has it."""

    article: int
    """Index into the texts given."""
    text: str
    """Without the marks; the parts of an interrupted one with ` … ` between them."""
    start: int
    end: int
    """Where it stands, from its first part to its last."""
    speaker: str | None = None
    verbatim: bool = True
    """Whether it adds no words to the fullest version; else it is another wording."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of one speaker, as one article or several have them."""

    speaker: str | None
    """The fullest name that any of the articles gives; a description where none gives a name."""
    said: tuple[Said, ...]
    """The fullest version first, then in the order of the texts."""


@dataclass(slots=True)
class _Heard:
    """A quotation that is being compared."""

    said: Said
    tokens: list[str]
    roots: frozenset[str]
    content: frozenset[str]
    group: int = -1


@dataclass(slots=True)
class _Groups:
    members: dict[int, list[_Heard]] = field(default_factory=dict)

    def join(self, a: _Heard, b: _Heard) -> None:
        if a.group == b.group:
            return
        for heard in self.members.pop(b.group):
            heard.group = a.group
            self.members[a.group].append(heard)


def sayings(texts: Sequence[str], *, language: str | None = "en") -> list[Saying]:
    """The sayings of all texts, in the order in which each first stands; words in marks that say little are left out.

    Never raises; the work grows with the number of quotations, not with its square.
    """
    stop = stop_words(language)
    heard = [_heard(said, stop) for index, text in enumerate(texts) for said in _parts(index, text)]
    groups = _Groups({number: [one] for number, one in enumerate(heard)})
    for number, one in enumerate(heard):
        one.group = number
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(heard):
        found: Counter[int] = Counter()
        for word in one.content:
            if len(index[word]) <= COMMON:
                found.update(index[word])
            index[word].append(number)
        for other, _ in found.most_common(8):
            if _one_saying(one, heard[other]):
                groups.join(heard[other], one)
    return [_saying(members) for _, members in sorted(groups.members.items())]


def _heard(said: Said, stop: frozenset[str]) -> _Heard:
    tokens = words(said.text)
    roots = frozenset(root(token) for token in tokens)
    return _Heard(said, tokens, roots, frozenset(r for r in roots if r not in stop and len(r) > 1) or roots)


def _parts(index: int, text: str) -> Iterator[Said]:
    """The quotations of a text that say something, interrupted ones whole."""
    whole: list[Said] = []
    for quote in quotes(text):
        speaker = _named(quote)
        last = whole[-1] if whole else None
        if last and quote.cue is None and speaker and speaker == last.speaker and _goes_on(text, last, quote):
            whole[-1] = Said(index, f"{last.text} … {quote.text}", last.start, quote.end, speaker)
        else:
            whole.append(Said(index, quote.text, quote.start, quote.end, speaker))
    for said in whole:
        if len(words(said.text)) >= (FEWEST if said.speaker else UNSAID):
            yield said


def _goes_on(text: str, last: Said, quote: Quote) -> bool:
    return 0 <= quote.start - last.end <= FURTHER and "\n" not in text[last.end : quote.start]


def _named(quote: Quote) -> str | None:
    speaker = " ".join((quote.speaker or "").split(",")[0].split())
    return None if not speaker or speaker.casefold() in _NOBODY else speaker


def is_name(speaker: str | None) -> bool:
    """Whether a speaker is called by name: `the spokesman` is not."""
    return bool(speaker) and not str(speaker)[:1].islower() and str(speaker)[:4] not in ("The ", "Its ", "His ", "Her ")


def _one_saying(a: _Heard, b: _Heard) -> bool:
    shorter, longer = sorted((a, b), key=lambda one: len(one.tokens))
    both = a.roots & b.roots
    share = len(both) / max(1, min(len(a.roots), len(b.roots)))
    content = len(a.content & b.content)
    if len(shorter.tokens) >= 6 and share >= SURE and content >= 3:
        return True
    mine, theirs = a.said.speaker, b.said.speaker
    if is_name(mine) and is_name(theirs) and not same_name(mine or "", theirs or ""):
        return False
    if f" {' '.join(shorter.tokens)} " in f" {' '.join(longer.tokens)} ":
        return True
    if share >= SAME and content >= 2 and len(both) >= 4:
        return True
    least = min(len(a.content), len(b.content))
    spoken = mine and theirs and (is_name(mine) or is_name(theirs))
    return bool(spoken) and share >= OWN and len(both) >= 5 and content >= max(2, MEANT * least)


def _saying(members: Sequence[_Heard]) -> Saying:
    fullest = max(members, key=lambda one: (len(one.tokens), -one.said.article, -one.said.start))
    names = Counter(one.said.speaker for one in members if is_name(one.said.speaker))
    names = names or Counter(one.said.speaker for one in members if one.said.speaker)
    speaker = max(names, key=lambda name: (names[name], len(name or ""), name or ""), default=None)
    rest = sorted((one for one in members if one is not fullest), key=lambda one: (one.said.article, one.said.start))
    run = f" {' '.join(fullest.tokens)} "
    said = [fullest.said]
    for one in rest:
        same = f" {' '.join(one.tokens)} " in run
        said.append(
            Said(one.said.article, one.said.text, one.said.start, one.said.end, one.said.speaker, verbatim=same)
        )
    return Saying(speaker, tuple(said))
