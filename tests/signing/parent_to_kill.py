"""A program that opens a key, says which process its child is and that the key is open, and waits to be killed."""

from __future__ import annotations

import json
import os
import signal
import sys
from datetime import datetime

from child_processes import children_of

from cbc_desktop.signing.key_sources import source_of
from cbc_desktop.signing.opening import open_signer
from cbc_desktop.signing.secret import Secret


def main(source: str, passphrase: str, now: str) -> None:
    secret = Secret.typed(passphrase)
    moment = datetime.fromisoformat(now)
    with open_signer(source_of(json.loads(source)), secret, now=moment, seconds=2.0, progress=lambda _: say_child()):
        sys.stdout.write("open\n")
        sys.stdout.flush()
        signal.pause()


def say_child() -> None:
    sys.stdout.write(f"{children_of(os.getpid())[0]}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
