"""Quantities that state nothing about the world: named exclusions, each with its reason."""

from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Token

from transforms.claims.around import counts, is_bare
from transforms.claims.dates import is_clock_time, is_date, is_time_from_now, is_year
from transforms.claims.names import is_address, is_identifier, is_label, is_name
from transforms.claims.number import DASHES, at
from transforms.claims.quantities import Quantity
from transforms.claims.words import Word
from transforms.lexicon.labels import FIXED, ONE_AFTER, ONE_BEFORE, PICKING, RATIOS, SPELLS
from transforms.lexicon.measures import FATES
from transforms.lexicon.numerals import SMALL
from transforms.lexicon.reporting import ACCORDING, REPORTING

_SCORE_WORDS = frozenset({"win", "beat", "lose", "lead", "draw", "defeat", "victory", "loss", "tie"})
COUNTING = frozenset({"only", "just", "exactly"})
NOMINAL = frozenset({"NOUN", "PROPN"})
ANOTHER = 5  # words after "one" in which "another" makes a pair of them


class Exclusion(NamedTuple):
    """A reason why a quantity is no claim, by name."""

    name: str
    holds: Callable[[list[Word], Quantity], bool]


def reason_against(words: list[Word], quantity: Quantity) -> str | None:
    """Return the name of the first exclusion that holds for a quantity, or None: it may be a claim."""
    return next((one.name for one in EXCLUSIONS if one.holds(words, quantity)), None)


def is_score(words: list[Word], quantity: Quantity) -> bool:
    """Tell two numbers with a dash that do not rise, or beside a word of winning: "3-1", "beat them 2-0"."""
    if not is_bare(quantity):
        return False
    if quantity.qualifier == "between":
        near = words[max(0, quantity.first - 4) : quantity.first]
        is_dashed = any(word.text in DASHES for word in words[quantity.core : quantity.core_end])
        return is_dashed and (any(word.token.lemma_ in _SCORE_WORDS for word in near) or not counts(words, quantity))
    if _is_ratio(words, quantity):
        return True
    return _is_dashed_to_number(words, quantity.core - 1, -1) or _is_dashed_to_number(words, quantity.core_end, 1)


def _is_ratio(words: list[Word], quantity: Quantity) -> bool:
    """Tell one of two numbers of a ratio: "a 3 to 1 margin", "by 2-to-1", "split 4 to 1 in favour"."""
    for i, step in ((quantity.core - 1, -1), (quantity.core_end, 1)):
        j = i + step if 0 <= i < len(words) and words[i].text in DASHES else i
        if at(words, j) != "to":
            continue
        k = j + step
        k = k + step if 0 <= k < len(words) and words[k].text in DASHES else k
        after = {at(words, max(quantity.core_end, k + 1)), at(words, max(quantity.core_end, k + 1) + 1)}
        if 0 <= k < len(words) and (words[k].is_number or words[k].lower in SMALL) and after & RATIOS:
            return True
    return False


def _is_dashed_to_number(words: list[Word], i: int, step: int) -> bool:
    if not (0 <= i < len(words) and 0 <= i + step < len(words)):
        return False
    return words[i].text in DASHES and words[i + step].is_number


def is_rhetorical_one(words: list[Word], quantity: Quantity) -> bool:
    """Tell the word "one" as a pronoun or part: "one of the", "one another", "this one", "one day"."""
    if (
        not quantity.is_one
        or words[quantity.core].lower != "one"
        or (quantity.core_end - quantity.core > 1 and quantity.unit == "count")
    ):
        return False
    if quantity.unit != "count":
        return (
            quantity.unit in {"day", "times"} and quantity.qualifier == "exact" and at(words, quantity.core_end) != "-"
        )
    after, before = at(words, quantity.core_end), at(words, quantity.core - 1)
    follows = [word.lower for word in words[quantity.core_end : quantity.core_end + ANOTHER]]
    if after in ONE_AFTER or before in ONE_BEFORE or "another" in follows:
        return True
    if quantity.core_end < len(words) and words[quantity.core_end].token.tag_ in {"VBN", "VBG", "MD"}:
        return True  # "one captured by a camera", "one should visit"
    return _is_pronoun(quantity.number, after) or (
        quantity.qualifier == "exact" and before not in COUNTING and _picks(quantity.number)
    )


def _picks(token: Token) -> bool:
    """Tell whether "one" picks out an example of a noun: "one key industry", "one official said", "one night"."""
    if token.dep_ != "nummod":
        return False
    noun = token.head
    if noun.tag_ == "NNP" or noun.lower_ in SPELLS:
        return True  # "one Mr Doe"
    if any(child.dep_ == "amod" and child.lower_ in PICKING for child in noun.children):
        return True
    if any(child.dep_ == "case" and child.lower_ in ACCORDING for child in noun.children):
        return True
    is_subject = noun.dep_ in {"nsubj", "nsubj:outer"}
    is_named = noun.head.pos_ in NOMINAL and any(child.dep_ == "cop" for child in noun.head.children)
    return is_subject and (is_named or noun.head.lemma_.lower() in REPORTING or noun.head.dep_ == "parataxis")


def _is_pronoun(token: Token, after: str) -> bool:
    """Tell "one" without a noun that is a pronoun: "if one steps back", "it makes one happy", "help find one"."""
    if token.pos_ in {"PRON", "NOUN"} or (after in {",", ".", "’s", "'s", "is", "was"} and token.dep_ != "nummod"):
        return True
    verb = token.head
    if token.dep_ == "nsubj":
        return verb.tag_ in {"VBZ", "VBP"} and any(child.dep_ == "mark" for child in verb.children)
    return token.dep_ in {"obj", "obl", "root", "xcomp"} and verb.lemma_.lower() not in FATES


def is_idiom(words: list[Word], quantity: Quantity) -> bool:
    """Tell a number that counts nothing in a set phrase: "an app or two", "zero shame", "a four-door car"."""
    if not is_bare(quantity) or quantity.form != "words":
        return False
    before, after = at(words, quantity.core - 1), at(words, quantity.core_end)
    if at(words, quantity.core) == "zero":
        is_none = quantity.number.dep_ == "nummod" and quantity.number.head.tag_ == "NN"
        return before == "net" or after in DASHES or is_none
    if after in {"figures", "digits"}:
        return True  # "a price of six figures"
    if after in DASHES and at(words, quantity.core_end + 1) in FIXED:
        return True
    is_or_two = at(words, quantity.core) == "two" and before == "or" and quantity.core_end - quantity.core == 1
    return is_or_two and not words[quantity.core - 2].is_number and at(words, quantity.core - 3) in {"a", "an"}


def is_list_mark(words: list[Word], quantity: Quantity) -> bool:
    """Tell the mark of a list, a footnote or a time stamp: "1." at the start of a line, "[3]"."""
    if quantity.form != "digits" or quantity.unit != "count":
        return False
    before, after = at(words, quantity.core - 1), at(words, quantity.core_end)
    if before == "[" and after == "]":
        return True
    token = words[quantity.core].token
    starts = token.i == 0 or (token.nbor(-1).is_space and "\n" in token.nbor(-1).text)
    return starts and after in {".", ")", ":"}


EXCLUSIONS = (
    Exclusion("time_from_now", is_time_from_now),
    Exclusion("year", is_year),
    Exclusion("date", is_date),
    Exclusion("clock_time", is_clock_time),
    Exclusion("score", is_score),
    Exclusion("idiom", is_idiom),
    Exclusion("label", is_label),
    Exclusion("name", is_name),
    Exclusion("address", is_address),
    Exclusion("rhetorical_one", is_rhetorical_one),
    Exclusion("list_mark", is_list_mark),
    Exclusion("identifier", is_identifier),
)
