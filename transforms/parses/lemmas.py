"""Lemmas as edits: a rule says how many letters to cut from a word and what to put there.

The way of UDPipe 2 (Straka 2018, "UDPipe 2.0 Prototype at CoNLL 2018 UD Shared Task", section
2.3), with suffixes only: the network chooses one of some two hundred rules for each word. A
regular verb or plural whose lemma is then no known word is stemmed by rule if that gives one.
"""

import re
from collections.abc import Container, Iterator

KEEP, LOWER, TITLE, UPPER = "=", "l", "t", "u"


def lemma_rule(form: str, lemma: str) -> str:
    """Find the rule that makes `lemma` from `form`: `case|cut|suffix` or `case|*|whole word`.

    Irregular words, which share no beginning with their lemma, keep the whole lemma.
    """
    case = _case_rule(form, lemma)
    small_form, small_lemma = form.lower(), lemma.lower()
    shared = _shared_length(small_form, small_lemma)
    if not shared and small_form != small_lemma:
        return f"{case}|*|{small_lemma}"
    return f"{case}|{len(small_form) - shared}|{small_lemma[shared:]}"


def apply_lemma_rule(form: str, rule: str) -> str:
    """Make the lemma of `form` by `rule`; a rule that cuts more than there is leaves the word."""
    case, cut, suffix = rule.split("|", 2)
    if cut == "*":
        return _apply_case(suffix, case)
    kept = len(form) - int(cut)
    if kept < 0 or (kept == 0 and not suffix):
        return form
    return _apply_case(form[:kept] + suffix, case)


def _case_rule(form: str, lemma: str) -> str:
    shared = _shared_length(form.lower(), lemma.lower())
    edited = form[:shared] + lemma.lower()[shared:]
    cases = (KEEP, LOWER, TITLE, UPPER)
    return next((case for case in cases if _apply_case(edited, case) == lemma), LOWER)


def _apply_case(word: str, case: str) -> str:
    if case == LOWER:
        return word.lower()
    if case == TITLE:
        return word[:1].upper() + word[1:].lower()
    if case == UPPER:
        return word.upper()
    return word


def _shared_length(left: str, right: str) -> int:
    length = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        length += 1
    return length


def known_lemma(form: str, tag: str, lemma: str, known: Container[str]) -> str:
    """Return `lemma`, or a regular stem of `form` that is among the `known` words if it is not.

    `tag` is the Penn tag: only inflected verbs and plural nouns are stemmed. A verb's lemma must be one of its stems,
    for `known` may hold pieces of words, too: "owed" is no form of "o".
    """
    if tag not in _ENDINGS:
        return lemma
    stems = list(_stems(form.lower(), _ENDINGS[tag]))
    if f"{lemma}e" in stems and tag != "NNS" and _WANTS_E.search(lemma):
        return f"{lemma}e"
    if lemma.lower() in known and (tag == "NNS" or lemma in stems or lemma == form or not stems):
        return lemma
    found = next((stem for stem in stems if stem in known), None)
    if found is None and tag != "NNS":
        found = next((stem for stem in stems if _without_prefix(stem) in known), None)
    return found or (stems[0] if len(stems) == 1 and tag != "NNS" else lemma)


# No verb ends so, or it would double its last letter: endors(e), forg(e), fin(e).
_WANTS_E = re.compile(r"(?:[cuvz]|(?:[nrlpwieo]|ea|au)s|[dr]g|[bcdfgkpstz]l|^[^aeiou]*[aeiouy][^aeiouwxy])$")
# A last letter that is doubled before an ending: "stopped", "expelled"; not "passed", "called", "felled".
_DOUBLED = re.compile(r"([bdgkmnprt])\1$|[aeiou].*[^aeiou]e(l)l$")
_LONG = re.compile(r"(?:ss|ff|zz|ll)$")
_PREFIX = re.compile(r"(?:re|un|de|dis|mis|pre|over|out|under|co)-?(?=\w{3})")
_ENDINGS = {"VBD": "ed", "VBN": "ed", "VBG": "ing", "VBZ": "s", "NNS": "s"}
_SHORTEST_TIE = 3  # letters: "die", "tie"; "pry" has a form in "prie"


def _without_prefix(stem: str) -> str:
    """Return a verb without its prefix: "reroute" is as known as "route"."""
    return _PREFIX.sub("", stem, count=1)


def _stems(form: str, ending: str) -> Iterator[str]:
    """Yield what `form` may be without its ending, the likelier first: fined, fine; stopped, stop; cities, city."""
    if not form.endswith(ending):
        return
    stem = form[: -len(ending)]
    if ending == "s":
        yield from _stems_of_s(stem)
    elif ending == "ed" and stem.endswith("e"):
        yield f"{stem}e"  # freed, agreed
    elif ending == "ed" and stem.endswith("i"):
        yield from _stems_of_ie(f"{stem}e")
    elif _DOUBLED.search(stem):
        yield stem[:-1]
        yield stem
    elif _LONG.search(stem):
        yield stem
        yield stem[:-1]
    else:
        yield f"{stem}e"
        yield stem


def _stems_of_s(stem: str) -> Iterator[str]:
    if stem.endswith("ie"):
        yield from _stems_of_ie(stem)
        return
    yield stem
    if stem.endswith("e"):
        yield stem[:-1]


def _stems_of_ie(stem: str) -> Iterator[str]:
    """Yield "try" before "trie", but "die" before "dy"."""
    ways = (f"{stem[:-2]}y", stem)
    yield from ways[::-1] if len(stem) <= _SHORTEST_TIE else ways
