"""How the program starts itself once more."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cbc_desktop.base.log import REPLACED, told_fault
from cbc_desktop.base.this_program import this_program, was_replaced


def test_python_looks_for_the_program_only_where_it_is_installed() -> None:
    assert this_program("verify") == [sys.executable, "-P", "-m", "cbc_desktop", "verify"]


def test_a_packed_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert this_program("--signing-child") == [sys.executable, "--signing-child"]


def test_a_program_that_was_replaced_while_it_ran_says_so_instead_of_a_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert not was_replaced()
    (tmp_path / "cbc-desktop").write_bytes(b"the next version")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "cbc-desktop"))
    assert told_fault(tmp_path, ImportError()) == REPLACED
    assert [path.name for path in tmp_path.iterdir()] == ["cbc-desktop"]
