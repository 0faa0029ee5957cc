"""What SECURITY.md, PRIVACY.md and the README say is shown by a test or done by a command, is there."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from written_parts import ROOT

from cbc_desktop.cli.command import Command
from cbc_desktop.cli.commands import COMMANDS

DOCUMENTS = ("SECURITY.md", "PRIVACY.md")
QUOTED = re.compile(r"`([^`]+)`")
LEAST_TESTS = 5
"""A document of claims that names fewer proves nothing."""


@cache
def functions_in(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def commands() -> set[str]:
    made: set[str] = set()
    for one in COMMANDS:
        below = () if isinstance(one, Command) else one.commands
        made |= {one.name, *(f"{one.name} {command.name}" for command in below)}
    return made


def is_there(claim: str) -> bool:
    if claim.startswith("tests/"):
        path, _, name = claim.partition("::")
        return (ROOT / path).exists() and (not name or name in functions_in(ROOT / path))
    if claim.startswith("make "):
        return bool(re.search(rf"^{claim.split()[1]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    name = claim.removeprefix("cbc-desktop ")
    return name.startswith("--") or any(name == known or name.startswith(f"{known} ") for known in commands())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_claim_names_is_there(document: str) -> None:
    quoted = QUOTED.findall((ROOT / document).read_text(encoding="utf-8"))
    claims = [text for text in quoted if text.startswith(("tests/", "make ", "cbc-desktop "))]
    assert len([claim for claim in claims if "::" in claim]) >= LEAST_TESTS
    assert [claim for claim in claims if not is_there(claim)] == []
