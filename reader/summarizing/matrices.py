"""sumy's methods that compare every sentence with every other, with the comparisons as products of matrices.

The results are sumy's own (within rounding); the time is not: at 1,000 sentences LexRank takes a fraction of a second
instead of ten. Slow to import (numpy, sumy, nltk). Not here: how a text becomes a document (`methods`).
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

_HANDFUL = 12

Array = Any  # numpy's own array types say no more here than their name


def counts(sentences: list[list[str]]) -> Array:
    """Sentences × words: how often each word stands in each sentence."""
    column: dict[str, int] = {}
    for sentence in sentences:
        for word in sentence:
            column.setdefault(word, len(column))
    table = np.zeros((len(sentences), len(column)))
    for row, sentence in enumerate(sentences):
        for word, count in Counter(sentence).items():
            table[row, column[word]] = count
    return table


def edges(sentences: list[list[str]], lone: float) -> Array:
    """Sentences × sentences: shared words by the logarithms of the lengths, as in TextRank.

    `lone` is the weight of two sentences of one word each that share it (their logarithms are 0).
    """
    table = counts(sentences)
    shared = table @ table.T
    logs = np.log(np.maximum(table.sum(axis=1), 1.0))
    norms = logs[:, None] + logs[None, :]
    flat = np.isclose(norms, 0.0)
    return np.where(flat, shared * lone, shared / np.where(flat, 1.0, norms))


class FastLexRank(LexRankSummarizer):  # type: ignore[misc]
    """LexRank (Erkan and Radev, JAIR 2004) as sumy has it."""

    def _compute_idf(self, sentences: list[list[str]]) -> dict[str, float]:
        spread = Counter(word for sentence in sentences for word in set(sentence))
        return {word: float(np.log(len(sentences) / (1 + count))) for word, count in spread.items()}

    def _create_matrix(self, sentences: list[list[str]], threshold: float, tf: Any, idf: dict[str, float]) -> Array:
        norms = np.zeros((len(sentences), 1))
        found: dict[str, tuple[list[int], list[float]]] = {}  # where each word stands, and its weight there
        for row, frequencies in enumerate(tf):
            weights = {word: frequency * idf[word] for word, frequency in frequencies.items()}
            norms[row] = norm = sum([weight**2 for weight in weights.values()]) ** 0.5
            for word, weight in weights.items():
                rows, values = found.setdefault(word, ([], []))
                rows.append(row)
                values.append(weight / norm if norm else 0.0)
        similar = _products([entry for entry in found.values() if len(entry[0]) > 1], len(sentences))
        np.fill_diagonal(similar, (norms[:, 0] > 0).astype(float))
        linked = (similar > threshold).astype(float)
        degrees = linked.sum(axis=1, keepdims=True)
        matrix: Array = linked / np.where(degrees > 0, degrees, 1.0)
        return matrix

    @staticmethod
    def power_method(matrix: Array, epsilon: float) -> Array:
        """sumy's, but sentences that are like none other give zeros, not NaN."""
        if not matrix.any():
            return np.zeros(len(matrix))
        return LexRankSummarizer.power_method(matrix, epsilon)


def _products(columns: list[tuple[list[int], list[float]]], size: int) -> Array:
    """The products of all pairs of rows of a table given by columns: few full ones, many with a handful of rows."""
    full = [column for column in columns if len(column[0]) > _HANDFUL]
    table = np.zeros((size, len(full)))
    for k, (rows, values) in enumerate(full):
        table[rows, k] = values
    pairs: list[int] = []
    products: list[float] = []
    for rows, values in columns:
        if len(rows) <= _HANDFUL:
            pairs += [a * size + b for a in rows for b in rows]
            products += [a * b for a in values for b in values]
    few = np.bincount(np.array(pairs, dtype=np.int64), weights=products, minlength=size * size)
    similar: Array = table @ table.T + few.reshape(size, size)
    return similar


class FastTextRank(TextRankSummarizer):  # type: ignore[misc]
    """TextRank (Mihalcea and Tarau, EMNLP 2004) as sumy has it."""

    def _create_matrix(self, document: Any) -> Array:
        weights = edges([self._to_words_set(sentence) for sentence in document.sentences], lone=1.0)
        weights /= weights.sum(axis=1)[:, np.newaxis] + self._ZERO_DIVISION_PREVENTION
        return np.full(weights.shape, (1.0 - self.damping) / len(weights)) + self.damping * weights


class FastReduction(ReductionSummarizer):  # type: ignore[misc]
    """Reduction: the sum of a sentence's links to all others."""

    def rate_sentences(self, document: Any) -> dict[Any, float]:
        """Each sentence's links to all others, added up."""
        weights = edges([self._to_words_set(sentence) for sentence in document.sentences], lone=0.0)
        np.fill_diagonal(weights, 0.0)
        return dict(zip(document.sentences, weights.sum(axis=1).tolist(), strict=True))


class FastLuhn(LuhnSummarizer):  # type: ignore[misc]
    """Luhn (IBM Journal 1958): looks words up in a set instead of a tuple."""

    def _get_significant_words(self, words: Any) -> frozenset[str]:
        return frozenset(super()._get_significant_words(words))


class FastLsa(LsaSummarizer):  # type: ignore[misc]
    """Latent semantic analysis (Steinberger and Ježek, 2004) as sumy has it, without the decomposition.

    sumy keeps every dimension, and the rank of a sentence over all of them, sqrt(sum of (sigma * v)²), is the length of
    its column in the matrix of word frequencies.
    """

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:
        """As in sumy."""
        contents = [[self.stem_word(word) for word in sentence.words] for sentence in document.sentences]
        known = self._create_dictionary(document)
        table = counts([[word for word in content if word in known] for content in contents])
        ranks = iter(np.sqrt((self._compute_term_frequency(table.T) ** 2).sum(axis=0)).tolist())
        best: tuple[Any, ...] = self._get_best_sentences(document.sentences, sentences_count, lambda _: next(ranks))
        return best

    def _compute_term_frequency(self, matrix: Array, smooth: float = 0.4) -> Array:
        most = matrix.max(axis=0, initial=0.0, keepdims=True)
        return np.where(most > 0, smooth + (1.0 - smooth) * matrix / np.where(most > 0, most, 1.0), matrix)


class FastSumBasic(SumBasicSummarizer):  # type: ignore[misc]
    """SumBasic (Vanderwende et al., 2007): the sentence of the most frequent words, whose words then count squared."""

    def _compute_ratings(self, sentences: Any) -> dict[Any, int]:
        contents = [self._get_content_words_in_sentence(sentence) for sentence in sentences]
        table = _Flat(contents)
        lengths = np.maximum(np.array([len(words) for words in contents]), 1)
        frequency = table.total / max(1.0, table.total.sum())
        left = np.ones(len(contents), dtype=bool)
        ratings: dict[Any, int] = {}
        while left.any():
            means = table.sums(frequency[table.word] * table.count) / lengths
            best = int(np.argmax(np.where(left, _even(means), -1.0)))
            left[best] = False
            ratings[sentences[best]] = -len(ratings)
            own = table.of(best)
            frequency[table.word[own]] **= 2.0 ** table.count[own]
        return ratings


class FastKL(KLSummarizer):  # type: ignore[misc]
    """KL-Sum (Haghighi and Vanderwende, 2009): keeps the summary's words distributed as the text's."""

    def _compute_ratings(self, sentences: Any) -> dict[Any, int]:
        contents = [self._get_content_words_in_sentence(sentence) for sentence in sentences]
        table = _Flat(contents)
        lengths = np.array([len(words) for words in contents])
        share = table.total / max(1.0, table.total.sum())
        mine = share[table.word]
        summary, size = np.zeros(len(share)), 0  # counts of its words, and all its words, stop words too
        left = np.ones(len(contents), dtype=bool)
        ratings: dict[Any, int] = {}
        while left.any():
            has = summary > 0
            now = np.where(has, share * np.log(share / np.where(has, summary, 1.0)), 0.0)
            gain = mine * np.log(mine / (summary[table.word] + table.count)) - now[table.word]
            mass = share[has].sum() + table.sums(mine * ~has[table.word])
            divergence = now.sum() + table.sums(gain) + mass * np.log(np.maximum(size + lengths, 1))
            best = int(np.argmin(np.where(left, _even(divergence), np.inf)))
            left[best] = False
            ratings[sentences[best]] = -len(ratings)
            own = table.of(best)
            summary[table.word[own]] += table.count[own]
            size += len(sentences[best].words)
        return ratings


def _even(values: Array) -> Array:
    """The values to twelve digits, so that equals stay equal whatever the order of adding up."""
    mantissa, exponent = np.frexp(values)
    return np.ldexp(np.round(mantissa, 12), exponent)


class _Flat:
    """The words of all sentences in three parallel arrays: which sentence, which word, how often."""

    def __init__(self, sentences: list[list[str]]) -> None:
        column: dict[str, int] = {}
        rows: list[tuple[int, int, int]] = []
        for row, sentence in enumerate(sentences):
            for word, count in Counter(sentence).items():
                rows.append((row, column.setdefault(word, len(column)), count))
        flat = np.array(rows, dtype=np.int64).reshape(-1, 3)
        self.sentence, self.word, self.count = flat[:, 0], flat[:, 1], flat[:, 2].astype(float)
        self.total = np.bincount(self.word, weights=self.count, minlength=len(column))
        self._sentences = len(sentences)
        self._bounds = np.searchsorted(self.sentence, np.arange(len(sentences) + 1))

    def sums(self, values: Array) -> Array:
        """The values added up by sentence."""
        return np.bincount(self.sentence, weights=values, minlength=self._sentences)

    def of(self, sentence: int) -> slice:
        """Where a sentence's words are in the arrays."""
        return slice(int(self._bounds[sentence]), int(self._bounds[sentence + 1]))
