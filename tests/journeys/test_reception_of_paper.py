"""Paper arrives at the department: scanned into one file, or page by page with one missing and a stranger's."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from clerk import MORNING, Clerk, refused
from invented_campaign import AGENCY, CAMPAIGN, OTHER_AGENCY
from PIL import Image
from scanner import Scan, code_pages_of, page_image
from sent_packages import Senders

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.dossier.identity import AgencyKey
from cbc_desktop.dossier.revision import Revision
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
    Image.new("L", (400, 600), 255).save(scan)
    keyed = KeyedIn(revision=revision, agency_name="Thư viện tỉnh Mẫu", trial=False, scans=(scan,))
    with refused("Cần kèm bản quét"):
        department.reception.key_in(replace(keyed, scans=()))
    department.reception.key_in(keyed)
    department.reception.key_in(keyed, jobs=0)
    (one,) = department.reception.counted(CAMPAIGN)
    assert (one.source, one.route, one.file_name) == (Source.KEYED_IN, Route.PAPER, "giay.png")
    (kept,) = department.reception.report(one.arrival)["scans"]
    assert (home / "received" / kept["digest"]).read_bytes() == scan.read_bytes()


def test_what_was_keyed_in_is_not_taken_in_with_the_paper_of_another(
    department: Office, signer: Signer, pages: list[Image.Image], tmp_path: Path
) -> None:
    scan = tmp_path / "giay.pdf"
    pages[0].save(scan, save_all=True, append_images=pages[1:])
    receives(department, scan)
    phuc = Clerk(department, signer, department.filling.begin(CAMPAIGN, OTHER_AGENCY, trial=True))
    phuc.fills_in()
    other = KeyedIn(revision=phuc.finalises(), agency_name="Thư viện thành phố Thử", trial=True, scans=(scan,))
    with refused("đó là giấy khác: Thư viện tỉnh Mẫu, đợt khảo sát thu-vien-2030 (thử nghiệm)") as told:
        department.reception.key_in(other, jobs=0)
    assert "Tệp này đã được nhận từ trước, là " in told[0].vi
    earnest = replace(other, revision=_of_agency(other, AGENCY), agency_name="Thư viện tỉnh Mẫu", trial=False)
    with refused("đó là giấy khác"):
        department.reception.key_in(earnest, jobs=0)
    mine = replace(earnest, trial=True)
    taken = department.reception.key_in(mine, jobs=0)
    assert "nên nhận chính bản quét" in department.reception.open_points(taken)[1].vi


def _of_agency(keyed: KeyedIn, code: str) -> Revision:
    identity = replace(keyed.revision.identity, agency=AgencyKey(code))
    return replace(keyed.revision, identity=identity)
