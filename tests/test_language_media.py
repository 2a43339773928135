"""reader.language.media: newspapers, agencies and broadcasters that a text names as its sources."""

from __future__ import annotations

import pytest

from reader.language.media import cited_media


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("en", "The port is shut, according to the Lower Marlow Post. The Post said more would follow.", ["Lower Marlow Post"]),
        ("en", "Wenk declined to comment on a Kelm Street Journal report. Reuters said so, too.", ["Kelm Street Journal", "Reuters"]),
        ("en", "“It was late,” she told the BBC, citing AP's figures.", ["BBC", "AP"]),
        ("de", "Das berichtete die „Kelmer Rundschau“ am Montag unter Berufung auf dpa.", ["Kelmer Rundschau"]),
        ("fr", "La digue a cédé, selon Le Phare du Soir. C'est ce que rapporte l'AFP.", ["Le Phare du Soir", "AFP"]),
        ("es", "Según el Diario de Kelm, nadie murió. Reuters informó ayer.", ["Diario de Kelm", "Reuters"]),
        ("ru", "Об этом сообщает ТАСС со ссылкой на газету «Кельмский вестник».", ["ТАСС", "Кельмский вестник"]),
    ],
)  # fmt: skip
def test_a_medium_that_something_comes_from_is_a_source(language: str, text: str, named: list[str]) -> None:
    found = list(cited_media(text, language))
    assert [one.name for one in found] == named
    assert all(text[one.start : one.end] in one.name for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Jane Leader said so, and Kai Star told reporters.",
        "According to the Harbour Board, the quay is safe.",
        "She bought the Lower Marlow Post in 1998 and sold it again.",
        "Pa said nothing. The post said more.",
    ],
)
def test_people_boards_and_papers_that_say_nothing_are_no_sources(text: str) -> None:
    assert not list(cited_media(text, "en"))


def test_what_is_known_to_be_an_outlet_is_a_medium_whatever_it_is_called() -> None:
    text = "A source told Torrow Today that the ferry was late."
    assert not list(cited_media(text, "en"))
    assert [one.name for one in cited_media(text, "en", ["The Kelm Sun", "Torrow Today"])] == ["Torrow Today"]
