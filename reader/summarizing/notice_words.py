"""Words by which lines that are no sentences of a story are known, as data, all languages together.

Phrases in small letters, `|` between them, `_` for a blank at the end of one. Not here: any logic.
"""

from __future__ import annotations

PROMOTIONS = """
    scroll down|read more|read also|read the full
    |to subscribe|to unsubscribe|send comments|you're reading|you’re reading
    |read the rest|read the whole|read our|read next|also read|see also|more on this|click here
    |click to|sign up|subscribe|follow us|follow the|listen here|listen to|listen live|download the|download our
    |join our|get the latest|don't miss|for more on|for more information|for the latest|to read more|advertisement
    |story continues|article continues|media playback|your browser|please enable|share this|like us on|watch:
    |watch the_|watch live|watch below|video:|gallery:|photos:|photos of|related:|related stories|related articles
    |more:|most read|recommended:|in pictures|live updates|sponsored|jump into|jump to|buy tickets
    |see below
    |thank you for reading|thanks for reading|thank you for joining|thanks for joining|thank you for visiting
    |this newsletter|check out our|check out my|check out the|check out what|check out a few|keep reading
    |read on for|read on to|read on!|please click|please visit|please contact|please check|please review
    |please share|please support|please help us|please remember to|support our|support us|support independent
    |we only recommend|tell us_|let us know|leave a comment|share your|if so, share|contact us|call us|call now
    |call today|book now|book your|schedule your|schedule a_|schedule an_|request a quote|get a quote|get started
    |get in touch|for an exact quote|for a free quote|for a free estimate|learn more|find out more|discover more
    |to learn more|to find out more|click on|click the|click image|click for|click any|stay tuned|submit your
    |consider a donation|consider donating|consider supporting|thank you to_
    |send us|email us|buy now|shop now|pre-order|take a look at|tune in_
    |view the_|view our|explore our|follow our_
    |register now|enter your|lesen sie|die wichtigsten infos
    |alle infos|das müssen sie|mehr zum thema|mehr dazu|jetzt abonnieren|hier geht es|hier gibt es mehr|auch interessant
    |das könnte sie|hier finden sie|weiterlesen|folgen sie uns|melden sie sich|schreiben sie uns|abonnieren sie
    |unterstützen sie uns|teilen sie|willkommen auf|willkommen bei|jetzt anmelden|jetzt registrieren
    |kontaktieren sie uns|vielen dank für|vielen dank an|many thanks to|im video:|anzeige:|werbung:|lire aussi
    |à lire :|à lire également
    |lisez aussi|voir aussi|abonnez-vous|inscrivez-vous|publicité:|cliquez_|suivez-nous|écoutez|contactez-nous
    |bienvenue sur|bienvenue dans|merci de votre|soutenez-nous|découvrez notre|retrouvez-nous|partagez votre
    |lee también|leer más|lea también|te puede interesar|ver también|suscríbete|síguenos|haz clic|contáctanos
    |bienvenido a nuestr|bienvenidos a nuestr|gracias por leer|comparte tu|apoya nuestro|regístrate|publicidad:
    |más información|leggi anche|leggi tutto|guarda anche|iscriviti|clicca_|pubblicità:|approfondisci|ascolta_
    |seguici|contattaci|benvenuti nel|benvenuti su|grazie per|sostieni il|leia também|leia mais|veja também
    |saiba mais|inscreva-se|assine_|clique|publicidade:|siga-nos|entre em contato|bem-vindo ao nosso
    |bem-vindos ao nosso|obrigado por ler|читайте также|подписывайтесь|подробнее|смотрите также|реклама:|видео:
    |свяжитесь с нами|добро пожаловать на|спасибо, что|пишите нам|следите за нами|читайте також|підписуйтесь
    |підписуйтеся|дивіться також|детальніше|відео:|стежте за нами|пишіть нам|ласкаво просимо на|czytaj także
    |czytaj też|czytaj więcej|zobacz także|zobacz też|przeczytaj|reklama:|skontaktuj się|zapisz się|śledź nas
    |witamy na|dziękujemy za|dalsza część|اقرأ أيضا|اقرأ أيضًا|اقرأ المزيد|شاهد أيضا|تابعونا|إعلان
    |相关阅读|延伸阅读|点击
    |推荐阅读|扫码|更多新闻|关注我们|相關閱讀|延伸閱讀|點擊|更多新聞|関連記事|続きを読む|あわせて読みたい
    |広告|こちらもおすすめ|lees ook|lees meer|läs även|läs också
    |läs mer|les også|læs også|haberin devamı|ayrıca bakınız|baca juga
"""
"""What sends the reader elsewhere; in a line of a few words."""

POINTERS = "here's_|here’s_|here are_|here is_|welcome to our|welcome to my|welcome back to"
"""What points at what follows; in a line of fewer."""

NOTES = """
    editor's note|editors' note|editor’s note|editors’ note|a previous version|an earlier version|this article was
    |this article has been|this article first|this article originally|this article contains|this story has been
    |this story was|this story first|this story contains|this story originally|this post was|this post may
    |this post contains|this is a preview of|this is the latest in|this is part of a_|this is part of our
    |this is part one|this is part two|we recommend the best|we may receive
    |we may get a|we independently|our editors independently|your daily look|your weekly look|your guide to the week
    |note:|note to readers|author's note|author’s note|programming note|a note to readers
    |this is a breaking|this is a developing|the views expressed|the opinions expressed
    |as an amazon|as an affiliate|this copy may|this copy is not|some of the links in|some links in|links in this
    |affiliate_links|this site uses|this website uses|affiliate disclosure|disclosure:|full disclosure:
    |this is a sponsored|this is a rush|this is a guest|the following is a guest|post written by|co-authored by
    |co-written by|guest post by|this story is part of|this article is part of
    |the following is a transcript|below is a transcript|this is a transcript
    |this is an excerpt|this page contains|this guide contains|views expressed_in|opinions expressed_in
    |the information provided on|the information contained in|nothing in this article|correction:|clarification:
    |correction and clarification|disclaimer|we may earn|last updated|last modified|first published
    |originally published|tags:|filed under|image copyright|image caption|image source|this transcript
    |this interview has been
    |all times|stand des artikels|letzte änderung|anmerkung der redaktion|hinweis der redaktion|anm. d. red|hinweis:
    |transparenzhinweis
    |dieser artikel|dieser text erschien|note de la rédaction|cet article|nota de la redacción|nota del editor
    |este artículo|nota della redazione|questo articolo|nota da redação|nota do editor|este artigo|este texto foi
    |примечание редакции|от редакции|примітка редакції|від редакції|od redakcji|artykuł ukazał|ملاحظة المحرر
    |ملاحظة:|编者按|编辑：|責任編輯|责任编辑|編集部注|編集部より|この記事は
"""
"""What speaks of the text and not of the world."""

CREDITS = """
    photograph:|image by|photograph by|photographs by|photo:|photo by|photos by|photo credit|photo courtesy
    |source:|picture:|pictures:|image:|image credit|credit:|getty images|courtesy of|foto:|fotos:|bild:|archivfoto
    |symbolbild|symbolfoto|crédit photo|photo d'illustration|crédits|fotografía:|imagen:|imagem:|reprodução
    |zdjęcie:|fot.|фото:|на фото|图片来源|图：|圖：|（图|写真：|写真は|画像：|صورة:|الصورة:|afbeelding:
"""
"""Who took a picture, or that it is one."""

SHOWN = """
    a screen shot of|a screenshot of|screenshot of|screen shot of|a general view of|general view of|a still from
    |a still image from|an aerial view of|aerial view of|blick auf den_|blick auf die_|vista general de|vue générale de
"""
"""How captions begin."""

NOTED = """
    weekly digest of|daily digest of|weekly roundup of|daily roundup of|in your inbox|to your inbox|affiliate link
    |affiliate-link|eure werbeblocker|euren werbeblocker|ihren werbeblocker|ihren adblocker|your ad blocker
    |votre bloqueur de pub|tu bloqueador de anuncios|(all times|all rights reserved|sponsored content
    |commission if you|commission on purchases|exchange for an honest|exchange for my honest|rezensionsexemplar
    |after the jump|in today's edition of|in today’s edition of|in this edition of|in this week's episode
    |in this blog i|in this blog we|this blog is about|this is a blog about
    |in this week’s episode|in today's episode|in today’s episode|headlines are here|no extra cost to you
    |powered by blogger|powered by wordpress
    |no additional cost to you|for informational purposes only
"""
"""What stands in notes, anywhere."""

PICTURED = """
    pictured|file photo|file photos|file picture|file pictures|file image|file images|stock image|stock photo
    |undated photo|undated image|seen here|this photo|this image|from left to right
    |clockwise from
    |handout photo|handout image|handout picture|handout released|handout provided|(handout
    |im bild|archivbild|archivbilder|auf dem foto|von links|v.l.n.r|photo d'archives
    |sur la photo|de gauche à droite|en la imagen|en la foto|foto de archivo|de izquierda a derecha|nella foto
    |da sinistra|na foto|na imagem|da esquerda|на снимке|архивное фото|слева направо|на фото|архівне фото
    |зліва направо|na zdjęciu|od lewej|资料图|資料圖|资料照片|資料写真|في الصورة|صورة أرشيفية
"""
"""What stands in captions, anywhere; with plurals, as a whole word of each is looked for first."""

AUTHORS = """author editor writer journalist reporter correspondent columnist blogger contributor manager director
    professor lecturer researcher fellow consultant founder co-founder freelance freelancer strategist specialist"""
"""What a line about who wrote the text calls her."""

CORRECTIONS = (
    "corrections?",
    "clarifications?",
    "errat(?:a|um)",
    "berichtigung(?:en)?",
    "korrekturen?",
    "rectificatifs?",
    "fe de erratas?",
    "fe de errores",
    "errata corrige",
    "correç(?:ão|ões)",
    "erramos",
    "поправк[аи]",
    "виправлення",
    "sprostowani[ea]",
    "تصحيح",
    "更正",
    "訂正",
)
"""What a column is headed that speaks of other articles."""

SIDES = """
    left|right|above|below|pictured|centre|center|file|top|bottom|inset|links|rechts|mitte|gauche|droite|izquierda
    |derecha|sinistra|destra|esquerda|direita|слева|справа|в центре|ліворуч|праворуч|z lewej|z prawej|左|右|中
"""
"""What says in brackets who is where in a picture."""

SHOWS = """
    celebrates poses smiles waves gestures gazes grins grimaces hugs embraces kisses applauds salutes tussles
"""
"""English verbs of captions that hardly tell anything else in the present."""

SHOWS_DATED = """
    stand sit walk ride travel march run flee pass wait gather queue carry carrie hold raise lift push pull place lay
    light step
    climb cross board enter follow lead escort sail swim float land fly greet meet embrace hug kiss shake wave gesture
    point look watch view listen react smile pose celebrate cheer applaud sing dance cry crie weep mourn pray shout
    chant
    protest clash fire throw block beat kick hit guard patrol detain arrest inspect examine survey search clean clear
    sweep remove dig repair load unload distribute collect deliver hand sell buy cook eat drink feed sleep lie hang rise
    billow burn extinguish cover speak talk address arrive leave attend visit receive sign cast drive work play perform
    display show wear take make use help react lean clash chat search raise rally
    investigate secure battle
"""
"""English verbs of captions that end with a full date, without the ending of one who does it."""

OPENERS = {
    "en": """The A An He She It They We But And In On At For After When While As This That These Those There His Her
        Their Its If Although Despite However Meanwhile Last Now One Two Three Some Many Most Other Both
        By From With Since Before During According Under""",
    "de": """Der Die Das Ein Eine Er Es Aber Und Im Am Auf Bei Für Nach Wenn Während Als Diese Dieser Dieses Laut Trotz
        Zwar Doch Auch Mit Seit Vor Zudem""",
    "fr": """Le La Les Un Une Il Elle Ils Elles Mais Et En Dans Pour Après Quand Alors Cette Ces Son Selon Malgré
        Depuis Avec Avant""",
    "es": """El La Los Las Un Una Pero Y En Por Para Después Cuando Mientras Esta Este Estos Según Desde Con Tras
        Aunque""",
    "it": """Il Lo La I Gli Le Un Una Ma E In Per Dopo Quando Mentre Questa Questo Secondo Da Con Nel Nella""",
    "pt": """O A Os As Um Uma Mas E Em No Na Para Após Depois Quando Enquanto Esta Este Segundo Desde Com""",
    "ru": """В На Он Она Они Но И По После Когда Это Этот Как С При Для Также""",
    "uk": """У В На Він Вона Вони Але І За Після Коли Це Цей Як З Для Також""",
    "pl": """W Na On Ona Oni Ale I Po Kiedy Gdy To Ten Ta Jak Z Dla Według Jego Jej""",
}  # fmt: skip
"""Words with a capital at the beginning of a sentence only: one in mid-sentence says that two were run together."""

ADDRESSED = {
    "de": r"(?<=[\w,] )(?:Sie|Ihnen|Ihre?[mnrs]?)\b",
    "fr": r"\b[Vv](?:ous|otre|os)\b",
    "es": r"\b[Uu]sted(?:es)?\b",
}
"""Patterns of the words by which somebody is spoken to."""
