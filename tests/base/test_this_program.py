"""How the program starts itself once more."""

from __future__ import annotations

import sys

import pytest

from cbc_desktop.base.this_program import this_program


def test_python_looks_for_the_program_only_where_it_is_installed() -> None:
    assert this_program("verify") == [sys.executable, "-P", "-m", "cbc_desktop", "verify"]


def test_a_packed_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert this_program("--signing-child") == [sys.executable, "--signing-child"]
