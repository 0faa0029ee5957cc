"""Keys are used in a child process: whatever a driver does there, this program goes on and nothing is lost."""

from __future__ import annotations

import json
import logging
import os
import pickle
import re
import signal
import subprocess
import sys
import traceback
from contextlib import suppress
from dataclasses import fields
from datetime import datetime
from pathlib import Path

import pytest
from child_processes import children_of, ends
from field_pdf import CLERK, LEADER, pdf_with_fields
from pki import PASSPHRASE, Pki

from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.base.log import record_fault
from cbc_desktop.base.message import Message
from cbc_desktop.base.this_program import this_program
from cbc_desktop.signing.child.alone import let_nobody_look_in
from cbc_desktop.signing.child.frames import Frame, read_frame, write_frame
from cbc_desktop.signing.child.orders import order_of, words_of_order
from cbc_desktop.signing.child.process import DiedError, HangsError, started_child
from cbc_desktop.signing.child.words import WORD_OF_THE_CHILD
from cbc_desktop.signing.identity import WRONG_PASSPHRASE
from cbc_desktop.signing.key_sources import Pkcs12Source, TokenSource, source_of, words_of
from cbc_desktop.signing.opening import open_signer
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import NO_FREE_FIELD
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.secret import Secret
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import Verdict

WRONG = "sai-mat-khau-8642"


class StoppedError(Exception):
    """As a task of the window raises it in its progress function."""


@pytest.fixture
def lan(pki: Pki, tmp_path: Path) -> Pkcs12Source:
    path = tmp_path / "lan.p12"
    path.write_bytes(pki.leader.pkcs12())
    return Pkcs12Source(path)


@pytest.fixture
def hanging(tmp_path: Path) -> TokenSource:
    """A driver that never comes back: a library is read from a pipe into which nobody writes."""
    path = tmp_path / "driver.so"
    os.mkfifo(path)
    return TokenSource(module=path, serial="1", label="treo", certificate="00" * 32)


@pytest.fixture(autouse=True)
def no_child_is_left() -> object:
    before = set(children_of(os.getpid()))
    yield
    assert set(children_of(os.getpid())) <= before


def test_a_key_is_opened_once_and_signs_as_often_as_needed(
    lan: Pkcs12Source, trust: TrustAnchors, now: datetime
) -> None:
    secret = Secret.typed(PASSPHRASE)
    with open_signer(lan, secret, now=now) as signer:
        assert not secret, "wiped as soon as the key is open"
        assert (signer.certificate.subject, signer.trial) == ("Nguyễn Thị Lan", False)
        assert signer.findings
        once = signer.sign_pdf(pdf_with_fields(), SigningOrder(field=LEADER, at=now))
        twice = signer.sign_pdf(once, SigningOrder(field=CLERK, at=now, reason="Phát hành", location="Mẫu"))
        manifest = signer.sign_manifest(b"danh muc", at=now)
    assert [report.verdict for report in verify_pdf(twice, trust, at=now)] == [Verdict.PASSED, Verdict.PASSED]
    assert manifest[:1] == b"\x30"


def test_what_a_child_refuses_is_told_in_its_words(lan: Pkcs12Source, now: datetime) -> None:
    secret = Secret.typed(WRONG)
    with pytest.raises(UserFacingError) as told, open_signer(lan, secret, now=now):
        pass
    assert told.value.message == WRONG_PASSPHRASE.filled(path=lan.path)
    assert not secret
    with open_signer(lan, Secret.typed(PASSPHRASE), now=now) as signer:
        with pytest.raises(UserFacingError) as told:
            signer.sign_pdf(pdf_with_fields(), SigningOrder(field="khong_co", at=now))
        assert told.value.message == NO_FREE_FIELD.filled(field="khong_co")
        assert signer.sign_pdf(pdf_with_fields(), SigningOrder(field=LEADER, at=now)), "and the key is still open"


def test_a_driver_that_hangs_is_given_up_and_killed(hanging: TokenSource, now: datetime) -> None:
    secret = Secret.typed("123456")
    told = pytest.raises(HangsError, match="Nothing was signed and nothing is lost")
    with told, open_signer(hanging, secret, now=now, seconds=1.0):
        pass
    assert not secret


def test_a_person_who_presses_stop_does_not_wait_for_the_driver(hanging: TokenSource, now: datetime) -> None:
    said: list[Message] = []

    def progress(message: Message) -> None:
        said.append(message)
        if len(said) == 3:
            raise StoppedError

    with pytest.raises(StoppedError), open_signer(hanging, Secret.typed("123456"), now=now, progress=progress):
        pass
    assert len(said) == 3


def test_a_driver_that_crashes_is_told_and_later_questions_too(lan: Pkcs12Source, now: datetime) -> None:
    with open_signer(lan, Secret.typed(PASSPHRASE), now=now) as signer:
        for child in children_of(os.getpid()):
            os.kill(child, signal.SIGSEGV)
        for _ in range(2):
            with pytest.raises(DiedError, match="Nothing was signed and nothing is lost"):
                signer.sign_pdf(pdf_with_fields(), SigningOrder(field=LEADER, at=now))


def test_a_child_that_does_not_want_to_end_is_killed(lan: Pkcs12Source, now: datetime) -> None:
    with open_signer(lan, Secret.typed(PASSPHRASE), now=now):
        (child,) = children_of(os.getpid())
        os.kill(child, signal.SIGSTOP)
    assert ends(child)


def test_a_child_that_cannot_be_started_is_told(
    lan: Pkcs12Source, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    told, secret = pytest.raises(UserFacingError, match="nothing is lost"), Secret.typed(PASSPHRASE)
    with told, open_signer(lan, secret, now=now):
        pass
    assert not secret


def test_a_child_that_is_told_nonsense_ends() -> None:
    done = subprocess.run(
        this_program(WORD_OF_THE_CHILD), input=b"GET / HTTP/1.1\r\n\r\n", capture_output=True, timeout=20, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def test_a_fault_of_ours_in_the_child_says_where_and_not_what() -> None:
    with (
        started_child() as child,
        pytest.raises(BugError, match=r"LookupError in the signing process: .*deeds\.py:\d+"),
    ):
        child.ask(Frame({"do": "sign_manifest", "at": "2026-11-20T09:30:00+07:00"}, (b"danh muc",)), seconds=20)


@pytest.mark.parametrize("stuck", [True, False], ids=["in a driver that hangs", "waiting for the next question"])
def test_the_child_ends_when_its_parent_is_killed(
    hanging: TokenSource, lan: Pkcs12Source, now: datetime, stuck: bool
) -> None:
    program = str(Path(__file__).with_name("parent_to_kill.py"))
    words = [json.dumps(words_of(hanging if stuck else lan)), PASSPHRASE, now.isoformat()]
    with subprocess.Popen([sys.executable, program, *words], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        while not stuck and parent.stdout.readline() != "open\n":
            pass
        parent.kill()
    assert ends(child)


def test_no_secret_is_on_a_command_line_in_an_environment_an_error_or_a_log(
    lan: Pkcs12Source, now: datetime, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    seen = bytearray()

    def look(_: Message) -> None:
        for child in children_of(os.getpid()):
            for name in ("cmdline", "environ"):
                with suppress(PermissionError):  # nobody of this account looks into the child
                    seen.extend(Path(f"/proc/{child}/{name}").read_bytes())

    caplog.set_level(logging.DEBUG)
    with pytest.raises(UserFacingError) as told, open_signer(lan, Secret.typed(WRONG), now=now, progress=look):
        pass
    shown = traceback.TracebackException.from_exception(told.value, capture_locals=True)
    assert b"--signing-child" in seen
    assert WRONG.encode() not in seen
    log = record_fault(tmp_path, told.value).read_text(encoding="utf-8")
    assert "opening.py" in log
    assert WRONG not in "".join(shown.format()) + caplog.text + log


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_the_memory_of_the_child_is_copied_by_nobody(lan: Pkcs12Source, now: datetime) -> None:
    asked = f"from {let_nobody_look_in.__module__} import *; let_nobody_look_in(); import ctypes"
    told = subprocess.run(
        [sys.executable, "-c", f"{asked}; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"],
        capture_output=True,
        check=True,
    )
    assert told.stdout == b"0\n"
    with open_signer(lan, Secret.typed(PASSPHRASE), now=now):
        (child,) = children_of(os.getpid())
        limits = Path(f"/proc/{child}/limits").read_text(encoding="ascii")
    assert re.search(r"^Max core file size +[01] ", limits, re.MULTILINE)


@pytest.mark.parametrize("do", ["open", "nothing that it knows"])
def test_the_child_itself_prints_nothing(lan: Pkcs12Source, now: datetime, do: str) -> None:
    request = Frame({"do": do, "source": words_of(lan), "now": now.isoformat(), "seconds": 20.0}, (WRONG.encode(),))
    child = subprocess.Popen(
        this_program(WORD_OF_THE_CHILD),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    )
    assert child.stdin
    assert child.stdout
    write_frame(child.stdin, request)  # type: ignore[arg-type]  # without a buffer it is a FileIO
    answer = read_frame(child.stdout)  # type: ignore[arg-type]
    write_frame(child.stdin, Frame({"end": True}))  # type: ignore[arg-type]
    rest, complaints = child.communicate(timeout=20)
    assert answer is not None
    assert WRONG not in str(answer.words)
    assert (rest, complaints, child.returncode) == (b"", b"", 0)


def test_a_secret_shows_nothing_and_is_not_copied() -> None:
    content = bytearray(b"24681357")
    with Secret(content) as secret:
        assert secret
        assert "2468" not in f"{secret} {secret!r}"
        with pytest.raises(TypeError):
            pickle.dumps(secret)
    assert content == bytes(8)


def test_all_of_an_order_and_of_a_source_arrives() -> None:
    order = SigningOrder(
        field="a", at=datetime.fromisoformat("2026-11-20T09:30:00+07:00"), appearance=b"%PDF", reason="b", location="c"
    )
    assert order_of(words_of_order(order), order.appearance) == order
    assert {field.name for field in fields(order)} == {*words_of_order(order), "appearance"}
    token = TokenSource(module=Path("m"), serial="s", label="l", certificate="c", prefer_pss=True)
    for source in (token, Pkcs12Source(Path("p"), True), Pkcs12Source(Path("p"))):
        assert source_of(words_of(source)) == source
