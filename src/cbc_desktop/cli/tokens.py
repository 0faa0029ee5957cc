"""The token doctor on the command line: what it found, as text or JSON."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from cbc_desktop.base.clock import VIETNAM, SystemClock
from cbc_desktop.base.message import Message
from cbc_desktop.cli.terminal import Terminal

if TYPE_CHECKING:
    from cbc_desktop.signing.token.report import FoundToken, TokenCertificate, TokenReport, TriedModule

MODULE = Message("{publisher} ({path}): {found}", "{publisher} ({path}): {found}")
TOKEN = Message("  USB token “{label}”, số {serial} ({made})", "  USB token “{label}”, serial number {serial} ({made})")
CERTIFICATE = Message(
    "    {code}  {subject} · {issuer} · hạn đến {until}: {verdict}",
    "    {code}  {subject} · {issuer} · until {until}: {verdict}",
)
FIT = Message("dùng để ký được", "can sign")
OF_AN_ISSUER = Message("chứng thư của nơi cấp", "certificate of an issuer")
NO_CERTIFICATES = Message(
    "    Không thấy chứng thư nào trên token khi chưa nhập mã PIN.",
    "    The token shows no certificate before the PIN is entered.",
)


def token(arguments: Namespace, terminal: Terminal) -> int:
    """0 when some certificate on a token can sign now, else 1."""
    from cbc_desktop.signing.token.choice import keys_of
    from cbc_desktop.signing.token.doctor import examine_tokens

    report = examine_tokens(now=SystemClock().now())
    if arguments.json:
        terminal.as_json(_as_json(report, terminal))
    else:
        _say(report, terminal)
    return 0 if any(key.found.unfit is None for key in keys_of(report)) else 1


def _say(report: TokenReport, terminal: Terminal) -> None:
    for tried in report.modules:
        found = terminal.text(tried.message)
        terminal.say(MODULE.filled(publisher=tried.module.publisher, path=tried.module.path, found=found))
        for one in tried.tokens:
            _say_token(one, terminal)
    terminal.say(report.message)


def _say_token(one: FoundToken, terminal: Terminal) -> None:
    made = " ".join(part for part in (one.manufacturer, one.model) if part)
    terminal.say(TOKEN.filled(label=one.label, serial=one.serial, made=made))
    if one.pin.told:
        terminal.say(f"    {terminal.text(one.pin.told)}")
    for found in one.certificates:
        certificate, verdict = found.certificate, terminal.text(_verdict(found))
        until = f"{certificate.valid_until.astimezone(VIETNAM):%d/%m/%Y}"
        terminal.say(
            CERTIFICATE.filled(
                code=found.sha256[:8],
                subject=certificate.subject,
                issuer=certificate.issuer,
                until=until,
                verdict=verdict,
            )
        )
    if not one.certificates:
        terminal.say(NO_CERTIFICATES)


def _verdict(found: TokenCertificate) -> Message:
    if found.certificate.authority:
        return OF_AN_ISSUER
    return found.unfit or FIT


def _as_json(report: TokenReport, terminal: Terminal) -> dict[str, Any]:
    return {
        "message": terminal.text(report.message),
        "modules": [_module(tried, terminal) for tried in report.modules],
    }


def _module(tried: TriedModule, terminal: Terminal) -> dict[str, Any]:
    return {
        "path": str(tried.module.path),
        "publisher": tried.module.publisher,
        "state": tried.state.value,
        "message": terminal.text(tried.message),
        "tokens": [_token(one, terminal) for one in tried.tokens],
    }


def _token(one: FoundToken, terminal: Terminal) -> dict[str, Any]:
    return {
        "label": one.label,
        "serial": one.serial,
        "manufacturer": one.manufacturer,
        "model": one.model,
        "pin": one.pin.value,
        "own_keypad": one.own_keypad,
        "certificates": [_certificate(found, terminal) for found in one.certificates],
    }


def _certificate(found: TokenCertificate, terminal: Terminal) -> dict[str, Any]:
    certificate = found.certificate
    return {
        "sha256": found.sha256,
        "subject": certificate.subject,
        "organisation": certificate.subject_organisation,
        "issuer": certificate.issuer,
        "valid_from": certificate.valid_from.isoformat(),
        "valid_until": certificate.valid_until.isoformat(),
        "authority": certificate.authority,
        "key_seen": found.key_seen,
        "can_sign": found.unfit is None and not certificate.authority,
        "message": terminal.text(_verdict(found)),
    }
