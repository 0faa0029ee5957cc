"""What this office trusts and which services it asks, from its store, in the words of the signing workshop."""

from __future__ import annotations

from collections.abc import Iterable

from cbc_desktop.signing.services import Services
from cbc_desktop.signing.signature_facts import AnchorGroup
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.store.anchors import KeptAnchor
from cbc_desktop.store.service_settings import STATUS, TIMESTAMPS, ServiceStore

_YES = "yes"


def as_trust(anchors: Iterable[KeptAnchor]) -> TrustAnchors:
    return TrustAnchors.grouped({anchor.der: AnchorGroup(anchor.group) for anchor in anchors})


def chosen_services(store: ServiceStore) -> Services:
    """Everything is off unless a person switched it on."""
    return Services(store.value(TIMESTAMPS), status=store.value(STATUS) == _YES)


def keep_services(store: ServiceStore, services: Services) -> None:
    store.keep(TIMESTAMPS, services.timestamps)
    store.keep(STATUS, _YES if services.status else "")
