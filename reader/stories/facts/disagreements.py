"""Where two reports disagree: on a figure, a day, a place or the wording of a quotation, in other words or languages.

Plain functions of two texts. Facts are compared by what they say: `14 dead` with `the toll rose to 17`, never with
`14 injured`. Not here: reading figures (quantities.py), sentences that match word by word (passages.py, diff.py).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.comparison import Change, Disagreement, Side
from reader.language.names import Name, is_place, names, same_name
from reader.language.quotes import VERBS, quotes
from reader.language.sentences import spans
from reader.language.words import root, stop_words, words
from reader.stories.diff import weekday_or_date
from reader.stories.facts.quantities import TOTALS, UNTOLD, Quantity, concept_of, quantities

LONGEST = 60_000
"""Characters of a text that are compared."""
_ALIKE = 0.4
"""Share of the shorter sentence's words that two sentences need in common to speak of one thing."""
_SAME_DOING = 0.75
"""The same, for two sentences that tell when or where one thing was done: reports of two days have much in common."""
_NEARLY_SAME = 0.5
"""Of all words of two such sentences, those that both have."""
_NEAR = 1.25
"""The same, where it is not told what one of them counts."""
_FAR_OFF = 3
"""How many times larger one of two figures of one thing may be; beyond that they are figures of two things."""
_YEAR = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\b(?:earlier this|last|previous) (?:year|month|week)|letzte[sn] Jahr|Vorjahr"
    r"|l['’]an dernier|el año pasado|в прошлом году",
    re.IGNORECASE,
)
"""What tells that a sentence is about another time."""
_APART = re.compile(
    r"\b(?:previous(?:ly)?|earlier|since|so far|until|ago|elsewhere|another|other|alone|today|yesterday|initially"
    r"|(?:by|as of) (?:early |late )?(?:\w+day|noon|midnight)|at the time|sentenced"
    r"|(?:several|many|past|last|two|three|four|five|six) (?:hours|days|weeks|months|years))\b",
    re.IGNORECASE,
)
"""What tells that a figure is one of another time, place or part, if one of two sentences alone has it."""
_ONE_SAYING = 0.75
"""Share of the words between the first and the last that two wordings have in common, if they are one saying."""
_LONG_SAYING = 7
"""Words in both wordings from which on a single one of them that says something will do."""
_NOT = frozenset(
    ("not", "never", "no", "nicht", "nie", "kein", "keine", "pas", "jamais", "nunca", "не", "нет", "никогда")
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence as it is compared."""

    start: int
    end: int
    bag: frozenset[str]
    """Its words that say something, the keys of its names with `@`, what its figures count."""
    named: frozenset[tuple[str, str]]
    """Of its names of one word, the root of the word and the key."""
    apart: frozenset[str]
    """What sets its figures apart from those of another sentence: years, `previous`, `since`."""
    figures: tuple[Quantity, ...]
    days: tuple[tuple[int, int, str, float], ...]
    places: tuple[tuple[int, int, str], ...]


def disagreements(
    a: str, b: str, *, language: str | None = "en", other_language: str | None = None
) -> tuple[Disagreement, ...]:
    """What two reports of one event tell otherwise, in the reading order of `a`; places count in each text.

    language: of `a`; other_language: of `b`, where it is another one. Never raises.
    """
    foreign = bool(other_language) and other_language != language
    mine, theirs = _one_spelling(_told(a[:LONGEST], language), _told(b[:LONGEST], other_language or language))
    found = list(_figures(mine, theirs, foreign=foreign))
    if not foreign:
        found += [*_days(mine, theirs), *_places(mine, theirs), *_wordings(a[:LONGEST], b[:LONGEST], mine, theirs)]
    return tuple(sorted(found, key=lambda one: (one.a.changes[0].start, one.b.changes[0].start)))


def _told(text: str, language: str | None) -> list[_Told]:
    stop = stop_words(language)
    named = names(text, language)
    found, at = [], 0
    for start, end in spans(text, language or "en"):
        own = []
        while at < len(named) and named[at].start < end:
            own.append(named[at])
            at += 1
        figures = tuple(quantities(text, start, end, language))
        said = {root(word) for word in words(text[start:end]) if word not in stop and len(word) > 2}
        said -= {root(word) for name in own for word in words(name.text)}
        concepts = {c for word in words(text[start:end]) if (c := concept_of(word))}
        bag = {word for word in said if not word[0].isdigit()} | {"@" + name.key for name in own} | concepts
        places = tuple(
            (name.start, name.end, name.key)
            for name in own
            if _WHERE.search(text, max(start, name.start - 12), name.start)
        )
        found.append(
            _Told(
                start, end, frozenset(bag), frozenset(_one_word_names(own)), _apart(text[start:end]), figures,
                tuple(day for day in weekday_or_date(text, start, end) if not _of_saying(text, *day[:2])), places,
            )
        )  # fmt: skip
    return found


def _one_word_names(found: Sequence[Name]) -> Iterator[tuple[str, str]]:
    return ((root(word[0]), name.key) for name in found if len(word := words(name.text)) == 1)


def _one_spelling(mine: Sequence[_Told], theirs: Sequence[_Told]) -> tuple[list[_Told], list[_Told]]:
    """Both reports, with what either knows for a name taken for one in the other: `Wark's council`."""
    keys = {word: "@" + key for told in (*mine, *theirs) for word, key in told.named}
    alike = [
        [replace(t, bag=frozenset(keys.get(word, word) for word in t.bag)) for t in told] for told in (mine, theirs)
    ]
    return alike[0], alike[1]


def _apart(sentence: str) -> frozenset[str]:
    return frozenset(found.casefold() for pattern in (_YEAR, _APART) for found in pattern.findall(sentence))


def _of_saying(text: str, start: int, end: int) -> bool:
    """Whether a day is that on which somebody said something, another one for each who asked: `said Monday`."""
    near = f"{text[max(0, start - 24) : start]} {text[end : end + 10]}".casefold()
    return not VERBS.isdisjoint(re.findall(r"\w+", near)[-5:])


_WHERE = re.compile(r"\b(?:in|near|off|at|outside|bei|vor|nahe|à|en|cerca de|près de|в|под|у)\s(?:the\s)?$")


def _shared(a: _Told, b: _Told) -> tuple[int, float]:
    both = a.bag & b.bag
    return len(both), len(both) / max(1, min(len(a.bag), len(b.bag)))


def _counts(about: str, a: _Told, q: Quantity, b: _Told, p: Quantity) -> Disagreement:
    found = _pair("figure", about, a, b, (q.start, q.end), (p.start, p.end))
    return replace(found, values=(q.value, p.value))


def _pair(what: str, about: str, a: _Told, b: _Told, at: tuple[int, int], there: tuple[int, int]) -> Disagreement:
    return Disagreement(
        what,  # type: ignore[arg-type]
        about,
        Side(a.start, a.end, (Change(*at, figure=True),)),
        Side(b.start, b.end, (Change(*there, figure=True),)),
    )


# --------------------------------------------------------------------- figures


def _figures(mine: Sequence[_Told], theirs: Sequence[_Told], *, foreign: bool) -> Iterator[Disagreement]:
    """For each thing that is counted, the figures that the other report does not confirm, by the words beside them."""
    here, there = _by_what(mine), _by_what(theirs)
    for a, q, b, p in _untold(here, there):
        yield _counts(p.of, a, q, b, p)
    for b, p, a, q in _untold(there, here):
        yield _counts(q.of, a, q, b, p)
    for of in sorted((here.keys() & there.keys()) - {UNTOLD}):
        only_a = [(t, q) for t, q in here[of] if not any(q.agrees(p) for _, p in there[of])]
        only_b = [(t, q) for t, q in there[of] if not any(q.agrees(p) for _, p in here[of])]
        confirmed = len(only_a) < len(here[of]) or len(only_b) < len(there[of])
        pairs = sorted(
            ((-_likeness(x[0], y[0]), i, j) for i, x in enumerate(only_a) for j, y in enumerate(only_b)),
            key=lambda p: p,
        )
        several = len({q.value for t, q in [*only_a, *only_b] if not t.apart}) > 2
        taken_a: set[float] = set()
        taken_b: set[float] = set()
        for _, i, j in pairs:
            (told_a, q), (told_b, p) = only_a[i], only_b[j]
            if q.value in taken_a or p.value in taken_b or not _comparable(told_a, q, told_b, p, foreign=foreign):
                continue
            if _one_thing(of, told_a, told_b, foreign=foreign, sure=confirmed or several):
                taken_a.add(q.value)
                taken_b.add(p.value)
                yield _counts(of.lstrip("="), told_a, q, told_b, p)


def _comparable(a: _Told, q: Quantity, b: _Told, p: Quantity, *, foreign: bool) -> bool:
    """Whether nothing sets two figures apart: no other time, day, place or people, nor a part of either."""
    if max(q.value, p.value) > _FAR_OFF * min(q.value, p.value) or q.most != p.most or a.apart != b.apart:
        return False
    if any(len({one.value for one in told.figures if one.of == q.of}) > 1 for told in (a, b)):
        return False  # which of them is meant cannot be told
    known = {key for *_, key in b.places} | {word[1:] for word in b.bag if word[0] == "@"}
    if a.places and b.places and known.isdisjoint(key for *_, key in a.places):
        return False
    kinds = {kind for _, _, kind, _ in a.days} & {kind for _, _, kind, _ in b.days}
    if any({d[3] for d in a.days if d[2] == kind}.isdisjoint(d[3] for d in b.days if d[2] == kind) for kind in kinds):
        return False
    if foreign or not (q.counted and p.counted):
        return not (q.counted or p.counted) or q.headless or p.headless
    return not q.counted.isdisjoint(p.counted)


def _by_what(told: Sequence[_Told]) -> dict[str, list[tuple[_Told, Quantity]]]:
    found: dict[str, list[tuple[_Told, Quantity]]] = {}
    for sentence in told:
        for quantity in sentence.figures:
            found.setdefault(quantity.of, []).append((sentence, quantity))
    for of, several in found.items():
        plain = {q.value for _, q in several if not (q.least or q.most or q.rough)}
        found[of] = [(t, replace(q, least=False, rough=False) if q.value in plain else q) for t, q in several]
    return found


def _untold(
    here: dict[str, list[tuple[_Told, Quantity]]], there: dict[str, list[tuple[_Told, Quantity]]]
) -> Iterator[tuple[_Told, Quantity, _Told, Quantity]]:
    """Figures of which nothing tells what they count, with a near one of the other report beside the same name."""
    for a, q in here.get(UNTOLD, ()):
        for of, several in there.items():
            for b, p in several:
                near = max(q.value, p.value) <= _NEAR * min(q.value, p.value) and not q.agrees(p)
                named = any(word[0] == "@" and not is_place(word[1:]) for word in a.bag & b.bag)
                if near and named and of in TOTALS and a.apart == b.apart:
                    yield a, q, b, p


def _likeness(a: _Told, b: _Told) -> float:
    count, share = _shared(a, b)
    return count * share


def _one_thing(of: str, a: _Told, b: _Told, *, foreign: bool, sure: bool) -> bool:
    """Whether two figures of one kind stand for one thing; sure: other figures of that kind stand about."""
    _, share = _shared(a, b)
    beside = len((a.bag & b.bag) - {of.lstrip("=")})
    named = any(word[0] == "@" for word in a.bag & b.bag)
    one_day = not {day[2:] for day in a.days}.isdisjoint(day[2:] for day in b.days)
    if foreign:
        return beside >= (2 if sure else 1) and (of in TOTALS or (named and share >= _ALIKE))
    if of in TOTALS:
        return beside >= 3 and share >= _ALIKE if sure else (named or beside >= 2 or one_day) and share >= _ALIKE / 2
    return beside >= 3 and share >= _SAME_DOING and _nearly_same(a, b)


def _nearly_same(a: _Told, b: _Told) -> bool:
    differing = 2  # the two days or places themselves
    return len(a.bag & b.bag) >= _NEARLY_SAME * (len(a.bag | b.bag) - differing)


# ------------------------------------------------------------- days and places


def _days(mine: Sequence[_Told], theirs: Sequence[_Told]) -> Iterator[Disagreement]:
    for a, b in _alike(mine, theirs, least=4):
        if len(a.days) == len(b.days) == 1 and a.days[0][2] == b.days[0][2] and a.days[0][3] != b.days[0][3]:
            yield _pair("day", a.days[0][2], a, b, a.days[0][:2], b.days[0][:2])


def _places(mine: Sequence[_Told], theirs: Sequence[_Told]) -> Iterator[Disagreement]:
    """One place instead of another, where neither report knows the other's."""
    everywhere_a, everywhere_b = (frozenset().union(*(t.bag for t in told)) for told in (mine, theirs))
    for a, b in _alike(mine, theirs, least=3):
        only_a = [place for place in a.places if "@" + place[2] not in everywhere_b]
        only_b = [place for place in b.places if "@" + place[2] not in everywhere_a]
        if {day[2:] for day in a.days} != {day[2:] for day in b.days}:
            continue
        if len(only_a) == len(only_b) == 1 and a.apart == b.apart and not _one_word(only_a[0][2], only_b[0][2]):
            yield _pair("place", "place", a, b, only_a[0][:2], only_b[0][:2])


def _other_figures(a: _Told, b: _Told) -> bool:
    """Whether two sentences count one thing differently: if day or place differ as well, they tell of two events."""
    return any(q.of == p.of and not q.agrees(p) for q in a.figures for p in b.figures)


def _alike(mine: Sequence[_Told], theirs: Sequence[_Told], *, least: int) -> Iterator[tuple[_Told, _Told]]:
    """Each sentence with the one of the other report that is most like it, if that speaks of the same thing."""
    for a in mine:
        best = max(theirs, key=lambda b: _likeness(a, b), default=None)
        if best is not None:
            count, common = _shared(a, best)
            alike = count >= least and common >= _SAME_DOING and _nearly_same(a, best)
            if alike and a.apart == best.apart and not _other_figures(a, best):
                yield a, best


# --------------------------------------------------------------------- wording


def _wordings(a: str, b: str, mine: Sequence[_Told], theirs: Sequence[_Told]) -> Iterator[Disagreement]:
    """One saying of one speaker with another word in it: not cut short, nor only spelt otherwise."""
    said_b = [(quote, _plain_words(quote.text)) for quote in quotes(b)]
    for quote in quotes(a):
        tokens = _plain_words(quote.text)
        for other, others in said_b:
            if len(tokens) < 4 or len(others) < 4 or not _one_speaker(quote.speaker, other.speaker):
                continue
            if _other_words(tokens, others):
                told_a, told_b = _at(mine, quote.start), _at(theirs, other.start)
                yield _pair("wording", "quotation", told_a, told_b, (quote.start, quote.end), (other.start, other.end))
                break


def _plain_words(text: str) -> list[str]:
    """The words of a saying without what was put in in brackets, and without the dots and hyphens of its spelling."""
    return re.findall(r"\w+", re.sub(r"[(\[].*?[)\]]|(?<=\w)[.'’](?=\w)", "", text).casefold())


def _other_words(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two wordings of one saying differ in a word that says something, or in a `not`."""
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    same = sum(block.size for block in blocks)
    stop = stop_words("en")
    meant = {word for block in blocks for word in a[block.a : block.a + block.size] if word not in stop}
    if same < 4 or len(meant) < (2 if same < _LONG_SAYING else 1):
        return False
    first, last = blocks[0], blocks[-1]
    whole = max(last.a + last.size - first.a, last.b + last.size - first.b)
    if same < _ONE_SAYING * whole:
        return False
    for tag, i, j, k, n in matcher.get_opcodes():
        gone, new = a[i:j], b[k:n]
        if tag == "equal" or not (first.a <= i and j <= len(a) and first.b <= k):
            continue
        inside = j <= last.a and n <= last.b
        if inside and _NOT.isdisjoint(gone) != _NOT.isdisjoint(new):
            return True
        ends = tag == "replace" and j == len(a) and n == len(b)
        other = [[word for word in said if word not in stop] for said in (gone, new)]
        changed = tag == "replace" and (inside or ends) and len(gone) <= 2 >= len(new) and all(other)
        digits = [any(word[0].isdigit() for word in said) for said in (gone, new)]
        if digits[0] != digits[1]:  # `11th` is `eleventh`
            continue
        if changed and "".join(gone) != "".join(new) and not any(_one_word(x, y) for x in other[0] for y in other[1]):
            return True
    return False


def _one_word(a: str, b: str) -> bool:
    """Whether two words are one in another form or spelling."""
    skeletons = {re.sub(r"[aeiouy]", "", word)[:3] for word in (a, b)}
    return (
        a[:4] == b[:4] or len(skeletons) == 1 or same_name(a, b) or difflib.SequenceMatcher(None, a, b).ratio() >= 0.6
    )


def _one_speaker(a: str | None, b: str | None) -> bool:
    return bool(a and b and same_name(a, b))


def _at(told: Sequence[_Told], place: int) -> _Told:
    return next((one for one in told if place < one.end), told[-1])
