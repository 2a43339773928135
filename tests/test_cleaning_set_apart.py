"""What stands in or beside a text and is none of it: rules, labels of advertisements, captions, comments, pull quotes."""

from __future__ import annotations

import pytest

from reader.article import Article, RawDocument
from reader.cleaning import clean

TITLE = "Kesten moves its lighthouse inland"
FIRST = "The keepers of Kesten began on Monday to move the old lighthouse forty metres inland, stone by stone, before winter."
NEXT = "The cliff under it has lost almost two metres since the great storm, and the mayor said that the sea would not wait."
LAST = "The lamp is to be lit again in the autumn of next year, and until then a lightship will lie off the northern point."


def page(*inside: str) -> Article:
    blocks = "".join(block if block.startswith("<") else f"<p>{block}</p>" for block in inside)
    markup = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{blocks}</article></body></html>"
    return clean(RawDocument(identity="x", text=markup, kind="html"))


def dump(*lines: str) -> Article:
    return clean(RawDocument(identity="x", text="\n\n".join([TITLE, *lines])))


@pytest.mark.parametrize("rule", ["___", "* * *", "-----", "◆ ◆ ◆"])
def test_rules_across_a_text_are_cut_on_pages_and_in_dumps(rule: str) -> None:
    for found in (page(FIRST, NEXT, rule, LAST), dump(FIRST, NEXT, rule, LAST)):
        assert found.text == "\n\n".join([FIRST, NEXT, LAST])
        assert "separator" in [cut.rule for cut in found.removed if cut.text == rule]


@pytest.mark.parametrize(
    "label", ["スポンサード リンク", "スポンサーリンク", "Sponsored links", "Enlaces patrocinados"]
)
def test_labels_of_advertisements_are_cut(label: str) -> None:
    assert page(FIRST, f"<div>{label}</div>", NEXT, LAST).text == "\n\n".join([FIRST, NEXT, LAST])


def test_where_to_listen_is_no_text() -> None:
    assert "Waves" not in dump(FIRST, "Listen on Waves", NEXT, LAST).text


def test_buttons_in_a_row_are_cut_in_spanish() -> None:
    found = page("<div>Imprimir &nbsp; Enviar a un amigo &nbsp; A+ A-</div>", FIRST, NEXT, LAST)
    assert "Enviar" not in found.text


@pytest.mark.parametrize(
    "caption",
    ["<figure><img src='a'><figcaption>{}</figcaption></figure>", "<div><p class='wp-caption-text'>{}</p></div>"],
)
def test_what_the_tags_call_a_caption_is_kept_as_one(caption: str) -> None:
    said = "The lighthouse, hardly to be seen behind its scaffolding on a foggy morning. <i>KC/Ana Orr</i>"
    found = page(caption.format(said), FIRST, NEXT, LAST)
    assert [piece.text[:24] for piece in found.paragraphs if piece.kind == "caption"] == [said[:24]]
    assert said[:24] not in found.text


def test_a_picture_inside_a_paragraph_leaves_it_text() -> None:
    credit = "<span class='picture'><span class='caption'>© Provided by Kesten Courier </span></span>"
    assert page(f"<p>{credit}{FIRST}</p>", NEXT, LAST).text.startswith(FIRST)


def test_a_pull_quote_is_read_once() -> None:
    spoken = "“The sea has never asked us,” said the keeper, Ole Brandt, “and the stones are heavier than they look.”"
    found = page(FIRST, "<aside class='pullquote'>“The sea has never asked us”</aside>", NEXT, spoken, LAST)
    assert found.text.count("The sea has never asked us") == 1


def test_hidden_paragraphs_are_no_text_and_a_page_that_shows_itself_late_is_one() -> None:
    unseen = f"<p style='visibility: hidden'>{NEXT}</p>"
    assert NEXT not in page(FIRST, unseen, LAST).text
    assert NEXT in page(f"<div style='visibility: hidden'><p>{FIRST}</p><p>{NEXT}</p><p>{LAST}</p></div>").text


def test_a_list_of_links_that_a_sentence_announces_is_text() -> None:
    links = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("Orrhaven", "Lundby", "Saint Maar"))
    found = page(FIRST, "Three towns have moved theirs before:", f"<ul>{links}</ul>", NEXT, LAST).text
    assert all(name in found for name in ("Orrhaven", "Lundby", "Saint Maar"))
    assert "Lundby" not in page(FIRST, "<p>Topics:</p>", f"<ul>{links}</ul>", NEXT, LAST).text


def test_comments_under_a_post_are_not_the_article() -> None:
    said = [
        "I kept that light for twenty years and never saw the sea come as near as it did in the last winter of all.",
        "They ought to have moved it when my father asked them to, and he asked them in every single year of his life.",
    ]
    comments = "".join(
        f"<div class='comment'><p class='tagline'>keeper{n} 3 yr. ago</p><p>{text}</p></div>"
        for n, text in enumerate(said)
    )
    found = page(f"<div class='md'><p>{FIRST}</p></div>", comments)
    assert found.text == FIRST
