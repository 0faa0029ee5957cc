"""The documents of a campaign are what its file says; what the file gets wrong is told by its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.forms.campaign import read_campaign

SHIPPED = Path(__file__).parents[2] / "forms" / "837-btttt-cbc"
TITLE = 'titles = { "/data/m7/p7_khac" = "Kênh khác" }'


def with_title(folder: Path, title: str) -> Path:
    """The shipped campaign, with this instead of the titles of one section."""
    copy = shutil.copytree(SHIPPED, folder / "mau")
    told = (copy / "campaign.toml").read_text(encoding="utf-8")
    assert TITLE in told
    (copy / "campaign.toml").write_text(told.replace(TITLE, title), encoding="utf-8")
    return copy


def test_a_document_may_call_a_part_otherwise_than_the_form_asks_for_it() -> None:
    plan = next(document for document in read_campaign(SHIPPED).documents if document.id == "ke-hoach")
    assert plan.body is not None
    assert {title for section in plan.body.sections for title in section.titles.values()} == {
        "Kênh khác",
        "Cơ quan phối hợp khác",
    }


def test_a_title_of_what_is_no_part_of_the_section_is_told_with_its_place(tmp_path: Path) -> None:
    folder = with_title(tmp_path, 'titles = { "/data/m7/khac" = "Kênh khác" }')
    with pytest.raises(UserFacingError, match=r"documents\[4\].body.sections\[3\].titles"):
        read_campaign(folder)
