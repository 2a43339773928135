"""benchmarks/generate.py: an invented library is one on which everything in the reader works, and the same each time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from reader.article import View
from reader.library import Store

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "generate.py"


def generated(path: Path) -> subprocess.CompletedProcess[str]:
    """Runs the command."""
    return subprocess.run(
        [sys.executable, SCRIPT, path, "--articles", "150"], capture_output=True, text=True, check=False
    )


def test_an_invented_library_holds_everything_and_is_the_same_each_time(tmp_path):
    one, two = tmp_path / "one.library", tmp_path / "two.library"
    assert generated(one).returncode == generated(two).returncode == 0
    with Store(one) as store, Store(two) as other:
        assert store.count(View()) == (150, 150)
        slots = store.slots(View(group="story"))
        assert slots == other.slots(View(group="story"))
        assert len({slot.heading for slot in slots}) > 10
        for slot in slots:
            article, ranking = store.article(slot.id), store.ranking(slot.id, "news")
            assert ranking is not None
            assert ranking.top(3).sentences[0].text in article.text
            assert article.text.startswith(ranking.sentences[0].text)
            assert article.text == other.article(slot.id).text
        assert len(store.features([slot.id for slot in slots])) == 150
        assert list(store.undated_days()) == list(other.undated_days())


def test_a_file_that_exists_is_left_alone(tmp_path):
    path = tmp_path / "mine"
    path.write_text("mine")
    done = generated(path)
    assert done.returncode == 1
    assert "exists already" in done.stderr
    assert path.read_text() == "mine"
