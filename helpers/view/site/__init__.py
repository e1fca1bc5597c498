"""The pages of the site: a lesson, a text, the front page, and the shell that all share."""
