"""Say of each story how many documents and outlets tell it, since when, and until when."""

from collections.abc import Iterable

from schemas.story import Member, Story


def summarise(members: Iterable[Member]) -> list[Story]:
    """Return the stories of these documents, ordered by key; a document that is given twice counts once, as last."""
    documents = {member.document_id: member for member in members}
    stories: dict[str, list[Member]] = {}
    for member in sorted(documents.values(), key=lambda one: (one.appeared_at, one.document_id)):
        stories.setdefault(member.story_id, []).append(member)
    return [_story(story_id, stories[story_id]) for story_id in sorted(stories)]


def _story(story_id: str, members: list[Member]) -> Story:
    """Return a story, named after the document that founded it, or after the earliest if that was withdrawn."""
    times = [member.published_at for member in members if member.published_at]
    first = next((member for member in members if member.document_id == story_id), members[0])
    return Story(
        story_id=story_id,
        title=first.title,
        first_published_at=min(times, default=None),
        last_published_at=max(times, default=None),
        document_count=len(members),
        outlet_count=len({member.outlet for member in members}),
    )
