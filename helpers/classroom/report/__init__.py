"""The class report: one HTML file, section by section, that opens and prints anywhere."""
