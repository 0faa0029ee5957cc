"""What a form's questions and choices are called in both languages, told by a form that nobody has filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.base.message import ENGLISH, VIETNAMESE, Message
from cbc_desktop.engine.languages import in_both_languages, language_for
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.world import World
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.definition import FormDefinition, GroupDef, Itemset, LeafDef, Path, RepeatDef
from cbc_desktop.forms.indicators import Labelled
from cbc_desktop.xpath import Expression, compile_expression


class FormWords:
    """Of one form of a campaign; labels that look at answers say what they say while there are none."""

    def __init__(self, campaign: Campaign, definition: FormDefinition) -> None:
        moment = datetime.combine(campaign.register_date, time(), VIETNAM)
        facts = {"report-year": str(campaign.report_year)}
        self._definition = definition
        self._session = FormSession.begin(definition, World(FixedClock(moment), SeededIdentifiers(), facts))
        self._lists: dict[tuple[str, str, str], tuple[Labelled, ...]] = {}
        self.choices: Mapping[Path, tuple[Labelled, ...]] = dict(self._choices())

    def label(self, node: LeafDef | GroupDef | RepeatDef) -> Message:
        """In one line; the name of what has no label."""
        said = in_both_languages(self._session, node.label, self._session.tree.document.root)
        return Message(" ".join(said.vi.split()) or node.name, " ".join(said.en.split()) or node.name)

    def _choices(self) -> Iterator[tuple[Path, tuple[Labelled, ...]]]:
        for node in self._definition.nodes():
            if isinstance(node, LeafDef) and node.choices:
                yield node.path, self._of(node)

    def _of(self, question: LeafDef) -> tuple[Labelled, ...]:
        choices = question.choices
        if not isinstance(choices, Itemset):
            root = self._session.tree.document.root
            return tuple(Labelled(one.value, in_both_languages(self._session, one.label, root)) for one in choices)
        if choices.start:
            return ()  # rows of a table: others in each office
        key = (_unfiltered(choices), choices.value.source, choices.label.source)
        if key not in self._lists:
            self._lists[key] = self._listed(choices)
        return self._lists[key]

    def _listed(self, itemset: Itemset) -> tuple[Labelled, ...]:
        """All of the list: what is filtered by other answers could be selected by somebody."""
        found: dict[str, list[str]] = {}
        for language in (VIETNAMESE, ENGLISH):
            self._session.show_language(language_for(self._definition, language))
            for value, label in self._items(itemset, compile_expression(_unfiltered(itemset))):
                found.setdefault(value, []).append(label)
        return tuple(Labelled(value, Message(labels[0], labels[-1])) for value, labels in found.items() if value)

    def _items(self, itemset: Itemset, nodes: Expression) -> Iterator[tuple[str, str]]:
        seen = set()
        root = self._session.tree.document.root
        for item in self._session.nodes_of(nodes, root, {}):
            value = self._session.text_of(itemset.value, item, {})
            if value not in seen:
                seen.add(value)
                yield value, self._session.text_of(itemset.label, item, {})


def _unfiltered(itemset: Itemset) -> str:
    return itemset.nodeset.source.partition("[")[0]
