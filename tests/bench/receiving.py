"""Taking packages in: against bare verifying of the same files, against an empty office, and on two processors."""

from __future__ import annotations

import asyncio
import itertools
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from asn1crypto import cms, pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_detached_cms, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from tests.bench.measuring import Comparison, compared

TESTS = Path(__file__).parent.parent
sys.path += [str(TESTS / folder) for folder in ("flood", "consolidating", "package", "signing")]

from flood_packages import ARRIVED  # noqa: E402
from laid_arrivals import lay_arrivals  # noqa: E402
from national_round import NationalRound  # noqa: E402

from cbc_desktop.base.clock import FixedClock  # noqa: E402
from cbc_desktop.package.layout import CONTAINER_SIGNATURE, MANIFEST  # noqa: E402
from cbc_desktop.receiving.reception.judging import judge  # noqa: E402
from cbc_desktop.receiving.reception.taking import Taking  # noqa: E402
from cbc_desktop.receiving.reception.workers import Workers  # noqa: E402
from cbc_desktop.receiving.route import Route  # noqa: E402
from cbc_desktop.signing.trust import TrustAnchors  # noqa: E402
from cbc_desktop.store.received.received_store import ReceivedStore  # noqa: E402

PACKAGES, MANY_PACKAGES = 60, 240
THERE_BEFORE = 10_000
ROUNDS = 3


def comparisons() -> Iterator[Comparison]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        national = national_round(folder, THERE_BEFORE)
        few, many = folder / "few", folder / "many"
        national.send(range(PACKAGES), few)
        national.send(range(MANY_PACKAGES), many)
        receiver = Receiver(folder, national)
        yield _against_bare(receiver, few)
        yield _among_many(receiver, few)
        yield _two_processes(receiver, many)


def national_round(folder: Path, packages: int) -> NationalRound:
    return NationalRound.begin(folder, packages, answers=10)


class Receiver:
    """Takes folders in, each time at an office of its own."""

    def __init__(self, folder: Path, national: NationalRound) -> None:
        self.folder, self.national = folder, national
        self.trust = TrustAnchors.from_pem(national.mailroom.authority.pem)
        self._homes = (folder / f"home-{number}" for number in itertools.count())

    def takes(self, parcel: Path, jobs: int = 0) -> None:
        home = next(self._homes)
        self.takes_at(home, parcel, jobs)
        shutil.rmtree(home)

    def takes_at(self, home: Path, parcel: Path, jobs: int = 0) -> None:
        clock = FixedClock(ARRIVED)
        with self._store(home) as store:
            workers = Workers(judge, jobs, lambda _: 600.0)
            Taking(store, workers, self.trust, clock, "bench", lambda _: None).take([parcel], Route.FOLDER)

    def home_of_many(self) -> Path:
        """Of an office to which as many as this have come before; they are not those that come again."""
        home = self.folder / "home-of-many"
        with self._store(home) as store:
            lay_arrivals(store, self.national.mailroom, THERE_BEFORE, self.folder)
        return home

    @contextmanager
    def _store(self, home: Path) -> Iterator[ReceivedStore]:
        store = ReceivedStore.open(home, FixedClock(ARRIVED))
        with store.database:
            yield store


def _against_bare(receiver: Receiver, parcel: Path) -> Comparison:
    bare = _bare(receiver.national.mailroom.authority.pem, parcel)
    receiver.takes(parcel)  # libraries are loaded
    bare()
    return compared(
        "receive a package",
        "package",
        "pyHanko, zipfile, SHA-256",
        lambda: receiver.takes(parcel),
        bare,
        ours_units=PACKAGES,
        least_units=PACKAGES,
        rounds=ROUNDS,
    )


def _among_many(receiver: Receiver, parcel: Path) -> Comparison:
    """Each round is at a copy of the office's data, so that all packages are new."""
    many, copies = receiver.home_of_many(), (receiver.folder / f"copy-{number}" for number in itertools.count())

    def copied() -> Path:
        copy = next(copies)
        shutil.copytree(many, copy)
        return copy

    waiting = [copied() for _ in range(ROUNDS)]
    return compared(
        f"receive a package, {THERE_BEFORE} before",
        "package",
        "into an empty office",
        lambda: receiver.takes_at(waiting.pop(), parcel),
        lambda: receiver.takes(parcel),
        ours_units=PACKAGES,
        least_units=PACKAGES,
        rounds=ROUNDS,
    )


def _two_processes(receiver: Receiver, parcel: Path) -> Comparison:
    return compared(
        "receive in two processes",
        "package",
        "in one process",
        lambda: receiver.takes(parcel, jobs=2),
        lambda: receiver.takes(parcel, jobs=1),
        ours_units=MANY_PACKAGES,
        least_units=MANY_PACKAGES,
        rounds=2,
    )


def _bare(authority: bytes, parcel: Path) -> Callable[[], object]:
    """What nobody can leave out who wants to know that a package is whole and signed."""
    root = x509.Certificate.load(pem.unarmor(authority)[2])

    def trusted() -> ValidationContext:
        return ValidationContext(trust_roots=[root], moment=ARRIVED)

    def verify(path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        for part in parts.values():
            sha256(part).hexdigest()
        document = next(content for name, content in parts.items() if name.endswith(".pdf"))
        (signature,) = PdfFileReader(BytesIO(document)).embedded_regular_signatures
        validate_pdf_signature(signature, trusted())
        signed = cms.ContentInfo.load(parts[CONTAINER_SIGNATURE])["content"]
        asyncio.run(async_validate_detached_cms(parts[MANIFEST], signed, trusted()))

    return lambda: [verify(path) for path in sorted(parcel.iterdir())]
