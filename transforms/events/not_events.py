"""Triggers that are no events: what is only asked for, talked of, remembered or meant otherwise.

Each function knows one way in which a word of the tables tells nothing that somebody did.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from spacy.tokens import Doc, Token

from schemas.claim import Period
from transforms.events.actors import Cast, is_actor
from transforms.events.arguments import (
    agents,
    antecedent,
    children,
    complements,
    is_infinitive,
    is_passive,
    obliques,
    patients,
    prepositions,
    subjects,
)
from transforms.events.frames import in_class, noun_frames
from transforms.events.identify import phrase
from transforms.events.triggers import Trigger
from transforms.lexicon.event_settings import (
    ABOUT,
    ABSTRACT,
    ALLEGATIONS,
    ANIMALS,
    AVOIDING,
    BLASTS,
    COMMENTS,
    DENYING,
    EAGER,
    FIGURES,
    FOUGHT,
    GERUND_MARKS,
    LEAVE,
    LIGHT_VERBS,
    NATURAL,
    PLAY,
    PREVENTING,
    PROMISES,
    SELF,
    SPORT,
    SWALLOWING,
    THOUGHTS,
    TOPICS,
    VEHICLES,
    WILLING,
)
from transforms.lexicon.roles import COUNTING, ISSUED, SECTOR_OF, TRANSPARENT_HEADS

RECENT = timedelta(days=730)  # before publication; what is older is history where it is told by the way
AIMS = ("on", "at", "against", "with", "in", "into")
DURING = frozenset({"during", "at", "after", "before"})
BY_FORCE = frozenset({"ASSAULT", "COERCE"})  # what arms do too, not only people
HELD = frozenset({"POSITION"})  # what only people take
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
FEWEST_WORDS = 4  # different words of sport that a text about it uses
PLAYED_ONE_IN = 80  # words, of which one at least is of sport; political news with a word of sport has one in hundreds
NEAR = 8  # words from a verb to how long it lasted; parses hang it elsewhere
AGES = frozenset({"year", "decade", "century", "generation"})
OPINIONS = frozenset({"agree", "concur"})
CLAUSAL = frozenset(
    {"xcomp", "ccomp", "obj", "obl", "nmod", "compound", "amod", "conj", "acl", "nmod:poss", "iobj", "nsubj:pass"}
)


def is_lasting(trigger: Trigger) -> bool:
    """Tell violence told as a habit: "has bombed its neighbours for many years"."""
    if trigger.type != "ASSAULT" or not trigger.is_verb:
        return False
    verb = trigger.token
    around = verb.doc[max(verb.i - NEAR, verb.sent.start) : min(verb.i + NEAR, verb.sent.end)]
    spans = (one for one in around if one.lemma_ in AGES and "for" in prepositions(one))
    return any(not children(one, "nummod") for one in spans)


def is_bare_opinion(trigger: Trigger) -> bool:
    """Tell "I agree", "agreed with him that" and "the minister agreed, saying", which bind nobody."""
    if trigger.frame.lemma in OPINIONS and trigger.is_verb and any(obliques(trigger.token, ("with",))):
        return not children(trigger.token, "xcomp")
    if (
        trigger.frame.lemma not in OPINIONS
        or children(trigger.token, "xcomp")
        or any(obliques(trigger.token, ("to", "on")))
    ):
        return False
    own = children(trigger.token, "nsubj")
    if any(one.lower_ in {"i", "we", "you"} for one in own):
        return True
    if children(trigger.token, "ccomp"):  # "voters agreed that he is fit"; what states agree binds them
        return bool(own) and all(one.ent_type_ == "PERSON" or SECTOR_OF.get(one.lemma_.lower()) == "CVL" for one in own)
    is_to_do = any(is_infinitive(one) for one in children(trigger.token, "advcl"))
    is_alone = len(subjects(trigger.token)) == 1 and any(one.tag_ in {"NN", "NNP"} for one in own)
    return is_alone and not is_to_do and not children(trigger.token, "obj", "ccomp", "nsubj:pass")


def is_bare_denial(trigger: Trigger, cast: Cast) -> bool:
    """Tell a denial that answers nobody by name, which CAMEO counts as a comment (016)."""
    if trigger.frame.lemma not in DENYING:
        return False
    denied = [one for one in patients(trigger.token) if one.lemma_.lower() in ALLEGATIONS]
    places = [trigger.token, *denied]
    accusers = [word for one in places for word in (*children(one, "nmod:poss"), *obliques(one, ("by", "from")))]
    return bool(denied or complements(trigger.token)) and not any(is_actor(one, cast) for one in accusers)


def is_swallowed(token: Token, triggers: Mapping[int, Trigger]) -> bool:
    """Tell whether a word stands inside what an outer event asks, refuses, threatens, promises or alleges."""
    if _is_commented(token):
        return True
    below = token
    for head in token.ancestors:
        outer = triggers.get(head.i)
        if (
            _is_thought(below, head)
            or _is_prevented(below, head)
            or (outer and below.dep_ == "advcl" and _completes(below, outer))
        ):
            return True
        if below.dep_.split(":")[0] not in CLAUSAL and below.dep_ not in CLAUSAL:
            return False
        if outer and below.dep_ != "conj" and (_swallows(outer) or token.pos_ == "NOUN"):
            return True
        if below.dep_ == "conj" and token.pos_ == "VERB" and below == token and head.pos_ == "VERB":
            return is_swallowed(head, triggers) if head.dep_ in {"xcomp", "ccomp", "advcl"} else False
        below = head
    return False


def _is_thought(below: Token, head: Token) -> bool:
    """Tell what somebody only considers ("weighed sending tanks") or talks of ("recalled the raid")."""
    if below.dep_ == "obj":
        return head.lemma_ in THOUGHTS | TOPICS
    is_willing = head.pos_ == "ADJ" and head.lemma_ in WILLING | EAGER and below.dep_ in {"xcomp", "advcl"}
    return is_willing or (below.dep_ in {"xcomp", "ccomp"} and head.lemma_ in THOUGHTS)


def _is_prevented(below: Token, head: Token) -> bool:
    if head.lemma_ in AVOIDING:
        return below.dep_ in {"xcomp", "advcl"}
    return head.lemma_ in PREVENTING and any(child.lower_ == "from" for child in children(below, "mark"))


def _completes(clause: Token, outer: Trigger) -> bool:
    """Tell an adverbial clause that is the outer word's own: "asked X to go", "accused X of stealing"."""
    if outer.type == "REQUEST" and clause.tag_ == "VB":
        return True
    marks = {child.lower_ for child in children(clause, "mark")}
    return clause.tag_ == "VBG" and not marks.isdisjoint(GERUND_MARKS.get(outer.type, ()))


def _swallows(outer: Trigger) -> bool:
    return outer.type in SWALLOWING or outer.frame.lemma in PROMISES | WILLING | LEAVE


def _is_commented(token: Token) -> bool:
    """Tell what somebody only comments on: "expressed concern about the raid", "condolences after the attack"."""
    for below, head in pairwise((token, *token.ancestors)):
        if head.lemma_.lower() in COMMENTS:
            return True
        if below.dep_ in {"obl", "advcl"} and any(one.lemma_.lower() in COMMENTS for one in children(head, "obj")):
            return any(child.lower_ in ABOUT for child in children(below, "case", "mark"))
        if below.dep_ in {"ccomp", "parataxis", "conj"}:
            return False
    return False


def is_background(token: Token) -> bool:
    """Tell whether a word only dates or captions something else, or points to history.

    "Since Russia launched its invasion"; "The minister during a meeting in Oslo"; "the bombing of Dresden in 1945";
    "targeting civilians is a crime".
    """
    if any(child.lower_ == "since" for one in (token, token.head) for child in children(one, "mark", "case")):
        return True
    if token.dep_ in {"csubj", "csubj:pass"} and token.tag_ == "VBG":
        return True
    if token.pos_ != "NOUN":
        return False
    is_caption = token.sent.root.pos_ in {"NOUN", "PROPN"} and not DURING.isdisjoint(prepositions(token))
    return is_caption or any(YEAR.fullmatch(word.text) for word in _own_words(token))


def _own_words(noun: Token) -> Iterator[Token]:
    """Yield the words of a noun's phrase and of those hung on it, without clauses."""
    for child in noun.children:
        if child.dep_.split(":")[0] in {"amod", "compound", "nmod", "nummod", "obl"}:
            yield child
            yield from _own_words(child)


def is_history(trigger: Trigger, time: Period | None, published_on: date | None) -> bool:
    """Tell what only recalls an event long past: a noun ("the 1998 raid"), or a clause inside another."""
    if time is None or published_on is None or time.to + RECENT > published_on:
        return False
    token = trigger.token
    while token.dep_ == "conj" and token.head.pos_ == "VERB":
        token = token.head
    return not trigger.is_verb or token.dep_ in {"advcl", "acl", "acl:relcl"}


def is_metaphor(trigger: Trigger, cast: Cast) -> bool:
    """Tell violence against a thing that cannot bleed: "war on inflation", "fight against corruption"."""
    if trigger.type != "ASSAULT":
        return False
    done = patients(trigger.token)
    heads = [*done, *obliques(trigger.token, ("on", "against", "with"))]
    heads += [one for noun in done for one in obliques(noun, ("on", "against"))]
    heads += [one for one in obliques(trigger.token.head, ("on", "against")) if not trigger.is_verb]
    if any(one.lemma_.lower() in ABSTRACT | ANIMALS or one.lower_ in SELF for one in heads):
        return True
    if not trigger.is_verb:
        return _is_figure(trigger.token, cast)
    if trigger.frame.lemma == "occupy" and any(one.ent_type_ == "PERSON" for one in subjects(trigger.token)):
        return True  # a post
    is_fought = trigger.frame.lemma in FOUGHT or trigger.frame.entry == "take_out"
    return is_fought and bool(done) and not any(_may_bleed(one, cast) for one in done)


def _is_figure(noun: Token, cast: Cast) -> bool:
    """Tell "a conflict of interest", "an invasion of privacy" and "the battle for market share"."""
    mark = FIGURES.get(noun.lemma_.lower())
    return mark is not None and any(_is_won(one, cast) for one in obliques(noun, (mark,)))


def _is_won(prize: Token, cast: Cast) -> bool:
    """Tell what rivals strive for in words only: "the battle for market share", not "the battle for the airport"."""
    is_place = bool(cast.places.at(prize)) or in_class(iter((prize.lemma_.lower(),)), "POSITION")
    return not is_place and not is_actor(prize, cast)


def _may_bleed(head: Token, cast: Cast) -> bool:
    """Tell who and what can be fought: someone, or someone's own ("the Mahdi's advance"), not "dirty air"."""
    inside = (word for word in head.subtree if word.i in cast.names or word.ent_type_ in {"PERSON", "ORG", "NORP"})
    return is_actor(head, cast) or any(inside)


def is_recalled(trigger: Trigger, published_on: date | None) -> bool:
    """Tell what a deed did that the sentence before set long ago: "In 1944 ... The raids destroyed the port"."""
    if published_on is None or not trigger.is_verb or trigger.token.sent.start == 0:
        return False
    is_taken_up = any(any(child.lower_ in {"the", "those"} for child in one.children) for one in _deeds(trigger.token))
    before = trigger.token.doc[trigger.token.sent.start - 1].sent
    years = [int(word.text) for one in (before, trigger.token.sent) for word in one if YEAR.fullmatch(word.text)]
    return is_taken_up and bool(years) and max(years) * 365 + RECENT.days < published_on.year * 365


def _deeds(verb: Token) -> list[Token]:
    """Return the subjects of a verb that are themselves told as violence: "the attacks destroyed"."""
    named = [one for one in subjects(verb) if one.pos_ == "NOUN"]
    return [one for one in named if any(frame.type == "ASSAULT" for frame in noun_frames().get(one.lemma_.lower(), ()))]


def is_of_things(trigger: Trigger, cast: Cast) -> bool:
    """Tell what a thing does in words for people: "imports threaten jobs", "the cuts damaged X", "met the target"."""
    if not trigger.is_verb:
        return _is_given_by_things(trigger, cast)
    if trigger.speech is not None or trigger.frame.lemma in LEAVE:
        return False
    met = children(trigger.token, "obj") if trigger.frame.entry == "meet" else []
    if met and not any(is_actor(one, cast) for one in met):
        return True
    if trigger.type in BY_FORCE and not trigger.frame.is_loose and trigger.frame.company not in HELD:
        return False
    heads = [antecedent(one) for one in children(trigger.token, "nsubj") if not prepositions(one)]
    own = [one for one in heads if one.pos_ == "NOUN"]
    if trigger.type in BY_FORCE and is_passive(trigger.token):  # "damaged by mining"
        own = [one for one in agents(trigger.token) if one.pos_ == "NOUN"]
    if trigger.type == "CONSULT" and any(one.lemma_.lower() in VEHICLES for one in own):
        return True
    may = _may_strike if trigger.type in BY_FORCE else _may_speak
    return bool(own) and not any(may(one, cast) for one in own)


def _is_given_by_things(trigger: Trigger, cast: Cast) -> bool:
    """Tell what a thing gives: "lower prices brought the bank some relief"."""
    noun, verb = trigger.token, trigger.token.head
    if noun.dep_ != "obj" or verb.lemma_ not in LIGHT_VERBS or trigger.type in BY_FORCE:
        return False
    own = [one for one in children(verb, "nsubj") if one.pos_ == "NOUN"]
    return bool(own) and not any(_may_strike(one, cast) for one in own)


def _may_speak(head: Token, cast: Cast) -> bool:
    lemma = head.lemma_.lower()
    if is_actor(head, cast) or head.ent_type_ or lemma in ISSUED | TRANSPARENT_HEADS | COUNTING:
        return True
    participant = cast.of(head)
    return participant is not None and participant.sector != "UNK"


def _may_strike(head: Token, cast: Cast) -> bool:
    """Tell what wounds and wrecks: those who act, their deeds and their arms."""
    lemma = head.lemma_.lower()
    is_deed = any(frame.type in BY_FORCE | {"PROTEST"} for frame in noun_frames().get(lemma, ()))
    return is_deed or in_class(iter((lemma, head.lower_)), "ARMS") or lemma in BLASTS or _may_speak(head, cast)


def is_match_report(doc: Doc) -> bool:
    """Tell a text about sport, in which to beat, defend and meet is play, by how often it uses sport's own words."""
    used = [token.lemma_.lower() for token in doc if token.lemma_.lower() in PLAY]
    return len(set(used)) >= FEWEST_WORDS and len(used) * PLAYED_ONE_IN > len(doc)


def is_played(trigger: Trigger) -> bool:
    """Tell a word that players' rivalry borrows; whoever kills or bombs does not play."""
    return trigger.type in {"ASSAULT", "SUPPORT", "CONSULT", "RETREAT"} and trigger.frame.cameo not in {"183", "185"}


def is_sport(trigger: Trigger) -> bool:
    """Tell what players do to each other: "fired a shot at the goalkeeper", "attacked from the start"."""
    if trigger.type != "ASSAULT" or not trigger.is_verb:
        return False
    verb = trigger.token
    around = [*subjects(verb), *patients(verb), *children(verb, "obl")]
    is_idle_attack = trigger.frame.is_loose and not patients(verb) and not any(obliques(verb, AIMS))
    return is_idle_attack or any(one.lemma_.lower() in SPORT for one in around)


def is_natural(trigger: Trigger) -> bool:
    """Tell deaths that nobody dealt: "the typhoon killed 12", "killed in a crash", "a crash, killing 12"."""
    if trigger.type != "ASSAULT" or not trigger.is_verb:
        return False
    verb = trigger.token
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    heads = [*subjects(verb), *obliques(verb, ("in", "by", "from"))]
    if verb.dep_ in {"acl:relcl", "acl"}:
        heads.append(verb.head)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        heads += [verb.head, *patients(verb.head), *children(verb.head, "nsubj", "nsubj:pass")]
    clauses = children(verb, "advcl") if is_passive(verb) else []
    vehicles = [one for clause in clauses for one in children(clause, "nsubj", "nsubj:pass")]  # "killed when a car hit"
    words = [word for one in heads for word in phrase(one, frozenset({"compound", "flat", "nmod:desc"}))]  # "Typhoon X"
    return any(one.lemma_.lower() in NATURAL for one in words) or any(one.lemma_ in VEHICLES for one in vehicles)
