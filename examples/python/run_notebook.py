"""Runs every cell of a notebook and fails on the first error: `.venv/bin/python examples/python/run_notebook.py`.

With a second path, it writes the notebook with what its cells showed there; in the repository it has no outputs.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).parent

path = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER / "tour.ipynb"
notebook = nbformat.read(path, as_version=4)
code = [cell for cell in notebook.cells if cell.cell_type == "code"]
if any(cell.outputs for cell in code):
    sys.exit(f"{path.name}: clear its outputs")
# Without the reminder that others on this machine could listen.
quiet = ["--log-level=ERROR"]
client = NotebookClient(
    notebook,
    timeout=120,
    resources={"metadata": {"path": str(FOLDER)}},
    extra_arguments=quiet,
)
client.execute()
if len(sys.argv) > 2:
    nbformat.write(notebook, sys.argv[2])
print(f"{path.name}: {len(code)} cells")
