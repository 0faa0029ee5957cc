"""What people and attackers do to a signed PDF afterwards, as functions from bytes to bytes."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime
from io import BytesIO

from asn1crypto import algos, x509
from field_pdf import LEADER, NUMBER, pdf_with_fields
from pki import certified, rsa_key
from pyhanko.keys.internal import translate_pyca_cryptography_key_to_asn1
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, PdfTimeStamper
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.timestamps import DummyTimeStamper

from cbc_desktop.signing.identity import SignerIdentity

MOMENT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
FORGED_PAGE = b"BT /F1 12 Tf 72 700 Td (Forged) Tj ET"


def with_number_filled(pdf: bytes, number: str = "05") -> bytes:
    """The clerk fills the field for the number: an incremental update that changes a field's value only."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    for reference in writer.root["/AcroForm"]["/Fields"]:
        field = reference.get_object()
        if field["/T"] == NUMBER:
            field[generic.pdf_name("/V")] = generic.pdf_string(number)
            writer.update_container(field)
    return _written(writer)


def with_page_changed(pdf: bytes) -> bytes:
    """Another text on the page, as an incremental update."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page[generic.pdf_name("/Contents")] = writer.add_object(generic.StreamObject(stream_data=FORGED_PAGE))
    writer.update_container(page)
    return _written(writer)


def with_empty_update(pdf: bytes) -> bytes:
    """An incremental update that changes nothing."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    writer._force_write_when_empty = True
    return _written(writer)


def with_fields(pdf: bytes, count: int) -> bytes:
    """Of its form's fields only the first ones are left."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    form = writer.root["/AcroForm"]
    del form["/Fields"][count:]
    writer.update_container(form)
    return _written(writer)


def _written(writer: IncrementalPdfFileWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def byte_range(pdf: bytes) -> tuple[int, int, int, int]:
    """The last /ByteRange in the file."""
    numbers = re.findall(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]", pdf)[-1]
    first, length, second, rest = (int(number) for number in numbers)
    return first, length, second, rest


def gap(pdf: bytes) -> range:
    """Where the last signature's hexadecimal text stands, with its angle brackets."""
    _, start, end, _ = byte_range(pdf)
    return range(start, end)


def der_length(pdf: bytes) -> int:
    """How many bytes of the last signature are its DER value; zeros follow."""
    text = bytes.fromhex(pdf[gap(pdf).start + 1 : gap(pdf).stop - 1].decode())
    return int.from_bytes(text[2:4], "big") + 4


def wrapped(pdf: bytes) -> bytes:
    """A signature wrapping attack: both signed stretches are kept byte for byte, and a forged page stands between.

    The old end of the file still says where its cross-reference table is; there the attacker writes another one. The
    signature becomes a literal string, which needs half the room of its hexadecimal text: what is left over makes the
    lengths of the parts add up to the length of the file, and holds the forged page.
    """
    _, start, end, rest = byte_range(pdf)
    head, tail = pdf[:start], pdf[end:]
    table_at = int(re.findall(rb"startxref\s+(\d+)\s+%%EOF", tail)[-1])
    reader = PdfFileReader(BytesIO(pdf))
    page = reader.root["/Pages"]["/Kids"][0]
    offsets = {int(found[1]): found.start(1) for found in re.finditer(rb"\n(\d+) 0 obj", head)}

    forged = b"\n%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n"
    content = page.raw_get("/Contents").idnum
    between = (forged % (content, len(FORGED_PAGE), FORGED_PAGE)).ljust(table_at - start)
    offsets[content] = start + 1

    padded = bytes.fromhex(pdf[start + 1 : end - 1].decode()) + bytes(20_000)
    room = 2 * len(padded) + 2
    signature = reader.root["/AcroForm"]["/Fields"][0].raw_get("/V").idnum
    trailer = b"trailer << /Root 1 0 R /Size %d >>\n" % (max(offsets) + 1)
    offsets[signature] = table_at + len(_table(offsets)) + len(trailer)
    between += _table(offsets) + trailer + _signature_object(signature, [0, start, start + room, rest], padded)
    return head + between.ljust(room) + tail


def _table(offsets: dict[int, int]) -> bytes:
    free = b"0000000000 65535 f \n"
    rows = [b"%010d 00000 n \n" % offsets[n] if n in offsets else free for n in range(max(offsets) + 1)]
    return b"xref\n0 %d\n" % len(rows) + b"".join(rows)


def _signature_object(number: int, covered: list[int], contents: bytes) -> bytes:
    literal = re.sub(rb"[()\\\r]", lambda found: b"\\%03o" % found[0][0], contents)
    return (
        b"%d 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [%s] "
        % (
            number,
            b" ".join(b"%d" % each for each in covered),
        )
        + b"/M (D:20261120093000Z) /Contents (%s) >>\nendobj\n" % literal
    )


def with_document_timestamp(pdf: bytes) -> bytes:
    """A document timestamp by some authority: an update that only concerns signatures."""
    key = rsa_key(2048)
    authority = certified("Dịch vụ cấp dấu thời gian", MOMENT, key=key)
    stamper = DummyTimeStamper(
        tsa_cert=x509.Certificate.load(authority.der),
        tsa_key=translate_pyca_cryptography_key_to_asn1(key),
        fixed_dt=MOMENT,
    )
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    stamped: BytesIO = PdfTimeStamper(stamper, field_name="DauThoiGian").timestamp_pdf(writer, "sha256")
    return stamped.getvalue()


def foreign_signature(
    identity: SignerIdentity,
    *,
    at: datetime,
    digest: str = "sha256",
    subfilter: str = "PADES",
    certify: bool = False,
    mechanism: str | None = None,
    pdf: bytes | None = None,
    field: str = LEADER,
) -> bytes:
    """A PDF signed by another program, which allows itself what ours does not."""
    metadata = PdfSignatureMetadata(
        field_name=field,
        md_algorithm=digest,
        subfilter=SigSeedSubFilter[subfilter],
        certify=certify,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    raw_signer = identity.pyhanko_signer()
    if mechanism:
        raw_signer._signature_mechanism = algos.SignedDigestAlgorithm({"algorithm": mechanism})
    signer = PdfSigner(metadata, raw_signer)

    async def work() -> bytes:
        session = signer.init_signing_session(IncrementalPdfFileWriter(BytesIO(pdf or pdf_with_fields())))
        session.system_time = at
        room = await session.estimate_signature_container_size(None)
        document = session.prepare_tbs_document(None, room)
        prepared, out = document.digest_tbs_document()
        attributes = PdfCMSSignedAttributes(signing_time=at if at.tzinfo else None)
        await document.perform_signature(prepared.document_digest, attributes)
        content: bytes = out.getvalue()
        return content

    return asyncio.run(work())


def with_visible_field_added(pdf: bytes) -> bytes:
    """A new, empty signature field that covers the page: its appearance could say anything."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    append_signature_field(writer, SigFieldSpec("over_the_page", on_page=0, box=(0, 0, 500, 800)))
    return _written(writer)


def with_invisible_field_added(pdf: bytes) -> bytes:
    """A new, empty signature field that shows nothing, as one for a document timestamp."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    append_signature_field(writer, SigFieldSpec("unseen"))
    return _written(writer)


def with_appearance_changed(pdf: bytes, name: str) -> bytes:
    """A field that shows something else than before."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    for reference in writer.root["/AcroForm"]["/Fields"]:
        field = reference.get_object()
        if field["/T"] == name:
            drawing = generic.StreamObject(dict(field["/AP"]["/N"]), stream_data=b"1 0 0 rg 0 0 200 20 re f")
            field[generic.pdf_name("/AP")] = generic.DictionaryObject({"/N": writer.add_object(drawing)})
            writer.update_container(field)
    return _written(writer)
