"""Quantity and concept → how sure we are that the claim is read right."""

from transforms.claims.concepts import Concept
from transforms.claims.quantities import Quantity

# Share of the claims of each kind whose value, unit and concept are all right, on the 21 development articles (29 of
# money, 68 counts, 42 percentages, 16 durations, 13 measures, 9 ages), to the nearest 0.05, less 0.05 because the rules
# were written with these articles at hand; other kinds are too few.
BASE = {"money": 0.75, "percent": 0.85, "age": 0.75, "count": 0.9, "duration": 0.7, "measure": 0.8}
OTHER = 0.6
# Taken off where the concept is guessed from afar, or missing, or the unit the likeliest of several; chosen, not
# measured.
DOUBTFUL = {"elided": 0.2, "subject": 0.1, "holder": 0.05}
NAMELESS = 0.25
GUESSED = 0.2


def weigh(quantity: Quantity, concept: Concept | None) -> float:
    """Return 0 to 1: less where concept or unit is guessed or missing, or the number may be a mere word."""
    sure = BASE.get(quantity.kind, OTHER)
    sure -= NAMELESS if concept is None else DOUBTFUL.get(concept.rule, 0.0)
    sure -= GUESSED if quantity.is_guess else 0.0
    if quantity.is_one and quantity.form == "words":
        sure -= 0.3
    return round(max(sure, 0.1), 2)
