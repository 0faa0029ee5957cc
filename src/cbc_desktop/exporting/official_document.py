"""A document of the campaign, filled in: its texts, the signatory from the answers, and the body where it has one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from cbc_desktop.base.message import VIETNAMESE
from cbc_desktop.documents.document_kinds import DOCUMENT_TYPES
from cbc_desktop.documents.printed_form import OfficialDocument, PrintedBody, SignatureBlock
from cbc_desktop.documents.printing.body import print_body
from cbc_desktop.documents.printing.forms import Beside, FormPrinter
from cbc_desktop.documents.vietnamese import date_in_words, roman
from cbc_desktop.dossier.frozen_answers import frozen_answer
from cbc_desktop.dossier.revision import FrozenForm, Revision
from cbc_desktop.exporting.document_answers import Answers
from cbc_desktop.exporting.document_origins import origins_of, word_origin
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.authority import authority_lines, signature_lines
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.campaign_documents import BodyDef, DocumentDef, QuestionPath, SignatoryPaths, require_asked

_BETWEEN = " và "
NOT_YET = "…"
"""What a draft's text says in the place of an answer that has not been given."""


def documents_of(revision: Revision, campaign: Campaign) -> tuple[DocumentDef, ...]:
    """As which the revision can leave the house, the usual one first: those whose conditions its answers meet."""
    forms = {form.form_id: form for form in revision.forms}
    return tuple(document for document in campaign.documents_of(forms) if _is_wanted(document, forms))


def _is_wanted(document: DocumentDef, forms: Mapping[str, FrozenForm]) -> bool:
    when = document.when
    return when is None or frozen_answer(forms[when.question.form], when.question.path) == when.value


def official_document(
    document: DocumentDef, campaign: Campaign, agency: Agency, revision: Revision, answers: Answers
) -> OfficialDocument:
    """Always Vietnamese (decision 20); the forms may be shown in another language afterwards.

    UserFacingError when the campaign asks for what the revision's forms, of an earlier version, do not have.
    """
    require_asked(document.paths(), {form_id: session.definition for form_id, session in answers.sessions.items()})
    words = _words(document, campaign, agency, answers)
    text, facts = document.text, revision.facts
    return OfficialDocument(
        kind=document.kind,
        parent_agency=facts.parent_agency,
        agency=agency.name_vi,
        symbol=DOCUMENT_TYPES[document.kind].symbol(agency.symbol, facts.symbol),
        subject=text.subject.format(**words),
        place=facts.place,
        addressees=text.addressees,
        paragraphs=tuple(paragraph.format(**words) for paragraph in text.paragraphs),
        signature=_signature(text.signatory, answers),
        recipients=_recipients(document, answers, words),
        urgency=answers.text(document.urgency),
        letterhead=agency.letterhead,
        number=facts.number,
        date=date_in_words(facts.date) if facts.date else "",
        bases=tuple(_unended(line) for line in answers.column(document.bases)),
        deciding=answers.text(document.deciding),
        body=_body(document, document.body, revision, answers, words) if document.body else None,
        origins=origins_of(document, answers),
    )


def _words(document: DocumentDef, campaign: Campaign, agency: Agency, answers: Answers) -> dict[str, str]:
    return {
        "agency": agency.name_vi,
        "letter": campaign.letter.number,
        "letter_date": date_in_words(campaign.letter.date),
        "ministry": campaign.letter.ministry,
        "appendices": _BETWEEN.join(_appendices(document, answers)),
        "drafting_unit": answers.text(document.text.drafting_unit),
        **{word: answers.text(question) or NOT_YET for word, question in document.words.items()},
    }


def _appendices(document: DocumentDef, answers: Answers) -> Iterator[str]:
    """ "Phụ lục I (Phiếu khảo sát …)", as a sentence names them."""
    for form_id in document.appendices:
        if form_id in answers.sessions:
            name = f"Phụ lục {appendix_number(form_id, document)}".strip()
            yield f"{name} ({answers.sessions[form_id].definition.title})"


def appendix_number(form_id: str, document: DocumentDef) -> str:
    """The Roman numeral of the appendix, "" when there is only one."""
    if len(document.appendices) < 2 or form_id not in document.appendices:
        return ""
    return roman(document.appendices.index(form_id) + 1)


def _body(
    document: DocumentDef, body: BodyDef, revision: Revision, answers: Answers, words: Mapping[str, str]
) -> PrintedBody:
    session = answers.sessions[body.form]
    printer = FormPrinter(session, VIETNAMESE, Beside.of(revision, body.form))
    printed = print_body(session, body, body.subject.format(**words), printer)
    return replace(printed, subject_from=word_origin(body.subject, document, answers))


def _signature(paths: SignatoryPaths, answers: Answers) -> SignatureBlock:
    """Authority lines, then the position, all in capitals (Decree 30, II.7.b)."""
    name, authority, position = (
        answers.text(QuestionPath(paths.form, path)) for path in (paths.name, paths.authority, paths.position)
    )
    return SignatureBlock(signature_lines(authority_lines(authority), position), name)


def _recipients(document: DocumentDef, answers: Answers, words: Mapping[str, str]) -> tuple[str, ...]:
    """The document's own lines, and before the last of them ("Lưu: …") those that the answers name."""
    *first, last = (line.format(**words) for line in document.text.recipients)
    return tuple(_unended(line) for line in (*first, *answers.column(document.recipients_from), last))


def _unended(text: str) -> str:
    """Without the punctuation that ends the line; "Lưu: VT, " of a blank drafting unit loses its comma too."""
    return text.rstrip(" .;,")
