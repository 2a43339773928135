"""References to articles for bibliographies: BibTeX and CSL-JSON (citationstyles.org).

Here: which field says what. Not here: whole articles (contents).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Any

from reader.article import Article
from reader.export.contents import title
from reader.safety import is_web_address, plain_line

_SPECIAL = {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
_SPECIAL.update((sign, f"\\{sign}") for sign in "{}%$&#_")
_NAMES = re.compile(r",\s+|\s+(?:and|und|et|y|e|и|та|i)\s+|\s*[;&]\s*")


def bibtex(articles: Iterable[Article]) -> str:
    """An `@article` of a newspaper for each, with a key that no two have."""
    return "\n".join(_entry(one) for one in articles)


def _entry(one: Article) -> str:
    fields = {
        "title": f"{{{_tex(title(one))}}}",
        "journal": one.outlet and _tex(one.outlet),
        "author": " and ".join(f"{{{_tex(name)}}}" for name in _authors(one)),
        "year": one.published and f"{one.published:%Y}",
        "month": one.published and str(one.published.month),
        "day": one.published and str(one.published.day),
        "url": _address(one),
        "language": one.language,
        "note": "date inferred" if one.published_from == "inferred" else None,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@article{{{_key(one)},\n{lines}}}\n"


def csl(articles: Iterable[Article]) -> str:
    """A JSON array of items of the type `article-newspaper`."""
    return json.dumps([_item(one) for one in articles], ensure_ascii=False, indent=1) + "\n"


def _item(one: Article) -> dict[str, Any]:
    day: date | None = one.published
    fields = {
        "id": _key(one),
        "type": "article-newspaper",
        "title": plain_line(title(one)),
        "container-title": one.outlet and plain_line(one.outlet),
        "author": [{"literal": plain_line(name)} for name in _authors(one)],
        "issued": day and {"date-parts": [[day.year, day.month, day.day]]},
        "URL": _address(one),
        "language": one.language,
        "note": "date inferred" if one.published_from == "inferred" else None,
    }
    return {name: value for name, value in fields.items() if value}


def _key(one: Article) -> str:
    """`elswyth-courier-2024-12`: outlet, year, number."""
    ascii_ = unicodedata.normalize("NFKD", one.outlet or "").encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_.lower()) or ["article"]
    return "-".join([*words, *([f"{one.published:%Y}"] if one.published else []), str(one.id or 0)])


def _authors(one: Article) -> list[str]:
    return [name for name in _NAMES.split(one.byline or "") if name.strip()]


def _address(one: Article) -> str | None:
    return one.url if is_web_address(one.url) else None


def _tex(text: str) -> str:
    return "".join(_SPECIAL.get(sign, sign) for sign in plain_line(text))
