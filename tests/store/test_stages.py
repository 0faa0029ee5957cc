"""Files that are being made somewhere: gone when it fails, and gone at the next start when the program was killed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.store.staging import NOTES, Stages
from cbc_desktop.store.temporary import FOLDER, own_temporary_files

KILLED = """
import os, signal, sys
from pathlib import Path
from cbc_desktop.store.staging import Stages
with Stages(Path(sys.argv[1])).staged(Path(sys.argv[2])) as stage:
    (stage.folder / "goi.zip").write_bytes(b"half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    return tmp_path / "usb"


@pytest.fixture
def killed(tmp_path: Path, usb: Path) -> Stages:
    """Of a program that was killed while it wrote onto the stick."""
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "home"), str(usb)], check=False)
    assert len(list(usb.glob(".*/goi.zip"))) == 1
    return Stages(tmp_path / "home")


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def notes(stages: Stages) -> list[str]:
    return names_in(stages.home / NOTES)


def test_what_was_being_written_is_removed_at_the_next_start_wherever_it_is(killed: Stages, usb: Path) -> None:
    (usb / ".cbc-cua-toi").mkdir()
    killed.remove_left()
    assert names_in(usb) == [".cbc-cua-toi"]
    assert notes(killed) == []


def test_a_stick_that_is_not_there_is_cleared_when_it_is_there_again(killed: Stages, usb: Path) -> None:
    usb.rename(usb.with_name("elsewhere"))
    killed.remove_left()
    assert len(notes(killed)) == 1
    usb.with_name("elsewhere").rename(usb)
    killed.remove_left()
    assert names_in(usb) == notes(killed) == []


def test_a_link_in_the_place_of_a_stage_is_not_followed(killed: Stages, usb: Path, tmp_path: Path) -> None:
    (stage,) = usb.iterdir()
    stage.rename(tmp_path / "mine")
    stage.symlink_to(tmp_path / "mine")
    killed.remove_left()
    assert names_in(tmp_path / "mine") == ["goi.zip"]


@pytest.mark.parametrize("damaged", [b"", b"\xff\xfe", b"/mnt\0/.cbc-00000000", b"/" + b"x" * 300 + b"/.cbc-00000000"])
def test_a_note_that_is_damaged_or_leads_nowhere_does_not_stop_the_start(
    damaged: bytes, killed: Stages, usb: Path
) -> None:
    (killed.home / NOTES / ".cbc-00000000").write_bytes(damaged)
    killed.remove_left()
    assert names_in(usb) == []


def test_a_folder_whose_name_is_no_utf_8_is_written_into_like_any_other(tmp_path: Path) -> None:
    stages, folder = Stages(tmp_path / "home"), tmp_path / os.fsdecode(b"th\xe1ng 3")
    with stages.staged(folder) as stage:
        (stage.folder / "goi.zip").write_bytes(b"whole")
    assert names_in(folder) == ["goi.zip"]


def test_what_a_disk_did_not_let_go_is_removed_the_next_time(
    killed: Stages, usb: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as refusing:
        refusing.setattr(shutil, "rmtree", lambda path, ignore_errors: None)
        killed.remove_left()
    killed.remove_left()
    assert names_in(usb) == notes(killed) == []


def test_nothing_is_noted_once_it_is_done_or_refused(tmp_path: Path, usb: Path) -> None:
    stages = Stages(tmp_path / "home")
    with stages.staged(usb) as stage:
        (stage.folder / "goi.zip").write_bytes(b"whole")
    assert names_in(usb) == ["goi.zip"]
    with pytest.raises(UserFacingError), stages.staged(usb / "goi.zip"):
        pass
    assert notes(stages) == []


def test_libraries_put_their_files_into_the_persons_own_folder_which_is_emptied(tmp_path: Path) -> None:
    before = tempfile.gettempdir()
    with own_temporary_files(tmp_path):
        Path(tempfile.mkstemp()[1]).write_bytes(b"answers")
        folder = Path(tempfile.gettempdir())
        with own_temporary_files(tmp_path / "of another office"):
            assert Path(tempfile.gettempdir()) == folder
    assert (tempfile.gettempdir(), folder.exists(), folder.parent) == (before, False, tmp_path)


def test_a_folder_of_the_system_is_not_taken_for_the_persons_own_whatever_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / FOLDER))
    with own_temporary_files(tmp_path / "home"):
        assert Path(tempfile.gettempdir()).parent == tmp_path / "home"
    assert Path(tempfile.gettempdir()).parent == tmp_path
