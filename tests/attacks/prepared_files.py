"""Shadow attacks: the document is prepared before the honest signatures, and shows its other content after them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from added_revisions import FORGED, changed
from attack import Attack, Change, on_the_pdf
from changed_bytes import ALTERED, NOT_PERMITTED
from honest import honest, numbered, people, sealed_by, signed
from pdf_update import Update, opened
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from cbc_desktop.package.facts import FactCode
from cbc_desktop.signing.verdict import Verdict


def prepared(change: Callable[[Pdf], None]) -> bytes:
    """Prepared by somebody who has the draft, then signed, numbered and sealed in good faith."""
    out = BytesIO()
    with opened(honest().unsigned) as document:
        change(document)
        document.save(out)
    return sealed_by(numbered(signed(out.getvalue(), people().leader)), people().organisation)


def _shown_after(preparing: Callable[[Pdf], None], showing: Change) -> Callable[[], bytes]:
    return lambda: showing(prepared(preparing))


def _form(document: Pdf, content: bytes) -> Object:
    drawing = document.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842]))
    return document.make_indirect(drawing)


def _cover(document: Pdf) -> None:
    """White paper over the attacker's text, as an object of its own that can be taken away."""
    page = document.pages[0].obj
    page.Resources.XObject = Dictionary({"/Cover": _form(document, b"1 g 0 0 595 842 re f")})
    page.Contents = Array([page.Contents, document.make_stream(FORGED + b" /Cover Do")])


def _uncovered(update: Update) -> None:
    cover = update.page.Resources.XObject.Cover
    cover.write(b"")
    update.mark(cover)


def _cover_freed(pdf: bytes) -> bytes:
    update = Update(pdf)
    update.freed.append(update.page.Resources.XObject.Cover.objgen[0])
    return update.written()


def _covering_annotation(document: Pdf) -> None:
    page = document.pages[0].obj
    page.Contents = Array([page.Contents, document.make_stream(FORGED)])
    appearance = Dictionary(N=_form(document, b"1 g 0 0 595 842 re f"))
    entries = {"Type": Name.Annot, "Subtype": Name.Stamp, "Rect": Array([0, 0, 595, 842]), "F": 4, "AP": appearance}
    page.Annots.append(document.make_indirect(Dictionary(**entries)))


def _annotation_hidden(update: Update) -> None:
    annotation = update.page.Annots[-1]
    annotation.F = 2
    update.mark(annotation)


def _annotation_taken_out(update: Update) -> None:
    update.page.Annots = Array(list(update.page.Annots)[:-1])
    update.mark(update.page)


def _second_page_tree(document: Pdf) -> None:
    """A whole other document in the file, hung up where no reader looks."""
    page = Dictionary(Type=Name.Page, MediaBox=Array([0, 0, 595, 842]), Contents=document.make_stream(FORGED))
    document.Root.PieceInfo = Dictionary(Shadow=Dictionary(Private=document.make_indirect(page)))


def _pages_exchanged(update: Update) -> None:
    shadow = update.root.PieceInfo.Shadow.Private
    update.page.Contents = shadow.Contents
    update.mark(update.page)


def _tree_exchanged(update: Update) -> None:
    tree = update.root.Pages
    tree.Kids[0] = update.root.PieceInfo.Shadow.Private
    update.mark(tree)


def _layers(document: Pdf) -> None:
    """Two contents in layers, of which one is switched off."""
    groups = [document.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in ("a", "b")]
    default = document.make_indirect(Dictionary(OFF=Array([groups[1]]), Order=Array(groups)))
    document.Root.OCProperties = Dictionary(OCGs=Array(groups), D=default)
    page = document.pages[0].obj
    page.Resources.Properties = Dictionary(A=groups[0], B=groups[1])
    page.Contents = Array([page.Contents, document.make_stream(b"/OC /B BDC " + FORGED + b" EMC")])


def _layer_switched_on(update: Update) -> None:
    default = update.root.OCProperties.D
    default.OFF = Array([])
    update.mark(default)


def _font_of_its_own(document: Pdf) -> None:
    page = document.pages[0].obj
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources.Font["/Shadow"] = document.make_indirect(font)
    page.Contents = Array([page.Contents, document.make_stream(b"BT /Shadow 12 Tf 72 400 Td (12) Tj ET")])


def _glyphs_exchanged(update: Update) -> None:
    font = update.page.Resources.Font.Shadow
    font.Encoding = Dictionary(Differences=Array([49, Name.nine, Name.nine]))
    update.mark(font)


def _field_over_the_text(document: Pdf) -> None:
    """A field of another name whose appearance hides its value, shown by readers when it is clicked."""
    shown = _form(document, b"BT /F1 12 Tf (12) Tj ET")
    entries = {"Type": Name.Annot, "Subtype": Name.Widget, "FT": Name.Tx, "T": String("bong"), "V": String("99")}
    field = Dictionary(**entries, Rect=Array([72, 400, 100, 420]), F=4, AP=Dictionary(N=shown), DV=String("99"))
    added = document.make_indirect(field)
    document.Root.AcroForm.Fields.append(added)
    document.pages[0].obj.Annots.append(added)


def _field_filled(update: Update) -> None:
    field = update.field("bong")
    field.V, field.AP = String("9912"), Dictionary(N=update.stream(FORGED, Subtype=Name.Form, BBox=[0, 0, 9, 9]))
    update.mark(field)


def _with_a_promise_kept() -> bytes:
    """The page also draws an object that is not there: nothing, until somebody makes it after the signature."""
    before = Update(honest().unsigned)
    next_number = before.document.make_indirect(Dictionary())
    before.page.Contents = Array([before.page.Contents, next_number])
    before.mark(before.page)
    mentioned = b"%d 0 R ]" % next_number.objgen[0]
    promising = before.written().replace(mentioned, b"%d 0 R ]" % _PROMISED)  # of the same length
    after = Update(signed(promising, people().leader))
    after.put(_PROMISED, after.document.make_stream(FORGED))
    return after.written()


_PROMISED = 99


def _still(name: str, change: Callable[[Pdf], None], words: str) -> Attack:
    """Nothing is changed after the seal: the file itself may show another content tomorrow, or on paper."""
    return on_the_pdf(
        "signed with it", name, lambda: prepared(change), FactCode.NOTHING_ACTIVE, words, Verdict.INDETERMINATE
    )


def _script_on_opening(document: Pdf) -> None:
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _launching_link(document: Pdf) -> None:
    action = Dictionary(S=Name.Launch, F=String("cmd.exe"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 595, 842]), A=action)
    document.pages[0].obj.Annots.append(document.make_indirect(link))


def _second_form(document: Pdf) -> None:
    document.Root.AcroForm.XFA = document.make_stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'/>")


def _film(document: Pdf) -> None:
    film = Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=Array([0, 0, 595, 842]))
    document.pages[0].obj.Annots.append(document.make_indirect(film))


def _all(family: str, words: str, **pairs: tuple[Callable[[Pdf], None], Change]) -> list[Attack]:
    return [
        on_the_pdf(family, name.replace("_", " "), _shown_after(before, after), words=words)
        for name, (before, after) in pairs.items()
    ]


ATTACKS: list[Attack] = [
    *_all(
        "shadow, hide",
        NOT_PERMITTED,
        the_cover_is_emptied=(_cover, changed(_uncovered)),
        the_covering_annotation_is_hidden=(_covering_annotation, changed(_annotation_hidden)),
        the_covering_annotation_is_taken_out=(_covering_annotation, changed(_annotation_taken_out)),
        a_layer_is_switched_on=(_layers, changed(_layer_switched_on)),
    ),
    on_the_pdf(
        "shadow, hide", "the cover is freed", _shown_after(_cover, _cover_freed), FactCode.PDF_READABLE, "be read"
    ),
    on_the_pdf("shadow, hide", "a promised object is made", _with_a_promise_kept, words=ALTERED),
    *_all(
        "shadow, replace",
        NOT_PERMITTED,
        the_glyphs_of_a_font=(_font_of_its_own, changed(_glyphs_exchanged)),
        the_value_of_a_field_over_the_text=(_field_over_the_text, changed(_field_filled)),
    ),
    *_all(
        "shadow, hide and replace",
        NOT_PERMITTED,
        the_content_of_the_page=(_second_page_tree, changed(_pages_exchanged)),
        the_page_itself=(_second_page_tree, changed(_tree_exchanged)),
    ),
    _still("a script", _script_on_opening, "JavaScript"),
    _still("a link that launches", _launching_link, "open another file"),
    _still("a second form", _second_form, "XFA"),
    _still("layers", _layers, "layers"),
    _still("a film", _film, "film"),
]
