"""The file of columns of an online form's export: which column answers which question, to be corrected by a person."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from cbc_desktop.base.message import ENGLISH, VIETNAMESE, Message
from cbc_desktop.forms.definition import FormDefinition
from cbc_desktop.receiving.reception.online_sheet import AGENCY, SENT, OnlinePlan, Place, questions_outside_tables


def columns_file(plan: OnlinePlan) -> str:
    """As `online_plan` reads it again; a blank one is not taken."""
    named = ((AGENCY, plan.agency_column), (SENT, plan.sent_column))
    return "\n".join([*(f"{name} = {quoted(text)}" for name, text in named), "[columns]", *column_lines(plan), ""])


def column_lines(plan: OnlinePlan) -> Iterator[str]:
    """A line for each column but those of agency and moment; headings that occur twice are never taken."""
    times = Counter(heading for heading, _ in plan.columns)
    for heading, place in plan.columns:
        if heading and times[heading] == 1 and heading not in (plan.agency_column, plan.sent_column):
            yield f"{quoted(heading)} = {quoted(f'{place.form_id} {place.path}' if place else '')}"


def with_column(plan: OnlinePlan, heading: str, place: Place | None) -> bytes:
    """The file of columns in which this one answers another question, or none; no two answer the same."""
    others = ((text, None if before == place else before) for text, before in plan.columns)
    columns = tuple((text, place if text == heading else before) for text, before in others)
    return columns_file(replace(plan, columns=columns)).encode()


def with_agency_column(plan: OnlinePlan, heading: str) -> bytes:
    """The file of columns in which this one has the names of the agencies, and answers no question."""
    return columns_file(replace(plan, agency_column=heading)).encode()


def quoted(text: str) -> str:
    """A string of JSON is one of TOML, too."""
    return json.dumps(text, ensure_ascii=False)


def askable(form: FormDefinition) -> Iterator[tuple[Place, Message]]:
    """The questions that a column can answer, with how each reads, as far as that is plain text."""
    for leaf in questions_outside_tables(form.root):
        parts = (leaf.label.parts(language) for language in (VIETNAMESE, ENGLISH))
        yield (
            Place(form.id, leaf.path),
            Message(*("".join(one for one in some if isinstance(one, str)) for some in parts)),
        )
