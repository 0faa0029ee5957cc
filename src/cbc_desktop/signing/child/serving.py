"""The child's life: one request after another from the parent, until it says so or is gone."""

from __future__ import annotations

import os
from contextlib import ExitStack
from queue import SimpleQueue
from threading import Thread

from cbc_desktop.signing.child.alone import ending_after, let_nobody_look_in, take_pipes
from cbc_desktop.signing.child.deeds import Deeds
from cbc_desktop.signing.child.frames import Frame, NotAFrameError, Pipe, read_frame, write_frame
from cbc_desktop.signing.child.words import END, LIMIT

_CLOSING_SECONDS = 5.0


def serve() -> int:
    """Answers requests with the key that is opened; the exit code of the process."""
    requests, answers = take_pipes()
    let_nobody_look_in()
    waiting: SimpleQueue[Frame] = SimpleQueue()
    Thread(target=_listen, args=(requests, waiting), daemon=True).start()
    closing = ExitStack()
    deeds = Deeds(closing)
    while not _is_the_end(request := waiting.get()):
        with ending_after(request.words[LIMIT]):
            answer = deeds.answer(request)
        write_frame(answers, answer)
        deeds.get_ready()
    with ending_after(_CLOSING_SECONDS):
        closing.close()
    return 0


def _listen(requests: Pipe, waiting: SimpleQueue[Frame]) -> None:
    """In a thread, so that the parent's end is noticed while a driver works."""
    try:
        while (request := read_frame(requests)) is not None:
            waiting.put(request)
            if _is_the_end(request):
                return
    except (NotAFrameError, OSError):
        pass  # like an end: nobody is there to be told
    os._exit(1)


def _is_the_end(request: Frame) -> bool:
    return bool(request.words.get(END))
