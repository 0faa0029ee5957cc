"""Pages on paper: what a printer gets is the page, in its size and place, and what was asked for and no more."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_printers import pdf_printer
from PIL import Image, ImageChops, ImageStat
from PIL.ImageFilter import GaussianBlur
from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.pdf.fonts import Face, register_faces
from cbc_desktop.ui.printing.order import PrintOrder, Sides, pages_meant
from cbc_desktop.ui.printing.placing import CLEAR, placed
from cbc_desktop.ui.printing.print_run import print_pages
from cbc_desktop.ui.tasks import CancelledError

A4 = (595, 842)
"""As printers have it, in whole points: pictures of a page that begins in the middle of a dot are never the same."""
LYING = (A4[1], A4[0])
EVERY = PrintOrder((0, 1, 2, 3))
NO_MARGINS = QMarginsF()
lengths = st.floats(100, 2000)
margins = st.builds(QMarginsF, *[st.floats(0, 45)] * 4)


@pytest.fixture(scope="module")
def document() -> bytes:
    """Four pages, the third one landscape; each has its number, lines at its edges and text all the way down."""
    register_faces()
    content = BytesIO()
    canvas = Canvas(content, invariant=1, initialFontName=Face.REGULAR.value)
    for number, size in enumerate((A4, A4, LYING, A4), start=1):
        canvas.setPageSize(size)
        canvas.setFont(Face.BOLD.value, 60)
        canvas.drawString(200, size[1] / 2, f"Page {number}")
        canvas.rect(28, 28, size[0] - 56, size[1] - 56)
        canvas.setFont(Face.REGULAR.value, 11)
        for line in range(60, int(size[1]) - 40, 16):
            canvas.drawString(40, line, f"{number}.{line} the quick brown fox")
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def test_every_page_comes_out_as_it_is(qapp: QApplication, document: bytes, tmp_path: Path) -> None:
    """In number, size, direction and picture; strips meet without a seam."""
    printed = printed_with(EVERY, document, tmp_path, dots=300)
    assert sizes(printed) == [(595, 842), (595, 842), (842, 595), (595, 842)]
    for ours, theirs in zip(pictures(printed), pictures(document), strict=True):
        assert distance(ours, theirs) < 1.6
        assert max(band(ours, theirs)) < 10, "two strips do not meet"


@pytest.mark.parametrize(
    ("order", "numbers"),
    [
        (PrintOrder((1, 2)), "23"),
        (PrintOrder((0, 3), last_first=True), "41"),
        (PrintOrder((0, 1), copies=2), "1212"),
        (PrintOrder((0, 1), copies=2, last_first=True), "2121"),
    ],
)
def test_the_pages_that_were_asked_for_in_their_turn(
    qapp: QApplication, document: bytes, tmp_path: Path, order: PrintOrder, numbers: str
) -> None:
    """A printer that cannot copy gets every copy; sets stay together."""
    printed = pictures(printed_with(order, document, tmp_path))
    pages = pictures(document)
    nearest = [min(range(4), key=lambda page: distance(one, pages[page])) + 1 for one in printed]
    assert "".join(map(str, nearest)) == numbers


def test_sides_and_colour_reach_the_printer(qapp: QApplication, document: bytes, tmp_path: Path) -> None:
    printer = Listening(tmp_path / "out.pdf")
    print_pages(document, printer, PrintOrder((0,), copies=3, sides=Sides.SHORT_EDGE, grey=True), lambda _: None)
    assert printer.heard == [
        ("sides", QPrinter.DuplexMode.DuplexShortSide),
        ("colour", QPrinter.ColorMode.GrayScale),
        ("copies", 3),
    ]


def test_grey_is_grey(qapp: QApplication, tmp_path: Path) -> None:
    content = BytesIO()
    canvas = Canvas(content, pagesize=A4)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, *A4, fill=1)
    canvas.save()
    (coloured,) = pictures(printed_with(PrintOrder((0,)), content.getvalue(), tmp_path), mode="RGB")
    (grey,) = pictures(printed_with(PrintOrder((0,), grey=True), content.getvalue(), tmp_path), mode="RGB")
    assert coloured.getpixel((100, 100)) == (255, 0, 0)
    red, green, blue = grey.getpixel((100, 100))
    assert red == green == blue < 200


def test_a_print_is_stopped_between_two_strips(qapp: QApplication, document: bytes, tmp_path: Path) -> None:
    told: list[Message] = []

    def stop_at_the_second(message: Message) -> None:
        told.append(message)
        if "2/4" in message.vi:
            raise CancelledError

    with pytest.raises(CancelledError):
        print_pages(document, pdf_printer(tmp_path / "out.pdf"), EVERY, stop_at_the_second)
    assert told[0].en == "Printing: page 1 of 4 …"
    assert "2/4" in told[-1].vi


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(qapp: QApplication, document: bytes, tmp_path: Path) -> None:
    (tmp_path / "out.pdf").mkdir()
    with pytest.raises(UserFacingError, match="does not take the print"):
        printed_with(EVERY, document, tmp_path)


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("", (0, 1, 2, 3, 4, 5, 6, 7)),
        (" 2 ", (1,)),
        ("1-3, 8", (0, 1, 2, 7)),
        ("8;1 – 2", (0, 1, 7)),
        ("2-4,3-5", (1, 2, 3, 4)),
        ("9", None),
        ("0-2", None),
        ("5-3", None),
        ("trang 1", None),
        ("-", None),
    ],
)
def test_a_line_of_pages_means_what_people_mean(typed: str, pages: tuple[int, ...] | None) -> None:
    assert pages_meant(typed, 8) == pages


@pytest.mark.parametrize(
    ("order", "sheets"),
    [
        (PrintOrder((0, 1, 2)), 3),
        (PrintOrder((0, 1, 2), sides=Sides.LONG_EDGE), 2),
        (PrintOrder((0, 1, 2), copies=5, sides=Sides.LONG_EDGE), 10),
    ],
)
def test_so_many_sheets_of_paper_are_needed(order: PrintOrder, sheets: int) -> None:
    assert order.sheets == sheets


@given(st.builds(QSizeF, lengths, lengths), st.builds(QSizeF, lengths, lengths), margins)
def test_a_page_is_never_enlarged_and_never_leaves_the_paper(page: QSizeF, paper: QSizeF, least: QMarginsF) -> None:
    place = placed(page, paper, least)
    sheet = QRectF(QPointF(-3, -3), paper + QSizeF(6, 6))
    assert sheet.contains(place)
    assert place.width() <= page.width() + 1e-6
    assert place.width() / page.width() == pytest.approx(place.height() / page.height())


def test_a_page_is_as_large_as_it_is_while_the_printer_has_room_for_what_is_on_it() -> None:
    page, few, many = QSizeF(*A4), QMarginsF(CLEAR, CLEAR, CLEAR, CLEAR), QMarginsF(40, 20, 20, 20)
    assert (
        placed(page, QSizeF(595, 842), few) == QRectF(QPointF(0, 0.055), page)
        or placed(page, QSizeF(595, 842), few).size() == page
    )
    assert placed(page, QSizeF(595, 842), many).width() < page.width()
    letter = placed(page, QSizeF(612, 792), NO_MARGINS)
    assert letter.height() == pytest.approx(792)


class Listening(QPrinter):
    """Copies by itself, and remembers what it was told."""

    def __init__(self, path: Path) -> None:
        super().__init__(QPrinter.PrinterMode.ScreenResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))
        self.heard: list[tuple[str, object]] = []

    def supportsMultipleCopies(self) -> bool:  # noqa: N802
        return True

    def setDuplex(self, mode: QPrinter.DuplexMode) -> None:  # noqa: N802
        self.heard.append(("sides", mode))

    def setColorMode(self, mode: QPrinter.ColorMode) -> None:  # noqa: N802
        self.heard.append(("colour", mode))

    def setCopyCount(self, copies: int) -> None:  # noqa: N802
        self.heard.append(("copies", copies))


def printed_with(order: PrintOrder, document: bytes, folder: Path, dots: int = 150) -> bytes:
    path = folder / "out.pdf"
    assert print_pages(document, pdf_printer(path, dots=dots), order, lambda _: None) > 0
    return path.read_bytes()


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    """In points, rounded."""
    told = subprocess.run(["pdfinfo", "-l", "99", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    lines = [line.split() for line in told.splitlines() if line.startswith("Page ") and " size:" in line]
    return [(round(float(words[3])), round(float(words[5]))) for words in lines]


def pictures(pdf: bytes, mode: str = "L") -> list[Image.Image]:
    """By poppler, made smaller and soft: a letter's edge is never drawn alike twice."""
    return [_picture(pdf, page, mode) for page in range(1, len(sizes(pdf)) + 1)]


def _picture(pdf: bytes, page: int, mode: str) -> Image.Image:
    command = ["pdftoppm", "-r", "216", "-f", str(page), "-l", str(page), "-png", "-"]
    drawn = Image.open(BytesIO(subprocess.run(command, input=pdf, capture_output=True, check=True).stdout))
    return drawn.convert(mode).reduce(3).filter(GaussianBlur(1))


def distance(one: Image.Image, other: Image.Image) -> float:
    if one.size != other.size:
        return float("inf")
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


def band(one: Image.Image, other: Image.Image) -> list[float]:
    """The distance of every ten lines."""
    parts = [(0, top, one.width, top + 10) for top in range(0, one.height - 10, 10)]
    return [distance(one.crop(part), other.crop(part)) for part in parts]
