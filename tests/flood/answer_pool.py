"""Answers that many communes share: filled in by the engine some times, and then sent under the name of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from many_offices import ManyOffices
from national_campaign import SHIPPED, commune_code, commune_name

from cbc_desktop.base.digests import Digest
from cbc_desktop.dossier.revision import FrozenForm
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.office import open_catalogue

_NAME, _KEY, _INSTANCE = "@TÊN CƠ QUAN@", "@MÃ CƠ QUAN@", "@{form}@"


@dataclass(frozen=True)
class AnswerPool:
    """Sets of submissions with marks where agency and instance are named."""

    sets: Sequence[tuple[FrozenForm, ...]]

    @classmethod
    def filled_in(cls, home: Path, size: int) -> AnswerPool:
        """``home`` keeps the converted forms."""
        catalogue = open_catalogue(home)
        campaign = catalogue.campaign(SHIPPED)
        forms = [catalogue.form(campaign, form) for form in campaign.forms]
        offices, nobody = ManyOffices(campaign, forms), replace(_anybody(campaign.agencies.agencies), name_vi=_NAME)
        sets = []
        for number in range(size):
            answered = offices.one(replace(nobody, key=_KEY), revision=number).submissions
            sets.append(tuple(_frozen(answered[form.id], form.id, form.version, form.digest) for form in forms))
        return cls(sets)

    def forms(self, number: int, commune: int, sent: int) -> tuple[FrozenForm, ...]:
        """The ``number``-th set under the name of a commune; ``sent`` makes instances of its own."""
        marks = {_NAME: commune_name(commune), _KEY: f"{commune_code(commune)}@"}
        return tuple(_filled(form, marks, place, sent) for place, form in enumerate(self.sets[number % len(self.sets)]))


def _anybody(agencies: Sequence[Agency]) -> Agency:
    return agencies[0]


def _frozen(submission: bytes, form_id: str, version: str, digest: Digest) -> FrozenForm:
    start = submission.index(b"uuid:")
    instance = submission[start : submission.index(b"<", start)]
    marked = submission.replace(instance, _INSTANCE.format(form=form_id).encode())
    return FrozenForm(form_id, version, digest, "", "", marked)


def _filled(form: FrozenForm, marks: dict[str, str], place: int, sent: int) -> FrozenForm:
    instance = f"uuid:{UUID(int=(sent << 8) + place, version=4)}"
    submission = form.submission.replace(_INSTANCE.format(form=form.form_id).encode(), instance.encode())
    for mark, text in marks.items():
        submission = submission.replace(mark.encode(), text.encode())
    return replace(form, instance_id=instance, submission=submission)
