"""Values that the form sets by itself: ``setvalue`` actions on events, and preloads.

https://getodk.github.io/xforms-spec/#actions and https://getodk.github.io/xforms-spec/#preload-attributes
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from cbc_desktop.engine.codecs import lexical_form
from cbc_desktop.engine.environment import FormEnvironment
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.engine.tree import LiveTree, Scope
from cbc_desktop.engine.world import World
from cbc_desktop.forms.definition import LeafDef, SetValue
from cbc_desktop.xpath import Scalar

FIRST_LOAD = "odk-instance-first-load"
LOAD = "odk-instance-load"
NEW_REPEAT = "odk-new-repeat"
VALUE_CHANGED = "xforms-value-changed"


class Actions:
    """Carries out the ``setvalue`` actions of a form; answers the leaves that were written."""

    def __init__(self, tree: LiveTree, environment: FormEnvironment) -> None:
        self._tree, self._environment = tree, environment
        self._on_event: dict[str, list[SetValue]] = defaultdict(list)
        self._on_change: dict[str, list[SetValue]] = defaultdict(list)
        for action in tree.definition.actions:
            for event in action.events:
                if event == VALUE_CHANGED and action.trigger:
                    self._on_change[action.trigger].append(action)
                elif action.target in tree:
                    self._on_event[event].append(action)

    def on(self, event: str, scope: Scope = None) -> Iterator[LeafNode]:
        """Leaves written by ``event``; in a new row only its own leaves are."""
        for action in self._on_event[event]:
            if scope is None or scope.path in self._tree.repeat_chain(action.target):
                yield from self._write(action, scope)

    def after_change(self, leaf: LeafNode) -> Iterator[LeafNode]:
        """Leaves written because a person has changed ``leaf``."""
        for action in self._on_change[leaf.path]:
            inside = leaf.row is not None and leaf.row.path in self._tree.repeat_chain(action.target)
            yield from self._write(action, leaf.row if inside else None)

    def _write(self, action: SetValue, scope: Scope) -> Iterator[LeafNode]:
        for target in list(self._tree.instances(action.target, scope)):
            if isinstance(target, LeafNode):
                value = action.value.value(self._environment.context(target))
                scalar: Scalar = (
                    action.value.string(self._environment.context(target)) if isinstance(value, list) else value
                )
                target.write(lexical_form(scalar, target.definition.bind.type))
                yield target


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
