"""The one error that a person using the kit sees."""


class KitError(Exception):
    """One plain sentence that says what is wrong and what to do.

    `field` names the field of a form that it is about, so that the page can say it there.

    >>> print(KitError("There is no lesson 12. The lessons are listed in lesson 00."))
    There is no lesson 12. The lessons are listed in lesson 00.
    """

    def __init__(self, says: str, field: str = "") -> None:
        super().__init__(says)
        self.field = field

    def _render_traceback_(self) -> list[str]:
        """Give IPython the sentence instead of a traceback."""
        return [str(self)]
