"""Triggers that bind and answer nobody: agreement and denial that are no more than words."""

from transforms.events.actors import Cast, is_actor
from transforms.events.arguments import children, complements, is_infinitive, obliques, patients, subjects
from transforms.events.triggers import Trigger
from transforms.lexicon.event_settings import ALLEGATIONS, DENYING
from transforms.lexicon.roles import SECTOR_OF

OPINIONS = frozenset({"agree", "concur"})


def is_bare_opinion(trigger: Trigger) -> bool:
    """Tell "I agree", "agreed with him that" and "the minister agreed, saying", which bind nobody."""
    if trigger.frame.lemma not in OPINIONS or children(trigger.token, "xcomp"):
        return False
    if trigger.is_verb and any(obliques(trigger.token, ("with",))):
        return True
    if any(obliques(trigger.token, ("to", "on"))):
        return False
    own = children(trigger.token, "nsubj")
    if any(one.lower_ in {"i", "we", "you"} for one in own):
        return True
    if children(trigger.token, "ccomp"):  # "voters agreed that he is fit"; what states agree binds them
        return bool(own) and all(one.ent_type_ == "PERSON" or SECTOR_OF.get(one.lemma_.lower()) == "CVL" for one in own)
    is_to_do = any(is_infinitive(one) for one in children(trigger.token, "advcl"))
    is_alone = len(subjects(trigger.token)) == 1 and any(one.tag_ in {"NN", "NNP"} for one in own)
    return is_alone and not is_to_do and not children(trigger.token, "obj", "ccomp", "nsubj:pass")


def is_bare_denial(trigger: Trigger, cast: Cast) -> bool:
    """Tell a denial that answers nobody by name, which CAMEO counts as a comment (016)."""
    if trigger.frame.lemma not in DENYING:
        return False
    denied = [one for one in patients(trigger.token) if one.lemma_.lower() in ALLEGATIONS]
    places = [trigger.token, *denied]
    accusers = [word for one in places for word in (*children(one, "nmod:poss"), *obliques(one, ("by", "from")))]
    return bool(denied or complements(trigger.token)) and not any(is_actor(one, cast) for one in accusers)
