"""Document → who says each word of it: reports, "according to", quotations, pronouns resolved."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from transforms.assertions.mentions import Mentions
from transforms.assertions.quotes import CLOSING, OPENING, STRAIGHT, Quote, ends_paragraph, quote_at
from transforms.assertions.reports import Report, Speaker, find_reports
from transforms.assertions.said import opener
from transforms.assertions.spoken import find_quote_speakers
from transforms.assertions.turns import find_turns
from transforms.assertions.verbs import is_share
from transforms.lexicon.modality import CONTRASTS
from transforms.lexicon.reporting import REPORTING, STUDIES

__all__ = ["Speaker", "Speakers", "find_speakers"]

MARKS = OPENING | CLOSING | STRAIGHT
SANDWICH = 3  # sentences of which the second is said by who says the others
BESIDE = frozenset({"parataxis", "conj"})
ADDING = frozenset({"another", "further", "additional"})


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
    mentions = Mentions(doc)
    quotes = mentions.quotes
    found = [_within_quote(report, quotes) for report in find_reports(doc, mentions)]
    painted: list[Report | None] = [None] * len(doc)
    for report in sorted(found, key=lambda one: (one.first - one.end, one.first)):
        outer = painted[report.cue.i]
        if outer is not None and _speaks_for(outer, report):
            continue
        inside = _own_words(report)
        for i in range(report.first, report.end):
            if i not in inside:
                painted[i] = report
    voices = [report.source if report is not None else None for report in painted]
    for quote, speaker in zip(quotes, find_quote_speakers(doc, quotes, found, voices), strict=True):
        if speaker is not None and quote.is_long:
            voices[quote.first : quote.end] = [replace(speaker, is_wish=False)] * (quote.end - quote.first)
    _carry(doc, voices)
    for turn in find_turns(doc):
        voices[turn.first : turn.end] = [Speaker(turn.speaker, turn.speaker)] * (turn.end - turn.first)
    return Speakers(tuple(voices))


def _within_quote(report: Report, quotes: list[Quote]) -> Report:
    """Bound what is reported inside a quotation by its marks, whatever the parse hangs on its cue after them."""
    quote = quote_at(quotes, report.cue.i)
    if quote is None:
        return report
    first, end = max(report.first, quote.first), min(report.end, quote.end)
    return replace(report, first=first, end=max(first, end))


def _speaks_for(outer: Report, inner: Report) -> bool:
    """Tell whether who tells of a source is the source: "she said the report found", "Ohm claims a friend told him".

    Not where the inner report stands beside it, "Ohm expects 3%; Norbank puts it at 2%", nor in what a noun is about.
    """
    is_beside = inner.cue.dep_ in BESIDE or (inner.cue.dep_ == "advcl" and opener(inner.cue) in CONTRASTS)
    return outer.rule == "according_to" or not (is_beside or outer.rule == "owned_noun")


def _own_words(report: Report) -> range:
    """Return the words that name the source with all that is said of it: "Anna Kovac, 55, who had lived there"."""
    source, cue = report.source.mention, report.cue.i
    root = source.root
    first, end = root.left_edge.i, root.right_edge.i + 1
    if cue not in range(first, end) and report.rule != "inquit":
        return range(first, end)
    if cue < source.start and report.rule != "inquit":  # "according to a complaint over 40 counts, ..."
        doc = root.doc
        return range(cue, next((i for i in range(source.end, end) if doc[i].text == ","), end))
    return range(source.start, source.end)


def _carry(doc: Doc, voices: list[Speaker | None]) -> None:
    """Let a source go on over a sentence that plainly is of it: one that adds to its figure, or stands between its own.

    "Another 6 people were hurt" after "3 people died, police said"; in a paragraph, what police said before and after.
    """
    before: Speaker | None = None
    sentences = list(doc.sents)
    for place, sentence in enumerate(sentences):
        words = [token for token in sentence if not token.is_space]
        if not words:
            continue
        is_silent = before is not None and all(voices[word.i] is None for word in words)
        if is_silent and (
            words[0].lower_ in ADDING
            or _is_of_study(before, words)
            or _is_between(voices, sentences[place - 1 : place + 2])
        ):
            voices[sentence.start : sentence.end] = [before] * (sentence.end - sentence.start)
        before = next((voices[word.i] for word in reversed(words) if voices[word.i] is not None), None)


def _is_between(voices: list[Speaker | None], sentences: list[Span]) -> bool:
    """Tell the second of three sentences of a paragraph of which one source says the others in no quotation."""
    if len(sentences) < SANDWICH:
        return False
    before, between, after = sentences
    first = next((voices[i] for i in range(before.end - 1, before.start - 1, -1) if voices[i] is not None), None)
    last = next((voices[i] for i in range(after.start, after.end) if voices[i] is not None), None)
    if first is None or last is None or any(word.text in MARKS for word in (*before, *after)):
        return False
    names = first.text.casefold(), last.text.casefold()
    is_same = names[0].endswith(names[1]) or names[1].endswith(names[0])
    return is_same and not any(map(ends_paragraph, (*before, *between)))


def _is_of_study(source: Speaker | None, words: list[Token]) -> bool:
    """Tell whether a study's respondents go on: "63 percent said they would" after "the survey found ..."."""
    is_study = source is not None and source.name.root.lemma_.lower() in STUDIES
    return is_study and any(is_share(word) and word.dep_ == "nsubj" and word.head.lemma_ in REPORTING for word in words)
