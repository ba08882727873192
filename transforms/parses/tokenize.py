"""Cut a text into words, by the conventions of Universal Dependencies English-EWT.

Hyphens split ("so-called" is three words) but for a few prefixes ("anti-tank" is one), clitics
split ("do n't", "Iran 's"), so do signs, codes and units ("$ 33 million", "USD 5", "40 %", "5 pm"). The choices
were counted on the training parts of EWT and GUM. White space is never part of a word.
"""

import re
from collections.abc import Iterator

from transforms.lexicon.currencies import CODES, LETTER_SIGNS, NAMELIKE_SIGNS
from transforms.lexicon.tokens import (
    ABBREVIATIONS,
    AMBIGUOUS_ABBREVIATIONS,
    DOMAIN_ENDINGS,
    GLUED_WORDS,
    HYPHEN_PREFIXES,
    SPLIT_FORMS,
)

Span = tuple[int, int]  # start and end of a word in the text

_WORD = r"[^\W_][\w\u00ad\u0300-\u036f]*(?:[&'’`][\w\u00ad\u0300-\u036f]+)*"
# What follows a letter that is a sign of money: "R7.5bn", "R50 000", "R2,450", "R19.99"; not "R61", which is a road.
_AMOUNT = r"""(?:
    \d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?
    | \d+(?:\.\d+)?(?:[\s-]?(?:[mb]n?|k|tr?n|mil|[mb]illion|trillion|crore|lakh))
    | \d+\.\d\d
)(?!\w)"""
_NAMELIKE = "|".join(sorted(NAMELIKE_SIGNS, key=len, reverse=True))
_CODES = "|".join(sorted(CODES | LETTER_SIGNS.keys() - NAMELIKE_SIGNS, key=len, reverse=True))
_PATTERN = re.compile(
    rf"""
      (?P<link> (?:https?://|ftp://|www\.)[^\s<>"“”]*[\w/\#=&-] )
    | (?P<mail> [\w.+-]+@[\w-]+(?:\.[\w-]+)* )
    | (?P<handle> [@\#](?=\w*[^\W\d])\w+ )
    | (?P<domain> [^\W_][\w-]*(?:\.[\w-]+)*\.(?:{"|".join(DOMAIN_ENDINGS)})(?!\w|\.\w) )
    | (?P<newsgroup> [a-z][\w-]*(?:\.[a-z][\w-]+){{2,}}(?!\w) )
    | (?P<date> \d{{1,4}}/\d{{1,2}}/\d{{1,4}} | \d{{1,2}}/\d{{1,2}}(?![\w/]) | \d{{4}}-\d\d-\d\d(?!\w) )
    | (?P<phone> (?:\d-)?\d{{3}}[-.]\d{{3}}[-.]\d{{4}}(?!\w) )
    | (?P<number> \+?\d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th|ST|ND|RD|TH|'?s|[ADEGHLNQRSVWXZ])(?!\w))?
                | (?<![\w.])\.\d+ )
    | (?P<currency> (?:US|AU|HK|NZ|U|A|C|S)\$ | (?:{_CODES})(?=\d) | (?:{_NAMELIKE})(?={_AMOUNT}) )
    | (?P<dotted> [^\W\d_](?:\.[^\W\d_])+(?!\w)\.? | Ph\.D\.? )
    | (?P<prefixed> (?i:{"|".join(HYPHEN_PREFIXES)})-{_WORD} )
    | (?P<word> {_WORD} )
    | (?P<smile> [:;=]-?[)(DPp](?!\w) )
    | (?P<run> (?P<same>[.=*_~\#<>'`+$/-])(?P=same)+ | [!?.]{{2,}} )
    | (?P<sign> \S[\ufe0f\u200d\U0001f3fb-\U0001f3ff]* )
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?<=\w)(?:n['’`]t|['’`](?:s|m|re|ve|ll|d))$", re.IGNORECASE)
_GLUED = re.compile(r"([A-Za-z]+)\d[\d,.]*")


def tokenize(text: str) -> list[Span]:
    """Return the spans of the words of `text`, in order, none empty, none overlapping."""
    spans: list[Span] = []
    position = 0
    while match := _PATTERN.search(text, position):
        start, position = match.span()
        if match.lastgroup in ("word", "prefixed"):
            position = _with_full_stop(text, start, position)
            spans.extend(_split_word(text, start, position))
        else:
            spans.append((start, position))
    return spans


def _with_full_stop(text: str, start: int, end: int) -> int:
    """Return the end of the word with its full stop, if it is an abbreviation or an initial."""
    if text[end : end + 1] != "." or text[end : end + 3] == "...":
        return end
    word, after = text[start:end], text[end + 1 : end + 3].lstrip()
    is_initial = len(word) == 1 and word.isupper() and word != "I" and after[:1].isalpha()
    if is_initial or (word.lower() in ABBREVIATIONS and _stop_fits(word, after)):
        return end + 1
    return end


def _stop_fits(word: str, after: str) -> bool:
    """Tell whether a word such as "Mar" or "no" is an abbreviation by what comes after it."""
    if word.lower() in {"no", "nos"}:
        return after[:1].isdigit()
    if word.lower() in AMBIGUOUS_ABBREVIATIONS:
        return word[0].isupper() and (after[:1].isdigit() or after[:1].isupper())
    return True


def _split_word(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the syntactic words of a written one: its clitic, negation or glued number apart."""
    word = text[start:end]
    clitic, glued = _CLITIC.search(word), _GLUED.fullmatch(word)
    cut = SPLIT_FORMS.get(word.lower(), 0)
    if clitic:
        cut = clitic.start()
    elif glued and glued[1].lower() in GLUED_WORDS:
        cut = glued.end(1)
    if 0 < cut < len(word):
        yield start, start + cut
        yield start + cut, end
    else:
        yield start, end
