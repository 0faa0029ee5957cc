"""The department reminds on the command line, and enters the addresses of those whom it reminds."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

from command_line import Command
from invented_campaign import CAMPAIGN

ROUND = "837-btttt-cbc"
CAO_BANG = "  04 Ủy ban nhân dân tỉnh Cao Bằng: "
UNKNOWN = f"{CAO_BANG}chưa biết địa chỉ\n"


def test_an_address_is_kept_for_every_reminder_to_come(cbc: Command, tmp_path: Path) -> None:
    remind = ("remind", ROUND, "--out", tmp_path / "don-doc")
    said = cbc(*remind)
    assert UNKNOWN in said.out
    assert said.out.endswith("Ghi địa chỉ bằng --address MÃ ĐỊA-CHỈ.\n")
    assert "agencies.csv" not in said.out
    cbc(*remind, "--address", "04", "Văn thư <vt@mau.example>", "--address", "Bộ Y tế", "yt@mau.example")
    said = cbc(*remind)
    assert f"{CAO_BANG}vt@mau.example\n" in said.out
    assert "2 thư có địa chỉ người nhận" in said.out
    (draft,) = (tmp_path / "don-doc").glob("04-*.eml")
    letter = message_from_bytes(draft.read_bytes(), policy=policy.default)
    assert letter["To"].addresses[0].addr_spec == "vt@mau.example"
    assert UNKNOWN in cbc(*remind, "--address", "tỉnh Cao Bằng", "").out


def test_of_addresses_of_which_one_is_none_nothing_is_kept(cbc: Command, tmp_path: Path) -> None:
    remind = ("remind", ROUND, "--out", tmp_path / "don-doc")
    good = ("--address", "04", "vt@mau.example")
    said = cbc(*remind, *good, "--address", "BYT", "yt.mau.example")
    assert (said.code, "“yt.mau.example” không phải là địa chỉ thư điện tử" in said.err) == (1, True)
    assert "“yt” is no e-mail address" in cbc(*remind, *good, "--address", "BYT", "yt", lang="en").err
    assert "Không có cơ quan “BXYZ”" in cbc(*remind, *good, "--address", "BXYZ", "yt@mau.example").err
    assert not (tmp_path / "don-doc").exists()
    assert UNKNOWN in cbc(*remind).out


def test_before_anything_has_arrived_the_campaign_is_named(cbc: Command, tmp_path: Path) -> None:
    said = cbc("remind", "--out", tmp_path, "--address", "04", "vt@mau.example")
    assert said.code == 1
    assert f"Hãy ghi đợt khảo sát: {ROUND}, {CAMPAIGN}." in said.err


def test_an_address_that_is_changed_or_taken_away_is_in_no_file_any_more(
    cbc: Command, home: Path, tmp_path: Path
) -> None:
    """As PRIVACY.md says it is done."""
    remind = ("remind", ROUND, "--out", tmp_path)
    holding = [set(), {"received.sqlite3"}]
    for given, at_home in (("vt@mau.example", (1, 0)), ("vp@thu.example", (0, 1)), ("", (0, 0))):
        cbc(*remind, "--address", "04", given)
        found = [files_with(home, address) for address in ("vt@mau.example", "vp@thu.example")]
        assert found == [holding[place] for place in at_home]


def files_with(folder: Path, text: str) -> set[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.name for path in files if text.encode() in path.read_bytes()}
