"""With which key on which token to sign: the only one that may, or the one that a person names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import folded
from cbc_desktop.signing.key_sources import TokenSource
from cbc_desktop.signing.token.report import FoundToken, TokenCertificate, TokenReport

NO_SUCH_TOKEN = Message(
    "Không thấy USB token “{token}”. Chưa ký gì và số liệu không bị mất; hãy xem các token đang có bằng lệnh “token”.",
    "There is no USB token “{token}”. Nothing was signed and nothing is lost; the command “token” lists what there is.",
)
NO_CERTIFICATE = Message(
    "Trên USB token không có chứng thư nào dùng để ký văn bản{named}. Chưa ký gì và số liệu không bị mất; hãy kiểm tra "
    "bằng lệnh “token”, hoặc hỏi nơi cấp chứng thư.",
    "The USB token holds no certificate for signing documents{named}. Nothing was signed and nothing is lost; look "
    "with the command “token”, or ask your certificate issuer.",
)
SEVERAL = Message(
    "Có nhiều chứng thư ký được. Chưa ký gì; hãy chọn một bằng --certificate và tên hoặc mã:\n{keys}",
    "Several certificates can sign. Nothing was signed; choose one by --certificate and its name or code:\n{keys}",
)
CANNOT_BE_ENTERED = Message("Token “{label}”: {reason} Chưa ký gì.", "Token “{label}”: {reason} Nothing was signed.")


@dataclass(frozen=True, slots=True)
class TokenKey:
    """A certificate that is meant for signing, on the token that holds it."""

    token: FoundToken
    found: TokenCertificate

    @property
    def code(self) -> str:
        """A few characters that name it in a list."""
        return self.found.sha256[:8]

    @property
    def told(self) -> str:
        """One line, the same in every language: who, by whom, until when, on which token."""
        certificate = self.found.certificate
        until = f"{certificate.valid_until.astimezone(VIETNAM):%d/%m/%Y}"
        return f"{self.code}  {certificate.subject} · {certificate.issuer} · {until} · {self.token.label}"

    def source(self, *, prefer_pss: bool = False) -> TokenSource:
        token = self.token
        return TokenSource(
            module=token.module.path,
            serial=token.serial,
            label=token.label,
            certificate=self.found.sha256,
            prefer_pss=prefer_pss,
        )


def keys_of(report: TokenReport) -> tuple[TokenKey, ...]:
    """Those of people and agencies, each once: several drivers may see the same token, and the first is its own."""
    keys: dict[str, TokenKey] = {}
    for key in _all_keys(report):
        keys.setdefault(key.found.sha256, key)
    return tuple(keys.values())


def chosen_key(report: TokenReport, *, token: str = "", certificate: str = "") -> TokenKey:
    """The only fit key that answers to the names given; a name may be left out.

    ``token`` is its serial number or label; ``certificate`` the holder's name, or the beginning of the certificate's
    SHA-256. Raises UserFacingError when there is none, when there are several, and when the PIN cannot be entered.
    """
    if not report.tokens:
        raise UserFacingError(report.message)
    if not any(_answers_to(one, token) for one in report.tokens):
        raise UserFacingError(NO_SUCH_TOKEN.filled(token=token))
    named = [key for key in keys_of(report) if _answers_to(key.token, token) and _is_named(key, certificate)]
    key = _only(named, certificate)
    if not key.token.pin.can_be_entered and key.token.pin.told:
        raise UserFacingError(_refused(key.token, key.token.pin.told))
    return key


def _all_keys(report: TokenReport) -> Iterator[TokenKey]:
    for token in report.tokens:
        for found in token.certificates:
            if not found.certificate.authority:
                yield TokenKey(token, found)


def _answers_to(token: FoundToken, name: str) -> bool:
    return not name or name == token.serial or folded(name) == folded(token.label)


def _is_named(key: TokenKey, name: str) -> bool:
    return (
        not name or key.found.sha256.startswith(name.lower()) or folded(name) == folded(key.found.certificate.subject)
    )


def _only(keys: list[TokenKey], name: str) -> TokenKey:
    fit = [key for key in keys if key.found.unfit is None]
    if len(fit) == 1:
        return fit[0]
    if fit:
        raise UserFacingError(SEVERAL.filled(keys="\n".join(key.told for key in fit)))
    for key in keys:
        if key.found.unfit:
            raise UserFacingError(key.found.unfit)
    raise UserFacingError(NO_CERTIFICATE.filled(named=f" “{name}”" if name else ""))


def _refused(token: FoundToken, reason: Message) -> Message:
    return CANNOT_BE_ENTERED.filled(label=token.label, reason=reason)
