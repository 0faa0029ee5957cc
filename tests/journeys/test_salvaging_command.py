"""The command that salvages damaged data says what came over, and where the damaged file is."""

from __future__ import annotations

from pathlib import Path

from clerk import Clerk, OpenOffice
from command_line import Command
from invented_campaign import AGENCY, SURVEY

from cbc_desktop.office import DATABASE
from cbc_desktop.signing.signer import Signer


def test_damaged_data_are_salvaged_by_a_command(
    open_lans_office: OpenOffice, signer: Signer, cbc: Command, home: Path
) -> None:
    with open_lans_office() as office:
        Clerk.begins(office, signer).fills_in()
    assert "không hỏng" in cbc("salvage").err
    content = bytearray((home / DATABASE).read_bytes())
    content[:100] = bytes(100)
    (home / DATABASE).write_bytes(content)
    assert "cứu những gì còn đọc được" in cbc("list").err
    done = cbc("salvage", lang="en")
    assert (done.code, done.err) == (0, "")
    assert " answers\n" in done.out
    assert "Số 5 đường Thử Nghiệm" in cbc("show", AGENCY, SURVEY).out
    assert len(list((home / "backups").glob(f"replaced-*/{DATABASE}"))) == 1
