"""Quotations → who speaks each: by the report beside it, the quotation it goes on from, or who is spoken of before."""

from bisect import bisect_left

from spacy.tokens import Doc, Token

from transforms.assertions.names import mention_of
from transforms.assertions.quotes import Quote, ends_paragraph
from transforms.assertions.reports import Report, Speaker
from transforms.lexicon.reporting import ANNOUNCING, SPEECH

NEAR_CUE = 6  # words between a quotation and the verb that says who spoke it
COLON = 14  # words from a verb to a quotation that it announces
NEAREST = 8  # reports before a quotation among which one may hold the last
FURTHEST = 200  # words from a report to a quotation that goes on from it
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
PERSONAL = frozenset({"he", "she"})
STOPS = frozenset({".", "!", "?", ":"})


def find_quote_speakers(
    doc: Doc, quotes: list[Quote], reports: list[Report], voices: list[Speaker | None]
) -> list[Speaker | None]:
    """Return the speaker of each quotation; `voices` says who was found to say each token.

    What stands beside a quotation decides, then the quotation before or after it that it goes on with, last who was
    spoken of before one that stands by itself.
    """
    by_cue = sorted(reports, key=lambda one: one.cue.i)
    speakers = [_beside(doc, quote, by_cue, voices) for quote in quotes]
    _go_on(quotes, speakers)
    for i in range(len(quotes) - 2, -1, -1):
        if speakers[i] is None and quotes[i].is_long and _is_same_breath(quotes[i], quotes[i + 1]):
            speakers[i] = speakers[i + 1]
    speakers = [speaker or _before(doc, quote, by_cue) for quote, speaker in zip(quotes, speakers, strict=True)]
    _go_on(quotes, speakers)
    return speakers


def _go_on(quotes: list[Quote], speakers: list[Speaker | None]) -> None:
    for i, quote in enumerate(quotes):
        if i and speakers[i] is None and quote.goes_on_from(quotes[i - 1]):
            speakers[i] = speakers[i - 1]


def _is_same_breath(quote: Quote, after: Quote) -> bool:
    """Tell whether a quotation goes on in the next: in its paragraph, or in the next one if its mark is not closed."""
    is_next = quote.is_open and after.starts_paragraph and after.paragraph == quote.paragraph + 1
    return is_next or after.paragraph == quote.paragraph


def _before(doc: Doc, quote: Quote, by_cue: list[Report]) -> Speaker | None:
    """Return who speaks last before a quotation that stands by itself.

    A quotation that is a sentence of its own goes on from its paragraph; one that is a paragraph from the one before.
    """
    word = _last_word(doc, quote)
    mark = word.text if word is not None else ""
    is_free = mark == ":" or quote.fills_paragraph or (mark in STOPS and not quote.starts_paragraph)
    if not quote.is_long or not is_free:
        return None
    last = _last_before(quote, by_cue)
    breaks = 1 if quote.starts_paragraph else 0
    if last is not None and quote.first - last.cue.i < FURTHEST:
        is_near = sum(map(ends_paragraph, doc[last.cue.i : quote.first])) == breaks
        is_elsewhere = mark == ":" and word is not None and last.cue.i < word.sent.start
        if is_near and not is_elsewhere:
            return last.source
    if mark == ":" and not quote.fills_paragraph:
        return _announced(doc, quote)
    return _person_before(doc, quote, last)


def _last_before(quote: Quote, by_cue: list[Report]) -> Report | None:
    """Return the last report before a quotation; of one inside another, the other: "Ohm added that many deny that"."""
    place = bisect_left(by_cue, quote.first, key=lambda one: one.cue.i)
    last = by_cue[place - 1] if place else None
    near = by_cue[max(0, place - NEAREST) : place]
    return next((one for one in near if last is not None and one.first <= last.cue.i < one.end), last)


def _announced(doc: Doc, quote: Quote) -> Speaker | None:
    """Return the words that a colon opens a quotation after: "is shown by this finding: ..."."""
    noun = doc[quote.first - 3] if quote.first > 2 else None  # noqa: PLR2004 (the noun, the colon, the mark)
    if noun is None or noun.lemma_.lower() not in ANNOUNCING:
        return None
    return Speaker(mention_of(noun), mention_of(noun))


def _last_word(doc: Doc, quote: Quote) -> Token | None:
    """Return the last mark or word before a quotation's own mark, be it in the paragraph before."""
    return next((doc[i] for i in range(quote.first - 2, -1, -1) if not doc[i].is_space), None)


def _person_before(doc: Doc, quote: Quote, last: Report | None) -> Speaker | None:
    """Return the person of whom the sentence before a quotation tells, who then speaks in it.

    A pronoun there means who spoke last.
    """
    word = _last_word(doc, quote)
    subjects = word.sent.root.lefts if word is not None else ()
    subject = next((word for word in subjects if word.dep_ in SUBJECTS), None)
    if subject is not None and subject.ent_type_ == "PERSON":
        return Speaker(mention_of(subject), mention_of(subject))
    is_last = quote.fills_paragraph and subject is not None and subject.lower_ in PERSONAL
    return last.source if is_last and last is not None and quote.first - last.cue.i < FURTHEST else None


def _beside(doc: Doc, quote: Quote, by_cue: list[Report], voices: list[Speaker | None]) -> Speaker | None:
    """Return the source of a report whose cue stands outside the quotation in its first or last sentence."""
    if quote.first > 1 and doc[quote.first - 2].text == ":":
        announcing = [one for one in _between(by_cue, quote.first - COLON, quote.first) if one.rule == "announcement"]
        if announcing:
            return announcing[-1].source
    first, last = doc[quote.first].sent, doc[quote.end - 1].sent
    near = _between(by_cue, first.start, max(last.end, quote.end + NEAR_CUE + 1))
    outside = [one for one in near if one.cue.i < last.end and not quote.first <= one.cue.i < quote.end]
    if outside:
        nearest = min(outside, key=lambda one: min(abs(one.cue.i - quote.end), abs(one.cue.i - quote.first))).source
        same = [one.source for one in outside if one.source.text == nearest.text]
        return next((one for one in same if one.mention == one.name), nearest)
    after = [
        one
        for one in near
        if 0 <= one.cue.i - quote.end <= NEAR_CUE
        and (one.cue.lemma_ in SPEECH or one.rule in {"inquit", "signature"})
        and not any(map(ends_paragraph, doc[quote.end : one.cue.i]))
    ]
    if after:
        return after[0].source
    return voices[quote.first - 1] if quote.first and not quote.is_long else None


def _between(by_cue: list[Report], first: int, end: int) -> list[Report]:
    """Return the reports whose cues stand from token `first` up to `end`."""
    start = bisect_left(by_cue, first, key=lambda one: one.cue.i)
    return by_cue[start : bisect_left(by_cue, end, key=lambda one: one.cue.i)]
