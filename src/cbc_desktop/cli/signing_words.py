"""Whose key signs, on the command line: a certificate file or a token, and its passphrase or PIN, asked for once."""

from __future__ import annotations

import getpass
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.cli.command import OneOf, Word, given_path
from cbc_desktop.cli.terminal import ProgressLine, Terminal

if TYPE_CHECKING:
    from cbc_desktop.office import Office
    from cbc_desktop.signing.key_sources import KeySource
    from cbc_desktop.signing.signer import Signer

SIGNER_WORDS: tuple[Word | OneOf, ...] = (
    OneOf(
        (
            Word("--p12", Message("tệp chứng thư PKCS#12", "PKCS#12 certificate file"), {"type": given_path}),
            Word(
                "--token",
                Message(
                    "USB token: số hoặc nhãn của token; không ghi: token duy nhất đang cắm",
                    "USB token: its serial number or label; without one: the only token there is",
                ),
                {"nargs": "?", "const": "", "metavar": "TOKEN"},
            ),
        )
    ),
    Word(
        "--certificate",
        Message("chứng thư nào trên token: tên hoặc mã", "which certificate on the token: its name or code"),
        {"default": ""},
    ),
    Word(
        "--passphrase-file",
        Message(
            "tệp chứa mật khẩu của tệp chứng thư (không có thì hỏi)",
            "file with the passphrase of the certificate file (else it is asked for)",
        ),
        {"type": given_path},
    ),
    Word(
        "--pin-file",
        Message("tệp chứa mã PIN của token (không có thì hỏi)", "file with the token's PIN (else it is asked for)"),
        {"type": given_path},
    ),
)
"""For every command that signs; `opened_signer` reads them."""

PERHAPS_SIGNER_WORDS = tuple(
    replace(word, required=False) if isinstance(word, OneOf) else word for word in SIGNER_WORDS
)
"""For a command that signs only when a key is named; `signs` says whether one is."""

ASK_PASSPHRASE = Message("Mật khẩu của chứng thư: ", "Passphrase of the certificate: ")
ASK_PIN = Message("Mã PIN của USB token “{label}” ({subject}): ", "PIN of the USB token “{label}” ({subject}): ")
NOT_READABLE = Message(
    "Không đọc được mật khẩu từ “{path}” ({reason}). Hãy kiểm tra đường dẫn, hoặc bỏ tùy chọn này để gõ mật khẩu.",
    "The passphrase cannot be read from “{path}” ({reason}). Check the path, or leave this option out to type it.",
)
NOBODY_TYPES = Message(
    "Cần mật khẩu hoặc mã PIN, nhưng lệnh không chạy trong cửa sổ dòng lệnh nên không hỏi được. Hãy ghi vào một tệp "
    "rồi dùng --passphrase-file hoặc --pin-file.",
    "A passphrase or PIN is needed, but there is no terminal to ask for it. Write it into a file and use "
    "--passphrase-file or --pin-file.",
)


def signs(arguments: Namespace) -> bool:
    return arguments.p12 is not None or arguments.token is not None


def _anybody(signer: Signer) -> None:
    """May sign."""


@contextmanager
def opened_signer(
    arguments: Namespace, terminal: Terminal, office: Office, require: Callable[[Signer], None] = _anybody
) -> Iterator[Signer]:
    """The signer whom `SIGNER_WORDS` name, until the block ends; what it should know is told.

    UserFacingError for one whom ``require`` refuses, and for a revoked certificate, where the office has its status
    asked for.
    """
    from cbc_desktop.signing.opening import open_signer
    from cbc_desktop.signing.secret import Secret

    now = office.clock.now()
    source, passphrase = _of_file(arguments, terminal) if arguments.p12 else _of_token(arguments, terminal, now)
    with open_signer(source, Secret.typed(passphrase), now=now) as signer:
        require(signer)
        for finding in office.trust.own.warnings_of(signer, ProgressLine(terminal)):
            terminal.trouble(finding.message)
        yield signer


def _of_file(arguments: Namespace, terminal: Terminal) -> tuple[KeySource, str]:
    from cbc_desktop.signing.identity import require_pkcs12
    from cbc_desktop.signing.key_sources import Pkcs12Source

    require_pkcs12(arguments.p12)
    return Pkcs12Source(arguments.p12), passphrase_of(arguments.passphrase_file, terminal)


def _of_token(arguments: Namespace, terminal: Terminal, now: datetime) -> tuple[KeySource, str]:
    """A token with keys of its own (a PIN pad) is asked for its PIN there, by its driver."""
    from cbc_desktop.signing.token.choice import chosen_key
    from cbc_desktop.signing.token.doctor import examine_tokens

    key = chosen_key(examine_tokens(now=now), token=arguments.token, certificate=arguments.certificate)
    if key.token.pin.told:
        terminal.trouble(key.token.pin.told)
    if key.token.own_keypad and not arguments.pin_file:
        return key.source(), ""
    asking = ASK_PIN.filled(label=key.token.label, subject=key.found.certificate.subject)
    return key.source(), passphrase_of(arguments.pin_file, terminal, asking)


def passphrase_of(path: Path | None, terminal: Terminal, asking: Message = ASK_PASSPHRASE) -> str:
    """From the first line of a file, or typed unseen; never an argument, which others on the machine could read."""
    if path is None:
        return _typed(terminal, asking)
    try:
        return path.read_text(encoding="utf-8").split("\n")[0]
    except (OSError, UnicodeDecodeError) as error:
        raise UserFacingError(NOT_READABLE.filled(path=path, reason=reason_of(error))) from error


def _typed(terminal: Terminal, asking: Message) -> str:
    if not sys.stdin.isatty():
        raise UserFacingError(NOBODY_TYPES)
    return getpass.getpass(terminal.text(asking))
