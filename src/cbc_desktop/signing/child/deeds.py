"""What the child can be asked for: open a key, sign with it, tell what is on a token."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.signing.child.frames import Frame
from cbc_desktop.signing.child.orders import order_of
from cbc_desktop.signing.identity import SignerIdentity, load_pkcs12
from cbc_desktop.signing.key_sources import KeySource, Pkcs12Source, source_of
from cbc_desktop.signing.secret import Secret
from cbc_desktop.signing.signer import LocalSigner


class Deeds:
    """At most one key is open at a time, until the child ends."""

    def __init__(self, closing: ExitStack) -> None:
        """``closing`` ends with the child: then the token is let go."""
        self._closing = closing
        self._signer: LocalSigner | None = None

    def answer(self, request: Frame) -> Frame:
        """Never raises: what went wrong is an answer, too."""
        from cbc_desktop.signing.token.troubles import told_plainly

        try:
            with told_plainly():
                return _DEEDS[request.words["do"]](self, request)
        except UserFacingError as error:
            return Frame({"told": {"vi": error.message.vi, "en": error.message.en}})
        except Exception as error:
            return Frame({"fault": type(error).__name__, "where": _places(error)})

    def open(self, request: Frame) -> Frame:
        (content,) = request.parts
        assert isinstance(content, bytearray)  # the request's own, to be wiped with the secret
        with Secret(content) as secret:
            source, now = source_of(request.words["source"]), datetime.fromisoformat(request.words["now"])
            self._signer = LocalSigner(self._identity(source, secret, now))
        return Frame({}, (self._signer.certificate.der,))

    def sign_pdf(self, request: Frame) -> Frame:
        pdf, appearance = map(bytes, request.parts)
        return Frame({}, (self._opened.sign_pdf(pdf, order_of(request.words["order"], appearance)),))

    def sign_manifest(self, request: Frame) -> Frame:
        (manifest,) = map(bytes, request.parts)
        return Frame({}, (self._opened.sign_manifest(manifest, at=datetime.fromisoformat(request.words["at"])),))

    def look(self, request: Frame) -> Frame:
        """The tokens that a module reaches; no PIN is asked for."""
        from cbc_desktop.signing.token.looking import loaded, tokens_of

        tokens = tokens_of(self._closing.enter_context(loaded(Path(request.words["module"]))))
        parts = tuple(seen.der for token in tokens for seen in token.certificates)
        return Frame({"tokens": [token.words() for token in tokens]}, parts)

    def get_ready(self) -> None:
        """Loads what signing needs, once a key is open, while the parent still makes what is to be signed."""
        if self._signer:
            import cbc_desktop.signing.pdf_signature  # noqa: F401

    @property
    def _opened(self) -> LocalSigner:
        if self._signer is None:
            raise LookupError("no key is open")
        return self._signer

    def _identity(self, source: KeySource, secret: Secret, now: datetime) -> SignerIdentity:
        if isinstance(source, Pkcs12Source):
            return load_pkcs12(source.path, bytes(secret.content), now=now, prefer_pss=source.prefer_pss)
        from cbc_desktop.signing.token.identity import token_identity

        return self._closing.enter_context(token_identity(source, secret, now=now))


_DEEDS: dict[str, Callable[[Deeds, Frame], Frame]] = {
    "open": Deeds.open,
    "sign_pdf": Deeds.sign_pdf,
    "sign_manifest": Deeds.sign_manifest,
    "look": Deeds.look,
}


def _places(error: BaseException) -> list[str]:
    """Files and lines, without what the error says: its text might quote a document or worse."""
    return [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
