"""Where a database may lie."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from cbc_desktop.store.places import filesystem_type, is_network_type, on_network_share

MOUNTS = """\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:40 / /home rw,relatime shared:1 - ext4 /dev/vdb rw
41 30 0:51 / /home/lan/Department\\040share rw,relatime - cifs //server/share rw
42 30 0:52 / /home/lan/server rw - fuse.sshfs lan@server: rw
43 22 0:53 / /media/usb rw shared:2 - fuseblk /dev/sdb1 rw
44 22 0:54 / /mnt/old rw - ext4 /dev/sdc1 rw
45 44 0:55 / /mnt/old rw - nfs4 server:/old rw
"""


@pytest.mark.parametrize(
    ("path", "filesystem"),
    [
        ("/home/lan/answers", "ext4"),
        ("/home/lan/Department share/answers", "cifs"),
        ("/home/lan/Department shares", "ext4"),
        ("/home/lan/server", "fuse.sshfs"),
        ("/media/usb/cbc", "fuseblk"),
        ("/mnt/old/cbc", "nfs4"),
        ("/var/lib", "ext4"),
    ],
)
def test_the_nearest_and_latest_mount_point_decides(path: str, filesystem: str) -> None:
    assert filesystem_type(PurePosixPath(path), MOUNTS) == filesystem


@pytest.mark.parametrize("filesystem", ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "fuse.rclone"])
def test_network_file_systems_are_known(filesystem: str) -> None:
    assert is_network_type(filesystem)


@pytest.mark.parametrize(
    "filesystem", ["ext4", "btrfs", "xfs", "tmpfs", "overlay", "fuseblk", "fuse.gocryptfs", "vfat", "ntfs3", ""]
)
def test_disks_of_this_machine_are_not_refused(filesystem: str) -> None:
    assert not is_network_type(filesystem)


def test_a_folder_that_does_not_exist_yet_is_judged_by_the_one_above_it(tmp_path: Path) -> None:
    assert not on_network_share(tmp_path / "not" / "yet")
