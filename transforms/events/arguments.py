"""Parse → who stands where around a word: subjects, patients and obliques, through control and passives.

All functions read Universal Dependencies and return heads of nominals, coordinated ones included.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from transforms.lexicon.event_settings import OWN, TRANSITIVE

RELATIVES = frozenset({"who", "which", "that", "whom"})
NEXT = 3  # tokens from a verb to one that shares its object
DEPTH = 4  # clauses that a missing subject is looked for upwards
OBJECT_CONTROL = frozenset(
    """
    urge ask tell order force allow permit persuade call press want advise encourage invite request require help
    enable warn instruct pressure beg get let make expect accuse
    """.split()  # noqa: SIM905
)


def expand(heads: Iterable[Token]) -> list[Token]:
    """Add what is coordinated with each head, in text order."""
    found: list[Token] = []
    for head in heads:
        found.append(head)
        found.extend(
            expand(child for child in head.rights if child.dep_ == "conj" and child.pos_ not in {"VERB", "AUX"})
        )
    return found


def children(head: Token, *relations: str) -> list[Token]:
    """Return the children of `head` in one of `relations`."""
    return [child for child in head.children if child.dep_ in relations]


def prepositions(nominal: Token) -> list[str]:
    """Return the case markers of a nominal, lower-case: "on", "against", "out of" as "out", "of"."""
    return [child.lower_ for child in nominal.children if child.dep_ in {"case", "fixed"}]


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive, a bare participle after a noun included ("troops killed in")."""
    if children(verb, "nsubj:pass", "aux:pass", "obl:agent") or _is_headline(verb):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not children(verb, "nsubj", "aux", "obj"):
        return is_passive(verb.head)
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl", "amod"} and not children(verb, "aux")


def _is_headline(verb: Token) -> bool:
    """Tell the passive of headlines, whose verb never goes without an object otherwise: "Two men arrested in X"."""
    if verb.lemma_.lower() not in TRANSITIVE or verb.tag_ not in {"VBD", "VBN"} or not children(verb, "nsubj"):
        return False
    if children(verb, "obj", "iobj", "aux", "xcomp", "ccomp") or any(obliques(verb, ("at", "on", "into"))):
        return False
    return verb.dep_ != "acl:relcl" and not _shared_objects(verb)


def agents(verb: Token) -> list[Token]:
    """Return who a passive verb says did it."""
    named = children(verb, "obl:agent") or [one for one in children(verb, "obl") if "by" in prepositions(one)]
    return expand(named)


def subjects(verb: Token, depth: int = DEPTH) -> list[Token]:
    """Return who does what the verb says, found through control, coordination and relative clauses."""
    if is_passive(verb) and verb.pos_ != "ADJ":
        return agents(verb)
    own = expand(_own_subjects(verb))
    return own or (_inherited(verb, depth - 1) if depth else [])


def _own_subjects(verb: Token) -> list[Token]:
    """Subjects hung on the verb itself, but for what a parse takes for one.

    A nominal with a preposition is none, nor is one before the verb that reports the clause ("X, of Y, says Z fell").
    """
    relations = ("nsubj", "nsubj:outer", *(("nsubj:pass",) if verb.pos_ == "ADJ" else ()))
    own = [one for one in children(verb, *relations) if not prepositions(one)]
    if verb.dep_ != "ccomp":
        return own
    return [one for one in own if not one.i < verb.head.i < verb.i] or own


def _inherited(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    relation = verb.dep_
    if head == verb:
        return []
    if relation == "acl" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return _of_participle(verb, head, depth)
    if relation in {"xcomp", "ccomp", "advcl", "conj", "parataxis"} and head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
        if relation == "xcomp" and head.lemma_ in OBJECT_CONTROL and patients(head):
            return patients(head)
        if relation in {"conj", "xcomp", "advcl"}:
            return undergoers(head) if is_passive(head) else subjects(head, depth)
    return []


def _of_participle(verb: Token, noun: Token, depth: int) -> list[Token]:
    """Subject of a verb on a noun: the noun itself ("forces besieging"), or who has it ("plan to attack")."""
    if verb.tag_ == "VBG" and not any(child.lower_ == "for" for child in children(verb, "mark")):
        return expand([noun])
    if verb.tag_ == "VBG":  # "held the envoy in contempt for refusing"
        return patients(noun.head) if noun.head.pos_ == "VERB" else []
    holders = children(noun, "nmod:poss") or list(obliques(noun, ("by",)))
    if holders:
        return expand(holders)
    return subjects(noun.head, depth) if noun.dep_ in {"obj", "obl"} else []


def undergoers(verb: Token) -> list[Token]:
    """Return the surface subject of a passive verb, through coordination and participles."""
    own = children(verb, "nsubj:pass") or (children(verb, "nsubj") if _is_headline(verb) else [])
    if own:
        return expand(own)
    if verb.dep_ == "conj":
        return undergoers(verb.head) or children(verb.head, "nsubj")
    if verb.dep_ in {"acl", "acl:relcl"}:
        return expand([verb.head])
    if verb.dep_ in {"xcomp", "advcl"}:
        return subjects(verb.head)
    return []


def patients(verb: Token) -> list[Token]:
    """Return to whom or what it is done: objects, or the passive's subject."""
    if is_passive(verb):
        return undergoers(verb)
    own = expand(children(verb, "iobj", "obj") or _named(verb)) or _shared_objects(verb)
    if own or verb.dep_ != "acl:relcl":
        return own
    if children(verb, "nsubj") and not any(one.tag_ in {"WDT", "WP"} for one in children(verb, "nsubj")):
        return [verb.head] if not children(verb, "xcomp", "ccomp") else []
    return []


def _named(verb: Token) -> list[Token]:
    """Return whom somebody calls (up), which parses take for what they are called: "called the envoy a liar"."""
    nominals = [one for one in children(verb, "xcomp") if one.pos_ in {"NOUN", "PROPN"}]
    return nominals[:1] if verb.lemma_.lower() == "call" else []


def _shared_objects(verb: Token) -> list[Token]:
    """Return the object that a verb shares with the one coordinated next to it: "jammed or shot down ten drones"."""
    near = [one for one in verb.rights if one.dep_ == "conj" and one.pos_ == "VERB" and one.i - verb.i <= NEXT]
    return expand(children(near[0], "obj")) if near and not children(near[0], "nsubj", "aux") else []


def obliques(head: Token, wanted: Iterable[str]) -> Iterator[Token]:
    """Yield nominals hung on `head` by one of the prepositions, in their order; times ("on Friday") are none."""
    hung = [
        child
        for child in head.children
        if child.dep_.split(":")[0] in {"obl", "nmod"}
        and child.dep_ != "nmod:poss"
        and child.ent_type_ not in {"DATE", "TIME"}
    ]
    for preposition in wanted:
        for child in hung:
            if preposition in prepositions(child):
                yield from expand([child])


def particles(verb: Token) -> set[str]:
    """Return the verb's particles ("call off"), lower-case, adverbs of direction included."""
    return {child.lower_ for child in children(verb, "compound:prt", "advmod")}


def complements(verb: Token) -> list[Token]:
    """Return the heads of clauses that complete the verb."""
    return children(verb, "xcomp", "ccomp")


def antecedent(head: Token) -> Token:
    """Return the noun that a relative pronoun stands for ("attacks that killed"), any other nominal as it is."""
    if head.lower_ not in RELATIVES or head.pos_ not in {"PRON", "DET", "SCONJ"}:
        return head
    clause = next((one for one in (head.head, *head.ancestors) if one.dep_ == "acl:relcl"), None)
    return clause.head if clause is not None else head


def is_infinitive(clause: Token) -> bool:
    """Tell "to go" from "should go"."""
    return any(child.lower_ == "to" for child in children(clause, "mark"))


def is_own(subject: Token) -> bool:
    """Tell a subject that says who speaks: "it", "we", "his army"."""
    return subject.lower_ in OWN or any(child.pos_ == "PRON" for child in children(subject, "nmod:poss"))
