"""Which answers the texts of a document are made of, so that a place on its pages leads to the question."""

from __future__ import annotations

from collections.abc import Iterable
from string import Formatter

from cbc_desktop.documents.printed_form import Origin, Origins
from cbc_desktop.engine.address import Address
from cbc_desktop.exporting.document_answers import Answers
from cbc_desktop.forms.campaign_documents import DocumentDef, QuestionPath, SignatoryPaths


def origins_of(document: DocumentDef, answers: Answers) -> Origins:
    """Of every text that holds an answer; one that holds several comes from the first."""
    text = document.text
    return Origins(
        subject=word_origin(text.subject, document, answers),
        paragraphs=tuple(word_origin(paragraph, document, answers) for paragraph in text.paragraphs),
        bases=_column(document.bases, answers),
        deciding=_first([document.deciding] if document.deciding else [], answers),
        signature=_first(_signatory(text.signatory), answers),
        recipients=_recipients(document, answers),
    )


def word_origin(template: str, document: DocumentDef, answers: Answers) -> Origin | None:
    """Of a text with words in braces."""
    asked = {"drafting_unit": document.text.drafting_unit, **document.words}
    words = [name for _, name, _, _ in Formatter().parse(template) if name in asked]
    return _first([asked[name] for name in words if name], answers)


def _recipients(document: DocumentDef, answers: Answers) -> Origin | None:
    """The table of recipients, else the answer in one of the lines."""
    named = next(iter(_column(document.recipients_from, answers)), None)
    return named or word_origin(" ".join(document.text.recipients), document, answers)


def _column(place: QuestionPath | None, answers: Answers) -> tuple[Origin, ...]:
    return tuple(Origin(place.form, cell.address) for cell in answers.cells(place)) if place else ()


def _signatory(paths: SignatoryPaths) -> list[QuestionPath]:
    return [QuestionPath(paths.form, path) for path in (paths.name, paths.authority, paths.position)]


def _first(questions: Iterable[QuestionPath], answers: Answers) -> Origin | None:
    found = (Origin(one.form, Address("", one.path)) for one in questions if answers.asks(one))
    return next(found, None)
