"""A JupyterHub for a class on one machine; `hub.md` in the folder above says how it is set up.

The students' folder, as `python3 -m helpers bundle` makes it, lies in /srv/according-to-reports,
or where the variable KIT says. It is root's, so nobody changes a lesson; what a student answers
lies in her own home.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jupyterhub.spawner import LocalProcessSpawner

KIT = Path(os.environ.get("KIT", "/srv/according-to-reports"))
MINUTE = 60
HOUR = 60 * MINUTE
GIGABYTE = 2**30

c = get_config()  # noqa: F821 - JupyterHub gives it

# A web server on the same machine holds the certificate and passes requests on. It says from which
# address they came, so that the log shows who guesses passwords.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
c.JupyterHub.trusted_downstream_ips = ["127.0.0.1"]

# Who may come in: accounts of this machine that belong to one of these groups.
c.JupyterHub.authenticator_class = "pam"
c.PAMAuthenticator.allowed_groups = {"students", "teachers"}
c.PAMAuthenticator.admin_groups = {"teachers"}

# Every server runs under its student's own account: the machine itself keeps them apart.
c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"
c.Spawner.notebook_dir = str(KIT)
c.Spawner.default_url = "/doc/tree/lessons/00-start-here.ipynb"  # the single-document view
c.Spawner.disable_user_config = True


def work_folder(spawner: LocalProcessSpawner) -> str:
    """Say where her answers lie."""
    home = spawner.user_env({})["HOME"]
    return str(Path(home, "according-to-reports-work"))


c.Spawner.environment = {
    "KIT_WORK": work_folder,
    "JUPYTER_CONFIG_PATH": str(KIT / "helpers/commands/jupyter"),  # no news, quiet settings
    "JUPYTER_PREFER_ENV_PATH": "1",
    "OPENBLAS_NUM_THREADS": "1",  # a thread for each core, in each kernel, costs memory
}

# Without what no lesson needs, a server is smaller and starts sooner.
SERVER = {
    "LabApp.extra_labextensions_path": KIT / "helpers/lesson_page",
    "LabApp.extension_manager": "readonly",
    "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
    "ServerApp.terminals_enabled": False,
    "ServerApp.tornado_settings": {
        "page_config_data": {"buildAvailable": False, "buildCheck": False}
    },
    # The ports of a machine are open to all who work on it.
    "KernelManager.transport_encryption": "auto",
    # A lesson whose tab is closed: its kernel goes, her answers are on the disk.
    "MappingKernelManager.cull_idle_timeout": 10 * MINUTE,
    "MappingKernelManager.cull_interval": MINUTE,
}
UNUSED = ("jupyter_lsp", "jupyter_server_terminals", "notebook_shim")
c.Spawner.args = [
    *(f"--{name}={value}" for name, value in SERVER.items()),
    *(f"--ServerApp.jpserver_extensions={name}=False" for name in UNUSED),
]
# No program of hers takes all the memory by accident, nor a thousand threads the machine.
c.Spawner.cmd = ["prlimit", f"--data={2 * GIGABYTE}", "--nproc=200", "jupyterhub-singleuser"]

# A whole class comes at the same minute: all of them wait in front of one page, and nobody is
# sent away.
c.JupyterHub.concurrent_spawn_limit = 0
c.Spawner.start_timeout = c.Spawner.http_timeout = 10 * MINUTE
c.JupyterHub.active_server_limit = 60  # with 24 GB of memory; 45 with 16
c.JupyterHub.implicit_spawn_seconds = 1  # whoever comes back to a stopped server gets it again

CULLER = {"timeout": HOUR, "cull_every": 5 * MINUTE}
c.JupyterHub.services = [
    {
        "name": "idle-culler",
        "command": [
            *(sys.executable, "-m", "jupyterhub_idle_culler"),
            *(f"--IdleCuller.{name}={value}" for name, value in CULLER.items()),
        ],
    }
]
c.JupyterHub.load_roles = [
    {
        "name": "idle-culler",
        "services": ["idle-culler"],
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
    }
]
