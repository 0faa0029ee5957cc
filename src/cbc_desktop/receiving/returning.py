"""Writing a return slip: which questions of a package the receiver wants corrected, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cbc_desktop.base.clock import Clock, FixedClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import keepable
from cbc_desktop.dossier.record import DossierRecord
from cbc_desktop.dossier.return_slip import ReturnSlip, SlipQuestion
from cbc_desktop.dossier.revision import FrozenForm, Revision
from cbc_desktop.engine.nodes import LiveNode
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
ROW = "{label}, dòng {number}"
"""The label is read by the sender, whose documents are in Vietnamese (decision 20)."""


@dataclass(frozen=True, slots=True)
class ReturnRemark:
    """``reference`` has positions, such as ``/data/t1[2]/ten``; both names are "" for the whole dossier."""

    words: str
    form_id: str = ""
    reference: str = ""


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
        questions = self._questions(record, revision, [one for one in remarks if keepable(one.words).strip()])
        return ReturnSlip(
            identity=record.identity,
            agency_name=record.agency_name,
            number=record.number,
            content_digest=record.content_digest,
            returned_by=keepable(returned_by).strip(),
            returned_at=self.clock.now().replace(microsecond=0),
            questions=questions,
        )

    def _questions(
        self, record: DossierRecord, revision: Revision, remarks: list[ReturnRemark]
    ) -> tuple[SlipQuestion, ...]:
        if not remarks:
            raise UserFacingError(NOTHING_SAID)
        sessions: Mapping[str, FormSession] = {}
        if any(remark.form_id for remark in remarks):
            campaign = self.catalogue.campaign(record.identity.campaign_id)
            sessions = {form.form_id: self._session(campaign, form, revision) for form in revision.forms}
        return tuple(_question(remark, sessions) for remark in remarks)

    def _session(self, campaign: Campaign, form: FrozenForm, revision: Revision) -> FormSession:
        """The answers as they came, in the form as it is installed here."""
        definition = self.catalogue.form(campaign, form.form_id)
        values = read_submission(definition, form.submission, self.identifiers)
        return FormSession.resume(definition, values, World(FixedClock(revision.finalised_at), self.identifiers, {}))


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
    text = session.text(node.definition.label, node) if isinstance(node, LiveNode) else ""
    label = text or node.name
    return label if node.row is None else ROW.format(label=label, number=node.row.index + 1)
