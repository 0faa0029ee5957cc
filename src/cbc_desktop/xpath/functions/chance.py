"""Functions of chance: identifiers, random numbers and random order; all of it comes from the environment."""

from __future__ import annotations

import hashlib
import math
import string
from collections.abc import Callable

from cbc_desktop.xpath.context import Context
from cbc_desktop.xpath.functions.function import ANY, NODES, NUMBER, Function, in_context
from cbc_desktop.xpath.nodes import Node
from cbc_desktop.xpath.values import NodeSet, Value, to_number, to_string

_MODULUS = 2_147_483_647
_FACTOR = 16_807
_LONG = 2**63
_LETTERS = string.digits + string.ascii_lowercase


def random(context: Context) -> float:
    return context.environment.random()


def uuid(context: Context, length: float | None = None) -> str:
    """A version 4 UUID (RFC 4122), or with an argument that many random letters and digits."""
    if length is None:
        return context.environment.new_uuid()
    count = int(length) if math.isfinite(length) else 0
    return "".join(_LETTERS[int(context.environment.random() * len(_LETTERS))] for _ in range(count))


def randomize(context: Context, nodes: NodeSet, seed: Value | None = None) -> NodeSet:
    """The nodes in a random order, the same for the same seed (https://getodk.github.io/xforms-spec/#fn:randomize)."""
    chance = context.environment.random if seed is None else _park_miller(_seed_number(seed, context))
    shuffled: list[Node] = []
    for place, node in enumerate(nodes):  # the inside-out variant of the Fisher-Yates shuffle
        other = int(chance() * (place + 1))
        shuffled.append(node)
        shuffled[place], shuffled[other] = shuffled[other], node
    return shuffled


def _park_miller(seed: int) -> Callable[[], float]:
    """The "minimal standard" generator of Park and Miller, as JavaRosa seeds it."""
    state = abs(seed) % _MODULUS * (1 if seed > 0 else -1)  # the sign of Java's %
    if state <= 0:
        state += _MODULUS - 1

    def next_number() -> float:
        nonlocal state
        state = state * _FACTOR % _MODULUS
        return (state - 1) / (_MODULUS - 1)

    return next_number


def _seed_number(seed: Value, context: Context) -> int:
    """As Java's ``longValue``; text that is no number counts by the first 8 bytes of its SHA-256, blank as 0."""
    number = to_number(seed, context)
    if math.isnan(number):
        text = to_string(seed)
        digest = hashlib.sha256(text.encode()).digest()
        return int.from_bytes(digest[:8], "big", signed=True) if text else 0
    return int(max(-_LONG, min(number, _LONG - 1)))


CHANCE_FUNCTIONS: tuple[Function, ...] = (
    in_context("random", random),
    in_context("uuid", uuid, optional=(NUMBER,)),
    in_context("randomize", randomize, NODES, optional=(ANY,)),
)
