"""A form is converted once; whatever happens to what was kept of it, the form can be filled in."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_campaign import FORM, make_campaign

from cbc_desktop.forms import catalogue as catalogue_module
from cbc_desktop.forms.catalogue import FormCatalogue
from cbc_desktop.forms.definition import FormDefinition


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_campaign(tmp_path / "mau")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def read(folder: Path, cache: Path) -> FormDefinition:
    """As a program does that has just been started."""
    catalogue = FormCatalogue([folder], cache)
    return catalogue.form(catalogue.campaign("mau"), FORM)


def test_a_form_is_converted_once(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(folder, cache)
    monkeypatch.setattr(catalogue_module, "_converted", lambda *_: pytest.fail("converted again"))
    assert read(folder, cache).digest == first.digest


@pytest.mark.parametrize("damage", ["cut off", "other letters", "emptied", "a folder", "of an older program"])
def test_a_damaged_copy_is_replaced(folder: Path, cache: Path, damage: str) -> None:
    first = read(folder, cache)
    (kept,) = cache.iterdir()
    content = kept.read_bytes()
    kept.unlink()
    if damage == "a folder":
        kept.mkdir()
    else:
        changed = {
            "cut off": content[: len(content) // 2],
            "other letters": content.replace("Tên".encode(), "Tuổi".encode()),
            "emptied": b"",
            "of an older program": content.rpartition(b"\n<!--")[0],
        }
        kept.write_bytes(changed[damage])
    assert read(folder, cache).digest == first.digest
    if damage != "a folder":
        assert kept.read_bytes() == content


def test_a_form_that_cannot_be_kept_can_be_filled_in(folder: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "tep"
    nowhere.write_bytes(b"")
    assert read(folder, nowhere).digest == read(folder, tmp_path / "cache").digest
