"""What holds for every test: no network, no display, nobody's own data, no unexpected log record, no chance."""

from __future__ import annotations

import itertools
import logging
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"

settings.register_profile("everyday", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None, max_examples=1000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "everyday"))

_ASKS_THE_NETWORK = frozenset(
    {
        *("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"),
        *("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"),
    }
)
_asked: list[str] = []
_HOMES = itertools.count()


def _refuse_the_network(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook, https://docs.python.org/3/library/audit_events.html: nothing in this process gets around it."""
    if event not in _ASKS_THE_NETWORK or _stays_on_this_machine(*arguments[:2]):
        return
    _asked.append(f"{event}{arguments[1:]}")
    raise ConnectionRefusedError(f"tests need no network, but {event} was asked for")


def _stays_on_this_machine(asking: object, address: object = None) -> bool:
    """``asking`` is a socket with an address, or the name of a host that is asked for."""
    if isinstance(asking, socket.socket) and asking.family == getattr(socket, "AF_UNIX", None):
        return True
    host = address[0] if isinstance(asking, socket.socket) and isinstance(address, tuple) else asking
    return host in ("127.0.0.1", "::1")


sys.addaudithook(_refuse_the_network)


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Fails a test that asked the network, even when the refusal was swallowed."""
    _asked.clear()
    yield
    assert _asked == [], "this test asked the network"


@pytest.fixture(autouse=True)
def nobodys_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of data for this test alone, which nobody has made yet."""
    home = tmp_path_factory.getbasetemp() / "homes" / str(next(_HOMES))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CBC_DESKTOP_HOME", str(home))
        patch.delenv("CBC_DESKTOP_LANG", raising=False)
        yield home


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails a test during which somebody logged a warning or worse; a test that expects one clears ``caplog``."""
    yield
    records = [record for when in ("setup", "call") for record in caplog.get_records(when)]
    assert [f"{record.name}: {record.getMessage()}" for record in records if _is_heard(record)] == []


def _is_heard(record: logging.LogRecord) -> bool:
    """A warning that is on its way to a person: nobody has taken its logger off the root."""
    logger: logging.Logger | None = logging.getLogger(record.name)
    while logger is not None and logger.propagate:
        logger = logger.parent
    return record.levelno >= logging.WARNING and logger is None
