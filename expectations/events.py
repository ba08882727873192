"""What must hold of events; what they say is checked where they are mentioned."""

from expectations.rule import RowRule, Rule, known, unique

RULES: tuple[Rule, ...] = (
    unique("events", "event_id"),
    known("event", "story_id", "stage.stories", "story_id", "the story is staged with it"),
    RowRule("event_mentions_counted", "row", "mention_count <> len(mention_ids)", "its mentions are counted"),
    RowRule("event_mentions_distinct", "row", "len(list_distinct(mention_ids)) <> len(mention_ids)", "mentions differ"),
    RowRule(
        "event_mentions_known",
        "row",
        """
            exists (
                select 1 from (select unnest(mention_ids) as mention_id) u
                where u.mention_id not in (select mention_id from stage.event_mentions)
                and u.mention_id not in (select mention_id from past.mentions)
            )
        """,
        "its mentions are staged or in the ledger",
    ),
    RowRule(
        "event_fullest_mentioned",
        "row",
        "not list_contains(mention_ids, mention_id)",
        "the mention that it is told by is one of its mentions",
    ),
    RowRule(
        "event_documents_counted",
        "row",
        "not (outlet_count >= 1 and outlet_count <= document_count and document_count <= mention_count)",
        "there is an outlet, no more outlets than documents, no more documents than mentions",
    ),
    RowRule("event_times_order", "row", "first_at > last_at", "the first document is not later than the last"),
)
