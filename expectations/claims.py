"""What must hold of claims."""

from expectations.codes import COUNTRIES, CURRENCIES
from expectations.ranges import RANGES
from expectations.rule import RowRule, Rule, SetRule, known, spans, stands_for, unique, within
from expectations.shape import FEWEST_DAYS
from schemas.quantity import CHANGE_ROLES, FACTUALITIES, KINDS, QUALIFIERS, TRENDS

_RANGES = ", ".join(f"('{unit}', {least}, {most})" for unit, (least, most) in RANGES.items())

RULES: tuple[Rule, ...] = (
    unique("claims", "claim_id"),
    known("claim", "document_id", "stage.documents", "document_id", "the document is staged with it"),
    RowRule(
        "claim_span_forward",
        "row",
        '"start" < 0 or "end" <= "start"',
        "the span is not empty and lies in the text",
    ),
    spans("claim", "text", "start", "end"),
    spans("claim", "concept", "concept_start", "concept_end"),
    stands_for("claim", "speaker", "speaker_start", "speaker_end"),
    RowRule(
        "claim_sentence_holds_text",
        "warning",
        "not contains(sentence, text)",
        "the sentence shown holds the quantity",
    ),
    RowRule("claim_kind_code", "row", f"kind not in {within(*KINDS)}", "the kind is one of the contract's"),
    RowRule(
        "claim_qualifier_code",
        "row",
        f"qualifier not in {within(*QUALIFIERS)}",
        "the qualifier is one of the contract's",
    ),
    RowRule(
        "claim_factuality_code",
        "row",
        f"factuality not in {within(*FACTUALITIES)}",
        "the factuality is one of the contract's",
    ),
    RowRule("claim_trend_code", "row", f"trend not in {within(*TRENDS)}", "a trend is up or down"),
    RowRule(
        "claim_change_role_code",
        "row",
        f"change_role not in {within(*CHANGE_ROLES)}",
        "the role in a change is one of the contract's",
    ),
    RowRule("claim_confidence_range", "row", "not confidence between 0 and 1", "confidence lies between 0 and 1"),
    RowRule("claim_bounds_present", "row", "low is null and high is null", "a claim has at least one bound"),
    RowRule(
        "claim_bounds_finite",
        "row",
        "not coalesce(isfinite(low), true) or not coalesce(isfinite(high), true)",
        "bounds are numbers",
    ),
    RowRule("claim_bounds_order", "row", "low > high", "low is at most high"),
    RowRule(
        "claim_bounds_qualified",
        "row",
        """
            case qualifier
                when 'exact' then low is distinct from high
                when 'approx' then low is distinct from high
                when 'more_than' then high is not null
                when 'at_least' then high is not null
                when 'less_than' then low is not null
                when 'at_most' then low is not null
                when 'between' then low is null or high is null
                else false
            end
        """,
        "bounds are those that the qualifier leaves open or closes",
    ),
    RowRule(
        "claim_unit_fits_kind",
        "row",
        f"""
            length(trim(unit)) = 0 or case kind
                when 'money' then unit not in {within(*CURRENCIES)}
                when 'percent' then unit not in ('percent', 'percentage_point', 'basis_point')
                when 'multiple' then unit <> 'times'
                when 'count' then unit <> 'count'
                else false
            end
        """,
        "money has an ISO 4217 code, shares a percent unit, counts the unit count",
    ),
    RowRule(
        "claim_si_follows_bounds",
        "row",
        """
            (dimension is null) <> (si_unit is null)
            or (si_low is null) <> (low is null or dimension is null)
            or (si_high is null) <> (high is null or dimension is null)
        """,
        "physical claims have each bound in SI, too; others have none",
    ),
    RowRule(
        "claim_percent_plausible",
        "row",
        """
            kind = 'percent' and unit = 'percent'
            and greatest(abs(coalesce(low, high)), abs(coalesce(high, low))) > 1000
            and not regexp_matches(text, '[0-9][ ,.]?[0-9][0-9][0-9]')
            and not regexp_matches(lower(text), 'thousand|million')
        """,
        "no share is over 1,000% unless the text writes such a number",
        is_judgement=True,
    ),
    RowRule(
        "claim_count_not_negative",
        "row",
        "kind in ('count', 'age', 'duration') and (low < 0 or high < 0)",
        "counts, ages and durations are not negative",
        is_judgement=True,
    ),
    RowRule(
        "claim_age_plausible",
        "row",
        "kind = 'age' and unit = 'year' and coalesce(low, high) > 10000",
        "ages of people and things are below 10,000 years; what is older is a duration",
        is_judgement=True,
    ),
    RowRule(
        "claim_size_plausible",
        "row",
        "abs(low) > 1e18 or abs(high) > 1e18",
        "no number of the news is over a quintillion",
        is_judgement=True,
    ),
    RowRule(
        "claim_value_in_range",
        "row",
        f"""
            exists (
                select 1 from (values {_RANGES}) r(unit, least, most)
                where r.unit = this.unit
                and (least(this.low, this.high) < r.least or greatest(this.low, this.high) > r.most)
            )
        """,
        "a value lies in the range that its unit can have",
        is_judgement=True,
    ),
    RowRule("claim_time_order", "row", 'time."from" > time."to"', "a period ends after it begins"),
    RowRule(
        "claim_time_plausible",
        "row",
        """time."from" < date '0001-01-01' or time."to" > date '2300-01-01'""",
        "periods lie between the years 1 and 2300",
        is_judgement=True,
    ),
    SetRule(
        "corrections_match",
        "warning",
        f"""
            select c.target, c.outcome, c.found, c.author, c.reason
            from stage.corrections c left join past.corrections p using (correction_id)
            where (select count(*) from {{batch}}) >= 0
            and (c.outcome in ('mismatched', 'gone')
                or c.outcome = 'idle' and not p.is_applied and p.days >= {FEWEST_DAYS})
        """,
        "people's corrections find what they expect; those of a source at least now and then",
    ),
    RowRule(
        "claim_place_country_code",
        "row",
        f"place.country not in {within(*COUNTRIES)}",
        "a place's country is an ISO 3166 alpha-3 code",
    ),
    RowRule(
        "claim_place_on_earth",
        "row",
        "abs(place.lat) > 90 or abs(place.lon) > 180",
        "a place lies on Earth",
    ),
)
