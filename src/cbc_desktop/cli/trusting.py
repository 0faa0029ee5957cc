"""Commands about what this office trusts and which services it asks: trust …, services …, extend."""

from __future__ import annotations

from argparse import Namespace

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.cli.judging_again import remind_to_judge_again
from cbc_desktop.cli.office_of import office_of
from cbc_desktop.cli.terminal import ProgressLine, Terminal
from cbc_desktop.package.signature_words import GROUPS
from cbc_desktop.receiving.trust_desk import Anchor, Candidate, in_pairs
from cbc_desktop.signing.services import SUGGESTED_TIMESTAMPS, Services
from cbc_desktop.signing.signature_facts import AnchorGroup

NOT_YET = 2
"""Indeterminate (decision 14): shown, and to be confirmed."""

NONE = Message(
    "Máy này chưa tin cậy chứng thư nào: chữ ký số nào cũng sẽ “chưa kết luận được”.",
    "This computer trusts no certificate yet: every signature will be indeterminate.",
)
ANCHOR = Message(
    "{subject} ({organisation}), hiệu lực đến {ends}; tin cậy từ {since}, do {who}: {why}",
    "{subject} ({organisation}), valid until {ends}; trusted since {since} by {who}: {why}",
)
CANDIDATE = Message(
    "{subject} ({organisation}), do {issuer} cấp, hiệu lực {begins} – {ends}",
    "{subject} ({organisation}), by {issuer}, valid {begins} – {ends}",
)
FINGERPRINT = Message("  SHA-256: {fingerprint}", "  SHA-256: {fingerprint}")
CONFIRM = Message(
    "Chưa có gì được tin cậy. Hãy lấy vân tay SHA-256 từ nơi cấp bằng đường khác (điện thoại, văn bản), so với dòng "
    "trên, rồi gọi lại lệnh với --fingerprint và --why.",
    "Nothing is trusted yet. Get the SHA-256 fingerprint from its issuer another way (telephone, paper), compare it "
    "with the line above, then give the command again with --fingerprint and --why.",
)
NOT_IN_FILE = Message(
    "Trong tệp không có chứng thư nào có vân tay bắt đầu bằng “{fingerprint}”. Chưa có gì được tin cậy.",
    "No certificate in the file has a fingerprint that begins with “{fingerprint}”. Nothing is trusted.",
)
ACCEPTED = Message("Từ nay tin cậy “{subject}” ({group}).", "“{subject}” is trusted from now on ({group}).")
REMOVED = Message("Không tin cậy “{subject}” nữa.", "“{subject}” is trusted no longer.")
WROTE = Message("Đã ghi {path}", "Wrote {path}")
NOTHING_ADDED = Message(
    "Không thêm được gì vào văn bản, nên không ghi tệp nào.", "Nothing could be added, so no file was written."
)

TIMESTAMPS = Message("Dấu thời gian: {address}", "Timestamps: {address}")
STATUS = Message("Hỏi tình trạng thu hồi của chứng thư: {answer}", "Asking whether certificates are revoked: {answer}")
OFF = Message("tắt", "off")
ON = Message("bật", "on")
SUGGESTED = Message(
    "Gợi ý cho cơ quan nhà nước: cbc-desktop services set --timestamps {address} --status",
    "Suggested for state agencies: cbc-desktop services set --timestamps {address} --status",
)


def list_all(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        anchors = office.trust.all()
    if arguments.json:
        terminal.as_json([_as_json(anchor) for anchor in anchors])
        return 0
    for anchor in anchors:
        terminal.say(f"[{terminal.text(GROUPS[anchor.group.value])}] {terminal.text(_told(anchor))}")
        terminal.say(FINGERPRINT.filled(fingerprint=in_pairs(anchor.kept.fingerprint)))
    if not anchors:
        terminal.say(NONE)
    return 0


def add(arguments: Namespace, terminal: Terminal) -> int:
    """0 when one was accepted; 2 when the file was only shown, for the person to compare the fingerprint."""
    with office_of(arguments) as office:
        candidates = office.trust.candidates(arguments.file)
        if not arguments.fingerprint:
            for candidate in candidates:
                _show(candidate, terminal)
            terminal.say(CONFIRM)
            return NOT_YET
        candidate = _meant(candidates, arguments.fingerprint)
        group = AnchorGroup(arguments.group) if arguments.group else candidate.group
        office.trust.accept(candidate, group, fingerprint=arguments.fingerprint, why=arguments.why)
        for finding in candidate.cautions:
            terminal.trouble(finding.message)
        terminal.say(ACCEPTED.filled(subject=candidate.certificate.subject, group=terminal.text(GROUPS[group.value])))
        remind_to_judge_again(office, terminal)
    return 0


def export(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        chosen = [office.trust.named(arguments.fingerprint)] if arguments.fingerprint else None
        office.trust.export(arguments.out, chosen)
    terminal.say(WROTE.filled(path=arguments.out))
    return 0


def remove(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        anchor = office.trust.named(arguments.fingerprint)
        office.trust.remove(anchor)
        terminal.say(REMOVED.filled(subject=anchor.certificate.subject))
        remind_to_judge_again(office, terminal)
    return 0


def show_services(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        services = office.trust.own.services()
    if arguments.json:
        terminal.as_json({"timestamps": services.timestamps, "status": services.status})
        return 0
    _tell(services, terminal)
    if not services.on:
        terminal.say(SUGGESTED.filled(address=SUGGESTED_TIMESTAMPS))
    return 0


def set_services(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        known = office.trust.own.services()
        timestamps = known.timestamps if arguments.timestamps is None else arguments.timestamps
        services = Services.chosen(timestamps, status=known.status if arguments.status is None else arguments.status)
        office.trust.own.choose_services(services)
    _tell(services, terminal)
    return 0


def switch_off(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        office.trust.own.choose_services(Services())
    _tell(Services(), terminal)
    return 0


def extend(arguments: Namespace, terminal: Terminal) -> int:
    """0 when everything could be had; 2 when something could not, which is told."""
    with office_of(arguments) as office:
        extension = office.trust.extend(arguments.file, arguments.out, ProgressLine(terminal))
        report = office.receiving.verify(extension.written or arguments.file)
    for trouble in extension.troubles:
        terminal.trouble(trouble)
    terminal.say(WROTE.filled(path=extension.written) if extension.written else NOTHING_ADDED)
    for signature in report.signatures:
        terminal.say(f"  {signature.signer}: {signature.level.level.value}")
    return NOT_YET if extension.troubles else 0


def _meant(candidates: tuple[Candidate, ...], fingerprint: str) -> Candidate:
    """The one in the file; whether the fingerprint is long enough is for the desk to say."""
    if len(candidates) == 1:
        return candidates[0]
    for candidate in candidates:
        if candidate.is_meant_by(fingerprint):
            return candidate
    raise UserFacingError(NOT_IN_FILE.filled(fingerprint=fingerprint))


def _show(candidate: Candidate, terminal: Terminal) -> None:
    certificate = candidate.certificate
    told = {
        "subject": certificate.subject,
        "organisation": certificate.subject_organisation,
        "issuer": certificate.issuer,
        "begins": f"{certificate.valid_from.astimezone(VIETNAM):%d/%m/%Y}",
        "ends": f"{certificate.valid_until.astimezone(VIETNAM):%d/%m/%Y}",
    }
    terminal.say(CANDIDATE.filled(**told))
    terminal.say(FINGERPRINT.filled(fingerprint=in_pairs(candidate.fingerprint)))
    for finding in candidate.cautions:
        terminal.trouble(finding.message)


def _told(anchor: Anchor) -> Message:
    return ANCHOR.filled(
        subject=anchor.certificate.subject,
        organisation=anchor.certificate.subject_organisation,
        ends=f"{anchor.certificate.valid_until.astimezone(VIETNAM):%d/%m/%Y}",
        since=f"{anchor.kept.since.astimezone(VIETNAM):%d/%m/%Y}",
        who=anchor.kept.who,
        why=anchor.kept.why,
    )


def _as_json(anchor: Anchor) -> dict[str, str]:
    return {
        "fingerprint": str(anchor.kept.fingerprint),
        "group": anchor.group.value,
        "subject": anchor.certificate.subject,
        "organisation": anchor.certificate.subject_organisation,
        "valid_from": anchor.certificate.valid_from.isoformat(),
        "valid_until": anchor.certificate.valid_until.isoformat(),
        "since": anchor.kept.since.isoformat(),
        "who": anchor.kept.who,
        "why": anchor.kept.why,
    }


def _tell(services: Services, terminal: Terminal) -> None:
    terminal.say(TIMESTAMPS.filled(address=services.timestamps or terminal.text(OFF)))
    terminal.say(STATUS.filled(answer=terminal.text(ON if services.status else OFF)))
