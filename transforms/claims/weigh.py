"""Quantity and concept → how sure we are that the claim is read right."""

from transforms.claims.concepts import Concept
from transforms.claims.quantities import Quantity

# Share of claims of each kind whose value, unit and concept were right on development articles, rounded.
BASE = {"money": 0.85, "percent": 0.85, "age": 0.9, "count": 0.8, "duration": 0.75, "measure": 0.75}
OTHER = 0.7
DOUBTFUL = {"elided": 0.2, "subject": 0.1, "holder": 0.05}


def weigh(quantity: Quantity, concept: Concept | None) -> float:
    """Return 0 to 1: less where the concept is guessed or missing, or the number may be a mere word."""
    sure = BASE.get(quantity.kind, OTHER)
    sure -= 0.25 if concept is None else DOUBTFUL.get(concept.rule, 0.0)
    if quantity.is_one and quantity.form == "words":
        sure -= 0.3
    return round(max(sure, 0.1), 2)
