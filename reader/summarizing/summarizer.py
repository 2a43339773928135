"""The `news` method as a sumy summarizer, for who builds on sumy.

Slow to import (sumy loads nltk); the reader itself goes by `news` directly.
"""

from __future__ import annotations

from typing import Any

from sumy.summarizers._summarizer import AbstractSummarizer

from reader.summarizing.news import rank_texts


class NewsSummarizer(AbstractSummarizer):  # type: ignore[misc]
    """Ranks the sentences of a sumy document as news; headings of the document count as its headline."""

    def __init__(self, language: str | None = "en") -> None:
        super().__init__()
        self.language = language

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:
        """The best sentences in document order; `sentences_count` is a number or a share like `"20%"`, as in sumy."""
        sentences = document.sentences
        headline = " ".join(str(heading) for heading in document.headings) or None
        order, _ = rank_texts([str(s) for s in sentences], headline=headline, language=self.language)
        place = {index: -position for position, index in enumerate(order)}
        ranks = iter(range(len(sentences)))
        best: tuple[Any, ...] = self._get_best_sentences(sentences, sentences_count, lambda _: place[next(ranks)])
        return best
