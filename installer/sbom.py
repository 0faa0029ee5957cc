"""Tells what is in a packed folder: sbom.cdx.json (CycloneDX 1.6) and LICENCES.txt, beside the program.

Both are made from the folder itself and from the Python that packed it, so they name what is there and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from packed_libraries import PROGRAM, Library, Packed

_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)


def main(folder: Path) -> None:
    packed = Packed(folder)
    bill = _bill(packed)
    content = json.dumps(bill, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (folder / "sbom.cdx.json").write_text(content, encoding="utf-8", newline="\n")
    (folder / "LICENCES.txt").write_text(_licences(packed), encoding="utf-8", newline="\n")
    print(f"{len(bill['components'])} components in sbom.cdx.json")


def _bill(packed: Packed) -> dict[str, Any]:
    program = _component(next(one for one in packed.wheels if one.name == PROGRAM)) | {"type": "application"}
    libraries = [_component(one) for one in _libraries(packed)]
    files = [_file(name, packed.folder) for name in packed.binaries]
    moment = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    known = json.dumps([program, libraries, files], sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, known)}",
        "version": 1,
        "metadata": {"timestamp": moment.isoformat(), "component": program},
        "components": [*libraries, *files],
        "dependencies": [{"ref": ref, "dependsOn": sorted(parts)} for ref, parts in sorted(_parts(packed).items())],
    }


def _libraries(packed: Packed) -> list[Library]:
    return [*(one for one in packed.wheels if one.name != PROGRAM), *packed.natives]


def _parts(packed: Packed) -> dict[str, set[str]]:
    """What each is made of: the program of libraries, a wheel of the native ones in it, and all of files."""
    refs = {one.name: one.ref for one in packed.wheels}
    parts: dict[str, set[str]] = {refs[PROGRAM]: {one.ref for one in _libraries(packed)}}
    for library in packed.natives:
        if library.wheel:
            parts.setdefault(refs[library.wheel.split()[0]], set()).add(library.ref)
    for name, libraries in packed.binaries.items():
        for library in libraries:
            parts.setdefault(library.ref, set()).add(f"file:{name}")
    return parts


def _component(one: Library) -> dict[str, Any]:
    about = {"type": "library", "bom-ref": one.ref, "purl": one.purl, "name": one.name, "version": one.version}
    return about | {"licenses": [{"expression": one.licence}]} | ({"description": one.summary} if one.summary else {})


def _file(name: str, folder: Path) -> dict[str, Any]:
    digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    return {"type": "file", "bom-ref": f"file:{name}", "name": name, "hashes": [{"alg": "SHA-256", "content": digest}]}


def _licences(packed: Packed) -> str:
    """A section for each: the texts that it brings, or where they stand; those that none brings come at the end."""
    libraries = [*packed.wheels, *packed.natives]
    shared = sorted({path for one in libraries for path in one.texts}, key=lambda path: path.stem)
    sections = [_section(f"{one.name} {one.version}: {one.licence}", list(_told(one))) for one in libraries]
    return "\n".join([*sections, *(_section(_heading(path), [_text(path)]) for path in shared)])


def _told(one: Library) -> Iterator[str]:
    yield from dict.fromkeys(map(_text, _brought(one)))
    if one.texts:
        yield f"At the end of this file: {', '.join(map(_heading, one.texts))}."
    elif one.wheel:
        yield f"In the section of {one.wheel}, in which it lies."


def _brought(one: Library) -> list[Path]:
    if one.name == "Python":
        places = (Path(os.__file__).parent, Path(sys.base_prefix))
        return [path for place in places if (path := place / "LICENSE.txt").is_file()][:1]
    if one.metadata is None:
        return []
    nested = [file for file in sorted((one.metadata / "licenses").rglob("*")) if file.is_file()]
    return nested or [
        file for file in sorted(one.metadata.rglob("*")) if file.is_file() and _LICENCE_FILE.search(file.name)
    ]


def _heading(path: Path) -> str:
    return "Apache-2.0" if path.name == "LICENSE" else path.stem


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").strip()


def _section(heading: str, texts: list[str]) -> str:
    if not any(texts):
        sys.exit(f"native_libraries.toml has to tell the text of the licence of {heading}")
    return "\n\n".join([f"{'=' * 100}\n{heading}\n{'=' * 100}", *texts]) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
