"""The token doctor: which drivers are installed, what each of them sees, and what to do where one sees nothing.

Each driver is tried in a child of its own, one after another: two drivers at one token disturb each other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.signing.certificate import Certificate
from cbc_desktop.signing.child.frames import Frame
from cbc_desktop.signing.child.process import DiedError, HangsError, started_child
from cbc_desktop.signing.fitness import why_unfit
from cbc_desktop.signing.token.driver_header import LibraryKind, fits_this_program, library_kind
from cbc_desktop.signing.token.installed_modules import InstalledModule, installed_modules
from cbc_desktop.signing.token.pin_state import PinState, has_own_keypad
from cbc_desktop.signing.token.report import (
    SAID,
    FoundToken,
    ModuleState,
    TokenCertificate,
    TokenReport,
    TriedModule,
)

SECONDS = 20.0
"""For one driver; the slowest in use need five."""

TRYING = Message("Đang hỏi trình điều khiển {publisher}…", "Asking the driver of {publisher}…")


def examine_tokens(
    *,
    now: datetime,
    seconds: float = SECONDS,
    modules: Iterable[InstalledModule] | None = None,
    progress: Progress = lambda _: None,
) -> TokenReport:
    """Tries every driver; no PIN is asked for and none is used. Fitness is judged at ``now``.

    ``progress`` is called while a driver is waited for; what it raises ends the examination.
    """
    wanted = installed_modules() if modules is None else modules
    return TokenReport(tuple(_tried(module, now, seconds, progress) for module in wanted))


def _tried(module: InstalledModule, now: datetime, seconds: float, progress: Progress) -> TriedModule:
    kind = _kind(module)
    if kind is None:
        return _said(module, ModuleState.NO_LIBRARY)
    if not fits_this_program(kind):
        return _said(module, ModuleState.WRONG_MACHINE, kind=kind.name)
    try:
        answer = _asked(module, seconds, progress)
    except HangsError:
        return _said(module, ModuleState.HANGS, seconds=round(seconds))
    except DiedError:
        return _said(module, ModuleState.CRASHES)
    except UserFacingError as error:
        return TriedModule(module, ModuleState.FAILED, error.message)
    tokens = _tokens(module, answer, now)
    return TriedModule(module, *_of(ModuleState.READY if tokens else ModuleState.NO_TOKEN), tokens)


def _kind(module: InstalledModule) -> LibraryKind | None:
    try:
        return library_kind(module.path) if module.path.is_file() else None
    except OSError:
        return None


def _asked(module: InstalledModule, seconds: float, progress: Progress) -> Frame:
    trying = TRYING.filled(publisher=module.publisher)
    progress(trying)
    with started_child() as child:
        request = Frame({"do": "look", "module": str(module.path)})
        return child.ask(request, seconds=seconds, waiting=lambda: progress(trying))


def _tokens(module: InstalledModule, answer: Frame, now: datetime) -> tuple[FoundToken, ...]:
    ders = iter(answer.parts)
    return tuple(
        FoundToken(
            module=module,
            label=token["label"],
            serial=token["serial"],
            manufacturer=token["manufacturer"],
            model=token["model"],
            pin=PinState.of(token["flags"]),
            own_keypad=has_own_keypad(token["flags"]),
            certificates=tuple(_certificates(token["certificates"], ders, now)),
        )
        for token in answer.words["tokens"]
    )


def _certificates(seen: Any, ders: Iterable[bytes | bytearray], now: datetime) -> Iterable[TokenCertificate]:
    for one in seen:
        der = bytes(next(iter(ders)))
        try:
            certificate = Certificate.of(der)
        except ValueError:
            continue  # what it is, its owner's software has to say: nobody can sign with it
        yield TokenCertificate(
            certificate=certificate,
            sha256=hashlib.sha256(der).hexdigest(),
            key_seen=one["key_seen"],
            unfit=why_unfit(certificate, now),
        )


def _said(module: InstalledModule, state: ModuleState, **facts: object) -> TriedModule:
    return TriedModule(module, *_of(state, **facts))


def _of(state: ModuleState, **facts: object) -> tuple[ModuleState, Message]:
    return state, SAID[state].filled(**facts)
