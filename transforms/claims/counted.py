"""What a bare number counts: the noun after it, after "of", or named before it."""

from spacy.tokens import Token

from transforms.claims.number import at
from transforms.claims.ranges import HANGING
from transforms.claims.stand import NOMINAL, Stand, chunk_head, has_case, is_time_or_place, object_beside
from transforms.claims.subjects import subject
from transforms.lexicon.concepts import CONTAINERS, LEVELS, MARKS, OF_WORTH, PARENTS, UNMARKED, YARDSTICKS
from transforms.lexicon.reporting import REPORTING

FARTHEST = 60  # tokens back to the noun of a number without one
RELATIVE = 4  # words back to what "whom" stands for
LONGEST_LIST = 12  # words of numbers that hyphens join to one noun
PARTS = 8  # heads climbed from one part of a list to its whole
LONGEST_ASIDE = 6  # words between dashes or brackets
ASIDES = {"—": "—", "–": "–", "-": "-", "(": ")", ",": ","}


def counted_after(stand: Stand) -> Token | None:
    """Read "4 Russian soldiers": the last noun of the phrase right after the number."""
    token = stand.quantity.number
    if (joined := _joined(stand)) is not None:
        return joined
    if stand.after is not None and stand.after.lower_ in {"last", "next", "this", "earlier", "ago"}:
        return None  # "14 in 2018 and 21 last year"
    following = chunk_head(stand, stand.quantity.end)
    if following is not None and following.lower_ in MARKS:
        return None
    is_parsed = token.dep_ == "nummod" and token.head.i > token.i and token.head.pos_ in NOMINAL
    if is_parsed and token.nbor().dep_ == "case" and token.nbor().lower_ != "of":
        return None  # "five from artillery": the parse joins what a preposition parts; "four of them children"
    return token.head if is_parsed and (following is None or token.head.i > following.i) else following


def _joined(stand: Stand) -> Token | None:
    """Read "a 30-page letter": the noun that a hyphen joins to the number, not the one that they describe.

    In "two- and three-bedroom flats" it is joined to the last number, in "a 30 page letter" the hyphen is left out.
    """
    words, i = stand.words, stand.quantity.end
    if at(words, i) != "-" or words[i].start != words[i - 1].end:
        return _described_by(stand)
    last = min(i + LONGEST_LIST, len(words) - 1)
    while i < last and (words[i].lower in HANGING or words[i].token.pos_ == "NUM"):
        i += 1
    noun = words[i].token
    return noun if noun.pos_ in NOMINAL and words[i - 1].text == "-" and words[i].start == words[i - 1].end else None


def _described_by(stand: Stand) -> Token | None:
    """Read "a 30 page letter": more than one of what is in the singular is no count of the letters."""
    words, quantity = stand.words, stand.quantity
    if quantity.is_one or quantity.form not in {"digits", "words"} or quantity.end + 1 >= len(words):
        return None
    noun, described = words[quantity.end].token, chunk_head(stand, quantity.end)
    if described is None or noun.dep_ not in {"compound", "nmod"} or noun.ent_type_:
        return None
    is_singular = all(token.tag_ == "NN" for token in noun.doc[noun.i : described.i + 1])
    return noun if is_singular and described != noun and described.lower_ not in UNMARKED else None


def counted_of(stand: Stand) -> Token | None:
    """Read "40 of the passengers", "hundreds of rounds", "$5 worth of nails": the noun after "of"."""
    start = _after_of(stand)
    if start is None:
        return None
    words, kind, is_in = stand.words, stand.quantity.kind, stand.words[start - 1].lower == "in"
    while start < len(words) and words[start].token.pos_ in {"DET", "PRON"} and not _stands_alone(stand, start):
        start += 1
    if start < len(words) and _stands_alone(stand, start):
        return _noun_before(stand) if words[start].lower in {"whom", "which"} else named_before(stand)
    head = chunk_head(stand, start)
    if head is None or (is_in and is_time_or_place(head)):
        return None
    return None if kind == "percent" and head.lower_ in YARDSTICKS else head


def _after_of(stand: Stand) -> int | None:
    """Return where the phrase after "of" begins; an aside may stand between: "a third (31%) of voters"."""
    words, end, kind = stand.words, stand.quantity.end, stand.quantity.kind
    links = {"of", "in", "worth"} if kind == "money" else {"of", "worth"}
    if end < len(words) and words[end].text in ASIDES and (kind in {"percent", "count"} or words[end].text == "("):
        closer = ASIDES[words[end].text]
        near = range(end + 1, min(end + LONGEST_ASIDE, len(words) - 1))
        end = next((i + 1 for i in near if words[i].text == closer), end + 1)
        if end >= len(words) or words[end].lower != "of":
            return None
    if end >= len(words):
        return None
    if stand.quantity.form == "fraction" and words[end].token.pos_ in {"DET", "PRON"}:
        return end  # "half the drivers"
    if words[end].lower not in links:
        return None
    is_worth_of = words[end].lower == "worth" and end + 1 < len(words) and words[end + 1].lower == "of"
    return end + 2 if is_worth_of else end + 1


def _noun_before(stand: Stand) -> Token | None:
    """Read "the inmates, 40 percent of whom": what the relative pronoun stands for."""
    before = (
        word.token for word in reversed(stand.words[max(0, stand.quantity.first - RELATIVE) : stand.quantity.first])
    )
    nearest = next((token for token in before if token.pos_ in NOMINAL), None)
    return None if nearest is None else _numbered_above(nearest)


def _numbered_above(noun: Token) -> Token:
    """Read "40 mills in two valleys, 12 of which": what is counted is what the last noun hangs on, if that is."""
    above = noun
    while above.dep_ == "nmod" and above.head.pos_ in NOMINAL:
        above = above.head
        if any(child.dep_ == "nummod" for child in above.children):
            return above
    return noun


def _stands_alone(stand: Stand, i: int) -> bool:
    word = stand.words[i]
    if word.lower in {"them", "whom", "which"}:
        return True
    return word.lower in {"those", "these"} and (
        i + 1 >= len(stand.words) or stand.words[i + 1].token.pos_ not in NOMINAL | {"ADJ", "NUM"}
    )


def of_total(stand: Stand) -> Token | None:
    """Read "of the 40 boats, two sank, 5 percent burnt": the whole named before its parts, for each of them."""
    token = stand.quantity.anchor
    if token.dep_ not in {"nsubj", "nsubj:pass", "conj", "root"}:
        return None
    first = stand.words[stand.quantity.first].token.i
    for _ in range(PARTS):
        for child in token.children:
            is_whole = child.dep_ in {"obl", "nmod"} and child.i < min(first, token.i) and has_case(child, "of")
            if is_whole and child.pos_ in NOMINAL and not is_time_or_place(child):
                return child
        token = token.head
    return None


def amount_of(stand: Stand) -> Token | None:
    """Read "estimates of 64,900", "a net worth of 1.3 billion": a bare number that is all a noun comes to."""
    token = stand.quantity.number
    if token.dep_ != "nmod" or not has_case(token, "of"):
        return None
    head = token.head
    if head.pos_ not in NOMINAL or head.i > token.i or head.ent_type_ in {"GPE", "LOC", "DATE"}:
        return None
    if head.lemma_.lower() in PARENTS:
        return None  # of children that nobody names
    is_container = head.lemma_.lower() in LEVELS or head.lower_ in CONTAINERS
    return (object_beside(head) or subject(stand)) if is_container else head


def elided(stand: Stand) -> Token | None:
    """Read an argument that is a bare number ("another 5 were killed"): its noun is named before."""
    token = stand.quantity.number
    if token.dep_ not in {"nsubj", "nsubj:pass", "obj", "conj", "appos"}:
        return None
    if token.dep_ == "conj" and token.head.pos_ not in {"NUM", "NOUN"}:
        return None
    if any(child.dep_ == "nsubj" for child in token.children):
        return None  # "and the sample is 651"
    if stand.quantity.form == "vague" and token.dep_ == "obj":
        return None  # "it holds thousands"
    found = named_before(stand)
    if found is not None and token.dep_ == "obj" and found.sent == token.sent and found.dep_.startswith("nsubj"):
        return None  # "killing more than 10,000": not those who kill
    return found if found is None or found.head != token.head else None


def _is_known(noun: Token) -> bool:
    """Tell whether a noun's number is given ("the two countries"): nothing that others could be more of."""
    lefts = {child.dep_: child for child in noun.children if child.i < noun.i and child.dep_ in {"det", "nummod"}}
    return len(lefts) == 2 and lefts["det"].lower_ in {"the", "these", "those"}  # noqa: PLR2004 (both)


def _is_aside(noun: Token) -> bool:
    """Tell a noun that tells the number, or parts of what is counted: "officials say 14 were killed"."""
    is_teller = noun.dep_ in {"nsubj", "nsubj:pass"} and noun.head.lemma_.lower() in REPORTING
    return is_teller or has_case(noun, "including")  # "40 people, including five sailors; 9 were hurt"


def named_before(stand: Stand) -> Token | None:
    """Find the counted noun, or else the plural, that was last named before the quantity."""
    doc, first = stand.quantity.anchor.doc, stand.words[stand.quantity.first].token.i
    nearest: Token | None = None
    for i in range(first - 1, max(first - FARTHEST, -1), -1):
        token = doc[i]
        if token.tag_ not in {"NNS", "NNPS"} or token.lower_ in OF_WORTH or _is_known(token) or _is_aside(token):
            continue
        if token.dep_ in {"nsubj", "nsubj:pass"} or any(child.dep_ == "nummod" for child in token.children):
            return token
        if nearest is None and token.dep_ not in {"compound", "nmod:desc", "obl:unmarked"}:
            nearest = token
    return nearest
