"""Events told by a verb → who does it and to whom: the verb's own arguments, and those of its complements."""

from spacy.tokens import Token

from schemas.event import Participant
from transforms.events.actors import Cast, is_actor
from transforms.events.arguments import (
    antecedent,
    children,
    complements,
    expand,
    is_own,
    obliques,
    patients,
    prepositions,
    subjects,
)
from transforms.events.frames import in_class
from transforms.events.noun_arguments import NounArguments
from transforms.events.reach import acting, actors_of, first_actors, reach
from transforms.events.retype import PEACEKEEPING
from transforms.events.triggers import Trigger, frame_of
from transforms.lexicon.event_settings import INSTRUMENTS, KIND, RECEIVERS, SWALLOWING, TARGET_PREPOSITIONS
from transforms.lexicon.roles import ISSUED

AIMED = frozenset({"at", "on", "into"})  # before whom a shot is for; what is shot is an arm
ASIDE = frozenset("while as after before because when although though since whereas".split())  # noqa: SIM905
INNER_TARGETS = SWALLOWING | {"AGREE", "AID", "SANCTION", "PROTEST", "CONCEDE"}


class VerbArguments:
    """Arguments of an event told by a verb."""

    def __init__(self, trigger: Trigger, cast: Cast) -> None:
        """Tell verbs whose subject is no source: it receives, or is what is moved."""
        self.trigger, self.verb, self.cast = trigger, trigger.token, cast
        self.receives = trigger.token.lemma_ in RECEIVERS and trigger.type in {"ACCUSE", "AID"}
        # Who withdraws troops, or sends them to keep a peace, moves their own.
        self.moves_own = trigger.frame.company == "FORCES" or trigger.frame.cameo == PEACEKEEPING

    def sources(self) -> list[Token]:
        """Return the nominals that tell who does it."""
        if self.trigger.speech is not None:
            return subjects(self.trigger.speech)
        if self.receives:
            return list(obliques(self.verb, ("from",)))
        heads = subjects(self.verb) or (patients(self.verb) if self.moves_own else [])
        return [one for head in heads for one in self._doers(head)]

    def _doers(self, head: Token) -> list[Token]:
        """Return who stands behind a subject: of a deed ("attacks that killed four") those who did it."""
        if self.verb.dep_ == "acl" and head == self.verb.head and not is_actor(head, self.cast):
            return subjects(head.head) if head.dep_ == "obj" else [head]  # "issued a statement demanding"
        deed = antecedent(head)
        if is_actor(deed, self.cast):
            return [head]
        if frame := frame_of(deed, self.cast):
            return NounArguments(Trigger(deed, frame, frame.type), self.cast).sources()
        if deed.lemma_.lower() in ISSUED:  # "the Finnish guidance advises"
            return acting(children(deed, "nmod:poss", "amod", "compound"), self.cast)[:1] or [head]
        return [head]

    def targets(self) -> list[Participant]:
        """Return to whom it is done."""
        if self.trigger.speech is not None:
            return reach(self._spoken_of(), self.trigger, self.cast)
        if self.receives:
            return actors_of(subjects(self.verb), self.cast)
        if receivers := self._receivers() or self._addressees():
            return receivers
        heads = self._objects()
        direct = actors_of(acting(heads, self.cast), self.cast)
        is_plain = any(one.country or one.sector != "UNK" for one in direct)
        if is_plain or any(head.ent_type_ == "PERSON" for head in heads):
            return direct
        wanted = TARGET_PREPOSITIONS[self.trigger.type]
        if self.trigger.frame.preposition:
            wanted = (self.trigger.frame.preposition, *wanted)
        sources = set(self.sources())
        hung = [one for one in obliques(self.verb, wanted) if self._may_be_meant(one) and one not in sources]
        found = first_actors(hung, self.cast) or reach(heads, self.trigger, self.cast)
        inner = self._inner_targets() if self.trigger.type in INNER_TARGETS and not (found or direct) else []
        return found or direct or inner or reach(obliques(self.verb, wanted), self.trigger, self.cast)

    def _spoken_of(self) -> list[Token]:
        """Return of whom somebody says it, or, of what they say of themselves, against whom."""
        if any(is_own(one) for one in children(self.verb, "nsubj")):
            return list(obliques(self.verb, TARGET_PREPOSITIONS[self.trigger.type]))
        return subjects(self.verb) or patients(self.verb)

    def _objects(self) -> list[Token]:
        """Return the objects to which it may be done: not one's own forces, and nobody who is what it is done with."""
        if self.moves_own:
            return []
        is_shot = self.trigger.type == "ASSAULT" and self.trigger.frame.preposition in AIMED
        if self.trigger.frame.company in INSTRUMENTS or is_shot:
            return [one for one in patients(self.verb) if not is_actor(one, self.cast)]
        return patients(self.verb)

    def _may_be_meant(self, head: Token) -> bool:
        """Tell whom a deed is done to from what it is done with: "attacked the towns with drones"."""
        is_arm = in_class((head.lemma_.lower(), head.lower_), "ARMS")
        return is_actor(head, self.cast) and not (is_arm and "with" in prepositions(head))

    def _receivers(self) -> list[Participant]:
        """Return who is given a thing: "sent tanks to Ukraine", "gave Ukraine tanks", "shared data with Latvia"."""
        if self.trigger.type not in {"AID", "COOPERATE"} or not children(self.verb, "obj"):
            return []
        heads = children(self.verb, "iobj") or list(obliques(self.verb, ("to", "with")))
        return first_actors(heads, self.cast)

    def _addressees(self) -> list[Participant]:
        """Return to whom goes the letter that says it: "a letter to X demanding", or whom a suit is brought against."""
        letter = self.verb.head
        if self.verb.dep_ == "acl" and self.verb.tag_ == "VBG" and letter.lemma_.lower() in ISSUED:
            hung = [one for place in (letter, letter.head) for one in obliques(place, ("to",))]
        elif self.trigger.type == "ACCUSE":
            hung = [one for suit in children(self.verb, "obj") for one in obliques(suit, ("against",))]
        else:
            hung = []
        return first_actors(hung, self.cast)

    def _inner_targets(self) -> list[Participant]:
        """Return whom a complement concerns: "demanded that X stop", "threatened to cut power to X"."""
        sources = actors_of(self.sources(), self.cast)
        own = {one.country for one in sources if one.country} if self.trigger.type in KIND | {"AGREE"} else set()
        aside = [one for one in children(self.verb, "advcl") if not ASIDE.isdisjoint(_marks(one))]
        for clause in complements(self.verb) + [one for one in children(self.verb, "advcl") if one not in aside]:
            heads = expand(children(clause, "nsubj", "nsubj:pass"))
            found = actors_of(acting(heads, self.cast), self.cast)
            if not found:
                frame = frame_of(clause, self.cast) or self.trigger.frame
                inner = Trigger(clause, frame, frame.type)
                found = VerbArguments(inner, self.cast).targets() if clause.pos_ == "VERB" else []
            found = [one for one in found if one not in sources and one.country not in own]
            if self.trigger.type == "PROTEST":  # "rioted, joining thousands of demonstrators"
                found = [one for one in found if one.sector != "CVL"]
            if found:
                return found
        return []


def _marks(clause: Token) -> set[str]:
    return {child.lower_ for child in children(clause, "mark", "advmod")}
