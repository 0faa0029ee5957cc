"""Commands about the images of a profile: of a signatory's signature, and of the agency's seal."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding
from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of
from cbc_desktop.cli.profiles import profile_of, signatory_of
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.documents.stamps.kinds import StampKind
from cbc_desktop.dossier.profile import millimetres

if TYPE_CHECKING:
    from cbc_desktop.filling.stamp_desk import PreparedStamp

FILE_OR_REMOVE = Message(
    "Hãy chỉ ra tệp ảnh bằng --file, hoặc dùng --remove để bỏ ảnh đang giữ.",
    "Give an image with --file, or use --remove to remove the one that is kept.",
)
NO_SIGNATORY = Message("Mẫu “{name}” chưa có người ký nào.", "The profile “{name}” has no signatory yet.")
SIGNATURE_KEPT = Message("Đã giữ ảnh chữ ký của {signatory}.", "Kept the image of {signatory}'s signature.")
SIGNATURE_REMOVED = Message("Đã bỏ ảnh chữ ký của {signatory}.", "Removed the image of {signatory}'s signature.")
SEAL_KEPT = Message("Đã giữ ảnh con dấu, đường kính {mm} mm.", "Kept the image of the seal, {mm} mm across.")
SEAL_REMOVED = Message("Đã bỏ ảnh con dấu.", "Removed the image of the seal.")


def signature(arguments: Namespace, terminal: Terminal) -> int:
    _require_one_thing(arguments)
    with office_of(arguments) as office:
        profile = profile_of(office, arguments.agency, arguments.name)
        signatory = signatory_of(profile, arguments.signatory)
        if signatory is None:
            raise UserFacingError(NO_SIGNATORY.filled(name=profile.name))
        findings: Iterable[Finding] = ()
        if arguments.remove:
            office.stamps.remove_signature(profile, signatory)
        else:
            stamp = _prepared(arguments, seal=False)
            findings = stamp.findings
            office.stamps.keep_signature(profile, signatory, stamp)
        said = SIGNATURE_REMOVED if arguments.remove else SIGNATURE_KEPT
        _tell(terminal, said.filled(signatory=signatory.name), findings)
    return 0


def seal(arguments: Namespace, terminal: Terminal) -> int:
    _require_one_thing(arguments)
    with office_of(arguments) as office:
        profile = profile_of(office, arguments.agency, arguments.name)
        if arguments.remove:
            office.stamps.remove_seal(profile)
            _tell(terminal, SEAL_REMOVED, ())
            return 0
        stamp = _prepared(arguments, seal=True)
        kept = office.stamps.keep_seal(profile, stamp, arguments.mm)
        _tell(terminal, SEAL_KEPT.filled(mm=millimetres(kept.seal_mm)), stamp.findings)
    return 0


def _prepared(arguments: Namespace, *, seal: bool) -> PreparedStamp:
    from cbc_desktop.filling.stamp_desk import prepared_stamp  # Pillow

    kind = StampKind.SEAL if seal else StampKind.SIGNATURE
    return prepared_stamp(arguments.file, kind, clear_white=arguments.clear_white)


def _require_one_thing(arguments: Namespace) -> None:
    if (arguments.file is None) != arguments.remove:
        raise UserFacingError(FILE_OR_REMOVE)


def _tell(terminal: Terminal, said: Message, findings: Iterable[Finding]) -> None:
    terminal.say(said)
    for finding in findings:
        terminal.trouble(finding.message)
