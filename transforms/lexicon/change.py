"""Verbs, nouns and adverbs of change, by direction."""

UP_VERBS = frozenset(
    """
    rise increase climb jump gain grow advance surge soar add rally rebound recover leap spike expand
    accelerate improve swell strengthen double triple quadruple boost raise lift hike up skyrocket rocket
    balloon escalate extend bounce edge inch tick firm appreciate mount widen build ramp pop multiply heighten
    elevate outpace exceed top enlarge augment
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)
DOWN_VERBS = frozenset(
    """
    fall drop decline decrease slip shed slide plunge ease slow lose tumble sink dip shrink plummet contract
    cut reduce lower slash trim weaken retreat dive crash halve narrow lessen diminish slump cool depreciate
    tank erode curb slice ebb dwindle curtail collapse subside downgrade recede crater dent scale
    """.split()  # noqa: SIM905
)
UP_NOUNS = frozenset(
    """
    rise increase gain growth jump surge climb advance rally rebound leap spike expansion acceleration
    improvement hike raise uptick upturn recovery boost appreciation escalation addition upside high build
    """.split()  # noqa: SIM905
)
DOWN_NOUNS = frozenset(
    """
    fall drop decline decrease loss slide plunge slowdown tumble dip contraction cut reduction slump crash
    downturn plummet retreat depreciation decay shrinkage downtick draw withdrawal discount low cutback curb
    """.split()  # noqa: SIM905
)
UP_ADVERBS = frozenset({"up", "higher", "more", "upward", "upwards", "above"})
DOWN_ADVERBS = frozenset({"down", "lower", "less", "off", "downward", "downwards", "below", "fewer"})

# Verbs whose direction is their adverb's: "closed 5% higher", "was up 3", "settled down 2 cents at $58".
TRADING = frozenset(
    [
        "settle",
        "close",
        "trade",
        "end",
        "finish",
        "open",
        "stand",
        "be",
        "move",
        "go",
        "come",
        "push",
        "bring",
        "take",
        "send",
        "drive",
        "edge",
        "inch",
        "tick",
        "pull",
        "shift",
        "turn",
        "keep",
        "increase",
        "start",
        "remain",
        "hit",
        "reach",
        "quote",
        "change",
        "fix",
    ]
)
# A loss in accounts, which is an amount and no change: "a net loss of $5 million".
ACCOUNTED = frozenset("net operating pretax pre-tax quarterly annual trading".split())  # noqa: SIM905
# Verbs of which only the level, not the amount, tells a change: "reached 5 million".
REACHING = frozenset("reach hit touch top exceed".split())  # noqa: SIM905

# Verbs of change that mean other things with people as objects: "lost 5 men" is a loss, but not a trend.
COUNTED_LOSSES = frozenset(
    {
        "lose",
        "add",
        "build",
        "cut",
        "raise",
        "shed",
        "trim",
        "slash",
        "extend",
        "top",
        "exceed",
        "improve",
        "mount",
        "scale",
        "pop",
    }
)
