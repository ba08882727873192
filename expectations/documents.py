"""What must hold of documents."""

from expectations.rule import Measure, RowRule, Rule, SetRule, known, unique

RULES: tuple[Rule, ...] = (
    unique("documents", "document_id"),
    RowRule("document_text_present", "row", "length(trim(text)) = 0", "a document has a text"),
    RowRule("document_text_digest", "row", "text_digest <> sha256(text)", "the digest is that of the text"),
    RowRule(
        "document_text_without_markup",
        "warning",
        "regexp_matches(text, '</?(p|div|span|a|script|img|br)[ />]')",
        "no tags are left in the text",
    ),
    RowRule(
        "document_language_code",
        "row",
        "not regexp_matches(language, '^[a-z][a-z]$')",
        "the language is an ISO 639-1 code",
    ),
    RowRule("document_url_absolute", "row", "not regexp_matches(url, '^(https?|file):/')", "the address is absolute"),
    known("document", "source", "stage.sources", "name", "the source is configured"),
    known("document", "story_id", "stage.stories", "story_id", "the story is staged with it"),
    RowRule(
        "document_copy_of_known",
        "row",
        """
            copy_of is not null and (copy_of = document_id
                or copy_of not in (select document_id from stage.documents union all
                    select document_id from past.documents))
        """,
        "a copy repeats another document that is known",
    ),
    RowRule(
        "document_published_plausible",
        "row",
        "published_at < timestamptz '1990-01-01 00:00:00+00' or published_at > fetched_at + interval 1 day",
        "publication lies between 1990 and a day after the page was fetched",
        is_judgement=True,
    ),
    RowRule(
        "document_updated_after_published",
        "warning",
        "updated_at < published_at - interval 1 day",
        "an update follows the publication, give or take a day, as sites mix their clocks",
    ),
    RowRule("document_version_counts", "row", "version < 1", "versions count from 1"),
    SetRule(
        "sources_volume_min",
        "critical",
        """
            select s.name as source, s.expected_min, count(p.page_id) as pages
            from stage.sources s left join stage.pages p on p.source = s.name
            where s.cadence in ('hourly', 'daily') and (select count(*) from {batch}) >= 0
            group by all having count(p.page_id) < s.expected_min
        """,
        "each source that appears daily brings at least its expected_min pages",
    ),
    SetRule(
        "sources_volume_max",
        "warning",
        """
            select s.name as source, s.expected_max, count(*) as pages
            from stage.sources s join stage.pages p on p.source = s.name
            where (select count(*) from {batch}) >= 0
            group by all having count(*) > s.expected_max
        """,
        "no source brings more than its expected_max pages",
    ),
    SetRule(
        "sources_rejected",
        "warning",
        """
            select p.source, count(*) as pages, count(r.record_id) as rejected
            from stage.pages p
            left join stage.rejections r on r.record_id = p.page_id and r.step = 'clean'
            where (select count(*) from {batch}) >= 0
            group by p.source having count(*) >= 5 and count(r.record_id) > 0.5 * count(*)
        """,
        "of each source's pages at least half are documents",
    ),
    SetRule(
        "sources_language",
        "warning",
        """
            select d.source, s.language as declared, count(*) filter (d.language <> s.language) as others, count(*) as n
            from {batch} d join stage.sources s on s.name = d.source
            group by all having count(*) >= 5 and count(*) filter (d.language <> s.language) > 0.5 * count(*)
        """,
        "each source writes mostly in the language that it declares",
    ),
    SetRule(
        "sources_fresh",
        "warning",
        """
            with dated as (select * from {batch} where published_at <= fetched_at + interval 1 day)
            select d.source, max(d.published_at)::varchar as newest
            from dated d join stage.sources s on s.name = d.source
            where s.cadence in ('hourly', 'daily')
            group by d.source
            having max(d.published_at) < (select max(published_at) from dated) - interval 3 day
        """,
        "no source that appears daily brings only documents that are three days older than the newest of others",
    ),
    SetRule(
        "sources_repeat",
        "warning",
        """
            select d.source, count(*) as n, count(o.document_id) as repeated
            from {batch} d left join {batch} o on o.document_id = d.copy_of and o.source = d.source
            group by d.source having count(*) >= 5 and count(o.document_id) > 0.5 * count(*)
        """,
        "no source brings its own documents twice or more for the most part",
    ),
    Measure(
        "documents_fresh",
        "warning",
        "ExpectColumnMaxToBeBetween",
        "the newest document was published no more than three days before the news day",
        {"column": "published_at", "min_value": {"$PARAMETER": "oldest_newest"}},
    ),
    Measure(
        "documents_dated",
        "warning",
        "ExpectColumnValuesToNotBeNull",
        "four of five documents say when they were published",
        {"column": "published_at", "mostly": 0.8},
    ),
    Measure(
        "documents_language_mix",
        "warning",
        "ExpectColumnValuesToBeInSet",
        "nine of ten documents are in the languages that their sources declare",
        {"column": "language", "value_set": {"$PARAMETER": "languages"}, "mostly": 0.9},
    ),
    Measure(
        "documents_copies",
        "warning",
        "ExpectColumnProportionOfNonNullValuesToBeBetween",
        "at most three of five documents are copies",
        {"column": "copy_of", "max_value": 0.6},
    ),
)
