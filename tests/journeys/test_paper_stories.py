"""Lan's library sends paper; in the ministry somebody scans its pages of codes and gets the dossier back."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
import pytest
import segno
from clerk import MORNING, NUMBERED, Clerk, refused
from command_line import Command
from demo_files import DemoFiles
from invented_campaign import BOOKS, FILES, PLAN, SEATS, SURVEY
from PIL import Image, ImageDraw
from scanner import Scan, code_pages_of, page_image

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.message import Message
from cbc_desktop.documents.scans.codes import Effort, codes_on
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.office import open_office, open_receiving_desk
from cbc_desktop.package.layout import RECORD
from cbc_desktop.package.paper.chunk import Chunk, chunk_from
from cbc_desktop.package.paper.reading import PaperReading
from cbc_desktop.package.paper.report import PaperReport, PaperState
from cbc_desktop.signing.signer import Signer

OFFICE = Scan(dpi=150, skew=1.2, noise=10, jpeg=80)
"""What an office's scanner makes of a page."""


@dataclass(frozen=True)
class Sent:
    """What left the library, and the scans of its two pages with codes."""

    document: Path
    revision: Revision
    scans: tuple[Path, Path]


@pytest.fixture(scope="module")
def lan_at_work(
    converted: Path, campaigns: Path, signer: Signer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Clerk]:
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(converted / "cache", home / "cache")
    with open_office(home, clock=FixedClock(MORNING), campaigns=campaigns, who="Lan") as office:
        yield Clerk.begins(office, signer)


@pytest.fixture(scope="module")
def both(lan_at_work: Clerk, tmp_path_factory: pytest.TempPathFactory) -> tuple[Sent, Sent]:
    """The first revision and the second, which are exported only once: nothing in these stories changes them."""
    folder, lan = tmp_path_factory.mktemp("sent"), lan_at_work
    lan.fills_in()
    lan.dossier.set_facts(NUMBERED)
    first = _sent(lan, folder)
    lan.dossier.reopen()
    lan.answers(BOOKS, "152")
    return first, _sent(lan, folder)


@pytest.fixture
def sent(both: tuple[Sent, Sent]) -> Sent:
    return both[0]


def _sent(lan: Clerk, folder: Path) -> Sent:
    revision = lan.finalises()
    document = lan.exports(folder).document
    first, second = scans_of(document, folder, name=f"quet-{revision.number}")
    return Sent(document, revision, (first, second))


def scans_of(pdf: Path, folder: Path, how: Scan = OFFICE, name: str = "quet") -> list[Path]:
    """Each page with codes as a file of its own."""
    return [saved(how.of(page_image(pdf, page, how.dpi)), folder / f"{name}-{page}.tif") for page in code_pages_of(pdf)]


def saved(image: Image.Image, path: Path) -> Path:
    image.save(path)
    return path


def read(*scans: Path) -> PaperReading:
    return open_receiving_desk().read_paper(scans, lambda _: None)


def one_read(*scans: Path) -> PaperReport:
    (report,) = read(*scans).reports
    return report


def told(report: PaperReport) -> str:
    return "\n".join(report.lines("vi"))


def blotted(scan: Path, folder: Path, *codes: tuple[int, int]) -> Path:
    """A copy with black ink over codes, by row and column from 0."""
    page = Image.open(scan).convert("RGB")
    pen = ImageDraw.Draw(page)
    for row, column in codes:
        x, y = page.width * (0.27 + 0.27 * column), page.height * (0.26 + 0.2 * row)
        pen.ellipse((x - 80, y - 80, x + 80, y + 80), fill="black")
    return saved(page, folder / scan.name)


def test_the_scanned_pages_give_back_the_very_revision_that_was_finalised(sent: Sent) -> None:
    report = one_read(*sent.scans)
    assert (report.state, report.revision) == (PaperState.WHOLE, sent.revision)
    assert "Thư viện tỉnh Mẫu" in told(report)
    assert "Mã băm nội dung của hồ sơ đúng" in told(report)
    assert str(sent.revision.content_digest) in told(report)


def test_the_document_itself_may_be_read_without_any_scanner(sent: Sent) -> None:
    assert one_read(sent.document).revision == sent.revision


@pytest.mark.parametrize("name", ["quet.tif", "quet.pdf"])
def test_one_file_with_all_pages_in_any_order_is_as_good(sent: Sent, name: str, tmp_path: Path) -> None:
    pages = [Image.open(path) for path in reversed(sent.scans)]
    blank = Image.new("RGB", pages[0].size, "white")
    blank.save(tmp_path / name, save_all=True, append_images=pages, resolution=OFFICE.dpi)
    assert one_read(tmp_path / name).revision == sent.revision


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "CMYK"])
def test_colours_may_be_kept_in_any_way(sent: Sent, mode: str, tmp_path: Path) -> None:
    document = page_image(sent.document, code_pages_of(sent.document)[0], 200)
    report = one_read(saved(document.convert(mode), tmp_path / "trang.tif"))
    assert set(report.files) == {RECORD, f"{SURVEY}.xml"}


def test_a_blot_on_one_code_of_each_page_costs_nothing(sent: Sent, tmp_path: Path) -> None:
    report = one_read(*(blotted(scan, tmp_path, (0, 0)) for scan in sent.scans))
    assert report.revision == sent.revision
    assert told(report).count("đã khôi phục được từ các mã còn lại") == 2


def test_a_page_that_was_forgotten_is_asked_for_and_completes_the_dossier_later(
    cbc: Command, sent: Sent, tmp_path: Path
) -> None:
    first, second = sent.scans
    code, out, _ = cbc("read-paper", first, "--out", tmp_path)
    assert (code, out.partition(":")[0]) == (2, "CHƯA ĐỦ")
    assert "Phần 2/2: chưa đọc được mã nào" in out
    code, out, err = cbc("read-paper", second, first, "--out", tmp_path)
    assert (code, out.splitlines()[0]) == (0, "ĐỌC ĐỦ: số liệu trên giấy đã được đọc lại nguyên vẹn.")
    assert "Đang đọc trang 1/1 của " in err
    (folder,) = tmp_path.iterdir()
    assert folder.name.startswith("thu-vien-2030-thu-vien-tinh-mau-lan-1-")
    for form in sent.revision.forms:
        assert (folder / "submissions" / f"{form.form_id}.xml").read_bytes() == form.submission
    assert json.loads((folder / RECORD).read_bytes())["content_digest"] == str(sent.revision.content_digest)


def test_the_pages_of_two_dossiers_on_one_pile_are_told_apart(both: tuple[Sent, Sent], cbc: Command) -> None:
    pile = [scan for sent in both for scan in sent.scans]
    random.Random(5).shuffle(pile)
    reading = read(*pile)
    assert {report.revision and report.revision.number for report in reading.reports} == {1, 2}
    assert reading.state is PaperState.WHOLE
    code, out, _ = cbc("read-paper", *pile, lang="en")
    assert (code, out.splitlines()[0]) == (0, "These pages are of 2 different printings.")


def test_what_was_read_can_be_had_as_json(cbc: Command, sent: Sent) -> None:
    code, out, _ = cbc("read-paper", *sent.scans, "--json")
    (paper,) = json.loads(out)
    assert (code, paper["state"], paper["dossier"]["agency_name"]) == (0, "whole", "Thư viện tỉnh Mẫu")
    assert paper["files"] == sorted([RECORD, f"{PLAN}.xml", f"{SURVEY}.xml"])


def test_remarks_and_digests_of_attachments_come_back_too(lan: Clerk, tmp_path: Path) -> None:
    attachment = tmp_path / "to-trinh.pdf"
    attachment.write_bytes(b"%PDF-1.7 to trinh\n%%EOF")
    lan.fills_in(SURVEY)
    lan.notes(SEATS, "Cả ghế ngoài trời, kể cả “<ghế> & bàn”.")
    lan.adds_row(FILES)
    lan.attaches(f"{FILES}[1]/noi_dung", attachment)
    revision = lan.finalises(SURVEY)
    report = one_read(lan.exports(tmp_path / "ra").document)
    assert (report.state, report.revision) == (PaperState.WHOLE, revision)
    assert "Phần 1/1: đọc đủ" in told(report)
    assert "Tệp đính kèm “media/to-trinh" in told(report)


def test_pages_without_codes_are_told_with_what_to_do(cbc: Command, tmp_path: Path) -> None:
    page = saved(Image.new("RGB", (600, 800), "white"), tmp_path / "trang.png")
    code, out, err = cbc("read-paper", page)
    assert (code, out) == (2, "")
    assert "Không thấy mã số liệu nào" in err


def test_files_that_are_no_scans_are_refused_by_name(tmp_path: Path) -> None:
    for name, content in (("a.pdf", b"%PDF-1.7 broken"), ("b.png", b"\x89PNG broken"), ("c.docx", b"PK")):
        (tmp_path / name).write_bytes(content)
        with refused(f"{name}” không phải là bản quét đọc được"):
            read(tmp_path / name)
    with refused("Không đọc được tệp"):
        read(tmp_path / "khong-co.pdf")


def test_a_damaged_page_among_good_ones_is_told_and_the_others_are_read(sent: Sent, tmp_path: Path) -> None:
    first, second = sent.scans
    damaged = tmp_path / second.name
    damaged.write_bytes(second.read_bytes()[:-5000])
    reading = read(first, damaged)
    assert [notice.vi for notice in reading.notices] == [
        f"Trang 1 của “{second.name}” bị hỏng hoặc quá lớn nên không đọc được."
    ]
    assert reading.state is PaperState.INCOMPLETE


def test_an_image_that_would_fill_the_memory_is_not_unpacked(sent: Sent, tmp_path: Path) -> None:
    bomb = saved(Image.new("1", (20_000, 8_000)), tmp_path / "bom.png")
    with_bomb = read(*sent.scans, bomb)
    assert "quá lớn" in with_bomb.notices[0].vi
    assert with_bomb.state is PaperState.WHOLE
    with refused("quá lớn nên không được đọc"):
        read(saved(Image.new("1", (30_000, 15_000)), tmp_path / "bom.tif"))


def test_files_that_are_far_too_large_are_refused_before_they_are_read(tmp_path: Path) -> None:
    huge = tmp_path / "lon.pdf"
    with huge.open("wb") as file:
        file.truncate(600 * 1024 * 1024)
    with refused("tối đa 1000 trang, 512 MB"):
        read(huge)
    with pikepdf.new() as pdf:
        for _ in range(1001):
            pdf.add_blank_page()
        pdf.save(tmp_path / "dai.pdf")
    with refused("tối đa 1000 trang, 512 MB"):
        read(tmp_path / "dai.pdf")


def test_pages_that_a_pdf_promises_and_does_not_have_are_told(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "quet.pdf", object_stream_mode=pikepdf.ObjectStreamMode.disable)
    (tmp_path / "quet.pdf").write_bytes((tmp_path / "quet.pdf").read_bytes().replace(b"/Count 1", b"/Count 2"))
    assert "Trang 2 của “quet.pdf” bị hỏng" in read(tmp_path / "quet.pdf").notices[0].vi


def test_forged_codes_are_told_and_nothing_of_them_is_written(cbc: Command, sent: Sent, tmp_path: Path) -> None:
    one = codes_on(page_image(sent.document, code_pages_of(sent.document)[0], 200), Effort.AS_IT_IS)[0]
    chunk = chunk_from(one)
    assert isinstance(chunk, Chunk)
    forged = replace(chunk, share=bytes(len(chunk.share)))
    scans = [code_image(content, tmp_path / f"{number}.png") for number, content in enumerate([one, forged.to_bytes()])]
    code, out, _ = cbc("read-paper", *scans, "--out", tmp_path / "doc")
    assert (code, out.partition(":")[0]) == (1, "KHÔNG KHỚP")
    assert not (tmp_path / "doc").exists()


def test_codes_of_others_are_passed_over_and_those_of_a_newer_program_are_told(sent: Sent, tmp_path: Path) -> None:
    contents = [b"https://thu-vien.example", b"CBC\x09 newer", b"CBC\x01 damaged"]
    strange = [code_image(content, tmp_path / f"{number}.png") for number, content in enumerate(contents)]
    reading = read(*sent.scans, *strange)
    assert reading.state is PaperState.WHOLE
    newer, damaged = (notice.vi for notice in reading.notices)
    assert "Trang 1 của “1.png” có mã của phiên bản phần mềm mới hơn" in newer
    assert "Trang 1 của “2.png” có mã bị hỏng" in damaged


def code_image(content: bytes, path: Path) -> Path:
    segno.make_qr(content, mode="byte").save(str(path), scale=4)
    return path


def test_every_page_is_announced_and_only_pages_with_missing_codes_are_read_again(sent: Sent, tmp_path: Path) -> None:
    first, second = sent.scans
    said: list[Message] = []
    second = blotted(second, tmp_path, (0, 0), (0, 1))
    open_receiving_desk().read_paper([first, second], said.append)
    assert [message.vi.partition(" trang")[0] for message in said] == ["Đang đọc", "Đang đọc", *["Đang đọc kỹ lại"] * 2]
    assert all(second.name in message.vi for message in said[2:])


# --- a real dossier, whose pages are full of codes ----------------------------------------------------------------

SCANNERS = [
    *(pytest.param(Scan(dpi), id=f"{dpi} dpi") for dpi in (150, 200, 300)),
    *(pytest.param(Scan(dpi, skew=3, noise=40, blur=0.6, jpeg=60), id=f"{dpi} dpi, noisy") for dpi in (150, 200, 300)),
    *(
        pytest.param(Scan(dpi, skew=-1, noise=25, jpeg=75, sealed=True), id=f"{dpi} dpi, sealed")
        for dpi in (150, 200, 300)
    ),
    pytest.param(Scan(150, skew=-3, noise=50, blur=0.9, jpeg=50), id="a bad scanner"),
    pytest.param(Scan(200, skew=180.5, noise=20, jpeg=70), id="upside down"),
    pytest.param(Scan(200, skew=90, noise=20, jpeg=70), id="lying"),
]


@pytest.mark.slow
@pytest.mark.parametrize("how", SCANNERS)
def test_a_full_page_is_read_whole_from_every_scanner(demo: DemoFiles, how: Scan, tmp_path: Path) -> None:
    page = page_image(demo.document, code_pages_of(demo.document)[0], how.dpi)
    report = one_read(saved(how.of(page), tmp_path / "trang.tif"))
    assert report.files["khao-sat-nhanh.xml"] == demo.parts()["submissions/khao-sat-nhanh.xml"]
    assert report.files[RECORD] == demo.parts()[RECORD]


@pytest.mark.slow
def test_the_demonstrations_dossier_comes_back_whole_from_its_pages(demo: DemoFiles, tmp_path: Path) -> None:
    parts = {name.rpartition("/")[2]: content for name, content in demo.parts().items()}
    scans = scans_of(demo.document, tmp_path)
    report = one_read(*scans)
    assert (report.state, report.files) == (PaperState.WHOLE, {name: parts[name] for name in report.files})
    scans[0] = blotted(scans[0], tmp_path, (0, 0), (2, 0))
    report = one_read(*scans)
    assert f"Phần 1/2, trang mã 1/1: thiếu mã 1, 7 của 9; đó là trang 1 của “{scans[0].name}”" in told(report)
    assert report.state is PaperState.INCOMPLETE
