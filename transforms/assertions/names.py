"""Token → the phrase that names it: its modifiers, the rest of its name, whose it is."""

from spacy.tokens import Doc, Span, Token

from transforms.lexicon.reporting import PEOPLE
from transforms.lexicon.roles import OFFICES

MODIFIERS = frozenset({"compound", "amod", "flat", "nmod:desc", "nummod", "nmod:unmarked", "punct", "advmod"})
LONGEST_BODY = 12  # words of whose a role is
LONGEST_ROLE = 20  # words from a role to the name that ends its description
LONGEST_GROUP = 8  # words of what tells a group without a name
FURTHEST_NAME = 7  # words from a role to the name beside it
TITLES = frozenset({"NOUN", "PROPN", "ADJ", "CCONJ"})  # between a role and a name: "and chief economist Dr."


def mention_of(token: Token) -> Span:
    """Return the minimal phrase that names `token`: its modifiers right before it and the rest of its name.

    A role with a name after it is named by the name: "the owner, Karl Ohm,", "captain and owner Karl Ohm".
    """
    name = name_beside(token)
    if name is not None:
        return name
    doc, first, end = token.doc, token.i, token.i + 1
    while first > 0 and _belongs(doc[first - 1], first, end):
        first -= 1
    while end < len(doc) and doc[end].dep_ == "flat" and doc[end].head.i in range(first, end):
        end += 1
    if token.pos_ == "PROPN":
        first, end = _name_bounds(token, first, end)
    first, end = _with_owner(token, first), _with_body(token, end)
    while end - 1 > token.i and doc[end - 1].pos_ in {"ADP", "SCONJ", "CCONJ", "PUNCT", "PART", "SPACE"}:
        end -= 1
    while first < token.i and (doc[first].is_punct or (doc[first].pos_ == "ADV" and doc[first + 1].text != "-")):
        first += 1
    if token.pos_ == "PROPN" and first and doc[first - 1].text == "The" and not doc[first - 1].is_sent_start:
        first -= 1  # "The Gazette" inside a sentence: its capital says that the article is of the name
    return doc[first:end]


def group_of(token: Token) -> Span:
    """Return a group without a name, and what tells it from others: "some", "many in Oslo", "those who left"."""
    group = token.doc[token.i : token.right_edge.i + 1]
    is_told = len(group) <= LONGEST_GROUP and not any(word.is_punct or word.is_space for word in group)
    return group if is_told else group[:1]


def _belongs(before: Token, first: int, end: int) -> bool:
    """Tell whether the word before a name is part of it: a modifier, or joined by a hyphen ("Oslo-based")."""
    if before.nbor().ent_iob_ == "I":
        return True
    if before.dep_ in {"cc", "conj"} and first != end and before.nbor().pos_ in {"ADJ", "CCONJ", "NOUN"}:
        return _is_joint(before, first, end)
    is_joined = not before.whitespace_ and not {"-", "/"}.isdisjoint((before.text, before.nbor().text))
    return is_joined or (before.head.i in range(first, end) and before.dep_ in MODIFIERS)


def _is_joint(before: Token, first: int, end: int) -> bool:
    """Tell the second of two joined modifiers, or the word that joins them: "political and military leaders"."""
    joined = before.head if before.dep_ == "cc" else before
    modifier = joined.head
    return joined.dep_ == "conj" and modifier.dep_ in {"amod", "compound"} and modifier.head.i in range(first, end)


def name_beside(role: Token) -> Span | None:
    """Return the person's name that follows one singular role, after a comma or without."""
    doc = role.doc
    if role.tag_ != "NN" and role.lower_ != "one" and role.lemma_.lower() not in OFFICES | PEOPLE:
        return None
    window = range(role.i + 1, min(role.i + FURTHEST_NAME, len(doc)))
    first = next((i for i in window if _is_person(doc[i])), None)
    if first is not None and doc[first].ent_iob_ == "B" and _is_beside(role, first):
        return doc[first : _entity_end(doc, first)]
    return _name_apposed(role)


def _is_beside(role: Token, first: int) -> bool:
    """Tell whether nothing but titles, or one comma, stands between a role and a name."""
    doc, end = role.doc, _entity_end(role.doc, first)
    between = doc[role.i + 1 : first]
    commas = sum(word.text == "," for word in between)
    is_said = role.dep_ == "nsubj" and end < len(doc) and doc[end] == role.head
    is_ended = is_said or (end < len(doc) and doc[end].text == ",")
    is_apposed = commas == 1 and between[-1].text == "," and is_ended
    is_plain = all(word.pos_ in TITLES or word.text in {",", "of"} or role.lower_ == "one" for word in between)
    is_owner = end < len(doc) and doc[end].tag_ == "POS"  # "the owner of Karl Ohm's shop"
    return is_plain and not is_owner and (not commas or is_apposed)


def _name_apposed(role: Token) -> Span | None:
    """Return the name between commas that ends what describes a subject: "the head of the centre, Karl Ohm, says"."""
    doc, end = role.doc, role.right_edge.i
    if role.dep_ != "nsubj" or doc[end].text != "," or end - role.i > LONGEST_ROLE:
        return None
    first = next((i for i in range(role.i + 1, end) if _is_person(doc[i]) and doc[i - 1].text == ","), None)
    is_whole = first is not None and doc[first].ent_iob_ == "B" and _entity_end(doc, first) == end
    return doc[first:end] if is_whole else None


def _is_person(word: Token) -> bool:
    return word.ent_type_ == "PERSON" and word.pos_ == "PROPN"


def _entity_end(doc: Doc, first: int) -> int:
    end = first + 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return end


def _name_bounds(token: Token, first: int, end: int) -> tuple[int, int]:
    """Widen a name by what links to it as a name: "Bank of England", "University of Leeds Hospital"."""
    doc = token.doc
    return first, _entity_end(doc, end - 1) if token.ent_type_ else end


def _with_body(token: Token, end: int) -> int:
    """Widen a title or a role by whose it is, right after it: "analysts at Norbank", "mayor of Oslo"."""
    if token.pos_ != "NOUN":
        return end
    for child in token.children:
        edge = _before_time(child.doc, child.right_edge.i + 1)
        is_next = child.i >= end and child.left_edge.i == end and edge - end <= LONGEST_BODY
        if child.dep_ == "nmod" and is_next and child.doc[end].lower_ in {"of", "at", "for", "from", "by"}:
            names = [word for word in child.doc[end:edge] if word.pos_ == "PROPN"]
            plain = not any(word.text == "," or word.dep_ == "acl:relcl" for word in child.doc[end:edge])
            return edge if names and plain else end
    return end


def _before_time(doc: Doc, end: int) -> int:
    """Leave out the day at the end of a phrase: "data from Norbank on Monday"."""
    while doc[end - 1].ent_type_ == "DATE":
        end -= 1
    return end - (doc[end - 1].lower_ in {"on", "in"})


def _with_owner(token: Token, first: int) -> int:
    """Widen a common noun by the name whose it is, right before it: "Norland's air force", not "Norland's Ida Berg"."""
    for child in token.lefts if token.ent_type_ != "PERSON" else ():
        if child.dep_ == "nmod:poss" and child.pos_ == "PROPN" and child.right_edge.i == first - 1:
            return next((word.i for word in child.subtree if word.dep_ != "det"), first)
    return first
