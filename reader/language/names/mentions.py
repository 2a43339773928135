"""Names in a text, and which of them are one name.

A name is a run of capitalised words (any script that has capitals), an acronym, or a place of the table in `places`;
`Peskov` is linked to `Dmitry Peskov` of the same text. Rules only, no model: names come out well enough to index,
compare and explain. Not here: spellings (`spelling`), who said what (`quotes`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from reader.language.names.places import place_key, uncased_places
from reader.language.names.spelling import family_first, given_key, given_keys, is_given, word_key
from reader.language.names.tokens import POSSESSIVE, WORD, Token, words_of
from reader.language.names.wholes import AND, join_wholes
from reader.language.names.word_lists import (
    CALENDAR,
    CONNECTORS,
    NEVER,
    OFFICES,
    OPENERS,
    OPENERS_ABROAD,
    ORGANISATIONS,
    SUFFIXES,
    is_title,
)

NameKind = Literal["person", "place", "other"]

_WORD_OR_AND = re.compile(rf"{WORD.pattern}|&")
_LONGEST = 6
"""Words of one name at most; longer runs are headlines and lists."""


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name."""

    text: str
    """As it stands in the text, without title and possessive `'s`."""
    start: int
    end: int
    key: str
    """The same for every spelling and for surname and full name: `peskov` for Dmitry Peskov and Pieskow."""
    kind: NameKind = "other"
    given: str = ""
    """The key of a person's given name, where this text has it."""
    full: str = ""
    """The fullest form of this name in the text."""


def names(text: str, language: str | None = "en") -> list[Name]:
    """Every mention of a name in `text`, in reading order, without overlaps.

    `language` matters for German, where every noun is capitalised. Never raises; linear in the length of the text.
    """
    found = words_of(text)
    join_wholes(found.tokens)
    runs = [run for run in map(_without_loose_end, _runs(found.tokens)) if run]
    sure: list[list[Token]] = []
    doubtful: list[list[Token]] = []
    for run in runs:
        strong = run[0].start not in found.weak and not (language == "de" and len(run) == 1)
        (sure if strong and _stands_alone(run, found.lowered) else doubtful).append(run)
    known = _known(sure)
    kept = sure + [part for run in doubtful for part in _confirmed(run, known)]
    linked = _linked(text, sorted(kept, key=lambda run: run[0].start), found.lowered)
    return sorted([*linked, *_uncased(text)], key=lambda name: name.start)


def same_name(a: str, b: str) -> bool:
    """Whether two names can be one person, place or thing: by surname or place; given names must not contradict.

    `Peskov` and `Dmitry Pieskow`, `Kiev` and `Kyiv` are one; Vladimir Putin and Vladimir Zelensky are two.
    """
    first, second = name_key(a), name_key(b)
    if not first or first != second:
        return False
    given_a, given_b = _given_of(a), _given_of(b)
    if not given_a or not given_b or given_a & given_b:
        return True
    return any(x[:1] == y[:1] and 1 in (len(x), len(y)) for x in given_a for y in given_b)


def name_key(name: str) -> str:
    """The key of a name standing alone: a place's, a person's surname, or all words of anything else."""
    place = place_key(POSSESSIVE.sub("", name.strip()))
    if place:
        return place
    words = _strip_titles(_WORD_OR_AND.findall(name))
    if not words:
        return ""
    words[-1] = POSSESSIVE.sub("", words[-1]) or words[-1]
    if len(words) == 1 or _person_like(words):
        return word_key(words[0 if family_first(words) else -1])
    return _phrase_key(words)


def _given_of(name: str) -> set[str]:
    if place_key(name):
        return set()
    words = _strip_titles(_WORD_OR_AND.findall(name))
    return given_keys(words[family_first(words)]) if len(words) > 1 and _person_like(words) else set()


def _runs(tokens: list[Token]) -> Iterator[list[Token]]:
    """Runs of capitalised tokens with nothing but a blank between them, cut at titles, days and words for peoples."""
    run: list[Token] = []
    held: list[Token] = []
    titled = False
    for at, token in enumerate(tokens):
        if run and not _joined(token, held[-1] if held else run[-1]):
            yield from _cut(run, titled=titled)
            run, held = [], []
        if token.capital and not token.text.isdigit():
            titled = titled if run else at > 0 and is_title(tokens[at - 1].low)
            run += [*held, token]
            held = []
        elif run:
            if len(held) < 2 and (token.inside or token.low in CONNECTORS):
                held.append(token)
            else:
                yield from _cut(run, titled=titled)
                run, held = [], []
    if run:
        yield from _cut(run, titled=titled)


def _joined(token: Token, before: Token) -> bool:
    if token.inside:
        return True
    if token.start - before.end > 3:
        return False
    if token.gap in (" ", "\u00a0"):
        return token.start - before.end == len(token.gap)
    return token.gap in (". ", ".", ".\u00a0") and not token.opens


def _cut(run: list[Token], *, titled: bool) -> Iterator[list[Token]]:
    """titled: whether a title in small letters stands before the run."""
    part: list[Token] = []
    for i, token in enumerate(run):
        if _divides(run, i, part):
            yield part
            part = []
        elif not part and (
            _counts(run, i) or not token.capital or (_opener(token) and not token.acronym and not _begins_place(run, i))
        ):
            continue
        elif not part and i + 1 < len(run) and (_people(token) or _of_place(run, i, titled=titled)):
            yield [token]
        else:
            part.append(token)
            if len(part) > _LONGEST and not any(member.inside for member in part):
                part = []
    yield part


def _counts(run: list[Token], i: int) -> bool:
    """Whether a sentence begins with what there is of something: `Shares of Corlan`, `Thousands of Germans`."""
    low = run[i].low
    several = run[i].opens and low.endswith("s") and i + 1 < len(run) and run[i + 1].low == "of"
    return several and low not in OFFICES and low not in ORGANISATIONS


def _of_place(run: list[Token], i: int, *, titled: bool) -> bool:
    """Whether a word says of where somebody is what the title before it says: `мэр Одессы Иванов`, in the genitive."""
    return run[i].low.endswith(("и", "ы", "і", "ї")) and (is_title(run[i - 1].low) if i else titled)


def _begins_place(run: list[Token], i: int) -> bool:
    """`Los Angeles`, `The Hague`."""
    return i + 1 < len(run) and place_key(f"{run[i].text} {run[i + 1].text}") is not None


def _opener(token: Token) -> bool:
    return token.low in OPENERS or token.low in NEVER or (token.opens and token.low in OPENERS_ABROAD)


def _without_loose_end(run: list[Token]) -> list[Token]:
    """Without connectors that a title was cut off behind."""
    while run and not run[-1].capital:
        run = run[:-1]
    return run


def _divides(run: list[Token], i: int, part: list[Token]) -> bool:
    """Whether a day, a month or a title ends the name before it without being part of a name."""
    low = run[i].low
    if low in NEVER:
        return i + 1 == len(run)
    if low == "jan" and i + 1 < len(run):
        return run[i + 1].text.isdigit()
    if low in CALENDAR:
        return not (part and low in ("may", "april", "june", "august"))
    return is_title(low) and not run[i].acronym and not run[i].inside and not _needed(run, i, part)


def _needed(run: list[Token], i: int, part: list[Token]) -> bool:
    """Whether a word that can be a title is part of a name here: `Justice Department`, `Paul Mayor`."""
    following = run[i + 1].low if i + 1 < len(run) else ""
    return following in ORGANISATIONS or (bool(part) and not following)


def _people(token: Token) -> bool:
    """A country before a name: `Ukrainian President Zelensky`, `US Ambassador John Smith`."""
    known = place_key(token.text) is not None
    return known and (token.acronym or token.low.endswith(("an", "ian", "ish", "ese", "i", "ch")))


def _stands_alone(run: list[Token], lowered: set[str]) -> bool:
    """Whether the capitals alone make it a name, without other evidence in the text."""
    first = run[0]
    if place_key(" ".join(t.text for t in run)):
        return True
    if first.acronym and not _opener(first):
        return True
    if not first.opens:
        return len(run) > 1 or not _opener(first)
    return len(run) > 1 and first.low not in lowered


def _known(sure: Iterable[list[Token]]) -> set[str]:
    return {word_key(token.text) for run in sure for token in run if token.capital} - {""}


def _confirmed(run: list[Token], known: set[str]) -> Iterator[list[Token]]:
    """The parts of a doubtful run whose words are names elsewhere in the text."""
    part: list[Token] = []
    for token in run:
        if token.capital and token.low not in OPENERS and (word_key(token.text) in known or place_key(token.text)):
            part.append(token)
        elif part and not (part and token.low in CONNECTORS):
            yield part
            part = []
    if part:
        yield part


def _strip_titles(words: list[str]) -> list[str]:
    while len(words) > 1 and (words[0].casefold() == "the" or is_title(words[0].casefold())):
        words = words[1:]
    while len(words) > 1 and words[-1].casefold() in SUFFIXES:
        words = words[:-1]
    return words


_LINKS = AND | {"of", "for", "für"}
"""Words that only names of organisations have inside."""


def _person_like(words: list[str]) -> bool:
    last = words[-1].casefold()
    if (
        not 2 <= len(words) <= 5
        or last in ORGANISATIONS
        or is_title(last)
        or last.isdigit()
        or not _LINKS.isdisjoint(words)
    ):
        return False
    if any(len(w) > 1 and w.isupper() and len(words[-1]) > 1 and not words[-1].isupper() for w in words[:-1]):
        return False
    return is_given(words[0]) or len(words) <= 4


def _phrase_key(words: Iterable[str]) -> str:
    return " ".join(filter(None, (word_key(w) for w in words if w not in AND)))


def _linked(text: str, runs: list[list[Token]], lowered: set[str]) -> list[Name]:
    """Names out of runs; a word alone that ends a longer name is that name, the one last mentioned in full."""
    shapes = [(run, _strip_run(run)) for run in runs]
    alone = Counter(word_key(run[0].text) for run, _ in shapes if len(run) == 1)
    made = [(run, len(words), *_key_and_kind(words, alone, lowered)) for run, words in shapes]
    people = {key for _, _, key, kind in made if kind == "person"}
    longer: dict[str, tuple[str, str]] = {}
    for run, size, key, _ in reversed(made):
        if size > 1 or key not in longer:
            longer[key] = _full_form(text, run, size, key in people, alone)
    found: list[Name] = []
    for run, size, key, kind in made:
        if size > 1:
            longer[key] = _full_form(text, run, size, key in people, alone)
        if key:
            start, end = run[0].start, run[-1].end
            full, given = longer[key]
            found.append(Name(text[start:end], start, end, key, "person" if key in people else kind, given, full))
    return found


def _full_form(text: str, run: list[Token], size: int, person: bool, alone: Counter[str]) -> tuple[str, str]:
    """A name as later mentions of it are to be understood, and the key of the given name in it."""
    words = _strip_run(run)
    given = given_key(words[family_first(words, alone)]) if person and size > 1 else ""
    return " ".join(text[run[0].start : run[-1].end].split()), given


def _strip_run(run: list[Token]) -> list[str]:
    words = [word for i, token in enumerate(run) for word in (["&"] if i and token.gap == " & " else []) + [token.text]]
    return _strip_titles(words)


def _key_and_kind(words: list[str], alone: Counter[str], lowered: set[str]) -> tuple[str, NameKind]:
    place = place_key(" ".join(words))
    if place:
        return place, "place"
    if len(words) == 1:
        return word_key(words[0]), "other"
    if _person_like(words) and family_first(words, alone):
        return word_key(words[0]), "person"
    last = word_key(words[-1])
    if _person_like(words):
        common = words[-1].casefold() in lowered and not is_given(words[0])
        if not common or alone[last]:
            return last, "person"
    return _phrase_key(words), "other"


def _uncased(text: str) -> Iterator[Name]:
    """Places written in Han characters or Arabic letters, which have no capitals to go by."""
    if text.isascii():
        return
    for match in uncased_places().finditer(text):
        key = place_key(match.group()) or ""
        yield Name(match.group(), match.start(), match.end(), key, "place", "", match.group())
