"""Files are read back from PDFs that nobody vouches for: what was put in comes out, and nothing harmful unfolds."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_archive import finished
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, StreamDecodeLevel, String
from pikepdf.settings import get_qpdf_limits

from cbc_desktop.documents.pdf import embedded
from cbc_desktop.documents.pdf.embedded import UnreadablePdfError, embedded_files

AS_WRITTEN = {"compress_streams": False, "stream_decode_level": StreamDecodeLevel.none}
names = st.text(st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=20)


def pdf_with(*names_and_files: pikepdf.Object, pdf: Pdf) -> bytes:
    """A PDF whose name tree of embedded files holds just this, as it is."""
    pdf.add_blank_page()
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(list(names_and_files))))
    return saved(pdf)


def saved(pdf: Pdf, **options: object) -> bytes:
    content = BytesIO()
    pdf.save(content, **(AS_WRITTEN | options))
    return content.getvalue()


def specification(pdf: Pdf, stream: pikepdf.Object | int) -> pikepdf.Object:
    file = Dictionary(Type=Name.Filespec, F=String("a"), UF=String("a"), EF=Dictionary(F=stream))
    return pdf.make_indirect(file)


def deflated(pdf: Pdf, content: bytes, times: int = 1) -> pikepdf.Object:
    for _ in range(times):
        content = zlib.compress(content, 9)
    stream = pdf.make_stream(b"")
    stream.write(content, filter=Array([Name.FlateDecode] * times))
    return stream


@settings(deadline=None)
@given(st.dictionaries(names, st.binary(max_size=500), max_size=5))
def test_what_is_embedded_comes_back(files: dict[str, bytes]) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        for name, content in files.items():
            pdf.attachments[name] = content
        assert embedded_files(saved(pdf, compress_streams=True)) == files


def test_a_pdf_without_files_is_not_an_error() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        assert embedded_files(saved(pdf)) == {}


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04" * 100, b"\0" * 1000])
def test_what_is_no_pdf_is_unreadable(content: bytes) -> None:
    with pytest.raises(UnreadablePdfError):
        embedded_files(content)


def test_an_encrypted_pdf_is_unreadable() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        content = BytesIO()
        pdf.save(content, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(UnreadablePdfError, match=r"^invalid password$"):
        embedded_files(content.getvalue())


def test_a_small_file_that_claims_to_be_huge_is_not_unfolded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "LARGEST_TOTAL", 100_000)
    with pikepdf.new() as pdf:
        content = pdf_with(String("a"), specification(pdf, deflated(pdf, b"\0" * 100_001)), pdf=pdf)
    with pytest.raises(UnreadablePdfError, match="more than 100000 bytes"):
        embedded_files(content)


def test_many_files_may_not_be_huge_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "LARGEST_TOTAL", 100_000)
    with pikepdf.new() as pdf:
        files = [specification(pdf, deflated(pdf, b"\0" * 60_000)) for _ in range(2)]
        content = pdf_with(String("a"), files[0], String("b"), files[1], pdf=pdf)
    with pytest.raises(UnreadablePdfError, match="more than 100000 bytes"):
        embedded_files(content)


def test_an_uncompressed_file_counts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "LARGEST_TOTAL", 1000)
    with pikepdf.new() as pdf:
        content = pdf_with(String("a"), specification(pdf, pdf.make_stream(b"x" * 1001)), pdf=pdf)
    with pytest.raises(UnreadablePdfError, match="more than 1000 bytes"):
        embedded_files(content)


MALFORMED: dict[str, Callable[[Pdf], list[pikepdf.Object]]] = {
    "two files of one name": lambda pdf: [String("a"), specification(pdf, deflated(pdf, b"x"))] * 2,
    "folded twice": lambda pdf: [String("a"), specification(pdf, deflated(pdf, b"x" * 1000, times=2))],
    "cut off": lambda pdf: [String("a"), specification(pdf, _cut_off(pdf))],
    "not deflated at all": lambda pdf: [String("a"), specification(pdf, _not_deflated(pdf))],
    "no stream": lambda pdf: [String("a"), specification(pdf, 5)],
    "no file": lambda pdf: [String("a"), pdf.make_indirect(Dictionary(Type=Name.Filespec))],
    "a number for a file": lambda pdf: [String("a"), 5],
}


def _cut_off(pdf: Pdf) -> pikepdf.Object:
    stream = pdf.make_stream(b"")
    stream.write(zlib.compress(bytes(range(256)) * 10)[:-30], filter=Name.FlateDecode)
    return stream


def _not_deflated(pdf: Pdf) -> pikepdf.Object:
    stream = pdf.make_stream(b"")
    stream.write(b"plain", filter=Name.FlateDecode)
    return stream


@pytest.mark.parametrize("kind", MALFORMED)
def test_a_malformed_embedded_file_is_unreadable(kind: str) -> None:
    with pikepdf.new() as pdf:
        content = pdf_with(*MALFORMED[kind](pdf), pdf=pdf)
    with pytest.raises(UnreadablePdfError):
        embedded_files(content)


@settings(deadline=None)
@given(st.data())
def test_damage_anywhere_is_an_answer_never_a_crash(data: st.DataObject) -> None:
    content = bytearray(_plain())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(_read_or_refusal(bytes(content)), dict | UnreadablePdfError)


def _read_or_refusal(content: bytes) -> dict[str, bytes] | UnreadablePdfError:
    try:
        return embedded_files(content)
    except UnreadablePdfError as refusal:
        return refusal


def _plain() -> bytes:
    """The finished document with every object in the open, where damage can reach it."""
    with pikepdf.open(BytesIO(finished())) as pdf:
        del pdf.Root.AcroForm, pdf.Root.OutputIntents, pdf.pages[0:]
        pdf.add_blank_page()
        return saved(pdf, object_stream_mode=ObjectStreamMode.disable)


def test_reading_leaves_the_limits_of_the_program_as_they_were() -> None:
    before = get_qpdf_limits()
    embedded_files(finished())
    with pytest.raises(UnreadablePdfError):
        embedded_files(b"")
    assert get_qpdf_limits() == before
