"""Puts answers into the books of a receiving office as if packages with them had arrived and been judged."""

from __future__ import annotations

from collections.abc import Iterable

from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.office import Office
from cbc_desktop.receiving.counted import Counted
from cbc_desktop.store.received.arrivals import Arrival, ArrivedDossier, ArrivedForm


def keep_arrivals(office: Office, counted: Iterable[Counted], *, trial: bool = False) -> None:
    store, campaigns = office.reception.store, {one.id: one for one in office.catalogue.campaigns()}
    for one in counted:
        campaign = campaigns[one.campaign_id]
        digests = {form: office.catalogue.form(campaign, form).digest for form in one.submissions}
        forms = [ArrivedForm(form, digests[form], submission) for form, submission in one.submissions.items()]
        store.arrivals.add(_arrival(one, trial), "{}", forms)


def _arrival(one: Counted, trial: bool) -> Arrival:
    identity = DossierIdentity(one.campaign_id, AgencyKey.parse(one.agency.key), one.dossier_id)
    return Arrival(
        digest=one.arrival,
        came_as=one.arrival,
        name=one.file_name,
        size=1,
        route=one.route.value,
        source=one.source.value,
        taken_at=one.taken_at,
        taken_by="lan",
        sent_at=one.sent_at,
        verdict=one.verdict.value,
        dossier=ArrivedDossier(
            identity=identity,
            agency_name=one.agency.name_vi,
            number=one.revision,
            content_digest=one.content_digest,
            replaces=None,
            finalised_at=one.finalised_at,
            trial=trial,
        ),
    )
