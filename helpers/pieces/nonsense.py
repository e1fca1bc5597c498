"""The one refusal for a message that makes no sense."""

from __future__ import annotations

from helpers.errors import KitError
from helpers.words.saving_text import NONSENSE


class NonsenseError(KitError):
    """The page sent something that no button of ours sends."""

    def __init__(self) -> None:
        """Say so, and that nothing happened."""
        super().__init__(NONSENSE)
