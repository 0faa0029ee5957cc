"""Tells what is in a packed folder: sbom.cdx.json (CycloneDX 1.6) and LICENCES.txt, beside the program.

Both are made from the folder itself and from the Python that packed it, so they name what is there and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sqlite3
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

LICENCES = Path(__file__).parent / "licences"
_BINARY = re.compile(r"\.(so(\.\d+)*|dll|pyd|exe)$")
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_SPDX_OF = {
    "Apache 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD license (see license.txt for details), Copyright (c) 2000-2025, ReportLab Inc.": "BSD-3-Clause",
    "PSFL": "PSF-2.0",
    "GPLv2-or-later with a special exception which allows to use PyInstaller to build and distribute non-free programs "
    "(including commercial ones)": "GPL-2.0-or-later WITH Bootloader-exception",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
}
"""What some projects call their licence, in SPDX's words."""


def main(folder: Path) -> None:
    packages = sorted(_packages(folder), key=lambda one: str(one[0]["Name"]).lower())
    ours = next(about for about, _ in packages if about["Name"] == "cbc-desktop")
    others = [(about, path) for about, path in packages if about is not ours]
    bill = _bill(_python_package(ours), [*map(_python_package, (about for about, _ in others)), *_beside()], folder)
    content = json.dumps(bill, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (folder / "sbom.cdx.json").write_text(content, encoding="utf-8", newline="\n")
    (folder / "LICENCES.txt").write_text(_licences(packages), encoding="utf-8", newline="\n")
    print(f"{len(bill['components'])} components in sbom.cdx.json")


def _packages(folder: Path) -> Iterator[tuple[Message, Path]]:
    for path in folder.rglob("*.dist-info/METADATA"):
        yield HeaderParser().parsestr(path.read_text(encoding="utf-8")), path.parent


def _python_package(about: Message) -> dict[str, Any]:
    name = re.sub(r"[-_.]+", "-", about["Name"]).lower()
    purl = f"pkg:pypi/{name}@{about['Version']}"
    component = {"type": "library", "bom-ref": purl, "purl": purl, "name": about["Name"], "version": about["Version"]}
    return component | {"description": about["Summary"], "licenses": _licence_of(about)}


def _licence_of(about: Message) -> list[dict[str, Any]]:
    said = about["License-Expression"] or str(about["License"] or "").strip().partition("\n")[0]
    said = _SPDX_OF.get(said, said)
    if re.fullmatch(r"[\w.+-]+( (AND|OR|WITH) [\w.+-]+)*", said):
        return [{"expression": said}]
    classified = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier", []) if line.startswith("License")]
    return [{"license": {"name": said or ", ".join(classified)}}]


def _beside() -> Iterator[dict[str, Any]]:
    """What no metadata tell of."""
    from cryptography.hazmat.backends.openssl import backend
    from fontTools.ttLib import TTFont

    font = TTFont(Path(__file__).parent.parent / "resources" / "fonts" / "LiberationSerif-Regular.ttf")
    found = (
        ("Python", ".".join(map(str, sys.version_info[:3])), "PSF-2.0"),
        ("SQLite", sqlite3.sqlite_version, "blessing"),
        ("OpenSSL", backend.openssl_version_text().split()[1], "Apache-2.0"),
        ("Liberation Fonts", font["name"].getDebugName(5).removeprefix("Version "), "OFL-1.1"),
    )
    for name, version, licence in found:
        reference = f"pkg:generic/{name.lower().replace(' ', '-')}@{version}"
        component = {"type": "library", "bom-ref": reference, "purl": reference, "name": name, "version": version}
        yield component | {"licenses": [{"license": {"id": licence}}]}


def _bill(program: dict[str, Any], libraries: list[dict[str, Any]], folder: Path) -> dict[str, Any]:
    files = [_file(path, folder) for path in sorted(folder.rglob("*")) if _is_binary(path)]
    moment = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    known = json.dumps([program, libraries, files], sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, known)}",
        "version": 1,
        "metadata": {"timestamp": moment.isoformat(), "component": program | {"type": "application"}},
        "components": [*libraries, *files],
        "dependencies": [{"ref": program["bom-ref"], "dependsOn": [one["bom-ref"] for one in libraries]}],
    }


def _is_binary(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and bool(_BINARY.search(path.name))


def _file(path: Path, folder: Path) -> dict[str, Any]:
    name = path.relative_to(folder).as_posix()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {"type": "file", "bom-ref": f"file:{name}", "name": name, "hashes": [{"alg": "SHA-256", "content": digest}]}


def _licences(packages: list[tuple[Message, Path]]) -> str:
    """A heading and the texts of each; those that come without one are under one of ``installer/licences``."""
    python = [Path(place) / "LICENSE.txt" for place in (Path(os.__file__).parent, sys.base_prefix)]
    parts = [_part(f"Python {sys.version.split()[0]}", [path for path in python if path.is_file()][:1])]
    for about, path in packages:
        texts = [file for file in sorted(path.rglob("*")) if file.is_file() and _LICENCE_FILE.search(str(file.name))]
        nested = [file for file in sorted((path / "licenses").rglob("*")) if file.is_file()]
        (expression, *_) = _licence_of(about)
        licence = expression.get("expression") or expression["license"]["name"]
        parts.append(_part(f"{about['Name']} {about['Version']}: {licence}", nested or texts))
    parts += [_part(path.stem, [path]) for path in sorted(LICENCES.glob("*.txt"))]
    return "\n".join(parts)


def _part(heading: str, texts: list[Path]) -> str:
    told = [path.read_text(encoding="utf-8", errors="replace").strip() for path in texts]
    return "\n\n".join([f"{'=' * 100}\n{heading}\n{'=' * 100}", *dict.fromkeys(told)]) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
