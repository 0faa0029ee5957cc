"""Several versions of one campaign lie on a computer: the newest counts, and two of one version are a trouble."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cbc_desktop.base.paths import shipped_forms
from cbc_desktop.forms.installed import installed_campaigns, version_order


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("2022.1", "2022.2"),
        ("2022.9", "2022.10"),
        ("2022", "2022.1"),
        ("2022.1", "2023"),
        ("2022.beta", "2022.1"),
        ("2022.09", "2022.010"),
        ("9", "1" + "0" * 5000),
    ],
)
def test_versions_are_compared_by_their_numbers(older: str, newer: str) -> None:
    assert version_order(older) < version_order(newer)


def with_version(folder: Path, version: str) -> Path:
    """A folder of campaigns that holds the shipped one in this version."""
    (shipped,) = (path for path in shipped_forms().iterdir() if path.is_dir())
    there = Path(shutil.copytree(shipped, folder / shipped.name, ignore=shutil.ignore_patterns("sample", "*.xlsx")))
    described = (there / "campaign.toml").read_text(encoding="utf-8")
    (there / "campaign.toml").write_text(described.replace('version = "2022.1"', f'version = "{version}"'), "utf-8")
    return folder


def test_the_newest_version_counts_wherever_it_lies(tmp_path: Path) -> None:
    folders = [with_version(tmp_path / version, version) for version in ("2022.9", "2022.10", "2022.2")]
    for order in (folders, folders[::-1]):
        found = installed_campaigns(order)
        assert [campaign.version for campaign in found.campaigns] == ["2022.10"]
        assert found.troubles == ()


def test_two_folders_with_the_newest_version_are_a_trouble(tmp_path: Path) -> None:
    folders = [with_version(tmp_path / name, version) for name, version in (("a", "3"), ("b", "3"), ("c", "2"))]
    found = installed_campaigns(folders)
    assert found.campaigns == ()
    assert {one.folder.parent.name for pair in found.twins for one in pair} == {"a", "b"}
