"""Statements: the quotations of several articles, grouped by what was said, however each of them words it.

Plain functions of texts. Not here: finding quotations in one text (`language.quotes`), comparing whole texts
(`passages`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reader.article import Quote
from reader.language.names import same_name
from reader.language.quotes import quotes
from reader.language.words import root, stop_words, words

FEWEST = 3
"""Words of a quotation that counts as a statement; of one that nobody is named for, UNNAMED words."""
UNNAMED = 5
SAME = 0.6
"""Share of the shorter quotation's words that are in the other if the two are one statement."""
OWN = 0.4
"""The same where both may be one named person's, as two translations of one statement differ."""
SURE = 0.85
"""The share from which they are one statement even if the articles name different speakers."""
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
class Version:
    """A statement as one article has it."""

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
class Statement:
    """Words of one speaker, as one article or several have them."""

    speaker: str | None
    """The fullest name that any of the articles gives; a description where none gives a name."""
    versions: tuple[Version, ...]
    """The fullest version first, then in the order of the texts."""


@dataclass(slots=True)
class _Quotation:
    """A quotation that is being compared."""

    version: Version
    tokens: list[str]
    roots: frozenset[str]
    content: frozenset[str]
    group: int = -1


@dataclass(slots=True)
class _Groups:
    members: dict[int, list[_Quotation]] = field(default_factory=dict)

    def may_be_one_persons(self, a: _Quotation, b: _Quotation) -> bool:
        """Whether no article names somebody for the one group whom another does not mean by the other."""
        mine, theirs = ({one.version.speaker for one in self.members[x.group]} for x in (a, b))
        return all(
            same_name(one or "", other or "") for one in mine if is_name(one) for other in theirs if is_name(other)
        )

    def join(self, a: _Quotation, b: _Quotation) -> None:
        if a.group == b.group:
            return
        for quotation in self.members.pop(b.group):
            quotation.group = a.group
            self.members[a.group].append(quotation)


def statements(texts: Sequence[str], *, language: str | None = "en") -> list[Statement]:
    """The statements of all texts, in the order in which each first stands; quotations that say little are left out.

    Never raises; the work grows with the number of quotations, not with its square.
    """
    stop = stop_words(language)
    quoted = [_quotation(version, stop) for index, text in enumerate(texts) for version in _parts(index, text)]
    groups = _Groups({number: [one] for number, one in enumerate(quoted)})
    for number, one in enumerate(quoted):
        one.group = number
    index: defaultdict[str, list[int]] = defaultdict(list)
    alike: list[tuple[float, int, int]] = []
    for number, one in enumerate(quoted):
        found: Counter[int] = Counter()
        for word in one.content:
            if len(index[word]) <= COMMON:
                found.update(index[word])
            index[word].append(number)
        for other, _ in found.most_common(8):
            if _one_statement(one, quoted[other]):
                alike.append((-_share(one, quoted[other]), number, other))
    for share, number, other in sorted(alike):
        if -share >= SURE or groups.may_be_one_persons(quoted[number], quoted[other]):
            groups.join(quoted[other], quoted[number])
    return [_statement(members) for _, members in sorted(groups.members.items())]


def _quotation(version: Version, stop: frozenset[str]) -> _Quotation:
    tokens = words(version.text)
    roots = frozenset(root(token) for token in tokens)
    return _Quotation(version, tokens, roots, frozenset(r for r in roots if r not in stop and len(r) > 1) or roots)


def _parts(index: int, text: str) -> Iterator[Version]:
    """The quotations of a text that say something, interrupted ones whole."""
    whole: list[Version] = []
    for quote in quotes(text):
        speaker = _named(quote)
        last = whole[-1] if whole else None
        if last and quote.cue is None and speaker and speaker == last.speaker and _goes_on(text, last, quote):
            whole[-1] = Version(index, f"{last.text} … {quote.text}", last.start, quote.end, speaker)
        else:
            whole.append(Version(index, quote.text, quote.start, quote.end, speaker))
    for version in whole:
        if len(words(version.text)) >= (FEWEST if version.speaker else UNNAMED):
            yield version


def _goes_on(text: str, last: Version, quote: Quote) -> bool:
    return 0 <= quote.start - last.end <= FURTHER and "\n" not in text[last.end : quote.start]


def _named(quote: Quote) -> str | None:
    speaker = " ".join((quote.speaker or "").split(",")[0].split())
    return None if not speaker or speaker.casefold() in _NOBODY else speaker


def is_name(speaker: str | None) -> bool:
    """Whether a speaker is called by name: `the spokesman` is not."""
    return bool(speaker) and not str(speaker)[:1].islower() and str(speaker)[:4] not in ("The ", "Its ", "His ", "Her ")


def _share(a: _Quotation, b: _Quotation) -> float:
    """How many of the shorter one's words are in the other, from 0 to 1."""
    return len(a.roots & b.roots) / max(1, min(len(a.roots), len(b.roots)))


def _one_statement(a: _Quotation, b: _Quotation) -> bool:
    shorter, longer = sorted((a, b), key=lambda one: len(one.tokens))
    both, share = a.roots & b.roots, _share(a, b)
    content = len(a.content & b.content)
    if len(shorter.tokens) >= 6 and share >= SURE and content >= 3:
        return True
    mine, theirs = a.version.speaker, b.version.speaker
    if is_name(mine) and is_name(theirs) and not same_name(mine or "", theirs or ""):
        return False
    if f" {' '.join(shorter.tokens)} " in f" {' '.join(longer.tokens)} ":
        return True
    if share >= SAME and content >= 2 and len(both) >= 4:
        return True
    least = min(len(a.content), len(b.content))
    spoken = mine and theirs and (is_name(mine) or is_name(theirs))
    return bool(spoken) and share >= OWN and len(both) >= 5 and content >= max(2, MEANT * least)


def _statement(members: Sequence[_Quotation]) -> Statement:
    fullest = max(members, key=lambda one: (len(one.tokens), -one.version.article, -one.version.start))
    names = Counter(one.version.speaker for one in members if is_name(one.version.speaker))
    names = names or Counter(one.version.speaker for one in members if one.version.speaker)
    speaker = max(names, key=lambda name: (names[name], len(name or ""), name or ""), default=None)
    others = [one for one in members if one is not fullest]
    others.sort(key=lambda one: (one.version.article, one.version.start))
    run = f" {' '.join(fullest.tokens)} "
    versions = [fullest.version]
    versions += [replace(one.version, verbatim=f" {' '.join(one.tokens)} " in run) for one in others]
    return Statement(speaker, tuple(versions))
