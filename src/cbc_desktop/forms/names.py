"""Namespaces of XForms, JavaRosa and our own columns, and how a qualified name is written in lxml's form."""

from __future__ import annotations

XFORMS = "http://www.w3.org/2002/xforms"
XHTML = "http://www.w3.org/1999/xhtml"
JAVAROSA = "http://openrosa.org/javarosa"
EVENTS = "http://www.w3.org/2001/xml-events"
OWN = "urn:cbc-desktop:xlsform"


def xforms(name: str) -> str:
    return f"{{{XFORMS}}}{name}"


def javarosa(name: str) -> str:
    return f"{{{JAVAROSA}}}{name}"
