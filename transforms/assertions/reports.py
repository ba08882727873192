"""Document → reports: every place where the text says who says something, and which words they say."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from transforms.assertions.inquits import find_inquit
from transforms.assertions.mentions import Mentions
from transforms.lexicon.modality import PLANNED, WILL
from transforms.lexicon.reporting import (
    ACCORDING,
    ANNOUNCING,
    FINDING,
    RECKONINGS,
    REPORTING,
    REPORTS,
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
        if token.pos_ == "VERB" and (lemma in REPORTING or lemma in FINDING or lemma in STATING or _announces(token)):
            yield from _of_verb(token, lemma, mentions)
        elif token.lower_ in ACCORDING or _is_reckoning(token):
            yield from _of_according(token, mentions)
        elif token.pos_ == "NOUN" and lemma in REPORTS:
            yield from _of_noun(token, mentions)


def _of_verb(verb: Token, lemma: str, mentions: Mentions) -> Iterator[Report]:
    inquit = find_inquit(verb)
    if inquit is not None:
        source = mentions.source(inquit.subject)
        if source is not None:
            yield Report(verb, source, verb.i, verb.i, "cue")
            yield Report(verb, source, inquit.first, inquit.end, "inquit")
        return
    subject = _subject(verb)
    if subject is None or (lemma not in REPORTING and not _states(subject, lemma) and not _announces(verb)):
        return
    source = mentions.source(subject) if not _is_to_come(verb) and not is_share(subject) else None
    if source is None:
        return
    if _announces(verb):
        yield Report(verb, source, verb.i, verb.i + 1, "announcement")
        yield from _block(verb, source)
    if lemma in SPEECH:
        yield Report(verb, source, verb.i, verb.i, "cue")
    for child in verb.children:
        if (
            child.dep_ in CONTENT
            and child.i != verb.i
            and not (child.dep_ == "xcomp" and lemma in {"see", "feel", "ask"})
        ):
            yield _report(verb, source, child, subject, "report")
        elif child.dep_ in {"obj", "xcomp"} and child.i > verb.i and _states(subject, lemma):
            yield _report(verb, source, child, subject, "statement")
            yield from _comparison(verb, source)
    if verb.dep_ == "acl:relcl" and subject.head == verb and any(child.dep_ == "ccomp" for child in verb.children):
        yield Report(verb, source, verb.head.left_edge.i, verb.left_edge.i, "relative")
    if (
        verb.dep_ == "advcl"
        and verb.i > verb.head.i
        and any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.children)
    ):
        yield Report(verb, source, verb.head.left_edge.i, verb.left_edge.i, "as")


def _report(verb: Token, source: Span, content: Token, subject: Token, rule: str) -> Report:
    """Take the words of a clause that is said, but not those that describe who says it."""
    first, end = content.left_edge.i, content.right_edge.i + 1
    if content.i < verb.i:
        end = min(end, verb.i, subject.left_edge.i if subject.i > content.i else verb.i)
    return Report(verb, source, first, max(end, first + 1), rule)


def _comparison(verb: Token, source: Span) -> Iterator[Report]:
    """Take what a statement compares with: "rated 32% as false, compared to 11% of others"."""
    for child in verb.children:
        if child.dep_ in {"advcl", "obl"} and child.i > verb.i and child.lemma_.lower() == "compare":
            yield Report(verb, source, child.left_edge.i, child.right_edge.i + 1, "comparison")


def _states(subject: Token, lemma: str) -> bool:
    """Tell whether a verb's object alone is a statement of its subject: "rated 32%", "the study found 31 cases"."""
    return lemma in STATING or (lemma in FINDING and subject.lemma_.lower() in WRITINGS)


def is_share(subject: Token) -> bool:
    """Tell respondents that a study counts from a source: "63 percent said they would"."""
    return subject.pos_ in {"SYM", "NUM"} or subject.lemma_.lower() in {"percent", "%"}


def _is_to_come(verb: Token) -> bool:
    """Tell whether somebody has yet to speak: "will announce a package", "is expected to announce one"."""
    is_wanted = verb.dep_ == "xcomp" and verb.tag_ == "VB" and verb.head.lemma_.lower() in PLANNED
    return is_wanted or any(child.dep_ == "aux" and child.lower_ in WILL for child in verb.children)


def _announces(verb: Token) -> bool:
    """Tell whether a verb's clause ends in a colon and says that words follow: "He said:", "made this comment:"."""
    colon = next((child for child in verb.children if child.text == ":" and child.i > verb.i), None)
    if colon is None:
        return False
    lemma = verb.lemma_.lower()
    return lemma in REPORTING or any(
        child.dep_ == "obj" and child.lemma_.lower() in ANNOUNCING for child in verb.children
    )


def _block(verb: Token, source: Span) -> Iterator[Report]:
    """Give the speaker the paragraph after a colon that ends its own: a quotation, with marks or without."""
    doc = verb.doc
    colon = next(child for child in verb.children if child.text == ":" and child.i > verb.i)
    first = colon.i + 1
    if first + 1 >= len(doc) or not (doc[first].is_space and "\n" in doc[first].text):
        return
    end = next((i for i in range(first + 1, len(doc)) if doc[i].is_space and "\n" in doc[i].text), len(doc))
    yield Report(verb, source, first + 1, end, "block")


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
