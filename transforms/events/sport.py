"""Triggers of sport, in which to beat, defend and meet is play."""

from spacy.tokens import Doc

from transforms.events.arguments import children, obliques, patients, subjects
from transforms.events.triggers import Trigger
from transforms.lexicon.event_settings import PLAY, SPORT

AIMS = ("on", "at", "against", "with", "in", "into")
FEWEST_WORDS = 4  # different words of sport that a text about it uses
PLAYED_ONE_IN = 80  # words, of which one at least is of sport; political news with a word of sport has one in hundreds


def is_match_report(doc: Doc) -> bool:
    """Tell a text about sport, in which to beat, defend and meet is play, by how often it uses sport's own words."""
    used = [token.lemma_.lower() for token in doc if token.lemma_.lower() in PLAY]
    return len(set(used)) >= FEWEST_WORDS and len(used) * PLAYED_ONE_IN > len(doc)


def is_played(trigger: Trigger) -> bool:
    """Tell a word that players' rivalry borrows; whoever kills or bombs does not play."""
    return trigger.type in {"ASSAULT", "SUPPORT", "CONSULT", "RETREAT"} and trigger.frame.cameo not in {"183", "185"}


def is_sport(trigger: Trigger) -> bool:
    """Tell what players do to each other: "fired a shot at the goalkeeper", "attacked from the start"."""
    if trigger.type != "ASSAULT" or not trigger.is_verb:
        return False
    verb = trigger.token
    around = [*subjects(verb), *patients(verb), *children(verb, "obl")]
    is_idle_attack = trigger.frame.is_loose and not patients(verb) and not any(obliques(verb, AIMS))
    return is_idle_attack or any(one.lemma_.lower() in SPORT for one in around)
