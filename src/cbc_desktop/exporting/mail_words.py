"""What the e-mail says that goes with a package: the campaign's words about this agency."""

from __future__ import annotations

from dataclasses import dataclass

from cbc_desktop.exporting.exported import ExportPlan
from cbc_desktop.exporting.replacing import called

TRIAL_MARK = "[THỬ NGHIỆM] "


@dataclass(frozen=True, slots=True)
class MailWords:
    receiver: str
    receiver_name: str
    subject: str
    body: str

    @property
    def text(self) -> str:
        """All of it, to be pasted into whatever sends mail."""
        return f"{self.receiver}\n{self.subject}\n\n{self.body}"


def mail_words(plan: ExportPlan, package: str, *, trial: bool) -> MailWords:
    """``package`` is the name of the file that goes with it."""
    campaign, text = plan.campaign, plan.campaign.mail
    words = {"agency": plan.agency.name_vi, "letter": campaign.letter.number, "files": f"- {package}"}
    subject, body = text.subject, text.body
    if plan.replaced is not None:
        subject, body = text.subject_replacing, text.body_replacing
        words["replaced"] = called(plan.replaced)
    return MailWords(
        receiver=campaign.receiver.email,
        receiver_name=campaign.receiver.name,
        subject=f"{TRIAL_MARK if trial else ''}{subject.format(**words)}",
        body=body.format(**words),
    )
