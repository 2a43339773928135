"""The numbers of lines, the learned trees, and the decision."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning import body, page_kind
from reader.cleaning.body import page_probabilities, text_body
from reader.cleaning.classifier import context_features, html_features, line_features, stacking, text_features, trees
from reader.cleaning.classifier.windows import main_span
from reader.cleaning.input.html_lines import html_to_lines, parse
from reader.cleaning.input.text_lines import split
from reader.cleaning.metadata.tags import PageTags

ARTICLE = [
    "Home", "News", "Sport", "Kesten dredges its harbour again", "",
    "The harbour of Kesten will be dredged again next year, the council said on Tuesday after long talks with the mainland.",
    "Several members wanted to wait for the spring, but the fishermen said that the mud had no patience left at all.",
    "According to the harbour master, the channel has lost almost a metre of its depth since the great storm of that year.",
    "", "Subscribe to our newsletter", "Privacy policy",
]  # fmt: skip


def test_sentences_are_kept_and_menus_are_not() -> None:
    lines = split(ARTICLE)
    kept = [line.number for line, yes in zip(lines, text_body(lines), strict=True) if yes]
    assert kept == [6, 7, 8]


def test_nothing_is_decided_about_nothing() -> None:
    assert text_body([]) == []
    assert page_probabilities([], [], [], PageTags()) == []


def test_lines_beyond_the_classified_ones_go_by_a_plain_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body, "CLASSIFIED", 4)
    lines = split(ARTICLE)
    assert text_body(lines)[4:] == [True, True, True, False, False][: len(lines) - 4]


def test_every_column_has_a_name() -> None:
    lines = split(ARTICLE)
    rows, _ = context_features.matrix(lines)
    assert rows.shape == (len(lines), len(context_features.NAMES))
    assert stacking.matrix(rows, np.full(len(lines), 0.5)).shape == (len(lines), len(stacking.NAMES))
    counted = line_features.count_lines(lines)
    of_text = text_features.matrix(lines, counted)
    assert of_text.shape == (len(lines), len(text_features.NAMES))
    second = text_features.second_stage(of_text, np.full(len(lines), 0.5), counted)
    assert second.shape == (len(lines), len(text_features.SECOND_STAGE))
    written = html_to_lines(parse("<p>One</p><p>Two</p>"))
    rows, groups = html_features.matrix(split(["One", "Two"]), written, [], PageTags())
    assert rows.shape == (2, len(html_features.NAMES))
    assert html_features.second_stage(rows, np.full(2, 0.5), groups).shape == (2, len(html_features.SECOND_STAGE))


@pytest.mark.parametrize(
    "names", [html_features.NAMES, html_features.SECOND_STAGE, text_features.NAMES, text_features.SECOND_STAGE]
)
def test_no_two_columns_have_one_name(names: tuple[str, ...]) -> None:
    assert len(set(names)) == len(names)


def test_lines_of_one_subject_hold_together_and_a_teaser_does_not() -> None:
    texts = [
        "The harbour of Kesten needs dredging, the council said after talks.",
        "The council wants the harbour of Kesten deeper.",
        "Ten recipes for pumpkins that your neighbours will want to steal",
        "Short harbour",
    ]
    shared = line_features.cohesion(line_features.count_lines(split(texts)), np.full(4, True))
    assert min(shared[:2]) > shared[2] == shared[3] == 0


def test_the_main_stretch_is_the_run_with_the_greatest_sum() -> None:
    assert main_span(np.array([-1.0, 5, -2, 6, -9, 3])) == (1, 4)
    assert main_span(np.array([-1.0, -1])) == (0, 0)
    assert main_span(np.array([])) == (0, 0)


def test_trees_add_up_their_leaves() -> None:
    # two trees of depth 2: the first asks column 0 > 1 and column 1 > 1, the second column 0 > 5 twice
    data = {
        "depth": 2,
        "columns": [0, 1, 0, 0],
        "borders": [1, 1, 5, 5],
        "leaves": [0, 10, 20, 30, 0, 0, 0, 40],
        "scale": 0.1,
        "bias": -1,
    }
    rows = np.array([[0, 0], [2, 0], [0, 2], [2, 2], [9, 9]], dtype=np.float32)
    sums = np.array([0, 1, 2, 3, 7]) - 1
    assert np.allclose(trees.Trees(data).probabilities(rows), 1 / (1 + np.exp(-sums)))


def test_the_learned_weights_fit_the_columns_and_stay_small() -> None:
    folder = Path(trees.__file__).parent
    widths = {
        "text": (text_features.NAMES, text_features.SECOND_STAGE),
        "page": (html_features.NAMES, html_features.SECOND_STAGE),
        "kind": (page_kind.NAMES,),
    }
    found = list(folder.glob("model-*.json"))
    assert sorted(file.stem for file in found) == ["model-kind", "model-page", "model-text"]
    assert sum(file.stat().st_size for file in found) < 300_000
    for file in found:
        data = json.loads(file.read_text(encoding="ascii"))
        for judgement, names in zip(data.values(), widths[file.stem.removeprefix("model-")], strict=True):
            assert max(judgement["columns"]) < len(names)


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=30))
def test_numbers_are_finite_whatever_the_lines(texts: list[str]) -> None:
    lines = split(texts)
    if lines:
        assert np.isfinite(context_features.matrix(lines)[0]).all()
        assert np.isfinite(text_features.matrix(lines)).all()
        assert len(text_body(lines)) == len(lines)
