"""Nouns that a concept is looked for through, and nouns that are none."""

# "the number of refugees rose to 5": the refugees are counted.
CONTAINERS = frozenset({"number", "total", "amount", "toll", "count", "sum", "tally", "value", "level", "figure", "average", "rest", "majority"})
# Time and place nouns: they say when an amount was paid, not what for.
OF_WORTH = frozenset(
    """
    year years month months week weeks day days quarter quarters hour hours decade decades period today yesterday time times
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday total addition cash percent % hand
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)
