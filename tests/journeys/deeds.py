"""What Lan may do to her survey, in any order: the deeds from which the laws of the desk draw."""

from __future__ import annotations

from collections.abc import Callable

from clerk import Clerk
from hypothesis import strategies as st
from invented_campaign import ADDRESS, BOOKS, READING_ROOM, ROOMS, SEATS, SURVEY

from cbc_desktop.filling.references import table

Deed = Callable[[Clerk], None]
PLACES = st.integers(0, 3)
TEXTS = st.sampled_from(["", "0", "52", "CO", "KHONG", "năm trăm"])


def rooms(lan: Clerk) -> list[str]:
    session = lan.dossier.form(SURVEY).session
    return [one.id for one in session.tree.repeat(table(session, ROOMS)).rows]


def in_a_row(place: int, deed: Callable[[Clerk, str], None]) -> Deed:
    return lambda lan: deed(lan, rooms(lan)[place]) if place < len(rooms(lan)) else None


def deletes_some(lan: Clerk) -> None:
    lan.dossier.delete_rows(SURVEY, rooms(lan)[::2])


DEEDS: st.SearchStrategy[Deed] = st.one_of(
    st.builds(
        lambda question, text: lambda lan: lan.answers(question, text),
        st.sampled_from([BOOKS, READING_ROOM, SEATS, ADDRESS]),
        TEXTS,
    ),
    st.builds(lambda text: lambda lan: lan.notes(BOOKS, text), TEXTS),
    st.just(lambda lan: lan.adds_row(ROOMS)),
    st.just(deletes_some),
    st.just(lambda lan: lan.dossier.duplicate_rows(SURVEY, rooms(lan))),
    st.builds(
        lambda place, text: in_a_row(place, lambda lan, one: lan.answers(f"{ROOMS}[{place + 1}]/ten", text)),
        PLACES,
        TEXTS,
    ),
    st.builds(lambda place: in_a_row(place, lambda lan, one: lan.dossier.delete_row(SURVEY, one) and None), PLACES),
    st.builds(
        lambda place, to: in_a_row(
            place, lambda lan, one: lan.moves_row(f"{ROOMS}[{place + 1}]", min(to, len(rooms(lan)) - 1))
        ),
        PLACES,
        PLACES,
    ),
    st.builds(
        lambda place: in_a_row(place, lambda lan, one: lan.notes(f"{ROOMS}[{place + 1}]/ten", "ghi chú")), PLACES
    ),
)
