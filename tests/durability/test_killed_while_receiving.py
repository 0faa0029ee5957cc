"""The program is killed while it receives: what was taken in is there, and the rest is taken in the next time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from cbc_desktop.base.clock import SystemClock
from cbc_desktop.store.received.received_store import ReceivedStore

FILES = 40
SOME_SET_ASIDE = 2
"""`receive` exits so when a file of the folder was set aside; here none is a package."""


def command(home: Path, folder: Path) -> list[str]:
    return [sys.executable, "-m", "cbc_desktop", "--home", str(home), "receive", str(folder), "--jobs", "1"]


def kept(home: Path) -> set[str]:
    store = ReceivedStore.open(home, SystemClock())
    with store.database:
        return {arrival.name for arrival in store.arrivals.without_campaign()}


def test_nothing_that_was_told_is_lost_and_nothing_is_there_twice(nobodys_data: Path, tmp_path: Path) -> None:
    for number in range(FILES):
        (tmp_path / f"{number:02}.zip").write_bytes(b"PK\x03\x04" + bytes([number]) * 1000)
    with subprocess.Popen(command(nobodys_data, tmp_path), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = {process.stdout.readline().split()[1].rstrip(":") for _ in range(3)}
        process.kill()
    assert told <= kept(nobodys_data)
    before = len(kept(nobodys_data))
    done = subprocess.run(command(nobodys_data, tmp_path), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (SOME_SET_ASIDE, "")
    assert f"{FILES - before} tệp mới" in done.stdout
    assert len(kept(nobodys_data)) == FILES
