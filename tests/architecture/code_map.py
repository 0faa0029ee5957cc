"""The code map of ARCHITECTURE.md, from the first paragraphs of the modules; `--write` renews it (`make code-map`)."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from written_parts import ROOT, WrittenPart

SOURCE = ROOT / "src" / "cbc_desktop"
PART = WrittenPart(ROOT / "ARCHITECTURE.md", "code map")
FLOORS = (
    "base",
    "xpath",
    "forms",
    "engine",
    "dossier",
    "store",
    "documents",
    "signing",
    "package",
    "filling",
    "exporting",
    "receiving",
    "workbench",
    "cli",
    "ui",
)


def first_sentence(path: Path) -> str:
    """The first paragraph of the module's docstring, on one line."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(text.split("\n\n")[0].split())


def code_map() -> str:
    return "\n".join([*_top(), *(line for floor in FLOORS for line in _room(SOURCE / floor))]) + "\n"


def _top() -> Iterator[str]:
    for path in sorted(SOURCE.glob("*.py")):
        yield f"- `{path.name}` – {first_sentence(path)}"


def _room(folder: Path) -> Iterator[str]:
    yield ""
    yield f"**`{folder.relative_to(SOURCE)}/`** – {first_sentence(folder / '__init__.py')}"
    yield ""
    for path in sorted(folder.rglob("*.py")):
        if path != folder / "__init__.py":
            yield f"- `{path.relative_to(folder)}` – {first_sentence(path)}"


if __name__ == "__main__" and "--write" in sys.argv:
    PART.write(code_map())
