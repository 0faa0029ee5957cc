"""From one question to the next that wants attention, through all forms of a dossier and around."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.session import FormSession

Finder = Callable[[FormSession, Address | None], Address | None]
"""``next_unanswered`` or ``next_problem``."""
Spot = tuple[str, Address]
"""A form and an address in it."""


def first_behind(
    sessions: Mapping[str, FormSession], start: tuple[str, Address | None] | None, find: Finder
) -> Spot | None:
    """The first spot behind ``start`` (None: from the beginning); the last one looked at is the start itself."""
    form_ids = list(sessions)
    first, after = start or (form_ids[0], None)
    place = form_ids.index(first)
    order = [(first, after), *((form_id, None) for form_id in [*form_ids[place + 1 :], *form_ids[: place + 1]])]
    spots = ((form_id, find(sessions[form_id], behind)) for form_id, behind in order)
    return next(((form_id, address) for form_id, address in spots if address is not None), None)
