# The two commands of the README, and the few that a maintainer needs.
# `make site` and `make test` set up all that they need in .venv and touch nothing else of the machine
# (except that `make test` installs Chromium where it may: as root, with apt).

PYTHON ?= python3
BIN := .venv/bin
ADDRESS ?= 127.0.0.1:8000
export NO_MKDOCS_2_WARNING := 1

.PHONY: site build test test-long explore lint screenshots chromium wheel clean

site: build                     ## build the demo digest and serve it at http://127.0.0.1:8000
	$(BIN)/mkdocs serve --dev-addr $(ADDRESS)

build: .venv/site
	$(BIN)/digest build

test: .venv/test chromium lint  ## every check that fits into ten minutes
	$(BIN)/pytest -n auto

test-long: .venv/test chromium  ## what does not: thousand-page sites, kills
	$(BIN)/pytest -n auto -m long --timeout 1800

explore: .venv/test             ## all properties on examples that were never tried
	$(BIN)/pytest -n auto --hypothesis-profile=explore -m 'hypothesis and not long' --timeout 600

lint: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

screenshots: .venv/test chromium  ## the pictures in docs/pages
	$(BIN)/python -m tests.browser.screenshots docs/pages

wheel: .venv/test
	$(BIN)/pip wheel --quiet --no-deps --wheel-dir dist .

clean:
	rm -rf build dist

.venv/site: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("digest needs Python 3.11 or newer, and $(PYTHON) is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/pip install --quiet --editable .
	touch $@

.venv/test: .venv/site
	$(BIN)/pip install --quiet --group test
	$(BIN)/pip install --quiet --no-deps axe-playwright-python==0.1.8  # for its axe.min.js alone: Playwright is not needed
	touch $@

chromium:
	@command -v chromium >/dev/null && command -v chromedriver >/dev/null || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium chromium-driver >/dev/null; \
	else \
	  echo 'The checks look at the pages in Chromium. Install it first: sudo apt-get install chromium chromium-driver' >&2; exit 1; \
	fi
