"""Firefox for the browser tests, as a student has it: Playwright's own build is not needed.

It stands in for the fixture `browser`, and everything else is as in Chromium: see lab.py.
"""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hands import Fingers

from helpers.commands.programs import FIREFOX

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Playwright

BRIDGE = Path(__file__).with_name("firefox_bridge.py")
PREFERENCES = {
    "browser.download.alwaysOpenPanel": False,  # it takes the focus from the page
    "ui.prefersReducedMotion": 1,
}


def launch(playwright: Playwright, home: Path) -> Browser:
    """Start a Firefox whose home is this folder: as root it takes nobody else's."""
    program = home / "firefox"
    program.write_text(f'#!/bin/sh\nexec {shlex.join([sys.executable, str(BRIDGE)])} "$@"\n')
    program.chmod(0o755)
    return playwright.firefox.launch(
        channel="moz-firefox",  # the one that speaks WebDriver BiDi
        executable_path=program,
        firefox_user_prefs=PREFERENCES,  # type: ignore[arg-type]
        env={**os.environ, "KIT_FIREFOX": FIREFOX.find(), "HOME": str(home)},
    )


class FirefoxFingers(Fingers):
    """Fills in a card with taps."""

    def press(self, control: Locator, *, beneath: bool = False) -> None:
        """Tap a control: the bridge makes a finger of the middle button."""
        control.click(button="middle", force=beneath)
