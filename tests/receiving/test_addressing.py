"""What is pasted as addresses of agencies: each falls where it belongs, and what is unclear is told instead of kept."""

from __future__ import annotations

import pytest

from cbc_desktop.filling.clipboard_block import parse_block
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.office import open_catalogue
from cbc_desktop.receiving.reception.addressing import PastedAddresses, address_in, pasted_addresses


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Agency, ...]:
    campaign: Campaign = open_catalogue(tmp_path_factory.mktemp("home")).campaign("837-btttt-cbc")
    return campaign.awaited


def pasted(text: str, asked: tuple[Agency, ...]) -> PastedAddresses:
    """On the second line of a list of three."""
    return pasted_addresses(parse_block(text), asked[1:3], asked)


def kept(found: PastedAddresses) -> dict[str, str]:
    return {agency.code: address for agency, address in found.addresses.items()}


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (" vp@mau.example\u200b\xa0", "vp@mau.example"),
        ("Văn thư <vp@mau.example>", "vp@mau.example"),
        ("mailto:vp@mau.example", "vp@mau.example"),
        ("vp@mau.example; vt@mau.example", ""),
        ("vp@mau.example\nvt@mau.example", ""),
        ("vp@mau,example", ""),
        ("vp.mau.example", ""),
        ("(" * 20_000, ""),
        ("(" * 200, ""),
        ("văn.thư@mau.example", ""),
        ("", ""),
    ],
)
def test_one_whole_address_is_one(text: str, address: str) -> None:
    assert address_in(text) == address


@pytest.mark.parametrize(
    ("text", "found", "refused"),
    [
        ("a@mau.example\nb@mau.example\n", {"BCA": "a@mau.example", "BNG": "b@mau.example"}, ()),
        ("\nb@mau.example\n", {"BNG": "b@mau.example"}, ()),
        ("E-mail\n\nb@mau.example\n", {"BNG": "b@mau.example"}, ()),
        ("không có địa chỉ\nb@mau.example\n", {"BNG": "b@mau.example"}, ("không có địa chỉ",)),
        ("\t a@mau.example\n", {"BCA": "a@mau.example"}, ()),
        ("a@mau.example\n\nc@mau.example\n", {"BCA": "a@mau.example"}, ("c@mau.example",)),
        ("", {}, ()),
    ],
)
def test_a_column_falls_on_one_agency_after_the_other(
    text: str, found: dict[str, str], refused: tuple[str, ...], asked: tuple[Agency, ...]
) -> None:
    block = pasted(text, asked)
    assert (kept(block), block.refused) == (found, refused)


@pytest.mark.parametrize(
    ("text", "found", "refused"),
    [
        ("UBND tỉnh Cao Bằng\ta@mau.example\n", {"04": "a@mau.example"}, ()),
        ("a@mau.example\tcao bang\n", {"04": "a@mau.example"}, ()),
        ("BYT\ta@mau.example\nBộ Y tế\tb@mau.example\n", {"BYT": "b@mau.example"}, ()),
        ("Tên cơ quan\tĐịa chỉ thư\nBộ Y tế\tb@mau.example\n", {"BYT": "b@mau.example"}, ()),
        ("Bộ Y tế\t\nBộ Nội vụ\tb@mau.example\n", {"BNV": "b@mau.example"}, ()),
        ("Bộ Y tế\tyt.mau.example\n", {}, ("Bộ Y tế yt.mau.example",)),
        ("04\ta@mau.example\n", {}, ("04 a@mau.example",)),
        ("Sở Y tế\ta@mau.example\n", {}, ("Sở Y tế a@mau.example",)),
    ],
)
def test_beside_addresses_a_name_says_whose_each_is_and_a_number_does_not(
    text: str, found: dict[str, str], refused: tuple[str, ...], asked: tuple[Agency, ...]
) -> None:
    block = pasted(text, asked)
    assert (kept(block), block.refused) == (found, refused)


def test_of_many_lines_that_cannot_be_kept_the_first_are_told(asked: tuple[Agency, ...]) -> None:
    told = pasted("".join(f"không {number}\n" for number in range(7)) + "x" * 900, asked).words
    assert told.vi.endswith(
        "Không ghi 8 dòng, vì không có đúng một địa chỉ thư hoặc không rõ của cơ quan nào "
        "(“không 0”; “không 1”; “không 2”; “không 3”; “không 4”; …)."
    )
