"""Nominals → the actors among them, or those whom the things among them concern or belong to."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from schemas.event import Participant
from transforms.events.actors import Cast, is_actor
from transforms.events.arguments import agents, children, expand, obliques
from transforms.events.identify import phrase
from transforms.events.triggers import Trigger
from transforms.lexicon.event_settings import ALLEGATIONS, TARGET_PREPOSITIONS


def acting(heads: Iterable[Token], cast: Cast) -> list[Token]:
    """Return those of `heads` that themselves name someone."""
    return [head for head in heads if is_actor(head, cast)]


def actors_of(heads: Iterable[Token], cast: Cast) -> list[Participant]:
    """Return whom `heads` name, each once."""
    return list(dict.fromkeys(one for head in heads for one in cast.all_of(head)))


def first_actors(heads: Iterable[Token], cast: Cast) -> list[Participant]:
    """Return whom the first of `heads` that names someone names, with those coordinated with it."""
    named = acting(heads, cast)
    return actors_of((head for head in named if head == named[0] or named[0].is_ancestor(head)), cast)


def reach(heads: Iterable[Token], trigger: Trigger, cast: Cast) -> list[Participant]:
    """Return the actors among `heads`; if there are none, those whom the things among them concern or belong to.

    An accusation is of whoever did the deed ("condemned Israel's raid on Gaza"), so its owner comes first;
    elsewhere whom a thing concerns does ("cut Israel's aid to Gaza").
    """
    heads = list(heads)
    if direct := actors_of(acting(heads, cast), cast):
        return direct
    wanted = TARGET_PREPOSITIONS[trigger.type]
    hung = [one for head in heads for one in _hung(head, wanted)]
    concerned = actors_of(acting(hung, cast), cast)
    owners = actors_of((owner for head in heads for owner in _owners(head, cast)), cast)
    if trigger.frame.cameo == "090":  # who makes an allegation is not the one whom its inquiry is about
        owners = [] if any(head.lemma_.lower() in ALLEGATIONS for head in heads) else owners
    first = owners or concerned if trigger.type == "ACCUSE" else concerned or owners
    return first or actors_of((owner for head in hung for owner in _owners(head, cast)), cast) or _inside(heads, cast)


def _hung(head: Token, wanted: Iterable[str], depth: int = 3) -> Iterator[Token]:
    """Yield the nominals on a thing and on what it is made of: "a wave of assistance for Ukraine"."""
    yield from obliques(head, wanted)
    if depth:
        for inner in children(head, "nmod"):
            yield from _hung(inner, wanted, depth - 1)


def _owners(head: Token, cast: Cast) -> Iterator[Token]:
    """Yield the names inside the phrase of a thing: "Haiti's efforts", "Russian oil imports"."""
    if holders := acting(children(head, "nmod:poss"), cast):
        yield holders[0]
        return
    users = [one for clause in children(head, "acl") if clause.tag_ == "VBN" for one in agents(clause)]
    yield from acting([*obliques(head, ("by",)), *users], cast)[:1]  # "a base used by rebels"
    for word in phrase(head):
        if word != head and word.i in cast.names:
            yield word
            return
    if head.i in cast.names:
        yield head
    for owner in children(head, "nmod"):
        if owner.i in cast.names:
            yield owner


def _inside(heads: Iterable[Token], cast: Cast) -> list[Participant]:
    """Return the first group of names anywhere in the phrases of things: "power lines leading into Kabul"."""
    for head in heads:
        clauses = [one for one in children(head, "acl:relcl") if any(word.lower_ == "who" for word in one.children)]
        apart = {word for clause in clauses for word in clause.subtree}  # "traders who ran": they are meant themselves
        after = (word for word in head.subtree if word.i > head.i and word not in apart)
        named = [word for word in after if word.i in cast.names or cast.places.at(word)]
        if named:
            holder = named[0].head if named[0].dep_ in {"amod", "compound"} else named[0]
            return actors_of(expand([holder if is_actor(holder, cast) else named[0]]), cast)
    return []
