# Two commands matter: `make demo` does the main job end to end, `make test` passes all tests. Both set themselves up.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
DEMO := build/demo
PYTEST_ARGS ?= -n 2
TIMES ?= 1000
N ?= 1000
SECONDS ?= 60
FLOODED := tests/flood:tests/consolidating:tests/package:tests/signing
FUZZED := $(FLOODED):tests/fuzz:tests/forms:tests/journeys
COVERED := dossier engine package signing store xpath
# The folders whose tests enter those.
COVERING := xpath engine dossier package signing store attacks receiving filling exporting workbench fuzz journeys

QT_PACKAGES := libgl1 libegl1 libxkbcommon0 libfontconfig1 libglib2.0-0 libdbus-1-3 libgssapi-krb5-2
# What the window needs on a real screen.
RUN_PACKAGES := $(QT_PACKAGES) libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0
# What the tests need besides Python: independent readers of what we write, and Qt's libraries.
TEST_PACKAGES := $(QT_PACKAGES) softhsm2 opensc poppler-utils mupdf-tools libnss3-tools qpdf openssl unzip libreoffice-calc-nogui \
  default-jre-headless libpdfbox2-java libactivation-java libjaxb-api-java

.PHONY: demo test run check bench format lock code-map words screenshots pictures guides golden pages round-trips test-pki attacks \
  flood mutations fuzz coverage faults kill-test kill-test-window validate-forms clean

# Installs Debian packages that are not there yet: when root by itself, else it says which.
define debian
dpkg-query -W $(1) >/dev/null 2>&1 || if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null; \
else echo "Please install: $(1)" >&2; exit 1; fi
endef

# The leader's token of the demonstration; without it the leader signs with a certificate file, and the demo says so.
demo: $(READY)
	@command -v softhsm2-util >/dev/null || [ "$$(id -u)" != 0 ] || { $(call debian,softhsm2); } || true
	rm -rf $(DEMO)
	$(BIN)/cbc-desktop demo --out $(DEMO)

test: $(READY)
	@$(call debian,$(TEST_PACKAGES))
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest $(PYTEST_ARGS)

# The window on your own data, or on those of HOME_FOLDER.
run: $(READY)
	@$(call debian,$(RUN_PACKAGES))
	$(BIN)/cbc-desktop $(if $(HOME_FOLDER),--home $(HOME_FOLDER))

check: $(READY)
	$(BIN)/ruff format --check src tests installer/*.py
	$(BIN)/ruff check src tests installer/*.py
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python -m tests.bench

# Kills a filling child process at random moments and counts what was acknowledged, survived and lost.
kill-test: $(READY)
	$(BIN)/python tests/durability/kill_test.py --times 200

# Kills the real window while somebody works in it: TIMES times, one line of figures at the end (1,000 in 20 minutes).
kill-test-window: $(READY)
	$(BIN)/python tests/durability/window_kill_test.py --times $(TIMES)

# Kills the program N times while people type, paste, issue and receive; full, read-only and locked disks, a wrong clock, damaged
# files: one table of what was lost, which must be nothing. Some minutes for N=100.
faults: $(READY)
	@PYTHONPATH=tests/durability:tests/journeys:$(FLOODED) $(BIN)/python tests/durability/faults.py --count $(N)

# N packages of N communes arrive at one office, into build/flood; what each thousand cost, and whether all stand right.
flood: $(READY)
	rm -rf build/flood
	@PYTHONPATH=$(FLOODED) $(BIN)/python tests/flood/flood.py --packages $(N) --out build/flood

# N hostile and damaged files arrive at one office; a table of what became of them, and what must not be.
mutations: $(READY)
	@PYTHONPATH=$(FLOODED) $(BIN)/python tests/flood/mutations.py --count $(N)

# Every door for a foreign file is tried for SECONDS: what was accepted, what refused in words, and what crashed.
fuzz: $(READY)
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --require-hashes -r tests/fuzz/atheris.lock
	@PYTHONPATH=$(FUZZED) QT_QPA_PLATFORM=offscreen $(BIN)/python tests/fuzz/fuzz.py --seconds $(SECONDS)

# What no test enters of the core, and of its branches; fails when that is more than 5 % of a part (tests/README.md).
coverage: $(READY)
	@$(call debian,$(TEST_PACKAGES))
	rm -rf build/coverage && mkdir -p build/coverage
	for folder in $(COVERING); do QT_QPA_PLATFORM=offscreen $(BIN)/coverage run -m pytest -q tests/$$folder || exit 1; done
	$(BIN)/coverage combine -q
	@for part in $(COVERED); do echo "== $$part"; $(BIN)/coverage report --include="*/cbc_desktop/$$part/*" || exit 1; done

# 10,000 texts and 1,000 random dossiers through database, record, submission, PDF, workbook and codes, and back.
round-trips: $(READY)
	$(BIN)/python tests/roundtrips/round_trips.py

# ODK Validate comes with pyxform and needs Java: for form owners and developers, not for users.
validate-forms: $(READY)
	$(BIN)/python tests/forms/odk_validate.py forms/*/*.xlsx

format: $(READY)
	$(BIN)/ruff format src tests installer/*.py
	$(BIN)/ruff check --fix src tests installer/*.py

# Renews the code map in ARCHITECTURE.md and the feature table in forms/README.md from the code.
code-map: $(READY)
	$(BIN)/python tests/architecture/code_map.py --write
	$(BIN)/python tests/architecture/feature_table.py --write

# Collects the words of the window for translation and compiles them; cbc_vi.ts has Qt's own words and is kept by hand.
words: $(READY)
	$(BIN)/pyside6-lupdate -extensions py -no-obsolete -locations none -source-language vi -target-language en \
	  src/cbc_desktop/ui -ts resources/translations/cbc_en.ts
	$(BIN)/pyside6-lrelease -silent resources/translations/cbc_en.ts resources/translations/cbc_vi.ts

# Pictures of every page of the window in all colours and both languages, into build/screenshots, to be looked at.
screenshots: $(READY)
	$(BIN)/python tests/ui/screenshots.py

# The pictures in README.md: those of the window, and two pages of the demonstration's document.
pictures: demo
	@$(call debian,poppler-utils)
	$(BIN)/python tests/ui/readme_pictures.py
	pdftoppm -png -r 60 -f 1 -singlefile $(DEMO)/*-lan-1.pdf resources/pictures/cong-van
	pdftoppm -png -r 60 -f 26 -singlefile $(DEMO)/*-lan-1.pdf resources/pictures/bieu

# The pictures in the user guide, and the guide itself in both languages as PDF, into build/guides.
guides: $(READY)
	$(BIN)/python tests/ui/guide_pictures.py
	mkdir -p build/guides
	$(BIN)/cbc-desktop --lang vi guide --out build/guides/huong-dan.pdf
	$(BIN)/cbc-desktop --lang en guide --out build/guides/guide.pdf

# Writes tests/golden/expected anew, the words of every page and the cells of every sheet; look at git diff afterwards.
golden: $(READY)
	$(BIN)/python tests/golden/golden_files.py

# Pictures of the pages of every document, empty, filled in and huge, into build/pages, to be looked at.
pages: $(READY)
	$(BIN)/python tests/golden/page_pictures.py

# Certificates of invented people, good and bad, into build/test-pki, for trying out what verifies signatures.
test-pki: $(READY)
	$(BIN)/python tests/signing/make_pki.py --out build/test-pki

# The table of attacks on a signed document and its package: our verdict, and what pdfsig, mutool and qpdf say.
attacks: $(READY)
	@$(call debian,$(TEST_PACKAGES))
	@PYTHONPATH=tests/signing:tests/package $(BIN)/python tests/attacks/attack_table.py

lock: $(READY)
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --generate-hashes --python-version 3.11 \
	  --no-annotate --no-header -q -o requirements.lock
	$(BIN)/uv pip compile installer/build.in -c requirements.lock --universal --generate-hashes --python-version 3.11 \
	  --no-annotate --no-header -q -o installer/build.lock
	$(BIN)/uv pip compile tests/fuzz/atheris.in -c requirements.lock --universal --generate-hashes --python-version 3.11 \
	  --no-annotate --no-header -q -o tests/fuzz/atheris.lock

clean:
	rm -rf build dist .venv

include installer/installers.mk

$(READY): requirements.lock installer/bootstrap.lock pyproject.toml
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { $(call debian,python3-venv); }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r installer/bootstrap.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@
