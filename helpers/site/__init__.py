"""The site: what the kit needs to run in a browser alone, from any plain web address."""
