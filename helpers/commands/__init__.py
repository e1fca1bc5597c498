"""The commands of the kit; until the environment exists they run on the standard library alone."""
