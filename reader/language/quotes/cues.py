"""Verbs and phrases that tie words to a speaker, in several languages, as data. Not here: any logic."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VERBS = _words(
    """said says say saying told tells tell telling added adds adding wrote writes write writing tweeted tweets tweeting
    called calls calling asked asks asking explained explains explaining continued continues replied replies
    replying responded responds responding noted notes noting reported reports reporting concluded concludes
    concluding stated states stating described describes describing declared declares declaring recalled recalls
    recalling argued argues arguing pledged pledges pledging insisted insists insisting chanted chants chanting
    remarked remarks remarking acknowledged acknowledges acknowledging warned warns warning promised promises
    promising claimed claims claiming suggested suggests suggesting condemned condemns condemning characterized
    characterizes characterised answered answers answering shouted shouts shouting joked jokes joking quipped quips
    emphasized emphasizes emphasizing emphasised stressed stresses stressing asserted asserts asserting predicted
    predicts predicting announced announces announcing admitted admits admitting agreed agrees commented comments
    commenting complained complains complaining confirmed confirms confirming contended contends cautioned cautions
    boasted boasts bragged observed observes mused muses reiterated reiterates reiterating repeated repeats
    repeating revealed reveals testified testifies urged urges urging vowed vows vowing praised praises praising
    blasted blasts slammed criticized criticised denounced dismissed dismisses accused accuses accusing labeled
    labelled dubbed referred refers referring thundered whispered yelled screamed cried exclaimed lamented laments
    posted posts posting tweeting sang sings read reads quoted quotes quoting believes believed thinks thought
    pleaded begged countered counters retorted opined elaborated interjected chimed conceded concedes proclaimed
    proclaims recounted recounts signaled hinted joking deemed ridiculed mocked mocks portrayed branded likened
    defended touted tells sagte sagt sagten erklärte erklärt betonte betont meinte meint schrieb schreibt fügte
    berichtete teilte warnte kündigte kritisierte forderte déclaré dit affirmé expliqué ajouté souligné indiqué
    estimé assuré annoncé précisé écrit lancé dijo dice afirmó explicó añadió aseguró señaló declaró indicó escribió
    agregó advirtió detto dichiarato spiegato aggiunto affermato scritto disse afirmou explicou acrescentou declarou
    escreveu powiedział powiedziała powiedzieli dodał dodała stwierdził stwierdziła zaznaczył zaznaczyła podkreślił
    podkreśliła oświadczył oświadczyła mówił mówiła mówi wyjaśnił wyjaśniła zapytał zapytała odpowiedział
    odpowiedziała napisał napisała ocenił oceniła przekazał przekazała сказал сказала заявил заявила отметил
    отметила подчеркнул подчеркнула добавил добавила сообщил сообщила написал написала ответил ответила пояснил
    пояснила считает спросил спросила говорит говорил говорила сказав сказала заявив заявила зазначив зазначила
    наголосив додав додала повідомив повідомила kata ujar jelas tambah berkata menjelaskan menambahkan ujarnya
    katanya dedi söyledi belirtti sighed sighs echoed echoes scolded scolds barked barks retaliated wondered wonders
    pressed laughed laughs smiled disagreed disagrees objected objects protested protests demanded demands pleads
    begs whispers yells snapped snaps grumbled murmured muttered stammered gasped sobbed chuckled growled shrugged
    nodded teased conceding disputed disputes denied denies ventured volunteered deadpanned chided gushed fumed
    raged railed scoffed sneered swore decried decries denounces ridicules characterizes tallied summed puts seufzte
    rief fragte antwortete widersprach ergänzte meinten erwiderte flüsterte soupiré soupire répondu répond demandé
    rappelé conclut preguntó respondió suspiró lamentó advierte chiesto risposto spiega spiegò aggiunse respondeu
    perguntou lamentou westchnął westchnęła zapowiedział zapowiedziała вздохнул вздохнула спросили возразил
    возразила предупредил предупредила konuştu açıkladı vroeg antwoordde svarade frågade sa sagde svarede spurte
    tegas katakan attacked attacks coached hailed hails rejected rejects attacking slamming lambasted lambasts
    apologized apologised apologizing apologizes prefer prefers pointed advising advised advises offered proposing
    proposed proposes ekledi zei zegt stelde řekl řekla uvedl uvedla dodal dodala sade säger"""
)
"""Any form that follows or precedes a speaker."""

ALSO_NOUNS = _words(
    "comments remarks posts reports notes claims promises questions answers demands protests objects states"
)
"""Verbs that are nouns behind `his`, `the` and the like."""

DETERMINERS = _words(
    """a an the one another some many several two three his her their its our my this that these those other both all
    most few no senior former about almost nearly roughly half others more just der die das ein eine le la les un une el
    los las il lo gli uno una"""
)
"""What a speaker without a name begins with: `a senior official`."""

ACCORDING = ("according to", "in the words of", "laut", "nach angaben von", "selon", "d'après", "según", "secondo",
             "segundo", "według", "zdaniem", "по словам", "за словами", "menurut")  # fmt: skip
"""Before a speaker without a verb."""

INDEFINITE = _words("some many most several others another both all few half none nobody everyone everybody")
"""Speakers of one word that are no names."""

AUXILIARIES = _words(
    """has have had is was are were be been also later then once recently repeatedly previously earlier again even
    further publicly flatly simply immediately quickly famously reportedly initially subsequently himself herself
    themselves itself would will could can did does do not never just only still already now today yesterday monday
    tuesday wednesday thursday friday saturday sunday hat haben a ont ha han hanno"""
)
"""What may stand between a speaker and the verb."""

PRONOUNS = _words(
    """he she they it who i we er sie es il elle ils elles on él ella ellos lui lei ele ela eles on ona oni он она они
    він вона вони dia ia beliau mereka"""
)
FEMALE = _words("she sie elle ella lei ela ona она вона")
MALE = _words("he er il él lui ele on он він")
PLURAL = _words("they ils elles ellos eles oni они вони mereka")
SMALL_WORDS = _words("a an the of and in on for to at by from with or is de la der die das und")
"""Written small in titles of works."""
