"""Events and claims → which claims measure an event: the killed, the arrested, the money, the soldiers."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from spacy.tokens import Token

from schemas.claim import Claim
from transforms.events.arguments import children, obliques, patients, subjects
from transforms.events.triggers import Trigger

HOLDERS = ("of", "for", "with", "in", "by")
CONTENTS = frozenset({"include", "contain", "comprise", "total", "cover"})  # "aid that includes 6,000 missiles"


def measures(trigger: Trigger, claims: Sequence[Claim]) -> tuple[int, ...]:
    """Return the indexes of the claims, which are in text order, that stand inside the event's own arguments."""
    if not claims:
        return ()
    return tuple(sorted({index for span in _argument_spans(trigger) for index in _inside(span, claims)}))


def _inside(span: tuple[int, int], claims: Sequence[Claim]) -> Iterator[int]:
    first, last = (bisect_left(claims, place, key=attrgetter("start")) for place in span)
    return (index for index in range(first, last) if claims[index].end <= span[1])


def _argument_spans(trigger: Trigger) -> list[tuple[int, int]]:
    token = trigger.token
    if trigger.is_verb:
        heads = patients(token) + list(obliques(token, HOLDERS))
        heads += [amount for amount in obliques(token, ("to",)) if amount.lower_ == "tune"]  # "to the tune of"
        if trigger.type in {"PROTEST", "RETREAT", "MOBILIZE"}:
            heads += subjects(token)
    else:
        heads = [token, *children(token, "nummod")]
    clauses = [clause for head in heads for clause in children(head, "acl:relcl", "acl")]
    heads += [held for clause in clauses if clause.lemma_ in CONTENTS for held in patients(clause)]
    return [_flat_span(head) for head in heads]


def _flat_span(head: Token) -> tuple[int, int]:
    """Return the characters of a nominal without the clauses on it."""
    words = sorted(_nominal(head), key=lambda word: word.i)
    return words[0].idx, words[-1].idx + len(words[-1].text)


def _nominal(head: Token) -> list[Token]:
    words = [head]
    for child in head.children:
        if child.dep_.split(":")[0] not in {"acl", "advcl", "conj", "punct", "cop", "nsubj", "aux", "mark"}:
            words.extend(_nominal(child))
    return words
