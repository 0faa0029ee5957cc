"""The parent's side: starts the child, asks it, and does not wait for ever."""

from __future__ import annotations

import math
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from queue import Empty, SimpleQueue
from threading import Thread
from typing import cast

from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.base.this_program import this_program
from cbc_desktop.signing.child.frames import Frame, NotAFrameError, read_frame, write_frame
from cbc_desktop.signing.child.words import END, LIMIT, WORD_OF_THE_CHILD

NOT_STARTED = Message(
    "Không khởi động được tiến trình ký riêng ({reason}). Chưa ký gì và số liệu không bị mất; hãy đóng bớt chương "
    "trình khác rồi ký lại, nếu vẫn vậy thì khởi động lại máy.",
    "The separate signing process could not be started ({reason}). Nothing was signed and nothing is lost; close other "
    "programs and sign again, and if that does not help, restart the computer.",
)
HANGS = Message(
    "Chờ {seconds} giây mà khóa ký không trả lời nên đã dừng. Chưa ký gì và số liệu không bị mất; nếu dùng USB token, "
    "hãy rút ra, đợi vài giây, cắm lại rồi ký lại.",
    "The signing key did not answer within {seconds} seconds, so the attempt was stopped. Nothing was signed and "
    "nothing is lost; if you use a USB token, unplug it, wait a few seconds, plug it in again, then sign again.",
)
DIED = Message(
    "Tiến trình ký dừng đột ngột, thường do trình điều khiển của USB token. Chưa ký gì và số liệu không bị mất; hãy "
    "rút USB token, cắm lại rồi ký lại; nếu vẫn vậy, hãy cài lại trình điều khiển mới nhất của nơi cấp chứng thư.",
    "The signing process stopped suddenly, most often because of the USB token's driver. Nothing was signed and "
    "nothing is lost; unplug the USB token, plug it in again and sign again; if it happens again, install the newest "
    "driver of your certificate issuer.",
)

_BEAT = 0.25
"""Seconds between two looks whether a person has pressed stop."""
_SECONDS_TO_CLOSE = 3.0


class HangsError(UserFacingError):
    """The child did not answer in time and was killed."""


class DiedError(UserFacingError):
    """The child ended in the middle."""


class Child:
    """One question at a time, from one thread; the thread may be any."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        # Pipes without a buffer are these: https://docs.python.org/3/library/subprocess.html#subprocess.Popen
        self._requests, self._answers = cast(FileIO, process.stdin), cast(FileIO, process.stdout)

    def ask(self, request: Frame, *, seconds: float, waiting: Callable[[], None] = lambda: None) -> Frame:
        """The child's answer. ``waiting`` is called every quarter of a second; what it raises ends the child.

        Raises what the child tells people, HangsError or DiedError; BugError when the child met a fault of ours.
        """
        outcome: SimpleQueue[Frame | None] = SimpleQueue()
        timed = Frame({**request.words, LIMIT: seconds}, request.parts)
        # A thread, for nothing else waits for a pipe on Windows; killing the child wakes it up.
        Thread(target=lambda: outcome.put(self._exchange(timed)), name="signing child", daemon=True).start()
        try:
            answer = self._waited(outcome, seconds, waiting)
        except BaseException:
            self.kill()
            raise
        return _understood(answer)

    def kill(self) -> None:
        self._process.kill()

    def _waited(self, outcome: SimpleQueue[Frame | None], seconds: float, waiting: Callable[[], None]) -> Frame | None:
        for _ in range(math.ceil(seconds / _BEAT)):
            with suppress(Empty):
                return outcome.get(timeout=_BEAT)
            waiting()
        raise HangsError(HANGS.filled(seconds=math.ceil(seconds)))

    def _exchange(self, request: Frame) -> Frame | None:
        try:
            write_frame(self._requests, request)
            return read_frame(self._answers)
        except (OSError, ValueError, NotAFrameError):  # ValueError: closed meanwhile
            return None

    def close(self) -> None:
        """Lets the child let go of its token; kills it when that takes too long."""
        with suppress(OSError):
            write_frame(self._requests, Frame({END: True}))
        try:
            self._process.wait(_SECONDS_TO_CLOSE)
        except subprocess.TimeoutExpired:
            self.kill()
            with suppress(subprocess.TimeoutExpired):  # stuck in the system's kernel: it ends when the USB stick is out
                self._process.wait(_SECONDS_TO_CLOSE)
        for pipe in (self._requests, self._answers):
            pipe.close()


@contextmanager
def started_child() -> Iterator[Child]:
    """A child that ends with the ``with`` block, or with this process."""
    try:
        process = subprocess.Popen(
            this_program(WORD_OF_THE_CHILD),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # drivers chatter, and might chatter about PINs
            bufsize=0,
            start_new_session=True,  # Ctrl+C is for us: a token in the middle of its work is not torn away
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise UserFacingError(NOT_STARTED.filled(reason=reason_of(error))) from error
    child = Child(process)
    try:
        yield child
    finally:
        child.close()


def _understood(answer: Frame | None) -> Frame:
    if answer is None:
        raise DiedError(DIED)
    if told := answer.words.get("told"):
        raise UserFacingError(Message(told["vi"], told["en"]))
    if fault := answer.words.get("fault"):
        raise BugError(f"{fault} in the signing process: {answer.words['where']}")
    return answer
