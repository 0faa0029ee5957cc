"""One more revision of a PDF, written by hand: neither our code nor pyHanko has a part in what an attacker does."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

_START = re.compile(rb"startxref\s+(\d+)")


def opened(pdf: bytes) -> Pdf:
    return pikepdf.open(BytesIO(pdf))


def table_place(pdf: bytes) -> int:
    """Where the last cross-reference table of the file begins."""
    return int(_START.findall(pdf)[-1])


class Update:
    """Objects of ``document`` are changed in memory; those that are marked are written behind the file."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.document = opened(pdf)
        self.freed: list[int] = []
        self._marked: dict[int, Object] = {}

    @property
    def root(self) -> Object:
        return self.document.Root

    @property
    def page(self) -> Object:
        """The first one, that of the letter."""
        return self.document.pages[0].obj

    def field(self, name: str) -> Object:
        return next(field for field in self.root.AcroForm.Fields if str(field.T) == name)

    def mark(self, *changed: Object) -> None:
        for each in changed:
            number = each.objgen[0]
            assert number, "only an object with a number can be written anew"
            self._marked[number] = each

    def add(self, content: Object) -> Object:
        added = self.document.make_indirect(content)
        self.mark(added)
        return added

    def put(self, number: int, content: Object) -> None:
        """Written under a number of the attacker's choice."""
        self._marked[number] = content

    def stream(self, content: bytes, **entries: object) -> Object:
        return self.add(self.document.make_stream(content, **entries))

    def body(self, start: int) -> tuple[bytes, dict[int, int]]:
        """The marked objects as they stand from offset ``start``, and where each begins."""
        out, places = b"", {}
        for number, each in self._marked.items():
            places[number] = start + len(out)
            out += b"%d 0 obj\n%b\nendobj\n" % (number, _text(each))
        return out, places

    def written(self, *, previous: int | None = -1, root: Object | None = None, **entries: object) -> bytes:
        """The file with its next revision; ``previous`` None leaves the chain of tables, ``entries`` go to the trailer.

        The table is a stream, as in the files that we make.
        """
        body, places = self.body(len(self.pdf) + 1)
        place = len(self.pdf) + 1 + len(body)
        table = self._table(places, place, previous, root or self.root, entries)
        return self.pdf + b"\n" + body + table + b"\nstartxref\n%d\n%%%%EOF\n" % place

    def with_classic_table(self, *, trailer: bool = True, **entries: object) -> bytes:
        """The same with a table of lines, with or without the trailer that belongs to it."""
        body, places = self.body(len(self.pdf) + 1)
        rows = b"".join(b"%d 1\n%010d 00000 n \n" % (number, at) for number, at in sorted(places.items()))
        end = self._trailer(max(places) + 1, table_place(self.pdf), self.root, entries)
        place = len(self.pdf) + 1 + len(body)
        tail = b"trailer\n%b\n" % end.unparse(resolved=True) if trailer else b""
        return self.pdf + b"\n" + body + b"xref\n" + rows + tail + b"startxref\n%d\n%%%%EOF\n" % place

    def _table(self, places: dict[int, int], place: int, previous: int | None, root: Object, more: object) -> bytes:
        number = max([*places, *self.freed, int(self.document.trailer.Size) - 1]) + 1
        rows = {**dict.fromkeys(self.freed, (0, 0)), **{n: (1, at) for n, at in places.items()}}
        rows[number] = (1, place)
        content = b"".join(bytes([kind]) + at.to_bytes(6, "big") + b"\0\0" for _, (kind, at) in sorted(rows.items()))
        before = table_place(self.pdf) if previous == -1 else previous
        dictionary = self._trailer(number + 1, before, root, more)
        dictionary.Type, dictionary.W, dictionary.Length = Name.XRef, Array([1, 6, 2]), len(content)
        dictionary.Index = Array([value for each in sorted(rows) for value in (each, 1)])
        head = b"%d 0 obj\n%b\nstream\n" % (number, dictionary.unparse(resolved=True))
        return head + content + b"\nendstream\nendobj"

    def _trailer(self, size: int, previous: int | None, root: Object, more: object) -> Dictionary:
        assert isinstance(more, dict)
        old = self.document.trailer
        trailer = Dictionary(Size=max(size, int(old.Size)), Root=root, ID=old.ID, **more)
        if "/Info" in old:
            trailer.Info = old.Info
        if previous is not None:
            trailer.Prev = previous
        return trailer


def _text(each: Object) -> bytes:
    if not isinstance(each, Stream):
        return each.unparse(resolved=True)
    content = each.read_raw_bytes()
    dictionary = Dictionary({**each.stream_dict, "/Length": len(content)})
    return b"%b\nstream\n%b\nendstream" % (dictionary.unparse(resolved=True), content)
