"""Ask the ledger how a run differs from the last: the run it replays, or else the one recorded before it."""

_ROWS = 40

_LAST = """
    last as (
        select coalesce(
            this.replay_of,
            (
                select run_id from ops.runs r
                where r.started_at < this.started_at and r.status in ('published', 'held')
                order by r.started_at desc limit 1
            )
        ) as run_id
        from ops.runs this where this.run_id = $run
    )
"""

# Each takes the run as `$run`.
QUERIES = {
    "last": f"""
        with {_LAST}
        select r.run_id, r.partition_on, r.status, r.made_by from ops.runs r join last using (run_id)
    """,
    "counts": f"""
        with {_LAST}
        select step, noun, was.out_count as "before", now.out_count as "now",
            was.rejected_count + was.quarantined_count as lost_before,
            now.rejected_count + now.quarantined_count as lost_now
        from (from ops.steps where run_id = (from last)) was
        full join (from ops.steps where run_id = $run) now using (step, noun)
        where step in ('fetch', 'clean', 'check')
        order by list_position(['fetch', 'clean', 'check'], step), noun
    """,
    "verdicts": f"""
        with {_LAST}
        select rule_id, now.expectation, now.severity, was.unexpected_count as "before", now.unexpected_count as "now"
        from (from ops.checks where run_id = $run) now
        join (from ops.checks where run_id = (from last)) was using (rule_id)
        where was.is_success <> now.is_success or was.unexpected_count <> now.unexpected_count
        order by now.is_success, rule_id
    """,
    "altered": f"""
        select new.claim_id, new.sentence, new.start, new."end", new.rule,
            (select any_value(d.text) from documents d where d.document_id = new.document_id) as document_text,
            old.low as low_before, new.low as low_now, old.high as high_before, new.high as high_now,
            old.unit as unit_before, new.unit as unit_now, old.concept as concept_before, new.concept as concept_now,
            old.speaker as speaker_before, new.speaker as speaker_now
        from claims new
        join claims old on old.claim_id = new.claim_id and old.superseded_at = new.recorded_at
        where new.run_id = $run
        order by new.document_id, new.start limit {_ROWS}
    """,
    "corrections": """
        select target, outcome, found, change, reason, author, written_on
        from ops.corrections where run_id = $run order by outcome = 'applied', target
    """,
}
