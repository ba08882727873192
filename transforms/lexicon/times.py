"""Words of time expressions."""

# Days told from now, as the date parser knows them.
DEICTIC = {
    "today": "today",
    "yesterday": "yesterday",
    "tomorrow": "tomorrow",
    "tonight": "today",
    "overnight": "today",
}
POINTING = {"last": -1, "this": 0, "next": 1, "past": -1, "previous": -1, "current": 0, "coming": 1}
UNITS = frozenset({"day", "week", "weekend", "month", "quarter", "year", "decade"})
# Units that are counted back or ahead from a day ("the past 20 years"), in days and months.
ROLLING = {"day": (1, 0), "week": (7, 0), "month": (0, 1), "quarter": (0, 3), "year": (0, 12), "decade": (0, 120)}
NUMBERED_QUARTERS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "first-quarter": 1, "second-quarter": 2, "third-quarter": 3,
    "fourth-quarter": 4,
}  # fmt: skip
# Right before four digits that are a year.
YEAR_PREPOSITIONS = frozenset(
    """
    in since by until till between from during of for from fiscal late early mid to through year spring summer autumn
    fall winter
    """.split()  # noqa: SIM905
)
