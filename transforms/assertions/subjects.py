"""Verb of speech → the word for who reports: its subject, wherever the parse put it."""

from spacy.tokens import Token

from transforms.lexicon.reporting import ANNOUNCING, SPEECH

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
ASIDES = {",": ",", ")": "("}  # what closes and what opens a description after a name
LONGEST_ASIDE = 15  # words of one
DASHES = frozenset({"—", "–", "-", "--"})
PERSON = frozenset({"PERSON"})
NAMED = PERSON | {"ORG"}
INQUIT_BEFORE = 2  # words from a participle back to the inquit that it goes on from, over a comma


def find_subject(verb: Token) -> Token | None:
    """Return who reports: the subject or agent of a verb, of the verb it is joined to, or who issued the statement."""
    beside = _inquit_before(verb)
    if beside is not None:
        return find_subject(beside)
    for _ in range(3):
        own = _own_subject(verb)
        if own is not None or _is_passive(verb):
            return own
        if verb.dep_ == "acl:relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBG"):
            is_uttered = verb.head.lemma_.lower() in ANNOUNCING and verb.head.dep_ in {"obj", "obl"}
            return (find_subject(verb.head.head) if is_uttered else None) or verb.head
        if verb.dep_ not in {"conj", "xcomp", "advcl"} or (verb.dep_ == "advcl" and verb.tag_ in FINITE):
            return None
        verb = verb.head
    return None


def _inquit_before(verb: Token) -> Token | None:
    """Return the verb of speech before a participle that goes on from it: "Ohm said, referring to ...".

    The parse may hang the participle on what is said: "... is over," he told the group, adding that ...".
    """
    if verb.tag_ != "VBG":
        return None
    near = verb.nbor(-INQUIT_BEFORE) if verb.i >= INQUIT_BEFORE and verb.nbor(-1).text == "," else verb
    above = next((word for word in verb.ancestors if word.head == word and verb.head.i < word.i < verb.i), verb)
    return next((word for word in (near, above) if word.tag_ in FINITE and word.lemma_.lower() in SPEECH), None)


def _is_passive(verb: Token) -> bool:
    """Tell a verb of which the subject, if it has one, is what is spoken of: "sales, estimated at $5"."""
    if verb.is_sent_start and verb.tag_ == "VBD":
        return all(
            child.dep_ != "nsubj" for child in verb.rights
        )  # "Asked about it, Ohm said ...", not "Said Ohm: ..."
    is_active = any(child.dep_ == "nsubj" for child in verb.lefts) and any(one.dep_ == "ccomp" for one in verb.rights)
    if verb.tag_ != "VBN" or is_active:  # "the office later disclosed that", which the parse may take for a participle
        return False
    shared = verb.head.lefts if verb.dep_ == "conj" and verb.head.tag_ == "VBN" else ()  # "has met them and said ..."
    return not any(child.dep_ == "aux" and child.lemma_.lower() == "have" for child in (*verb.lefts, *shared))


def _own_subject(verb: Token) -> Token | None:
    """Return the subject or agent of a verb, also one before it that the parse gave to another word."""
    helped = (child for aux in verb.lefts if aux.dep_ == "aux" for child in aux.lefts)  # "Ohm has over the years said"
    for child in (*reversed(list(verb.lefts)), *verb.rights, *helped):
        is_active = child.dep_ in {"nsubj", "nsubj:outer"} and not _is_passive(verb) and _agrees(child, verb)
        if is_active or child.dep_ == "obl:agent":
            is_relative = verb.dep_ == "acl:relcl" and child.lower_ in {"which", "who", "that"}
            return verb.head if is_relative else _past_dateline(child)
    clauses = [child for child in verb.rights if child.dep_ == "ccomp"]
    of_clause = (word for clause in clauses for word in clause.lefts if word.i < verb.i and word.dep_ in SUBJECTS)
    return next(of_clause, None) or (named_before(verb) if clauses and verb.tag_ in FINITE else None)


def _past_dateline(subject: Token) -> Token:
    """Return who follows a dateline that the parse takes for the subject: "OSLO — The army said ..."."""
    if not subject.text.isupper() or subject.ent_type_ != "LOC":
        return subject
    dash = next((word.i for word in subject.subtree if word.i > subject.i and word.text in DASHES), len(subject.doc))
    beyond = (word for word in subject.subtree if word.i > dash >= word.head.i)
    return next((word for word in beyond if word.pos_ in {"NOUN", "PROPN", "PRON"}), subject)


def _agrees(subject: Token, verb: Token) -> bool:
    """Tell the subject that a verb's number allows, where the parse gives it two."""
    return verb.tag_ != "VBZ" or subject.tag_ not in {"NNS", "NNPS"} or bool(subject.ent_type_)


def named_before(verb: Token) -> Token | None:
    """Return who is named right before a verb that the parse left without a subject: "Ohm, the owner, says".

    A body is, where at most its short name in brackets is between: "after the Norland Water Board (NWB) said".
    """
    doc, start, last = verb.doc, verb.sent.start, verb.i - 1
    while last > start and doc[last].pos_ == "ADV":
        last -= 1
    closing = doc[last].text
    opening = ASIDES.get(closing)
    if opening and last > start and not _is_named(doc[last - 1], PERSON):
        last = next((i for i in range(last - 1, max(start, last - LONGEST_ASIDE), -1) if doc[i].text == opening), start)
    named = doc[last - 1] if opening and last > start else doc[last]
    return named if _is_named(named, PERSON if closing == "," else NAMED) else None


def _is_named(word: Token, kinds: frozenset[str]) -> bool:
    return word.ent_type_ in kinds and word.pos_ == "PROPN"
