"""What in a PDF acts by itself or shows now this and now that: no document that is made here has anything of it.

A signature covers it and says nothing of it: whoever prepared the file can make it show another content later, though
not a byte of it changes (ISO 19005-3, 6.5 and 6.6, forbids it in PDF/A; layers we do without).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

import pikepdf
from pikepdf import Array, Dictionary, Object, Stream

from cbc_desktop.documents.pdf.embedded import UnreadablePdfError, reading

MOST_VALUES = 2_000_000
"""A file of hundreds of pages has some hundred thousand."""


class Active(Enum):
    SCRIPT = "script"
    LAUNCH = "launch"
    """Opens another file or program, or sends something."""
    MEDIA = "media"
    FORM = "xfa"
    """A second form, which some readers show in place of the pages (XFA)."""
    LAYERS = "layers"


_BY_KEY = {"/JS": Active.SCRIPT, "/JavaScript": Active.SCRIPT, "/XFA": Active.FORM, "/OCProperties": Active.LAYERS}
_BY_ACTION = {
    "/JavaScript": Active.SCRIPT,
    **dict.fromkeys(("/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData"), Active.LAUNCH),
    **dict.fromkeys(("/Rendition", "/Movie", "/Sound", "/GoTo3DView", "/RichMediaExecute"), Active.MEDIA),
}
_BY_SUBTYPE = dict.fromkeys(("/RichMedia", "/3D", "/Screen", "/Movie", "/Sound"), Active.MEDIA)
_BY_VALUE = {"/S": _BY_ACTION, "/Subtype": _BY_SUBTYPE}


def active_content(pdf: bytes) -> frozenset[Active]:
    """Every kind that is found, wherever it hangs in the file; raises UnreadablePdfError, also for too many values."""
    with reading(pdf) as document:
        return frozenset(kind for dictionary in _dictionaries(document) for kind in _kinds(dictionary))


def _dictionaries(document: pikepdf.Pdf) -> Iterator[Object]:
    """Every dictionary of the file, once; not by recursion, for a stranger's may lie in each other without end."""
    seen = 0
    for each in document.objects:
        waiting = [each]
        while waiting:
            value, seen = waiting.pop(), seen + 1
            if seen > MOST_VALUES:
                raise UnreadablePdfError(f"more than {MOST_VALUES} values")
            if isinstance(value, Dictionary | Stream):
                yield value
            waiting += [part for part in _parts(value) if isinstance(part, Object) and not part.is_indirect]


def _parts(value: Object) -> Iterator[object]:
    if isinstance(value, Dictionary | Stream):
        yield from (value.get(key) for key in value.keys())  # noqa: SIM118  pikepdf iterates over streams otherwise
    elif isinstance(value, Array):
        yield from value


def _kinds(dictionary: Object) -> Iterator[Active]:
    for key in dictionary.keys():  # noqa: SIM118  as above
        if key in _BY_KEY:
            yield _BY_KEY[key]
        if key in _BY_VALUE and (kind := _BY_VALUE[key].get(str(dictionary.get(key)))):
            yield kind
