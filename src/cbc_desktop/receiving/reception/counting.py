"""What counts of each agency, with its answers, as consolidation is given it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.engine.placing import placed
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.catalogue import FormCatalogue
from cbc_desktop.forms.definition import FormDefinition
from cbc_desktop.receiving.counted import Counted
from cbc_desktop.receiving.reception.agency_standing import AgencyStanding
from cbc_desktop.receiving.reception.called import called
from cbc_desktop.receiving.route import Route, Source
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.store.received.arrivals import Arrival, ArrivalStore, ArrivedDossier, ArrivedForm


@dataclass(frozen=True, slots=True)
class Counting:
    """``definitions`` are the forms of the campaign as they are installed here, by id."""

    arrivals: ArrivalStore
    definitions: dict[str, FormDefinition]
    identifiers: IdentifierSource

    @classmethod
    def of(
        cls, campaign: Campaign, catalogue: FormCatalogue, arrivals: ArrivalStore, identifiers: IdentifierSource
    ) -> Counting:
        definitions = {form_id: catalogue.form(campaign, form_id) for form_id in campaign.forms}
        return cls(arrivals, definitions, identifiers)

    def counted(self, standings: Iterable[AgencyStanding]) -> Iterator[Counted]:
        """One for each agency of which something counts, read from the disk one by one."""
        for standing in standings:
            if standing.counts and standing.counts.dossier and standing.agency:
                yield self.one(standing.counts, standing.counts.dossier, standing.agency, late=standing.late)

    def one(self, arrival: Arrival, dossier: ArrivedDossier, agency: Agency, *, late: bool) -> Counted:
        """An arrival as it counts, or would count; ``dossier`` is what it says of itself."""
        submissions, unplaced = self.submissions(arrival.digest)
        return Counted(
            campaign_id=dossier.identity.campaign_id,
            agency=agency,
            source=Source(arrival.source),
            route=Route(arrival.route),
            arrival=arrival.digest,
            file_name=called(arrival).vi,
            dossier_id=dossier.identity.dossier_id,
            revision=dossier.number,
            content_digest=dossier.content_digest,
            finalised_at=dossier.finalised_at,
            sent_at=arrival.sent_at,
            taken_at=arrival.taken_at,
            late=late,
            trial=dossier.trial,
            verdict=Verdict(arrival.verdict),
            submissions=submissions,
            unplaced=unplaced,
            remarks=self.arrivals.remarks(arrival.digest),
        )

    def submissions(self, arrival: Digest) -> tuple[dict[str, bytes], tuple[str, ...]]:
        """Its answers by form in the versions that are installed here, and the questions that have no place there."""
        submissions: dict[str, bytes] = {}
        unplaced: list[str] = []
        for form in self.arrivals.forms(arrival):
            definition = self.definitions.get(form.form_id)
            if definition is None:
                unplaced.append(form.form_id)
            else:
                submissions[form.form_id], lost = self._in_installed(form, definition)
                unplaced += [f"{form.form_id}{path}" for path in lost]
        return submissions, tuple(unplaced)

    def _in_installed(self, form: ArrivedForm, definition: FormDefinition) -> tuple[bytes, tuple[str, ...]]:
        """As it came where it was filled in in the very version that is installed here."""
        if form.form_digest == definition.digest:
            return form.submission, ()
        found = placed(definition, form.submission, self.identifiers)
        return found.submission, found.lost
