"""What arrives is judged as on the receiver's computer, which trusts one authority and nobody else."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from attack import Attack
from honest import trust
from package_samples import SIGNED

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.package.facts import Fact
from cbc_desktop.package.report import VerificationReport
from cbc_desktop.package.verifier import PackageVerifier


def judged(arrived: bytes) -> VerificationReport:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "goi.zip"
        path.write_bytes(arrived)
        return PackageVerifier(trust(), FixedClock(SIGNED)).verify(path)


@cache
def report_on(attack: Attack) -> VerificationReport:
    return judged(attack.make())


def telling(attack: Attack) -> list[Fact]:
    """The facts by which the attack is told, of the kind and in the words that it must be told by."""
    told = [fact for fact in report_on(attack).facts if fact.code is attack.told and fact.holds is not True]
    return [fact for fact in told if attack.words in fact.message.en]
