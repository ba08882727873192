"""A quantity among its words, and what all rules of concepts ask of the nouns around it."""

from typing import NamedTuple

from spacy.tokens import Token

from transforms.claims.quantities import Quantity
from transforms.claims.words import Word
from transforms.lexicon.calendar import MONTHS, WEEKDAYS
from transforms.lexicon.change import ACCOUNTED, DOWN_NOUNS, UP_NOUNS
from transforms.lexicon.concepts import CONTAINERS, OF_WORTH, TARGETS
from transforms.lexicon.currencies import CODES, LETTER_SIGNS, SYMBOLS
from transforms.lexicon.units import FORMS, LETTERS

NOMINAL = frozenset({"NOUN", "PROPN"})
CHANGES = UP_NOUNS | DOWN_NOUNS
LONGEST_CHUNK = 8  # words of a noun phrase after a number
VOWELS = frozenset("aeiouy")  # short forms with one may be words: "bar", "cup"
SIGNS = frozenset({"%", "percent", *SYMBOLS, *LETTER_SIGNS, *CODES})
DAYS = frozenset(WEEKDAYS) | frozenset(MONTHS) | {"today", "yesterday", "tomorrow"}  # "in one post Friday he said"
ARGUMENTS = frozenset({"obl:unmarked", "obl", "appos", "nsubj", "root"})


class Stand(NamedTuple):
    """A quantity in its words, as the rules see it."""

    words: list[Word]
    quantity: Quantity

    @property
    def after(self) -> Token | None:
        """The token right after the quantity, white space left out."""
        end = self.quantity.end
        return self.words[end].token if end < len(self.words) else None

    @property
    def is_hyphenated(self) -> bool:
        """Tell whether the quantity is written as one word, as before the noun that it modifies: "14-month"."""
        return any(word.text == "-" for word in self.words[self.quantity.core : self.quantity.core_end])

    @property
    def top(self) -> Token:
        """The word by which the whole quantity hangs on the sentence: "tens" of "tens of thousands of pounds"."""
        token = self.quantity.anchor
        while self.holds(token.head) and token.head.i != token.i:
            token = token.head
        return token

    def holds(self, token: Token) -> bool:
        """Tell whether a token is one of the quantity's own."""
        words, quantity = self
        return words[quantity.first].token.i <= token.i <= words[quantity.end - 1].token.i


def chunk_head(stand: Stand, start: int, *, passes_owner: bool = True) -> Token | None:
    """Return the last noun of the noun phrase that begins at word `start`; None if there is none.

    `passes_owner`: of "aunt's boat" it is the boat, else the aunt. Right behind a number it is never passed in the
    plural: "two countries' border" counts countries.
    """
    found: Token | None = None
    is_joined = False  # behind a hyphen, where any word goes on: "veto-wielding members"
    is_owned = False  # behind a possessive, where modifiers may follow: "the state's economic output"
    for word in stand.words[start : start + LONGEST_CHUNK]:
        token = word.token
        if token.is_sent_start:
            break
        if token.pos_ in NOMINAL and not word.is_number:
            if found is not None and not is_owned and (_is_argument(found, token) or token.lower_ in DAYS):
                break
            found, is_owned, is_joined = token, False, False
        elif found is not None and token.tag_ == "POS" and passes_owner and not _is_counted(stand, start, found):
            is_owned = True
        elif token.tag_ == "HYPH" and found is not None:
            is_joined = True
        elif is_joined or ((found is None or is_owned) and (token.pos_ == "NUM" or _can_modify(token))):
            is_joined = False
            is_owned = True
        else:
            break
    return found


def _is_counted(stand: Stand, start: int, owner: Token) -> bool:
    """Tell whether an owner is what the number right before it counts."""
    return start == stand.quantity.end and owner.tag_ in {"NNS", "NNPS"}


def _is_argument(found: Token, token: Token) -> bool:
    """Tell whether a noun after another is an argument beside it, not the head of both."""
    return token.dep_ in ARGUMENTS and found.head.i != token.i


def _can_modify(token: Token) -> bool:
    if token.pos_ in {"ADJ", "ADV"} and token.lower_ not in {"later", "ago", "earlier"}:
        is_numbered = any(child.dep_ == "nummod" for child in token.children)  # read as the noun that it modifies
        return is_numbered or token.dep_ in {"amod", "advmod", "compound", "conj", "obl", "nmod"}
    return (
        token.tag_ == "HYPH"
        or (token.pos_ in {"VERB", "CCONJ"} and token.dep_ in {"amod", "compound", "cc"})
        or token.lower_ in {"more", "other"}
    )


def has_case(token: Token, *prepositions: str) -> bool:
    """Tell whether a noun stands behind one of these prepositions."""
    return any(child.dep_ == "case" and child.lower_ in prepositions for child in token.children)


def is_time_or_place(token: Token) -> bool:
    """Tell a noun that says when or where, not what."""
    return token.ent_type_ in {"LOC", "DATE", "GPE"} or token.lower_ in OF_WORTH or token.text.isdigit()


def is_unit(token: Token) -> bool:
    """Tell a noun that is the unit of a quantity: "rose 5 percent to 30"."""
    is_numbered = any(child.dep_ == "nummod" for child in token.children)
    return is_numbered and ((token.lower_,) in FORMS or token.lower_ in {"cent", "cents", "points", "point"})


def is_sign(token: Token) -> bool:
    """Tell a sign or code of a unit, which names nothing that is measured: "$", "EUR", "GB", "km"."""
    return token.text in SIGNS or (token.text in LETTERS and not (token.text.islower() and VOWELS & set(token.text)))


def through(noun: Token) -> Token:
    """Look through a container: "the number of refugees" is refugees."""
    if noun.lower_ not in CONTAINERS:
        return noun
    for child in noun.children:
        if child.dep_ == "nmod" and child.pos_ in NOMINAL and has_case(child, "of") and not is_unit(child):
            return child
    return noun


def change_object(noun: Token) -> Token | None:
    """Read "a 5% increase in sales": what a noun of change is about; "funding increase", "spending target"."""
    lemma = noun.lemma_.lower()
    if lemma not in CHANGES | TARGETS:
        return None
    for child in noun.children:
        if lemma in CHANGES and child.dep_ == "nmod" and has_case(child, "in", "of") and child.pos_ in NOMINAL:
            return None if is_unit(child) or is_time_or_place(child) else child
    compounds = (child for child in noun.children if child.dep_ == "compound" and child.pos_ in NOMINAL)
    return next((child for child in compounds if not is_unit(child) and not is_sign(child)), None)


def is_accounted(noun: Token) -> bool:
    """Tell a loss in accounts, which is an amount and no change: "a net loss of $5 million"."""
    return noun.lemma_.lower() == "loss" and any(child.lower_ in ACCOUNTED for child in noun.children)


def object_beside(noun: Token) -> Token | None:
    """Read "raise its height by a total of 3 inches": the object of the verb that a level or total is told of."""
    if noun.dep_ != "obl":
        return None
    found = next((child for child in noun.head.children if child.dep_ == "obj" and child.pos_ in NOMINAL), None)
    return None if found is None or is_unit(found) or is_sign(found) else through(found)
