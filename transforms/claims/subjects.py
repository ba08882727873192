"""What the clause of a quantity is about: its subject, through pronouns; and whose age a number is."""

from collections.abc import Callable

from spacy.tokens import Token

from transforms.claims.around import is_struck, tells_fate
from transforms.claims.stand import DAYS, NOMINAL, Stand, chunk_head, has_case, is_sign, is_unit, through
from transforms.lexicon.change import DOWN_VERBS, UP_VERBS
from transforms.lexicon.concepts import (
    ABOUT,
    AMOUNTING,
    CAUSING,
    EXPLETIVE,
    GIVING,
    HOLDING,
    INCLUDING,
    LASTING,
    OF_WORTH,
    PARENTS,
    SEQUENCES,
    SPENDING,
)
from transforms.lexicon.reporting import PEOPLE, REPORTING

FURTHEST = 12  # heads climbed from a quantity to its subject
FARTHEST = 80  # tokens back to what a pronoun means
UNNAMED = frozenset({"we", "i", "you", "there", "that", "this", "anyone", "someone", "everyone", "what"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
# Verbs of change whose subject changes something else: it lost money, raised a price.
ACTING = frozenset({"lose", "raise", "cut", "add", "lower", "reduce", "increase", "boost", "slash", "trim", "hike"})


def subject(stand: Stand) -> Token | None:
    """Read "sales rose 5%", "the convoy is 40 miles long", "inflation at 3%": what the clause is about."""
    token = stand.top
    if token.dep_ in {"nsubj", "nsubj:pass"} or not _is_measured_by(stand):
        return None
    for _ in range(FURTHEST):
        found = subject_of(token)
        if found is not None and not stand.holds(found):
            return _what(found)
        if token.head == token or any(child.dep_ == "expl" for child in token.children):
            return None
        if token.dep_ == "advcl" and (changed := _changed_by(token.head)) is not None:
            return changed
        token = token.head
    return None


def _changed_by(verb: Token) -> Token | None:
    """Read "double its output, going from 5 to 10": what a verb changes goes on in the clause beside it."""
    if verb.lemma_.lower() not in UP_VERBS | DOWN_VERBS:
        return None
    found = next((child for child in verb.children if child.dep_ == "obj" and child.pos_ in NOMINAL), None)
    return None if found is None or is_unit(found) or is_sign(found) else through(found)


def _is_measured_by(stand: Stand) -> bool:
    """Tell whether a clause's subject is what the quantity measures, not who pays, makes or waits."""
    token = stand.top
    verb = token.head.lemma_.lower()
    if has_case(token, *ABOUT) or (verb in HOLDING and any(child.dep_ == "obj" for child in token.head.children)):
        return False
    return _FITTING.get(stand.quantity.kind, _fits_any)(stand, token, verb)


def _fits_money(stand: Stand, token: Token, verb: str) -> bool:
    if verb in GIVING | SPENDING:
        return False
    if stand.quantity.first and stand.words[stand.quantity.first - 1].lower in {"up", "down"}:
        return True  # "futures settled up $2"
    is_amount = verb in AMOUNTING | INCLUDING or (verb in UP_VERBS | DOWN_VERBS and verb not in ACTING)
    return is_amount or token.dep_ not in {"obj", "obl:unmarked"}


def _fits_percent(_stand: Stand, token: Token, verb: str) -> bool:
    return token.dep_ != "obj" or verb not in GIVING | SPENDING


def _fits_count(stand: Stand, token: Token, verb: str) -> bool:
    if token.dep_ == "obj":
        return verb in AMOUNTING
    is_of_fate = tells_fate(stand.words, stand.quantity) or is_struck(stand.words, stand.quantity)
    return not (token.dep_ == "nmod" and verb in PARENTS) and not is_of_fate


def _fits_measure(_stand: Stand, token: Token, verb: str) -> bool:
    return token.dep_ != "obj" or verb in AMOUNTING | INCLUDING or not _is_done_by_someone(token.head)


def _fits_duration(_stand: Stand, token: Token, verb: str) -> bool:
    if token.head.pos_ == "VERB":
        is_time_taken = token.dep_ == "obl" and has_case(token, "in")
        return verb in LASTING or (is_time_taken and not _is_done_by_someone(token.head))
    return token.dep_ != "obl"


def _fits_any(_stand: Stand, _token: Token, _verb: str) -> bool:
    return True


_FITTING: dict[str, Callable[[Stand, Token, str], bool]] = {
    "money": _fits_money,
    "rate": _fits_money,
    "percent": _fits_percent,
    "count": _fits_count,
    "measure": _fits_measure,
    "duration": _fits_duration,
}


def _is_done_by_someone(verb: Token) -> bool:
    """Tell whether a person does it: "the fire burnt in an hour" is the fire's time, "he won in an hour" is not his."""
    found = subject_of(verb)
    if found is None:
        return False
    is_somebody = found.ent_type_ in {"PERSON", "ORG", "GPE"} or found.lemma_.lower() in PEOPLE
    return is_somebody or (found.pos_ == "PRON" and found.lower_ not in {"it", "which", "that"})


def subject_of(predicate: Token) -> Token | None:
    """Return the subject of a clause, through relative clauses, participles and joined verbs.

    Of two, which a parse makes of a dateline, it is the one nearest before the predicate.
    """
    subjects = [child for child in predicate.children if child.dep_ in SUBJECTS]
    if subjects:
        before = [child for child in subjects if child.i < predicate.i]
        nearest = before[-1] if before else subjects[0]
        is_relative = nearest.lower_ in {"which", "that", "who"} and predicate.dep_ == "acl:relcl"
        return predicate.head if is_relative else nearest
    is_infinitive = any(child.dep_ == "mark" and child.lower_ == "to" for child in predicate.children)
    if predicate.dep_ in {"acl", "acl:relcl"} and predicate.head.pos_ in NOMINAL and not is_infinitive:
        return predicate.head
    return _caused(predicate) or _shared_object(predicate)


def _caused(predicate: Token) -> Token | None:
    """Read "caused sea levels to rise", "saw sales drop": what is made or seen to do something does it."""
    if predicate.dep_ not in {"xcomp", "ccomp"} or predicate.head.lemma_.lower() not in CAUSING:
        return None
    between = (child for child in predicate.head.children if predicate.head.i < child.i < predicate.i)
    return next((child for child in between if child.dep_ == "obj"), None)


def _shared_object(predicate: Token) -> Token | None:
    """Read "boasted one of its systems can travel": what the parse holds for an object of the verb above."""
    if predicate.dep_ != "ccomp":
        return None
    has_marker = any(child.dep_ == "mark" for child in predicate.children)
    between = (child for child in predicate.head.children if child.dep_ == "obj" and child.i < predicate.i)
    return None if has_marker else next(between, None)


def _what(found: Token) -> Token | None:
    """Look through pronouns, numbers and containers: "one of the boats" is boats."""
    if found.pos_ == "PRON":
        return antecedent(found)
    if found.dep_ == "csubj":
        return next((child for child in found.children if child.dep_ == "obj" and child.pos_ in NOMINAL), None)
    if found.pos_ in {"SYM", "NUM"} or found.lower_ in {"percent", "%"}:
        return next((child for child in found.children if child.dep_ == "nmod" and child.pos_ in NOMINAL), None)
    return through(found) if found.pos_ in NOMINAL and found.lower_ not in DAYS else None


def antecedent(pronoun: Token) -> Token | None:
    """Find the last subject before that fits a pronoun's number; for "he" and "she" else the last person named."""
    lower = pronoun.lower_
    if lower in UNNAMED or (lower == "it" and pronoun.head.lemma_ in EXPLETIVE):
        return None
    is_personal, is_plural = lower in {"he", "she"}, lower in {"they", "them", "these", "those"}
    doc, named = pronoun.doc, None
    for i in range(pronoun.i - 1, max(pronoun.i - FARTHEST, -1), -1):
        token = doc[i]
        if token.pos_ not in NOMINAL or (token.tag_ in {"NNS", "NNPS"}) != is_plural or _is_another(token, pronoun):
            continue
        is_person = token.ent_type_ == "PERSON"
        if named is None and is_personal and is_person and token.dep_ not in {"flat", "compound"}:
            named = token
        is_topic = token.dep_ in {"nsubj", "nsubj:pass"} and token.head.dep_ not in {"advcl", "acl", "acl:relcl"}
        is_topic = is_topic or (pronoun.dep_ == token.dep_ == "obj" and token.sent == pronoun.sent)
        if is_topic and (is_personal == is_person or is_plural):
            return token
    return named


def _is_another(noun: Token, pronoun: Token) -> bool:
    """Tell who does something to a thing, or reports it: "the bank left it at 5", "the institute says it costs $5"."""
    if pronoun.lower_ not in {"it", "they", "them"} or noun.dep_ not in {"nsubj", "nsubj:pass"}:
        return False
    verb, own = noun.head, pronoun.head
    while pronoun.dep_ == "obj" and own.dep_ in {"advcl", "xcomp", "conj"}:
        if verb == own:
            return True
        own = own.head
    return verb == own or (verb.lemma_.lower() in REPORTING and verb.is_ancestor(pronoun))


def person(stand: Stand) -> Token | None:
    """Whose age it is: "a 12-year-old boy", "Anna Kovac, 55,", "drivers ages 16 to 24", "she was 15"."""
    rule = stand.quantity.rule
    if rule == "age_apposition":
        return _name_before(stand, 2)
    if rule == "age_uncut":
        return _name_before(stand, 1)
    if rule == "age_old" and stand.is_hyphenated:  # "a 63-year-old" alone names nobody
        return chunk_head(stand, stand.quantity.end, passes_owner=False) or _person_before(stand)
    named = _person_before(stand) if rule in {"age_label", "age_bound"} else None
    return named or _person_above(stand.quantity.anchor)


def _name_before(stand: Stand, distance: int) -> Token:
    name = stand.words[stand.quantity.first - distance].token
    while name.dep_ == "flat" and name.head.i < name.i:
        name = name.head
    return name


def _person_above(token: Token) -> Token | None:
    for _ in range(FURTHEST):
        if token.dep_ in {"acl", "amod", "appos", "nmod", "advcl"} and token.head.pos_ in NOMINAL:
            return token.head
        found = subject_of(token)
        if found is not None:
            return _what(found) if found.pos_ == "PRON" else found
        if token.head == token:
            return None
        token = token.head
    return None


def _person_before(stand: Stand) -> Token | None:
    """Read "drivers ages 16 to 24", "children under 16": the plural right before the label or bound of an age."""
    first = stand.quantity.first
    for word in reversed(stand.words[max(0, first - 4) : first]):
        if word.token.tag_ in {"NNS", "NNPS"} and word.lower not in OF_WORTH | {"ages"}:
            return word.token
    return None


def spread(stand: Stand) -> Token | None:
    """Read "cash for a week", "a ceasefire of 12 days": what lasts as long, beside the time."""
    token = stand.quantity.anchor
    if token.dep_ not in {"obl", "nmod"} or not has_case(token, "for"):
        return None
    if token.dep_ == "nmod":
        return token.head if token.head.pos_ in NOMINAL and token.head.lower_ not in SEQUENCES else None
    return next((child for child in token.head.children if child.dep_ == "obj" and child.pos_ in NOMINAL), None)
