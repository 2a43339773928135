"""10,000 marks on both sides, syncs broken off at a hundred places: the same state in the end, and nothing is lost."""

from __future__ import annotations

import pytest
from greader_support import Reader, rss
from sync_support import known_password
from sync_trial import Trial

from reader.article import View
from reader.desk import Library

__all__ = ["known_password", "rss"]


@pytest.mark.no_cover  # processes that are killed measure nothing
def test_both_sides_have_the_same_marks_after_a_hundred_interruptions(rss: Reader, library: Library) -> None:
    rss.page = 500
    trial = Trial(rss, library, articles=1_200, places=100, marks=10_000, seed=18)
    trial.run()
    assert trial.finish() == []
    assert trial.made["here"] >= 10_000
    assert trial.made["there"] >= 10_000
    assert trial.dropped + trial.killed >= 100
    assert min(trial.dropped, trial.killed) >= 25
    assert library.count(View())[0] >= 1_205  # those that came in meanwhile as well
