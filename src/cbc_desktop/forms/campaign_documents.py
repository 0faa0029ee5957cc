"""As which documents a campaign's answers can leave the house: letter, report, plan or decision, each with its texts.

``[cover]`` of ``campaign.toml`` is the covering letter; every table of ``[[documents]]`` is one document, which takes
from ``[cover]`` what it does not say itself. A campaign without ``[[documents]]`` has the covering letter alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.forms.authority import AuthorityForm
from cbc_desktop.forms.campaign_entries import Entries
from cbc_desktop.forms.definition import FormDefinition

COVER_WORDS = ("agency", "letter", "letter_date", "ministry", "appendices", "drafting_unit")
"""What the texts of every document may say in braces; a document's own ``words`` come on top."""

REPLACING_WORDS = ("agency", "letter", "replaced")
"""What a text about an issued document that is replaced may say in braces: "Công văn số 45/UBND-VX ngày …"."""

NOT_ASKED = Message(
    "Đợt khảo sát trên máy này đã được cập nhật: văn bản cần câu “{path}” của biểu mẫu “{form}”, mà hồ sơ này còn theo "
    "biểu mẫu cũ, chưa có câu đó. Hãy mở lại hồ sơ nếu đã chốt, chuyển sang biểu mẫu mới rồi làm lại; câu trả lời vẫn "
    "còn nguyên.",
    "The campaign on this computer was updated: the document needs the question “{path}” of the form “{form}”, which "
    "the forms of this dossier, an earlier version, do not have. Reopen the dossier if it is finalised, carry it over "
    "to the new forms, and try again; all answers are still there.",
)

COVER_TITLE = Message("Công văn", "Official letter")


class DocumentKind(Enum):
    """Kinds of administrative documents (Decree 30/2020/NĐ-CP, Article 7) that have a layout here."""

    LETTER = "cong-van"
    REPORT = "bao-cao"
    PLAN = "ke-hoach"
    DECISION = "quyet-dinh"


@dataclass(frozen=True, slots=True)
class QuestionPath:
    """A question of a form, or a column of one of its tables: the generic path."""

    form: str
    path: str


@dataclass(frozen=True, slots=True)
class SignatoryPaths:
    """The questions that say who signs: their form and generic paths."""

    form: str
    name: str
    authority: str
    position: str
    signing: SigningQuestion | None = None


@dataclass(frozen=True, slots=True)
class SigningQuestion:
    """The question of the same form that asks under which authority somebody signs, and its choices by that."""

    path: str
    choices: Mapping[AuthorityForm, str]


@dataclass(frozen=True, slots=True)
class CoverText:
    """The texts of a document; all but the addressees may use ``COVER_WORDS`` and the document's own words.

    ``replacing`` is the sentence about the issued document that it replaces, with ``REPLACING_WORDS``; "" for none.
    """

    subject: str
    addressees: tuple[str, ...]
    paragraphs: tuple[str, ...]
    recipients: tuple[str, ...]
    signatory: SignatoryPaths
    drafting_unit: QuestionPath
    replacing: str = ""

    def paths(self) -> Iterator[tuple[str, QuestionPath]]:
        """Every place of a form that tells who signs and who drafted, with the entry that points to it."""
        signatory = self.signatory
        yield "signatory.name", QuestionPath(signatory.form, signatory.name)
        yield "signatory.authority", QuestionPath(signatory.form, signatory.authority)
        yield "signatory.position", QuestionPath(signatory.form, signatory.position)
        if signatory.signing is not None:
            yield "signatory.signing.path", QuestionPath(signatory.form, signatory.signing.path)
        yield "drafting_unit.path", self.drafting_unit


@dataclass(frozen=True, slots=True)
class SectionDef:
    """One section of a document's body: ``parts`` are generic paths of groups, tables and questions, in order.

    ``titles``: by path, what a document calls a part whose question says it as a form does ("Kênh khác (ghi rõ)").
    """

    heading: str
    parts: tuple[str, ...]
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BodyDef:
    """A body made of a form's answers. ``closing`` is the question with the last paragraph, "" for none.

    Under a decision the body is a document of its own, attached to it: of ``kind``, with its own ``subject``.
    """

    kind: DocumentKind
    form: str
    subject: str
    sections: tuple[SectionDef, ...]
    closing: str


@dataclass(frozen=True, slots=True)
class Condition:
    """The document exists where the question is answered with ``value``."""

    question: QuestionPath
    value: str


@dataclass(frozen=True, slots=True)
class DocumentDef:
    """One document. ``forms`` are those that it holds: as appendices, or as its body.

    ``bases`` is the table column with the legal bases, one a row; ``recipients_from`` one with lines of "Nơi nhận",
    ``deciding`` the question that says who decides (of a decision).
    """

    id: str
    kind: DocumentKind
    title: Message
    forms: tuple[str, ...]
    text: CoverText
    words: Mapping[str, QuestionPath]
    bases: QuestionPath | None = None
    recipients_from: QuestionPath | None = None
    urgency: QuestionPath | None = None
    deciding: QuestionPath | None = None
    body: BodyDef | None = None
    when: Condition | None = None

    @property
    def appendices(self) -> tuple[str, ...]:
        """The forms that are printed behind it."""
        return tuple(form for form in self.forms if self.body is None or form != self.body.form)

    def paths(self) -> Iterator[tuple[str, QuestionPath]]:
        """Every place of a form that it points to, with the entry that does."""
        yield from self.text.paths()
        yield from ((f"words.{word}", path) for word, path in self.words.items())
        single = (
            ("bases", self.bases),
            ("recipients_from", self.recipients_from),
            ("urgency", self.urgency),
            ("deciding", self.deciding),
        )
        yield from ((entry, path) for entry, path in single if path is not None)
        if self.when is not None:
            yield "when.path", self.when.question
        if self.body is not None:
            yield from _body_paths(self.body)


def _body_paths(body: BodyDef) -> Iterator[tuple[str, QuestionPath]]:
    for section in body.sections:
        yield from (("body.sections.parts", QuestionPath(body.form, part)) for part in section.parts)
    if body.closing:
        yield "body.closing", QuestionPath(body.form, body.closing)


def require_asked(paths: Iterable[tuple[str, QuestionPath]], forms: Mapping[str, FormDefinition]) -> None:
    """UserFacingError when one of these forms does not have a place that belongs to it: it is of an earlier version."""
    known = {form_id: {node.path for node in form.nodes()} for form_id, form in forms.items()}
    for _, place in paths:
        if place.path not in known.get(place.form, {place.path}):
            raise UserFacingError(NOT_ASKED.filled(form=place.form, path=place.path))


def read_documents(entries: Entries, forms: Sequence[str]) -> tuple[DocumentDef, ...]:
    """The documents in their order; ``forms`` are those of the campaign. UserFacingError names a wrong entry."""
    cover = entries.inner("cover")
    if "documents" not in entries.table:
        return (DocumentDef("cong-van", DocumentKind.LETTER, COVER_TITLE, tuple(forms), read_cover(cover), {}),)
    return tuple(_document(document, cover, forms) for document in entries.tables("documents"))


def read_cover(cover: Entries, words: Sequence[str] = ()) -> CoverText:
    known = (*COVER_WORDS, *words)
    return CoverText(
        subject=cover.template("subject", known),
        addressees=cover.texts("addressees"),
        paragraphs=cover.templates("paragraphs", known),
        recipients=cover.templates("recipients", known),
        signatory=_signatory(cover.inner("signatory")),
        drafting_unit=_question(cover.inner("drafting_unit")),
        replacing=cover.optional_template("replacing", REPLACING_WORDS),
    )


def _document(entries: Entries, cover: Entries, forms: Sequence[str]) -> DocumentDef:
    own_form = entries.choice("form", forms) if "form" in entries.table else ""
    words = {word: QuestionPath(own_form, path) for word, path in entries.optional_texts("words").items()}
    title = entries.inner("title")
    return DocumentDef(
        id=entries.text("id"),
        kind=_kind(entries),
        title=Message(title.text("vi"), title.text("en")),
        forms=entries.choices("forms", forms),
        text=read_cover(entries.over(cover), tuple(words)),
        words=words,
        bases=_own_question(entries, "bases", own_form),
        recipients_from=_own_question(entries, "recipients_from", own_form),
        urgency=_own_question(entries, "urgency", own_form),
        deciding=_own_question(entries, "deciding", own_form),
        body=_body(entries.inner("body"), own_form, tuple(words)) if "body" in entries.table else None,
        when=_condition(entries.inner("when"), own_form) if "when" in entries.table else None,
    )


def _kind(entries: Entries) -> DocumentKind:
    return DocumentKind(entries.choice("kind", [kind.value for kind in DocumentKind]))


def _own_question(entries: Entries, name: str, form: str) -> QuestionPath | None:
    return QuestionPath(form, entries.text(name)) if name in entries.table else None


def _condition(when: Entries, form: str) -> Condition:
    return Condition(QuestionPath(form, when.text("path")), when.text("is"))


def _body(body: Entries, form: str, words: Sequence[str]) -> BodyDef:
    sections = tuple(_section(one) for one in body.tables("sections"))
    closing = body.text("closing") if "closing" in body.table else ""
    return BodyDef(_kind(body), form, body.template("subject", (*COVER_WORDS, *words)), sections, closing)


def _section(entries: Entries) -> SectionDef:
    parts = entries.texts("parts")
    return SectionDef(entries.text("heading"), parts, entries.optional_texts("titles", parts))


def _signatory(signatory: Entries) -> SignatoryPaths:
    return SignatoryPaths(
        form=signatory.text("form"),
        name=signatory.text("name"),
        authority=signatory.text("authority"),
        position=signatory.text("position"),
        signing=_signing(signatory.inner("signing")) if "signing" in signatory.table else None,
    )


def _signing(signing: Entries) -> SigningQuestion:
    choices = {form: signing.text(form.value) for form in AuthorityForm if form.value in signing.table}
    return SigningQuestion(signing.text("path"), choices)


def _question(entries: Entries) -> QuestionPath:
    return QuestionPath(entries.text("form"), entries.text("path"))
