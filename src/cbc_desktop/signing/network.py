"""The one door to the network, used only where a person switched a service on: one question, one bounded answer.

HTTP over a thread of its own: a server that does not answer, or a name that is not found, never holds anybody up. The
caller's progress function is called twice a second meanwhile, and ends the waiting when it raises.
"""

from __future__ import annotations

import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPException, InvalidURL
from socket import gaierror
from ssl import SSLError
from threading import Event, Thread
from typing import Protocol
from urllib.error import HTTPError, URLError

from cbc_desktop.base.message import Message, Progress
from cbc_desktop.base.system_reasons import reason_of

LARGEST_ANSWER = 32 << 20
"""Bytes; a list of revoked certificates of a large authority has some megabytes."""
_GLANCE = 0.5

WAITING = Message(
    "Đang chờ {host} trả lời (lần {turn}/{turns}, đã chờ {seconds} giây)…",
    "Waiting for {host} to answer (attempt {turn} of {turns}, {seconds} seconds so far)…",
)


_NOBODY = Message("không tìm thấy máy chủ, hoặc không có mạng", "the server was not found, or there is no network")
_NOT_SECURE = Message(
    "không lập được kết nối an toàn: chứng thư của máy chủ không được tin cậy hoặc đồng hồ máy sai",
    "no secure connection: the server's certificate is not trusted, or the clock of this computer is wrong",
)
_REFUSED = Message("máy chủ trả lời lỗi {code}", "the server answers with error {code}")
_TOO_LARGE = Message("câu trả lời quá lớn", "the answer is too large")
_NO_ADDRESS = Message("địa chỉ không dùng được", "such an address cannot be asked")
_NOT_HTTP = Message("máy chủ trả lời không đúng giao thức", "the server breaks the rules of the protocol")
_NO_ANSWER = Message("{host} không trả lời trong {seconds} giây", "{host} did not answer within {seconds} seconds")
_OF_HOST = Message("{host}: {reason}", "{host}: {reason}")
_NOT_ASKED = Message("chưa hỏi", "not asked")


class UnreachableError(Exception):
    """Nobody answered, or not as asked; ``reason`` says why, as a part of a sentence."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.en)
        self.reason = reason


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
        failed = UnreachableError(_NOT_ASKED)
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
        raise UnreachableError(_NO_ANSWER.filled(host=host, seconds=self.seconds))


class _Attempt:
    """Goes on by itself until the system gives up; nobody has to wait for it."""

    def __init__(self, question: Question, seconds: float) -> None:
        self.ended = Event()
        self._answer: bytes | None = None
        self._reason = _NOT_ASKED
        Thread(target=self._go, args=(question, seconds), name="network", daemon=True).start()

    def result(self) -> bytes:
        if self._answer is None:
            raise UnreachableError(self._reason)
        return self._answer

    def _go(self, question: Question, seconds: float) -> None:
        try:
            self._answer = _fetched(question, seconds + 1)  # the system gives up after we have
        except (UnreachableError, OSError, HTTPException, ValueError) as error:  # ValueError: no address
            self._reason = _OF_HOST.filled(host=_host(question.url), reason=_reason(error))
        finally:
            self.ended.set()


def _fetched(question: Question, seconds: float) -> bytes:
    headers: Mapping[str, str] = {"Content-Type": question.content_type} if question.content_type else {}
    request = urllib.request.Request(question.url, question.body or None, dict(headers))  # see _opener
    with _opener().open(request, timeout=seconds) as answer:
        content: bytes = answer.read(LARGEST_ANSWER + 1)
    if len(content) > LARGEST_ANSWER:
        raise UnreachableError(_TOO_LARGE)
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


def _reason(error: Exception) -> Message:
    if isinstance(error, UnreachableError):
        return error.reason
    if isinstance(error, HTTPError):
        return _REFUSED.filled(code=error.code)
    if isinstance(error, URLError):
        return _reason(error.reason) if isinstance(error.reason, Exception) else _NO_ADDRESS
    if isinstance(error, SSLError):
        return _NOT_SECURE
    if isinstance(error, gaierror):
        return _NOBODY
    if isinstance(error, HTTPException):
        return _NO_ADDRESS if isinstance(error, InvalidURL) else _NOT_HTTP
    return reason_of(error) if isinstance(error, OSError) else _NO_ADDRESS


def _host(url: str) -> str:
    return url.split("://", 1)[-1].split("/", 1)[0]
