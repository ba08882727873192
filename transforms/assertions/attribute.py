"""Document → who says each word of it: reports, "according to", quotations, pronouns resolved."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from transforms.assertions.mentions import Mentions
from transforms.assertions.quotes import Quote, ends_paragraph, find_quotes
from transforms.assertions.reports import Report, find_reports
from transforms.assertions.turns import find_turns
from transforms.assertions.verbs import is_share
from transforms.lexicon.reporting import DOCUMENTS, REPORTING, SPEECH, STUDIES

NEAR_CUE = 6  # words between a quotation and the verb that says who spoke it
NEAR_REPORTS = 8  # reports looked back over for one of speech
ADDING = frozenset({"another", "further", "additional"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom the text names as the source: `doc.text[start:end]` is `text`."""

    text: str
    start: int
    end: int
    is_wish: bool = False  # the words are what the source wants, so that they speak of no fact


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
    quotes = find_quotes(doc)
    found = [_within_quote(report, quotes) for report in find_reports(doc, Mentions(doc))]
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
    _carry_quotes(doc, quotes, found, voices)
    _carry_additions(doc, voices)
    for turn in find_turns(doc):
        voices[turn.first : turn.end] = [turn.speaker] * (turn.end - turn.first)
    return Speakers(tuple(map(_speaker, voices, painted)))


def _within_quote(report: Report, quotes: list[Quote]) -> Report:
    """Bound what is reported inside a quotation by its marks, whatever the parse hangs on its cue after them."""
    place = bisect_right(quotes, report.cue.i, key=lambda quote: quote.first) - 1
    if place < 0 or report.cue.i >= quotes[place].end:
        return report
    first, end = max(report.first, quotes[place].first), min(report.end, quotes[place].end)
    return replace(report, first=first, end=max(first, end))


def _speaks_for(outer: Report, inner: Report) -> bool:
    """Tell whether who tells of a source is the source: "she said the report found", "... wants to, the file says"."""
    is_traced = outer.rule == "according_to" and inner.cue.i < outer.cue.i
    return is_traced or inner.rule == "will" or inner.source.root.lemma_.lower() in DOCUMENTS


def _own_words(report: Report) -> range:
    """Return the words that name the source with all that is said of it: "Anna Kovac, 55, who had lived there"."""
    root, source, cue = report.source.root, report.source, report.cue.i
    first, end = root.left_edge.i, root.right_edge.i + 1
    if cue not in range(first, end) and report.rule != "inquit":
        return range(first, end)
    if cue < source.start and report.rule != "inquit":  # "according to a complaint over 40 counts, ..."
        doc = root.doc
        return range(cue, next((i for i in range(source.end, end) if doc[i].text == ","), end))
    return range(source.start, source.end)


def _speaker(voice: Span | None, report: Report | None) -> Speaker | None:
    if voice is None:
        return None
    is_wish = report is not None and report.source is voice and report.rule == "will"
    return Speaker(voice.text, voice.start_char, voice.end_char, is_wish)


def _carry_quotes(doc: Doc, quotes: list[Quote], reports: list[Report], voices: list[Span | None]) -> None:
    """Give each quotation one speaker: that of the report on it, else of the quotation it goes on from."""
    by_cue = sorted(reports, key=lambda one: one.cue.i)
    speakers = [_quote_speaker(doc, quote, by_cue, voices) for quote in quotes]
    for i, (before, quote) in enumerate(pairwise(quotes), start=1):
        if speakers[i] is None and speakers[i - 1] is not None and quote.goes_on_from(before):
            speakers[i] = speakers[i - 1]
    for i in range(len(quotes) - 2, -1, -1):
        if speakers[i] is None and quotes[i].is_long and _is_same_breath(quotes[i], quotes[i + 1]):
            speakers[i] = speakers[i + 1]
    for i, quote in enumerate(quotes):
        if speakers[i] is None and quote.fills_paragraph:
            speakers[i] = _speaker_before(doc, quote, by_cue)
    for quote, speaker in zip(quotes, speakers, strict=True):
        if speaker is not None and quote.is_long:
            voices[quote.first : quote.end] = [speaker] * (quote.end - quote.first)


def _is_same_breath(quote: Quote, after: Quote) -> bool:
    """Tell whether a quotation goes on in the next: in its paragraph, or in the next one if its mark is not closed."""
    is_next = quote.is_open and after.starts_paragraph and after.paragraph == quote.paragraph + 1
    return is_next or after.paragraph == quote.paragraph


def _speaker_before(doc: Doc, quote: Quote, by_cue: list[Report]) -> Span | None:
    """Return who speaks last in the paragraph before a quotation that is a paragraph of its own."""
    place = bisect_left(by_cue, quote.first, key=lambda one: one.cue.i)
    last = next(
        (one for one in reversed(by_cue[max(0, place - NEAR_REPORTS) : place]) if one.cue.lemma_ in SPEECH), None
    )
    if last is None or sum(map(ends_paragraph, doc[last.cue.i : quote.first])) != 1:
        return None
    return last.source


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
    return is_study and any(is_share(word) and word.dep_ == "nsubj" and word.head.lemma_ in REPORTING for word in words)


def _quote_speaker(doc: Doc, quote: Quote, by_cue: list[Report], voices: list[Span | None]) -> Span | None:
    """Return the source of a report whose cue stands outside the quotation in its first or last sentence."""
    first, last = doc[quote.first].sent, doc[quote.end - 1].sent
    near = _between(by_cue, first.start, max(last.end, quote.end + NEAR_CUE + 1))
    outside = [one for one in near if one.cue.i < last.end and not quote.first <= one.cue.i < quote.end]
    if outside:
        return min(outside, key=lambda one: min(abs(one.cue.i - quote.end), abs(one.cue.i - quote.first))).source
    after = [
        one
        for one in near
        if 0 <= one.cue.i - quote.end <= NEAR_CUE
        and (one.cue.lemma_ in SPEECH or one.rule == "signature")
        and not any(map(ends_paragraph, doc[quote.end : one.cue.i]))
    ]
    if after:
        return after[0].source
    return voices[quote.first - 1] if quote.first and not quote.is_long else None


def _between(by_cue: list[Report], first: int, end: int) -> list[Report]:
    """Return the reports whose cues stand from token `first` up to `end`."""
    start = bisect_left(by_cue, first, key=lambda one: one.cue.i)
    return by_cue[start : bisect_left(by_cue, end, key=lambda one: one.cue.i)]
