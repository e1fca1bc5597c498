"""The lesson on paper: the markup of the live page, set so that a pen can fill it in."""
