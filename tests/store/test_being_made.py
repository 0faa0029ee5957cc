"""Files that are being made beside others: what a killed program left goes, what a living one makes stays."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

from cbc_desktop.store.being_made import being_made

PREFIX = ".being-"


def begin_and_die(out: str) -> None:
    with being_made(Path(out), PREFIX) as folder:
        (folder / "half").write_bytes(b"...")
        os._exit(9)


def test_what_a_killed_program_left_goes_when_the_next_one_begins(tmp_path: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(target=begin_and_die, args=(str(tmp_path),))
    process.start()
    process.join()
    assert [(folder / "half").exists() for folder in tmp_path.iterdir()] == [True]
    with being_made(tmp_path, PREFIX) as folder:
        assert list(tmp_path.iterdir()) == [folder]
    assert list(tmp_path.iterdir()) == []


def test_what_another_is_making_stays_and_so_does_everything_else(tmp_path: Path) -> None:
    (tmp_path / ".being-12345678").mkdir()
    (tmp_path / "tổng hợp.xlsx").write_bytes(b"")
    with being_made(tmp_path, PREFIX) as one, being_made(tmp_path, PREFIX) as other:
        assert one.is_dir()
        assert one != other
    assert {path.name for path in tmp_path.iterdir()} == {".being-12345678", "tổng hợp.xlsx"}
