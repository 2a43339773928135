"""Names of outlets: one for all spellings and owners, and the pieces of a page's title that may be one.

Not here: finding the outlet in a page's words (`outlets`) or its address (`hosts`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.cleaning.lexicon.words import word_set
from reader.scripts import HAN, HANGUL, KANA

CANONICAL = {
    "tv-novosti": "RT", "ano tv-novosti": "RT", "russia today": "RT", "british broadcasting corporation": "BBC",
    "bbc news": "BBC",
    "cable news network": "CNN", "the new york times company": "The New York Times", "nytimes": "The New York Times",
    "nytimes.com": "The New York Times", "guardian news & media": "The Guardian",
    "guardian news and media": "The Guardian",
    "nbc universal": "NBC News", "nbcuniversal": "NBC News", "cbs interactive": "CBS News",
    "abc news internet ventures": "ABC News",
    "associated newspapers": "Daily Mail", "telegraph media group": "The Telegraph", "times newspapers": "The Times",
    "dow jones & company": "The Wall Street Journal", "dow jones": "The Wall Street Journal",
    "wp company": "The Washington Post",
    "fox news network": "Fox News", "associated press": "AP", "the associated press": "AP",
    "thomson reuters": "Reuters",
    "tass russian news agency": "TASS", "sz": "Süddeutsche Zeitung", "sz.de": "Süddeutsche Zeitung",
    "faz.net": "F.A.Z.", "nzz": "NZZ",
    "wsj": "The Wall Street Journal", "wapo": "The Washington Post", "nyt": "The New York Times",
    "dw": "Deutsche Welle", "al jazeera media network": "Al Jazeera", "axel springer": "", "news corp": "",
}  # fmt: skip
"""Owners and other spellings, in lower case, to the name an outlet goes by; empty: owner of many, no outlet's name."""
COMPANY = re.compile(
    r"[\s,]+(?:ltd|limited|inc|llc|l\.l\.c|plc|gmbh(?: & co\.? kg)?|ag|s\.?a|s\.?p\.?a|s\.?r\.?l|b\.?v|n\.?v|co|"
    r"company|corp|corporation|"
    r"pty|oy|ab|as|a/s|sp\. z o\.o|s\.?a\.?s|kg|pvt|pte|e\.v)\b\.?$",
    re.IGNORECASE,
)
HOLDING = re.compile(
    r"verlag|newspapers|media\b|medien|group|network|holding|publish|druck|interactive|communications|enterprises|gesellschaft",
    re.IGNORECASE,
)
"""In the names of those who own outlets."""
_RUSSIAN_COMPANY = re.compile(
    r"(?:[А-ЯІЇ]{2,5}|сетевое издание|газета|издательский дом|редакция газеты)\s[«\"]", re.IGNORECASE
)
"""`АО «…»`: the name is in the quotation marks."""
_QUOTED = re.compile(r"[“\"«„]([^”\"»“]{2,40})[”\"»“]")
_EAST = f"{HAN}{KANA}{HANGUL}"
_BEFORE_OUTLET = r"：(?=[^：]{2,14}$)(?=.*(?:新聞|新闻|日报|日報|时报|時報|ニュース|デジタル|网|網|社|オンライン)$)"
MARKS = "-–—|·•:»›«‹/<>⋆★~♦∙⁄→"
"""With a blank on both sides they part a headline from the names beside it."""
SEPARATOR = re.compile(
    rf"\s+[{MARKS}]+\s+|\s*[|｜]\s*|(?<=[{_EAST}？！」”])(?:_|--)(?=\S)|(?<=[{_EAST}])-(?=[{_EAST}]+$)|{_BEFORE_OUTLET}"
)
"""What sets names off in titles; a full-width colon stands inside Chinese headlines, too."""
_MARKS = re.compile(r"[\W_]+")
SECTIONS = word_set(
    """news politics world business sport sports culture opinion technology tech health science entertainment local
    national international economy finance lifestyle travel video videos podcast photos home latest breaking
    nachrichten politik welt wirtschaft kultur meinung panorama gesellschaft wissen ratgeber regional lokales aktuell
    ausland inland deutschland actualité actualités monde politique économie société culture santé noticias política
    mundo economía deportes sociedad opinión cultura notícias esportes economia sociedade notizie politica mondo
    cronaca esteri sport nieuws binnenland buitenland wiadomości polityka świat kraj gospodarka новости политика мир
    экономика общество haberler güncel gündem ekonomi spor dünya nyheter nyheder inrikes utrikes sport"""
)
"""Departments, which titles name beside the outlet."""


@lru_cache(maxsize=1024)
def canonical(name: str) -> str | None:
    """One name for each outlet: company forms, quotation marks and a table of owners undone; None when nothing is
    left.
    """
    name = " ".join(name.split())
    quoted = _QUOTED.search(name)
    name = name.strip(" .,;:|-–—©®™\"'“”«»")
    if quoted and (quoted[1].lower() in CANONICAL or _RUSSIAN_COMPANY.match(name)):
        name = quoted[1]
    for _ in range(3):
        shorter = COMPANY.sub("", name).strip(" .,&")
        if shorter == name:
            break
        name = shorter
    known = CANONICAL.get(name.lower())
    if known is None and quoted:
        known = CANONICAL.get(quoted[1].lower())
    name = name if known is None else known
    return name if 1 < len(name) <= 60 and any(c.isalpha() for c in name) else None


@lru_cache(maxsize=1024)
def bare(name: str) -> str:
    """What spellings of one name have in common."""
    spelled = _MARKS.sub("", name.lower())
    return spelled[3:] if len(spelled) > 5 and spelled.startswith("the") else spelled


def title_parts(title: str) -> list[str]:
    """`Headline - Section | Outlet` in pieces."""
    return [part.strip() for part in SEPARATOR.split(title) if part and part.strip()]
