"""What is known of one signature, told line by line: who, by which chain, whether revoked, when, what followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.message import LANGUAGES, Message
from cbc_desktop.package.names import printable
from cbc_desktop.signing.signature_facts import (
    AnchorGroup,
    CertificateStatus,
    Change,
    ChangeKind,
    Lacking,
    Level,
    Revocation,
    Timestamp,
)
from cbc_desktop.signing.verdict import ChangesAfter, SignatureReport, Verdict


@dataclass(frozen=True, slots=True)
class Detail:
    """``holds`` as in facts: None for what is not known; it decides nothing, the facts do."""

    label: Message
    text: Message
    holds: bool | None = True

    @property
    def told(self) -> Message:
        """Label and text in one line."""
        return Message(f"{self.label.vi}: {self.text.vi}", f"{self.label.en}: {self.text.en}")


def details_of(report: SignatureReport) -> tuple[Detail, ...]:
    """Nothing for something that is no signature at all; its fact says so."""
    return tuple(_details(report)) if report.signer else ()


def heading_of(report: SignatureReport) -> Message:
    """Above the details: which signature they are about."""
    field = name_of_field(report.field)
    return Message(f"Chữ ký số ở ô “{field.vi}”", f"Signature in the field “{field.en}”")


def _details(report: SignatureReport) -> Iterator[Detail]:
    yield Detail(SIGNER, _same(", ".join(filter(None, (printable(report.signer), printable(report.organisation))))))
    yield Detail(CERTIFICATE, _certificate(report))
    yield Detail(PURPOSE, _PURPOSES[report.for_documents], report.for_documents or None)
    yield Detail(CHAIN, *_chain(report))
    for place, revocation in enumerate(report.revocations):
        yield Detail(REVOCATION, *_revocation(revocation, own=not place, attested=report.attested_time))
    yield Detail(CLAIMED, *_claimed(report))
    yield from (Detail(ATTESTED, *_timestamp(stamp)) for stamp in _telling(report.timestamps))
    if not report.timestamps:
        yield Detail(ATTESTED, NOT_ATTESTED, None)
    yield Detail(LEVEL, _level(report), report.level.level is not Level.NONE or None)
    yield Detail(AFTERWARDS, _changes(report), report.changes_after is not ChangesAfter.FORBIDDEN)
    yield Detail(CONCLUSION, _conclusion(report), _HOLDS[report.verdict])


SIGNER = Message("Người ký", "Signer")
CERTIFICATE = Message("Chứng thư", "Certificate")
PURPOSE = Message("Mục đích", "Purpose")
CHAIN = Message("Chuỗi chứng thư", "Chain")
REVOCATION = Message("Thu hồi", "Revocation")
CLAIMED = Message("Thời điểm ký do người ký khai", "Time claimed by the signer")
ATTESTED = Message("Thời điểm được xác nhận", "Attested time")
LEVEL = Message("Mức", "Level")
AFTERWARDS = Message("Sau khi ký", "After signing")
CONCLUSION = Message("Kết luận (EN 319 102-1)", "Conclusion (EN 319 102-1)")

_CERTIFICATE = Message(
    "số {serial}, do {issuer} cấp, hiệu lực {begins} – {ends}", "serial {serial}, by {issuer}, valid {begins} – {ends}"
)
_PURPOSES = {
    True: Message("được cấp để ký văn bản", "issued for signing documents"),
    False: Message("không được cấp để ký văn bản", "not issued for signing documents"),
}
_CHAIN_FOUND = Message("{names} (tin cậy: {group})", "{names} (trusted: {group})")
_NO_CHAIN = Message(
    "không dẫn đến chứng thư nào mà máy này tin cậy", "does not lead to a certificate that this computer trusts"
)
GROUPS: Mapping[str, Message] = {
    AnchorGroup.STATE.value: Message("chữ ký số chuyên dùng công vụ", "the state agencies' own authority"),
    AnchorGroup.PUBLIC.value: Message("chữ ký số công cộng", "the public authorities"),
    AnchorGroup.OWN.value: Message("do cơ quan này chấp nhận", "accepted by this office"),
    AnchorGroup.TRIAL.value: Message("thử nghiệm", "for practice"),
    AnchorGroup.PUBLISHER.value: Message("nơi phát hành biểu mẫu", "publishers of forms"),
    AnchorGroup.GIVEN.value: Message("tệp được chỉ định khi kiểm tra", "the file named for this verification"),
}
_STATUSES: Mapping[CertificateStatus, tuple[Message, bool | None]] = {
    CertificateStatus.GOOD: (
        Message("chưa bị thu hồi, theo {evidence} lúc {as_of}", "not revoked, by the {evidence} of {as_of}"),
        True,
    ),
    CertificateStatus.REVOKED: (
        Message("đã bị thu hồi từ {since}, theo {evidence}", "revoked since {since}, by the {evidence}"),
        False,
    ),
    CertificateStatus.UNKNOWN: (
        Message("nơi cấp trả lời không biết chứng thư này", "the issuer answers that it does not know it"),
        None,
    ),
    CertificateStatus.OUTDATED: (
        Message(
            "chưa bị thu hồi vào lúc {as_of} ({evidence}); sau đó chưa rõ",
            "not revoked at {as_of} ({evidence}); unknown since",
        ),
        None,
    ),
    CertificateStatus.NOT_CHECKED: (
        Message(
            "chưa kiểm tra: trong tệp không có dữ liệu xác nhận được tình trạng chứng thư",
            "not checked: the file holds no evidence of the certificate's status that could be verified",
        ),
        None,
    ),
}
_REVOKED_LATER = Message(
    "đã bị thu hồi từ {since}, theo {evidence}; chữ ký có trước thời điểm đó nên vẫn giá trị",
    "revoked since {since}, by the {evidence}; the signature was there before, so it stays valid",
)
_ASKED = Message("{told} (vừa hỏi qua mạng, không có trong tệp)", "{told} (asked just now, not in the file)")
_OF_AUTHORITY = "“{whose}”: {told}"
NOT_CLAIMED = Message("không ghi", "none")
_CLAIMED_LATER = Message(
    "{at}; không thể đúng, vì chữ ký đã có trước thời điểm đó", "{at}; that cannot be: the signature was there before"
)
_CLOCKS_DIFFER = timedelta(minutes=5)
NOT_ATTESTED = Message(
    "không có dấu thời gian; chỉ có thời điểm do người ký khai", "no timestamp; there is only the signer's own claim"
)
_STAMPED = Message("{at}, do {authority} xác nhận", "{at}, by {authority}")
_STAMPED_BY_STRANGER = Message(
    "{at}, do {authority} – không dùng được ({because})", "{at}, by {authority}: cannot be relied on ({because})"
)
_LEVEL = Message("{level}", "{level}")
_LEVEL_LACKING = Message("{level}; {lacking}", "{level}; {lacking}")
_NO_LEVEL = Message("không phải chữ ký theo mức cơ sở của ETSI", "not a baseline signature of ETSI")
_LACKING: Mapping[Lacking, Message] = {
    Lacking.TIMESTAMP: Message("chưa có dấu thời gian nên chưa đạt B-T", "no timestamp, so not B-T"),
    Lacking.TRUSTED_TIMESTAMP: Message(
        "dấu thời gian không xác nhận được nên chưa đạt B-T", "its timestamp cannot be relied on, so not B-T"
    ),
    Lacking.VALIDATION_DATA: Message(
        "chưa có đủ dữ liệu về tình trạng chứng thư nên chưa đạt B-LT",
        "the status of the certificates is not all in the file, so not B-LT",
    ),
    Lacking.ARCHIVE_TIMESTAMP: Message(
        "chưa có dấu thời gian lưu trữ nên chưa đạt B-LTA", "no archive timestamp, so not B-LTA"
    ),
}
_CHANGES: Mapping[ChangeKind, Message] = {
    ChangeKind.FORBIDDEN: Message(
        "bị sửa theo cách không được phép ({name})", "changed in a way that is not permitted ({name})"
    ),
    ChangeKind.FIELD_FILLED: Message("điền ô “{name}”", "the field “{name}” was filled in"),
    ChangeKind.SIGNATURE_ADDED: Message("ký thêm ở ô “{name}”", "signed in the field “{name}”"),
    ChangeKind.TIMESTAMP_ADDED: Message("thêm dấu thời gian “{name}”", "the timestamp “{name}” was added"),
    ChangeKind.VALIDATION_DATA_ADDED: Message(
        "thêm dữ liệu về tình trạng chứng thư", "the status of certificates was added"
    ),
}
FIELDS: Mapping[str, Message] = {
    "ky_lanh_dao": Message("chữ ký lãnh đạo", "the leader's signature"),
    "ky_co_quan": Message("chữ ký cơ quan", "the agency's signature"),
    "so_ky_hieu": Message("số, ký hiệu", "number and symbol"),
    "dia_danh_ngay": Message("địa danh, ngày", "place and date"),
}
"""The fields of our documents (documents/pdf/closing.py, head.py)."""
_NOTHING_CHANGED = Message("không có gì được thêm vào", "nothing was added")
_NOTHING_NAMED = Message("có cập nhật, không đổi nội dung", "an update that changes no content")
_CONCLUSIONS = {
    Verdict.PASSED: Message("TOTAL-PASSED: hợp lệ", "TOTAL-PASSED"),
    Verdict.INDETERMINATE: Message("INDETERMINATE: chưa kết luận được ({because})", "INDETERMINATE ({because})"),
    Verdict.FAILED: Message("TOTAL-FAILED: không hợp lệ ({because})", "TOTAL-FAILED ({because})"),
}
_HOLDS = {Verdict.PASSED: True, Verdict.INDETERMINATE: None, Verdict.FAILED: False}


def _same(text: str) -> Message:
    return Message(text, text)


def _certificate(report: SignatureReport) -> Message:
    return _CERTIFICATE.filled(
        serial=f"{report.serial:x}" if report.serial is not None else "–",
        issuer=printable(report.issuer),
        begins=_day(report.valid_from),
        ends=_day(report.valid_until),
    )


def _chain(report: SignatureReport) -> tuple[Message, bool | None]:
    if not report.chain:
        return _NO_CHAIN, None
    group = GROUPS[report.anchor_group]
    names = " ← ".join(map(printable, report.chain))
    return _CHAIN_FOUND.filled(names=names, group=group), True


def _revocation(revocation: Revocation, *, own: bool, attested: datetime | None) -> tuple[Message, bool | None]:
    told, holds = _STATUSES[revocation.status]
    if revocation.since is not None and attested is not None and attested < revocation.since:
        told, holds = _REVOKED_LATER, True
    said = told.filled(evidence=revocation.evidence, as_of=_time(revocation.as_of), since=_time(revocation.since))
    if not revocation.in_file:
        said = _ASKED.filled(told=said)
    if own:
        return said, holds
    whose = printable(revocation.whose)
    return Message(*(_OF_AUTHORITY.format(whose=whose, told=each) for each in (said.vi, said.en))), holds


def _claimed(report: SignatureReport) -> tuple[Message, bool | None]:
    """Who claims to have signed after a service attested that the signature was there has a wrong clock, or lies."""
    claimed, attested = report.claimed_time, report.attested_time
    if claimed is None:
        return NOT_CLAIMED, True
    if attested is not None and claimed > attested + _CLOCKS_DIFFER:
        return _CLAIMED_LATER.filled(at=_time(claimed)), None
    return _same(_time(claimed)), True


def _telling(stamps: Sequence[Timestamp]) -> Iterator[Timestamp]:
    """The earliest on which one may rely, which is what counts, and those on which one may not."""
    counted = next((stamp for stamp in stamps if stamp.trusted), None)
    return (stamp for stamp in stamps if stamp is counted or not stamp.trusted)


def _timestamp(stamp: Timestamp) -> tuple[Message, bool | None]:
    told = _STAMPED if stamp.trusted else _STAMPED_BY_STRANGER
    authority, because = printable(stamp.authority), stamp.not_trusted_because
    return told.filled(at=_time(stamp.at), authority=authority, because=because), stamp.trusted or None


def _level(report: SignatureReport) -> Message:
    level, lacking = report.level.level, report.level.lacking
    if level is Level.NONE:
        return _NO_LEVEL
    if lacking is Lacking.NOTHING:
        return _LEVEL.filled(level=level.value)
    why = _LACKING[lacking]
    return Message(f"{level.value}; {why.vi}", f"{level.value}; {why.en}")


def _changes(report: SignatureReport) -> Message:
    if report.changes_after is ChangesAfter.NONE:
        return _NOTHING_CHANGED
    told = [_change(change) for change in report.changes]
    if not told:
        return _NOTHING_NAMED
    return Message.joined(told, "; ")


def _change(change: Change) -> Message:
    told, name = _CHANGES[change.kind], name_of_field(change.name)
    vi, en = (told.in_language(each).format(name=name.in_language(each)) for each in LANGUAGES)
    return Message(vi, en)


def name_of_field(name: str) -> Message:
    """What people call a field of our documents; a stranger's field by its own name."""
    return FIELDS.get(name) or _same(printable(name) or "–")


def _conclusion(report: SignatureReport) -> Message:
    return _CONCLUSIONS[report.verdict].filled(because=report.sub_indication)


def _time(at: datetime | None) -> str:
    return f"{at.astimezone(VIETNAM):%H:%M:%S %d/%m/%Y}" if at else "–"


def _day(at: datetime | None) -> str:
    return f"{at.astimezone(VIETNAM):%d/%m/%Y}" if at else "–"
