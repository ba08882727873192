"""Document → reports: every place where the text says who says something, the source resolved to a name."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from transforms.assertions.inquits import find_inquit
from transforms.assertions.labels import read_mark
from transforms.assertions.mentions import Mentions
from transforms.assertions.phrases import read_noun, read_preposition
from transforms.assertions.said import Said
from transforms.assertions.verbs import read_verb
from transforms.lexicon.reporting import ABSTRACT, BODIES, DOCUMENTS, SPEAKING, SPEECH, VOICELESS, WRITINGS

VOICED = SPEAKING | BODIES | WRITINGS | DOCUMENTS
SHOWING = frozenset({"suggest", "indicate", "show", "reveal", "highlight", "underline", "underscore", "imply"})
RELATIVE = frozenset({"who", "which", "that"})
FURTHEST = 600  # words from a cue to what it reports; more is a lost full stop


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: the name, and the words beside the report that stand for it, a pronoun or the name itself."""

    name: Span
    mention: Span
    is_wish: bool = False  # what is said is what the speaker wants, so that it tells of no fact

    @property
    def text(self) -> str:
        """Return the name as written."""
        return self.name.text

    @property
    def start(self) -> int:
        """Return the first character of the mention."""
        return self.mention.start_char

    @property
    def end(self) -> int:
        """Return the character after the mention."""
        return self.mention.end_char


@dataclass(frozen=True, slots=True)
class Report:
    """One place where the text says who says something: the cue, the source and the words said."""

    cue: Token
    source: Speaker
    first: int  # tokens said: from `first` up to `end`
    end: int
    rule: str


def find_reports(doc: Doc, mentions: Mentions) -> Iterator[Report]:
    """Yield the reports of a document in text order; pronouns are resolved against the mentions before them.

    One that tells only who speaks, for a quotation beside it, has no words of its own: `first` is `end`.
    """
    for token in doc:
        for said in _read(token):
            name = mentions.source(said.source)
            if name is not None and (said.cue.lemma_.lower() in SPEECH or not _is_abstract(said)):
                pronoun = _pronoun(said)
                mention = doc[pronoun.i : pronoun.i + 1] if pronoun is not None else name
                source = Speaker(name, mention, said.rule == "will")
                yield Report(said.cue, source, said.cue.i, said.cue.i, said.rule)
                for first, end in said.stretches:
                    yield Report(said.cue, source, *_clipped(said.cue.i, first, end), said.rule)


def _pronoun(said: Said) -> Token | None:
    """Return the pronoun that stands beside the report for who is named elsewhere: "he", "who"."""
    if said.source.pos_ == "PRON":
        return said.source
    relative = said.cue.lefts if said.cue.dep_ == "acl:relcl" and said.cue.head == said.source else ()
    return next((word for word in relative if word.dep_ == "nsubj" and word.lower_ in RELATIVE), None)


def _is_abstract(said: Said) -> bool:
    """Tell things without a voice, which a parse may take for a source ("emissions"), from who and what may be one.

    What a participle shows is mostly no source's word either: "payrolls rose, suggesting that".
    """
    noun, lemma = said.source, said.source.lemma_.lower()
    is_known = noun.pos_ != "NOUN" or bool(noun.ent_type_) or lemma in VOICED
    is_shown = said.cue.tag_ == "VBG" and said.cue.dep_ == "advcl" and said.cue.lemma_.lower() in SHOWING
    return not is_known and (lemma.endswith(ABSTRACT) or lemma in VOICELESS or is_shown)


def _clipped(cue: int, first: int, end: int) -> tuple[int, int]:
    """Bound what one cue reports, so that a text without full stops costs no more than others."""
    first = max(first, cue - FURTHEST)
    return first, max(first, min(end, cue + FURTHEST))


def _read(token: Token) -> Iterator[Said]:
    """Ask the rules for the kind of word that a token is."""
    if token.pos_ == "NOUN":
        yield from read_noun(token)
    elif token.is_punct:
        yield from read_mark(token)
    else:
        yield from read_preposition(token)
        if token.pos_ == "VERB":
            inquit = find_inquit(token)
            yield from [inquit] if inquit else read_verb(token)
