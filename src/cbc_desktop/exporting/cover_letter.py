"""The covering letter of a revision: the campaign's texts filled in, and the signatory from the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cbc_desktop.documents.printed_form import OfficialDocument, PrintedForm, SignatureBlock
from cbc_desktop.documents.vietnamese import date_in_words
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.session import FormSession
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.authority import authority_lines, signature_lines
from cbc_desktop.forms.campaign import Campaign


def cover_letter(
    campaign: Campaign,
    agency: Agency,
    facts: IssueFacts,
    sessions: Mapping[str, FormSession],
    forms: Sequence[PrintedForm],
) -> OfficialDocument:
    """``sessions`` are the forms of the revision by id; a form that is left out answers blank."""
    unit = _answer(sessions, campaign.cover.drafting_unit.form, campaign.cover.drafting_unit.path)
    words = {
        "agency": agency.name_vi,
        "letter": campaign.letter.number,
        "letter_date": date_in_words(campaign.letter.date),
        "ministry": campaign.letter.ministry,
        "appendices": _appendices(forms),
        "drafting_unit": unit,
    }
    return OfficialDocument(
        parent_agency=facts.parent_agency,
        agency=agency.name_vi,
        symbol=facts.symbol or agency.symbol,
        subject=campaign.cover.subject.format(**words),
        place=facts.place,
        addressees=campaign.cover.addressees,
        paragraphs=tuple(text.format(**words) for text in campaign.cover.paragraphs),
        signature=_signature(campaign, sessions),
        recipients=tuple(_recipient(text.format(**words)) for text in campaign.cover.recipients),
        letterhead=agency.letterhead,
        number=facts.number,
        date=date_in_words(facts.date) if facts.date else "",
    )


def _signature(campaign: Campaign, sessions: Mapping[str, FormSession]) -> SignatureBlock:
    """Authority lines, one a line or divided by "/" or ";", then the position, all in capitals (Decree 30, II.7.b)."""
    paths = campaign.cover.signatory
    authority = authority_lines(_answer(sessions, paths.form, paths.authority))
    lines = signature_lines(authority, _answer(sessions, paths.form, paths.position))
    return SignatureBlock(lines, _answer(sessions, paths.form, paths.name))


def _answer(sessions: Mapping[str, FormSession], form_id: str, path: str) -> str:
    return sessions[form_id].value(Address("", path)) if form_id in sessions else ""


def _recipient(text: str) -> str:
    """Without the punctuation that ends the line; "Lưu: VT, " of a blank drafting unit loses its comma too."""
    return text.rstrip(" .;,")


def _appendices(forms: Sequence[PrintedForm]) -> str:
    return " và ".join(f"{_name(form)} ({form.title})" for form in forms)


def _name(form: PrintedForm) -> str:
    return f"Phụ lục {form.number}".strip()
