"""What must hold of stories.

What breaks here holds the run: a story set aside would leave its documents pointing at nothing.
"""

from expectations.rule import RowRule, Rule, unique

RULES: tuple[Rule, ...] = (
    unique("stories", "story_id"),
    RowRule(
        "story_documents_counted",
        "critical",
        "document_count < (select count(*) from stage.documents d where d.story_id = this.story_id)",
        "it counts at least the documents that are staged with it",
    ),
    RowRule(
        "story_outlets_counted",
        "critical",
        "not outlet_count between 1 and document_count",
        "there is an outlet, and no more outlets than documents",
    ),
    RowRule(
        "story_times_order",
        "critical",
        "first_published_at > last_published_at",
        "the first document is not later than the last",
    ),
)
