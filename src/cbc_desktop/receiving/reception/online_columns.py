"""The file of columns of an online form's export: which column answers which question, to be corrected by a person."""

from __future__ import annotations

import json
from collections.abc import Iterator

from cbc_desktop.base.message import ENGLISH, VIETNAMESE, Message
from cbc_desktop.forms.definition import FormDefinition, LeafDef
from cbc_desktop.receiving.reception.online_sheet import AGENCY, SENT, OnlinePlan, Place


def columns_file(plan: OnlinePlan) -> str:
    """As `online_plan` reads it again; a blank one is not taken."""
    named = ((AGENCY, plan.agency_column), (SENT, plan.sent_column))
    return "\n".join([*(f"{name} = {quoted(text)}" for name, text in named), "[columns]", *column_lines(plan), ""])


def column_lines(plan: OnlinePlan) -> Iterator[str]:
    """A line for each column but those of agency and moment."""
    for heading, place in plan.columns:
        if heading and heading not in (plan.agency_column, plan.sent_column):
            yield f"{quoted(heading)} = {quoted(f'{place.form_id} {place.path}' if place else '')}"


def quoted(text: str) -> str:
    """A string of JSON is one of TOML, too."""
    return json.dumps(text, ensure_ascii=False)


def place_label(form: FormDefinition, place: Place) -> Message:
    """How the question reads, as far as that is plain text."""
    leaf = next(node for node in form.nodes() if isinstance(node, LeafDef) and node.path == place.path)
    texts = ("".join(part for part in leaf.label.parts(one) if isinstance(part, str)) for one in (VIETNAMESE, ENGLISH))
    return Message(*texts)
