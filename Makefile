# One door to everything. `make setup`, `make run`, `make test`, `make check`; `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup setup-tests run test check lint types lock score fuzz bench-atlas bench-check bench-circle bench-concurrency bench-council bench-figures bench-names bench-reading bench-register bench-render bench-report bench-roundtrips screenshot examples clean

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
BIN := .venv/bin
BUNDLE := src/hansa/web/static/hansa/bundle
GAZETTEER := src/hansa/atlas/data/gazetteer.sqlite
CATALOGUE := src/hansa/locale/zh_Hant/LC_MESSAGES/django
SETUP := .venv/.installed $(BUNDLE)/.built $(GAZETTEER) $(CATALOGUE).mo

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(SETUP) ## set up everything, and no more
	@scripts/system_packages.sh fonts
	@$(BIN)/python -m compileall -q src/hansa

run: setup ## set up, load the example city, serve it on http://127.0.0.1:8000
	@$(BIN)/hansa init --home 高雄市 --office 高雄市政府行政暨國際處 \
	  --office-en "Administration and International Affairs, Kaohsiung City Government"
	@$(BIN)/hansa load --home 高雄市 --admit all --publish $$(find examples -mindepth 2 -type f -not -path '*/sources/*' | sort)
	@exec $(BIN)/hansa serve --host $(HOST) --port $(PORT)

test: setup-tests ## set up and run all tests: SQLite, browser, PostgreSQL
	$(BIN)/pytest -n auto
	$(BIN)/python scripts/with_postgresql.py $(BIN)/pytest -n auto tests/register tests/figures tests/reports tests/web tests/public tests/cli tests/api

check: setup-tests lint types test ## exactly what CI runs

lint: setup-tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: setup-tests
	$(BIN)/mypy

setup-tests: setup .venv/.installed-dev
	@scripts/system_packages.sh chromium postgresql

score: setup-tests ## read the gold documents and score the facts: the set beside the checkout, if it is there, and our own
	@$(BIN)/python -m tests.gold $(if $(misses),--misses $(misses)) $(if $(rules),--rules) $(if $(keep),--keep)

bench-atlas: setup ## how right and how fast names are resolved to places; needs a file of cities beside the checkout
	@$(BIN)/python scripts/bench_atlas.py

bench-check: setup-tests ## how many planted errors are found in drafts; `errors=N` of each group, drawn by `seed=N`; `misses=1` lists
	@$(BIN)/python -m scripts.bench_check --errors $(or $(errors),200) --seed $(or $(seed),5) \
	  $(if $(misses),--misses) $(if $(examples),--examples)

bench-circle: setup-tests ## how much of an annual report comes back when it is read again; `misses=.odt` lists the rest
	@$(BIN)/python -m scripts.bench_circle $(if $(misses),--misses $(misses)) $(if $(language),--language $(language))

bench-concurrency: setup-tests ## two processes admit and edit at once, nothing lost; `operations=N` of them
	@$(BIN)/python -m scripts.bench_concurrency --operations $(or $(operations),10000)
	@$(BIN)/python scripts/with_postgresql.py $(BIN)/python -m scripts.bench_concurrency --operations $(or $(operations),10000)

bench-council: setup ## how fast the council's slides are written, each format, from the seeds and from 10,000 records
	@$(BIN)/python -m scripts.bench_council

bench-figures: setup-tests ## how fast measures are counted over a million exchanges, and by how many queries; `exchanges=N`
	@$(BIN)/python -m scripts.bench_figures --exchanges $(or $(exchanges),1000000)
	@$(BIN)/python scripts/with_postgresql.py $(BIN)/python -m scripts.bench_figures --exchanges $(or $(exchanges),1000000)

bench-names: setup ## how fast names are found in text, beside the bare automaton
	$(BIN)/python scripts/bench_names.py

bench-reading: setup-tests ## how fast documents are read, beside pdftotext and bare pypdfium2; memory and start-up
	@$(BIN)/python -m scripts.bench_reading

bench-register: setup-tests ## how fast a million exchanges are loaded, listed, counted and searched; `exchanges=N` of them
	@$(BIN)/python -m scripts.bench_register --exchanges $(or $(exchanges),1000000)
	@$(BIN)/python scripts/with_postgresql.py $(BIN)/python -m scripts.bench_register --exchanges $(or $(exchanges),1000000)

bench-report: setup-tests ## how long the annual report takes from a register of 10,000 records, by format
	@$(BIN)/python -m scripts.bench_report

bench-render: setup ## how fast reports become files in each format, beside bare Typst and bare python-docx
	@$(BIN)/python -m scripts.bench_render

bench-roundtrips: setup-tests ## read the gold documents again as PDF, DOCX, ODT and HTML made by LibreOffice
	@$(BIN)/python -m scripts.roundtrips

fuzz: setup-tests ## read damaged files, `count` of each format (10,000 if not given), and print what comes of them
	$(BIN)/python -m tests.fuzzing $(or $(count),10000)

screenshot: setup-tests ## take docs/screenshot.png anew
	$(BIN)/python scripts/screenshot.py

examples: setup ## make the example documents from their sources anew
	$(BIN)/python scripts/make_examples.py

lock: .venv/.uv ## resolve the dependencies anew and lock them with hashes
	for name in base dev; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --upgrade requirements/$$name.in --output-file requirements/$$name.txt; done
	npm install --package-lock-only

clean: ## remove what set-up made; the data in var/ stay
	rm -rf .venv node_modules $(BUNDLE) $(GAZETTEER) $(CATALOGUE).mo

.venv/bin/python:
	@scripts/system_packages.sh python
	$(PYTHON) -m venv .venv

.venv/.uv: requirements/uv.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

.venv/.installed: requirements/base.txt pyproject.toml .venv/.uv
	$(BIN)/uv pip install --quiet --compile-bytecode --require-hashes -r requirements/base.txt
	$(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.installed-dev: requirements/dev.txt .venv/.installed
	$(BIN)/uv pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

node_modules/.installed: package-lock.json package.json
	@scripts/system_packages.sh node
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(BUNDLE)/.built: node_modules/.installed $(shell find frontend -type f)
	npm run --silent build
	@touch $@

$(GAZETTEER): .venv/.installed $(shell find src/hansa/atlas -name '*.py' -o -name '*.tsv' -o -name '*.csv')
	$(BIN)/python -m hansa.atlas.build

$(CATALOGUE).mo: $(CATALOGUE).po .venv/.installed
	$(BIN)/pybabel --quiet compile --domain django --directory src/hansa/locale
	@touch $@
