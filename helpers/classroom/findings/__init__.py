"""What a class book shows: each finding computed from first answers, none of them drawn here."""

FEW = 5
"""Groups of fewer are not broken down: one student could be told from another."""
COUNTS_ONLY = 10
"""Of fewer students only counts are given (R4)."""
UNSTABLE = 30
"""With fewer students what is found may look different in the next class (R4)."""
