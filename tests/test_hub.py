"""The hub: its configuration is one that JupyterHub reads, its links open lessons as pages."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import urllib.request
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from jupyter_client.manager import KernelManager
from jupyter_server.serverapp import ServerApp
from jupyterhub.app import JupyterHub
from jupyterhub.auth import PAMAuthenticator
from jupyterhub.spawner import LocalProcessSpawner, Spawner
from jupyterhub_idle_culler import IdleCuller
from jupyterlab.labapp import LabApp
from lab import PATIENCE, free_port, wait_until

from helpers.__main__ import arguments
from helpers.checks.links import linked
from helpers.commands.lab import SETTINGS
from helpers.commands.pins import pins
from helpers.commands.serve import FIRST, NO_BUILD
from helpers.commands.students_files import students_files
from helpers.paths import LESSON_PAGE, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

INSTRUCTOR = ROOT / "lessons" / "instructor"
HUB = INSTRUCTOR / "hub"
GUIDE, CONFIG, VALUES = INSTRUCTOR / "hub.md", HUB / "jupyterhub_config.py", HUB / "values.yaml"
TEXT = GUIDE.read_text(encoding="utf-8")
REPOSITORY = "https://github.com/according-to-reports/according-to-reports"
LINKS = re.findall(r"^https://YOUR-HUB/\S+$", TEXT, re.MULTILINE)
BY_PULLING = [link for link in LINKS if "git-pull" in link]
HELD = ("JupyterHub", "PAMAuthenticator", "Spawner")
CHART = {
    "hub": {"config", "concurrentSpawnLimit", "activeServerLimit"},
    "hub.config": {"JupyterHub", "GenericOAuthenticator", "KubeSpawner"},
    "proxy": {"https"},
    "proxy.https": {"enabled", "hosts", "letsencrypt"},
    "proxy.https.letsencrypt": {"contactEmail"},
    "singleuser": {"image", "defaultUrl", "startTimeout", "cmd", "extraEnv", "memory", "cpu"}
    | {"storage"},
    "singleuser.image": {"name", "tag"},
    "singleuser.memory": {"guarantee", "limit"},
    "singleuser.cpu": {"guarantee", "limit"},
    "singleuser.storage": {"capacity", "homeMountPath"},
    "cull": {"enabled", "timeout", "every"},
    "prePuller": {"continuous"},
    "prePuller.continuous": {"enabled"},
}
"""What we took from the chart's schema, which is not on any machine that runs these tests."""


@cache
def configured() -> Any:
    """Read the configuration as JupyterHub does, for a kit that lies here."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("KIT", str(ROOT))
        hub = JupyterHub()
        hub.load_config_file(str(CONFIG))
    return hub.config


@cache
def values() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(VALUES.read_text(encoding="utf-8"))
    return read


def values_at(path: str) -> Any:
    found: Any = values()
    for key in path.split("."):
        found = found[key]
    return found


def culling(service: dict[str, Any]) -> dict[str, int]:
    """Give the options that the culler is started with."""
    said = [re.fullmatch(r"--IdleCuller\.(\w+)=(\d+)", word) for word in service["command"][3:]]
    return {match[1]: int(match[2]) for match in said}


# The configuration for one machine


def test_every_option_of_the_configuration_is_one() -> None:
    known = {kind.__name__: kind for kind in (JupyterHub, PAMAuthenticator, Spawner)}
    assert {*configured()} == {*HELD}
    for section, options in configured().items():
        assert {*options} <= {*known[section].class_trait_names(config=True)}, section


def test_every_value_of_the_configuration_is_of_its_type() -> None:
    hub = JupyterHub(config=configured())
    assert hub.authenticator_class is PAMAuthenticator
    assert hub.spawner_class is LocalProcessSpawner
    assert PAMAuthenticator(config=configured()).allowed_groups == {"students", "teachers"}
    assert LocalProcessSpawner(config=configured()).cmd[0] == "prlimit"


def test_every_option_of_a_students_server_is_one() -> None:
    kinds = [LabApp, KernelManager, *ServerApp.classes, ServerApp]
    known = {kind.__name__: {*kind.class_trait_names(config=True)} for kind in kinds}
    for word in configured().Spawner.args:
        section, option = re.fullmatch(r"--(\w+)\.(\w+)=.+", word).groups()
        assert option in known[section]


def test_the_culler_has_the_options_that_it_is_started_with() -> None:
    [service] = configured().JupyterHub.services
    assert service["command"][1:3] == ["-m", "jupyterhub_idle_culler"]
    assert {*culling(service)} <= {*IdleCuller.class_trait_names(config=True)}
    [role] = configured().JupyterHub.load_roles
    assert role["services"] == [service["name"]]


def test_each_student_has_a_work_folder_of_her_own(tmp_path: Path) -> None:
    class Fake:
        def user_env(self, environment: dict[str, str]) -> dict[str, str]:
            return environment | {"HOME": str(tmp_path)}

    folder = configured().Spawner.environment["KIT_WORK"](Fake())
    assert folder == str(tmp_path / "according-to-reports-work")


def test_lesson_00_comes_first_here_as_in_lab() -> None:
    assert configured().Spawner.default_url == FIRST
    assert values_at("singleuser.defaultUrl") == FIRST


# A student's server, with these options and without a hub


@contextmanager
def students_server(own: Path) -> Iterator[str]:
    """Start the server that the hub would start; give its address."""
    port = free_port()
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("JUPYTER")}
    plain = {k: v for k, v in configured().Spawner.environment.items() if isinstance(v, str)}
    words = [
        *configured().Spawner.args,
        f"--ServerApp.root_dir={configured().Spawner.notebook_dir}",
        f"--ServerApp.port={port}",
        "--IdentityProvider.token=",
        "--ServerApp.open_browser=False",
        "--allow-root",
    ]
    process = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *words],
        env=inherited | plain | {"HOME": str(own)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def answers() -> bool:
        assert process.poll() is None
        with suppress(OSError):
            return bool(asked(f"http://127.0.0.1:{port}/api"))
        return False

    try:
        wait_until(answers, "the student's server answers")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def asked(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - our own
        return str(answer.read().decode())


def test_a_students_server_shows_a_lesson_as_a_page_and_no_workbench(tmp_path: Path) -> None:
    with students_server(tmp_path) as server:
        page = asked(f"{server}{FIRST}")
        said = re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)[1]
        settings = asked(f"{server}/lab/api/settings/@jupyterlab/apputils-extension:notification")
    config = json.loads(said)
    ours = [one["name"] for one in config["federated_extensions"]]
    assert "according-to-reports" in ours
    assert not config["terminalsAvailable"]
    assert config.items() >= NO_BUILD["page_config_data"].items()
    assert json.loads(settings)["schema"]["properties"]["fetchNews"]["default"] == "false"


def test_the_page_comes_from_where_lab_takes_it() -> None:
    assert f"--LabApp.extra_labextensions_path={LESSON_PAGE}" in configured().Spawner.args
    assert configured().Spawner.environment["JUPYTER_CONFIG_PATH"] == str(SETTINGS)


# Many machines


@pytest.mark.parametrize("path", CHART)
def test_every_key_of_the_values_is_one_of_the_chart(path: str) -> None:
    assert {*values()} == {path.partition(".")[0] for path in CHART}
    assert {*values_at(path)} <= CHART[path]


def test_the_options_inside_the_values_are_options() -> None:
    for section, kind in (("JupyterHub", JupyterHub), ("KubeSpawner", Spawner)):
        assert {*values_at(f"hub.config.{section}")} <= {*kind.class_trait_names(config=True)}


def test_a_students_server_is_the_same_on_one_machine_and_on_many() -> None:
    # The image has the page and its settings in place, by postBuild.
    here = [word for word in configured().Spawner.args if "extra_labextensions_path" not in word]
    assert values_at("singleuser.cmd") == ["jupyterhub-singleuser", *here]
    environment = values_at("singleuser.extraEnv")
    same = {*environment} - {"KIT_WORK"}
    assert {name: environment[name] for name in same}.items() <= {
        **configured().Spawner.environment
    }.items()
    [service] = configured().JupyterHub.services
    assert culling(service) == {
        "timeout": values_at("cull.timeout"),
        "cull_every": values_at("cull.every"),
    }


def test_answers_lie_on_the_students_own_disk() -> None:
    assert values_at("cull.enabled")
    home = values_at("singleuser.storage.homeMountPath")
    assert values_at("singleuser.extraEnv.KIT_WORK").startswith(f"{home}/")
    assert not values_at("hub.config.KubeSpawner.notebook_dir").startswith(home)


# The guide


def lesson_of(link: str) -> str:
    """Give the file that a link opens, in the kit's folder; the view is that of one document."""
    address = urlsplit(link)
    path = unquote(address.path)
    if "git-pull" in path:
        asked_for = parse_qs(address.query, strict_parsing=True)
        [repository], [path] = asked_for["repo"], asked_for["urlpath"]
        assert asked_for.keys() == {"repo", "branch", "urlpath"}
        assert repository == REPOSITORY
        path = path.replace(f"/{repository.rpartition('/')[2]}/", "/")
    else:
        assert not address.query
    return path.removeprefix("/hub/user-redirect/").removeprefix("doc/tree/")


@pytest.mark.parametrize("link", LINKS)
def test_every_link_opens_a_lesson_as_a_page(link: str) -> None:
    assert urlsplit(link).path.startswith("/hub/user-redirect/")
    assert "doc/tree/" in unquote(link)
    assert (ROOT / lesson_of(link)).suffix == ".ipynb"
    assert (ROOT / lesson_of(link)).is_file()


def test_the_guide_has_both_kinds_of_links_and_the_other_guide_the_same() -> None:
    assert BY_PULLING
    assert len(LINKS) > len(BY_PULLING)
    assert BY_PULLING[0] in (INSTRUCTOR / "guide.md").read_text(encoding="utf-8")


def test_it_is_a_page_and_its_links_lead_somewhere() -> None:
    assert TEXT.startswith("<!-- according-to-reports -->\n")
    assert [flaw.says for flaw in linked(GUIDE, "", TEXT)] == []
    contents = TEXT.partition("**Contents**")[2].partition("<a id=")[0]
    places = re.findall(r'^<a id="([^"]+)"></a>\n\n## .+$', TEXT, re.MULTILINE)
    assert places == re.findall(r"\]\(#([^)]+)\)", contents)
    assert {*re.findall(r"\]\(#([^)]+)\)", TEXT)} == {*places}


@pytest.mark.parametrize("words", sorted({*re.findall(r"-m helpers ([^`\n]+)", TEXT)}))
def test_every_command_is_one(words: str) -> None:
    assert arguments(words.split())


def test_what_it_says_of_limits_is_what_is_set() -> None:
    hub, args = configured().JupyterHub, configured().Spawner.args
    timeout = culling(hub.services[0])["timeout"]
    [idle] = [word.rpartition("=")[2] for word in args if "cull_idle_timeout" in word]
    for said in (
        f"{timeout // 60} minutes",
        f"{int(idle) // 60} minutes",
        f"`active_server_limit`, which is {hub.active_server_limit}",
    ):
        assert said in TEXT


def test_its_packages_are_those_that_were_tested() -> None:
    needed = pins(HUB / "requirements.txt")
    assert needed.items() <= pins(ROOT / "tests" / "requirements.txt").items()
    assert not needed.keys() & pins(ROOT / "requirements.txt").keys()


def test_its_proxy_is_the_one_that_the_bench_measures() -> None:
    bench = (ROOT / "tests" / "bench" / "hub_machine.py").read_text(encoding="utf-8")
    named = [re.findall(r"configurable-http-proxy@([\d.]+)", text) for text in (TEXT, bench)]
    assert named[0] == named[1] != []


def test_students_do_not_get_it() -> None:
    names = [file.name for file in students_files(keys=True)]
    assert not [name for name in names if "hub" in name.rpartition("/")[2]]
