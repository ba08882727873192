"""What exclusions ask of a quantity and the words around it."""

from transforms.claims.quantities import Quantity
from transforms.claims.words import Word
from transforms.lexicon.measures import FATES, STRIKING


def is_bare(quantity: Quantity) -> bool:
    """Tell a plain number without unit, in digits or words."""
    return quantity.unit == "count" and quantity.form in {"digits", "words"}


def core_text(words: list[Word], quantity: Quantity) -> str:
    """Return the first word of the number itself, as written."""
    return words[quantity.core].text


def counts(words: list[Word], quantity: Quantity) -> bool:
    """Tell whether a noun, or an adjective before one, follows."""
    return quantity.core_end < len(words) and words[quantity.core_end].token.pos_ in {"NOUN", "ADJ"}


def is_plural(words: list[Word], i: int) -> bool:
    """Tell whether word `i` is a plural, or an adjective before one."""
    return i < len(words) and words[i].token.tag_ in {"NNS", "NNPS", "JJ"}


def tells_fate(words: list[Word], quantity: Quantity) -> bool:
    """Tell whether what happened to people follows: "eight killed", "14 still missing", "12 feared dead"."""
    near = words[quantity.end : quantity.end + 2]
    return any(word.token.tag_ in {"VBN", "VBD", "JJ"} and word.lower in FATES for word in near)


def is_struck(words: list[Word], quantity: Quantity) -> bool:
    """Tell whether what happens to people stands right before: "artillery kills 7, wounds 30"."""
    return quantity.first > 0 and words[quantity.first - 1].lower in STRIKING
