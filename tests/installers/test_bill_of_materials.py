"""What lies in a packed folder is named: every library with version and licence, every binary with its digest."""

from __future__ import annotations

import json
import re
import sys
from importlib import import_module
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest

from cbc_desktop import __version__

ROOT = Path(__file__).parent.parent.parent
ELF = b"\x7fELF and more"


@pytest.fixture
def sbom(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "installer"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    return import_module("sbom")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A packed folder with the program, Python and Pillow as it is installed here, and a text that is no binary."""
    wheel(tmp_path, "cbc-desktop", __version__)
    wheel(tmp_path, "pillow", distribution("pillow").version)
    files = (
        "cbc-desktop",
        "_internal/libpython3.11.so.1.0",
        "_internal/PIL/_imaging.so",
        "_internal/pillow.libs/libtiff-0.so.6",
    )
    for name in files:
        binary(tmp_path, name)
    (tmp_path / "_internal" / "note.txt").write_text("no binary")
    return tmp_path


def wheel(folder: Path, name: str, version: str, licence: str = "MIT") -> None:
    about = folder / "_internal" / f"{name}-{version}.dist-info"
    (about / "licenses").mkdir(parents=True)
    lines = (
        "Metadata-Version: 2.4",
        f"Name: {name}",
        f"Version: {version}",
        f"License-Expression: {licence}",
        "Summary: s",
    )
    (about / "METADATA").write_text("\n".join(lines), encoding="utf-8")
    (about / "licenses" / "LICENSE").write_text(f"Licence of {name}", encoding="utf-8")


def binary(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(ELF)


def bill(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / "sbom.cdx.json").read_text(encoding="utf-8"))
    return told


def test_every_library_is_named_with_version_and_licence(sbom: Any, folder: Path) -> None:
    sbom.main(folder)
    told = bill(folder)
    found = {one["name"]: one for one in told["components"]}
    assert told["metadata"]["component"]["purl"] == f"pkg:pypi/cbc-desktop@{__version__}"
    assert found["pillow"]["licenses"] == [{"expression": "MIT"}]
    assert found["Python"]["version"] == sys.version.split()[0]
    assert found["LibTIFF"]["licenses"] == [{"expression": "libtiff"}]
    assert re.fullmatch(r"\d+\.\d+\.\d+", found["LibTIFF"]["version"])


def test_every_binary_has_its_digest_the_program_too_whatever_its_name(sbom: Any, folder: Path) -> None:
    sbom.main(folder)
    digests = {one["name"]: one["hashes"][0]["content"] for one in bill(folder)["components"] if one["type"] == "file"}
    assert {"cbc-desktop", "_internal/pillow.libs/libtiff-0.so.6"} < set(digests)
    assert "_internal/note.txt" not in digests
    assert all(len(digest) == 64 for digest in digests.values())


def test_a_native_library_is_told_to_lie_in_its_wheel_and_its_file(sbom: Any, folder: Path) -> None:
    sbom.main(folder)
    told = bill(folder)
    refs = {one["name"]: one["bom-ref"] for one in told["components"]}
    parts = {one["ref"]: one["dependsOn"] for one in told["dependencies"]}
    assert refs["LibTIFF"] in parts[refs["pillow"]]
    assert parts[refs["LibTIFF"]] == ["file:_internal/pillow.libs/libtiff-0.so.6"]
    assert len(set(refs.values())) == len(told["components"])


def test_each_has_a_section_with_a_text_or_the_place_of_it(sbom: Any, folder: Path) -> None:
    binary(folder, "_internal/libsqlite3.so.0")
    sbom.main(folder)
    parts = re.split(r"={100}\n(.*)\n={100}\n", (folder / "LICENCES.txt").read_text(encoding="utf-8"))
    sections = {heading.partition(":")[0]: text.strip() for heading, text in zip(parts[1::2], parts[2::2], strict=True)}
    assert all(sections.values())
    assert sections[f"cbc-desktop {__version__}"] == "Licence of cbc-desktop"
    assert "In the section of pillow" in next(text for name, text in sections.items() if name.startswith("LibTIFF"))
    assert "May you share freely" in sections["SQLite"]


@pytest.mark.parametrize("name", ["_internal/pillow.libs/libnew-1.so", "_internal/unknown/thing.so"])
def test_nothing_is_packed_of_which_nobody_knows_what_it_is(sbom: Any, folder: Path, name: str) -> None:
    binary(folder, name)
    with pytest.raises(SystemExit, match=name):
        sbom.main(folder)


def test_what_was_looked_up_in_another_version_of_a_wheel_is_looked_up_again(sbom: Any, folder: Path) -> None:
    about = next(folder.glob("_internal/pillow-*/METADATA"))
    about.write_text(re.sub("^Version: .*$", "Version: 99.0", about.read_text(), flags=re.MULTILINE))
    with pytest.raises(SystemExit, match=r"Look again .* pillow"):
        sbom.main(folder)


def test_a_licence_is_told_in_the_words_of_spdx(sbom: Any, folder: Path) -> None:
    wheel(folder, "mau", "1.2", licence="Some licence")
    with pytest.raises(SystemExit, match="mau"):
        sbom.main(folder)


def test_every_text_of_a_licence_is_in_use(sbom: Any) -> None:
    told = (ROOT / "installer" / "native_libraries.toml").read_text(encoding="utf-8")
    texts = {f"installer/licences/{path.name}" for path in (ROOT / "installer" / "licences").iterdir()}
    assert texts == set(re.findall(r'"(installer/licences/[^"]+)"', told))
