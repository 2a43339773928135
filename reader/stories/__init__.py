"""Which articles belong together and why: related articles, stories, copied passages, tellings.

Works on features and a `Shelf`; knows neither the database nor the screens. Nothing here but `features` loads a slow
library, and that only for stems.
"""

from reader.stories.chaining import Chained, chain
from reader.stories.dating import InferredDate, infer_date, infer_dates_around
from reader.stories.deciding import concerned, respecting
from reader.stories.differing import differences
from reader.stories.passages import Passage, align, repeated_share
from reader.stories.placing import Placement, place, worth_placing_again
from reader.stories.relating import related
from reader.stories.rows import rows
from reader.stories.shelf import Shelf
from reader.stories.sketch import Features, features, redated
from reader.stories.tellings import Telling, group_tellings

__all__ = [
    "Chained",
    "Features",
    "InferredDate",
    "Passage",
    "Placement",
    "Shelf",
    "Telling",
    "align",
    "chain",
    "concerned",
    "differences",
    "features",
    "group_tellings",
    "infer_date",
    "infer_dates_around",
    "place",
    "redated",
    "related",
    "repeated_share",
    "respecting",
    "rows",
    "worth_placing_again",
]
