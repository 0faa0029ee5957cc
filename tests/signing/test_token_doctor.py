"""The token doctor: every driver is tried for itself, and whatever it does, a sentence says what to do."""

from __future__ import annotations

import hashlib
import os
import signal
import struct
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Thread

import pytest
from child_processes import children_of
from pki import Pki
from soft_token import PIN, SoftTokens, serial_of, soft_module, spy_module

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.signing.opening import open_signer
from cbc_desktop.signing.secret import Secret
from cbc_desktop.signing.token.choice import chosen_key, keys_of
from cbc_desktop.signing.token.doctor import examine_tokens
from cbc_desktop.signing.token.driver_header import library_kind
from cbc_desktop.signing.token.installed_modules import CHOSEN_MODULES, InstalledModule, installed_modules
from cbc_desktop.signing.token.known_modules import KNOWN_MODULES
from cbc_desktop.signing.token.pin_state import PinState, has_own_keypad
from cbc_desktop.signing.token.report import NO_DRIVER, NOTHING_FOUND, ModuleState, TokenReport

LABEL = "Chữ ký của Lan"


@pytest.fixture
def tokens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SoftTokens:
    return SoftTokens.made(tmp_path / "softhsm", monkeypatch)


def report_on(path: Path, now: datetime, *, seconds: float = 20.0) -> TokenReport:
    return examine_tokens(now=now, seconds=seconds, modules=[InstalledModule(path, "Hãng thử")])


def state_of(path: Path, now: datetime, *, seconds: float = 20.0) -> tuple[ModuleState, Message]:
    (tried,) = report_on(path, now, seconds=seconds).modules
    return tried.state, tried.message


def test_tokens_and_certificates_are_told_without_a_pin(
    tokens: SoftTokens, pki: Pki, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = tmp_path / "calls.txt"
    monkeypatch.setenv("PKCS11SPY", str(soft_module()))
    monkeypatch.setenv("PKCS11SPY_OUTPUT", str(calls))
    tokens.token(LABEL, pki.leader, pki.expired, authorities=(pki.authority,))
    report = report_on(spy_module(), now)
    (token,) = report.tokens
    assert (token.label, token.serial, token.pin) == (LABEL, serial_of(LABEL), PinState.GOOD)
    assert "SoftHSM" in token.manufacturer
    assert {found.certificate.subject: found.unfit is None for found in token.certificates} == {
        pki.leader.name: True,
        pki.expired.name: False,
        pki.authority.name: False,
    }
    assert {found.sha256 for found in token.certificates} >= {hashlib.sha256(pki.leader.der).hexdigest()}
    assert report.message.en == "Found 1 USB token(s)."
    assert ": C_Login\n" not in calls.read_text()


def test_the_chosen_key_signs(tokens: SoftTokens, pki: Pki, now: datetime) -> None:
    tokens.token(LABEL, pki.leader, authorities=(pki.authority,))
    key = chosen_key(report_on(soft_module(), now))
    with open_signer(key.source(), Secret.typed(PIN), now=now) as signer:
        assert signer.certificate.subject == pki.leader.name


def test_a_key_is_named_by_its_token_or_its_holder_or_its_code(tokens: SoftTokens, pki: Pki, now: datetime) -> None:
    tokens.token(LABEL, pki.leader)
    tokens.token("Con dấu", pki.clerk)
    report = report_on(soft_module(), now)
    with pytest.raises(UserFacingError) as told:
        chosen_key(report)
    assert pki.leader.name in told.value.message.vi
    assert pki.clerk.name in told.value.message.vi
    code = next(key.code for key in keys_of(report) if key.found.certificate.subject == pki.clerk.name)
    for names in (
        {"token": "con dau"},
        {"token": serial_of("Con dấu")},
        {"certificate": "tran van thu"},
        {"certificate": code.upper()},
    ):
        assert chosen_key(report, **names).found.certificate.subject == pki.clerk.name


def test_what_cannot_be_chosen_is_told(tokens: SoftTokens, pki: Pki, now: datetime) -> None:
    nothing = report_on(soft_module(), now)
    assert nothing.message == NOTHING_FOUND
    tokens.token(LABEL, pki.expired)
    expired = report_on(soft_module(), now)
    tokens.token("Trống", authorities=(pki.authority,))
    both = report_on(soft_module(), now)
    for report, names, words in (
        (TokenReport(()), {}, NO_DRIVER.en),
        (nothing, {}, NOTHING_FOUND.en),
        (expired, {"token": "khac"}, "There is no USB token “khac”"),
        (expired, {}, "expired at"),
        (both, {"certificate": "ai do"}, "no certificate for signing documents “ai do”"),
        (both, {"token": "trong"}, "no certificate for signing documents."),
    ):
        with pytest.raises(UserFacingError) as told:
            chosen_key(report, **names)
        assert words in told.value.message.en


def test_a_locked_token_is_told_before_anybody_enters_a_pin(tokens: SoftTokens, pki: Pki, now: datetime) -> None:
    tokens.token(LABEL, pki.leader)
    (tried,) = report_on(soft_module(), now).modules
    locked = replace(tried, tokens=tuple(replace(token, pin=PinState.LOCKED) for token in tried.tokens))
    with pytest.raises(UserFacingError, match="locked after too many wrong tries"):
        chosen_key(TokenReport((locked,)))


def test_one_token_that_two_drivers_see_has_each_key_once(tokens: SoftTokens, pki: Pki, now: datetime) -> None:
    tokens.token(LABEL, pki.leader)
    modules = [InstalledModule(soft_module(), "một"), InstalledModule(soft_module(), "hai")]
    report = examine_tokens(now=now, modules=modules)
    assert len(report.tokens) == 2
    assert [key.token.module.publisher for key in keys_of(report)] == ["một"]


@pytest.mark.parametrize("kills", [False, True], ids=["hangs", "crashes"])
def test_a_driver_that_hangs_or_crashes_is_told(
    tokens: SoftTokens, now: datetime, monkeypatch: pytest.MonkeyPatch, kills: bool
) -> None:
    settings = tokens.folder / "never.conf"
    os.mkfifo(settings)
    monkeypatch.setenv("SOFTHSM2_CONF", str(settings))  # the driver reads its settings from a pipe that stays empty
    others = set(children_of(os.getpid()))  # of tests before this one
    if kills:
        Thread(target=kill_the_child, args=(os.getpid(), others)).start()
    state, message = state_of(soft_module(), now, seconds=20.0 if kills else 1.0)
    assert state is (ModuleState.CRASHES if kills else ModuleState.HANGS)
    assert "Hãy" in message.vi
    assert set(children_of(os.getpid())) <= others


def kill_the_child(parent: int, others: set[int]) -> None:
    while not (children := set(children_of(parent)) - others):
        pass
    os.kill(children.pop(), signal.SIGSEGV)


def test_a_library_that_is_no_driver_is_told_with_the_reason(now: datetime) -> None:
    libc = next(line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines() if "libc.so" in line)
    state, message = state_of(Path(libc), now)
    assert state is ModuleState.FAILED
    assert "C_GetFunctionList" in message.en


def test_a_driver_for_another_machine_is_not_loaded(tmp_path: Path, now: datetime) -> None:
    for name, head, kind in (
        ("elf32.so", b"\x7fELF\x01\x01" + bytes(10) + struct.pack("<HH", 3, 3), "x86, 32 bit"),
        ("pe32.dll", portable_executable(0x014C), "x86, 32 bit"),
        ("pe64.dll", portable_executable(0x8664), "x86-64, 64 bit"),
        ("strange.so", b"\x7fELF\x02\x02" + bytes(10) + struct.pack(">HH", 3, 22), "ELF 22"),
        ("fat.dylib", bytes.fromhex("cafebabe"), "Mach-O 0"),
    ):
        path = tmp_path / name
        path.write_bytes(head)
        state, message = state_of(path, now)
        assert (state, kind in message.vi) == (ModuleState.WRONG_MACHINE, True)


def portable_executable(machine: int) -> bytes:
    return b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + struct.pack("<H", machine)


@pytest.mark.parametrize(
    "content", [b"", b"MZ", b"\x7fELF", b"#!/bin/sh\n", b"MZ" + bytes(58) + b"\xff\xff\xff\xff", None, "a pipe"]
)
def test_what_is_no_library_is_told(tmp_path: Path, now: datetime, content: bytes | str | None) -> None:
    path = tmp_path / "driver.so"
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content:
        os.mkfifo(path)
    assert state_of(path, now)[0] is ModuleState.NO_LIBRARY


def test_this_program_fits_itself() -> None:
    assert library_kind(soft_module()) == library_kind(Path(sys.executable))


@pytest.mark.parametrize(
    ("flags", "state", "enterable"),
    [
        (0x0008, PinState.GOOD, True),
        (0x0000, PinState.NOT_SET, False),
        (0x10008, PinState.COUNT_LOW, True),
        (0x30008, PinState.FINAL_TRY, True),
        (0x70008, PinState.LOCKED, False),
        (0x80008, PinState.TO_BE_CHANGED, True),
    ],
)
def test_a_token_tells_how_near_its_pin_is_to_being_locked(flags: int, state: PinState, enterable: bool) -> None:
    assert PinState.of(flags) is state
    assert state.can_be_entered is enterable
    assert (state.told is None) is (state is PinState.GOOD)
    assert not has_own_keypad(flags)
    assert has_own_keypad(flags | 0x100)


def test_on_windows_drivers_are_found_in_the_system_and_below_program_files(tmp_path: Path) -> None:
    for name in (
        "Windows/System32/viettel-ca_v6.dll",
        "Windows/SysWOW64/viettel-ca_v6.dll",
        "Windows/SysWOW64/bit4xpki.dll",
        "Programs/OpenSC Project/OpenSC/pkcs11/opensc-pkcs11.dll",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    environment = {"SystemRoot": str(tmp_path / "Windows"), "ProgramFiles": str(tmp_path / "Programs")}
    found = installed_modules("win32", environment)
    assert [(module.path.relative_to(tmp_path).as_posix(), module.publisher) for module in found] == [
        ("Windows/SysWOW64/bit4xpki.dll", "Ban Cơ yếu Chính phủ, bit4id"),
        ("Windows/System32/viettel-ca_v6.dll", "Viettel-CA"),
        ("Programs/OpenSC Project/OpenSC/pkcs11/opensc-pkcs11.dll", "OpenSC"),
    ]


def test_a_driver_that_p11_kit_knows_is_found(tmp_path: Path) -> None:
    modules = tmp_path / "pkcs11" / "modules"
    modules.mkdir(parents=True)
    driver = tmp_path / "driver.so"
    driver.touch()
    (modules / "hang.module").write_text(f"# a comment\nmodule: {driver}\ncritical: no\n")
    (modules / "trust.module").write_text("module: p11-kit-trust.so\n")
    (modules / "empty.module").write_text("\n")
    (modules / "folder.module").mkdir()
    for platform in ("linux", "darwin"):
        found = installed_modules(platform, {"XDG_CONFIG_HOME": str(tmp_path)})
        assert (InstalledModule(driver, "hang") in found, "trust" in str(found)) == (True, False)


def test_drivers_chosen_by_hand_come_in_place_of_all_others() -> None:
    chosen = os.pathsep.join(["/a/one.so", "", "/b/two.so"])
    found = installed_modules(environment={CHOSEN_MODULES: chosen})
    assert [module.path for module in found] == [Path("/a/one.so"), Path("/b/two.so")]


def test_every_known_driver_has_a_publisher_and_stands_in_the_table_once() -> None:
    for names in ("windows", "linux", "macos"):
        every = [name.lower() for known in KNOWN_MODULES for name in getattr(known, names)]
        assert len(every) == len(set(every))
    assert all(known.publisher and (known.windows or known.linux) for known in KNOWN_MODULES)


def test_a_person_can_stop_the_examination(tokens: SoftTokens, now: datetime) -> None:
    def stop(_: Message) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        examine_tokens(now=now, modules=[InstalledModule(soft_module(), "x")], progress=stop)
