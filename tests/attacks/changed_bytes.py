"""Bytes changed in what was signed, and bytes before and behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pikepdf
from attack import Attack, Change, after_the_seal, on_the_pdf
from honest import honest

from cbc_desktop.package.facts import FactCode

_GAPS = re.compile(rb"/ByteRange\s*\[\s*0 +(\d+) +(\d+) +(\d+)\s*\]")


def _flipped(place: Callable[[bytes], int]) -> Change:
    def change(pdf: bytes) -> bytes:
        at = place(pdf)
        return pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]

    return change


def _in_stream(marker: bytes) -> Callable[[bytes], int]:
    """Somewhere in the stream of the object whose dictionary has this marker."""
    return lambda pdf: pdf.index(b"stream", pdf.index(marker)) + 40


def _gap(pdf: bytes, which: int) -> tuple[int, int]:
    """Where a signature's hexadecimal text begins and ends, in the order of signing."""
    start, end, _ = _GAPS.findall(pdf)[which]
    return int(start), int(end)


def _another_last_digit(which: int) -> Change:
    """Of the signature's value, before its padding."""

    def change(pdf: bytes) -> bytes:
        start, end = _gap(pdf, which)
        at = start + len(pdf[start:end].rstrip(b"0>")) - 1
        return pdf[:at] + (b"1" if pdf[at : at + 1] != b"1" else b"2") + pdf[at + 1 :]

    return change


def _in_the_padding(pdf: bytes) -> bytes:
    end = _gap(pdf, -1)[1]
    return pdf[: end - 5] + b"1" + pdf[end - 4 :]


def _with_a_zip_behind(pdf: bytes) -> bytes:
    """A file that is both: PDF readers begin at its head, unpackers at its end."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("dossier.json", "{}")
    return pdf + out.getvalue()


def _encrypted(pdf: bytes) -> bytes:
    """Saved anew with a password that opens without being asked for."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="abc", user=""))
    return out.getvalue()


def _saved_anew(pdf: bytes) -> bytes:
    """By a program that reads everything and writes everything anew."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(out)
    return out.getvalue()


ALTERED = "does not match"
NOT_PERMITTED = "not permitted"
LEFT_OUT = "does not name"

ATTACKS: list[Attack] = [
    *after_the_seal(
        "changed byte",
        words=ALTERED,
        in_an_unused_corner=lambda pdf: pdf.replace(b"%PDF-1.7", b"%PDF-1.6", 1),
        in_the_leaders_signature=_another_last_digit(0),
        in_the_agencys_signature=_another_last_digit(-1),
        in_the_number_as_it_is_drawn=_flipped(lambda pdf: pdf.rindex(b"> Tj") - 1),
        in_the_padding_of_the_signature=_in_the_padding,
        in_the_claimed_time=lambda pdf: pdf.replace(b"/M (D", b"/M (E"),
    ),
    *after_the_seal(
        "bytes behind the seal",
        words=NOT_PERMITTED,
        an_empty_line=lambda pdf: pdf + b"\n",
        a_remark=lambda pdf: pdf + b"% a remark\n",
        a_zero=lambda pdf: pdf + b"\0",
        a_zip=_with_a_zip_behind,
    ),
    *after_the_seal(
        "bytes behind the seal",
        FactCode.PDF_READABLE,
        "cannot be read",
        a_second_end=lambda pdf: pdf + b"startxref\n9\n%%EOF\n",
    ),
    *after_the_seal("bytes behind the seal", words=LEFT_OUT, another_PDF=lambda pdf: pdf + honest().unsigned),
    *after_the_seal(
        "changed byte",
        FactCode.PDF_READABLE,
        "cannot be read",
        in_the_embedded_files=_flipped(_in_stream(b"/Type /EmbeddedFile")),
    ),
    *after_the_seal("bytes before the head", FactCode.PDF_READABLE, "cannot be read", a_line=lambda pdf: b"\n" + pdf),
    *after_the_seal("encryption", FactCode.PDF_READABLE, "cannot be read", saved_anew_with_a_password=_encrypted),
    *after_the_seal("saved anew", words=ALTERED, by_another_program=_saved_anew),
    on_the_pdf("bytes behind the seal", "cut off", lambda: honest().sealed[:-10], FactCode.PDF_READABLE, "be read"),
]
