"""Run a notebook without Jupyter: in goes its JSON, out comes the same with what its cells print.

Cells of code run in their order in one namespace. Whatever fails, fails here, with the cell's number in the trace.
"""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from typing import Any

Notebook = dict[str, Any]


def executed(notebook: Notebook) -> Notebook:
    """The notebook with the outputs of this run."""
    namespace: dict[str, Any] = {}
    cells = [_executed(cell, number, namespace) for number, cell in enumerate(notebook["cells"], start=1)]
    return {**notebook, "cells": cells}


def _executed(cell: dict[str, Any], number: int, namespace: dict[str, Any]) -> dict[str, Any]:
    if cell["cell_type"] != "code":
        return cell
    said = io.StringIO()
    with redirect_stdout(said):
        exec(compile("".join(cell["source"]), f"<cell {number}>", "exec"), namespace)
    lines = said.getvalue().splitlines(keepends=True)
    outputs = [{"name": "stdout", "output_type": "stream", "text": lines}] if lines else []
    return {**cell, "execution_count": number, "outputs": outputs}
