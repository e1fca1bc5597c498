"""Every sentence that a student reads, as templates: nothing here computes.

Templates are filled with `format`; where a language has a word for one and a word for many, a
short function chooses between them.
"""

LANGUAGE = "en"
"""The language of the interface; each text names its own in `article.yaml`."""
