"""What furniture says, in many languages.

Here: phrases that name a line as a piece of furniture, and the rule under which it is then cut.
Not here: judging lines that say nothing so plain (`judge`).
"""

from __future__ import annotations

import re

_LINK = """read more|read also|also read|see also|read next|more on this|related( (article|stories|story|news|topics|content|posts))?|
more from|more stories|don't miss|recommended|you may also like|you might also like|trending|most read|most popular|top stories|
latest news|keep reading|continue reading|click here|watch|watch now|watch more|must read|editors?['’] picks?|
lesen sie auch|lesen sie mehr|mehr zum thema|mehr lesen|weiterlesen|auch interessant|das könnte sie auch interessieren|
lire aussi|à lire aussi|a lire aussi|lire la suite|à voir aussi|voir aussi|sur le même sujet|en savoir plus|
lea también|leer también|lee también|le puede interesar|te puede interesar|leer más|ver más|también te puede interesar|
leia também|leia mais|veja também|saiba mais|leggi anche|leggi tutto|potrebbe interessarti|approfondisci|
lees ook|lees meer|läs också|läs mer|læs også|læs mere|les også|lue myös|
czytaj też|czytaj także|czytaj więcej|czytaj również|zobacz też|zobacz także|zobacz również|przeczytaj także|przeczytaj również|polecamy|
читайте также|читать далее|читать полностью|смотрите также|читать еще|читайте ещё|подробнее|по теме|
читайте також|читати далі|дивіться також|devamını oku|ayrıca okuyun|bunlar da ilginizi çekebilir|
přečtěte si také|čtěte také|čtěte více|prečítajte si tiež|olvasta már|kapcsolódó|citește și|citeşte şi|citește mai mult|
διαβάστε επίσης|διαβάστε ακόμη|διαβάστε περισσότερα|прочетете още|вижте още|pročitajte još|pročitaj još|pročitajte i|
اقرأ أيضا|اقرأ أيضًا|اقرأ المزيد|المزيد|بیشتر بخوانید|קראו גם|baca juga|يمكنك قراءة|यह भी पढ़ें|ये भी पढ़ें|関連記事|続きを読む|相关阅读|相关新闻|阅读更多|관련기사"""

_RULES: tuple[tuple[str, str], ...] = (
    ("cookie banner", r"\bcookies?\b|\bcookie-?\w*\b.*\b(akzept|zustimm|accept|consent)|\bконфиденциальност"),
    (
        "comment form",
        r"^(leave (a|your) (comment|reply)|post (a )?comment|add (a )?comment|\d* ?comments?( \(\d+\))?$|comments? (are )?closed|"
        r"your email address will not be published|required fields are marked|save my name, email|notify me of|cancel reply|"
        r"schreiben sie einen kommentar|kommentar (schreiben|verfassen)|deja (un|tu) comentario|deixe (um|seu) comentário|"
        r"laisser un commentaire|lascia un commento|dodaj komentarz|оставить комментарий|добавить комментарий|yorum yap|"
        r"reply$|log in to comment|sign in to comment|join the (conversation|discussion))",
    ),
    (
        "share bar",
        r"^(share( (this|on|via|with|to|article|story|save)\b.*)?|tweet|facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|"
        r"e-?mail( this)?|print( this| version)?|copy link|teilen|partager|compartir|compartilhar|condividi|udostępnij|поделиться|"
        r"paylaş|delen|dela|del|sdílet|share this.*|save|bookmark|follow us.*|folgen sie uns.*|follow .{1,30} on \w+)[\s:.!]*$",
    ),
    (
        "copyright",
        r"(©|\(c\) ?\d{4}|\bcopyright\b).{0,120}(\d{4}|reserved|rights)|\ball rights reserved\b|alle rechte vorbehalten|"
        r"todos los derechos reservados|todos os direitos reservados|tous droits réservés|tutti i diritti riservati|"
        r"wszelkie prawa zastrzeżone|все права защищены|may not be (published|reproduced)|^©",
    ),
    (
        "newsletter",
        r"\bnewsletters?\b|^(sign up|subscribe|register|log ?in|sign in|sign out|subscribe now|abonnieren|s'abonner|suscríbete|"
        r"inscreva-se|iscriviti|anmelden|registrieren|subskrybuj|подписаться|подписывайтесь|abone ol)\b",
    ),
    (
        "advertisement",
        r"^(advertisement|advertising|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|reklama|реклама|ad)[\s:.]*$",
    ),
    (
        "legal links",
        r"^(privacy( policy)?|terms (of|and) \w+.*|terms|imprint|impressum|datenschutz\w*|cookie policy|sitemap|contact( us)?|about( us)?)$",
    ),
    ("app", r"^(download|get) (the |our )?.{0,30}\bapps?\b|\bapp store\b|google play"),
    (
        "scroll link",
        r"^((scroll|back|go) to (the )?top|nach oben|zum seitenanfang|haut de page|volver arriba|voltar ao topo|torna su|наверх)$",
    ),
    (
        "page controls",
        r"^(skip to .*|jump to .*|close|menu|search|open menu|toggle .*|loading.*|next|previous|play|pause|listen|zoom|enlarge)$",
    ),
    (
        "tags",
        r"^(tags?|topics?|keywords?|filed under|schlagworte|schlagwörter|mots-clés|etiquetas|теги|tagi|etiketler)\s*:",
    ),
    ("player", r"^\d{1,2}:\d{1,2}(:\d\d)?( ?/ ?\d{1,2}:\d\d)?$"),
)
_COMPILED = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _RULES)
_LINKED = re.compile(
    r"(?:[»›>→►▶\s]*)(?:" + _LINK.replace("\n", "") + r")(?![^\W_])(?P<colon>\s*[:：\-–—|]?)", re.IGNORECASE
)
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*)+$")
_ICONS = re.compile(r"icon", re.IGNORECASE)


def hashtags(text: str) -> bool:
    """A line of hashtags and nothing else."""
    return text.startswith("#") and len(text) < 1000 and _HASHTAGS.match(text) is not None


def link_lead(text: str) -> bool:
    """`Read more`, `Lesen Sie auch: …`: a line that leads to another article."""
    match = _LINKED.match(text[:200])
    if match is None:
        return False
    colon = match["colon"].strip()
    return (bool(colon) and match.end() < 60) or len(text) - match.end() <= 3


def rule_for(text: str) -> str:
    """The rule under which a line that was judged to be furniture is cut; `menu or link` when it names itself in no way."""
    if hashtags(text):
        return "hashtags"
    short = text[:400]
    if link_lead(short):
        return "read more"
    if len(_ICONS.findall(short)) > 2:
        return "icon names"
    for name, pattern in _COMPILED:
        if pattern.search(short):
            return name
    return "menu or link" if len(short.split()) <= 12 else "not part of the article"


def is_furniture(text: str) -> str | None:
    """The rule by which a line is furniture whatever stands around it, or None."""
    if hashtags(text):
        return "hashtags"
    if len(text) > 300:
        return None
    if link_lead(text):
        return "read more"
    if len(text) <= 160:
        for name, pattern in _COMPILED:
            if name in _CERTAIN and pattern.search(text):
                return name
    return None


_CERTAIN = frozenset(
    {"comment form", "share bar", "advertisement", "scroll link", "player", "page controls", "legal links", "tags"}
)
