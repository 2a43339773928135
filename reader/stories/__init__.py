"""Which articles belong together and why: related articles, stories, copied passages, tellings.

Works on features and an `ArticleIndex`; knows neither the database nor the screens. What is named here is loaded when
it is first used. Nothing of it but `features_of` loads a slow library, and that only for stems.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__all__ = [
    "ArticleIndex",
    "Assignment",
    "Features",
    "Neighbourhood",
    "Passage",
    "affected",
    "align",
    "aligned",
    "assign",
    "chain",
    "constrained",
    "differences",
    "disagreements",
    "features_of",
    "group_tellings",
    "has_risen",
    "infer_date",
    "infer_dates_around",
    "neighbourhood",
    "redated",
    "related",
    "shared_wording",
    "worth_reassigning",
]

if TYPE_CHECKING:
    from reader.stories.alignment import aligned
    from reader.stories.chains import chain
    from reader.stories.clustering import Assignment, assign, worth_reassigning
    from reader.stories.constraints import affected, constrained
    from reader.stories.diff import differences
    from reader.stories.facts import disagreements, has_risen
    from reader.stories.features import Features, features_of, redated
    from reader.stories.index import ArticleIndex
    from reader.stories.neighbours import Neighbourhood, neighbourhood
    from reader.stories.passages import Passage, align
    from reader.stories.relatedness import related
    from reader.stories.tellings import group_tellings, shared_wording
    from reader.stories.years import infer_date, infer_dates_around

_HOMES = {
    "ArticleIndex": "index",
    "Assignment": "clustering",
    "Features": "features",
    "Neighbourhood": "neighbours",
    "Passage": "passages",
    "affected": "constraints",
    "align": "passages",
    "aligned": "alignment",
    "assign": "clustering",
    "chain": "chains",
    "constrained": "constraints",
    "differences": "diff",
    "disagreements": "facts",
    "has_risen": "facts",
    "features_of": "features",
    "group_tellings": "tellings",
    "infer_date": "years",
    "infer_dates_around": "years",
    "neighbourhood": "neighbours",
    "redated": "features",
    "related": "relatedness",
    "shared_wording": "tellings",
    "worth_reassigning": "clustering",
}
"""In which module each stands."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'reader.stories' has no attribute {name!r}")
    globals()[name] = getattr(import_module(f"reader.stories.{_HOMES[name]}"), name)
    return globals()[name]
