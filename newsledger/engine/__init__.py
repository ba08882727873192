"""The language engine: text in, spaCy documents with Universal Dependencies out."""

import os
from hashlib import sha256
from pathlib import Path

import spacy
from spacy.language import Language

from newsledger.engine.pipeline import build_pipeline

__all__ = ["OWN_ENGINE", "OWN_MODELS", "engine_version", "load_engine"]

OWN_ENGINE = "newsledger"
OWN_MODELS = Path(__file__).resolve().parents[2] / "models"


def load_engine(name: str | None = None, models: Path | None = None) -> Language:
    """Load the language engine `name`: by default NEWSLEDGER_ENGINE, else our own.

    Our own is `newsledger`, from the folder `models`: by default NEWSLEDGER_MODELS, else that of the
    repository. Any
    other name is one that `spacy.load` knows: an installed package or a folder of a pipeline that
    parses Universal Dependencies (spacy-stanza and spacy-udpipe can be saved as such). Raises
    `BrokenModelError` if our model's files are not those published, `OSError` if spaCy knows no
    such pipeline.
    """
    name = name or os.environ.get("NEWSLEDGER_ENGINE") or OWN_ENGINE
    if name == OWN_ENGINE:
        return build_pipeline(models or _models())
    return spacy.load(name)


def engine_version(name: str) -> str:
    """Return what identifies an engine in the rows that it helped to make: its name, and its model's digest."""
    if name != OWN_ENGINE:
        return name
    return f"{name}-{sha256((_models() / 'digests.json').read_bytes()).hexdigest()[:8]}"


def _models() -> Path:
    return Path(os.environ.get("NEWSLEDGER_MODELS") or OWN_MODELS)
