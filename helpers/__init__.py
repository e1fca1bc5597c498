"""The helper modules of According to Reports: import what you need, nothing heavy comes along."""
