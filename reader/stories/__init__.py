"""Which articles belong together and why: related articles, stories, copied passages, tellings.

Works on features and an `ArticleIndex`; knows neither the database nor the screens. Nothing here but `features_of`
loads a slow library, and that only for stems.
"""

from reader.stories.alignment import aligned
from reader.stories.chains import chain
from reader.stories.clustering import Assignment, assign, worth_reassigning
from reader.stories.constraints import affected, constrained
from reader.stories.diff import differences
from reader.stories.facts import disagreements
from reader.stories.features import Features, features_of, redated
from reader.stories.index import ArticleIndex
from reader.stories.neighbours import Neighbourhood, neighbourhood
from reader.stories.passages import Passage, align
from reader.stories.relatedness import related
from reader.stories.tellings import group_tellings, shared_wording
from reader.stories.years import infer_date, infer_dates_around

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
    "infer_date",
    "infer_dates_around",
    "neighbourhood",
    "redated",
    "related",
    "shared_wording",
    "worth_reassigning",
]
