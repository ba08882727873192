"""Words under which the same thing is measured, for following a figure from claim to claim."""

# What happened to somebody, or the state they are in, in the words of different outlets, under the commonest of them.
FATES = {
    variant: fate
    for fate, variants in {
        "kill": "kill die dead perish deceased slay murder drown fatality death deaths fatalities killed dying toll",
        "injure": "injure wound hurt injury injuries injured wounded casualty casualties",
        "displace": "displace flee evacuate uproot homeless displaced evacuee evacuees evacuated refugee refugees",
        "miss": "miss missing unaccounted disappear vanish",
        "arrest": "arrest detain arrested detained detainee detainees",
        "employ": "employ hire job jobs employee employees",
        "rescue": "rescue save rescued",
    }.items()
    for variant in variants.split()
}

# Of these, verbs as headlines put them before a number that nothing follows: "wounds 30".
STRIKING = frozenset("kills wounds injures hurts displaces arrests detains rescues kill wound injure killing".split())  # noqa: SIM905
# Other verbs by which outlets say the same.
SAME_PREDICATE = {
    variant: lemma
    for lemma, variants in {
        "offer": "propose",
        "demand": "want seek request ask",
        "spend": "invest",
        "promise": "pledge commit",
        "cost": "total",
        "build": "construct",
    }.items()
    for variant in variants.split()
}

# Verbs that say nothing of what is measured: somebody states it, or it merely is so much, or has become so much.
EMPTY_PREDICATES = frozenset(
    """
    say tell report announce add estimate put count be have stand remain reach total amount number exceed
    rise increase climb jump gain grow advance surge soar fall drop decline decrease slip shed slide plunge ease slow
    raise lower cut lift
    """.split()  # noqa: SIM905
)

# A victim is a person: outlets differ in the noun, not in what they count.
SAME_CONCEPT = {
    variant: noun
    for noun, variants in {
        "person": "people person man men woman women body bodies victim victims other others resident residents",
        "worker": "worker workers docker dockers dockworker dockworkers staff",
        "ship": "vessel vessels boat boats",
        "house": "home homes",
    }.items()
    for variant in variants.split()
}

# Heads that say nothing without what they are of: "the number of refugees" counts refugees.
EMPTY_HEADS = frozenset(
    ["number", "total", "figure", "amount", "count", "toll", "tally", "estimate", "sum", "list", "group"]
)
# Heads that many things have: the rate of inflation is another than the rate of interest.
GENERAL_HEADS = frozenset(
    """
    rate price cost level value share sale sales index output forecast growth revenue profit loss income budget debt
    deficit tax fund funding aid bond yield rise increase fall offer bill average record target
    """.split()  # noqa: SIM905
)
# Words at which a phrase ends.
PHRASE_ENDS = frozenset(
    """
    of in from for to on by at with who whom that which near among between under over has have had is are was were will
    would could may might should rose fell climbed jumped reached stood and or but as than after before since still
    """.split()  # noqa: SIM905
)
