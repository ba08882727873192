"""Words of dates and of time told from now."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan jan.", "february feb feb.", "march mar mar.", "april apr apr.", "may", "june jun jun.",
            "july jul jul.", "august aug aug.", "september sept sept. sep sep.", "october oct oct.",
            "november nov nov.", "december dec dec.",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
CLOCK = frozenset(
    {
        "am",
        "pm",
        "a.m.",
        "p.m.",
        "a.m",
        "p.m",
        "o'clock",
        "o’clock",
        "gmt",
        "est",
        "edt",
        "utc",
        "bst",
        "et",
        "cet",
        "pst",
        "pt",
    }
)
ERAS = frozenset({"bc", "bce", "ad", "ce", "b.c.", "a.d."})  # "500 BC"
# Before a number of years, months ... : told from now, not how long something lasted.
FROM_NOW_BEFORE = frozenset(
    {
        "past",
        "last",
        "next",
        "previous",
        "coming",
        "recent",
        "following",
        "first",
        "final",
        "within",
        "every",
        "latest",
        "preceding",
    }
)
FROM_NOW_AFTER = frozenset(
    {
        "ago",
        "later",
        "earlier",
        "before",
        "after",
        "since",
        "hence",
        "prior",
        "previously",
        "beforehand",
        "early",
        "back",
        "until",
        "away",
    }
)
FROM_NOW_PREPOSITIONS = frozenset({"in", "after", "since", "every", "during", "before"})
# Right before four digits: a year.
YEAR_BEFORE = frozenset(
    """
    in since by until till from during before after late early mid of year fiscal through to spring summer
    autumn fall winter between class season circa around and for on the , ( ' ’ -
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)
