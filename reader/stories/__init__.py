"""Which articles belong together and why: related articles, stories, copied passages, tellings.

Works on features and a `Shelf`; knows neither the database nor the screens. Nothing here but `features` loads a slow
library, and that only for stems.
"""

from reader.stories.dating import InferredDate, infer_date, infer_dates_around
from reader.stories.placing import Placement, place
from reader.stories.relating import related
from reader.stories.shelf import Shelf
from reader.stories.sketch import Features, features, redated

__all__ = [
    "Features",
    "InferredDate",
    "Placement",
    "Shelf",
    "features",
    "infer_date",
    "infer_dates_around",
    "place",
    "redated",
    "related",
]
