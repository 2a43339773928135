"""Words that lean on the sentence before, as data: a summary should not begin a thought with them.

`PRONOUNS` stand for somebody named before; `CONNECTIVES` go on from something said before. Lower-cased.
Not here: any logic.
"""

from __future__ import annotations

_PRONOUNS = {
    "en": "he she they it his her their its him them this that these those both such",
    "de": "er sie es ihr ihre ihm ihn ihnen sein seine dieser diese dieses das dabei damit darauf dazu dafür davon",
    "fr": "il elle ils elles son sa ses leur leurs ce cela ceci celui celle ceux cette ces lui",
    "es": "él ella ellos ellas su sus este esta esto estos estas ese esa eso aquel",
    "it": "egli ella lui lei loro suo sua suoi questo questa questi queste quello quella ciò",
    "pt": "ele ela eles elas seu sua seus suas este esta isto esse essa isso aquele",
    "nl": "hij zij ze het zijn haar hun deze dit dat die daarbij daarmee",
    "pl": "on ona oni one jego jej ich ten ta to te tego",
    "ru": "он она они оно его её ее их это этот эта эти тот та те такой",
    "uk": "він вона вони воно його її їх це цей ця ці той та такий",
    "tr": "o onlar bu bunlar şu onun onların bunun",
    "ar": "هو هي هم وهو وهي هذا هذه ذلك تلك",
    "zh": "他 她 它 他们 她们 这 那 此 该",
    "sv": "han hon de det hans hennes deras denna detta dessa",
    "cs": "on ona oni to ten ta tyto toto jeho její jejich",
}
_CONNECTIVES = {
    "en": """but and however also meanwhile so then thus yet moreover furthermore still instead nor or because therefore
        nevertheless nonetheless otherwise additionally besides similarly consequently hence likewise afterwards later
        earlier elsewhere there""",
    "de": """aber und doch jedoch auch allerdings außerdem zudem dann danach deshalb daher dennoch trotzdem so denn
        hingegen dagegen ferner zuvor unterdessen gleichzeitig oder""",
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
}

PRONOUNS = {code: frozenset(text.split()) for code, text in _PRONOUNS.items()}
CONNECTIVES = {code: frozenset(text.split()) for code, text in _CONNECTIVES.items()}
