"""Document → reports: every place where the text says who says something, and which words they say."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from transforms.assertions.inquits import find_inquit
from transforms.assertions.mentions import Mentions
from transforms.assertions.quotes import ends_paragraph
from transforms.lexicon.modality import PLANNED, WILL
from transforms.lexicon.reporting import (
    ACCORDING,
    ANNOUNCING,
    COMPLEMENTS,
    FINDING,
    MAKING,
    RECKONINGS,
    REPORTING,
    REPORTS,
    SEEING,
    SPEECH,
    STATING,
    WRITINGS,
)

CONTENT = frozenset({"ccomp", "xcomp", "parataxis", "csubj"})


@dataclass(frozen=True, slots=True)
class Report:
    """One place where the text says who says something: the cue, the source and the words said."""

    cue: Token
    source: Span
    first: int  # tokens said: from `first` up to `end`
    end: int
    rule: str


def find_reports(doc: Doc, mentions: Mentions) -> Iterator[Report]:
    """Yield the reports of a document in text order; pronouns are resolved against the mentions before them."""
    for token in doc:
        lemma = token.lemma_.lower()
        if token.lower_ in ACCORDING or _is_reckoning(token):
            yield from _of_according(token, mentions)
        elif token.pos_ == "VERB":
            yield from _of_verb(token, lemma, mentions)
        elif token.pos_ == "NOUN" and lemma in REPORTS:
            yield from _of_noun(token, mentions)


def _of_verb(verb: Token, lemma: str, mentions: Mentions) -> Iterator[Report]:
    inquit = find_inquit(verb)
    subject = inquit.subject if inquit else _subject(verb)
    contents = [(inquit.first, inquit.end, "inquit")] if inquit else list(_contents(verb, lemma, subject))
    is_cue = lemma in SPEECH or inquit is not None
    if subject is None or not (contents or is_cue) or _is_to_come(verb) or is_share(subject):
        return
    source = mentions.source(subject)
    if source is None:
        return
    if is_cue:
        yield Report(verb, source, verb.i, verb.i, "cue")
    for first, end, rule in contents:
        yield Report(verb, source, first, end, rule)


def _contents(verb: Token, lemma: str, subject: Token | None) -> Iterator[tuple[int, int, str]]:
    """Yield the words that a verb reports of its subject: where they begin and end, and by which rule."""
    if subject is None:
        return
    states = lemma in STATING or (lemma in FINDING and subject.lemma_.lower() in WRITINGS)
    if _announces(verb, lemma):
        yield from _announced(verb)
    for child in verb.children:
        if child.dep_ in CONTENT and _is_told(child, lemma):
            yield *_clause(verb, child, subject), "report"
        elif child.dep_ in {"obj", "xcomp"} and child.i > verb.i and states:
            yield child.left_edge.i, _end_of_phrase(verb), "statement"
        elif child.dep_ in {"obl", "advcl"} and child.i > verb.i and _case(child) in COMPLEMENTS.get(lemma, ()):
            yield child.left_edge.i, child.right_edge.i + 1, "complement"
    is_relative = verb.dep_ == "acl:relcl" and subject.head == verb
    if lemma in REPORTING and is_relative and any(child.dep_ == "ccomp" for child in verb.children):
        yield verb.head.left_edge.i, verb.left_edge.i, "relative"
    if lemma in REPORTING and verb.dep_ == "advcl" and verb.i > verb.head.i and _mark(verb) == "as":
        yield verb.head.left_edge.i, verb.left_edge.i, "as"


def _is_told(clause: Token, lemma: str) -> bool:
    """Tell a clause that is said or thought: of a verb of the list, or of any other with "that"."""
    if lemma in REPORTING:
        return clause.dep_ != "xcomp" or lemma not in SEEING
    return clause.dep_ == "ccomp" and _mark(clause) == "that" and lemma not in MAKING


def _clause(verb: Token, content: Token, subject: Token) -> tuple[int, int]:
    """Take the words of a clause that is said, but not those that describe who says it."""
    first, end = content.left_edge.i, content.right_edge.i + 1
    if content.i < verb.i:
        end = min(end, verb.i, subject.left_edge.i if subject.i > content.i else verb.i)
    return first, max(end, first + 1)


def _end_of_phrase(verb: Token) -> int:
    """Return where the objects of a verb end, with what hangs on it after them: "pledged aid to the tune of $5"."""
    after = [child for child in verb.rights if child.dep_ not in {"conj", "parataxis", "punct", "cc"}]
    return max(child.right_edge.i for child in after) + 1


def _mark(clause: Token) -> str:
    return next((child.lower_ for child in clause.children if child.dep_ == "mark"), "")


def _case(phrase: Token) -> str:
    """Return the preposition or conjunction that opens a phrase or clause."""
    return next((child.lower_ for child in phrase.children if child.dep_ in {"case", "mark"}), "")


def is_share(subject: Token) -> bool:
    """Tell respondents that a study counts from a source: "63 percent said they would"."""
    return subject.pos_ in {"SYM", "NUM"} or subject.lemma_.lower() in {"percent", "%"}


def _is_to_come(verb: Token) -> bool:
    """Tell whether somebody has yet to speak: "will announce a package", "is expected to announce one"."""
    is_wanted = verb.dep_ == "xcomp" and verb.tag_ == "VB" and verb.head.lemma_.lower() in PLANNED
    return is_wanted or any(child.dep_ == "aux" and child.lower_ in WILL for child in verb.children)


def _announces(verb: Token, lemma: str) -> bool:
    """Tell whether a verb's clause ends in a colon and says that words follow: "He said:", "made this comment:"."""
    is_said = lemma in REPORTING or any(
        child.dep_ == "obj" and child.lemma_.lower() in ANNOUNCING for child in verb.children
    )
    return is_said and _colon(verb) is not None


def _colon(verb: Token) -> Token | None:
    return next((child for child in verb.rights if child.text == ":"), None)


def _announced(verb: Token) -> Iterator[tuple[int, int, str]]:
    """Give the speaker the paragraph after a colon that ends its own: a quotation, with marks or without."""
    doc, colon = verb.doc, _colon(verb)
    yield verb.i, verb.i + 1, "announcement"
    if colon is not None and colon.i + 2 < len(doc) and ends_paragraph(doc[colon.i + 1]):
        first = colon.i + 2
        yield first, next((i for i in range(first, len(doc)) if ends_paragraph(doc[i])), len(doc)), "block"


def _subject(verb: Token) -> Token | None:
    """Return who reports: the verb's subject, its agent, or that of the verb it is joined to."""
    for _ in range(3):
        for child in verb.children:
            if child.dep_ in {"nsubj", "obl:agent", "nsubj:outer"}:
                return verb.head if verb.dep_ == "acl:relcl" and child.lower_ in {"which", "who", "that"} else child
        if verb.dep_ == "acl:relcl":
            return verb.head
        if verb.dep_ not in {"conj", "xcomp", "advcl"}:
            return None
        verb = verb.head
    return None


def _is_reckoning(token: Token) -> bool:
    """Tell the preposition of "by one estimate", "per the bank's count"."""
    return token.lower_ in {"by", "per"} and token.dep_ == "case" and token.head.lemma_.lower() in RECKONINGS


def _of_according(token: Token, mentions: Mentions) -> Iterator[Report]:
    """Read "according to X": X is the source of the whole clause it hangs on."""
    head = token.head
    if token.dep_ not in {"case", "mark"}:
        head = next((child for child in token.children if child.dep_ in {"obl", "nmod"}), token)
    owner = next((child for child in head.children if child.dep_ == "nmod:poss"), None)
    is_owned = owner is not None and head.lemma_.lower() in RECKONINGS
    source = mentions.source(owner if owner is not None and is_owned else head) if head != token else None
    if source is None:
        return
    sentence = token.sent
    yield Report(token, source, sentence.start, sentence.end, "according_to")


def _of_noun(noun: Token, mentions: Mentions) -> Iterator[Report]:
    """Read "X's claim that ..." and "a report by X that ...": X, or the report, is the source."""
    content = next((child for child in noun.children if child.dep_ in {"acl", "ccomp"} and _has_mark(child)), None)
    if content is None:
        return
    owner = next(
        (child for child in noun.children if child.dep_ in {"nmod:poss", "nmod"} and child.i < content.i), None
    )
    is_written = owner is None and any(child.dep_ == "compound" and child.pos_ == "PROPN" for child in noun.children)
    source = mentions.source(owner if owner is not None else noun) if owner is not None or is_written else None
    if source is not None:
        yield Report(noun, source, content.left_edge.i, content.right_edge.i + 1, "noun")


def _has_mark(token: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in token.children)
