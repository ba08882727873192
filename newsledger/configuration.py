"""Say what is wrong with a configuration file, in the same words for each."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from schemas.faults import Permanent


def faults_of(error: ValidationError, whole: str = "entry") -> str:
    """Return each fault with the field it is in; `whole` names what is at fault where no field is."""
    return "; ".join(f"{'.'.join(map(str, each['loc'])) or whole}: {each['msg']}" for each in error.errors())


def require_distinct(path: Path, names: Iterable[str]) -> None:
    """Raise Permanent if two entries of a file have the same name."""
    if twice := sorted(name for name, count in Counter(names).items() if count > 1):
        raise Permanent(f"{path}: {', '.join(twice)} stands there twice; names must differ")
