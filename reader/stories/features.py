"""The features of an article: the stems, names and numbers that say most, samples of its passages and quotations.

Packed into one to two kilobytes, so that a hundred articles can be compared while a key is held down. Reading packed
features loads no slow library; extracting them stems words and loads nltk. Not here: comparing (similarity.py).
"""

from __future__ import annotations

import math
import re
import struct
import zlib
from array import array
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property, lru_cache
from itertools import accumulate
from sys import intern
from zlib import crc32

from reader.article import Article
from reader.compression import compressed
from reader.errors import ArticleDamaged
from reader.language.calendar import dated_words, rubric
from reader.language.detection import detect
from reader.language.figures import numbered
from reader.language.names import Name, names
from reader.language.words import stem, stop_words, words
from reader.stories.idf import prior_idf, term_hash

READ = 6_000
"""Characters of the text that count for terms; a story's event is told near its beginning."""
TERMS = 128
"""Terms kept: those with the highest weight times idf."""
LEAD = 30.0
"""Terms into the text at which a mention counts half as much as at its beginning."""
FLOOR = 0.2
"""The least weight of a mention, far down in the text."""
PASSAGE = 7
"""Words in a sampled passage."""
SAMPLE = 12
"""One passage in so many is sampled, whichever article it stands in."""
PASSAGES = 64
QUOTED = 5
"""Words in a sampled piece of a quotation."""
QUOTATIONS = 24
OPENING = 250
"""Words of the text whose figures count; further down other events are told."""
FIGURES = 32
STEPS = 40
"""Weights are stored as whole numbers of 1/STEPS."""
NAMED = 0.8
"""The weight of a name as such, besides that of the words it is made of."""
INDEXED_PASSAGES = 12
"""Passages (and as many quotations) that are index keys."""

_FORMAT = 3
_HEADERS = {3: struct.Struct("<BBiH2sffHHHHIH"), 2: struct.Struct("<BBiH2sffHHHHI"), 1: struct.Struct("<BBiH2sffHHHH")}
"""By format; what was packed before there were figures has the second, before there were series the first."""
_QUOTATION = re.compile('[“„«"]([^“”„«»"\n]{25,600})[”“»"]')
_DIGITS = re.compile(r"\d")


@dataclass(frozen=True)
class Features:
    """An article as `related` and `assign` see it, by the terms themselves."""

    terms: dict[str, float]
    """Weights of its terms: stems; names behind `@`; numbers behind `#`. Not yet weighted by idf."""
    passages: tuple[int, ...] = ()
    """Hashes of sampled passages of seven words, smallest first."""
    quotations: tuple[int, ...] = ()
    """Hashes of sampled pieces of what stands in quotation marks."""
    shown: tuple[tuple[str, str], ...] = ()
    """Terms that are written otherwise in the text, and how: names, and words whose stem is no word; for reasons."""
    day: date | None = None
    """When it was published."""
    inferred: bool = False
    """Whether that day was worked out."""
    day_and_month: str | None = None
    """`--11-06`, where the year is not known."""
    language: str = ""
    series: int = 0
    """But for its last eight bits the same for all that an outlet publishes under one headline apart from the day, the
    editions of a column; those bits are of the headline with the day. 0: none.
    """
    figures: tuple[int, ...] = ()
    """For each word near the beginning beside which one number stands, a hash, the last twelve bits of that number."""

    @cached_property
    def keys(self) -> dict[str, float]:
        """The keys to index it under, with their weights."""
        keys = dict(self.terms)
        keys.update((f"~{h:x}", 1.0) for h in self.passages[:INDEXED_PASSAGES])
        keys.update((f'"{h:x}', 1.0) for h in self.quotations[:INDEXED_PASSAGES])
        return keys

    def pack(self) -> bytes:
        """As bytes, read by `unpack` and by `FeatureVector`."""
        ordered = sorted(self.terms, key=lambda t: t[0] not in "@#")
        neutral = sum(t[0] in "@#" for t in ordered)
        written = dict(self.shown)
        spelled = "\n".join(f"{t}\t{written[t]}" if t in written else t for t in ordered)
        weights = bytes(min(255, max(1, round(self.terms[t] * STEPS))) for t in ordered)
        lengths = [(weight / STEPS * prior_idf(t)) ** 2 for t, weight in zip(ordered, weights, strict=True)]
        header = _HEADERS[_FORMAT].pack(
            _FORMAT, int(self.inferred), self.day.toordinal() if self.day else 0, _pack_month(self.day_and_month),
            self.language.encode()[:2].ljust(2), math.sqrt(sum(lengths)), math.sqrt(sum(lengths[:neutral])),
            len(ordered), neutral, len(self.passages), len(self.quotations), self.series,
            len(self.figures),
        )  # fmt: skip
        hashes = array("I", [*map(term_hash, ordered), *self.passages, *self.quotations, *self.figures])
        return header + hashes.tobytes() + weights + compressed(spelled.encode("utf-8", "replace"))

    @staticmethod
    def unpack(packed: bytes) -> Features:
        """What `pack` wrote; weights to one part in STEPS."""
        vector = FeatureVector(packed)
        terms, shown = vector.spelled()
        return Features(
            terms={t: w / STEPS for t, w in zip(terms, vector.weights, strict=False)},
            passages=tuple(vector.passages),
            quotations=tuple(vector.quotations),
            shown=tuple(shown.items()),
            day=date.fromordinal(vector.day) if vector.day else None,
            inferred=vector.inferred,
            day_and_month=vector.day_and_month,
            language=vector.language,
            series=vector.series,
            figures=tuple(vector.figures),
        )


class FeatureVector:
    """Packed features as numbers, quick to read: hashes of terms and their weights, names and numbers first."""

    __slots__ = (
        "_counts", "_keys", "_month", "_packed", "_start", "day", "inferred", "language", "neutral", "neutral_norm",
        "norm", "series", "terms", "weights",
    )  # fmt: skip

    def __init__(self, packed: bytes) -> None:
        """packed: what `Features.pack` wrote. Raises ArticleDamaged for anything else."""
        header = _HEADERS.get(packed[0]) if packed else None
        if header is None or len(packed) < header.size:
            raise _damaged()
        (
            _, inferred, self.day, self._month, language, self.norm, self.neutral_norm, terms, self.neutral,
            passages, quotations, *later,
        ) = header.unpack_from(packed)  # fmt: skip
        self.series: int = later[0] if later else 0
        figures = later[1] if len(later) > 1 else 0
        self._start = header.size
        start = header.size + 4 * (terms + passages + quotations + figures)
        if len(packed) < start + terms:
            raise _damaged()
        self.inferred = bool(inferred)
        self.language = language.decode("latin-1").strip()
        self._packed, self._counts = packed, (terms, passages, quotations, figures)
        self._keys: list[str] | None = None
        self.terms: Sequence[int] = self._hashes(0, terms)
        self.weights = packed[start : start + terms]

    @property
    def day_and_month(self) -> str | None:
        """`--11-06`, where the year is not known."""
        return f"--{self._month // 32:02}-{self._month % 32:02}" if self._month else None

    @property
    def passages(self) -> Sequence[int]:
        """Hashes of sampled passages, smallest first."""
        return self._hashes(self._counts[0], self._counts[1])

    @property
    def quotations(self) -> Sequence[int]:
        """Hashes of sampled pieces of quotations, smallest first."""
        return self._hashes(self._counts[0] + self._counts[1], self._counts[2])

    @property
    def figures(self) -> Sequence[int]:
        """Hashes of words near the beginning with the one number beside each, smallest first."""
        return self._hashes(sum(self._counts[:3]), self._counts[3])

    def _hashes(self, first: int, count: int) -> Sequence[int]:
        hashes = array("I")
        start = self._start + 4 * first
        hashes.frombytes(self._packed[start : start + 4 * count])
        return hashes

    def lines(self) -> list[str]:
        """The terms themselves, in the order of `terms`; behind a tab, how one is written if otherwise."""
        terms = self._counts[0]
        if not terms:
            return []
        start = self._start + 4 * sum(self._counts) + terms
        try:
            return zlib.decompress(self._packed[start:]).decode("utf-8").split("\n")
        except (zlib.error, UnicodeError):
            raise _damaged() from None

    @property
    def keys(self) -> list[str]:
        """The terms themselves, in the order of `terms`."""
        if self._keys is None:
            self._keys = [intern(line.partition("\t")[0]) for line in self.lines()]
        return self._keys

    def spelled(self) -> tuple[list[str], dict[str, str]]:
        """The terms themselves, in the order of `terms`; and those that are written otherwise as they are written."""
        parts = [line.partition("\t") for line in self.lines()]
        return [p[0] for p in parts], {p[0]: p[2] for p in parts if p[2]}


def _damaged() -> ArticleDamaged:
    return ArticleDamaged("what relates the library's articles is damaged; `reader reclean` makes it again")


def redated(packed: bytes, day: date) -> bytes:
    """Packed features with a day that has been worked out since they were made."""
    return replace(Features.unpack(packed), day=day, inferred=True).pack()


def features_of(article: Article) -> Features:
    """The features of an article with or without headline, text, date and language. Never raises; linear."""
    text = _told(article)
    body = text[:READ]
    head = " \n".join(part for part in (article.headline, article.standfirst) if part)[:500]
    language = article.language or detect(f"{head}\n{text[:3000]}") or ""
    found = names(f"{head}\n\n{body}", language)
    heading, told = words(head), words(body)
    terms, written = _terms(heading, told, language)
    terms.update(_names(found, len(head), language))
    written.update({f"@{name.key}": name.full or name.text for name in found})
    best = [t for _, t in sorted([(-weight * prior_idf(t), t) for t, weight in terms.items()])[:TERMS]]
    day = article.published.date() if isinstance(article.published, datetime) else article.published
    return Features(
        terms={t: terms[t] for t in best},
        passages=_passages(text),
        quotations=_quotations(text),
        shown=tuple((t, written[t]) for t in sorted(best) if t[0] != "#" and written.get(t, t) != t),
        day=day,
        inferred=article.published_from == "inferred",
        day_and_month=article.day_and_month if day is None else None,
        language=language,
        series=_series(article),
        figures=_figures([*heading, *told[:OPENING]], language),
    )


def _series(article: Article) -> int:
    headline = (article.headline or "").casefold()
    about = rubric(headline)
    if not article.outlet or not about:
        return 0
    return term_hash(f"{article.outlet}\n{about}") >> 8 << 8 | term_hash(headline) & 0xFF


def _told(article: Article) -> str:
    """The text without its subheads, which repeat in a few words what it tells."""
    if not article.subheads:
        return article.text
    return "\n\n".join(p.text for p in article.paragraphs if p.kind == "body")


def _terms(head: list[str], body: list[str], language: str) -> tuple[dict[str, float], dict[str, str]]:
    """The terms of the words with their weights; and how each is first written."""
    stop = stop_words(language)
    counts: defaultdict[str, float] = defaultdict(float)
    written: dict[str, str] = {}
    for word in head:
        if word not in stop:
            for term, part in _term(word, language):
                counts[term] += 2.0
                written.setdefault(term, part)
    found = [of_word for word in body if word not in stop for of_word in _term(word, language)]
    for place, (term, part) in enumerate(found):
        counts[term] += FLOOR + 1 / (1 + place / LEAD)
        if term not in written:
            written[term] = part
    return {term: _damped(count) for term, count in counts.items()}, written


def _damped(count: float) -> float:
    """The weight of a term with that many mentions: a logarithm, about 1 for one mention at the beginning."""
    return math.log(1 + 2 * count)


@lru_cache(maxsize=100_000)
def _term(word: str, language: str) -> tuple[tuple[str, str], ...]:
    """The terms that a word gives, each with the part of it that is meant."""
    if (len(word) < 2 and not word.isdigit()) or len(word) > 40:
        return ()
    if _DIGITS.search(word):
        numbers = [part for part in re.split("[-'’]", word) if part.isdigit() or "." in part]
        return tuple(("#" + part, part) for part in numbers) or ((word, word),)
    if "-" in word:
        stop = stop_words(language)
        return tuple((stem(part, language), part) for part in word.split("-") if part not in stop and len(part) > 1)
    return ((stem(word, language), word),)


def _names(found: list[Name], head: int, language: str) -> dict[str, float]:
    counts: defaultdict[str, float] = defaultdict(float)
    place = 0
    for name in found:
        if name.start < head:
            counts["@" + name.key] += 1.0
        else:
            counts["@" + name.key] += FLOOR + 1 / (1 + place / LEAD)
            place += 3
    return {key: NAMED * _damped(count) for key, count in counts.items() if len(key) <= 60}


def _figures(found: list[str], language: str) -> tuple[int, ...]:
    """Which number stands before or behind which word; a word with two numbers tells nothing."""
    stop = stop_words(language)
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for before, number, behind in numbered(found):
        for side, word in (("<", before), (">", behind)):
            if len(word) > 2 and not word[0].isdigit() and word not in stop and word not in dated_words():
                for term, _ in _term(word, language):
                    beside[side + term].add(number)
    single = [(place, numbers.pop()) for place, numbers in beside.items() if len(numbers) == 1][:FIGURES]
    return tuple(sorted(term_hash(place) >> 12 << 12 | term_hash(number) & 0xFFF for place, number in single))


def _passages(text: str) -> tuple[int, ...]:
    return _sampled(re.findall(r"\w+", text.casefold()[:60_000]), PASSAGE, PASSAGES, SAMPLE)


def _quotations(text: str) -> tuple[int, ...]:
    kept: set[int] = set()
    for match in _QUOTATION.finditer(text[:60_000]):
        kept.update(_sampled(re.findall(r"\w+", match.group(1).casefold()), QUOTED, 3, 1))
    return tuple(sorted(kept)[:QUOTATIONS])


def _sampled(tokens: list[str], width: int, most: int, one_in: int) -> tuple[int, ...]:
    """The smallest hashes among the runs of `width` tokens; the same runs are sampled in every text.

    The hash of a run is that of its tokens with a blank between them (`term_hash`).
    """
    encoded = " ".join(tokens).encode("utf-8", "replace")
    ends = list(accumulate([len(token) + 1 for token in encoded.split(b" ")], initial=0))
    runs = zip(ends, ends[width:], strict=False)
    hashes = {h for a, b in runs if (h := crc32(encoded[a : b - 1])) % one_in == 0} if tokens else set()
    return tuple(sorted(hashes)[:most])


def _pack_month(day_and_month: str | None) -> int:
    match = re.fullmatch(r"--(\d\d)-(\d\d)", day_and_month or "")
    return int(match.group(1)) * 32 + int(match.group(2)) if match else 0
