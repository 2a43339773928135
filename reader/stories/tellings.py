"""Tellings: which articles of a story are copies of one report, lightly edited ones too, and which share passages.

A wire report that four outlets print is one telling. Background paragraphs that an agency repeats in report after
report make no copy, they are shared: a copy keeps the beginning, too. Not here: comparing sentence by sentence
(passages.py).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, time, timezone
from itertools import combinations

from reader.article import Article
from reader.language.words import words
from reader.stories.idf import term_hash

WIDTH = 4
"""Words in the runs that are compared."""
COPY = 0.6
"""Share of the shorter text's runs that a copy has in common with the longer one."""
LEAD = 60
"""Words of the beginning of an article."""
KEPT = 0.4
"""Share of the runs of the beginning that a copy keeps."""
SHARED = 0.1
"""Share of the shorter text's runs that stand in another, from which on the two share passages and not only a name."""
LONGEST = 5_000
"""Words of an article that are looked at."""


def group_tellings(articles: Sequence[Article]) -> list[tuple[int, ...]]:
    """The articles grouped into tellings, in the order in which each was first published.

    Of each telling the indices of its articles: the one that ran it first comes first, undated ones last.
    """
    texts = [words(article.text)[:LONGEST] for article in articles]
    whole = [_runs(tokens) for tokens in texts]
    leads = [_runs(tokens[:LEAD]) for tokens in texts]
    group = list(range(len(articles)))
    for i, j in _near(whole, leads):
        if _root(group, i) != _root(group, j) and _copies(whole[i], whole[j], leads[i], leads[j]):
            group[_root(group, i)] = _root(group, j)
    found: dict[int, list[int]] = {}
    for i in range(len(articles)):
        found.setdefault(_root(group, i), []).append(i)
    for members in found.values():
        agencies = {articles[i].agency for i in members} - {None}
        members.sort(key=lambda i: (_ran(articles[i], agencies), i))
    ordered = sorted(found.values(), key=lambda members: (_when(articles[members[0]]), members[0]))
    return [tuple(members) for members in ordered]


def shared_wording(articles: Sequence[Article]) -> list[tuple[int, int, float]]:
    """Pairs of articles with wording in common: the one of which more stands in the other, that, and the share.

    Indices into `articles`; the share is of the runs of words of the first, from `SHARED` on; the largest first.
    """
    whole = [_runs(words(article.text)[:LONGEST]) for article in articles]
    having: defaultdict[int, list[int]] = defaultdict(list)
    for i, runs in enumerate(whole):
        for run in runs:
            having[run].append(i)
    common = Counter(pair for several in having.values() for pair in combinations(several, 2))
    found = []
    for (i, j), count in common.items():
        share = count / min(len(whole[i]), len(whole[j]))
        if share >= SHARED:
            found.append((i, j, share) if len(whole[i]) <= len(whole[j]) else (j, i, share))
    return sorted(found, key=lambda one: (-one[2], one[:2]))


def _runs(tokens: Sequence[str]) -> frozenset[int]:
    return frozenset(term_hash(" ".join(tokens[i : i + WIDTH])) for i in range(len(tokens) - WIDTH + 1))


def _near(whole: Sequence[frozenset[int]], leads: Sequence[frozenset[int]]) -> Iterator[tuple[int, int]]:
    """Pairs of articles where one has some of the beginning of the other: no others can be copies."""
    beginning: defaultdict[int, list[int]] = defaultdict(list)
    for i, lead in enumerate(leads):
        for run in lead:
            beginning[run].append(i)
    for i, runs in enumerate(whole):
        yield from ((i, j) for j in sorted({j for run in runs & beginning.keys() for j in beginning[run]}) if j != i)


def _copies(a: frozenset[int], b: frozenset[int], lead_a: frozenset[int], lead_b: frozenset[int]) -> bool:
    shorter, lead, longer = (a, lead_a, b) if len(a) <= len(b) else (b, lead_b, a)
    if not shorter or len(shorter & longer) < COPY * len(shorter):
        return False
    other_lead = lead_b if lead is lead_a else lead_a
    return len(lead & longer) >= KEPT * len(lead) and len(other_lead & shorter) >= KEPT * len(other_lead)


def _root(group: list[int], i: int) -> int:
    while group[i] != i:
        group[i] = group[group[i]]
        i = group[i]
    return i


def _ran(article: Article, agencies: Collection[str | None]) -> tuple[date, bool, datetime]:
    """When an article ran; on one day, the agency that the others name ran it before them."""
    when = _when(article)
    return when.date(), article.outlet not in agencies, when


def _when(article: Article) -> datetime:
    """A moment to sort by; the end of time for an undated article."""
    when = article.published
    if when is None:
        return datetime.max.replace(tzinfo=timezone.utc)
    if isinstance(when, datetime):
        return when if when.tzinfo else when.replace(tzinfo=timezone.utc)
    return datetime.combine(when if isinstance(when, date) else date.max, time(12), tzinfo=timezone.utc)
