"""The charts of texts, and other drawings: each is a sentence, a picture and a table."""
