#!/bin/sh
# Make .venv from a hash-locked list of packages: with uv where it is there, else with venv and pip.
# Usage: sh install.sh requirements.lock   (PYTHON names the interpreter; 3.11 or 3.12)
set -eu
lock=$1
python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 12))' || {
    echo "newsledger needs Python 3.11 or 3.12; '$python' is $("$python" --version 2>&1). Name one: make run PYTHON=python3.11" >&2
    exit 1
}
echo "Installing $lock into .venv (minutes the first time) ..."
if command -v uv >/dev/null 2>&1; then
    [ -d .venv ] || uv venv --quiet --python "$python" .venv
    uv pip install --quiet --python .venv/bin/python --require-hashes --compile-bytecode -r "$lock"
    uv pip install --quiet --python .venv/bin/python --no-deps --compile-bytecode --editable .
else
    [ -d .venv ] || "$python" -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
fi
