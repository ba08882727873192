"""No shell, no code from data, no SQL from outside: looked for in the source, and tried."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsledger.explain import explain_row
from newsledger.settings import CHECKOUT
from schemas.faults import Permanent
from tests.ledger.ledgers import history, put
from tests.ledger.rows import Staged, document, run, settings

ROOMS = ("dags", "newsledger", "transforms", "expectations", "schemas")
MODULES = sorted(path for room in ROOMS for path in (CHECKOUT / room).rglob("*.py"))
FORBIDDEN = {
    "eval", "exec", "os.system", "os.popen", "pickle.load", "pickle.loads", "marshal.loads", "yaml.load",
    "yaml.unsafe_load", "subprocess.getoutput", "subprocess.getstatusoutput",
}  # fmt: skip
HOSTILE = "x' or 1=1; drop table claims; --"


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def dangers(source: str) -> list[str]:
    """Return the calls of a module that let data become code."""
    found = []
    for name, call in calls(ast.parse(source)):
        through_shell = any(k.arg == "shell" and ast.unparse(k.value) != "False" for k in call.keywords)
        if name in FORBIDDEN or through_shell:
            found.append(ast.unparse(call))
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_no_data_becomes_code(path: Path) -> None:
    assert dangers(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "line", ["eval(x)", "os.system(x)", "subprocess.run(x, shell=True)", "yaml.load(x)", "pickle.loads(x)"]
)
def test_the_search_finds_what_it_looks_for(line: str) -> None:
    assert dangers(line)


def test_a_value_from_outside_is_never_sql(tmp_path: Path) -> None:
    here = settings(tmp_path)
    hostile = document("flood", canonical_url=HOSTILE, title=HOSTILE, byline=HOSTILE, outlet=HOSTILE, source=HOSTILE)
    put(here, Staged.of(hostile), run())
    rows = history(here)
    put(here, Staged.of(hostile), run(number=2))
    assert history(here) == rows
    with pytest.raises(Permanent):
        explain_row(here, HOSTILE)
    assert history(here) == rows
