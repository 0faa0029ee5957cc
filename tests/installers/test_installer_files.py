"""What installers are made of says the same as the program: kinds of files, commands, versions, licences."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from cbc_desktop import __version__
from cbc_desktop.base.message import ENGLISH, LANGUAGES, VIETNAMESE
from cbc_desktop.cli.command import CommandGroup
from cbc_desktop.cli.commands import COMMANDS
from cbc_desktop.dossier.return_slip import KIND
from cbc_desktop.forms.installing import UPDATE_SUFFIX
from cbc_desktop.package.layout import MIMETYPE, MIMETYPE_CONTENT
from cbc_desktop.store.copy_file import SUFFIX

ROOT = Path(__file__).parent.parent.parent
INSTALLER = ROOT / "installer"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A program of the installers by its name, loaded as they load each other."""
    monkeypatch.syspath_prepend(str(INSTALLER))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    return import_module


def patterns() -> dict[str, list[str]]:
    tree = ElementTree.parse(INSTALLER / "linux" / "cbc-desktop.xml")
    kinds = tree.getroot().findall(f"{MIME}mime-type")
    return {
        kind.attrib["type"]: [
            glob.attrib["pattern"] for glob in kind.findall(f"{MIME}glob") if "weight" not in glob.attrib
        ]
        for kind in kinds
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_has_every_command(module: Any, language: str) -> None:
    page = module("man_page").page(language).replace(r"\-", "-")
    for command in COMMANDS:
        inner = [f" {one.name}" for one in command.commands] if isinstance(command, CommandGroup) else [""]
        assert all(f"\n.SS {command.name}{name}\n" in page for name in inner)
    assert page.startswith(f'.TH CBC-DESKTOP 1 "2026-01-01" "cbc-desktop {__version__}"')


def test_the_manual_tells_what_of_a_command_is_required_optional_and_repeatable(module: Any) -> None:
    page = module("man_page").page(ENGLISH).replace(r"\-", "-")
    assert "\ncbc-desktop update-campaigns [--take] file\n" in page
    assert "\ncbc-desktop remind [--trial] [--address AGENCY ADDRESS]... --out OUT [campaign]\n" in page
    assert "\ncbc-desktop search dossier text [text ...]\n" in page
    assert "[--open FILE]" in page


def test_the_vietnamese_manual_has_vietnamese_headings(module: Any) -> None:
    headings = re.findall(r"^\.SH (.*)$", module("man_page").page(VIETNAMESE), re.MULTILINE)
    assert headings == ["TÊN", "TÓM TẮT", "MÔ TẢ", "TÙY CHỌN", "CÁC LỆNH", "MÃ KẾT THÚC", "CÁC TỆP", "BIẾN MÔI TRƯỜNG"]


def test_files_are_known_by_the_names_that_the_program_gives_them() -> None:
    known = patterns()
    assert known["application/x-cbc-dossier"] == [f"*{SUFFIX}"]
    assert known["application/x-cbc-update"] == [f"*{UPDATE_SUFFIX}"]
    for name in ("837-btttt-cbc-tinh-mau-lan-1.zip", "837-btttt-cbc-tinh-mau-lan-12.zip"):
        assert any(fnmatch(name, pattern) for pattern in known["application/x-cbc-package"])
    assert not any(fnmatch("anh-chup.zip", pattern) for pattern in known["application/x-cbc-package"])
    assert fnmatch("phieu-04-lan-1-0a1b2c3d.json", *known["application/x-cbc-receipt"])


MIMETYPES = {
    "tinh-mau-lan-1.zip": "application/x-cbc-package",
    "phieu-04-lan-1-0a1b2c3d.json": "application/x-cbc-receipt",
    "mau.cbcd": "application/x-cbc-dossier",
    "mau.cbcu": "application/x-cbc-update",
    "anh-chup.zip": "application/zip",
    "khac.json": "application/json",
}
"""What the desktop makes of a file: by its name, and where others have such names too by how it begins."""


def write_samples(folder: Path) -> None:
    for name, kind in (("tinh-mau-lan-1.zip", MIMETYPE_CONTENT), ("anh-chup.zip", b"something else")):
        with ZipFile(folder / name, "w") as archive:
            archive.writestr(MIMETYPE, kind)
    (folder / "phieu-04-lan-1-0a1b2c3d.json").write_text(json.dumps({"kind": KIND}, indent=2))
    (folder / "khac.json").write_text(json.dumps({"kind": "other"}, indent=2))
    for suffix in (SUFFIX, UPDATE_SUFFIX):
        (folder / f"mau{suffix}").write_bytes(b"a file that is not empty")


@pytest.mark.skipif(
    not (shutil.which("gio") and shutil.which("update-mime-database")), reason="no GLib, no list of kinds"
)
def test_desktops_with_glib_know_packages_and_receipts_and_leave_other_files_alone(tmp_path: Path) -> None:
    lists = tmp_path / "share" / "mime" / "packages"
    lists.mkdir(parents=True)
    for path in (Path("/usr/share/mime/packages/freedesktop.org.xml"), INSTALLER / "linux" / "cbc-desktop.xml"):
        shutil.copy(path, lists)
    environment = {"PATH": os.environ["PATH"], "XDG_DATA_DIRS": str(lists.parents[1]), "XDG_DATA_HOME": str(tmp_path)}
    subprocess.run(["update-mime-database", str(lists.parent)], env=environment, check=True, capture_output=True)
    write_samples(tmp_path)
    for name, kind in MIMETYPES.items():
        words = ["gio", "info", "--attributes", "standard::content-type", str(tmp_path / name)]
        told = subprocess.run(words, env=environment, check=True, capture_output=True, text=True).stdout
        assert f"standard::content-type: {kind}\n" in told, name


def offered(entry: str) -> set[str]:
    taken = re.search(r"^MimeType=(.*);$", (INSTALLER / "linux" / entry).read_text(encoding="utf-8"), re.MULTILINE)
    assert taken is not None
    return set(taken[1].split(";"))


def test_the_desktop_entry_and_the_windows_installer_take_the_same_kinds() -> None:
    assert offered("cbc-desktop.desktop") == set(patterns())
    script = (INSTALLER / "windows" / "cbc-desktop.nsi").read_text(encoding="utf-8")
    assert set(re.findall(r'associate "(\.\w+)"', script)) == {SUFFIX, UPDATE_SUFFIX}


def test_what_others_read_too_is_offered_under_open_with_only() -> None:
    """By an entry that stands behind those of all others: the first by name is taken where nobody chose one."""
    assert offered("zz-cbc-desktop-open.desktop") == {"application/zip", "application/json", "application/pdf"}
    script = (INSTALLER / "windows" / "cbc-desktop.nsi").read_text(encoding="utf-8")
    assert {".zip", ".json", ".pdf"} <= set(re.findall(r'SupportedTypes" "(\.\w+)"', script))


def test_what_packs_is_pinned_with_hashes_and_fits_what_is_packed() -> None:
    pinned = [_pinned(ROOT / path) for path in ("requirements.lock", "installer/build.lock")]
    program, packing = pinned
    assert {name: version for name, version in packing.items() if program.get(name, version) != version} == {}
    assert "pyinstaller" in packing


def _pinned(path: Path) -> dict[str, str]:
    """Versions by name; each entry of the file has hashes."""
    entries = re.split(r"^(?=[a-z0-9])", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in entry for entry in entries)
    return dict(entry.split(maxsplit=1)[0].split("==") for entry in entries)


def test_of_the_system_only_what_was_tested_is_packed(module: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    needed = module("bundle_contents").needed
    entries = [
        ("libsqlite3.so.0", "/usr/lib/x86_64-linux-gnu/libsqlite3.so.0", "BINARY"),
        ("libssl.so.3", "/usr/lib/x86_64-linux-gnu/libssl.so.3", "BINARY"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/venv/PySide6/libqxcb.so", "BINARY"),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", "/venv/PySide6/libqeglfs.so", "BINARY"),
        ("PySide6/Qt/translations/qtbase_de.qm", "/venv/PySide6/qtbase_de.qm", "DATA"),
        ("pikepdf/_core/_page.pyi", "/venv/pikepdf/_core/_page.pyi", "DATA"),
    ]
    assert [to for to, _, _ in needed(entries)] == ["libsqlite3.so.0", "PySide6/Qt/plugins/platforms/libqxcb.so"]
