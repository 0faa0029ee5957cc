"""XForms written by hand, for what no XLSForm can say."""

from __future__ import annotations

from cbc_desktop.forms.definition import FormDefinition
from cbc_desktop.forms.xform import read_xform

HEAD = (
    '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
    'xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms" '
    'xmlns:odk="http://www.opendatakit.org/xforms" xmlns:cbc="urn:cbc-desktop:xlsform" '
    'xmlns:ev="http://www.w3.org/2001/xml-events" xmlns:xsd="http://www.w3.org/2001/XMLSchema">'
)


def xform_text(instance: str, model: str = "", body: str = "", attributes: str = 'id="a-form"') -> bytes:
    """``instance`` is what lies below the root element ``data``, ``model`` what follows the primary instance."""
    text = (
        f"{HEAD}<h:head><h:title>A form</h:title><model>"
        f"<instance><data {attributes}>{instance}</data></instance>{model}"
        f"</model></h:head><h:body>{body}</h:body></h:html>"
    )
    return text.encode()


def definition_of(instance: str, model: str = "", body: str = "", attributes: str = 'id="a-form"') -> FormDefinition:
    form = read_xform(xform_text(instance, model, body, attributes))
    assert form.definition is not None, form.findings
    return form.definition
