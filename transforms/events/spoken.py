"""Speech → events: duties, blame, threats and readiness that no verb of the tables tells."""

from collections.abc import Container, Iterator

from spacy.tokens import Token

from transforms.events.actors import Cast, is_actor
from transforms.events.arguments import children, is_own, is_passive, obliques, patients, subjects
from transforms.events.frames import Frame, types_of
from transforms.events.triggers import Trigger
from transforms.lexicon.event_settings import (
    BLAMED,
    CRIME_VERBS,
    CRIMES,
    CRITICS,
    DUTY,
    PENALTIES,
    POLITICAL,
    REPRISALS,
    SPEECH_VERBS,
    SUFFERED,
    WILLING,
    WRONGS,
)

HARM = frozenset({"ASSAULT", "SANCTION", "COERCE", "MOBILIZE"})
COMING = frozenset({"will", "would", "'ll", "shall"})


def find_spoken(cast: Cast, triggers: Container[int]) -> Iterator[Trigger]:
    """Yield what speech makes an event: wrongs alleged, harm foretold, duties imposed, readiness declared."""
    for token in cast.doc:
        if token.pos_ == "ADJ" and (frame := _of_adjective(token)):
            yield Trigger(token, frame, frame.type)
        if token.dep_ != "ccomp" or token.head.lemma_ not in SPEECH_VERBS:
            continue
        rules = (MUST,) if token.i in triggers else (MUST, *ALLEGED)
        frame = next((frame for frame, fits in rules if fits(token, cast)), None)
        if frame and any(is_actor(head, cast) or _is_critic(head) for head in subjects(token.head)):
            yield Trigger(token, frame, frame.type, token.head)


def _of_adjective(token: Token) -> Frame | None:
    if token.lemma_ in WILLING and token.dep_ not in {"amod", "acl"} and children(token, "xcomp", "advcl"):
        return Frame(token.lemma_, "AGREE", "030")
    if token.lemma_ == "critical" and any(obliques(token, ("of",))):
        return Frame("critical", "ACCUSE", "111", preposition="of")
    return None


def _is_duty(token: Token, _: Cast) -> bool:
    return any(child.lower_ in DUTY for child in children(token, "aux"))


def _is_blame(token: Token, _: Cast) -> bool:
    return token.lemma_ in BLAMED


def _is_crime(token: Token, _: Cast) -> bool:
    return token.lemma_ in CRIME_VERBS and any(word.lemma_ in CRIMES for word in token.subtree)


def _is_wrong(token: Token, cast: Cast) -> bool:
    return token.lemma_.lower() in WRONGS and not is_passive(token) and _is_of_another(token, cast)


def _is_criticism(token: Token, cast: Cast) -> bool:
    """Tell what critics say of somebody in politics."""
    is_said = any(_is_critic(head) for head in subjects(token.head)) and _is_of_another(token, cast)
    return is_said and _is_of_politics(token, cast)


def _is_of_politics(token: Token, cast: Cast) -> bool:
    named = (one for head in children(token, "nsubj") if (one := cast.of(head)))
    return any(one.sector in POLITICAL for one in named)


def _is_critic(head: Token) -> bool:
    return head.lemma_.lower() in CRITICS


def _is_threat(token: Token, _: Cast) -> bool:
    """Tell harm foretold: to others ("will pay a price"), or by oneself ("will retaliate")."""
    if not any(child.lower_ in COMING for child in children(token, "aux")):
        return False
    if token.lemma_ in REPRISALS or (token.lemma_ == "respond" and _is_answer_to_harm(token)):
        return any(is_own(one) for one in children(token, "nsubj"))
    return token.lemma_ in SUFFERED and any(one.lemma_ in PENALTIES for one in patients(token))


def _is_answer_to_harm(token: Token) -> bool:
    """Tell "will respond to the raids" and "with force" from "will respond to the letter"."""
    heads = list(obliques(token, ("to", "with", "against")))
    return any(one.lemma_.lower() == "force" or not types_of(one).isdisjoint(HARM) for one in heads)


def _is_of_another(token: Token, cast: Cast) -> bool:
    named = [one for one in children(token, "nsubj") if one.pos_ != "PRON" and is_actor(one, cast)]
    return any(cast.of(one) not in {cast.of(head) for head in subjects(token.head)} for one in named)


# What saying it of somebody means; a duty is one whatever else its word tells.
MUST = (Frame("must", "REQUEST", "100", is_loose=True), _is_duty)
ALLEGED = (
    (Frame("responsible", "ACCUSE", "112"), _is_blame),
    (Frame("crime", "ACCUSE", "112"), _is_crime),
    (Frame("price", "THREATEN", "130", is_loose=True), _is_threat),
    (Frame("wrong", "ACCUSE", "112", is_loose=True), _is_wrong),
    (Frame("critic", "ACCUSE", "111"), _is_criticism),
)
