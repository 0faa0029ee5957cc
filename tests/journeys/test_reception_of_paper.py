"""Paper arrives at the department: scanned into one file, or page by page with one missing and a stranger's."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from clerk import MORNING, Clerk, refused
from invented_campaign import CAMPAIGN
from PIL import Image
from scanner import Scan, code_pages_of, page_image
from sent_packages import Senders

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.office import Office, open_office
from cbc_desktop.receiving.counted import Counted
from cbc_desktop.receiving.reception.keying_in import KeyedIn
from cbc_desktop.receiving.route import Route, Source
from cbc_desktop.signing.signer import Signer

OFFICE = Scan(dpi=150, skew=1.2, noise=10, jpeg=80)


@pytest.fixture(scope="module")
def document(converted: Path, campaigns: Path, signer: Signer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sender")
    with Senders(folder, converted, campaigns, signer).at_work("lan") as lan:
        lan.finalises()
        return lan.exports(folder / "ra").document


@pytest.fixture(scope="module")
def pages(document: Path) -> list[Image.Image]:
    """Those with codes, as the department's scanner sees them."""
    return [OFFICE.of(page_image(document, page, OFFICE.dpi)) for page in code_pages_of(document)]


@pytest.fixture
def department(home: Path, campaigns: Path) -> Iterator[Office]:
    clock, identifiers = FixedClock(MORNING), SeededIdentifiers(9)
    with open_office(home, clock=clock, identifiers=identifiers, campaigns=campaigns, who="Phúc") as office:
        yield office


def receives(office: Office, *paths: Path) -> tuple[list[str], list[Counted]]:
    """The standings of what came from the library, and what counts."""
    office.reception.receive(paths, lambda _: None, jobs=0)
    stood = [one for each in office.reception.standings(CAMPAIGN, trial=True) for one in each.arrivals]
    return [one.standing.value for one in stood], list(office.reception.counted(CAMPAIGN, trial=True))


def test_a_scan_in_one_file_counts_until_the_signed_pdf_comes(
    department: Office, document: Path, pages: list[Image.Image], tmp_path: Path
) -> None:
    scan = tmp_path / "quet.pdf"
    pages[0].save(scan, save_all=True, append_images=pages[1:])
    standings, (counted,) = receives(department, scan)
    assert (standings, counted.source, counted.route) == (["new"], Source.SCAN, Route.PAPER)
    (point,) = department.reception.open_points(department.reception.find(str(counted.arrival)))
    assert point.vi == "Mã số liệu không phải chữ ký; hãy xem chữ ký và con dấu trên giấy."
    standings, (counted,) = receives(department, document)
    assert (sorted(standings), counted.source) == (["new", "same"], Source.PDF)


def test_pages_that_were_scanned_one_by_one_are_read_together(
    department: Office, pages: list[Image.Image], tmp_path: Path
) -> None:
    assert len(pages) > 1
    for number, page in enumerate(pages[:-1]):
        page.save(tmp_path / f"{number}.png")
    standings, counted = receives(department, tmp_path)
    assert (set(standings) <= {"unreadable"}, counted) == (True, [])
    pages[-1].save(tmp_path / "cuoi.png")
    (tmp_path / "nguoi-la.png").write_bytes((tmp_path / "0.png").read_bytes()[:2000])
    standings, (one,) = receives(department, tmp_path)
    assert ("new" in standings, one.source, set(one.submissions)) == (
        True,
        Source.SCAN,
        {"phieu-thu-vien", "ke-hoach-thu-vien"},
    )
    again, _ = receives(department, tmp_path)
    assert again == standings
    shutil.rmtree(tmp_path)


def test_paper_without_codes_is_keyed_in_and_counts_with_its_scan(
    department: Office, signer: Signer, pages: list[Image.Image], tmp_path: Path, home: Path
) -> None:
    phuc = Clerk.begins(department, signer)
    phuc.fills_in()
    revision = phuc.finalises()
    scan = tmp_path / "giay.png"
    pages[0].save(scan)
    keyed = KeyedIn(revision=revision, agency_name="Thư viện tỉnh Mẫu", trial=False, scans=(scan,))
    with refused("Cần kèm bản quét"):
        department.reception.key_in(replace(keyed, scans=()))
    department.reception.key_in(keyed)
    department.reception.key_in(keyed)
    (one,) = department.reception.counted(CAMPAIGN)
    assert (one.source, one.route, one.file_name) == (Source.KEYED_IN, Route.PAPER, "giay.png")
    (kept,) = department.reception.report(one.arrival)["scans"]
    assert (home / "received" / kept["digest"]).read_bytes() == scan.read_bytes()
