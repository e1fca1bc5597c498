"""The one error that a person using the kit sees."""


class KitError(Exception):
    """One plain sentence that says what is wrong and what to do.

    >>> print(KitError("There is no lesson 12. The lessons are listed in lesson 00."))
    There is no lesson 12. The lessons are listed in lesson 00.
    """

    def _render_traceback_(self) -> list[str]:
        """Give IPython the sentence instead of a traceback."""
        return [str(self)]
