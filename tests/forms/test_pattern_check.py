"""Regular expressions that cannot be used are told to the form's owner, before anybody fills in the form."""

from __future__ import annotations

from workbook_tables import read_form

from cbc_desktop.base.findings import Severity

FORM = r"""
| type | name | label | constraint |
| text | look | Look | regex(., '(?=.*[A-Z])[a-z]+') |
| text | open | Open | regex(., '[a-z') |
| text | fine | Fine | regex(., '(a+)+$') and regex(., '[\p{L} ]{1,100}') |
| text | free | Free | regex(., ${fine}) |
"""


def test_each_is_told_with_its_place_and_the_form_can_be_used() -> None:
    form = read_form(FORM)
    told = [finding for finding in form.findings if finding.code == "form.pattern"]
    assert form.definition is not None
    assert [(finding.where, finding.severity) for finding in told] == [
        ("form.xlsx [survey, 2, constraint]", Severity.WARNING),
        ("form.xlsx [survey, 3, constraint]", Severity.WARNING),
    ]
    assert "“(?=.*[A-Z])[a-z]+”" in told[0].message.en
    assert "biểu thức chính quy" in told[1].message.vi
