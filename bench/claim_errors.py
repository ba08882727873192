"""Count what is wrong with claims: by field and kind of number in articles, by cause in sentences and attributions."""

import importlib.util
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
PLAIN = "plainly missed"
FIELDS = ("value", "qualifier", "unit", "concept", "speaker", "factuality", "trend")
PRONOUNS = frozenset(
    {"he", "she", "it", "they", "i", "we", "you", "who", "which", "that", "his", "her", "its", "their"}
)


def read_rows(path: Path, key: str) -> dict[str, Row]:
    """Return the rows of a file of JSON Lines by their key."""
    with path.open(encoding="utf-8") as lines:
        return {row[key]: row for row in map(json.loads, lines)}


def field_errors(scorer: Path, gold: Path, found: Path) -> Counter[tuple[str, str]]:
    """Count wrong fields of claims found in articles, by field and the gold's kind; the scorer's own rules judge."""
    rules = _loaded(scorer)
    checks = {field: rules.CLAIM_MEASURES[f"value+{field}"][1] for field in FIELDS[1:]}
    checks["value"] = rules.same_value
    wanted, given = read_rows(gold, "id"), read_rows(found, "id")
    errors: Counter[tuple[str, str]] = Counter()
    for name, article in wanted.items():
        claims = given[name]["claims"]
        pairs = rules.pair(article["claims"], claims)
        paired = [(article["claims"][i], claims[j]) for i, j in pairs]
        missed = [
            c for i, c in enumerate(article["claims"]) if i not in {i for i, _ in pairs} and not c.get("optional")
        ]
        errors.update(("missed", claim["kind"]) for claim in missed)
        errors.update(("invented", c["kind"]) for j, c in enumerate(claims) if j not in {j for _, j in pairs})
        errors.update(_wrong(paired, checks))
    return errors


def quantity_errors(scorer: Path, gold: Path, found: Path) -> tuple[Counter[str], dict[str, float]]:
    """Count values of NewsQuant that were not found, by the convention of the set that is not ours, if one explains it.

    Returns with it, by measure, F1 in percent over what no such convention explains.
    """
    rules = _loaded(scorer)
    given = rules.load_pred(found)
    missed: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    wanted = offered = 0
    for sentence in json.loads(gold.read_text("utf-8")):
        golds = [rules.decode(quantity, gold=True) for quantity in sentence["quantities"]]
        ours = [rules.decode(quantity) for quantity in given[sentence["text"]]]
        paired = rules.pairing(golds, ours, rules.TEST["value"])
        extra = {j: one["value"] for j, one in enumerate(ours) if j not in paired.values()}
        causes = {i: _convention(golds[i], extra, sentence["text"]) for i in range(len(golds)) if i not in paired}
        missed.update(cause for cause, _ in causes.values())
        excused = {j for _, told_by in causes.values() for j in told_by}
        golds = [one for i, one in enumerate(golds) if i not in causes or causes[i][0] == PLAIN]
        ours = [one for j, one in enumerate(ours) if j not in excused]
        for measure in ("value", "value+unit", "value+change"):
            hits[measure] += len(rules.pairing(golds, ours, rules.TEST[measure]))
        wanted, offered = wanted + len(golds), offered + len(ours)
    return missed, {measure: 200 * count / (wanted + offered) for measure, count in hits.items()}


def _convention(quantity: Row, extra: dict[int, Any], text: str) -> tuple[str, list[int]]:
    """Return the convention by which a value was missed, and which of ours, by index, tell the same in our way."""
    value = quantity["value"]
    if isinstance(value, tuple):
        ends = [j for j, one in extra.items() if one in value]
        if len(ends) > 1:
            return "the levels before and after a change as one value", ends
        low, high = value
        return ("a score as a number" if f"{low:g}-{high:g}" in text else PLAIN), []
    if value == 1 and re.search(r"\bone of (?:the|my)\b", text, re.IGNORECASE):
        return '"one of the" as a number', []
    for j, one in extra.items():
        if cause := _other_form(value, quantity["unit"], one):
            return cause, [j]
    return PLAIN, []


def _other_form(value: float, unit: str, ours: Any) -> str | None:
    """Return the convention that writes what we found, a value or the ends of a range, as `value`."""
    if isinstance(ours, tuple):
        return 'the ends of "eight or nine" as two values' if value in ours else None
    if unit in {"cent", "point"} and math.isclose(value, 100 * ours, rel_tol=1e-3):
        return "cents and pence as units"
    return "shares as fractions of one" if math.isclose(100 * value, ours, rel_tol=1e-3) else None


def _wrong(paired: Iterable[tuple[Row, Row]], checks: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for claim, mine in paired:
        if not claim.get("optional"):
            yield from ((field, claim["kind"]) for field, is_same in checks.items() if not is_same(claim, mine))


def _loaded(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def attribution_errors(gold: Path, found: Path) -> Counter[str]:
    """Count why numbers have no source or another than in the gold, by cause."""
    wanted, given = read_rows(gold, "doc"), read_rows(found, "doc")
    return Counter(
        cause
        for name, row in wanted.items()
        for number in row["numbers"]
        if (cause := _cause(number, given[name]["numbers"]))
    )


def _cause(number: Row, found: list[Row]) -> str | None:
    mine = next((one for one in found if _overlap(one, number)), None)
    source = mine and mine["source"]
    if not number["attributed"]:
        return "a source where the set has none" if source else None
    if mine is None:
        return "not read as a claim"
    if not source:
        return "no source found"
    if number["source"] and _overlap(source, number["source"]):
        return None
    named = (number["source"] or {"text": ""})["text"].lower()
    return "the name where the set marks its pronoun" if named in PRONOUNS else "another source"


def _overlap(one: Row, other: Row) -> bool:
    return bool(one["span"][0] < other["span"][1] and other["span"][0] < one["span"][1])
