"""Two computers and a stick on the command line: copy-out, take-in, and the decision when both went on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command_line import Command, Said
from invented_campaign import ADDRESS, AGENCY, BOOKS, CAMPAIGN, SURVEY


@pytest.fixture
def there(tmp_path: Path, converted: Path) -> Path:
    """The folder of data of the other computer."""
    home = tmp_path / "there"
    shutil.copytree(converted / "cache", home / "cache")
    return home


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "usb"


@pytest.fixture
def begun(cbc: Command) -> Command:
    cbc("new", CAMPAIGN, AGENCY)
    cbc("answer", AGENCY, SURVEY, BOOKS, "5200")
    return cbc


def copied(said: Said) -> Path:
    assert said.code == 0
    return Path(said.out.split(maxsplit=5)[-1].strip())


def test_a_dossier_goes_to_another_computer_and_comes_back(begun: Command, there: Path, stick: Path) -> None:
    copy = copied(begun("copy-out", AGENCY, "--out", stick))
    assert (copy.parent, copy.suffix) == (stick, ".cbcd")
    taken = begun("--home", there, "take-in", copy)
    assert (taken.code, "Đã nhận bản chép." in taken.out) == (0, True)
    begun("--home", there, "answer", AGENCY, SURVEY, ADDRESS, "Phố Mẫu")
    copied(begun("--home", there, "copy-out", AGENCY, "--out", stick / "back"))
    (back,) = (stick / "back").iterdir()
    taken = begun("take-in", back)
    assert taken.code == 0
    assert f"1 {SURVEY} {ADDRESS} Địa chỉ thư viện: (trống) → Phố Mẫu" in taken.out
    assert "không có gì để nhận" in begun("take-in", back).out
    assert "Phố Mẫu" in begun("show", AGENCY, SURVEY).out


@pytest.fixture
def apart(begun: Command, there: Path, stick: Path) -> Path:
    """A copy from the other computer, after the same dossier was changed on both."""
    begun("--home", there, "take-in", copied(begun("copy-out", AGENCY, "--out", stick)))
    begun("answer", AGENCY, SURVEY, BOOKS, "5300")
    begun("--home", there, "answer", AGENCY, SURVEY, BOOKS, "5400")
    begun("--home", there, "answer", AGENCY, SURVEY, ADDRESS, "Phố Mẫu")
    begun("--home", there, "copy-out", AGENCY, "--out", stick / "back")
    (back,) = (stick / "back").iterdir()
    return back


def test_what_both_changed_waits_for_a_decision(begun: Command, apart: Path) -> None:
    said = begun("take-in", apart, lang="en")
    assert said.code == 2
    assert "changed on both computers" in said.out
    assert f"1 {SURVEY} {BOOKS} " in said.out
    assert "Nothing has been changed" in said.out
    assert begun("take-in", apart).code == 2


@pytest.mark.parametrize(
    ("decision", "books", "address"),
    [
        (("--theirs",), "5.400", "Phố Mẫu"),
        (("--mine",), "5.300", ""),
        (("--take", "2"), "5.300", "Phố Mẫu"),
        (("--take", "2", "1"), "5.400", "Phố Mẫu"),
    ],
)
def test_the_decision_is_carried_out_and_not_asked_for_again(
    begun: Command, apart: Path, decision: tuple[str, ...], books: str, address: str
) -> None:
    assert begun("take-in", apart, *decision).code == 0
    shown = begun("show", AGENCY, SURVEY).out
    assert books in shown
    assert ("Phố Mẫu" in shown) == bool(address)
    assert "không có gì để nhận" in begun("take-in", apart).out


def test_a_number_that_is_not_in_the_list_changes_nothing(begun: Command, apart: Path) -> None:
    said = begun("take-in", apart, "--take", "3")
    assert said.code == 1
    assert "Không có chỗ khác nhau số 3" in said.err
    assert begun("take-in", apart).code == 2


def test_a_dossier_that_was_begun_on_both_computers_is_not_taken(begun: Command, there: Path, stick: Path) -> None:
    begun("--home", there, "new", CAMPAIGN, AGENCY)
    said = begun("--home", there, "take-in", copied(begun("copy-out", AGENCY, "--out", stick)))
    assert said.code == 1
    assert "hồ sơ khác của cơ quan này" in said.out


def test_a_file_that_is_no_copy_is_told(cbc: Command, tmp_path: Path) -> None:
    stranger = tmp_path / "thu.cbcd"
    stranger.write_bytes(b"PK")
    said = cbc("take-in", stranger)
    assert (said.code, "không phải là bản chép" in said.err) == (1, True)
