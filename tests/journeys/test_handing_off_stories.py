"""A package on its way: on a stick that may be bad, in an e-mail that may be too large."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import Clerk, refused

from cbc_desktop.exporting import handing_off
from cbc_desktop.office import open_office


@pytest.fixture
def packed(lan: Clerk, tmp_path: Path) -> Clerk:
    lan.fills_in()
    lan.finalises()
    lan.exports(tmp_path / "goi")
    return lan


def test_what_is_on_the_stick_is_what_was_packed(packed: Clerk, tmp_path: Path) -> None:
    copies = packed.office.handing_off.copy_out(packed.dossier.dossier_id, tmp_path / "usb").copies
    assert sorted(path.suffix for path in copies) == [".pdf", ".xlsx", ".zip"]
    for path in copies:
        assert path.read_bytes() == (tmp_path / "goi" / path.name).read_bytes()
    assert packed.office.store.journal.of(packed.dossier.dossier_id)[-1].event == "copied_out"


def test_other_files_of_the_same_names_are_kept_on_the_stick(packed: Clerk, tmp_path: Path) -> None:
    handing_off, dossier_id = packed.office.handing_off, packed.dossier.dossier_id
    package, *others = handing_off.copy_out(dossier_id, tmp_path / "usb").copies
    package.write_bytes(b"of somebody else")
    again = handing_off.copy_out(dossier_id, tmp_path / "usb")
    (aside,) = again.set_aside
    assert (aside.read_bytes(), aside.name) == (b"of somebody else", f"{package.stem}-cu-1.zip")
    assert package.read_bytes() == (tmp_path / "goi" / package.name).read_bytes()
    assert len(list((tmp_path / "usb").iterdir())) == 1 + len([package, *others]), "what was right is left alone"


def test_a_package_that_was_made_on_another_computer_is_not_looked_for_here(packed: Clerk, tmp_path: Path) -> None:
    copy = packed.office.carrying.copy_out(packed.dossier.dossier_id, tmp_path).path
    campaigns = packed.dossier.campaign.folder.parent
    (tmp_path / "goi").rename(tmp_path / "o may kia")
    with open_office(tmp_path / "van-thu", campaigns=campaigns) as other:
        other.carrying.take(other.carrying.look_at(copy))
        files = other.exporting.last_export(packed.dossier.dossier_id)
        assert files is not None
        assert not files.here
        with refused("lập trên máy khác"):
            other.handing_off.copy_out(packed.dossier.dossier_id, tmp_path / "usb")


def test_a_package_that_was_changed_since_is_not_copied(packed: Clerk, tmp_path: Path) -> None:
    (package,) = (tmp_path / "goi").glob("*.zip")
    package.write_bytes(package.read_bytes() + b"x")
    with refused("không còn như khi được lập"):
        packed.office.handing_off.copy_out(packed.dossier.dossier_id, tmp_path / "usb")
    assert not (tmp_path / "usb").exists()


def test_a_stick_that_forgets_is_told_and_its_copy_removed(
    packed: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handing_off, "_read_from_disk", lambda path: path.read_bytes()[:-1])
    with refused("đọc lại không giống"):
        packed.office.handing_off.copy_out(packed.dossier.dossier_id, tmp_path / "usb")
    assert list((tmp_path / "usb").iterdir()) == []


def test_nothing_leaves_before_it_is_packed(lan: Clerk, tmp_path: Path) -> None:
    with refused("chưa được đóng gói"):
        lan.office.handing_off.copy_out(lan.dossier.dossier_id, tmp_path)


def test_the_words_of_the_mail_name_agency_and_package(packed: Clerk) -> None:
    words = packed.office.handing_off.words(packed.dossier.dossier_id)
    assert words.receiver in words.text
    assert "Thư viện" in words.subject
    assert ".zip" in words.body


def test_what_the_agency_has_not_signed_is_told_before_it_is_sent(packed: Clerk) -> None:
    (finding,) = packed.office.handing_off.findings(packed.dossier.dossier_id)
    assert "dấu hoặc chữ ký số của cơ quan: với văn bản thật, nơi nhận sẽ thấy" in finding.message.vi


def test_a_package_too_large_for_mail_says_so(packed: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handing_off, "MAIL_LIMIT", 100_000)
    *_, finding = packed.office.handing_off.findings(packed.dossier.dossier_id)
    assert "nhiều hộp thư chỉ nhận" in finding.message.vi
