"""A text and all that is kept about it: what lies in `seeds/`, read and checked."""
