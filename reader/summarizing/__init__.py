"""Articles to ranked sentences: the `news` method, the methods of sumy, briefs over several articles.

Every sentence of a summary stands verbatim in its article. Not here: where sentences end, what is done with rankings.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.article import METHODS, Ranking, Sentence
from reader.errors import ReaderError
from reader.summarizing.briefs import brief
from reader.summarizing.candidates import lead, split
from reader.summarizing.kinds import kinds
from reader.summarizing.methods import ratings
from reader.summarizing.news import rank_texts
from reader.summarizing.reasons import explain

__all__ = ["METHODS", "brief", "explain", "rank"]

_LEAST = 0.0001
"""The score of the last sentence of a story."""


def rank(
    text: str,
    *,
    method: str = "news",
    headline: str | None = None,
    standfirst: str | None = None,
    language: str | None = "en",
    subheads: Sequence[tuple[int, int]] = (),
) -> Ranking:
    """All sentences of `text` and the order in which `method` would take them.

    A quotation that runs over a few sentences counts as one sentence, so that no summary cuts it in two. `language` is
    an ISO 639-1 code or None. `subheads`: start and end of what is in the text but no sentence of it. Of a very long
    text the beginning is weighed (5,000 sentences by `news`, 3,000 by the others) and the rest ranked behind it in
    reading order. Scores lie between 0 and 1; 0 has what is none of the story, such as a caption.
    `news` loads no library; any other method loads numpy and sumy when it is first used. Raises ReaderError for a
    method there is not.
    """
    if method not in METHODS:
        raise ReaderError(f"no summary method {method!r}; there are {', '.join(METHODS)}")
    places = split(text, language, subheads)
    texts = [text[place.start : place.end] for place in places]
    if method == "news":
        first = lead(text, places, subheads)
        order, scores = rank_texts(
            texts, headline=headline, standfirst=standfirst, language=language, places=places, lead=first
        )
    else:
        scores = ratings(texts, method, language)
        told = kinds(texts, language, places)
        order = sorted(range(len(texts)), key=lambda i: (told[i] != "", -scores[i]))
        if "" in told:
            least = min(scores) - 1
            scores = [0.0 if kind else score - least for score, kind in zip(scores, told, strict=True)]
    scaled = _scaled(scores)
    sentences = tuple(
        Sentence(piece, place.start, place.end, scaled[i])
        for i, (piece, place) in enumerate(zip(texts, places, strict=True))
    )
    return Ranking(sentences, tuple(order), method)


def _scaled(scores: list[float]) -> list[float]:
    """The scores stretched to reach from a little above 0, which stays 0, to 1."""
    told = [score for score in scores if score]
    low, high = min(told, default=0.0), max(told, default=0.0)
    return [score and (max(_LEAST, round((score - low) / (high - low), 4)) if high > low else 1.0) for score in scores]
