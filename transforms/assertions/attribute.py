"""Document → who says each word of it: reports, "according to", quotations, pronouns resolved."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from transforms.assertions.mentions import Mentions, mention_of
from transforms.assertions.quotes import Quote, find_quotes
from transforms.assertions.turns import find_turns
from transforms.lexicon.modality import WILL
from transforms.lexicon.reporting import (
    ACCORDING,
    ANNOUNCING,
    DOCUMENTS,
    FINDING,
    RECKONINGS,
    REPORTING,
    REPORTS,
    SPEECH,
    STATING,
    STUDIES,
    WRITINGS,
)

CONTENT = frozenset({"ccomp", "xcomp", "parataxis", "csubj"})
ADDING = frozenset({"another", "further", "additional"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom the text names as the source: `doc.text[start:end]` is `text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One place where the text says who says something: the cue, the source and the words said."""

    cue: Token
    source: Span
    first: int  # tokens said: from `first` up to `end`
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who says each token of one document."""

    by_token: tuple[Speaker | None, ...]

    def of(self, token: Token) -> Speaker | None:
        """Return who says `token`; None for the outlet's own voice."""
        return self.by_token[token.i] if self.by_token else None


def find_speakers(doc: Doc) -> Speakers:
    """Say for each token of `doc` who says it.

    Reports are painted from the widest to the narrowest, so that what is reported inside a report has its own source;
    quotations then carry their speaker over sentences and paragraphs. A text without a parse has one voice.
    """
    if not doc.has_annotation("DEP"):
        return Speakers(())
    voices: list[Span | None] = [None] * len(doc)
    mentions = Mentions(doc)
    found = list(_find_reports(doc, mentions))
    reports = sorted(found, key=lambda one: (one.first - one.end, one.first))
    for report in reports:
        outer = voices[report.cue.i]
        if outer is not None and report.source.root.lemma_.lower() in DOCUMENTS:
            continue  # "she said the report found": she is the source
        inside = _own_words(report)
        for i in range(report.first, report.end):
            if i not in inside:
                voices[i] = report.source
    _carry_quotes(doc, find_quotes(doc), found, voices)
    _carry_additions(doc, voices)
    for turn in find_turns(doc):
        voices[turn.first : turn.end] = [turn.speaker] * (turn.end - turn.first)
    return Speakers(tuple(_speaker(span) for span in voices))


def _own_words(report: Report) -> range:
    """The words that name the source with all that is said of it: "Anna Kovac, 55, who had lived there"."""
    root = report.source.root
    inside = range(root.left_edge.i, root.right_edge.i + 1)
    return inside if report.cue.i not in inside else range(report.source.start, report.source.end)


def _speaker(span: Span | None) -> Speaker | None:
    return Speaker(span.text, span.start_char, span.end_char) if span is not None else None


def _find_reports(doc: Doc, mentions: Mentions) -> Iterator[Report]:
    """Yield the reports of a document in text order; pronouns are resolved against the mentions before them."""
    for token in doc:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and (lemma in REPORTING or lemma in FINDING or lemma in STATING or _announces(token)):
            yield from _of_verb(token, lemma, mentions)
        elif token.lower_ in ACCORDING:
            yield from _of_according(token, mentions)
        elif token.lower_ in {"by", "per"} and token.dep_ == "case" and token.head.lemma_.lower() in RECKONINGS:
            yield from _of_according(token, mentions)
        elif token.pos_ == "NOUN" and lemma in REPORTS:
            yield from _of_noun(token, mentions)


def _of_verb(verb: Token, lemma: str, mentions: Mentions) -> Iterator[Report]:
    subject = _subject(verb)
    if subject is None or (lemma not in REPORTING and not _states(subject, lemma) and not _announces(verb)):
        return
    source = mentions.source(subject) if not _is_to_come(verb) and not _is_share(subject) else None
    if source is None:
        return
    if _announces(verb):
        yield Report(verb, source, verb.i, verb.i + 1, "announcement")
        yield from _block(verb, source)
    if lemma in SPEECH:
        yield Report(verb, source, verb.i, verb.i, "cue")
    for child in verb.children:
        if child.dep_ in CONTENT and child.i != verb.i and not (child.dep_ == "xcomp" and lemma in {"see", "feel", "ask"}):
            yield _report(verb, source, child, subject, "report")
        elif child.dep_ in {"obj", "xcomp"} and child.i > verb.i and _states(subject, lemma):
            yield _report(verb, source, child, subject, "statement")
    if _closes_sentence(verb, subject):
        yield Report(verb, source, verb.head.left_edge.i, _end_of_reported(verb, subject), "quotation")
    if verb.dep_ == "acl:relcl" and subject.head == verb and any(child.dep_ == "ccomp" for child in verb.children):
        yield Report(verb, source, verb.head.left_edge.i, verb.left_edge.i, "relative")
    if verb.dep_ == "advcl" and verb.i > verb.head.i and any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.children):
        yield Report(verb, source, verb.head.left_edge.i, verb.left_edge.i, "as")


def _report(verb: Token, source: Span, content: Token, subject: Token, rule: str) -> Report:
    """Take the words of a clause that is said, but not those that describe who says it."""
    first, end = content.left_edge.i, content.right_edge.i + 1
    if content.i < verb.i:
        end = min(end, verb.i, subject.left_edge.i if subject.i > content.i else verb.i)
    return Report(verb, source, first, max(end, first + 1), rule)


def _end_of_reported(verb: Token, subject: Token) -> int:
    """Return where the words reported end: at the report, or past it if it stands between commas inside them."""
    doc, first, last = verb.doc, min(subject.left_edge.i, verb.i), verb.right_edge.i
    is_inside = doc[first - 1].text == "," and last + 1 < len(doc) and "," in {doc[last].text, doc[last + 1].text}
    return max(verb.head.right_edge.i + 1, first) if is_inside and verb.dep_ == "parataxis" else first


def _closes_sentence(verb: Token, subject: Token) -> bool:
    """Tell a report that follows what it reports: ", police said", also where the parse coordinates it."""
    if verb.lemma_.lower() not in SPEECH | REPORTING or verb.i < verb.head.i or subject.head != verb:
        return verb.dep_ == "parataxis" and verb.lemma_.lower() in SPEECH | REPORTING
    if verb.dep_ == "parataxis":
        return True
    children = list(verb.children)
    is_joined = any(child.dep_ in {"cc", "mark", "obj", *CONTENT} for child in children)
    before = verb.doc[min(verb.i, subject.left_edge.i) - 1]
    return verb.dep_ in {"conj", "dep"} and not is_joined and before.text in {",", "”", '"'}


def _states(subject: Token, lemma: str) -> bool:
    """Tell whether a verb's object alone is a statement of its subject: "rated 32%", "the study found 31 cases"."""
    return lemma in STATING or (lemma in FINDING and subject.lemma_.lower() in WRITINGS)


def _is_share(subject: Token) -> bool:
    """Tell respondents that a study counts from a source: "63 percent said they would"."""
    return subject.pos_ in {"SYM", "NUM"} or subject.lemma_.lower() in {"percent", "%"}


def _is_to_come(verb: Token) -> bool:
    """Tell whether somebody has yet to speak: "will announce a package" is not said by who will."""
    return any(child.dep_ == "aux" and child.lower_ in WILL for child in verb.children)


def _announces(verb: Token) -> bool:
    """Tell whether a verb's clause ends in a colon and says that words follow: "He said:", "made this comment:"."""
    colon = next((child for child in verb.children if child.text == ":" and child.i > verb.i), None)
    if colon is None:
        return False
    lemma = verb.lemma_.lower()
    return lemma in REPORTING or any(child.dep_ == "obj" and child.lemma_.lower() in ANNOUNCING for child in verb.children)


def _block(verb: Token, source: Span) -> Iterator[Report]:
    """Give the speaker the paragraph after a colon that ends its own: a quotation, with marks or without."""
    doc = verb.doc
    colon = next(child for child in verb.children if child.text == ":" and child.i > verb.i)
    first = colon.i + 1
    if first + 1 >= len(doc) or not (doc[first].is_space and "\n" in doc[first].text):
        return
    end = next((i for i in range(first + 1, len(doc)) if doc[i].is_space and "\n" in doc[i].text), len(doc))
    yield Report(verb, source, first + 1, end, "block")


def _closes(verb: Token, subject: Token) -> bool:
    """Tell whether a main verb of speech ends its sentence: "..., the ministry said on Monday."""
    first = min(verb.i, subject.left_edge.i)
    if verb.dep_.lower() != "root" or first == verb.sent.start:
        return False
    if any(child.i > verb.i and child.dep_ in CONTENT | {"obj"} for child in verb.children):
        return False
    return verb.doc[first - 1].text in {",", "”", '"', "'", "’"}


def _subject(verb: Token) -> Token | None:
    """Return who reports: the verb's subject, its agent, or that of the verb it is joined to."""
    for _ in range(3):
        for child in verb.children:
            if child.dep_ in {"nsubj", "obl:agent", "nsubj:outer"}:
                return verb.head if verb.dep_ == "acl:relcl" and child.lower_ in {"which", "who", "that"} else child
        if verb.dep_ == "acl:relcl":
            return verb.head
        if verb.dep_ == "parataxis":
            return _stray_subject(verb)
        if verb.dep_ not in {"conj", "xcomp", "advcl"}:
            return None
        verb = verb.head
    return None


def _stray_subject(verb: Token) -> Token | None:
    """Return the noun right before a verb of speech that the parse hung on the clause reported: ", police said"."""
    for i in range(verb.i - 1, max(verb.i - 12, verb.head.i, -1), -1):
        token = verb.doc[i]
        if token.text == ",":
            return None
        if token.dep_ == "nsubj" and token.head == verb.head:
            return token
    return None


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
    owner = next((child for child in noun.children if child.dep_ in {"nmod:poss", "nmod"} and child.i < content.i), None)
    is_written = owner is None and any(child.dep_ == "compound" and child.pos_ == "PROPN" for child in noun.children)
    source = mentions.source(owner if owner is not None else noun) if owner is not None or is_written else None
    if source is not None:
        yield Report(noun, source, content.left_edge.i, content.right_edge.i + 1, "noun")


def _has_mark(token: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in token.children)


def _carry_quotes(doc: Doc, quotes: list[Quote], reports: list[Report], voices: list[Span | None]) -> None:
    """Give each quotation one speaker: that of the report on it, else of the quotation it goes on from."""
    by_cue = sorted(reports, key=lambda one: one.cue.i)
    speakers = [_quote_speaker(doc, quote, by_cue, voices) for quote in quotes]
    for i, (before, quote) in enumerate(pairwise(quotes), start=1):
        if speakers[i] is None and speakers[i - 1] is not None and quote.goes_on_from(before):
            speakers[i] = speakers[i - 1]
    for i in range(len(quotes) - 2, -1, -1):
        if speakers[i] is None and quotes[i].is_long and quotes[i + 1].paragraph == quotes[i].paragraph:
            speakers[i] = speakers[i + 1]
    for quote, speaker in zip(quotes, speakers, strict=True):
        if speaker is not None and quote.is_long:
            voices[quote.first : quote.end] = [speaker] * (quote.end - quote.first)


def _carry_additions(doc: Doc, voices: list[Span | None]) -> None:
    """Let a source go on over a sentence that adds to its figure: "Another 6 people were hurt"."""
    before: Span | None = None
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if not words:
            continue
        is_silent = before is not None and all(voices[word.i] is None for word in words)
        if is_silent and (words[0].lower_ in ADDING or _is_of_study(before, words)):
            voices[sentence.start : sentence.end] = [before] * (sentence.end - sentence.start)
        before = next((voices[word.i] for word in reversed(words) if voices[word.i] is not None), None)


def _is_of_study(source: Span | None, words: list[Token]) -> bool:
    """Tell whether a study's respondents go on: "63 percent said they would" after "the survey found ..."."""
    is_study = source is not None and source.root.lemma_.lower() in STUDIES
    return is_study and any(_is_share(word) and word.dep_ == "nsubj" and word.head.lemma_ in REPORTING for word in words)


def _quote_speaker(doc: Doc, quote: Quote, by_cue: list[Report], voices: list[Span | None]) -> Span | None:
    """Return the source of a report whose cue stands outside the quotation in its first or last sentence."""
    first, last = doc[quote.first].sent, doc[quote.end - 1].sent
    outside = [one for one in by_cue if first.start <= one.cue.i < last.end and not quote.first <= one.cue.i < quote.end]
    if outside:
        near = min(outside, key=lambda one: min(abs(one.cue.i - quote.end), abs(one.cue.i - quote.first)))
        return near.source
    after = [one for one in by_cue if 0 <= one.cue.i - quote.end <= 6 and one.cue.lemma_ in SPEECH]
    if after:
        return after[0].source
    return voices[quote.first - 1] if quote.first and not quote.is_long else None


__all__ = ["Report", "Speaker", "Speakers", "find_speakers", "mention_of"]
