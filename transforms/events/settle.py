"""Local actors without a country → the country where they act; where scenes rival each other, it stays open.

"Police" and "civilians" are of the place where a clause is set, else of the country that most scenes of the text lie
in. Where two countries rival, who reports it decides ("Chad said that three soldiers were killed"), else nobody: the
actor keeps a null country, and the rivals are its candidates.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from schemas.event import Candidates, Participant
from transforms.assertions.read import Assertion, Assertions
from transforms.events.actors import Cast
from transforms.events.pronouns import voice_of
from transforms.lexicon.roles import LOCAL_SECTORS, ROVING, SECTOR_OF, WORLDLY

OFFICIAL = frozenset({"GOV", "LEG"})  # who speak wherever they are
MANY = 5  # countries that a text about the world names at the least
SHARE = 8  # one name in so many at the least is of the country where a text is set
STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD"})


def find_homes(
    assertion: Assertion, assertions: Assertions, cast: Cast, sources: Sequence[Participant]
) -> Sequence[str]:
    """Return the countries that a local actor of this clause may be of, likeliest first; one where that is plain."""
    if assertion.place and assertion.place.country:
        return (assertion.place.country,)
    rivals = assertions.places.settings
    voice = voice_of(assertion.speaker, cast) if len(rivals) > 1 else None
    if voice and voice.country in rivals and voice.country not in {one.country for one in sources}:
        return (voice.country,)
    if len(rivals) == 1 and _is_spread(rivals[0], cast):
        return ()
    return rivals or ((cast.countries.only,) if cast.countries.only else ())


def _is_spread(home: str, cast: Cast) -> bool:
    """Tell a text about the world, in which a scene or two are no home of all who act."""
    mentions = cast.countries.mentions
    return len(mentions) >= MANY and mentions[home] * SHARE < mentions.total()


def settle(
    sources: Sequence[Participant],
    targets: Sequence[Participant],
    homes: Sequence[str],
    cast: Cast,
    *,
    is_protest: bool,
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Return both sides with the local actors among them settled where there is one home.

    Who acts against people of the only country that a text names need not be of it, unless its state is among them.
    """
    if len(homes) != 1:
        return tuple(sources), tuple(targets)
    home = homes[0]
    is_theirs = home == cast.countries.only and any(one.country == home for one in targets)
    is_home = is_protest or not is_theirs or any(one.sector in STATE for one in targets)
    acting = tuple(
        replace(one, country=home)
        if is_home and _is_at_home(one, home, cast) and not (is_theirs and one.sector in {"GOV", "MIL"})
        else one
        for one in sources
    )
    return acting, tuple(replace(one, country=home) if _is_at_home(one, home, cast) else one for one in targets)


def _is_at_home(participant: Participant, home: str, cast: Cast) -> bool:
    """Tell whether a local actor is of `home`: officials are of the country spoken of most, if the text has one."""
    if participant.start in cast.open and home not in cast.open[participant.start]:
        return False
    if cast.countries.rivals and _is_person(participant):
        return False  # a minister named without a country may be of either
    is_of_state = participant.sector in OFFICIAL
    return is_local(participant, cast) and not (is_of_state and cast.countries.foremost not in {None, home})


def _is_person(participant: Participant) -> bool:
    """Tell an official who is named, not told by a role alone: "Marcelo Roe", "Minister Roe", but "the minister"."""
    last = participant.text.split()[-1]
    return last[0].isupper() and last.lower() not in SECTOR_OF and participant.sector in OFFICIAL


def is_local(participant: Participant, cast: Cast) -> bool:
    """Tell whether a participant without a country is of the place where it acts: not an ally, a refugee, a rocket."""
    if participant.country or participant.sector not in LOCAL_SECTORS or participant.start in cast.owned:
        return False
    last = participant.text.lower().split()[-1]
    forms = {last, last.removesuffix("s")}
    return not (participant.sector == "GOV" and forms & WORLDLY) and not forms & ROVING


def find_candidates(participants: Iterable[Participant], homes: Sequence[str], cast: Cast) -> Iterator[Candidates]:
    """Yield for each participant whose country is open the countries that it may be of."""
    local = tuple(homes)
    if len(local) == 1 and cast.countries.foremost not in {None, *local}:
        local = (*local, str(cast.countries.foremost))
    for one in participants:
        likely = (cast.countries.rivals or local) if _is_person(one) else local
        countries = () if one.country else cast.open.get(one.start, likely if is_local(one, cast) else ())
        if len(countries) > 1:
            yield Candidates(start=one.start, end=one.end, countries=tuple(countries))
