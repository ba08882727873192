"""Make up a ledger of any size, and the staged rows of a run on top of it, in SQL: ten million rows in minutes.

Documents are numbered; everything about one follows from its number, so the same call makes the same rows. A document
has 450 words, most of which its story's other documents have too, 12 claims and 8 events; three documents tell a story,
and a story has six figures: what a day of news amounts to.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import duckdb

from newsledger import warehouse
from newsledger.database import opened
from newsledger.runs import stage_of, start_run
from newsledger.settings import Settings
from newsledger.stage import Stage
from newsledger.steps import SHARD_DOCUMENTS
from schemas import stage as tables
from schemas.ledger import HISTORY
from schemas.run import Step
from schemas.table import Table

NEWS_DAY = date(2026, 10, 1)  # of the runs that are measured; the archive ends the day before
DOCUMENTS_A_DAY = 1000  # in the archive
CLAIMS_A_DOCUMENT = 12
_STAGED = (
    tables.PAGES, tables.CLEANED, tables.DOCUMENTS, tables.STORIES, tables.EXTRACTED, tables.CLAIMS, tables.TOLD,
    tables.EVENT_MENTIONS, tables.EVENTS, tables.ACTORS, tables.FIGURES,
)  # fmt: skip
_ROWS_OF = {
    "cleaned": "documents",
    "extracted": "claims",
    "told": "event_mentions",
}  # the others are made as they are named

_SENTENCE = 140  # characters of each made-up sentence and the blank after it
# What a mention and the event that it alone tells have in common.
_MENTION = f"""
        d, j * {_SENTENCE} + 14 as start, j * {_SENTENCE} + 18 as "end", 'said' as text, 'CONSULT' as type,
            '010' as cameo,
            [{{'text': sentence(d, j)[:13], 'start': j * {_SENTENCE}, 'end': j * {_SENTENCE} + 13, 'country': 'GBR',
               'sector': 'GOV'}}] as sources,
            [] as targets, 'fact' as factuality, null as speaker, null as speaker_start, null as speaker_end,
            null as date, null as place, [] as claims, 'verb.say' as rule, 0.7 as confidence,
            key('mention', d * 100 + j) as mention_id, key('mention', d * 100 + j) as event_id
"""
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi yo zu"  # three make one of 8,000 words

# Each row with the number d of its document. `day(d)` is its news day, `first_of(d)` the number of the article's first
# version, `key(noun, n)` a key as good as one from content.
_ROWS: Mapping[str, str] = {
    "pages": """
        select d, key('page', d) as page_id, 'source_' || d % 20 as source,
            'https://outlet-' || d % 20 || '.example/' || key('article', first_of(d)) as url,
            day(d)::timestamptz + interval 25 hours as fetched_at, 200 as status, 'text/html' as content_type,
            sha256(d::varchar) as body_digest, 9000 as body_length, day(d) || '/source.warc.gz' as warc_path,
            d * 9000 as warc_offset
        from numbers()
    """,
    "documents": """
        select d, key('document', d) as document_id, key('article', first_of(d)) as article_id,
            key('page', d) as page_id, 'source_' || d % 20 as source, 'Outlet ' || d % 20 as outlet,
            'https://outlet-' || d % 20 || '.example/' || key('article', first_of(d)) as url, null as canonical_url,
            text[:60] as title, null as byline, null as section,
            day(d)::timestamptz + to_minutes(d % 1000) as published_at, null as updated_at, 'en' as language, text,
            sha256(text) as text_digest, [] as dropped_lines, day(d)::timestamptz + interval 25 hours as fetched_at,
            day(d) || '/source.warc.gz' as warc_path, d * 9000 as warc_offset,
            key('story', first_of(d) // 3) as story_id, null as copy_of, if(first_of(d) = d, 1, 2) as version
        from (
            select d, array_to_string([sentence(d, j) for j in range(12)], ' ') || ' ' || array_to_string(
                list_transform(range(250), lambda j: words[1 + (
                    hash(if(hash(d * 1000 + j) % 10 < 6, first_of(d) // 3 * 1000 + j, -d * 1000 - j)) % len(words)
                )::int]), ' '
            ) as text
            from numbers(), (
                select list(a || b || c) as words
                from (select unnest(syllables()) as a), (select unnest(syllables()) as b),
                    (select unnest(syllables()) as c)
            )
        )
    """,
    "stories": """
        select min(d) as d, key('story', first_of(d) // 3) as story_id, 'Story ' || first_of(d) // 3 as title,
            day(min(d))::timestamptz as first_published_at, day(max(d))::timestamptz as last_published_at,
            count(*) as document_count, count(*) as outlet_count
        from numbers() group by first_of(d) // 3
    """,
    "claims": f"""
        select d, j * {_SENTENCE} + 19 as start, j * {_SENTENCE} + 28 as "end", 'about 300' as text, 300.0 as low,
            300.0 as high, 'approx' as qualifier, 'count' as unit, 'count' as kind, 'families' as concept,
            j * {_SENTENCE} + 29 as concept_start, j * {_SENTENCE} + 37 as concept_end, 'flee' as predicate,
            sentence(d, j)[:13] as speaker, j * {_SENTENCE} as speaker_start, j * {_SENTENCE} + 13 as speaker_end,
            'fact' as factuality, null as trend, null as change_role,
            {{'text': 'Monday', 'from': day(d), 'to': day(d)}} as time, null as place, 'number.digits' as rule,
            0.9 as confidence, key('claim', d * 100 + j) as claim_id, key('document', d) as document_id,
            sentence(d, j) as sentence
        from numbers(), range({CLAIMS_A_DOCUMENT}) c(j)
    """,
    "event_mentions": f"""
        select {_MENTION},
            key('document', d) as document_id, [] as claim_ids,
            sentence(d, j) as sentence
        from numbers(), range(8) e(j)
    """,
    "events": f"""
        select {_MENTION},
            key('story', first_of(d) // 3) as story_id, 1 as mention_count, 1 as document_count, 1 as outlet_count,
            day(d)::timestamptz as first_at, day(d)::timestamptz as last_at,
            [key('mention', d * 100 + j)] as mention_ids, key('document', d) as document_id, [] as claim_ids,
            sentence(d, j) as sentence
        from numbers(), range(8) e(j)
    """,
    "actors": """
        select d, key('actor', d) as actor_id, 'Speaker ' || d as name, 'GBR' as country, 'GOV' as sector
        from numbers() where d % 2 = 0
    """,
    "figures": """
        select min(d) as d, key('figure', first_of(d) // 3 * 10 + f) as figure_id,
            key('story', first_of(d) // 3) as story_id,
            'families' as concept, 'flee' as predicate, 'count' as unit, 100.0 as low, 300.0 as high,
            100.0 as latest_low, 300.0 as latest_high, count(*) as claim_count, 3 as outlet_count,
            day(min(d))::timestamptz as first_at, day(max(d))::timestamptz as last_at, false as is_disputed,
            list(key('claim', d * 100 + f) order by d) as claim_ids
        from numbers(), range(6) q(f) group by first_of(d) // 3, f
    """,
}


def fill(settings: Settings, documents: int) -> None:
    """Publish an archive of so many documents, a thousand a day, the last on the day before NEWS_DAY."""
    with warehouse.writer(settings) as connection:
        _define(connection, documents, 0, documents, 0)
        for table in HISTORY:
            connection.execute(
                f"""
                insert into {table.qualified_name} by name
                select * exclude d, day(d) || '.1' as run_id, day(d)::timestamptz + interval 28 hours as recorded_at,
                    'bench' as made_by
                from ({_ROWS[table.name]}) order by d
                """
            )
        connection.execute(
            """
            insert into ops.runs by name
            select day || '.1' as run_id, day as partition_on, day::timestamptz + interval 26 hours as started_at,
                day::timestamptz + interval 28 hours as ended_at, 'published' as status, 'bench' as made_by
            from (select distinct day(d) as day from numbers())
            """
        )


def stage(settings: Settings, archived: int, documents: int, skip: int = 0) -> str:
    """Stage a run of so many documents for NEWS_DAY and return its id, as if all steps before `check` had been done.

    Their numbers follow on those of the archive, `skip` of them left out. One document in twenty is a new version of
    an article of the archive's last week.
    """
    run_id = start_run(settings, NEWS_DAY)
    folder = Path(stage_of(settings, run_id).location)
    with opened(Path(":memory:"), limits={"memory_limit": settings.memory_limit}) as connection:
        first = archived + skip
        _define(connection, archived, first, first + documents, documents // 20 if archived else 0)
        connection.execute(
            f"""
            create temp table dealt as
            select d, ((row_number() over (order by first_of(d) // 3, d) - 1) // {SHARD_DOCUMENTS})::int as shard
            from numbers()
            """
        )
        for table in _STAGED:
            _write_shards(connection, table, folder / table.name)
    _leave_sums(stage_of(settings, run_id), run_id, documents)
    return run_id


def _write_shards(connection: duckdb.DuckDBPyConnection, table: Table, folder: Path) -> None:
    """Write a table as shards of so many documents' rows, one story after the other, as the steps do."""
    rows = _ROWS[_ROWS_OF.get(table.name, table.name)]
    found = {column[0] for column in connection.execute(f"from ({rows}) limit 0").description or ()}
    values = {c: f'"{c.name}"' if c.name in found else "null" for c in table.columns}
    columns = ", ".join(f'cast({value} as {c.sql_type}) as "{c.name}"' for c, value in values.items())
    made = f"select shard, d, {columns} from ({rows}) join dealt using (d) order by shard, d"
    connection.execute(f"create or replace temp table made as {made}")
    folder.mkdir()
    for (shard,) in connection.execute("select distinct shard from made order by shard").fetchall():
        chosen = f"select * exclude (shard, d) from made where shard = {shard}"
        connection.execute(
            f"copy ({chosen}) to $file (format parquet, compression zstd)",
            {"file": str(folder / f"{shard:05}.parquet")},
        )


def _leave_sums(staged: Stage, run_id: str, documents: int) -> None:
    sums = (
        ("fetch", "page", documents), ("clean", "document", documents), ("group", "document", documents),
        ("extract", "document", documents), ("follow", "claim", documents * CLAIMS_A_DOCUMENT),
    )  # fmt: skip
    for step, noun, count in sums:
        row = Step(
            run_id=run_id,
            step=step,
            noun=noun,
            in_count=count,
            out_count=count,
            rejected_count=0,
            quarantined_count=0,
            seconds=0.0,
        )
        staged.write(tables.STEP_COUNTS, [row], step)
        staged.write(tables.REJECTIONS, [], step)
    staged.write(tables.CORRECTIONS, [])


def _define(connection: duckdb.DuckDBPyConnection, archived: int, first: int, last: int, updated: int) -> None:
    """Define what the queries ask: document numbers, days, first versions and keys."""
    oldest = NEWS_DAY - timedelta(days=archived // DOCUMENTS_A_DAY)
    week = 7 * DOCUMENTS_A_DAY
    for macro in (
        f"numbers() as table select range as d from range({first}, {last})",
        f"day(d) as date '{oldest}' + (least(d, {archived}) // {DOCUMENTS_A_DAY})::int",
        f"first_of(d) as if(d between {first} and {first + updated - 1}, {archived} - 1 - d * 37 % {week}, d)",
        f"syllables() as string_split('{_SYLLABLES}', ' ')",
        """sentence(d, j) as 'Speaker ' || lpad((d % 50000)::varchar, 5, '0') || ' said about 300 families fled the '
            || lpad((hash(d * 100 + j) % 1000000)::varchar, 6, '0') || ' houses along the river after the storm on'
            || ' Monday, more than the council had expected.'""",
        "key(noun, n) as left(sha256(noun || n), 16)",
    ):
        connection.execute(f"create temp macro {macro}")
