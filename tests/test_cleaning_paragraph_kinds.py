"""What the kept lines of a page are by their tags."""

from __future__ import annotations

import pytest

from reader.cleaning.input.html_lines import html_to_lines, parse
from reader.cleaning.rules.paragraph_kinds import kinds_of

TEXT = (
    "The harbour of Kesten will be dredged again next year, the council said after long talks that went on all night."
)


@pytest.mark.parametrize(
    ("markup", "kinds"),
    [
        ("<ul><li>Mud</li><li><p>Sand</p></li></ul>", {"Mud": "item", "Sand": "item"}),
        ("<ul><li><p>Mud</p><p>Sand</p></li></ul>", {}),
        ("<blockquote><p>So be it</p></blockquote>", {"So be it": "quote"}),
        ("<pre><code>ls -l</code></pre>", {"ls -l": "code"}),
        ("<table><tr><th>Quay</th><th>m</th></tr><tr><td>North</td><td>7</td></tr></table>",
         {"Quay": "row", "m": "row", "North": "row", "7": "row"}),
        (f"<table><tr><td>Menu</td><td>{TEXT} {TEXT}</td><td>a</td><td>b</td></tr></table>", {}),
        ("<table><tr><td>Menu</td><td>Sand</td></tr></table>", {}),
    ],
)  # fmt: skip
def test_items_quotations_code_and_cells_are_told_apart(markup: str, kinds: dict[str, str]) -> None:
    page = html_to_lines(parse(f"<body><p>{TEXT}</p>{markup}<p>{TEXT}</p></body>"))
    found = kinds_of(page, range(len(page)))
    assert {page[i].text: kind for i, kind in found.items()} == kinds


def test_an_article_that_stands_whole_in_a_quotation_is_none() -> None:
    page = html_to_lines(parse(f"<body><blockquote><p>{TEXT}</p><p>{TEXT} Again.</p></blockquote></body>"))
    assert kinds_of(page, [0, 1]) == {}


def test_what_is_not_kept_is_nothing() -> None:
    assert kinds_of(html_to_lines(parse("<ul><li>Menu</li></ul>")), []) == {}
