# Goalward: the commands of a newcomer. `make help` explains each.
PYTHON ?= python3
PORT ?= 8000
export GOALWARD_HOME ?= var
export PYTHONPATH := src
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run demo demo-remove test tools lint types contracts bench docs weights format pins

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/installed ## start the site on http://127.0.0.1:8000/ (PORT=8001 for another port); your data is in var/
	@exec $(BIN)/python -m goalward.cli serve --port $(PORT)

demo: $(VENV)/installed ## the same with two invented people and twelve weeks of data, in var-demo/
	@exec $(BIN)/python -m goalward.cli demo --port $(PORT)

demo-remove: $(VENV)/installed ## remove the demo and all its data
	@$(BIN)/python -m goalward.cli demo --remove

test: tools lint types contracts ## everything that proves the software: lint, types, contracts, tests with coverage
	@# In the order of the folders: the journeys are few and long, and would come last when sorted by their number.
	@$(BIN)/python -m pytest -n 2 --dist loadscope --no-loadscope-reorder --cov --cov-report=

tools: $(VENV)/installed-dev ## what the tests need, the browser included
	@sh tests/browser.sh

lint: $(VENV)/installed-dev ## style, and the house rules that a linter can hold
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/installed-dev ## mypy, strict
	@PYTHONPATH=src:. $(BIN)/mypy

contracts: $(VENV)/installed-dev ## what may know what
	@$(BIN)/lint-imports --no-cache

bench: $(VENV)/installed-dev ## what we promise about speed, beside a peer in the same run
	@PYTHONPATH=src:. $(BIN)/python -m bench

docs: $(VENV)/installed-dev ## write the pages that are made from rules anew
	@PYTHONPATH=src:. $(BIN)/python -m tests.spec

weights: $(VENV)/installed-dev ## learn the weights of the care reader anew from the labelled goals
	@PYTHONPATH=src:. $(BIN)/python -m tests.weights

format: $(VENV)/installed-dev ## put the code in shape
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

pins: $(VENV)/installed-dev ## make the hashed pins anew from pyproject.toml
	@$(BIN)/uv pip compile -q --upgrade --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml -o requirements.txt
	@$(BIN)/uv pip compile -q --upgrade --universal --generate-hashes --no-header --python-version 3.11 --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Goalward needs Python 3.11 or newer. On Debian or Ubuntu: sudo apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Python's venv is missing. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) && touch $@

$(VENV)/installed: $(VENV)/made requirements.txt
	@echo "Installing what Goalward needs (once) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt && touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.txt
	@echo "Installing what the tests need (once) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt && touch $@
