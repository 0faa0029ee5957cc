# Installers, each by one command: see installer/README.md. Everything is made below build/packing and lands in dist/.

PACKING := build/packing
PACKED := $(PACKING)/dist/cbc-desktop
VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
DEB := dist/cbc-desktop_$(VERSION)_$(shell dpkg --print-architecture 2>/dev/null).deb
# The moment that everything packed bears: that of the last change, so that the same source gives the same bytes.
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)
export SOURCE_DATE_EPOCH
REPRODUCIBLY := PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 TZ=UTC LC_ALL=C.UTF-8

DEB_PACKAGES := dpkg-dev fakeroot desktop-file-utils
WINDOWS_PACKAGES := debootstrap gcc-mingw-w64-x86-64-win32 iproute2 nsis zip unzip
DEB_TEST_PACKAGES := debootstrap lintian xvfb

.PHONY: folder bare-folder deb deb-test windows windows-test icons audit

$(PACKING)/.ready: requirements.lock installer/build.lock | $(READY)
	@$(call debian,binutils patchelf)
	$(PYTHON) -m venv --clear $(PACKING)/venv
	$(BIN)/uv pip install --quiet --python $(PACKING)/venv/bin/python --require-hashes -r requirements.lock -r installer/build.lock
	@touch $@

# The packed program as a folder, which runs where it lies.
folder: $(PACKING)/.ready
	$(BIN)/uv pip install --quiet --python $(PACKING)/venv/bin/python --no-deps --no-build-isolation --reinstall .
	rm -rf $(PACKING)/work $(PACKED)
	$(REPRODUCIBLY) $(PACKING)/venv/bin/pyinstaller --noconfirm --log-level ERROR --distpath $(PACKING)/dist --workpath $(PACKING)/work \
	  installer/cbc-desktop.spec
	bash installer/tidy_binaries.sh $(PACKED)
	$(PACKING)/venv/bin/python installer/sbom.py $(PACKED)

# The floor of `make bench`: a packed window with nothing in it, by the same rules.
bare-folder: $(PACKING)/.ready
	$(PACKING)/venv/bin/pyinstaller --noconfirm --log-level ERROR --distpath $(PACKING)/dist --workpath $(PACKING)/work \
	  installer/bare-window.spec
	bash installer/tidy_binaries.sh $(PACKING)/dist/bare-window

deb: folder
	@$(call debian,$(DEB_PACKAGES))
	$(REPRODUCIBLY) $(PACKING)/venv/bin/python installer/debian_package.py $(PACKED) dist

# Installs the package in a clean Debian root without a network, starts it, has it test itself, and removes it.
deb-test:
	@$(call debian,$(DEB_TEST_PACKAGES))
	bash installer/deb_test.sh $(DEB)

# Packs for Windows under Wine, has it test itself there, and makes the installer and the portable folder; as root.
windows: $(READY)
	@$(call debian,$(WINDOWS_PACKAGES))
	bash installer/windows/build_in_wine.sh $(VERSION)

# Installs under Wine without a network, has the program test itself, installs over it, and removes it; as root.
windows-test:
	bash installer/windows/installer_test.sh dist/cbc-desktop_$(VERSION)_win64.exe

# Draws the icon of the program anew from resources/icons/cbc-desktop.svg.
icons: $(READY)
	$(BIN)/python installer/draw_icons.py

# Known vulnerabilities of all that is pinned, as the public list has them now.
audit: $(READY)
	$(BIN)/uv tool run pip-audit --strict --disable-pip --require-hashes -r requirements.lock
	$(BIN)/uv tool run pip-audit --strict --disable-pip --require-hashes -r installer/build.lock
