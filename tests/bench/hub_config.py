"""The real configuration of the hub, as the bench runs it: on loopback, with invented students."""

from __future__ import annotations

import os
from pathlib import Path

REAL = Path(__file__).resolve().parents[2] / "lessons/instructor/hub/jupyterhub_config.py"
HOMES, PROXY, PASSWORD = (os.environ[f"BENCH_{name}"] for name in ("HOMES", "PROXY", "PASSWORD"))
ports = [f"http://127.0.0.1:{port}" for port in os.environ["BENCH_PORTS"].split()]

load_subconfig(str(REAL))  # noqa: F821 - JupyterHub gives it
c = get_config()  # noqa: F821

c.JupyterHub.bind_url, c.JupyterHub.hub_bind_url, c.ConfigurableHTTPProxy.api_url = ports
c.ConfigurableHTTPProxy.command = [PROXY]

# Accounts of this machine would need root; these students are folders.
c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = PASSWORD
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = f"{HOMES}/{{username}}"
c.JupyterHub.active_server_limit = 0
if os.geteuid() == 0:
    c.Spawner.args.append("--allow-root")
