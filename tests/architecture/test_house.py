"""The house stays as ARCHITECTURE.md draws it."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import code_map
import feature_table
from code_map import SOURCE, first_sentence
from written_parts import ROOT

TOP_LEVEL_FOLDERS = {"src", "resources", "forms", "tests", "installer"}


def test_floors_and_doors_are_kept() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_code_map_is_that_of_the_code() -> None:
    assert code_map.PART.read() == code_map.code_map(), "renew it: make code-map"


def test_the_feature_table_is_that_of_the_code() -> None:
    assert feature_table.PART.read() == feature_table.feature_table(), "renew it: make code-map"


def test_every_module_says_in_one_sentence_what_it_is_for() -> None:
    assert [path for path in SOURCE.rglob("*.py") if not first_sentence(path)] == []


def test_scripts_beside_the_tests_use_what_there_is() -> None:
    """Nobody runs the benches and the makers of pictures every day."""
    scripts = [path for path in (ROOT / "tests").rglob("*.py") if not path.name.startswith("test_")]
    assert [told for path in scripts for told in _imported_but_missing(path)] == []


def _imported_but_missing(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cbc_desktop"):
            missing = [name.name for name in node.names if not _is_there(node.module or "", name.name)]
            yield from (f"{path.relative_to(ROOT)}: {node.module}.{name}" for name in missing)


def _is_there(module: str, name: str) -> bool:
    try:
        return hasattr(import_module(module), name) or bool(import_module(f"{module}.{name}"))
    except ModuleNotFoundError:
        return False


def test_no_further_folder_at_the_top() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    folders = {name.split("/")[0] for name in tracked if "/" in name}
    assert {folder for folder in folders if not folder.startswith(".")} <= TOP_LEVEL_FOLDERS


def test_modules_beside_the_tests_have_names_of_their_own() -> None:
    """They are imported by their bare names, whichever folder pytest came to first."""
    names = [path.name for path in (ROOT / "tests").rglob("*.py") if path.name not in ("conftest.py", "__init__.py")]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []
