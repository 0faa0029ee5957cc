"""The command that salvages damaged data says what came over, and where the damaged file is."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import Clerk, OpenOffice
from command_line import Command
from invented_campaign import ADDRESS, AGENCY, BOOKS, SURVEY

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.office import DATABASE
from cbc_desktop.signing.signer import Signer
from cbc_desktop.store.salvaging.salvage import may_be_salvaged


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


@pytest.mark.parametrize("place", ["/tata/s1/dia_chi", "/data/s1", "/data/s1/dia_chi9"])
def test_an_answer_in_a_place_that_its_form_does_not_have_is_told_as_damage(
    place: str, open_lans_office: OpenOffice, signer: Signer, home: Path
) -> None:
    with open_lans_office() as office:
        lan = Clerk.begins(office, signer)
        lan.fills_in()
        office.database.execute("UPDATE answer SET path = ? WHERE path = ?", (place, ADDRESS))
        with pytest.raises(UserFacingError) as told:
            office.filling.open(lan.dossier.dossier_id)
    assert may_be_salvaged(home / DATABASE, told.value.message)


def test_what_stands_in_no_place_of_its_form_is_left_out_when_the_data_are_salvaged(
    open_lans_office: OpenOffice, signer: Signer, cbc: Command
) -> None:
    with open_lans_office() as office:
        Clerk.begins(office, signer).fills_in()
        office.database.execute("UPDATE answer SET path = '/tata/s1/dia_chi' WHERE path = ?", (ADDRESS,))
    done = cbc("salvage", lang="en")
    assert "1 places could not be read" in done.out
    with open_lans_office() as office:
        lan = Clerk.comes_back(office, signer)
        assert (lan.sees(ADDRESS), lan.sees(BOOKS) != "") == ("", True)
