"""Triggers → sources and targets: who did it and to whom, read from the parse by the type's own ways."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from schemas.event import Participant
from transforms.events.actors import Cast, is_actor
from transforms.events.arguments import (
    agents,
    antecedent,
    children,
    complements,
    expand,
    is_own,
    is_passive,
    obliques,
    patients,
    prepositions,
    subjects,
)
from transforms.events.frames import in_class
from transforms.events.identify import country_of, phrase
from transforms.events.triggers import Trigger, frame_of
from transforms.lexicon.event_settings import (
    ALLEGATIONS,
    INSTRUMENTS,
    KIND,
    LIGHT_VERBS,
    PACKAGES,
    RECEIVERS,
    SOURCE_PREPOSITIONS,
    SWALLOWING,
    TARGET_PREPOSITIONS,
    UNDERGOING,
    UNDERGONE,
)
from transforms.lexicon.roles import ISSUED

PEACEKEEPING = "074"
AIMED = frozenset({"at", "on", "into"})  # before whom a shot is for; what is shot is an arm
ASIDE = frozenset("while as after before because when although though since whereas".split())  # noqa: SIM905
CARRYING = frozenset({"in", "with", "under", "on", "to"})  # "engaged in talks", "responded with a raid"
PRONOUNS = frozenset({"he", "she", "it", "they"})
MEETING = frozenset({"after", "following", "during", "in", "before", "at"})
DYING = frozenset({"die", "perish"})
ABOUT_COUNTRIES = frozenset({"ACCUSE", "SANCTION", "RETREAT", "AID", "AGREE", "CONSULT"})
INNER_TARGETS = SWALLOWING | {"AGREE", "AID", "SANCTION", "PROTEST", "CONCEDE"}


def find_participants(trigger: Trigger, cast: Cast) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Return the sources and the targets of an event, each in text order, none on both sides."""
    around = _Verb(trigger, cast) if trigger.is_verb else _Noun(trigger, cast)
    heads = around.sources()
    targets = around.targets()
    sources = [one for one in _actors(heads, cast) if not _is_answered(one, heads, targets)]
    targets = [one for one in targets if one not in sources]
    return tuple(sources), tuple(dict.fromkeys(targets))


def _is_answered(source: Participant, heads: Iterable[Token], targets: Iterable[Participant]) -> bool:
    """Tell a pronoun's reading that cannot be: "he" of "he accused X" is not X."""
    return any(head.lower_ in PRONOUNS for head in heads) and any(
        one.text.split()[-1] == source.text.split()[-1] for one in targets
    )


def _actors(heads: Iterable[Token], cast: Cast) -> list[Participant]:
    return list(dict.fromkeys(one for head in heads for one in cast.all_of(head)))


def _reach(heads: Iterable[Token], trigger: Trigger, cast: Cast) -> list[Participant]:
    """Actors among `heads`; if there are none, those whom the things among them concern or belong to.

    An accusation is of whoever did the deed ("condemned Israel's raid on Gaza"), so its owner comes first;
    elsewhere whom a thing concerns does ("cut Israel's aid to Gaza").
    """
    heads = list(heads)
    direct = _actors((head for head in heads if is_actor(head, cast)), cast)
    if direct:
        return direct
    wanted = TARGET_PREPOSITIONS[trigger.type]
    hung = [one for head in heads for one in _hung(head, wanted)]
    concerned = _actors((one for one in hung if is_actor(one, cast)), cast)
    owners = _actors((owner for head in heads for owner in _owners(head, cast)), cast)
    if trigger.frame.cameo == "090":  # who makes an allegation is not the one whom its inquiry is about
        owners = [] if any(head.lemma_.lower() in ALLEGATIONS for head in heads) else owners
    first = owners or concerned if trigger.type == "ACCUSE" else concerned or owners
    return first or _actors((owner for head in hung for owner in _owners(head, cast)), cast) or _inside(heads, cast)


def _hung(head: Token, wanted: Iterable[str], depth: int = 3) -> Iterator[Token]:
    """Nominals on a thing and on what it is made of: "a wave of assistance for Ukraine"."""
    yield from obliques(head, wanted)
    if depth:
        for inner in children(head, "nmod"):
            yield from _hung(inner, wanted, depth - 1)


def _owners(head: Token, cast: Cast) -> Iterator[Token]:
    """Names inside the phrase of a thing: "Haiti's efforts", "Russian oil imports"."""
    for holder in children(head, "nmod:poss"):
        if is_actor(holder, cast):
            yield holder
            return
    users = [one for clause in children(head, "acl") if clause.tag_ == "VBN" for one in agents(clause)]
    yield from _first([*obliques(head, ("by",)), *users], cast)  # "a base used by rebels"
    for word in phrase(head):
        if word != head and word.i in cast.names:
            yield word
            return
    if head.i in cast.names:
        yield head
    for owner in children(head, "nmod"):
        if owner.i in cast.names:
            yield owner


def _holders(thing: Token, cast: Cast) -> Iterator[Token]:
    """Who acts by a thing: its possessor or the people that its adjective names ("the Finnish guidance advises")."""
    for holder in children(thing, "nmod:poss", "amod", "compound"):
        if is_actor(holder, cast):
            yield holder
            return


def _first(heads: Iterable[Token], cast: Cast) -> list[Token]:
    return [head for head in heads if is_actor(head, cast)][:1]


def _inside(heads: Iterable[Token], cast: Cast) -> list[Participant]:
    """Return the first group of names anywhere in the phrases of things: "power lines leading into Kabul"."""
    for head in heads:
        clauses = [one for one in children(head, "acl:relcl") if any(word.lower_ == "who" for word in one.children)]
        apart = {
            word for clause in clauses for word in clause.subtree
        }  # "two traders who ran": they are meant themselves
        after = (word for word in head.subtree if word.i > head.i and word not in apart)
        named = [word for word in after if word.i in cast.names or cast.places.at(word)]
        if named:
            holder = named[0].head if named[0].dep_ in {"amod", "compound"} else named[0]
            return _actors(expand([holder if is_actor(holder, cast) else named[0]]), cast)
    return []


class _Verb:
    """Arguments of an event told by a verb."""

    def __init__(self, trigger: Trigger, cast: Cast) -> None:
        self.trigger, self.verb, self.cast = trigger, trigger.token, cast

        self.receives = trigger.token.lemma_ in RECEIVERS and trigger.type in {"ACCUSE", "AID"}
        # Who withdraws troops, or sends them to keep a peace, moves their own.
        self.moves_own = trigger.frame.company == "FORCES" or trigger.frame.cameo == PEACEKEEPING

    def sources(self) -> list[Token]:
        if self.trigger.speech is not None:
            return subjects(self.trigger.speech)
        if self.receives:
            return list(obliques(self.verb, ("from",)))
        heads = subjects(self.verb) or (patients(self.verb) if self.moves_own else [])
        return [one for head in heads for one in self._doers(head)]

    def _doers(self, head: Token) -> list[Token]:
        """Who stands behind a subject: of a deed ("attacks that killed four") those who did it."""
        if self.verb.dep_ == "acl" and head == self.verb.head and not is_actor(head, self.cast):
            return subjects(head.head) if head.dep_ == "obj" else [head]  # "issued a statement demanding"
        deed = antecedent(head)
        if is_actor(deed, self.cast):
            return [head]
        if frame := frame_of(deed, self.cast):
            return _Noun(Trigger(deed, frame, frame.type), self.cast).sources()
        holders = list(_holders(deed, self.cast)) if deed.lemma_.lower() in ISSUED else []
        return holders or [head]

    def targets(self) -> list[Participant]:
        if self.trigger.speech is not None and any(is_own(one) for one in children(self.verb, "nsubj")):
            return _reach(obliques(self.verb, TARGET_PREPOSITIONS[self.trigger.type]), self.trigger, self.cast)
        if self.trigger.speech is not None:
            return _reach(subjects(self.verb) or patients(self.verb), self.trigger, self.cast)
        if self.receives:
            return _actors(subjects(self.verb), self.cast)
        wanted = TARGET_PREPOSITIONS[self.trigger.type]
        if self.trigger.frame.preposition:
            wanted = (self.trigger.frame.preposition, *wanted)
        heads = [] if self.moves_own else patients(self.verb)
        if self.trigger.frame.company in INSTRUMENTS or (
            self.trigger.type == "ASSAULT" and self.trigger.frame.preposition in AIMED
        ):
            heads = [one for one in heads if not is_actor(one, self.cast)]
        if receivers := self._receivers() or self._addressees():
            return receivers
        direct = _actors((head for head in heads if is_actor(head, self.cast)), self.cast)
        if any(one.country or one.sector != "UNK" for one in direct) or any(
            head.ent_type_ == "PERSON" for head in heads
        ):
            return direct
        sources = set(self.sources())
        hung = [one for one in obliques(self.verb, wanted) if self._may_be_meant(one) and one not in sources]
        found = _actors(_first_group(hung), self.cast) or _reach(heads, self.trigger, self.cast)
        inner = self._inner_targets() if self.trigger.type in INNER_TARGETS and not (found or direct) else []
        return found or direct or inner or _reach(obliques(self.verb, wanted), self.trigger, self.cast)

    def _may_be_meant(self, head: Token) -> bool:
        """Tell whom a deed is done to from what it is done with: "attacked the towns with drones"."""
        is_arm = in_class((word for word in (head.lemma_.lower(), head.lower_)), "ARMS")
        return is_actor(head, self.cast) and not (is_arm and "with" in prepositions(head))

    def _receivers(self) -> list[Participant]:
        """Who is given or shown a thing: "sent tanks to Ukraine", "gave Ukraine tanks", "shared data with Latvia"."""
        if self.trigger.type not in {"AID", "COOPERATE"} or not children(self.verb, "obj"):
            return []
        heads = children(self.verb, "iobj") or list(obliques(self.verb, ("to", "with")))
        return _actors(_first_group([one for one in heads if is_actor(one, self.cast)]), self.cast)

    def _addressees(self) -> list[Participant]:
        """To whom goes the letter that says it: "a letter to X demanding", or whom a suit is brought against."""
        letter = self.verb.head
        if self.verb.dep_ == "acl" and self.verb.tag_ == "VBG" and letter.lemma_.lower() in ISSUED:
            hung = [one for place in (letter, letter.head) for one in obliques(place, ("to",))]
        elif self.trigger.type == "ACCUSE":
            hung = [one for suit in children(self.verb, "obj") for one in obliques(suit, ("against",))]
        else:
            hung = []
        return _actors(_first_group([one for one in hung if is_actor(one, self.cast)]), self.cast)

    def _inner_targets(self) -> list[Participant]:
        """Whom a complement concerns: "demanded that X stop", "threatened to cut power to X"."""
        sources = _actors(self.sources(), self.cast)
        own = {one.country for one in sources if one.country} if self.trigger.type in KIND | {"AGREE"} else set()
        aside = [one for one in children(self.verb, "advcl") if not ASIDE.isdisjoint(_marks(one))]
        for clause in complements(self.verb) + [one for one in children(self.verb, "advcl") if one not in aside]:
            heads = expand(children(clause, "nsubj", "nsubj:pass"))
            found = _actors((head for head in heads if is_actor(head, self.cast)), self.cast)
            if not found:
                frame = frame_of(clause, self.cast) or self.trigger.frame
                inner = Trigger(clause, frame, frame.type)
                found = _Verb(inner, self.cast).targets() if clause.pos_ == "VERB" else []
            found = [one for one in found if one not in sources and one.country not in own]
            if self.trigger.type == "PROTEST":  # "rioted, joining thousands of demonstrators"
                found = [one for one in found if one.sector != "CVL"]
            if found:
                return found
        return []


def _marks(clause: Token) -> set[str]:
    return {child.lower_ for child in children(clause, "mark", "advmod")}


def _first_group(heads: list[Token]) -> list[Token]:
    """Return the first nominal and those coordinated with it."""
    return [head for head in heads if head == heads[0] or heads[0].is_ancestor(head)]


class _Noun:
    """Arguments of an event told by a noun: its own, and those of the verb that carries it."""

    def __init__(self, trigger: Trigger, cast: Cast) -> None:
        self.trigger, self.noun, self.cast = trigger, trigger.token, cast
        self.whole = whole_of(self.noun)
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
        """Who met, of a meeting told by the way: "after talks with X, Y said"."""
        top = self.whole
        while top.dep_ == "nmod":
            top = top.head
        return subjects(top.head) if top.dep_ == "obl" and not MEETING.isdisjoint(prepositions(self.whole)) else []

    def _own_sources(self) -> list[Token]:
        """Who the noun's own phrase says did it: "Libya's raid", "the raid on X by Libya"."""
        is_mediation = self.trigger.frame.cameo == "045"  # who mediates "between" two is neither
        wanted = [one for one in SOURCE_PREPOSITIONS if one != "between" or not is_mediation]
        if self.trigger.frame.cameo == "042":  # a trip from somewhere is nobody's
            wanted.remove("from")
        own = [] if self._is_undergone() else expand(children(self.noun, "nmod:poss"))
        own += list(obliques(self.noun, wanted))
        own += [one for hung in children(self.noun, "nmod") for one in obliques(hung, ("by",))]
        own = [one for one in own if is_actor(one, self.cast) and self.cast.of(one)]
        if not own and self.trigger.type == "RETREAT":
            leaving = [one for one in obliques(self.noun, ("of",)) if is_actor(one, self.cast)]
            own = [one for one in leaving if self.carrier is None or country_of(one, self.cast.names)]
        return own

    def _is_undergone(self) -> bool:
        """Tell "Mbeki's arrest", of whom it befell, from "Mbeki's attack"."""
        return self.noun.lemma_.lower() in UNDERGONE and not any(obliques(self.noun, ("of",)))

    def targets(self) -> list[Participant]:
        wanted = TARGET_PREPOSITIONS[self.trigger.type]
        if self.receiver is not None:
            return _actors((one for one in subjects(self.receiver) if is_actor(one, self.cast)), self.cast)
        if self.trigger.type == "RETREAT":  # those who leave are no targets
            wanted = tuple(one for one in wanted if one != "of")
        sources = set(self.sources())
        if self._is_undergone() and (befallen := _actors(expand(children(self.noun, "nmod:poss")), self.cast)):
            return befallen
        places = [self.noun, *([self.whole] if self.whole != self.noun else [])]
        if self.carrier is not None:
            places.append(self.carrier)
        for place in places:
            hung = [one for one in obliques(place, wanted) if is_actor(one, self.cast) and one not in sources]
            hung = hung or [one for one in children(place, "iobj") if is_actor(one, self.cast)]
            if hung:
                return _actors(_first_group(hung), self.cast)
        modifiers = [one for one in children(self.noun, "amod", "compound") if one.i in self.cast.names]
        about = [one for one in modifiers if self._is_subject_matter(one)]
        if about and self.trigger.type not in {"AGREE", "CONSULT"}:
            return _actors(about, self.cast)
        if self.carrier is not None and modifiers and sources.isdisjoint(modifiers):
            return _actors(modifiers, self.cast)
        concerned = _reach(list(obliques(self.noun, wanted)), self.trigger, self.cast)
        return concerned or _actors(self._concerned(), self.cast)

    def _concerned(self) -> list[Token]:
        """Who does what a demand is for ("a demand that X stop"), or who died of the deed ("died in the attack")."""
        if self.trigger.type == "REQUEST":
            clauses = children(self.noun, "acl", "ccomp")
            return [one for clause in clauses for one in subjects(clause, 0) if is_actor(one, self.cast)]
        dying = next((one for one in self.noun.ancestors if one.pos_ == "VERB"), self.noun)
        return subjects(dying) if dying.lemma_ in DYING and self.trigger.type == "ASSAULT" else []


def whole_of(noun: Token) -> Token:
    """Return the noun that only counts or packs an event: "round" of "a round of sanctions"."""
    while noun.dep_ == "nmod" and noun.head.lemma_.lower() in PACKAGES and "of" in prepositions(noun):
        noun = noun.head
    return noun
