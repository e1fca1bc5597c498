"""The pages of the site: a lesson, a text, the front page, and the shell that they have in common."""
