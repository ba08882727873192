"""Token → whom it means as a source: the phrase that names it, pronouns resolved to the nearest fitting name."""

from bisect import bisect_left
from collections import Counter

from spacy.tokens import Doc, Span, Token

from transforms.assertions.names import group_of, mention_of, name_beside
from transforms.assertions.quotes import find_quotes, quote_at
from transforms.lexicon.calendar import MONTHS, WEEKDAYS
from transforms.lexicon.given_names import FEMALE, MALE
from transforms.lexicon.reporting import BODIES, MUTE, PEOPLE, UNNAMED, WRITINGS
from transforms.lexicon.roles import OFFICES

# "I" and "we" are the outlet's own voice, or stand in a quotation whose speaker is found by its own rules.
SINGULAR = frozenset({"he", "she", "him", "her", "his"})
PLURAL = frozenset({"they", "them", "their"})
NEUTER = frozenset({"it", "its"})
WOMEN = frozenset({"she", "her"})
MEN = frozenset({"he", "him", "his"})
MEN_TITLES = frozenset({"mr", "mr.", "sir", "lord"})
WOMEN_TITLES = frozenset({"mrs", "mrs.", "ms", "ms.", "miss", "madam", "lady", "dame"})
NEAR = 80  # tokens that "it" and "they" look back to a body that has not spoken yet
MOSTLY = 3  # times as often as the other gender
MOST_PEOPLE = 12  # names that a pronoun looks back over
MOST_BODIES = 6  # and bodies
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
FAR = 400  # tokens that a pronoun looks back; beyond, a reader has forgotten too


class Mentions:
    """The names of one document, for pronouns to look back to. Reads the document once, then answers in text order."""

    def __init__(self, doc: Doc) -> None:
        """Collect the persons and the other bodies named in `doc`."""
        self._doc = doc
        self.quotes = find_quotes(doc)
        people = [span for span in doc.ents if span.label_ == "PERSON" and span.text.lower() not in MONTHS]
        subjects = [token for token in doc if token.dep_ in SUBJECTS]
        officers = [mention_of(token) for token in subjects if token.tag_ == "NN" and token.lemma_.lower() in OFFICES]
        self._people = sorted([*people, *officers], key=lambda span: span.start)
        self._bodies = [token for token in subjects if _is_body(token)]
        self._genders = self._read_genders()
        self._said: list[Span] = []  # sources found so far, the latest last

    def _read_genders(self) -> dict[str, str]:
        """Guess the gender of persons by title and given name; of a surname, from who bears it most of the time."""
        borne: dict[str, Counter[str]] = {}
        for span in self._people:
            before = self._doc[span.start - 1].lower_ if span.start else ""
            titles, first = {before, span[0].lower_}, span[0].lower_
            if titles & MEN_TITLES or first in MALE:
                gender = "he"
            elif titles & WOMEN_TITLES or first in FEMALE:
                gender = "she"
            else:
                continue
            for name in {span.text.lower(), span[-1].lower_}:
                borne.setdefault(name, Counter())[gender] += 1
        return {name: _mostly(genders) for name, genders in borne.items()}

    def source(self, token: Token) -> Span | None:
        """Return the phrase that names the source `token`, or None if nothing does."""
        word = token.lower_
        if word in {"one", "old"}:  # "one of the guards, Ida Berg," and "said the 36-year-old"
            found = name_beside(token) if word == "one" else self._latest_person(token, "")
        elif word in UNNAMED:
            found = group_of(token)
        elif token.pos_ == "PRON" or word in MUTE:
            found = self._resolve(token, word)
        elif (token.pos_ in {"NOUN", "PROPN"} or token.ent_type_) and not _is_date(token):
            found = mention_of(token)
        else:
            found = None
        if found is not None and token.pos_ != "PRON" and word not in UNNAMED:
            self._said.append(found)
        return found

    def _resolve(self, token: Token, word: str) -> Span | None:
        if word in SINGULAR:
            return self._latest_person(token, word)
        if word in PLURAL | NEUTER:
            return self._latest_body(token, word)
        if word in {"who", "which", "that"} and token.head.dep_ == "acl:relcl":
            return mention_of(token.head.head)
        return None

    def _latest_person(self, token: Token, word: str) -> Span | None:
        gender = "she" if word in WOMEN else "he" if word in MEN else None
        said = [
            one for one in self._said[-8:] if self._is_person(one) and self._fits(one, gender) and one.start < token.i
        ]
        if said and token.i - said[-1].end < FAR:
            between = [
                one for one in self._people_before(token) if one.start > said[-1].end and self._is_told_of(one, token)
            ]
            return between[-1] if between and self._fits(between[-1], gender) else said[-1]
        people = [one for one in self._people_before(token) if self._fits(one, gender)]
        subjects = [one for one in people if self._is_told_of(one, token)]
        return subjects[-1] if subjects else people[-1] if people else None

    def _people_before(self, token: Token) -> list[Span]:
        """Return the persons named within reach before a token."""
        place = bisect_left(self._people, token.i, key=lambda span: span.start)
        near = self._people[max(0, place - MOST_PEOPLE) : place]
        return [one for one in near if token.i - one.end < FAR and self._is_in_view(one.start, token)]

    def _is_in_view(self, i: int, token: Token) -> bool:
        """Tell whether a pronoun can mean what a token names: one of the text looks past what quotations name."""
        quote = quote_at(self.quotes, i)
        return quote is None or not quote.is_long or quote == quote_at(self.quotes, token.i)

    def _fits(self, span: Span, gender: str | None) -> bool:
        """Tell whether a person may be "he" or "she"; one of whom nothing is known may be both."""
        name = span[-1].lower_
        role = "she" if name.endswith("woman") else "he" if name.endswith("man") else ""
        is_full = len(span) > 1 and span.root.ent_type_ == "PERSON" and not self._is_titled(span)
        known = self._genders.get(span.text.lower() if is_full else name, role)
        return gender is None or not known or known == gender

    @staticmethod
    def _is_titled(span: Span) -> bool:
        return span[0].lower_ in MEN_TITLES | WOMEN_TITLES

    @staticmethod
    def _is_person(span: Span) -> bool:
        root = span.root
        return root.ent_type_ == "PERSON" or (root.tag_ == "NN" and root.lemma_.lower() in PEOPLE)

    @staticmethod
    def _is_told_of(span: Span, token: Token) -> bool:
        """Tell whom a text is about: a subject, or one just introduced ("met Ida Berg, head of Norbank")."""
        roles = (child for child in span.root.rights if child.dep_ == "appos" and child.lemma_.lower() in PEOPLE)
        is_new = (
            len(span) > 1 and token.i - span.end < NEAR and any(one.dep_ == "nmod" for r in roles for one in r.rights)
        )
        return span.root.dep_.startswith("nsubj") or is_new

    def _latest_body(self, token: Token, word: str) -> Span | None:
        """Return the body that "it" or "they" means: a subject in its sentence, who spoke last, or one near."""
        fits = _is_many if word in PLURAL else _is_single
        place = bisect_left(self._bodies, token.i, key=lambda body: body.i)
        near = [body for body in self._bodies[max(0, place - MOST_BODIES) : place] if self._is_in_view(body.i, token)]
        before = next(filter(fits, reversed(near)), None)
        if before is not None and before.i >= token.sent.start:
            return mention_of(before)
        said = [one for one in self._said[-6:] if one.root.ent_type_ != "PERSON" and one.start < token.i]
        said = [one for one in said if fits(one.root)]
        if said and token.i - said[-1].end < FAR:
            return said[-1]
        return mention_of(before) if before is not None and token.i - before.i < NEAR else None


def _mostly(genders: Counter[str]) -> str:
    """Return the gender of nearly all who bear a name, or nothing."""
    (gender, count), *_ = genders.most_common()
    return gender if count >= MOSTLY * (genders.total() - count) else ""


def _is_date(noun: Token) -> bool:
    """Tell months and days, which a parse may take for a source, from persons whose name holds one."""
    is_date = noun.lemma_.lower() in MONTHS or noun.lemma_.lower() in WEEKDAYS
    is_alone = noun.i + 1 == len(noun.doc) or noun.nbor().pos_ != "PROPN"
    return is_date and is_alone and not any(child.dep_ in {"compound", "flat"} for child in noun.children)


def _is_body(subject: Token) -> bool:
    """Tell who may speak as one from single persons: organisations, countries, groups of people."""
    lemma = subject.lemma_.lower()
    return subject.ent_type_ in {"ORG", "LOC"} or lemma in BODIES or (lemma in PEOPLE and subject.tag_ == "NNS")


def _is_many(body: Token) -> bool:
    """Tell what "they" may mean: several, or one that consists of people, but no piece of writing."""
    return body.tag_ in {"NNS", "NNPS"} or body.ent_type_ == "ORG" or body.lemma_.lower() in BODIES - WRITINGS


def _is_single(body: Token) -> bool:
    """Tell what "it" may mean: one thing, not a person."""
    return body.tag_ in {"NN", "NNP"} or body.ent_type_ == "ORG"
