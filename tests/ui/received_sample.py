"""A department that has received something from most of those it asked: rows as they are kept, without signing each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.digests import Digest
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.dossier.revision import FrozenForm, Revision
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.office import Office
from cbc_desktop.package.facts import Fact, FactCode
from cbc_desktop.package.report import fact_json
from cbc_desktop.receiving.reception.judging_again import trusted_words
from cbc_desktop.receiving.reception.reasons import Reason
from cbc_desktop.receiving.route import Route, Source
from cbc_desktop.store.received.arrivals import Arrival, ArrivedDossier, ArrivedForm, ArrivedMail

SENT = datetime(2022, 3, 24, 9, 30, tzinfo=VIETNAM)
GOOD = {"facts": [fact_json(Fact.of(code, True)) for code in (FactCode.ARCHIVE_SOUND, FactCode.RECORD_READABLE)]}


@dataclass
class Postman:
    """Brings arrivals of ``forms`` into the office's books, each with a content of its own unless it is said."""

    office: Office
    forms: Sequence[FrozenForm]
    campaign: str
    varied: bytes = b"q1_06"
    """The question of which arrivals give the answer that they are told."""
    brought: int = 0

    def brings(self, agency: Agency | None, name: str = "", **told: Any) -> Arrival:
        """``told`` are facts of `Arrival` and `ArrivedDossier`, ``report`` is what was found, and ``answer`` said."""
        self.brought += 1
        answer, report = told.pop("answer", 27), told.pop("report", GOOD)
        of_dossier = {key: told.pop(key) for key in ("number", "replaces", "trial", "dossier_id") if key in told}
        digest = Digest.of(f"arrival {self.brought}".encode())
        arrival = Arrival(
            digest=digest,
            came_as=digest,
            name=name or f"khao-sat-{agency.code if agency else 'x'}-lan-{of_dossier.get('number', 1)}.zip",
            size=1_240_000,
            **{
                "route": Route.MAIL.value,
                "source": Source.PACKAGE.value,
                "taken_at": SENT + timedelta(hours=22),
                "taken_by": "lan",
                "sent_at": SENT,
                "verdict": "passed",
                "dossier": self._dossier(agency, name, digest, of_dossier),
                "form_digests": {form.form_id: form.form_digest for form in self.forms},
                **told,
            },
        )
        arrived = [self._arrived(form, answer) for form in (self.forms if arrival.form_digests else ())]
        store = self.office.received.store()
        store.arrivals.add(arrival, json.dumps(report), arrived, trusted=self._trusted())
        if arrival.sent_at:
            mail = (
                ArrivedMail("Báo cáo.eml", "Báo cáo truyền thông chính sách", "Văn thư <van.thu@mau.example>")
                if agency
                else None
            )
            store.arrivals.add_mail(digest, Digest.of(f"mail {self.brought}".encode()), arrival.sent_at, mail)
        return arrival

    def _trusted(self) -> int:
        anchors = self.office.trust.own.trusted()
        return self.office.received.store().judgements.number_of(trusted_words(anchors))

    def _arrived(self, form: FrozenForm, answer: int) -> ArrivedForm:
        question = re.compile(rb"<%b>[^<]*</%b>" % (self.varied, self.varied))
        said = question.sub(b"<%b>%d</%b>" % (self.varied, answer, self.varied), form.submission)
        return ArrivedForm(form.form_id, form.form_digest, said)

    def brings_stranger(self, name: str, reason: Reason) -> Arrival:
        return self.brings(None, name, dossier=None, form_digests={}, set_aside=reason.value, verdict="", source="")

    def altered(self) -> dict[str, Any]:
        """What is found in a package of which somebody changed a file."""
        wrong = Fact.of(FactCode.DIGEST_MATCHES, False, "du-lieu/khao-sat-nhanh.xml")
        return {"facts": [*GOOD["facts"], fact_json(wrong)]}

    def _dossier(self, agency: Agency | None, name: str, digest: Digest, told: dict[str, Any]) -> ArrivedDossier:
        key = AgencyKey(agency.code, agency.valid_from) if agency else AgencyKey("?")
        dossier_id = told.pop("dossier_id", f"dossier-{agency.code if agency else digest}")
        return ArrivedDossier(
            identity=DossierIdentity(self.campaign, key, dossier_id),
            agency_name=agency.name_vi if agency else "Văn phòng Không Có",
            content_digest=digest,
            finalised_at=SENT - timedelta(days=1),
            **{"number": 1, "replaces": None, "trial": False, **told},
        )


def receive_sample(office: Office, revision: Revision) -> Postman:
    """Of one campaign: most agencies are there, some late, two in conflict, one altered, one on paper, some missing."""
    postman = Postman(office, revision.forms, revision.identity.campaign_id)
    campaign = office.catalogue.campaign(postman.campaign)
    first, second, third, fourth, fifth, *others = campaign.awaited
    conflict = postman.brings(first, answer=27)
    postman.brings(first, "gui-lai-moi.zip", answer=31, dossier_id="another", route=Route.STICK.value, sent_at=None)
    before = postman.brings(second)
    assert before.dossier
    postman.brings(second, number=2, replaces=before.dossier.content_digest, answer=40)
    postman.brings(third, verdict="failed", doubts=("digest-matches",), report=postman.altered())
    postman.brings(fourth, "quet-ban-giay.pdf", **_scanned(), doubts=("paper-whole",))
    postman.brings(
        fifth, sent_at=datetime(2022, 4, 2, 8, tzinfo=VIETNAM), taken_at=datetime(2022, 4, 2, 9, tzinfo=VIETNAM)
    )
    _bring_all(postman, others[:60])
    postman.brings(None, "khong-ro.zip")
    postman.brings_stranger("anh-chup-man-hinh.docx", Reason.OTHER_KIND)
    postman.brings_stranger("trang-3.png", Reason.PART_OF_PAPER)
    postman.brings(first, "tap-lam.zip", trial=True)
    assert conflict.dossier
    office.reception.decisions.accept(conflict, "Chị Hoa ở Văn phòng Bộ xác nhận qua điện thoại sáng 25/3.")
    return postman


def _bring_all(postman: Postman, agencies: Iterable[Agency]) -> None:
    for place, agency in enumerate(agencies):
        postman.brings(agency, sent_at=SENT + timedelta(minutes=17 * place))


def _scanned() -> dict[str, Any]:
    return {"source": Source.SCAN.value, "route": Route.PAPER.value, "verdict": "indeterminate", "sent_at": None}


def revision_of(office: Office, agency: str) -> Revision:
    """The latest finalised one of a dossier of this office."""
    stored = office.filling.find(agency)
    return replace(office.store.submissions.load(stored.identity.dossier_id, stored.revision.number))
