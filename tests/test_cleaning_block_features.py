"""Which block holds the text, and what the names around a line say."""

from __future__ import annotations

import numpy as np
import pytest

from reader.cleaning.classifier import block_features, class_names
from reader.cleaning.classifier.arrays import FeatureRows, index_of
from reader.cleaning.input.html_lines import HtmlLine, html_to_lines, parse

PAGE = """
<div class="top"><p>Menu</p></div>
<div class="story"><div class="Article-Body"><p>One</p><p>Two</p><ul><li>Three</li></ul></div><p>Note</p></div>
<div><p>Far</p></div>
"""


def lines() -> list[HtmlLine]:
    return html_to_lines(parse(PAGE))


def numbers(weights: dict[str, float]) -> tuple[dict[str, dict[str, float]], dict[str, int]]:
    page = lines()
    weight = np.array([weights.get(line.text, 0.0) for line in page], dtype=np.float32)
    filled = np.zeros((len(block_features.NAMES), len(page)), dtype=np.float32)
    ones, zeros = np.ones(len(page), dtype=np.float32), np.zeros(len(page), dtype=np.float32)
    branch = block_features.fill(page, weight, ones, zeros, FeatureRows(index_of(block_features.NAMES), filled))
    rows = {
        line.text: dict(zip(block_features.NAMES, row.tolist(), strict=True))
        for line, row in zip(page, filled.T, strict=True)
    }
    return rows, {line.text: int(b) for line, b in zip(page, branch, strict=True)}


def test_the_main_block_is_the_innermost_one_with_most_of_the_text() -> None:
    rows, branch = numbers({"One": 40, "Two": 40, "Note": 5})
    assert rows["One"]["out_of_main_50"] == rows["Three"]["out_of_main_50"] == 0
    assert rows["Note"]["out_of_main_50"] == 1
    assert rows["Menu"]["out_of_main_50"] > rows["Note"]["out_of_main_50"]
    assert rows["Three"]["under_main_50"] > rows["One"]["under_main_50"]
    assert branch["One"] != branch["Two"]


def test_a_page_without_text_has_no_main_block() -> None:
    rows, _ = numbers({})
    assert {row["out_of_main_50"] for row in rows.values()} == {0}


def test_each_branch_knows_its_share_of_the_text() -> None:
    rows, _ = numbers({"One": 35, "Two": 45, "Far": 20})
    assert rows["Far"]["branch_share_50"] == pytest.approx(0.2)
    assert rows["Two"]["branch_share_50"] == pytest.approx(0.45)


def test_a_page_nested_without_end_is_measured_all_the_same() -> None:
    page = html_to_lines(parse("<div>" * 200 + "<p>Deep</p>" + "</div>" * 200))
    known: dict[object, tuple[int, ...]] = {}
    assert len(block_features.blocks_around(page[0].position, known)) <= 60  # type: ignore[arg-type]


def groups(mask: int) -> set[str]:
    return {name for bit, name in enumerate(class_names.GROUPS) if mask >> bit & 1}


def test_names_near_a_line_and_around_it_are_told_apart() -> None:
    by_text = {line.text: line.position for line in lines()}
    assert {"body", "text"} <= groups(class_names.groups_in(by_text["One"].names))
    assert "body" in groups(class_names.groups_around(by_text["Three"], {}))
    assert "body" not in groups(class_names.groups_around(by_text["Note"], {}))


def test_a_paywall_is_no_banner() -> None:
    assert groups(class_names.groups_in("paywall")) == {"paywall"}
