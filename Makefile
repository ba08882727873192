# make run   the daily pipeline through Airflow over the bundled samples
# make test  every check and test
# make up    the scheduled Airflow with its web interface on 127.0.0.1
# make fast  the quick part of the tests
# make docs  the generated pages

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test fast lint docs up clean

run: $(VENV)/installed
	@$(BIN)/python -m newsledger.in_process

up: $(VENV)/installed
	@$(BIN)/python -m newsledger.embedded

test: lint
	$(BIN)/python -m pytest

fast: lint
	$(BIN)/python -m pytest -m "not slow"

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m newsledger.describe --check

docs: $(VENV)/installed-dev
	$(BIN)/python -m newsledger.describe

# The locks are whole, so pip needs no resolver and checks every hash. Bytecode is compiled once, at install:
# it saves two thirds of every later start.
$(VENV)/installed: requirements.lock pyproject.toml
	@PYTHON="$(PYTHON)" sh install.sh requirements.lock
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock pyproject.toml
	@PYTHON="$(PYTHON)" sh install.sh requirements-dev.lock
	@touch $@ $(VENV)/installed

clean:
	rm -rf $(VENV) airflow data *.egg-info build
