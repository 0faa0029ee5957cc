"""Values that the form sets by itself: ``setvalue`` actions on events, and preloads.

https://getodk.github.io/xforms-spec/#actions and https://getodk.github.io/xforms-spec/#preload-attributes
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from cbc_desktop.engine.environment import FormEnvironment
from cbc_desktop.engine.formulas import computed_answer
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.engine.tree import LiveTree, Scope
from cbc_desktop.engine.world import World
from cbc_desktop.forms.definition import LeafDef, SetValue
from cbc_desktop.xpath import XPathError

FIRST_LOAD = "odk-instance-first-load"
LOAD = "odk-instance-load"
NEW_REPEAT = "odk-new-repeat"
VALUE_CHANGED = "xforms-value-changed"
_ALIASES = {"xforms-ready": FIRST_LOAD, "jr-insert": NEW_REPEAT}
"""Names of older forms, which JavaRosa still knows."""

Writing = tuple[LeafNode, str]
"""A leaf and the lexical form that an action gives it."""


class Actions:
    """The ``setvalue`` actions of a form. They are evaluated one by one, each after the one before was carried out.

    An action whose value cannot be computed changes nothing.
    """

    def __init__(self, tree: LiveTree, environment: FormEnvironment) -> None:
        self._tree, self._environment = tree, environment
        self._on_event: dict[str, list[SetValue]] = defaultdict(list)
        self._on_change: dict[str, list[SetValue]] = defaultdict(list)
        for action in tree.definition.actions:
            if action.target in tree:
                self._file(action)

    def _file(self, action: SetValue) -> None:
        for event in (_ALIASES.get(event, event) for event in action.events):
            if event != VALUE_CHANGED:
                self._on_event[event].append(action)
            elif action.trigger:
                self._on_change[action.trigger].append(action)

    def on(self, event: str, scope: Scope = None) -> Iterator[Writing]:
        """What ``event`` writes; in a new row only its own leaves are written."""
        for action in self._on_event[event]:
            if scope is None or scope.path in self._tree.repeat_chain(action.target):
                yield from self._writings(action, scope)

    def after_change(self, leaf: LeafNode) -> Iterator[Writing]:
        """What is written because a person has changed ``leaf``."""
        for action in self._on_change[leaf.path]:
            yield from self._writings(action, self._tree.row_in_common(leaf, action.target))

    def _writings(self, action: SetValue, scope: Scope) -> Iterator[Writing]:
        for target in list(self._tree.instances(action.target, scope)):
            if isinstance(target, LeafNode):
                try:
                    answer = computed_answer(action.value, target, self._environment.context(target))
                except XPathError:
                    continue
                yield target, answer


def preload(leaf: LeafDef, world: World) -> str | None:
    """The value that a ``jr:preload`` gives a new instance; None when the leaf has none that is known."""
    kind = leaf.bind.preload
    return _PRELOADS[kind](leaf.bind.preload_params, world) if kind in _PRELOADS else None


_PRELOADS: Mapping[str, Callable[[str, World], str]] = {
    "uid": lambda params, world: f"uuid:{world.identifiers.new_uuid()}",
    "date": lambda params, world: world.clock.now().date().isoformat(),
    "timestamp": lambda params, world: (
        world.clock.now().isoformat(timespec="milliseconds") if params == "start" else ""
    ),
    "property": lambda params, world: world.properties.get(params, ""),
}
