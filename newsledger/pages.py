"""Write pages for people: HTML that loads nothing and runs nothing, with everything from the web escaped."""

import secrets
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from newsledger.evidence import around
from newsledger.summary import plural


def write_page(path: Path, template: str, **parts: Any) -> Path:
    """Render a template of `newsledger/templates/` to a file, whole or not at all; return its path."""
    page = _environment().get_template(template).render(**parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.stem}-{secrets.token_hex(4)}.partial")  # two may write the page of health at once
    partial.write_text(page, "utf-8")
    partial.replace(path)
    return path


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {"amount": _amount, "evidence": around, "plural": plural}
    return environment


def _amount(value: float | None) -> str:
    return "–" if value is None else f"{value:,.10g}" if value != int(value) else f"{value:,.0f}"
