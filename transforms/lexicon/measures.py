"""Words under which the same thing is measured, for following a figure from claim to claim."""

# What happened to whom, in the words of different outlets, under the commonest of them.
SAME_PREDICATE = {
    variant: lemma
    for lemma, variants in {
        "kill": "die dead perish deceased slay murder drown fatality death",
        "injure": "wound hurt injury",
        "displace": "flee evacuate uproot homeless",
        "miss": "missing unaccounted disappear vanish",
        "arrest": "detain",
        "rise": "increase climb jump gain grow advance surge soar up",
        "fall": "drop decline decrease slip shed slide plunge down ease slow",
        "offer": "propose",
        "demand": "want seek",
        "spend": "invest",
        "promise": "pledge",
        "employ": "hire",
    }.items()
    for variant in variants.split()
    if variant != lemma
}

# A dead person is a person: outlets differ in the noun, not in what they count.
SAME_CONCEPT = {
    variant: noun
    for noun, variants in {
        "person": "people man men woman women body victim death fatality resident",
        "worker": "employee staff job docker dockworker",
        "ship": "vessel boat",
        "house": "home",
        "price": "cost",
    }.items()
    for variant in variants.split()
}

# Heads that say nothing without what they are of: "the number of refugees" counts refugees, "the rate of inflation" is
# another rate than "the rate of interest".
EMPTY_HEADS = frozenset("number total figure amount count toll tally estimate sum list group".split())  # noqa: SIM905
GENERAL_HEADS = frozenset(
    """
    rate price cost level value share sale sales index output forecast growth revenue profit loss income budget debt
    deficit tax fund funding aid bond yield rise increase fall offer bill average record target
    """.split()  # noqa: SIM905
)
