"""What a dossier looks like on paper, frozen; every renderer reads this and only this.

The text is final: language chosen, labels evaluated, numbers and dates written the Vietnamese way. Beside the text a
cell keeps its typed value, for the workbook.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from cbc_desktop.base.digests import Digest
from cbc_desktop.documents.printed_chart import PrintedChart
from cbc_desktop.documents.printed_codes import PrintedCodes
from cbc_desktop.engine.address import Address
from cbc_desktop.forms.campaign_documents import DocumentKind

TypedValue = str | int | Decimal | date | datetime | None


PERCENT = "%"
"""The unit that makes a figure a percentage."""


class ValueKind(Enum):
    """What a value is; decides alignment on paper and the number format in a workbook."""

    TEXT = "text"
    CODE = "code"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    CHOICE = "choice"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class PrintedValue:
    """One value: ``text`` for people, ``value`` for a workbook's cell. Blank: text "" and value None."""

    kind: ValueKind
    text: str
    value: TypedValue = None
    at: Address | None = field(default=None, compare=False)
    """Which answer it is; None for what no question asks for, such as a total."""

    @property
    def blank(self) -> bool:
        return self.value is None


@dataclass(frozen=True, slots=True)
class PrintedRemark:
    """A note or the explanation of a warning, printed under what it belongs to."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class PrintedHeading:
    """A section; ``level`` 1 is I., 2 is 1., 3 is a). The numbers are in the text already, where the form has them."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class PrintedAnswer:
    """One question with its answer. ``id`` is the question's name in the form."""

    id: str
    label: str
    value: PrintedValue
    unit: str = ""
    words: str = ""
    """A figure in words ("Bằng chữ"), "" where the form does not ask for it."""
    remarks: tuple[PrintedRemark, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """A column of a table. ``width`` is a relative weight, 0 for automatic."""

    id: str
    label: str
    kind: ValueKind
    unit: str = ""
    width: int = 0


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A repeat as a table: its rows in order, and totals where columns have them (else an empty tuple)."""

    id: str
    label: str
    columns: tuple[PrintedColumn, ...]
    rows: tuple[tuple[PrintedValue, ...], ...]
    totals: tuple[PrintedValue, ...] = ()
    unit_line: str = ""
    """For example "Đơn vị tính: triệu đồng"; "" when the columns have no unit in common."""
    landscape: bool = False
    remarks: tuple[PrintedRemark, ...] = ()
    words: str = ""
    """A grand total in words, "" where the form does not ask for it."""
    at: Address | None = field(default=None, compare=False)
    """The repeat that it prints."""


@dataclass(frozen=True, slots=True)
class PrintedParagraph:
    """Running text; ``lead`` is set in bold before it ("Điều 1.")."""

    text: str
    lead: str = ""
    at: Address | None = field(default=None, compare=False)
    """The answer whose words it is."""


PrintedBlock = PrintedHeading | PrintedAnswer | PrintedTable | PrintedParagraph | PrintedChart


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A question of a data table: its path in the form, and what its answers are."""

    path: str
    kind: ValueKind


@dataclass(frozen=True, slots=True)
class DataRow:
    """``rid`` names the repeat instance, ``parent`` the one around it; ``values`` are as they are kept, "" for none."""

    rid: str
    parent: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DataTable:
    """Answers for programs, as they are kept: ``path`` is that of a repeat, or of the form's root.

    What lies outside all repeats is one row, none where nothing is answered there.
    """

    path: str
    columns: tuple[DataColumn, ...]
    rows: tuple[DataRow, ...]


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """One form of the dossier: an appendix of the document and a group of sheets of the workbook."""

    form_id: str
    number: str
    """Roman numeral of the appendix, "" when it is the only one."""
    title: str
    blocks: tuple[PrintedBlock, ...]
    version: str = ""
    data: tuple[DataTable, ...] = ()
    """The form itself, then its repeats in the order of the form, empty ones too."""


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Authority lines in order (for example "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH") and the name."""

    lines: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The answer of which a text is made, and its form."""

    form_id: str
    at: Address


@dataclass(frozen=True, slots=True)
class Origins:
    """Of which answers the texts of a document are made; ``bases`` and ``paragraphs`` are in step with its own."""

    subject: Origin | None = None
    paragraphs: tuple[Origin | None, ...] = ()
    bases: tuple[Origin, ...] = ()
    deciding: Origin | None = None
    signature: Origin | None = None
    recipients: Origin | None = None


@dataclass(frozen=True, slots=True)
class PrintedBody:
    """A body made of a form's answers: a plan. Under a decision it is a document of its own, attached to it."""

    kind: DocumentKind
    form_id: str
    subject: str
    blocks: tuple[PrintedBlock, ...]
    closing: str
    """The last paragraph, which ends "./."; "" for none."""
    closing_at: Address | None = field(default=None, compare=False)
    """The answer that it is."""
    subject_from: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """An administrative document (Decree 30/2020/NĐ-CP, Article 7 and Appendix I): letter, report, plan or decision.

    Number and date are form fields: while they are blank, the clerk fills them in.
    """

    parent_agency: str
    agency: str
    symbol: str
    """What follows the number: "UBND-VX" in "Số:      /UBND-VX"."""
    subject: str
    """The summary (trích yếu), of a letter without its "V/v"."""
    place: str
    addressees: tuple[str, ...]
    paragraphs: tuple[str, ...]
    signature: SignatureBlock
    recipients: tuple[str, ...]
    """The lines of "Nơi nhận", without their hyphens; the last is "Lưu: VT, ...". """
    urgency: str = ""
    letterhead: tuple[str, ...] = ()
    """The agency's name in the lines in which it heads the document; () leaves the lines to the renderer."""
    number: str = ""
    """The number alone: "45" in "Số: 45/UBND-VX"."""
    date: str = ""
    """In words, with the word before it: "ngày 25 tháng 3 năm 2022"."""
    kind: DocumentKind = DocumentKind.LETTER
    bases: tuple[str, ...] = ()
    """The legal bases, without the semicolons that end them."""
    deciding: str = ""
    """Who decides, above the bases of a decision: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BẮC MẪU"."""
    body: PrintedBody | None = None
    origins: Origins = field(default=Origins(), compare=False)

    @property
    def own_body(self) -> PrintedBody | None:
        """The body that follows the paragraphs."""
        return None if self.kind is DocumentKind.DECISION else self.body

    @property
    def attached(self) -> PrintedBody | None:
        """The body that is a document of its own."""
        return self.body if self.kind is DocumentKind.DECISION else None


@dataclass(frozen=True, slots=True)
class PrintedDossier:
    """Everything that goes on paper for one revision."""

    title: str
    language: str
    document: OfficialDocument
    forms: tuple[PrintedForm, ...]
    campaign: str
    """The letter that is answered, for example "12/BM-VTV"."""
    agency: str
    revision: int
    content_digest: Digest
    finalised_at: datetime
    trial: bool = False
    """True when signed with a trial certificate: every page is marked "THỬ NGHIỆM"."""
    draft: bool = False
    """True before the revision is finalised: every page is marked "DỰ THẢO"."""
    codes: Mapping[str, PrintedCodes] = field(default_factory=dict)
    """The data as codes after each form, by its id; a draft has none."""

    @property
    def appendices(self) -> tuple[PrintedForm, ...]:
        """The forms that are printed behind the document: all but the one that is its body."""
        body = self.document.body
        return tuple(form for form in self.forms if body is None or form.form_id != body.form_id)
