"""Run in a process of its own, where the network of this machine is not forbidden: asks services, prints what came."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from field_pdf import LEADER, pdf_with_fields

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.message import Message
from cbc_desktop.signing import network
from cbc_desktop.signing.extending import extend
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.network import HttpWeb, Question, UnreachableError
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.trial_services import trial_services
from cbc_desktop.signing.trust import TrustAnchors

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=VIETNAM)


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/slow":
            time.sleep(5)
        if self.path == "/elsewhere":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
            return
        self.send_response(404 if self.path == "/nothing" else 200)
        self.end_headers()
        self.wfile.write(b"x" * 100 if self.path == "/large" else b"answer")

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        return


@contextmanager
def serving() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def asked(url: str, seconds: int = 2, turns: int = 1, tell: Callable[[Message], None] = lambda _: None) -> str:
    try:
        return HttpWeb(seconds, turns).ask(Question(url), tell).decode()
    except UnreachableError as error:
        return f"unreachable: {error}"


def plain() -> dict[str, str]:
    network.LARGEST_ANSWER = 50
    with serving() as base:
        return {place: asked(f"{base}/{place}") for place in ("fine", "nothing", "large", "elsewhere")} | {
            "file": asked("file:///etc/hostname"),
            "closed": asked("http://127.0.0.1:1/"),
            "none": asked("no address"),
        }


def slow() -> dict[str, object]:
    told: list[str] = []
    with serving() as base:
        began = time.monotonic()
        answer = asked(f"{base}/slow", seconds=1, turns=2, tell=lambda message: told.append(message.en))
        return {"answer": answer, "told": told, "seconds": time.monotonic() - began}


def stopped() -> dict[str, object]:
    def stop(_: Message) -> None:
        raise KeyError("stopped")

    with serving() as base:
        began = time.monotonic()
        try:
            asked(f"{base}/slow", seconds=60, tell=stop)
        except KeyError as error:
            return {"raised": str(error), "seconds": time.monotonic() - began}
    return {}


def lasting() -> dict[str, object]:
    """The whole way over HTTP: sign, extend by the services for practice, verify."""
    with trial_services(FixedClock(NOW)) as trial:
        folder = Path(sys.argv[2])
        (folder / "a.p12").write_bytes(trial.authority.signer("Cơ quan").pkcs12("a", "thử"))
        identity = load_pkcs12(folder / "a.p12", "thử", now=NOW)
        trust = TrustAnchors.from_pem(trial.authority.pem)
        signed = sign_pdf(pdf_with_fields(), identity, SigningOrder(field=LEADER, at=NOW))
        web = trial.services.web
        done = extend(signed, trial.services, trust, at=NOW, web=web, tell=lambda _: None)
        (report,) = verify_pdf(done.pdf, trust, at=NOW)
        refused = {place: asked(f"{trial.authority.status_at}{place}") for place in ("/nobody", "/ocsp")}
    return {
        "troubles": [trouble.en for trouble in done.troubles],
        "level": report.level.level.value,
        "verdict": report.verdict.value,
        "refused": refused["/nobody"],
        "not understood": refused["/ocsp"],
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps({"plain": plain, "slow": slow, "stopped": stopped, "lasting": lasting}[sys.argv[1]]()))
