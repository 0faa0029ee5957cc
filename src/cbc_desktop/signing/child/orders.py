"""A signing order on its way to the child."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cbc_desktop.signing.order import SigningOrder


def words_of_order(order: SigningOrder) -> dict[str, Any]:
    """All of an order but its appearance, which goes as bytes."""
    return {"field": order.field, "at": order.at.isoformat(), "reason": order.reason, "location": order.location}


def order_of(words: Mapping[str, Any], appearance: bytes) -> SigningOrder:
    return SigningOrder(**{**words, "at": datetime.fromisoformat(words["at"])}, appearance=appearance)
