"""What administrators run after installing: the program tries itself out and leaves nothing behind."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from command_line import Command

from cbc_desktop import office


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program makes temporary folders."""
    folder = tmp_path / "tam"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.mark.slow
def test_it_does_the_whole_work_opens_the_window_and_leaves_nothing(cbc: Command, temporary: Path) -> None:
    said = cbc("self-test", "--window", lang="en")
    assert (said.code, said.err) == (0, "")
    times = [line.split()[0] for line in said.out.splitlines()[1:-1]]
    assert len(times) == 9
    assert all(float(seconds) >= 0 for seconds in times)
    assert said.out.endswith("The program works on this computer.\n")
    assert list(temporary.iterdir()) == []


def test_it_says_which_step_failed_and_still_leaves_nothing(
    cbc: Command, temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "shipped_forms", lambda: tmp_path / "không có biểu mẫu")
    said = cbc("self-test")
    assert said.code == 1
    assert said.out.splitlines()[1].split(maxsplit=1) == ["HỎNG", "Đọc các biểu mẫu"]
    assert list(temporary.iterdir()) == []
