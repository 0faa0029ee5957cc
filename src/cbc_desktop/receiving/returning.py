"""Writing a receipt: what the receiver makes of a dossier, and which of its questions it has something to say about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cbc_desktop.base.clock import Clock, FixedClock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import keepable
from cbc_desktop.dossier.identity import DossierIdentity
from cbc_desktop.dossier.return_slip import Outcome, ReturnSlip, SlipQuestion
from cbc_desktop.engine.nodes import RepeatNode, RowNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.submission import read_submission
from cbc_desktop.engine.world import World
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.catalogue import FormCatalogue
from cbc_desktop.package.report import VerificationReport

NOT_READABLE = Message(
    "Không đọc được số liệu trong “{path}”, nên không lập được phiếu trả lại từng câu. "
    "Hãy chạy lệnh verify để xem gói sai ở đâu và báo cho đơn vị gửi.",
    "The answers in “{path}” cannot be read, so no question of it can be returned. "
    "Run the command verify to see what is wrong with the package, and tell the sender.",
)
NO_SUCH_FORM = Message(
    "Gói này không có biểu mẫu “{form}”. Các biểu mẫu trong gói: {known}.",
    "This package has no form “{form}”. It has: {known}.",
)
NOTHING_SAID = Message(
    "Phiếu trả lại cần ít nhất một ý kiến bằng lời. Hãy ghi ý kiến cho từng câu hoặc cho cả hồ sơ.",
    "A return slip needs at least one remark in words. Write one for a question or for the whole dossier.",
)
ACCEPTED_WITH_WORDS = Message(
    "Phiếu tiếp nhận không có ý kiến. Hãy bỏ các ý kiến, hoặc chọn “tiếp nhận kèm ý kiến” hay “trả lại”.",
    "A receipt that accepts says nothing else. Leave the remarks out, or accept with remarks or return it.",
)
ROW, CELL = "{table}, dòng {number}", "{label} ({row})"
"""Labels are read by the sender, whose documents are in Vietnamese (decision 20)."""


@dataclass(frozen=True, slots=True)
class ReturnRemark:
    """``reference`` has positions, such as ``/data/t1[2]/ten``; both names are "" for the whole dossier."""

    words: str
    form_id: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptedDossier:
    """The revision that a slip is about; ``submissions`` are its answers by form id."""

    identity: DossierIdentity
    agency_name: str
    number: int
    content_digest: Digest
    finalised_at: datetime
    submissions: Mapping[str, bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReturningDesk:
    """Needs the forms of the campaign, to know which question a reference means."""

    catalogue: FormCatalogue
    clock: Clock
    identifiers: IdentifierSource

    def slip(self, report: VerificationReport, remarks: Iterable[ReturnRemark], returned_by: str) -> ReturnSlip:
        """The slip for a package that was verified; UserFacingError for a question that it does not have."""
        record, revision = report.record, report.revision
        if record is None or revision is None:
            raise UserFacingError(NOT_READABLE.filled(path=report.path))
        about = ReceiptedDossier(
            identity=record.identity,
            agency_name=record.agency_name,
            number=record.number,
            content_digest=record.content_digest,
            finalised_at=revision.finalised_at,
            submissions={form.form_id: form.submission for form in revision.forms},
        )
        return self.receipt(about, Outcome.TO_BE_CORRECTED, remarks, returned_by)

    def receipt(
        self, about: ReceiptedDossier, outcome: Outcome, remarks: Iterable[ReturnRemark], given_by: str
    ) -> ReturnSlip:
        """What is accepted needs no remark, everything else one in words; UserFacingError as above."""
        said = [one for one in remarks if keepable(one.words).strip()]
        if outcome is Outcome.ACCEPTED and said:
            raise UserFacingError(ACCEPTED_WITH_WORDS)
        if outcome is not Outcome.ACCEPTED and not said:
            raise UserFacingError(NOTHING_SAID)
        return ReturnSlip(
            identity=about.identity,
            agency_name=about.agency_name,
            number=about.number,
            content_digest=about.content_digest,
            returned_by=keepable(given_by).strip(),
            returned_at=self.clock.now().replace(microsecond=0),
            questions=self.questions(about, said),
            outcome=outcome,
        )

    def questions(self, about: ReceiptedDossier, remarks: Sequence[ReturnRemark]) -> tuple[SlipQuestion, ...]:
        """As the slip says them; UserFacingError for a question that the dossier does not have."""
        sessions: Mapping[str, FormSession] = {}
        if any(remark.form_id for remark in remarks):
            campaign = self.catalogue.campaign(about.identity.campaign_id)
            sessions = {form_id: self._session(campaign, form_id, about) for form_id in about.submissions}
        return tuple(_question(remark, sessions) for remark in remarks)

    def _session(self, campaign: Campaign, form_id: str, about: ReceiptedDossier) -> FormSession:
        """The answers as they came, in the form as it is installed here."""
        definition = self.catalogue.form(campaign, form_id)
        values = read_submission(definition, about.submissions[form_id], self.identifiers)
        return FormSession.resume(definition, values, World(FixedClock(about.finalised_at), self.identifiers, {}))


def _question(remark: ReturnRemark, sessions: Mapping[str, FormSession]) -> SlipQuestion:
    words = keepable(remark.words).strip()
    if not remark.form_id:
        return SlipQuestion("", "", "", "", words)
    if remark.form_id not in sessions:
        raise UserFacingError(NO_SUCH_FORM.filled(form=remark.form_id, known=", ".join(sessions)))
    session = sessions[remark.form_id]
    address = session.locate(remark.reference)
    return SlipQuestion(remark.form_id, address.row, address.path, _label(session, remark.reference), words)


def _label(session: FormSession, reference: str) -> str:
    node = session.tree.find(session.locate(reference))
    if isinstance(node, RepeatNode):
        return _table(session, node)
    if isinstance(node, RowNode):
        return _row(session, node)
    label = session.text(node.definition.label, node) or node.name
    return CELL.format(label=label, row=_row(session, node.row)) if node.row else label


def _row(session: FormSession, row: RowNode) -> str:
    return ROW.format(table=_table(session, row.repeat), number=row.sibling_position())


def _table(session: FormSession, repeat: RepeatNode) -> str:
    """The number of the question stands in the title, which forms write on the group around a table."""
    holder = repeat.holder
    return session.text(holder.definition.label or repeat.definition.label, holder) or repeat.name
