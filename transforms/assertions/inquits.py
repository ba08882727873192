"""Verb of speech → the inquit it makes: the short clause set beside what it reports, ", police said,".

Found by its commas and not by the parse, which hangs inquits on many different words.
"""

import itertools

from spacy.tokens import Doc, Token

from transforms.assertions.quotes import CLOSING, STRAIGHT, ends_paragraph
from transforms.assertions.said import Said
from transforms.lexicon.calendar import WEEKDAYS
from transforms.lexicon.reporting import REPORTING, SPEECH

LONGEST = 24  # words on either side of the verb, a name with its description included
FURTHEST = 120  # words before an inquit among which a verb shows that it reports them
LEAST = 3  # words after an inquit that go on with what is reported
MARKS = frozenset({",", "”", '"', "''", "—", "–", "―", "--"})  # an inquit follows one of these
ENDS = frozenset({",", "”", '"', "''", ".", ";", ":", "?", "!"})  # and ends at one of these
PAUSES = frozenset({",", "?", "!"})  # before the mark that closes a quotation within a sentence
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "SYM"})
JOINING = frozenset({"IN", "CC"})  # "as police said" and "and police said" are clauses of another kind
HEARD = frozenset({"tell", "inform", "notify", "assure"})  # their object is who listens, not what is said
RELATIVE = frozenset({"who", "that", "which"})


def find_inquit(verb: Token) -> Said | None:
    """Return the inquit that a verb makes, or None where it governs what it reports ("police said that ...")."""
    lemma = verb.lemma_.lower()
    is_full = lemma not in HEARD and any(child.dep_ == "obj" and not _is_speaker(child) for child in verb.children)
    if not verb.i or verb.tag_ not in FINITE or is_full:
        return None
    doc, sentence = verb.doc, verb.sent
    first, end = _first(verb, sentence.start), _end(verb)
    if first is None or doc[min(end, len(doc) - 1)].text == ":":
        return None
    is_spoken = lemma in SPEECH or (verb.dep_ != "acl:relcl" and _is_after_quote(doc, first))
    if not is_spoken and lemma not in REPORTING:
        return None
    if _is_clause(doc, verb.i + 1, end) or doc[first].tag_ in JOINING:
        return None
    subject = _named(verb, first, verb.i) or (
        _named(verb, verb.i + 1, end) if is_spoken and lemma not in HEARD else None
    )
    before = first == sentence.start or any(
        token.tag_ in FINITE for token in doc[max(sentence.start, first - FURTHEST) : first]
    )
    goes_on = _goes_on(doc, end, sentence.end) and (not before or doc[end + 1].dep_ == "cc")
    if subject is None or _is_clause(doc, first, verb.i) or not (before or goes_on):
        return None
    start = doc[first - 1].sent.start if first == sentence.start else sentence.start
    return Said(verb, subject, ((start, sentence.end if goes_on else first),), "inquit")


def _first(verb: Token, start: int) -> int | None:
    """Return the token after the mark that opens the clause of a verb.

    A comma right before the verb closes what is said of its subject, "Ida Berg, 40, said", unless the subject follows.
    """
    doc, marks, opening = verb.doc, MARKS, verb.i
    if doc[verb.i - 1].text == ",":
        subject = next((child.i for child in verb.children if child.dep_ == "nsubj"), None)
        if subject is not None:
            opening = min(subject, verb.i)
        elif not _is_inverted(verb):
            marks, opening = MARKS - {","}, verb.i - 1
    furthest = max(start, opening - LONGEST)
    mark = next((i + 1 for i in range(opening - 1, furthest - 1, -1) if doc[i].text in marks), None)
    is_cut = mark is None and furthest == start and _is_after_quote(doc, start)  # the parse ends a sentence there
    return start if is_cut else mark


def _is_after_quote(doc: Doc, first: int) -> bool:
    """Tell whether a clause follows a quotation that its comma leaves open: then any verb says who speaks."""
    return first > 1 and doc[first - 1].text in CLOSING | STRAIGHT and doc[first - 2].text in PAUSES


def _is_inverted(verb: Token) -> bool:
    """Tell ", said Karl Ohm" from "the owner, Karl Ohm, said Monday", where the parse found no subject."""
    after = verb.doc[min(verb.i + 1, len(verb.doc) - 1)]
    return verb.lemma_.lower() in SPEECH - HEARD and after.pos_ in NAMING and after.lower_ not in WEEKDAYS


def _is_speaker(after: Token) -> bool:
    """Tell ", adds Ida Berg", which a parse may take for whom somebody adds."""
    return after.i == after.head.i + 1 and after.ent_type_ == "PERSON"


def _end(verb: Token) -> int:
    """Return the mark that closes the clause of a verb, be it past a sentence that ends too early."""
    furthest = min(verb.i + LONGEST, len(verb.doc))
    return next(
        (i for i in range(verb.i + 1, furthest) if verb.doc[i].text in ENDS or ends_paragraph(verb.doc[i])), furthest
    )


def _goes_on(doc: Doc, comma: int, end: int) -> bool:
    """Tell whether more than an age or a date follows an inquit in its sentence."""
    return end - comma > LEAST and doc[comma].text == ","


def _is_clause(doc: Doc, first: int, end: int) -> bool:
    """Tell words that hold a verb of their own, other than in a relative clause, from a name, a place or a time."""
    words = doc[first:end]
    own = itertools.takewhile(lambda word: word.i == first or word.lower_ not in RELATIVE, words)
    return any(word.tag_ in FINITE for word in own)


def _named(verb: Token, first: int, end: int) -> Token | None:
    """Return the subject of a verb, or the head of the first name, among some words."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and first <= child.i < end), None)
    names = list(itertools.takewhile(lambda word: word.pos_ in NAMING, verb.doc[first:end]))
    if subject is not None or not names:
        return subject
    return verb.doc[first : first + len(names)].root
