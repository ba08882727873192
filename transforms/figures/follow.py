"""Follow figures: claims of one story that measure the same thing, across outlets and over time."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from schemas.claim import StagedClaim
from schemas.document import GroupedDocument
from schemas.figure import Figure
from schemas.keys import key_of
from transforms.claims.si import convert
from transforms.figures.measure import Measure, measure_of

_NEWS_CYCLE = timedelta(hours=12)  # a later outlet may know more; only claims this close to each other contradict
_ROUNDING = 0.005  # "$2.1 billion" and "$2.11 billion" agree
_APPROXIMATE = 0.1  # "about 120,000" and "127,000" agree
# Values further apart than so many times are of different things; tolls, though, are disputed by whole factors.
_FARTHEST, _FARTHEST_OF_FATES = 2, 10
_UNASSERTED = frozenset({"negated", "possible"})
_NOT_LEVELS = frozenset({"initial", "difference"})  # what a thing was before, and by how much it changed


@dataclass(frozen=True, kw_only=True)
class _Statement:
    """A claim with the document that makes it."""

    claim: StagedClaim
    document: GroupedDocument
    at: datetime


def follow(claims: Sequence[StagedClaim], documents: Sequence[GroupedDocument]) -> list[Figure]:
    """Return the figures of which at least two documents speak, ordered by key.

    Claims belong together if they are of one story and measure the same (`measure_of`). Earlier versions of an article
    are its past: they count in the range and the number of claims, but only its latest version says the latest value,
    and of a version its first claim. A figure is disputed if the latest claims of two outlets, published within 12
    hours of each other, exclude each other. Claims that name nothing comparable, changes ("by 5%"), former values
    ("from 5%") and what is only possible or denied are left out.
    """
    owners = {document.document_id: document for document in documents}
    together: dict[tuple[str, Measure], list[_Statement]] = {}
    for claim in claims:
        document = owners.get(claim.document_id)
        measure = measure_of(claim)
        if document is None or measure is None or claim.factuality in _UNASSERTED or claim.change_role in _NOT_LEVELS:
            continue
        statement = _Statement(claim=claim, document=document, at=_time_of(document))
        together.setdefault((document.story_id, measure), []).append(statement)
    figures = [
        _figure(story_id, measure, _in_one_unit(sorted(statements, key=_order)))
        for (story_id, measure), statements in together.items()
        if len({statement.document.document_id for statement in statements}) > 1
    ]
    return sorted(figures, key=lambda figure: figure.figure_id)


def _figure(story_id: str, measure: Measure, statements: Sequence[_Statement]) -> Figure:
    claims = [statement.claim for statement in statements]
    latest = _latest_by_outlet(statements)
    newest = max(latest.values(), key=_recency)
    published = [statement.document.published_at for statement in statements if statement.document.published_at]
    return Figure(
        figure_id=key_of(story_id, *measure),
        story_id=story_id,
        concept=_commonest(claim.concept for claim in claims) or measure.concept,
        predicate=measure.predicate or None,
        unit=claims[0].unit,
        low=min((value for claim in claims for value in _bounds(claim)), default=None),
        high=max((value for claim in claims for value in _bounds(claim)), default=None),
        latest_low=newest.claim.low,
        latest_high=newest.claim.high,
        claim_count=len(claims),
        outlet_count=len({statement.document.outlet for statement in statements}),
        first_at=min(published, default=None),
        last_at=max(published, default=None),
        is_disputed=_is_disputed(measure, list(latest.values())),
        claim_ids=tuple(claim.claim_id for claim in claims),
    )


def _in_one_unit(statements: Sequence[_Statement]) -> list[_Statement]:
    """Return the statements with their values in the unit that most of them use."""
    unit = Counter(statement.claim.unit for statement in statements).most_common(1)[0][0]
    return [
        statement if statement.claim.unit == unit else replace(statement, claim=_converted(statement.claim, unit))
        for statement in statements
    ]


def _converted(claim: StagedClaim, unit: str) -> StagedClaim:
    low, high = (None if value is None else convert(value, claim.unit, unit) for value in (claim.low, claim.high))
    return replace(claim, unit=unit, low=low, high=high)


def _latest_by_outlet(statements: Iterable[_Statement]) -> Mapping[str, _Statement]:
    """Return what each outlet says last: the first claim of its newest document that is no superseded version."""
    statements = list(statements)
    newest_version: dict[str, int] = {}
    for statement in statements:
        article = statement.document.article_id
        newest_version[article] = max(newest_version.get(article, 0), statement.document.version)
    latest: dict[str, _Statement] = {}
    for statement in statements:
        document = statement.document
        if document.version < newest_version[document.article_id]:
            continue
        known = latest.get(document.outlet)
        if known is None or _recency(statement) > _recency(known):
            latest[document.outlet] = statement
    return latest


def _is_disputed(measure: Measure, latest: Sequence[_Statement]) -> bool:
    farthest = _FARTHEST_OF_FATES if measure.is_fate else _FARTHEST
    return any(
        abs(one.at - other.at) <= _NEWS_CYCLE and _exclude_each_other(one.claim, other.claim, farthest)
        for place, one in enumerate(latest)
        for other in latest[:place]
    )


def _exclude_each_other(one: StagedClaim, other: StagedClaim, farthest: float) -> bool:
    (_, top), (bottom, _) = sorted((_interval(one), _interval(other)))
    return top < bottom <= farthest * abs(top)


def _interval(claim: StagedClaim) -> tuple[float, float]:
    """Return the values that a claim allows: open bounds are endless, rounding and "about" widen them."""
    slack = _APPROXIMATE if claim.qualifier in ("approx", "vague") else _ROUNDING
    low = float("-inf") if claim.low is None else claim.low - slack * abs(claim.low)
    high = float("inf") if claim.high is None else claim.high + slack * abs(claim.high)
    return low, high


def _bounds(claim: StagedClaim) -> list[float]:
    return [bound for bound in (claim.low, claim.high) if bound is not None]


def _time_of(document: GroupedDocument) -> datetime:
    return document.updated_at or document.published_at or document.fetched_at


def _order(statement: _Statement) -> tuple[datetime, str, int]:
    return (statement.at, statement.document.document_id, statement.claim.start)


def _recency(statement: _Statement) -> tuple[datetime, str, int]:
    """Order by time; within a document the first claim is the latest, for what leads is what holds."""
    return (statement.at, statement.document.document_id, -statement.claim.start)


def _commonest(values: Iterable[str | None]) -> str | None:
    """Return the value that occurs most often; of equals the one that came first."""
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else None
