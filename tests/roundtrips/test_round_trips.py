"""The law of all ways: answers, notes and texts come back from wherever they went exactly as they went.

``make round-trips`` says it of 10,000 texts and 1,000 dossiers.
"""

from __future__ import annotations

import pytest
from round_trips import TEXTS_IN_A_DOSSIER, fillers, travelled
from texts_in_a_dossier import as_kept
from vietnamese_texts import LETTERS, texts

TEXTS, DOSSIERS = 200, 3


@pytest.mark.slow
def test_what_goes_out_on_any_way_comes_back_to_the_letter() -> None:
    tally = travelled(fillers(TEXTS, DOSSIERS))
    assert not tally.different, tally.examples
    assert tally.dossiers == TEXTS / TEXTS_IN_A_DOSSIER + DOSSIERS
    assert tally.notes >= TEXTS * 0.9  # of some texts nothing is kept


def test_the_texts_have_every_vietnamese_letter_and_whatever_breaks_programs() -> None:
    said = texts(10_000)
    assert len(set(said)) == 10_000
    together = "".join(map(as_kept, said))
    assert set(LETTERS) <= set(together)
    assert {"\n", "\t", "\u00a0", '"', "“", "<", "&"} <= set(together)
    assert max(map(len, said)) >= 3000
    assert {as_kept(text)[0] for text in said if as_kept(text)} >= set("=+-@'")
