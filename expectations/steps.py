"""What must hold of the steps: nothing is lost on the way."""

from expectations.rule import RowRule, Rule, SetRule

RULES: tuple[Rule, ...] = (
    RowRule(
        "step_sum",
        "critical",
        "in_count <> out_count + rejected_count + quarantined_count",
        "what comes into a step equals what goes out, is rejected or quarantined",
    ),
    RowRule(
        "step_counts_not_negative",
        "critical",
        "least(in_count, out_count, rejected_count, quarantined_count) < 0",
        "counts are not negative",
    ),
    RowRule(
        "step_rejections_counted",
        "critical",
        """
            rejected_count <> (select count(*) from stage.rejections r where r.step = this.step)
        """,
        "each rejection that a step counts is kept with its reason",
    ),
    SetRule(
        "steps_chained",
        "critical",
        """
            select l.step as "from", l.out_count, r.step as "to", r.in_count
            from (values ('fetch', 'clean'), ('clean', 'group'), ('group', 'extract')) v(a, b)
            join {batch} l on l.step = v.a
            join {batch} r on r.step = v.b
            where l.out_count <> r.in_count
        """,
        "what goes out of a step comes into the next",
    ),
    SetRule(
        "steps_staged",
        "critical",
        """
            select s.step, s.out_count, n.rows
            from {batch} s
            join (
                select 'fetch' as step, count(*) as rows from stage.pages union all
                select 'group', count(*) from stage.documents union all
                select 'extract', count(*) from stage.documents union all
                select 'follow', count(*) from stage.claims
            ) n on n.step = s.step
            where s.out_count <> n.rows
        """,
        "what goes out of a step is staged",
    ),
)
