# Two commands on a fresh machine with Python and make: `make build` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/pytest --numprocesses=auto --maxprocesses=4 --dist=loadfile

.PHONY: build test coverage serve docs words audit clean

build: $(VENV)/.runs
	$(BIN)/telusur build

serve: build
	$(BIN)/telusur serve

test: $(VENV)/.tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m tests.chromium
	$(PYTEST)

# Counting lines costs as much again as half of the tests: asked for, not each time.
coverage: $(VENV)/.tests
	$(PYTEST) --cov

# On Linux torch is first asked for where it comes without the gigabytes for graphics cards. Where that
# cannot be reached, pip takes what it finds.
$(VENV)/.runs: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	@echo "Memasang pustaka di $(VENV); perlu beberapa menit (installing what it needs; this takes some minutes)"
	@if [ "$$(uname)" = Linux ]; then \
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --retries 0 --timeout 15 --constraint constraints.txt \
	--index-url https://download.pytorch.org/whl/cpu torch 2>/dev/null || true; fi
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

$(VENV)/.tests: $(VENV)/.runs
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

docs: $(VENV)/.tests
	TELUSUR_BAHASA=en $(BIN)/cog -r docs/*.md
	TELUSUR_BAHASA=id $(BIN)/cog -r docs/id/*.md

# The catalogue of what people read: new sentences wait in it for a translation.
words: $(VENV)/.tests
	$(BIN)/python -m tests.sentences

# A bill of materials, and known faults in what is pinned where the network lets one ask; a package
# that cannot be asked about is a failure too.
audit: $(VENV)/.tests
	$(BIN)/python -m tests.materials > sbom.json
	@echo "sbom.json lists what Telusur needs to run, with licences; the wheel carries it"
	@if $(PYTHON) -c "import urllib.request as u; u.urlopen('https://pypi.org/pypi/pip/json', timeout=10)" 2>/dev/null; \
	then $(BIN)/pip-audit --strict --no-deps --disable-pip -r constraints.txt; \
	else echo "No network: known faults were not looked for"; fi

clean:
	rm -rf $(VENV) evidence.db evidence.db-*
