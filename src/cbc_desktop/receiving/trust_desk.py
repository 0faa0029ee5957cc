"""The desk where a person decides which certificates this office trusts, after their fingerprints were compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message
from cbc_desktop.package.archive import read_file
from cbc_desktop.package.archive_limits import STANDARD
from cbc_desktop.package.office_trust import OfficeTrust
from cbc_desktop.signing.certificate import STRONG_DIGESTS, Certificate
from cbc_desktop.signing.signature_facts import AnchorGroup
from cbc_desktop.signing.trust import as_pem, read_certificates
from cbc_desktop.store.anchors import KeptAnchor

LEAST_DIGITS = 16
"""Of a fingerprint that is compared: as many as nobody can imitate by trying."""
GROUPS = (AnchorGroup.STATE, AnchorGroup.PUBLIC, AnchorGroup.OWN, AnchorGroup.PUBLISHER, AnchorGroup.TRIAL)
"""Those that a person may put a certificate into."""

NOT_COMPARED = Message(
    "Vân tay đã nhập không đúng với chứng thư “{subject}” (SHA-256: {fingerprint}). Chưa có gì được tin cậy; hãy lấy "
    "vân tay từ nơi cấp bằng đường khác (điện thoại, văn bản) và so lại từng ký tự.",
    "The fingerprint entered is not that of the certificate “{subject}” (SHA-256: {fingerprint}). Nothing is trusted; "
    "get the fingerprint from its issuer another way (telephone, paper) and compare it letter by letter.",
)
TRIAL_APART = Message(
    "Chứng thư “{subject}” là chứng thư thử nghiệm, chỉ xếp được vào nhóm thử nghiệm. Chưa có gì thay đổi.",
    "The certificate “{subject}” is for practice and belongs into that group only. Nothing was changed.",
)
NOT_TRIAL = Message(
    "Chứng thư “{subject}” không phải là chứng thư thử nghiệm nên không xếp vào nhóm thử nghiệm. Chưa có gì thay đổi.",
    "The certificate “{subject}” is not one for practice and does not belong into that group. Nothing was changed.",
)
NO_REASON = Message(
    "Cần ghi lý do tin cậy chứng thư “{subject}”, để sau này còn biết vì sao. Chưa có gì thay đổi; hãy ghi lý do.",
    "Say why the certificate “{subject}” is trusted, so that it is known later. Nothing was changed; give the reason.",
)
UNKNOWN = Message(
    "Máy này không tin cậy chứng thư nào có vân tay bắt đầu bằng “{fingerprint}”, hoặc có nhiều hơn một. Chưa có gì "
    "thay đổi; hãy xem lại danh sách.",
    "No trusted certificate has a fingerprint that begins with “{fingerprint}”, or more than one has. Nothing was "
    "changed; look at the list again.",
)
NOTHING_TO_EXPORT = Message(
    "Máy này chưa tin cậy chứng thư nào nên không có gì để ghi ra tệp.",
    "This computer trusts no certificate yet, so there is nothing to write.",
)

NO_AUTHORITY = "trust.no-authority"
EXPIRED = "trust.expired"
WEAK = "trust.weak"
SAME_NAME = "trust.same-name"
_CAUTIONS = {
    NO_AUTHORITY: Message(
        "“{subject}” không phải là nơi cấp chứng thư: chỉ chữ ký của chính chứng thư này được tin cậy.",
        "“{subject}” does not certify others: only its own signatures will be trusted.",
    ),
    EXPIRED: Message(
        "“{subject}” đã hết hạn hoặc chưa có hiệu lực.",
        "“{subject}” has expired or is not valid yet.",
    ),
    WEAK: Message(
        "“{subject}” dùng khóa hoặc thuật toán đã lỗi thời, có thể bị làm giả.",
        "“{subject}” uses an outdated key or algorithm that can be forged.",
    ),
    SAME_NAME: Message(
        "Đã có một chứng thư khác cùng tên “{subject}” trong danh sách: hãy so vân tay thật kỹ, có thể là giả mạo.",
        "Another certificate with the name “{subject}” is trusted already: compare the fingerprint with care, it may "
        "be an imitation.",
    ),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A certificate from a file, before anybody trusts it."""

    certificate: Certificate
    cautions: tuple[Finding, ...]

    @property
    def fingerprint(self) -> Digest:
        return Digest.of(self.certificate.der)

    def is_meant_by(self, fingerprint: str) -> bool:
        """``fingerprint``: as a person has it from elsewhere, at least its beginning."""
        digits = _digits(fingerprint)
        return len(digits) >= LEAST_DIGITS and str(self.fingerprint).startswith(digits)

    @property
    def group(self) -> AnchorGroup:
        """Where it belongs unless a person knows better."""
        return AnchorGroup.TRIAL if self.certificate.trial else AnchorGroup.OWN


@dataclass(frozen=True, slots=True)
class Anchor:
    """A certificate that is trusted: what it says, and what the office knows of how that came about."""

    certificate: Certificate
    kept: KeptAnchor

    @property
    def group(self) -> AnchorGroup:
        return AnchorGroup(self.kept.group)


@dataclass(frozen=True, slots=True)
class Extension:
    """Where the extended PDF was written, None when nothing could be added; ``troubles``: what could not be had."""

    written: Path | None
    troubles: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class TrustDesk:
    """``who`` is the person at this computer."""

    own: OfficeTrust
    who: str

    def all(self) -> tuple[Anchor, ...]:
        """By group, the oldest first."""
        found = [Anchor(Certificate.of(kept.der), kept) for kept in self.own.anchors.all()]
        return tuple(sorted(found, key=lambda anchor: GROUPS.index(anchor.group)))

    def candidates(self, path: Path) -> tuple[Candidate, ...]:
        """The certificates in a PEM, DER or P7B file; UserFacingError when it holds none or cannot be read."""
        return tuple(self._candidate(certificate) for certificate in read_certificates(path))

    def for_practice(self, folder: Path) -> tuple[Candidate, ...]:
        """The authorities for practice that were made into ``folder`` on this computer and are not trusted yet."""
        known = {anchor.kept.der for anchor in self.all()}
        found = [candidate for file in sorted(folder.glob("*.pem")) for candidate in self._readable(file)]
        return tuple(each for each in found if each.certificate.trial and each.certificate.der not in known)

    def accept(self, candidate: Candidate, group: AnchorGroup, *, fingerprint: str, why: str) -> None:
        """Trust it from now on. ``fingerprint``: as the person has it from elsewhere, at least its beginning.

        UserFacingError when that is another one, no reason is given, or practice and earnest would be mixed.
        """
        subject = candidate.certificate.subject
        if not candidate.is_meant_by(fingerprint):
            raise UserFacingError(NOT_COMPARED.filled(subject=subject, fingerprint=in_pairs(candidate.fingerprint)))
        if candidate.certificate.trial != (group is AnchorGroup.TRIAL):
            wrong = TRIAL_APART if candidate.certificate.trial else NOT_TRIAL
            raise UserFacingError(wrong.filled(subject=subject))
        if not why.strip():
            raise UserFacingError(NO_REASON.filled(subject=subject))
        self.own.anchors.add(candidate.certificate.der, group.value, who=self.who, why=why.strip())

    def remove(self, anchor: Anchor) -> None:
        """It is trusted no longer; that it was stays in the file."""
        self.own.anchors.remove(anchor.kept.der, who=self.who)

    def put_back(self, anchor: Anchor) -> None:
        """One that was removed by mistake: trusted again, with its group and reason."""
        self.own.anchors.add(anchor.kept.der, anchor.kept.group, who=self.who, why=anchor.kept.why)

    def named(self, fingerprint: str) -> Anchor:
        """The one whose fingerprint begins so; UserFacingError when there is none or more than one."""
        digits = _digits(fingerprint)
        found = [anchor for anchor in self.all() if digits and str(anchor.kept.fingerprint).startswith(digits)]
        if len(found) != 1:
            raise UserFacingError(UNKNOWN.filled(fingerprint=fingerprint))
        return found[0]

    def export(self, path: Path, anchors: Sequence[Anchor] | None = None) -> None:
        """These, or all, as one PEM file; UserFacingError when there are none or it cannot be written."""
        chosen = self.all() if anchors is None else anchors
        if not chosen:
            raise UserFacingError(NOTHING_TO_EXPORT)
        write_atomically(path, as_pem(anchor.kept.der for anchor in chosen), private=False)

    def extend(self, path: Path, out: Path, tell: Callable[[Message], None]) -> Extension:
        """Writes the signed PDF at ``path`` with attested time and status to ``out``, unless nothing could be added.

        UserFacingError as `OfficeTrust.extended`, and when a file cannot be read or written.
        """
        content = read_file(path, STANDARD)
        done = self.own.extended(content, tell)
        written = out if done.pdf != content else None
        if written is not None:
            write_atomically(written, done.pdf, private=False)
        return Extension(written, done.troubles)

    def _readable(self, path: Path) -> tuple[Candidate, ...]:
        try:
            return self.candidates(path)
        except UserFacingError:  # nobody chose this file: it is not offered
            return ()

    def _candidate(self, certificate: Certificate) -> Candidate:
        now = self.own.clock.now()
        known = [anchor.certificate for anchor in self.all()]
        cautions = _cautions(certificate, known, now)
        subject = certificate.subject
        told = [Finding(code, Severity.WARNING, subject, _CAUTIONS[code].filled(subject=subject)) for code in cautions]
        return Candidate(certificate, tuple(told))


def in_pairs(fingerprint: Digest) -> str:
    """As browsers show it: "3A:4F:…"."""
    digits = str(fingerprint).upper()
    return ":".join(digits[place : place + 2] for place in range(0, len(digits), 2))


def in_fours(fingerprint: Digest) -> str:
    """With room for a line to be broken: "3A:4F:09:77 8E:…"."""
    return "".join(" " if place % 12 == 11 else sign for place, sign in enumerate(in_pairs(fingerprint)))


def _cautions(certificate: Certificate, known: Iterable[Certificate], now: datetime) -> Iterator[str]:
    if not certificate.authority:
        yield NO_AUTHORITY
    if not certificate.valid_from <= now <= certificate.valid_until:
        yield EXPIRED
    if not certificate.has_strong_key or certificate.digest not in STRONG_DIGESTS:
        yield WEAK
    if any(one.subject == certificate.subject and one.der != certificate.der for one in known):
        yield SAME_NAME


def _digits(entered: str) -> str:
    """Colons and spaces are how people and programs write it; nothing at all when there is anything else in it."""
    digits = re.sub(r"[\s:]", "", entered).lower()
    return digits if re.fullmatch(r"[0-9a-f]+", digits) else ""
