"""Binder builds the kit by the rules of repo2docker, which reads the names of files alone.

The rules: https://repo2docker.readthedocs.io/en/latest/configuration/
"""

from __future__ import annotations

import tomllib

import pytest
from site_page import ROOT

FIRST = (
    *("binder", ".binder", "Dockerfile", "environment.yml", "default.nix", "Pipfile"),
    *("Pipfile.lock", "Project.toml", "JuliaProject.toml", "REQUIRE", "install.R", "DESCRIPTION"),
)
"""Whatever of these is there, it is built from instead of `requirements.txt`."""


@pytest.mark.parametrize("name", [*FIRST, "setup.py"])
def test_nothing_is_there_that_binder_would_build_from_instead(name: str) -> None:
    assert not (ROOT / name).exists()


def test_the_kit_is_no_package_so_its_packages_are_installed_before_it_is_copied() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert not {"project", "build-system"} & {*settings}


def test_post_build_says_what_runs_it() -> None:
    assert (ROOT / "postBuild").read_bytes().startswith(b"#!/usr/bin/env bash\n")
