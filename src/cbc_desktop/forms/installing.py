"""A version of a campaign comes into the folder of installed campaigns, whole or not at all, beside what was there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from cbc_desktop.base.atomic_file import STAGE, disk_trouble, write_atomically
from cbc_desktop.forms.campaign import Campaign, read_campaign

UPDATE_SUFFIX = ".cbcu"
"""Of the file in which a new version comes, see package.forms_update."""


@contextmanager
def staged_campaign(home: Path, files: Mapping[str, bytes]) -> Iterator[Campaign]:
    """The files as a campaign that nobody sees yet, in a folder of ``home`` that is gone after the block.

    Unless `install` has moved it. UserFacingError when they are no campaign, or cannot be written.
    """
    try:
        stage = Path(mkdtemp(prefix=STAGE, dir=home))
    except OSError as error:
        raise disk_trouble(home, error) from error
    try:
        for name, content in files.items():
            write_atomically(stage / name, content)
        yield read_campaign(stage)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def install(staged: Campaign, campaigns: Path) -> Path:
    """Moves it into ``campaigns`` with one rename, so that it is there or not; the folder that it has now.

    UserFacingError when the disk says no.
    """
    place = campaigns / f"{staged.id}-{staged.version}"
    try:
        campaigns.mkdir(parents=True, exist_ok=True)
        staged.folder.rename(place)
    except OSError as error:
        raise disk_trouble(place, error) from error
    return place


def uninstall(place: Path) -> None:
    """What `install` has put there, as far as the disk lets it go."""
    shutil.rmtree(place, ignore_errors=True)
