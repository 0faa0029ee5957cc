"""Universal signature forgery and signature wrapping: the signature's own dictionary, its contents and its range."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from added_revisions import FORGED, forge_page
from attack import Attack, Change, after_the_seal
from changed_bytes import ALTERED, LEFT_OUT
from pdf_update import Update, opened, table_place
from pikepdf import Array, Dictionary, Name, Object, String

from cbc_desktop.documents.pdf.field_names import AGENCY_FIELD
from cbc_desktop.package.facts import FactCode

_NULL = Name("/NULL__")
"""As long as "null" and three spaces, which takes its place in the file: pikepdf keeps no null in a dictionary."""


def _rewritten(change: Callable[[Object], None]) -> Change:
    """Another page, and the agency's signature dictionary changed in a way that careless verifiers take for valid."""

    def made(pdf: bytes) -> bytes:
        update = Update(pdf)
        forge_page(update)
        value = update.field(AGENCY_FIELD).V
        change(value)
        update.mark(value)
        return update.written().replace(b"/NULL__", b"null   ")

    return made


def _without(key: str) -> Change:
    return _rewritten(lambda value: value.__delitem__(key))


def _with(key: str, content: object) -> Change:
    return _rewritten(lambda value: value.__setitem__(key, content))  # type: ignore[arg-type]  # pikepdf converts


def _value_replaced(content: object) -> Change:
    def made(pdf: bytes) -> bytes:
        update = Update(pdf)
        forge_page(update)
        field = update.field(AGENCY_FIELD)
        field.V = content  # type: ignore[assignment]  # pikepdf converts
        update.mark(field)
        return update.written().replace(b"/NULL__", b"null   ")

    return made


_CONTENTS: Mapping[str, Change] = {
    "contents_missing": _without("/Contents"),
    "contents_null": _with("/Contents", _NULL),
    "contents_empty": _with("/Contents", String(b"")),
    "contents_zero": _with("/Contents", String(b"\0" * 64)),
    "contents_a_name": _with("/Contents", Name.Valid),
    "contents_a_list": _with("/Contents", Array([])),
}
_RANGES: Mapping[str, Change] = {
    "range_missing": _without("/ByteRange"),
    "range_null": _with("/ByteRange", _NULL),
    "range_empty": _with("/ByteRange", Array([])),
    "range_of_zeros": _with("/ByteRange", Array([0, 0, 0, 0])),
    "range_negative": _with("/ByteRange", Array([0, -1, -1, -1])),
    "range_of_words": _with("/ByteRange", Array([Name.a, Name.b, Name.c, Name.d])),
    "range_of_one_stretch": _with("/ByteRange", Array([0, 100])),
    "range_of_three_stretches": _with("/ByteRange", Array([0, 100, 200, 300, 400, 500])),
    "range_beyond_the_end": _with("/ByteRange", Array([0, 100, 10**9, 10**9])),
    "range_not_from_the_start": _with("/ByteRange", Array([9, 100, 200, 300])),
}
_KINDS: Mapping[str, Change] = {
    "kind_missing": _without("/SubFilter"),
    "kind_unknown": _with("/SubFilter", Name("/cbc.secret")),
    "value_a_number": _value_replaced(7),
}


def _wrapped(contents: str) -> Change:
    """Both signed stretches are kept byte for byte; between them stands another document, with a table of its own.

    The end of the file says where its table begins. The attacker makes the gap so wide that this place lies in it.
    """

    def made(pdf: bytes) -> bytes:
        start, end, rest = (int(each) for each in _LAST_RANGE.findall(pdf)[-1])
        head, tail, table_at = pdf[:start], pdf[end:], table_place(pdf)
        with opened(pdf) as document:
            content, value = document.pages[0].obj.Contents.objgen[0], _agency_value(document.Root)
            root, size = document.Root.objgen[0], int(document.trailer.Size)
            identifier = document.trailer.ID.unparse()
        forged = b"\n%d 0 obj\n<</Length %d>>\nstream\n%b\nendstream\nendobj\n" % (content, len(FORGED), FORGED)
        places = {**_of_the_last_revision(head), content: start + 1}
        room = 4 * (end - start)
        signature = _signature(value, [0, start, start + room, rest], contents % pdf[start + 1 : end - 1].decode())
        length = len(_table(size, places, root, identifier, _previous(pdf)))
        places[value] = table_at + length
        table = _table(size, {**places, size: table_at}, root, identifier, _previous(pdf))
        places[value] = table_at + len(table)
        table = _table(size, {**places, size: table_at}, root, identifier, _previous(pdf))
        between = forged.ljust(table_at - start) + table + signature
        return head + between.ljust(room) + tail

    return made


_LAST_RANGE = re.compile(rb"/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")


def _agency_value(root: Object) -> int:
    return next(field.V.objgen[0] for field in root.AcroForm.Fields if str(field.T) == AGENCY_FIELD)


def _previous(pdf: bytes) -> int:
    return int(re.findall(rb"startxref\s+(\d+)", pdf)[-2])


def _of_the_last_revision(head: bytes) -> dict[int, int]:
    begins = head.rindex(b"%%EOF")
    return {int(found[1]): found.start(1) for found in re.finditer(rb"\n(\d+) 0 obj", head) if found.start() > begins}


def _table(size: int, places: Mapping[int, int], root: int, identifier: bytes, previous: int) -> bytes:
    content = b"".join(b"\1" + at.to_bytes(6, "big") + b"\0\0" for _, at in sorted(places.items()))
    index = b" ".join(b"%d 1" % number for number in sorted(places))
    head = b"%d 0 obj\n<</Type/XRef/W[1 6 2]/Size %d/Root %d 0 R/Prev %d/Index[%b]/Length %d/ID %b>>\nstream\n" % (
        *(size, size + 1, root, previous, index, len(content), identifier),
    )
    return head + content + b"\nendstream\nendobj\n"


def _signature(number: int, covered: list[int], contents: str) -> bytes:
    numbers = " ".join(str(each) for each in covered)
    entries = f"/Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[{numbers}]{contents}"
    return f"{number} 0 obj\n<<{entries}>>\nendobj\n".encode()


ATTACKS: list[Attack] = [
    *after_the_seal("universal forgery", words=ALTERED, **_CONTENTS, **_RANGES, **_KINDS),
    *after_the_seal(
        "universal forgery",
        words=LEFT_OUT,
        no_value=_value_replaced(_NULL),
        value_an_empty_dictionary=_value_replaced(Dictionary()),
    ),
    *after_the_seal("signature wrapping", words=ALTERED, range_moved_apart=_wrapped("/Contents<%s>")),
    *after_the_seal(
        "signature wrapping",
        FactCode.PDF_READABLE,
        "cannot be read",
        contents_twice=_wrapped("/Contents<00>/Contents<%s>"),
        range_twice=_wrapped("/Contents<%s>/ByteRange[0 1 2 3]"),
    ),
]
