"""Other programs on attacked files: pdfsig finds none of them whole and valid, and poppler draws what was forged."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from attack import Attack
from attack_list import ALL
from honest import honest
from judging_programs import mutool, pdfsig, qpdf
from PIL import Image

JUDGED_BY_PEOPLE = {"who signed", "agency in the certificate", "lock", "signed with it"}
"""Whose signature it is and what was signed, pdfsig is not asked here: it looks at the bytes alone."""
ON_THE_BYTES = [attack for attack in ALL if attack.document and attack.family not in JUDGED_BY_PEOPLE]
SEEN = [
    "incremental saving: another page content",
    "incremental saving: with a table of lines",
    "incremental saving: page stream overwritten",
    "incremental saving: around the signed revisions",
    "incremental saving: another catalog",
    "signature wrapping: range moved apart",
    "signature field over the page: visible",
    "annotation over the page: stamp",
    "shadow, hide: the cover is emptied",
    "shadow, hide: a promised object is made",
    "shadow, hide: a layer is switched on",
    "shadow, hide and replace: the content of the page",
]
"""Attacks that paint the page red."""


@pytest.fixture
def attacked(tmp_path: Path) -> Path:
    return tmp_path / "attacked.pdf"


def test_other_programs_find_the_honest_document_whole_and_valid(attacked: Path) -> None:
    attacked.write_bytes(honest().sealed)
    assert (pdfsig(attacked), mutool(attacked), qpdf(attacked)) == (
        "valid / valid",
        "edits since / unchanged",
        "sound",
    )


def test_pdfsig_finds_no_attacked_document_whole_and_valid(attacked: Path) -> None:
    for attack in ON_THE_BYTES:
        attacked.write_bytes(_made(attack))
        assert pdfsig(attacked) not in ("valid", "valid / valid"), attack


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("changed byte: in the leaders signature", "invalid / digest mismatch"),
        ("changed byte: in the number as it is drawn", "valid / digest mismatch"),
        ("bytes behind the seal: a zip", "valid / valid, not the whole file"),
        ("number and date: another number", "valid / valid, not the whole file"),
        ("universal forgery: range of zeros", "valid / digest mismatch, not the whole file"),
        ("signature wrapping: range moved apart", "valid / valid, not the whole file"),
        ("shadow, replace: the glyphs of a font", "valid / valid, not the whole file"),
    ],
)
def test_pdfsig_tells_a_changed_byte_and_never_whether_what_was_added_is_permitted(
    attacked: Path, name: str, said: str
) -> None:
    attacked.write_bytes(_document(name))
    assert pdfsig(attacked) == said


@pytest.mark.parametrize("name", SEEN)
def test_an_attack_does_what_it_says(attacked: Path, name: str) -> None:
    attacked.write_bytes(_document(name))
    assert _is_red(attacked)


def test_the_honest_page_is_not_red(attacked: Path) -> None:
    attacked.write_bytes(honest().sealed)
    assert not _is_red(attacked)


def _document(name: str) -> bytes:
    (attack,) = [attack for attack in ALL if str(attack) == name]
    return _made(attack)


def _made(attack: Attack) -> bytes:
    assert attack.document is not None
    return attack.document()


def _is_red(pdf: Path) -> bool:
    drawn = subprocess.run(["pdftoppm", "-r", "10", "-l", "1", "-png", str(pdf)], capture_output=True, check=True)
    red, green, _ = Image.open(BytesIO(drawn.stdout)).convert("RGB").getpixel((40, 100))  # type: ignore[misc]
    return bool(red > 200 and green < 50)
