"""The one door to the network, used only where a person switched a service on: one question, one bounded answer.

HTTP over a thread of its own: a server that does not answer, or a name that is not found, never holds anybody up. The
caller's progress function is called twice a second meanwhile, and ends the waiting when it raises.
"""

from __future__ import annotations

import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from threading import Event, Thread
from typing import Protocol

from cbc_desktop.base.message import Message, Progress

LARGEST_ANSWER = 32 << 20
"""Bytes; a list of revoked certificates of a large authority has some megabytes."""
_GLANCE = 0.5

WAITING = Message(
    "Đang chờ {host} trả lời (lần {turn}/{turns}, đã chờ {seconds} giây)…",
    "Waiting for {host} to answer (attempt {turn} of {turns}, {seconds} seconds so far)…",
)


class UnreachableError(Exception):
    """Nobody answered, or not as asked; its text says why, as the system says it."""


@dataclass(frozen=True, slots=True)
class Question:
    """``body`` is posted; without one the address is fetched."""

    url: str
    body: bytes = field(default=b"", repr=False)
    content_type: str = ""


class Web(Protocol):
    """Who asks services: over HTTP, or in tests by a function call."""

    def ask(self, question: Question, tell: Progress) -> bytes:
        """The answer; UnreachableError when there is none. What ``tell`` raises goes through."""


@dataclass(frozen=True, slots=True)
class HttpWeb:
    """``seconds``: how long one attempt may take; ``turns``: how many there are."""

    seconds: int
    turns: int = 1

    def ask(self, question: Question, tell: Progress) -> bytes:
        failed = UnreachableError("not asked")
        for turn in range(1, self.turns + 1):
            try:
                return self._asked_once(question, turn, tell)
            except UnreachableError as error:
                failed = error
        raise failed

    def _asked_once(self, question: Question, turn: int, tell: Progress) -> bytes:
        attempt = _Attempt(question, self.seconds)
        host = _host(question.url)
        for glance in range(int(self.seconds / _GLANCE)):
            told = {"host": host, "turn": turn, "turns": self.turns, "seconds": int(glance * _GLANCE)}
            tell(WAITING.filled(**told))
            if attempt.ended.wait(_GLANCE):
                return attempt.result()
        raise UnreachableError(f"{host}: no answer within {self.seconds} s")


class _Attempt:
    """Goes on by itself until the system gives up; nobody has to wait for it."""

    def __init__(self, question: Question, seconds: float) -> None:
        self.ended = Event()
        self._answer: bytes | None = None
        self._reason = ""
        Thread(target=self._go, args=(question, seconds), name="network", daemon=True).start()

    def result(self) -> bytes:
        if self._answer is None:
            raise UnreachableError(self._reason)
        return self._answer

    def _go(self, question: Question, seconds: float) -> None:
        try:
            self._answer = _fetched(question, seconds + 1)  # the system gives up after we have
        except (OSError, HTTPException, ValueError) as error:  # ValueError: an address that is none
            self._reason = f"{_host(question.url)}: {error}"
        finally:
            self.ended.set()


def _fetched(question: Question, seconds: float) -> bytes:
    headers: Mapping[str, str] = {"Content-Type": question.content_type} if question.content_type else {}
    request = urllib.request.Request(question.url, question.body or None, dict(headers))  # see _opener
    with _opener().open(request, timeout=seconds) as answer:
        content: bytes = answer.read(LARGEST_ANSWER + 1)
    if len(content) > LARGEST_ANSWER:
        raise ValueError("the answer is too large")
    return content


def _opener() -> urllib.request.OpenerDirector:
    """HTTP and HTTPS only, through the proxy that the system names: no file:, no ftp:, also after a redirection."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _host(url: str) -> str:
    return url.split("://", 1)[-1].split("/", 1)[0]
