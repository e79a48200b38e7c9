# Nothing needs to be there but python3 (3.11 or newer, with venv) and make. `make help` names what can be done.
SHELL := /bin/bash
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
UV     := $(BIN)/uv
# --compile-bytecode: without it, where PYTHONDONTWRITEBYTECODE is set, every start compiles every module again
INSTALL = $(UV) pip install -q --python $(BIN)/python --require-hashes --compile-bytecode -r
COMPILE = $(UV) pip compile -q --universal --generate-hashes --no-header --no-annotate $(LOCK)
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
export CHROMIUM
# where there is no home to write to, what pip, uv and npm keep goes into the environment
ifneq ($(shell [ -d "$$HOME" ] && [ -w "$$HOME" ] && echo yes),yes)
export HOME := $(CURDIR)/$(VENV)/home
endif
CHECKS = check-format check-lint check-types check-floors check-js-types check-js

.NOTPARALLEL:
.PHONY: help setup demo test check check-fast $(CHECKS) tidy words pictures bench map lock wheel browser clean

help: ## name the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1 /p' $(MAKEFILE_LIST) | while read -r name text; do printf '%-10s %s\n' "$$name" "$$text"; done

demo: $(VENV)/.self ## play a rehearsal of a whole contest; ARGS="--speed 1" for a human pace
	@$(BIN)/biwu rehearse $(ARGS)

setup: $(VENV)/.dev $(VENV)/.self node_modules/.done ## make the environment for developers

# two runs: playwright's sync fixtures keep an event loop running, so any asyncio test after them in one process fails
test: setup browser $(CHECKS) ## everything: what check runs, the slow tests and those in a browser
	@echo "== all tests but the browser's"; $(BIN)/python -m pytest --ignore=tests/browser
	@echo "== tests in a browser"; $(BIN)/python -m pytest tests/browser

check: setup $(CHECKS) check-fast ## format, lint, types, floors, fast tests and scripts, in under a minute

check-format: setup
	@echo "== format"; $(BIN)/ruff format --check .
check-lint: setup
	@echo "== lint"; $(BIN)/ruff check .
check-types: setup
	@echo "== types"; $(BIN)/mypy
check-floors: setup
	@echo "== floors"; $(BIN)/lint-imports --no-logo
check-fast: setup
	@echo "== fast tests"; $(BIN)/python -m pytest -q -m "not slow" --ignore=tests/browser
check-js-types: setup
	@echo "== script types"; $(BIN)/node node_modules/typescript/bin/tsc -p .
check-js: setup
	@echo "== script tests"; $(BIN)/node --test --test-reporter=dot "tests/js/**/*.js"

tidy: setup ## format and mend what a tool can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix-only .

words: setup ## bring the catalogue of sentences up to date with templates, scripts and Python
	@$(BIN)/python -m tests.house.catalogue

pictures: setup browser ## take the documentation's pictures anew from the running system
	@$(BIN)/python -m pytest -q tests/browser/test_pictures.py
	@$(BIN)/python -m tests.support.hall.pictures

bench: setup ## measure marks, receipts and replay against raw floors, with the machine's facts
	@$(BIN)/python -m tests.bench $(ARGS)

map: $(VENV)/.self ## print the house, the first sentence of every module, and renew it in the READMEs
	@$(BIN)/python -m tests.house.map

# The locks hold versions and hashes and no addresses: uv.lock and pylock.toml name package hosts, so neither is kept.
lock: $(UV) ## lock again what pyproject.toml and package.json ask for; LOCK=--upgrade takes the newest Python packages
	$(COMPILE) pyproject.toml --extra build --extra dev -o requirements-dev.lock >/dev/null
	$(COMPILE) pyproject.toml --extra build -c requirements-dev.lock -o requirements.lock >/dev/null
	$(INSTALL) requirements-dev.lock
	$(BIN)/npm install --package-lock-only --no-progress --loglevel=error >/dev/null
	@! grep -n '://' requirements.lock requirements-dev.lock
	@! grep -nE '"resolved"|://' package-lock.json

wheel: $(VENV)/.self ## build dist/biwu-*.whl and list what is in it
	@rm -rf dist
	$(BIN)/hatchling build -t wheel -d dist
	@$(BIN)/python -m zipfile -l dist/*.whl

# In CI a missing browser is a failure; elsewhere the tests that need one are skipped and say so.
browser: ## have a Chromium for the browser tests
	@if [ -n "$(CHROMIUM)" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "== browser from apt"; apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null </dev/null && exit 0; fi; \
	echo "没有浏览器：请以管理员身份运行 apt-get install chromium，之后浏览器测试才会运行。"; \
	echo "No browser: as root run 'apt-get install chromium', and the browser tests will run."; \
	[ -z "$$CI" ]

clean: ## remove what was made: environment, node modules, caches, wheels, pictures
	rm -rf $(VENV) node_modules out dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# uv's own version and hash stand in the lock beside the rest; pip installs that one line, uv everything else
$(UV): | requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "需要 Python 3.11 或更新的版本。 / Python 3.11 or newer is needed (make PYTHON=python3.12 …)."; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) || { \
	  echo "本机的 python3 建不了环境：请以管理员身份运行 apt-get install python3-venv，然后重试。"; \
	  echo "This python3 cannot make an environment: as root run 'apt-get install python3-venv', then try again."; exit 1; }
	@awk '/^[a-z]/ { uv = /^uv==/ } uv' requirements.lock >$(VENV)/uv.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r $(VENV)/uv.lock

$(VENV)/.run: requirements.lock | $(UV)
	@echo "== packages to run"; $(INSTALL) requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock | $(UV)
	@echo "== packages for developers"; $(INSTALL) requirements-dev.lock
	@touch $@ $(VENV)/.run

$(VENV)/.self: pyproject.toml $(VENV)/.run
	@$(UV) pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

node_modules/.done: package-lock.json $(VENV)/.dev
	@echo "== type checker for scripts"; $(BIN)/npm ci --no-progress --loglevel=error >/dev/null
	@touch $@
