"""Token → how sure the text is of it: fact, planned, possible or negated."""

from spacy.tokens import Token

from transforms.assertions.said import opener
from transforms.assertions.verbs import is_aim
from transforms.lexicon.modality import (
    CONDITIONS,
    CONTRASTS,
    DENIALS,
    MAY,
    NEGATIONS,
    ORDERS,
    PARTS,
    PLANNED,
    PLANNED_AS,
    PLANS,
    POSSIBLE,
    WILL,
)
from transforms.lexicon.reporting import SPEECH, WILLING

FURTHEST = 24  # arcs climbed; longer chains are lists and tables
COMPLEMENTS = frozenset({"ccomp", "xcomp", "csubj", "acl", "advcl"})  # the governor's mood reaches down these
CLAUSES = COMPLEMENTS | {"root", "ROOT", "acl:relcl", "parataxis", "conj"}
INSIDE = frozenset({"nummod", "compound", "nmod:unmarked", "amod"})  # of a number within a noun phrase
REGARDED = frozenset({("agree", "ccomp"), ("project", "ccomp"), ("consider", "nsubj:pass")})  # no plans
ASIDES = CONTRASTS | {"because", "since"}  # open a clause that is as it is whatever comes of the main one
HELPING = frozenset({"aux", "aux:pass", "cop"})
SHIFTED = frozenset({"would", "could", "might"})  # "said it would close when 40 had left": nobody has yet
GIVEN = frozenset({"the", "this", "these", "those", "that"})
ARGUMENTS = frozenset({"obj", "nsubj", "nsubj:pass", "xcomp", "obl:unmarked", "iobj"})
PREDICATES = frozenset({"VERB", "AUX"})


def judge(token: Token) -> str:
    """Return `fact`, `planned`, `possible` or `negated` for what the clause of `token` tells.

    Climbs from the word to its clause and on through the clauses that govern it, as far as mood reaches: a report
    ("said that") keeps what it reports a fact; a plan, a hope, a condition, a denial does not. A text without a parse
    is taken at its word.
    """
    if not token.doc.has_annotation("DEP"):
        return "fact"
    below: Token | None = None
    for _ in range(FURTHEST):
        described = _of_description(token, below)
        if described:
            return described
        if _is_known(token, below):
            return "fact"
        verdict = _of_word(token, below)
        if verdict:
            return verdict
        is_apart = token.dep_ in {"acl:relcl", "parataxis"} and token.lemma_.lower() not in PARTS
        if token.head == token or is_apart or _is_done(token) or _is_aside(token):
            break
        below, token = token, token.head
    return "fact"


def _of_description(token: Token, below: Token | None) -> str | None:
    """Read what describes a noun with its number: "the proposed 5% levy", "five launches planned for May"."""
    if token.pos_ not in {"NOUN", "PROPN", "SYM", "NUM"} or not (below is None or below.dep_ in INSIDE):
        return None
    words = {child.lower_ for child in token.children if child.dep_ == "amod" or _is_bare_participle(child)}
    if words & PLANNED_AS:
        return "planned"
    return "possible" if words & POSSIBLE else None


def _is_bare_participle(child: Token) -> bool:
    """Tell "five launches planned for May" from "six works intended to be joined", which are there."""
    return child.dep_ == "acl" and not any(word.dep_ in {"xcomp", "advcl"} for word in child.children)


def _is_done(token: Token) -> bool:
    """Tell whether a participle describes what is already so ("tariffs imposed on ..."), or a level is one left."""
    is_participle = token.dep_ == "acl" and token.tag_ == "VBN"
    is_left = token.dep_ in {"obl", "nmod"} and any(
        child.dep_ == "case" and child.lower_ == "from" for child in token.children
    )
    return is_participle or (is_left and token.pos_ in {"NOUN", "SYM", "NUM"})


def _is_aside(clause: Token) -> bool:
    """Tell a clause that is as it is whatever comes of the main one: "while prices rise 5%", "after 40 had left"."""
    if clause.dep_ != "advcl" or not any(child.dep_ in {"nsubj", "nsubj:pass"} for child in clause.lefts):
        return False
    is_past = "VBD" in {clause.tag_, *(child.tag_ for child in clause.lefts if child.dep_ in HELPING)}
    is_shifted = any(child.dep_ == "aux" and child.lower_ in SHIFTED for child in clause.head.lefts)
    return opener(clause) in ASIDES or (is_past and not is_shifted)


def _is_known(token: Token, below: Token | None) -> bool:
    """Tell whether a quantity stands inside a noun phrase that the text takes as given: "the two buildings"."""
    if below is None or token.pos_ not in {"NOUN", "PROPN"} or token.lemma_.lower() in PLANS:
        return False
    if below.dep_ == "nummod" and _is_part_of(token):
        return True
    if below.dep_ not in INSIDE | {"nmod"} or _is_of(below):
        return False
    return any((child.dep_ == "det" and child.lower_ in GIVEN) or child.dep_ == "acl:relcl" for child in token.children)


def _is_part_of(whole: Token) -> bool:
    """Tell the three of "will be one of three" from "one of every three"."""
    is_every = any(child.lower_ == "every" for child in whole.children)
    return whole.dep_ == "nmod" and whole.head.pos_ == "NUM" and _is_of(whole) and not is_every


def _is_of(token: Token) -> bool:
    """Tell "the deployment of four units", where only the deployment is given."""
    return any(child.dep_ == "case" and child.lower_ == "of" for child in token.children)


def _of_word(token: Token, below: Token | None) -> str | None:
    """Return what `token` says of the word `below` it (None: of itself), if it says anything."""
    verdict = None
    if below is not None and not _is_count_of(below, token) and not _is_spent(token):
        verdict = _of_special(token, below) or (_of_governor(token, below) if _is_governed(below) else None)
        if verdict is None and token.pos_ == "NOUN" and token.lemma_.lower() in PLANS:
            verdict = "planned"
    return verdict or _of_mood(token, below)


def _of_governor(token: Token, below: Token) -> str | None:
    """Return what a verb, adjective or noun says of its complement."""
    word = token.lemma_.lower()
    if word in DENIALS and below.dep_ in {"ccomp", "xcomp", "obj"} and word != "fail":
        return "negated"
    if word in PLANNED and _asks(token, below):
        return "planned"
    is_past = word == "face" and token.tag_ == "VBD"  # who faced 3 charges did, who faces 3 years may not
    return "possible" if word in POSSIBLE and not is_past else None


def _of_special(token: Token, below: Token) -> str | None:
    """Read the governors that say something of some complements only."""
    word = token.lemma_.lower()
    if word in ORDERS and (_is_governed(below) or below.dep_ == "advcl") and _is_infinitive(below):
        return "planned"
    is_will = word in WILLING and is_aim(below)
    if is_will or (word == "offer" and _is_bid(token, below)) or _is_new_aim(token, below):
        return "planned"
    is_ability = word == "able" and below.dep_ == "xcomp" and not _is_past(token)
    return "possible" if is_ability else None


def _is_new_aim(verb: Token, below: Token) -> bool:
    """Tell "cut its forecast to 3%" and "raised the target to $5" from "cut its forecast by 3%"."""
    is_level = below.dep_ == "obl" and opener(below) == "to"
    return is_level and any(child.dep_ == "obj" and child.lemma_.lower() in PLANS for child in verb.rights)


def _is_count_of(below: Token, token: Token) -> bool:
    """Tell a number that counts plans, which are as sure as anything, from what a plan is to reach: "two offers"."""
    return below.dep_ == "nummod" and token.tag_ == "NNS"


def _is_spent(budget: Token) -> bool:
    """Tell "made on a budget of $27 million"."""
    return budget.lemma_.lower() == "budget" and opener(budget) in {"on", "with"}


def _is_past(adjective: Token) -> bool:
    """Tell "was able to", which says that it was done, from "is able to"."""
    return any(child.dep_ == "cop" and child.tag_ == "VBD" for child in adjective.children)


def _is_bid(verb: Token, below: Token) -> bool:
    """Tell "offered $5 million" and "offered them 40 tanks" from "the pack offers two cans" and "is offered at $5"."""
    if verb.pos_ != "VERB" or below.dep_ != "obj":
        return False
    to_whom = any(child.dep_ == "iobj" or (child.dep_ == "obl" and opener(child) == "to") for child in verb.rights)
    return below.pos_ == "SYM" or to_whom


def _is_governed(below: Token) -> bool:
    """Tell whether the word below is a complement, so that its governor's mood is its own."""
    return below.dep_ in {"ccomp", "xcomp", "obj", "obl", "csubj", "acl", "nmod", "nsubj:pass"}


def _is_infinitive(clause: Token) -> bool:
    """Tell "told people to keep cash" from "told people that they kept cash"."""
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in clause.children)


def _asks(token: Token, below: Token | None) -> bool:
    """Tell whether a verb of planning has a thing planned: "agreed to pay", "requested $5", not "ordered by"."""
    if below is not None and (token.lemma_, below.dep_) in REGARDED:
        return False
    return token.pos_ in {"VERB", "NOUN", "ADJ", "AUX"}


def _of_mood(token: Token, below: Token | None) -> str | None:
    """Read the auxiliaries, negations and conjunctions on a predicate."""
    is_predicate = below is None or token.pos_ in PREDICATES or _has_copula(token)
    if not is_predicate or (below is not None and below.dep_ == "conj" and _stands_alone(below)):
        return None
    verdict = "planned" if _is_to_be(token) else None
    for child in token.children:
        word = child.lower_
        if child.dep_ in {"advmod", "det"} and word in NEGATIONS and token.pos_ != "NUM":
            if _negates(token, child) and (below is None or below.dep_ in ARGUMENTS):
                return "negated"
            continue
        is_auxiliary = child.dep_ in {"aux", "aux:pass"}
        if _is_doubt(child, word) or (is_auxiliary and word in MAY):
            verdict = "possible"
        elif is_auxiliary and word in WILL and not _is_reported(token, below):
            verdict = verdict or ("possible" if _is_unreal(token, word) else "planned")
    return verdict


def _is_to_be(predicate: Token) -> bool:
    """Tell "is to close 40 shops" and "are to be cut by 5%" from "to close" and "the aim is to close"."""
    to = next((child.i for child in predicate.lefts if child.dep_ == "mark" and child.lower_ == "to"), 0)
    is_now = any(child.i == to - 1 and child.lower_ in {"is", "are", "'s", "’s"} for child in predicate.lefts)
    return is_now and all(child.dep_ != "nsubj:outer" for child in predicate.lefts)


def _is_reported(token: Token, below: Token | None) -> bool:
    """Tell what somebody is yet to say, which may be so already: "will say that 40 farms are lost"."""
    return below is not None and below.dep_ == "ccomp" and token.lemma_.lower() in SPEECH


def _is_doubt(child: Token, word: str) -> bool:
    """Tell "if", "whether" and adverbs of doubt."""
    return (child.dep_ == "mark" and word in CONDITIONS) or (child.dep_ in {"advmod", "amod"} and word in POSSIBLE)


def _is_unreal(token: Token, auxiliary: str) -> bool:
    """Tell "would have been" from "would be"."""
    return auxiliary == "would" and any(
        child.lower_ == "have" and child.dep_ in {"aux", "aux:pass"} for child in token.children
    )


def _negates(token: Token, child: Token) -> bool:
    """Tell whether a negation denies the clause, not a part of it: "not only", "no more than" do not."""
    after = child.nbor().lower_ if child.i + 1 < len(token.doc) else ""
    return after not in {"only", "just", "more", "less", "fewer", "later", "all", "even", "least"}


def _stands_alone(joined: Token) -> bool:
    """Tell "may arrive and others left" from "could arrive and the top speed be 109", which share a mood."""
    has_subject = any(child.dep_ in {"nsubj", "nsubj:pass"} for child in joined.children)
    is_base = joined.tag_ == "VB" or any(child.dep_ == "cop" and child.tag_ == "VB" for child in joined.children)
    return has_subject and not is_base


def _has_copula(token: Token) -> bool:
    return any(child.dep_ == "cop" for child in token.children)
