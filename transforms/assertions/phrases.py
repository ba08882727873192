"""Nouns and prepositions → what is said: "according to X", "in a poll", "X's forecast of 3%", "a report that"."""

from collections.abc import Iterator

from spacy.tokens import Token

from transforms.assertions.said import Said, opener, subtree
from transforms.assertions.subjects import find_subject
from transforms.lexicon.reporting import ACCORDING, FORECASTS, PLANS, RECKONINGS, REPORTING, REPORTS, STUDIES, TELLING

MEASURES = frozenset("plan schedule law rule custom tradition size age need rank type index".split())  # noqa: SIM905
CLAUSES = frozenset({"acl", "acl:relcl", "ccomp"})
ABOUT = frozenset({"about", "of", "for", "on"})
UNDER = frozenset({"under", "in", "by", "with"})


def read_preposition(token: Token) -> Iterator[Said]:
    """Read "according to X", "by one estimate", "in the latest poll": X is the source of the whole sentence."""
    if token.lower_ in ACCORDING:
        head = _named(token)
        owner = _owner(head) if head is not None and head.lemma_.lower() in RECKONINGS else None
        is_source = head is not None and head.lemma_.lower() not in MEASURES
        source, rule = owner or head if is_source else None, "according_to"
    elif token.lower_ in {"by", "per"} and token.dep_ == "case" and token.head.lemma_.lower() in RECKONINGS:
        source, rule = _owner(token.head) or token.head, "reckoning"
    elif token.lower_ == "per" and token.dep_ == "case" and _is_one(token.head):
        source, rule = token.head, "according_to"
    elif token.lower_ == "in" and token.is_sent_start and token.head.lemma_.lower() in STUDIES:
        source, rule = token.head, "in_study"
    else:
        return
    if source is not None:
        yield Said(token, source, ((token.sent.start, token.sent.end),), rule)


def _is_one(noun: Token) -> bool:
    """Tell "per the ministry" and "per Norbank" from "per year" and "per the plan"."""
    is_given = any(child.dep_ == "nmod:poss" or child.lower_ == "the" for child in noun.lefts)
    return (noun.ent_type_ in {"PERSON", "ORG"} or is_given) and noun.lemma_.lower() not in MEASURES


def _named(according: Token) -> Token | None:
    """Return the noun that "according to" stands before, on whatever the parse hangs "according"."""
    if according.dep_ in {"case", "mark"}:
        return according.head if according.head != according else None
    return next((child for child in according.children if child.dep_ in {"obl", "nmod"}), None)


def read_noun(noun: Token) -> Iterator[Said]:
    """Read "X's claim that ...", "a report by X that ...", "X's comment about ...", "X's forecast"."""
    lemma = noun.lemma_.lower()
    owner = _owner(noun)
    clause = next((child for child in _clauses(noun) if child.dep_ in CLAUSES and opener(child) == "that"), None)
    if lemma in REPORTS and clause is not None:
        maker = next((child for child in noun.rights if child.dep_ == "nmod" and child.i < clause.i), None)
        author = owner or _teller(noun) or maker
        is_written = any(child.dep_ == "compound" and child.pos_ == "PROPN" for child in noun.lefts)
        if author is not None or is_written:
            yield Said(noun, author or noun, (subtree(clause),), "noun")
    elif lemma in REPORTS | FORECASTS | PLANS and owner is not None:
        yield Said(noun, _bound(owner, noun), tuple(_topics(noun, lemma)), "owned_noun")


def _clauses(noun: Token) -> Iterator[Token]:
    """Yield what hangs on a noun, and on its verb after it: "followed comments from Ohm that 40 men were lost"."""
    yield from noun.rights
    if noun.dep_ == "obj" and noun.head.lemma_.lower() not in TELLING | REPORTING:
        yield from (child for child in noun.head.rights if child.i > noun.i)


def _owner(noun: Token) -> Token | None:
    """Return whose a noun is, be the owner hung on the noun or on the one compounded with it: "its growth forecast"."""
    holders = [noun, *(child for child in noun.lefts if child.dep_ == "compound")]
    return next((child for holder in holders for child in holder.lefts if child.dep_ == "nmod:poss"), None)


def _bound(owner: Token, noun: Token) -> Token:
    """Return the subject that "its" and "their" mean: "the bank raised its forecast"."""
    subjects = noun.head.lefts if noun.dep_ == "obj" and owner.lower_ in {"its", "their"} else ()
    return next((child for child in subjects if child.dep_ == "nsubj"), owner)


def _teller(noun: Token) -> Token | None:
    """Return who makes a statement known: "Berg repeated claims that ...", but not who rejects it."""
    verb = noun.head
    if noun.dep_ != "obj" or verb.lemma_.lower() not in TELLING:
        return None
    return find_subject(verb)


def _topics(noun: Token, lemma: str) -> Iterator[tuple[int, int]]:
    """Yield what a statement is about, and of a forecast also what it is raised to or shows."""
    for child in noun.rights:
        is_aim = child.dep_ == "acl" and opener(child) == "to"  # "its promise to build 40 schools"
        if is_aim or (child.dep_ in {"nmod", "acl"} and opener(child) in ABOUT):
            yield subtree(child)
    is_under = noun.dep_ == "obl" and opener(noun) in UNDER
    if (lemma in FORECASTS and noun.dep_ == "nsubj") or (lemma in FORECASTS | PLANS and is_under):
        yield subtree(noun.head)
    elif lemma in FORECASTS and noun.dep_ == "obj":
        yield noun.left_edge.i, noun.head.right_edge.i + 1
