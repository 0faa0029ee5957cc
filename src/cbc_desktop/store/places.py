"""Where data may lie: on a disk of this machine, in a folder for nobody but this user.

Write-ahead logging needs shared memory, which networks do not give (https://www.sqlite.org/wal.html: "All processes
using a database must be on the same host computer").
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from pathlib import Path, PurePath

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.store import trouble

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK_TYPES = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "davfs", "davfs2", "9p"),
        *("vboxsf", "vmhgfs", "prl_fs"),  # folders of the host, shared into a virtual machine
    }
)
_LOCAL_FUSE = frozenset(
    {
        *("fuseblk", "fuse.ntfs-3g", "fuse.exfat"),
        *("fuse.gocryptfs", "fuse.encfs", "fuse.cryfs", "fuse.veracrypt"),  # encrypted folders on a local disk
        *("fuse.bindfs", "fuse.mergerfs", "fuse.fuse-overlayfs"),
    }
)
_OCTAL = re.compile(r"\\([0-7]{3})")


def on_network_share(path: Path) -> bool:
    """True when ``path``, which need not exist yet, would lie on a network share."""
    if sys.platform == "win32":
        return _is_remote_drive(path)
    if not _MOUNTS.exists():
        return False
    return is_network_type(filesystem_type(path.resolve(), _MOUNTS.read_text(encoding="utf-8", errors="replace")))


def is_network_type(filesystem: str) -> bool:
    """``filesystem`` as Linux names it, ``ext4`` or ``fuse.sshfs``; unknown FUSE systems are taken for networks."""
    remote_fuse = filesystem.startswith("fuse") and filesystem not in _LOCAL_FUSE
    return filesystem in _NETWORK_TYPES or remote_fuse


def filesystem_type(path: PurePath, mountinfo: str) -> str:
    """The type of the file system that holds ``path``; "" when no mount point does (proc(5), mountinfo)."""
    found, depth = "", -1
    for line in mountinfo.splitlines():
        fields, _, described = line.partition(" - ")
        point = PurePath(_OCTAL.sub(lambda match: chr(int(match[1], 8)), fields.split(" ")[4]))
        if path.is_relative_to(point) and len(point.parts) >= depth:  # a later mount hides an earlier one
            found, depth = described.split(" ")[0], len(point.parts)
    return found


def make_private_folder(folder: Path) -> None:
    """The folder and those above it that are missing, for nobody but this user; an empty one becomes private, too."""
    try:
        for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
            missing.mkdir(mode=0o700, exist_ok=True)
        if not any(folder.iterdir()):
            with suppress(PermissionError):  # somebody else's folder, in which we may write
                folder.chmod(0o700)
    except OSError as error:
        raise UserFacingError(trouble.cannot_open(folder, error)) from error


if sys.platform == "win32":
    import ctypes

    _DRIVE_REMOTE = 4

    def _is_remote_drive(path: Path) -> bool:
        # https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew
        drive = os.path.splitdrive(path.resolve())[0]
        if drive.startswith("\\\\"):
            return True
        return bool(ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == _DRIVE_REMOTE)
