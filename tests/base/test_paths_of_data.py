"""Where a person's data lie."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cbc_desktop.base.paths import PORTABLE_DATA, default_home


@pytest.fixture
def packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a packed program, whose person has chosen nothing."""
    monkeypatch.delenv("CBC_DESKTOP_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "cbc" / "cbc-desktop"))
    (tmp_path / "cbc").mkdir()
    return tmp_path / "cbc"


def test_a_packed_program_keeps_data_where_the_system_has_them(packed: Path) -> None:
    assert default_home().parent != packed


def test_a_portable_program_keeps_data_beside_itself(packed: Path) -> None:
    (packed / PORTABLE_DATA).mkdir()
    assert default_home() == packed / PORTABLE_DATA


def test_what_a_person_chose_goes_first(packed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (packed / PORTABLE_DATA).mkdir()
    monkeypatch.setenv("CBC_DESKTOP_HOME", str(packed.parent / "own"))
    assert default_home() == packed.parent / "own"
