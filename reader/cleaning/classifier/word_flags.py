"""The kinds of words that the classifier counts, a bit each, and the vocabulary that knows them.

Not here: the lists of words (`lexicon.words`).
"""

from __future__ import annotations

from reader.cleaning.classifier.hashing import Vocabulary
from reader.cleaning.lexicon import words

FUNCTION, FURNITURE, YOU, SPEECH, CREDIT, COMMENT, WROTE, AGO, FIRST_PERSON, BY = (1 << bit for bit in range(10))

_LISTS = {
    FUNCTION: words.FUNCTION_WORDS,
    FURNITURE: words.FURNITURE_WORDS,
    YOU: words.YOU_WORDS,
    SPEECH: words.SPEECH_WORDS,
    CREDIT: words.CREDIT_WORDS,
    COMMENT: words.COMMENT_WORDS,
    WROTE: words.WROTE_WORDS,
    AGO: words.AGO_WORDS,
    FIRST_PERSON: words.I_WORDS,
    BY: words.BY_WORDS,
}


def _vocabulary() -> Vocabulary:
    """Each word as it is, with a capital, and all in capitals: so the words of a page need no lowering."""
    flags: dict[str, int] = {}
    for flag, listed in _LISTS.items():
        for word in listed | {word.capitalize() for word in listed} | {word.upper() for word in listed}:
            flags[word] = flags.get(word, 0) | flag
    return Vocabulary(flags)


VOCABULARY = _vocabulary()
