"""The four topics of the kit, as pure functions on the data in `seeds/`."""
