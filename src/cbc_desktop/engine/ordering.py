"""In which order the rules of a form are evaluated: each after those whose results it reads; circles are refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.engine.rules import Rule

CIRCLE = Message(
    "Các công thức của biểu mẫu phụ thuộc vòng tròn vào nhau: {circle}. Hãy sửa một công thức trong vòng này.",
    "Formulas of the form depend on each other in a circle: {circle}. Change one formula of the circle.",
)


class CircleError(UserFacingError):
    """Names the rules of a circle, in its order."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        super().__init__(CIRCLE.filled(circle=" → ".join(map(str, rules))))
        self.rules = tuple(rules)

    def placed(self, place: Callable[[Rule], str]) -> Message:
        """With where each of them stands, "" for those of which that is unknown."""
        named = (f"{rule} {place(rule)}".rstrip() for rule in self.rules)
        return CIRCLE.filled(circle=" → ".join(named))


def ordered(rules: Iterable[Rule], prerequisites: Mapping[Rule, Sequence[Rule]]) -> list[Rule]:
    """All rules, each after those that it needs; CircleError where there is none."""
    order: list[Rule] = []
    done: dict[Rule, bool] = {}
    for rule in rules:
        if rule not in done:
            _visit(rule, prerequisites, done, order)
    return order


def _visit(
    start: Rule, prerequisites: Mapping[Rule, Sequence[Rule]], done: dict[Rule, bool], order: list[Rule]
) -> None:
    """Depth first with a stack of its own: chains may be thousands of rules long."""
    done[start] = False
    way = [(start, iter(prerequisites[start]))]
    while way:
        rule, ahead = way[-1]
        needed = next(ahead, None)
        if needed is None:
            way.pop()
            done[rule] = True
            order.append(rule)
        elif needed not in done:
            done[needed] = False
            way.append((needed, iter(prerequisites[needed])))
        elif not done[needed]:
            steps = [step for step, _ in way]
            raise CircleError([*steps[steps.index(needed) :], needed])
