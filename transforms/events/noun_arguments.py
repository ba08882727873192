"""Events told by a noun → who does it and to whom: the noun's own arguments, and those of the verb that carries it."""

from spacy.tokens import Token

from schemas.event import Participant
from transforms.events.actors import Cast
from transforms.events.arguments import agents, children, expand, is_passive, obliques, prepositions, subjects
from transforms.events.identify import country_of
from transforms.events.reach import acting, actors_of, first_actors, reach
from transforms.events.triggers import Trigger
from transforms.lexicon.event_settings import (
    LIGHT_VERBS,
    PACKAGES,
    RECEIVERS,
    SOURCE_PREPOSITIONS,
    TARGET_PREPOSITIONS,
    UNDERGOING,
    UNDERGONE,
)

CARRYING = frozenset({"in", "with", "under", "on", "to"})  # "engaged in talks", "responded with a raid"
MEETING = frozenset({"after", "following", "during", "in", "before", "at"})
DYING = frozenset({"die", "perish"})
ABOUT_COUNTRIES = frozenset({"ACCUSE", "SANCTION", "RETREAT", "AID", "AGREE", "CONSULT"})


class NounArguments:
    """Arguments of an event told by a noun: its own, and those of the verb that carries it."""

    def __init__(self, trigger: Trigger, cast: Cast) -> None:
        """Find the verb that carries the noun."""
        self.trigger, self.noun, self.cast = trigger, trigger.token, cast
        self.whole = _whole_of(self.noun)
        self.carrier = self._carrier()
        self.receiver = self._receiver()

    def _receiver(self) -> Token | None:
        """Return the carrier if its subject undergoes the event: "faced criticism from X", "came under attack by X"."""
        if self.carrier is None or self.trigger.type not in UNDERGOING or is_passive(self.carrier):
            return None
        return self.carrier if self.carrier.lemma_.lower() in RECEIVERS else None

    def _carrier(self) -> Token | None:
        """Return the verb that lends its subject ("launched an attack", "announced a round of sanctions"), or null."""
        first = self.whole
        while first.dep_ == "conj" and first.head != first:
            first = first.head
        lemma = first.head.lemma_.lower()
        if first.head.pos_ != "VERB" or first.dep_ not in {"obj", "nsubj:pass", "obl"}:
            return None
        carrying = CARRYING | {"for"} if self.trigger.type == "CONSULT" else CARRYING
        if first.dep_ == "obl" and carrying.isdisjoint(prepositions(first)) and lemma != "enter":
            return None
        is_received = lemma in RECEIVERS and (first.dep_ == "obj" or "under" in prepositions(first))
        return first.head if lemma in LIGHT_VERBS or is_received else None

    def sources(self) -> list[Token]:
        """Return the nominals that tell who does it."""
        if self.receiver is not None:
            return [*obliques(self.receiver, ("from", "by")), *obliques(self.noun, ("from", "by", "of"))]
        own = self._own_sources()
        if own:
            return own
        if self.carrier is not None:
            return agents(self.carrier) if is_passive(self.carrier) else subjects(self.carrier)
        if children(self.noun, "cop"):
            return expand(children(self.noun, "nsubj"))
        if self.trigger.type == "CONSULT" and any(obliques(self.noun, ("with",))) and (met := self._met()):
            return met
        named = [one for one in children(self.noun, "amod", "compound", "nmod:desc") if one.i in self.cast.names]
        return [one for one in named if not self._is_subject_matter(one)]

    def _is_subject_matter(self, word: Token) -> bool:
        """Tell a country that an event is about or in: "the Kenya probe", "the Oslo accord"; not "Kenyan", "U.S."."""
        name = self.cast.names[word.i].name
        is_whole = word.dep_ == "compound" and name.kind in {"country", "capital"} and not word.text.isupper()
        is_about = self.trigger.type in ABOUT_COUNTRIES or self.noun.lemma_.lower() in {"war", "conflict", "invasion"}
        return is_whole and "." not in word.text and is_about

    def _met(self) -> list[Token]:
        """Return who met, of a meeting told by the way: "after talks with X, Y said"."""
        top = self.whole
        while top.dep_ == "nmod":
            top = top.head
        return subjects(top.head) if top.dep_ == "obl" and not MEETING.isdisjoint(prepositions(self.whole)) else []

    def _own_sources(self) -> list[Token]:
        """Return who the noun's own phrase says did it: "Libya's raid", "the raid on X by Libya"."""
        is_mediation = self.trigger.frame.cameo == "045"  # who mediates "between" two is neither
        wanted = [one for one in SOURCE_PREPOSITIONS if one != "between" or not is_mediation]
        if self.trigger.frame.cameo == "042":  # a trip from somewhere is nobody's
            wanted.remove("from")
        own = [] if self._is_undergone() else expand(children(self.noun, "nmod:poss"))
        own += list(obliques(self.noun, wanted))
        own += [one for hung in children(self.noun, "nmod") for one in obliques(hung, ("by",))]
        own = [one for one in acting(own, self.cast) if self.cast.of(one)]
        if not own and self.trigger.type == "RETREAT":
            leaving = acting(obliques(self.noun, ("of",)), self.cast)
            own = [one for one in leaving if self.carrier is None or country_of(one, self.cast.names)]
        return own

    def _is_undergone(self) -> bool:
        """Tell "Mbeki's arrest", of whom it befell, from "Mbeki's attack"."""
        return self.noun.lemma_.lower() in UNDERGONE and not any(obliques(self.noun, ("of",)))

    def targets(self) -> list[Participant]:
        """Return to whom it is done."""
        wanted = TARGET_PREPOSITIONS[self.trigger.type]
        if self.receiver is not None:
            return actors_of(acting(subjects(self.receiver), self.cast), self.cast)
        if self.trigger.type == "RETREAT":  # those who leave are no targets
            wanted = tuple(one for one in wanted if one != "of")
        sources = set(self.sources())
        if self._is_undergone() and (befallen := actors_of(expand(children(self.noun, "nmod:poss")), self.cast)):
            return befallen
        for place in dict.fromkeys(one for one in (self.noun, self.whole, self.carrier) if one is not None):
            hung = [one for one in obliques(place, wanted) if one not in sources]
            if named := acting(hung, self.cast) or acting(children(place, "iobj"), self.cast):
                return first_actors(named, self.cast)
        modifiers = [one for one in children(self.noun, "amod", "compound") if one.i in self.cast.names]
        about = [one for one in modifiers if self._is_subject_matter(one)]
        if about and self.trigger.type not in {"AGREE", "CONSULT"}:
            return actors_of(about, self.cast)
        if self.carrier is not None and modifiers and sources.isdisjoint(modifiers):
            return actors_of(modifiers, self.cast)
        concerned = reach(list(obliques(self.noun, wanted)), self.trigger, self.cast)
        return concerned or actors_of(self._concerned(), self.cast)

    def _concerned(self) -> list[Token]:
        """Return who is to do what is asked ("a demand that X stop"), or who died of it ("died in the attack")."""
        if self.trigger.type == "REQUEST":
            clauses = children(self.noun, "acl", "ccomp")
            return acting((one for clause in clauses for one in subjects(clause, 0)), self.cast)
        dying = next((one for one in self.noun.ancestors if one.pos_ == "VERB"), self.noun)
        return subjects(dying) if dying.lemma_ in DYING and self.trigger.type == "ASSAULT" else []


def _whole_of(noun: Token) -> Token:
    """Return the noun that only counts or packs an event: "round" of "a round of sanctions"."""
    while noun.dep_ == "nmod" and noun.head.lemma_.lower() in PACKAGES and "of" in prepositions(noun):
        noun = noun.head
    return noun
