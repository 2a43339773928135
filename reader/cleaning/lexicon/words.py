"""Words that tell running text from furniture, in some twenty-five languages.

Here: small sets in lower case. Not here: stop words for summaries (`reader.language.words`), phrases (`boilerplate`).
"""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words between the blanks."""
    return frozenset(words.split())


FUNCTION_WORDS = word_set(
    """the of to and a in that is was for on with as he be it his they but at are have had were been from by not which
    this an or she her their has would will who when if than there said its after about him so what we more into them
    could out up can no some then these two may other while der die das und in den von zu mit sich des auf für ist im
    dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über
    einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei hatte kann gegen vom können schon
    wenn habe seine le la les de des et un une du en que qui est dans pour pas au sur il se par ce plus ne avec son sa
    ses ont été sont cette aux mais ou comme elle nous leur lui était fait après même être deux ces si el los las y
    que en un una por con para del se no al lo es su como más fue pero ha sus este o ya entre desde sobre han también
    hasta cuando todo muy o os as e do da dos das em um uma para com não por que na no se mais ao à foi são sua seu ou
    como mas ser já também pela pelo até isso ele ela entre il lo gli e di da in con su per non che è una un i le del
    della dei delle al alla nel nella si ha sono anche come più ma dal dalla suo questo loro het een van en in is dat
    op te zijn met voor niet aan er die om als ook bij door naar dan nog wordt maar uit hij werd over hebben heeft ze
    worden tot i w z na do się nie to że o jest za od po jak przez dla ale są był oraz a który która które jego tym
    ich także było już przed tego może pod и в не на что с по как к из у за от для это но он его а о же так до при был
    также который она они их то все бы было если или уже во со после і та в у не на що з до як за від для це але він
    його про при був також який вона вони їх все після або ve bir bu da de için ile çok olarak daha gibi olan en kadar
    sonra ama ise her ne o değil oldu var och i att det som en på är av för med till den har de inte om ett han var
    men från hon sig så ut kan vi og i at det som en på er af for med til den har de ikke om et han var men fra hun
    sig så kan der eller ja on ei se että oli ovat hän mutta myös kun joka sen mukaan ole hänen jo tai kuin mitä vain
    a v na se že je s z o do i za pro k by ale jako po od si které bylo který jsou byl jeho také sa na je že v s o do
    z za pre k by ale ako po od si ktoré bolo ktorý sú bol jeho aj a az és hogy nem is egy ez volt meg már csak de
    mint el ha még vagy azt ki lesz után szerint și în de la a cu pe că nu din o este pentru mai au fost care sunt se
    un dar după prin lui sa και το της η ο να του την τα με που σε για οι από στο στην δεν ότι θα είναι τη των τον στη
    έχει ήταν и на да се в от за е са с по не че като до си ще при но след които беше го има и је у да се на за су од
    са не што као који али би то о из до са након i je u da se na za su od sa ne što kao koji ali bi to o iz do nakon
    في من على أن إلى عن مع هذا التي ما لا كان الذي بعد هذه أو قد بين ذلك كما وقال إن و خلال كانت در و به از که این را
    با است برای آن یک بر شد تا بود می های کرد هم نیز של את על לא כי הוא גם זה עם או אל היא כל אבל אם כך के में की है
    का और से को पर यह एक ने कि हैं नहीं भी था लिए इस कर तो ही yang dan di itu dengan untuk dari tidak ini pada akan
    juga ke dalam karena oleh telah ada bisa sudah và của là có cho được trong một không người với các đã này những
    khi els les amb per una que és del dels seva"""
)
"""Articles, prepositions, pronouns, conjunctions: thick in sentences, thin in menus."""

FURNITURE_WORDS = word_set(
    """cookie cookies subscribe subscription subscriptions subscriber newsletter newsletters copyright reserved rights
    privacy policy terms advertisement advertise advertising ads sponsored login log sign register account password
    email e-mail comments comment reply share tweet facebook twitter instagram youtube whatsapp linkedin pinterest
    telegram tiktok rss feed app download search menu home contact about sitemap careers jobs archive archives more
    related read latest trending popular follow newsletter video videos gallery photos podcast podcasts print bookmark
    accessibility help faq feedback shop shopping browser javascript enable loading click here top skip navigation
    topics tags filed posted powered website site inbox delivered unlimited trial premium membership member members
    recommended story stories datenschutz impressum agb anmelden abmelden registrieren abo abonnieren kommentar
    kommentare kommentieren teilen drucken startseite kontakt werbung anzeige mehr themen newsletter artikel suche
    weitere mediathek leserbrief leserkommentare nutzungsbedingungen accueil abonnez abonner connexion connecter
    inscription partager commentaires commentaire imprimer recherche mentions légales publicité lire aussi suivre
    suivez confidentialité charte suscríbete suscribirse iniciar sesión registrarse compartir comentarios comentar
    imprimir buscar inicio contacto publicidad privacidad aviso boletín síguenos leer noticias relacionadas assine
    entrar cadastre cadastro compartilhar compartilhe comentários comente imprimir busca início contato publicidade
    privacidade leia iscriviti accedi registrati condividi commenti commenta stampa cerca contatti pubblicità abbonati
    leggi seguici abonneer inloggen aanmelden delen reacties reageer zoeken adverteren lees nieuwsbrief voorwaarden
    zaloguj zarejestruj udostępnij komentarze komentarz skomentuj drukuj szukaj kontakt reklama prywatności regulamin
    czytaj zobacz polecamy войти вход регистрация поделиться комментарии комментарий поиск реклама контакты
    подписаться подписка читайте также новости главная рассылка увійти реєстрація поділитися коментарі пошук реклама
    контакти підписатися підписуйтесь читайте також новини головна giriş üye kayıt paylaş yorum yorumlar arama reklam
    iletişim abone gizlilik anasayfa haberler devamı logga prenumerera dela kommentarer sök annons kontakt läs
    integritetspolicy log abonner kommentarer søg annonce del kirjaudu tilaa jaa kommentit haku mainos přihlásit
    registrace sdílet komentáře hledat inzerce předplatné diskuse bejelentkezés megosztás hozzászólás keresés hirdetés
    autentificare distribuie comentarii caută publicitate abonează σύνδεση εγγραφή σχόλια αναζήτηση διαφήμιση
    επικοινωνία вход регистрация сподели коментари търсене реклама prijava registracija podijeli komentari pretraga
    oglas تسجيل الدخول اشترك مشاركة تعليق تعليقات بحث إعلان اتصل الرئيسية خصوصية المزيد اقرأ أيضا ورود عضویت نظر نظرات
    جستجو تبلیغات تماس הרשמה התחברות שתף תגובות חיפוש פרסום लॉगिन टिप्पणी शेयर खोज विज्ञापन langganan masuk daftar
    bagikan komentar cari iklan"""
)
"""What buttons, banners, footers and link lists talk about."""

YOU_WORDS = word_set(
    """you your yours i my me we our us du ihr ihre sie ihnen wir unser ich vous votre vos nous tu su sus você ti вы ваш
    вам мы"""
)
"""Whom banners and comments speak to and of."""

SPEECH_WORDS = word_set(
    """said says told added according announced reported stated declared explained sagte sagt erklärte teilte mit laut
    dit déclaré affirmé selon expliqué dijo según afirmó explicó aseguró disse afirmou segundo ha detto secondo
    spiegato zei volgens aldus powiedział według poinformował заявил сказал сообщил словам сообщает заявила сказав
    повідомив söyledi belirtti sade enligt sagde ifølge sa mukaan sanoi řekl podle uvedl mondta szerint spus declarat
    είπε δήλωσε каза заяви rekao prema قال وقال وأضاف گفت אמר कहा mengatakan ujar"""
)
"""Verbs and prepositions of reported speech."""

CREDIT_WORDS = word_set(
    """image images photo photos foto fotos picture pictured picture pic bild bilder credit credits getty afp ap reuters
    dpa epa efe ansa shutterstock istock imago archiv archive file courtesy source quelle fuente crédit crédito fot
    zdjęcie фото источник фотография fotograf fotografi kuva görsel fotoğraf video caption via handout alliance
    montage screenshot illustration symbolbild symbolfoto agence agencia pool zuma tass xinhua imagebroker wikimedia
    unsplash pixabay"""
)
"""What stands in the credits of pictures."""

COMMENT_WORDS = word_set(
    """comment comments commented commenter response responses reply replies replied reaction reactions thoughts
    discussion permalink trackback trackbacks pingback pingbacks upvote downvote upvoted points score flag report
    moderated moderation moderator disqus kommentar kommentare kommentaren kommentieren leserkommentare antwort
    antworten ergänzungen gedanke gedanken melden commentaire commentaires réponse réponses répondre réactions
    signaler comentario comentarios respuesta respuestas responder comentar comentário comentários resposta
    respostas commento commenti risposta risposte rispondi reactie reacties reageer antwoord beantwoorden
    kommentarer svar svara svare kommentti kommentit vastaa komentarz komentarze odpowiedz odpowiedzi komentář
    komentáře odpovědět odpověď komentáre hozzászólás hozzászólások válasz комментарий комментарии комментариев
    комментария ответить ответ ответы коментар коментарі коментари відповісти yorum yorumlar yanıtla cevapla
    σχόλιο σχόλια απάντηση komentari odgovori comentarii răspunde תגובות תגובה הגב تعليق تعليقات رد نظر نظرات پاسخ
    टिप्पणी komentar balas bình luận"""
)
"""What stands over and between the comments of readers."""

WROTE_WORDS = word_set(
    """says said wrote writes posted sagt schrieb schreibt meint dit écrit dice dijo escribió disse diz escreveu scrive
    scritto zegt schreef skriver skrev pisze napisał napisała пишет написал написала пише писал yazdı pingback"""
)
"""How the name of somebody who commented goes on."""

AGO_WORDS = word_set(
    """ago hours hour minutes mins min hrs days weeks months years yesterday today edited am pm uhr vor stunden minuten
    tagen wochen monaten jahren gestern heute heures jours semaines mois hier hace horas días minutos semanas
    meses ayer há dias ontem ore giorni fa ieri geleden uur dagen sedan timmar dagar siden timer dager temu godzin
    dni назад часов минут дней тому години önce saat gün πριν"""
)
"""When somebody commented."""

I_WORDS = word_set(
    """i im ive my me mine myself ich mir mich mein meine meinen je moi mon ma mes yo mí mi mis me eu meu minha io mio
    mia ik mij mijn jag mig min mitt minä ja mnie mój moja я меня мне мой моя мене мені ben benim bana"""
)
"""Who speaks in a comment."""

BY_WORDS = word_set("by von par por foto photo автор")
"""What bylines and credits of pictures begin with."""
