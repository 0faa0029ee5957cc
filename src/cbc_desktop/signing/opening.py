"""Opens a signer whose key is used in a child process: with its PIN or passphrase once, for as long as it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from cbc_desktop.base.findings import Finding
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.signing.certificate import Certificate
from cbc_desktop.signing.child.frames import Frame
from cbc_desktop.signing.child.orders import words_of_order
from cbc_desktop.signing.child.process import Child, started_child
from cbc_desktop.signing.fitness import cautions
from cbc_desktop.signing.key_sources import KeySource, words_of
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.secret import Secret

OPENING = Message("Đang mở khóa ký…", "Opening the signing key…")
SIGNING = Message("Đang ký…", "Signing…")
SECONDS = 60.0
"""How long one step may take: opening, or one signature. Tokens need one to five seconds; some ask on a display."""


@contextmanager
def open_signer(
    source: KeySource,
    secret: Secret,
    *,
    now: datetime,
    seconds: float = SECONDS,
    progress: Progress = lambda _: None,
) -> Iterator[RemoteSigner]:
    """A `Signer` that is fit to sign at ``now``, until the ``with`` block ends.

    ``secret`` is wiped whatever happens, and is tried once. ``progress`` is called again and again while the child
    works: what it raises (a person pressed stop) ends the work and the child. Raises UserFacingError for a key that
    cannot be opened or must not sign, and for a driver that hangs or crashes: then nothing was signed.
    """
    with secret, started_child() as child:
        request = Frame({"do": "open", "source": words_of(source), "now": now.isoformat()}, (secret.content,))
        progress(OPENING)
        (certificate,) = child.ask(request, seconds=seconds, waiting=partial(progress, OPENING)).parts
        secret.wipe()
        yield RemoteSigner(Certificate.of(bytes(certificate)), child, seconds, progress)


@dataclass(frozen=True, slots=True)
class RemoteSigner:
    """Signs in the child, any number of times within one opening."""

    certificate: Certificate
    _child: Child
    _seconds: float
    _progress: Progress

    @property
    def trial(self) -> bool:
        return self.certificate.trial

    @property
    def findings(self) -> tuple[Finding, ...]:
        return cautions(self.certificate)

    def sign_pdf(self, pdf: bytes, order: SigningOrder) -> bytes:
        return self._signed(Frame({"do": "sign_pdf", "order": words_of_order(order)}, (pdf, order.appearance)))

    def sign_manifest(self, manifest: bytes, *, at: datetime) -> bytes:
        return self._signed(Frame({"do": "sign_manifest", "at": at.isoformat()}, (manifest,)))

    def _signed(self, request: Frame) -> bytes:
        self._progress(SIGNING)
        (content,) = self._child.ask(request, seconds=self._seconds, waiting=partial(self._progress, SIGNING)).parts
        return bytes(content)
