"""What must hold of figures."""

from expectations.rule import RowRule, Rule, known, unique

RULES: tuple[Rule, ...] = (
    unique("figures", "figure_id"),
    known("figure", "story_id", "stage.stories", "story_id", "the story is staged with it"),
    RowRule("figure_bounds_order", "row", "low > high", "low is at most high"),
    RowRule("figure_latest_order", "row", "latest_low > latest_high", "the latest low is at most the latest high"),
    RowRule(
        "figure_latest_within",
        "row",
        "latest_low < low or latest_high > high",
        "the latest claim lies within what all claims say",
    ),
    RowRule("figure_claims_counted", "row", "claim_count <> len(claim_ids)", "its claims are counted"),
    RowRule("figure_claims_distinct", "row", "len(list_distinct(claim_ids)) <> len(claim_ids)", "claims differ"),
    RowRule(
        "figure_claims_known",
        "row",
        """
            exists (
                select 1 from (select unnest(claim_ids) as claim_id) u
                where u.claim_id not in (select claim_id from stage.claims)
                and u.claim_id not in (select claim_id from past.claims)
            )
        """,
        "its claims are staged or in the ledger",
    ),
    RowRule(
        "figure_outlets_counted",
        "row",
        "not outlet_count between 1 and claim_count",
        "there is an outlet, and no more outlets than claims",
    ),
    RowRule("figure_times_order", "row", "first_at > last_at", "the first claim is not later than the last"),
)
