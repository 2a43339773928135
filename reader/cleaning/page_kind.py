"""Whether a page is an article at all, or a list of links to others: a section front, a catalogue, search results.

Here: what a page is like as a whole, and the learned decision. Not here: which of its lines are text (`body`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import compress

import numpy as np

from reader.cleaning.classifier import trees
from reader.cleaning.classifier.arrays import Booleans, FeatureRows, Floats, Matrix, index_of
from reader.cleaning.input.html_lines import HtmlLine, TreePosition
from reader.cleaning.input.text_lines import Line, reads_like_text
from reader.cleaning.metadata.dates.forms import find_dates
from reader.cleaning.metadata.hosts import steps_of
from reader.cleaning.metadata.tags import PageTags
from reader.cleaning.rules.smoothing import THRESHOLD
from reader.scripts import UNSPACED

NAMES = (
    "lines", "linked", "kept_near_links", "mean_kept", "unsure", "sentences", "sentence_share", "paragraphs",
    "paragraph_words", "longest", "other_share", "prices", "price_share", "look_share", "under_heads", "exclaims",
    "main_line_words", "main_linked", "main_sentence_share", "title_span", "shop", "shop_share", "date_lines",
    "articles", "called_article", "marked_up", "dated", "headline_words", "telling_words", "slug_words", "steps",
    "numbered", "listing",
)  # fmt: skip
"""The features of a page, in the order of the columns that the model was trained on."""
_INDEX = index_of(NAMES)

OF_THE_ADDRESS = ("slug_words", "steps", "numbered", "listing")
"""Those that are -1 where a page's address is not known."""

REFUSED = 0.8
"""Pages that are more likely than this to be no article are none: an article is not to be lost for a list."""

_HEADS = frozenset({"h2", "h3", "h4", "h5"})
_AROUND = frozenset({"nav", "header", "footer", "aside"})
_PRICE = re.compile(r"[$€£¥₹]\s?\d|\d\s?(?:[€£¥₹]|USD|EUR|GBP|zł|kr\b|Kč)")
_SHOP = re.compile(
    r"add to (?:cart|bag|basket|wish)|quick (?:view|shop|add)|shop (?:now|all)|sort(?:ed)? by|filter|in stock|sold out|"
    r"free shipping|\breviews?\b|view (?:all|more|product|details)|load more|show more|see (?:all|more)|\bresults?\b|"
    r"\bitems?\b|\bproducts?\b|\bcart\b|choose options|select options|best ?sellers?|new arrivals|compare|clear all|"
    r"in den warenkorb|sortieren|ergebnisse|produkte|ajouter au panier|trier par|résultats|produits|añadir al carrito|"
    r"ordenar|resultados|productos|aggiungi al carrello|risultati|prodotti|in winkelwagen|resultaten",
    re.IGNORECASE,
)
"""What the buttons of catalogues and of search results say."""
_BUTTON = 12
"""More words are no button."""
_WORDS = re.compile(r"[^\W\d_]{2,}")
_WITHOUT_BLANKS = re.compile(f"[{UNSPACED}]")
_LISTING = re.compile(
    r"(?:product-)?(?:categor(?:y|ies)|tags?|topics?|collections?(?:-\w+)*|shop|products?|search|sections?|brands?|c|cp|"
    r"catalogs?|catalogues?|store|browse|listings?|directory|genre|kategorien?|rubrik|themen?|sale|coupons|best-?sellers?)",
    re.IGNORECASE,
)
"""Steps of addresses under which lists stand."""
_TELLING = re.compile(
    r"\b(?:how|why|what|when|who|guide|tips|reviews?|vs|best|\d+|ways|says|your?|is|are|was|to)\b", re.IGNORECASE
)
"""Words of headlines that no list is headed by."""
_STAMP = 60
"""More characters are no date line."""
_ENTRY = (2, 30)
"""Fewest words of a link that may be an entry of a list; more than so many are none."""


def is_a_list(
    lines: Sequence[Line],
    written: Sequence[HtmlLine],
    probabilities: Sequence[float],
    other: Sequence[str],
    tags: PageTags,
) -> bool:
    """Whether a page, given as for `features`, is surely no article: never one that calls itself an article, or a
    video, and says when it was published.
    """
    kind = tags.kind or ""
    if not lines or (tags.published and (tags.marked_up or "article" in kind or kind.startswith("video"))):
        return False
    (model,) = trees.load("kind")
    return bool(model.probabilities(features(lines, written, probabilities, other, tags))[0] > REFUSED)


def features(
    lines: Sequence[Line],
    written: Sequence[HtmlLine],
    probabilities: Sequence[float],
    other: Sequence[str],
    tags: PageTags,
) -> Matrix:
    """One row: what the page is like. `lines` must not be empty and are made of `written`; `probabilities`: that of
    each to be text; `other`: the lines that another extractor keeps; `tags`: what the page says about itself.
    """
    found = np.zeros((len(NAMES), 1), dtype=np.float32)
    row = FeatureRows(_INDEX, found)
    page = [written[line.number - 1] for line in lines]
    words = np.array([_length(line.text) for line in lines], dtype=np.float64)
    linked = np.array([line.linked / len(line.text) for line in page])
    sentences = np.array([reads_like_text(line.text) for line in lines]) & (linked < 0.5)
    row["lines"], row["linked"] = np.log1p(len(lines)), _share(words * linked, words)
    row["other_share"] = sum(len(text.split()) for text in other) / max(1.0, float(words.sum()))
    _fill_kept(row, lines, words, linked, np.array(probabilities))
    _fill_sentences(row, page, words, sentences)
    _fill_catalogue(row, page, words)
    _fill_main(row, page, words, linked, sentences)
    _fill_told(row, tags)
    return found.T


def _length(text: str) -> int:
    """The words of a line; two signs of a script without blanks count as one."""
    return len(text.split()) + (0 if text.isascii() else len(_WITHOUT_BLANKS.findall(text)) // 2)


def _share(part: Floats, whole: Floats) -> float:
    return float(part.sum()) / max(1.0, float(whole.sum()))


def _fill_kept(row: FeatureRows, lines: Sequence[Line], words: Floats, linked: Floats, chance: Floats) -> None:
    """What is likely to be text, how sure that is, and how much of it stands within two lines of a link."""
    kept = chance > THRESHOLD
    links = np.pad((linked > 0.6) & (words > 1), 2)
    near = links[:-4] | links[1:-3] | links[3:-1] | links[4:]
    row["kept_near_links"] = _share(words * (kept & near), words * kept)
    row["mean_kept"] = _share(words * chance * kept, words * kept)
    row["unsure"] = _share(words * ((chance > 0.2) & (chance < 0.8)), words * (chance > 0.2))
    text = [line.text for line in compress(lines, kept)]
    row["exclaims"] = 1000 * sum(piece.count("!") for piece in text) / max(1, sum(map(len, text)))


def _fill_sentences(row: FeatureRows, page: Sequence[HtmlLine], words: Floats, sentences: Booleans) -> None:
    """How much of it reads like text by itself."""
    paragraphs = sentences & np.array([line.position.tag == "p" for line in page])
    row["sentences"], row["sentence_share"] = np.log1p(sentences.sum()), _share(words * sentences, words)
    row["paragraphs"], row["paragraph_words"] = np.log1p(paragraphs.sum()), np.log1p((words * paragraphs).sum())
    row["longest"] = np.log1p(_longest_run(words, sentences))


def _fill_catalogue(row: FeatureRows, page: Sequence[HtmlLine], words: Floats) -> None:
    """Prices, buttons, and lines that look alike."""
    prices = sum(_PRICE.search(line.text[:200]) is not None for line in page)
    row["prices"], row["price_share"] = np.log1p(prices), prices / len(page)
    buttons = sum(_SHOP.search(line.text) is not None for line in compress(page, words < _BUTTON))
    row["shop"], row["shop_share"] = np.log1p(buttons), buttons / len(page)
    looks = Counter(_look(line) for line in page if len(line.text) < 200 and line.position.tag != "li")
    row["look_share"] = sum(count for count in looks.values() if count > 5) / len(page)


def _fill_main(row: FeatureRows, page: Sequence[HtmlLine], words: Floats, linked: Floats, sentences: Booleans) -> None:
    """What stands outside of menus, heads, feet and asides: how much of it is links, how it is headed and dated."""
    main = np.array([_AROUND.isdisjoint(line.position.inside) for line in page])
    heads = main & np.array([line.position.tag in _HEADS for line in page])
    there = words * main
    row["main_line_words"] = np.log1p(there.sum() / max(1, main.sum()))
    row["main_linked"], row["main_sentence_share"] = _share(there * linked, there), _share(there * sentences, there)
    row["under_heads"] = np.log1p((there * sentences).sum() / (1 + heads.sum()))
    fewest, most = _ENTRY
    alike: dict[tuple[str, str, str], list[int]] = {}
    for i in (main & (linked > 0.6) & (words >= fewest) & (words < most)).nonzero()[0].tolist():
        alike.setdefault(_look(page[i]), []).append(i)
    titles = max(alike.values(), key=len, default=[])
    row["title_span"] = _share(there[titles[0] : titles[-1] + 1], there) if titles else 0
    row["date_lines"] = np.log1p(sum(_is_stamp(line.text) for line in compress(page, main)))
    around = {_article_around(line.position) for line in page if "article" in line.position.inside}
    row["articles"] = np.log1p(len(around))


def _is_stamp(text: str) -> bool:
    return len(text) < _STAMP and any(map(str.isdigit, text)) and bool(find_dates(text))


def _article_around(position: TreePosition) -> int:
    """The number of the innermost `<article>` around a text."""
    step: TreePosition | None = position
    while step is not None and step.tag != "article":
        step = step.outer
    return step.parents[0] if step is not None else 0


def _fill_told(row: FeatureRows, tags: PageTags) -> None:
    """What the page says about itself, and the form of its address (-1 where that is not known)."""
    row["called_article"], row["marked_up"] = "article" in (tags.kind or ""), tags.marked_up is not None
    row["dated"] = bool(tags.published)
    title = tags.shared or tags.title or ""
    row["headline_words"], row["telling_words"] = len(title.split()), len(_TELLING.findall(title))
    steps = steps_of(tags.url)
    for name in OF_THE_ADDRESS:
        row[name] = -1
    if tags.url:
        slug = steps[-1] if steps else ""
        row["steps"], row["slug_words"] = len(steps), len(_WORDS.findall(slug))
        row["numbered"] = any(map(str.isdigit, slug))
        row["listing"] = any(map(_LISTING.fullmatch, steps))


def _longest_run(words: Floats, chosen: Booleans) -> float:
    """The words of the longest run of chosen lines in which at most two others stand between."""
    places = chosen.nonzero()[0]
    if not len(places):
        return 0.0
    starts = np.concatenate([[0], (np.diff(places) > 3).nonzero()[0] + 1])
    return float(np.add.reduceat(words[places], starts).max())


def _look(line: HtmlLine) -> tuple[str, str, str]:
    position = line.position
    return position.tag, position.names, position.outer.names if position.outer else ""
