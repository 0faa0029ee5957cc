"""Writes what a program of some day leaves behind; run in a checkout of that day, see README.md.

PYTHONPATH=OLD/src:OLD/tests/journeys python make_old_data.py NAME.tar.xz
"""

from __future__ import annotations

import sys
import tarfile
import tempfile
from contextlib import suppress
from pathlib import Path

from invented_campaign import ADDRESS, CAMPAIGN, OTHER_AGENCY, SURVEY, make_campaign

from cbc_desktop.cli.main import run

_LEFT_OUT = ("/cache/", ".lock", "/backups/")


def main(target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        make_campaign(out / "campaigns")
        general = ["--home", str(out / "home"), "--campaigns", str(out / "campaigns")]
        run([*general, "demo", "--campaign", CAMPAIGN, "--out", str(out / "demo")])
        (out / "demo" / "home").rename(out / "home-of-demo")
        general[1] = str(out / "home-of-demo")
        run([*general, "new", CAMPAIGN, OTHER_AGENCY])
        run([*general, "answer", OTHER_AGENCY, SURVEY, ADDRESS, "Số 9 đường Cũ"])
        (package,) = (out / "demo").glob("*.zip")
        with suppress(SystemExit):  # argparse: there were programs that could not receive
            run([*general, "receive", str(package), "--jobs", "1"])
        with tarfile.open(target, "w:xz") as archive:
            _add(archive, "goi.zip", package)
            _add(archive, "ca.pem", out / "demo" / "thu-nghiem-ca.pem")
            for path in sorted((out / "campaigns").rglob("*")):
                _add(archive, str(path.relative_to(out)), path)
            for path in sorted((out / "home-of-demo").rglob("*")):
                _add(archive, f"home/{path.relative_to(out / 'home-of-demo')}", path)


def _add(archive: tarfile.TarFile, name: str, path: Path) -> None:
    if path.is_file() and not any(part in name for part in _LEFT_OUT):
        archive.add(path, name, filter=_anonymous)


def _anonymous(file: tarfile.TarInfo) -> tarfile.TarInfo:
    file.uid = file.gid = 0
    file.uname = file.gname = ""
    return file


if __name__ == "__main__":
    main(Path(sys.argv[1]))
