"""What furniture says, in many languages.

Here: phrases that name a line as a piece of furniture, and the rule under which it is then cut. Not here: judging
lines that say nothing so plain (`judge`).

All patterns are matched against lower-cased text at its beginning only; what may stand anywhere is looked for as it
is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

_LINKS = (
    "read more|read also|also read|see also|read next|more on this|related|related articles?|related content|"
    "related posts?|"
    "related stor(?:y|ies)|related news|related topics?|more from|more stories|don't miss|recommended|"
    "you may also like|"
    "you might also like|trending|most read|most popular|top stories|latest news|keep reading|continue reading|"
    "click here|"
    "watch|watch now|watch more|must read|editors?['’] picks?|lesen sie auch|lesen sie mehr|mehr zum thema|mehr lesen|"
    "weiterlesen|auch interessant|das könnte sie auch interessieren|lire aussi|à lire aussi|a lire aussi|lire la suite|"
    "à voir aussi|voir aussi|sur le même sujet|en savoir plus|lea también|leer también|lee también|le puede interesar|"
    "te puede interesar|leer más|ver más|también te puede interesar|leia também|leia mais|veja também|saiba mais|"
    "leggi anche|"
    "leggi tutto|potrebbe interessarti|approfondisci|lees ook|lees meer|läs också|läs mer|læs også|læs mere|les også|"
    "lue myös|"
    "czytaj też|czytaj także|czytaj więcej|czytaj również|zobacz też|zobacz także|zobacz również|przeczytaj także|"
    "przeczytaj również|polecamy|читайте также|читать далее|читать полностью|смотрите также|читать еще|читайте ещё|"
    "подробнее|"
    "по теме|читайте також|читати далі|дивіться також|devamını oku|ayrıca okuyun|bunlar da ilginizi çekebilir|"
    "přečtěte si také|čtěte také|čtěte více|prečítajte si tiež|olvasta már|kapcsolódó|citește și|citeşte şi|"
    "citește mai mult|"
    "διαβάστε επίσης|διαβάστε ακόμη|διαβάστε περισσότερα|прочетете още|вижте още|pročitajte još|pročitaj još|"
    "pročitajte i|"
    "اقرأ أيضا|اقرأ أيضًا|اقرأ المزيد|المزيد|بیشتر بخوانید|קראו גם|baca juga|यह भी पढ़ें|ये भी पढ़ें|"
    "関連記事|続きを読む|相关阅读|"
    "相关新闻|阅读更多|관련기사"
)
_LINK_STARTS = frozenset(phrase[:2] for phrase in _LINKS.split("|"))
_ARROWS = frozenset("»›>→►▶ \t")
_A_LINK = r"[»›>→►▶ \t]*(?:" + _LINKS + r")(?![^\W_])(?P<colon> ?[:：\-–—|]?)"
_LINK = re.compile(_A_LINK)

# each rule: its name, and what the whole of a short line is
_WHOLE: tuple[tuple[str, str], ...] = (
    (
        "comment form",
        r"leave (?:a|your) (?:comment|reply).*|post (?:a )?comment|add (?:a )?comment|(?:\d+ )?comments?(?: \(\d+\))?|"
        r"comments? (?:are )?closed.*|your email address will not be published.*|required fields are marked.*|"
        r"save my name, email.*|notify me of.*|cancel reply|schreiben sie einen kommentar|kommentar (?:schreiben|"
        r"verfassen)|"
        r"deja (?:un|tu) comentario|deixe (?:um|seu) comentário|laisser un commentaire|lascia un commento|"
        r"dodaj komentarz|"
        r"оставить комментарий|добавить комментарий|yorum yap|reply|(?:log|sign) in to comment|"
        r"join the (?:conversation|discussion).*",
    ),
    (
        "share bar",
        r"share(?: (?:this|on|via|with|to|article|story|save)\b.*)?|tweet|facebook|twitter|whatsapp|telegram|"
        r"linkedin|pinterest|"
        r"reddit|e-?mail(?: this)?|print(?: this| version)?|copy link|teilen|partager|compartir|compartilhar|condividi|"
        r"udostępnij|поделиться|paylaş|delen|dela|del|sdílet|save|bookmark|follow us.*|folgen sie uns.*",
    ),
    ("copyright", r"(?:©|\(c\)|copyright\b).{0,60}(?:19|20)\d\d.*"),
    ("advertisement",
    r"advertisement|advertising|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|reklama|реклама|ad"),
    (
        "legal links",
        r"privacy(?: policy)?|terms (?:of|and|&) \w+.{0,20}|terms|imprint|impressum|datenschutz\w*|cookie policy|"
        r"sitemap|"
        r"contact(?: us)?|about(?: us)?",
    ),
    ("scroll link",
    r"(?:scroll|back|go) to (?:the )?top|nach oben|zum seitenanfang|haut de page|volver arriba|voltar ao topo|наверх"),
    (
        "page controls",
        r"skip to .*|jump to .*|close|menu|search|open menu|toggle .*|loading\W*|next|previous|play|pause|listen|"
        r"zoom|enlarge",
    ),
    ("tags",
    r"(?:tags?|topics?|keywords?|filed under|schlagworte|schlagwörter|mots-clés|etiquetas|теги|tagi|etiketler) ?:.*"),
    ("source line", r"(?:quelle|quellen|source|sources|fuente|fonte|źródło|источник|bron|källa|kilde) ?:.{2,60}"),
    ("credits of the desk", r"\(?(?:additional )?(?:reporting|writing|editing|compiled|edited) by .{2,150}\)?"),
    ("player", r"\d{1,2}:\d{1,2}(?::\d\d)?(?: ?/ ?\d{1,2}:\d\d)?"),
)  # fmt: skip
_A_PIECE = "(?:" + "|".join(rf"(?P<r{i}>{pattern})" for i, (_, pattern) in enumerate(_WHOLE)) + r")[ :.!]*$"
_CERTAIN = re.compile(_A_PIECE)
_LINK_LINES, _CERTAIN_LINES = (re.compile("\n" + pattern, re.MULTILINE) for pattern in (_A_LINK, _A_PIECE))
_GROUPS = {f"r{i}": name for i, (name, _) in enumerate(_WHOLE)}

_ANYWHERE = (
    ("cookie", "cookie banner"),
    ("©", "copyright"),
    ("copyright", "copyright"),
    ("rights reserved", "copyright"),
    ("rechte vorbehalten", "copyright"),
    ("derechos reservados", "copyright"),
    ("droits réservés", "copyright"),
    ("diritti riservati", "copyright"),
    ("direitos reservados", "copyright"),
    ("prawa zastrzeżone", "copyright"),
    ("права защищены", "copyright"),
    ("newsletter", "newsletter"),
    ("subscribe", "subscription"),
    ("sign up", "subscription"),
    ("log in", "subscription"),
    ("abonn", "subscription"),
    ("app store", "app"),
    ("google play", "app"),
    ("advertis", "advertisement"),
    ("privacy", "legal links"),
    ("comment", "comments"),
)
_LINK_LONGEST, _PIECE_LONGEST = 300, 120
"""Longer lines say more than such a phrase."""
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*)+$")


def hashtags(text: str) -> bool:
    """A line of hashtags and nothing else."""
    return text.startswith("#") and len(text) < 1000 and _HASHTAGS.match(text) is not None


def _link_lead(text: str, lowered: str) -> bool:
    if lowered[:2] not in _LINK_STARTS and lowered[:1] not in _ARROWS:
        return False
    match = _LINK.match(lowered)
    if match is None:
        return False
    return _leads(match, match.end(), len(text))


def _leads(match: re.Match[str], end: int, length: int) -> bool:
    """Whether a phrase that ends there in a line of that length is a link's: a colon behind it, or nothing."""
    return (bool(match["colon"].strip()) and end < 60) or length - end <= 3


@lru_cache(maxsize=8192)
def is_furniture(text: str) -> str | None:
    """The rule by which a line is furniture whatever stands around it, or None."""
    if text[0] == "#" and hashtags(text):
        return "hashtags"
    if len(text) > _LINK_LONGEST:
        return None
    lowered = text.lower()
    if _link_lead(text, lowered):
        return "read more"
    match = _CERTAIN.match(lowered) if len(text) <= _PIECE_LONGEST else None
    return _GROUPS[match.lastgroup or ""] if match else None


_READ, _SAYING, _LONG, _ICONS = 400, 13, 12, 3
"""So much of a line is looked at; so long it says something; so many blanks make it no menu; so many icons, icons."""
NAMELESS = ("menu or link", "not part of the article")
"""The rules for lines that name themselves in no way."""


def rule_for(text: str) -> str:
    """The rule under which a line that was judged to be furniture is cut; `menu or link` when it names itself in no
    way.

    For lines that `is_furniture` says nothing of.
    """
    lowered = text[:_READ].lower()
    if len(text) >= _SAYING:
        if lowered.count("icon") >= _ICONS:
            return "icon names"
        for words, name in _ANYWHERE:
            if words in lowered:
                return name
    return NAMELESS[lowered.count(" ") >= _LONG]


def rules_of(texts: Sequence[str]) -> list[str]:
    """`is_furniture`, else `rule_for`, of each of many lines, looked for in all of them at once."""
    lowered = [text[:_READ].lower() for text in texts]
    rules = [NAMELESS[low.count(" ") >= _LONG] for low in lowered]
    together = "\n" + "\n".join(lowered)
    begins = list(accumulate([1, *[len(low) + 1 for low in lowered]]))
    for words, name in reversed(_ANYWHERE):
        at = together.find(words)
        while at >= 0:
            line = bisect_right(begins, at) - 1
            if len(texts[line]) >= _SAYING:
                rules[line] = name
            at = together.find(words, begins[line + 1])
    if "icon" in together:
        for line, low in enumerate(lowered):
            if len(texts[line]) >= _SAYING and low.count("icon") >= _ICONS:
                rules[line] = "icon names"
    for match in _CERTAIN_LINES.finditer(together):
        line = bisect_right(begins, match.start() + 1) - 1
        if len(texts[line]) <= _PIECE_LONGEST:
            rules[line] = _GROUPS[match.lastgroup or ""]
    for match in _LINK_LINES.finditer(together):
        line = bisect_right(begins, match.start() + 1) - 1
        if len(texts[line]) <= _LINK_LONGEST and _leads(match, match.end() - begins[line], len(texts[line])):
            rules[line] = "read more"
    if "\n#" in together:
        rules = ["hashtags" if hashtags(text) else rule for text, rule in zip(texts, rules, strict=True)]
    return rules
