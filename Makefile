# One command for each thing one does here. `make check` is what CI runs.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.SILENT:
.DEFAULT_GOAL := help
.PHONY: help check check-cluster lint test bench bars wasm python examples generate format

# A cargo command that tests: nextest where it is installed.
NEXTEST := $(shell cargo nextest --version >/dev/null 2>&1 && echo "nextest run" || echo test)
# The browser of the tests; fetched by apt when it is not there.
export CHROMIUM ?= /usr/bin/chromium
# What Spark runs on; fetched by apt when it is not there.
JAVA := $(shell command -v java || echo /usr/bin/java)
# The most bytes of the module, packed: what a page has to load.
WASM_LIMIT := 1200000
# The most bytes of the wheel.
WHEEL_LIMIT := 6000000

help: ## List these targets
	grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

check: ## Everything below that CI runs, with the time of each step
	step() { local start=$$SECONDS; $(MAKE) --no-print-directory "$$1"; echo "STEP $$1: $$((SECONDS - start)) s"; }
	for name in lint test wasm python examples; do step $$name; done
	cargo run -q --locked -p naba-tests --bin generate -- --check
	node core/data/languages/cldr.mjs --check
	.venv/bin/python core/data/calendars/umalqura.py --check
	echo "all checks passed"

check-cluster: .venv-cluster/ready $(JAVA) ## Ten thousand pages through Spark, with workers that are killed, and through Daft (after python)
	.venv-cluster/bin/pip install -q --no-deps --force-reinstall target/wheels/*.whl
	.venv-cluster/bin/pytest -q -s -p no:cacheprovider examples/spark

lint: .venv/ready ## Formats, lints, documentation, spelling
	cargo fmt --all --check
	cargo clippy -q --locked --workspace --all-targets -- -D warnings
	RUSTDOCFLAGS=-Dwarnings cargo doc -q --locked --no-deps
	.venv/bin/taplo fmt --check --colors never
	.venv/bin/typos
	.venv/bin/ruff check -q bindings-py examples
	.venv/bin/ruff format -q --check bindings-py examples

test: ## Rust tests: units, documentation, cases, laws
	cargo $(NEXTEST) --locked
	cargo test -q --locked --doc

bench: ## Speed of extraction and of dates alone, and the time of pages of 1 to 64 MB
	cargo bench -q --locked -p naba --bench dates
	cargo bench -q --locked -p naba --bench verbs

bars: ## What the npm package promises, measured in Node and Chromium (after wasm)
	cd bindings-wasm
	npm run --silent bars

wasm: $(CHROMIUM) ## Build the npm package into bindings-wasm/dist and test it in Node and Chromium
	source bindings-wasm/wasm-env.sh
	"$${WASM_CARGO[@]}" -q -p naba-wasm --profile wasm
	cd bindings-wasm
	npm ci --silent
	rm -rf dist
	(cd .. && cargo run -q --locked -p naba-bindgen -- "$$WASM_OUT/wasm/naba_wasm.wasm" bindings-wasm/dist)
	# -Oz takes another 3 % of the bytes, and the packed module is larger for it.
	npx wasm-opt -O1 dist/naba_bg.wasm -o dist/naba_bg.wasm
	cp js/* ../LICENSE-* dist/
	packed=$$(gzip -9 <dist/naba_bg.wasm | wc -c)
	echo "size: $$(wc -c <dist/naba_bg.wasm) bytes of wasm, $$packed packed by gzip -9, at most $(WASM_LIMIT)"
	((packed <= $(WASM_LIMIT)))
	npm test --silent

python: .venv/ready ## Build the Python module into .venv and the wheel into target/wheels, and test them
	cd bindings-py
	source ../.venv/bin/activate
	maturin develop -q --release --locked
	pytest -q
	mypy --strict python tests
	python -m mypy.stubtest --mypy-config-file pyproject.toml naba._naba
	pyright -p pyproject.toml
	rm -rf ../target/wheels
	maturin build -q --release --locked --out ../target/wheels
	size=$$(stat -c %s ../target/wheels/*.whl)
	echo "size: $$size bytes of wheel, at most $(WHEEL_LIMIT)"
	((size <= $(WHEEL_LIMIT)))

examples: .venv-daft/ready ## Run the examples (after wasm and python)
	cargo run -q --locked --example extract examples/rust/page.txt
	node examples/node/extract.mjs
	.venv/bin/python examples/python/extract.py
	.venv/bin/python examples/python/ror.py
	.venv/bin/python examples/python/run_notebook.py
	.venv/bin/python examples/spark/pages.py 300 target/pages.parquet
	.venv/bin/python examples/dataframes/polars_expression.py target/pages.parquet
	.venv/bin/python examples/dataframes/duckdb_udf.py target/pages.parquet
	.venv-daft/bin/pip install -q --no-deps --force-reinstall target/wheels/*.whl
	.venv-daft/bin/python examples/daft/extract.py target/pages.parquet target/daft

generate: .venv/ready ## Write the JSON Schema, the types of the hosts, and the data that CLDR and hijridate give
	cargo run -q -p naba-tests --bin generate
	node core/data/languages/cldr.mjs
	.venv/bin/python core/data/calendars/umalqura.py

format: .venv/ready ## Format all files
	cargo fmt --all
	.venv/bin/taplo fmt --colors never
	.venv/bin/ruff format -q bindings-py examples

.venv/ready: bindings-py/requirements-dev.txt
.venv-daft/ready: examples/daft/requirements.txt
.venv-cluster/ready: examples/spark/requirements.txt examples/daft/requirements.txt
.venv/ready .venv-daft/ready .venv-cluster/ready:
	python3 -m venv $(@D)
	$(@D)/bin/pip install -q --disable-pip-version-check -r $<
	touch $@

$(JAVA):
	apt-get update -q >/dev/null
	DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends openjdk-17-jre-headless >/dev/null

$(CHROMIUM):
	apt-get update -q >/dev/null
	DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends chromium >/dev/null
