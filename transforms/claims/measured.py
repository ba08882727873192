"""What an amount measures: the noun that it modifies, hangs on, is set aside for, or stands beside."""

from spacy.tokens import Token

from transforms.claims.stand import (
    CHANGES,
    NOMINAL,
    Stand,
    change_object,
    chunk_head,
    has_case,
    is_accounted,
    is_time_or_place,
    is_unit,
    object_beside,
    through,
)
from transforms.claims.subjects import antecedent, subject_of
from transforms.lexicon.change import DOWN_VERBS, UP_VERBS
from transforms.lexicon.concepts import (
    ABOUT,
    BENEFICIARIES,
    EARMARKED,
    GIVING,
    HOLDING,
    LEVELS,
    MARKS,
    OF_WORTH,
    SPENDING,
    VALUES,
    YARDSTICKS,
)
from transforms.lexicon.reporting import PEOPLE

MODIFYING = frozenset({"compound", "nmod", "nmod:unmarked", "amod", "nummod", "nmod:desc", "obl:unmarked", "advmod"})
HANGING = frozenset({"nmod", "appos", "nmod:unmarked", "acl", "obl", "dep", "parataxis", "conj"})
PREDICATIVE = frozenset({"advmod", "obl:unmarked", "xcomp", "advcl", "root"})
PURPOSES = ("in", "of", "for", "on", "toward", "towards", "to")  # the more telling first
LONGEST_CHAIN = 3  # quantities in a row: "5 million barrels, 3%, or"
FURTHEST = 16  # words back from a colon
COSTING = frozenset({"cost", "fetch"})
CHANGING = UP_VERBS | DOWN_VERBS
TOTALS = frozenset({"total", "sum"})
PARTS = frozenset({"percent", "%", "point", "cent"})


def modified_noun(stand: Stand) -> Token | None:
    """Read "a $5 billion package", "a 14-month sentence", "15% tariffs": the noun that the quantity modifies."""
    token = stand.quantity.anchor
    head = token.head
    if head != token and head.i > token.i and head.pos_ in NOMINAL and token.dep_ in MODIFYING:
        return None if head.lower_ in OF_WORTH | MARKS else change_object(head) or through(head)
    after = stand.after
    if after is None or after.pos_ not in NOMINAL | {"ADJ"} or after.dep_ not in {"amod", "compound"}:
        return None
    return chunk_head(stand, stand.quantity.end) if head.i >= after.i else None


def noun_after(stand: Stand) -> Token | None:
    """Read "a $250,000 fine" where the parse hangs the noun elsewhere: the noun right after."""
    after = stand.after
    if after is None or after.pos_ not in {"NOUN", "ADJ"} or stand.quantity.kind == "count":
        return None
    if not stand.is_hyphenated and after.dep_ in PREDICATIVE:
        return None
    head = chunk_head(stand, stand.quantity.end)
    if head is None or head.lower_ in OF_WORTH | MARKS:
        return None
    return change_object(head) or through(head)


def earmarked(stand: Stand) -> Token | None:
    """Read "$5 million set aside for weapons", "dedicated to research": what an amount is bound to."""
    token = stand.top
    joined = [child for child in token.head.children if child.dep_ == "xcomp"] if token.dep_ == "obj" else []
    for child in (*token.children, *joined):
        if child.i > token.i and child.lower_ in EARMARKED:
            return next((one for one in child.children if one.dep_ == "obl" and one.pos_ in NOMINAL), None)
    return None


def purpose(stand: Stand) -> Token | None:
    """Read "$5 million for repairs", "in aid", "spent $5 million on roads"; who is given it is no purpose."""
    return _purpose(stand, is_spent=stand.top.head.lemma_.lower() in SPENDING)


def _purpose(stand: Stand, *, is_spent: bool) -> Token | None:
    token = stand.top
    verb = token.head.lemma_.lower() if token.dep_ in {"obj", "conj"} else ""
    candidates = [child for child in token.children if child.dep_ in {"nmod", "obl"} and child.i > token.i]
    candidates += [one for child in candidates if child.lower_ in YARDSTICKS for one in child.children]
    if token.dep_ == "obj":
        candidates += [child for child in token.head.children if child.dep_ in {"obl", "nmod"} and child.i > token.i]
    for preposition in PURPOSES:
        if (preposition == "to" and verb in GIVING | CHANGING) or (preposition == "on" and not is_spent):
            continue  # "to the families" receives; "$30 on fears of war", "on the exchange" are no purposes
        for child in candidates:
            if has_case(child, preposition) and _is_purpose(child, preposition):
                return child
    return None


def _is_purpose(noun: Token, preposition: str) -> bool:
    if noun.pos_ not in NOMINAL or noun.ent_type_ in {"PERSON", "LOC", "NORP", "ORG"} or is_time_or_place(noun):
        return False
    if is_unit(noun) or (preposition == "in" and any(child.dep_ == "det" for child in noun.children)):
        return False  # "$5 for 15 minutes", "$5 in a deal"
    is_receiver = noun.lower_ in BENEFICIARIES or noun.lemma_.lower() in PEOPLE
    return noun.lower_ not in YARDSTICKS and not (preposition in {"for", "to"} and is_receiver)


def spent_on(stand: Stand) -> Token | None:
    """Read "2% of GDP on defence", "1.5% on roads": what a share of a yardstick is spent on."""
    token = stand.top
    is_listed = token.dep_ in {"conj", "appos"} and (token.head.pos_ == "SYM" or token.head.lemma_.lower() in PARTS)
    has_yardstick = any(child.lower_ in YARDSTICKS for child in token.children if child.i > token.i)
    is_spent = is_listed or has_yardstick or token.head.lemma_.lower() in SPENDING
    return _purpose(stand, is_spent=True) if is_spent else None


def holder(stand: Stand) -> Token | None:
    """Read "a rate of 5%", "tariffs on $5 billion", "a fine of up to": the noun that the quantity hangs on."""
    token = stand.top
    if token.head.lower_ == "worth":
        return _worth(token.head)
    if has_case(token, *ABOUT):
        return None
    head = _above_parts(token) if token.dep_ in HANGING else token
    if head.lower_ == "tune":
        return next((through(child) for child in head.head.children if child.dep_ == "obj"), None)
    if head.ent_type_ == "PERSON" and token.dep_ == "conj":
        return None  # "46 percent chose Ohm and 44 percent"
    is_payer = head.dep_ in {"obj", "iobj"} and head.head.lemma_.lower() in COSTING  # "cost the town between $5 and"
    if head == token or head.pos_ not in NOMINAL or head.dep_ == "obl:unmarked" or is_payer:
        return None
    is_level = head.lemma_.lower() in LEVELS | TOTALS and _is_argument(head)  # "rose to a peak of": the verb's subject
    return (change_object(head) or object_beside(head)) if is_level else _held(token, head)


def _above_parts(token: Token) -> Token:
    """Return what a quantity hangs on, over signs, numbers and units between; itself if nothing does."""
    head = token.head
    for _ in range(LONGEST_CHAIN):
        if head.pos_ not in {"SYM", "NUM"} and head.lemma_.lower() not in PARTS and not is_unit(head):
            return head
        head = head.head
    return token


def _held(token: Token, head: Token) -> Token | None:
    """Look from the noun that bears an amount to what it is of: "services with a value of $5" are services."""
    if head.lemma_.lower() in VALUES and head.dep_ in {"nmod", "obl"} and has_case(head, "with", "at"):
        owner = head.head
        return owner if owner.pos_ in NOMINAL else head
    found = change_object(head)
    is_bare = head.lemma_.lower() in CHANGES and not is_accounted(head) and has_case(token, "of")
    return None if found is None and is_bare else through(found or head)  # "an increase of $5" is of something else


def _worth(worth: Token) -> Token | None:
    """Read "accommodation worth £20,000", "is worth £20,000", "as part of a package worth £20,000"."""
    if worth.head.pos_ in NOMINAL and worth.head.i < worth.i:
        return worth.head
    found = subject_of(worth) or (subject_of(worth.head) if worth.dep_ == "xcomp" else None)
    return through(found) if found is not None and found.pos_ in NOMINAL else None


def _is_argument(noun: Token) -> bool:
    return noun.dep_ in {"obl", "nmod", "obj", "conj", "xcomp", "appos"} and noun.head.pos_ == "VERB"


def signed(stand: Stand) -> Token | None:
    """Read "Dow +0.2%, FTSE -0.6%", "Ohm up 5%": the name right before a sign, or before "up" or "down"."""
    words, quantity = stand.words, stand.quantity
    is_moved = quantity.first > 1 and words[quantity.first - 1].lower in {"up", "down"}
    is_signed = words[quantity.core].text[0] == "+" or (quantity.low or 0) < 0
    if not (is_signed or is_moved) or quantity.core == 0:
        return None
    before = words[quantity.first - 2 if is_moved else quantity.core - 1].token
    if is_moved and (before.pos_ != "PROPN" or is_time_or_place(before)):
        return None
    before = before.head if before.dep_ == "flat" and before.head.i == before.i - 1 else before
    return before if before.pos_ in NOMINAL else None


def bracketed(stand: Stand) -> Token | None:
    """Read "kerosene (12.8%), candles (2.6%)": the noun right before an amount that brackets hold alone."""
    words, first, end = stand.words, stand.quantity.first, stand.quantity.end
    if first < 2 or end >= len(words) or (words[first - 1].text, words[end].text) != ("(", ")"):  # noqa: PLR2004
        return None
    noun = words[first - 2].token
    return None if noun.pos_ not in NOMINAL or noun.lower_ in YARDSTICKS or is_time_or_place(noun) else noun


def before_colon(stand: Stand) -> Token | None:
    """Read "holds the largest reserves in the world: about 17%": the object that a colon goes on to measure."""
    words, first = stand.words, stand.quantity.first
    if first == 0 or words[first - 1].text != ":":
        return None
    near = (word.token for word in reversed(words[max(0, first - FURTHEST) : first - 1]))
    return next((token for token in near if token.dep_ == "obj" and token.pos_ in NOMINAL), None)


def object_of(stand: Stand) -> Token | None:
    """Read "spent $5 million", "lowered its rate to 5%": without another name, the object beside it."""
    if stand.top.dep_ not in {"obl", "obl:unmarked", "xcomp", "advmod"}:
        return None
    verb = stand.top.head
    if verb.lemma_.lower() in COSTING:
        return None  # "cost the town $5" is not the town's price
    if verb.pos_ == "ADJ" and verb.dep_ == "xcomp":
        verb = verb.head  # "leaving its rate unchanged at 5%"
    found = next((child for child in verb.children if child.dep_ == "obj"), None)
    if found is not None and found.pos_ == "PRON" and verb.lemma_.lower() in CHANGING | HOLDING:
        return antecedent(found)  # "raise it to 5%"
    if found is None or found.pos_ not in NOMINAL or is_unit(found) or stand.holds(found):
        return None
    if found.ent_type_ == "PERSON":
        return None  # "beat Anna Kovac by 5 points"
    return through(found)


def term(stand: Stand) -> Token | None:
    """Read "13 months in prison", "a day of mourning": where the time is spent."""
    token = stand.quantity.anchor
    is_sentence = token.dep_ == "obl" and has_case(token, "to")  # "sentenced to 12 years in prison"
    if token.dep_ not in {"obj", "obl:unmarked", "nmod"} and not is_sentence:
        return None
    for child in (*token.children, *token.head.children):
        is_place = child.dep_ in {"nmod", "obl"} and child.i > token.i and has_case(child, "in")
        if is_place and child.pos_ in NOMINAL and not is_time_or_place(child):
            return child
    return None
