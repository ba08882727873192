"""A quantity: a value with its bounds, qualifier, unit and kind."""

QUALIFIERS = ("exact", "approx", "more_than", "at_least", "less_than", "at_most", "between", "vague")
KINDS = ("count", "money", "percent", "multiple", "duration", "age", "measure", "rate", "other")
FACTUALITIES = ("fact", "planned", "possible", "negated")
TRENDS = ("up", "down")
CHANGE_ROLES = ("difference", "final", "initial")
