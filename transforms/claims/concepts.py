"""Quantity → what is counted or measured, by the parse: named rules, the first that fits."""

from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Span, Token

from transforms.claims.quantities import Quantity
from transforms.claims.words import Word
from transforms.lexicon.change import DOWN_NOUNS, DOWN_VERBS, UP_NOUNS, UP_VERBS
from transforms.lexicon.concepts import AMOUNTING, CONTAINERS, EARMARKING, LEVELS, OF_WORTH, YARDSTICKS
from transforms.lexicon.units import FORMS

LEFT = frozenset(
    {"compound", "amod", "nmod:desc", "flat", "nmod:poss", "punct", "advmod", "nmod:unmarked", "cc", "conj"}
)
NOMINAL = frozenset({"NOUN", "PROPN"})
CHANGES = UP_NOUNS | DOWN_NOUNS
CLAUSE = frozenset({"root", "ROOT", "ccomp", "advcl", "acl:relcl", "acl", "xcomp", "conj", "parataxis", "csubj"})
FURTHEST = 12


class Concept(NamedTuple):
    """What a quantity counts or measures: a span of the text, its head, and the rule that found it."""

    span: Span
    head: Token
    rule: str


class Stand(NamedTuple):
    """A quantity in its words, as the rules see it."""

    words: list[Word]
    quantity: Quantity

    @property
    def after(self) -> Token | None:
        """The token right after the quantity, white space left out."""
        end = self.quantity.end
        return self.words[end].token if end < len(self.words) else None


class ConceptRule(NamedTuple):
    """A way to find a concept, by name."""

    name: str
    find: Callable[[Stand], Token | None]


def find_concept(words: list[Word], quantity: Quantity) -> Concept | None:
    """Return what `quantity` counts or measures, or None if nothing in the text names it."""
    if not quantity.anchor.dep:
        return None
    stand = Stand(words, quantity)
    for rule in RULES.get(quantity.kind, MEASURED):
        head = rule.find(stand)
        if head is not None and not _is_inside(stand, head):
            return Concept(_phrase(stand, head), head, rule.name)
    return None


def _is_inside(stand: Stand, head: Token) -> bool:
    words, quantity = stand
    return words[quantity.first].token.i <= head.i <= words[quantity.end - 1].token.i


def _phrase(stand: Stand, head: Token) -> Span:
    """Return the head with its modifiers right before it, without determiners and without the quantity itself."""
    doc, first, end = head.doc, head.i, head.i + 1
    last = stand.words[stand.quantity.end - 1].token.i
    floor = last + 1 if last < head.i else 0
    while first > floor and _modifies(doc[first - 1], first, end):
        first -= 1
    while end < len(doc) and doc[end].dep_ == "flat" and first <= doc[end].head.i < end:
        end += 1
    while first < head.i and (
        doc[first].is_punct or doc[first].is_space or doc[first].pos_ in {"PRON", "ADV", "CCONJ", "DET", "ADP"}
    ):
        first += 1
    return doc[first:end]


def _modifies(token: Token, first: int, end: int) -> bool:
    if (token.dep_ == "case" and token.tag_ == "POS") or _is_hyphen(token, first):
        return True
    return (first <= token.head.i < end and token.dep_ in LEFT and token.pos_ not in {"NUM", "SYM"}) or (
        token.head.i >= first and token.head.i < end and token.dep_ in {"compound", "amod"}
    )


def _is_hyphen(token: Token, first: int) -> bool:
    """Tell whether a token and the phrase's first word are written as one: "coal-fired" is not cut."""
    doc = token.doc
    touches = not token.whitespace_ and token.i + 1 == first
    return touches and (token.tag_ == "HYPH" or (first < len(doc) and doc[first].tag_ == "HYPH"))


def counted_after(stand: Stand) -> Token | None:
    """Read "4 Russian soldiers": the last noun of the phrase right after the number."""
    token = stand.quantity.number
    following = _chunk_head(stand, stand.quantity.end)
    is_parsed = token.dep_ == "nummod" and token.head.i > token.i and token.head.pos_ in NOMINAL
    return token.head if is_parsed and (following is None or token.head.i > following.i) else following


def _chunk_head(stand: Stand, start: int) -> Token | None:
    found: Token | None = None
    for word in stand.words[start : start + 8]:
        token = word.token
        if token.pos_ in NOMINAL:
            if (
                found is not None
                and token.dep_ in {"obl:unmarked", "obl", "appos", "nsubj", "root"}
                and found.head.i != token.i
            ):
                break
            found = token
        elif (found is None and _can_modify(token)) or (found is not None and token.tag_ in {"HYPH", "POS"}):
            continue
        else:
            break
    return found


def _can_modify(token: Token) -> bool:
    if token.pos_ in {"ADJ", "ADV"} and token.lower_ not in {"later", "ago", "earlier"}:
        is_numbered = any(child.dep_ == "nummod" for child in token.children)  # read as the noun that it modifies
        return is_numbered or token.dep_ in {"amod", "advmod", "compound", "conj", "obl", "nmod"}
    return (
        token.tag_ == "HYPH"
        or (token.pos_ in {"VERB", "CCONJ"} and token.dep_ in {"amod", "compound", "cc"})
        or token.lower_ in {"more", "other"}
    )


def counted_of(stand: Stand) -> Token | None:
    """Read "40 of the passengers", "hundreds of rounds": the noun after "of"."""
    after = stand.after
    if after is None or after.lower_ not in {"of", "in", "worth"}:
        return None
    if after.lower_ == "in" and stand.quantity.kind != "money":
        return None
    start = stand.quantity.end + 1
    if after.lower_ == "worth" and start < len(stand.words) and stand.words[start].lower == "of":
        start += 1
    while (
        start < len(stand.words)
        and stand.words[start].token.pos_ in {"DET", "PRON"}
        and not _stands_alone(stand, start)
    ):
        start += 1
    if start < len(stand.words) and _stands_alone(stand, start):
        return counted_before(stand)
    head = _chunk_head(stand, start)
    if head is not None and after.lower_ == "in" and _is_time_or_place(head):
        return None
    if head is not None and stand.quantity.kind == "percent" and head.lower_ in YARDSTICKS:
        return purpose(stand)
    return head


def _stands_alone(stand: Stand, i: int) -> bool:
    word = stand.words[i]
    if word.lower in {"them", "whom", "which"}:
        return True
    return word.lower in {"those", "these"} and (
        i + 1 >= len(stand.words) or stand.words[i + 1].token.pos_ not in NOMINAL | {"ADJ", "NUM"}
    )


def _is_time_or_place(token: Token) -> bool:
    return token.ent_type_ in {"LOC", "DATE", "GPE"} or token.lower_ in OF_WORTH or token.text.isdigit()


def counted_before(stand: Stand) -> Token | None:
    """Find an elided noun ("another 5 were killed", "hundreds of them"): the counted noun last named before."""
    doc, first = stand.quantity.anchor.doc, stand.words[stand.quantity.first].token.i
    nearest: Token | None = None
    for i in range(first - 1, max(first - 60, -1), -1):
        token = doc[i]
        if token.tag_ not in {"NNS", "NNPS"} or token.lower_ in OF_WORTH:
            continue
        if token.dep_ in {"nsubj", "nsubj:pass"} or any(child.dep_ == "nummod" for child in token.children):
            return token
        if nearest is None and token.dep_ not in {"compound", "nmod:desc", "obl:unmarked"}:
            nearest = token
    return nearest


def elided(stand: Stand) -> Token | None:
    """Read an argument that is a bare number: its noun is named before; a predicate's is its subject."""
    token = stand.quantity.number
    if token.dep_ not in {"nsubj", "nsubj:pass", "obj", "conj", "appos"}:
        return None
    if token.dep_ == "conj" and token.head.pos_ not in {"NUM", "NOUN"}:
        return None
    found = counted_before(stand)
    return found if found is None or found.head != token.head else None


def modified_noun(stand: Stand) -> Token | None:
    """Read "a $5 billion package", "a 14-month sentence", "15% tariffs": the noun that the quantity modifies."""
    token = stand.quantity.anchor
    head = token.head
    if head != token and head.i > token.i and head.pos_ in NOMINAL and token.dep_ in {
        "compound", "nmod", "nmod:unmarked", "amod", "nummod", "nmod:desc", "obl:unmarked", "advmod",
    }:  # fmt: skip
        return _change_object(head) or head
    after = stand.after
    if (
        after is not None
        and after.pos_ in {"ADJ", "NOUN", "PROPN"}
        and after.dep_ in {"amod", "compound"}
        and token.head.i >= after.i
    ):
        return _chunk_head(stand, stand.quantity.end)
    return None


def noun_after(stand: Stand) -> Token | None:
    """Read "a $250,000 fine" where the parse hangs the noun elsewhere: the noun right after."""
    after = stand.after
    is_hyphenated = stand.words[stand.quantity.core_end - 1].token.i and "-" in _text(stand)
    if after is None or after.pos_ not in {"NOUN", "ADJ"} or stand.quantity.kind == "count":
        return None
    if not is_hyphenated and after.dep_ in {"advmod", "obl:unmarked", "xcomp", "advcl", "root"}:
        return None
    head = _chunk_head(stand, stand.quantity.end)
    if head is None or head.lower_ in OF_WORTH:
        return None
    return _change_object(head) or head


def _text(stand: Stand) -> str:
    words, quantity = stand
    return " ".join(word.text for word in words[quantity.core : quantity.core_end])


def _change_object(noun: Token) -> Token | None:
    """Read "a 5% increase in sales": what a noun of change is about; "funding increase": what it is made of."""
    if noun.lemma_.lower() not in CHANGES:
        return None
    for child in noun.children:
        if child.dep_ == "nmod" and any(one.lower_ in {"in", "of"} for one in child.children if one.dep_ == "case"):
            return child
    return next((child for child in noun.children if child.dep_ == "compound" and child.pos_ in NOMINAL), None)


def purpose(stand: Stand) -> Token | None:
    """Read "$5 million for repairs", "in aid", "set aside for weapons", "spend 2% on defence"."""
    token = stand.quantity.anchor
    for child in token.children:
        if child.dep_ == "acl" and child.lemma_.lower() in EARMARKING:
            return next((one for one in child.children if one.dep_ == "obl" and one.pos_ in NOMINAL), None)
    wanted = ("in", "of", "for", "on", "toward", "towards", "to")
    candidates = [child for child in token.children if child.dep_ in {"nmod", "obl"} and child.i > token.i]
    candidates += [
        child
        for child in token.head.children
        if child.dep_ in {"obl", "nmod"} and child.i > token.i and token.dep_ == "obj"
    ]
    for preposition in wanted:
        for child in candidates:
            if (
                child.pos_ not in NOMINAL
                or child.ent_type_ in {"PERSON", "LOC", "NORP"}
                or child.lower_ in OF_WORTH | YARDSTICKS
                or _is_time_or_place(child)
            ):
                continue
            if any(one.dep_ == "case" and one.lower_ == preposition for one in child.children):
                if preposition == "to" and token.head.lemma_ in {"rise", "fall", "increase"}:
                    continue
                return child
    return None


def holder(stand: Stand) -> Token | None:  # noqa: PLR0911 (one return a reading)
    """Read "a rate of 5%", "tariffs on $5 billion", "a fine of up to": the noun that the quantity hangs on."""
    token = stand.quantity.anchor
    if token.dep_ not in {"nmod", "appos", "nmod:unmarked", "acl", "obl", "dep", "parataxis", "conj"}:
        return None
    head = token.head
    for _ in range(3):
        if (
            head.lemma_.lower() in LEVELS
            and head.dep_ in {"obl", "nmod", "obj", "conj", "xcomp", "appos"}
            and head.head.pos_ == "VERB"
        ):
            return _change_object(head)
        if head.lower_ == "worth" and head.head.pos_ in NOMINAL:
            return head.head
        if head.lower_ == "tune":
            return next((_through(child) for child in head.head.children if child.dep_ == "obj"), None)
        if (
            head.pos_ in NOMINAL
            and head.dep_ != "obl:unmarked"
            and head.lemma_.lower() not in {"percent", "%", "point"}
        ):
            return _through(_change_object(head) or head)
        if (head.pos_ in {"SYM", "NUM"} or head.lemma_.lower() in {"percent", "%", "point"}) and head.head != head:
            head = head.head
        else:
            return None
    return None


def subject(stand: Stand) -> Token | None:
    """Read "sales rose 5%", "the convoy is 40 miles long", "inflation at 3%": what the clause is about."""
    token = stand.quantity.anchor
    if token.dep_ in {"nsubj", "nsubj:pass"} or not _is_measured_by(stand):
        return None
    for _ in range(FURTHEST):
        found = subject_of(token)
        if found is not None and found.i != stand.quantity.anchor.i:
            return _what(found)
        if token.head == token:
            return None
        token = token.head
    return None


def _is_measured_by(stand: Stand) -> bool:
    """Tell whether a clause's subject is what the quantity measures, not who pays, makes or waits."""
    token, kind = stand.quantity.anchor, stand.quantity.kind
    verb = token.head.lemma_.lower()
    if kind in {"money", "rate"} and token.dep_ == "obj":
        return verb in AMOUNTING or (
            verb in UP_VERBS | DOWN_VERBS and token.head.lemma_ not in {"lose", "raise", "cut", "add"}
        )
    if kind == "count" and token.dep_ == "obj":
        return verb in AMOUNTING
    return not (kind == "duration" and token.dep_ == "obl")


def subject_of(predicate: Token) -> Token | None:
    """Return the subject of a clause, through relative clauses, participles and joined verbs."""
    for child in predicate.children:
        if child.dep_ in {"nsubj", "nsubj:pass", "nsubj:outer", "csubj"}:
            if child.lower_ in {"which", "that", "who"} and predicate.dep_ == "acl:relcl":
                return predicate.head
            return child
    if predicate.dep_ in {"acl", "acl:relcl"} and predicate.head.pos_ in NOMINAL:
        return predicate.head
    return None


def _what(subject_token: Token) -> Token | None:
    """Look through pronouns and quantities: "it rose 5%" is about what the sentence before was about."""
    if subject_token.pos_ == "PRON":
        return _antecedent(subject_token)
    if subject_token.pos_ in {"SYM", "NUM"} or subject_token.lower_ in {"percent", "%"}:
        return next((child for child in subject_token.children if child.dep_ == "nmod" and child.pos_ in NOMINAL), None)
    return _through(subject_token) if subject_token.pos_ in NOMINAL else None


def _through(noun: Token) -> Token:
    """Look through a container: "the number of refugees" is refugees."""
    if noun.lower_ not in CONTAINERS:
        return noun
    for child in noun.children:
        if child.dep_ == "nmod" and child.pos_ in NOMINAL and any(one.lower_ == "of" for one in child.children):
            return child
    return noun


def _antecedent(pronoun: Token) -> Token | None:
    """Find the last subject before that fits a pronoun's number; none for "it" that means nothing."""
    if pronoun.lower_ in {"we", "i", "you", "there"}:
        return None
    doc, plural = pronoun.doc, pronoun.lower_ in {"they", "these", "those"}
    for i in range(pronoun.i - 1, max(pronoun.i - 80, -1), -1):
        token = doc[i]
        if (
            token.dep_ in {"nsubj", "nsubj:pass"}
            and token.pos_ in NOMINAL
            and (token.tag_ in {"NNS", "NNPS"}) == plural
        ):
            is_person = token.ent_type_ == "PERSON"
            if (pronoun.lower_ in {"he", "she"}) == is_person or plural:
                return token
    return None


def person(stand: Stand) -> Token | None:
    """Whose age it is: "a 12-year-old boy", "Anna Kovac, 55,", "she was 15"."""
    token, words, quantity = stand.quantity.anchor, stand.words, stand.quantity
    head = _chunk_head(stand, quantity.end)
    if quantity.rule == "age_old" and head is not None and "-" in _text(stand):
        return head
    if quantity.rule == "age_apposition":
        name = words[quantity.first - 2].token
        while name.dep_ == "flat" and name.head.i < name.i:
            name = name.head
        return name
    for _ in range(FURTHEST):
        if token.dep_ in {"acl", "amod", "appos", "nmod", "advcl"} and token.head.pos_ in NOMINAL:
            return token.head
        found = subject_of(token)
        if found is not None:
            return _what(found) if found.pos_ == "PRON" else found
        if token.head == token:
            return None
        token = token.head
    return None


def object_of(stand: Stand) -> Token | None:
    """Read "spent $5 million", "get 40%": without another name, the object beside it."""
    head = stand.quantity.anchor.head
    if stand.quantity.anchor.dep_ not in {"obl", "obl:unmarked", "xcomp", "advmod"}:
        return None
    found = next((child for child in head.children if child.dep_ == "obj" and _is_thing(child)), None)
    return _through(found) if found is not None and found.i != stand.quantity.anchor.i else None


def _is_thing(token: Token) -> bool:
    """Tell a noun that is no unit of a quantity beside: "rose 5 percent to 30"."""
    return token.pos_ in NOMINAL and not any(child.dep_ == "nummod" and _is_unit(token) for child in token.children)


def _is_unit(token: Token) -> bool:
    return (token.lower_,) in FORMS or token.lower_ in {"cent", "cents", "points", "point"}


def amount_of(stand: Stand) -> Token | None:
    """Read "estimates of 64,900", "a net worth of 1.3 billion": a bare number that is all a noun comes to."""
    token = stand.quantity.number
    if token.dep_ != "nmod" or not any(child.lower_ == "of" for child in token.children if child.dep_ == "case"):
        return None
    head = token.head
    if head.pos_ not in NOMINAL or head.i > token.i or head.ent_type_ in {"GPE", "LOC", "DATE"}:
        return None
    if head.lemma_.lower() in LEVELS or head.lower_ in CONTAINERS:
        return subject(stand)
    return head


def term(stand: Stand) -> Token | None:
    """Read "13 months in prison", "a day of mourning": where the time is spent."""
    token = stand.quantity.anchor
    for child in (*token.children, *token.head.children):
        if (
            (
                child.dep_ in {"nmod", "obl"}
                and child.i > token.i
                and child.pos_ in NOMINAL
                and not _is_time_or_place(child)
            )
            and token.dep_ in {"obj", "obl:unmarked", "nmod"}
            and any(one.lower_ == "in" for one in child.children if one.dep_ == "case")
        ):
            return child
    return None


COUNTED = (
    ConceptRule("counted_after", counted_after),
    ConceptRule("counted_of", counted_of),
    ConceptRule("amount_of", amount_of),
    ConceptRule("elided", elided),
    ConceptRule("object", object_of),
    ConceptRule("subject", subject),
)
SHARED = (
    ConceptRule("counted_of", counted_of),
    ConceptRule("modified_noun", modified_noun),
    ConceptRule("noun_after", noun_after),
    ConceptRule("object", object_of),
    ConceptRule("holder", holder),
    ConceptRule("subject", subject),
)
PAID = (
    ConceptRule("counted_of", counted_of),
    ConceptRule("modified_noun", modified_noun),
    ConceptRule("noun_after", noun_after),
    ConceptRule("purpose", purpose),
    ConceptRule("object", object_of),
    ConceptRule("holder", holder),
    ConceptRule("subject", subject),
)
MEASURED = (
    ConceptRule("counted_of", counted_of),
    ConceptRule("modified_noun", modified_noun),
    ConceptRule("noun_after", noun_after),
    ConceptRule("object", object_of),
    ConceptRule("holder", holder),
    ConceptRule("subject", subject),
)
LASTING = (
    ConceptRule("counted_of", counted_of),
    ConceptRule("modified_noun", modified_noun),
    ConceptRule("noun_after", noun_after),
    ConceptRule("term", term),
    ConceptRule("holder", holder),
    ConceptRule("subject", subject),
)
RULES: dict[str, tuple[ConceptRule, ...]] = {
    "count": COUNTED,
    "percent": SHARED,
    "money": PAID,
    "rate": PAID,
    "duration": LASTING,
    "age": (ConceptRule("person", person),),
}
