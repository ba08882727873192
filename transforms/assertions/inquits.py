"""Verb of speech → the inquit it makes: the short clause set beside what it reports, ", police said,".

Found by its commas and not by the parse, which hangs inquits on many different words.
"""

import itertools

from spacy.tokens import Doc, Token

from transforms.assertions.quotes import CLOSING, STRAIGHT, ends_paragraph
from transforms.assertions.said import Said
from transforms.assertions.subjects import SUBJECTS, named_before
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
OPENED = "``"  # the tag of a mark that opens a quotation
JOINING = frozenset({"IN", "CC"})  # "as police said" and "and police said" are clauses of another kind
SETTING = frozenset({"IN", "WRB", "VBN", "VBD", "VBG"})  # open a scene: "Asked about it, Ohm said, “..."
HEARD = frozenset({"tell", "inform", "notify", "assure"})  # their object is who listens, not what is said
RELATIVE = frozenset({"who", "that", "which"})
SCENES = frozenset({"in", "at", "on", "during", "as", "while", "before", "after", "when"})  # after which speech ends


def find_inquit(verb: Token) -> Said | None:
    """Return the inquit that a verb makes, or None where it governs what it reports ("police said that ...")."""
    lemma, doc, sentence = verb.lemma_.lower(), verb.doc, verb.sent
    if not verb.i or _has_object(verb, lemma) or (verb.tag_ not in FINITE and not _is_turned(verb)):
        return None
    first, end = _first(verb, sentence.start), _end(verb)
    if first is None or doc[min(end, len(doc) - 1)].text == ":" or not _is_apart(verb, first, end):
        return None
    is_spoken = lemma in SPEECH or (verb.dep_ != "acl:relcl" and _is_after_quote(doc, first))
    after = _named(verb, verb.i + 1, end) if is_spoken and lemma not in HEARD else None
    subject = _named(verb, first, verb.i) or after
    if subject is None or subject.lower_ in RELATIVE or not (is_spoken or lemma in REPORTING):
        return None
    before = first == sentence.start or any(
        token.tag_ in FINITE for token in doc[max(sentence.start, first - FURTHEST) : first]
    )
    goes_on = _goes_on(doc, end, sentence.end) and (not before or _is_more(first, subject, verb, end))
    if not (before or goes_on):
        return None
    start = doc[first - 1].sent.start if first == sentence.start else sentence.start
    return Said(verb, subject, ((start, sentence.end if goes_on else first),), "inquit")


def _has_object(verb: Token, lemma: str) -> bool:
    return lemma not in HEARD and any(child.dep_ == "obj" and not _is_speaker(child) for child in verb.children)


def _is_apart(verb: Token, first: int, end: int) -> bool:
    """Tell a clause that only says who speaks from one that tells what is said, or sets the scene for a quotation."""
    doc, sentence = verb.doc, verb.sent
    is_scene = doc[min(end + 1, len(doc) - 1)].tag_ == OPENED and sentence[0].tag_ in SETTING
    governs = any(word.dep_ == "mark" and word.lower_ == "that" for word in doc[verb.i + 1 : end])
    is_clause = _is_clause(doc, first, verb.i) or _is_clause(doc, verb.i + 1, end)
    return not (is_scene or governs or is_clause or doc[first].tag_ in JOINING)


def _first(verb: Token, start: int) -> int | None:
    """Return the token after the mark that opens the clause of a verb.

    A comma right before the verb closes what is said of its subject, "Ida Berg, 40, said", unless the subject follows.
    """
    doc, marks, opening = verb.doc, MARKS, verb.i
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj" and child.i >= verb.i - LONGEST), None)
    follows = _is_inverted(verb) or any(child.dep_ == "nsubj" for child in verb.rights)
    if subject is None and doc[verb.i - 1].text == "," and not follows:
        subject = named_before(verb)  # "..., Karl Ohm, an analyst at Norbank, said"
        marks = MARKS if subject is not None else MARKS - {","}
        opening -= 1
    if subject is not None:
        opening = subject.i
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


def _is_turned(verb: Token) -> bool:
    """Tell ", noted Karl Ohm" and ", the mayor added," whose verbs the parse may take for participles."""
    is_marked = verb.nbor(-1).text in MARKS and verb.i + 1 < len(verb.doc)
    is_named = is_marked and verb.nbor().ent_type_ in {"PERSON", "ORG"}
    has_subject = any(child.i == verb.i - 1 and child.dep_ in SUBJECTS for child in verb.lefts)
    return verb.tag_ == "VBN" and (is_named or (has_subject and verb.lemma_.lower() in SPEECH))


def _is_speaker(after: Token) -> bool:
    """Tell ", adds Ida Berg", which a parse may take for whom somebody adds."""
    return after.i == after.head.i + 1 and after.ent_type_ == "PERSON"


def _end(verb: Token) -> int:
    """Return the mark that closes the clause of a verb, be it past a sentence that ends too early."""
    furthest, is_borrowed = min(verb.i + LONGEST, len(verb.doc)), False
    for token in verb.doc[verb.i + 1 : furthest]:
        if token.tag_ == OPENED:
            is_borrowed = True  # "noted several “intangibles” left him cold"
        elif is_borrowed and token.text in CLOSING | STRAIGHT:
            is_borrowed = False
        elif token.text in ENDS or ends_paragraph(token):
            return token.i
    return furthest


def _goes_on(doc: Doc, comma: int, end: int) -> bool:
    """Tell whether more than an age or a date follows an inquit in its sentence."""
    return end - comma > LEAST and doc[comma].text == ","


def _is_more(first: int, subject: Token, verb: Token, end: int) -> bool:
    """Tell whether what follows an inquit goes on with what is reported, and does not tell of the speaker."""
    doc, after = verb.doc, verb.doc[end + 1]
    is_indirect = doc[first - 1].text == "," and doc[first - 2].text not in CLOSING | STRAIGHT
    is_aside = after.lower_ in RELATIVE | SCENES or (after.tag_ == "VBG" and after.dep_ != "csubj")
    is_joined = after.dep_ in {"cc", "mark"} and after.lower_ not in SCENES
    return is_indirect and (is_joined or (subject.i < verb.i and not is_aside))


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
