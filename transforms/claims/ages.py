"""Quantities → ages: "12-year-old", "aged 34", "Anna Kovac, 55," and "she was 15"."""

from dataclasses import replace

from transforms.claims.number import at
from transforms.claims.quantities import Quantity
from transforms.claims.words import Word
from transforms.lexicon.labels import KIN, LABELS, PEOPLE, PLAYING
from transforms.lexicon.reporting import PEOPLE as PERSONS
from transforms.lexicon.units import AGE_UNITS

OLDEST = 120
YEARS_OLD = frozenset({"yo", "y.o.", "y/o"})
OPENERS = frozenset({"aged", "age", "ages", "ageing", "turned", "turning", "turns"})
BOUNDS = frozenset({"under", "over", "below", "above", "younger", "older"})
CLOSERS = frozenset({",", ".", ")", ";", "who", "and", "said", "of", "was", "is", "has", "–", "—", "―"})
AT_AGE = frozenset({"at", "now", "then", "still", "only", "just"})  # "At 24, she …"
NEAR = 16  # words around a shirt's number that tell of a game
GOING_ON = frozenset({"has", "had", "was", "is", "who", "said", "says", "told"})
LEAST_BARE = 16  # years: "Anna Kovac 44 has …"; smaller numbers after a name are of other things


def as_age(words: list[Word], quantity: Quantity) -> Quantity | None:
    """Return the quantity as an age if it is one, else None."""
    if quantity.unit in AGE_UNITS and quantity.kind == "duration":
        end = _old_end(words, quantity.core_end)
        return replace(quantity, end=max(end, quantity.end), core_end=end, kind="age", rule="age_old") if end else None
    if quantity.unit != "count" or not _can_be_age(quantity):
        return None
    if at(words, quantity.core_end) in YEARS_OLD:
        end = quantity.core_end + 1
        return replace(quantity, unit="year", kind="age", end=end, core_end=end, rule="age_old")
    for name, holds in (
        ("age_label", _after_label),
        ("age_bound", _bounds_people),
        ("age_apposition", _in_apposition),
        ("age_predicate", _is_predicate),
        ("age_opening", _opens_sentence),
        ("age_uncut", _goes_on_from_name),
    ):
        if holds(words, quantity):
            return replace(quantity, unit="year", kind="age", rule=name)
    return None


def _can_be_age(quantity: Quantity) -> bool:
    if quantity.form not in {"digits", "words"}:
        return False
    value = quantity.high if quantity.high is not None else quantity.low
    return value is not None and 0 < value <= OLDEST and value * 2 == int(value * 2)


def _old_end(words: list[Word], end: int) -> int:
    """Return where "old", "-old", "of age" after a unit ends; 0 if it is not there."""
    texts = [word.lower for word in words[end : end + 2]]
    if texts[:1] in (["old"], ["olds"]):
        return end + 1
    if texts in (["-", "old"], ["-", "olds"], ["of", "age"]):
        return end + 2
    return 0


def _after_label(words: list[Word], quantity: Quantity) -> bool:
    core = range(quantity.core, quantity.core_end)
    number = next((i for i in core if words[i].is_number), quantity.first)  # "between the ages of 17 and 20"
    first = min(quantity.first, number) if words[quantity.core].lower != "between" else number
    before = [word.lower for word in words[max(0, first - 2) : first]]
    if [word.lower for word in words[first : quantity.core]][-2:] == ["age", "of"]:
        return True  # "over the age of 21"
    if before[-1:] == ["as"] and before[:1] in (["young"], ["old"]):
        return True  # "girls as young as 13"
    if before[-1:] == ["between"]:
        before = before[:-1]
    if quantity.is_one or (words[quantity.core_end].lower if quantity.core_end < len(words) else "") == "of":
        return False  # "turned one of them"
    return (before[-1:] != [] and before[-1] in OPENERS) or before in (["age", "of"], ["ages", "of"])


def _bounds_people(words: list[Word], quantity: Quantity) -> bool:
    """Read "children under 16", "those over 65": a bound right after people, with nothing counted after it."""
    first, end = quantity.first, quantity.core_end
    if first in {quantity.core, 0} or words[first].lower not in BOUNDS:
        return False
    after = words[end].token if end < len(words) else None
    is_counting = after is not None and after.pos_ in {"NOUN", "PROPN", "ADJ", "SYM"}
    return words[first - 1].lower in PEOPLE | {"those", "anyone", "everyone", "adults"} and not is_counting


def _in_apposition(words: list[Word], quantity: Quantity) -> bool:
    """Read ", 55," and "(55)" after a person's name or role."""
    first, end = quantity.first, quantity.end
    if first < 2 or quantity.form != "digits":  # noqa: PLR2004
        return False
    opener, name = words[first - 1].text, words[first - 2].token
    after = words[end].lower if end < len(words) else "."
    is_kin = name.lower_ in KIN
    is_role = is_kin or (name.tag_ == "NN" and name.lower_ in PERSONS)
    if not is_role and (name.ent_type_ not in {"PERSON", ""} or name.pos_ != "PROPN"):
        return False
    if opener == "(":
        return after == ")" and (is_role or name.ent_type_ == "PERSON") and not _is_in_game(words, quantity)
    return opener == "," and after in CLOSERS and (name.ent_type_ == "PERSON" or after == ",")


def _is_in_game(words: list[Word], quantity: Quantity) -> bool:
    near = words[max(0, quantity.first - NEAR) : quantity.end + NEAR]
    return any(word.lower in PLAYING for word in near)


def _goes_on_from_name(words: list[Word], quantity: Quantity) -> bool:
    """Read "Anna Kovac 44 has sailed": a person's age whose commas were lost."""
    first, end = quantity.first, quantity.end
    if first < 2 or end >= len(words) or quantity.form != "digits" or (quantity.low or 0) < LEAST_BARE:  # noqa: PLR2004
        return False
    name, surname = words[first - 2].token, words[first - 1].token
    is_person = name.ent_type_ == surname.ent_type_ == "PERSON" and words[first - 1].lower not in LABELS
    return is_person and words[end].lower in GOING_ON


def _opens_sentence(words: list[Word], quantity: Quantity) -> bool:
    """Read "At 24, she left", "Now 24, Anna Kovac": a number before a comma and a person, that opens the sentence."""
    first, end = quantity.first, quantity.end
    if end + 1 >= len(words) or words[end].text != "," or quantity.is_one:
        return False
    opener = first - 1 if first and words[first - 1].lower in AT_AGE else first
    person = words[end + 1].token
    is_person = person.lower_ in {"he", "she"} or person.ent_type_ == "PERSON"
    return is_person and words[opener].token.is_sent_start is True


def _is_predicate(_words: list[Word], quantity: Quantity) -> bool:
    """Read "she was 15", "Anna is 34": a person is the number."""
    token = quantity.number
    if not token.dep:
        return False
    children = list(token.children)
    subject = next((child for child in children if child.dep_ == "nsubj"), None)
    if subject is None or not any(child.dep_ == "cop" for child in children):
        return False
    if quantity.is_one or (
        token.i + 1 < len(token.doc) and (token.nbor().pos_ in {"NOUN", "SYM"} or token.nbor().lower_ == "of")
    ):
        return False
    return subject.lower_ in {"he", "she", "i", "you", "who"} or subject.ent_type_ == "PERSON"
