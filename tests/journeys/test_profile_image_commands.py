"""Images of signatures and of the seal on the command line: kept in a profile, told, removed; no copy carries them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from command_line import Command
from invented_campaign import AGENCY, CAMPAIGN, SIGNATORY, SURVEY

sys.path.append(str(Path(__file__).parent.parent / "documents"))
from stamp_images import BLUE, on_white, seal_png, signature_png


@pytest.fixture
def kept(cbc: Command) -> Command:
    """A profile with one signatory."""
    cbc("new", CAMPAIGN, AGENCY)
    cbc("answer", AGENCY, SURVEY, SIGNATORY, "Trần Thị Thử")
    cbc("facts", AGENCY, "--place", "Mẫu", "--symbol", "TVM-NV")
    cbc("profile", "keep", AGENCY)
    return cbc


@pytest.fixture
def signature(tmp_path: Path) -> Path:
    path = tmp_path / "chu-ky.png"
    path.write_bytes(signature_png())
    return path


def test_a_signature_and_a_seal_are_kept_and_shown(kept: Command, signature: Path, tmp_path: Path) -> None:
    seal = tmp_path / "dau.png"
    seal.write_bytes(seal_png(850, dpi=600))
    told = kept("profile", "signature", AGENCY, "--file", str(signature))
    assert (told.out, told.err) == ("Đã giữ ảnh chữ ký của Trần Thị Thử.\n", "")
    told = kept("profile", "seal", AGENCY, "--file", str(seal))
    assert (told.out, told.err) == ("Đã giữ ảnh con dấu, đường kính 36 mm.\n", "")
    shown = kept("profile", "show", AGENCY).out
    assert "Ảnh con dấu: 36 mm" in shown
    assert "Trần Thị Thử (có ảnh chữ ký)" in shown
    as_json = json.loads(kept("profile", "show", AGENCY, "--json").out)
    assert (as_json["seal_mm"], as_json["signatories"][0]["signature_image"]) == (36, True)


def test_what_the_decree_would_have_otherwise_is_told(kept: Command, tmp_path: Path) -> None:
    blue = tmp_path / "dau-xanh.png"
    blue.write_bytes(seal_png(colour=BLUE))
    told = kept("profile", "seal", AGENCY, "--file", str(blue), "--mm", "30")
    assert told.out == "Đã giữ ảnh con dấu, đường kính 30 mm.\n"
    assert "không có màu đỏ" in told.err


def test_white_paper_is_refused_or_made_transparent(kept: Command, tmp_path: Path) -> None:
    scanned = tmp_path / "chu-ky.jpg"
    scanned.write_bytes(on_white(signature_png(), "JPEG"))
    refused = kept("profile", "signature", AGENCY, "--file", str(scanned))
    assert refused.code != 0
    assert "không có nền trong suốt" in refused.err
    assert kept("profile", "signature", AGENCY, "--file", str(scanned), "--clear-white").code == 0


def test_images_are_removed(kept: Command, signature: Path) -> None:
    kept("profile", "signature", AGENCY, "--file", str(signature))
    assert kept("profile", "signature", AGENCY, "--remove").out == "Đã bỏ ảnh chữ ký của Trần Thị Thử.\n"
    assert "có ảnh" not in kept("profile", "show", AGENCY).out
    assert kept("profile", "seal", AGENCY, "--remove").out == "Đã bỏ ảnh con dấu.\n"


def test_one_thing_is_asked_for_at_a_time(kept: Command, signature: Path) -> None:
    for words in ((), ("--file", str(signature), "--remove")):
        assert "--file" in kept("profile", "signature", AGENCY, *words).err


@pytest.mark.parametrize("size", ["12", "360"])
def test_a_size_that_no_seal_has_is_refused(kept: Command, signature: Path, size: str) -> None:
    assert "từ 20 đến 42 mm" in kept("profile", "seal", AGENCY, "--file", str(signature), "--mm", size).err
    assert "Ảnh con dấu" not in kept("profile", "show", AGENCY).out


def test_no_copy_of_a_dossier_carries_an_image(kept: Command, signature: Path, tmp_path: Path) -> None:
    kept("profile", "signature", AGENCY, "--file", str(signature))
    copied = kept("copy-out", AGENCY, "--out", str(tmp_path))
    assert copied.code == 0, copied.err
    (copy,) = tmp_path.glob("*.cbcd")
    assert b"\x89PNG" not in copy.read_bytes()
