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
        "list",
        "package",
        "basket",
        "series",
        "set",
        "range",
        "batch",
        "array",
        "part",
    }
)
# Plurals without a mark: "15 police staff" are staff, "a 15 page letter" has pages.
UNMARKED = frozenset(
    """
    staff personnel police people crew aircraft spacecraft hovercraft cattle livestock poultry sheep deer bison fish
    salmon trout cod tuna species series offspring infantry cavalry data media youth hp
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)
# Wholes that a share is measured by, not what it is of: "spent 2% of GDP on roads".
YARDSTICKS = frozenset({"gdp", "income", "output", "economy", "product", "gnp"})
# Participles that set an amount aside: "$5 million earmarked for roads".
EARMARKED = frozenset("dedicated earmarked allocated devoted aimed intended reserved set meant".split())  # noqa: SIM905
# Who is given money: no purpose, but its receiver ("$5 million for the families").
BENEFICIARIES = frozenset(
    """
    military army navy police forces troops government governments authorities families family victims survivors
    residents people workers employees staff farmers children women students refugees party parties campaign company
    companies charity charities group country countries state states city province parents investors shareholders
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)
GIVING = frozenset(
    """
    give donate pay send lend offer grant hand award contribute provide transfer owe bring direct channel funnel
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)
SPENDING = frozenset("spend invest devote allocate commit lavish waste blow save".split())  # noqa: SIM905
# Prepositions of what a noun is about, not of its amount: "an inquiry into $5 million".
ABOUT = ("into", "about", "despite")
# Verbs that make or see their object do something: "caused sea levels to rise".
CAUSING = frozenset(
    """
    cause allow help force make let see expect forecast predict push drive lead enable get send project estimate want
    watch leave
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)
# Verbs that put an object at a level: "leave it at 5 percent".
HOLDING = frozenset("leave keep hold set put fix maintain peg cap freeze estimate value price".split())  # noqa: SIM905
# Verbs whose object is part of their subject: "the package includes $5 million".
INCLUDING = frozenset({"include", "contain", "comprise"})
# Verbs of which "it" means nothing: "it may take ten years to".
EXPLETIVE = frozenset({"take", "seem", "appear", "require", "emerge"})
# What is to be reached: "a spending target of 5%" is of spending.
TARGETS = frozenset({"target", "goal", "commitment", "pledge", "cap", "limit", "ceiling", "threshold", "quota"})
# What an amount is of something: "services with a value of $5 million".
VALUES = frozenset({"value", "price", "cost", "budget", "amount", "sum", "worth", "total"})
# Who has so many children: "a mother of three".
PARENTS = frozenset("mother father parent mum mom dad grandmother grandfather widow widower".split())  # noqa: SIM905
# Verbs whose subject is what takes the time.
LASTING = frozenset("last take run span cover continue stretch drag remain require endure wait go".split())  # noqa: SIM905
# What is told in years without the word: "a life expectancy of 70".
IN_YEARS = frozenset({"expectancy", "age"})
# Stretches of time: "over a period of 12 months".
SEQUENCES = frozenset({"course", "period", "span", "time", "term"})
# What is only the place of a number: "past the $5 million mark".
MARKS = frozenset({"mark", "milestone", "threshold", "barrier"})
# Levels: what stands at them is measured.
LEVELS = frozenset({"peak", "close", "high", "low", "record", "level", "price", "maximum", "minimum", "average"})
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
    autumn winter apiece each tune morning evening night moment future past end beginning half
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)
