"""Runs the cells of a lesson as a kernel would: one after the other, with what they share."""

from __future__ import annotations

import ast
from typing import Any


class Cells:
    r"""The names that the cells of one page share.

    >>> cells = Cells()
    >>> cells.run("lesson = 2"), cells.run("# a remark\nlesson + 1")
    (None, 3)
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.names: dict[str, Any] = {}

    def run(self, code: str) -> object:
        """Run the code of a cell, which is the kit's own; give what its last expression is."""
        tree = ast.parse(code)
        shown = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, "<cell>", "exec"), self.names)  # noqa: S102 - a notebook of the kit
        if not isinstance(shown, ast.Expr):
            return None
        return eval(compile(ast.Expression(shown.value), "<cell>", "eval"), self.names)  # noqa: S307
