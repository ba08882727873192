"""What must hold of the mentions of events."""

from expectations.codes import COUNTRIES, GROUPS
from expectations.rule import RowRule, Rule, known, spans, stands_for, unique, within
from schemas.event import SECTORS, TYPES
from schemas.quantity import FACTUALITIES

_PARTICIPANTS = "list_concat(sources, targets)"

RULES: tuple[Rule, ...] = (
    unique("event_mentions", "mention_id"),
    known("mention", "document_id", "stage.documents", "document_id", "the document is staged with it"),
    RowRule(
        "mention_event_known",
        "row",
        "event_id <> mention_id and not exists (select 1 from stage.events e where e.event_id = this.event_id)",
        "its event is staged with it, unless it alone tells it, as in an older version of an article",
    ),
    RowRule(
        "mention_span_forward",
        "row",
        '"start" < 0 or "end" <= "start"',
        "the span is not empty and lies in the text",
    ),
    spans("mention", "text", "start", "end"),
    stands_for("mention", "speaker", "speaker_start", "speaker_end"),
    RowRule(
        "mention_participants_span",
        "row",
        f"""
            exists (
                select 1 from (select unnest({_PARTICIPANTS}) as p) u
                where not exists (
                    select 1 from stage.documents d
                    where d.document_id = this.document_id
                    and regexp_replace(substr(d.text, u.p."start" + 1, u.p."end" - u.p."start"), '\\s+', ' ', 'g')
                        = regexp_replace(u.p.text, '\\s+', ' ', 'g')
                )
            )
        """,
        "the span of each participant gives back its mention",
    ),
    RowRule("mention_type_code", "row", f"type not in {within(*TYPES)}", "the type is one of PLOVER's"),
    RowRule(
        "mention_cameo_code",
        "row",
        "not regexp_matches(cameo, '^(0[1-9]|1[0-9]|20)[0-9]?[0-9]?$')",
        "the CAMEO code begins with a root from 01 to 20",
    ),
    RowRule(
        "mention_factuality_code",
        "row",
        f"factuality not in {within(*FACTUALITIES)}",
        "the factuality is one of the contract's",
    ),
    RowRule("mention_confidence_range", "row", "not confidence between 0 and 1", "confidence lies between 0 and 1"),
    RowRule(
        "mention_sector_code",
        "row",
        f"len(list_filter({_PARTICIPANTS}, lambda p: p.sector not in {within(*SECTORS)})) > 0",
        "each participant's sector is one of PLOVER's",
    ),
    RowRule(
        "mention_country_code",
        "row",
        f"len(list_filter({_PARTICIPANTS}, lambda p: p.country not in {within(*COUNTRIES, *GROUPS)})) > 0",
        "each participant's country is an ISO 3166 alpha-3 code, IGO or NGO",
    ),
    RowRule(
        "mention_candidates_code",
        "row",
        f"""
            len(list_filter(candidates, lambda c:
                len(c.countries) < 2
                or len(list_filter(c.countries, lambda x: x not in {within(*COUNTRIES, *GROUPS)})) > 0
            )) > 0
        """,
        "a participant's candidates are two or more ISO 3166 alpha-3 codes, IGO or NGO",
    ),
    RowRule(
        "mention_candidates_open",
        "row",
        f"""
            len(list_filter(candidates, lambda c: not list_contains(
                list_transform(list_filter({_PARTICIPANTS}, lambda p: p.country is null), lambda p: p."start"),
                c."start"
            ))) > 0
        """,
        "only a participant without a country has candidates for it",
    ),
    RowRule(
        "mention_claims_known",
        "row",
        """
            exists (
                select 1 from (select unnest(claim_ids) as claim_id) u
                where not exists (
                    select 1 from stage.claims c
                    where c.claim_id = u.claim_id and c.document_id = this.document_id
                )
            )
        """,
        "the claims that measure it are claims of the same document",
    ),
    RowRule("mention_date_order", "row", 'date."from" > date."to"', "a period ends after it begins"),
    RowRule(
        "mention_place_country_code",
        "row",
        f"place.country not in {within(*COUNTRIES)}",
        "a place's country is an ISO 3166 alpha-3 code",
    ),
    RowRule("mention_place_on_earth", "row", "abs(place.lat) > 90 or abs(place.lon) > 180", "a place lies on Earth"),
    RowRule(
        "mention_has_participant",
        "warning",
        f"len({_PARTICIPANTS}) = 0",
        "someone does it, or it is done to someone",
    ),
)
