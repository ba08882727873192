"""Quantities of "points": index points or percentage points, by what they measure."""

from dataclasses import replace

from transforms.claims.quantities import Quantity
from transforms.claims.words import Word

INDEXES = frozenset(
    {
        "index",
        "indexes",
        "indices",
        "dow",
        "nasdaq",
        "s&p",
        "ftse",
        "dax",
        "nikkei",
        "sensex",
        "nifty",
        "average",
        "composite",
        "benchmark",
        "stocks",
        "futures",
        "market",
        "markets",
        "shares",
        "kospi",
        "tsx",
        "hang",
    }
)
NEAR = 24  # words around


def as_points(words: list[Word], quantity: Quantity) -> Quantity:
    """Return a count of points as index points or percentage points; any other quantity as it is."""
    end = quantity.core_end
    if quantity.unit != "count" or end >= len(words) or words[end].lower not in {"points", "point", "pts"}:
        return quantity
    near = {word.lower for word in words[max(0, end - NEAR) : end + NEAR]}
    is_percentage = not near & INDEXES and near & {
        "percent",
        "%",
        "poll",
        "polls",
        "voters",
        "rate",
        "lead",
        "leads",
        "cent",
    }
    unit, kind = ("percentage_point", "percent") if is_percentage else ("index_point", "other")
    if not near & INDEXES and not is_percentage:
        return quantity
    return replace(
        quantity,
        unit=unit,
        kind=kind,
        core_end=end + 1,
        end=max(quantity.end, end + 1),
        anchor=words[end].token,
        rule="points",
    )
