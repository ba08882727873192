"""Document → for any of its words: who says it, how sure, when and where it holds."""

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from schemas.claim import Period, Place
from transforms.assertions.attribute import Speaker, Speakers, find_speakers
from transforms.assertions.factuality import judge
from transforms.assertions.moments import Times, find_times
from transforms.assertions.place import Places, find_place, find_places
from transforms.assertions.time import find_period


@dataclass(frozen=True, slots=True)
class Assertion:
    """How a text puts forward what one of its words tells; null where it says nothing."""

    speaker: Speaker | None
    factuality: str
    time: Period | None
    place: Place | None


BARE = Assertion(None, "fact", None, None)


@dataclass(frozen=True, slots=True)
class Assertions:
    """What one document puts forward, and how; made once, asked for many words."""

    speakers: Speakers
    times: Times
    places: Places
    published_on: date | None

    def of(self, token: Token) -> Assertion:
        """Return how the text puts forward what `token` tells."""
        if not token.dep:  # not parsed; asking the document costs its length
            return BARE
        factuality = judge(token)
        time = find_period(token, self.times, self.published_on, is_ahead=factuality == "planned")
        speaker = self.speakers.of(token)
        if speaker is not None and speaker.is_wish and factuality == "fact":
            speaker = None  # "wants to lift the 15% tariff": the tariff is no wish
        return Assertion(speaker, factuality, time, find_place(token, self.places))


def read_assertions(doc: Doc, published_on: date | None) -> Assertions:
    """Read who says what, when and where in `doc`; a text without a parse yields the outlet's own, bare word."""
    return Assertions(find_speakers(doc), find_times(doc), find_places(doc), published_on)
