"""Incremental saving: another content, in every way in which a next revision can be written or half written."""

from __future__ import annotations

import re
from collections.abc import Callable

from attack import Attack, Change, after_the_seal
from changed_bytes import LEFT_OUT, NOT_PERMITTED
from pdf_update import Update, table_place
from pikepdf import Array, Dictionary, Name, String

from cbc_desktop.documents.pdf.field_names import AGENCY_FIELD
from cbc_desktop.package.facts import FactCode

FORGED = b"q 1 0 0 rg 0 0 595 842 re f Q"


def changed(change: Callable[[Update], None]) -> Change:
    """As an ordinary next revision."""

    def made(pdf: bytes) -> bytes:
        update = Update(pdf)
        change(update)
        return update.written()

    return made


def forge_page(update: Update) -> None:
    update.page.Contents = update.stream(FORGED)
    update.mark(update.page)


def _whole(**how: object) -> Change:
    def made(pdf: bytes) -> bytes:
        update = Update(pdf)
        forge_page(update)
        return update.written(**how)  # type: ignore[arg-type]  # passed on by name

    return made


def _without_table(pdf: bytes) -> bytes:
    update = Update(pdf)
    forge_page(update)
    return pdf + b"\n" + update.body(len(pdf) + 1)[0]


def _with_the_old_table(pdf: bytes) -> bytes:
    return _without_table(pdf) + b"startxref\n%d\n%%%%EOF\n" % table_place(pdf)


def _with_classic_table(pdf: bytes, *, trailer: bool = True) -> bytes:
    update = Update(pdf)
    forge_page(update)
    return update.with_classic_table(trailer=trailer)


def _with_the_signature_copied(pdf: bytes) -> bytes:
    """The copy makes verifiers that look at the last revision find a signature there."""
    update = Update(pdf)
    forge_page(update)
    field = update.field(AGENCY_FIELD)
    field.V = update.add(Dictionary(field.V))
    update.mark(field)
    return update.written()


def _before_the_signatures(pdf: bytes) -> bytes:
    """The new table follows that of the unsigned file: the signed revisions are left out of the chain."""
    update = Update(pdf)
    forge_page(update)
    first = int(re.findall(rb"startxref\s+(\d+)", pdf)[0])
    return update.written(previous=first)


def _over_the_page(update: Update) -> Dictionary:
    drawing = update.stream(FORGED, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 595, 842])
    return Dictionary(Type=Name.Annot, Rect=[0, 0, 595, 842], F=4, AP=Dictionary(N=drawing), P=update.page)


def annotate(update: Update, subtype: str, **entries: object) -> None:
    annotation = _over_the_page(update)
    annotation.Subtype = Name(f"/{subtype}")
    for key, value in entries.items():
        annotation[f"/{key}"] = value  # type: ignore[assignment]  # pikepdf converts
    update.page.Annots.append(update.add(annotation))
    update.mark(update.page)


def _annotation(subtype: str, **entries: object) -> Change:
    return changed(lambda update: annotate(update, subtype, **entries))


def signature_field(update: Update, rectangle: list[int], **entries: object) -> None:
    """A new, empty signature field that paints: the "sneaky" part of a signature."""
    field = _over_the_page(update)
    field.Subtype, field.FT, field.T, field.Rect = Name.Widget, Name.Sig, String("moi"), Array(rectangle)
    for key, value in entries.items():
        field[f"/{key}"] = value  # type: ignore[assignment]  # pikepdf converts
    added = update.add(field)
    update.page.Annots.append(added)
    update.root.AcroForm.Fields.append(added)
    update.mark(update.page, update.root.AcroForm)


def _kids_that_paint(update: Update) -> None:
    kid = _over_the_page(update)
    kid.Subtype = Name.Widget
    added = update.add(kid)
    parent = update.add(Dictionary(FT=Name.Sig, T=String("moi"), Kids=Array([added])))
    kid.Parent = parent
    update.page.Annots.append(added)
    update.root.AcroForm.Fields.append(parent)
    update.mark(update.page, update.root.AcroForm)


def _script(update: Update) -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _root(**entries: Callable[[Update], object]) -> Change:
    def change(update: Update) -> None:
        for key, value in entries.items():
            update.root[f"/{key}"] = value(update)  # type: ignore[assignment]  # pikepdf converts
        update.mark(update.root)

    return changed(change)


def _xfa(update: Update) -> None:
    update.root.AcroForm.XFA = update.stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'/>")
    update.mark(update.root.AcroForm)


def _embedded_record(update: Update) -> None:
    specification = update.document.attachments["dossier.json"].obj
    specification.EF.F = update.stream(b"{}", Type=Name.EmbeddedFile)
    specification.EF.UF = specification.EF.F
    update.mark(specification)


def _another_root(pdf: bytes) -> bytes:
    """The trailer names another catalog, whose pages are the attacker's."""
    update = Update(pdf)
    page = Dictionary(Type=Name.Page, MediaBox=[0, 0, 595, 842], Contents=update.stream(FORGED))
    pages = update.add(Dictionary(Type=Name.Pages, Count=1, Kids=Array([update.add(page)])))
    update.document.get_object(pages.Kids[0].objgen).Parent = pages
    root = update.add(Dictionary({**update.root, "/Pages": pages}))
    return update.written(root=root)


def _encrypting_trailer(pdf: bytes) -> bytes:
    update = Update(pdf)
    encryption = Dictionary(Filter=Name.Standard, V=1, R=2, O=String("o" * 32), U=String("u" * 32), P=-4)
    return update.written(Encrypt=update.add(encryption))


def _page_removed(update: Update) -> None:
    tree = update.root.Pages
    tree.Kids, tree.Count = Array(list(tree.Kids)[:0]), 0
    update.mark(tree)


def _page_added(update: Update) -> None:
    tree = update.root.Pages
    page = Dictionary(Type=Name.Page, Parent=tree, MediaBox=[0, 0, 595, 842], Contents=update.stream(FORGED))
    tree.Kids.append(update.add(page))
    tree.Count = len(tree.Kids)
    update.mark(tree)


def _page(**entries: object) -> Change:
    def change(update: Update) -> None:
        for key, value in entries.items():
            update.page[f"/{key}"] = value  # type: ignore[assignment]  # pikepdf converts
        update.mark(update.page)

    return changed(change)


def _content_overwritten(update: Update) -> None:
    """The page stays as it was; the stream that it names is another one."""
    content = update.page.Contents
    content.write(FORGED)
    update.mark(content)


def _content_freed(pdf: bytes) -> bytes:
    update = Update(pdf)
    update.freed.append(update.page.Contents.objgen[0])
    return update.written()


def _font_overwritten(update: Update) -> None:
    """The glyphs of the page are other glyphs."""
    font = next(iter(update.page.Resources.Font.values()))
    font.Subtype = Name.Type1
    update.mark(font)


ATTACKS: list[Attack] = [
    *after_the_seal(
        "incremental saving",
        words=NOT_PERMITTED,
        another_page_content=_whole(),
        with_a_table_of_lines=_with_classic_table,
        without_a_table=_without_table,
        with_the_old_table=_with_the_old_table,
        with_the_signature_copied=_with_the_signature_copied,
        page_stream_overwritten=changed(_content_overwritten),
        font_of_the_page_overwritten=changed(_font_overwritten),
        another_catalog=_another_root,
        no_page_left=changed(_page_removed),
        one_page_more=changed(_page_added),
        the_page_turned=_page(Rotate=180),
        the_page_cropped=_page(CropBox=Array([0, 0, 595, 400])),
        embedded_record_exchanged=changed(_embedded_record),
    ),
    *after_the_seal(
        "incremental saving",
        FactCode.PDF_READABLE,
        "cannot be read",
        with_a_table_and_no_trailer=lambda pdf: _with_classic_table(pdf, trailer=False),
        without_the_chain=_whole(previous=None),
        encryption_in_the_trailer=_encrypting_trailer,
        page_stream_freed=_content_freed,
    ),
    *after_the_seal("incremental saving", words=LEFT_OUT, around_the_signed_revisions=_before_the_signatures),
    *after_the_seal(
        "annotation over the page",
        words=NOT_PERMITTED,
        free_text=_annotation("FreeText", Contents=String("Forged"), DA=String("/Helv 12 Tf 0 g")),
        stamp=_annotation("Stamp"),
        highlight=_annotation("Highlight", QuadPoints=Array([0, 842, 595, 842, 0, 0, 595, 0])),
        redaction=_annotation("Redact"),
        link_that_launches=_annotation("Link", A=Dictionary(S=Name.Launch, F=String("cmd.exe"))),
        rich_media=_annotation("RichMedia"),
        button=_annotation("Widget", FT=Name.Btn, T=String("nut")),
    ),
    *after_the_seal(
        "signature field over the page",
        words=NOT_PERMITTED,
        visible=changed(lambda update: signature_field(update, [0, 0, 595, 842])),
        rectangle_of_five_numbers=changed(lambda update: signature_field(update, [0, 0, 595, 842, 0])),
        kids_that_paint=changed(_kids_that_paint),
    ),
    *after_the_seal(
        "active content",
        words=NOT_PERMITTED,
        script_on_opening=_root(OpenAction=_script),
        script_among_the_names=_root(
            Names=lambda update: Dictionary(
                {**update.root.Names, "/JavaScript": Dictionary(Names=[String("a"), _script(update)])}
            )
        ),
        script_on_closing=_root(AA=lambda update: Dictionary(WC=_script(update))),
        launch_on_opening=_root(OpenAction=lambda _: Dictionary(S=Name.Launch, F=String("cmd.exe"))),
        XFA_form=changed(_xfa),
    ),
]
