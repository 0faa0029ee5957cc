"""What was filled in and signed is changed: the number, how it looks, its font, or what a reader makes of it."""

from __future__ import annotations

from added_revisions import FORGED, changed
from attack import Attack, Change, after_the_seal, on_the_pdf
from changed_bytes import NOT_PERMITTED
from honest import NUMBER, OTHER_NUMBER, honest, numbered, people, sealed_by
from pdf_update import Update
from pikepdf import Array, Dictionary, Name, Object, String

from cbc_desktop.documents.pdf.field_names import DATE_FIELD, LEADER_FIELD, NUMBER_FIELD
from cbc_desktop.package.facts import FactCode
from cbc_desktop.signing.verdict import Verdict


def drawing(update: Update, content: bytes = FORGED) -> Object:
    return update.stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 100, 100])


def _field(name: str = NUMBER_FIELD, **entries: object) -> Change:
    def change(update: Update) -> None:
        field = update.field(name)
        for key, value in entries.items():
            field[f"/{key}"] = value  # type: ignore[assignment]  # pikepdf converts
        update.mark(field)

    return changed(change)


def _painted(name: str) -> Change:
    """Another appearance; the value stays what it was."""

    def change(update: Update) -> None:
        field = update.field(name)
        field.AP = Dictionary(N=drawing(update))
        update.mark(field)

    return changed(change)


def _appearance_overwritten(name: str) -> Change:
    def change(update: Update) -> None:
        shown = update.field(name).AP.N
        shown.write(FORGED)
        update.mark(shown)

    return changed(change)


def _drawn_anew_by_readers(update: Update) -> None:
    """Readers are told to draw the fields themselves, in a font of the attacker's whose glyphs are others."""
    form = update.root.AcroForm
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Symbol)
    form.DR = Dictionary(Font=Dictionary(dict.fromkeys(form.DR.Font, font)))
    form.NeedAppearances = True
    update.mark(form)


def _font_of_fields_exchanged(update: Update) -> None:
    form = update.root.AcroForm
    font = update.add(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Symbol))
    form.DR = Dictionary(Font=Dictionary(dict.fromkeys(form.DR.Font, font)))
    update.mark(form)


def _default_of_the_form(update: Update) -> None:
    update.root.AcroForm.DA = String("/Symbol 40 Tf 1 1 1 rg")
    update.mark(update.root.AcroForm)


def _removed(name: str) -> Change:
    def change(update: Update) -> None:
        form = update.root.AcroForm
        form.Fields = Array([field for field in form.Fields if str(field.T) != name])
        update.mark(form)

    return changed(change)


def _numbered_twice() -> bytes:
    """An honest number under the seal, another one in a revision between seal and a timestamp's field."""
    return numbered(numbered(honest().sealed, OTHER_NUMBER))


def _with_another_number_after_the_leader_saw_one() -> bytes:
    """The leader signed a document that had its number already."""
    leader_saw = sealed_by(numbered(honest().unsigned), people().leader)
    return numbered(leader_saw, OTHER_NUMBER)


def _another_title(update: Update) -> None:
    update.document.trailer.Info.Title = String("Another title")
    update.mark(update.document.trailer.Info)


def _another_description(update: Update) -> None:
    metadata = update.root.Metadata
    metadata.write(metadata.read_bytes().replace(b"<dc:title>", b"<dc:title><!-- another -->"))
    update.mark(metadata)


_SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))

ATTACKS: list[Attack] = [
    *after_the_seal(
        "number and date",
        words=NOT_PERMITTED,
        another_number=lambda pdf: numbered(pdf, OTHER_NUMBER),
        no_number=lambda pdf: numbered(pdf, ""),
        only_the_value=_field(V=String(OTHER_NUMBER)),
        only_what_is_seen=_painted(NUMBER_FIELD),
        what_is_seen_overwritten=_appearance_overwritten(NUMBER_FIELD),
        hidden=_field(F=2),
        moved=_field(Rect=Array([0, 0, 10, 10])),
        another_letter_size=_field(DA=String("/Regular 80 Tf 0 g")),
        shown_as_a_password=_field(Ff=1 << 13),
        set_to_the_right=_field(Q=2),
        its_empty_form_exchanged=_field(DV=String(NUMBER)),
        taken_out=_removed(NUMBER_FIELD),
        with_a_script=_field(AA=Dictionary(F=_SCRIPT)),
        date_painted_and_not_filled=_painted(DATE_FIELD),
    ),
    *after_the_seal(
        "fonts of the fields",
        words=NOT_PERMITTED,
        exchanged=changed(_font_of_fields_exchanged),
        exchanged_and_drawn_by_readers=changed(_drawn_anew_by_readers),
        default_appearance=changed(_default_of_the_form),
    ),
    *after_the_seal(
        "signature images",
        words=NOT_PERMITTED,
        leaders_image_exchanged=_painted(LEADER_FIELD),
        leaders_image_overwritten=_appearance_overwritten(LEADER_FIELD),
        leaders_image_hidden=_field(LEADER_FIELD, F=2),
        leaders_signature_taken_out=_removed(LEADER_FIELD),
    ),
    on_the_pdf("number and date", "a second number after the first", _numbered_twice, words=NOT_PERMITTED),
    on_the_pdf(
        "number and date",
        "another number than the leader signed",
        _with_another_number_after_the_leader_saw_one,
        words=NOT_PERMITTED,
    ),
    *after_the_seal(
        "description of the file",
        FactCode.SIGNATURES_COVER_FILE,
        "no signature vouches",
        Verdict.INDETERMINATE,
        another_title=changed(_another_title),
        another_XMP=changed(_another_description),
    ),
]
