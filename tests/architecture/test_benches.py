"""What measures is measured: no room of the benchmark is written and then forgotten."""

from __future__ import annotations

import ast
from pathlib import Path

BENCH = Path(__file__).parent.parent / "bench"
COMPARING = {"comparison", "comparisons"}


def test_every_comparison_is_made_when_the_benchmark_runs() -> None:
    rooms = {path.stem for path in BENCH.glob("*.py") if COMPARING & _functions(path)}
    called = {node.id for node in ast.walk(_tree(BENCH / "__main__.py")) if isinstance(node, ast.Name)}
    assert {"receiving", "consolidating", "opening"} <= rooms
    assert rooms - called == set()


def _functions(path: Path) -> set[str]:
    return {node.name for node in _tree(path).body if isinstance(node, ast.FunctionDef)}


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))
