"""Pronouns and possessives → whom they stand for: a speaker, a subject of the clause above, who was named last."""

from collections.abc import Sequence
from typing import Protocol

from spacy.tokens import Token

from schemas.event import Participant
from transforms.assertions.attribute import Speaker, Speakers
from transforms.assertions.mentions import Mentions
from transforms.events.arguments import RELATIVES, antecedent, subjects
from transforms.events.introduced import Introduced
from transforms.lexicon.roles import OFFICES

PERSONS = frozenset({"he", "she", "him", "her"})


class Known(Protocol):
    """Those whom pronouns may mean: a document's cast, as far as it is known."""

    speakers: Speakers
    mentions: Mentions
    introduced: Introduced

    def of(self, head: Token) -> Participant | None:
        """Return who the nominal headed by `head` is."""


def meaning_of(head: Token, known: Known) -> Participant | None:
    """Return whom a pronoun stands for, or null where the text leaves it open."""
    word = head.lower_
    if word in RELATIVES:
        noun = antecedent(head)
        return known.of(noun) if noun.pos_ not in {"PRON", "DET", "SCONJ"} else None
    if word in {"we", "i", "us", "me"}:
        return voice_of(known.speakers.of(head), known)
    if head.dep_ == "nmod:poss":
        return _other_owner(head, known)
    if word in {"he", "she", "it", "they"} and (speaker := _reporting(head, known)):
        return speaker
    if word in PERSONS:
        return _last_named(head, known)
    return next(known.introduced.organisations_before(head), None) if word == "it" else None


def voice_of(speaker: Speaker | None, known: Known) -> Participant | None:
    """Return who a speaker is, or null if it is nobody named."""
    head = speaker.name.root if speaker else None
    return known.of(head) if head is not None and head.pos_ != "PRON" else None


def owner_of(head: Token, known: Known) -> Participant | None:
    """Return whom a possessive on `head` stands for: the subject of its clause ("withdrew its troops")."""
    possessive = next((one for one in head.children if one.dep_ == "nmod:poss" and one.pos_ == "PRON"), None)
    if possessive is None:
        return None
    if possessive.lower_ in {"our", "my"}:  # one of ours is of the speaker's country; "our countries" are several
        return voice_of(known.speakers.of(head), known) if "Plur" not in head.morph.get("Number", []) else None
    subject = _subject_above(head, [one for one in head.ancestors if one.pos_ == "VERB"], known)
    return subject or _last_named(possessive, known)


def _other_owner(pronoun: Token, known: Known) -> Participant | None:
    """Return whom a possessive means if not the subject of its own clause: "X left as Mr Y seized its assets"."""
    verbs = [one for one in pronoun.ancestors if one.pos_ == "VERB"]
    nearest = subjects(verbs[0]) if verbs else []
    is_personal = pronoun.lower_ in {"his", "her"}
    if not nearest or any(_is_human(one) == is_personal for one in nearest):
        return None
    return _subject_above(pronoun, verbs[1:], known) or (_last_named(pronoun, known) if is_personal else None)


def _subject_above(head: Token, verbs: Sequence[Token], known: Known) -> Participant | None:
    holders = (holder for verb in verbs for holder in subjects(verb) if holder.i < head.i)
    return next((one for holder in holders if (one := known.of(holder))), None)


def _reporting(head: Token, known: Known) -> Participant | None:
    """Return the subject of the clause that reports this one: "Iraq said it would allow"."""
    clause = next((one for one in head.ancestors if one.dep_ in {"ccomp", "advcl", "acl:relcl"}), None)
    if clause is None or head.dep_ not in {"nsubj", "nsubj:pass"} or clause.head.pos_ != "VERB":
        return None
    holders = [one for one in subjects(clause.head) if one.pos_ != "PRON" and one.i != head.i]
    if not holders or (head.lower_ in PERSONS and not _is_human(holders[0])):
        return None
    return known.of(holders[0])


def _last_named(pronoun: Token, known: Known) -> Participant | None:
    """Return the person or body last named that a pronoun fits."""
    span = known.mentions.source(pronoun)
    return known.of(span.root) if span is not None and span.root.pos_ != "PRON" else None


def _is_human(head: Token) -> bool:
    return head.ent_type_ == "PERSON" or head.lemma_.lower() in OFFICES
