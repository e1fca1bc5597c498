"""What a browser takes from a student's server on a first visit, recorded from a real one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lab import PATIENCE
from playwright.sync_api import sync_playwright

from helpers.commands.programs import CHROMIUM

if TYPE_CHECKING:
    from hub_machine import HubMachine
    from playwright.sync_api import Page, Response

VISITOR = "visitor"
OF_A_KERNEL = ("api/kernels", "api/sessions")
"""What the driver asks for by itself, with numbers of its own."""


def page_files(hub: HubMachine, lesson: str) -> list[str]:
    """Visit a lesson once, and name all that the page fetched; the visitor's server is stopped."""
    home = f"{hub.url}/user/{VISITOR}/"
    found: list[str] = []

    def note(response: Response) -> None:
        path = response.url.removeprefix(home)
        ours = response.url.startswith(home) and not path.startswith(OF_A_KERNEL)
        if ours and response.ok and response.request.method == "GET":
            found.append(path)

    with sync_playwright() as playwright:
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM.find(), args=["--no-sandbox"] if root else []
        )
        page = browser.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.goto(f"{hub.url}/hub/user-redirect/doc/tree/lessons/{lesson}.ipynb")
        page.on("response", note)
        page.fill("#username_input", VISITOR)
        page.fill("#password_input", hub.password)
        page.click("#login_submit")
        page.locator(".atr .card").first.wait_for()
        page.wait_for_load_state("networkidle")
        _stop_server(page, hub.url)
        browser.close()
    return found


def _stop_server(page: Page, hub: str) -> None:
    page.goto(f"{hub}/hub/home")
    page.click("#stop")
    page.locator("#stop").wait_for(state="hidden")
