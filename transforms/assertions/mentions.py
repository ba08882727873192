"""Token → the name it stands for: the noun phrase of a source, pronouns resolved to the nearest fitting name."""

from bisect import bisect_left

from spacy.tokens import Doc, Span, Token

from transforms.lexicon.calendar import MONTHS
from transforms.lexicon.given_names import FEMALE, MALE
from transforms.lexicon.reporting import BODIES, MUTE, PEOPLE
from transforms.lexicon.roles import OFFICES

MODIFIERS = frozenset({"compound", "amod", "flat", "nmod:desc", "nummod", "nmod:unmarked", "punct", "advmod"})
# "I" and "we" are the outlet's own voice, or stand in a quotation whose speaker is found by its own rules.
SINGULAR = frozenset({"he", "she", "him", "her", "his"})
PLURAL = frozenset({"they", "them", "their", "it", "its"})
WOMEN = frozenset({"she", "her"})
MEN = frozenset({"he", "him", "his"})
NEAR = 80  # tokens that "it" and "they" look back to a body that has not spoken yet
MOST_PEOPLE = 12  # names that a pronoun looks back over
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
LONGEST_BODY = 12  # words of whose a role is
FURTHEST_NAME = 7  # words from a role to the name beside it
TITLES = frozenset({"NOUN", "PROPN", "ADJ", "CCONJ"})  # between a role and a name: "and chief economist Dr."
FAR = 400  # tokens that a pronoun looks back; beyond, a reader has forgotten too


def mention_of(token: Token) -> Span:
    """Return the minimal phrase that names `token`: its modifiers right before it and the rest of its name.

    A role with a name after it is named by the name: "the owner, Karl Ohm,", "captain and owner Karl Ohm".
    """
    name = _name_beside(token)
    if name is not None:
        return name
    doc, first, end = token.doc, token.i, token.i + 1
    while first > 0 and _belongs(doc[first - 1], first, end):
        first -= 1
    while end < len(doc) and doc[end].dep_ == "flat" and doc[end].head.i in range(first, end):
        end += 1
    if token.pos_ == "PROPN":
        first, end = _name_bounds(token, first, end)
    end = _with_body(token, end)
    while end - 1 > token.i and doc[end - 1].pos_ in {"ADP", "SCONJ", "PUNCT", "PART", "SPACE"}:
        end -= 1
    while first < token.i and (doc[first].is_punct or doc[first].pos_ == "ADV"):
        first += 1
    return doc[first:end]


def _belongs(before: Token, first: int, end: int) -> bool:
    """Tell whether the word before a name is part of it: a modifier, or joined by a hyphen ("Oslo-based")."""
    is_joined = not before.whitespace_ and "-" in {before.text, before.nbor().text}
    return is_joined or (before.head.i in range(first, end) and before.dep_ in MODIFIERS)


def _name_beside(role: Token) -> Span | None:
    """Return the person's name that follows one singular role, after a comma or without."""
    doc = role.doc
    if role.tag_ != "NN" and role.lower_ != "one":
        return None
    window = range(role.i + 1, min(role.i + FURTHEST_NAME, len(doc)))
    first = next((i for i in window if doc[i].ent_type_ == "PERSON"), None)
    if first is None or doc[first].ent_iob_ != "B":
        return None
    end = first + 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    between = doc[role.i + 1 : first]
    commas = sum(word.text == "," for word in between)
    is_apposed = commas == 1 and between[-1].text == "," and end < len(doc) and doc[end].text == ","
    is_plain = all(word.pos_ in TITLES or word.text in {",", "of"} or role.lower_ == "one" for word in between)
    return doc[first:end] if is_plain and (not commas or is_apposed) else None


def _name_bounds(token: Token, first: int, end: int) -> tuple[int, int]:
    """Widen a name by what links to it as a name: "Bank of England", "University of Leeds Hospital"."""
    doc = token.doc
    if token.ent_type_:
        while end < len(doc) and doc[end].ent_iob_ == "I":
            end += 1
    return first, end


def _with_body(token: Token, end: int) -> int:
    """Widen a title or a role by whose it is, right after it: "analysts at Norbank", "mayor of Oslo"."""
    if token.pos_ != "NOUN":
        return end
    for child in token.children:
        edge = child.right_edge.i + 1
        is_next = child.i >= end and child.left_edge.i == end and edge - end <= LONGEST_BODY
        if child.dep_ == "nmod" and is_next and child.doc[end].lower_ in {"of", "at", "for", "from"}:
            names = [word for word in child.doc[end:edge] if word.pos_ == "PROPN" and word.head.i in range(end, edge)]
            plain = not any(word.text == "," or word.dep_ == "acl:relcl" for word in child.doc[end:edge])
            return edge if names and plain else end
    return end


class Mentions:
    """The names of one document, for pronouns to look back to. Reads the document once, then answers in text order."""

    def __init__(self, doc: Doc) -> None:
        """Collect the persons and the other bodies named in `doc`."""
        self._doc = doc
        people = [span for span in doc.ents if span.label_ == "PERSON" and span.text.lower() not in MONTHS]
        subjects = [token for token in doc if token.dep_ in SUBJECTS]
        officers = [mention_of(token) for token in subjects if token.tag_ == "NN" and token.lemma_.lower() in OFFICES]
        self._people = sorted([*people, *officers], key=lambda span: span.start)
        self._bodies = [token for token in subjects if token.ent_type_ == "ORG" or token.lemma_.lower() in BODIES]
        self._genders = self._read_genders()
        self._said: list[Span] = []  # sources found so far, the latest last

    def _read_genders(self) -> dict[str, str]:
        """Guess a person's gender from titles and from the pronoun that first follows the name."""
        genders: dict[str, str] = {}
        for span in self._people:
            before = self._doc[span.start - 1].lower_ if span.start else ""
            first = span[0].lower_
            if {before, first} & {"mr", "mr.", "sir", "lord"}:
                genders[span[-1].lower_] = "he"
            elif first in MALE or first in FEMALE:
                genders.setdefault(span[-1].lower_, "he" if first in MALE else "she")
            elif {before, first} & {"mrs", "mrs.", "ms", "ms.", "miss", "madam", "lady", "dame"}:
                genders[span[-1].lower_] = "she"
        return genders

    def source(self, token: Token) -> Span | None:
        """Return the phrase that names the source `token`, or None if nothing does."""
        word = token.lower_
        if word in {"one", "old"}:  # "one of the guards, Ida Berg," and "said the 36-year-old"
            found = _name_beside(token) if word == "one" else self._latest_person(token, "")
        elif token.pos_ == "PRON" or word in MUTE:
            found = self._resolve(token, word)
        elif token.pos_ in {"NOUN", "PROPN"} or token.ent_type_:
            found = mention_of(token)
        else:
            found = None
        if found is not None and token.pos_ != "PRON":
            self._said.append(found)
        return found

    def _resolve(self, token: Token, word: str) -> Span | None:
        if word in SINGULAR:
            return self._latest_person(token, word)
        if word in PLURAL:
            return self._latest_body(token)
        if word in {"who", "which", "that"} and token.head.dep_ == "acl:relcl":
            return mention_of(token.head.head)
        return None

    def _latest_person(self, token: Token, word: str) -> Span | None:
        gender = "she" if word in WOMEN else "he" if word in MEN else None
        said = [
            one for one in self._said[-8:] if self._is_person(one) and self._fits(one, gender) and one.start < token.i
        ]
        if said and token.i - said[-1].end < FAR:
            between = [one for one in self._people_before(token) if one.start > said[-1].end and self._is_subject(one)]
            return between[-1] if between and self._fits(between[-1], gender) else said[-1]
        people = [one for one in self._people_before(token) if self._fits(one, gender)]
        subjects = [one for one in people if self._is_subject(one)]
        return subjects[-1] if subjects else people[-1] if people else None

    def _people_before(self, token: Token) -> list[Span]:
        """Return the persons named within reach before a token."""
        place = bisect_left(self._people, token.i, key=lambda span: span.start)
        return [one for one in self._people[max(0, place - MOST_PEOPLE) : place] if token.i - one.end < FAR]

    def _fits(self, span: Span, gender: str | None) -> bool:
        name = span[-1].lower_
        role = "she" if name.endswith("woman") else "he" if name.endswith("man") else None
        known = self._genders.get(name, role)
        return gender is None or known is None or known == gender

    @staticmethod
    def _is_person(span: Span) -> bool:
        root = span.root
        return root.ent_type_ == "PERSON" or (root.tag_ == "NN" and root.lemma_.lower() in PEOPLE)

    @staticmethod
    def _is_subject(span: Span) -> bool:
        return span.root.dep_.startswith("nsubj")

    def _latest_body(self, token: Token) -> Span | None:
        said = [one for one in self._said[-6:] if one.root.ent_type_ != "PERSON" and one.start < token.i]
        if said and token.i - said[-1].end < FAR:
            return said[-1]
        place = bisect_left(self._bodies, token.i, key=lambda body: body.i)
        body = self._bodies[place - 1] if place else None
        return mention_of(body) if body is not None and token.i - body.i < NEAR else None
