"""What this office trusts and which services it asks: from its store, in the words of the signing workshop."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding
from cbc_desktop.base.message import Message
from cbc_desktop.signing.services import Services
from cbc_desktop.signing.signature_facts import AnchorGroup
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.store.anchors import AnchorStore, KeptAnchor
from cbc_desktop.store.service_settings import STATUS, TIMESTAMPS, ServiceStore

if TYPE_CHECKING:
    from cbc_desktop.signing.extending import Extended
    from cbc_desktop.signing.signer import Signer

_YES = "yes"
NOTHING_ON = Message(
    "Chưa bật dịch vụ nào trên mạng (dấu thời gian, tình trạng chứng thư), nên không có gì để bổ sung. Văn bản giữ "
    "nguyên; hãy bật ở phần dịch vụ, hoặc bằng lệnh services set.",
    "No service on the network (timestamps, status of certificates) is switched on, so there is nothing to add. The "
    "document is unchanged; switch one on among the services, or with the command services set.",
)


def as_trust(anchors: Iterable[KeptAnchor]) -> TrustAnchors:
    """For documents and packages: who may publish forms vouches for none of them."""
    groups = {anchor.der: AnchorGroup(anchor.group) for anchor in anchors}
    return TrustAnchors.grouped({der: group for der, group in groups.items() if group is not AnchorGroup.PUBLISHER})


def as_publishers(anchors: Iterable[KeptAnchor]) -> TrustAnchors:
    """For updates of forms, and nobody else: whoever may sign a document does not decide what an office is asked."""
    found = [anchor.der for anchor in anchors if AnchorGroup(anchor.group) is AnchorGroup.PUBLISHER]
    return TrustAnchors.grouped(dict.fromkeys(found, AnchorGroup.PUBLISHER))


@dataclass(frozen=True, slots=True)
class OfficeTrust:
    """For every desk that signs or judges signatures in this office."""

    anchors: AnchorStore
    settings: ServiceStore
    clock: Clock

    def trusted(self) -> TrustAnchors:
        return as_trust(self.anchors.all())

    def publishers(self) -> TrustAnchors:
        return as_publishers(self.anchors.all())

    def services(self) -> Services:
        """Everything is off unless a person switched it on."""
        return Services(self.settings.value(TIMESTAMPS), status=self.settings.value(STATUS) == _YES)

    def choose_services(self, services: Services) -> None:
        self.settings.keep(TIMESTAMPS, services.timestamps)
        self.settings.keep(STATUS, _YES if services.status else "")

    def extended(self, pdf: bytes, tell: Callable[[Message], None]) -> Extended:
        """The signed PDF with attested time and status, as far as the services that are on can tell.

        ``tell`` is called twice a second while a service is waited for, and ends that when it raises. UserFacingError
        when no service is on, nobody signed, or the PDF cannot take more.
        """
        from cbc_desktop.signing.extending import extend  # pyHanko takes half a second

        services = self.services()
        if not services.on:
            raise UserFacingError(NOTHING_ON)
        return extend(pdf, services, self.trusted(), at=self.clock.now(), web=services.web, tell=tell)

    def warnings_of(self, signer: Signer, tell: Callable[[Message], None]) -> tuple[Finding, ...]:
        """What a signer is told before signing; the status is asked for where that is on.

        UserFacingError for a revoked certificate.
        """
        from cbc_desktop.signing.status_before_signing import Asked, warnings_before_signing  # no network before

        services = self.services()
        asked = Asked(services, self.trusted(), services.web, tell)
        return warnings_before_signing(signer.certificate, signer.findings, asked, at=self.clock.now())
