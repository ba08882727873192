"""Put measured tables into the page of accuracy, between the marks that name the command."""

from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "accuracy.md"


def rewrite(marks: tuple[str, str], tables: str) -> None:
    """Put the tables between two marks of the page; raise ValueError if it has not both."""
    begin, end = marks
    before, found_begin, rest = PAGE.read_text("utf-8").partition(begin)
    _, found_end, after = rest.partition(end)
    if not found_begin or not found_end:
        raise ValueError(f"no {begin} ... {end} in {PAGE}")
    PAGE.write_text(f"{before}{begin}\n{tables}\n{end}{after}", encoding="utf-8")
