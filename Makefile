# jiebang: `make demo` and `make test` set up all they need (Python 3.11+ and make) and run again at once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.run-stamp
DEV := $(VENV)/.dev-stamp
DEMO := data/demo
SHARED ?= ../shared

.PHONY: help demo test fuzz check bench bench-extraction bench-matching bench-reading bench-screening corpus-diff evaluation lock samples notebooks docs clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "jiebang needs Python 3.11 or later; say 'make PYTHON=python3.12 ...'" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUN): requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements.lock
	@# setuptools explains editable installs at length; its words are kept for the case that something fails
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e . 2> $(VENV)/install.log || { cat $(VENV)/install.log >&2; exit 1; }
	@touch $@

$(DEV): requirements-dev.lock $(RUN)
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements-dev.lock
	@touch $@

demo: $(RUN) ## ingest the samples, screen them, write the gap reports
	@$(BIN)/python -m pipeline.demo $(DEMO)

test: $(DEV) ## the tests
	$(BIN)/python -m pytest -n auto --dist worksteal

fuzz: $(DEV) ## read mutated files of every format (COUNT=20000 SEED=1); fails for a crash, a hang or a leak
	$(BIN)/python -m tests.fuzzing --count $(or $(COUNT),20000) --seed $(or $(SEED),1)

check: $(DEV) ## ruff, mypy --strict, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: bench-extraction bench-matching bench-reading bench-screening ## every benchmark

bench-extraction: $(DEV) ## the values beside other programs, characters a second (SHARED=folder, PEERS_PYTHON=their python)
	$(BIN)/python -m benchmarks.extraction --shared $(SHARED) $(if $(PEERS_PYTHON),--peers-python $(PEERS_PYTHON))

bench-matching: $(DEV) ## the matcher beside lexical baselines (DATA=folder of the texts)
	$(BIN)/python -m benchmarks.matching --data $(or $(DATA),$(SHARED)/training)

bench-reading: $(DEV) ## the readers beside other programs, time and memory (PDF="more files")
	$(BIN)/python -m benchmarks.reading $(if $(PDF),--pdf $(PDF))

bench-screening: $(DEV) ## 300 generated applications (COUNT): a second, memory, a second run, share of each stage
	$(BIN)/python -m benchmarks.screening --count $(or $(COUNT),300)

corpus-diff: $(DEV) ## facts that a change adds, loses, changes (BASE=revision SHARED=folder DOCS="more files")
	$(BIN)/python -m benchmarks.corpus_diff --base $(or $(BASE),HEAD) --shared $(SHARED) $(foreach doc,$(DOCS),--docs $(doc))

evaluation: $(DEV) ## write docs/evaluation.md (SHARED=folder with score.py and gold)
	$(BIN)/python -m benchmarks.evaluation --shared $(SHARED)

samples: $(DEV) ## write data/samples anew
	$(BIN)/python data/samples/make_samples.py

notebooks: $(DEV) ## execute the notebooks in place
	$(BIN)/python notebooks/execute.py

docs: $(DEV) ## write the real outputs of the commands into the READMEs, and the manual of checks
	$(BIN)/python tests/docs/console.py
	$(BIN)/python -m pipeline.screening.manual > docs/checks.md

lock: ## resolve the dependencies anew into the two lock files
	rm -rf build/lock && $(PYTHON) -m venv build/lock
	build/lock/bin/pip install -q torch==2.13.0 && build/lock/bin/pip install -q .
	build/lock/bin/pip freeze --exclude jiebang | sed 's/+cpu//' > requirements.lock
	build/lock/bin/pip install -q -c requirements.lock ".[dev]"
	build/lock/bin/pip freeze --exclude jiebang | sed 's/+cpu//' | grep -vxFf requirements.lock > requirements-dev.lock

clean: ## remove what the targets made
	rm -rf $(VENV) build $(DEMO)
