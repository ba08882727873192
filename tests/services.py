"""Say clearly when a test cannot run for want of a program or a service; in CI that is a failure, not a skip."""

import os
from typing import TypeVar

import pytest

Found = TypeVar("Found")


def require(name: str, found: Found | None) -> Found:
    """Return what was found; skip the test if nothing was, or fail it where NEWSLEDGER_TEST_SERVICES=required."""
    if found is not None:
        return found
    message = f"{name} is not here; install or start it to run this test"
    if os.environ.get("NEWSLEDGER_TEST_SERVICES") == "required":
        pytest.fail(message)
    pytest.skip(message)
