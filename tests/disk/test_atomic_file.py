"""Full, read-only and forbidden disks, and a program that is killed: the old file stays whole, and people are told."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.errors import UserFacingError

LINUX_ONLY = pytest.mark.skipif(sys.platform != "linux", reason="mounts and users of Linux")


def tmpfs(folder: Path, options: str) -> Iterator[Path]:
    """A small disk of its own, where this machine lets us mount one."""
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no disk may be mounted here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    yield from tmpfs(tmp_path / "small", "size=64k")


@pytest.fixture
def read_only_disk(tmp_path: Path) -> Iterator[Path]:
    yield from tmpfs(tmp_path / "read-only", "size=64k,ro")


def leftovers(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@LINUX_ONLY
def test_on_a_full_disk_the_old_file_stays_whole_and_the_person_is_told_to_free_space(small_disk: Path) -> None:
    target = small_disk / "goi.zip"
    write_atomically(target, b"old")
    with pytest.raises(UserFacingError) as refused:
        write_atomically(target, b"new" * 100_000)
    assert "đã đầy" in refused.value.message.vi
    assert str(target) in refused.value.message.vi
    assert target.read_bytes() == b"old"
    assert leftovers(small_disk) == {"goi.zip"}


@LINUX_ONLY
def test_after_space_is_freed_the_same_file_can_be_written(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 60_000)
    with pytest.raises(UserFacingError, match="full"):
        write_atomically(small_disk / "goi.zip", b"x" * 30_000)
    ballast.unlink()
    write_atomically(small_disk / "goi.zip", b"x" * 30_000)
    assert (small_disk / "goi.zip").stat().st_size == 30_000


@LINUX_ONLY
def test_on_a_read_only_disk_the_person_is_told_to_choose_another_folder(read_only_disk: Path) -> None:
    with pytest.raises(UserFacingError) as refused:
        write_atomically(read_only_disk / "goi.zip", b"new")
    assert "không có quyền ghi" in refused.value.message.vi
    assert leftovers(read_only_disk) == set()


@pytest.fixture
def folder_of_somebody_else() -> Iterator[Path]:
    """Readable by all, for nobody to write; not in ``tmp_path``, which an ordinary user may not enter."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o555)
        yield Path(name)


@LINUX_ONLY
def test_in_a_folder_of_somebody_else_the_person_is_told_to_choose_another_folder(
    folder_of_somebody_else: Path,
) -> None:
    target = folder_of_somebody_else / "goi.zip"
    answer = as_an_ordinary_user(f"""
        from cbc_desktop.base.errors import UserFacingError
        try:
            write_atomically(Path({str(target)!r}), b"new")
        except UserFacingError as error:
            print(error)
    """)
    assert "writing there is not permitted" in answer
    assert leftovers(folder_of_somebody_else) == set()


def as_an_ordinary_user(program: str) -> str:
    """What a child process prints that is not root; everything is imported before root is left."""
    become_nobody = "import os; os.setgid(65534); os.setuid(65534)" if os.getuid() == 0 else ""
    return child(f"{become_nobody}\n{dedented(program)}").stdout


def child(program: str) -> subprocess.CompletedProcess[str]:
    opening = "import os, signal\nfrom pathlib import Path\nfrom cbc_desktop.base.atomic_file import write_atomically\n"
    return subprocess.run(
        [sys.executable, "-c", opening + program], capture_output=True, text=True, check=False, timeout=60
    )


def dedented(program: str) -> str:
    return "\n".join(line.removeprefix(" " * 8) for line in program.splitlines())


KILLED_AT = {
    "before the content is written": "os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)",
    "before the rename": "Path.replace = lambda self, target: os.kill(os.getpid(), signal.SIGKILL)",
}


@LINUX_ONLY
@pytest.mark.parametrize("moment", KILLED_AT)
def test_a_program_that_is_killed_leaves_the_old_file_whole(moment: str, tmp_path: Path) -> None:
    target = tmp_path / "goi.zip"
    write_atomically(target, b"old")
    killed = child(f"{KILLED_AT[moment]}\nwrite_atomically(Path({str(target)!r}), b'new' * 1000)\nprint('survived')")
    assert killed.returncode < 0
    assert killed.stdout == ""
    assert target.read_bytes() == b"old"
    write_atomically(target, b"next")
    assert target.read_bytes() == b"next"


@LINUX_ONLY
def test_a_program_that_is_killed_after_the_rename_leaves_the_new_file_whole(tmp_path: Path) -> None:
    target = tmp_path / "goi.zip"
    write_atomically(target, b"old")
    killed = child(f"""
import cbc_desktop.base.atomic_file as atomic_file
atomic_file.flush_folder = lambda folder: os.kill(os.getpid(), signal.SIGKILL)
write_atomically(Path({str(target)!r}), b'new' * 1000)
""")
    assert killed.returncode < 0
    assert target.read_bytes() == b"new" * 1000
    assert leftovers(tmp_path) == {"goi.zip"}


def test_a_folder_is_not_overwritten_by_a_file(tmp_path: Path) -> None:
    (tmp_path / "goi.zip").mkdir()
    (tmp_path / "goi.zip" / "kept").touch()
    with pytest.raises(UserFacingError) as refused:
        write_atomically(tmp_path / "goi.zip", b"new")
    assert str(tmp_path / "goi.zip") in refused.value.message.vi
    assert leftovers(tmp_path) == {"goi.zip"}
    assert leftovers(tmp_path / "goi.zip") == {"kept"}


def test_a_file_is_not_taken_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(UserFacingError):
        write_atomically(tmp_path / "file" / "goi.zip", b"new")
    assert (tmp_path / "file").read_bytes() == b"old"


def test_missing_folders_are_made(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a" / "b" / "goi.zip", b"new")
    assert (tmp_path / "a" / "b" / "goi.zip").read_bytes() == b"new"


@LINUX_ONLY
def test_a_private_file_is_for_its_owner_and_one_that_is_handed_over_for_all_whom_the_umask_allows(
    tmp_path: Path,
) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "private", b"")
        write_atomically(tmp_path / "handed-over", b"", private=False)
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {"private": 0o600, "handed-over": 0o640}


def test_a_name_as_long_as_the_disk_takes_is_written(tmp_path: Path) -> None:
    write_atomically(tmp_path / ("a" * 255), b"new")
    assert leftovers(tmp_path) == {"a" * 255}


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "đã đầy"), (errno.EACCES, "không có quyền"), (errno.EIO, "Không ghi được")]
)
def test_whatever_the_disk_says_is_said_in_vietnamese_and_leaves_nothing_behind(
    number: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UserFacingError) as refused:
        write_atomically(tmp_path / "goi.zip", b"new")
    assert said in refused.value.message.vi
    assert "không bị mất" in refused.value.message.vi
    assert leftovers(tmp_path) == set()


@LINUX_ONLY
@pytest.mark.parametrize(("number", "written"), [(errno.EINVAL, True), (errno.EIO, False)])
def test_a_network_folder_that_cannot_be_flushed_is_no_failure_but_a_broken_disk_is(
    number: int, written: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = os.fsync

    def flush_files_only(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, os.strerror(number))
        flush(handle)

    monkeypatch.setattr(os, "fsync", flush_files_only)
    if written:
        write_atomically(tmp_path / "goi.zip", b"new")
        assert (tmp_path / "goi.zip").read_bytes() == b"new"
    else:
        with pytest.raises(UserFacingError):
            write_atomically(tmp_path / "goi.zip", b"new")


@settings(max_examples=30, deadline=None)
@given(contents=st.lists(st.binary(max_size=5000), min_size=1, max_size=5))
def test_the_last_content_written_is_the_content_read(
    contents: list[bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    target = tmp_path_factory.mktemp("disk") / "goi.zip"
    for content in contents:
        write_atomically(target, content)
    assert target.read_bytes() == contents[-1]
    assert leftovers(target.parent) == {"goi.zip"}
