"""The shape of a day's rows: shares that change little from day to day, so that a jump is worth a look.

One query gives the shares of any set of rows. It is asked of what is staged and, when the staging file is made, of
the last 28 news days in the ledger, as `past.shares`.
"""

from expectations.rule import Rule, SetRule
from schemas.run import RECENT_DAYS

_LEAST_STAGED = 50  # below this a share says little about a day
_LEAST_PAST = 200
_SLACK = 0.1  # what outlets' moods do to a share from day to day; sampling noise comes on top
_SIGMAS = 3
FEWEST_DAYS = 7  # of the past, to know a source's usual volume
_LOW_VOLUME = 3  # a source that brings less than a third of its usual documents is looked at

# {documents}, {claims} and {event_mentions} are the sets of rows. Values are binned by powers of ten.
SHARES = """
    with counted as (
        select 'documents' as noun, 'copies' as measure, count(copy_of) as n, count(*) as total from {documents}
        union all select 'documents', 'language ' || language, count(*), (select count(*) from {documents})
        from {documents} group by all
        union all select 'documents', 'without claims', count(*) filter (c.document_id is null), count(*)
        from {documents} d left join (select distinct document_id from {claims}) c using (document_id)
        union all select 'documents', 'without events', count(*) filter (e.document_id is null), count(*)
        from {documents} d left join (select distinct document_id from {event_mentions}) e using (document_id)
        union all select 'claims', 'without speaker', count(*) - count(speaker), count(*) from {claims}
        union all select 'claims', 'without concept', count(*) - count(concept), count(*) from {claims}
        union all select 'claims', 'factuality ' || factuality, count(*), (select count(*) from {claims})
        from {claims} group by all
        union all select 'claims', 'kind ' || kind, count(*), (select count(*) from {claims}) from {claims} group by all
        union all
        select 'values', kind || ' of 10^' || floor(log10(abs(coalesce(low, high))))::int, count(*),
            sum(count(*)) over (partition by kind)
        from {claims} where coalesce(low, high) <> 0 group by kind, floor(log10(abs(coalesce(low, high))))
        union all
        select 'event_mentions', 'type ' || type, count(*), (select count(*) from {event_mentions})
        from {event_mentions} group by all
        union all
        select 'event_mentions', 'without source', count(*) filter (len(sources) = 0), count(*) from {event_mentions}
    )
    select noun, measure, n::double / total as share, total::bigint as total from counted where total > 0
"""

VOLUMES = """
    select source, count(distinct partition_on) as days, count(*)::double / count(distinct partition_on) as usual
    from {documents} group by source
"""


def _drift(noun: str, words: str) -> SetRule:
    """Return the rule that no share of `noun` has jumped; shares that one side lacks count as nought there."""
    staged = SHARES.format(documents="stage.documents", claims="stage.claims", event_mentions="stage.event_mentions")
    return SetRule(
        f"{noun}_shape",
        "warning",
        f"""
            with today as ({staged}),
            totals as (
                select max(t.total) as staged, (select max(total) from past.shares where noun = '{noun}') as past
                from today t where noun = '{noun}'
            )
            select coalesce(t.measure, p.measure) as measure, round(p.share, 3) as was, round(t.share, 3) as "is"
            from (from today where noun = '{noun}') t
            full join (from past.shares where noun = '{noun}') p using (measure)
            where (select count(*) from {{batch}}) >= 0
            and (select staged from totals) >= {_LEAST_STAGED} and (select past from totals) >= {_LEAST_PAST}
            and coalesce(t.total, {_LEAST_STAGED}) >= {_LEAST_STAGED}
            and abs(coalesce(t.share, 0) - coalesce(p.share, 0)) > {_SLACK} + {_SIGMAS} * sqrt(
                coalesce(p.share, 0) * (1 - coalesce(p.share, 0)) / coalesce(t.total, {_LEAST_STAGED})
            )
        """,
        words,
    )


DOCUMENTS: tuple[Rule, ...] = (
    _drift("documents", f"shares of copies, languages and silent documents are those of the last {RECENT_DAYS} days"),
    SetRule(
        "sources_volume_usual",
        "warning",
        f"""
            select s.name as source, round(v.usual, 1) as usual, count(d.document_id) as documents
            from stage.sources s
            join past.volumes v on v.source = s.name and v.days >= {FEWEST_DAYS}
            left join {{batch}} d on d.source = s.name
            group by all having count(d.document_id) * {_LOW_VOLUME} < v.usual
        """,
        f"no source brings less than a third of its usual documents of the last {RECENT_DAYS} days",
    ),
)
CLAIMS: tuple[Rule, ...] = (
    _drift("claims", f"shares of kinds, factualities, speakers and concepts are those of the last {RECENT_DAYS} days"),
    _drift("values", f"within each kind, values spread over powers of ten as in the last {RECENT_DAYS} days"),
)
EVENT_MENTIONS: tuple[Rule, ...] = (
    _drift("event_mentions", f"shares of types and sources are those of the last {RECENT_DAYS} days"),
)
