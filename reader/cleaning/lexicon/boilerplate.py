"""What furniture says, in many languages.

Here: phrases that name a line as a piece of furniture, and the rule under which it is then cut. Not here: lines
that say nothing so plain (`classifier`).

All patterns are matched against lower-cased text at its beginning only; what may stand anywhere is looked for as it
is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reader.cleaning.lexicon.joined_lines import JoinedLines


def _phrases(text: str) -> tuple[str, ...]:
    """What stands between the semicolons, over line breaks."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(";"))


_LINKS = _phrases(
    """read more; read also; also read; see also; read next; more on this; related; related article; related articles;
    related content; related post; related posts; related story; related stories; related news; related topic;
    related topics; more from; more stories; don't miss; recommended; you may also like; you might also like;
    trending; most read; most popular; top stories; latest news; keep reading; continue reading; click here; watch;
    watch now; watch more; must read; editor's pick; editor's picks; editors' picks; editor’s pick; editor’s picks;
    editors’ picks; lesen sie auch; lesen sie mehr; mehr zum thema; mehr lesen; weiterlesen; auch interessant;
    das könnte sie auch interessieren; lire aussi; à lire aussi; a lire aussi; lire la suite; à voir aussi;
    voir aussi; sur le même sujet; en savoir plus; lea también; leer también; lee también; le puede interesar;
    te puede interesar; leer más; ver más; también te puede interesar; leia também; leia mais; veja também;
    saiba mais; leggi anche; leggi tutto; potrebbe interessarti; approfondisci; lees ook; lees meer; läs också;
    läs mer; læs også; læs mere; les også; lue myös; czytaj też; czytaj także; czytaj więcej; czytaj również;
    zobacz też; zobacz także; zobacz również; przeczytaj także; przeczytaj również; polecamy; читайте также;
    читать далее; читать полностью; смотрите также; читать еще; читайте ещё; подробнее; по теме; читайте також;
    читати далі; дивіться також; devamını oku; ayrıca okuyun; bunlar da ilginizi çekebilir; přečtěte si také;
    čtěte také; čtěte více; prečítajte si tiež; olvasta már; kapcsolódó; citește și; citeşte şi; citește mai mult;
    διαβάστε επίσης; διαβάστε ακόμη; διαβάστε περισσότερα; прочетете още; вижте още; pročitajte još; pročitaj još;
    pročitajte i; اقرأ أيضا; اقرأ أيضًا; اقرأ المزيد; المزيد; بیشتر بخوانید; קראו גם; baca juga; यह भी पढ़ें;
    ये भी पढ़ें; 関連記事; 続きを読む; 相关阅读; 相关新闻; 阅读更多; 관련기사"""
)
"""How a link to another article begins."""

_GOES_ON = "(?:continues|resumes) (?:below|after (?:the |this )?(?:ad|video|photo|picture|gallery|promo|newsletter))"
_WHOLE = {
    "comment form": _phrases(
        r"""leave (?:a|your) (?:comment|reply).*; post comment; post a comment; add comment; add a comment; comment;
        comments; comments? \(\d+\); \d+ comments?(?: \(\d+\))?; comments? (?:are )?closed.*;
        your email address will not be published.*; required fields are marked.*; save my name, email.*;
        notify me of.*; cancel reply; schreiben sie einen kommentar; kommentar schreiben; kommentar verfassen;
        deja un comentario; deja tu comentario; deixe um comentário; deixe seu comentário; laisser un commentaire;
        lascia un commento; dodaj komentarz; оставить комментарий; добавить комментарий; yorum yap; reply;
        log in to comment; sign in to comment; join the (?:conversation|discussion).*"""
    ),
    "share bar": _phrases(
        r"""share; share (?:this|on|via|with|to|article|story|save)\b.*; tweet; facebook; twitter; whatsapp; telegram;
        linkedin; pinterest; reddit; e-mail; e-mail this; email; email this; print; print this; print version;
        email this (?:page|article|story); print this (?:page|article|story); save for later; copy the link;
        copy link; teilen; partager; compartir; compartilhar; condividi; udostępnij; поделиться; paylaş; delen; dela;
        del; sdílet; save; bookmark; follow us.*;
        follow .{3,40} on (?:twitter|x|facebook|instagram|linkedin|threads|bluesky)\b.*;
        folgen sie uns.*; imprimir; imprimer; drucken; stampa; afdrukken;
        imprimir\W+enviar\b.*; imprimer\W+envoyer\b.*; enviar (?:a un amigo|a um amigo|por (?:correo|e-?mail))\b.*;
        envoyer à un ami\b.*; invia a un amico\b.*; an freunde? senden; skriv ut; drukuj"""
    ),
    "copyright": (
        *(rf"{sign}.{{0,60}}(?:19|20)\d\d.*" for sign in ("©", r"\(c\)", r"copyright\b")),
        "저작권자.*",
        r"[©ⓒ].{0,60}무단.*",
        r"this (?:material|article|content|story) may not be (?:published|reproduced|copied|republished|reprinted).*",
    ),
    "advertisement": _phrases(
        r"""advertisement; advertising; anzeige; werbung; publicité; publicidad; publicidade; pubblicità; reklama;
        реклама; ad; sponsored links?; sponsored content; liens sponsorisés; enlaces patrocinados; スポンサード ?リンク;
        スポンサー ?リンク; 広告; 广告; 廣告; 赞助商链接; 贊助商連結; 광고; 스폰서 ?링크; annons; annonse; annonce;
        mainos; advertentie; hirdetés; reklám; oglas; реклама партнера; διαφήμιση; إعلان; iklan; quảng cáo; โฆษณา;
        reclamă; paid (?:content|post); gesponsert; sponsorisé; patrocinado; sponsorizzato; gesponsord"""
    ),
    "goes on below": tuple(
        f"{begins}.{{0,60}}"
        for begins in _phrases(
            rf"""story {_GOES_ON}; the story {_GOES_ON}; article {_GOES_ON}; the article {_GOES_ON}; text {_GOES_ON};
            report {_GOES_ON}; post {_GOES_ON}; continue reading below; scroll (?:down )?to continue;
            artikel wird nach der; der artikel (?:wird|geht) nach der (?:anzeige|werbung);
            nach der (?:anzeige|werbung) (?:geht|weiter); lesen sie nach der (?:anzeige|werbung);
            la suite après (?:cette|la) publicité; l['’]article continue après; continúa después de la publicidad;
            la noticia continúa (?:debajo|después|tras); el artículo continúa (?:debajo|después|tras);
            sigue leyendo después de; continua após a publicidade; continua depois da publicidade;
            continua (?:a leggere )?dopo la pubblicità; l['’]articolo continua dopo; lees (?:verder|door) onder;
            tekst gaat (?:verder|door) onder; artikel gaat (?:verder|door) onder; het verhaal gaat verder onder;
            artikeln fortsätter (?:efter|under) annons; artikkelen fortsetter (?:etter|under) annons;
            artiklen fortsætter (?:efter|under) annonc; juttu jatkuu (?:mainok|kuva|video);
            artikkeli jatkuu (?:mainok|kuva|video); dalsza część .{{0,20}}pod ; dalszy ciąg .{{0,20}}pod ;
            ciąg dalszy .{{0,20}}pod ; продолжение после рекламы; продолжение под ; článek pokračuje (?:pod|po) ;
            haberin devamı (?:reklam|aşağı); a cikk a hirdetés"""
        )
    ),
    "call for help": _phrases(
        r"""support our (?:work|journalism|reporting|newsroom|mission).*; donate (?:now|today|here|to (?:us|support)).*;
        please donate.*; please consider (?:donating|supporting|a donation).*; become a (?:member|supporter|patron)\b.*;
        got a (?:news )?tip\?.*; have a (?:news )?tip\?.*; do you have a (?:news )?tip.*;
        send us (?:your|a) (?:tip|story).*"""
    ),
    "picture": _phrases(
        r"""show captions?; hide captions?; toggle caption; enlarge image; enlarge this image; view gallery;
        view images?; view photos?; expand image; full ?screen; image \d{1,3} (?:of|/) \d{1,3};
        photo \d{1,3} (?:of|/) \d{1,3};
        slide \d{1,3} (?:of|/) \d{1,3}; bild \d{1,3} (?:von|/) \d{1,3}; foto \d{1,3} (?:de|di|von|/) \d{1,3}"""
    ),
    "poll": _phrases(
        r"""was this (?:article|page|post|answer|content|information) (?:helpful|useful).*; did you (?:find|like) this
        (?:article|page|post|story).*; how useful was this.*; rate this (?:article|post|page|story|recipe).*;
        war dieser (?:artikel|beitrag) hilfreich.*; cet article vous a-t-il été utile.*"""
    ),
    "disclosure": _phrases(
        r"""we may (?:earn|receive|get) .{0,40}commission.*; affiliate disclosure.*;
        this (?:post|article|page|site) (?:may )?contains? affiliate.*;
        as an amazon associate.*; when you (?:buy|purchase|click) .{0,60}commission.*;
        if you (?:buy|purchase|click) .{0,60}commission.*"""
    ),
    "app": _phrases("download (?:our|the) .{0,30}app\\b.*; get (?:our|the) .{0,30}app\\b.*"),
    "end mark": (r"[-–—]+ ?(?:30|ends?) ?[-–—]+", r"\(ends?\)", "ends"),
    "subscription": _phrases(
        r"""subscribe (?:now )?to (?:continue|keep|read)\b.*; sign (?:up|in) to (?:continue|keep|read)\b.*;
        log in to (?:continue|keep|read)\b.*; register to (?:continue|keep|read)\b.*;
        (?:to (?:view|read) .{3,40}\W|please )?subscribe (?:now |today )?(?:to|for) .{3,40}\bfull (?:story|article)\b.*;
        to (?:view|read) the full (?:story|article)\b.*\bsubscri.*;
        you have (?:reached|used|read) (?:your|all your) (?:limit|free|\d+)\b.*;
        you (?:are receiving|receive|received) this (?:e?-?mail|newsletter).*;
        this (?:article|content) is for subscribers.*; already a (?:subscriber|member)\b.*;
        unsubscribe.*; réservé aux abonnés; article réservé aux abonnés;
        nur für abonnenten; exklusiv für abonnenten; contenido exclusivo para suscriptores;
        contenuto riservato agli abbonati; alleen voor abonnees; только для подписчиков"""
    ),
    "newsletter": _phrases(
        r"""enter your e-?mail.*; please enter (?:your|a valid) e-?mail.*; your e-?mail(?: address)?; email address\*?;
        geben sie ihre e-?mail.*; ihre e-?mail-?(?:adresse)?; votre (?:adresse )?e-?mail;
        saisissez votre .{0,12}mail.*;
        ingresa tu (?:correo|e-?mail).*; introduce tu (?:correo|e-?mail).*; inserisci (?:il tuo|la tua) e-?mail.*;
        digite seu e-?mail.*; vul je e-?mail.*; podaj swój (?:adres )?e-?mail.*;
        sign up (?:for|to) .{0,50}\b(?:newsletters?|e-?mails?|alerts?|updates|briefings?|inbox)\b.*;
        get (?:our|the) .{3,60} (?:in|to) your inbox.*; get (?:our|the) .{3,80}\bsign up\b.*;
        delivered (?:straight |right )?to your inbox.*;
        view (?:in|this|it|our|the|as)\b.{0,40}\b(?:browser|web ?page|online)\b.*; view online;
        read (?:this|it|our) .{0,30}\b(?:browser|online)\b.*; open (?:in|this) .{0,30}\bbrowser\b.*;
        having trouble (?:viewing|reading|seeing) this.*; is this (?:e-?mail|message|newsletter) not display.*;
        was this (?:e-?mail|newsletter) forwarded to you.*; forwarded this (?:e-?mail|newsletter)\?.*;
        this (?:e-?mail|message|newsletter) (?:was|has been) sent to \S+@.*; forward to a friend.*;
        forward this (?:e-?mail|newsletter) to .*; you['’]re (?:receiving|getting) this.*; to unsubscribe\b.*;
        if you no longer wish to receive.*; if you (?:don['’]t|do not) want to receive.*; our mailing address is.*;
        manage (?:your )?(?:e-?mail )?preferences.*; update (?:your )?(?:e-?mail )?preferences.*;
        add us to your address book.*; -+ ?forwarded message ?-+; begin forwarded message;
        im browser (?:ansehen|anzeigen|öffnen|lesen).*; newsletter (?:abbestellen|abmelden|im browser).*;
        sie erhalten diese[nrs]? (?:e-?mail|newsletter).*; voir (?:ce|cet|cette|la) .{0,30}\b(?:navigateur|ligne)\b.*;
        se désabonner.*; se désinscrire.*; ver .{0,20}\bnavegador\b.*; darse de baja.*; cancelar (?:la )?suscripción.*;
        visualizza .{0,30}\bbrowser\b.*; annulla l['’]iscrizione.*; cancelar (?:a )?inscrição.*;
        bekijk .{0,30}\b(?:browser|online)\b.*; uitschrijven; afmelden"""
    ),
    "cookie banner": _phrases(
        """accept; accept all; accept cookies; accept all cookies; agree; i agree; reject; reject all; cookie settings;
        manage settings; manage preferences; akzeptieren; alle akzeptieren; ablehnen; alle ablehnen; zustimmen;
        accepter; tout accepter; tout refuser; aceptar; aceptar todo; rechazar todo; aceitar todos; accetta;
        accetta tutto; alles accepteren; zaakceptuj; принять; принять все"""
    ),
    "kicker": _phrases(
        r"""press release; news release; media release; for immediate release.*; embargoed until.*; pressemitteilung;
        communiqué de presse; comunicado de prensa; nota de prensa; comunicato stampa; persbericht; pressmeddelande;
        informacja prasowa; пресс-релиз"""
    ),
    "mail header": _phrases(
        r"""from: .*@.*; to: .*@.*; cc: .*@.*; reply-to: .*@.*;
        message-id: .*; von: .*@.*; an: .*@.*"""
    ),
    "legal links": _phrases(
        r"""privacy; privacy policy; terms (?:of|and|&) \w+.{0,20}; terms; imprint; impressum; datenschutz\w*;
        cookie policy; sitemap; contact; contact us; about; about us"""
    ),
    "scroll link": _phrases(
        """scroll to top; scroll to the top; back to top; back to the top; go to top; go to the top; nach oben;
        zum seitenanfang; haut de page; volver arriba; voltar ao topo; наверх"""
    ),
    "page controls": _phrases(
        r"""skip to .*; jump to .*; close; menu; search; open menu; toggle .*; loading\W*; next; previous; play;
        pause; listen; zoom; enlarge; listen on [\w ]{2,30}; listen now on [\w ]{2,30};
        watch on [\w ]{2,30}; empfohlener (?:externer|redaktioneller) inhalt.*; externen inhalt anzeigen.*;
        listen to (?:this|the) (?:article|story|podcast|episode)"""
    ),
    "tags": tuple(
        f"{word} ?:.*"
        for word in _phrases(
            """tags?; topics?; keywords?; filed under; schlagworte; schlagwörter; mots-clés; etiquetas; теги; tagi;
            etiketler"""
        )
    ),
    "source line": tuple(
        f"{word} ?:.{{2,60}}"
        for word in _phrases("quelle; quellen; sources?; fuente; fonte; źródło; источник; bron; källa; kilde")
    ),
    "desk": (
        *(
            rf"{word}\s?[:：].{{1,30}}"
            for word in ("责任编辑", "責任編輯", "责编", "責編", "编辑", "編輯", "校对", "审核")
        ),
        *_phrases("扫一扫.{0,30}; 长按.{0,12}二维码.{0,20}; 扫描.{0,12}二维码.{0,20}; 关注.{0,12}(?:公众号|微信|微博)"),
    ),
    "credits of the desk": tuple(
        rf"{word} by .{{2,150}}\)?"
        for word in _phrases(
            r"""\((?:additional )?(?:reporting|writing|editing|compiled|edited);
            additional (?:reporting|writing|editing|compiled|edited); reporting; writing; editing; compiled; edited"""
        )
    ),
    "player": (r"\d{1,2}:\d{1,2}(?::\d\d)?(?: ?/ ?\d{1,2}:\d\d)?",),
}
"""By the names of the rules: what the whole of a short line is."""

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
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b).{0,60}(?:19|20)\d\d\b.{0,60}\brights reserved")
_LINK_LONGEST, _PIECE_LONGEST = 300, 120
"""Longer lines say more than such a phrase."""
_AROUND = "»›>→►▶ \t-–—*_~|[]【】()（）"
"""What such a phrase may stand between."""
_COLONS = ":：-–—|]】"
_BEHIND = " :.!"
_COOKIE = re.compile(
    r"[\w.-]{1,60} (?:session|never|persistent|\d{1,3} (?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)) "
)
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*)+$")
_PLAIN = {words: name for name, phrases in _WHOLE.items() for words in phrases if not re.search(r"[\\?*({[]", words)}


def _beginning(text: str) -> str:
    """Three characters that phrases are told apart by; nothing where they do not begin with a letter."""
    return text[:3] if text[:1].isalpha() else ""


_LINKS_AT: dict[str, tuple[str, ...]] = {}
for _phrase in _LINKS:
    _LINKS_AT[_beginning(_phrase)] = (*_LINKS_AT.get(_beginning(_phrase), ()), _phrase)
_VARIED: dict[str, list[tuple[str, str]]] = {}
for _name, _patterns in _WHOLE.items():
    for _phrase in _patterns:
        if _phrase not in _PLAIN:
            _VARIED.setdefault(_beginning(_phrase), []).append((_name, _phrase))
_SHORT = [words + mark for words in _PLAIN if len(words) < 3 for mark in _BEHIND]
_BEGINNINGS = frozenset(_VARIED).union(map(_beginning, [*_LINKS, *_PLAIN, *_SHORT]))
"""Few lines begin as a phrase does: to ask that first spares most of the looking."""


def of_cookies(text: str) -> bool:
    """A row of the table in which a page declares its cookies: `_ga 2 years This cookie is installed by ...`."""
    return "cookie" in text and _COOKIE.match(text) is not None


def hashtags(text: str) -> bool:
    """A line of hashtags and nothing else."""
    return text.startswith("#") and len(text) < 1000 and _HASHTAGS.match(text) is not None


def is_furniture(text: str) -> str | None:
    """The rule by which a line is furniture whatever stands around it, or None."""
    if text[0].isalpha() and text[:3].lower() not in _BEGINNINGS:
        return None  # most lines
    return _named(text, text[:_LINK_LONGEST].lower())


def _named(text: str, lowered: str) -> str | None:
    """`is_furniture`, of a line that begins as phrases do; `lowered`: as much of it as a phrase may be long."""
    if text[0] == "#" and hashtags(text):
        return "hashtags"
    if len(text) > _LINK_LONGEST:
        return None
    if text[0].isalpha():
        return _said_as(lowered, lowered[:3])
    if found := _pattern(lowered, ""):
        return found
    said = lowered.strip(_AROUND)
    beginning = said[:3]
    return _said_as(said, beginning) if beginning in _BEGINNINGS and beginning[:1].isalpha() else None


def _said_as(said: str, beginning: str) -> str | None:
    """The rule that a phrase with this beginning names."""
    phrases = _LINKS_AT.get(beginning, ())
    if phrases and said.startswith(phrases) and _leads_to_another(said, phrases):
        return "read more"
    return _PLAIN.get(said.rstrip(_BEHIND)) or _pattern(said, beginning)


def _pattern(said: str, beginning: str) -> str | None:
    """The rule of the first pattern with this beginning that is the whole of what is said."""
    if len(said) > _PIECE_LONGEST:
        return "copyright" if _RIGHTS.match(said) else None
    match = _varied(beginning).match(said) if beginning in _VARIED else None
    return _VARIED[beginning][(match.lastindex or 1) - 1][0] if match else None


@cache
def _varied(beginning: str) -> re.Pattern[str]:
    """The patterns of the phrases that begin so, a group each. All in one would be asked of every such line."""
    return re.compile(f"(?:{'|'.join(f'({pattern})' for _, pattern in _VARIED[beginning])})[{_BEHIND}]*$")


def _leads_to_another(lowered: str, phrases: Sequence[str]) -> bool:
    """Whether a line is one of a link's phrases with a colon behind it, or with hardly anything."""
    for phrase in phrases:
        if lowered.startswith(phrase):
            rest = lowered[len(phrase) :]
            behind = rest.removeprefix(" ")
            if not rest[:1].isalnum() and (len(behind) <= 3 or behind[0] in _COLONS):
                return True
    return False


READ = 400
"""Characters of a line that are looked at."""
_SAYING, _LONG, _ICONS = 13, 12, 3
"""Characters from which a line says something; blanks from which it is not a menu; icons from which it is icons."""
NAMELESS = ("menu or link", "not part of the article")
"""The rules for lines that name themselves in no way."""


def rule_for(text: str) -> str:
    """The rule under which a line classified as furniture is cut; `menu or link` when it names itself in no
    way.

    For lines that `is_furniture` says nothing of.
    """
    lowered = text[:READ].lower()
    if len(text) >= _SAYING:
        if lowered.count("icon") >= _ICONS:
            return "icon names"
        for words, name in _ANYWHERE:
            if words in lowered:
                return name
    return NAMELESS[lowered.count(" ") >= _LONG]


def rules_of(texts: Sequence[str], joined: JoinedLines) -> list[str]:
    """`is_furniture`, else `rule_for`, of each of many lines; `joined`: the first `READ` characters of each, in
    lower case.
    """
    lowered = joined.lines
    rules = [NAMELESS[len(low) > 2 * _LONG and low.count(" ") >= _LONG] for low in lowered]
    for words, name in reversed(_ANYWHERE):
        for line in joined.holding(words) if words in joined.text else ():
            if len(texts[line]) >= _SAYING:
                rules[line] = name
    for line in joined.holding("icon"):
        if len(texts[line]) >= _SAYING and lowered[line].count("icon") >= _ICONS:
            rules[line] = "icon names"
    for line in [i for i, low in enumerate(lowered) if low[:3] in _BEGINNINGS or not low[0].isalpha()]:
        rules[line] = _named(texts[line], lowered[line]) or rules[line]
    return rules
