"""The pieces of a page that listen: one file for each, and the desk that they share."""
