"""Two texts aligned: each sentence of the one beside what the other has of it, in reading order.

Not here: which sentences match (passages.py), what differs inside them (diff.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reader.comparison import AlignedRow, Change, Disagreement, MatchKind, Side
from reader.stories.diff import differences
from reader.stories.facts.pairing import Span, paired
from reader.stories.passages import Passage, align

_WEAKEST: Sequence[MatchKind] = ("reworded", "same quotation", "copied")
"""Of a row that joins several matches, the kind is the weakest of theirs."""

_WHOLE = 0.9
"""How much of what a sentence says its match has, if that is all of it."""


@dataclass(slots=True)
class _Pairing:
    """Sentences of the one, by their numbers, that belong to sentences of the other; either may be empty."""

    a: list[int]
    b: list[int]
    kinds: list[MatchKind] = field(default_factory=list)


def aligned(
    a: str,
    b: str,
    *,
    language: str | None = "en",
    other_language: str | None = None,
    disagreeing: Sequence[Disagreement] = (),
) -> tuple[AlignedRow, ...]:
    """Every sentence of `a` in order with its match in `b`, and those that only `b` has after what they follow there.

    A sentence that the other text cuts in two stands beside both. disagreeing: what they tell otherwise; sentences
    that match nothing stand beside each other for it, and where they tell one fact, in whatever words. language: of
    `a`; other_language: of `b`, if it is another one. Never raises; roughly linear, but for what matches nothing.
    """
    mine, theirs = align(a, b, language=language), align(b, a, language=language)
    facts = [((one.a.start, one.a.end), (one.b.start, one.b.end)) for one in disagreeing]
    mine, theirs = _beside_each_other(mine, theirs, facts)
    alone = [[(p.start, p.end) for p in side if not p.other and not p.slight] for side in (mine, theirs)]
    told = list(paired(a, b, *alone, language=language, other=other_language or language))
    mine, theirs = _beside_each_other(mine, theirs, told)
    by_fact = set(told)
    foreign = bool(language and other_language and language != other_language)
    found: list[AlignedRow] = []
    seen_a: set[int] = set()
    seen_b: set[int] = set()
    for pairing in _with_only_b(_pairings(mine, theirs), len(theirs)):
        again = (bool(pairing.a) and pairing.a[0] in seen_a, bool(pairing.b) and pairing.b[0] in seen_b)
        row = _row(pairing, (a, b), (mine, theirs), again, language)
        if row.a and row.b and ((row.a.start, row.a.end), (row.b.start, row.b.end)) in by_fact:
            row = replace(row, by_fact=True)
        if foreign and row.a and row.b:  # nearly every word is another one
            row = replace(row, a=replace(row.a, changes=()), b=replace(row.b, changes=()))
        found.append(_with_figures(row, disagreeing))
        seen_a.update(pairing.a)
        seen_b.update(pairing.b)
    return tuple(found)


def _beside_each_other(
    mine: Sequence[Passage], theirs: Sequence[Passage], told: Sequence[tuple[Span, Span]]
) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The sentences with those matched that stand alone on both sides and tell of one fact."""
    alone_a, alone_b = ({(p.start, p.end): i for i, p in enumerate(side) if not p.other} for side in (mine, theirs))
    mine, theirs = list(mine), list(theirs)
    for here, there in told:
        if here in alone_a and there in alone_b:
            i, j = alone_a.pop(here), alone_b.pop(there)
            mine[i] = replace(mine[i], kind="reworded", other=there)
            theirs[j] = replace(theirs[j], kind="reworded", other=here)
    return tuple(mine), tuple(theirs)


def _with_figures(row: AlignedRow, disagreeing: Sequence[Disagreement]) -> AlignedRow:
    """The row with what its two sides disagree on marked in both."""
    if row.a is None or row.b is None:
        return row
    a, b = row.a, row.b
    for one in disagreeing:
        inside = a.start <= one.a.start and one.a.end <= a.end and b.start <= one.b.start and one.b.end <= b.end
        if inside and one.what != "wording":
            a, b = _marked(a, one.a.changes[0]), _marked(b, one.b.changes[0])
    return replace(row, a=a, b=b)


def _marked(side: Side, change: Change) -> Side:
    """A side with one change more; what it overlaps is cut around it."""
    kept = [
        Change(start, end, old.figure)
        for old in side.changes
        for start, end in ((old.start, min(old.end, change.start)), (max(old.start, change.end), old.end))
        if start < end
    ]
    return replace(side, changes=tuple(sorted([*kept, change], key=lambda c: c.start)))


def _pairings(mine: Sequence[Passage], theirs: Sequence[Passage]) -> list[_Pairing]:
    """A pairing for each sentence of the first text, neighbours with one match joined."""
    number_a = {passage.start: i for i, passage in enumerate(mine)}
    number_b = {passage.start: j for j, passage in enumerate(theirs)}
    matching: defaultdict[int, list[tuple[int, MatchKind]]] = defaultdict(list)
    taken = set()
    for i, passage in enumerate(mine):
        if passage.other and passage.kind != "only here":
            matching[i].append((number_b[passage.other[0]], passage.kind))
            taken.add(number_b[passage.other[0]])
    for j, passage in enumerate(theirs):
        if passage.other and passage.kind != "only here" and j not in taken:
            matching[number_a[passage.other[0]]].append((j, passage.kind))
    found: list[_Pairing] = []
    for i in range(len(mine)):
        matches = matching.get(i)
        if not matches:
            found.append(_Pairing([i], []))
        elif found and found[-1].b == [matches[0][0]] and len(matches) == 1:
            found[-1].a.append(i)
            found[-1].kinds.append(matches[0][1])
        else:
            apart = mine[i].covered >= _WHOLE or any(matches[0][0] in one.b for one in found)
            found += _split(i, matches, apart=apart)
    return found


def _split(i: int, matches: Sequence[tuple[int, MatchKind]], *, apart: bool) -> list[_Pairing]:
    """One sentence beside all that match it: neighbours together, others in a row of their own.

    apart: each in its own: the first has all of it, so that no other one is a part of it, or stands in a row already.
    """
    found = [_Pairing([i], [matches[0][0]], [matches[0][1]])]
    for j, kind in sorted(matches[1:]):
        near = None if apart else next((p for p in found if j - 1 == p.b[-1] or j + 1 == p.b[0]), None)
        if near is None:
            found.append(_Pairing([i], [j], [kind]))
        else:
            near.b = sorted([*near.b, j])
            near.kinds.append(kind)
    return found


def _with_only_b(pairings: list[_Pairing], count: int) -> list[_Pairing]:
    """The sentences that only the second text has, put in after those that they follow there."""
    place: dict[int, int] = {}
    for at, pairing in enumerate(pairings):
        for j in pairing.b:
            place.setdefault(j, at)
    after: defaultdict[int, list[_Pairing]] = defaultdict(list)
    before: list[int] = []
    last = -1
    for j in range(count):
        if j in place:
            last = place[j]
        elif last < 0:
            before.append(j)
        else:
            after[last].append(_Pairing([], [j]))
    first = min((at for j, at in place.items() if j == min(place)), default=len(pairings))
    ordered: list[_Pairing] = []
    for at, pairing in enumerate(pairings):
        if at == first:
            ordered += [_Pairing([], [j]) for j in before]
        ordered += [pairing, *after[at]]
    return ordered + ([_Pairing([], [j]) for j in before] if first == len(pairings) else [])


def _row(
    pairing: _Pairing,
    texts: tuple[str, str],
    passages: tuple[Sequence[Passage], Sequence[Passage]],
    again: tuple[bool, bool],
    language: str | None,
) -> AlignedRow:
    if not pairing.b:
        return AlignedRow("only in A", _side(pairing.a, passages[0]), None)
    if not pairing.a:
        return AlignedRow("only in B", None, _side(pairing.b, passages[1]))
    kind = min(pairing.kinds, key=_WEAKEST.index)
    a, b = _side(pairing.a, passages[0], again=again[0]), _side(pairing.b, passages[1], again=again[1])
    said_a, said_b = texts[0][a.start : a.end], texts[1][b.start : b.end]
    changes_a, changes_b = differences(said_a, said_b, in_order=kind == "copied", language=language)
    return AlignedRow(kind, _moved(a, changes_a), _moved(b, changes_b))


def _side(numbers: Sequence[int], passages: Sequence[Passage], *, again: bool = False) -> Side:
    return Side(passages[numbers[0]].start, passages[numbers[-1]].end, again=again)


def _moved(side: Side, changes: Sequence[Change]) -> Side:
    """A side with its changes, whose places counted from its own beginning."""
    placed = tuple(Change(c.start + side.start, c.end + side.start, c.figure) for c in changes)
    return Side(side.start, side.end, placed, side.again)
