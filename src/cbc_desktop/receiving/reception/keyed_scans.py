"""Whose paper the codes on a scan say it is, before what somebody keyed in is taken in with that scan beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.package.names import printable
from cbc_desktop.receiving.reception.attribution import AgencyFinder
from cbc_desktop.receiving.reception.called import called
from cbc_desktop.store.received.arrivals import Arrival, ArrivedDossier

OTHER_PAPER = Message(
    "Mã trên bản quét cho biết đó là giấy khác: {paper}; hồ sơ đã nhập là của {keyed}.{known} Chưa nhận gì; số liệu đã "
    "nhập vẫn còn nguyên. Hãy chọn đúng bản quét; nếu bản quét mới là của cơ quan này thì nhận chính tệp đó như một "
    "gói rồi giao cho đúng cơ quan, ghi rõ lý do.",
    "The codes on the scan say that it is another paper: {paper}; what was keyed in is of {keyed}.{known} Nothing was "
    "taken in; what was entered is still there. Choose the right scan; if this one is the agency's after all, take in "
    "that file as a package is, and assign it to the agency with a reason.",
)
PAPER = Message("{agency}, đợt khảo sát {campaign}{trial}", "{agency}, campaign {campaign}{trial}")
TRIAL = Message(" (thử nghiệm)", " (for practice)")
KNOWN = Message(
    " Tệp này đã được nhận từ trước, là {digest} {name}.", " That file is there already, as {digest} {name}."
)
_SHOWN = 12


def require_same(
    keyed: ArrivedDossier, papers: Sequence[ArrivedDossier], campaign: Campaign, known: Iterable[Arrival]
) -> None:
    """One of the ``papers`` on the scans must be of that agency; UserFacingError when all are others.

    Where no codes could be read nothing is said: paper that was filled in by hand has none. ``known`` are what the
    same files were taken in as before.
    """
    finder = AgencyFinder(campaign.agencies, campaign.register_date)
    mine = _whose(keyed, finder)
    if papers and all(_whose(paper, finder) != mine for paper in papers):
        there = Message.joined(map(_known, known), "")
        raise UserFacingError(OTHER_PAPER.filled(paper=_told(papers[0]), keyed=_told(keyed), known=there))


def _whose(one: ArrivedDossier, finder: AgencyFinder) -> tuple[str, str, bool]:
    agency = finder.attribution(str(one.identity.agency), one.agency_name).agency
    return one.identity.campaign_id, agency.key if agency else str(one.identity.agency), one.trial


def _told(one: ArrivedDossier) -> Message:
    agency, campaign = printable(one.agency_name), printable(one.identity.campaign_id)
    return PAPER.filled(agency=agency, campaign=campaign, trial=TRIAL if one.trial else "")


def _known(arrival: Arrival) -> Message:
    return KNOWN.filled(digest=str(arrival.digest)[:_SHOWN], name=called(arrival))
