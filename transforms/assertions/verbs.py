"""Verbs → what is said: the clauses, objects and paragraphs that a verb reports of its subject."""

from collections.abc import Iterator

from spacy.tokens import Token

from transforms.assertions.quotes import ends_paragraph
from transforms.assertions.said import Said, opener, subtree
from transforms.assertions.subjects import SUBJECTS, find_subject
from transforms.lexicon.modality import CONDITIONS, PLANNED, WILL
from transforms.lexicon.reporting import (
    ANNOUNCING,
    COMPLEMENTS,
    FINDING,
    MAKING,
    RECKONED,
    REPORTING,
    REPORTS,
    SEEING,
    SPEECH,
    STATING,
    TELLING,
    WILLING,
    WRITINGS,
)

CONTENT = frozenset({"ccomp", "xcomp", "parataxis", "csubj"})
ASIDE = frozenset({"conj", "parataxis", "punct", "cc", "advcl"})
CIRCUMSTANCES = frozenset({"at", "in", "on", "during", "after", "before"})
CLEAR = frozenset({"clear", "plain", "known"})  # "made it clear that"
CALLING = frozenset({"call", "describe", "label", "brand", "dismiss"})
MARKS = frozenset({":", ".", ",", ";", '"', "“", "\n"})
FURTHEST_COLON = 12  # words from a verb to the colon that announces what is said
SHARES = frozenset({"percent", "%", "majority", "half", "third", "quarter"})


def read_verb(verb: Token) -> Iterator[Said]:
    """Yield what a verb reports of its subject, one for each rule that finds something."""
    subject = find_subject(verb)
    if subject is None or is_share(subject) or (_is_to_come(verb) and subject.lemma_.lower() not in WRITINGS):
        return
    lemma = verb.lemma_.lower()
    if lemma in SPEECH or _puts_it(verb, lemma):
        yield Said(verb, subject, (), "cue")
    if _announces(verb, lemma):
        yield Said(verb, subject, tuple(_announced(verb)), "announcement")
    states = lemma in STATING or (lemma in FINDING and subject.lemma_.lower() in WRITINGS)
    for child in verb.children:
        if lemma in WILLING and is_aim(child):
            yield Said(verb, subject, (_clause(verb, child, subject),), "will")
        elif child.dep_ in CONTENT and _is_told(child, lemma):
            yield Said(verb, subject, (_clause(verb, child, subject),), "report")
        elif child.dep_ == "obj" and child.i > verb.i and (states or _is_called(verb, lemma)):
            yield Said(verb, subject, ((child.left_edge.i, _end_of_phrase(verb)),), "statement")
        elif child.dep_ in {"obj", "xcomp"} and child.i > verb.i and _is_phrased(verb, lemma):
            yield Said(verb, subject, ((child.left_edge.i, _end_of_phrase(verb)),), "phrase")
        elif child.dep_ in {"obl", "obj", "advcl"} and child.i > verb.i and _is_complement(child, lemma):
            yield Said(verb, subject, (subtree(child),), "complement")
    if (lemma in REPORTING or _puts_it(verb, lemma)) and _is_beside(verb, subject):
        yield Said(verb, subject, ((verb.head.left_edge.i, verb.left_edge.i),), "beside")


def is_aim(clause: Token) -> bool:
    """Tell the infinitive of a verb of will, also one taken for a purpose: "agreed in May to cut ..."."""
    is_late = clause.dep_ == "advcl" and clause.i > clause.head.i and opener(clause) == "to"
    return clause.dep_ == "xcomp" or (is_late and all(child.dep_ != "obj" for child in clause.head.rights))


def _puts_it(verb: Token, lemma: str) -> bool:
    """Tell "as a memo put it"."""
    return lemma == "put" and any(child.dep_ == "obj" and child.lower_ == "it" for child in verb.rights)


def _is_beside(verb: Token, subject: Token) -> bool:
    """Tell a report that hangs on what it reports: "as police say", "the $20 that experts say it costs"."""
    is_relative = verb.dep_ == "acl:relcl" and subject.head == verb
    is_full = any(child.dep_ in {"obj", "ccomp"} and child.lower_ not in {"it", "so"} for child in verb.rights)
    is_as = verb.dep_ == "advcl" and verb.i > verb.head.i and opener(verb) == "as" and not is_full
    return is_as or (is_relative and any(child.dep_ == "ccomp" for child in verb.children))


def _is_called(verb: Token, lemma: str) -> bool:
    """Tell "called the plan 40% too dear" from "called 40 witnesses"."""
    objects = [child for child in verb.rights if child.dep_ in {"obj", "iobj", "xcomp"}]
    return lemma in CALLING and len(objects) > 1


def _is_complement(child: Token, lemma: str) -> bool:
    """Tell what is said after a preposition; "as" may also open a clause of time: "praised him as guests left"."""
    word = opener(child)
    is_time = word == "as" and any(one.dep_ in SUBJECTS for one in child.lefts)
    return word in COMPLEMENTS.get(lemma, ()) and not is_time


def _is_phrased(verb: Token, lemma: str) -> bool:
    """Tell words for a thing that the text takes from somebody: "condemned what he called a 40% cut"."""
    return lemma in CALLING and verb.dep_ == "acl:relcl" and verb.head.lower_ == "what"


def _is_told(clause: Token, lemma: str) -> bool:
    """Tell a clause that is said or thought: of a verb of the list, or of any other with "that"."""
    if clause.dep_ == "xcomp" and lemma in RECKONED and opener(clause) == "to":
        return False
    if _is_elsewhere(clause):
        return False
    if lemma in REPORTING:
        is_asked = opener(clause) in CONDITIONS and lemma not in SPEECH  # "to see whether"
        return not is_asked and (clause.dep_ != "xcomp" or lemma not in SEEING)
    if lemma == "make" and any(child.dep_ == "xcomp" and child.lemma_ in CLEAR for child in clause.head.rights):
        return clause.dep_ == "ccomp"
    objects = clause.head.rights if lemma in TELLING else ()
    is_stated = any(child.dep_ == "obj" and child.lemma_.lower() in REPORTS for child in objects)
    return clause.dep_ == "ccomp" and opener(clause) == "that" and (is_stated or lemma not in MAKING)


def _is_elsewhere(clause: Token) -> bool:
    """Tell a clause that the parse hangs on a verb of speech though another tells it: "..., the mayor added, ..."."""
    is_inquit = clause.dep_ == "parataxis" and clause.lemma_.lower() in SPEECH
    return is_inquit or (clause.i < clause.head.i and opener(clause) == "that")


def _clause(verb: Token, content: Token, subject: Token) -> tuple[int, int]:
    """Take the words of a clause that is said, but not those that describe who says it."""
    first, end = subtree(content)
    if content.i > verb.i:
        first = max(first, verb.i + 1)
    else:
        end = min(end, verb.i, subject.left_edge.i if subject.i > content.i else verb.i)
    return first, max(end, first + 1)


def _end_of_phrase(verb: Token) -> int:
    """Return where the objects of a verb end, with what hangs on it after them: "pledged aid to the tune of $5"."""
    after = [
        child
        for child in verb.rights
        if child.lemma_.lower() == "compare" or (child.dep_ not in ASIDE and opener(child) not in CIRCUMSTANCES)
    ]
    return max((child.right_edge.i for child in after), default=verb.right_edge.i) + 1


def is_share(subject: Token) -> bool:
    """Tell respondents that a study counts from a source: "63 percent said they would"."""
    is_number = subject.pos_ in {"SYM", "NUM"} and subject.lower_ != "one" and subject.ent_type_ != "ORG"
    return is_number or subject.lemma_.lower() in SHARES


def _is_to_come(verb: Token) -> bool:
    """Tell whether somebody has yet to speak: "will announce a package", "is expected to announce one"."""
    is_wanted = verb.dep_ == "xcomp" and verb.tag_ == "VB" and verb.head.lemma_.lower() in PLANNED
    return is_wanted or any(child.dep_ == "aux" and child.lower_ in WILL for child in verb.children)


def _announces(verb: Token, lemma: str) -> bool:
    """Tell whether a verb's clause ends in a colon and says that words follow: "He said:", "made this comment:"."""
    is_said = lemma in REPORTING or any(
        child.dep_ == "obj" and child.lemma_.lower() in ANNOUNCING for child in verb.children
    )
    is_on = lemma == "go" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "on"  # "he went on: ..."
    return (is_said or is_on) and _colon(verb) is not None


def _colon(verb: Token) -> Token | None:
    """Return the colon that ends a verb's clause, on whatever word the parse hangs it."""
    after = verb.doc[verb.i + 1 : verb.i + 1 + FURTHEST_COLON]
    mark = next((token for token in after if token.text in MARKS), None)
    return mark if mark is not None and mark.text == ":" else None


def _announced(verb: Token) -> Iterator[tuple[int, int]]:
    """Give the speaker the paragraph after a colon that ends its own: a quotation, with marks or without."""
    doc, colon = verb.doc, _colon(verb)
    if colon is not None and colon.i + 2 < len(doc) and ends_paragraph(doc[colon.i + 1]):
        first = colon.i + 2
        yield first, next((i for i in range(first, len(doc)) if ends_paragraph(doc[i])), len(doc))
