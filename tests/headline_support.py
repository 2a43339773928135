"""A page of a few lines over two of text, for the tests of what stands above a text."""

from __future__ import annotations

from reader.cleaning.input.text_lines import split
from reader.cleaning.metadata.headline import find_headline
from reader.cleaning.metadata.standfirst import find_standfirst

BODY = (
    "The harbour of Kesten will be dredged again next year, the council said after long talks that went on all night."
)
MORE = "Several members wanted to wait for the spring, but the fishermen said that the mud had no patience left."


def found(*lines: str) -> tuple[str | None, str | None]:
    """The headline and the standfirst."""
    page = split([*lines])
    body = [line.text in (BODY, MORE) for line in page]
    top = find_headline(page, body)
    standfirst = find_standfirst(page, body, top) if top is not None else None
    return (page[top].text if top is not None else None), (page[standfirst].text if standfirst is not None else None)
