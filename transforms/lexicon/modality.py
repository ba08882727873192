"""Words by which a text says how sure it is: planned, possible, negated."""

WILL = frozenset({"will", "'ll", "’ll", "wo", "shall", "should", "would", "'d", "’d"})
MAY = frozenset({"may", "might", "could"})

# Governors (verbs, adjectives, nouns) under which a thing is intended, asked or foreseen, not yet so.
PLANNED = frozenset(
    """
    plan promise pledge aim need intend expect want request propose seek vow forecast project hope target
    schedule predict anticipate ask demand urge recommend require aspire slate due poise order agree
    proposal goal budget objective ambition commitment outlook guidance projection prediction requirement aimed
    consider plot
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)
# Of those, nouns that are planned whatever stands with them: "a target of 5%".
PLANS = frozenset(
    """
    plan promise pledge target goal forecast proposal offer request budget objective projection prediction outlook
    """.split()  # noqa: SIM905
)
# What is planned before or after the noun that it describes: "the proposed 5% levy", "five launches planned for May".
PLANNED_AS = frozenset(
    """
    planned proposed expected projected intended promised pledged scheduled requested anticipated forecast predicted
    envisaged prospective budgeted targeted
    """.split()  # noqa: SIM905
)
POSSIBLE = frozenset(
    """
    appear seem suspect allege alleged allegedly possible possibly perhaps maybe potential potentially likely
    unlikely probably reportedly suspected apparent apparently risk threaten presumably accuse face hypothetical
    possibility prospect chance likelihood mull contemplate ponder moot
    """.split()  # noqa: SIM905
)
CONDITIONS = frozenset({"if", "unless", "whether"})
CONTRASTS = frozenset({"while", "although", "though", "whereas"})  # open a clause that stands beside another
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "nt"})
DENIALS = frozenset({"deny", "reject", "refuse", "dispute", "refute", "fail", "denial", "refusal", "without"})
# Verbs that name the parts of a thing, which is as sure as the thing: "will announce aid that includes 40 lorries".
PARTS = frozenset({"include", "comprise", "contain", "total", "consist", "cover"})
# Verbs whose infinitive is an order, advice or still ahead ("set to open"), while their "that" clause is a report.
ORDERS = frozenset(
    """
    tell advise instruct direct warn remind encourage invite order command allow authorise authorize
    set stand prepare offer commit
    """.split()  # noqa: SIM905
)
