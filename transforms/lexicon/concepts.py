"""Nouns that a concept is looked for through, and nouns that are none."""

# "the number of refugees rose to 5": the refugees are counted.
CONTAINERS = frozenset(
    {
        "number",
        "total",
        "amount",
        "count",
        "sum",
        "tally",
        "value",
        "level",
        "figure",
        "average",
        "rest",
        "majority",
        "pool",
        "wave",
    }
)
# Wholes that a share is measured by, not what it is of: "spent 2% of GDP on roads".
YARDSTICKS = frozenset({"gdp", "income", "output", "economy", "product", "gnp"})
# Verbs that set money aside: "$5 million earmarked for roads".
EARMARKING = frozenset({"dedicate", "earmark", "allocate", "devote", "aim", "intend", "reserve"})
# Levels: what stands at them is measured.
LEVELS = frozenset({"peak", "high", "low", "record", "level", "price", "maximum", "minimum", "average"})
# Verbs whose object is what their subject amounts to; any other money is paid, not had.
AMOUNTING = frozenset(
    {
        "cost",
        "total",
        "reach",
        "hit",
        "exceed",
        "top",
        "average",
        "fetch",
        "be",
        "amount",
        "equal",
        "value",
        "price",
        "come",
        "stand",
        "remain",
        "trade",
        "have",
        "weigh",
        "measure",
        "last",
        "take",
        "span",
        "cover",
        "stretch",
        "account",
        "represent",
    }
)
# Time and place nouns: they say when an amount was paid, not what for.
OF_WORTH = frozenset(
    """
    year years month months week weeks day days quarter quarters hour hours decade decades period today
    yesterday time times january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday total addition cash percent % hand spring summer
    autumn winter tune morning evening night moment future past end beginning
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)
