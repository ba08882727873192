"""Parse → triggers: the verbs and nouns that tell an event, each with the frame it fits."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from transforms.events.actors import Cast, is_actor
from transforms.events.arguments import (
    antecedent,
    children,
    expand,
    is_infinitive,
    is_passive,
    obliques,
    particles,
    patients,
    prepositions,
    subjects,
)
from transforms.events.frames import Frame, in_class, noun_frames, types_of, verb_frames
from transforms.events.identify import INSIDE, phrase
from transforms.events.words import is_hyphened, lemma_in
from transforms.lexicon.event_verbs import ACTOR_CLASSES
from transforms.lexicon.roles import OFFICES, SECTOR_OF

CONTAINERS = frozenset(
    """
    delivery shipment package supply program programme effort worth campaign operation million billion dollar fund
    money sum law support
    """.split()  # noqa: SIM905
)
PREPOSITIONS = frozenset({"in", "on", "by", "to"})  # particles that more often bring a nominal: "give it in any form"
MEASURES = frozenset({"of", "in", "for"})  # "$5 million in aid", "a package of sanctions"
NOT_TALKS = frozenset({"press", "news"})  # nobody meets at a press conference
HUMAN = frozenset({"CVL", "REB", "MIL", "OPP", "MED", "EDU"})
PERSONAL = HUMAN | {"GOV", "LEG", "JUD", "BUS", "COP"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an event, and how."""

    token: Token
    frame: Frame
    type: str
    speech: Token | None = None  # the verb of speech that makes it one: its subject is the source

    @property
    def is_verb(self) -> bool:
        """Tell a predicate from a noun."""
        return self.token.pos_ in {"VERB", "AUX", "ADJ"}

    def told_as(self, kind: str, cameo: str) -> "Trigger":
        """Return the same word as one that tells an event of another type."""
        return replace(self, type=kind, frame=replace(self.frame, cameo=cameo))


def find_triggers(doc: Doc, cast: Cast) -> Iterator[Trigger]:
    """Yield every word of `doc` that fits a frame, in text order; arguments are not asked yet."""
    for token in doc:
        frame = frame_of(token, cast)
        if frame:
            yield Trigger(token, frame, frame.type)


def frame_of(token: Token, cast: Cast) -> Frame | None:
    """Return the most demanding frame that a verb or noun fits, or null."""
    if token.pos_ == "VERB" and not _is_epithet(token):
        return next((one for one in _verb_frames(token) if _fits_verb(token, one, cast)), None)
    if token.pos_ == "NOUN" and token.dep_ not in {"compound", "amod"}:
        return next((one for one in _noun_frames(token) if _fits_noun(token, one, cast)), None)
    return None


def _is_epithet(verb: Token) -> bool:
    """Tell a participle that only says what kind someone is: "the defending champions", "a convincing offer"."""
    return verb.dep_ == "amod" and verb.tag_ == "VBG"


def _verb_frames(token: Token) -> tuple[Frame, ...]:
    return verb_frames().get(lemma_in(token, verb_frames()), ())


def _noun_frames(token: Token) -> tuple[Frame, ...]:
    if token.lemma_.lower() in SECTOR_OF and noun_frames().keys().isdisjoint((token.lemma_.lower(), token.lower_)):
        return ()  # "aides" are no aid
    return noun_frames().get(lemma_in(token, noun_frames())) or noun_frames().get(token.lower_, ())


def _fits_verb(verb: Token, frame: Frame, cast: Cast) -> bool:
    if frame.particle and frame.particle not in particles(verb):
        is_misread = frame.particle not in PREPOSITIONS or not children(verb, "obj")  # "called off a strike"
        if not is_misread or not any(obliques(verb, (frame.particle,))):
            return False
    if frame.preposition and not any(True for _ in obliques(verb, (frame.preposition,))):
        return frame.preposition in {word for one in patients(verb) for word in prepositions(one)} and not frame.company
    if frame.company == "CLAUSE":
        return _has_infinitive(verb)
    if frame.company == "BACK":
        return bool(patients(verb)) and (any(obliques(verb, ("to", "into"))) or _is_given_to(verb, cast))
    if frame.company == "TO_DO":
        return any(is_infinitive(clause) for clause in children(verb, "xcomp"))
    return not frame.company or _has_company(verb, frame, cast)


def _has_company(verb: Token, frame: Frame, cast: Cast) -> bool:
    """Tell whether the object, or the nominal under the frame's preposition, is of the class asked for."""
    if frame.company == "PERSON" and _names(verb):  # "held him responsible"
        return False
    if frame.company == "PERSON_ALONE" and (_names(verb) or len(patients(verb)) != 1):
        return False
    heads = list(obliques(verb, (frame.preposition,))) if frame.preposition else patients(verb)
    if is_passive(verb) and not frame.preposition:
        heads += children(verb, "obj")  # "were denied visas"
    if not heads and not frame.preposition and not is_passive(verb):
        heads = list(obliques(verb, ("to", "into", "in", "on", "under")))
    if frame.company == "PLACE":
        return any(cast.places.at(head) for head in heads) and _may_fight(verb, cast)
    if frame.company == "BODY":
        return any(one.sector == "IGO" for head in heads if (one := cast.of(head)))
    if frame.company in ACTOR_CLASSES:
        return any(_is_person(head, cast) for head in heads)
    heads += [one for one in children(verb, "xcomp") if one.pos_ in {"ADJ", "NOUN"}]
    return in_class((word for head in heads for word in _words_of(head)), frame.company)


def _is_given_to(verb: Token, cast: Cast) -> bool:
    """Tell a receiver that the parse hangs on the thing: "returned a mask made of wood to Peru"."""
    inside = (word for thing in children(verb, "obj") for word in thing.subtree)
    return any("to" in prepositions(word) and is_actor(word, cast) for word in inside)


def _has_infinitive(verb: Token) -> bool:
    """Tell whether somebody is to do something: "asked X to", "wants Y to"."""
    clauses = children(verb, "xcomp", "ccomp", "advcl")
    return bool(patients(verb) or children(verb, "ccomp")) and any(
        is_infinitive(one) and not _asks_how(one) for one in clauses
    )


def _names(verb: Token) -> bool:
    """Tell "called him a liar" from "called him to say"."""
    called = patients(verb)
    named = (one for one in children(verb, "xcomp", "ccomp") if one.lower_ != "dead")  # "shot dead"
    return any(not is_infinitive(one) and one not in called for one in named)


def _asks_how(clause: Token) -> bool:
    """Tell "told them how to survive", which asks nothing of anybody."""
    return any(child.tag_ in {"WRB", "WP", "WDT"} for child in clause.children)


def _may_fight(verb: Token, cast: Cast) -> bool:
    """Tell "Russia hit Kyiv" and "missiles hit Kyiv" from "tariffs hit Kyiv"."""
    named = [one for head in subjects(verb) if (one := cast.of(head))]
    is_deed = any("ASSAULT" in types_of(antecedent(head)) for head in subjects(verb))
    return is_deed or any(one.sector in {"MIL", "REB", "GOV"} for one in named)


def _is_person(head: Token, cast: Cast) -> bool:
    if any(word.ent_type_ == "PERSON" for word in phrase(head, INSIDE - {"nmod:poss"})):
        return True
    participant = cast.of(head)
    if participant is None or participant.sector not in PERSONAL or not is_actor(head, cast):
        return False
    return participant.sector in HUMAN or head.lemma_.lower() in OFFICES


def _words_of(head: Token) -> Iterator[str]:
    """Yield the lemmas and forms that may place an object in a class: its head, what it measures, its complement."""
    yield from (head.lemma_.lower(), head.lower_)
    if is_hyphened(head):
        yield f"{head.nbor(-2).lower_}-{head.lemma_.lower()}"
    if head.lemma_.lower() in CONTAINERS:
        yield from (one.lower_ for one in children(head, "compound", "amod"))
    measured = MEASURES if head.pos_ in {"NUM", "SYM"} or head.lemma_.lower() in CONTAINERS else MEASURES - {"for"}
    for inner in expand(obliques(head, measured)):
        yield from (inner.lemma_.lower(), inner.lower_)
        yield from (one.lemma_.lower() for one in obliques(inner, ("of",)))  # "tens of thousands of pounds"
    for inner in children(head, "compound", "nmod:unmarked"):
        if inner.pos_ == "SYM" or head.pos_ in {"NUM", "SYM"}:
            yield inner.lower_


def _fits_noun(noun: Token, frame: Frame, cast: Cast) -> bool:
    if not NOT_TALKS.isdisjoint(one.lower_ for one in children(noun, "compound")):
        return False
    if not frame.company:
        return True
    if frame.company in ACTOR_CLASSES:
        return any(_is_person(head, cast) for head in (*obliques(noun, ("of",)), *children(noun, "nmod:poss")))
    company = [*children(noun, "compound", "amod", "nmod:desc"), *obliques(noun, ("of", "in", "to"))]
    return in_class((one.lower_ for one in company), frame.company)
