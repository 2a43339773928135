"""Words that lean on the sentence before, as data: a summary should not begin a thought with them.

`PRONOUNS` stand for somebody named before; `CONNECTIVES` go on from something said before; `FIRST_PERSON` is one person
who speaks. Lower-cased.
Not here: any logic.
"""

from __future__ import annotations

_PHRASES = {
    "en": """on the contrary|in addition|for example|for instance|as a result|at the same time|of course|in fact|
        that said|after that|by contrast|in contrast|on the other hand|even so|as well as|in turn|in particular|
        in other words|above all|in the meantime|at that time|to that end|in response,|as such|both of|both men
        |both women|both are|both were|both have|both had|both said|there he|there she|there they
        |on top of that|because of this|because of that|for this reason|for that reason|as a consequence|in this way
        |with this in mind|with that in mind|since then|until then|by then|to do so|apart from that|despite this
        |despite that|even then""",
    "de": "im gegenteil|zum beispiel|darüber hinaus|auf der anderen seite|zur gleichen zeit|im übrigen|unter anderem",
    "fr": "en revanche|par exemple|en outre|de plus|par ailleurs|au contraire|en effet|dans le même temps|d'autre part",
    "es": "sin embargo|por otra parte|por otro lado|por ejemplo|además de|al mismo tiempo|en cambio|por su parte",
    "it": "per esempio|ad esempio|al contrario|allo stesso tempo|d'altra parte|oltre a|a sua volta",
    "pt": "no entanto|por exemplo|além disso|ao mesmo tempo|por outro lado|por sua vez|em contrapartida",
    "pl": "z kolei|na przykład|poza tym|w tym samym czasie|z drugiej strony|co więcej",
    "ru": "кроме того|в то же время|при этом|тем не менее|с другой стороны|в свою очередь|например|напротив",
    "uk": "крім того|водночас|при цьому|тим не менш|з іншого боку|у свою чергу|наприклад|разом з тим|навпаки",
}

_PRONOUNS = {
    "en": "he she they it his her their its him them this that these those such",
    "de": """er sie es ihr ihre ihm ihn ihnen ihrem ihren ihrer ihres sein seine seinem seinen seiner seines dieser
        diese dieses diesem diesen dies das deren dessen letztere letzterer letzteres beides solche solcher solchen
        dabei damit darauf dazu dafür davon dadurch daran darin daraus darüber darunter dahinter daneben hierbei hierzu
        hierfür dort""",
    "fr": "il elle ils elles son sa ses leur leurs c ce cela ceci celui celle ceux celles cette ces lui",
    "es": """él ella ellos ellas su sus este esta esto estos estas ese esa eso aquel aquella aquellos ello
        dicho dicha dichos dichas""",
    "it": "egli ella lui lei loro suo sua suoi sue questo questa questi queste quello quella ciò tale tali",
    "pt": "ele ela eles elas seu sua seus suas este esta estes estas isto esse essa esses essas isso aquele",
    "nl": "hij zij ze het zijn haar hun deze dit dat die daarbij daarmee",
    "pl": "on ona oni one jego jej ich ten ta to te tego",
    "ru": "он она они оно его её ее их это этот эта эти этого этому этой этих тот та те такой такая такие",
    "uk": "він вона вони воно його її їх це цей ця ці той та такий",
    "tr": "o onlar bu bunlar şu onun onların bunun",
    "ar": "هو هي هم وهو وهي هذا هذه ذلك تلك",
    "zh": "他 她 它 他们 她们 这 那 此 该",
    "sv": "han hon de det hans hennes deras denna detta dessa",
    "cs": "on ona oni to ten ta tyto toto jeho její jejich",
    "da": "han hun de det den hans hendes deres denne dette disse",
    "no": "han hun de det den hans hennes deres denne dette disse",
    "fi": "hän he se ne hänen heidän sen niiden tämä nämä tuo nuo",
    "hu": "ő ők ez az ezek azok ezt azt ennek annak",
    "ro": "el ea ei ele acesta aceasta aceștia acestea acest această acela aceea",
    "sk": "on ona oni to ten tá tieto toto jeho jej ich",
    "hr": "on ona oni one to taj ta ovaj ova ovo njegov njezin njihov",
    "el": "αυτός αυτή αυτό αυτοί αυτές αυτά εκείνος εκείνη",
    "id": "dia ia mereka beliau ini itu hal katanya ujarnya tuturnya menurutnya imbuhnya",
    "ms": "dia ia mereka beliau ini itu perkara katanya ujarnya tambahnya menurutnya jelasnya",
    "hi": "वह वे यह ये उन्होंने उसने उनका उनके उनकी इस इन उस उन इसके उसके इससे",
    "ja": "その これ この それ 彼 彼女 彼ら",
    "ko": "그는 그녀는 그들은 그의 이는 이를 이것은 그것은",
}
_CONNECTIVES = {
    "en": """but and however also meanwhile so then thus yet moreover furthermore still instead nor or because therefore
        nevertheless nonetheless otherwise additionally besides similarly consequently hence likewise afterwards later
        earlier elsewhere which well""",
    "de": """aber und doch jedoch auch allerdings außerdem zudem dann danach deshalb daher dennoch trotzdem so denn
        hingegen dagegen ferner zuvor unterdessen gleichzeitig oder ebenfalls ebenso schließlich anschließend somit
        folglich immerhin stattdessen vielmehr weiterhin gleichwohl zugleich demnach daraufhin seitdem damals sondern
        nämlich""",
    "fr": """mais et cependant toutefois aussi pourtant ainsi puis ensuite donc or enfin néanmoins car alors
        parallèlement également""",
    "es": "pero y sin además también entonces luego así aunque por mientras asimismo no_obstante o",
    "it": "ma e però tuttavia inoltre anche poi quindi così intanto infatti dunque o",
    "pt": "mas e porém contudo também além então depois assim entretanto todavia ou",
    "nl": "maar en echter ook toch daarna dan dus bovendien intussen daarnaast of",
    "pl": "ale i jednak też także ponadto potem więc dlatego natomiast jednocześnie tymczasem a lub",
    "ru": "но и однако также кроме затем потом поэтому при между а или тем зато впрочем",
    "uk": "але і й однак також крім потім тому водночас тим а або проте натомість",
    "tr": "ama ve ancak fakat ayrıca sonra böylece öte veya",
    "ar": "لكن ولكن كما أيضا ثم بينما وقد ومع",
    "zh": "但 但是 然而 此外 同时 不过 而且 因此 所以 另外",
    "sv": "men och dock också sedan därför dessutom samtidigt eller",
    "cs": "ale a však také potom proto navíc zároveň nebo",
    "da": "men og dog også derefter derfor desuden samtidig eller imidlertid",
    "no": "men og også deretter derfor dessuten samtidig eller imidlertid likevel",
    "fi": "mutta ja myös kuitenkin lisäksi sitten siksi samalla tai",
    "hu": "de és azonban is ezért így ugyanakkor majd továbbá vagy",
    "ro": "dar și însă totuși apoi astfel iar de_asemenea sau",
    "sk": "ale a však tiež potom preto navyše zároveň alebo",
    "hr": "ali i međutim također potom zato stoga istovremeno ili",
    "el": "αλλά και όμως επίσης ωστόσο έτσι ή",
    "id": "tetapi namun dan juga selain kemudian oleh sementara atau",
    "ms": "tetapi namun dan juga selain kemudian oleh sementara atau bagaimanapun malah justeru sehubungan",
    "hi": "लेकिन और परंतु हालांकि इसलिए फिर साथ या",
    "ja": "しかし また そして だが ただ さらに なお 一方 そのため",
    "ko": "그러나 하지만 또 또한 그리고 이어 그래서 반면 한편",
}

_FIRST_PERSON = {
    "en": "i i'm i've i'd i'll my me",
    "de": "ich mir mich mein meine meiner",
    "fr": "je j mon ma mes moi",
    "es": "yo mi mis me",
    "it": "io mi mio mia",
    "pt": "eu meu minha",
    "nl": "ik mijn mij",
    "pl": "ja mnie mój moja",
    "ru": "я мне меня мой моя",
    "uk": "я мені мене мій моя",
    "sv": "jag min mig",
    "da": "jeg min mig",
    "no": "jeg min meg",
    "ja": "私 僕",
}

_SOMEBODY = {
    "en": "he she his her him",
    "de": "er seine seiner seinem",
    "fr": "elle",
    "es": "él ella",
    "it": "lui lei egli",
    "pt": "ele ela",
    "nl": "hij",
    "pl": "on ona jego jej",
    "ru": "он она его её",
    "uk": "він вона його її",
    "sv": "han hon hans hennes",
    "da": "han hun hans hendes",
    "no": "han hun hans hennes",
    "zh": "他 她",
    "ja": "彼 彼女",
    "ar": "هو هي",
}

_ARTICLES = {
    "de": (
        "das",
        """ist war wird wurde würde hat hatte hätte habe sei wäre kann konnte könnte soll sollte muss musste will wollte
        darf dürfte zeigt zeigte sagt sagte teilte gilt galt heißt hieß macht machte geht ging gibt gab bedeutet
        berichtet berichtete meldet meldete liegt lag führt führte reicht betrifft entspricht klingt ergab lässt ließ
        steht stand gefällt sind waren bestätigte erklärte sieht sah bleibt blieb kostet""",
    ),
    "nl": (
        "het",
        """is was wordt werd heeft had gaat ging zou kan kon moet moest zal lijkt leek blijkt bleek blijft betekent
        betreft komt kwam geldt""",
    ),
    "sv": (
        "det den de",
        """är var blir blev har hade ska skulle kan kunde måste kommer kom gäller gällde handlar betyder innebär finns
        fanns vill säger sade skriver går gick visar står""",
    ),
    "da": (
        "det den de",
        """er var bliver blev har havde skal skulle kan kunne må måtte kommer kom gælder handler betyder findes vil
        ville siger sagde skriver oplyser går gik viser står""",
    ),
    "no": (
        "det den de",
        """er var blir ble har hadde skal skulle kan kunne må måtte kommer kom gjelder handler betyr finnes vil ville
        sier sa skriver opplyser går gikk viser står""",
    ),
}
ARTICLES = {code: (frozenset(little.split()), frozenset(verbs.split())) for code, (little, verbs) in _ARTICLES.items()}
"""Words that are articles as a rule, and the verbs before which they stand for something: `Das ist`, `Das Haus`."""
PAST = ("te", "ede", "ade")
"""What further such verbs end in."""

SOMEBODY = {code: frozenset(text.split()) for code, text in _SOMEBODY.items()}
"""Those of the pronouns that stand for one person and nothing else."""
_ALSO = """also auch ebenfalls aussi également también anche também ook również także też також теж также тоже också"""
ALSO = frozenset(_ALSO.split())
"""It says that something like it was said before."""
_AGAINST = "but yet now aber doch nun mais pero ma mas maar men но ale але"
AGAINST = frozenset(_AGAINST.split())
"""It turns against what was said before."""
_WE = "we our wir unser unsere nous notre nosotros nuestro nuestra noi nostro nostra nós nosso nossa мы наш ми my"
WE = frozenset(_WE.split())
"""Words with which a paper begins to speak of itself."""
FIRST_PERSON = {code: frozenset(text.split()) for code, text in _FIRST_PERSON.items()}
PRONOUNS = {code: frozenset(text.split()) for code, text in _PRONOUNS.items()}
CONNECTIVES = {code: frozenset(text.split()) for code, text in _CONNECTIVES.items()}
PHRASES = {code: tuple(" ".join(phrase.split()) for phrase in text.split("|")) for code, text in _PHRASES.items()}
"""Connectives of several words."""

_WHEN = """monday tuesday wednesday thursday friday saturday sunday yesterday today tonight
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag gestern heute
    lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui
    lunes martes miércoles jueves viernes sábado domingo ayer hoy anoche
    lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi
    segunda-feira terça-feira quarta-feira quinta-feira sexta-feira ontem hoje
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren vandaag
    poniedziałek wtorek środę środa czwartek piątek sobotę sobota niedzielę niedziela wczoraj dzisiaj
    понедельник вторник среду среда четверг пятницу пятница субботу суббота воскресенье вчера сегодня
    понеділок вівторок середу середа четвер п'ятницю п'ятниця суботу субота неділю неділя вчора сьогодні
    pazartesi salı çarşamba perşembe cuma cumartesi pazar dün bugün"""
WHEN = frozenset(_WHEN.split())
"""Days, as news is dated by them."""
_PERIODS = """week weekend month year time morning afternoon evening summer spring autumn fall winter season
    woche wochenende monat jahr morgen abend sommer frühjahr frühling herbst winter saison wochen tage
    semaine mois année an matin soir été printemps automne hiver saison
    semana mes año mañana tarde noche verano primavera otoño invierno temporada
    settimana mese anno mattina sera estate primavera autunno inverno stagione
    mês ano manhã noite verão outono inverno
    week maand jaar ochtend avond zomer lente herfst
    tygodniu miesiącu roku rano lata lato zimy zimę
    неделе неделю месяце месяц году год утром вечером летом зимой весной осенью
    тижні тиждень місяці місяць році рік"""
PERIODS = frozenset(_PERIODS.split())
"""`This week` dates a sentence; it stands for nothing named before."""
_RELATIVE_DAYS = """yesterday today tonight tomorrow gestern heute morgen hier aujourd'hui demain ayer hoy anoche mañana
    ieri oggi domani ontem hoje amanhã gisteren vandaag wczoraj dzisiaj jutro вчера сегодня завтра вчора сьогодні
    dün bugün 昨日 今日 昨天 今天 明天 أمس اليوم غدا"""
RELATIVE_DAYS = frozenset(_RELATIVE_DAYS.split())
"""Days that only the date of the article tells."""
RELATIVE_TIMES = (
    "last night", "this morning", "this afternoon", "this evening", "letzte nacht", "la nuit dernière", "ce matin",
    "esta mañana", "anoche", "stamattina", "esta manhã", "dziś rano", "сегодня утром", "сьогодні вранці",
    "昨夜", "今朝",
    "昨晚", "今早", "هذا الصباح",
)  # fmt: skip
"""Times of such a day."""

_POINTING = {
    "de": "dieser diese dieses diesem diesen jener jene jenes jenem jenen",
    "fr": "cette cet ces ledit ladite lesdits",
    "es": "este esta estos estas ese esa esos esas dicho dicha dichos dichas",
    "it": "questo questa questi queste tale tali",
    "pt": """este esta estes estas esse essa esses essas deste desta destes destas desse dessa desses dessas neste nesta
        nesse nessa""",
    "nl": "deze dit",
    "sv": "denna detta dessa",
    "da": "denne dette disse",
    "no": "denne dette disse",
    "pl": "ten tę tego tej tych",
    "ru": "этот эта эту эти этого этой этих этом этому этим",
    "uk": "цей ця цю ці цього цієї цих цьому цим",
    "tr": "bu",
}
POINTING = {code: "|".join(text.split()) for code, text in _POINTING.items()}
"""Words before a noun that was named before, `this plan`, as alternatives of a pattern."""
POINTS = {
    "ms": r"\b[a-zA-Z]{3,} (?:itu|tersebut|berkenaan|terbabit)\b",
    "id": r"\b[a-zA-Z]{3,} (?:itu|tersebut)\b",
    "zh": "这(?=[一些个種种次名项位场起座家条笔])|该(?!国)|上述",
    "ja": "この(?!日|年|ため|たび|ほか|よう)|その(?!後|ため|日|他|よう|まま|うち)|これら",
    "ar": "(?:هذا|هذه|ذلك|تلك) ال(?!عام|أسبوع|شهر|يوم|صباح)",
}
"""Patterns of the same, where it is no word before a noun."""
_OWN = """land welt stelle fall zeit tage tagen país mundo momento vez caso fin paese mondo volta caso pays monde fois
    cas jour jours kraju świecie samego samej samym raz razem стране страны мире мира раз дней дня країні країни світі
    разу дня land gang gången gange gong ülke ülkede arada sırada kez lunes"""
OWN = frozenset(_OWN.split())
"""Nouns behind one of them that mean one's own, or a time: `in this country`."""

ACCORDING = (
    "according to",
    "laut",
    "nach angaben",
    "selon",
    "d'après",
    "según",
    "secondo",
    "segundo",
    "по данным",
    "по информации",
    "за даними",
    "według",
    "volgens",
    "enligt",
    "ifølge",
)
THE_PAPER = (
    "the newspaper",
    "the paper",
    "the report",
    "the agency",
    "the outlet",
    "the publication",
    "the article",
    "the channel",
    "der zeitung",
    "dem bericht",
    "der agentur",
    "dem blatt",
    "le journal",
    "le quotidien",
    "le rapport",
    "l'agence",
    "el diario",
    "el periódico",
    "el informe",
    "la agencia",
    "il giornale",
    "il quotidiano",
    "l'agenzia",
    "o jornal",
    "a agência",
    "газеты",
    "издания",
    "агентства",
    "газети",
    "видання",
    "агентства",
    "gazety",
    "dziennika",
    "agencji",
    "de krant",
    "tidningen",
    "avisen",
)
"""What, together, names a source that was named before."""
