"""Lets a notebook in this folder import the kit from the folder above, wherever it is opened."""

from pathlib import Path

__path__ = [str(Path(__file__).resolve().parents[2] / "helpers")]
