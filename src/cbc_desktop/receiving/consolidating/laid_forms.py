"""The forms of a campaign with the tables in which their answers are laid down, and what their questions are called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cbc_desktop.base.message import Message
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.definition import FormDefinition, GroupDef, LeafDef, RepeatDef
from cbc_desktop.receiving.consolidating.form_tables import FormTable, tables_of
from cbc_desktop.receiving.consolidating.form_words import FormWords
from cbc_desktop.receiving.consolidating.table_names import OWN_TABLES


@dataclass(frozen=True, slots=True)
class LaidForm:
    """A form with its tables and what its questions are called.

    ``who_signs``: the questions whose answers stand above a signature, as paths.
    """

    definition: FormDefinition
    tables: tuple[FormTable, ...]
    words: FormWords
    who_signs: frozenset[str] = frozenset()

    def is_comment(self, question: LeafDef) -> bool:
        """Whether it is answered in sentences; the lines above a signature are none."""
        return question.is_multiline and question.path not in self.who_signs

    def title_of(self, table: FormTable) -> Message:
        """The title of the form, or what the table is about."""
        if table.path:
            return self.words.label(self._around(table))
        return Message(self.definition.title, self.definition.title)

    def _around(self, table: FormTable) -> GroupDef | RepeatDef:
        """What says what a table is about: the group in which its repeat stands alone, else the repeat itself."""
        above = table.path.rpartition("/")[0]
        for node in self.definition.nodes():
            if isinstance(node, GroupDef) and node.path == above and node.label:
                inside = [child for child in node.children if isinstance(child, RepeatDef)]
                return node if len(inside) == 1 else table.node
        return table.node


def laid_forms(campaign: Campaign, definitions: Iterable[FormDefinition]) -> tuple[LaidForm, ...]:
    """In this order; a table of a later form never takes the name of one of an earlier form."""
    laid: list[LaidForm] = []
    taken = [*OWN_TABLES]
    for definition in definitions:
        words = FormWords(campaign, definition)
        values = {path: [choice.value for choice in choices] for path, choices in words.choices.items()}
        tables = tables_of(definition, values, taken)
        taken += [table.name for table in tables]
        signatories = [document.text.signatory for document in campaign.documents]
        who_signs = frozenset(one.authority for one in signatories if one.form == definition.id)
        laid.append(LaidForm(definition, tables, words, who_signs))
    return tuple(laid)
