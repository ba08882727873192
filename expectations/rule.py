"""A rule: something that must hold of what is staged before it is published."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

# What may stand in a text for a speaker whom it names elsewhere.
PRONOUNS = (
    "he", "him", "his", "she", "her", "it", "its", "they", "them", "their", "who", "which", "that",
)  # fmt: skip


@dataclass(frozen=True)
class RowRule:
    """What makes a single row bad, as an SQL predicate over the table, which it may call `this`.

    Severity `row` sets bad rows aside, `critical` holds the run if there is one, `warning` tells.
    SQL is written without braces and without a colon before a letter: both mean something to those it passes through.
    """

    rule_id: str
    severity: str
    bad: str
    words: str
    is_judgement: bool = False  # a person may find a row right all the same, and release it from quarantine

    def query(self, table: str) -> str:
        """Return the query of the bad rows of `table`; of those to be set aside, the ones that nobody decided on yet.

        Decisions, `past.decisions`, are about a row as it was read: one that reads otherwise is bad again.
        """
        bad = f"with this as (select * from {table}) select * from this where {self.bad}"
        if self.severity != "row":
            return bad
        return f"""
            select this.* from ({bad}) this
            where not exists (
                select 1 from past.decisions d
                where d.rule_id = '{self.rule_id}' and d.row_json = cast(to_json(this) as varchar)
            )
        """


@dataclass(frozen=True)
class SetRule:
    """What makes a set of rows bad, as an SQL query that returns one row for each offence; `{batch}` is the table."""

    rule_id: str
    severity: str
    offences: str
    words: str

    def query(self, table: str) -> str:
        """Return the query of the offences in `table`."""
        return self.offences.replace("{batch}", table)


@dataclass(frozen=True)
class Measure:
    """What must hold of a whole column or table, as one of Great Expectations' own expectations."""

    rule_id: str
    severity: str
    expectation: str  # name of a class in great_expectations.expectations
    words: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


Rule = RowRule | SetRule | Measure


def within(*values: str) -> str:
    """Return values as an SQL list, for `in`."""
    return "(" + ", ".join(f"'{value}'" for value in values) + ")"


def unique(noun: str, column: str) -> Measure:
    """Return the rule that a key is unique."""
    return Measure(
        f"{noun}_key_unique",
        "critical",
        "ExpectColumnValuesToBeUnique",
        f"each {column} stands for one row",
        {"column": column},
    )


def known(noun: str, column: str, target: str, key: str, words: str) -> RowRule:
    """Return the rule that a reference, where there is one, leads to a row of `target`."""
    return RowRule(
        f"{noun}_{column.removesuffix('_id')}_known",
        "row",
        f"{column} is not null and not exists (select 1 from {target} t where t.{key} = this.{column})",
        words,
    )


def spans(noun: str, text: str, start: str, end: str) -> RowRule:
    """Return the rule that a span, where there is a text, gives back that text from the document.

    Runs of white space count as one space, as names and phrases may break over lines.
    """
    given = _given(start, end)
    return _found(noun, text, f"{_spaced(given)} = {_spaced(f'this.{text}')}", f"text[{start}:{end}] is the {text}")


def stands_for(noun: str, text: str, start: str, end: str) -> RowRule:
    """Return the rule that a span, where there is a name, gives back it, or a pronoun for what the document names."""
    given, name = _given(start, end), _spaced(f"this.{text}")
    is_resolved = f"lower({given}) in {within(*PRONOUNS)} and contains({_spaced('d.text')}, {name})"
    words = f"text[{start}:{end}] is the {text}, or a pronoun for it and the document names it"
    return _found(noun, text, f"({_spaced(given)} = {name} or {is_resolved})", words)


def _found(noun: str, text: str, condition: str, words: str) -> RowRule:
    return RowRule(
        f"{noun}_{text}_spans",
        "row",
        f"""
            {text} is not null and not exists (
                select 1 from stage.documents d where d.document_id = this.document_id and {condition}
            )
        """,
        words,
    )


def _given(start: str, end: str) -> str:
    return f'substr(d.text, this."{start}" + 1, this."{end}" - this."{start}")'


def _spaced(text: str) -> str:
    return f"regexp_replace({text}, '\\s+', ' ', 'g')"
