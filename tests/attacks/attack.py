"""An attack: what is done to an honest document, what our verdict must be, and by which fact it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from honest import honest

from cbc_desktop.package.facts import FactCode
from cbc_desktop.signing.verdict import Verdict

Change = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Attack:
    """``make`` gives the package that arrives, ``document`` the PDF in it where it is the PDF that was attacked."""

    family: str
    name: str
    make: Callable[[], bytes]
    told: FactCode = FactCode.SIGNATURE
    words: str = ""
    """What the sentence of that fact must say, in English."""
    verdict: Verdict = Verdict.FAILED
    document: Callable[[], bytes] | None = None

    def __str__(self) -> str:
        return f"{self.family}: {self.name}"


def on_the_pdf(
    family: str,
    name: str,
    document: Callable[[], bytes],
    told: FactCode = FactCode.SIGNATURE,
    words: str = "",
    verdict: Verdict = Verdict.FAILED,
) -> Attack:
    """The attacked PDF arrives in a package that was made anew around it: no digest gives it away."""
    return Attack(family, name, lambda: honest().package(document()), told, words, verdict, document)


def after_the_seal(
    family: str,
    told: FactCode = FactCode.SIGNATURE,
    words: str = "",
    verdict: Verdict = Verdict.FAILED,
    **changes: Change,
) -> list[Attack]:
    """Changes of the sealed PDF by their names, all told by the same fact."""
    return [
        on_the_pdf(family, name.replace("_", " "), _made_from_the_seal(change), told, words, verdict)
        for name, change in changes.items()
    ]


def _made_from_the_seal(change: Change) -> Callable[[], bytes]:
    return lambda: change(honest().sealed)
