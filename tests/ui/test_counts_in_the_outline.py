"""What the outline and the foot line count is what is still to be done."""

from __future__ import annotations

import pytest
from dossier_showing import ShowDossier

from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.ui.dossier.places import PageKey
from cbc_desktop.ui.dossier.view import DossierView
from cbc_desktop.ui.kit.marks import Mark

SURVEY = "khao-sat-nhanh"


@pytest.fixture
def view(show_dossier: ShowDossier, new_dossier: OpenDossier) -> DossierView:
    """The sample, in which every warning is explained."""
    sample = new_dossier.campaign.folder / "sample" / f"{SURVEY}.json"
    fill_form(new_dossier, SURVEY, read_prepared(sample))
    return show_dossier(new_dossier)


def mark_of(view: DossierView, number: int) -> Mark:
    return view.overview.counts.of(view.sections[SURVEY][number])[0]


def test_an_explained_warning_is_no_longer_counted(view: DossierView) -> None:
    (warning, *_) = view.controller.dossier.review([SURVEY]).warnings
    section = next(n for n, page in enumerate(view.sections[SURVEY]) if page.holds(warning.address.path))
    assert mark_of(view, section) is Mark.DONE
    view.go(PageKey(SURVEY, section))
    dossier = view.controller.dossier
    view.controller.remark(SURVEY, warning.address, lambda: dossier.explain(SURVEY, warning.address, ""))
    assert mark_of(view, section) is Mark.WARNING
    view.go_to_next_problem()
    view.controller.undo()
    assert mark_of(view, section) is Mark.DONE


def test_the_next_problem_passes_over_what_is_explained(view: DossierView) -> None:
    view.go(PageKey(SURVEY, 0))
    view.go_to_next_problem()
    assert isinstance(view.key, PageKey)
    assert view.key.form_id != SURVEY
